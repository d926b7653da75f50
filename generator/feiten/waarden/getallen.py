"""Values that are a number (*getallen*): a count, an amount, a percentage, a threshold."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Self

from msgspec import Struct

_LANGSTE = 24  # characters of a number; what is longer cannot be computed with to the last digit
_MIN = "\u2212"  # as our own papers print it
_GETAL = re.compile(rf"[-{_MIN}]?(\d{{1,3}}(\.\d{{3}})+|\d+)(,\d+)?")


def read_getal(tekst: str) -> Decimal | None:
    """The number in Dutch notation (``5.787``, ``33,6``, ``−26``), or None when it is no number anybody counts with."""
    if len(tekst) > _LANGSTE or not _GETAL.fullmatch(tekst):
        return None
    return Decimal(tekst.replace(_MIN, "-").replace(".", "").replace(",", "."))


def write_getal(getal: Decimal) -> str:
    """`getal` in Dutch notation, every digit of it."""
    return format(getal, "f").replace(".", ",")


class Aantal(Struct, frozen=True, order=True):
    """A count or measure; the unit stands with the fact."""

    getal: Decimal
    VERWACHT = "een getal in cijfers, zoals 168, 5.787 of 33,6"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The value written as `tekst` in Dutch notation; ValueError otherwise."""
        getal = read_getal(tekst)
        if getal is None:
            raise ValueError(f"‘{tekst}’ is geen getal")
        return cls(getal)


class Ledental(Aantal, frozen=True):
    """How many people a council has: whole, and one or more."""

    VERWACHT = "een heel getal van 1 of meer, zoals 21"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The number written as `tekst`; ValueError when no council can have as many."""
        aantal = super().lees(tekst)
        if aantal.getal < 1 or aantal.getal % 1:
            raise ValueError(f"‘{tekst}’ is geen aantal leden")
        return aantal


class Bedrag(Struct, frozen=True, order=True):
    """An amount in euro."""

    euro: Decimal
    VERWACHT = "een bedrag in euro, zoals € 1.442 of € 12,50"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The amount written as ``€ 1.442``, ``€ 12,50`` or ``1.442,5``; ValueError otherwise."""
        getal = read_getal(tekst.removeprefix("€").strip())
        # Nobody writes € 813,5 for € 813,50; it is more often meant as € 813.500.
        if getal is None or (tekst.startswith("€") and getal.as_tuple().exponent not in {0, -2}):
            raise ValueError(f"‘{tekst}’ is geen bedrag")
        return cls(getal)


class Percentage(Struct, frozen=True, order=True):
    """A percentage, in per cent (``90`` is 90 %)."""

    procent: Decimal
    VERWACHT = "een percentage, zoals 90% of 82,6%"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The percentage written as ``82,6%``; ValueError otherwise."""
        getal = read_getal(tekst.removesuffix("%").strip())
        if getal is None or not tekst.endswith("%"):
            raise ValueError(f"‘{tekst}’ is geen percentage")
        return cls(getal)


class Grens(Struct, frozen=True):
    """A threshold: ``> 100``, ``≥ 5``, ``< 150``, ``> 200%``."""

    teken: str  # > ≥ < ≤
    getal: Decimal
    is_procent: bool = False
    VERWACHT = "een grens, zoals ‘> 100’, ‘≥ 5’ of ‘< 150’"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The threshold written as ``> 100``; ``>=`` and ``<=`` are taken as ≥ and ≤; ValueError otherwise."""
        match = re.fullmatch(r"(>=|<=|[<>≥≤])\s*([^\s%]+)\s?(%?)", tekst.strip())
        getal = read_getal(match[2]) if match else None
        if match is None or getal is None:
            raise ValueError(f"‘{tekst}’ is geen grens")
        return cls({">=": "≥", "<=": "≤"}.get(match[1], match[1]), getal, bool(match[3]))
