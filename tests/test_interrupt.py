"""Ctrl-C ends a run wherever it comes, with one sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

_AROUND_THE_WORK = """
import os, signal, time
from generator import cli
from generator.cli.bouw.fork import Fork

class Weg:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def werk(**_):
    {werk}
    time.sleep(60)
    print("toch af")

cli.raadwerk.main = werk
cli.main()
"""
_AFGEBROKEN = "Afgebroken; er is niets half geschreven.\n"
_ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="alleen op Linux werkt een kopie van het proces mee")


@pytest.mark.parametrize(
    "werk",
    [
        pytest.param("signal.raise_signal(signal.SIGINT)", id="between two steps"),
        pytest.param("Weg()", id="while something is cleared away, where Python swallows it"),
        pytest.param("type('Klasse', (), {'deel': type('Deel', (), {'__set_name__': lambda *_: Weg.__del__(0)})()})",
                     id="while a class is made, where Python wraps it"),
        pytest.param("os.register_at_fork(after_in_parent=lambda: Weg.__del__(0)); Fork(int).__enter__()",
                     id="while the process is copied", marks=_ON_LINUX),
        pytest.param("os.register_at_fork(after_in_child=lambda: Weg.__del__(0)); Fork(int).__enter__(); Weg()",
                     id="in the copy, which says nothing of it", marks=_ON_LINUX),
    ],
)  # fmt: skip
def test_ctrl_c_stops_the_command(werk: str) -> None:
    proces = _run(werk)
    assert (proces.returncode, proces.stderr, proces.stdout) == (130, _AFGEBROKEN, "")


def test_a_fault_without_ctrl_c_stays_that_fault() -> None:
    proces = _run("raise RuntimeError('zo niet')")
    assert proces.returncode == 1
    assert proces.stderr.endswith("RuntimeError: zo niet\n")


def _run(werk: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-c", _AROUND_THE_WORK.format(werk=werk)]
    return subprocess.run(opdracht, capture_output=True, text=True, timeout=30, check=False)
