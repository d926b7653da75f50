"""The plain values of a case as facts: each with its path, its place in the file, and words for when it is unknown."""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.feiten.feit import NERGENS, Bron, Feit
from generator.feiten.onderdeel import Vrij_onderdeel
from generator.feiten.veldsoorten import veldsoorten
from generator.feiten.waarden import Aantal, Datum, Duur, JaNee, Tekst, Waarde, op_een_regel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.errors import Plaats
    from generator.feiten.bezwaarschrift import Bezwaarzaak

ZAAK = "zaak"


class Feitenmaker(Struct, frozen=True):
    """Makes facts of what a case says.

    Attributes:
        herkomst: where the values were read, in words ("zaak Z-2026-0412").
        plaats_van: the place in the file of a path.
        vragen: path without numbers → what has to be filled in, in words.
    """

    herkomst: str
    plaats_van: Callable[[str], Plaats]
    vragen: Mapping[str, str]

    def zaak(self, zaak: Bezwaarzaak) -> Vrij_onderdeel:
        """The whole case; every part exists, also those of which nothing is known."""
        return self.deel(zaak, type(zaak), "")

    def deel(self, waarde: Any, soort: Any, pad: str) -> Vrij_onderdeel:  # noqa: ANN401 - any record of a case
        """The record `waarde` of type `soort`; None: of which nothing is known."""
        velden = {
            veld: self._veld(getattr(waarde, veld, None), kern, f"{pad}.{veld}" if pad else veld)
            for veld, kern in _velden(soort).items()
        }
        return Vrij_onderdeel(pad=_vol(pad), plaats=self.plaats_van(pad) if pad else NERGENS, velden=velden)

    def _veld(self, waarde: Any, kern: Any, pad: str) -> Any:  # noqa: ANN401 - a fact, record or mapping of them
        if typing.get_origin(kern) is tuple:
            element = typing.get_args(kern)[0]
            return {str(nr): self._veld(deel, element, f"{pad}.{nr - 1}") for nr, deel in enumerate(waarde or (), 1)}
        if is_dataclass(kern):
            return self.deel(waarde, kern, pad)
        return self.feit(waarde, pad)

    def feit(self, waarde: Any, pad: str) -> Feit:  # noqa: ANN401 - any plain value
        """The fact at `pad`; open when `waarde` is None."""
        plaats = self.plaats_van(pad)
        if waarde is None:
            return Feit(pad=_vol(pad), waarde=None, vraag=self._vraag(pad), plaats=plaats)
        bron = Bron(toelichting=self.herkomst, plaats=plaats)
        return Feit(pad=_vol(pad), waarde=als_waarde(waarde), bronnen=(bron,), plaats=plaats)

    def _vraag(self, pad: str) -> str:
        namen = [deel for deel in pad.split(".") if not deel.isdigit()]
        for begin in range(len(namen)):  # the longest tail that has words of its own
            if woorden := self.vragen.get(".".join(namen[begin:])):
                return woorden
        return " van ".join(naam.replace("_", " ") for naam in reversed(namen[-2:]))


def als_waarde(waarde: Any) -> Waarde:  # noqa: ANN401 - any plain value
    """The value type that fits a plain value of a case."""
    match waarde:
        case bool():
            return JaNee(waarde)
        case int():
            return Aantal(Decimal(waarde))
        case dt.date():
            return Datum.van(waarde)
        case dt.time():
            return Tekst(f"{waarde:%H.%M} uur")
        case Duur():
            return waarde
        case _:
            return Tekst(op_een_regel(str(waarde)))


def _vol(pad: str) -> str:
    return f"{ZAAK}.{pad}" if pad else ZAAK


@cache
def _velden(soort: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    """Field → what it holds when it is known."""
    hints = veldsoorten(soort)
    return {veld.name: _kern(hints[veld.name]) for veld in fields(soort) if veld.name != "plaats_van"}


def _kern(soort: Any) -> Any:  # noqa: ANN401 - a type
    if isinstance(soort, types.UnionType):
        return next(deel for deel in typing.get_args(soort) if deel is not type(None))
    return soort
