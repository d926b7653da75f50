"""The parts that only some papers have and that hold no other blocks: a checklist, the head of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.walk import plain_text
from generator.schrijvers.docx.inline import PLAIN, bookmark, bookmark_of, inline, run
from generator.schrijvers.docx.ooxml import DXA_PER_MM, colour
from generator.schrijvers.docx.parts import add_kenmerken
from generator.schrijvers.docx.pictures import logo
from generator.schrijvers.docx.pieces import Cell, Paragraph, Piece, Row
from generator.schrijvers.docx.tables import table, widths_of
from generator.schrijvers.docx.work import Work, paragraph

if TYPE_CHECKING:
    from generator.document.nodes import Aanvinkpunt, Briefhoofd, Toetslijst

_COLUMNS = ("Toets, en wat de feiten zeggen", "Uitkomst", "Opmerking", "Paraaf")
_WIDTHS = (44, 24, 21, 11)  # the last two are written in by hand
# Where a window envelope shows the address: from and to here, in millimetres under the edge of the page.
_WINDOW = (50, 80)
_LOGO_HEIGHT = 12  # leaves room for three lines of the sender
_FRAME = (
    '<w:framePr w:w="{width}" w:h="{height}" w:hRule="atLeast" w:wrap="notBeside" w:vAnchor="page" '
    'w:hAnchor="margin" w:xAlign="left" w:y="{place}"/>'
)
_ANSWERS = ("ja", "nee", "n.v.t.")


def add_checklist(work: Work, parent: list[Piece], lijst: Toetslijst) -> None:
    """The table of `lijst`; its heading stands above it."""
    description = (plain_text(lijst.titel), f"Kolommen: {', '.join(_COLUMNS)}.")
    columns = widths_of(work, _WIDTHS)
    names = [(paragraph(work, "Tabelkop", run(work, name), keep_next=True),) for name in _COLUMNS]
    rows = [Row(tuple(map(Cell, columns, names)), head=True)]
    for number, punt in enumerate(lijst.punten, start=1):
        # The first item stays with the header: a header alone at the foot of a page heads nothing.
        rows.append(_item(work, columns, punt, keep_next=number == 1 and len(lijst.punten) > 1))
    parent.append(table(work, columns, description, rows, row_headers=True))
    work.after_table = True


def _item(work: Work, columns: list[int], punt: Aanvinkpunt, *, keep_next: bool) -> Row:
    def line(words: str, style: str = "Tabeltekst") -> Paragraph:
        return paragraph(work, style, words, keep_next=keep_next)

    question = [line(bookmark(work, bookmark_of(punt.label)) + inline(work, punt.vraag))]
    if punt.grond:
        question.append(line(inline(work, punt.grond), "Tabelgrond"))
    if punt.feiten:
        question.append(line(inline(work, punt.feiten), "Tabelgrond"))
    outcome = [line(run(work, "  ").join(_box(work, punt, answer) for answer in _ANSWERS))]
    if punt.door:
        other = f"{run(work, punt.uitkomst, PLAIN._replace(bold=True))}{run(work, ' door ')}"
        by = ("" if punt.uitkomst in _ANSWERS else other) + inline(work, punt.door)
        outcome.append(line(by, "Tabelgrond"))
    left = f'<w:left w:val="single" w:sz="4" w:space="0" w:color="{colour(work.huisstijl.kleuren["lijn"])}"/>'
    contents = (tuple(question), tuple(outcome), (line(""),), (line(""),))
    return Row(tuple(map(Cell, columns, contents, ("", "", left, left))))


def _box(work: Work, punt: Aanvinkpunt, answer: str) -> str:
    box = work.controls.checkbox(f"{punt.label}.{answer}", checked=answer == punt.uitkomst)
    return box + run(work, f"\u00a0{answer}")  # a box never stands at the end of a line, apart from its word


def add_briefhoofd(work: Work, parent: list[Piece], hoofd: Briefhoofd) -> None:
    """Who writes, the address where a window envelope shows it, the reference lines, and the subject."""
    top = min(work.huisstijl.marges["boven"], _WINDOW[0] - 10)
    sender, window = _frame(work, top, _WINDOW[0]), _frame(work, *_WINDOW)
    if work.logo is not None and work.huisstijl.word is None:
        parent.append(paragraph(work, "Afzender", logo(work, work.logo, _LOGO_HEIGHT), frame=sender))
    parent.append(paragraph(work, "Afzender", inline(work, hoofd.afzender), frame=sender))
    parent.append(paragraph(work, "Geadresseerde", inline(work, hoofd.geadresseerde), frame=window))
    add_kenmerken(work, parent, hoofd.kenmerken, "Briefkenmerk")
    parent.append(paragraph(work, "Subtitle", run(work, hoofd.documentsoort)))
    parent.append(paragraph(work, "Briefonderwerp", inline(work, hoofd.onderwerp)))


def _frame(work: Work, begin: float, end: float) -> str:
    """The place from `begin` to `end`, in millimetres under the edge of the page.

    Not in the style: LibreOffice knows no frame there.
    """
    place, height = round(begin * DXA_PER_MM), round((end - begin) * DXA_PER_MM)
    return _FRAME.format(place=place, width=work.width, height=height)
