"""Our styles as a table: for each what Word calls it, what it is based on, and what it looks like."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.schrijvers.docx.ooxml import colour

if TYPE_CHECKING:
    from generator.huisstijl import Huisstijl

NATURAL_LINE = 1.22  # height of a line of Calibri and Carlito, in sizes: what Word calls single spacing
HEADINGS = 5  # Word's "heading 1" is level 2 of the tree: level 1 is the subject, and has style Title
FRAME = (227, 113)  # indentation of a frame at the left and right, in twentieths of a point
_OPEN = "FFF2A8"  # behind what is still to be filled in; yellow in every house style, as a marker is


class Style(Struct, frozen=True):
    """One style as a row of the table below; `name` is what Word calls it in the file."""

    kind: str
    name: str
    based: str = ""
    paragraph: str = ""
    run: str = ""
    following: str = ""
    extra: str = ""


def size(points: float) -> str:
    """A size in points as Word writes it, in half points, for Latin and for other scripts."""
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def frame_borders(huisstijl: Huisstijl, *, top: bool = False, between: int = 3) -> str:
    """Borders and tint of a framed paragraph: a bar at the left; the other lines are tint, so that they pad.

    Only the `top` paragraph of a frame has a line above it: LibreOffice prints the lines between paragraphs twice.
    `between` is the distance in points from such a line to the words.
    """
    tint, bar = colour(huisstijl.kleuren["vlak"]), colour(huisstijl.kleuren["accent"])
    lines = {"top": (tint, 2, 4)} if top else {}
    lines |= {"left": (bar, 24, 8), "bottom": (tint, 2, 3), "right": (tint, 2, 5), "between": (tint, 2, between)}
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{line}"/>'
        for side, (line, width, space) in lines.items()
    )
    return f'<w:pBdr>{borders}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'


def _answer_border(huisstijl: Huisstijl) -> str:
    """The frame around a question and its answers: Word joins the frames of paragraphs that are alike."""
    line = f'w:val="single" w:sz="6" w:color="{colour(huisstijl.kleuren["accent"])}"'
    sides = "".join(
        f'<w:{side} {line} w:space="{space}"/>'
        for side, space in (("top", 3), ("left", 5), ("bottom", 3), ("right", 5))
    )
    return f"<w:pBdr>{sides}</w:pBdr>"


def quote_border(huisstijl: Huisstijl) -> str:
    """The line at the left of a quotation."""
    line = colour(huisstijl.kleuren["lijn"])
    return f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="{line}"/></w:pBdr>'


def style_table(huisstijl: Huisstijl) -> tuple[Style, ...]:
    """Every style a paper can use, made from the tokens of the house style."""
    corps, kleuren = huisstijl.corps, huisstijl.kleuren
    accent = f'<w:color w:val="{colour(kleuren["accent"])}"/>'
    soft = f'<w:color w:val="{colour(kleuren["zacht"])}"/>'
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(kleuren["vlak"])}"/>'
    line = f'w:val="single" w:sz="4" w:color="{colour(kleuren["lijn"])}"'
    strong = f'w:val="single" w:sz="8" w:color="{colour(kleuren["accent"])}"'
    table_line = round(240 * 1.15 / NATURAL_LINE)
    small = size(corps["klein"])
    # Between the two, and down to a half point: what fits in a column of the PDF must fit in Word.
    table_text = size(math.floor(corps["tekst"] + corps["klein"]) / 2)
    frame = frame_borders(huisstijl)
    # Word adds the space under a paragraph to that above the next.
    heads = {1: (corps["kop1"], 300), 2: (corps["kop2"], 220), 3: (corps["kop3"], 200)}

    def spacing(before: int, after: int) -> str:
        return f'<w:spacing w:before="{before}" w:after="{after}"/>'

    def heading(level: int) -> Style:
        points, before = heads.get(level, heads[3])
        return Style(
            "paragraph", f"heading {level}", "Normal",
            f'<w:keepNext/><w:keepLines/>{spacing(before, 100)}<w:outlineLvl w:val="{level - 1}"/>',
            f"<w:b/><w:bCs/>{'<w:i/><w:iCs/>' if level > 3 else ''}{accent}{size(points)}", "Normal",
        )  # fmt: skip

    return (
        Style("paragraph", "Normal", paragraph="<w:widowControl/>"),
        Style("character", "Default Paragraph Font"),
        Style("table", "Normal Table", extra=_TABLE_DEFAULTS),
        Style("numbering", "No List"),
        Style("paragraph", "Title", "Normal", f"<w:keepNext/><w:keepLines/>{spacing(0, 240)}",
               f"<w:b/><w:bCs/>{accent}{size(corps['titel'])}", "Normal"),
        Style("paragraph", "Subtitle", "Normal", f"<w:keepNext/>{spacing(0, 40)}",
               f'{soft}<w:spacing w:val="10"/>{size(corps["kop2"])}', "Title"),
        *(heading(level) for level in range(1, HEADINGS + 1)),
        Style("paragraph", "caption", "Normal", f"<w:keepLines/>{spacing(100, 80)}",
               f"<w:b/><w:bCs/>{accent}{table_text}", "Normal"),
        Style("paragraph", "List Bullet", "Normal", f"{spacing(0, 60)}"),
        Style("paragraph", "List Number", "Normal", f"{spacing(0, 60)}"),
        Style("paragraph", "Quote", "Normal",
               f"{quote_border(huisstijl)}"
               '<w:ind w:left="567" w:right="567"/>'),
        Style("paragraph", "header", "Normal", spacing(0, 0), f"{soft}{small}"),
        Style("paragraph", "footer", "Normal", f'<w:pBdr><w:top {line} w:space="6"/></w:pBdr>{spacing(0, 0)}',
               f"{soft}{small}"),
        Style("paragraph", "footnote text", "Normal", f"{spacing(0, 40)}", small),
        Style("character", "footnote reference", "Default Paragraph Font", run='<w:vertAlign w:val="superscript"/>'),
        Style("character", "Hyperlink", "Default Paragraph Font", run=f'{accent}<w:u w:val="single"/>'),
        Style("paragraph", "Kenmerk", "Normal",
               f'<w:pBdr><w:top {strong} w:space="5"/><w:bottom {line} w:space="5"/></w:pBdr>{spacing(0, 20)}'),
        Style("paragraph", "Kader", "Normal",
               f'{frame}{spacing(0, 0)}<w:ind w:left="{FRAME[0]}" w:right="{FRAME[1]}"/>'),
        Style("paragraph", "Antwoord", "Normal",
               f"<w:keepLines/>{_answer_border(huisstijl)}{spacing(0, 20)}", size(corps["tekst"] - 0.5)),
        Style("paragraph", "Vraag", "Antwoord",
               f"<w:keepNext/>{_answer_border(huisstijl)}{tint}{spacing(100, 60)}",
               f"<w:b/><w:bCs/>{size(corps['tekst'])}"),
        Style("paragraph", "Bron bij citaat", "Normal", f'{spacing(0, 160)}<w:ind w:left="567" w:right="567"/>',
               f"{soft}{small}"),
        Style("paragraph", "Tabeltekst", "Normal",
               f'<w:spacing w:before="50" w:after="50" w:line="{table_line}" w:lineRule="auto"/>', table_text),
        Style("paragraph", "Tabelkop", "Tabeltekst", "<w:keepNext/>", f"<w:b/><w:bCs/>{accent}"),
        Style("paragraph", "Tabelrijkop", "Tabeltekst", run="<w:b/><w:bCs/>"),
        Style("paragraph", "Tabeltotaal", "Tabeltekst", run="<w:b/><w:bCs/>"),
        Style("paragraph", "Tabelnoot", "Normal", f"{spacing(60, 200)}", f"{soft}{small}"),
        Style("paragraph", "Tabelgrond", "Tabeltekst", spacing(0, 50), run=f"{soft}{small}"),
        Style("paragraph", "Briefkenmerk", "Normal", spacing(0, 20)),
        Style("paragraph", "Afzender", "Normal", spacing(0, 0), f"<w:b/><w:bCs/>{accent}"),
        Style("paragraph", "Geadresseerde", "Normal", spacing(0, 0)),
        Style("paragraph", "Briefonderwerp", "Title", spacing(0, 240), size(corps["kop1"])),
        Style("paragraph", "Figuur", "Normal", f"<w:keepNext/>{spacing(160, 0)}"),
        Style("paragraph", "Ondertekening", "Normal", f"<w:keepLines/>{spacing(0, 0)}"),
        Style("character", "Open plek", "Default Paragraph Font",
               run=f'<w:shd w:val="clear" w:color="auto" w:fill="{_OPEN}"/>'),
        Style("table", "Stuktabel", "Normal Table", extra=(
            f'<w:tblPr><w:tblBorders><w:top {line} w:space="0"/><w:bottom {line} w:space="0"/>'
            f'<w:insideH {line} w:space="0"/></w:tblBorders>'
            '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(kleuren["vlak"])}"/>'
            "</w:tcPr></w:tblStylePr>")),
    )  # fmt: skip


_TABLE_DEFAULTS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
