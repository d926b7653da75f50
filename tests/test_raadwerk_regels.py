"""``raadwerk regels``: every rule with its article, what no rule answers, and the page of the documentation."""

import datetime as dt
import json
import re

import pytest
from conftest import WORTEL
from msgspec.structs import replace
from recht import RECHT

from generator.cli import voer_uit
from generator.errors import InvoerError
from generator.feiten.gevallen import Geval
from generator.feiten.recht import GEBIEDEN
from generator.inhoud.recht import load_niet_gedekt
from generator.meegeleverd import read_meegeleverd
from generator.regels import alle as _  # noqa: F401 - registers every rule
from generator.regels.register import REGELS, Neemt
from generator.verslagen import regelpagina, regels as verslag

MAP = WORTEL / "tests/gevallen"
NIET_GEDEKT = load_niet_gedekt(read_meegeleverd("inhoud/recht/"))
OVERZICHT = verslag.Regeloverzicht(RECHT, NIET_GEDEKT)
KENNIS = WORTEL.parent / "shared/vakkennis/recht.md"


@pytest.fixture
def overzicht(capsys):
    def toon(*opties):
        assert voer_uit(["regels", *opties]) == 0
        return capsys.readouterr().out

    return toon


@pytest.fixture
def klacht(capsys):
    def toon(*opties):
        assert voer_uit(["regels", *opties]) == 2
        return capsys.readouterr().err

    return toon


def test_every_rule_is_shown_with_its_ground_and_what_to_do(overzicht):
    tekst = overzicht()
    assert [code for code in REGELS if f"\n{code}  " not in f"\n{tekst}"] == []
    blok = tekst.split("VW-BRONMIDDEL")[1].split("\n\n")[0]
    assert "grond   Awb 7:1" in blok
    assert "doen    Neem de formulering niet over." in blok


def test_a_rule_on_objections_shows_each_stand_both_weights_and_who_judges(overzicht):
    blok = overzicht().split("\nBZ-7:1-d  ")[1].split("\n\n")[0]
    assert "niet in orde: Het besluit is voorbereid met de uniforme openbare voorbereidingsprocedure" in blok
    assert "niet bekend: Hoe het besluit is voorbereid, staat niet in de feiten." in blok
    assert "weegt   waarschuwing" in blok
    assert "weegt   fout voor de ontvanger, niet gevraagd voor de indiener" in overzicht().split("\nBZ-7:2  ")[1]
    assert "oordeel de jurist" in overzicht().split("\nBZ-1:3  ")[1].split("\n\n")[0]


def test_what_differs_per_case_is_shown_as_a_name_in_brackets(overzicht):
    assert "De rij van [gemeente] telt niet op" in overzicht()
    assert "{{ groep.feit }}" in overzicht()
    assert "{" not in overzicht().replace("{{ groep.feit }}", "")


def test_every_rule_has_its_wording_and_every_wording_its_rule():
    assert sorted(RECHT.meldingen) == sorted(REGELS)


def test_the_page_of_the_documentation_is_the_output_of_the_command(overzicht):
    pagina = (WORTEL / "docs/regels.md").read_text(encoding="utf-8")
    opdracht = "raadwerk regels --markdown --gevallen tests/gevallen > docs/regels.md"
    assert pagina == overzicht("--markdown", "--gevallen", str(MAP)), f"maak de pagina opnieuw: {opdracht}"


def test_the_page_names_for_every_rule_a_case_in_which_it_speaks_and_one_in_which_it_is_silent(overzicht):
    blokken = overzicht("--markdown", "--gevallen", str(MAP)).split("\n### `")[1:]
    regels = {blok.split("`")[0]: blok for blok in blokken if "`" in blok.split("\n")[0]}

    assert set(REGELS) == set(regels)
    assert [code for code, blok in regels.items() if "\n- Spreekt: " not in blok or "\n- Zwijgt: " not in blok] == []


def test_the_same_as_data(overzicht):
    data = json.loads(overzicht("--json", "--gevallen", str(MAP)))
    regel = next(regel for regel in data["regels"] if regel["code"] == "BZ-7:10")

    assert len(REGELS) == len(data["regels"])
    assert ["ja", "nee", "beoordelen", "onbekend"] == list(regel["standen"])
    assert ("2009-10-01", "de jurist") == (regel["van"], regel["door"])
    assert "de beslistermijn is voorbij" in regel["gevallen"]["spreekt"]
    assert "fout" == next(regel["ernst"] for regel in data["regels"] if regel["code"] == "FT-KEUZE")
    assert list(NIET_GEDEKT) == [gat["code"] for gat in data["niet_gedekt"]]


def test_without_the_folder_of_cases_there_are_no_names_of_cases(overzicht):
    assert "Spreekt" not in overzicht("--markdown")


