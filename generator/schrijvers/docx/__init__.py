"""A paper as a Word file, built part by part so that nothing stands in it that we did not put there.

The front door is `write`. The order of the work: the ground (empty, or the municipality's own file), the
body, the notes, and then the parts that the body made: lists, values of the figures, links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.nodes import Block, Cijfer, Text
from generator.document.walk import walk
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.docx import properties
from generator.schrijvers.docx.blocks import add_blocks
from generator.schrijvers.docx.controls import Controls
from generator.schrijvers.docx.margins import add_margins, new_section, text_width
from generator.schrijvers.docx.notes import add_footnotes
from generator.schrijvers.docx.numbering import Numbering
from generator.schrijvers.docx.ooxml import Element, add, new_root, parse_bytes, qualified, serialize
from generator.schrijvers.docx.package import XML, Package, Part, relationship_type
from generator.schrijvers.docx.reference import load_reference
from generator.schrijvers.docx.styles import Styles
from generator.schrijvers.docx.theme import theme
from generator.schrijvers.docx.work import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 § 2.2


def write(document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], logo: bytes | None = None) -> bytes:
    """`document` as a Word file (.docx), the same bytes for the same arguments.

    Args:
        document: the paper.
        huisstijl: the house style; its `word`, when there is one, gives styles, page, headers and footers.
        beelden: a PNG of 200 dots per inch for the label of every time line and chart.
        logo: the logo of the house style as PNG; not used on a municipality's own `word`, which has its own.

    Raises:
        SchrijfError: a picture is missing, a character cannot stand in XML, or `huisstijl.word` is no Word file.
    """
    try:
        return _write(document, huisstijl, beelden, logo)
    except ValueError as error:  # lxml refused a character; only now it is worth looking for which
        fouten = tuple(_impossible_characters(document))
        if not fouten:
            raise
        raise SchrijfError(*fouten) from error


def _write(document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], logo: bytes | None) -> bytes:
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
        huisstijl, beelden, document.meta.gemeente, logo, styles, numbering, Controls(), package, main,
        text_width(section),
    )  # fmt: skip

    root = new_root("document")
    root.set(qualified("mc:Ignorable"), "w14")  # a reader of before 2010 shows a tick box as its mark
    body = add(root, "body")
    add_blocks(work, body, document.blocks)
    if body[-1].tag == qualified("tbl"):
        add(body, "p")  # Word wants a paragraph after a table at the end
    notes, notes_root = add_footnotes(work, document.footnotes)
    add_margins(work, section, document.meta, even=even)
    body.append(section)

    _put(package, main, "styles", serialize(styles.root))
    _put(package, main, "numbering", serialize(numbering.finish()))
    _put(package, main, "settings", properties.settings(document.meta, even=even))
    if huisstijl.word is None:
        _put(package, main, "fontTable", properties.font_table(huisstijl))
        package.add(main, "theme", "word/theme/theme1.xml", blob=theme(huisstijl))
    _add_values(package, main, work.controls)
    main.blob, notes.blob = serialize(root), serialize(notes_root)
    package.add(package.root, "core-properties", "docProps/core.xml", blob=properties.core_properties(document.meta))
    package.add(
        package.root, "extended-properties", "docProps/app.xml", blob=properties.extended_properties(document.meta)
    )
    return package.to_bytes()


def _part_of(package: Package, main: Part, kind: str) -> Part | None:
    """The part of this kind that `main` refers to, or None."""
    wanted = relationship_type(kind)
    for found, target, external in main.relationships.values():
        if found == wanted and not external:
            return package.parts[target]
    return None


def _root_of(package: Package, main: Part, kind: str) -> Element | None:
    part = _part_of(package, main, kind)
    return None if part is None else parse_bytes(part.blob)


def _put(package: Package, main: Part, kind: str, blob: bytes) -> None:
    """`blob` as the part of this kind: in the one that is there, or a new one."""
    part = _part_of(package, main, kind)
    if part is None:
        package.add(main, kind, f"word/{kind}.xml", blob=blob)
    else:
        part.blob = blob


def _add_values(package: Package, main: Part, controls: Controls) -> None:
    """The part that the controls are bound to, and beside it the part with its id."""
    parts = controls.finish()
    if parts is None:
        return
    values = package.add(main, "customXml", "customXml/item{}.xml", XML, parts[0])
    package.add(values, "customXmlProps", "customXml/itemProps{}.xml", blob=parts[1])


def _impossible_characters(document: Document) -> list[Fout]:
    """What XML cannot hold in `document`, named by its fact or its place."""
    fouten = []
    plaats = Plaats("")
    for node in walk(document):
        if isinstance(node, Block):
            plaats = Plaats(node.herkomst.bestand, node.herkomst.regel)
        if isinstance(node, Text | Cijfer) and (teken := _NOT_IN_XML.search(node.text)):
            wie = f"het feit ‘{node.pad}’" if isinstance(node, Cijfer) else "de tekst"
            gevonden = f"{wie} bevat een stuurteken (U+{ord(teken[0]):04X}) dat niet in een Word-bestand kan"
            fouten.append(Fout(plaats, gevonden, raad="haal het teken weg"))
    return fouten
