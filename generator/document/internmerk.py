"""The internal copy of a paper: marked as such on every page, with who to ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document.nodes import Document, Hoofd, Kenmerk, Paragraph, Strong, Text
from generator.document.walk import plain_text
from generator.feiten.keuzes import INTERN, OPENBAAR

if TYPE_CHECKING:
    from generator.feiten.steller import Steller

_MERK = "Intern – niet openbaar maken"


def met_internmerk(document: Document, steller: Steller | None) -> Document:
    """`document` as an internal copy: the mark below its head and at the foot of each page, and `steller` if known."""
    kop, hoofd = next((i, blok) for i, blok in enumerate(document.blocks) if isinstance(blok, Hoofd))
    regel = Paragraph(content=(Strong(content=(Text(f"{_MERK}."),)), Text(_noem(steller))))
    hoofd = replace(hoofd, kenmerken=tuple(map(_van_kopie, hoofd.kenmerken)))
    blokken = (*document.blocks[:kop], hoofd, regel, *document.blocks[kop + 1 :])
    kenmerk = f"{document.meta.kenmerk} · {_MERK.lower()}"
    return replace(document, blocks=blokken, meta=replace(document.meta, openbaarheid=INTERN, kenmerk=kenmerk))


def _van_kopie(kenmerk: Kenmerk) -> Kenmerk:
    """What the head says of who may see it: of this copy. Secrecy stays there with its ground (Gemeentewet 89)."""
    if kenmerk.naam == "Openbaarheid" and plain_text(kenmerk.waarde) == OPENBAAR:
        return replace(kenmerk, waarde=(Text("intern (van dit stuk is er ook een openbare versie)"),))
    return kenmerk


def _noem(steller: Steller | None) -> str:
    if steller is None:
        return ""
    bereikbaar = [f"telefoon {steller.telefoon}" if steller.telefoon else "", steller.mail and f"e-mail {steller.mail}"]
    return f" Steller: {', '.join(filter(None, (steller.naam, steller.functie, *bereikbaar)))}."
