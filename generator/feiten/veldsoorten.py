"""The types of the fields of a record, as values.

As ``typing.get_type_hints``, which compiles each annotation anew though a hundred fields say ``Feit``.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any


@cache
def veldsoorten(soort: Any) -> dict[str, Any]:  # noqa: ANN401 - a type of record
    """Field → what its class says it is, of all that `soort` has and inherits, in order."""
    return {
        naam: _soort(hint, basis.__module__)
        for basis in reversed(soort.__mro__)
        for naam, hint in vars(basis).get("__annotations__", {}).items()
    }


@cache
def _soort(hint: str, module: str) -> Any:  # noqa: ANN401 - a type
    return eval(hint, vars(sys.modules[module]))  # noqa: S307 - written in our own code
