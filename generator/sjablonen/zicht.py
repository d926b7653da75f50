"""The base of what a template can see, which refuses whatever its kinds do not do themselves; and names for faults."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.sjablonen.register import ZichtError
from generator.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator


class Zicht:
    """Base of everything a template can see. Attributes are fields; no Python method is reachable.

    What one of them can do stands in its own class; all else that Jinja could ask of it is refused here.
    """

    __slots__ = ()

    def _noem(self) -> str:
        """What to call it in a fault."""
        return "dit onderdeel"

    def __str__(self) -> str:
        raise ZichtError(f"{self._noem()} is geen feit en heeft geen woorden", "noem een veld: ‘onderdeel.veld’")

    def __iter__(self) -> Iterator[Any]:
        raise ZichtError(f"{self._noem()} is geen lijst", "noem een lijst, of een van de velden")

    def __contains__(self, naam: object) -> bool:
        raise ZichtError(f"{self._noem()} is geen lijst", "noem een lijst, of een van de velden")

    def _onvergelijkbaar(self, ander: object) -> Any:  # noqa: ANN401 - idem
        raise ZichtError(
            f"{self._noem()} is niet te vergelijken met {noem(ander)}", "vergelijk een feit met een feit of een waarde"
        )

    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = _onvergelijkbaar
    __hash__ = None  # type: ignore[assignment]  # equality is a test on the facts, not identity


def noem(waarde: object) -> str:
    """What to call whatever an expression gave, in a fault: no word of Python's."""
    if isinstance(waarde, Zicht):
        return waarde._noem()
    if waarde is None:
        return "‘niets’"
    if isinstance(waarde, bool):
        return "‘waar’" if waarde else "‘niet waar’"
    if isinstance(waarde, int | float | Decimal):
        return f"‘{waarde}’"
    if isinstance(waarde, str):
        return f"‘{TOKEN.sub('…', waarde)}’"
    return "een hele lijst" if isinstance(waarde, list | tuple | dict) else "een opdracht zonder haakjes"
