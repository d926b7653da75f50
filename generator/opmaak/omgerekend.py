"""A number as a source gives it, reckoned to the one that is meant: ``€ 1,25 mln``, *twee ton*, *een half jaar*."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.feiten.waarden import Aantal, Bedrag, Duur, Percentage

if TYPE_CHECKING:
    from generator.opmaak.vondsten import Vondst

_SCHAAL = re.compile(r"\s*(?P<woord>mln|miljoen|mld|miljard|dzd|duizend|ton|k)\b", re.IGNORECASE)
_SCHALEN = {
    "mln": 10**6, "miljoen": 10**6, "mld": 10**9, "miljard": 10**9, "dzd": 1000, "duizend": 1000, "k": 1000,
    "ton": 10**5,
}  # fmt: skip
# What a table says above its amounts: ``(x € 1.000)``.
_MAAL = re.compile(r"(?:\bx|[×*])\s*€?\s*(?P<factor>1\.?000(?:\.?000)?)\b", re.IGNORECASE)
_MAAT = re.compile(r"\s*(?P<maat>dag|week|weken|maand|jaar|jaren)(?:en)?\b", re.IGNORECASE)
# How many of the smaller unit of its kind; a month is no number of days.
_DAGEN, _MAANDEN = {"dag": 1, "week": 7, "weken": 7}, {"maand": 1, "jaar": 12, "jaren": 12}


def geschaald(vondst: Vondst, tekst: str) -> tuple[Decimal, ...]:
    """The numbers that a figure of `tekst` may stand for: itself, and with the scale behind it or of the whole text."""
    match vondst.waarde:
        case Aantal(getal) | Bedrag(getal) | Percentage(getal):
            pass
        case _:
            return ()
    uit = [getal]
    if schaal := _SCHAAL.match(tekst, vondst.eind):
        uit.append(getal * _SCHALEN[schaal["woord"].lower()])
    uit += [getal * Decimal(maal["factor"].replace(".", "")) for maal in _MAAL.finditer(tekst)]
    return tuple(uit)


def is_even_lang(duur: Duur, vondst: Vondst, tekst: str) -> bool:
    """Whether a figure of `tekst` with the unit behind it is as long: *veertien dagen* and two weeks."""
    maat = _MAAT.match(tekst, vondst.eind)
    if maat is None or not isinstance(vondst.waarde, Aantal):
        return False
    return any(
        duur.eenheid in eenheden
        and maat["maat"].lower() in eenheden
        and duur.getal * eenheden[duur.eenheid] == vondst.waarde.getal * eenheden[maat["maat"].lower()]
        for eenheden in (_DAGEN, _MAANDEN)
    )
