"""A run replaces its own files in one step and never an edit of somebody else's."""

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sterven import SCHIJF, Dood, sterf_bij, tel_stappen

from generator import uitvoer
from generator.errors import UitvoerError
from generator.uitvoer import verwisseling


def _set(tekst):
    """A complete set of one paper with its receipt."""
    stuk = tekst.encode()
    manifest = json.dumps({"uitvoer": {"nota.md": uitvoer.hash_van(stuk)}}).encode()
    return {"nota.md": stuk, "manifest.json": manifest}


def _inhoud(map_):
    return {pad.relative_to(map_).as_posix(): pad.read_text() for pad in map_.rglob("*") if pad.is_file()}


def test_a_first_run_makes_the_folder(tmp_path):
    geschreven = uitvoer.write_uitvoer(tmp_path / "uitvoer" / "dalfsen", _set("een"))

    assert ("manifest.json", "nota.md") == geschreven.gewijzigd
    assert "een" == (tmp_path / "uitvoer" / "dalfsen" / "nota.md").read_text()


def test_a_second_run_replaces_what_the_first_made_and_leaves_nothing_beside_it(tmp_path):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))

    uitvoer.write_uitvoer(doel, _set("twee"))

    assert "twee" == _inhoud(doel)["nota.md"]
    assert ["dalfsen"] == [pad.name for pad in tmp_path.iterdir()]


def test_a_file_that_somebody_edited_is_set_aside_and_named(tmp_path):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))
    (doel / "nota.md").write_text("met de hand")

    eerste = uitvoer.write_uitvoer(doel, _set("twee"))
    (doel / "nota.md").write_text("weer met de hand")
    tweede = uitvoer.write_uitvoer(doel, _set("drie"))

    assert (("bewerkt/nota.md",), ("bewerkt/nota-2.md",)) == (eerste.opzij, tweede.opzij)
    assert "met de hand" == (doel / "bewerkt" / "nota.md").read_text()
    assert "weer met de hand" == (doel / "bewerkt" / "nota-2.md").read_text()
    assert "drie" == (doel / "nota.md").read_text()


def test_a_file_that_is_not_ours_stays(tmp_path):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))
    (doel / "aantekening.txt").write_text("van de griffier")

    uitvoer.write_uitvoer(doel, _set("twee"))

    assert "van de griffier" == _inhoud(doel)["aantekening.txt"]


def test_a_paper_that_is_no_longer_made_goes(tmp_path):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))

    uitvoer.write_uitvoer(doel, {"manifest.json": b'{"uitvoer": {}}'})

    assert ["manifest.json"] == list(_inhoud(doel))


@pytest.mark.parametrize("naam", ["nota.md", "manifest.json"])
def test_a_file_of_the_same_name_that_lay_there_before_is_kept_aside(tmp_path, naam):
    doel = tmp_path / "dalfsen"
    doel.mkdir()
    (doel / naam).write_text("oud werk")

    geschreven = uitvoer.write_uitvoer(doel, _set("een"))

    assert (f"bewerkt/{naam}",) == geschreven.opzij
    assert "oud werk" == (doel / "bewerkt" / naam).read_text()


@pytest.mark.parametrize("met_uitwisseling", [True, False])
@pytest.mark.parametrize("stap", range(12))
def test_killed_between_any_two_steps_the_folder_is_one_complete_set(tmp_path, stap, met_uitwisseling):
    """The run is ended at every file operation in turn; the next command finds the old or the new set, whole."""
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("oud"))

    nieuw = Path("dalfsen"), _set("nieuw")
    sterf_bij(stap, uitvoer.write_uitvoer, *nieuw, hier=tmp_path, met_uitwisseling=met_uitwisseling)

    verwisseling.herstel(doel)

    assert _inhoud(doel) in [{naam: wat.decode() for naam, wat in _set(tekst).items()} for tekst in ("oud", "nieuw")]
    assert ["dalfsen"] == sorted(pad.name for pad in tmp_path.iterdir() if pad.is_dir())


def test_a_second_run_at_the_same_time_says_so_and_touches_nothing(tmp_path):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))

    with verwisseling.slot(doel), pytest.raises(UitvoerError, match="een andere opdracht maakt deze stukken"):
        uitvoer.write_uitvoer(doel, _set("twee"))

    assert "een" == _inhoud(doel)["nota.md"]


def test_the_lock_of_another_run_stays_when_this_one_gives_up(tmp_path):
    doel = tmp_path / "dalfsen"

    with verwisseling.slot(doel):
        for _ in range(2):
            with pytest.raises(UitvoerError), verwisseling.slot(doel):
                pytest.fail("two runs at once")

    assert [] == [*tmp_path.iterdir()]


def test_what_a_killed_run_left_of_its_lock_is_taken_up_and_goes(tmp_path):
    (tmp_path / ".dalfsen.slot").touch()

    uitvoer.write_uitvoer(tmp_path / "dalfsen", _set("een"))

    assert ["dalfsen"] == [pad.name for pad in tmp_path.iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="hier gaat een open bestand niet weg")
