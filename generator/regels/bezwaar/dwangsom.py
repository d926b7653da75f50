"""Notice of default, penalty and appeal for not deciding in time (Awb 4:17–4:18, 6:12), in both readings of 4:17 lid 3.

Never a penalty for a decision under the Woo, nor for an objection against one (Woo 8.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_kaal, datum_voluit
from generator.feiten.bezwaarkeuzes import Besluitsoort, Gebrekesteller, Kanaal
from generator.feiten.bezwaarprocedure import Procedure
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN
from generator.regels.bezwaar.verloop import lezing, spanne, verloop
from generator.regels.kalender import DAG
from generator.toetsuitslag import Bedrag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from generator.feiten.bezwaarprocedure import Ingebrekestelling
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Dwangsomtarief, Recht
    from generator.regels.bezwaar.verloop import Spanne

_GEEN_PROCEDURE = Procedure()
_LANGSTE = 42  # days, Awb 4:17 lid 1
# On an objection against another kind of decision a penalty is open or excluded (Woo 8.2; Awb 4:17, 7:14).
_MET_DWANGSOM = frozenset(
    {
        *BELASTINGSOORTEN,
        Besluitsoort.BESCHIKKING,
        Besluitsoort.BOETE,
        Besluitsoort.WEIGERING,
    }
)


def besloten_op(procedure: Procedure) -> dt.date | None:
    """The day the decision on the objection was made known, or else taken; None as long as neither is known."""
    beslissing = procedure.beslissing
    if beslissing is None:
        return None
    return (beslissing.bekendmaking and beslissing.bekendmaking.datum) or beslissing.datum


def beslist_in_woorden(procedure: Procedure) -> str:
    """The day of the decision on the objection, and the one on which it was made known where that is another."""
    beslissing, besloten = procedure.beslissing, besloten_op(procedure)
    if beslissing is None or besloten is None:
        return ""
    if beslissing.datum is None or beslissing.datum == besloten:
        return datum_voluit(besloten)
    return f"{datum_voluit(beslissing.datum)}, bekendgemaakt op {datum_voluit(besloten)}"


def telt_ingebrekestelling(brief: Ingebrekestelling, beslissen: Uitkomst) -> bool:
    """Whether a notice in writing came after the period for deciding, in at least one reading of its end."""
    schriftelijk = brief.wijze is not Kanaal.MONDELING
    return schriftelijk and brief.ontvangen is not None and brief.ontvangen > spanne(beslissen).vroegst


def ingebrekestelling_die_telt(procedure: Procedure, beslissen: Uitkomst) -> Ingebrekestelling | None:
    """The first notice of default that came neither too early nor after the decision; None when there is none."""
    besloten = besloten_op(procedure)
    tellend = [brief for brief in procedure.ingebrekestelling or () if telt_ingebrekestelling(brief, beslissen)]
    if len(tellend) > 1:
        tellend.sort(key=lambda brief: str(brief.ontvangen))
    if not tellend or (besloten and tellend[0].ontvangen and besloten <= tellend[0].ontvangen):
        return None
    return tellend[0]


def is_misschien_te_vroeg(ontvangen: dt.date, uitkomsten: Mapping[str, Uitkomst]) -> bool:
    """Whether a notice received on this day came before the end of the period for deciding in one of its readings."""
    vanaf = uitkomsten.get("ingebrekestelling_vanaf")
    return vanaf is None or ontvangen < vanaf.datum


def kan_dwangsom_lopen(zaak: Bezwaarzaak, brief: Ingebrekestelling) -> bool:
    """Whether the law knows a penalty for this decision and this sender."""
    return zaak.besluit.soort in _MET_DWANGSOM and brief.door is not Gebrekesteller.ANDER


def dwangsomuitkomsten(
    zaak: Bezwaarzaak, recht: Recht, uitkomsten: Mapping[str, Uitkomst], op: dt.date | None
) -> tuple[dict[str, Uitkomst], dict[str, Bedrag]]:
    """The days and the sum that follow from a notice of default; nothing when none counts.

    Args:
        zaak: the facts.
        recht: the dated parameters of the law.
        uitkomsten: the outcomes on deciding.
        op: the day to which the sum is counted as long as nothing was decided.
    """
    procedure = zaak.procedure or _GEEN_PROCEDURE
    beslissen = uitkomsten.get("beslissen_uiterlijk")
    brief = ingebrekestelling_die_telt(procedure, beslissen) if beslissen else None
    if brief is None or brief.ontvangen is None:
        return {}, {}
    wachten = verloop(recht, "beroep_niet_tijdig", brief.ontvangen).uitkomst
    vanaf = wachten.datum + DAG
    zin = f"Beroep wegens niet tijdig beslissen kan vanaf de dag daarna: {datum_voluit(vanaf)}."
    stappen = (*wachten.stappen, Stap(zin, "Awb 6:12", vanaf))
    uit = {"beroep_niet_tijdig_vanaf": Uitkomst(vanaf, stappen, _te_vroeg(brief.ontvangen, uitkomsten))}
    tarief = recht.dwangsomtarief(brief.ontvangen)
    if tarief is None or not kan_dwangsom_lopen(zaak, brief):
        return uit, {}
    besloten = besloten_op(procedure)
    eerste = verloop(recht, "eerste_dwangsomdag", brief.ontvangen).uitkomst
    eerste = replace(eerste, voorbehoud=(*eerste.voorbehoud, *_te_vroeg(brief.ontvangen, uitkomsten)))
    uit |= _dagen(recht, eerste, besloten)
    bedrag = _bedrag(tarief, spanne(eerste), besloten, op)
    if bedrag is None:
        return uit, {}
    slot = list(_onzeker(brief, procedure))
    if is_misschien_te_vroeg(brief.ontvangen, uitkomsten):
        slot.insert(0, f"{_te_vroeg(brief.ontvangen, uitkomsten)[0]} Dan is er geen dwangsom: € 0.")
        bedrag = replace(bedrag, euro=0)
    return uit, {"dwangsom": replace(bedrag, uitleg=" ".join((bedrag.uitleg, *slot)))}


def _onzeker(brief: Ingebrekestelling, procedure: Procedure) -> Iterator[str]:
    """What the sum rests on and the facts do not say, as Dutch sentences."""
    if brief.door is None:
        yield "Van wie de ingebrekestelling is, staat niet in de feiten; alleen die van een belanghebbende telt."
    beslissing = procedure.beslissing
    if beslissing and beslissing.datum and not (beslissing.bekendmaking and beslissing.bekendmaking.datum):
        yield (
            "Gerekend is tot de datum van de beslissing; wanneer zij is bekendgemaakt, staat niet in de feiten, en tot "
            "dan werkt zij niet (Awb 3:40)."
        )


def _te_vroeg(ontvangen: dt.date, uitkomsten: Mapping[str, Uitkomst]) -> tuple[str, ...]:
    """That the notice came too early in one of the readings of the period for deciding."""
    if not is_misschien_te_vroeg(ontvangen, uitkomsten):
        return ()
    vanaf = uitkomsten.get("ingebrekestelling_vanaf")
    einde = f"liep de beslistermijn tot en met {datum_voluit(vanaf.datum - DAG)}" if vanaf else "loopt de termijn nog"
    kwam = f"de ingebrekestelling van {datum_voluit(ontvangen)} kwam dan te vroeg (Awb 4:17 lid 3)"
    return (f"In de laatste lezing {einde}: {kwam}.",)


def _dagen(recht: Recht, eerste: Uitkomst, besloten: dt.date | None) -> dict[str, Uitkomst]:
    """First and last day of the penalty, the last day to decide without one, and the day to settle it (Awb 4:18)."""
    (vroegst, vroeg), (laatst, laat) = lezing(eerste, vroegste=True), lezing(eerste, vroegste=False)
    vrij, voorbehoud = vroegst - DAG, eerste.voorbehoud
    zin = f"Wie uiterlijk {datum_voluit(vrij)} beslist, is in geen enkele lezing een dwangsom verschuldigd."
    stap = Stap(zin, "Awb 4:17 lid 3", vrij)
    zin = f"De dag vóór de eerste dwangsomdag is {datum_voluit(laatst - DAG)}."
    ander = Stap(zin, "Awb 4:17 lid 3", laatst - DAG)
    uit = {
        "dwangsom_vanaf": eerste,
        "beslissen_zonder_dwangsom": Uitkomst(vrij, (*vroeg, stap), voorbehoud, laatst - DAG, (*laat, ander)),
    }
    if besloten and besloten <= vroegst:
        return uit
    eind, einde = (verloop(recht, "dwangsom", dag).uitkomst for dag in (vroegst, laatst))
    uit["dwangsom_tot"] = Uitkomst(einde.datum, einde.stappen, voorbehoud, eind.datum, eind.stappen)
    slot = eind.datum, einde.datum
    if besloten:
        slot = min(eind.datum, besloten - DAG), min(einde.datum, besloten)
    return uit | {"dwangsombesluit_uiterlijk": _dwangsombesluit(recht, *slot, voorbehoud)}


def _dwangsombesluit(recht: Recht, vroegst: dt.date, laatst: dt.date, voorbehoud: tuple[str, ...]) -> Uitkomst:
    """Two weeks after the last day of the penalty, which is `vroegst` or `laatst`: the earliest reading first."""
    dag, stappen = lezing(verloop(recht, "dwangsombesluit", vroegst).uitkomst, vroegste=True)
    laat = verloop(recht, "dwangsombesluit", laatst).uitkomst
    ander, andere_stappen = lezing(laat, vroegste=False)
    voorbehoud = tuple(dict.fromkeys((*voorbehoud, *laat.voorbehoud)))
    if ander == dag:
        return Uitkomst(dag, stappen, voorbehoud)
    return Uitkomst(dag, stappen, voorbehoud, ander, andere_stappen)


def _bedrag(tarief: Dwangsomtarief, begin: Spanne, besloten: dt.date | None, op: dt.date | None) -> Bedrag | None:
    """The sum to the decision, or else to `op`; None without such a day, or as long as it is nothing."""
    peil = besloten or op
    if peil is None or begin.laatst is None:
        return None
    # Whether the day of the decision itself still counts is open; the day as of which is asked does.
    minst = _tel(begin.laatst, peil - DAG if besloten else peil)
    meest = _tel(begin.vroegst, peil)
    if meest == 0:
        return None
    tot = f", tot de beslissing van {datum_kaal(peil)}" if besloten else f", tot en met {datum_kaal(peil)}"
    if minst == _LANGSTE:
        tot = ""  # its days were over before that
    uitleg = f"{_reken(tarief, minst)}{tot} ({tarief.bron})."
    if minst != meest:
        zonder, met = (", zonder de dag van de beslissing zelf", ", met de dag van de beslissing erbij")
        slot = "Of de dag van de beslissing zelf nog meetelt, staat net zo min vast als de eerste dag (Awb 4:17)."
        uitleg = (
            f"Begint de dwangsom op {datum_voluit(begin.laatst)}: {_reken(tarief, minst)}{zonder if besloten else ''}; "
            f"begint zij op {datum_voluit(begin.vroegst)}: {_reken(tarief, meest)}{met if besloten else ''}{tot} "
            f"({tarief.bron}).{f' {slot}' if besloten else ''}"
        )
    return Bedrag(tarief.bedrag(minst), tarief.bedrag(meest), uitleg)


def _tel(eerste: dt.date, laatste: dt.date) -> int:
    return min(max((laatste - eerste).days + 1, 0), _LANGSTE)


def _reken(tarief: Dwangsomtarief, dagen: int) -> str:
    som = f"{tarief.bedrag(dagen):,}".replace(",", ".")
    meest = " (het hoogste aantal)" if dagen == _LANGSTE else ""
    return f"{dagen} {'dag' if dagen == 1 else 'dagen'}{meest}, samen € {som}"
