"""What lies there is read again: the words of Word files and PDFs, and every fact found where the tree says it is."""

import zipfile
from io import BytesIO

import docx
import pypdf
import pytest

from generator.errors import InvoerError
from generator.lezers import docx as word, pdf

OUD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how a .doc begins, and a .docx with a password


def bewaar(bestand):
    uit = BytesIO()
    bestand.save(uit)
    return uit.getvalue()


def vervang(bestand, oud, nieuw, deel="word/document.xml"):
    """A Word file with other XML in one of its parts."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(bestand)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam).decode() if naam == deel else bron.read(naam)
            if naam == deel:
                assert oud in inhoud
                inhoud = inhoud.replace(oud, nieuw, 1)
            doel.writestr(naam, inhoud)
    return uit.getvalue()


@pytest.fixture(scope="module")
def brief():
    """A letter that somebody else wrote in Word."""
    bestand = docx.Document()
    bestand.add_heading("Ons antwoord", level=1)
    bestand.add_paragraph("Er komen 168 plaatsen.")
    tabel = bestand.add_table(rows=1, cols=2)
    tabel.rows[0].cells[0].text, tabel.rows[0].cells[1].text = "regulier", "142"
    bestand.add_paragraph("Hoogachtend,")
    bestand.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    return bewaar(bestand)


def test_a_word_file_of_others_is_read_in_the_order_of_its_reader(brief):
    assert [
        ("kop", "Ons antwoord", "alinea 1"),
        ("tekst", "Er komen 168 plaatsen.", "alinea 2"),
        ("tabel", "regulier", "alinea 3"),
        ("tabel", "142", "alinea 4"),
        ("tekst", "Hoogachtend,", "alinea 5"),
        ("koptekst", "Gemeente Voorbeeld", "alinea 6"),
    ] == [(regel.deel, regel.tekst, regel.plek) for regel in word.read_papier(brief).regels]


def test_changes_that_word_kept_track_of_are_read_as_accepted_and_said(brief):
    oud = "<w:t>Er komen 168 plaatsen.</w:t></w:r>"
    nieuw = (
        '<w:t xml:space="preserve">Er komen </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>168</w:delText>'
        '</w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>170</w:t></w:r></w:ins><w:r><w:t> plaatsen.</w:t></w:r>'
    )
    papier = word.read_papier(vervang(brief, oud, nieuw))

    assert "Er komen 170plaatsen." == papier.regels[1].tekst.replace(" plaatsen", "plaatsen")
    assert papier.bijgehouden
    assert not word.read_papier(brief).bijgehouden


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "het bestand is leeg"),
        (b"platte tekst", "dit is geen leesbaar Word-bestand"),
        (OUD, "dit bestand is met een wachtwoord beveiligd, of het is een oud Word-bestand (.doc)"),
    ],
)
def test_what_is_no_word_file_is_a_sentence(inhoud, zin):
    with pytest.raises(InvoerError) as fout:
        word.read_papier(inhoud, "nota.docx")
    assert ("nota.docx", zin) == (fout.value.fouten[0].plaats.bestand, fout.value.fouten[0].gevonden)


@pytest.mark.parametrize("deel", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("inhoud", [b"", b"<x/>", b"<kapot"])
def test_a_damaged_word_file_is_a_sentence(brief, deel, inhoud):
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(brief)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            doel.writestr(naam, inhoud if naam == deel else bron.read(naam))
    with pytest.raises(InvoerError, match="geen leesbaar Word-bestand"):
        word.read_papier(uit.getvalue())


def test_half_a_word_file_is_a_sentence(brief):
    for lengte in range(0, len(brief), len(brief) // 20):
        with pytest.raises(InvoerError):
            word.read_papier(brief[:lengte])


def test_a_pdf_with_a_password_is_a_sentence():
    schrijver = pypdf.PdfWriter()
    schrijver.add_blank_page(100, 100)
    schrijver.encrypt("geheim", algorithm="RC4-128")
    uit = BytesIO()
    schrijver.write(uit)
    with pytest.raises(InvoerError, match="met een wachtwoord beveiligd"):
        pdf.read_papier(uit.getvalue())
