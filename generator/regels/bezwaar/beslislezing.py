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

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.bezwaarprocedure import Verdaging
    from generator.feiten.recht import Kalender
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
        self.dag = self._einde()[0]
        brief = f" bij brief van {datum_kaal(verdaging.datum)}" if verdaging.datum else ""
        zin = f"De beslissing is{brief} {duur_voluit(weken, 'week')} verdaagd, tot en met {datum_voluit(self.dag)}."
        self.stappen.append(Stap(zin, grondslag, self.dag))
        self.stukken = eerder
        self._tel_stilstand()

    def _tel_stilstand(self) -> None:
        """Go on to the end with every stretch that began before the period was over, and say why."""
        was = self.dag
        self.dag, tellend = self._einde()
        nieuw = [stuk for stuk in tellend if stuk not in self.geteld]
        self.geteld = tuple(tellend)
        if not nieuw:
            return
        self.stappen += [Stap(stuk.zin, stuk.grondslag) for stuk in nieuw]
        zonder = self.kaal + self.weken * _WEEK
        dagen = duur_voluit((verlengd(zonder, self.begin, self.stukken)[0] - zonder).days, "dag")
        zin = f"De beslistermijn stond {dagen} stil en eindigt dan op {datum_voluit(self.dag)}."
        if self.dag == was:
            zin = f"De beslistermijn stond {dagen} stil; zij liep al tot en met {datum_voluit(self.dag)}."
        self.stappen.append(Stap(zin, "Awb 7:10 lid 2", self.dag))

    def _einde(self) -> tuple[dt.date, list[Stuk]]:
        """The end with all that counts, and which stretches count."""
        extra = self.weken * _WEEK
        einde, tellend = verlengd(self.kaal + extra, self.begin, self.stukken)
        if self.kalender is None:
            return max(einde, self.na_atw + extra), tellend
        einde = max(gewone_dag_vanaf(self.kalender, einde - extra, mogelijk=True), self.na_atw)
        if extra:
            einde = gewone_dag_vanaf(self.kalender, einde + extra, mogelijk=True)
        return einde, tellend
