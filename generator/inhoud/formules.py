"""Formulas: ``cijfers.a + cijfers.b * 2`` over facts, computed in the order in which they depend on each other.

``datums.a of datums.b`` is the first of them that is known: what was assumed gives way to what became a fact.
``termijnen.a.laatste_dag`` is the last day of a period of the law: who calls counts it, since this step knows no law.
"""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from generator.errors import Fout
from generator.feiten.eenheden import eenheid_samen, geteld
from generator.feiten.feit import Feit, bereken
from generator.feiten.waarden import Aantal
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.formuletermijnen import RAAD, TERMIJNEN, begin_van, tel_termijn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.errors import Plaats
    from generator.inhoud.formuletermijnen import Termijnteller

_TEKENS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_PAD = re.compile(r"[A-Za-z_]\w*(\.\w+)*")
_LANGSTE = 1000  # characters; a longer one nobody can check
_EERSTE_BEKENDE = "of"
_KLOPT_NIET = "de formule klopt niet"


class _FormuleError(Exception):
    """A formula that cannot be read or computed: a Dutch sentence, what to do, and perhaps what was expected."""


def los_formules_op(
    feiten: Mapping[str, Feit],
    soorten: Mapping[str, tuple[Any, ...]],
    plaatsen: Mapping[str, Plaats],
    kapot: Sequence[str] = (),
    teller: Termijnteller | None = None,
) -> tuple[dict[str, Feit], list[Fout]]:
    """`feiten` with every formula computed, in the same order, and what is wrong with those that could not be.

    Args:
        feiten: facts by path; those with a formula have no value yet.
        soorten: the value types each path may have.
        plaatsen: where the formula of each path stands, which is where its faults are told.
        kapot: paths that were left out because they are wrong themselves; a formula on them is open, not wrong.
        teller: counts a period of the law; without it what follows from one is open.
    """
    uit, bomen = dict(feiten), {}
    fouten: list[Fout] = []

    def meld(feit: Feit, gevonden: str, raad: str, verwacht: str = "") -> None:
        uit[feit.pad] = feit.met(vraag=_KLOPT_NIET)
        fouten.append(Fout(plaatsen[feit.pad], gevonden, verwacht, raad))

    for pad, feit in feiten.items():
        if feit.formule:
            try:
                bomen[pad] = lees_formule(feit.formule)
            except _FormuleError as mis:
                meld(feit, *mis.args)
    for pad in _volgorde(bomen, feiten, meld):
        feit = feiten[pad]
        termijnen = [deel for deel in bomen[pad][1] if begin_van(deel, feiten)]
        onbekend = [
            deel for deel in dict.fromkeys(bomen[pad][1])
            if deel not in uit and deel not in termijnen and not is_kapot(deel, kapot)
        ]  # fmt: skip
        for deel in onbekend:
            raad = RAAD if deel.startswith(TERMIJNEN) else bedoelde_u(deel, feiten, "noem een bestaand feit")
            meld(feit, f"‘{deel}’ bestaat niet", raad)
        try:
            dagen = _tel(feit, termijnen, uit, teller)
            uit[pad] = uit[pad] if onbekend else _uitkomst(feit, *bomen[pad], uit | dagen, soorten[pad])
        except _FormuleError as mis:
            meld(feit, *mis.args)
    return uit, fouten


