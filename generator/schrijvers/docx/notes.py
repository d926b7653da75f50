"""The footnotes part, with the two separators that Word expects in it (ISO/IEC 29500-1 § 17.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Footnote, Paragraph
from generator.schrijvers.docx.blocks import add_blocks
from generator.schrijvers.docx.inline import add_inline
from generator.schrijvers.docx.ooxml import Element, add, add_text, new_root
from generator.schrijvers.docx.work import Frame, add_paragraph

if TYPE_CHECKING:
    from generator.schrijvers.docx.package import Part
    from generator.schrijvers.docx.work import Work

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_NOTE = Frame("footnote text")


def add_footnotes(work: Work, footnotes: tuple[Footnote, ...]) -> tuple[Part, Element]:
    """The part for the notes of a paper, and its content, whose controls are not bound yet.

    Links in notes become relationships of that part, so the notes are written after the body.
    """
    document = work.part
    work.part = work.package.add(document, "footnotes", "word/footnotes.xml")
    work.in_footnotes = True
    work.new_page = work.after_table = False
    root = new_root("footnotes")
    for kind, number in SEPARATORS:
        note = add(root, "footnote", type=kind, id=number)
        paragraph = add_paragraph(work, note, "footnote text", after=0)
        add(add(paragraph, "r"), kind)
    for footnote in footnotes:
        _add_footnote(work, add(root, "footnote", id=footnote.number), footnote)
    part, work.part = work.part, document
    work.in_footnotes = False
    return part, root


def _add_footnote(work: Work, note: Element, footnote: Footnote) -> None:
    """One note; its mark stands before its first words."""
    match footnote.blocks:
        case (Paragraph(content=content), *rest):
            pass
        case rest:
            content = ()
    paragraph = add_paragraph(work, note, "footnote text")
    mark = add(paragraph, "r")
    add(add(mark, "rPr"), "rStyle", val=work.styles.id("footnote reference", "character"))
    add(mark, "footnoteRef")
    add_text(add(paragraph, "r"), " ")
    add_inline(work, paragraph, content)
    add_blocks(work, note, tuple(rest), _NOTE)
