"""Days, months, quarters and years in Dutch (Babel)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_date, get_month_names

from generator.opmaak.getallen import HARDE_SPATIE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from generator.feiten.waarden import Datum

MAANDEN: dict[str, int] = {naam: nummer for nummer, naam in get_month_names("wide", locale="nl").items()}
KWARTALEN = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_KWARTAAL = {nummer: naam for naam, nummer in KWARTALEN.items()}


@lru_cache(maxsize=1024)
def print_dag(dag: dt.date, patroon: str = "d MMMM y") -> str:
    """The day in a pattern of CLDR (``d MMMM y``), without breaks inside."""
    return str(format_date(dag, patroon, locale="nl")).replace(" ", HARDE_SPATIE)


def print_datum(datum: Datum) -> str:
    """``20 december 2024``, ``december 2024``, ``het eerste kwartaal van 2025`` or ``2026``."""
    match datum.nauwkeurigheid:
        case "dag":
            return print_dag(datum.eerste)
        case "maand":
            return print_maand(datum)
        case "kwartaal":
            kwartaal = (datum.eerste.month + 2) // 3
            return f"het {_KWARTAAL[kwartaal]} kwartaal van{HARDE_SPATIE}{datum.eerste.year}"
        case _:
            return str(datum.eerste.year)


def print_maand(datum: Datum) -> str:
    """The month a date lies in: ``december 2024``; ValueError when only quarter or year is known."""
    if datum.nauwkeurigheid not in {"dag", "maand"}:
        raise ValueError("van deze datum is de maand niet bekend")
    return print_dag(datum.eerste, "MMMM y")


def print_dagen(datums: Sequence[Datum]) -> list[str]:
    """Each date of a row; what a day shares with the last one is named there: ``9``, ``16 september 2024``."""
    laatste = datums[-1].eerste
    uit = []
    for datum in datums:
        dag = datum.eerste
        if datum.nauwkeurigheid != "dag" or dag.year != laatste.year or datum is datums[-1]:
            uit.append(print_datum(datum))
        else:
            uit.append(print_dag(dag, "d" if dag.month == laatste.month else "d MMMM"))
    return uit
