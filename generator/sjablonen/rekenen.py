"""What a template computes: with facts alone, so that nothing on paper is without a source."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined

from generator.sjablonen.register import ZichtError
from generator.sjablonen.zicht import noem
from generator.sjablonen.zichtbaar import ZichtFeit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.feiten.feit import Feit

_REKENEN: Mapping[str, Callable[[Any, Any], Feit]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
_FORMULE = "zet de berekening als ‘formule’ in de feiten"


def reken(teken: str, links: object, rechts: object) -> ZichtFeit:
    """What a template computes of two facts with ``+``, ``-``, ``*`` or ``/``; a number of its own has no source."""
    if teken not in _REKENEN:
        raise ZichtError(f"‘{teken}’ kan niet in een sjabloon", f"reken met {' '.join(_REKENEN)}, of {_FORMULE}")
    for deel, ander in ((links, rechts), (rechts, links)):
        if isinstance(deel, StrictUndefined):
            str(deel)  # complains by itself
        if isinstance(deel, ZichtFeit):
            continue
        if isinstance(deel, int | float | Decimal) and not isinstance(deel, bool) and isinstance(ander, ZichtFeit):
            raise ZichtError(f"het getal {deel} bij {noem(ander)} staat in het sjabloon en heeft geen bron", _FORMULE)
        raise ZichtError(
            f"met {noem(deel)} valt niet te rekenen", "reken met feiten; woorden plakt u aan elkaar met ‘~’"
        )
    assert isinstance(links, ZichtFeit)  # noqa: S101 - both are
    assert isinstance(rechts, ZichtFeit)  # noqa: S101 - idem
    try:
        return ZichtFeit(_REKENEN[teken](links._feit, rechts._feit), links._register)
    except ArithmeticError as fout:
        raise ZichtError("delen door nul") from fout
    except ValueError as fout:
        raise ZichtError(str(fout)) from fout
