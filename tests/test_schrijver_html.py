"""The HTML page: whole, accessible, and with every value literal."""

from __future__ import annotations

import base64
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace
from voorbeelddocument import GRAFIEK, KOP, TABEL, TIJDLIJN, alinea, voorbeelddocument, voorbeeldhuisstijl

from generator.document.nodes import (
    Blok,
    Cell,
    Cijfer,
    Citaat,
    Document,
    Footnote,
    FootnoteRef,
    Heading,
    Link,
    Row,
    Strong,
    Table,
    Text,
)
from generator.document.walk import cijfers, plain_text
from generator.errors import SchrijfError
from generator.schrijvers import html
from generator.schrijvers.beeld import render_beelden
from generator.schrijvers.lettertype import open_lettertype

LEEG = {"input", "meta", "hr", "br", "img", "col"}
VIJANDIG = [
    "<script>alert(1)</script>", "</style><script>", "{{ 7 * 7 }}", "{% raise %}", "a & b &amp; c", 'x" onload="y', "'",
    "| ** # `", "<!-- -->", "]]>", "\u202eomgekeerd", "#set x", "&#60;b&#62;",
]  # fmt: skip


@dataclass
class Element:
    naam: str
    eigen: dict[str, str]
    kinderen: list[Element | str] = field(default_factory=list)

    def alle(self, naam: str = "", **eigen: str) -> list[Element]:
        """Every element in this one of that name and with those attributes (``data_feit`` is ``data-feit``)."""
        gevraagd = {sleutel.rstrip("_").replace("_", "-"): waarde for sleutel, waarde in eigen.items()}
        zelf = [self] if naam in {"", self.naam} and gevraagd.items() <= self.eigen.items() else []
        return zelf + [e for kind in self.kinderen if isinstance(kind, Element) for e in kind.alle(naam, **eigen)]

    @property
    def tekst(self) -> str:
        return "".join(kind if isinstance(kind, str) else kind.tekst for kind in self.kinderen)


class Lezer(HTMLParser):
    """A strict reader: every element must be closed, in order, and no attribute may stand twice."""

    def __init__(self) -> None:
        super().__init__()
        self.wortel = Element("", {})
        self._open = [self.wortel]

    def handle_starttag(self, tag, attrs):
        eigen = {naam: waarde or "" for naam, waarde in attrs}
        assert len(eigen) == len(attrs), f"dubbel attribuut in <{tag}>"
        element = Element(tag, eigen)
        self._open[-1].kinderen.append(element)
        if tag not in LEEG:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self._open[-1].kinderen.append(Element(tag, {naam: waarde or "" for naam, waarde in attrs}))

    def handle_endtag(self, tag):
        assert self._open.pop().naam == tag, f"</{tag}> op de verkeerde plaats"

    def handle_data(self, data):
        self._open[-1].kinderen.append(data)

    def lees(self, pagina: str) -> Element:
        self.feed(pagina)
        self.close()
        assert self._open == [self.wortel], "niet alles is gesloten"
        return self.wortel


def schrijf(document: Document) -> str:
    huisstijl = voorbeeldhuisstijl()
    return html.write(document, huisstijl, render_beelden(document, huisstijl)).decode()


def met(*blokken: Blok, noten: tuple[Footnote, ...] = ()) -> Document:
    return replace(voorbeelddocument(), blocks=(KOP, *blokken), footnotes=noten)


def boom(*blokken: Blok, noten: tuple[Footnote, ...] = ()) -> Element:
    return Lezer().lees(schrijf(met(*blokken, noten=noten)))


@pytest.fixture(scope="module")
def pagina() -> str:
    return schrijf(voorbeelddocument())


@pytest.fixture(scope="module")
def wortel(pagina: str) -> Element:
    return Lezer().lees(pagina)


def cijfer(tekst: str, pad: str = "cijfers.proef", *, is_open: bool = False) -> Cijfer:
    return Cijfer(tekst, pad, "tekst", open=is_open)


# --- one whole page -------------------------------------------------------------------------------------


def test_the_same_paper_gives_the_same_bytes(pagina: str):
    assert schrijf(voorbeelddocument()) == pagina


