"""Numbers and references: headings, tables, articles and the like number themselves, labels are looked up."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from generator.document import nodes
from generator.document.walk import plain_text, rewrite, rewrite_blocks, text_runs, walk, walk_blocks
from generator.opmaak import rangtelwoord
from generator.tokens import GEEN_FEIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


# Block, what was found, what to do, what was expected, and words to find it by.
Meld = Callable[[nodes.Herkomst, str, str, str, Iterable[str]], None]


def los_op(document: nodes.Document, meld: Meld) -> nodes.Document:
    """`document` with its numbers filled in and its references named; what is wrong with either goes to `meld`."""
    document = _nummer(document)
    doelen = dict(_doelen(document))
    _toets_koppen(document, meld)
    _toets_labels(document, meld)
    _toets_verwijzingen(document, doelen, meld)
    _toets_punten(document, meld)

    def noem(node: Any) -> Any:  # noqa: ANN401 - any node
        if isinstance(node, nodes.Link) and not node.content and node.href.startswith("#"):
            return replace(node, content=(nodes.Text(doelen.get(node.href[1:], "?")),))
        return node

    return rewrite(document, noem)


def _nummer(document: nodes.Document) -> nodes.Document:
    """The number of everything that numbers itself, in order of appearance.

    Headings of level 2 and 3 as 1 and 1.1; tables, figures, beslispunten and articles from 1; arguments and
    kanttekeningen as 2.1: the first with beslispunt 2.
    """
    tellers: Counter[str] = Counter()
    nummers: dict[tuple[type, str], str | int] = {}  # by label: a block within another loses its identity on the way
    for blok in walk_blocks(document):
        match blok:
            case nodes.Heading(level=2, number="*"):
                tellers["hoofdstuk"] += 1
                tellers["paragraaf"] = 0
                nummers[nodes.Heading, blok.label] = str(tellers["hoofdstuk"])
            case nodes.Heading(level=3, number="*"):
                tellers["paragraaf"] += 1
                nummers[nodes.Heading, blok.label] = f"{tellers['hoofdstuk']}.{tellers['paragraaf']}"
            case nodes.Heading():
                nummers[nodes.Heading, blok.label] = ""
            case nodes.Table() | nodes.Grafiek() | nodes.Tijdlijn() | nodes.Beslispunt() | nodes.Artikel():
                soort = _SOORT[type(blok)]
                tellers[soort] += 1
                nummers[type(blok), blok.label] = tellers[soort]
            case _:
                pass
    for blok in walk_blocks(document):
        if isinstance(blok, nodes.Argument):
            tellers[f"{blok.soort} {blok.bij}"] += 1
            punt = nummers.get((nodes.Beslispunt, blok.bij), "?")
            nummers[nodes.Argument, blok.label] = f"{punt}.{tellers[f'{blok.soort} {blok.bij}']}"

    def zet(node: Any) -> Any:  # noqa: ANN401 - any node
        nummer = nummers.get((type(node), getattr(node, "label", "")))
        if nummer is None:
            return node
        return replace(node, number=nummer) if hasattr(node, "number") else replace(node, nummer=nummer)

    return rewrite_blocks(document, zet)


_SOORT = {
    nodes.Table: "tabel", nodes.Grafiek: "figuur", nodes.Tijdlijn: "figuur",
    nodes.Beslispunt: "beslispunt", nodes.Artikel: "artikel",
}  # fmt: skip


def _doelen(document: nodes.Document) -> Iterator[tuple[str, str]]:
    """Each label and what a reference to it is called."""
    for blok in walk_blocks(document):
        match blok:
            case nodes.Heading():
                yield blok.label, f"hoofdstuk {blok.number}" if blok.number else f"‘{plain_text(blok.content)}’"
            case nodes.Kader() | nodes.Toetslijst():
                yield blok.label, f"‘{plain_text(blok.titel)}’"
            case nodes.Table() | nodes.Grafiek() | nodes.Tijdlijn():
                yield blok.label, f"{_SOORT[type(blok)]} {blok.number}"
            case nodes.Vraagpunt():
                yield blok.label, f"vraag {blok.nummer}"
            case nodes.Beslispunt():
                yield blok.label, f"beslispunt {blok.nummer}"
            case nodes.Argument():
                yield blok.label, f"{blok.soort} {blok.nummer}"
            case nodes.Artikel():
                yield blok.label, f"artikel {blok.nummer}"
                for lid in blok.leden:
                    yield from _in_lid(lid, f"artikel {blok.nummer}")
            case _:
                pass


def _in_lid(lid: nodes.Lid, artikel: str) -> Iterator[tuple[str, str]]:
    """The labels of a lid and its onderdelen: "artikel 5, tweede lid, onder a"."""
    namen = [(lid.label, "")]
    for lijst in lid.blocks:
        if isinstance(lijst, nodes.NumberedList):
            namen += [(item.label, f", onder {lijst.mark(i)}") for i, item in enumerate(lijst.items)]
    for label, onder in namen:
        if label:
            yield label, f"{artikel}{f', {rangtelwoord(lid.nummer)} lid' if lid.nummer else ''}{onder}"


_MET_KOP = nodes.Heading | nodes.Kader | nodes.Artikel | nodes.Argument | nodes.Toetslijst


def _toets_koppen(document: nodes.Document, meld: Meld) -> None:
    """One head, first; then no skipped level (WCAG 1.3.1, PDF/UA-1 7.4.2)."""
    koppen = [blok for blok in document.blocks if isinstance(blok, nodes.Hoofd)]
    if len(koppen) != 1 or not isinstance(document.blocks[0], nodes.Hoofd):
        raad = "begin het sjabloon met ::: kop, en een brief met ::: briefhoofd"
        meld(nodes.Herkomst(), "een stuk begint met precies één kop", raad, "", ())
    niveau = 1
    for blok in walk_blocks(document):
        if isinstance(blok, _MET_KOP):
            dieper = "#" * (niveau + 1)
            if blok.level == 1:
                meld(blok.herkomst, "een tweede titel op het hoogste niveau", "gebruik ## of lager", _EEN_TITEL, ())
            elif blok.level > niveau + 1:
                gevonden = f"van kopniveau {niveau} naar {blok.level} is een sprong"
                meld(blok.herkomst, gevonden, f"gebruik {dieper}", f"ten hoogste {dieper}", ())
            niveau = blok.level


_EEN_TITEL = "één titel, in de kop van het stuk"


def _toets_labels(document: nodes.Document, meld: Meld) -> None:
    gezien: set[str] = set()
    for blok in walk_blocks(document):
        items = blok.items if isinstance(blok, nodes.NumberedList) else ()
        for label in filter(None, (getattr(blok, "label", ""), *(item.label for item in items))):
            if label in gezien:
                gevonden = f"het label ‘{label}’ staat er tweemaal"
                meld(blok.herkomst, gevonden, "geef een eigen label: {#label}", "", [f"#{label}"])
            gezien.add(label)


def _toets_verwijzingen(document: nodes.Document, doelen: dict[str, str], meld: Meld) -> None:
    noten = {noot.number for noot in document.footnotes}
    for blok in walk_blocks(document):
        for node in walk(tuple(text_runs(blok))):
            if isinstance(node, nodes.Link) and _wijst_nergens(node, doelen):
                gevonden = f"een verwijzing naar ‘{node.href[1:]}’, dat er niet is"
                lijkt_op = difflib.get_close_matches(node.href[1:], doelen, n=1)
                raad = f"bedoelde u ‘{lijkt_op[0]}’?" if lijkt_op else "verwijs naar een bestaand label"
                plek = [f"[]({node.href})", f"({node.href})"]
                meld(blok.herkomst, gevonden, raad, "het label van een kop, tabel of ander deel", plek)
            if isinstance(node, nodes.FootnoteRef) and node.number not in noten:
                meld(blok.herkomst, f"voetnoot {node.number} bestaat niet", "schrijf de noot: [^naam]: tekst", "", ())


def _wijst_nergens(link: nodes.Link, doelen: Mapping[str, str]) -> bool:
    return link.href.startswith("#") and link.href[1:] not in doelen and GEEN_FEIT not in link.feiten


def _toets_punten(document: nodes.Document, meld: Meld) -> None:
    punten = {blok.label for blok in walk_blocks(document) if isinstance(blok, nodes.Beslispunt)}
    for blok in walk_blocks(document):
        if isinstance(blok, nodes.Argument) and blok.bij not in punten:
            raad = f"kies uit {', '.join(sorted(punten))}" if punten else "geef het beslispunt dat label: {#label}"
            meld(
                blok.herkomst, f"een {blok.soort} bij ‘{blok.bij}’, een beslispunt dat er niet is", raad, "",
                [f"bij={blok.bij}"],
            )  # fmt: skip
