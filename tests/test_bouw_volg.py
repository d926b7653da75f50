"""Building again while one edits."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.cli import voer_uit
from generator.cli.bouw.volgen import Gevolgd, kijk

OUD, HALF, NIEUW = {"a.yaml": (1, 10)}, {"a.yaml": (2, 3)}, {"a.yaml": (3, 12)}


def verloop(*peilingen):
    """At which of these looks, one after another, it is time to build."""
    gevolgd, gebouwd = Gevolgd(OUD, OUD), []
    for i, nu in enumerate(peilingen):
        gevolgd, is_tijd = kijk(gevolgd, nu)
        gebouwd += [i] if is_tijd else []
    return gebouwd


@pytest.mark.parametrize(
    ("verwacht", "peilingen"),
    [
        ([], (OUD, OUD, OUD)),
        ([1], (NIEUW, NIEUW, NIEUW)),
        ([3], (OUD, HALF, NIEUW, NIEUW)),  # in steps: once, when it lies still
        ([1, 3], (NIEUW, NIEUW, OUD, OUD)),
        ([], (HALF, OUD, OUD)),  # put back before anything was built
        ([1], ({}, {}, {})),  # a file that went
    ],
)
def test_it_is_time_to_build_when_what_changed_lies_still(verwacht, peilingen):
    assert verwacht == verloop(*peilingen)


@pytest.fixture
def kijkt(tmp_path, monkeypatch):
    """A dossier that is followed while these things happen, one at each look: the exit code."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tabel.csv").write_text("gemeente;regulier;amv\nDalfsen;142;26\n", encoding="utf-8")
    assert voer_uit(["nieuw", "--uit-tabel", "tabel.csv", "werk"]) == 0
    monkeypatch.chdir(tmp_path / "werk")

    def volg(*gebeurtenissen):
        volgende = iter(gebeurtenissen)

        def slaap(_seconden):
            gebeurtenis = next(volgende, None)
            if gebeurtenis is None:
                raise KeyboardInterrupt
            gebeurtenis()

        monkeypatch.setattr("generator.cli.bouw.volgen.time.sleep", slaap)
        return voer_uit(["bouw", "--volg", "--formaat", "md"])

    return volg


def rust():
    """Nothing happens."""


def zet(oud, nieuw, bestand="inhoud/dalfsen/verdeelbesluit.yaml"):
    def doe():
        tekst = Path(bestand).read_text(encoding="utf-8")
        assert oud in tekst
        Path(bestand).write_text(tekst.replace(oud, nieuw), encoding="utf-8")

    return doe


