"""Tables that read aloud well: a header row that repeats, rows that stay whole, a caption, a description."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from generator.document.walk import plain_text
from generator.schrijvers.docx.inline import add_bookmark, add_inline, add_run, bookmark_of
from generator.schrijvers.docx.ooxml import Element, add, add_copy, colour, pattern
from generator.schrijvers.docx.work import Work, add_paragraph
from generator.schrijvers.zethoogte import blijft_heel

if TYPE_CHECKING:
    from generator.document.nodes import Row, Table


def add_table(work: Work, parent: Element, table: Table) -> None:
    """The caption, the table and its note."""
    caption = add_paragraph(work, parent, "caption", keep_next=True)
    add_bookmark(work, caption, bookmark_of(table.label))
    add_run(work, caption, f"Tabel {table.number}. ")
    add_inline(work, caption, table.caption)
    columns = ", ".join(plain_text(cell.content) for cell in table.header.cells)
    description = (plain_text(table.caption), f"Kolommen: {columns}.")
    row_headers = any(cell.header for row in table.rows for cell in row.cells)
    element, widths = open_table(work, parent, table.widths, description, row_headers=row_headers)
    _add_row(work, element, table.header, widths, keep_next=True, head=True)
    whole, count = blijft_heel(table), len(table.rows)
    for number, row in enumerate(table.rows, start=1):
        # The first row stays with the header, the last but one with the last: no row stands alone on a page.
        near = whole or number in {1, count - 1} or (number == count and bool(table.note))
        _add_row(work, element, row, widths, keep_next=near and (number < count or bool(table.note)))
    if table.note:
        note = add_paragraph(work, parent, "Tabelnoot")
        add_inline(work, note, table.note)
    else:
        work.after_table = True


def open_table(  # noqa: PLR0913 - what a table is made of
    work: Work,
    parent: Element,
    widths: tuple[int, ...],
    description: tuple[str, str],
    *,
    row_headers: bool,
    style: str = "Stuktabel",
) -> tuple[Element, list[int]]:
    """A table without rows over the full text width, and the widths of its columns in twentieths of a point.

    `description` is its title and what a screen reader adds; a table without `style` only places what is in it.
    """
    element = add(parent, "tbl")
    properties = add(element, "tblPr")
    add(properties, "tblStyle", val=work.styles.id(style or "Normal Table", "table"))
    add(properties, "tblW", w=work.width, type="dxa")
    add(properties, "tblLayout", type="fixed")
    if not style:
        margins = add(properties, "tblCellMar")
        for side in ("left", "right"):
            add(margins, side, w=0, type="dxa")
    add(
        properties, "tblLook",
        val="04A0" if row_headers else "0420" if style else "0400",
        firstRow=int(bool(style)), lastRow=0, firstColumn=int(row_headers), lastColumn=0, noHBand=0, noVBand=1,
    )  # fmt: skip
    add(properties, "tblCaption", val=description[0])
    add(properties, "tblDescription", val=description[1])
    columns = _columns(work.width, widths)
    grid = add(element, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=column)
    return element, columns


def open_row(table: Element, *, head: bool = False) -> Element:
    """A row without cells that stays whole; a `head` is repeated on every page."""
    row = add(table, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if head:
        add(properties, "tblHeader")
    return row


def open_cell(row: Element, width: int) -> Element:
    """A cell without paragraphs."""
    return add_copy(row, _cell(width))


@cache
def _cell(width: int) -> Element:
    cell = pattern("tc")
    add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
    return cell


def _columns(width: int, widths: tuple[int, ...]) -> list[int]:
    """Whole widths in the proportion of `widths` that sum to `width`."""
    edges = [0]
    for part in widths:
        edges.append(edges[-1] + part)
    places = [width * edge // edges[-1] for edge in edges]
    return [right - left for left, right in itertools.pairwise(places)]


def _add_row(  # noqa: PLR0913 - idem
    work: Work, table: Element, row: Row, columns: list[int], *, keep_next: bool, head: bool = False
) -> None:
    element = open_row(table, head=head)
    # A style and no bold runs: LibreOffice prints a figure in a control in the look of its paragraph.
    for cell, width in zip(row.cells, columns, strict=True):
        style = "Tabelkop" if head else "Tabeltotaal" if row.total else "Tabelrijkop" if cell.header else "Tabeltekst"
        box = open_cell(element, width)
        if row.total:
            line = colour(work.huisstijl.kleuren["accent"])
            add(add(box[0], "tcBorders"), "top", val="single", sz=8, space=0, color=line)
        align = "" if cell.align == "left" else cell.align
        paragraph = add_paragraph(work, box, style, keep_next=keep_next, align=align)
        add_inline(work, paragraph, cell.content)
