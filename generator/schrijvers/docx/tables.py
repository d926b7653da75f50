"""Tables that read aloud well: a header row that repeats, rows that stay whole, a caption, a description."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document import nodes
from generator.document.walk import plain_text
from generator.schrijvers.docx.inline import bookmark, bookmark_of, inline, run
from generator.schrijvers.docx.ooxml import attribute, colour
from generator.schrijvers.docx.pieces import Cell, Indent, Piece, Row, Table
from generator.schrijvers.docx.work import Work, paragraph
from generator.schrijvers.zethoogte import blijft_heel

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = re.compile(r"(\d{1,2}\u00a0[a-z]+)\u00a0(\d{4})")
_WIDEST = 0.62 * 20  # width of a character in a wide sans, in twentieths of a point for each point of its size
_APART = 140  # twentieths of a point between a number at the right of its cell and the words of the next
_NO_MARGINS = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))


def add_table(work: Work, parent: list[Piece], node: nodes.Table) -> None:
    """The caption, the table and its note."""
    caption = f"{bookmark(work, bookmark_of(node.label))}{run(work, f'Tabel {node.number}. ')}"
    parent.append(paragraph(work, "caption", caption + inline(work, node.caption), keep_next=True))
    names = ", ".join(plain_text(cell.content) for cell in node.header.cells)
    description = (plain_text(node.caption), f"Kolommen: {names}.")
    columns = widths_of(work, node.widths)
    rows = [_row(work, node.header, columns, keep_next=True, head=True)]
    whole, count = blijft_heel(node), len(node.rows)
    for number, row in enumerate(node.rows, start=1):
        # The first row stays with the header, the last but one with the last: no row stands alone on a page.
        near = whole or number in {1, count - 1} or (number == count and bool(node.note))
        rows.append(_row(work, row, columns, keep_next=near and (number < count or bool(node.note))))
    row_headers = any(cell.header for row in node.rows for cell in row.cells)
    parent.append(table(work, columns, description, rows, row_headers=row_headers))
    if node.note:
        parent.append(paragraph(work, "Tabelnoot", inline(work, node.note)))
    else:
        work.after_table = True


def table(  # noqa: PLR0913 - what a table is made of
    work: Work,
    columns: list[int],
    description: tuple[str, str],
    rows: Iterable[Row],
    *,
    row_headers: bool,
    style: str = "Stuktabel",
) -> Table:
    """A table over the full text width; `columns` are the widths of `widths_of`.

    `description` is its title and what a screen reader adds; a table without `style` only places what is in it.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    margins = "" if style else f"<w:tblCellMar>{_NO_MARGINS}</w:tblCellMar>"
    look = "04A0" if row_headers else "0420" if style else "0400"
    title, more = map(attribute, description)
    properties = (
        f'<w:tblPr><w:tblStyle w:val="{attribute(work.styles.id(style or "Normal Table", "table"))}"/>'
        f'<w:tblW w:w="{work.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'{margins}<w:tblLook w:val="{look}" w:firstRow="{int(bool(style))}" w:lastRow="0" '
        f'w:firstColumn="{int(row_headers)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{more}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return Table(properties, tuple(rows))


def widths_of(work: Work, parts: tuple[int, ...]) -> list[int]:
    """Widths in the proportion of `parts`, in whole twentieths of a point, that sum to the text width."""
    edges = [0]
    for part in parts:
        edges.append(edges[-1] + part)
    places = [work.width * edge // edges[-1] for edge in edges]
    return [right - left for left, right in itertools.pairwise(places)]


def _breakable(content: tuple[nodes.Inline, ...], width: int, size: float) -> tuple[nodes.Inline, ...]:
    """What stands in a cell: a lone date may break before its year when the cell is too narrow for a wide font.

    Where the font of the house is missing another takes its place, and a date that may not break at all is cut inside a
    word. The font of the house keeps it on one line.
    """
    match content:
        case (nodes.Cijfer(text) as cijfer,) if len(text) * size * _WIDEST > width and (dag := _DAY.fullmatch(text)):
            return (replace(cijfer, text=f"{dag[1]} {dag[2]}"),)
        case _:
            return content


def _row(work: Work, row: nodes.Row, columns: list[int], *, keep_next: bool, head: bool = False) -> Row:
    # A style and no bold runs: LibreOffice prints a figure in a control in the look of its paragraph.
    line = colour(work.huisstijl.kleuren["accent"])
    above = f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{line}"/>' if row.total else ""
    cells = []
    for part, following, width in zip(row.cells, (*row.cells[1:], None), columns, strict=True):
        own = "Tabeltotaal" if row.total else "Tabelrijkop" if part.header else "Tabeltekst"
        style, align = "Tabelkop" if head else own, "" if part.align == "left" else part.align
        content = _breakable(part.content, width, work.huisstijl.corps["tekst"])
        meets = align == "right" and following is not None and following.align != "right"
        indent = Indent(0, _APART) if meets else None
        words = paragraph(work, style, inline(work, content), keep_next=keep_next, align=align, indent=indent)
        cells.append(Cell(width, (words,), above))
    return Row(tuple(cells), head)