def test_a_saved_figure_is_in_the_paper_and_ctrl_c_ends_it_well(kijkt, tmp_path, capsys):
    assert kijkt(rust, zet("waarde: 26", "waarde: 1016"), rust) == 0

    scherm = capsys.readouterr().out
    assert 2 == scherm.count("de stukken staan in uitvoer/dalfsen/")
    assert 2 == scherm.count("Wacht op een wijziging …")
    assert scherm.endswith("Gestopt met volgen; de stukken zijn die van de laatste keer bouwen.\n")
    assert "1.158" in (tmp_path / "werk/uitvoer/dalfsen/raadsinformatiebrief.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="hier onthoudt de schijf niet wanneer een bestand is neergezet")
def test_a_file_put_back_with_the_time_and_size_of_the_other_is_seen(kijkt, tmp_path, capsys):
    pad = tmp_path / "werk/inhoud/dalfsen/verdeelbesluit.yaml"

    def zet_terug():
        was = pad.stat()
        zet("waarde: 26", "waarde: 27")()
        os.utime(pad, ns=(was.st_atime_ns, was.st_mtime_ns))

    assert kijkt(zet_terug, rust) == 0

    assert 2 == capsys.readouterr().out.count("de stukken staan in uitvoer/dalfsen/")
    assert "169" in (tmp_path / "werk/uitvoer/dalfsen/raadsinformatiebrief.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("weg", ["raadsinformatiebrief.md", "manifest.json", ""])
def test_what_was_made_and_is_gone_is_made_again_once(kijkt, tmp_path, capsys, weg):
    doel = tmp_path / "werk/uitvoer/dalfsen"

    def haal_weg():
        (doel / weg).unlink() if weg else shutil.rmtree(doel)

    assert kijkt(rust, haal_weg, rust, rust, rust) == 0

    assert {"raadsinformatiebrief.md", "manifest.json"} == {pad.name for pad in doel.iterdir()}
    assert 2 == capsys.readouterr().out.count("de stukken staan in uitvoer/dalfsen/")


def test_what_cannot_be_made_again_is_tried_once_and_not_for_ever(kijkt, tmp_path, capsys):
    stuk = tmp_path / "werk/uitvoer/dalfsen/raadsinformatiebrief.md"

    assert kijkt(zet("waarde: 26", "waarde: veel"), rust, stuk.unlink, rust, rust, rust, rust) == 0

    assert 2 == capsys.readouterr().err.count("hiervan is niets geschreven")


def test_an_edit_of_a_paper_is_no_reason_to_make_it_again(kijkt, tmp_path, capsys):
    stuk = tmp_path / "werk/uitvoer/dalfsen/raadsinformatiebrief.md"

    assert kijkt(rust, lambda: stuk.write_text("met de hand"), rust, rust) == 0

    assert "met de hand" == stuk.read_text()
    assert 1 == capsys.readouterr().out.count("de stukken staan in uitvoer/dalfsen/")


def test_a_change_that_changes_no_paper_renders_nothing(kijkt, capsys):
    assert kijkt(zet("# Het besluit", "# Ons besluit"), rust) == 0

    regels = [regel.split() for regel in capsys.readouterr().out.splitlines() if "concept " in regel]
    assert ["md", "niets"] == [regel[-1] for regel in regels]


def test_a_fault_is_shown_and_mended_while_it_waits(kijkt, tmp_path, capsys):
    assert kijkt(zet("waarde: 26", "waarde: veel"), rust, zet("waarde: veel", "waarde: 27"), rust) == 0

    scherm, fouten = capsys.readouterr()
    assert "‘veel’" in fouten
    assert "dalfsen: hiervan is niets geschreven" in fouten
    assert 3 == scherm.count("Wacht op een wijziging …")
    assert "169" in (tmp_path / "werk/uitvoer/dalfsen/raadsinformatiebrief.md").read_text(encoding="utf-8")


def test_ctrl_c_while_it_builds_is_said_as_such(kijkt, monkeypatch, capsys):
    def breek_af(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.bouw.dossier.uitvoer.write_mappen", breek_af)

    assert kijkt() == 130
    assert "Afgebroken; er is niets half geschreven." in capsys.readouterr().err


def test_following_goes_with_dossiers_only(capsys):
    assert voer_uit(["bouw", "--volg", "--alle"]) == 2
    assert "laat --alle, --versie en --controleer weg" in capsys.readouterr().err


def test_a_signed_file_that_changes_is_seen(kijkt, capsys):
    dossier = Path("inhoud/dalfsen/dossier.yaml")
    teken = f"bestand: getekend.pdf, sha256: {'0' * 64}, raadsversie: {'0' * 64}, verschillen: 0"
    tekst = dossier.read_text("utf-8")
    dossier.write_text(tekst.replace("    versie:", f"    tekenversie: {{{teken}}}\n    versie:", 1), "utf-8")

    def teken_opnieuw():
        Path("getekend.pdf").write_bytes(b"getekend")

    assert kijkt(rust, rust, teken_opnieuw, rust) == 0
    scherm = capsys.readouterr().out
    assert 2 == scherm.count("de stukken staan in uitvoer/dalfsen/")
    assert "1 fout" in scherm.rpartition("Wacht op een wijziging")[0].rpartition("Wacht op een wijziging")[2]
