"""The parts of a body that a redline compares: paragraphs, tables, rows and cells, and what a reader sees of them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from generator.document.verschil import Anders, Erbij, Gelijk, Weg
from generator.schrijvers.docx.ooxml import Element, add, qualified

if TYPE_CHECKING:
    from generator.document.verschil import Paar
    from generator.schrijvers.docx.revisions.pen import Pen
    from generator.schrijvers.docx.revisions.words import Story

P, TBL, TR, TC = map(qualified, ("p", "tbl", "tr", "tc"))
# What a reader does not see change: where a page may break, the space around, the hair between two frames.
_SILENT = [qualified(name) for name in ("keepNext", "spacing")]


def bare(pair: Paar[tuple[Story, Element]]) -> Paar[Element]:
    """The pair without the stories its sides came from."""
    match pair:
        case Gelijk(old, new):
            return Gelijk(old[1], new[1])
        case Anders(old, new):
            return Anders(old[1], new[1])
        case Weg(old):
            return Weg(old[1])
        case Erbij(new):
            return Erbij(new[1])


def separate(pen: Pen, parent: Element) -> None:
    """A paragraph between two tables, which Word would join; it came and went, so that it is in neither paper."""
    marks = add(add(add(parent, "p"), "pPr"), "rPr")
    for mark in ("ins", "del"):
        pen.stamp(marks, mark)


def content_of(cell: Element) -> list[Element]:
    """The paragraphs and tables in `cell`."""
    return [child for child in cell if child.tag in {P, TBL}]


def columns_of(table: Element) -> int:
    """How many columns `table` has."""
    return len(table.find(qualified("tblGrid")))  # type: ignore[arg-type]  # every table has one


def style_of(paragraph: Element) -> str:
    """The id of the style of `paragraph`."""
    style = next(paragraph.iter(qualified("pStyle")), None)
    return "" if style is None else style.get(qualified("val"), "")


def visible(paragraph: Element) -> bytes:
    """The properties of `paragraph` that a reader sees."""
    properties = paragraph.find(qualified("pPr"))
    if properties is None:
        return b""
    seen = deepcopy(properties)
    for silent in [child for child in seen if child.tag in _SILENT]:
        seen.remove(silent)
    for indent in seen.iter(qualified("ind")):
        indent.attrib.pop(qualified("right"), "")
    return etree.tostring(seen, method="c14n", exclusive=True)
