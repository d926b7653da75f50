"""Rest days of the Algemene termijnenwet: Saturdays, Sundays, public holidays and days made equal by decree.

A day made equal (*gelijkgesteld*, Atw 3 lid 3) is known from the table of decrees alone, never from a pattern.
For years without known decrees a day that such decrees usually name is *possibly* equal: the two readings are
kept apart by the argument `mogelijk`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError, Plaats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.recht import Feestdag, Kalender

DAG = dt.timedelta(days=1)
_MAANDAG, _VRIJDAG, _ZATERDAG, _ZONDAG = 0, 4, 5, 6


@dataclass(frozen=True, slots=True)
class Rustdag:
    """Why a day is a rest day: its name, its article, and whether that article was read for that year."""

    naam: str
    grondslag: str
    nagegaan: bool = True


def pasen(jaar: int) -> dt.date:
    """Easter Sunday of `jaar` in the Gregorian calendar (the anonymous algorithm of 1876, Meeus/Jones/Butcher)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    epacta = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    zondag = (32 + 2 * (b % 4) + 2 * (c // 4) - epacta - c % 4) % 7
    maand, dag = divmod(epacta + zondag - 7 * ((a + 11 * epacta + 22 * zondag) // 451) + 114, 31)
    return dt.date(jaar, maand, dag + 1)


@lru_cache(maxsize=512)
def feestdagen(kalender: Kalender, jaar: int) -> Mapping[dt.date, Rustdag]:
    """The public holidays of `jaar` and the days made equal to them, whatever weekday they fall on."""
    dagen = {}
    for feestdag in kalender.feestdagen:
        dag = _dag(feestdag, jaar)
        if feestdag.van <= dag <= feestdag.tot:
            dagen[dag] = Rustdag(feestdag.naam, feestdag.grondslag, nagegaan=dag >= feestdag.nagegaan_vanaf)
    for dag, gelijkstelling in kalender.gelijkgesteld.items():
        if dag.year == jaar:
            naam = f"bij besluit gelijkgesteld met een feestdag ({gelijkstelling.besluit})"
            dagen.setdefault(dag, Rustdag(naam, "Atw 3 lid 3"))
    return dagen


def rustdag(kalender: Kalender, dag: dt.date) -> Rustdag | None:
    """Why `dag` is a rest day, or None for an ordinary day. InvoerError outside the years of the calendar."""
    if not kalender.van <= dag <= kalender.tot:
        raise InvoerError(
            Fout(
                Plaats("kalender"),
                f"{dag:%d-%m-%Y} valt buiten de kalender",
                f"een dag van {kalender.van:%d-%m-%Y} tot en met {kalender.tot:%d-%m-%Y}",
                "de Algemene termijnenwet geldt sinds 1 april 1965; verder vooruit dan 2100 rekent Raadwerk niet",
            )
        )
    feestdag = feestdagen(kalender, dag.year).get(dag)
    if feestdag:
        return feestdag
    if dag.weekday() >= _ZATERDAG:
        return Rustdag("zaterdag" if dag.weekday() == _ZATERDAG else "zondag", "Atw 1 lid 1")
    return None


def is_mogelijk_gelijkgesteld(kalender: Kalender, dag: dt.date) -> bool:
    """Whether no decree is known for the year of `dag` and it is such a day as decrees usually name.

    That is the Friday after Ascension Day, or the one day between a public holiday and a weekend.
    """
    if kalender.besluiten_van <= dag.year <= kalender.besluiten_tot or rustdag(kalender, dag):
        return False
    match dag.weekday():
        case 0:  # Monday: is Tuesday a public holiday?
            buurdag = dag + DAG
        case 4:  # Friday: is Thursday one?
            buurdag = dag - DAG
        case _:
            return False
    return buurdag in feestdagen(kalender, buurdag.year)


def gewone_dag_vanaf(kalender: Kalender, dag: dt.date, *, mogelijk: bool = False) -> dt.date:
    """The first day from `dag` on that is no rest day (Atw 1 lid 1).

    Args:
        kalender: the rest days.
        dag: where to begin; the answer when it is an ordinary day itself.
        mogelijk: take possibly equal days for rest days too.
    """
    while rustdag(kalender, dag) or (mogelijk and is_mogelijk_gelijkgesteld(kalender, dag)):
        dag += DAG
    return dag


def _dag(feestdag: Feestdag, jaar: int) -> dt.date:
    if feestdag.dag is None:
        return pasen(jaar) + feestdag.pasen * DAG
    dag = dt.date(jaar, *feestdag.dag)
    return dag + feestdag.op_zondag * DAG if dag.weekday() == _ZONDAG else dag
