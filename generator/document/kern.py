"""What a paper says (its *kern*), apart from its administration and from what was still to be filled in.

Administration is the line of the head with status, version and day, and the day and place of signing: those change
while the paper stays what it is. Two papers of one kern differ in nothing but these and what was filled in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document.bewaren import leeshash
from generator.document.nodes import Briefhoofd, Cijfer, Kop, LineBreak, Ondertekening, Text
from generator.document.walk import cijfers, rewrite_blocks, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

    from generator.document.nodes import Document

_PLEK = "…"  # one for each place that is filled in at signing
_LIJN = re.compile("…+")  # to write on by hand: one place, however long


def kernhash(document: Document, naam: str, openstaand: Collection[str]) -> str:
    """The SHA-256 of what the paper `naam` says, whatever stands where the facts at `openstaand` are printed."""
    return leeshash(_zonder_beheer(document, naam), naam, openstaand)


def openstaande_plekken(document: Document, naam: str) -> tuple[str, ...]:
    """The paths of what in `document` is still to be filled in, each once, apart from its administration."""
    kaal = _zonder_beheer(document, naam)
    return tuple(sorted({cijfer.pad for cijfer in cijfers((kaal.blocks, kaal.footnotes)) if cijfer.open}))


def _zonder_beheer(document: Document, naam: str) -> Document:
    blokken, noten = rewrite_blocks((document.blocks, document.footnotes), _kaal_van(f"stukken.{naam}.status"))
    return replace(document, blocks=blokken, footnotes=noten)


def _kaal_van(status: str) -> Callable[[Any], Any]:
    """What takes the administration out of one node: `status` is the path by which the line of the head is known."""

    def kaal(node: Any) -> Any:  # noqa: ANN401 - any node
        match node:
            case Kop(kenmerken=kenmerken) | Briefhoofd(kenmerken=kenmerken):
                return replace(node, kenmerken=tuple(een for een in kenmerken if not _toont(een.waarde, status)))
            case Ondertekening(namens=namens):
                return replace(node, namens=(Text("".join(map(_gelezen, walk(namens)))),))
            case _:
                return node

    return kaal


def _toont(delen: tuple[Any, ...], pad: str) -> bool:
    return any(isinstance(deel, Cijfer) and deel.pad == pad for deel in walk(delen))


def _gelezen(deel: Any) -> str:  # noqa: ANN401 - any inline node
    match deel:
        case Cijfer():
            return _PLEK
        case Text(woorden):
            return _LIJN.sub(_PLEK, woorden)
        case LineBreak():
            return "\n"
        case _:
            return ""
