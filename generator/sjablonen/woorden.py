"""What may be put on paper: a fact, or words of the template's own; and the filters that make words of several.

Jinja would make words of anything: a list, a record, True, None. Whatever is put together here is looked at part by
part, and what is neither a fact nor a word is refused.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, nodes
from jinja2.visitor import NodeTransformer

from generator import opmaak
from generator.sjablonen.register import ZichtError
from generator.sjablonen.zicht import Zicht, noem
from generator.sjablonen.zichtbaar import ZichtFeit, ZichtReeks
from generator.tekens import VERBODEN, tekenzin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LIJST = "hier staat een hele lijst waar één feit hoort"
_NOEM_EEN = "noem een van haar feiten, of loop haar af met ‘for’ (dat kan alleen in een sjabloon)"
_VORMTEKEN = re.compile(r"%(?!%)(?:\(\w*\))?[-+ #0]*[\d*]*(?:\.[\d*]*)?(.?)|%%")
_VERGELIJKING = "druk een feit af, {{ groep.feit }}, of zet de vergelijking om een zin: {% if … %} … {% endif %}"
_ELK_EEN = "geef bij elke plek één feit of woord"
_HEEL = "druk een feit heel af, in een van zijn vormen (docs/sjablonen.md)"


def woord(waarde: Any) -> str:  # noqa: ANN401 - whatever an expression gives
    """`waarde` as it stands on paper; ZichtError for what is no fact and no word of the template's own."""
    if isinstance(waarde, ZichtFeit | StrictUndefined) or type(waarde) is str or hasattr(waarde, "__html__"):
        return str(waarde)  # what is undefined complains by itself
    if isinstance(waarde, ZichtReeks | list | tuple):
        raise ZichtError(_LIJST, _NOEM_EEN)
    if isinstance(waarde, Zicht):
        raise ZichtError("hier staat een onderdeel waar één feit hoort", "noem een veld: ‘onderdeel.veld’")
    if isinstance(waarde, bool):
        raise ZichtError(f"{noem(waarde)} is geen feit maar wat een vergelijking oplevert", _VERGELIJKING)
    raise ZichtError(f"{noem(waarde)} is geen feit en heeft dus geen bron", "zet het getal of de datum in de feiten")


def eigen_woord(tekst: str) -> str:
    """`tekst`, written between quotes in a template; ZichtError when an escape in it gives what no paper may hold."""
    if teken := VERBODEN.search(tekst):
        gevonden, verwacht, raad = tekenzin(teken[0])
        raise ZichtError(gevonden, raad, verwacht)
    return tekst


class Rewriter(NodeTransformer):
    """Rewrites a template so that what Jinja would do by itself, out of our sight, goes through `GLOBALS`."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:  # noqa: N802 - Jinja's name
        """``a ~ b``: each part a fact or a word."""
        return _roep("__plak__", node, [self.visit(deel) for deel in node.nodes])

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - idem
        """``a[1:2]`` is cut by Python itself, a token just as well."""
        if isinstance(node.arg, nodes.Slice):
            return _roep("__knip__", node, [self.visit(node.node)])
        return self.generic_visit(node)

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802 - idem
        """A word in which an escape gives a character that may not be typed."""
        is_woord = isinstance(node.value, str) and VERBODEN.search(node.value)
        return _roep("__eigen__", node, [node]) if is_woord else node


def _roep(naam: str, bij: nodes.Expr, delen: list[nodes.Expr]) -> nodes.Call:
    roep = nodes.Call(nodes.Name(naam, "load"), delen, [], None, None)
    roep.set_lineno(bij.lineno)
    return roep


def _plak(*delen: Any) -> str:  # noqa: ANN401 - whatever expressions give
    return "".join(map(woord, delen))


def _knip(waarde: Any) -> str:  # noqa: ANN401 - idem
    raise ZichtError(f"van {noem(waarde)} is geen stuk af te knippen", _HEEL)


GLOBALS: Mapping[str, Callable[..., str]] = {"__plak__": _plak, "__knip__": _knip, "__eigen__": eigen_woord}


# --- filters ---------------------------------------------------------------------------------------


def _delen(waarde: Any, filter_: str) -> list[Any]:  # noqa: ANN401 - whatever stands before a filter
    if isinstance(waarde, StrictUndefined):
        str(waarde)  # complains by itself
    if isinstance(waarde, ZichtReeks | list | tuple):
        return list(waarde)
    raise ZichtError(f"{noem(waarde)} is geen lijst", f"‘{filter_}’ vraagt een lijst: ‘[a, b] | {filter_}’")


def _join(delen: Any, tussen: Any = "") -> str:  # noqa: ANN401 - whatever stands before a filter
    return woord(tussen).join(map(woord, _delen(delen, "join")))


def _opsomming(delen: Any, voegwoord: Any = "en") -> str:  # noqa: ANN401 - idem
    """``a, b en c``."""
    return opmaak.join_woorden(list(map(woord, _delen(delen, "opsomming"))), woord(voegwoord))


def _eerste(delen: Any) -> Any:  # noqa: ANN401 - idem
    return _neem(_delen(delen, "first"), 0, delen)


def _laatste(delen: Any) -> Any:  # noqa: ANN401 - idem
    return _neem(_delen(delen, "last"), -1, delen)


def _neem(delen: list[Any], plek: int, van: Any) -> Any:  # noqa: ANN401 - idem
    if not delen:
        raise ZichtError(f"{noem(van)} is leeg", "vraag eerst ‘is gegeven’")
    return delen[plek]


def _format(tekst: Any, *delen: Any) -> str:  # noqa: ANN401 - idem
    tekst = woord(tekst)
    for vorm in _VORMTEKEN.finditer(tekst):
        if vorm[0] not in {"%s", "%%"}:
            raise ZichtError(f"‘{vorm[0]}’ kan niet in ‘format’: een feit of woord komt er heel in", "schrijf ‘%s’")
    plekken = tekst.replace("%%", "").count("%s")
    if plekken != len(delen):
        raise ZichtError(f"‘format’ heeft {plekken} maal ‘%s’ en {len(delen)} waarden", _ELK_EEN)
    ingevuld: str = tekst % tuple(map(woord, delen))
    return ingevuld


def maak_format(tekst: str) -> Callable[..., str]:
    """What ``"…".format`` calls in a template: fills each ``{}`` with a fact or a word."""

    def vul_in(*delen: Any, **benoemd: Any) -> str:  # noqa: ANN401 - idem
        try:
            for _, veld, vorm, omzetting in Formatter().parse(tekst):
                if veld is not None and (vorm or omzetting or not re.fullmatch(r"\w*", veld)):
                    raise ZichtError("een feit krijgt zijn vorm niet met ‘{:…}’", "schrijf ‘{}’")
            return tekst.format(*map(woord, delen), **{naam: woord(deel) for naam, deel in benoemd.items()})
        except (LookupError, ValueError):
            raise ZichtError("niet bij elke ‘{}’ hoort een waarde", _ELK_EEN) from None

    return vul_in


FILTERS: Mapping[str, Callable[..., Any]] = {
    "join": _join, "format": _format, "first": _eerste, "last": _laatste, "opsomming": _opsomming,
    "list": lambda delen: _delen(delen, "list"),
}  # fmt: skip
