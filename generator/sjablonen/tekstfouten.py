"""Everything that is wrong with one text of a dossier, each with its line and column.

A text is filled in as one template, which stops at the first fault. Only then is it read here once more, word by word
and with the same facts. A branch that is not taken is not looked into: it may ask for what only then is there.
"""

from __future__ import annotations

import operator
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import StrictUndefined, nodes

from generator.sjablonen.fouten import FOUTEN, fout_op, onleesbaar
from generator.sjablonen.plekken import parse_tekst, plaats_van
from generator.sjablonen.register import ZichtError, bedoelde_u, een_van
from generator.sjablonen.woorden import eigen_woord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.runtime import Context

    from generator.errors import Fout, Plaats
    from generator.sjablonen.omgeving import Omgeving

# A text holds prose: facts in their forms, and what stands there only if a fact is so; no computing.
_MAG = (
    nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.If, nodes.Compare, nodes.Operand, nodes.Test, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_VERGELIJK = {
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "lteq": operator.le, "gt": operator.gt,
    "gteq": operator.ge, "in": lambda deel, geheel: deel in geheel, "notin": lambda deel, geheel: deel not in geheel,
}  # fmt: skip
_HOORT = "alleen feiten, {{ groep.feit }}, en voorwaarden, {% if groep.feit > 0 %} … {% endif %}"
_WAT: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.For, "de opdracht ‘for’"), (nodes.Include, "de opdracht ‘include’"), (nodes.Macro, "de opdracht ‘macro’"),
    (nodes.Assign, "de opdracht ‘set’"), (nodes.AssignBlock, "de opdracht ‘set’"), (nodes.Filter, "een filter"),
    (nodes.Call, "een opdracht met haakjes"), (nodes.CondExpr, "een ‘if’ binnen {{ }}"), (nodes.Stmt, "deze opdracht"),
)  # fmt: skip


class _AlGemeldError(Exception):
    """What is wrong here has been told."""


def eerste_verboden(boom: nodes.Node) -> nodes.Node | None:
    """The first node in `boom` that may not stand in a text."""
    return next((node for node in boom.find_all(nodes.Node) if not isinstance(node, _MAG)), None)


def verboden(node: nodes.Node) -> ZichtError:
    """That `node` may not stand in a text, and what may."""
    wat = next((wat for soort, wat in _WAT if isinstance(node, soort)), "een berekening")
    if isinstance(node, nodes.Filter):
        wat = f"het filter ‘{node.name}’"
    raad = "zet lijsten en berekeningen in het sjabloon"
    return ZichtError(f"{wat} kan niet in een tekst", raad, verwacht=_HOORT)


def vind_fouten(omgeving: Omgeving, context: Context, naam: str, tekst: str) -> list[Fout]:
    """Every fault of the text `naam` when it is filled in with what `context` holds, in order of place."""
    boom, onleesbare = parse_tekst(omgeving, tekst)
    lezing = _Lezing(omgeving, context, naam, tekst)
    lezing.fouten = [onleesbaar(fout, lezing.plaats(voor), "deze tekst", _HOORT) for voor, fout in onleesbare]
    if boom is not None:
        lezing.loop(boom.body)
    return sorted(dict.fromkeys(lezing.fouten), key=lambda fout: fout.plaats)


