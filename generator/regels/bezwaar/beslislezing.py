"""One reading of the period for deciding on an objection: what moves its end, and the steps that lead there.

The earliest reading is safe for who has to decide: what is doubtful does not lengthen the period, and the
Algemene termijnenwet moves no end that was suspended or postponed. The latest is safe for who wants to give notice of
default: everything that may lengthen it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Stap
from generator.datumtekst import datum_kaal, datum_voluit, duur_voluit
from generator.regels.bezwaar.opschorting import verlengd
from generator.regels.kalender import DAG, gewone_dag_vanaf
from generator.regels.verlenging import stappen_van_verlenging

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.bezwaarprocedure import Verdaging
    from generator.feiten.termijnrecht import Kalender
    from generator.regels.bezwaar.opschorting import Stuk

_WEEK = 7 * DAG


class Beslislezing(Struct):
    """One reading of the period, as far as it has been counted.

    Attributes:
        begin: its first day.
        kaal: its end as counted, before the Algemene termijnenwet.
        na_atw: its end after that.
        dag: where it ends by now.
        stappen: the steps to `dag`.
        kalender: the rest days, in the reading in which they move a suspended or postponed end; None in the other.
        stukken: the days on which it stood still, sorted.
        weken: by how many weeks it was postponed.
        geteld: the stretches that moved the end so far.
    """

    begin: dt.date
    kaal: dt.date
    na_atw: dt.date
    dag: dt.date
    stappen: list[Stap]
    kalender: Kalender | None = None
    stukken: tuple[Stuk, ...] = ()
    weken: int = 0
    geteld: tuple[Stuk, ...] = ()

    def suspend(self, stukken: tuple[Stuk, ...]) -> None:
        """Count the days on which the period stood still."""
        self.stukken = stukken
        self._tel_stilstand()

    def postpone(self, verdaging: Verdaging, weken: int, grondslag: str) -> None:
        """Count one postponement, and the days on which the lengthened period stood still."""
        eerder, self.stukken = self.stukken, self.geteld
        self.weken += weken
        geteld, self.dag, _ = self._einde()
        brief = f" bij brief van {datum_kaal(verdaging.datum)}" if verdaging.datum else ""
        zin = f"De beslissing is{brief} {duur_voluit(weken, 'week')} verdaagd, tot en met {datum_voluit(geteld)}."
        self.stappen += [Stap(zin, grondslag, geteld), *self._naar_gewone_dag(geteld)]
        self.stukken = eerder
        self._tel_stilstand()

    def _tel_stilstand(self) -> None:
        """Go on to the end with every stretch that began before the period was over, and say why."""
        was = self.dag
        geteld, self.dag, tellend = self._einde()
        nieuw = [stuk for stuk in tellend if stuk not in self.geteld]
        self.geteld = tuple(tellend)
        if not nieuw:
            return
        self.stappen += [Stap(stuk.zin, stuk.grondslag) for stuk in nieuw]
        zonder = self.kaal + self.weken * _WEEK
        dagen = duur_voluit((verlengd(zonder, self.begin, self.stukken)[0] - zonder).days, "dag")
        zin = f"De beslistermijn stond {dagen} stil en eindigt dan op {datum_voluit(geteld)}."
        if self.dag == was:
            geteld = was
            zin = f"De beslistermijn stond {dagen} stil; zij liep al tot en met {datum_voluit(self.dag)}."
        self.stappen += [Stap(zin, "Awb 7:10 lid 2", geteld), *self._naar_gewone_dag(geteld)]

    def _naar_gewone_dag(self, geteld: dt.date) -> tuple[Stap, ...]:
        """The steps from the end as counted to the ordinary day on which it ends in this reading."""
        if self.kalender is None or geteld == self.dag:
            return ()
        return stappen_van_verlenging(self.kalender, geteld, self.dag, mogelijk=True)

    def _einde(self) -> tuple[dt.date, dt.date, list[Stuk]]:
        """The end as counted with all that counts, the day on which it ends after that, and which stretches count."""
        extra = self.weken * _WEEK
        geteld, tellend = verlengd(self.kaal + extra, self.begin, self.stukken)
        if self.kalender is None:
            einde = max(geteld, self.na_atw + extra)
            return einde, einde, tellend
        einde = max(gewone_dag_vanaf(self.kalender, geteld - extra, mogelijk=True), self.na_atw)
        if extra:
            return einde + extra, gewone_dag_vanaf(self.kalender, einde + extra, mogelijk=True), tellend
        return (geteld if self.na_atw < einde else einde), einde, tellend
