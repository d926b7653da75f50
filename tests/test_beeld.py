"""The two pictures: time line and bar chart, as SVG."""

from __future__ import annotations

import struct
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from voorbeelddocument import GRAFIEK, TIJDLIJN, voorbeelddocument, voorbeeldhuisstijl

from generator.document.nodes import Cijfer, Document, Grafiek, Kader, Moment, Staaf, Text, Tijdlijn
from generator.document.walk import plain_text
from generator.errors import SchrijfError
from generator.schrijvers.beeld import SCHERM_MM, render_beelden
from generator.schrijvers.beeld.svg import Tekening
from generator.schrijvers.lettertype import open_lettertype

SVG = "{http://www.w3.org/2000/svg}"
VIJANDIG = [
    "<script>alert(1)</script>",
    "a\"b'c & d",
    "{{ 7 * 7 }}",
    "]]> <!-- -->",
    "\u202eomgekeerd\u202c",
    "#set &amp;",
]


def tekening(beeld: Tijdlijn | Grafiek) -> ET.Element:
    (svg,) = tekeningen(beeld)
    return svg


def tekeningen(*beelden: Tijdlijn | Grafiek) -> list[ET.Element]:
    document = replace(voorbeelddocument(), blocks=beelden)
    svgs = render_beelden(document, voorbeeldhuisstijl())
    return [ET.fromstring(svgs[beeld.label]) for beeld in beelden]  # noqa: S314 - our own drawings