def test_a_folder_of_cases_that_is_not_there_is_a_sentence(klacht, tmp_path):
    assert "hier is geen map" in klacht("--gevallen", str(tmp_path / "weg"))


def test_cases_that_are_no_yaml_are_named_with_their_place_and_others_too(klacht, tmp_path):
    (tmp_path / "a.yaml").write_text("- naam: [open\n")
    (tmp_path / "b.yaml").write_bytes(b"- naam: \xff\n")
    (tmp_path / "c.yaml").write_text("- los\n- {naam: x, verwacht: [geen, verwachting]}\n- {code: A, spreekt: tekst}\n")
    tekst = klacht("--gevallen", str(tmp_path))

    assert "a.yaml:" in tekst
    assert "b.yaml:1:" in tekst
    assert "c.yaml" not in tekst


def test_a_rule_with_dates_says_from_when_until_when_it_speaks():
    tijdelijk = replace(REGELS["VW-BRONMIDDEL"], van=dt.date(2024, 2, 1), tot=dt.date(2025, 12, 31))
    assert "geldig  vanaf 1 februari 2024 tot en met 31 december 2025" in verslag.als_tekst([tijdelijk], OVERZICHT)
    pagina = regelpagina.als_markdown([tijdelijk], OVERZICHT)
    assert "- Grondslag: Awb 7:1; vanaf 1 februari 2024 tot en met 31 december 2025\n" in pagina


def test_a_rule_of_which_a_case_speaks_with_two_weights_shows_both():
    gevallen = {"FT-KEUZE": (Geval("a", spreekt=True, ernst="fout"), Geval("b", spreekt=True, ernst="notitie"))}
    assert "fout, notitie" == verslag.gewicht(REGELS["FT-KEUZE"], replace(OVERZICHT, gevallen=gevallen))


def test_there_are_at_least_sixty_rules_on_objections():
    assert 60 <= sum(regel.neemt is Neemt.BEZWAAR for regel in REGELS.values())


def test_what_no_rule_answers_is_no_rule_and_says_why(overzicht):
    assert set() == set(NIET_GEDEKT) & set(REGELS)
    assert [naam for naam, gat in NIET_GEDEKT.items() if gat.reden.endswith(".") or not gat.reden] == []
    tekst = " ".join(overzicht().split())
    assert "Wat geen regel toetst:" in tekst
    assert [naam for naam, gat in NIET_GEDEKT.items() if " ".join(gat.reden.split()) not in tekst] == []


def test_the_page_says_per_subject_what_is_left_to_a_jurist(overzicht):
    slot = overzicht("--markdown").split("\n## Wat geen regel toetst\n")[1]
    delen = {deel.split("\n")[0]: deel for deel in slot.split("\n### ")[1:]}

    assert [*GEBIEDEN.values(), "Wel te berekenen, geen regel"] == list(delen)
    for onderwerp in (
        "Of een ander het besluit van het COA moet goedkeuren",
        "Gelijke kansen",
        "Markt en Overheid",
        "Staatssteun",
    ):
        assert onderwerp in delen["De bestuursovereenkomst"]
    assert "Geld buiten de begroting** (Gemeentewet 189; Gemeentewet 192)" in delen["Raadsvoorstel en raadsbesluit"]
    assert "bindend adviseert" in delen["Planning en vergunning"]
    assert "(Awb 6:11)" in delen["Bezwaar"]


def test_a_subject_that_does_not_exist_is_refused_with_the_list():
    pad = "inhoud/recht/niet_gedekt.yaml"
    with pytest.raises(InvoerError) as fout:
        load_niet_gedekt({pad: b"iets:\n  bij: begroting\n  onderwerp: iets\n  reden: zomaar\n"})

    assert "niet_gedekt.yaml:2:8" in str(fout.value)
    assert "een van overeenkomst, raadsvoorstel, planning, bezwaar" in str(fout.value)


@pytest.mark.parametrize("naam", NIET_GEDEKT)
def test_what_no_rule_answers_cites_articles_and_periods_that_exist(naam):
    gat = NIET_GEDEKT[naam]

    assert [soort for soort in gat.termijnen if soort not in RECHT.termijnsoorten] == []
    assert [artikel for artikel in gat.artikelen if RECHT.artikel(artikel, dt.date(2026, 11, 1)) is None] == []


@pytest.mark.skipif(not KENNIS.is_file(), reason="de vakkennis ligt niet naast het project")
def test_every_row_of_the_knowledge_is_a_rule_or_named_as_not_covered():
    delen = KENNIS.read_text(encoding="utf-8").split("\n## D.")[0]
    codes = re.findall(r"^\| ((?:BZ|TM|GM|SW)-[^ |]+) \|", delen, re.MULTILINE)
    codes += re.findall(r"`(BZ-2:\d+)`", delen)

    assert 100 < len(codes)
    assert sorted(set(codes) - set(REGELS) - set(NIET_GEDEKT)) == []
