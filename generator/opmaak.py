"""Dutch on paper: how the value of a fact is printed, in one place (Babel for numbers and dates)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_decimal
from num2words import num2words

from generator.feiten.waarden import (
    Aantal, Bedrag, Datum, Datums, Duur, Grens, JaNee, Percentage, Periode, Tekst, Verwijzing, Waarde,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.feiten.feit import Feit

_HARD = "\u00a0"  # no break inside a figure with its unit, or a day with its month
_MIN = "\u2212"
_GRENS = {">": "meer dan", "≥": "ten minste", "<": "minder dan", "≤": "ten hoogste"}
_MEERVOUD = {"minuut": "minuten", "uur": "uur", "dag": "dagen", "week": "weken", "maand": "maanden", "jaar": "jaar"}
_KWARTAAL = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde"}


def print_feit(feit: Feit, vorm: str = "", getalstijl: str = "taalunie") -> str:
    """The text of `feit` in the form called `vorm`; an open fact gives its placeholder.

    Args:
        feit: the fact.
        vorm: a name of `VORMEN`; empty for the default of its type.
        getalstijl: ``taalunie`` (small and round numbers in words where a text form asks) or ``cijfers``.

    Raises:
        ValueError: an unknown form, or one that does not fit the type of the value.
    """
    if feit.waarde is None:
        return f"[nog in te vullen: {feit.vraag or feit.pad.rpartition('.')[2].replace('_', ' ')}]"
    if vorm not in VORMEN:
        raise ValueError(f"de vorm ‘{vorm}’ bestaat niet")
    tekst = VORMEN[vorm](feit, feit.waarde, getalstijl)
    circa = feit.circa and vorm not in {"kaal", "verschil"}
    return f"circa{_HARD}{tekst}" if circa else tekst


def join_woorden(delen: Sequence[str], voegwoord: str = "en") -> str:
    """``a, b en c``; empty when there is nothing."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def _standaard(feit: Feit, waarde: Waarde, stijl: str) -> str:
    match waarde:
        case Tekst(tekst):
            return tekst
        case Aantal(getal):
            return _getal(getal)
        case Bedrag(euro):
            heel = euro == euro.to_integral_value()
            return f"€{_HARD}{format_decimal(euro, '#,##0' if heel else '#,##0.00', locale='nl')}"
        case Percentage(procent):
            return f"{_getal(procent)}%"
        case Datum():
            return _datum(waarde)
        case Datums(dagen):
            return _datums(dagen)
        case Periode(van, tot):
            return f"{_datum(van)} tot en met {_datum(tot)}"
        case Duur(getal, eenheid):
            return f"{getal}{_HARD}{_duureenheid(getal, eenheid)}"
        case Grens(teken, getal):
            return f"{_GRENS[teken]} {_getal(getal)}"
        case JaNee(ja):
            return "ja" if ja else "nee"
        case Verwijzing():
            raise ValueError(f"‘{feit.pad}’ is een verwijzing en geen feit om af te drukken")


def _kaal(feit: Feit, waarde: Waarde, stijl: str) -> str:
    return _getal(waarde.getal) if isinstance(waarde, Grens) else _standaard(feit, waarde, stijl)


