"""A second dossier, of a municipality that does not exist: nothing is Dalfsen's alone."""

import json
import re

import pypdfium2
import pytest
from conftest import WORTEL

from generator import keten
from generator.cli import voer_uit
from generator.cli.teruglezen import lees_terug
from generator.document.nodes import Table
from generator.document.walk import plain_text, walk
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd
from generator.regels.register import Neemt, Zaak, pas_toe
from generator.schrijvers.lettertype import TrueType

VOORBEELD = WORTEL / "tests/gevallen/voorbeelddossier"
STUKKEN = ("raadsnota", "raadsvoorstel", "raadsbesluit", "bestuursovereenkomst")


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory):
    """The folder with its papers, made once."""
    doel = tmp_path_factory.mktemp("voorbeeld")
    with pytest.MonkeyPatch.context() as plek:
        plek.chdir(VOORBEELD)
        formaten = [deel for formaat in ("docx", "pdf", "html", "md") for deel in ("--formaat", formaat)]
        assert voer_uit(["bouw", "--uitvoer", str(doel), *formaten]) == 0
    return doel / "twee-locaties"


def tekst(gemaakt, stuk):
    return " ".join((gemaakt / f"{stuk}.md").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("stuk", STUKKEN)
def test_no_word_of_dalfsen_stands_in_a_paper_of_another_municipality(gemaakt, stuk):
    vreemd = re.compile("dalfsen|overijssel|ambachtsweg|lemelerveld|maandag", re.IGNORECASE)

    assert vreemd.findall((gemaakt / f"{stuk}.html").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("stuk", STUKKEN)
def test_every_page_says_that_it_is_an_example(gemaakt, stuk):
    paginas = pypdfium2.PdfDocument(gemaakt / f"{stuk}.pdf")
    teksten = [pagina.get_textpage().get_text_bounded() for pagina in paginas]

    assert [
        i for i, pagina in enumerate(teksten, 1) if "Voorbeeldmeer · " not in pagina or "voorbeeld-2025-1" not in pagina
    ] == []


def test_the_agreement_has_two_locations_and_municipal_exploitation(gemaakt):
    overeenkomst = tekst(gemaakt, "bestuursovereenkomst")

    assert (
        "Molenveld 1, Voorbeeldmeer: 40 capaciteitsplaatsen en een bezetting van 38 bewoners; het COA plaatst daar geen"
        in overeenkomst
    )
    assert (
        "28 capaciteitsplaatsen en een bezetting van 28 bewoners; van de capaciteitsplaatsen zijn er 8" in overeenkomst
    )
    assert overeenkomst.count("De ene locatie is:") == overeenkomst.count("De andere locatie is:") == 1
    assert "Het college exploiteert de opvang, zoals afgesproken met het COA op grond van artikel 3b" in overeenkomst
    assert "Het college geeft het COA en de raad per maand de bezetting." in overeenkomst
    assert "Wat op de locatie aan voorzieningen ontbreekt, is voor rekening van het COA." in overeenkomst
    assert 1 == overeenkomst.count("voor rekening van het COA")
    assert "van elke locatie de dag waarop zij opent doordat de eerste bewoner er zijn intrek neemt" in overeenkomst
    assert "begint op de dag van de eerste opening" in overeenkomst
    assert (
        "De gemeente opent een locatie niet voordat de omgevingsvergunning voor die locatie in werking is."
        in overeenkomst
    )


def test_the_council_keeps_its_own_words_and_its_own_way_with_numbers(gemaakt):
    voorstel = tekst(gemaakt, "raadsvoorstel")

    assert "Voorstel aan de raad" in voorstel
    assert "Dit is een debatstuk." in voorstel
    assert "over 2 locaties (Molenveld 1, Voorbeeldmeer en Havenkade 2, Voorbeeldmeer)" in voorstel
    assert "C. Voorbeeld" in tekst(gemaakt, "raadsbesluit")


@pytest.mark.parametrize("stuk", STUKKEN)
def test_no_term_stands_in_words_where_this_council_writes_figures(gemaakt, stuk):
    in_woorden = r"\b(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf) (?:jaar|maand|week|weken|keer)\w*"

    assert re.findall(in_woorden, tekst(gemaakt, stuk)) == []


def test_what_a_dossier_does_not_have_leaves_no_empty_heading(gemaakt):
    nota = tekst(gemaakt, "raadsnota")

    assert "motie" not in nota.lower()
    assert "Staafdiagram" not in nota


def test_the_house_style_is_that_of_the_werkmap(gemaakt):
    html = (gemaakt / "raadsnota.html").read_text(encoding="utf-8")

    assert "#7a1f3d" in html
    assert "#1f4e5f" not in html


def test_no_rule_finds_a_fault_and_a_gap_is_seen_at_another_location(capsys, monkeypatch):
    monkeypatch.chdir(VOORBEELD)

    assert voer_uit(["controleer", "--json"]) == 0
    bevindingen = json.loads(capsys.readouterr().out)["twee-locaties"]
    plaatsen = [gevonden["plaatsen"][0]["bestand"] for gevonden in bevindingen if gevonden["code"] == "PL-GAT"]
    assert ["inhoud/twee-locaties/locaties.yaml"] == plaatsen
    assert {"oordeel", "waarschuwing", "notitie"} == {b["ernst"] for b in bevindingen}


def test_in_its_papers_every_fact_is_read_back_and_nothing_else(gemaakt):
    gelezen = keten.lees(read_bestanden(VOORBEELD, "twee-locaties"), read_meegeleverd(""), "twee-locaties")
    stukken = keten.maak_bomen(gelezen)
    papieren = lees_terug(gemaakt.parent, gemaakt, stukken, "twee-locaties")
    zaak = Zaak(gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, stukken, papieren=papieren)

    assert 2 * len(stukken) == len(papieren)
    assert [] == list(pas_toe(zaak, Neemt.PAPIER))


def test_a_raad_on_the_day_of_dalfsen_is_no_evening_of_this_council(capsys, monkeypatch):
    monkeypatch.chdir(VOORBEELD)

    voer_uit(["controleer", "--stel", "stukken.raadsvoorstel.datum_raad=2025-10-13"])
    assert "DT-SCHEMA" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("toetsdatum", "dag"), [("2025-10-13", "… (dag in te vullen na het besluit)."), ("2025-10-14", "14 oktober 2025.")]
)
def test_the_draft_decision_has_its_day_only_once_the_council_has_met(toetsdatum, dag):
    bestanden, stel = read_bestanden(VOORBEELD, "twee-locaties"), {"toetsdatum": toetsdatum}
    gelezen = keten.lees(bestanden, read_meegeleverd(""), "twee-locaties", stel=stel)
    besluit = " ".join(plain_text(keten.maak_bomen(gelezen, ["raadsbesluit"])["raadsbesluit"].blocks).split())

    assert f"Aldus besloten in de openbare raadsvergadering van {dag}" in besluit


def test_the_longest_date_fits_in_a_column_of_dates_in_the_letter_of_this_house_style():
    gelezen = keten.lees(read_bestanden(VOORBEELD, "twee-locaties"), read_meegeleverd(""), "twee-locaties")
    stijl, boom = keten.lees_huisstijl(gelezen.sjablonen), keten.maak_bomen(gelezen)["raadsvoorstel"]
    tabel = next(deel for deel in walk(boom.blocks) if isinstance(deel, Table) and deel.label == "tabel-planning")
    breedte = (210 - stijl.marges["links"] - stijl.marges["rechts"]) / 25.4 * 72  # of the text, in points
    naast = 2 * 5  # the white beside a cell in the PDF; in Word it is less
    letters = {
        is_kop: TrueType(stijl.lettertype.bestanden[snede]) for is_kop, snede in ((True, "bold"), (False, "regular"))
    }

    for deel, cel in zip(tabel.widths, tabel.rows[0].cells, strict=True):
        datum = letters[cel.header].breedte("22 september 2025", stijl.corps["klein"])
        assert cel.align == "right" or datum + naast <= breedte * deel / 100
