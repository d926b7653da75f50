"""A period of the law in a formula: ``termijnen.vergunning.laatste_dag + duren.een_dag``.

The periods of a dossier are counted after its facts, from their days. A formula that needs one gets its last day here,
counted in the same way by who knows the law.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.errors import InvoerError
from generator.feiten.feit import Feit
from generator.feiten.waarden import Verwijzing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # The path of a period, its kind and the day it begins on → the fact of its last day.
    Termijnteller = Callable[[str, str, Feit], Feit]

TERMIJNEN = "termijnen."
RAAD = "noem van een termijn met een ‘soort’, die op een feit begint, de laatste dag: termijnen.a.laatste_dag"
_DAG = ".laatste_dag"


def begin_van(pad: str, feiten: Mapping[str, Feit]) -> str:
    """The path of the fact that the period of `pad` begins on; empty when it is no last day that a formula can have.

    That is one of a period of the law (`soort`) that begins on a fact: what begins where another ends is not.
    """
    if not (pad.startswith(TERMIJNEN) and pad.endswith(_DAG)):
        return ""
    termijn = pad.removesuffix(_DAG)
    vanaf, soort = feiten.get(f"{termijn}.vanaf"), feiten.get(f"{termijn}.soort")
    match vanaf.waarde if vanaf and soort and not soort.is_open else None:
        case Verwijzing(begin) if begin in feiten:
            return begin
        case _:
            return ""


def tel_termijn(pad: str, feiten: Mapping[str, Feit], teller: Termijnteller | None) -> Feit:
    """The last day `pad` (see `begin_van`) of `feiten` that are known; open when nobody counts it.

    Raises:
        InvoerError: the kind of period does not exist.
    """
    termijn, begin = pad.removesuffix(_DAG), feiten[begin_van(pad, feiten)]
    if teller is None:
        return Feit(pad=pad, waarde=None, uit=(begin.pad,), vraag="de laatste dag van deze termijn")
    soort = feiten[f"{termijn}.soort"]
    try:
        return teller(termijn, soort.woorden, begin)
    except InvoerError as mis:  # who counts knows of no file
        raise InvoerError(*(replace(fout, plaats=soort.plaats) for fout in mis.fouten)) from None
