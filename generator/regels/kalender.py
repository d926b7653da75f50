"""Rest days of the Algemene termijnenwet: Saturdays, Sundays, public holidays and days made equal by decree.

A day made equal (*gelijkgesteld*, Atw 3 lid 3) is known from the table of decrees alone, never from a pattern.
For years without known decrees a day that such decrees usually name is *possibly* equal: the two readings are
kept apart by the argument `mogelijk`.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.datumtekst import datum_kaal
from generator.errors import Fout, InvoerError, Plaats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.termijnrecht import Feestdag, Kalender

DAG = dt.timedelta(days=1)
_MAANDAG, _VRIJDAG, _ZATERDAG, _ZONDAG = 0, 4, 5, 6
_BUREN = {_MAANDAG: DAG, _VRIJDAG: -DAG}  # the day that, when a public holiday, leaves one day before a weekend


class Rustdag(Struct, frozen=True):
    """Why a day is a rest day: its name, its article, and whether that article was read for that year."""

    naam: str
    grondslag: str
    nagegaan: bool = True


_WEEKEND = {_ZATERDAG: Rustdag("zaterdag", "Atw 1 lid 1"), _ZONDAG: Rustdag("zondag", "Atw 1 lid 1")}


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
                f"{datum_kaal(dag)} valt buiten de kalender",
                f"een dag van {datum_kaal(kalender.van)} tot en met {datum_kaal(kalender.tot)}",
                "de Algemene termijnenwet geldt sinds 1 april 1965; verder vooruit dan 2100 rekent Raadwerk niet",
            )
        )
    return _rustdagen(kalender, dag.year).get(dag)


@lru_cache(maxsize=512)
def _rustdagen(kalender: Kalender, jaar: int) -> Mapping[dt.date, Rustdag]:
    """The rest days of `jaar`: the name of a public holiday goes before that of a weekend day."""
    dag, dagen = dt.date(jaar, 1, 1), {}
    while dag.year == jaar:
        if dag.weekday() >= _ZATERDAG:
            dagen[dag] = _WEEKEND[dag.weekday()]
        dag += DAG
    return {**dagen, **feestdagen(kalender, jaar)}


def rustdagen(kalender: Kalender, van: dt.date, tot_en_met: dt.date) -> dict[dt.date, Rustdag]:
    """The rest days from `van` up to and including `tot_en_met`, in order, as far as the calendar goes."""
    dag, gevonden = max(van, kalender.van), {}
    while dag <= min(tot_en_met, kalender.tot):
        if reden := rustdag(kalender, dag):
            gevonden[dag] = reden
        dag += DAG
    return gevonden


def is_mogelijk_gelijkgesteld(kalender: Kalender, dag: dt.date) -> bool:
    """Whether no decree is known for the year of `dag` and it is such a day as decrees usually name.

    That is the Friday after Ascension Day, or the one day between a public holiday and a weekend.
    """
    buur = _BUREN.get(dag.weekday())
    if buur is None or kalender.besluiten_van <= dag.year <= kalender.besluiten_tot or rustdag(kalender, dag):
        return False
    buurdag = dag + buur
    return buurdag in feestdagen(kalender, buurdag.year)


@lru_cache(maxsize=4096)  # the days around an end are asked again and again
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
