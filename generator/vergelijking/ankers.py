"""Two rows of words laid side by side, also when they are long.

`difflib` takes four times as long for twice as many words. So a long paper is first cut where both go on with the same
run of words that stands nowhere else in either (the idea of *patience diff*, B. Cohen); each part is then compared by
`difflib` as ever.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REEKS = 6  # words that together are unlike any others in a paper
_UITEEN = 250  # words from one cut to the next: shorter parts gain nothing, and lose sight of what moved a little


def opcodes(een: Sequence[str], ander: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """What makes `ander` of `een`, as `difflib.SequenceMatcher.get_opcodes` says it."""
    links = rechts = 0
    for tot, tot_en in (*_sneden(een, ander), (len(een), len(ander))):
        deel = SequenceMatcher(None, een[links:tot], ander[rechts:tot_en], autojunk=False)
        for soort, a, b, c, d in deel.get_opcodes():
            yield soort, links + a, links + b, rechts + c, rechts + d
        links, rechts = tot, tot_en


def _sneden(een: Sequence[str], ander: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where both can be cut: places in order, far enough apart, at which the same unique run of words begins."""
    waar = _unieke_reeksen(ander)
    paren = _stijgend([(plek, waar[reeks]) for reeks, plek in _unieke_reeksen(een).items() if reeks in waar])
    links = rechts = 0
    for plek, plek_ander in paren:
        if plek - links >= _UITEEN and plek_ander - rechts >= _UITEEN:
            yield plek, plek_ander
            links, rechts = plek, plek_ander


def _unieke_reeksen(woorden: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Each run of words that stands in `woorden` once, with its place."""
    reeksen = [tuple(woorden[plek : plek + _REEKS]) for plek in range(len(woorden) - _REEKS + 1)]
    telling = Counter(reeksen)
    return {reeks: plek for plek, reeks in enumerate(reeksen) if telling[reeks] == 1}


def _stijgend(paren: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of `paren`, which are in order of the first, that is in order of the second too."""
    eindes: list[int] = []  # of each length the smallest last place
    laatste: list[int] = []  # and which pair that is
    voor: list[int] = []
    for nummer, (_, plek) in enumerate(paren):
        lengte = bisect_left(eindes, plek)
        eindes[lengte : lengte + 1] = [plek]
        laatste[lengte : lengte + 1] = [nummer]
        voor.append(laatste[lengte - 1] if lengte else -1)
    uit, nummer = [], laatste[-1] if laatste else -1
    while nummer >= 0:
        uit.append(paren[nummer])
        nummer = voor[nummer]
    return uit[::-1]
