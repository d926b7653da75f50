"""Legal periods that explain themselves: the last day, and every step that leads to it with its article."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_voluit, duur_voluit, hoofdletter
from generator.feiten.recht import Verlenging
from generator.feiten.waarden import Duur
from generator.regels.kalender import DAG, gewone_dag_vanaf, is_mogelijk_gelijkgesteld, rustdag

if TYPE_CHECKING:
    from generator.feiten.recht import Kalender, Recht, Termijnsoort

# Atw 4 aanhef en onder a: above these lengths the Algemene termijnenwet does not apply.
_LANGSTE = {"dag": 90, "week": 12, "maand": 3, "jaar": 0}


def bereken_termijn(recht: Recht, maat: str | Duur, dag: dt.date, *, terug: bool = False) -> Uitkomst:
    """The last day of a period that hangs on `dag`, in the reading that is safe for the citizen.

    Args:
        recht: the calendar and the kinds of period.
        maat: the code of a kind of period, or a bare length of time (no legal period, so the Atw is silent).
        dag: the day of the event; with `terug` the day from which is counted back.
        terug: count backward, as for "uiterlijk tien dagen voor"; never moved (Atw 1 lid 2).

    Raises:
        KeyError: a code that ``inhoud/recht/termijnen.yaml`` does not know.
        InvoerError: a day outside the calendar.
    """
    if isinstance(maat, Duur):
        einde = _tel(dag, maat.getal, maat.eenheid, -1 if terug else 1)
        duur = hoofdletter(duur_voluit(maat.getal, maat.eenheid))
        richting = "vóór" if terug else "na"
        return Uitkomst(einde, (Stap(f"{duur} {richting} {datum_voluit(dag)} is {datum_voluit(einde)}.", "", einde),))
    soort = recht.termijnsoorten[maat]
    return _wettelijk(recht.kalender, soort, dag, terug=terug or soort.terug)


def laatste_ontvangst_per_post(recht: Recht, laatste_dag: dt.date) -> tuple[dt.date, dt.date]:
    """The last day on which a letter posted in time may arrive (Awb 6:9 lid 2): earliest and latest reading.

    Whether the Atw moves the end of that week is open: the earliest is safe for who still has to send, the latest
    for who received.
    """
    einde = laatste_dag + 7 * DAG
    return einde, gewone_dag_vanaf(recht.kalender, einde)


def _wettelijk(kalender: Kalender, soort: Termijnsoort, dag: dt.date, *, terug: bool) -> Uitkomst:
    stappen = [Stap(f"{hoofdletter(soort.begin)}: {datum_voluit(dag)}.", soort.grondslag_begin, dag)]
    if not terug and soort.eerste_dag:
        stappen.append(
            Stap(f"De termijn begint op de dag erna: {datum_voluit(dag + DAG)}.", soort.grondslag_begin, dag + DAG)
        )
    einde = _tel(dag, soort.lengte, soort.eenheid, -1 if terug else 1)
    if not terug and not soort.eerste_dag:
        einde -= DAG
    duur = duur_voluit(soort.lengte, soort.eenheid)
    stappen.append(
        Stap(f"De termijn is {duur} en eindigt op {datum_voluit(einde)}.", "; ".join(soort.grondslag), einde)
    )
    if terug:
        stappen.append(Stap("Bij terugtellen verschuift de dag niet.", "Atw 1 lid 2", einde))
        return Uitkomst(einde, tuple(stappen), soort.voorbehoud)
    if soort.atw is Verlenging.NEE or soort.lengte > _LANGSTE[soort.eenheid]:
        stappen.append(
            Stap(soort.atw_reden or "De Algemene termijnenwet geldt voor deze termijn niet.", "Atw 4", einde)
        )
        return Uitkomst(einde, tuple(stappen), soort.voorbehoud)
    return _verlengd(kalender, soort, einde, stappen)


def _verlengd(kalender: Kalender, soort: Termijnsoort, einde: dt.date, stappen: list[Stap]) -> Uitkomst:
    """The end moved to an ordinary day; where a decree could exist that we do not know, the later day is safe."""
    voorbehoud = list(soort.voorbehoud)
    zeker = gewone_dag_vanaf(kalender, einde)
    veilig = gewone_dag_vanaf(kalender, einde, mogelijk=True)
    dag = einde
    while dag < veilig:
        if reden := rustdag(kalender, dag):
            stappen.append(
                Stap(f"{hoofdletter(datum_voluit(dag))} is een rustdag ({reden.naam}).", reden.grondslag, dag)
            )
        elif is_mogelijk_gelijkgesteld(kalender, dag):
            zin = f"Is {datum_voluit(dag)} bij besluit gelijkgesteld met een feestdag? Dat besluit is niet bekend."
            voorbehoud.append(zin)
            stappen.append(Stap(zin, "Atw 3 lid 3", dag))
        dag += DAG
    if veilig != einde:
        stappen.append(Stap(f"De termijn loopt door tot en met {datum_voluit(veilig)}.", "Atw 1 lid 1", veilig))
    return Uitkomst(veilig, tuple(stappen), tuple(voorbehoud), zeker if zeker != veilig else None)


def _tel(dag: dt.date, getal: int, eenheid: str, richting: int) -> dt.date:
    """`dag` so many days, weeks, months or years on; a day that a month lacks becomes its last."""
    if eenheid in {"dag", "week"}:
        return dag + richting * getal * (7 if eenheid == "week" else 1) * DAG
    maanden = dag.year * 12 + dag.month - 1 + richting * getal * (12 if eenheid == "jaar" else 1)
    jaar, maand = divmod(maanden, 12)
    return dt.date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))
