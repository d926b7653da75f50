"""``raadwerk regels``: every rule with its article, and the page of the documentation that it makes."""

import datetime as dt
from dataclasses import replace

import pytest
from conftest import WORTEL

from generator.cli import voer_uit
from generator.inhoud.recht import load_recht
from generator.meegeleverd import read_meegeleverd
from generator.regels import alle as _  # noqa: F401 - registers every rule
from generator.regels.register import REGELS
from generator.verslagen import regels as verslag


@pytest.fixture
def overzicht(capsys):
    def toon(*opties):
        assert voer_uit(["regels", *opties]) == 0
        return capsys.readouterr().out

    return toon


def test_every_rule_is_shown_with_its_ground_and_what_to_do(overzicht):
    tekst = overzicht()
    assert [code for code in REGELS if f"\n{code}  " not in f"\n{tekst}"] == []
    blok = tekst.split("VW-BRONMIDDEL")[1].split("\n\n")[0]
    assert "grond   Awb 7:1" in blok
    assert "doen    Neem de formulering niet over." in blok


def test_what_differs_per_case_is_shown_as_a_name_in_brackets(overzicht):
    assert "De rij van [gemeente] telt niet op" in overzicht()
    assert "{{ groep.feit }}" in overzicht()
    assert "{" not in overzicht().replace("{{ groep.feit }}", "")


def test_every_rule_has_its_wording_and_every_wording_its_rule():
    assert sorted(load_recht(read_meegeleverd("inhoud/recht/")).meldingen) == sorted(REGELS)


def test_the_page_of_the_documentation_is_the_output_of_the_command(overzicht):
    pagina = (WORTEL / "docs/regels.md").read_text(encoding="utf-8")
    assert pagina == overzicht("--markdown"), "maak de pagina opnieuw: raadwerk regels --markdown > docs/regels.md"


def test_a_rule_with_dates_says_from_when_until_when_it_speaks():
    meldingen = load_recht(read_meegeleverd("inhoud/recht/")).meldingen
    tijdelijk = replace(REGELS["VW-BRONMIDDEL"], van=dt.date(2024, 2, 1), tot=dt.date(2025, 12, 31))
    assert "geldig  vanaf 1 februari 2024 tot en met 31 december 2025" in verslag.als_tekst([tijdelijk], meldingen)
    pagina = verslag.als_markdown([tijdelijk], meldingen)
    assert "Awb 7:1; vanaf 1 februari 2024 tot en met 31 december 2025 |" in pagina
