"""Pairs of papers, an old one and what became of it, for hypothesis: every kind of block, changed in every way."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from generator.document.nodes import (
    Aanvinkpunt,
    Antwoord,
    Argument,
    Artikel,
    Beslispunt,
    Beslispunten,
    BulletList,
    Cell,
    Cijfer,
    Citaat,
    Document,
    Emphasis,
    Footnote,
    FootnoteRef,
    Heading,
    Kader,
    Kenmerk,
    Kop,
    Lid,
    LineBreak,
    Link,
    ListItem,
    Meta,
    NumberedList,
    Ondertekenaar,
    Ondertekening,
    PageBreak,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    Toetslijst,
    Vraagpunt,
)

WOORDEN = ("de raad", "besluit", "26 plaatsen", "niet", ", omdat ", "dat is zo. ", " ", "¶ & <ja>", "1.000,50")
LABELS = tuple(f"plek-{nummer}" for nummer in range(6))
NOTEN = 3


@cache
def van(soort, *delen):
    """A node made of `delen`; hypothesis itself would evaluate its types, of which some are known to mypy only."""
    return st.tuples(*delen).map(lambda waarden: soort(*waarden))


def tekst() -> st.SearchStrategy[Any]:
    woord = st.sampled_from(WOORDEN)
    stuk = van(Text, woord)
    return st.one_of(
        stuk, stuk, stuk,
        van(Cijfer, st.sampled_from(("26", "16", "31 januari", "[nog in te vullen: x]")),
                  st.sampled_from(("taak.amv", "taak.totaal")), st.just("getal"), st.booleans()),
        st.builds(lambda deel: Strong((deel,)), stuk),
        st.builds(lambda deel: Emphasis((deel,)), stuk),
        st.builds(lambda deel, doel: Link((deel,), doel), stuk,
                  st.sampled_from(("#plek-1", "#plek-2", "https://example.org/a b", "https://example.org/c"))),
        van(FootnoteRef, st.integers(1, NOTEN)),
        st.just(LineBreak()),
    )  # fmt: skip


@cache
def regel(minste: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(tekst(), min_size=minste, max_size=4).map(tuple)


@cache
def alinea() -> st.SearchStrategy[Paragraph]:
    return van(Paragraph, regel())


@cache
def items(diep: int) -> st.SearchStrategy[tuple[ListItem, ...]]:
    inhoud = st.lists(blok(diep - 1) if diep else alinea(), min_size=1, max_size=2).map(tuple)
    return st.lists(van(ListItem, inhoud), min_size=1, max_size=3).map(tuple)


@cache
def rij(kolommen: int) -> st.SearchStrategy[Row]:
    cel = van(Cell, regel(), st.sampled_from(("left", "right")), st.booleans())
    return van(Row, st.tuples(*[cel] * kolommen))


@st.composite
def tabel(draw: st.DrawFn) -> Table:
    kolommen = draw(st.integers(2, 3))
    return Table(
        Row(tuple(Cell((Text(f"kolom {nummer}"),)) for nummer in range(kolommen))),
        tuple(draw(st.lists(rij(kolommen), min_size=1, max_size=4))),
        (Text("bijschrift"),),
        draw(st.integers(1, 2)),
        draw(st.sampled_from(LABELS)),
        (40, 60) if kolommen == 2 else (40, 30, 30),
        draw(st.sampled_from(((), (Text("noot bij de tabel"),)))),
    )


@cache
def blok(diep: int) -> st.SearchStrategy[Any]:
    label = st.sampled_from(LABELS)
    soorten = [
        alinea(), alinea(),
        van(BulletList, items(diep)),
        van(NumberedList, items(diep), st.integers(1, 3), st.booleans()),
    ]  # fmt: skip
    if diep:
        blokken = st.lists(blok(diep - 1), min_size=1, max_size=2).map(tuple)
        soorten += [
            van(Heading, st.integers(2, 3), regel(1), label, st.sampled_from(("", "3", "10.1"))),
            tabel(),
            van(Kader, regel(1), st.just(2), label, blokken),
            van(Citaat, blokken, regel()),
            van(Vraagpunt, st.sampled_from(("1", "2a")), label, regel(1),
                      st.lists(van(Antwoord, st.sampled_from(("Ja", "Nee")), regel()), max_size=2).map(tuple)),
            van(Ondertekening, regel(1),
                      st.lists(van(Ondertekenaar, st.just("de burgemeester"), regel()), min_size=1, max_size=3)
                      .map(tuple)),
            van(Beslispunten,
                      st.lists(van(Beslispunt, st.integers(1, 2), label, blokken), min_size=1, max_size=2)
                      .map(tuple)),
            van(Argument, st.just("argument"), label, st.just("1.1"), st.just(3), label, regel(1), blokken),
            van(Artikel, st.integers(1, 2), st.just(2), label, regel(1),
                      st.lists(van(Lid, st.integers(0, 2), st.just(""), blokken), min_size=1, max_size=2)
                      .map(tuple)),
            van(Toetslijst, regel(1), st.just(2), label,
                      st.lists(van(Aanvinkpunt, label, regel(1), regel(), regel(),
                                         st.sampled_from(("ja", "nog te beoordelen")), regel()),
                               min_size=1, max_size=2).map(tuple)),
            st.just(PageBreak()),
        ]  # fmt: skip
    return st.one_of(soorten)


@cache
def noot() -> st.SearchStrategy[list[Paragraph]]:
    woorden = st.lists(van(Text, st.sampled_from(WOORDEN)), max_size=3).map(tuple)
    return st.lists(van(Paragraph, woorden), min_size=1, max_size=2)


def document(blokken: list[Any], noten: list[Any], kenmerk: str) -> Document:
    kop = Kop("Raadsnota", (Text("Onderwerp"),), (Kenmerk("Status", (Text(kenmerk),)),))
    meta = Meta("Raadsnota: Onderwerp", "Raadsnota", "2025-01-06", "Dalfsen", kenmerk)
    voetnoten = tuple(Footnote(nummer, tuple(inhoud)) for nummer, inhoud in enumerate(noten, 1))
    return Document(meta, (kop, *blokken), voetnoten)


@st.composite
def paren(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two papers that share blocks, in their order, with some changed, dropped, added and moved."""
    oud = draw(st.lists(blok(1), min_size=1, max_size=4))
    nieuw = []
    for deel in oud:
        lot = draw(st.sampled_from(("blijft", "blijft", "anders", "weg", "erbij", "verhuist")))
        match lot:
            case "anders" if isinstance(deel, Paragraph):
                nieuw.append(replace(deel, content=(*deel.content[1:], draw(tekst()))))
            case "anders" | "erbij":
                nieuw += [draw(blok(1)), *([deel] if lot == "erbij" else [])]
            case "verhuist":
                nieuw.insert(0, deel)
            case "blijft":
                nieuw.append(deel)
    noten = draw(st.lists(noot(), min_size=NOTEN, max_size=NOTEN))
    andere = [draw(noot()) if draw(st.booleans()) else deze for deze in noten]
    return document(oud, noten, "versie 1"), document(nieuw, andere, draw(st.sampled_from(("versie 1", "versie 2"))))
