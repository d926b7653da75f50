"""The side table of one rendering, the conditions met on the way, and how a template is told that it errs."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.tokens import Afdruk, schrijf_token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.errors import Plaats
    from generator.feiten.feit import Feit


class ZichtError(Exception):
    """A template asks for something that is not there or not allowed; the sentence is Dutch.

    `plaats` is given where the template is read; elsewhere the traceback tells it.
    """

    def __init__(self, zin: str, raad: str = "", plaats: Plaats | None = None) -> None:
        self.raad, self.plaats = raad, plaats
        super().__init__(zin)


def bedoelde_u(naam: str, mogelijk: Mapping[str, object] | list[str]) -> str:
    """A suggestion ("bedoelde u ‘…’?") for a name that does not exist; empty when nothing is near."""
    dichtbij = difflib.get_close_matches(naam, list(mogelijk), n=1, cutoff=0.6)
    return f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else ""


@dataclass
class Voorwaarde:
    """One ``if`` or ``for`` while it runs: where it stands and which facts its outcome hangs on."""

    bestand: str
    regel: int
    paden: list[str] = field(default_factory=list)


@dataclass
class Register:
    """The side table of one rendering, and the conditions met on the way."""

    getalstijl: str
    zoek: Callable[[str], Any]
    dag: dt.date = dt.date.min  # as of which secrecy is asked; on no known day nothing secret has been lifted
    afdrukken: list[Afdruk] = field(default_factory=list)
    voorwaarden: list[Voorwaarde] = field(default_factory=list)
    gelezen: list[str] = field(default_factory=list)
    schuilnamen: Mapping[str, str] = field(default_factory=dict)
    _index: dict[Afdruk, int] = field(default_factory=dict)

    def print(self, afdruk: Afdruk) -> str:
        """The token for `afdruk`, the same one when it was printed before."""
        index = self._index.setdefault(afdruk, len(self.afdrukken))
        if index == len(self.afdrukken):
            self.afdrukken.append(afdruk)
        return schrijf_token(index)

    def lees(self, feit: Feit) -> None:
        """Note that the outcome of a test hangs on `feit`."""
        self.gelezen += feit.uit if feit.formule == feit.pad else (feit.pad,)
