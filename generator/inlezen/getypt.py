"""A figure as it stands on paper → the values that a person could have typed for it in the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import opmaak
from generator.feiten.waarden import Aantal, Bedrag, Datum, Duur, Grens, Percentage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.feit import Feit

_CIRCA = "circa "
_DELEN_VAN_DAG = {"dag": 3, "maand": 2, "jaar": 1}


def kandidaten(tekst: str, feit: Feit) -> list[tuple[str, bool]]:
    """Values to try for `feit`, each with whether it is circa; which one it is tells printing it again."""
    woorden = " ".join(tekst.split())
    circa = woorden.lower().startswith(_CIRCA)
    woorden = woorden[len(_CIRCA) :] if circa else woorden
    waarden = [*_uit_getal(woorden, feit), woorden, woorden[:1].lower() + woorden[1:]]
    return [(waarde, circa) for waarde in dict.fromkeys(waarden) if waarde]


def _uit_getal(woorden: str, feit: Feit) -> Iterator[str]:
    vondsten = opmaak.getallen_in(woorden)
    if len(vondsten) != 1:
        return
    (vondst,) = vondsten
    match vondst.waarde:
        case Aantal(getal):
            cijfers = opmaak.print_getal(getal) if getal % 1 else f"{getal:f}"
            match feit.waarde:
                case Duur():
                    yield f"{cijfers} {woorden[vondst.eind :].strip()}"
                case Grens(teken):
                    yield f"{teken} {cijfers}"
                case Percentage():
                    yield f"{cijfers}%"
                case _:
                    yield cijfers
        case Bedrag() | Percentage():
            yield opmaak.print_waarde(vondst.waarde).replace("\u00a0", " ")
        case Datum(eerste, nauwkeurigheid) if nauwkeurigheid in _DELEN_VAN_DAG:
            yield "-".join(eerste.isoformat().split("-")[: _DELEN_VAN_DAG[nauwkeurigheid]])
        case _:
            pass
