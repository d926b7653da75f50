"""``raadwerk controleer`` and ``raadwerk regels`` for a person, an editor and another program."""

import json
import re

import pytest
from conftest import WORTEL, kopieer_dalfsen
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.bevindingen import Bevinding, Ernst
from generator.cli import voer_uit
from generator.errors import Plaats, SjabloonError
from generator.inhoud.recht import load_recht
from generator.meegeleverd import read_meegeleverd
from generator.verslagen import bevindingen as verslag


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory):
    return kopieer_dalfsen(tmp_path_factory.mktemp("werkmap"))


@pytest.fixture
def controleer(werkmap, monkeypatch, capsys):
    def run(*opties, code=0):
        monkeypatch.chdir(werkmap)
        assert voer_uit(["controleer", *opties]) == code
        return capsys.readouterr().out

    return run


def test_every_finding_has_its_place_and_what_to_do_and_no_colour_in_a_pipe(controleer):
    tekst = controleer()

    assert "\x1b" not in tekst
    blokken = [blok for blok in tekst.split("\n\n") if not blok.startswith("dalfsen: ")]
    assert [blok for blok in blokken if "\n  plaats  " not in blok or "\n  doen    " not in blok] == []
    assert re.search(r"^dalfsen: \d+ oordelen, \d+ waarschuwingen, \d+ notities$", tekst, re.MULTILINE)


def test_heaviest_first(controleer):
    zwaarte = [bevinding["ernst"] for bevinding in json.loads(controleer("--json"))["dalfsen"]]

    assert sorted(zwaarte, key=[*map(str, Ernst)].index) == zwaarte


def test_strict_a_warning_ends_in_one(controleer):
    controleer("--streng", code=1)


def test_another_figure_gives_other_findings_and_a_fault_ends_in_one(controleer):
    gevonden = json.loads(controleer("--stel", "tabel1.dalfsen.amv=27", "--json", code=1))["dalfsen"]

    assert {"TB-KOLOM"} <= {bevinding["code"] for bevinding in gevonden if bevinding["ernst"] == "fout"}


def test_the_findings_of_a_variant_can_be_read_and_a_build_of_it_says_how(controleer, capsys, tmp_path):
    gevonden = json.loads(controleer("--variant", "spreidingswet-vervallen", "--json", code=1))["dalfsen"]
    keuzes = ("--variant", "spreidingswet-vervallen", "--formaat", "md", "--uitvoer", str(tmp_path))
    voer_uit(["bouw", "dalfsen", *keuzes])

    assert "PL-OPLEVERING" in {bevinding["code"] for bevinding in gevonden if bevinding["ernst"] == "fout"}
    assert "(zie raadwerk controleer dalfsen --variant spreidingswet-vervallen)" in capsys.readouterr().out


def test_the_papers_of_a_variant_are_read_back_from_its_own_folder(controleer):
    assert "raadwerk bouw dalfsen --variant tien-jaar" in controleer("--variant", "tien-jaar", "--teruglezen", code=1)


def test_nothing_is_written(controleer, werkmap):
    controleer()

    assert not (werkmap / "uitvoer").exists()


def test_sarif_has_what_an_editor_asks(controleer):
    log = json.loads(controleer("--sarif"))
    [run] = log["runs"]

    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["name"] == "raadwerk"
    assert {uitslag["level"] for uitslag in run["results"]} <= {"error", "warning", "note", "none"}
    gekend = [regel["id"] for regel in run["tool"]["driver"]["rules"]]
    assert sorted(set(gekend)) == gekend
    for uitslag in run["results"]:
        assert uitslag["ruleId"] in gekend
        assert uitslag["message"]["text"]
        for plek in uitslag["locations"]:
            bestand = plek["physicalLocation"]["artifactLocation"]["uri"]
            assert (WORTEL / bestand).is_file()
            assert re.fullmatch(r"[\w./%-]+", bestand)
            assert plek["physicalLocation"]["region"]["startLine"] >= 1


def test_a_space_in_the_name_of_a_file_is_written_as_an_address():
    plaats = Plaats("inhoud/mijn dossier/één.yaml", 3)
    gegevens = {"feit": "x", "stuk": "nota", "vraag": "?"}
    bevinding = Bevinding("FT-OPEN", Ernst.WAARSCHUWING, plaatsen=(plaats,), gegevens=gegevens)
    log = verslag.als_sarif({"mijn dossier": [bevinding]}, load_recht(read_meegeleverd("inhoud/recht/")).meldingen)

    assert '"uri": "inhoud/mijn%20dossier/%C3%A9%C3%A9n.yaml"' in log


def test_the_rules_as_json_are_those_of_the_register(capsys):
    assert voer_uit(["regels", "--json"]) == 0
    regels = {regel["code"]: regel for regel in json.loads(capsys.readouterr().out)["regels"]}

    assert regels["VW-BRONMIDDEL"]["grondslag"] == ["Awb 7:1"]
    assert regels["TB-RIJ"]["titel"] == "De rij van [gemeente] telt niet op"


def test_a_finding_in_a_template_or_text_has_a_path_that_an_editor_can_open():
    los = {
        "sjablonen/proefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"]
        + 'Hier staat 77 los.\n\n{% include "onderdelen/eigen.md.j2" %}\n\n{% include "teksten/los.md" %}\n',
        "teksten/los.md": "Ook 88 staat los.\n",
    }
    eigen = {"sjablonen/onderdelen/eigen.md.j2": b"Net als 99.\n"}
    gelezen = keten.lees({**bestanden(**los), **eigen}, read_meegeleverd(""), NAAM)
    gevonden = keten.controleer(gelezen, keten.maak_bomen(gelezen)).bevindingen
    paden = [bevinding.plaatsen[0].bestand for bevinding in gevonden if bevinding.code == "TL-GETAL"]

    assert [
        f"inhoud/{NAAM}/sjablonen/proefnota.md.j2", f"inhoud/{NAAM}/teksten/los.md", "sjablonen/onderdelen/eigen.md.j2",
    ] == sorted(paden)  # fmt: skip


def test_a_template_that_cannot_be_filled_has_such_a_path_too():
    fout_ = {"sjablonen/proefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"] + "{{ cijfers.weg }}\n"}
    gelezen = keten.lees(bestanden(**fout_), read_meegeleverd(""), NAAM)
    with pytest.raises(SjabloonError, match=rf"^inhoud/{NAAM}/sjablonen/proefnota\.md\.j2:\d+"):
        keten.maak_bomen(gelezen)
