"""Planning that cannot be met: norms that are kept apart, the way from decision to opening, the gap in between."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit, duur_voluit
from generator.feiten.waarden import Duur
from generator.regels.dagen import bekende_dag
from generator.regels.register import Zaak, regel
from generator.regels.termijnen import bereken_termijn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Stuk
    from generator.feiten.feit import Feit

_REKENDATUM = "rekendatum"
_BESLUITEND = ("raadsvoorstel", "raadsbesluit")  # what such kinds of paper are called begins so


@regel("PL-NORMEN", "Spreidingswet 6 lid 1", "Spreidingswet 7 lid 1")
def drie_normen(zaak: Zaak) -> Iterator[Bevinding]:
    """The minister's wish is another day than the statutory period: two norms, not to be mixed."""
    wens = _dag(zaak, "datums.norm_minister")
    for naam, termijn in zaak.termijnen.items():
        if not naam.startswith("locatie_") or wens is None or termijn["laatste_dag"].is_open:
            continue
        wet = termijn["laatste_dag"].dag
        if wet != wens.dag:
            yield Bevinding(
                "PL-NORMEN", Ernst.NOTITIE, (wens.plaats, termijn["vanaf"].plaats),
                {"wet": datum_voluit(wet), "wens": datum_voluit(wens.dag), "vanaf": datum_voluit(termijn["vanaf"].dag)},
                ("Spreidingswet 7 lid 1",), (wens.pad, termijn["vanaf"].pad),
            )  # fmt: skip


@regel("PL-OPENING", "Spreidingswet 8")
def opening_na_de_wens(zaak: Zaak) -> Iterator[Bevinding]:
    """Building, or the extended procedure, from any date to reckon with ends after the day the minister asks for."""
    duur, wens = zaak.dossier.duren.get("realisatietijd"), _dag(zaak, "datums.norm_minister")
    if duur is None or duur.is_open or wens is None:
        return
    uitgebreid = next(_uitgebreide_procedure(zaak), None)
    for vergadering in zaak.dossier.vergaderingen.values():
        if vergadering.soort.woorden != _REKENDATUM or vergadering.datum.is_open:
            continue
        opening = (vergadering.datum + duur).dag
        if uitgebreid:
            procedure = bereken_termijn(zaak.recht, "bopa_uitgebreid", vergadering.datum.dag).datum
            opening = max(opening, procedure + dt.timedelta(days=1))  # a permit works the day after at the earliest
        if opening > wens.dag:
            yield Bevinding(
                "PL-OPENING", Ernst.WAARSCHUWING, (vergadering.datum.plaats, duur.plaats, wens.plaats),
                {"besluit": datum_voluit(vergadering.datum.dag), "opening": datum_voluit(opening),
                 "wens": datum_voluit(wens.dag), "dagen": str((opening - wens.dag).days)},
                ("Spreidingswet 7 lid 1", "Spreidingswet 8"), (vergadering.datum.pad, duur.pad, wens.pad),
            )  # fmt: skip


@regel("PL-REKENDAG")
def rekendatum_is_niet_de_dag_van_de_raad(zaak: Zaak) -> Iterator[Bevinding]:
    """The council meets on another day than the one that the planning reckons with: an example that was overtaken."""
    reken = _dag(zaak, "datums.rekendatum_raadsbesluit")
    for naam, stuk in zaak.dossier.stukken.items():
        raad = stuk.datum_raad if bekende_dag(stuk.datum_raad) else None
        if reken and raad and not raad.formule and raad.dag != reken.dag:
            yield Bevinding(
                "PL-REKENDAG", Ernst.WAARSCHUWING, (raad.plaats, reken.plaats),
                {"stuk": naam, "raad": datum_voluit(raad.dag), "reken": datum_voluit(reken.dag), "feit": reken.pad},
                feiten=(raad.pad, reken.pad),
            )  # fmt: skip