def _cijfers(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    return _getal(_als_getal(feit, waarde, "getal"))


def _woorden(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    woord = telwoord(_als_getal(feit, waarde, "woorden"))
    return f"{woord} {_duureenheid(waarde.getal, waarde.eenheid)}" if isinstance(waarde, Duur) else woord


def _tekst(feit: Feit, waarde: Waarde, stijl: str) -> str:
    """The rule of the Taalunie: up to twenty and round numbers in words, exact figures in digits."""
    getal = _als_getal(feit, waarde, "tekst")
    return (
        _woorden(feit, waarde, stijl) if stijl == "taalunie" and _in_woorden(getal) else _standaard(feit, waarde, stijl)
    )


def _eenheid(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    getal = _als_getal(feit, waarde, "eenheid")
    if not feit.eenheid:
        raise ValueError(f"‘{feit.pad}’ heeft geen eenheid")
    enkelvoud, _, meervoud = feit.eenheid.rpartition("/")
    return f"{_getal(getal)}{_HARD}{enkelvoud if getal == 1 and enkelvoud else meervoud}"


def _rang(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    return str(num2words(int(_als_getal(feit, waarde, "rang")), lang="nl", to="ordinal"))


def _verschil(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    getal = _als_getal(feit, waarde, "verschil")
    return f"{'+' if getal > 0 else _MIN if getal < 0 else ''}{_getal(abs(getal))}"


def _opgemaakt(patroon: str) -> Callable[[Feit, Waarde, str], str]:
    def druk(feit: Feit, waarde: Waarde, _stijl: str) -> str:
        if not isinstance(waarde, Datum):
            raise ValueError(f"‘{feit.pad}’ is geen datum")
        return format_date(waarde.dag, patroon, locale="nl").replace(" ", _HARD)

    return druk


def _jaar(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    if not isinstance(waarde, Datum):
        raise ValueError(f"‘{feit.pad}’ is geen datum")
    return str(waarde.eerste.year)


VORMEN: dict[str, Callable[[Feit, Waarde, str], str]] = {
    "": _standaard,
    "kaal": _kaal,
    "getal": _cijfers,
    "woorden": _woorden,
    "tekst": _tekst,
    "eenheid": _eenheid,
    "rang": _rang,
    "verschil": _verschil,
    "datum": _opgemaakt("d MMMM y"),
    "datum_kort": _opgemaakt("dd-MM-y"),
    "weekdag": _opgemaakt("EEEE d MMMM y"),
    "dag_maand": _opgemaakt("d MMMM"),
    "maand": _opgemaakt("MMMM y"),
    "jaar": _jaar,
}


@lru_cache(maxsize=512)
def _getal(getal: Decimal) -> str:
    """Digits with a Dutch thousands point and decimal comma; at most one decimal, as a table of places has."""
    return str(format_decimal(getal, "#,##0.#", locale="nl")).replace("-", _MIN)


def telwoord(getal: Decimal) -> str:
    """The number in Dutch words; digits for a fraction."""
    return str(num2words(int(getal), lang="nl")) if getal == getal.to_integral_value() else _getal(getal)


def _in_woorden(getal: Decimal) -> bool:
    if getal != getal.to_integral_value() or getal < 0:
        return False
    heel = int(getal)
    return heel <= 20 or (heel <= 100 and heel % 10 == 0) or (heel <= 1000 and heel % 100 == 0) or (
        heel <= 12000 and heel % 1000 == 0
    )  # fmt: skip


def _als_getal(feit: Feit, waarde: Waarde, vorm: str) -> Decimal:
    match waarde:
        case Aantal(getal) | Bedrag(getal) | Percentage(getal) | Grens(_, getal):
            return getal
        case Duur(getal):
            return Decimal(getal)
        case _:
            raise ValueError(f"‘{feit.pad}’ is geen getal en heeft dus geen vorm ‘{vorm}’")


@lru_cache(maxsize=512)
def _datum(datum: Datum) -> str:
    match datum.nauwkeurigheid:
        case "dag":
            return str(format_date(datum.eerste, "d MMMM y", locale="nl")).replace(" ", _HARD)
        case "maand":
            return str(format_date(datum.eerste, "MMMM y", locale="nl")).replace(" ", _HARD)
        case "kwartaal":
            return f"het {_KWARTAAL[(datum.eerste.month + 2) // 3]} kwartaal van{_HARD}{datum.eerste.year}"
        case _:
            return str(datum.eerste.year)


def _datums(dagen: Sequence[Datum]) -> str:
    """``9 en 16 september 2024``: what days share is named once, at the end."""
    laatste = dagen[-1].eerste
    uit = []
    for datum in dagen[:-1]:
        dag = datum.eerste
        if (dag.year, dag.month) == (laatste.year, laatste.month):
            uit.append(str(dag.day))
        elif dag.year == laatste.year:
            uit.append(str(format_date(dag, "d MMMM", locale="nl")).replace(" ", _HARD))
        else:
            uit.append(_datum(datum))
    return join_woorden([*uit, _datum(dagen[-1])])


def _duureenheid(getal: int, eenheid: str) -> str:
    return eenheid if getal == 1 else _MEERVOUD[eenheid]
