"""Runs that end at any step: what a killed run leaves must be whole, or be healed by the next."""

import os
import pkgutil
from collections.abc import Callable, Iterable
from pathlib import Path

from warm import voer

from generator.uitvoer import verwisseling

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
    stap: int,
    werk: Callable[..., None],
    *waarden: object,
    hier: Path,
    werkingen: Iterable[str] = SCHIJF,
    met_uitwisseling: bool = True,
) -> None:
    """Do `werk` in a process of its own, in `hier`, that is killed at its step `stap`, from nought.

    Without `met_uitwisseling` the system cannot swap two folders in one step, as on a Mac.
    """
    uitslag = voer(_leef, stap, werk, waarden, tuple(werkingen), met_uitwisseling, hier=hier)
    assert uitslag.returncode in {0, _DOOD}, uitslag.stderr


def _leef(
    stap: int, werk: Callable[..., None], waarden: tuple[object, ...], werkingen: tuple[str, ...], wisselt: bool
) -> None:
    over = iter(range(stap))
    if not wisselt:
        verwisseling._verwissel = lambda een, ander: False  # noqa: SLF001 - no system here is without
    tel_stappen(werkingen, lambda: next(over, None) is None and os._exit(_DOOD))
    werk(*waarden)
