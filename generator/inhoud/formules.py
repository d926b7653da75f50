"""Formulas: ``cijfers.a + cijfers.b * 2`` over facts, computed in the order in which they depend on each other."""

from __future__ import annotations

import ast
import difflib
from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats
from generator.feiten.feit import Feit, bereken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TEKENS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


class FormuleError(Exception):
    """A formula that cannot be read or computed; the sentence is Dutch."""

    def __init__(self, zin: str, raad: str = "") -> None:
        self.raad = raad
        super().__init__(zin)


def lees_formule(formule: str) -> ast.expr:
    """The syntax tree of `formule`; FormuleError when it holds more than paths, whole numbers, + - * / and ( )."""
    try:
        boom = ast.parse(formule.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormuleError(f"‘{formule}’ is geen formule", "schrijf bijvoorbeeld cijfers.a + cijfers.b") from None
    for node in ast.walk(boom):
        goed = (
            isinstance(node, ast.BinOp | ast.Name | ast.Attribute | ast.Load | ast.operator)
            or (isinstance(node, ast.Constant) and type(node.value) is int)
        )  # fmt: skip
        if not goed or (isinstance(node, ast.BinOp) and type(node.op) not in _TEKENS):
            raise FormuleError(
                f"‘{formule}’ kan niet in een formule", "gebruik alleen feiten, hele getallen, + - * / en haakjes"
            )
    return boom


def paden_in(boom: ast.expr) -> list[str]:
    """The paths a formula names, in order."""
    if isinstance(boom, ast.Name | ast.Attribute):
        return [ast.unparse(boom)]
    return [pad for kind in ast.iter_child_nodes(boom) if isinstance(kind, ast.expr) for pad in paden_in(kind)]


def is_kapot(pad: str, kapot: Sequence[str]) -> bool:
    """Whether `pad` is, or lies in, something that is known to be wrong itself."""
    return any(pad == deel or pad.startswith(f"{deel}.") or not deel for deel in kapot)


def los_formules_op(feiten: Mapping[str, Feit], kapot: Sequence[str] = ()) -> tuple[dict[str, Feit], list[Fout]]:
    """`feiten` with every formula computed, and what is wrong with those that could not be."""
    oplosser = _Oplosser(feiten, kapot)
    for pad in feiten:
        oplosser.los_op(pad, ())
    return {pad: oplosser.klaar[pad] for pad in feiten}, oplosser.fouten


class _Oplosser:
    def __init__(self, feiten: Mapping[str, Feit], kapot: Sequence[str]) -> None:
        self.feiten, self.kapot = feiten, kapot
        self.klaar: dict[str, Feit] = {}
        self.fouten: list[Fout] = []

    def los_op(self, pad: str, keten: tuple[str, ...]) -> Feit:
        if pad in self.klaar:
            return self.klaar[pad]
        feit = self.feiten[pad]
        if not feit.formule:
            self.klaar[pad] = feit
            return feit
        if pad in keten:
            kring = " → ".join((*keten[keten.index(pad) :], pad))
            raise FormuleError(f"deze formules verwijzen naar elkaar: {kring}", "haal er één uit de kring")
        try:
            uitkomst = self._reken(lees_formule(feit.formule), (*keten, pad))
            self.klaar[pad] = feit.met(
                waarde=uitkomst.waarde,
                circa=feit.circa or uitkomst.circa,
                eenheid=feit.eenheid or uitkomst.eenheid,
                uit=uitkomst.uit or (uitkomst.pad,),
                vraag=feit.vraag or uitkomst.vraag,
            )
        except FormuleError as fout:
            self._meld(feit.plaats, str(fout), fout.raad)
            self.klaar[pad] = feit.met(vraag="de formule klopt niet")
        except (TypeError, ValueError, ArithmeticError) as fout:
            zin = "delen door nul" if isinstance(fout, ArithmeticError) else str(fout)
            self._meld(feit.plaats, f"de formule ‘{feit.formule}’ is niet uit te rekenen: {zin}", "")
            self.klaar[pad] = feit.met(vraag="de formule klopt niet")
        return self.klaar[pad]

    def _meld(self, plaats: Plaats, zin: str, raad: str) -> None:
        self.fouten.append(Fout(plaats, zin, raad=raad))

    def _reken(self, boom: ast.expr, keten: tuple[str, ...]) -> Feit:
        match boom:
            case ast.BinOp(links, teken, rechts):
                deel = self._reken(links, keten)
                ander = rechts.value if isinstance(rechts, ast.Constant) else self._reken(rechts, keten)
                assert isinstance(ander, Feit | int)  # noqa: S101 - `lees_formule` let nothing else through
                return bereken(_TEKENS[type(teken)], deel, ander)
            case ast.Constant(int() as getal):
                raise FormuleError(f"een formule begint met een feit, niet met {getal}", "zet het feit voorop")
            case _:
                pad = ast.unparse(boom)
                if pad not in self.feiten and is_kapot(pad, self.kapot):
                    return Feit(pad=pad, waarde=None, vraag="dit feit klopt niet")
                if pad not in self.feiten:
                    dichtbij = difflib.get_close_matches(pad, list(self.feiten), n=1, cutoff=0.6)
                    raad = f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else "noem een bestaand feit"
                    raise FormuleError(f"‘{pad}’ bestaat niet", raad)
                return self.los_op(pad, keten)
