"""What a body is made of, paragraphs and tables, as values that turn into XML when the paper is ready.

Until then the next block may still change the last one: keep it on its page, or set it off.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from generator.schrijvers.docx.ooxml import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence


class Indent(NamedTuple):
    """Distances from the margins, in twentieths of a point; the first line stands `hanging` to the left."""

    left: int
    right: int = 0
    hanging: int = 0


class Paragraph(Struct):
    """A paragraph.

    Attributes:
        style: id of the style.
        content: XML of what stands in it.
        keep_next: on the same page as what follows.
        new_page: starts a page.
        frame: XML of the place where it stands on the page, when that is not in the line of the text.
        numbering: (level, id of the list); id 0 turns the numbering of the style off.
        borders: XML of the lines around it.
        tab: a tab stop, from the margin.
        before: distance above, where it is not that of the style.
        after: distance under, idem.
        indent: where it is not that of the style.
        align: "center" or "right".
    """

    style: str
    content: str = ""
    keep_next: bool = False
    new_page: bool = False
    frame: str = ""
    numbering: tuple[int, int] | None = None
    borders: str = ""
    tab: int = 0
    before: int | None = None
    after: int | None = None
    indent: Indent | None = None
    align: str = ""

    def xml(self) -> str:
        """As it stands in its part (§ 17.3.1.22)."""
        properties = _properties(
            self.style, self.keep_next, self.new_page, self.frame, self.numbering, self.borders, self.tab,
            self.before, self.after, self.indent, self.align,
        )  # fmt: skip
        return f"<w:p>{properties}{self.content}</w:p>"

    def last(self) -> Sequence[Paragraph]:
        """What of it stands at its end: itself."""
        return (self,)


class Cell(NamedTuple):
    """A cell; `borders` is the XML of lines of its own."""

    width: int
    paragraphs: tuple[Paragraph, ...]
    borders: str = ""

    def xml(self) -> str:
        """As it stands in its row (§ 17.4.65)."""
        own = f"<w:tcBorders>{self.borders}</w:tcBorders>" if self.borders else ""
        content = "".join([paragraph.xml() for paragraph in self.paragraphs])
        return f'<w:tc><w:tcPr><w:tcW w:w="{self.width}" w:type="dxa"/>{own}</w:tcPr>{content}</w:tc>'


class Row(NamedTuple):
    """A row that stays whole; a `head` is repeated on every page."""

    cells: tuple[Cell, ...]
    head: bool = False

    def xml(self) -> str:
        """As it stands in its table (§ 17.4.78)."""
        cells = "".join([cell.xml() for cell in self.cells])
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if self.head else ''}</w:trPr>{cells}</w:tr>"


class Table(NamedTuple):
    """A table; `properties` is the XML of how it looks and of its columns."""

    properties: str
    rows: tuple[Row, ...]

    def xml(self) -> str:
        """As it stands in its part (§ 17.4.37)."""
        return f"<w:tbl>{self.properties}{''.join([row.xml() for row in self.rows])}</w:tbl>"

    def last(self) -> Sequence[Paragraph]:
        """What of it stands at its end: the paragraphs of its last row."""
        return [paragraph for cell in self.rows[-1].cells for paragraph in cell.paragraphs]


Piece = Paragraph | Table


def keep_last(pieces: Sequence[Piece]) -> None:
    """The last two of `pieces` on the page of what follows: of a table its last row."""
    for piece in pieces[-2:]:
        for paragraph in piece.last():
            paragraph.keep_next = True


@lru_cache(maxsize=1024)  # a paper has thousands of paragraphs, and few kinds
def _properties(  # noqa: PLR0913, PLR0917 - each is one element, in the order of the schema (§ 17.3.1.26)
    style: str, keep_next: bool, new_page: bool, frame: str, numbering: tuple[int, int] | None, borders: str,  # noqa: FBT001
    tab: int, before: int | None, after: int | None, indent: Indent | None, align: str,
) -> str:  # fmt: skip
    distances = (("before", before), ("after", after))
    spacing = "".join(f' w:{side}="{distance}"' for side, distance in distances if distance is not None)
    parts = [
        f'<w:pStyle w:val="{attribute(style)}"/>',
        "<w:keepNext/>" if keep_next else "",
        "<w:pageBreakBefore/>" if new_page else "",
        frame,
        f'<w:numPr><w:ilvl w:val="{numbering[0]}"/><w:numId w:val="{numbering[1]}"/></w:numPr>' if numbering else "",
        borders,
        f'<w:tabs><w:tab w:val="left" w:pos="{tab}"/></w:tabs>' if tab else "",
        f"<w:spacing{spacing}/>" if spacing else "",
        f'<w:ind w:left="{indent.left}" w:right="{indent.right}" w:hanging="{indent.hanging}"/>' if indent else "",
        f'<w:jc w:val="{align}"/>' if align else "",
    ]
    return f"<w:pPr>{''.join(parts)}</w:pPr>"
