"""The Word writer: a valid file, always the same, with headings, notes, links, pages and pictures a reader needs."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace
from voorbeelddocument import (
    alinea,
    grijs_plaatje,
    voorbeeldbeelden,
    voorbeeldbrief,
    voorbeelddocument,
    voorbeeldhuisstijl,
)
from woordbestand import NS, W, alineas, deel, eigen_bestand, fouten, lees, namen, schrijf, woorden

from generator.document.nodes import (
    BulletList,
    Cijfer,
    Document,
    Footnote,
    FootnoteRef,
    Heading,
    Link,
    ListItem,
    NumberedList,
    PageBreak,
    Text,
)
from generator.document.walk import plain_text, walk
from generator.errors import SchrijfError
from generator.schrijvers.docx import write


@pytest.fixture(scope="module")
def bestand() -> bytes:
    return write(voorbeelddocument(), voorbeeldhuisstijl(), voorbeeldbeelden())


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
