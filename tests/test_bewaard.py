"""The law that was read is kept beside Python's own byte code, and read anew as soon as anything changed."""

import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from generator import bewaard
from generator.errors import InvoerError
from generator.inhoud.recht import load_termijnen
from generator.meegeleverd import read_meegeleverd

BESTANDEN = read_meegeleverd("inhoud/recht/")
ANDERS = BESTANDEN | {
    "inhoud/recht/termijnen.yaml": BESTANDEN["inhoud/recht/termijnen.yaml"].replace(b"lengte: 6", b"lengte: 7")
}


@pytest.fixture
def map_(tmp_path, monkeypatch):
    """An empty folder for byte code, and a process that has read nothing yet."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(bewaard, "_IN_DIT_PROCES", {})
    map_ = Path(cache_from_source(bewaard.__file__)).parent
    map_.mkdir(parents=True)
    return map_


def lees(monkeypatch, bestanden=BESTANDEN):
    """As another process would read it."""
    monkeypatch.setattr(bewaard, "_IN_DIT_PROCES", {})
    return bewaard.read_termijnen(bestanden)


def test_what_was_kept_is_what_was_read(map_, monkeypatch):
    eerst = lees(monkeypatch)
    (bewaard_,) = map_.iterdir()
    monkeypatch.setattr("generator.inhoud.recht.load_termijnen", None)  # nothing is left to read it with
    dan = lees(monkeypatch)

    assert "termijnen" in bewaard_.name
    assert eerst.termijnsoorten == dan.termijnsoorten == load_termijnen(BESTANDEN).termijnsoorten
    assert eerst.kalender.feestdagen == dan.kalender.feestdagen


def test_one_process_reads_it_once(map_):
    assert bewaard.read_termijnen(BESTANDEN) is bewaard.read_termijnen(dict(BESTANDEN))


def test_another_law_is_read_anew(map_, monkeypatch):
    oud = lees(monkeypatch)

    assert (6, 7) == (oud.termijnsoorten["bezwaar"].lengte, lees(monkeypatch, ANDERS).termijnsoorten["bezwaar"].lengte)
    assert 6 == lees(monkeypatch).termijnsoorten["bezwaar"].lengte


@pytest.mark.parametrize("rest", [b"", b"x", b"\x80\x05."])
def test_what_is_damaged_is_read_anew(map_, monkeypatch, rest):
    lees(monkeypatch)
    (bestand,) = map_.iterdir()
    bestand.write_bytes(bestand.read_bytes()[:8] + rest)

    assert "bezwaar" in lees(monkeypatch).termijnsoorten


def test_nothing_is_kept_where_python_keeps_nothing(map_, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert "bezwaar" in lees(monkeypatch).termijnsoorten
    assert [] == list(map_.iterdir())


def test_a_folder_that_is_not_there_is_no_fault(map_, monkeypatch):
    map_.rmdir()

    assert "bezwaar" in lees(monkeypatch).termijnsoorten


def test_a_fault_in_the_law_is_told_every_time(map_, monkeypatch):
    for _ in range(2):
        with pytest.raises(InvoerError, match="ontbreekt"):
            lees(monkeypatch, {})
    assert [] == list(map_.iterdir())
