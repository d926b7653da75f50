"""The PDF writer: the tree as plain data, set by the one Typst file of the house style.

PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once; the internal copy is PDF/A-3a with its provenance
attached.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.document.nodes import Block, Cijfer, Herkomst, Table, Text, Toetslijst
from generator.document.walk import walk
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers import zetwerk
from generator.schrijvers.lettertype import open_lettertype
from generator.schrijvers.rijkoppen import mark_rijkoppen
from generator.schrijvers.zetboom import zetboom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl
    from generator.schrijvers.lettertype import TrueType


_VERBODEN = "\0\ufeff\ufffe"  # ISO 19005-2, 6.2.11.7.2: a PDF/A may not print these, also when a font has them


class Letterfout(Fout, frozen=True):
    """A letter that the house font lacks.

    Attributes:
        teken: the letter.
        feit: path of the fact that it stands in; empty for words.
    """

    teken: str = ""
    feit: str = ""


def write(
    document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], *, herkomst: bytes | None = None
) -> bytes:
    """`document` as PDF; the same bytes for the same arguments.

    Args:
        document: the tree.
        huisstijl: fonts, colours and the Typst file.
        beelden: label of each time line and chart → its SVG.
        herkomst: provenance (JSON) to attach; makes it an internal copy (PDF/A-3a).

    Raises:
        SchrijfError: a letter that the house font lacks, with the fact it stands in, or what Typst reports.
    """
    try:
        pdf = zetwerk.compile_pdf(
            zetboom(document, huisstijl, beelden, herkomst),
            huisstijl,
            dt.date.fromisoformat(document.meta.datum),
            ("a-2a" if herkomst is None else "a-3a", "ua-1"),
        )
    except SchrijfError as fout:
        # Typst knows that a letter is missing, we know where it was written.
        if fouten := _ontbrekende_letters(document, huisstijl):
            raise SchrijfError(*fouten) from fout
        raise
    return mark_rijkoppen(pdf, list(_rijkoppen(document)))


def _rijkoppen(document: Document) -> Iterator[list[bool]]:
    """For every table, in reading order, and each of its rows, whether the first cell heads the row."""
    for deel in walk(document.blocks):
        if isinstance(deel, Table):
            yield [rij.cells[0].header for rij in deel.rows]
        elif isinstance(deel, Toetslijst):
            yield [True] * len(deel.punten)


def _ontbrekende_letters(document: Document, huisstijl: Huisstijl) -> list[Letterfout]:
    """Every letter of the words and facts that the font lacks, where it was written or else under its fact."""
    gewoon = open_lettertype(huisstijl.lettertype.bestanden["regular"])
    waar = Herkomst()
    fouten: dict[Letterfout, None] = {}
    for deel in walk((document.blocks, document.footnotes)):
        if isinstance(deel, Block):
            waar = deel.herkomst
        if isinstance(deel, Text | Cijfer):
            feit = deel.pad if isinstance(deel, Cijfer) else ""
            plaats = Plaats(waar.bestand, waar.regel) if waar.bestand else Plaats(feit or document.meta.documentsoort)
            wat = f"feit {feit}" if feit else f"‘{deel.text.strip()[:40]}’"
            for teken in _ondrukbaar(deel.text, gewoon):
                letter = huisstijl.lettertype.naam
                fout = Letterfout(
                    plaats,
                    f"het teken ‘{teken}’ (U+{ord(teken):04X}) zit niet in {letter}; het staat in {wat}",
                    raad="vervang het teken, of kies in de huisstijl een lettertype dat het heeft",
                    teken=teken,
                    feit=feit,
                )
                fouten.setdefault(fout)
    return list(fouten)


def _ondrukbaar(tekst: str, lettertype: TrueType) -> Iterator[str]:
    yield from (teken for teken in _VERBODEN if teken in tekst)
    yield from (teken for teken in lettertype.ontbrekende_tekens(tekst) if teken not in _VERBODEN)
