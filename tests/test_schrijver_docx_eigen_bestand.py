"""A paper on a municipality's own Word file has its styles, and every paper opens in LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from voorbeelddocument import (
    voorbeeldbeelden,
    voorbeelddocument,
    voorbeeldhuisstijl,
)
from woordbestand import NS, W, deel, eigen_bestand, fouten, lees, namen

from generator.document.walk import cijfers
from generator.errors import SchrijfError
from generator.schrijvers.docx import write


@pytest.fixture(scope="module")
def bestand() -> bytes:
    return write(voorbeelddocument(), voorbeeldhuisstijl(), voorbeeldbeelden())


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


@pytest.fixture(scope="module")
def geopend(tmp_path_factory):
    """A folder in which LibreOffice made a PDF of both papers; it starts once for them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is er niet: niet bekeken hoe het stuk opent")
    map_ = tmp_path_factory.mktemp("libreoffice")
    for naam, eigen in (("huisstijl", None), ("eigen", eigen_bestand())):
        bytes_ = write(voorbeelddocument(), voorbeeldhuisstijl(word=eigen), voorbeeldbeelden())
        (map_ / f"{naam}.docx").write_bytes(bytes_)
    subprocess.run(
        [soffice, f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless", "--convert-to",
         'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}', "--outdir", map_,
         map_ / "huisstijl.docx", map_ / "eigen.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return map_


@pytest.mark.parametrize("naam", ["huisstijl", "eigen"])
def test_libreoffice_opens_the_paper_and_prints_every_figure(naam, geopend):
    pdfium = pytest.importorskip("pypdfium2")
    with pdfium.PdfDocument(geopend / f"{naam}.pdf") as pdf:
        bladen = [bladzij.get_textpage().get_text_range() for bladzij in pdf]
    tekst = re.sub(r"\s+", " ", " ".join(bladen))
    gedrukt = [
        cijfer.text for blok in voorbeelddocument().blocks if not hasattr(blok, "alt") for cijfer in cijfers(blok)
    ]
    assert [cijfer for cijfer in gedrukt if cijfer not in tekst] == []
    assert f"van {len(bladen)}" in tekst or naam == "eigen"
