"""Every block of the tree as paragraphs, lists, tables and pictures."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from generator.document.nodes import (
    Argument,
    Artikel,
    Beslispunten,
    Briefhoofd,
    BulletList,
    Citaat,
    Grafiek,
    Heading,
    Kader,
    Kop,
    Lid,
    NumberedList,
    Ondertekening,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Tijdlijn,
    Toetslijst,
    Vraagpunt,
)
from generator.schrijvers.docx import pieces
from generator.schrijvers.docx.delen import add_briefhoofd, add_checklist
from generator.schrijvers.docx.inline import TAB, bookmark, bookmark_of, inline, run
from generator.schrijvers.docx.numbering import LEVELS, STEP
from generator.schrijvers.docx.parts import add_kop, add_ondertekening, add_vraagpunt
from generator.schrijvers.docx.pictures import add_picture
from generator.schrijvers.docx.pieces import Indent, Piece
from generator.schrijvers.docx.styletable import FRAME, HEADINGS, frame_borders, quote_border
from generator.schrijvers.docx.tables import add_table
from generator.schrijvers.docx.work import Frame, Work, paragraph
from generator.schrijvers.zethoogte import blijft_heel, is_korte_lijst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.nodes import Blok

_CITAAT = Indent(567, 567)  # as in its style
_AFTER_FRAME = 240
_AFTER_LIST = 120
_NEAR_SIGNATURE = 4  # blocks: between the last article and the signatures may stand attachments, with their heading
BODY = Frame()


def add_blocks(work: Work, parent: list[Piece], blocks: tuple[Blok, ...], frame: Frame = BODY, depth: int = 0) -> None:  # noqa: C901, PLR0912 - one case per node
    """`blocks` at the end of `parent`; `depth` counts the lists around them."""
    for block, following in zip_longest(blocks, blocks[1:]):
        match block:
            case Heading():
                _add_heading(work, parent, block)
            case Paragraph(content=content):
                indent = Indent(frame.indent.left + STEP * depth, frame.indent.right) if depth else None
                words = inline(work, content)
                leads_in = isinstance(following, BulletList | NumberedList)
                parent.append(paragraph(work, frame.style, words, keep_next=leads_in, indent=indent))
            case BulletList(items) | NumberedList(items):
                number, begin = work.numbering.bullets, len(parent)
                if isinstance(block, NumberedList):
                    number = work.numbering.restart(min(depth, LEVELS - 1), block.start, letters=block.letters)
                _add_list(work, parent, [(item.label, item.blocks) for item in items], number, frame, depth)
                if not depth and is_korte_lijst(block):
                    _keep(parent[begin:-1])
            case Table():
                add_table(work, parent, block)
            case Kop():
                add_kop(work, parent, block)
            case Kader():
                _add_kader(work, parent, block)
            case Citaat():
                _add_citaat(work, parent, block)
            case Vraagpunt():
                add_vraagpunt(work, parent, block)
            case Ondertekening():
                add_ondertekening(work, parent, block)
            case Tijdlijn() | Grafiek():
                add_picture(work, parent, block)
            case Beslispunten(punten):
                number = work.numbering.restart(min(depth, LEVELS - 1), punten[0].nummer)
                _add_list(work, parent, [(punt.label, punt.blocks) for punt in punten], number, frame, depth)
            case Argument():
                _add_heading(work, parent, Heading(block.level, block.bewering, block.label, block.nummer))
                add_blocks(work, parent, block.blocks, frame, depth)
            case Artikel():
                _add_artikel(work, parent, block)
            case Toetslijst():
                _add_heading(work, parent, Heading(block.level, block.titel, block.label))
                add_checklist(work, parent, block)
            case Briefhoofd():
                add_briefhoofd(work, parent, block)
            case PageBreak():
                work.new_page = True
            case _:
                assert_never(block)


def keep_together(blocks: Sequence[Blok], made: Sequence[Piece], places: Sequence[tuple[int, int]]) -> None:
    """The last article on the page of the signatures, and words that lead in to a list on the page of that list.

    What is signed does not stand a page away. `places` says of each of `blocks` where it begins and ends in `made`.
    """
    for place, block in enumerate(blocks):
        following = blocks[place + 1 : place + 1 + _NEAR_SIGNATURE]
        signed = any(isinstance(other, Ondertekening) for other in following)
        leads_in = isinstance(block, Paragraph) and isinstance(next(iter(following), None), BulletList | NumberedList)
        if leads_in or (isinstance(block, Artikel) and blijft_heel(block) and signed):
            _keep(made[slice(*places[place])])


def _keep(made: Sequence[Piece]) -> None:
    """Each of these paragraphs on the page of what follows."""
    for piece in made:
        for part in piece.last():
            part.keep_next = True


def _heading_style(level: int) -> str:
    """The style of a heading; the subject of the paper, level 1, is its title."""
    return f"heading {min(max(level - 1, 1), HEADINGS)}"


def _no_numbering(work: Work, style: str) -> tuple[int, int] | None:
    """The tree numbers, so a style of the municipality that numbers too is told not to."""
    return (0, 0) if work.styles.numbers(style) else None


def _add_heading(work: Work, parent: list[Piece], heading: Heading) -> pieces.Paragraph:
    """A heading with its number as text, and what it became."""
    style = _heading_style(heading.level)
    indent = None
    if heading.number and len(heading.number) <= len("10.10"):
        hang = 567 if len(heading.number) <= len("3.2") else 794
        indent = Indent(hang, hanging=hang)
    content = bookmark(work, bookmark_of(heading.label))
    if heading.number:
        content += run(work, heading.number) + TAB
    content += inline(work, heading.content)
    made = paragraph(work, style, content, numbering=_no_numbering(work, style), indent=indent)
    parent.append(made)
    return made


def _add_list(  # noqa: PLR0913, PLR0917 - what a list is made of
    work: Work,
    parent: list[Piece],
    items: Sequence[tuple[str, tuple[Blok, ...]]],
    number: int,
    frame: Frame,
    depth: int,
) -> None:
    """The items of a list, each with its label, which may be empty; `number` is the id of the list."""
    level = min(depth, LEVELS - 1)
    style = "List Bullet" if number == work.numbering.bullets else "List Number"
    for label, blocks in items:
        match blocks:
            case (Paragraph(content=content), *rest):
                pass
            case rest:
                content = ()
        # In a frame the list starts at the frame's own edge, so that its bar runs on.
        left = frame.indent.left + STEP * (depth + 1)
        indent = Indent(left, frame.indent.right, STEP) if frame.indent.left else None
        words = bookmark(work, bookmark_of(label)) if label else ""
        words += inline(work, content)
        parent.append(
            paragraph(
                work, style, words, numbering=(level, number), borders=frame.borders, indent=indent,
                before=frame.distance, after=frame.distance,
            )
        )  # fmt: skip
        add_blocks(work, parent, tuple(rest), frame, depth + 1)
    if not depth and frame.distance is None:
        _set_after(parent, _AFTER_LIST)


def _add_artikel(work: Work, parent: list[Piece], artikel: Artikel) -> None:
    """The heading with its number, and the leden as a numbered list; an article without leden as it is."""
    titel = (Text(f"Artikel {artikel.nummer}. "), *artikel.titel)
    heading = _add_heading(work, parent, Heading(artikel.level, titel, artikel.label))
    match artikel.leden:
        case (Lid(nummer=0) as enige,):
            if enige.label:
                heading.content += bookmark(work, bookmark_of(enige.label))
            add_blocks(work, parent, enige.blocks)
        case leden:
            number = work.numbering.restart(0, 1)
            _add_list(work, parent, [(lid.label, lid.blocks) for lid in leden], number, BODY, 0)


def _add_kader(work: Work, parent: list[Piece], kader: Kader) -> None:
    """A framed part: paragraphs with a bar and a tint, no table, since a table here would be no table."""
    style, indent = _heading_style(kader.level), Indent(*FRAME)
    title = bookmark(work, bookmark_of(kader.label)) + inline(work, kader.titel)
    borders = frame_borders(work.huisstijl, top=True)
    number = _no_numbering(work, style)
    parent.append(paragraph(work, style, title, numbering=number, borders=borders, indent=indent, after=0))
    add_blocks(work, parent, kader.blocks, Frame("Kader", indent, frame_borders(work.huisstijl, between=1), distance=0))
    _set_after(parent, _AFTER_FRAME)


def _set_after(parent: list[Piece], distance: int) -> None:
    """Space under the last paragraph of a frame or list, where it ends in one."""
    last = parent[-1]
    if isinstance(last, pieces.Paragraph):
        last.after = distance


def _add_citaat(work: Work, parent: list[Piece], citaat: Citaat) -> None:
    """A quotation, with its source under it."""
    frame = Frame("Quote", _CITAAT, quote_border(work.huisstijl))
    add_blocks(work, parent, citaat.blocks, frame)
    if citaat.bron:
        last = parent[-1]
        if isinstance(last, pieces.Paragraph):
            last.keep_next = True
        parent.append(paragraph(work, "Bron bij citaat", inline(work, citaat.bron)))
