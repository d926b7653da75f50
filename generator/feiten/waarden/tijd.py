"""Values of time (*tijd*): a date as precise as it is known, several days, a period, a length."""

from __future__ import annotations

import datetime as dt
import re
from typing import Self

from msgspec import Struct

_EENHEDEN = {
    "dag": "dag", "dagen": "dag", "week": "week", "weken": "week",
    "maand": "maand", "maanden": "maand", "jaar": "jaar", "jaren": "jaar",
    "minuut": "minuut", "minuten": "minuut", "uur": "uur", "uren": "uur",
}  # fmt: skip


class Datum(Struct, frozen=True):
    """A day, month, quarter or year; ``eerste`` and ``laatste`` are its first and last day."""

    eerste: dt.date
    nauwkeurigheid: str  # dag | maand | kwartaal | jaar
    VERWACHT = "een datum als jjjj-mm-dd (of jjjj-mm, jjjj-K1, jjjj)"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The date written as ``2024-12-20``, ``2024-12``, ``2025-K1`` or ``2024``; ValueError otherwise."""
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
            try:
                return cls(dt.date.fromisoformat(tekst), "dag")
            except ValueError:
                raise ValueError(f"‘{tekst}’ is geen bestaande dag") from None
        if match := re.fullmatch(r"(\d{4})-(\d{2})", tekst):
            jaar, maand = map(int, match.groups())
            if not 1 <= maand <= 12:
                raise ValueError(f"‘{tekst}’ heeft geen bestaande maand")
            return cls(dt.date(jaar, maand, 1), "maand")
        if match := re.fullmatch(r"(\d{4})-K([1-4])", tekst):
            return cls(dt.date(int(match[1]), 3 * int(match[2]) - 2, 1), "kwartaal")
        if re.fullmatch(r"[12]\d{3}", tekst):
            return cls(dt.date(int(tekst), 1, 1), "jaar")
        raise ValueError(f"‘{tekst}’ is geen datum in de vorm jjjj-mm-dd")

    @classmethod
    def van(cls, dag: dt.date) -> Self:
        """The day `dag` itself."""
        return cls(dag, "dag")

    @property
    def laatste(self) -> dt.date:
        """The last day it can be."""
        maanden = {"dag": 0, "maand": 1, "kwartaal": 3, "jaar": 12}[self.nauwkeurigheid]
        if not maanden:
            return self.eerste
        maand = self.eerste.month - 1 + maanden
        return dt.date(self.eerste.year + maand // 12, maand % 12 + 1, 1) - dt.timedelta(days=1)

    @property
    def dag(self) -> dt.date:
        """The day; ValueError when only month, quarter or year is known."""
        if self.nauwkeurigheid != "dag":
            raise ValueError("van deze datum is de dag niet bekend")
        return self.eerste


class Datums(Struct, frozen=True):
    """Several days that belong together, in order ("9 en 16 september 2024")."""

    dagen: tuple[Datum, ...]
    VERWACHT = "een lijst van datums, zoals [2024-09-09, 2024-09-16]"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The days written as ``2024-09-09, 2024-09-16``; ValueError otherwise."""
        dagen = tuple(Datum.lees(deel.strip()) for deel in tekst.split(","))
        if len(dagen) < 2 or list(dagen) != sorted(dagen, key=lambda datum: datum.eerste):
            raise ValueError("een lijst van datums telt er ten minste twee, oplopend")
        return cls(dagen)


class Periode(Struct, frozen=True):
    """From a first up to and including a last day, month or year."""

    van: Datum
    tot_en_met: Datum
    VERWACHT = "een periode als ‘2014-09-01 t/m 2024-09-01’"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The period written as ``2014-09-01 t/m 2024-09-01``; ValueError otherwise."""
        van, scheiding, tot = tekst.partition(" t/m ")
        if not scheiding:
            raise ValueError(f"‘{tekst}’ is geen periode")
        periode = cls(Datum.lees(van.strip()), Datum.lees(tot.strip()))
        if periode.tot_en_met.laatste < periode.van.eerste:
            raise ValueError("de periode eindigt voordat zij begint")
        return periode


class Duur(Struct, frozen=True):
    """A length of time in one unit: ``25 weken``."""

    getal: int
    eenheid: str  # minuut | uur | dag | week | maand | jaar
    VERWACHT = "een duur, zoals ‘6 weken’, ‘25 weken’ of ‘7 jaar’"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The duration written as ``6 weken``; ValueError otherwise."""
        match = re.fullmatch(r"(\d+) ([a-z]+)", tekst.strip())
        if not match or match[2] not in _EENHEDEN:
            raise ValueError(f"‘{tekst}’ is geen duur")
        return cls(int(match[1]), _EENHEDEN[match[2]])
