"""Until when may be decided on the objection (Awb 7:10; Gemeentewet 236 lid 2; Woo 7.3 lid 3), in both readings.

``datum`` of each outcome is the earliest reading, safe for who has to decide; ``andere_lezing`` is the latest, safe for
who wants to give notice of default. What the facts do not say is left out of the first and counted in the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import ORGANEN, Besluitsoort, Uitstelgrond
from generator.feiten.bezwaarprocedure import Adviescommissie, Procedure
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN
from generator.regels.bezwaar.beslislezing import Beslislezing
from generator.regels.bezwaar.opschorting import stilstanden
from generator.regels.bezwaar.tijdigheid import binnenkomst
from generator.regels.bezwaar.verloop import lezing, spanne, verloop
from generator.regels.kalender import DAG
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.bezwaarprocedure import Klacht, Verdaging
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.bezwaar.opschorting import Stilstand
    from generator.regels.bezwaar.verloop import Spanne
    from generator.toetsuitslag import Indieningsuitslag

_ZONDER, _MET = "beslissen_bezwaar", "beslissen_bezwaar_commissie"
_WEEK = 7 * DAG
_HOOGSTENS = 6  # weeks, Awb 7:10 lid 3
_LAATSTE_WEKEN = (11, 20)  # from this day on a tax objection falls in the last six weeks of the year
_RIJK = frozenset({"minister", "gedeputeerde staten"})
_GEMEENTE = frozenset(ORGANEN) - _RIJK
_GEEN_BEZWAAR = frozenset({"beroep", "beroep_uitgebreid", ""})
_BUITEN_DE_TERMIJN = frozenset({Indiening.NA_DE_TERMIJN, Indiening.PREMATUUR})
_GEEN_PROCEDURE, _GEEN_COMMISSIE = Procedure(), Adviescommissie()
_ATW_VERLENGD = (
    "Of de Algemene termijnenwet een opgeschorte of verdaagde beslistermijn nog verlengt, staat niet vast (Atw 1, 4)."
)


class _Telling(Struct):
    """The period as far as it has been counted.

    Attributes:
        vroegst: the earliest reading.
        laatst: the latest reading; None when the facts set no limit to it.
        voorbehoud: what is uncertain.
        is_kalenderjaar: whether it ends on a date in the law, so that it is open whether standing still moves it.
    """

    vroegst: Beslislezing
    laatst: Beslislezing | None
    voorbehoud: list[str]
    is_kalenderjaar: bool = False

    def uitkomst(self) -> Uitkomst:
        """What has been counted so far."""
        voorbehoud, vroegst, laatst = tuple(dict.fromkeys(self.voorbehoud)), self.vroegst, self.laatst
        if laatst is None:
            return Uitkomst(vroegst.dag, tuple(vroegst.stappen), voorbehoud, zonder_grens=True)
        if laatst.dag <= vroegst.dag:
            return Uitkomst(vroegst.dag, tuple(vroegst.stappen), voorbehoud)
        return Uitkomst(vroegst.dag, tuple(vroegst.stappen), voorbehoud, laatst.dag, tuple(laatst.stappen))


def beslistermijnen(
    zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...], er: frozenset[Verzuim]
) -> dict[str, Uitkomst]:
    """The outcomes on deciding by name, first ``beslissen_uiterlijk``; none when there is nothing to count from.

    `er` is what a letter may have asked for and is there (``verzuim.aanwezig``).
    """
    procedure = zaak.procedure or _GEEN_PROCEDURE
    telling = _telling(zaak, recht, indieningen, procedure)
    if telling is None:
        return {}
    uit = {"beslistermijn": telling.uitkomst()}
    if stilstand := stilstanden(zaak, procedure, er):
        _schort_op(telling, stilstand)
        uit["beslissen_na_opschorting"] = telling.uitkomst()
    if procedure.verdaging:
        _verdaag(telling, procedure.verdaging, binnenkomst(zaak).datum)
        uit["beslissen_na_verdaging"] = telling.uitkomst()
    else:
        uit["verdagen_uiterlijk"] = _verdagen(telling)
        telling.voorbehoud += ["Voor zover bekend is de beslissing niet verdaagd."] * (procedure.verdaging is None)
    if zaak.besluit.soort is Besluitsoort.WOO and procedure.klacht_adviescollege:
        uit |= _na_advies(telling, recht, procedure.klacht_adviescollege, binnenkomst(zaak).datum)
    beslissen = _slot(telling)
    if telling.laatst:
        artikel = "Awb 6:12" if zaak.besluit.soort is Besluitsoort.WOO else "Awb 4:17 lid 3"
        uit["ingebrekestelling_vanaf"] = _ingebrekestelling_vanaf(beslissen, artikel)
    return {"beslissen_uiterlijk": beslissen, **uit}


def _slot(telling: _Telling) -> Uitkomst:
    """The day with all that is known, and who keeps to which reading."""
    vroegst = datum_voluit(telling.vroegst.dag)
    if telling.laatst is None:
        zin = f"Wie moet beslissen, houdt {vroegst} aan; of de termijn later eindigt, en wanneer, is niet te zeggen."
        telling.voorbehoud.append(zin)
    elif telling.laatst.dag > telling.vroegst.dag:
        zin = f"Wie moet beslissen, houdt {vroegst} aan; wie in gebreke wil stellen, wacht"
        telling.voorbehoud.append(f"{zin} tot na {datum_voluit(telling.laatst.dag)}.")
    return telling.uitkomst()


def _ingebrekestelling_vanaf(beslissen: Uitkomst, artikel: str) -> Uitkomst:
    """From which day notice of default is certainly not too early: the day after the latest reading."""
    laatst, stappen = lezing(beslissen, vroegste=False)
    zin = "Een ingebrekestelling van vóór het einde van de beslistermijn telt niet; gerekend is met de laatste lezing."
    zin = f"De beslistermijn loopt op zijn laatst tot en met {datum_voluit(laatst)}. {zin}"
    slot = f"In gebreke stellen kan vanaf de dag daarna: {datum_voluit(laatst + DAG)}."
    stappen = (*stappen, Stap(zin, "Awb 7:10", laatst), Stap(slot, artikel, laatst + DAG))
    return Uitkomst(laatst + DAG, stappen, beslissen.voorbehoud)


def _telling(
    zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...], procedure: Procedure
) -> _Telling | None:
    """The bare period; None when no objection is being decided on, or nothing to count from is known."""
    if all(stand.indiening is Indiening.NOG_NIET or stand.soort in _GEEN_BEZWAAR for stand in indieningen):
        return None
    ontvangen, is_woz = binnenkomst(zaak).datum, zaak.besluit.soort is Besluitsoort.WOZ
    gewoon = _gewone_telling(zaak, recht, indieningen, procedure, ontvangen)
    if zaak.besluit.soort not in BELASTINGSOORTEN or (zaak.besluit.bestuursorgaan in _RIJK and not is_woz):
        return gewoon
    if ontvangen is None:
        return None  # the day of receipt settles which of two rules holds
    ingediend = _ingediend(zaak, ontvangen)
    laat = {(dag.month, dag.day) >= _LAATSTE_WEKEN for dag in (ontvangen, ingediend)}
    zinnen = []
    if len(laat) > 1:
        schrift = zaak.bezwaarschrift
        is_bekend = schrift and schrift.verzonden and schrift.verzonden.datum
        op = f"op {datum_voluit(ingediend)}" if is_bekend else "op een dag die niet in de feiten staat"
        zin = f"Ingediend {op} en ontvangen op {datum_voluit(ontvangen)}: welke dag telt voor de"
        zinnen.append(f"{zin} laatste zes weken van het jaar, staat niet vast (Gemeentewet 236 lid 2; WOZ 30 lid 9).")
    if zaak.besluit.bestuursorgaan not in _GEMEENTE and not is_woz and laat != {True}:
        zinnen.append(
            "Is het geen belasting van een gemeente, dan geldt het kalenderjaar niet (Gemeentewet 236 lid 2)."
        )
    if gewoon is None or not (zinnen or True in laat):
        return _kalenderjaar(recht, ontvangen)
    return _beide(_kalenderjaar(recht, ontvangen), gewoon, zinnen) if zinnen else gewoon


def _ingediend(zaak: Bezwaarzaak, ontvangen: dt.date) -> dt.date:
    """The day it was posted, when it came by post; the earliest likely one where that is not known; else of receipt."""
    schrift = zaak.bezwaarschrift
    if schrift is None or not binnenkomst(zaak).is_per_post:
        return ontvangen
    if schrift.verzonden and schrift.verzonden.datum:
        return min(schrift.verzonden.datum, ontvangen)
    geschreven = schrift.dagtekening or ontvangen - _WEEK
    return min(max(geschreven, ontvangen - _WEEK), ontvangen)  # the post takes a week at most; first one writes


def _beide(een: _Telling, ander: _Telling, zinnen: list[str]) -> _Telling:
    """Two countings of which nobody can say which holds: the earliest and the latest reading of the two."""
    vroegst = min(een, ander, key=lambda telling: telling.vroegst.dag)
    laatst = None
    if een.laatst and ander.laatst:
        laatst = max(een.laatst, ander.laatst, key=lambda lezing_: lezing_.dag)
    voorbehoud = [*zinnen, *een.voorbehoud, *ander.voorbehoud]
    return _Telling(vroegst.vroegst, laatst, voorbehoud, vroegst.is_kalenderjaar)


def _gewone_telling(
    zaak: Bezwaarzaak,
    recht: Recht,
    indieningen: tuple[Indieningsuitslag, ...],
    procedure: Procedure,
    ontvangen: dt.date | None,
) -> _Telling | None:
    """Six or twelve weeks after the period for objecting; None when its end is not known (Awb 7:10 lid 1)."""
    dagen = list(_laatste_dagen(indieningen))
    if not dagen:
        return None
    vroegst, laatst = min(dag.vroegst for dag in dagen), max(dag.laatst or dag.vroegst for dag in dagen)
    kort, lang, zinnen = _soorten(zaak, recht, procedure, vroegst)
    vroeg, laat = verloop(recht, kort, vroegst).uitkomst, verloop(recht, lang, laatst).uitkomst
    zinnen += [zin for zin in vroeg.voorbehoud if zin not in recht.termijnsoorten[kort].voorbehoud]
    if vroegst != laatst:
        zin = "De laatste dag om bezwaar te maken staat niet vast of verschilt per indiener: gerekend is vanaf"
        zinnen.append(f"{zin} {datum_voluit(vroegst)}, en op zijn laatst vanaf {datum_voluit(laatst)}.")
    soorten, zonder_grens = recht.termijnsoorten, list(_zonder_grens(indieningen, ontvangen))
    einde, stappen = lezing(vroeg, vroegste=True)
    vroege = Beslislezing(vroegst + DAG, vroegst + soorten[kort].lengte * _WEEK, einde, einde, list(stappen))
    einde, stappen = lezing(laat, vroegste=False)
    kaal = laatst + soorten[lang].lengte * _WEEK
    late = Beslislezing(laatst + DAG, kaal, einde, einde, list(stappen), recht.kalender)
    return _Telling(vroege, None if zonder_grens else late, zinnen + zonder_grens)


def _zonder_grens(indieningen: tuple[Indieningsuitslag, ...], ontvangen: dt.date | None) -> Iterable[str]:
    """Why the ordinary period may not be the one that runs, so that no latest day can be given (recht.md B4)."""
    standen = {stand.indiening for stand in indieningen}
    buiten = [stand for stand in indieningen if stand.indiening in _BUITEN_DE_TERMIJN]
    if Indiening.TIJDIG in standen:
        pass  # of one objector the period for deciding is the ordinary one
    elif buiten:
        wat = " of ".join(dict.fromkeys(str(stand.indiening) for stand in buiten))
        zin = f"Het bezwaar is {wat}: of de beslistermijn dan zo loopt, staat niet vast"
        yield f"{zin}. De dag die hier staat, is die voor een bezwaar binnen de termijn (Awb 7:10 lid 1)."
    elif Indiening.NIET_VAST in standen and ontvangen:
        zin = "Of het bezwaar binnen de termijn kwam, is niet vast te stellen; de dag die hier staat, is die voor een"
        yield f"{zin} bezwaar binnen de termijn (Awb 7:10 lid 1)."
    if any(stand.laatste_dag and stand.laatste_dag.zonder_grens for stand in indieningen):
        zin = "Hoelang de bezwaartermijn stilstond, staat niet vast; eindigt zij later, dan ook de beslistermijn"
        yield f"{zin} (Woo 7.3 lid 2)."
    if any(stand.twijfel for stand in indieningen):
        yield "Begon de bezwaartermijn later, dan eindigt ook de beslistermijn later."


def _kalenderjaar(recht: Recht, ontvangen: dt.date) -> _Telling:
    """A tax objection: up to the end of the calendar year of receipt (Gemeentewet 236 lid 2; WOZ 30 lid 9)."""
    uitkomst = verloop(recht, "beslissen_belasting", ontvangen).uitkomst
    vroegst, stappen = lezing(uitkomst, vroegste=True)
    vroege = Beslislezing(ontvangen, vroegst, vroegst, vroegst, list(stappen))
    laatst, stappen = lezing(uitkomst, vroegste=False)
    late = Beslislezing(ontvangen, vroegst, laatst, laatst, list(stappen), recht.kalender)
    # Whether it came in the last weeks of the year is not open here: the day of receipt is known (`_telling`).
    zinnen = [zin for zin in uitkomst.voorbehoud if zin not in recht.termijnsoorten["beslissen_belasting"].voorbehoud]
    return _Telling(vroege, late, zinnen, is_kalenderjaar=True)


def _laatste_dagen(indieningen: Iterable[Indieningsuitslag]) -> Iterable[Spanne]:
    for stand in indieningen:
        if stand.laatste_dag:
            yield spanne(stand.laatste_dag)
        yield from map(spanne, stand.lezingen.values())


def _soorten(zaak: Bezwaarzaak, recht: Recht, procedure: Procedure, laatste_dag: dt.date) -> tuple[str, str, list[str]]:
    """Six weeks or twelve, in the earliest and the latest reading, and what is uncertain about it."""
    commissie = procedure.adviescommissie or _GEEN_COMMISSIE
    if commissie.ingesteld is False or zaak.is_geen("procedure.adviescommissie"):
        return _ZONDER, _ZONDER, []
    if commissie.ingesteld is None:
        zin = "Of een adviescommissie adviseert, staat niet in de feiten: zonder zijn het zes weken, met twaalf"
        return _ZONDER, _MET, [f"{zin} (Awb 7:10 lid 1)."]
    zes_weken = spanne(verloop(recht, _ZONDER, laatste_dag).uitkomst).vroegst
    if commissie.gemeld_op and commissie.gemeld_op <= zes_weken:
        slot = "alleen een commissie met een voorzitter van buiten en ten minste twee leden geeft twaalf weken"
        if commissie.voldoet is False:
            return _ZONDER, _MET, [f"De commissie voldoet niet aan de eisen: {slot} (Awb 7:10 lid 1, 7:13 lid 1)."]
        zin = f"Of de commissie aan de eisen voldoet, staat niet in de feiten: {slot} (Awb 7:10 lid 1, 7:13 lid 1)."
        return _MET, _MET, [] if commissie.voldoet else [zin]
    zin = "Dat een adviescommissie adviseert, is voor zover bekend niet aan de indiener gemeld"
    if commissie.gemeld_op:
        zin = f"Dat een adviescommissie adviseert, is pas op {datum_voluit(commissie.gemeld_op)} gemeld, na zes weken"
    return _ZONDER, _MET, [f"{zin}: dan gelden mogelijk zes weken en geen twaalf (Awb 7:10 lid 1, 7:13 lid 2)."]


def _schort_op(telling: _Telling, stilstand: list[Stilstand]) -> None:
    """Add the days on which the period stood still."""
    zonder = datum_voluit(telling.vroegst.dag)
    for deze in stilstand:
        if deze.gevraagd:
            zin = (
                f"Gerekend is met stilstand na het verzoek om: {deze.gevraagd}. Was dat er al toen erom werd gevraagd,"
            )
            zin = (
                f"{zin} dan ontbrak er niets en stond de termijn daardoor niet stil; zonder stilstand loopt zij tot en"
            )
            telling.voorbehoud.append(f"{zin} met {zonder}, een verdaging niet meegeteld (Awb 7:10 lid 2).")
    if telling.is_kalenderjaar:
        telling.voorbehoud.append("Of stilstand het kalenderjaar verlengt, staat niet vast: gerekend is zonder.")
    else:
        telling.vroegst.suspend(tuple(deze.kort for deze in stilstand if deze.kort))
        telling.voorbehoud += [_ATW_VERLENGD] * bool(telling.vroegst.geteld)
    lang = tuple(deze.lang for deze in stilstand if deze.lang)
    if len(lang) < len(stilstand):
        telling.laatst = None
    elif telling.laatst:
        telling.laatst.suspend(lang)
    telling.voorbehoud += [zin for deze in stilstand for zin in deze.voorbehoud]


def _verdaag(telling: _Telling, verdagingen: tuple[Verdaging, ...], ontvangen: dt.date | None) -> None:
    """Add every postponement (Awb 7:10 lid 3 and 4); what is doubtful counts in the latest reading alone."""
    for nummer, verdaging in enumerate(verdagingen):
        artikel = "Awb 7:10 lid 4" if nummer else "Awb 7:10 lid 3"
        bezwaren = list(_twijfel(verdaging, ontvangen, telling.vroegst.dag, eerste=nummer == 0))
        telling.voorbehoud += [*bezwaren, _ATW_VERLENGD]
        if not bezwaren and verdaging.weken:
            telling.vroegst.postpone(verdaging, verdaging.weken, artikel)
        if telling.laatst:
            # More than six weeks at once may stand on consent (lid 4): who waits, waits for all of them.
            weken, ruim = verdaging.weken or _HOOGSTENS, nummer or verdaging.grond
            telling.laatst.postpone(verdaging, weken if ruim else min(weken, _HOOGSTENS), artikel)


def _twijfel(verdaging: Verdaging, ontvangen: dt.date | None, einde: dt.date, *, eerste: bool) -> Iterable[str]:
    """Why a postponement may not count, as Dutch sentences; it comes between receipt and `einde` of the period."""
    zonder = "in de vroegste lezing is gerekend zonder"
    if verdaging.datum is None:
        yield f"Wanneer is verdaagd, staat niet in de feiten: {zonder} (Awb 7:10 lid 3)."
    elif ontvangen and verdaging.datum < ontvangen:
        zin = f"De verdaging is van {datum_voluit(verdaging.datum)}, voordat het bezwaar binnenkwam"
        yield f"{zin}: {zonder} (Awb 7:10 lid 3)."
    elif verdaging.datum > einde:
        zin = f"De verdaging is van {datum_voluit(verdaging.datum)}, na het einde van de beslistermijn op"
        yield f"{zin} {datum_voluit(einde)}: {zonder} (Awb 7:10 lid 3)."
    if verdaging.weken is None:
        yield f"Met hoeveel weken is verdaagd, staat niet in de feiten: {zonder} (Awb 7:10 lid 3)."
    elif eerste and verdaging.weken > _HOOGSTENS:
        yield f"Verdagen kan met ten hoogste zes weken: {zonder} (Awb 7:10 lid 3)."
    if verdaging.aan_alle_belanghebbenden is False:
        yield f"De verdaging is niet aan alle belanghebbenden gemeld: {zonder} (Awb 7:10 lid 5)."
    elif verdaging.aan_alle_belanghebbenden is None:
        zin = "Of de verdaging aan alle belanghebbenden is gemeld, staat niet in de feiten"
        yield f"{zin}: {zonder} (Awb 7:10 lid 5)."
    if not eerste and verdaging.grond is None:
        yield f"Voor verder uitstel is geen grond genoemd: {zonder} (Awb 7:10 lid 4)."
    elif not eerste and verdaging.grond is not Uitstelgrond.ALLEN_AKKOORD:
        zin = f"Of verder uitstel op deze grond mag ({verdaging.grond}), beoordeelt een jurist"
        yield f"{zin}: {zonder} (Awb 7:10 lid 4)."


def _verdagen(telling: _Telling) -> Uitkomst:
    """Until when the decision may still be postponed: within the period as it runs now."""
    einde = telling.vroegst.dag
    zin = f"Verdagen kan zolang de beslistermijn loopt, dus uiterlijk op {datum_voluit(einde)}: schriftelijk, aan alle "
    stap = Stap(f"{zin}belanghebbenden.", "Awb 7:10 lid 3", einde)
    return Uitkomst(einde, (*telling.vroegst.stappen, stap), tuple(dict.fromkeys(telling.voorbehoud)))


def _na_advies(
    telling: _Telling, recht: Recht, klachten: tuple[Klacht, ...], ontvangen: dt.date | None
) -> dict[str, Uitkomst]:
    """Two weeks after the Adviescollege answered a complaint (Woo 7.3 lid 3), unless over before the objection."""
    adviezen = [klacht.advies_op for klacht in klachten if klacht.advies_op]
    if not adviezen:
        telling.voorbehoud.append("Wanneer het Adviescollege op de klacht antwoordde, is niet bekend (Woo 7.3 lid 3).")
        return {}
    uitkomst = verloop(recht, "woo_na_klacht", max(adviezen)).uitkomst
    if ontvangen and ontvangen > uitkomst.datum:
        zin = f"Het Adviescollege antwoordde op {datum_voluit(max(adviezen))}; de twee weken daarna waren voorbij toen"
        telling.voorbehoud.append(f"{zin} het bezwaar kwam. Gerekend is met de gewone termijn (Woo 7.3 lid 3).")
        return {}
    telling.voorbehoud += uitkomst.voorbehoud
    vroegst, laatst = lezing(uitkomst, vroegste=True)[0], lezing(uitkomst, vroegste=False)[0]
    if vroegst < telling.vroegst.dag:
        _na_antwoord(telling.vroegst, vroegst)
    if telling.laatst and laatst > telling.laatst.dag:
        _na_antwoord(telling.laatst, laatst)
    return {"beslissen_na_advies": uitkomst}


def _na_antwoord(deze: Beslislezing, dag: dt.date) -> None:
    zin = f"Na het antwoord van het Adviescollege is het twee weken: tot en met {datum_voluit(dag)}."
    deze.dag = dag
    deze.stappen.append(Stap(zin, "Woo 7.3 lid 3", dag))
