"""Tables, questions and signatures in Word: what stands together stays together, and what is long may break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from voorbeelddocument import (
    alinea,
    voorbeeldbeelden,
    voorbeelddocument,
    voorbeeldhuisstijl,
)
from woordbestand import NS, W, deel, fouten, schrijf, woorden

from generator.document.nodes import (
    Antwoord,
    Artikel,
    BulletList,
    Cell,
    Cijfer,
    Heading,
    Lid,
    LineBreak,
    ListItem,
    NumberedList,
    Ondertekenaar,
    Ondertekening,
    Row,
    Table,
    Text,
    Vraagpunt,
)
from generator.schrijvers.docx import write

if TYPE_CHECKING:
    from lxml import etree


@pytest.fixture(scope="module")
def bestand() -> bytes:
    return write(voorbeelddocument(), voorbeeldhuisstijl(), voorbeeldbeelden())


def test_a_table_repeats_its_header_keeps_its_rows_whole_and_says_what_it_is(bestand):
    tabel = deel(bestand, "word/document.xml").find(f".//{W}tbl")
    rijen = tabel.findall(f"{W}tr")
    assert [rij.find(f"{W}trPr/{W}tblHeader") is not None for rij in rijen] == [True, False, False, False]
    assert all(rij.find(f"{W}trPr/{W}cantSplit") is not None for rij in rijen)
    assert tabel.xpath("string(w:tblPr/w:tblCaption/@w:val)", namespaces=NS) == (
        "Wettelijke taak en indicatief aantal opvangplaatsen"
    )
    assert tabel.xpath("string(w:tblPr/w:tblDescription/@w:val)", namespaces=NS) == (
        "Kolommen: Soort opvang, Taak, Indicatief."
    )
    assert tabel.xpath("string(w:tblPr/w:tblLook/@w:firstColumn)", namespaces=NS) == "1"


def test_column_widths_fill_the_text_width_exactly(bestand):
    tabel = deel(bestand, "word/document.xml").find(f".//{W}tbl")
    kolommen = [int(maat) for maat in tabel.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NS)]
    assert sum(kolommen) == int(tabel.xpath("string(w:tblPr/w:tblW/@w:w)", namespaces=NS))
    assert kolommen[0] == pytest.approx(3 * kolommen[1], abs=2)


def test_a_lone_date_may_break_before_its_year_where_a_wide_font_would_cut_it():
    datum = Cijfer("24\u00a0september\u00a02025", "datums.eind", "")
    rij = Row((Cell((datum,)), Cell((Text("tot "), datum)), Cell((datum,)), Cell((Text("ruim"),))))
    tabel = Table(rij, (rij,), (Text("Smal en breed"),), 1, "smal", (18, 18, 40, 24))
    cellen = deel(schrijf(tabel, alinea(datum)), "word/document.xml").iter(f"{W}tc")

    assert ["24\u00a0september 2025", "tot 24\u00a0september\u00a02025", "24\u00a0september\u00a02025", "ruim"] == [
        woorden(cel) for cel in cellen
    ][4:]


def test_numbers_stand_right_and_a_total_is_set_apart(bestand):
    rijen = deel(bestand, "word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")
    assert rijen[1].xpath("w:tc/w:p/w:pPr/w:jc/@w:val", namespaces=NS) == ["right", "right"]
    assert set(rijen[3].xpath("w:tc/w:p/w:pPr/w:pStyle/@w:val", namespaces=NS)) == {"Tabeltotaal"}
    assert len(rijen[3].xpath("w:tc/w:tcPr/w:tcBorders/w:top", namespaces=NS)) == 3


def test_a_caption_stands_above_its_table_and_stays_with_it(bestand):
    boven = deel(bestand, "word/document.xml").find(f".//{W}tbl").getprevious()
    assert woorden(boven) == "Tabel 1. Wettelijke taak en indicatief aantal opvangplaatsen"
    assert boven.find(f"{W}pPr/{W}keepNext") is not None


def test_a_long_table_may_break_between_its_rows_but_not_after_the_first():
    rijen = tuple(Row((Cell((Text(str(nummer)),)),)) for nummer in range(30))
    tabel = Table(Row((Cell((Text("Nummer"),)),)), rijen, (Text("Lang"),), 1, "lang", (100,))
    geschreven = deel(schrijf(tabel), "word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")
    bij_volgende = [rij.find(f".//{W}keepNext") is not None for rij in geschreven]
    assert bij_volgende == [True, True, *[False] * 27, True, False]


def test_a_table_of_at_most_a_third_of_a_page_is_not_broken():
    rijen = tuple(Row((Cell((Text(str(nummer)),)),)) for nummer in range(5))
    tabel = Table(Row((Cell((Text("Nummer"),)),)), rijen, (Text("Kort"),), 1, "kort", (100,), (Text("Een noot."),))
    geschreven = deel(schrijf(tabel), "word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")
    assert all(rij.find(f".//{W}keepNext") is not None for rij in geschreven)  # the last stays with the note


def test_the_first_cell_of_a_row_is_bold_where_it_heads_the_row(bestand):
    rijen = deel(bestand, "word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")
    assert rijen[1].xpath("w:tc/w:p/w:pPr/w:pStyle/@w:val", namespaces=NS) == [
        *("Tabelrijkop", "Tabeltekst", "Tabeltekst"),
    ]


def _vraag(nummer: str) -> Vraagpunt:
    return Vraagpunt(nummer, f"vraag-{nummer}", (Text("Goed?"),), (
        Antwoord("ja", (Text("dan door"),)), Antwoord("nee, omdat", (Text("dan terug"),))))  # fmt: skip


def test_a_question_stays_whole_with_its_answers():
    bestand = schrijf(_vraag("1"), alinea("Verder."))
    delen = [p for p in deel(bestand, "word/document.xml").iter(f"{W}p") if _stijl(p) in {"Vraag", "Antwoord"}]
    assert [woorden(p) for p in delen] == ["Vraag 1Goed?", "jadan door", "nee, omdatdan terug"]
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in delen] == [True, True, False]


def test_the_frames_of_two_questions_do_not_run_together():
    body = deel(schrijf(_vraag("1"), _vraag("2")), "word/document.xml")
    marges = [p.xpath("string(w:pPr/w:ind/@w:right)", namespaces=NS) for p in body.iter(f"{W}p")
              if _stijl(p) in {"Vraag", "Antwoord"}]  # fmt: skip
    assert len(set(marges[:3])) == len(set(marges[3:])) == 1
    assert marges[0] != marges[3]


def test_a_number_at_the_right_stands_apart_from_the_words_beside_it():
    rij = Row((Cell((Text("21"),), align="right"), Cell((Text("22"),), align="right"), Cell((Text("24 maart"),))))
    tabel = Table(rij, (rij,), (Text("Dagen"),), 1, "dagen", (30, 30, 40))
    ruimte = [
        cel.xpath("string(w:p/w:pPr/w:ind/@w:right)", namespaces=NS)
        for cel in deel(schrijf(tabel, alinea("Slot.")), "word/document.xml").iter(f"{W}tc")
    ]

    assert ["", "140", ""] * 2 == ruimte


def _stijl(alinea_: etree._Element) -> str:
    return alinea_.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS)


def _ondertekening(*functies: str) -> Ondertekening:
    return Ondertekening((Text("Namens,"),), tuple(Ondertekenaar(wie, (Text(f"naam {wie}"),)) for wie in functies))


def test_who_sign_stand_side_by_side_each_office_with_its_name():
    bestand = schrijf(alinea("Slot."), _ondertekening("a", "b", "c"))
    rijen = deel(bestand, "word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")
    assert [[woorden(cel) for cel in rij.findall(f"{W}tc")] for rij in rijen] == [
        *(["a,naam a", "b,naam b"], ["c,naam c", ""]),
    ]
    assert len(set(rijen[0].xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=NS))) == 1


def test_one_who_signs_needs_no_table():
    body = deel(schrijf(alinea("Slot."), _ondertekening("a")), "word/document.xml")
    assert body.find(f".//{W}tbl") is None
    assert woorden(body).endswith("Namens,a,naam a")


def test_a_line_for_each_party_stands_apart_from_the_offices():
    regels = (Text("Voor de een."), LineBreak(), Text("Voor de ander."))
    body = deel(schrijf(alinea("Slot."), replace(_ondertekening("a", "b"), namens=regels)), "word/document.xml")
    namens = next(p for p in body.iter(f"{W}p") if woorden(p).startswith("Voor de een."))

    assert ["280"] == namens.xpath("w:pPr/w:spacing/@w:after", namespaces=NS)


@pytest.mark.parametrize("ervoor", ["alinea", "tabel"])
def test_a_signature_takes_what_stands_before_it_along_to_its_page(ervoor):
    tabel = replace(next(blok for blok in voorbeelddocument().blocks if isinstance(blok, Table)), note=())
    bestand = schrijf(tabel if ervoor == "tabel" else alinea("Slot."), _ondertekening("a"))
    namens = next(p for p in deel(bestand, "word/document.xml").iter(f"{W}p") if woorden(p) == "Namens,")
    vorige = namens.getprevious()
    laatste = [vorige] if ervoor == "alinea" else list(vorige.findall(f"{W}tr")[-1].iter(f"{W}p"))
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in laatste)


def _vast(bestand):
    """Of each paragraph of `bestand` its words, and whether it stays on the page of what follows."""
    alineas = deel(bestand, "word/document.xml").iter(f"{W}p")
    return {woorden(p): p.find(f"{W}pPr/{W}keepNext") is not None for p in alineas}


def test_the_last_article_stays_on_the_page_of_the_signatures():
    leden = tuple(Lid(nummer, "", (alinea(f"Lid {nummer}."),)) for nummer in (1, 2))
    artikelen = [Artikel(nummer, 2, f"a{nummer}", (Text("Slot"),), leden) for nummer in (8, 9)]
    vast = _vast(schrijf(*artikelen, Heading(2, (Text("Teken"),), "teken"), alinea("Hier."), _ondertekening("a")))
    assert vast["Lid 1."]
    assert vast["Lid 2."]
    assert not _vast(schrijf(*artikelen, *[alinea("Verder.")] * 4, _ondertekening("a")))["Lid 2."]


def test_a_short_list_stays_whole():
    lijst = NumberedList(tuple(ListItem((alinea(f"Stap {nummer}."),)) for nummer in range(3)))
    vast = _vast(schrijf(lijst, alinea("Verder.")))
    assert [True, True, False] == [vast[f"Stap {nummer}."] for nummer in range(3)]


def test_words_that_lead_in_to_a_list_stay_on_the_page_of_the_list():
    lijst = BulletList((ListItem((alinea("Eis."),)),))
    vast = _vast(schrijf(alinea("Eerst."), alinea("Nodig is:"), lijst, alinea("Verder.")))
    assert [False, True, False] == [vast[woorden] for woorden in ("Eerst.", "Nodig is:", "Verder.")]


def test_a_table_at_the_end_is_followed_by_a_paragraph_that_makes_no_page_of_its_own(tmp_path):
    tabel = replace(next(blok for blok in voorbeelddocument().blocks if isinstance(blok, Table)), note=())
    bestand = schrijf(tabel)
    laatste = deel(bestand, "word/document.xml")[0][-2]
    assert laatste.tag == f"{W}p"
    assert {f"{W}before": "0", f"{W}after": "0", f"{W}line": "20", f"{W}lineRule": "exact"} == dict(
        laatste.find(f"{W}pPr/{W}spacing").attrib
    )
    assert fouten(bestand, tmp_path) == []
