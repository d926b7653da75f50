"""A figure as it stands on paper → the values that a person could have typed for it in the facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import opmaak
from generator.feiten.waarden import Aantal, Bedrag, Datum, Duur, Grens, Percentage, Tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.feit import Feit
    from generator.feiten.waarden import Waarde

_CIRCA = re.compile(r"\bcirca\s+", re.IGNORECASE)
_DELEN = {"dag": 3, "maand": 2, "jaar": 1}  # how many parts of a day are typed


def kandidaten(tekst: str, feit: Feit) -> list[tuple[str, bool]]:
    """Values to try for `feit`, each with whether it is circa; which one it is tells printing it again."""
    heel = " ".join(tekst.split())
    woorden, circa = _CIRCA.subn("", heel)
    klein = woorden[:1].lower() + woorden[1:]
    # A paper may begin a sentence with it; the facts keep to how the word was spelled there.
    spelling = [klein, woorden] if isinstance(feit.waarde, Tekst) and feit.woorden[:1].islower() else [woorden, klein]
    waarden = [*_uit_getallen(woorden, feit), *spelling]
    return [(waarde, bool(circa)) for waarde in dict.fromkeys(waarden) if waarde]


def _uit_getallen(woorden: str, feit: Feit) -> Iterator[str]:
    vondsten = opmaak.getallen_in(woorden)
    dagen = [vondst.waarde for vondst in vondsten if isinstance(vondst.waarde, Datum)]
    if len(dagen) == len(vondsten) and dagen:
        getypt = [_dag(dag) for dag in dagen]
        yield ", ".join(getypt)
        if len(getypt) == 2:
            yield " t/m ".join(getypt)
    elif len(vondsten) == 1:
        rest = f"{woorden[: vondsten[0].begin]}{woorden[vondsten[0].eind :]}".strip(" +")
        yield from _uit_getal(vondsten[0].waarde, rest, feit)


def _uit_getal(waarde: Waarde, rest: str, feit: Feit) -> Iterator[str]:
    match waarde, feit.waarde:
        case Aantal(getal), oud:
            cijfers = opmaak.print_getal(getal) if getal % 1 else f"{getal:f}"
            match oud:
                case Duur():
                    yield f"{cijfers} {rest or opmaak.print_waarde(oud).split()[1]}"
                case Grens(teken, _, is_procent):
                    yield f"{teken} {cijfers}{'%' if is_procent else ''}"
                case Percentage():
                    yield f"{cijfers}%"
                case _:
                    yield cijfers
        case Percentage(getal), Grens(teken):
            yield f"{teken} {opmaak.print_getal(getal)}%"
        case ((Bedrag() | Percentage()), _):
            yield opmaak.print_waarde(waarde).replace("\u00a0", " ")
        case _:
            pass


def _dag(datum: Datum) -> str:
    if datum.nauwkeurigheid == "kwartaal":
        return f"{datum.eerste.year}-K{(datum.eerste.month + 2) // 3}"
    return "-".join(datum.eerste.isoformat().split("-")[: _DELEN[datum.nauwkeurigheid]])