@pytest.mark.parametrize("derde", [True, False], ids=["een derde nam het", "niemand nam het"])
def test_a_lock_that_was_taken_away_before_it_was_ours_is_no_lock(tmp_path, monkeypatch, derde):
    """The first run ends between the opening and the locking of the second; a third may have come in."""
    doel, vergrendel = tmp_path / "dalfsen", vars(verwisseling)["_vergrendel"]
    eerste, anderen = verwisseling.slot(doel), contextlib.ExitStack()
    eerste.__enter__()

    def laat(nummer):
        monkeypatch.setattr(verwisseling, "_vergrendel", vergrendel)
        eerste.__exit__(None, None, None)
        if derde:
            anderen.enter_context(verwisseling.slot(doel))
        return vergrendel(nummer)

    monkeypatch.setattr(verwisseling, "_vergrendel", laat)
    with anderen:
        if derde:
            with pytest.raises(UitvoerError), verwisseling.slot(doel):
                pytest.fail("two runs at once")
        else:
            with verwisseling.slot(doel), pytest.raises(UitvoerError), verwisseling.slot(doel):
                pytest.fail("two runs at once")


_DRUKTE = """
import os, pathlib, sys
from generator.uitvoer import verwisseling
from generator.errors import UitvoerError
doel, bezig = pathlib.Path(sys.argv[1]) / "dalfsen", pathlib.Path(sys.argv[1]) / "bezig"
gelukt = 0
while gelukt < 300:
    try:
        with verwisseling.slot(doel):
            os.close(os.open(bezig, os.O_CREAT | os.O_EXCL))
            bezig.unlink()
            gelukt += 1
    except UitvoerError:
        pass
"""


def test_of_runs_that_jostle_for_the_lock_one_at_a_time_has_it(tmp_path):
    omgeving = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    runs = [subprocess.Popen([sys.executable, "-c", _DRUKTE, str(tmp_path)], env=omgeving) for _ in range(4)]

    assert [0, 0, 0, 0] == [run.wait() for run in runs]
    assert [] == [*tmp_path.iterdir()]


def test_a_full_disk_is_a_sentence_and_the_old_set_stays(tmp_path, monkeypatch):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))

    def vol(self, _inhoud):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr("pathlib.Path.write_bytes", vol)
    with pytest.raises(UitvoerError, match="de schijf is vol; de oude stukken liggen er nog"):
        uitvoer.write_uitvoer(doel, _set("twee"))

    assert "een" == (doel / "nota.md").read_text()


def test_a_file_where_a_folder_should_be_is_a_sentence(tmp_path):
    (tmp_path / "uitvoer").write_text("ik ben een bestand")

    with pytest.raises(UitvoerError, match="hier ligt een bestand waar een map hoort"):
        uitvoer.write_uitvoer(tmp_path / "uitvoer" / "dalfsen", _set("een"))


def test_a_damaged_manifest_counts_as_none(tmp_path):
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))
    (doel / "manifest.json").write_text("{kapot")

    assert {} == uitvoer.read_manifest(doel)
    shutil.rmtree(doel)
    assert {} == uitvoer.read_manifest(doel)


@pytest.mark.parametrize("met_uitwisseling", [True, False])
def test_killed_at_a_hundred_random_moments_the_folder_is_one_complete_set(tmp_path, monkeypatch, met_uitwisseling):
    """Runs one after another, each ended at a random file operation; the next finds a whole set and goes on."""
    toeval, teller = random.Random(20250113), [0]  # noqa: S311 - the same moments in every run

    def stap():
        teller[0] -= 1
        if teller[0] == 0:
            raise Dood

    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("0"))
    if not met_uitwisseling:
        monkeypatch.setattr(verwisseling, "_verwissel", lambda een, ander: False)
    tel_stappen(SCHIJF, stap, monkeypatch.setattr)
    geldig, gestorven = {"0"}, 0
    for ronde in range(1, 101):
        teller[0] = toeval.randrange(1, 12)
        try:
            uitvoer.write_uitvoer(doel, _set(str(ronde)))
        except Dood:
            gestorven += 1
        teller[0] = 0
        verwisseling.herstel(doel)
        tekst = _inhoud(doel)["nota.md"]
        assert tekst in geldig | {str(ronde)}
        assert {naam: wat.decode() for naam, wat in _set(tekst).items()} == _inhoud(doel)
        geldig = {tekst}
    assert gestorven > 30


def test_a_file_that_is_open_elsewhere_is_a_sentence_and_the_old_set_stays(tmp_path, monkeypatch):
    """Windows does not move a folder in which Word holds a file open."""
    doel = tmp_path / "dalfsen"
    uitvoer.write_uitvoer(doel, _set("een"))

    def open_in_word(self, _doel):
        raise PermissionError(13, "in gebruik", str(self))

    monkeypatch.setattr(verwisseling, "_verwissel", lambda een, ander: False)
    monkeypatch.setattr(Path, "rename", open_in_word)
    with pytest.raises(UitvoerError, match="sluit het stuk in Word"):
        uitvoer.write_uitvoer(doel, _set("twee"))

    assert "een" == (doel / "nota.md").read_text()
