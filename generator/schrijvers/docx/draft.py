"""A paper on its way to a Word file: written, but not yet bytes, so that a redline can lay two beside each other.

The order of the work: the ground (empty, or the municipality's own file), the body, the notes and the margins;
and then the parts that they made: lists, values of the figures, links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.document.aanhaling import vast
from generator.schrijvers.docx import properties
from generator.schrijvers.docx.blocks import add_blocks, keep_together
from generator.schrijvers.docx.inline import PLAIN, run
from generator.schrijvers.docx.margins import add_margins, new_section, text_width
from generator.schrijvers.docx.notes import write_footnotes
from generator.schrijvers.docx.numbering import Numbering
from generator.schrijvers.docx.ooxml import Element, parse_bytes, part, serialize, written
from generator.schrijvers.docx.package import XML, Package, Part, relationship_type
from generator.schrijvers.docx.pieces import Piece, Table
from generator.schrijvers.docx.reference import load_reference
from generator.schrijvers.docx.styles import Styles
from generator.schrijvers.docx.theme import theme
from generator.schrijvers.docx.work import Work, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl
    from generator.schrijvers.docx.controls import Controls


# Word wants a paragraph after a table at the end. One of ordinary height could land on a page of its own; this is 1 pt.
_AFTER_LAST_TABLE = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


class Draft(Struct, frozen=True):
    """A paper of which every word is written.

    Attributes:
        document: the paper.
        work: what the writers shared: package, main part, styles, lists, controls.
        even: whether even pages have headers of their own.
        content: the main part.
        notes: the part of the footnotes.
        notes_content: its content.
        places: for each block of the paper where its elements begin and end in the body.
    """

    document: Document
    work: Work
    even: bool
    content: bytes
    notes: Part
    notes_content: bytes
    places: tuple[tuple[int, int], ...]


def open_draft(
    document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], logo: bytes | None, controls: Controls
) -> Draft:
    """`document`, its figures written through `controls`.

    Raises:
        SchrijfError: a picture is missing, or `huisstijl.word` is no Word file.
        ValueError: a character cannot stand in XML.
    """
    package = Package()
    if huisstijl.word is None:
        main, section, even = package.add(package.root, "officeDocument", "word/document.xml"), None, False
    else:
        reference = load_reference(package, huisstijl.word)
        main, section, even = reference.document, reference.section, reference.even
    section = new_section(huisstijl) if section is None else section
    styles = Styles(huisstijl, _root_of(package, main, "styles"))
    numbering = Numbering(_root_of(package, main, "numbering"))
    work = Work(
        huisstijl, beelden, document.meta.gemeente, logo, styles, numbering, controls, package, main,
        text_width(section), vast(document),
    )  # fmt: skip

    pieces: list[Piece] = []
    if document.meta.openbaarheid == "intern" and huisstijl.word is not None:
        # The footer of a municipality's own file stays as it is, so the mark stands at the top.
        mark = run(work, "Intern stuk: niet voor publicatie", PLAIN._replace(bold=True))
        pieces.append(paragraph(work, "Normal", mark))
    places = []
    for block in document.blocks:
        begin = len(pieces)
        add_blocks(work, pieces, (block,))
        places.append((begin, len(pieces)))
    keep_together(document.blocks, pieces, places)
    body = "".join(piece.xml() for piece in pieces)
    if isinstance(pieces[-1], Table):
        body += _AFTER_LAST_TABLE
    notes, notes_body = write_footnotes(work, document.footnotes)
    add_margins(work, section, document.meta, even=even)
    # A reader of before 2010 shows a tick box as its mark.
    content = part("document", f"<w:body>{body}{written(section)}</w:body>", ' mc:Ignorable="w14"')
    return Draft(document, work, even, content, notes, part("footnotes", notes_body), tuple(places))


def close_draft(draft: Draft, content: bytes, notes: bytes) -> bytes:
    """The file, with every part that the words of `draft` need; `content` and `notes` are its main part and notes."""
    work, meta = draft.work, draft.document.meta
    package, main = work.package, work.part
    _put(package, main, "styles", serialize(work.styles.root))
    _put(package, main, "numbering", serialize(work.numbering.finish()))
    _put(package, main, "settings", properties.settings(meta, even=draft.even))
    if work.huisstijl.word is None:
        _put(package, main, "fontTable", properties.font_table(work.huisstijl))
        package.add(main, "theme", "word/theme/theme1.xml", blob=theme(work.huisstijl))
    _add_values(package, main, work.controls)
    main.blob, draft.notes.blob = content, notes
    package.add(package.root, "core-properties", "docProps/core.xml", blob=properties.core_properties(meta))
    package.add(package.root, "extended-properties", "docProps/app.xml", blob=properties.extended_properties(meta))
    return package.to_bytes()


def _part_of(package: Package, main: Part, kind: str) -> Part | None:
    """The part of this kind that `main` refers to, or None."""
    wanted = relationship_type(kind)
    for found, target, external in main.relationships.values():
        if found == wanted and not external:
            return package.parts[target]
    return None


def _root_of(package: Package, main: Part, kind: str) -> Element | None:
    found = _part_of(package, main, kind)
    return None if found is None else parse_bytes(found.blob)


def _put(package: Package, main: Part, kind: str, blob: bytes) -> None:
    """`blob` as the part of this kind: in the one that is there, or a new one."""
    found = _part_of(package, main, kind)
    if found is None:
        package.add(main, kind, f"word/{kind}.xml", blob=blob)
    else:
        found.blob = blob


def _add_values(package: Package, main: Part, controls: Controls) -> None:
    """The part that the controls are bound to, and beside it the part with its id."""
    parts = controls.finish()
    if parts is None:
        return
    values = package.add(main, "customXml", "customXml/item{}.xml", XML, parts[0])
    package.add(values, "customXmlProps", "customXml/itemProps{}.xml", blob=parts[1])
