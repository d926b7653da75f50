"""Headers and footers: what stands at the edge of a page in the one paper, and nowhere in the other.

They come back on every page, and a PDF has them as often as it has pages: so each line counts once. Page number,
version and watermark, in which two versions of one paper are bound to differ, do not count.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bladzijden import zonder_wisselend
from generator.vergelijking.woorden import vind, vormen, woorden_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.bladzijden import Papier, Regel
    from generator.vergelijking.woorden import Woord


def in_randen(oud: Papier, nieuw: Papier, opzij: Counter[str]) -> Iterator[tuple[list[Woord], list[Woord]]]:
    """Pairs of lines at the edges that differ; a side is empty where the other has a line more."""
    links, rechts = (_regels(papier, opzij) for papier in (oud, nieuw))
    # Its edges once more without what is bound to differ: that may stand in the middle of one.
    eerst, later = (
        vormen([*woorden_in(papier.regels, Counter()), *chain.from_iterable(randen)])
        for papier, randen in ((oud, links), (nieuw, rechts))
    )
    for was, werd in zip_longest(_zonder(links, later), _zonder(rechts, eerst)):
        yield was or _binnen(werd or [], links, rechts), werd or _binnen(was or [], rechts, links)


def _binnen(regel: list[Woord], deze: Sequence[list[Woord]], andere: Sequence[list[Woord]]) -> list[Woord]:
    """The line of `deze` to which words were added in `regel`, and that is no line of `andere` itself; or nothing."""
    blijft = {vormen(lijn) for lijn in andere}
    over = (lijn for lijn in deze if vormen(lijn) not in blijft)
    return next((lijn for lijn in over if vind(vormen(lijn), vormen(regel)) >= 0), [])


def _zonder(regels: Sequence[list[Woord]], waarin: Sequence[str]) -> list[list[Woord]]:
    """The lines that do not stand in the other paper, word for word: at an edge, or in a PDF of one page as text."""
    return [regel for regel in regels if vind(vormen(regel), waarin) < 0]


def _regels(papier: Papier, opzij: Counter[str]) -> list[list[Woord]]:
    anders: dict[str, Regel] = {}
    for regel in papier.randen():
        vast = zonder_wisselend(regel.tekst)
        anders.setdefault(vast, replace(regel, tekst=vast))
    lijnen = [list(woorden_in([regel], opzij)) for regel in anders.values()]
    return [lijn for lijn in lijnen if any(woord.vorm[0].isalnum() for woord in lijn)]
