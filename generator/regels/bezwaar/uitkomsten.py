"""Every computed day and sum of a case by name (``toetsuitslag.UITKOMSTEN``), in the order in which they matter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Verzoek
from generator.feiten.bezwaarprocedure import Procedure
from generator.feiten.bezwaarschrift import Bezwaarschrift
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN, WMEBV
from generator.regels.bezwaar.beslistermijn import beslistermijnen
from generator.regels.bezwaar.dwangsom import dwangsomuitkomsten
from generator.regels.bezwaar.opschorting import is_niet_hersteld
from generator.regels.bezwaar.verloop import verloop
from generator.regels.kalender import DAG, gewone_dag_vanaf, rustdag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.bezwaarprocedure import Hoorzitting
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.toetsuitslag import Bedrag, Indieningsuitslag

_LEEG, _GEEN_PROCEDURE = Bezwaarschrift(), Procedure()


def uitkomsten(
    zaak: Bezwaarzaak,
    recht: Recht,
    indieningen: tuple[Indieningsuitslag, ...],
    op: dt.date | None,
    er: frozenset[Verzuim] = frozenset(),
) -> tuple[dict[str, Uitkomst], Mapping[str, Bedrag]]:
    """The days and sums by name. InvoerError for a day outside the calendar.

    `er` is what a letter may have asked for and is there (``verzuim.aanwezig``).
    """
    procedure = zaak.procedure or _GEEN_PROCEDURE
    uit = beslistermijnen(zaak, recht, indieningen, er)
    dagen, bedragen = dwangsomuitkomsten(zaak, recht, uit, op)
    uit |= dagen
    if herstel := _herstel(zaak, recht, procedure):
        uit["herstel_uiterlijk"] = herstel
    if opnieuw := _opnieuw_indienen(zaak, recht, indieningen):
        uit["opnieuw_indienen_tot"] = opnieuw
    if zitting := komende_zitting(procedure, op):
        uit["inzage_vanaf"] = verloop(recht, "hoorstukken_inzage", zitting).uitkomst
        uit["nadere_stukken_tot"] = verloop(recht, "nadere_stukken", zitting).uitkomst
    if kosten := _kosten(zaak, procedure, uit.get("beslissen_uiterlijk")):
        uit["kosten_vragen_voor"] = kosten
    if beroep := _beroep(zaak, recht, procedure):
        uit["beroep_tot"] = beroep
    return uit, bedragen


def komende_zitting(procedure: Procedure, op: dt.date | None) -> dt.date | None:
    """The day of the next hearing as of `op`, or else of the last one; None when none is known."""
    zittingen: tuple[Hoorzitting, ...] = procedure.hoorzitting or ()
    dagen = sorted(zitting.datum for zitting in zittingen if zitting.datum)
    return next((dag for dag in dagen if op and dag >= op), dagen[-1] if dagen else None)


def _herstel(zaak: Bezwaarzaak, recht: Recht, procedure: Procedure) -> Uitkomst | None:
    """Until when the last defect that is not known to be repaired may be repaired: as the letter says (Awb 6:6)."""
    open_brieven = [
        brief
        for nummer, brief in enumerate(procedure.verzuimbrief or ())
        if brief.hersteltermijn_tot and brief.hersteld is None and not is_niet_hersteld(zaak, brief, nummer)
    ]
    if not open_brieven:
        return None
    brief = max(open_brieven, key=lambda deze: deze.hersteltermijn_tot or dt.date.min)
    tot = brief.hersteltermijn_tot
    assert tot is not None  # noqa: S101 - filtered above
    van = f" van {datum_voluit(brief.datum)}" if brief.datum else ""
    stap = Stap(f"De verzuimbrief{van} noemt als laatste dag voor herstel {datum_voluit(tot)}.", "Awb 6:6", tot)
    rust = rustdag(recht.kalender, tot)
    zin = "De brief stelt deze termijn, niet de wet: zij loopt niet vanzelf door"
    return Uitkomst(tot, (stap,), (f"{zin}, ook al is dat {rust.naam}.",) if rust else ())


def _opnieuw_indienen(zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...]) -> Uitkomst | None:
    """Until when who understandably used a wrong electronic way may send again (Awb 2:23).

    The period is extended by the time between receipt and reaction, by at least one working day.
    """
    ontvangst = (zaak.bezwaarschrift or _LEEG).ontvangen
    if ontvangst is None or ontvangst.datum is None or ontvangst.reactie_op is None:
        return None
    if ontvangst.kanaal_aangewezen is not False or ontvangst.datum < WMEBV:
        return None
    dagen = [stand.laatste_dag.datum for stand in indieningen if stand.laatste_dag]
    if not dagen or ontvangst.datum > max(dagen):
        return None
    laatste, duur = max(dagen), max(ontvangst.reactie_op - ontvangst.datum, DAG)
    datum = max(laatste + duur, gewone_dag_vanaf(recht.kalender, laatste + DAG))
    stappen = (
        Stap(f"De bezwaartermijn liep tot en met {datum_voluit(laatste)}.", "Awb 6:7", laatste),
        Stap(
            f"Het bericht is ontvangen op {datum_voluit(ontvangst.datum)}; op {datum_voluit(ontvangst.reactie_op)} is "
            f"op de goede weg gewezen. Met die tijd loopt de termijn door tot en met {datum_voluit(datum)}.",
            "Awb 2:23",
            datum,
        ),
    )
    return Uitkomst(datum, stappen, ("Of de vergissing begrijpelijk was, beoordeelt de jurist (Awb 2:23).",))


def _kosten(zaak: Bezwaarzaak, procedure: Procedure, beslissen: Uitkomst | None) -> Uitkomst | None:
    """Before which day costs have to be claimed: before the decision (Awb 7:15 lid 3); None when they were."""
    beslissing = procedure.beslissing
    if Verzoek.KOSTEN in ((zaak.bezwaarschrift or _LEEG).verzoeken or ()) or (
        beslissing and beslissing.kosten_gevraagd_op
    ):
        return None
    if beslissing and beslissing.datum:
        zin = (
            f"Op het bezwaar is beslist op {datum_voluit(beslissing.datum)}; vergoeding van kosten vragen kan tot dan."
        )
        return Uitkomst(beslissing.datum, (Stap(zin, "Awb 7:15 lid 3", beslissing.datum),))
    if beslissen is None:
        return None
    dag = datum_voluit(beslissen.datum)
    zin = f"Vergoeding van kosten vragen kan tot de beslissing; wie op tijd beslist, doet dat uiterlijk op {dag}."
    eerder = (
        "De beslissing kan eerder vallen: vraag vergoeding van kosten daarom meteen. Valt zij later, dan kan vragen "
        "ook daarna nog, tot de beslissing (Awb 7:15 lid 3)."
    )
    return Uitkomst(beslissen.datum, (Stap(zin, "Awb 7:15 lid 3", beslissen.datum),), (eerder,))


def _beroep(zaak: Bezwaarzaak, recht: Recht, procedure: Procedure) -> Uitkomst | None:
    """Until when appeal is open against the decision on the objection (Awb 6:7, 6:8; for taxes AWR 26c)."""
    beslissing = procedure.beslissing
    if beslissing is None:
        return None
    bekend = beslissing.bekendmaking.datum if beslissing.bekendmaking else None
    is_belasting = zaak.besluit.soort in BELASTINGSOORTEN
    if is_belasting and beslissing.datum and not (bekend and bekend > beslissing.datum):
        return verloop(recht, "beroep_belasting", beslissing.datum).uitkomst
    return verloop(recht, "beroep", bekend).uitkomst if bekend else None
