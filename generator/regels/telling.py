"""Counting days, weeks, months and years on the bare calendar, before any law moves the outcome.

An event's own day does not count unless the law says so: *n* weeks after a day end on the same weekday, *n* months
after it on the day with the same number, or where the month has no such day on its last day.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from generator.datumtekst import MAANDEN, datum_kaal, duur_voluit
from generator.errors import Fout, InvoerError, Plaats

_DAGEN = {"dag": 1, "week": 7}
_MAANDEN = {"maand": 1, "jaar": 12}


class Telling(Struct, frozen=True):
    """A counted length of time: its first day (None when counted backward), its last, and what needs saying."""

    eerste_dag: dt.date | None
    laatste_dag: dt.date
    uitleg: str = ""


def tel(lengte: int, eenheid: str, dag: dt.date, *, eerste_dag: int = 1, terug: bool = False) -> Telling:
    """`lengte` days, weeks, months or years counted from `dag`.

    Args:
        lengte: how many, at least one.
        eenheid: ``dag``, ``week``, ``maand`` or ``jaar``.
        dag: the day of the event.
        eerste_dag: 1 when the period begins the day after, 0 when `dag` itself is its first day.
        terug: count backward; the outcome is the day that many units before `dag`.

    Raises:
        InvoerError: a length of nothing, a unit that is no whole day, or an outcome outside all calendars.
    """
    if eenheid not in (*_DAGEN, *_MAANDEN) or lengte < 1:
        raise InvoerError(
            Fout(
                Plaats("duur"),
                f"‘{lengte} {eenheid}’ is geen termijn in hele dagen",
                "een duur in dagen, weken, maanden of jaren, zoals ‘8 weken’",
                "een termijn in uren loopt van uur tot uur en wordt nooit verlengd (Atw 4)" if eenheid == "uur" else "",
            )
        )
    try:
        return _tel(lengte, eenheid, dag, eerste_dag, -1 if terug else 1)
    except (ValueError, OverflowError):
        raise InvoerError(
            Fout(Plaats("duur"), f"{duur_voluit(lengte, eenheid)} vanaf {datum_kaal(dag)} valt buiten elke kalender")
        ) from None


def _tel(lengte: int, eenheid: str, dag: dt.date, eerste_dag: int, richting: int) -> Telling:
    eerste = dag + dt.timedelta(days=eerste_dag) if richting > 0 else None
    inbegrepen = 1 - eerste_dag  # when the event's own day counts, the period ends one day sooner
    if eenheid in _DAGEN:
        return Telling(eerste, dag + dt.timedelta(days=richting * (lengte * _DAGEN[eenheid] - inbegrepen)))
    import calendar

    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + richting * lengte * _MAANDEN[eenheid], 12)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    if dag.day > laatste:
        uitleg = f"{MAANDEN[maand].capitalize()} {jaar} heeft geen dag {dag.day}: de laatste dag van die maand geldt."
        return Telling(eerste, dt.date(jaar, maand + 1, laatste), uitleg)
    return Telling(eerste, dt.date(jaar, maand + 1, dag.day) - dt.timedelta(days=richting * inbegrepen))


def eerstvolgende(maand_dag: tuple[int, int], vanaf: dt.date, jaren: int = 0) -> dt.date:
    """The first day with this month and day on or after `vanaf`, or in the year so many years later."""
    dag = dt.date(vanaf.year + jaren, *maand_dag)
    return dag if dag >= vanaf else dag.replace(year=dag.year + 1)
