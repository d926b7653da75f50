"""Which facts a paper prints as the words of another: in a quotation, between quotation marks, or as they were read.

Whoever changes such words in Word changes what somebody else said; with another source it may be, in the facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Cijfer, Citaat, Text
from generator.document.walk import cijfers, walk_blocks, walk_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.nodes import Document, Inline

_OPENT, _SLUIT = ("‘", "“", "„"), ("’", "”")


def aangehaald(document: Document) -> frozenset[str]:
    """The paths of the facts that `document` prints somewhere as the words of another."""
    citaten = (blok.blocks for blok in walk_blocks(document) if isinstance(blok, Citaat))
    in_blok = (cijfer.pad for citaat in citaten for cijfer in cijfers(citaat))
    in_regel = (pad for _, rij in walk_runs(document) for pad in _tussen_tekens(rij))
    zelf = (cijfer.pad for cijfer in cijfers(document) if cijfer.citaat)
    return frozenset((*in_blok, *in_regel, *zelf))


def vast(document: Document) -> frozenset[str]:
    """Those, and the ones that are computed: their figures are locked in Word."""
    return aangehaald(document) | {cijfer.pad for cijfer in cijfers(document) if cijfer.afgeleid}


def _tussen_tekens(rij: Sequence[Inline]) -> Iterator[str]:
    """The facts of one run of words that stand directly between quotation marks."""
    for voor, cijfer, na in zip(rij, rij[1:], rij[2:], strict=False):
        if (
            isinstance(cijfer, Cijfer) and isinstance(voor, Text) and voor.text.endswith(_OPENT)
            and isinstance(na, Text) and na.text.startswith(_SLUIT)
        ):  # fmt: skip
            yield cijfer.pad
