"""The paper's own parts that hold no other blocks: head, question, signature."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.document.nodes import LineBreak
from generator.schrijvers.docx.inline import PLAIN, TAB, bookmark, bookmark_of, inline, run
from generator.schrijvers.docx.ooxml import DXA_PER_MM
from generator.schrijvers.docx.pictures import logo
from generator.schrijvers.docx.pieces import Cell, Indent, Paragraph, Piece, Row, keep_last
from generator.schrijvers.docx.styletable import FRAME
from generator.schrijvers.docx.tables import table, widths_of
from generator.schrijvers.docx.work import Work, paragraph

if TYPE_CHECKING:
    from generator.document.nodes import Kenmerk, Kop, Ondertekenaar, Ondertekening, Vraagpunt

_BOLD = PLAIN._replace(bold=True)
_ROOM_TO_SIGN = 700  # twentieths of a point: 12 mm
_AFTER_LINES = 280  # below a line for each party; one line alone belongs to the offices under it
_AFTER_SENDER = 240
_LOGO_HEIGHT = 16  # millimetres, as in the PDF
_ANSWER = 1701  # where the words of an answer begin: 30 mm from the margin, past ‘nee, omdat’ in any font
_AFTER_ANSWERS = 220
_NAMES = (38, 62)  # narrowest and widest column of names in the head, in millimetres
_MM_PER_CHARACTER = 2.2  # of bold 11-point Calibri, on the safe side


def add_kop(work: Work, parent: list[Piece], kop: Kop) -> None:
    """Whose paper it is, the kind of paper, its subject as the title, and its particulars."""
    if work.huisstijl.word is None:  # a municipality's own file has its own header
        name = run(work, f"Gemeente {work.gemeente}") if work.logo is None else logo(work, work.logo, _LOGO_HEIGHT)
        parent.append(paragraph(work, "Afzender", name, after=_AFTER_SENDER))
    parent.append(paragraph(work, "Subtitle", run(work, kop.documentsoort)))
    parent.append(paragraph(work, "Title", inline(work, kop.onderwerp)))
    add_kenmerken(work, parent, kop.kenmerken)


def add_kenmerken(work: Work, parent: list[Piece], kenmerken: tuple[Kenmerk, ...], style: str = "Kenmerk") -> None:
    """The particulars as paragraphs with a tab: a table would need a header row that says nothing."""
    longest = max((len(kenmerk.naam) for kenmerk in kenmerken), default=0)
    column = round(min(max(longest * _MM_PER_CHARACTER + 4, _NAMES[0]), _NAMES[1]) * DXA_PER_MM)
    for number, kenmerk in enumerate(kenmerken, start=1):
        last = number == len(kenmerken)
        content = run(work, kenmerk.naam, _BOLD) + TAB + inline(work, kenmerk.waarde)
        indent = Indent(column, hanging=column)
        parent.append(paragraph(work, style, content, tab=column, indent=indent, after=300 if last else None))


def add_vraagpunt(work: Work, parent: list[Piece], vraag: Vraagpunt) -> None:
    """The question and under it what the council can answer, in one frame."""
    # Word joins frames that are alike into one: each next question is a hair narrower or wider than the one before.
    work.questions += 1
    indent = Indent(_ANSWER, FRAME[1] + work.questions % 2, _ANSWER - FRAME[0])
    name = bookmark(work, bookmark_of(vraag.label)) + run(work, f"Vraag {vraag.nummer}")
    question = name + TAB + inline(work, vraag.vraag)
    parent.append(paragraph(work, "Vraag", question, keep_next=True, tab=_ANSWER, indent=indent))
    for number, antwoord in enumerate(vraag.antwoorden, start=1):
        last = number == len(vraag.antwoorden)
        content = run(work, antwoord.antwoord, _BOLD) + TAB + inline(work, antwoord.gevolg)
        after = _AFTER_ANSWERS if last else None
        parent.append(paragraph(work, "Antwoord", content, keep_next=not last, tab=_ANSWER, indent=indent, after=after))


def add_ondertekening(work: Work, parent: list[Piece], ondertekening: Ondertekening) -> None:
    """On whose behalf, and under each office room to sign above the name; never alone on a page.

    Two sign side by side, each in a cell of their own: so a screen reader reads an office with its name.
    """
    keep_last(parent)
    signers = ondertekening.ondertekenaars
    namens = inline(work, ondertekening.namens)
    after = _AFTER_LINES if any(isinstance(een, LineBreak) for een in ondertekening.namens) else None
    parent.append(paragraph(work, "Ondertekening", namens, keep_next=True, before=180, after=after))
    if len(signers) == 1:
        parent.extend(_signer(work, signers[0], keep_next=False))
        return
    columns = widths_of(work, (50, 50))
    rows = []
    for first in range(0, len(signers), 2):
        pair = zip_longest(columns, signers[first : first + 2])
        more = first + 2 < len(signers)
        rows.append(Row(tuple(Cell(width, _signer(work, signer, keep_next=more)) for width, signer in pair)))
    description = ("Ondertekening", "Per vak een ondertekenaar.")
    parent.append(table(work, columns, description, rows, row_headers=False, style=""))
    work.after_table = True


def _signer(work: Work, signer: Ondertekenaar | None, *, keep_next: bool) -> tuple[Paragraph, ...]:
    """The office and the name of one who signs; an empty place for no one."""
    if signer is None:
        return (paragraph(work, "Ondertekening"),)
    office = paragraph(work, "Ondertekening", run(work, f"{signer.functie},"), keep_next=True, before=40)
    name = inline(work, signer.naam)
    return office, paragraph(work, "Ondertekening", name, keep_next=keep_next, before=_ROOM_TO_SIGN)
