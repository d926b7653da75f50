"""The footnotes part, with the two separators that Word expects in it (ISO/IEC 29500-1 § 17.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Footnote, Paragraph
from generator.schrijvers.docx.blocks import add_blocks
from generator.schrijvers.docx.inline import character_style, inline, run
from generator.schrijvers.docx.work import Frame, paragraph

if TYPE_CHECKING:
    from generator.schrijvers.docx.package import Part
    from generator.schrijvers.docx.pieces import Piece
    from generator.schrijvers.docx.work import Work

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_NOTE = Frame("footnote text")


def write_footnotes(work: Work, footnotes: tuple[Footnote, ...]) -> tuple[Part, str]:
    """The part for the notes of a paper, and its content as XML.

    Links in notes become relationships of that part, so the notes are written after the body.
    """
    document = work.part
    work.part = work.package.add(document, "footnotes", "word/footnotes.xml")
    work.in_footnotes = True
    work.new_page = work.after_table = False
    notes = [
        _note(
            f'w:type="{kind}" w:id="{number}"', [paragraph(work, "footnote text", f"<w:r><w:{kind}/></w:r>", after=0)]
        )
        for kind, number in SEPARATORS
    ]
    notes += [_note(f'w:id="{footnote.number}"', _pieces(work, footnote)) for footnote in footnotes]
    part, work.part = work.part, document
    work.in_footnotes = False
    return part, "".join(notes)


def _note(attributes: str, pieces: list[Piece]) -> str:
    return f"<w:footnote {attributes}>{''.join(piece.xml() for piece in pieces)}</w:footnote>"


def _pieces(work: Work, footnote: Footnote) -> list[Piece]:
    """What one note is made of; its mark stands before its first words."""
    match footnote.blocks:
        case (Paragraph(content=content), *rest):
            pass
        case rest:
            content = ()
    mark = f"<w:r><w:rPr>{character_style(work, 'footnote reference')}</w:rPr><w:footnoteRef/></w:r>"
    pieces: list[Piece] = [paragraph(work, "footnote text", mark + run(work, " ") + inline(work, content))]
    add_blocks(work, pieces, tuple(rest), _NOTE)
    return pieces
