"""Charts and time lines → SVG: one picture for HTML, PDF and Word, and the same bytes each time.

Numbers and dates are printed as the nodes have them; their plain values decide lengths and places only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Grafiek, Tijdlijn
from generator.document.walk import walk_blocks
from generator.schrijvers.beeld.grafiek import draw_grafiek
from generator.schrijvers.beeld.tijdlijn import draw_tijdlijn

if TYPE_CHECKING:
    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl


def render_beelden(document: Document, huisstijl: Huisstijl) -> dict[str, bytes]:
    """The SVG of every time line and chart of `document`, by label, 160 mm wide.

    Raises:
        SchrijfError: a font of the house style cannot be read.
    """
    uit: dict[str, bytes] = {}
    for blok in walk_blocks(document):
        if isinstance(blok, Grafiek):
            uit[blok.label] = draw_grafiek(blok, huisstijl)
        elif isinstance(blok, Tijdlijn):
            uit[blok.label] = draw_tijdlijn(blok, huisstijl)
    return uit
