"""How many lines a part takes on the page, estimated: what is short stays whole, what is long may break.

Estimated on the high side, from the length of the words. Setting a part twice to measure it doubles the time a
paper takes, and a part that is kept whole and does not fit on a page loses what does not fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import nodes
from generator.document.walk import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGINA = 50  # lines on a page of A4
_TEKENS = 80  # characters on a line over the full width
_BEELD = 20  # lines of a picture
_KORT = 8  # lines of a list of which no item should stand alone on a page


def blijft_heel(blok: nodes.Blok) -> bool:
    """Whether `blok` is at most a third of a page, so that keeping it whole leaves no large gap."""
    return _regels(blok) <= _PAGINA // 3


def is_korte_lijst(blok: nodes.BulletList | nodes.NumberedList) -> bool:
    """Whether a list is so short that it stays whole: its last item alone on the next page is read past."""
    return _regels(blok) <= _KORT


def is_lange_rij(rij: nodes.Row, breedtes: Iterable[int], deel: int = 3) -> bool:
    """Whether this row is too long to keep whole: more than a page divided by `deel`.

    `breedtes` are the widths of its columns, in hundredths.
    """
    return _rijregels(rij, breedtes) > _PAGINA // deel


def _regels(blok: nodes.Blok) -> int:
    match blok:
        case nodes.Table(rows=rijen) if len(rijen) > _PAGINA // 3:
            return len(rijen)  # a row is one line at least: too long, whatever is in it
        case nodes.Table(rows=rijen, widths=breedtes):
            return 3 + sum(_rijregels(rij, breedtes) for rij in rijen)
        case nodes.Kader(blocks=blokken) | nodes.Citaat(blocks=blokken):
            return 2 + sum(map(_regels, blokken))
        case nodes.BulletList(items) | nodes.NumberedList(items):
            return sum(_regels(deel) for item in items for deel in item.blocks)
        case nodes.Vraagpunt(vraag=vraag, antwoorden=antwoorden):
            return _tekstregels(vraag) + sum(_tekstregels(antwoord.gevolg) for antwoord in antwoorden)
        case nodes.Tijdlijn() | nodes.Grafiek():
            return _BEELD
        case _:
            return _tekstregels(blok)


def _rijregels(rij: nodes.Row, breedtes: Iterable[int]) -> int:
    return max(_tekstregels(cel.content, breedte) for cel, breedte in zip(rij.cells, breedtes, strict=True))


def _tekstregels(node: object, breedte: int = 100) -> int:
    return 1 + 100 * len(plain_text(node)) // (_TEKENS * breedte)
