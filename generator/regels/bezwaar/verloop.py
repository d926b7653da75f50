"""Periods of the law for objections, remembered: ten thousand cases count from the same few hundred days.

``Spanne`` is a day in the two readings of the law: the earliest is safe for who has to act, the latest for who waits.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.feiten.termijnrecht import Verlenging
from generator.regels.termijnen import kies_soort, termijnverloop

if TYPE_CHECKING:
    import datetime as dt

    from generator.bevindingen import Stap, Termijnverloop, Uitkomst
    from generator.feiten.besluit import Bijzondere_termijn
    from generator.feiten.recht import Recht


class Spanne(Struct, frozen=True):
    """A day in its earliest and its latest reading; `laatst` is None when the facts set no limit to it."""

    vroegst: dt.date
    laatst: dt.date | None


@lru_cache(maxsize=8192)
def verloop(recht: Recht, code: str, dag: dt.date) -> Termijnverloop:
    """The period of kind `code` counted from `dag`. InvoerError for a day outside the calendar."""
    return termijnverloop(recht, kies_soort(recht, code), dag)


@lru_cache(maxsize=1024)
def verloop_bijzonder(recht: Recht, termijn: Bijzondere_termijn, begin: dt.date) -> Termijnverloop:
    """The period of a special law, counted from its own event. InvoerError for what is no period in whole days."""
    soort = replace(
        kies_soort(recht, "bezwaar"),
        lengte=termijn.duur.getal,
        eenheid=termijn.duur.eenheid,
        begin="de gebeurtenis waarmee de bijzondere termijn begint",
        uitleg="",
        grondslag=(termijn.artikel,) if termijn.artikel else (),
        grondslag_begin=termijn.artikel,
        grondslag_gebeurtenis="",
        atw=Verlenging.JA if termijn.artikel else Verlenging.ONZEKER,
        atw_reden="" if termijn.artikel else "Het artikel van deze termijn is niet genoemd; de Algemene termijnenwet "
        "geldt alleen voor een termijn in een wet of algemene maatregel van bestuur (Atw 1, 5).",
    )  # fmt: skip
    return termijnverloop(recht, soort, begin)


def spanne(uitkomst: Uitkomst) -> Spanne:
    """Both readings of a computed day."""
    if uitkomst.zonder_grens:
        return Spanne(uitkomst.datum, None)
    ander = uitkomst.andere_lezing or uitkomst.datum
    return Spanne(min(uitkomst.datum, ander), max(uitkomst.datum, ander))


def lezing(uitkomst: Uitkomst, *, vroegste: bool) -> tuple[dt.date, tuple[Stap, ...]]:
    """The earliest or the latest reading of a computed day, with the steps to it."""
    ander = uitkomst.andere_lezing
    if ander and (ander < uitkomst.datum) == vroegste:
        return ander, uitkomst.andere_stappen
    return uitkomst.datum, uitkomst.stappen
