"""What the Algemene termijnenwet does to a counted period (*verlenging*, Atw 1, 2 and 4), in both readings.

Where it is open whether a day counts as a rest day, the outcome is the later day: it tells nobody to be late who may
be in time. The earlier day is the safe one for who still has to act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Stap
from generator.datumtekst import WEEKDAGEN, datum_kaal, datum_voluit, hoofdletter
from generator.feiten.termijnrecht import Verlenging
from generator.regels.kalender import DAG, gewone_dag_vanaf, is_mogelijk_gelijkgesteld, rustdag

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.termijnrecht import Kalender, Termijnsoort
    from generator.regels.telling import Telling

_TEN_MINSTE_DAGEN = 3  # Atw 2: for periods of at least three days
_GEWONE_DAGEN = 2  # Atw 2: at least two ordinary days
_ALTIJD_GENOEG = 13 * DAG  # no two weeks of any year hold fewer
_LANGSTE = {
    "dag": (90, "in meer dan negentig dagen"),
    "week": (12, "in meer dan twaalf weken"),
    "maand": (3, "in meer dan drie maanden"),
    "jaar": (0, "in een of meer jaren"),
}  # Atw 4 aanhef en onder a: above these lengths the law does not apply


class Verlengd(Struct, frozen=True):
    """The last day in its later reading and in its earlier, safe one, each with the steps to it."""

    datum: dt.date
    veilig: dt.date
    stappen: tuple[Stap, ...]
    stappen_veilig: tuple[Stap, ...]
    voorbehoud: tuple[str, ...] = ()


def verleng(kalender: Kalender, soort: Termijnsoort, telling: Telling) -> Verlengd:
    """The last day of `telling` after the Atw and in both readings of the kind's own article."""
    verlengd = _verleng(kalender, soort, telling)
    if soort.lezing is None:
        return verlengd
    anders = verlengd.datum + soort.lezing.dagen * DAG
    ruim, veilig = (verlengd.datum, verlengd.stappen), (verlengd.veilig, verlengd.stappen_veilig)
    woord = "ruimste" if soort.lezing.dagen > 0 else "vroegste"
    stap = Stap(f"In de {woord} lezing is het {datum_voluit(anders)}.", soort.grondslag[0], anders)
    if anders > ruim[0]:
        ruim = (anders, (*verlengd.stappen, stap))
    if anders < veilig[0]:
        veilig = (anders, (*verlengd.stappen, stap))
    voorbehoud = (f"{soort.lezing.uitleg} {_lezingen(ruim[0], veilig[0])}", *verlengd.voorbehoud)
    return Verlengd(ruim[0], veilig[0], ruim[1], veilig[1], voorbehoud)


def _verleng(kalender: Kalender, soort: Termijnsoort, telling: Telling) -> Verlengd:
    kaal = telling.laatste_dag
    if soort.terug:
        return _onverlengd(kalender, kaal, "Bij terugrekenen wordt een termijn niet verlengd:", "Atw 1 lid 2")
    grens, omschrijving = _LANGSTE.get(soort.eenheid, (soort.lengte, ""))
    if soort.lengte > grens:
        zin = f"Voor een termijn {omschrijving} geldt de Algemene termijnenwet niet:"
        return _onverlengd(kalender, kaal, zin, "Atw 4")
    if soort.atw is Verlenging.NEE:
        return _onverlengd(kalender, kaal, soort.atw_reden, "; ".join(soort.grondslag))
    zeker = _einde(kalender, soort, telling, mogelijk=False)
    bekend = kalender.besluiten_van <= kaal.year and zeker.year <= kalender.besluiten_tot
    datum = zeker if bekend else _einde(kalender, soort, telling, mogelijk=True)
    stappen = stappen_van_verlenging(kalender, kaal, datum, mogelijk=not bekend)
    is_verlengd = soort.atw is Verlenging.JA or datum == kaal
    brugdagen = _brugdagen(kalender, telling, datum, zeker)
    if brugdagen and is_verlengd:  # else the safe day is that without any extension, which is said first
        brugdagen = [f"{brugdagen[0]} {_lezingen(datum, zeker)}"]
    voorbehoud = [*brugdagen, *_niet_nagegaan(kalender, kaal, datum)]
    if is_verlengd:
        veilig = stappen if zeker == datum else stappen_van_verlenging(kalender, kaal, zeker, mogelijk=False)
        return Verlengd(datum, zeker, stappen, veilig, tuple(voorbehoud))
    blijft = (Stap(f"Zonder verlenging blijft de dag {datum_voluit(kaal)}.", "; ".join(soort.grondslag), kaal),)
    return Verlengd(datum, kaal, stappen, blijft, (f"{soort.atw_reden} {_lezingen(datum, kaal)}", *voorbehoud))


def _onverlengd(kalender: Kalender, kaal: dt.date, reden: str, grondslag: str) -> Verlengd:
    """The bare day, and why it stays; of a public holiday a reader would doubt it, a weekend shows by its name."""
    rust = rustdag(kalender, kaal)
    ook_al = f", ook al is dat {rust.naam}" if rust and rust.naam not in WEEKDAGEN else ""
    blijft = f"de dag blijft {datum_voluit(kaal)}{ook_al}."
    zin = f"{reden} {blijft if reden.endswith(':') else hoofdletter(blijft)}"
    stappen = (Stap(zin, grondslag, kaal),)
    return Verlengd(kaal, kaal, stappen, stappen)


