"""Until when may be decided on the objection (Awb 7:10; Gemeentewet 236 lid 2; Woo 7.3 lid 3), in both readings.

``datum`` of each outcome is the earliest reading, safe for who has to decide; ``andere_lezing`` is the latest, safe for
who wants to give notice of default. What the facts do not say is left out of the first and counted in the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Besluitsoort
from generator.feiten.bezwaarprocedure import Procedure
from generator.regels.bezwaar.beslistelling import tel_beslistermijn
from generator.regels.bezwaar.opschorting import stilstanden
from generator.regels.bezwaar.tijdigheid import binnenkomst
from generator.regels.bezwaar.verdaging import ATW_VERLENGD, verdaag, verdagen_uiterlijk
from generator.regels.bezwaar.verloop import lezing, verloop
from generator.regels.kalender import DAG

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.bezwaarprocedure import Klacht
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.bezwaar.beslislezing import Beslislezing
    from generator.regels.bezwaar.beslistelling import Telling
    from generator.regels.bezwaar.opschorting import Stilstand
    from generator.toetsuitslag import Indieningsuitslag

_GEEN_PROCEDURE = Procedure()


def beslistermijnen(
    zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...], er: frozenset[Verzuim]
) -> dict[str, Uitkomst]:
    """The outcomes on deciding by name, first ``beslissen_uiterlijk``; none when there is nothing to count from.

    `er` is what a letter may have asked for and is there (``verzuim.aanwezig``).
    """
    procedure = zaak.procedure or _GEEN_PROCEDURE
    telling = tel_beslistermijn(zaak, recht, indieningen, procedure)
    if telling is None:
        return {}
    uit = {"beslistermijn": telling.uitkomst()}
    if stilstand := stilstanden(zaak, procedure, er):
        _schort_op(telling, stilstand)
        uit["beslissen_na_opschorting"] = telling.uitkomst()
    if procedure.verdaging:
        verdaag(telling, procedure.verdaging, binnenkomst(zaak).datum)
        uit["beslissen_na_verdaging"] = telling.uitkomst()
    else:
        uit["verdagen_uiterlijk"] = verdagen_uiterlijk(telling)
        telling.voorbehoud += ["Voor zover bekend is de beslissing niet verdaagd."] * (procedure.verdaging is None)
    if zaak.besluit.soort is Besluitsoort.WOO and procedure.klacht_adviescollege:
        uit |= _na_advies(telling, recht, procedure.klacht_adviescollege, binnenkomst(zaak).datum)
    beslissen = _slot(telling)
    if telling.laatst:
        artikel = "Awb 6:12" if zaak.besluit.soort is Besluitsoort.WOO else "Awb 4:17 lid 3"
        uit["ingebrekestelling_vanaf"] = _ingebrekestelling_vanaf(beslissen, artikel)
    return {"beslissen_uiterlijk": beslissen, **uit}


def _slot(telling: Telling) -> Uitkomst:
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


def _schort_op(telling: Telling, stilstand: list[Stilstand]) -> None:
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
        telling.voorbehoud += [ATW_VERLENGD] * bool(telling.vroegst.geteld)
    lang = tuple(deze.lang for deze in stilstand if deze.lang)
    if len(lang) < len(stilstand):
        telling.laatst = None
    elif telling.laatst:
        telling.laatst.suspend(lang)
    telling.voorbehoud += [zin for deze in stilstand for zin in deze.voorbehoud]


def _na_advies(
    telling: Telling, recht: Recht, klachten: tuple[Klacht, ...], ontvangen: dt.date | None
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
