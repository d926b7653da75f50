"""The answer to a case in one line (*slotsom*): the standing, the defects, and until when may be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.regels.bezwaar.dwangsom import beslist_in_woorden, besloten_op
from generator.regels.bezwaar.herstel import hersteld_na_rustdag
from generator.regels.bezwaar.opschorting import is_niet_hersteld
from generator.regels.bezwaar.stand import doorgezonden_op, ingetrokken, is_nog_niet_ingediend, ontbrekend
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.bevindingen import Uitkomst
    from generator.regels.bezwaar.toets import Bezwaartoets
    from generator.toetsuitslag import Elders, Indieningsuitslag

_VOORBEHOUD = ": zie voorbehoud"


def slotsom_van(toets: Bezwaartoets) -> str:
    """The answer in one line: the standing, the defects, and until when may be decided."""
    elders = toets.elders
    if elders and elders.middel:
        return "; ".join(filter(None, _geen_bezwaar(toets, elders)))
    slot = _slot(toets)
    standen = "" if slot.startswith(Indiening.NOG_NIET) else _standen(toets)  # not said twice
    return "; ".join(filter(None, (standen, _verzuimen(toets), slot)))


def _geen_bezwaar(toets: Bezwaartoets, elders: Elders) -> Iterator[str]:
    """The answer where by the facts another remedy is open than an objection."""
    yield f"volgens de feiten staat geen bezwaar open maar {elders.middel} ({elders.grondslag})"
    if ingetrokken(toets) or besloten_op(toets.procedure):
        yield _slot(toets)
    elif not toets.is_ontvanger:
        yield _indienen(toets) if is_nog_niet_ingediend(toets) else ""
    elif doorgezonden := doorgezonden_op(toets):
        yield f"doorgezonden op {datum_voluit(doorgezonden)}"
    else:
        yield f"doorzenden aan {elders.aan}"


def _standen(toets: Bezwaartoets) -> str:
    standen = [_stand(toets, stand) for stand in toets.indieningen]
    if len(set(standen)) == 1:
        return standen[0]
    namen = [stand.naam or "indiener" for stand in toets.indieningen]
    return ", ".join(f"{naam} {stand}" for naam, stand in zip(namen, standen, strict=True))


def _stand(toets: Bezwaartoets, stand: Indieningsuitslag) -> str:
    """The standing of one objector; in time in one reading of the last day only, that is said."""
    ontvangen, veilig = toets.binnenkomst.datum, stand.laatste_dag and stand.laatste_dag.andere_lezing
    if stand.indiening is Indiening.TIJDIG and ontvangen and veilig and ontvangen > veilig:
        return f"{stand.indiening} in één van twee lezingen (zie voorbehoud)"
    return str(stand.indiening)


def _verzuimen(toets: Bezwaartoets) -> str:
    brieven = toets.procedure.verzuimbrief or ()
    if ontbreekt := ontbrekend(toets):
        return f"te herstellen: {', '.join(ontbreekt)}"
    if not brieven:
        return ""
    brief = brieven[-1]
    if brief.hersteld and not (brief.hersteltermijn_tot and brief.hersteld > brief.hersteltermijn_tot):
        return "verzuim hersteld"
    if brief.hersteld:
        slot = ", die op een rustdag eindigde (te beoordelen)"
        return f"verzuim hersteld na de hersteltermijn{slot * hersteld_na_rustdag(toets, brief)}"
    if is_niet_hersteld(toets.zaak, brief, len(brieven) - 1):
        return "verzuim niet hersteld"
    tot = f" tot en met {datum_voluit(brief.hersteltermijn_tot)}" if brief.hersteltermijn_tot else ""
    return f"herstel gevraagd{tot}"


def _slot(toets: Bezwaartoets) -> str:
    if intrekking := ingetrokken(toets):
        op = f" op {datum_voluit(intrekking.datum)}" if intrekking.datum else ""
        return f"ingetrokken{op}"
    if besloten := beslist_in_woorden(toets.procedure):
        return f"beslist op {besloten}"
    if uitkomst := toets.uitkomsten.get("beslissen_uiterlijk"):
        return f"beslissen uiterlijk {_dag(uitkomst)}"
    return _indienen(toets) if is_nog_niet_ingediend(toets) else ""


def _indienen(toets: Bezwaartoets) -> str:
    """Until when the objection may be sent: the earliest day, with the latest that is possible and when that holds."""
    einden = [(stand.laatste_dag, _voor(toets, stand)) for stand in toets.indieningen if stand.laatste_dag]
    einden += [
        (lezing, f", bij bekendmaking op {datum_voluit(dag)}")
        for stand in toets.indieningen
        for dag, lezing in stand.lezingen.items()
    ]
    if not einden:
        return ""
    vroegst = min((uitkomst.andere_lezing or uitkomst.datum, uitkomst.datum) for uitkomst, _ in einden)
    laatst, wanneer = max(einden, key=lambda einde: einde[0].datum)
    moest = toets.op is not None and toets.op > laatst.datum
    wat = f"{Indiening.NOG_NIET}, en dat moest uiterlijk" if moest else "indienen uiterlijk"
    if vroegst[1] == laatst.datum:  # one day, read in two ways
        wanneer = _VOORBEHOUD
    anders = _anders(vroegst[0], laatst.datum, wanneer) if vroegst[0] != laatst.datum else ""
    return f"{wat} {datum_voluit(vroegst[0])}{anders}"


def _voor(toets: Bezwaartoets, stand: Indieningsuitslag) -> str:
    return f", voor {stand.naam or 'een andere indiener'}" if len(toets.indieningen) > 1 else ""


def _dag(uitkomst: Uitkomst) -> str:
    """The day, and the other reading without its year when that is the same."""
    if uitkomst.zonder_grens:
        return f"{datum_voluit(uitkomst.datum)} (of later{_VOORBEHOUD})"
    if uitkomst.andere_lezing is None:
        return datum_voluit(uitkomst.datum)
    return f"{datum_voluit(uitkomst.datum)}{_anders(uitkomst.datum, uitkomst.andere_lezing, _VOORBEHOUD)}"


def _anders(dag: dt.date, ander: dt.date, wanneer: str) -> str:
    """``(of maandag 3 februari: zie voorbehoud)``: the other day, and when it is that one."""
    return f" (of {datum_voluit(ander).removesuffix(f' {dag.year}')}{wanneer})"
