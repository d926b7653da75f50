"""Headings with nothing under them: what was to stand there was left out, by a condition or by its writer."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Heading, Kader
from generator.document.walk import plain_text, walk_blocks
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Document


@regel("ST-LEEG", neemt=Neemt.STUKKEN)
def niets_onder_kop(zaak: Zaak) -> Iterator[Bevinding]:
    """A heading or frame under which nothing stands; a heading that divides into smaller ones has those."""
    for naam, stuk in zaak.stukken.items():
        for kop, woorden in _lege_koppen(stuk):
            yield Bevinding("ST-LEEG", Ernst.WAARSCHUWING, (plaats(kop),), {"kop": plain_text(woorden), "stuk": naam})


def _lege_koppen(stuk: Document) -> Iterator[tuple[Heading | Kader, object]]:
    """Each heading or frame of `stuk` without anything under it, with its words."""
    for blok, volgende in pairwise((*stuk.blocks, None)):
        if isinstance(blok, Heading) and (
            volgende is None or (isinstance(volgende, Heading) and volgende.level <= blok.level)
        ):
            yield blok, blok.content
    for kader in walk_blocks(stuk):
        if isinstance(kader, Kader) and not kader.blocks:
            yield kader, kader.titel
