"""What the writers of blocks share while one paper is written: where they are and what was promised for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from msgspec import Struct, field

from generator.schrijvers.docx.pieces import Indent, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.huisstijl import Huisstijl
    from generator.schrijvers.docx.controls import Controls
    from generator.schrijvers.docx.numbering import Numbering
    from generator.schrijvers.docx.package import Package, Part
    from generator.schrijvers.docx.styles import Styles

AFTER_TABLE = 200  # twentieths of a point between a table and the words under it: a table has no space of its own


class Frame(NamedTuple):
    """How the blocks of one part are set.

    Attributes:
        style: style of its ordinary paragraphs.
        indent: from where its lists start.
        borders: XML of the lines beside and around its lists; its paragraphs have them from their style.
        distance: above and under each item of a list, where it is not that of the style.
    """

    style: str = "Normal"
    indent: Indent = Indent(0)
    borders: str = ""
    distance: int | None = None


class Work(Struct):
    """One paper being written.

    Attributes:
        gemeente: whose paper it is.
        logo: the logo of the house style as PNG, or None.
        width: text width, in twentieths of a point.
        locked: the facts that may not be changed in Word, by path: computed, or in the words of another.
        part: the part that is written now; links and pictures become its relationships.
        in_footnotes: a note cannot refer to a note.
        new_page: the next paragraph starts a page.
        after_table: the next paragraph keeps its distance from the table before it.
        looks: the properties of each kind of run, as XML, by what they are made of.
    """

    huisstijl: Huisstijl
    beelden: Mapping[str, bytes]
    gemeente: str
    logo: bytes | None
    styles: Styles
    numbering: Numbering
    controls: Controls
    package: Package
    part: Part
    width: int
    locked: frozenset[str]
    in_footnotes: bool = False
    new_page: bool = False
    after_table: bool = False
    notes: set[int] = field(default_factory=set)
    bookmarks: int = 0
    questions: int = 0
    drawings: int = 0
    looks: dict[tuple[object, ...], str] = field(default_factory=dict)


class Looks(TypedDict, total=False):
    """How a paragraph differs from its style; see `Paragraph`."""

    keep_next: bool
    frame: str
    numbering: tuple[int, int] | None
    borders: str
    tab: int
    before: int | None
    after: int | None
    indent: Indent | None
    align: str


def paragraph(work: Work, style: str, content: str = "", **looks: Unpack[Looks]) -> Paragraph:
    """A paragraph in the style called `style`; a page break or a distance that was promised is made good here."""
    made = Paragraph(work.styles.id(style), content, new_page=work.new_page, **looks)
    if work.after_table and made.before is None and style in _CLOSE_ABOVE:
        made.before = AFTER_TABLE
    work.new_page = work.after_table = False
    return made


_CLOSE_ABOVE = {"Normal", "List Bullet", "List Number", "Quote", "Kader"}  # styles without space above