def test_a_page_is_in_dutch_and_has_a_title_of_its_own(wortel: Element):
    (blad,) = wortel.alle("html")
    (titel,) = blad.alle("title")
    assert blad.eigen["lang"] == "nl"
    assert titel.tekst == "Opiniërende nota: Duurzame opvang van asielzoekers – gemeente Dalfsen"


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(pagina: str, wortel: Element):
    bronnen = [
        element.eigen[naam] for element in wortel.alle() for naam in ("src", "srcset", "data") if naam in element.eigen
    ]
    assert all(bron.startswith("data:") for bron in bronnen)
    assert all(adres.startswith("data:") for adres in re.findall(r'url\("?([^")]*)', pagina.partition("</style>")[0]))
    assert not [e for e in wortel.alle() if e.naam in {"script", "link", "iframe", "object", "form"}]
    assert not [naam for e in wortel.alle() for naam in e.eigen if naam.startswith("on")]
    (beleid,) = wortel.alle("meta", http_equiv="Content-Security-Policy")
    assert beleid.eigen["content"].startswith("default-src 'none'")


def test_the_fonts_are_in_the_page_cut_to_its_characters(pagina: str):
    gewichten = re.findall(r'font-weight: (\d+); font-style: (\w+); src: url\("data:font/ttf;base64,([^"]+)"', pagina)
    assert [deel[:2] for deel in gewichten] == [("400", "normal"), ("700", "normal"), ("400", "italic")]
    geheel = open_lettertype(voorbeeldhuisstijl().lettertype.bestanden["regular"])
    deel = open_lettertype(base64.b64decode(gewichten[0][2]))
    tekst = plain_text(voorbeelddocument())
    assert deel.breedte(tekst, 10) == geheel.breedte(tekst, 10)
    assert len(pagina) < 300_000


def test_a_page_without_emphasis_carries_no_italics():
    assert schrijf(met(alinea("Rechtop."))).count("@font-face") == 2


# --- accessible -----------------------------------------------------------------------------------------


def test_there_is_one_h1_and_no_level_is_skipped(wortel: Element):
    niveaus = [int(e.naam[1]) for e in wortel.alle() if re.fullmatch("h[1-6]", e.naam)]
    assert niveaus.count(1) == 1
    assert niveaus[0] == 1
    assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus))


def test_every_id_is_unique_and_every_reference_arrives(wortel: Element):
    ids = Counter(e.eigen["id"] for e in wortel.alle() if "id" in e.eigen)
    assert [naam for naam, aantal in ids.items() if aantal > 1] == []
    doelen = [e.eigen["href"][1:] for e in wortel.alle("a") if e.eigen["href"].startswith("#")]
    doelen += [naam for e in wortel.alle() for naam in e.eigen.get("aria-labelledby", "").split()]
    assert [doel for doel in doelen if doel not in ids] == []


def test_the_first_link_leads_to_the_content(wortel: Element):
    (hoofd,) = wortel.alle("main")
    assert wortel.alle("a")[0].eigen["href"] == f"#{hoofd.eigen['id']}"
    assert hoofd.alle("h1")


def test_a_table_has_a_caption_and_headers_with_a_scope(wortel: Element):
    (tabel,) = wortel.alle("table", id="tabel-taak")
    assert tabel.alle("caption")[0].tekst == "Tabel 1. Wettelijke taak en indicatief aantal opvangplaatsen"
    assert [kop.eigen["scope"] for kop in tabel.alle("thead")[0].alle("th")] == ["col"] * 3
    assert [kop.tekst for kop in tabel.alle("th", scope="row")] == [
        "Regulier",
        "Alleenstaande minderjarigen (amv)",
        "Totaal",
    ]
    assert [rij.alle("th")[0].tekst for rij in tabel.alle("tr", class_="totaal")] == ["Totaal"]


@pytest.mark.parametrize("beeld", [TIJDLIJN, GRAFIEK], ids=["tijdlijn", "grafiek"])
def test_a_picture_is_a_figure_that_says_what_it_shows(beeld, wortel: Element):
    (figuur,) = wortel.alle("figure", id=beeld.label)
    (svg,) = figuur.alle("svg", role="img")
    (uitleg,) = svg.alle("desc", id=svg.eigen["aria-labelledby"])
    assert uitleg.tekst == plain_text(beeld.alt)
    assert figuur.alle("figcaption")[0].tekst == f"Figuur {beeld.number}. {plain_text(beeld.caption)}"


def test_a_picture_does_not_scroll_but_becomes_as_small_as_the_screen(wortel: Element):
    figuren = wortel.alle("figure", class_="beeld")

    assert figuren
    assert [figuur for figuur in figuren if figuur.alle(class_="schuif")] == []


def test_what_scrolls_can_be_reached_with_the_keyboard_and_has_a_name(wortel: Element):
    schuivend = wortel.alle(class_="schuif")
    assert len(schuivend) == 2
    assert all(e.eigen["tabindex"] == "0" and e.eigen["role"] and e.eigen["aria-label"] for e in schuivend)


