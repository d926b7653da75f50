"""Progress on a terminal: one line that tells which paper a run is at, and is gone when it is done; else nothing."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from collections.abc import Iterable


class Voortgang:
    """The line of dossier `naam`; use it in a ``with``, so that it is gone before anything else is said.

    With `stil` there is none. It stands on standard error, so that what is piped on stays plain.
    """

    def __init__(self, naam: str, *, stil: bool = False) -> None:
        self._naam = naam
        self._aan = not stil and sys.stderr.isatty()
        self._getoond = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zet("")

    def toon(self, wat: str) -> None:
        """Say what is being done now."""
        self._zet(f"{self._naam}: {wat} …")

    def tel(self, stukken: Iterable[str], wat: str) -> Iterable[str]:
        """Go through `stukken`, saying of each what is being done, and how many have gone before."""
        namen = list(stukken)
        for i, stuk in enumerate(namen, 1):
            self.toon(f"{wat}, {i} van {len(namen)}: {stuk}")
            yield stuk

    def _zet(self, regel: str) -> None:
        """Replace what stands there; without escape codes, which not every terminal knows."""
        if not self._aan:
            return
        regel = regel[: shutil.get_terminal_size().columns - 1]
        klaar = "" if regel else "\r"
        click.echo(f"\r{regel}{' ' * (self._getoond - len(regel))}{klaar}", nl=False, err=True)
        self._getoond = len(regel)
