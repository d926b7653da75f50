"""The side table of one rendering, the conditions met on the way, and how a template is told that it errs."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.document.inline import Toets
from generator.feiten.feit import Feit, paden_van
from generator.tokens import Afdruk, schrijf_token

if TYPE_CHECKING:
    from collections.abc import Callable

_TE_NOEMEN = 12  # names that still read as a list
_DICHTBIJ = 5
_LIJKT = 0.6  # as difflib has it


class ZichtError(Exception):
    """A template asks for something that is not there or not allowed; the sentence is Dutch."""

    def __init__(self, zin: str, raad: str = "", verwacht: str = "") -> None:
        self.raad, self.verwacht = raad, verwacht
        super().__init__(zin)


def bedoelde_u(naam: str, mogelijk: Mapping[str, object] | list[str]) -> str:
    """A suggestion ("bedoelde u ‘…’?") for a name that does not exist; empty when nothing is near."""
    dichtbij = _dichtbij(naam, mogelijk, is_heel=True)
    return f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else ""


def een_van(naam: str, mogelijk: Mapping[str, object] | list[str]) -> str:
    """What was expected instead of `naam`: those there are, or of many the few that come near."""
    if len(mogelijk) <= _TE_NOEMEN:
        return f"een van {', '.join(mogelijk)}" if mogelijk else ""
    dichtbij = ", ".join(_dichtbij(naam, mogelijk, is_heel=False)[:_DICHTBIJ])
    return f"een van {len(mogelijk)} namen{f', zoals {dichtbij}' if dichtbij else ''}"


def _dichtbij(naam: str, mogelijk: Mapping[str, object] | list[str], *, is_heel: bool) -> list[str]:
    """The names that look like `naam` or share a word with it (`is_heel`: every word), the nearest first.

    The words of a fact are those of its path and of what it is called.
    """
    gevraagd = set(naam.lower().split("_"))
    gewogen = []
    for ander in mogelijk:
        heet = getattr(mogelijk[ander], "naam", "") if not isinstance(mogelijk, list) else ""
        gedeeld = len(gevraagd & {*ander.split("_"), *(heet.lower().split() if isinstance(heet, str) else ())})
        lijkt = difflib.SequenceMatcher(None, ander, naam).ratio()
        if lijkt >= _LIJKT or gedeeld >= (len(gevraagd) if is_heel else 1):
            gewogen.append((-gedeeld, -lijkt, ander))
    return [ander for *_, ander in sorted(gewogen)]


@dataclass
class Voorwaarde:
    """One ``if`` or ``for`` while it runs: where it stands, and which facts it asked with what came out of each.

    `nummer` is which one on its line it is, from 0.
    """

    bestand: str
    regel: int
    nummer: int
    gelezen: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def toetsen(self) -> tuple[Toets, ...]:
        """What it asked of each fact; only when it has run."""
        uitslagen: dict[str, list[str]] = {}
        for pad, uitslag in self.gelezen:
            uitslagen.setdefault(pad, []).append(uitslag)
        return tuple(Toets(pad, " ".join(uit), self.bestand, self.regel, self.nummer) for pad, uit in uitslagen.items())


@dataclass
class Register:
    """The side table of one rendering, and the conditions met on the way."""

    getalstijl: str
    zoek: Callable[[str], Any]
    dag: dt.date = dt.date.min  # as of which secrecy is asked; on no known day nothing secret has been lifted
    afdrukken: list[Afdruk] = field(default_factory=list)
    voorwaarden: list[Voorwaarde] = field(default_factory=list)
    gelezen: list[tuple[str, str]] = field(default_factory=list)  # since the last condition: a path, and what came out
    schuilnamen: Mapping[str, str] = field(default_factory=dict)
    velden: Mapping[str, object] = field(default_factory=dict)  # what the template may speak of, by name
    _index: dict[Afdruk, int] = field(default_factory=dict)

    def print(self, afdruk: Afdruk) -> str:
        """The token for `afdruk`, the same one when it was printed before."""
        index = self._index.setdefault(afdruk, len(self.afdrukken))
        if index == len(self.afdrukken):
            self.afdrukken.append(afdruk)
        return schrijf_token(index)

    def elders(self, naam: str) -> str:
        """The path of the fact called `naam` in some other group; empty when there is none."""
        for veld, deel in self.velden.items():
            if (naam in deel) if isinstance(deel, Mapping) else isinstance(getattr(deel, naam, None), Feit):
                return f"{veld}.{naam}"
        return ""

    def lees(self, feit: Feit, uitslag: object) -> None:
        """Note that a test asked `feit`, and what came out."""
        self.gelezen += [(pad, str(uitslag)) for pad in paden_van(feit)]