@regel("PL-VOORBIJ")
def rekendag_is_voorbij(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that is still to be sent reckons with a council decision on a day that is past.

    Silent once the council itself met: then that day is the one to reckon with, and the days around it say what if.
    """
    stukken = zaak.dossier.stukken.values()
    if not any(stuk.is_concept for stuk in stukken) or any(_is_beslist(stuk, zaak.toetsdatum) for stuk in stukken):
        return
    rekendagen = [een.datum for een in zaak.dossier.vergaderingen.values() if een.soort.woorden == _REKENDATUM]
    for dag in (_dag(zaak, "datums.rekendatum_raadsbesluit"), *rekendagen):
        if dag and bekende_dag(dag) and dag.dag < zaak.toetsdatum:
            yield Bevinding(
                "PL-VOORBIJ", Ernst.WAARSCHUWING, (dag.plaats,),
                {"dag": datum_voluit(dag.dag), "toetsdatum": datum_voluit(zaak.toetsdatum), "feit": dag.pad},
                feiten=(dag.pad,),
            )  # fmt: skip


def _is_beslist(stuk: Stuk, dag: dt.date) -> bool:
    """Whether on `dag` the day is past on which the council decides on this paper; on a nota it only has an opinion."""
    raad = bekende_dag(stuk.datum_raad) if stuk.soort.woorden.startswith(_BESLUITEND) else None
    return raad is not None and raad < dag


@regel("PL-GAT")
def gat_tussen_sluiten_en_openen(zaak: Zaak) -> Iterator[Bevinding]:
    """A place of today closes before the new one can open: someone must say where its residents live."""
    opening = _dag(zaak, "datums.vroegste_opening")
    for locatie in zaak.dossier.locaties.values():
        sluiting = locatie.einde if bekende_dag(locatie.einde) else None
        if sluiting and opening and opening.dag > sluiting.dag:
            yield Bevinding(
                "PL-GAT", Ernst.OORDEEL, (sluiting.plaats, opening.plaats),
                {"sluiting": datum_voluit(sluiting.dag), "opening": datum_voluit(opening.dag),
                 "dagen": str((opening.dag - sluiting.dag).days)},
                feiten=(sluiting.pad, opening.pad), door="de portefeuillehouder",
            )  # fmt: skip


@regel("PL-OPLEVERING")
def oplevering_na_de_toezegging(zaak: Zaak) -> Iterator[Bevinding]:
    """A stay until the earliest opening leaves little time, or none, to hand a terrain back as promised."""
    opening = _dag(zaak, "datums.vroegste_opening")
    for locatie in zaak.dossier.locaties.values():
        uiterste = locatie.uiterste_oplevering if bekende_dag(locatie.uiterste_oplevering) else None
        if uiterste and opening and opening.dag >= uiterste.dag:
            yield Bevinding(
                "PL-OPLEVERING", Ernst.FOUT, (opening.plaats, uiterste.plaats),
                {"uiterste": datum_voluit(uiterste.dag), "opening": datum_voluit(opening.dag)},
                feiten=(uiterste.pad, opening.pad),
            )  # fmt: skip


@regel("PL-VERGUNNING", "Awb 3:18", "Omgevingswet 16.64", "Omgevingswet 16.65")
def uitgebreide_procedure_langer_dan_bouw(zaak: Zaak) -> Iterator[Bevinding]:
    """The extended procedure ends after the building: then no permit holds on the day of opening.

    Not when the facts say that the ordinary procedure applies, and none says otherwise.
    """
    bouw, vergunning = zaak.termijnen.get("bouwtijd_voorbeeld"), zaak.termijnen.get("vergunning_uitgebreid_voorbeeld")
    if not bouw or not vergunning or bouw["laatste_dag"].is_open or vergunning["laatste_dag"].is_open:
        return
    if _is_gewone_procedure(zaak):
        return
    if vergunning["laatste_dag"].dag > bouw["laatste_dag"].dag:
        yield Bevinding(
            "PL-VERGUNNING", Ernst.WAARSCHUWING, (vergunning["vanaf"].plaats,),
            {"vergunning": datum_voluit(vergunning["laatste_dag"].dag), "bouw": datum_voluit(bouw["laatste_dag"].dag)},
            ("Awb 3:18", "Omgevingswet 16.65"), (vergunning["vanaf"].pad,),
        )  # fmt: skip


@regel("PL-UITGEBREID", "Awb 3:18", "Omgevingswet 16.65")
def vroegste_opening_voor_vergunning(zaak: Zaak) -> Iterator[Bevinding]:
    """The extended procedure applies, and the earliest opening that the papers print is not after its last day."""
    opening, vergunning = _dag(zaak, "datums.vroegste_opening"), zaak.termijnen.get("vergunning_uitgebreid_voorbeeld")
    uitgebreid = next(_uitgebreide_procedure(zaak), None)
    laatste = vergunning["laatste_dag"] if vergunning else None
    if uitgebreid and opening and laatste and bekende_dag(laatste) and opening.dag <= laatste.dag:
        yield Bevinding(
            "PL-UITGEBREID", Ernst.WAARSCHUWING, (opening.plaats, uitgebreid.plaats),
            {"opening": datum_voluit(opening.dag), "vergunning": datum_voluit(laatste.dag), "feit": opening.pad},
            ("Awb 3:18", "Omgevingswet 16.65"), (opening.pad, uitgebreid.pad),
        )  # fmt: skip


@regel("PL-BOUWTIJD", "Omgevingswet 5.1", "Awb 3:18")
def bouwtijd_na_de_vergunning(zaak: Zaak) -> Iterator[Bevinding]:
    """The extended procedure applies, and the earliest opening leaves less than the building time after its last day.

    How much of the building can be done before the permit is there, no paper tells.
    """
    opening, vergunning = _dag(zaak, "datums.vroegste_opening"), zaak.termijnen.get("vergunning_uitgebreid_voorbeeld")
    uitgebreid, duur = next(_uitgebreide_procedure(zaak), None), zaak.dossier.duren.get("realisatietijd")
    laatste = vergunning["laatste_dag"] if vergunning else None
    if not (uitgebreid and opening and laatste and bekende_dag(laatste) and duur and isinstance(duur.waarde, Duur)):
        return
    if laatste.dag < opening.dag < (laatste + duur).dag:  # an earlier opening: PL-UITGEBREID
        yield Bevinding(
            "PL-BOUWTIJD", Ernst.OORDEEL, (opening.plaats, duur.plaats, uitgebreid.plaats),
            {"opening": datum_voluit(opening.dag), "vergunning": datum_voluit(laatste.dag),
             "duur": duur_voluit(duur.waarde.getal, duur.waarde.eenheid)},
            ("Omgevingswet 5.1", "Awb 3:18"), (opening.pad, duur.pad, uitgebreid.pad), door="de portefeuillehouder",
        )  # fmt: skip


def _uitgebreide_procedure(zaak: Zaak) -> Iterator[Feit]:
    """The facts that say the extended procedure applies."""
    uitgebreid, overeenkomst = zaak.dossier.vaststellingen.get("vergunning_uitgebreid"), zaak.dossier.overeenkomst
    if uitgebreid and not uitgebreid.is_open and uitgebreid.ja:
        yield uitgebreid
    procedure = overeenkomst.vergunning.procedure if overeenkomst else None
    if procedure and not procedure.is_open and procedure.woorden == "uitgebreide procedure":
        yield procedure


def _is_gewone_procedure(zaak: Zaak) -> bool:
    """Whether the ordinary procedure applies: no extended one is needed, say the facts, and no agreement names one."""
    uitgebreid = zaak.dossier.vaststellingen.get("vergunning_uitgebreid")
    vastgesteld = uitgebreid is not None and not uitgebreid.is_open and not uitgebreid.ja
    return vastgesteld and next(_uitgebreide_procedure(zaak), None) is None


def _dag(zaak: Zaak, pad: str) -> Feit | None:
    """The fact at `pad` when it is a known day."""
    feit = zaak.dossier.feiten.get(pad)
    return feit if bekende_dag(feit) else None
