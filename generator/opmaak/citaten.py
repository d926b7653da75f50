"""Words that were quoted beside the value that was read from them: can it have been."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from generator.feiten.waarden import Aantal, Bedrag, Datum, Datums, Duur, Grens, Percentage, Periode, Tekst
from generator.opmaak.datums import MAANDEN
from generator.opmaak.omgerekend import geschaald, is_even_lang
from generator.opmaak.vondsten import getallen_in

if TYPE_CHECKING:
    from generator.feiten.waarden import Waarde

_VOOR = re.compile(r"\b(?:voor|vóór)\b", re.IGNORECASE)
_DAG = dt.timedelta(days=1)


def is_uit_citaat(waarde: Waarde, citaat: str) -> bool:
    """Whether `waarde` can have been read from `citaat`; so it can when that holds nothing of its kind.

    What follows from two numbers of the quote (their sum, their difference) stands in it too, and so does the last day
    "before" a day.
    """
    match waarde:
        case Aantal(getal) | Grens(_, getal) | Bedrag(getal):
            return _past_getal(getal, citaat)
        case Percentage(getal):
            return _past_getal(getal, citaat) or _is_deel(getal, citaat)
        case Duur(getal):
            past = any(is_even_lang(waarde, vondst, citaat) for vondst in getallen_in(citaat))
            return past or _past_getal(Decimal(getal), citaat)
        case Datum():
            dagen = [waarde]
        case Datums(samen):
            dagen = [*samen]
        case Periode(van, tot):
            dagen = [van, tot]
        case _:
            return True
    gevonden = [vondst.waarde for vondst in getallen_in(citaat)]
    in_citaat = [dag for dag in gevonden if isinstance(dag, Datum) or _is_dag(dag)]
    return not in_citaat or all(any(_is_zelfde(dag, ander, citaat) for ander in in_citaat) for dag in dagen)


def _past_getal(getal: Decimal, citaat: str) -> bool:
    lezingen = [lezing for vondst in getallen_in(citaat) if (lezing := geschaald(vondst, citaat))]
    getallen = [lezing[0] for lezing in lezingen]
    if any(getal in lezing for lezing in lezingen):
        return True
    afgeleid = (een + ander * teken for een, ander in permutations(getallen, 2) for teken in (1, -1))
    return not getallen or getal in afgeleid


def _is_deel(procent: Decimal, citaat: str) -> bool:
    """Whether the quote names the percentage as a part: *een kwart*, *de helft*."""
    return any(
        isinstance(vondst.waarde, Aantal) and vondst.waarde.getal < 1 and vondst.waarde.getal * 100 == procent
        for vondst in getallen_in(citaat)
    )


def _is_dag(waarde: Waarde) -> bool:
    """Whether it is a day without its year (``16 september``)."""
    return isinstance(waarde, Tekst) and waarde.tekst.rpartition(" ")[2] in MAANDEN


def _is_zelfde(dag: Datum, ander: Waarde, citaat: str) -> bool:
    if isinstance(ander, Datum):
        samen = dag.eerste <= ander.laatste and ander.eerste <= dag.laatste
        return samen or (dag.laatste + _DAG == ander.eerste and _VOOR.search(citaat) is not None)
    maand = next(naam for naam, nummer in MAANDEN.items() if nummer == dag.eerste.month)
    genoemd = ander.tekst if isinstance(ander, Tekst) else ""
    return genoemd == f"{dag.eerste.day} {maand}" or (dag.nauwkeurigheid != "dag" and genoemd.endswith(maand))
