"""Charts and time lines → SVG: one picture for PDF and Word, the same but narrower for HTML; the same bytes each time.

Numbers and dates are printed as the nodes have them; their plain values decide lengths and places only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Grafiek, Tijdlijn
from generator.document.walk import walk_blocks
from generator.schrijvers.beeld.grafiek import draw_grafiek
from generator.schrijvers.beeld.svg import BREEDTE_MM, SCHERM_MM
from generator.schrijvers.beeld.tijdlijn import draw_tijdlijn

if TYPE_CHECKING:
    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl

__all__ = ["SCHERM_MM", "render_beelden"]


def render_beelden(document: Document, huisstijl: Huisstijl, breedte_mm: int = BREEDTE_MM) -> dict[str, bytes]:
    """The SVG of every time line and chart of `document`, by label, `breedte_mm` wide.

    Raises:
        SchrijfError: a font of the house style cannot be read.
    """
    uit: dict[str, bytes] = {}
    for blok in walk_blocks(document):
        if isinstance(blok, Grafiek):
            uit[blok.label] = draw_grafiek(blok, huisstijl, breedte_mm)
        elif isinstance(blok, Tijdlijn):
            uit[blok.label] = draw_tijdlijn(blok, huisstijl, breedte_mm)
    return uit