def woorden(svg: ET.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


def moment(dag: str, tekst: str, *, tot: str = "", soort: str = "feit") -> Moment:
    return Moment(dag, (Cijfer(dag, "datums.proef", "datum"),), (Text(tekst),), tot, soort)


def grafiek(*staven: Staaf, reeksen: tuple[str, ...] = ("Regulier",)) -> Grafiek:
    return replace(GRAFIEK, reeksen=reeksen, staven=staven)


def cijfer(tekst: str, *, is_open: bool = False) -> Cijfer:
    return Cijfer(tekst, "cijfers.proef", "getal", open=is_open)


def staven(svg: ET.Element) -> list[tuple[float, float]]:
    """Where each bar begins and how long it is, the legend's first mark left out."""
    rechthoeken = svg.findall(f"{SVG}rect")
    return [(float(element.get("x")), float(element.get("width"))) for element in rechthoeken[1:]]


def test_every_picture_of_a_paper_is_drawn_by_its_label_also_within_a_frame():
    document = voorbeelddocument()
    kader = Kader((Text("Kader"),), 2, "kader", (replace(GRAFIEK, label="in-een-kader", number=3),))
    document = replace(document, blocks=(*document.blocks, kader))
    assert set(render_beelden(document, voorbeeldhuisstijl())) == {"tijdlijn", "grafiek", "in-een-kader"}


def test_the_same_paper_gives_the_same_bytes():
    eerste, tweede = (render_beelden(voorbeelddocument(), voorbeeldhuisstijl()) for _ in range(2))
    assert eerste == tweede


@pytest.mark.parametrize("beeld", [TIJDLIJN, GRAFIEK], ids=["tijdlijn", "grafiek"])
def test_a_picture_is_160_mm_wide_and_explains_itself(beeld: Tijdlijn | Grafiek):
    svg = tekening(beeld)
    uitleg = svg.find(f"{SVG}desc")
    assert svg.get("width") == "160mm"
    assert svg.get("role") == "img"
    assert uitleg.text == plain_text(beeld.alt)
    assert svg.get("aria-labelledby") == uitleg.get("id")


@pytest.mark.parametrize("beeld", [TIJDLIJN, GRAFIEK], ids=["tijdlijn", "grafiek"])
def test_no_word_is_smaller_than_eight_and_a_half_points(beeld: Tijdlijn | Grafiek):
    svg = tekening(beeld)
    breedte = float(svg.get("viewBox").split()[2])
    punten = 160 * 72 / 25.4 / breedte
    assert min(float(element.get("font-size")) for element in svg.iter(f"{SVG}text")) * punten >= 8.5


@pytest.mark.parametrize("beeld", [TIJDLIJN, GRAFIEK], ids=["tijdlijn", "grafiek"])
def test_on_a_telephone_no_word_is_smaller_than_eight_pixels_and_all_stay_within_the_picture(beeld: Tijdlijn | Grafiek):
    document, huisstijl = replace(voorbeelddocument(), blocks=(beeld,)), voorbeeldhuisstijl()
    svg = ET.fromstring(render_beelden(document, huisstijl, SCHERM_MM)[beeld.label])  # noqa: S314 - our own drawing
    breedte, letter = float(svg.get("viewBox").split()[2]), Tekening(1, huisstijl, SCHERM_MM)

    assert min(float(woord.get("font-size")) for woord in svg.iter(f"{SVG}text")) * 320 / breedte >= 8
    for woord in svg.iter(f"{SVG}text"):
        lengte = letter.breedte(woord.text, vet="font-weight" in woord.attrib, corps=float(woord.get("font-size")))
        begin = float(woord.get("x")) - (lengte if woord.get("text-anchor") == "end" else 0)
        assert -0.5 <= begin, woord.text
        assert begin + lengte <= breedte + 0.5, woord.text


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_what_stands_in_a_fact_is_never_markup(waarde: str):
    svg = tekening(grafiek(Staaf(waarde, (cijfer(waarde),), ("3",)), reeksen=(waarde,)))
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {"svg", "desc", "text", "rect", "line"}
    assert "".join(waarde.split()) in "".join("".join(woorden(svg)).split())
    lijn = tekening(replace(TIJDLIJN, momenten=(moment("2025-01-01", waarde),), alt=(Text(waarde),)))
    assert waarde in woorden(lijn)
    assert lijn.find(f"{SVG}desc").text == waarde


# --- bar chart ------------------------------------------------------------------------------------------


def test_values_are_printed_as_the_facts_have_them_and_drawn_by_their_numbers():
    svg = tekening(grafiek(Staaf("A", (cijfer("circa 1.000"),), ("1000",)), Staaf("B", (cijfer("500"),), ("500",))))
    assert woorden(svg) == ["Regulier", "circa 1.000", "A", "500", "B"]
    (_, lang), (_, kort) = staven(svg)
    assert lang == pytest.approx(2 * kort, abs=0.02)


def test_a_zero_has_its_number_and_no_bar():
    svg = tekening(grafiek(Staaf("A", (cijfer("0"),), ("0",))))
    assert "0" in woorden(svg)
    assert staven(svg) == []


def test_what_does_not_apply_says_so():
    svg = tekening(grafiek(Staaf("A", (None,), (None,))))
    assert "niet van toepassing" in woorden(svg)
    assert staven(svg) == []


def test_an_open_fact_shows_its_placeholder():
    svg = tekening(grafiek(Staaf("A", (cijfer("[nog in te vullen: aantal]", is_open=True),), (None,))))
    assert "[nog in te vullen: aantal]" in woorden(svg)


def test_a_negative_number_goes_to_the_other_side_of_the_line():
    svg = tekening(grafiek(Staaf("A", (cijfer("-50"),), ("-50",)), Staaf("B", (cijfer("100"),), ("100",))))
    (links, breed), (rechts, _) = staven(svg)
    assert links + breed == pytest.approx(rechts, abs=0.02)


def test_series_differ_by_hatching_and_not_only_by_colour():
    reeksen = ("Een", "Twee", "Drie", "Vier")
    svg = tekening(grafiek(Staaf("A", tuple(cijfer("1") for _ in reeksen), ("1",) * 4), reeksen=reeksen))
    vullingen = [element.get("fill") for element in svg.findall(f"{SVG}rect")][:4]
    patronen = {element.get("id"): [deel.tag for deel in element] for element in svg.iter(f"{SVG}pattern")}
    assert len(set(vullingen)) == 4
    assert [f"url(#{naam})" for naam in patronen] == vullingen[1:]


def test_names_of_fills_differ_between_two_charts_on_one_page():
    svgs = tekeningen(GRAFIEK, replace(GRAFIEK, label="ander", number=9))
    namen = [{element.get("id") for element in svg.iter() if element.get("id")} for svg in svgs]
    assert not namen[0] & namen[1]


def test_a_long_name_is_broken_over_lines_and_stays_within_the_picture():
    naam = "Wettelijke taak uit het verdeelbesluit van 20 december 2024 " + "x" * 90
    letter = open_lettertype(voorbeeldhuisstijl().lettertype.bestanden["regular"])
    svg = tekening(grafiek(Staaf(naam, (cijfer("1"),), ("1",))))
    regels = [element for element in svg.iter(f"{SVG}text") if element.get("text-anchor") == "end"]
    assert len(regels) > 2
    assert all(float(r.get("x")) - letter.breedte(r.text, float(r.get("font-size"))) >= -0.01 for r in regels)


def test_a_chart_without_numbers_is_still_drawn():
    assert woorden(tekening(grafiek())) == ["Regulier"]


# --- time line ------------------------------------------------------------------------------------------

LANG = "een omschrijving die niet op een regel past " * 4


def test_moments_stand_in_order_of_time():
    lijn = replace(TIJDLIJN, momenten=(moment("2025-03-01", "later"), moment("2025-01-01", "eerder")))
    assert [tekst for tekst in woorden(tekening(lijn)) if tekst in {"eerder", "later"}] == ["eerder", "later"]


def test_no_two_labels_touch_however_close_the_days():
    momenten = (*(moment(f"2025-01-{dag:02}", LANG) for dag in (1, 1, 2, 3)), moment("2030-01-01", "ver weg"))
    svg = tekening(replace(TIJDLIJN, momenten=momenten))
    links = {element.get("x") for element in svg.iter(f"{SVG}text") if element.get("text-anchor") != "end"}
    for kolom in links:
        hoogten = sorted(float(e.get("y")) for e in svg.iter(f"{SVG}text") if e.get("x") == kolom)
        assert all(later - eerder >= 11 for eerder, later in pairwise(hoogten))


def test_more_time_is_more_distance():
    svg = tekening(
        replace(TIJDLIJN, momenten=tuple(moment(d, "m") for d in ("2025-01-01", "2025-01-08", "2026-01-08")))
    )
    een, twee, drie = (float(element.get("cy")) for element in svg.findall(f"{SVG}circle")[:3])
    assert drie - twee > twee - een


def test_each_kind_of_moment_has_its_own_shape_and_stands_in_the_legend():
    soorten = ("feit", "berekend", "norm", "aanname")
    lijn = replace(TIJDLIJN, momenten=tuple(moment(f"2025-0{i}-01", "m", soort=s) for i, s in enumerate(soorten, 1)))
    svg = tekening(lijn)
    assert {"datum uit een stuk", "berekende datum", "norm of afspraak", "aanname, zonder bron"} <= set(woorden(svg))
    assert len(svg.findall(f"{SVG}circle")) == 2 * 1 + 2 * 2
    assert len(svg.findall(f"{SVG}polygon")) == 2 * 1 + 2 * 2


def test_the_legend_names_only_what_occurs():
    assert "norm of afspraak" not in woorden(tekening(replace(TIJDLIJN, momenten=(moment("2025-01-01", "m"),))))


def test_what_lasts_is_a_bar_and_two_that_overlap_lie_side_by_side():
    momenten = (
        moment("2025-01-01", "een", tot="2025-06-01"),
        moment("2025-02-01", "twee", tot="2027-01-01"),
        moment("2025-08-01", "drie", tot="2025-09-01"),
    )
    svg = tekening(replace(TIJDLIJN, momenten=momenten))
    een, twee, drie, _legenda = (element.get("x") for element in svg.findall(f"{SVG}rect"))
    assert een != twee
    assert een == drie
    assert "periode" in woorden(svg)


def test_a_time_line_without_moments_is_still_drawn():
    assert tekening(replace(TIJDLIJN, momenten=())).find(f"{SVG}desc").text == plain_text(TIJDLIJN.alt)


# --- the font -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bestand", [b"", b"\x00\x01\x00\x00", b"\x00\x01\x00\x00\x00\x01" + b"x" * 40, b"geen letter" * 9]
)
def test_a_broken_font_is_a_sentence(bestand: bytes):
    huisstijl = voorbeeldhuisstijl()
    kapot = replace(huisstijl.lettertype, bestanden={**huisstijl.lettertype.bestanden, "regular": bestand})
    with pytest.raises(SchrijfError, match="lettertype is niet te lezen"):
        render_beelden(voorbeelddocument(), replace(huisstijl, lettertype=kapot))


