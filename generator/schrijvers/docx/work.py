"""What the writers of blocks share while one paper is written: where they are and what was promised for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from generator.schrijvers.docx.ooxml import Element, add, add_copy, parse, pattern, qualified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.huisstijl import Huisstijl
    from generator.schrijvers.docx.controls import Controls
    from generator.schrijvers.docx.numbering import Numbering
    from generator.schrijvers.docx.package import Package, Part
    from generator.schrijvers.docx.styles import Styles

AFTER_TABLE = 200  # twentieths of a point between a table and the words under it: a table has no space of its own


class Indent(NamedTuple):
    """Distances from the margins, in twentieths of a point; the first line stands `hanging` to the left."""

    left: int
    right: int = 0
    hanging: int = 0


class Frame(NamedTuple):
    """How the blocks of one part are set.

    Attributes:
        style: style of its ordinary paragraphs.
        indent: from where its lists start.
        borders: XML of the lines beside and around its lists; its paragraphs have them from their style.
        distance: above and under each item of a list, where it is not that of the style.
        locked: whether its figures may not be changed in Word, because the words are another's.
    """

    style: str = "Normal"
    indent: Indent = Indent(0)
    borders: str = ""
    distance: int | None = None
    locked: bool = False


class Work(Struct):
    """One paper being written.

    Attributes:
        gemeente: whose paper it is.
        logo: the logo of the house style as PNG, or None.
        width: text width, in twentieths of a point.
        part: the part that is written now; links and pictures become its relationships.
        in_footnotes: a note cannot refer to a note.
        new_page: the next paragraph starts a page.
        after_table: the next paragraph keeps its distance from the table before it.
        patterns: an element of each kind that comes back hundreds of times, by what it is made of.
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
    in_footnotes: bool = False
    new_page: bool = False
    after_table: bool = False
    notes: set[int] = field(default_factory=set)
    bookmarks: int = 0
    questions: int = 0
    drawings: int = 0
    patterns: dict[tuple[object, ...], Element] = field(default_factory=dict)


def add_paragraph(  # noqa: PLR0913 - each is one element, in the order of the schema
    work: Work,
    parent: Element,
    style: str,
    *,
    keep_next: bool = False,
    numbering: tuple[int, int] | None = None,
    borders: str = "",
    tab: int = 0,
    before: int | None = None,
    after: int | None = None,
    indent: Indent | None = None,
    align: str = "",
) -> Element:
    """A new paragraph in `parent`, with its properties in the order of the schema (§ 17.3.1.26).

    Args:
        work: the paper; a page break or a distance that was promised is made good here.
        parent: body, cell or note.
        style: name of the style.
        keep_next: on the same page as what follows.
        numbering: (level, id of the list); id 0 turns the numbering of the style off.
        borders: XML of a frame.
        tab: a tab stop, from the margin.
        before: distance above, where it is not that of the style.
        after: distance under, idem.
        indent: where it is not that of the style.
        align: "center" or "right".
    """
    if work.after_table and before is None and style in _CLOSE_ABOVE:
        before = AFTER_TABLE
    looks = (work.styles.id(style), keep_next, work.new_page, numbering, borders, tab, before, after, indent, align)
    work.new_page = work.after_table = False
    if (model := work.patterns.get(looks)) is None:
        model = work.patterns[looks] = _paragraph(*looks)
    return add_copy(parent, model)


def _paragraph(  # noqa: PLR0913, PLR0917 - idem
    style: str, keep_next: bool, new_page: bool, numbering: tuple[int, int] | None, borders: str, tab: int,  # noqa: FBT001
    before: int | None, after: int | None, indent: Indent | None, align: str,
) -> Element:  # fmt: skip
    paragraph = pattern("p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style)
    if keep_next:
        add(properties, "keepNext")
    if new_page:
        add(properties, "pageBreakBefore")
    if numbering:
        number = add(properties, "numPr")
        add(number, "ilvl", val=numbering[0])
        add(number, "numId", val=numbering[1])
    if borders:
        properties.extend(parse(f"<w:pPr>{borders}</w:pPr>"))
    if tab:
        add(add(properties, "tabs"), "tab", val="left", pos=tab)
    distances = {key: value for key, value in (("before", before), ("after", after)) if value is not None}
    if distances:
        add(properties, "spacing", **distances)
    if indent:
        add(properties, "ind", **indent._asdict())
    if align:
        add(properties, "jc", val=align)
    return paragraph


def keep_last(parent: Element) -> None:
    """The last two blocks of `parent` on the page of what follows: of a table its last row."""
    for block in list(parent)[-2:]:
        last = block.findall(qualified("tr"))[-1:] or [block]
        for paragraph in last[0].iter(qualified("p")):
            if paragraph[0].find(qualified("keepNext")) is None:
                paragraph[0].insert(1, paragraph[0].makeelement(qualified("keepNext")))


_CLOSE_ABOVE = {"Normal", "List Bullet", "List Number", "Quote", "Kader"}  # styles without space above