def _einde(kalender: Kalender, soort: Termijnsoort, telling: Telling, *, mogelijk: bool) -> dt.date:
    """The last day after Atw 1 and 2."""
    einde = gewone_dag_vanaf(kalender, telling.laatste_dag, mogelijk=mogelijk)
    kort = telling.eerste_dag and einde - telling.eerste_dag < _ALTIJD_GENOEG
    if telling.eerste_dag and kort and (soort.eenheid != "dag" or soort.lengte >= _TEN_MINSTE_DAGEN):
        while not _heeft_gewone_dagen(kalender, telling.eerste_dag, einde, mogelijk=mogelijk):
            einde = gewone_dag_vanaf(kalender, einde + DAG, mogelijk=mogelijk)
    return einde


def _heeft_gewone_dagen(kalender: Kalender, eerste: dt.date, einde: dt.date, *, mogelijk: bool) -> bool:
    """Whether two ordinary days stand from `eerste` up to and including `einde`."""
    aantal, dag = 0, eerste
    while dag <= einde and aantal < _GEWONE_DAGEN:
        aantal += gewone_dag_vanaf(kalender, dag, mogelijk=mogelijk) == dag
        dag += DAG
    return aantal == _GEWONE_DAGEN


def stappen_van_verlenging(kalender: Kalender, kaal: dt.date, datum: dt.date, *, mogelijk: bool) -> tuple[Stap, ...]:
    """Why the last day moves from `kaal` to `datum`, day by day; `mogelijk` as for ``gewone_dag_vanaf``."""
    if datum == kaal:
        zin = "Dat is geen zaterdag, zondag of feestdag: de termijn wordt niet verlengd."
        return (Stap(zin, "Atw 1 lid 1", kaal),)
    stappen, gewoon = [], gewone_dag_vanaf(kalender, kaal, mogelijk=mogelijk)
    dag = kaal
    while dag < gewoon:
        if reden := rustdag(kalender, dag):
            stappen.append(Stap(f"{hoofdletter(datum_voluit(dag))} {_is(reden.naam)}.", reden.grondslag, dag))
        else:
            zin = f"Of {datum_voluit(dag)} bij besluit is gelijkgesteld, is niet bekend; hier telt die dag als rustdag."
            stappen.append(Stap(zin, "Atw 3 lid 3", dag))
        dag += DAG
    if gewoon != kaal:
        zin = f"De termijn loopt door tot en met de eerstvolgende gewone dag: {datum_voluit(gewoon)}."
        stappen.append(Stap(zin, "Atw 1 lid 1", gewoon))
    if datum != gewoon:
        zin = f"In de termijn horen ten minste twee gewone dagen: zij loopt door tot en met {datum_voluit(datum)}."
        stappen.append(Stap(zin, "Atw 2", datum))
    return tuple(stappen)


def _is(naam: str) -> str:
    """``is Bevrijdingsdag``; a weekend day has already said its name."""
    return "telt niet als laatste dag" if naam in WEEKDAGEN else f"is {naam}"


def _lezingen(datum: dt.date, veilig: dt.date) -> str:
    """Which of two days is for whom, as a sentence."""
    return (
        f"Wie zelf iets moet doen, houdt {datum_voluit(veilig)} aan; wie beoordeelt of een ander op tijd was, "
        f"gaat uit van {datum_voluit(datum)}."
    )


def _brugdagen(kalender: Kalender, telling: Telling, datum: dt.date, zeker: dt.date) -> list[str]:
    """The question whether a day was made equal by a decree we do not know, where that decides the outcome."""
    if datum == zeker:
        return []
    beslissend = _mogelijke_dagen(kalender, zeker, datum)  # Atw 1; else Atw 2 counts an earlier day of a short period
    dagen = beslissend or _mogelijke_dagen(kalender, telling.eerste_dag or zeker, datum)
    vraag = f"Te beoordelen: is {' of '.join(dagen)} bij besluit gelijkgesteld met een feestdag (Atw 3 lid 3)?"
    bekend = f"Raadwerk kent die besluiten van {kalender.besluiten_van} tot en met {kalender.besluiten_tot}."
    return [f"{vraag} {bekend}"]


def _mogelijke_dagen(kalender: Kalender, dag: dt.date, tot: dt.date) -> list[str]:
    dagen = []
    while dag < tot:
        if is_mogelijk_gelijkgesteld(kalender, dag):
            dagen.append(datum_voluit(dag))
        dag += DAG
    return dagen


def _niet_nagegaan(kalender: Kalender, kaal: dt.date, einde: dt.date) -> list[str]:
    """Which rest days were passed on a text of law that was read for later years only."""
    dag, zinnen = kaal, []
    while dag < einde:
        reden = rustdag(kalender, dag)
        if reden and not reden.nagegaan:
            zinnen.append(
                f"Of {reden.naam} op {datum_kaal(dag)} al als feestdag telde, is niet nagegaan: de tekst van "
                f"{reden.grondslag} is gelezen zoals die later gold."
            )
        dag += DAG
    return zinnen
