"""Every dossier of a werkmap at once, on all processors, with a line for each."""

import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from generator.cli import voer_uit
from generator.uitvoer import is_compleet, read_manifest

GEMEENTEN = ("almelo", "borne", "dalfsen")


@pytest.fixture
def werk(tmp_path, monkeypatch):
    """A werkmap with three dossiers, from a table; we stand in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tabel.csv").write_text("gemeente;amv\n" + "".join(f"{naam};26\n" for naam in GEMEENTEN), "utf-8")
    assert voer_uit(["nieuw", "--uit-tabel", "tabel.csv", "werk"]) == 0
    monkeypatch.chdir(tmp_path / "werk")
    return tmp_path / "werk"


def bestanden(map_):
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


def test_each_dossier_gets_a_line_and_the_next_run_has_nothing_to_do(werk, capsys):
    capsys.readouterr()
    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 0
    scherm, fouten = capsys.readouterr()

    kop, *regels = scherm.splitlines()[:4]
    assert ["dossier", "stukken", "concept", "definitief", "open", "bevindingen"] == kop.split()
    assert [[naam, "1", "1", "0", "16", "4"] for naam in GEMEENTEN] == [regel.split() for regel in regels]
    assert "3 dossiers: 3 gemaakt" in scherm
    assert "De stukken staan in uitvoer/, per dossier in een map." in scherm
    assert "" == fouten  # progress is for a terminal

    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 0
    assert "3 dossiers: 3 ongewijzigd" in capsys.readouterr().out


def test_of_one_dossier_the_count_says_one(werk, capsys):
    for naam in GEMEENTEN[1:]:
        shutil.rmtree(werk / "inhoud" / naam)
    capsys.readouterr()

    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 0
    assert "\n1 dossier: 1 gemaakt (" in capsys.readouterr().out


def test_one_dossier_that_cannot_be_read_costs_no_other_its_papers(werk, capsys):
    (werk / "inhoud/borne/dossier.yaml").write_text("titel: [", encoding="utf-8")

    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 2
    scherm, fouten = capsys.readouterr()
    assert re.search(r"^borne +niet gemaakt, zie hieronder$", scherm, re.MULTILINE)
    assert "3 dossiers: 2 gemaakt, 1 mislukt" in scherm
    assert "borne:\ninhoud/borne/dossier.yaml:2:1" in fouten
    assert ["almelo", "dalfsen"] == sorted(pad.name for pad in (werk / "uitvoer").iterdir() if pad.is_dir())


def test_a_fault_in_one_dossier_makes_the_exit_code_one(werk):
    besluit = werk / "inhoud/borne/verdeelbesluit.yaml"
    strijdig = "\n".join(f"    - {{waarde: {dag}, bron: {{stuk: tabel}}}}" for dag in ("2024-12-20", "2024-12-21"))
    tekst = besluit.read_text(encoding="utf-8").replace("open: dag van het besluit", f"vermeldingen:\n{strijdig}")
    besluit.write_text(tekst, encoding="utf-8")

    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 1


def test_the_files_are_those_of_a_dossier_built_alone(werk):
    formaten = ["--formaat", "docx", "--formaat", "pdf"]

    assert voer_uit(["bouw", "--alle", *formaten]) == 0
    assert voer_uit(["bouw", "borne", *formaten, "--uitvoer", "alleen"]) == 0
    assert bestanden(werk / "alleen/borne") == bestanden(werk / "uitvoer/borne")


def test_a_file_that_was_edited_by_hand_is_set_aside_and_named(werk, capsys):
    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 0
    (werk / "uitvoer/borne/raadsinformatiebrief.md").write_text("van mij\n", encoding="utf-8")

    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 0
    assert "borne:\n  bewerkt/raadsinformatiebrief.md: dit bestand was met de hand" in capsys.readouterr().out


def test_a_name_too_long_for_the_table_is_shortened_in_its_middle(werk, capsys):
    (werk / "inhoud/almelo").rename(werk / "inhoud/een-heel-lange-naam-van-een-dossier-in-almelo")

    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 0
    regels = capsys.readouterr().out.splitlines()
    assert 80 >= max(map(len, regels))
    assert "een-heel-lang…ier-in-almelo" in " ".join(regels)


def test_ctrl_c_leaves_complete_folders_only(werk):
    proces = subprocess.Popen([sys.executable, "-P", "-m", "generator", "bouw", "--alle", "--formaat", "md"],
                              stderr=subprocess.PIPE, text=True)  # fmt: skip
    while not (werk / "uitvoer").exists() and proces.poll() is None:
        time.sleep(0.005)
    proces.send_signal(signal.SIGINT)
    _, fouten = proces.communicate()

    assert (proces.returncode, fouten.strip()) in {(130, "Afgebroken; er is niets half geschreven."), (0, "")}
    for map_ in (werk / "uitvoer").iterdir():
        assert is_compleet(map_, read_manifest(map_)) or map_.name.startswith(".")


def test_a_dossier_beside_all_of_them_is_refused(werk, capsys):
    assert voer_uit(["bouw", "borne", "--alle"]) == 2
    assert "laat DOSSIER en --versie weg" in capsys.readouterr().err
