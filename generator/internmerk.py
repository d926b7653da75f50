"""The internal copy of a paper: marked as such on every page, with who to ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document.nodes import Document, Hoofd, Paragraph, Strong, Text
from generator.feiten.keuzes import INTERN

if TYPE_CHECKING:
    from generator.feiten.steller import Steller

_MERK = "Intern – niet openbaar maken"


def met_internmerk(document: Document, steller: Steller | None) -> Document:
    """`document` as an internal copy: the mark below its head and at the foot of each page, and `steller` if known."""
    kop = next(i for i, blok in enumerate(document.blocks) if isinstance(blok, Hoofd))
    regel = Paragraph(content=(Strong(content=(Text(f"{_MERK}."),)), Text(_noem(steller))))
    blokken = (*document.blocks[: kop + 1], regel, *document.blocks[kop + 1 :])
    kenmerk = f"{document.meta.kenmerk} · {_MERK.lower()}"
    return replace(document, blocks=blokken, meta=replace(document.meta, openbaarheid=INTERN, kenmerk=kenmerk))


def _noem(steller: Steller | None) -> str:
    if steller is None:
        return ""
    bereikbaar = [f"telefoon {steller.telefoon}" if steller.telefoon else "", steller.mail and f"e-mail {steller.mail}"]
    return f" Steller: {', '.join(filter(None, (steller.naam, steller.functie, *bereikbaar)))}."