def test_a_document_without_pictures_has_none():
    assert render_beelden(Document(voorbeelddocument().meta, ()), voorbeeldhuisstijl()) == {}


def test_a_font_cut_to_a_text_has_the_same_widths_and_a_tenth_of_the_size():
    geheel = voorbeeldhuisstijl().lettertype.bestanden["regular"]
    tekst = "Opiniërende nota: € 1.442, ‘één’ locatie – 33,6%"
    deel = open_lettertype(geheel).subset(sorted(set(tekst)))
    assert len(deel) < len(geheel) / 10
    assert open_lettertype(deel).breedte(tekst, 11) == open_lettertype(geheel).breedte(tekst, 11)


def namen(lettertype: bytes) -> set[int]:
    """Which entries the ``name`` table has: 0 copyright, 1 family, 13 licence …"""
    regel = lettertype.index(b"name", 12)
    (begin,) = struct.unpack_from(">I", lettertype, regel + 8)
    (aantal,) = struct.unpack_from(">H", lettertype, begin + 2)
    return {struct.unpack_from(">H", lettertype, begin + 12 + 12 * i)[0] for i in range(aantal)}


def test_a_cut_font_keeps_its_licence_and_leaves_its_reserved_name():
    geheel = voorbeeldhuisstijl().lettertype.bestanden["regular"]
    assert {0, 1, 4, 13} <= namen(geheel)
    assert namen(open_lettertype(geheel).subset("Raad")) == {0, 13, 14}


@pytest.mark.parametrize(("tekst", "aantal"), [("e", 2), ("eee", 2), ("é", 5)])
def test_a_copy_of_a_font_holds_only_the_glyphs_it_needs(tekst: str, aantal: int):
    """The one for what is missing, the letters, and what these are put together from: é of e and an accent."""
    kopie = open_lettertype(voorbeeldhuisstijl().lettertype.bestanden["regular"]).subset(tekst)
    regel = kopie.index(b"maxp", 12)
    (begin,) = struct.unpack_from(">I", kopie, regel + 8)

    assert struct.unpack_from(">H", kopie, begin + 4)[0] == aantal
