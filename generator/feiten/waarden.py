"""The closed set of value types a fact can have, each with the one form in which it is written.

A scalar in YAML is text until its declared type claims it: ``3:46`` is an article and ``0612`` a code
where a text is asked, and neither ever becomes a number. Numbers are ``int`` or ``Decimal``, never float.
How a value is *printed* is decided in `generator.opmaak`, not here.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import ClassVar, Self

from msgspec import Struct

_LANGSTE = 24  # characters of a number; what is longer cannot be computed with to the last digit
_MIN = "\u2212"  # as our own papers print it
_GETAL = re.compile(rf"[-{_MIN}]?(\d{{1,3}}(\.\d{{3}})+|\d+)(,\d+)?")
_EENHEDEN = {
    "dag": "dag", "dagen": "dag", "week": "week", "weken": "week",
    "maand": "maand", "maanden": "maand", "jaar": "jaar", "jaren": "jaar",
    "minuut": "minuut", "minuten": "minuut", "uur": "uur", "uren": "uur",
}  # fmt: skip


def _decimal(tekst: str) -> Decimal | None:
    """The number in Dutch notation (``5.787``, ``33,6``, ``−26``), or None when it is no number anybody counts with."""
    if len(tekst) > _LANGSTE or not _GETAL.fullmatch(tekst):
        return None
    return Decimal(tekst.replace(_MIN, "-").replace(".", "").replace(",", "."))


_OPEN = "[nog in te vullen"
_REGELEINDE = re.compile(r"\s*[\n\r\t\v\f\x85\u2028\u2029]\s*")


def op_een_regel(tekst: str) -> str:
    """`tekst` with a space for each line end, blank line and tab: a value is part of a line, in every format."""
    return _REGELEINDE.sub(" ", tekst)


class Tekst(Struct, frozen=True, order=True):
    """Words; also codes, article numbers, names and addresses."""

    tekst: str
    VERWACHT = "een tekst"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The value written as `tekst`, as one line; ValueError when empty."""
        if not tekst.strip():
            raise ValueError("de tekst is leeg")
        if _OPEN in tekst:  # else what is still open would count as filled in
            raise ValueError(f"‘{_OPEN} …]’ zet Raadwerk zelf waar een waarde ontbreekt; laat de waarde weg")
        return cls(op_een_regel(tekst))


class Aantal(Struct, frozen=True, order=True):
    """A count or measure; the unit stands with the fact."""

    getal: Decimal
    VERWACHT = "een getal in cijfers, zoals 168, 5.787 of 33,6"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The value written as `tekst` in Dutch notation; ValueError otherwise."""
        getal = _decimal(tekst)
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
        getal = _decimal(tekst.removeprefix("€").strip())
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
        getal = _decimal(tekst.removesuffix("%").strip())
        if getal is None or not tekst.endswith("%"):
            raise ValueError(f"‘{tekst}’ is geen percentage")
        return cls(getal)


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
        getal = _decimal(match[2]) if match else None
        if match is None or getal is None:
            raise ValueError(f"‘{tekst}’ is geen grens")
        return cls({">=": "≥", "<=": "≤"}.get(match[1], match[1]), getal, bool(match[3]))


class JaNee(Struct, frozen=True):
    """Yes or no."""

    ja: bool
    VERWACHT = "ja of nee"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """``ja`` or ``nee``; ValueError otherwise."""
        if tekst not in {"ja", "nee"}:
            raise ValueError(f"‘{tekst}’ is geen ja of nee")
        return cls(tekst == "ja")


class Verwijzing(Struct, frozen=True):
    """The path of another fact or record: ``locaties.ambachtsweg``."""

    pad: str
    VERWACHT = "een verwijzing naar een ander feit of onderdeel, zoals locaties.ambachtsweg"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The path written as `tekst`; ValueError when it is none. Whether it exists is checked later."""
        if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*", tekst):
            raise ValueError(f"‘{tekst}’ is geen verwijzing")
        return cls(tekst)


class Groepverwijzing(Verwijzing, frozen=True):
    """A reference to a record of one group; a subclass names the group and what such a record is called."""

    GROEP: ClassVar = ""
    HEET: ClassVar = ""

    def __init_subclass__(cls) -> None:
        cls.VERWACHT = f"{cls.HEET}, zoals {cls.GROEP}.naam"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The path written as `tekst`; ValueError when it is none of this group. Whether it exists is checked later."""
        groep, punt, naam = tekst.partition(".")
        if groep != cls.GROEP or not punt or "." in naam:
            raise ValueError(f"‘{tekst}’ verwijst niet naar {cls.HEET}")
        return super().lees(tekst)


class Stukverwijzing(Groepverwijzing, frozen=True):
    """A paper of the dossier: ``stukken.raadsvoorstel``."""

    GROEP, HEET = "stukken", "een stuk van dit dossier"


class Bijlageverwijzing(Groepverwijzing, frozen=True):
    """An attachment: ``bijlagen.motie``."""

    GROEP, HEET = "bijlagen", "een bijlage"


class Bevoegdheidverwijzing(Groepverwijzing, frozen=True):
    """Who decides what: ``bevoegdheden.raad_wensen``."""

    GROEP, HEET = "bevoegdheden", "een bevoegdheid"


Waarde = Tekst | Aantal | Bedrag | Percentage | Datum | Datums | Periode | Duur | Grens | JaNee | Verwijzing


def notatie(waarde: Waarde) -> str:  # noqa: C901 - one line for each type of the closed union
    """`waarde` as it is written in YAML; the ``lees`` of its type reads the same value back."""
    match waarde:
        case Tekst(tekst):
            return tekst
        case Aantal(getal) | Bedrag(getal):
            return _komma(getal)
        case Percentage(procent):
            return f"{_komma(procent)}%"
        case Datum(eerste, nauwkeurigheid):
            kwartaal = f"{eerste.year}-K{(eerste.month + 2) // 3}"
            return {"dag": f"{eerste}", "maand": f"{eerste:%Y-%m}", "kwartaal": kwartaal}.get(
                nauwkeurigheid, f"{eerste.year}"
            )
        case Datums(dagen):
            return ", ".join(map(notatie, dagen))
        case Periode(van, tot_en_met):
            return f"{notatie(van)} t/m {notatie(tot_en_met)}"
        case Duur(getal, eenheid):
            return f"{getal} {eenheid}"
        case Grens(teken, getal, is_procent):
            return f"{teken} {_komma(getal)}{'%' if is_procent else ''}"
        case JaNee(ja):
            return "ja" if ja else "nee"
        case Verwijzing(pad):
            return pad


def teken_van(waarde: Waarde | None) -> str:
    """The sign that tells the kind of a number (``€``, ``%``); empty for any other value."""
    match waarde:
        case Bedrag():
            return "€"
        case Percentage():
            return "%"
        case _:
            return ""


def met_teken(tekst: str, teken: str) -> str:
    """A bare number as the kind of number that `teken` stands for; whatever else was typed, as it was typed."""
    if not teken or _decimal(tekst.strip()) is None:
        return tekst
    return f"€ {tekst.strip()}" if teken == "€" else f"{tekst.strip()}%"


def _komma(getal: Decimal) -> str:
    return format(getal, "f").replace(".", ",")
