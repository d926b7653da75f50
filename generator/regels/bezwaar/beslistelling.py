"""The bare period for deciding on the objection, in both readings, before it stands still or is postponed.

Awb 7:10 lid 1; Gemeentewet 236 lid 2; WOZ 30 lid 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Uitkomst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import ORGANEN, Besluitsoort
from generator.feiten.bezwaarprocedure import Adviescommissie
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN
from generator.regels.bezwaar.beslislezing import Beslislezing
from generator.regels.bezwaar.tijdigheid import binnenkomst
from generator.regels.bezwaar.verloop import lezing, spanne, verloop
from generator.regels.kalender import DAG
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.feiten.bezwaarprocedure import Procedure
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.bezwaar.verloop import Spanne
    from generator.toetsuitslag import Indieningsuitslag

_ZONDER, _MET = "beslissen_bezwaar", "beslissen_bezwaar_commissie"
_WEEK = 7 * DAG
_LAATSTE_WEKEN = (11, 20)  # from this day on a tax objection falls in the last six weeks of the year
_RIJK = frozenset({"minister", "gedeputeerde staten"})
_GEMEENTE = frozenset(ORGANEN) - _RIJK
_GEEN_BEZWAAR = frozenset({"beroep", "beroep_uitgebreid", ""})
_BUITEN_DE_TERMIJN = frozenset({Indiening.NA_DE_TERMIJN, Indiening.PREMATUUR})
_GEEN_COMMISSIE = Adviescommissie()


class Telling(Struct):
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


def tel_beslistermijn(
    zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...], procedure: Procedure
) -> Telling | None:
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


def _beide(een: Telling, ander: Telling, zinnen: list[str]) -> Telling:
    """Two countings of which nobody can say which holds: the earliest and the latest reading of the two."""
    vroegst = min(een, ander, key=lambda telling: telling.vroegst.dag)
    laatst = None
    if een.laatst and ander.laatst:
        laatst = max(een.laatst, ander.laatst, key=lambda lezing_: lezing_.dag)
    voorbehoud = [*zinnen, *een.voorbehoud, *ander.voorbehoud]
    return Telling(vroegst.vroegst, laatst, voorbehoud, vroegst.is_kalenderjaar)


def _gewone_telling(
    zaak: Bezwaarzaak,
    recht: Recht,
    indieningen: tuple[Indieningsuitslag, ...],
    procedure: Procedure,
    ontvangen: dt.date | None,
) -> Telling | None:
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
    return Telling(vroege, None if zonder_grens else late, zinnen + zonder_grens)


def _zonder_grens(indieningen: tuple[Indieningsuitslag, ...], ontvangen: dt.date | None) -> Iterable[str]:
    """Why the ordinary period may not be the one that runs, so that no latest day can be given."""
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


def _kalenderjaar(recht: Recht, ontvangen: dt.date) -> Telling:
    """A tax objection: up to the end of the calendar year of receipt (Gemeentewet 236 lid 2; WOZ 30 lid 9)."""
    uitkomst = verloop(recht, "beslissen_belasting", ontvangen).uitkomst
    vroegst, stappen = lezing(uitkomst, vroegste=True)
    vroege = Beslislezing(ontvangen, vroegst, vroegst, vroegst, list(stappen))
    laatst, stappen = lezing(uitkomst, vroegste=False)
    late = Beslislezing(ontvangen, vroegst, laatst, laatst, list(stappen), recht.kalender)
    # Whether it came in the last weeks of the year is not open here: the day of receipt is known (`tel_beslistermijn`).
    zinnen = [zin for zin in uitkomst.voorbehoud if zin not in recht.termijnsoorten["beslissen_belasting"].voorbehoud]
    return Telling(vroege, late, zinnen, is_kalenderjaar=True)


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