def test_a_note_leads_back_to_its_first_reference():
    tekst = alinea("Een", FootnoteRef(1), " en nog eens", FootnoteRef(1), ".")
    blad = boom(tekst, noten=(Footnote(1, (alinea("Noot."),)),))
    eerste, tweede = blad.alle("a", role="doc-noteref")
    (noot,) = blad.alle("li", id=eerste.eigen["href"][1:])
    (terug,) = noot.alle("a", role="doc-backlink")
    assert eerste.tekst == tweede.tekst == "1"
    assert terug.eigen["href"] == f"#{eerste.eigen['id']}"
    assert "id" not in tweede.eigen


def test_a_short_table_is_not_broken_on_paper_and_a_long_one_may():
    kop = Row((Cell((Text("Nummer"),)),))
    kort, lang = (Table(kop, (kop,) * aantal, (Text("Tel"),), aantal, f"tabel-{aantal}", (100,)) for aantal in (5, 40))
    soorten = [deel.eigen.get("class", "") for deel in boom(kort, lang).alle("div")]

    assert ["tabel heel", "tabel"] == [soort for soort in soorten if soort.startswith("tabel")]


def test_a_paper_without_notes_has_no_empty_list_of_them():
    assert boom(alinea("Tekst.")).alle(role="doc-endnotes") == []


def test_the_contents_name_every_chapter_in_order(wortel: Element):
    (inhoud,) = wortel.alle("nav")
    assert [link.tekst for link in inhoud.alle("a")] == [
        "Rol van de raad", "1 Aanleiding", "2 Het verdeelbesluit", "3 Vraagstukken", "4 Planning",
        "5 Beslispunten", "6 Argumenten", "7 Overeenkomst", "Termijn en ontvangst", "Bijlage 1 – Feitenoverzicht",
    ]  # fmt: skip


def test_a_short_paper_has_no_contents():
    assert boom(Heading(2, (Text("Kop"),), "kop", "1")).alle("nav") == []


def test_a_question_is_named_by_its_words_and_lists_its_answers(wortel: Element):
    (vraag,) = wortel.alle("section", id="vraag-2a")
    (woorden,) = vraag.alle(id=vraag.eigen["aria-labelledby"])
    assert woorden.tekst == "Vraag 2a Kiest u voor één locatie met 168 plaatsen?"
    assert [antwoord.tekst for antwoord in vraag.alle("dt")] == ["Ja", "Ja, mits", "Nee, omdat"]
    assert len(vraag.alle("dd")) == 3


def test_a_quotation_is_one_with_its_source(wortel: Element):
    (citaat,) = wortel.alle("figure", class_="citaat")
    assert "orde van de dag" in citaat.alle("blockquote")[0].tekst
    assert citaat.alle("cite")[0].tekst == "Motie van 20 november 2023"


# --- facts ----------------------------------------------------------------------------------------------


def test_every_fact_carries_its_path_and_nothing_more(wortel: Element):
    beelden = (
        replace(TIJDLIJN, momenten=(), alt=()),
        replace(GRAFIEK, staven=(), alt=()),
    )  # words in a picture are drawn
    tekst = tuple(blok for blok in voorbeelddocument().blocks if blok not in (TIJDLIJN, GRAFIEK))
    document = replace(voorbeelddocument(), blocks=(*tekst, *beelden))
    verwacht = Counter((deel.pad, deel.text) for deel in cijfers(document))
    feiten = wortel.alle("bdi")
    assert Counter((feit.eigen["data-feit"], feit.tekst) for feit in feiten) == verwacht
    assert {naam for feit in feiten for naam in feit.eigen} == {"data-feit", "class"}


def test_an_open_fact_is_marked_and_counted(wortel: Element):
    assert [mark.tekst for mark in wortel.alle("mark")] == [
        "[nog in te vullen: zaaknummer]", "[nog in te vullen: naam van de secretaris]",
    ]  # fmt: skip
    assert "is gemarkeerd: 2 feiten." in wortel.alle(class_="melding")[0].tekst


def test_a_fact_that_is_open_in_more_places_is_counted_once():
    open_ = replace(cijfer("[nog in te vullen: naam]", pad="partijen.coa.naam"), open=True)
    melding = boom(alinea(open_, Text(" en "), open_)).alle(class_="melding")[0].tekst

    assert "is gemarkeerd: 2 feiten, op 3 plaatsen." in melding  # and the number of the case in the head


