"""Every error Raadwerk raises on purpose. Each is a Dutch sentence with a place and a way out.

RaadwerkError
├── InvoerError       facts, texts or settings that cannot be read (all faults at once); exit 2
├── SjabloonError     a template or text that cannot be filled; exit 2
├── DocumentError     a paper that would be inaccessible or refers to nothing; exit 2
├── SchrijfError      a paper that cannot be written (font, typesetter, XML); exit 2
└── UitvoerError      the output folder cannot be replaced, is locked, or is full; exit 2

Raising and reporting are different jobs: nothing here prints (``generator.cli`` does).
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Plaats(NamedTuple):
    """A place in a file a person can open: path relative to the werkmap, line and column from 1.

    A tuple, since every word that is read gets one.
    """

    bestand: str
    regel: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        if self.regel and self.kolom:  # nearly always
            return f"{self.bestand}:{self.regel}:{self.kolom}"
        delen = [self.bestand] + [str(getal) for getal in (self.regel, self.kolom) if getal]
        return ":".join(delen)


class Fout(Struct, frozen=True):
    """One thing that is wrong in what a user handed in.

    Attributes:
        plaats: where it stands.
        gevonden: what was found, a Dutch sentence without final full stop.
        verwacht: what the schema, template or law asks; may be empty.
        raad: what to do, or a suggestion ("bedoelde u …?"); may be empty.
        dekt: whether what else is wrong at this very place only follows from it.
        open: paths of the facts of which the value is asked here while it is open; empty for anything else.
    """

    plaats: Plaats
    gevonden: str
    verwacht: str = ""
    raad: str = ""
    dekt: bool = False
    open: tuple[str, ...] = ()

    def __str__(self) -> str:
        regels = [f"{self.plaats}: {self.gevonden}"]
        if self.verwacht:
            regels.append(f"  verwacht: {self.verwacht}")
        if self.raad:
            regels.append(f"  raad: {self.raad}")
        return "\n".join(regels)


class RaadwerkError(Exception):
    """Base of all our errors; carries one or more `Fout`s, sorted by place, without those that another covers."""

    def __init__(self, *fouten: Fout) -> None:
        gedekt = {fout.plaats for fout in fouten if fout.dekt}
        over = [fout for fout in fouten if fout.dekt or fout.plaats not in gedekt]
        self.fouten = tuple(sorted(over, key=lambda fout: fout.plaats))
        super().__init__("\n".join(map(str, self.fouten)))


class InvoerError(RaadwerkError):
    """Facts, texts or settings that cannot be read."""


class SjabloonError(RaadwerkError):
    """A template or text that cannot be filled."""


class DocumentError(RaadwerkError):
    """A paper that would be inaccessible, or that refers to something that is not there."""


class SchrijfError(RaadwerkError):
    """A paper that cannot be written."""


class UitvoerError(RaadwerkError):
    """An output folder that cannot be replaced, read or locked."""