def lees_formule(formule: str) -> tuple[ast.expr, tuple[str, ...]]:
    """The syntax tree of `formule`, in which name ``f3`` stands for the fourth path, and those paths.

    Paths are taken out first: a part of one may be a word of Python (``is``, ``in``). _FormuleError when there is
    more than paths, whole numbers, + - * /, ``of`` and parentheses.
    """
    paden: list[str] = []

    def vervang(match: re.Match[str]) -> str:
        if match[0] == _EERSTE_BEKENDE:
            return "or"
        paden.append(match[0])
        return f"f{len(paden) - 1}"

    if len(formule) > _LANGSTE:
        raise _FormuleError("deze formule is te lang", "deel haar op in tussenuitkomsten met een eigen naam")
    try:
        boom = ast.parse(_PAD.sub(vervang, formule.strip()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _FormuleError(f"‘{formule}’ is geen formule", "schrijf bijvoorbeeld cijfers.a + cijfers.b") from None
    for node in ast.walk(boom):
        if not isinstance(node, ast.BinOp | ast.BoolOp | ast.Or | ast.Name | ast.Load | ast.operator) and not (
            isinstance(node, ast.Constant) and type(node.value) is int
        ):
            break
        if isinstance(node, ast.operator) and type(node) not in _TEKENS:
            break
    else:
        if paden:
            return boom, tuple(paden)
        raise _FormuleError(f"‘{formule}’ noemt geen feit", "schrijf een vast getal als ‘waarde’, met zijn ‘bron’")
    raise _FormuleError(
        f"‘{formule}’ kan niet in een formule", "gebruik alleen feiten, hele getallen, + - * / of en haakjes"
    )


_Boom = tuple[ast.expr, tuple[str, ...]]


def _volgorde(
    bomen: Mapping[str, _Boom], feiten: Mapping[str, Feit], meld: Callable[[Feit, str, str], None]
) -> list[str]:
    """The paths of the formulas, each after those it uses; rings are reported and left out."""
    hangt_af = {
        pad: [deel for deel in (begin_van(deel, feiten) or deel for deel in paden) if deel in bomen]
        for pad, (_, paden) in bomen.items()
    }
    while True:
        try:
            return list(TopologicalSorter(hangt_af).static_order())
        except CycleError as mis:
            ring = mis.args[1][:-1][::-1]  # graphlib names users after what they use; we go the other way
            eerste = min(range(len(ring)), key=lambda i: list(bomen).index(ring[i]))
            ring = [*ring[eerste:], *ring[:eerste]]
            zin = f"deze formules verwijzen naar elkaar: {' → '.join([*ring, ring[0]])}"
            meld(feiten[ring[0]], zin, "haal er één uit de kring")
            for pad in ring:
                del hangt_af[pad]
            hangt_af = {pad: [deel for deel in delen if deel in hangt_af] for pad, delen in hangt_af.items()}


def _uitkomst(
    feit: Feit, boom: ast.expr, paden: Sequence[str], feiten: Mapping[str, Feit], soorten: tuple[Any, ...]
) -> Feit:
    """`feit` with the value of its formula; circa and open when a part is."""
    delen = [feiten.get(pad) or Feit(pad=pad, waarde=None, vraag=_KLOPT_NIET) for pad in paden]
    # Unlike things have a sum when the fact says what they are together; what one of them already is, they are not.
    is_eigen = all(not geteld(deel) or eenheid_samen(deel, feit) is None for deel in delen)
    try:
        uitkomst = _reken(boom, delen, feit.eenheid if is_eigen else "")
    except (TypeError, ValueError, ArithmeticError) as mis:
        zin = f"de formule ‘{feit.formule}’ is niet uit te rekenen: {_rekenzin(mis)}"
        raise _FormuleError(zin, getattr(mis, "raad", ""), getattr(mis, "verwacht", "")) from None
    if uitkomst.waarde is not None and not isinstance(uitkomst.waarde, soorten):
        raise _FormuleError(
            f"de uitkomst van ‘{feit.formule}’ is {uitkomst.waarde.VERWACHT}",
            f"hier hoort {' of '.join(soort.VERWACHT for soort in soorten)}",
        )
    return feit.met(
        waarde=uitkomst.waarde, circa=feit.circa or uitkomst.circa, eenheid=feit.eenheid or uitkomst.eenheid,
        uit=tuple(dict.fromkeys(pad for deel in delen for pad in _feiten_van(deel))),
        vraag=feit.vraag or (uitkomst.vraag if uitkomst.is_open else ""),
    )  # fmt: skip


def _tel(
    feit: Feit, termijnen: Sequence[str], feiten: Mapping[str, Feit], teller: Termijnteller | None
) -> dict[str, Feit]:
    """The last day of each of `termijnen` that the formula of `feit` names."""
    try:
        return {deel: tel_termijn(deel, feiten, teller) for deel in termijnen}
    except (TypeError, ValueError) as mis:
        raise _FormuleError(f"de formule ‘{feit.formule}’ is niet uit te rekenen: {mis}", RAAD) from None


def _feiten_van(deel: Feit) -> tuple[str, ...]:
    """The paths that a part of a formula stands for: its own, or what a period is counted from, which is no fact."""
    return deel.uit if deel.pad.startswith(TERMIJNEN) else (deel.pad,)


def is_kapot(pad: str, kapot: Sequence[str]) -> bool:
    """Whether `pad` is, or lies in, something that is known to be wrong itself."""
    return any(pad == deel or pad.startswith(f"{deel}.") for deel in kapot)


def _reken(boom: ast.expr, delen: Sequence[Feit], samen: str) -> Feit:
    match boom:
        case ast.BinOp(links, teken, rechts):
            return bereken(_TEKENS[type(teken)], _reken(links, delen, samen), _reken(rechts, delen, samen), samen)
        case ast.BoolOp(values=lezingen):
            feiten = [_reken(lezing, delen, samen) for lezing in lezingen]
            return next((feit for feit in feiten if not feit.is_open), feiten[-1])
        case ast.Constant(int() as getal):
            return Feit(pad=str(getal), waarde=Aantal(Decimal(getal)), formule=str(getal))
        case ast.Name(naam):
            return delen[int(naam[1:])]
        case _:
            raise TypeError(ast.unparse(boom))  # `lees_formule` lets nothing else through


def _rekenzin(mis: Exception) -> str:
    if isinstance(mis, OverflowError):
        return "de uitkomst is te groot"
    return "delen door nul" if isinstance(mis, ArithmeticError) else str(mis)