def test_a_date_stays_on_one_line_and_a_long_fact_does_not():
    datum, zin = (
        boom(alinea(cijfer("20 december 2024"), cijfer("een feit dat een hele zin lang is"))).alle("p")[-1].alle("bdi")
    )
    assert datum.eigen["class"] == "vast"
    assert "class" not in zin.eigen


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_a_value_comes_out_as_it_went_in_wherever_it_stands(waarde: str):
    feit = cijfer(waarde, pad=waarde)
    document = met(
        Heading(2, (feit,), "kop", waarde),
        alinea(Text(waarde), feit, Strong((feit,)), Link((Text(waarde),), f"https://voorbeeld.nl/?q={waarde}")),
        Citaat((alinea(feit),), (feit,)),
        replace(TABEL, rows=(Row(tuple(replace(cel, content=(feit,)) for cel in TABEL.header.cells)),)),
        replace(GRAFIEK, alt=(feit,)),
    )
    document = replace(document, meta=replace(document.meta, titel=waarde, gemeente=waarde, kenmerk=waarde))
    blad = Lezer().lees(schrijf(document))
    assert blad.alle("title")[0].tekst == f"{waarde} – gemeente {waarde}"
    assert blad.alle("h2")[0].tekst == f"{waarde} {waarde}"
    assert {feit.tekst for feit in blad.alle("bdi", data_feit=waarde)} == {waarde}
    assert blad.alle("a")[-1].eigen["href"] == f"https://voorbeeld.nl/?q={waarde}"
    assert blad.alle("desc")[0].tekst == waarde
    assert [feit.tekst for cel in blad.alle("td") for feit in cel.alle("bdi")] == [waarde] * 3
    assert blad.alle("script") == []


# --- status ---------------------------------------------------------------------------------------------


def test_a_concept_says_so_on_screen_and_on_paper(pagina: str, wortel: Element):
    assert wortel.alle(class_="melding")[0].tekst.strip().startswith("Concept.")
    assert wortel.alle("body", class_="concept")
    assert re.search(r'\.concept main::before \{ content: "CONCEPT"', pagina)


def test_a_definitive_public_paper_carries_no_banner():
    document = voorbeelddocument()
    blad = Lezer().lees(schrijf(replace(document, meta=replace(document.meta, concept=False))))
    assert blad.alle(class_="melding") == []
    assert "class" not in blad.alle("body")[0].eigen


def test_an_internal_paper_says_that_it_is_not_for_publication():
    document = voorbeelddocument()
    blad = Lezer().lees(schrijf(replace(document, meta=replace(document.meta, concept=False, openbaarheid="intern"))))
    assert "niet voor publicatie" in blad.alle(class_="melding")[0].tekst


# --- the municipality's own style -----------------------------------------------------------------------


def test_in_print_words_that_lead_in_to_a_list_stay_on_the_page_of_the_list():
    assert "p:has(+ :is(ul, ol)) { break-after: avoid; }" in schrijf(met(alinea("Nodig is:")))


def schrijf_met(sjabloon: str) -> bytes:
    document, huisstijl = voorbeelddocument(), replace(voorbeeldhuisstijl(), html=sjabloon)
    return html.write(document, huisstijl, render_beelden(document, huisstijl))


def test_a_municipality_can_bring_its_own_template():
    verwacht = "<title>Opiniërende nota: Duurzame opvang van asielzoekers</title>2 open\n"
    assert schrijf_met("<title>{{ meta.titel }}</title>{{ pagina.open }} open\n\n") == verwacht.encode()


@pytest.mark.parametrize(
    ("sjabloon", "regel"),
    [
        ("een\n{{ onbekend }}", 2),
        ("een\n\n{% if %}", 3),
        ("{{ meta.titel.nergens.iets }}", 1),
        ("\n{{ 1 / 0 }}", 2),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("{% include 'ander' %}", 1),
    ],
)
def test_a_broken_template_is_a_sentence_with_its_line(sjabloon: str, regel: int):
    with pytest.raises(SchrijfError, match="de HTML-pagina is niet te maken") as gevangen:
        schrijf_met(sjabloon)
    (fout,) = gevangen.value.fouten
    assert (fout.plaats.bestand, fout.plaats.regel) == ("sjablonen/huisstijl/document.html.j2", regel)


def test_a_logo_is_shown_with_what_it_shows():
    document, huisstijl = voorbeelddocument(), replace(voorbeeldhuisstijl(), logo=b"<svg/>", logo_alt='Wapen "Dalfsen"')
    blad = Lezer().lees(html.write(document, huisstijl, render_beelden(document, huisstijl)).decode())
    (logo,) = blad.alle("img")
    assert logo.eigen["alt"] == 'Wapen "Dalfsen"'
    assert base64.b64decode(logo.eigen["src"].partition(",")[2]) == b"<svg/>"
