"""What somebody typed is shown on a terminal as it is, and cannot make a line read as something else."""

import os
import subprocess
import sys

import pytest
from conftest import WORTEL, write_bestanden
from voorbeelden import BESTANDEN, bestanden

pty = pytest.importorskip("pty", reason="hier is geen terminal na te doen")


def op_een_terminal(map_, *woorden: str) -> str:
    """What ``raadwerk`` shows on a terminal."""
    ons, zijn = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "generator", *woorden], cwd=map_, stdin=zijn, stdout=zijn, stderr=zijn,
        env={**os.environ, "PYTHONPATH": str(WORTEL), "TERM": "xterm"},
    ) as proces:  # fmt: skip
        os.close(zijn)
        uit = b""
        try:
            while deel := os.read(ons, 4096):
                uit += deel
        except OSError:  # the other side has closed it
            pass
        os.close(ons)
        proces.wait(60)
    return uit.decode()


@pytest.mark.parametrize("teken", ["\u200e", "\u061c", "\u200f"])
def test_a_mark_that_turns_the_line_around_is_shown_and_not_obeyed(tmp_path, teken):
    cijfers = BESTANDEN["cijfers.yaml"].replace("eenheid", f"een{teken}heid", 1)
    write_bestanden(tmp_path, bestanden(cijfers=cijfers))

    gezegd = op_een_terminal(tmp_path, "controleer")

    assert teken not in gezegd
    assert f"een<U+{ord(teken):04X}>heid" in gezegd


@pytest.mark.parametrize("teken", ["\u202e", "\x1b[8m", "\x1b[2K", "\r", "\b", "\x9b", "\x07", "\u2028"])
def test_a_name_that_steers_the_screen_is_shown_and_not_obeyed(tmp_path, teken):
    write_bestanden(tmp_path, bestanden())

    gezegd = op_een_terminal(tmp_path, "controleer", f"buur{teken}dossier")

    assert f"inhoud/buur<U+{ord(teken[0]):04X}>{teken[1:]}dossier: dit dossier bestaat niet" in gezegd


def test_a_pager_gets_no_character_that_steers_the_screen(tmp_path, monkeypatch):
    monkeypatch.setenv("PAGER", "cat")
    cijfers = BESTANDEN["cijfers.yaml"].replace("citaat: circa", "citaat: cir\u200fca", 1)
    write_bestanden(tmp_path, bestanden(cijfers=cijfers))

    gezegd = op_een_terminal(tmp_path, "herkomst")

    assert "\u200f" not in gezegd
    assert "cir<U+200F>ca 105 bewoners" in gezegd


def test_our_own_emphasis_is_obeyed(tmp_path):
    write_bestanden(tmp_path, bestanden())

    assert "\x1b[33m\x1b[1mwaarschuwing" in op_een_terminal(tmp_path, "controleer")
