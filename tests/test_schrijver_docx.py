"""The Word writer, through its front door: what python-docx, an auditor and LibreOffice make of its files."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from voorbeelddocument import (
    alinea,
    grijs_plaatje,
    voorbeeldbeelden,
    voorbeeldbrief,
    voorbeelddocument,
    voorbeeldhuisstijl,
)

from generator.document.nodes import (
    Antwoord,
    Artikel,
    BulletList,
    Cell,
    Cijfer,
    Document,
    Footnote,
    FootnoteRef,
    Heading,
    Herkomst,
    Lid,
    Link,
    ListItem,
    NumberedList,
    Ondertekenaar,
    Ondertekening,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
    Vraagpunt,
)
from generator.document.walk import cijfers, plain_text, walk
from generator.errors import SchrijfError
from generator.schrijvers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "f": "urn:raadwerk:feiten:1",
}


@pytest.fixture(scope="module")
def bestand() -> bytes:
    return write(voorbeelddocument(), voorbeeldhuisstijl(), voorbeeldbeelden())


def schrijf(*blokken, voetnoten: tuple[Footnote, ...] = (), **meta) -> bytes:
    """A paper with the head of the sample and these blocks."""
    voorbeeld = voorbeelddocument()
    document = Document(replace(voorbeeld.meta, **meta), (voorbeeld.blocks[0], *blokken), voetnoten)
    return write(document, voorbeeldhuisstijl(), voorbeeldbeelden())


def deel(bestand: bytes, naam: str) -> etree._Element:
    return etree.fromstring(lees(bestand, naam))


def lees(bestand: bytes, naam: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(bestand)) as archief:
        return archief.read(naam)


def namen(bestand: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(bestand)) as archief:
        return archief.namelist()


def woorden(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


def alineas(bestand: bytes, stijl: str) -> list[str]:
    """The words of every paragraph in this style, in order."""
    body = deel(bestand, "word/document.xml")
    return [woorden(p) for p in body.xpath(f"//w:p[w:pPr/w:pStyle/@w:val='{stijl}']", namespaces=NS)]


def fouten(bestand: bytes, map_: Path) -> list[str]:
    pad = map_ / "stuk.docx"
    pad.write_bytes(bestand)
    return [str(fout) for fout in OpenXmlValidator().validate(pad).errors]


# --- a valid file, always the same ------------------------------------------------------------------------


def test_an_audit_of_the_open_xml_schema_finds_no_errors(bestand, tmp_path):
    assert fouten(bestand, tmp_path) == []


def test_a_paper_without_facts_notes_or_pictures_is_valid_too(tmp_path):
    document = Document(replace(voorbeelddocument().meta, concept=False), (alinea("Kort."),))
    bestand = write(document, voorbeeldhuisstijl(), {})
    assert fouten(bestand, tmp_path) == []
    assert not [naam for naam in namen(bestand) if "header" in naam or "customXml" in naam]


def test_the_same_paper_is_the_same_bytes_under_another_time_zone_locale_folder_and_hash_seed(bestand, tmp_path):
    vraag = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from voorbeelddocument import *; from generator.schrijvers.docx import write\n"
        "sys.stdout.buffer.write(write(voorbeelddocument(), voorbeeldhuisstijl(), voorbeeldbeelden()))"
    )
    tests = Path(__file__).parent
    anders = subprocess.run(
        [sys.executable, "-c", vraag, str(tests), str(tests.parent)],
        cwd=tmp_path, capture_output=True, check=True,
        env={"TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert bestand == anders.stdout


def test_files_in_the_package_are_stored_sorted_and_of_1980(bestand):
    with zipfile.ZipFile(io.BytesIO(bestand)) as archief:
        leden = archief.infolist()
    assert [lid.filename for lid in leden] == sorted(lid.filename for lid in leden)
    assert {lid.date_time for lid in leden} == {(1980, 1, 1, 0, 0, 0)}
    assert {lid.compress_type for lid in leden} == {zipfile.ZIP_STORED}


# --- what python-docx sees --------------------------------------------------------------------------------


def test_python_docx_sees_the_headings_at_their_levels(bestand):
    stuk = docx.Document(io.BytesIO(bestand))
    koppen = [(p.style.name, p.text) for p in stuk.paragraphs if re.match(r"Title|Heading", p.style.name)]
    assert koppen == [
        ("Title", "Duurzame opvang van asielzoekers in de gemeente Dalfsen"),
        ("Heading 1", "Rol van de raad"),
        ("Heading 1", "1\tAanleiding"),
        ("Heading 2", "1.1\tWat er tot nu toe is gedaan"),
        ("Heading 1", "2\tHet verdeelbesluit"),
        ("Heading 1", "3\tVraagstukken"),
        ("Heading 1", "4\tPlanning"),
        ("Heading 1", "5\tBeslispunten"),
        ("Heading 1", "6\tArgumenten"),
        ("Heading 2", "1.1\tDe locatie is groot genoeg"),
        ("Heading 2", "2.1\tDe looptijd is lang"),
        ("Heading 1", "7\tOvereenkomst"),
        ("Heading 2", "Artikel 1. Begrippen"),
        ("Heading 2", "Artikel 2. Looptijd"),
        ("Heading 1", "Termijn en ontvangst"),
        ("Heading 1", "Bijlage 1 – Feitenoverzicht"),
    ]


def test_python_docx_sees_tables_pictures_and_margins(bestand):
    stuk = docx.Document(io.BytesIO(bestand))
    assert [tabel.rows[0].cells[0].text.strip() for tabel in stuk.tables] == [
        *("Soort opvang", "Toets, en wat de feiten zeggen", "de gemeentesecretaris,"),
    ]
    marges = voorbeeldhuisstijl().marges
    assert [vorm.width.mm for vorm in stuk.inline_shapes] == [pytest.approx(160, abs=0.1)] * 2
    assert stuk.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    assert stuk.sections[0].left_margin.mm == pytest.approx(marges["links"], abs=0.1)


def test_the_file_names_title_language_and_date_but_no_author(bestand):
    eigenschappen = docx.Document(io.BytesIO(bestand)).core_properties
    assert eigenschappen.title == "Opiniërende nota: Duurzame opvang van asielzoekers"
    assert eigenschappen.language == "nl-NL"
    assert eigenschappen.created.date().isoformat() == "2025-01-06"
    assert eigenschappen.author == ""
    assert eigenschappen.last_modified_by == ""


def test_every_word_of_the_tree_stands_in_the_file(bestand):
    geschreven = woorden(deel(bestand, "word/document.xml")) + woorden(deel(bestand, "word/footnotes.xml"))
    tekst = {node.text for node in walk(voorbeelddocument()) if isinstance(node, Text | Cijfer)}
    in_beeld = {node.text for blok in walk(voorbeelddocument()) if hasattr(blok, "alt") for node in walk(blok)
                if isinstance(node, Text | Cijfer)}  # fmt: skip
    assert [stuk for stuk in sorted(tekst - in_beeld) if stuk not in geschreven] == []


def test_language_is_dutch_and_nothing_is_hyphenated(bestand):
    stijlen, instellingen = deel(bestand, "word/styles.xml"), deel(bestand, "word/settings.xml")
    assert stijlen.xpath("//w:lang/@w:val", namespaces=NS) == ["nl-NL"]
    assert instellingen.xpath("w:themeFontLang/@w:val", namespaces=NS) == ["nl-NL"]
    assert instellingen.xpath("w:autoHyphenation/@w:val", namespaces=NS) == ["0"]
    assert instellingen.xpath("w:compat/w:compatSetting/@w:val", namespaces=NS) == ["15"]


# --- figures ----------------------------------------------------------------------------------------------


def besturing(bestand: bytes, pad: str) -> list[etree._Element]:
    body = deel(bestand, "word/document.xml")
    return body.xpath(f"//w:sdt[w:sdtPr/w:alias/@w:val='{pad}']", namespaces=NS)


def test_every_figure_in_running_text_is_a_control_bound_to_an_element_with_its_text(bestand):
    waarden = deel(bestand, "customXml/item1.xml")
    gevonden = [
        (sdt.xpath("string(w:sdtPr/w:alias/@w:val)", namespaces=NS), woorden(sdt), binding)
        for naam in ("word/document.xml", "word/footnotes.xml")
        for sdt in deel(bestand, naam).iter(f"{W}sdt")
        for binding in sdt.xpath("w:sdtPr/w:dataBinding/@w:xpath", namespaces=NS)
    ]
    in_link_of_beeld = [
        cijfer
        for node in walk(voorbeelddocument())
        if isinstance(node, Link) or hasattr(node, "alt")
        for cijfer in cijfers(node)
    ]
    verwacht = list(cijfers(voorbeelddocument()))
    for cijfer in in_link_of_beeld:
        verwacht.remove(cijfer)
    assert sorted((cijfer.pad, cijfer.text) for cijfer in verwacht) == sorted(
        (pad, tekst) for pad, tekst, _ in gevonden
    )
    assert [tekst for _, tekst, _ in gevonden] == [
        waarden.xpath(f"string({pad})", namespaces=NS) for _, _, pad in gevonden
    ]


def test_the_bound_part_is_the_one_with_the_id_that_the_controls_name(bestand):
    eigen = deel(bestand, "customXml/itemProps1.xml").values()
    genoemd = set(deel(bestand, "word/document.xml").xpath("//w:dataBinding/@w:storeItemID", namespaces=NS))
    assert set(eigen) == genoemd


def test_a_fact_in_two_forms_has_two_elements_and_the_tag_follows_path_and_form(bestand):
    getal, in_woorden = (besturing(bestand, "taak.totaal")[nummer] for nummer in (0, 1))
    tags = [sdt.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=NS) for sdt in (getal, in_woorden)]
    assert len(set(tags)) == 2
    assert tags[0] in [
        sdt.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=NS)
        for sdt in besturing(schrijf(alinea(Cijfer("170", "taak.totaal", "getal"))), "taak.totaal")
    ]


def test_one_form_printed_in_two_ways_keeps_both():
    bestand = schrijf(alinea(Cijfer("Zes", "duur", "woorden"), " of ", Cijfer("zes", "duur", "woorden")))
    paden = {woorden(sdt): sdt.xpath("string(w:sdtPr/w:dataBinding/@w:xpath)", namespaces=NS)
             for sdt in besturing(bestand, "duur")}  # fmt: skip
    waarden = deel(bestand, "customXml/item1.xml")
    assert {tekst: waarden.xpath(f"string({pad})", namespaces=NS) for tekst, pad in paden.items()} == {
        "Zes": "Zes",
        "zes": "zes",
    }


def test_computed_figures_and_figures_in_a_quotation_are_locked_and_others_are_not(bestand):
    def sloten(pad: str) -> set[str]:
        return {sdt.xpath("string(w:sdtPr/w:lock/@w:val)", namespaces=NS) for sdt in besturing(bestand, pad)}

    assert sloten("taak.totaal") == {"sdtContentLocked"}
    assert sloten("verdeelbesluit.datum") == {""}


def test_an_open_fact_is_marked(bestand):
    (sdt,) = besturing(bestand, "stuk.zaaknummer")
    assert sdt.xpath("w:sdtContent/w:r/w:rPr/w:rStyle/@w:val", namespaces=NS) == ["OpenPlek"]


def test_a_figure_of_several_lines_keeps_its_lines():
    (sdt,) = besturing(schrijf(alinea(Cijfer("Dorp 1\nDalfsen", "gemeente.adres", "tekst"))), "gemeente.adres")
    assert len(list(sdt.iter(f"{W}br"))) == 1
    assert sdt.xpath("w:sdtPr/w:text/@w:multiLine", namespaces=NS) == ["1"]


def test_the_bound_part_holds_no_more_than_the_paper_shows(bestand):
    getoond = {cijfer.text for cijfer in cijfers(voorbeelddocument())}
    assert {element.text for element in deel(bestand, "customXml/item1.xml")} <= getoond


@pytest.mark.parametrize(
    "waarde",
    [
        "**vet**",
        "<script>alert(1)</script>",
        "a & b",
        "]]>",
        "{{ geheim }}",
        "#set x",
        "\u200fomgekeerd",
        "| a | b |",
        "  ruim  ",
    ],
)
def test_a_value_that_looks_like_markup_comes_out_literally(waarde, tmp_path):
    bestand = schrijf(alinea("Zo: ", Cijfer(waarde, "proef", "tekst"), "."))
    assert f"Zo: {waarde}." in alineas(bestand, "Normal")
    assert fouten(bestand, tmp_path) == []


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_refused_by_the_name_of_its_fact(teken):
    blok = Paragraph((Cijfer(f"a{teken}", "locatie.naam", "tekst"),), herkomst=Herkomst("teksten/a.md", 3))
    with pytest.raises(SchrijfError, match=r"teksten/a\.md:3: het feit ‘locatie\.naam’ bevat een stuurteken"):
        schrijf(blok)


def test_a_control_character_in_the_text_of_a_template_is_refused_too():
    with pytest.raises(SchrijfError, match="de tekst bevat een stuurteken"):
        schrijf(alinea("a\x07"))


# --- tables -----------------------------------------------------------------------------------------------


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


# --- questions and signatures -----------------------------------------------------------------------------


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


def test_a_table_at_the_end_is_followed_by_a_paragraph_that_makes_no_page_of_its_own(tmp_path):
    tabel = replace(next(blok for blok in voorbeelddocument().blocks if isinstance(blok, Table)), note=())
    bestand = schrijf(tabel)
    laatste = deel(bestand, "word/document.xml")[0][-2]
    assert laatste.tag == f"{W}p"
    assert {f"{W}before": "0", f"{W}after": "0", f"{W}line": "20", f"{W}lineRule": "exact"} == dict(
        laatste.find(f"{W}pPr/{W}spacing").attrib
    )
    assert fouten(bestand, tmp_path) == []


# --- lists, notes, links, pages ---------------------------------------------------------------------------


def nummering(bestand: bytes) -> list[tuple[str, str]]:
    body = deel(bestand, "word/document.xml")
    return [
        (p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)", namespaces=NS), woorden(p))
        for p in body.xpath("//w:p[w:pPr/w:numPr]", namespaces=NS)
    ]


def test_each_numbered_list_counts_for_itself_from_its_own_start():
    lijst = NumberedList((ListItem((alinea("een"),)), ListItem((alinea("twee"),))))
    bestand = schrijf(lijst, replace(lijst, start=5))
    eerste, tweede = dict.fromkeys(nummer for nummer, _ in nummering(bestand))
    opmaak = deel(bestand, "word/numbering.xml")
    begin = {
        nummer: opmaak.xpath(f"string(w:num[@w:numId='{nummer}']//w:startOverride/@w:val)", namespaces=NS)
        for nummer in (eerste, tweede)
    }
    assert list(begin.values()) == ["1", "5"]


def test_a_list_item_without_words_of_its_own_keeps_its_bullet():
    binnen = BulletList((ListItem((alinea("binnen"),)),))
    assert [tekst for _, tekst in nummering(schrijf(BulletList((ListItem((binnen,)),))))] == ["", "binnen"]


def test_a_second_reference_to_a_note_repeats_the_mark_of_the_first(tmp_path):
    bestand = schrijf(
        alinea("Een", FootnoteRef(1), " en nog eens", FootnoteRef(1)), voetnoten=(Footnote(1, (alinea("Noot."),)),)
    )
    body = deel(bestand, "word/document.xml")
    assert body.xpath("//w:footnoteReference/@w:id", namespaces=NS) == ["1"]
    assert body.xpath("//w:fldSimple/@w:instr", namespaces=NS) == [" NOTEREF _noot1 \\f \\h "]
    assert fouten(bestand, tmp_path) == []


def test_notes_are_footnotes_of_word(bestand):
    noten = deel(bestand, "word/footnotes.xml").findall(f"{W}footnote")
    assert [noot.get(f"{W}id") for noot in noten] == ["-1", "0", "1", "2"]
    assert woorden(noten[2]).strip().startswith("De opiniërende nota noemt oktober 2023.")


def test_a_link_within_the_paper_goes_to_a_bookmark_that_is_there(bestand):
    body = deel(bestand, "word/document.xml")
    doelen = set(body.xpath("//w:bookmarkStart/@w:name", namespaces=NS))
    assert body.xpath("//w:hyperlink/@w:anchor", namespaces=NS) == [
        *("tabel_taak", "aanleiding", "aantal", "ingang", "wat_heet", "coa"),
    ]
    assert {"tabel_taak", "aanleiding", "vraag_2a", "tijdlijn", "grafiek", "rol"} <= doelen


@pytest.mark.parametrize("label", ["x" * 60, "2-begint-met-cijfer", "met_streep", "met spatie en é"])
def test_any_label_becomes_a_bookmark_that_word_takes(label):
    bestand = schrijf(Heading(2, (Text("Kop"),), label), alinea(Link((Text("naar de kop"),), f"#{label}")))
    body = deel(bestand, "word/document.xml")
    (anker,) = body.xpath("//w:hyperlink/@w:anchor", namespaces=NS)
    assert anker in body.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert re.fullmatch(r"[A-Za-z]\w{0,39}", anker, re.ASCII)


def test_a_web_address_with_odd_characters_is_written_as_an_address(tmp_path):
    bestand = schrijf(alinea(Link((Text("het besluit"),), 'https://voorbeeld.nl/a b?c="d"&e=%20ë')))
    assert b'Target="https://voorbeeld.nl/a%20b?c=%22d%22&amp;e=%20%C3%AB"' in lees(
        bestand, "word/_rels/document.xml.rels"
    )
    assert fouten(bestand, tmp_path) == []


def test_a_link_in_a_note_belongs_to_the_notes(tmp_path):
    noot = Footnote(1, (alinea(Link((Text("de wet"),), "https://wetten.overheid.nl/")),))
    bestand = schrijf(alinea("Zie", FootnoteRef(1)), voetnoten=(noot,))
    assert b"wetten.overheid.nl" in lees(bestand, "word/_rels/footnotes.xml.rels")
    assert fouten(bestand, tmp_path) == []


def test_a_page_break_starts_a_page_at_what_follows():
    body = deel(schrijf(alinea("Voor."), PageBreak(), alinea("Na.")), "word/document.xml")
    assert [woorden(p) for p in body.xpath("//w:p[w:pPr/w:pageBreakBefore]", namespaces=NS)] == ["Na."]


def test_the_footer_names_the_paper_and_counts_the_pages(bestand):
    voet = deel(bestand, "word/footer1.xml")
    assert woorden(voet) == "Dalfsen · Opiniërende nota · versie 0.3Pagina 1 van 1"
    assert voet.xpath("//w:fldSimple/@w:instr", namespaces=NS) == [" PAGE ", " NUMPAGES "]


def test_an_internal_paper_says_so_on_every_page_and_at_the_top_where_the_footer_is_a_municipality_s_own():
    stuk = replace(voorbeelddocument(), meta=replace(voorbeelddocument().meta, openbaarheid="intern"))
    ons = write(stuk, voorbeeldhuisstijl(), voorbeeldbeelden())
    eigen = write(stuk, voorbeeldhuisstijl(word=eigen_bestand()), voorbeeldbeelden())

    assert woorden(deel(ons, "word/footer1.xml")).startswith("Intern · Dalfsen")
    assert "Intern stuk: niet voor publicatie" == docx.Document(io.BytesIO(eigen)).paragraphs[0].text


def test_a_concept_bears_the_word_on_every_page_and_a_definitive_paper_does_not(bestand):
    assert b'string="CONCEPT"' in lees(bestand, "word/header1.xml")
    assert not [naam for naam in namen(schrijf(alinea("Klaar."), concept=False)) if "header" in naam]


# --- pictures ---------------------------------------------------------------------------------------------


def test_a_picture_has_its_alternative_text_and_a_caption_under_it(bestand):
    beelden = deel(bestand, "word/document.xml").xpath("//wp:docPr/@descr", namespaces=NS)
    assert beelden == [plain_text(blok.alt) for blok in voorbeelddocument().blocks if hasattr(blok, "alt")]
    assert alineas(bestand, "Caption") == [
        "Tabel 1. Wettelijke taak en indicatief aantal opvangplaatsen",
        "Figuur 1. Taak en plaatsen, regulier en amv apart",
        "Figuur 2. De wettelijke stappen in de tijd",
    ]


def test_a_picture_wider_than_the_text_is_made_to_fit():
    voorbeeld = voorbeelddocument()
    bestand = write(voorbeeld, voorbeeldhuisstijl(), dict.fromkeys(voorbeeldbeelden(), grijs_plaatje(4000, 1000)))
    vorm = docx.Document(io.BytesIO(bestand)).inline_shapes[0]
    marges = voorbeeldhuisstijl().marges
    assert vorm.width.mm == pytest.approx(210 - marges["links"] - marges["rechts"], abs=0.1)
    assert vorm.width == pytest.approx(4 * vorm.height, abs=4)


@pytest.mark.parametrize(
    ("beelden", "klacht"),
    [
        ({}, "van figuur ‘grafiek’ is geen beeld gemaakt"),
        ({"grafiek": b"<svg/>", "tijdlijn": b""}, "het beeld van figuur ‘grafiek’ is geen PNG"),
        ({"grafiek": grijs_plaatje(0, 0), "tijdlijn": b""}, "het beeld van figuur ‘grafiek’ is leeg"),
    ],
)
def test_a_picture_that_is_missing_or_no_png_is_refused(beelden, klacht):
    with pytest.raises(SchrijfError, match=klacht):
        write(voorbeelddocument(), voorbeeldhuisstijl(), beelden)


@pytest.mark.parametrize(("maak", "hoogte"), [(voorbeelddocument, 16), (voorbeeldbrief, 12)])
def test_the_logo_of_the_house_style_is_a_picture_that_says_what_it_shows(maak, hoogte, tmp_path):
    stijl = replace(voorbeeldhuisstijl(), logo=b"<svg/>", logo_alt='Wapen "Dalfsen"')
    bestand = write(maak(), stijl, voorbeeldbeelden(), grijs_plaatje(400, 100))
    eerste = next(deel(bestand, "word/document.xml").iter(f"{{{NS['wp']}}}inline"))
    assert eerste.find(f"{{{NS['wp']}}}docPr").get("descr") == 'Wapen "Dalfsen"'
    maat = eerste.find(f"{{{NS['wp']}}}extent")
    assert (int(maat.get("cx")), int(maat.get("cy"))) == (4 * hoogte * 36_000, hoogte * 36_000)
    assert fouten(bestand, tmp_path) == []


def test_without_a_logo_the_paper_begins_with_the_name_of_the_municipality(bestand):
    assert alineas(bestand, "Afzender") == ["Gemeente Dalfsen"]


# --- a municipality's own Word file -----------------------------------------------------------------------


def eigen_bestand() -> bytes:
    """A reference as a municipality might make it: another heading colour, a header, and a name in it."""
    eigen = docx.Document()
    eigen.core_properties.author = "J. Jansen"
    eigen.styles["Heading 1"].font.name = "Georgia"
    eigen.sections[0].header.paragraphs[0].text = "Gemeente Dalfsen"
    eigen.add_paragraph("Oude tekst die niet mee mag.")
    geheugen = io.BytesIO()
    eigen.save(geheugen)
    return geheugen.getvalue()


@pytest.fixture(scope="module")
def op_eigen_bestand() -> bytes:
    return write(voorbeelddocument(), voorbeeldhuisstijl(word=eigen_bestand()), voorbeeldbeelden())


def test_a_municipality_s_own_styles_page_and_header_are_used(op_eigen_bestand):
    stuk = docx.Document(io.BytesIO(op_eigen_bestand))
    eigen = docx.Document(io.BytesIO(eigen_bestand()))
    assert stuk.styles["Heading 1"].font.name == "Georgia"
    assert stuk.sections[0].page_width == eigen.sections[0].page_width
    assert stuk.sections[0].header.paragraphs[0].text == "Gemeente Dalfsen"
    assert {p.style.name for p in stuk.paragraphs} >= {"Title", "Heading 1", "Kenmerk", "Kader", "Quote"}


def test_on_a_municipality_s_own_file_words_are_ours_and_names_stay_out(op_eigen_bestand):
    alles = b"".join(lees(op_eigen_bestand, naam) for naam in namen(op_eigen_bestand))
    assert b"Oude tekst" not in alles
    assert b"Jansen" not in alles
    assert not [naam for naam in namen(op_eigen_bestand) if "thumbnail" in naam]


def test_new_parts_take_a_free_name_in_a_municipality_s_own_file(op_eigen_bestand):
    assert {"customXml/item1.xml", "customXml/item2.xml"} <= set(namen(op_eigen_bestand))
    assert b"urn:raadwerk:feiten:1" in lees(op_eigen_bestand, "customXml/item2.xml")


def test_a_municipality_s_own_header_gets_the_watermark(op_eigen_bestand):
    kop = lees(op_eigen_bestand, "word/header1.xml")
    assert b"Gemeente Dalfsen" in kop
    assert b'string="CONCEPT"' in kop


def test_tab_stops_of_a_municipality_s_footer_style_do_not_catch_the_page_number(op_eigen_bestand):
    voet = next(naam for naam in namen(op_eigen_bestand) if naam.startswith("word/footer"))
    tabs = deel(op_eigen_bestand, voet).xpath("//w:tab[@w:pos]", namespaces=NS)
    geteld = [(tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in tabs]
    assert geteld == [("clear", "4680"), ("right", "8640"), ("clear", "9360")]


def test_a_paper_on_a_municipality_s_own_file_has_no_errors_that_the_file_had_not(op_eigen_bestand, tmp_path):
    (tmp_path / "eigen").mkdir()
    had = set(fouten(eigen_bestand(), tmp_path / "eigen"))
    assert [fout for fout in fouten(op_eigen_bestand, tmp_path) if fout not in had] == []


def test_a_municipality_s_style_that_numbers_headings_does_not_number_them_twice():
    eigen = docx.Document()
    eigen.styles["Heading 2"].base_style = eigen.styles["Heading 1"]
    eigenschappen = eigen.styles["Heading 1"].element.get_or_add_pPr()
    eigenschappen.get_or_add_numPr().get_or_add_numId().val = 1
    geheugen = io.BytesIO()
    eigen.save(geheugen)
    bestand = write(voorbeelddocument(), voorbeeldhuisstijl(word=geheugen.getvalue()), voorbeeldbeelden())
    koppen = [p for p in docx.Document(io.BytesIO(bestand)).paragraphs if p.style.name.startswith("Heading")]
    assert [p.paragraph_format.element.pPr.numPr.numId.val for p in koppen] == [0] * len(koppen)


def test_no_style_has_the_id_of_another(op_eigen_bestand):
    ids = deel(op_eigen_bestand, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=NS)
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("inhoud", [b"", b"geen zip", eigen_bestand()[:2000]])
def test_an_own_file_that_is_no_word_file_is_refused_with_a_way_out(inhoud):
    with pytest.raises(SchrijfError, match=r"(?s)het eigen Word-bestand is niet te lezen.*sla het opnieuw op"):
        write(voorbeelddocument(), voorbeeldhuisstijl(word=inhoud), voorbeeldbeelden())


def test_an_own_file_of_another_kind_is_refused():
    geheugen = io.BytesIO()
    with zipfile.ZipFile(geheugen, "w") as archief:
        archief.writestr("a.txt", "geen Word")
    with pytest.raises(SchrijfError, match="het eigen Word-bestand is niet te lezen"):
        write(voorbeelddocument(), voorbeeldhuisstijl(word=geheugen.getvalue()), voorbeeldbeelden())


# --- LibreOffice ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("eigen", [None, eigen_bestand()], ids=["huisstijl", "eigen bestand"])
def test_libreoffice_opens_the_paper_and_prints_every_figure(eigen, tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is er niet: niet bekeken hoe het stuk opent")
    pdfium = pytest.importorskip("pypdfium2")
    stuk = tmp_path / "stuk.docx"
    stuk.write_bytes(write(voorbeelddocument(), voorbeeldhuisstijl(word=eigen), voorbeeldbeelden()))
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless", "--convert-to",
         'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}', "--outdir", tmp_path, stuk],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with pdfium.PdfDocument(tmp_path / "stuk.pdf") as pdf:
        bladen = [bladzij.get_textpage().get_text_range() for bladzij in pdf]
    tekst = re.sub(r"\s+", " ", " ".join(bladen))
    gedrukt = [
        cijfer.text for blok in voorbeelddocument().blocks if not hasattr(blok, "alt") for cijfer in cijfers(blok)
    ]
    assert [cijfer for cijfer in gedrukt if cijfer not in tekst] == []
    assert f"van {len(bladen)}" in tekst or eigen is not None
