"""A fact beside the words it was read from: its number or day is in its own quote, and its choice in its mentions."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.waarden import Aantal, Bedrag, Datum, Datums, Duur, Grens, Percentage, Periode, Tekst
from generator.opmaak import getallen_in, print_feit
from generator.opmaak.datums import MAANDEN
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Plaats
    from generator.feiten.feit import Feit
    from generator.feiten.waarden import Waarde

_VOOR = re.compile(r"\b(?:voor|vóór)\b", re.IGNORECASE)
_DAG = dt.timedelta(days=1)


@regel("FT-CITAAT")
def waarde_staat_niet_in_citaat(zaak: Zaak) -> Iterator[Bevinding]:
    """A number or a day that is not in its own quote, while the quote holds numbers or days: wrong by its source.

    What follows from two numbers of the quote (their sum, their difference) stands in it too, and so does the last day
    "before" a day.
    """
    for feit in zaak.dossier.feiten.values():
        for waarde, citaat, plaats in _lezingen(feit):
            if not _past(waarde, citaat):
                yield Bevinding(
                    "FT-CITAAT", Ernst.FOUT, (plaats,),
                    {"feit": feit.pad, "waarde": print_feit(feit.met(waarde=waarde)), "citaat": citaat},
                    feiten=(feit.pad,),
                )  # fmt: skip


@regel("FT-VREEMD")
def keuze_staat_in_geen_vermelding(zaak: Zaak) -> Iterator[Bevinding]:
    """The number or day that was chosen is said by no source; of words a better spelling may be chosen."""
    for feit in zaak.dossier.feiten.values():
        genoemd = [vermelding.waarde for vermelding in feit.vermeldingen]
        if genoemd and not feit.is_open and not isinstance(feit.waarde, Tekst) and feit.waarde not in genoemd:
            yield Bevinding(
                "FT-VREEMD", Ernst.FOUT, (feit.plaats,), {"feit": feit.pad, "keuze": print_feit(feit)},
                feiten=(feit.pad,),
            )  # fmt: skip


def _lezingen(feit: Feit) -> Iterator[tuple[Waarde, str, Plaats]]:
    """Each value that was read, with the quote it was read from."""
    if feit.formule:
        return
    for vermelding in feit.vermeldingen:
        if vermelding.bron.citaat:
            yield vermelding.waarde, vermelding.bron.citaat, vermelding.plaats
    if not feit.vermeldingen and feit.waarde is not None:
        yield from ((feit.waarde, bron.citaat, feit.plaats) for bron in feit.bronnen if bron.citaat)


def _past(waarde: Waarde, citaat: str) -> bool:
    """Whether `waarde` can have been read from `citaat`; so it can when that holds nothing of its kind."""
    match waarde:
        case Aantal(getal) | Grens(_, getal) | Bedrag(getal) | Percentage(getal) | Duur(getal):
            return _past_getal(Decimal(getal), citaat)
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
    getallen: list[Decimal] = []
    for vondst in getallen_in(citaat):
        match vondst.waarde:
            case Aantal(ander) | Bedrag(ander) | Percentage(ander):
                getallen.append(ander)
            case _:
                pass
    afgeleid = (een + ander * teken for een, ander in permutations(getallen, 2) for teken in (1, -1))
    return not getallen or getal in getallen or getal in afgeleid


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