class _Lezing:
    """One reading of a text, that goes on after a fault."""

    def __init__(self, omgeving: Omgeving, context: Context, naam: str, tekst: str) -> None:
        self._omgeving, self._context, self._naam, self._tekst = omgeving, context, naam, tekst
        self.fouten: list[Fout] = []

    def plaats(self, voor: int) -> Plaats:
        """The place of the character that `voor` others go before."""
        return plaats_van(self._tekst, self._naam, voor)

    def loop(self, delen: Iterable[nodes.Node]) -> None:
        """Read what is printed, and the branches that are taken; of a test that is wrong, every branch."""
        for deel in delen:
            match deel:
                case nodes.Output():
                    for afdruk in deel.nodes:
                        if not isinstance(afdruk, nodes.TemplateData):
                            self._probeer(self._druk_af, afdruk)
                case nodes.If():
                    self._loop_takken(deel)
                case _:
                    self._probeer(self._waarde, deel)

    def _loop_takken(self, keuze: nodes.If) -> None:
        for tak in (keuze, *keuze.elif_):
            uitslag = self._probeer(self._toets, tak.test)
            if uitslag is not False:
                self.loop(tak.body)
            if uitslag:
                return
        self.loop(keuze.else_)

    def _probeer(self, lees: Callable[[Any], Any], node: nodes.Node) -> Any:  # noqa: ANN401 - what `lees` gives
        """What `lees` makes of `node`; None when something in it is wrong, which has been told then."""
        try:
            return lees(node)
        except _AlGemeldError:
            return None

    def _waarde(self, node: nodes.Node) -> Any:  # noqa: ANN401 - whatever an expression gives
        match node:
            case nodes.Name(name=naam):
                return self._op(node, lambda: self._bekende(naam))
            case nodes.Const(value=waarde):
                return self._op(node, lambda: eigen_woord(waarde)) if isinstance(waarde, str) else waarde
            case nodes.Getattr(attr=veld):
                van = self._waarde(node.node)
                return self._op(node.lineno + 1, lambda: self._omgeving.getattr(van, veld))
            case nodes.Getitem(arg=arg):
                van, sleutel = self._waarde(node.node), self._waarde(arg)
                return self._op(arg, lambda: self._omgeving.getitem(van, sleutel))
            case nodes.Not() | nodes.And() | nodes.Or():
                return self._verbind(node)
            case nodes.Test():
                return self._vraag(node)
            case nodes.Compare():
                return self._vergelijk(node)
            case _:
                self._weiger(node)
        return None

    def _weiger(self, node: nodes.Node) -> NoReturn:
        """Tell that `node` may not stand here, and what is wrong with its parts."""
        voor = node.lineno if isinstance(node, nodes.Filter) else _begin(node)
        self.fouten.append(fout_op(self.plaats(voor), verboden(node)))
        for deel in node.iter_child_nodes() if isinstance(node, nodes.Expr) else ():
            self._probeer(self._waarde, deel)
        raise _AlGemeldError(self._naam)

    def _verbind(self, node: nodes.Not | nodes.And | nodes.Or) -> bool:
        if isinstance(node, nodes.Not):
            return not self._toets(node.node)
        links = self._toets(node.left)
        return links if links is isinstance(node, nodes.Or) else self._toets(node.right)

    def _bekende(self, naam: str) -> Any:  # noqa: ANN401 - whatever the context holds
        waarde = self._context.resolve(naam)
        if isinstance(waarde, StrictUndefined):
            namen = [woord for woord in self._context.get_all() if not woord.startswith("_")]
            gevonden = f"‘{naam}’ bestaat niet in deze feiten"
            raise ZichtError(gevonden, bedoelde_u(naam, namen), verwacht=een_van(naam, namen))
        return waarde

    def _toets(self, node: nodes.Node) -> bool:
        waarde = self._waarde(node)
        return self._op(node, lambda: bool(waarde)) is True

    def _druk_af(self, node: nodes.Node) -> None:
        waarde = self._waarde(node)
        druk_af = self._omgeving.finalize
        assert druk_af is not None  # noqa: S101 - ours has one
        self._op(node, lambda: druk_af(waarde))

    def _vraag(self, node: nodes.Test) -> bool:
        """Whether ``node is …``; also of a group that the facts leave out, which nothing else may be done with."""
        toets = self._op(node, lambda: self._bekende_toets(node.name))
        deel = node.node
        waarde = self._context.resolve(deel.name) if isinstance(deel, nodes.Name) else self._waarde(deel)
        rest = [self._waarde(deel) for deel in node.args or ()]
        return self._op(node, lambda: toets(waarde, *rest)) is True

    def _bekende_toets(self, naam: str) -> Any:  # noqa: ANN401 - a function
        toetsen = self._omgeving.tests
        if naam not in toetsen:
            raad = bedoelde_u(naam, list(toetsen))
            raise ZichtError(f"de toets ‘{naam}’ bestaat niet", raad, verwacht=een_van(naam, list(toetsen)))
        return toetsen[naam]

    def _vergelijk(self, node: nodes.Compare) -> bool:
        links = self._waarde(node.expr)
        for deel in node.ops:
            rechts = self._waarde(deel.expr)
            if not self._op(node, partial(_VERGELIJK[deel.op], links, rechts)):
                return False
            links = rechts
        return True

    def _op(self, waar: nodes.Node | int, vraag: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the question gives
        """What `vraag` gives; what is wrong with it is told at `waar`."""
        try:
            return vraag()
        except FOUTEN as fout:
            voor = waar if isinstance(waar, int) else _begin(waar)
            self.fouten.append(fout_op(self.plaats(voor), fout))
            raise _AlGemeldError(self._naam) from None


def _begin(node: nodes.Node) -> int:
    """How many characters go before the first word of `node`."""
    return min([node.lineno, *(deel.lineno for deel in node.find_all(nodes.Expr))])
