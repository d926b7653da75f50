"""Where in a paper something stands (*plek*): under which heading, in which frame, article, note or signature block."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from generator.document.nodes import Artikel, Block, Footnote, Heading, Kader, Ondertekening, Toetslijst
from generator.document.walk import plain_text, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Blok, Document

Plek = Heading | Kader | Artikel | Footnote | Ondertekening | Toetslijst | None  # None: before the first heading


def walk_plekken(document: Document) -> Iterator[tuple[Blok | Footnote, Plek]]:
    """Each part of `document` that stands on its own, notes last, with where a reader finds it.

    A frame has its own title: what follows it stands under the heading again that came before it.
    """
    onder: Plek = None
    for blok in (*document.blocks, *document.footnotes):
        if isinstance(blok, Heading | Artikel | Footnote | Ondertekening | Toetslijst):
            onder = blok
        yield blok, blok if isinstance(blok, Kader) else onder


def walk_in_plekken(document: Document) -> Iterator[tuple[Block, Plek]]:
    """Every block of `document`, nested ones too, in reading order and with where a reader finds it."""
    for deel, plek in walk_plekken(document):
        onder = plek
        for blok in walk(deel):
            if isinstance(blok, Heading):
                onder = blok
            if isinstance(blok, Block):
                yield blok, onder


def aanduiding(plek: Plek) -> str:
    """A place as one refers to it: "hoofdstuk 3", "artikel 8", "samenvatting"."""
    match plek:
        case Heading(level, content, _, number):
            soort = "hoofdstuk" if level == 2 else "paragraaf"
            return f"{soort} {number}" if number else plain_text(content).lower()
        case Artikel(nummer):
            return f"artikel {nummer}"
        case Footnote(nummer):
            return f"noot {nummer}"
        case Kader(titel) | Toetslijst(titel):
            return plain_text(titel).lower()
        case Ondertekening():  # it has no heading of its own, and belongs to none that comes before it
            return "ondertekening"
        case None:
            return "kop"
        case _:
            assert_never(plek)
