"""Runs that end at any step: what a killed run leaves must be whole, or be healed by the next."""

import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from conftest import WORTEL

WISSEL = "generator.uitvoer.verwisseling._verwissel"
# Each call of one of these is a step.
SCHIJF = (*(f"pathlib.Path.{naam}" for naam in ("rename", "write_bytes", "mkdir", "unlink")), "shutil.rmtree", WISSEL)
_DOOD = 9


class Dood(BaseException):
    """The end of a run within a test: nothing catches it."""


def tel_stappen(
    werkingen: Iterable[str], stap: Callable[[], object], zet: Callable[[object, str, object], object] = setattr
) -> None:
    """Have each of `werkingen`, by the name it is imported by, call `stap` before it does its work."""

    def geteld(werking):
        def werk(*argumenten, **namen):
            stap()
            return werking(*argumenten, **namen)

        return werk

    for naam in werkingen:
        waar, _, wat = naam.rpartition(".")
        eigenaar = pkgutil.resolve_name(waar)
        zet(eigenaar, wat, geteld(getattr(eigenaar, wat)))


def sterf_bij(
    stap: int, opdracht: str, *, hier: Path, werkingen: Iterable[str] = SCHIJF, met_uitwisseling: bool = True
) -> None:
    """Run the Python of `opdracht` in a process of its own, in `hier`, that is killed at its step `stap`, from nought.

    Without `met_uitwisseling` the system cannot swap two folders in one step, as on a Mac.
    """
    programma = f"""
import os
from generator.uitvoer import verwisseling
from sterven import tel_stappen
over = iter(range({stap}))
if not {met_uitwisseling}:
    verwisseling._verwissel = lambda een, ander: False
tel_stappen({tuple(werkingen)!r}, lambda: next(over, None) is None and os._exit({_DOOD}))
{opdracht}
"""
    paden = os.pathsep.join(map(str, (WORTEL, WORTEL / "tests")))
    omgeving = os.environ | {"PYTHONPATH": paden, "PYTHONUTF8": "1"}
    uitslag = subprocess.run(
        [sys.executable, "-c", programma], cwd=hier, env=omgeving, check=False, capture_output=True, text=True
    )
    assert uitslag.returncode in {0, _DOOD}, uitslag.stderr
