"""Which facts are a known day: a rule on dates says nothing about a month, a year or an open fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.waarden import Datum

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.feit import Feit


def bekende_dag(feit: Feit | None) -> dt.date | None:
    """The day of `feit`; None when there is no fact, nobody knows it yet, or it is less precise than a day."""
    match feit.waarde if feit else None:
        case Datum(dag, "dag"):
            return dag
        case _:
            return None
