"""The paper's own parts that hold no other blocks: head, question, signature."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.schrijvers.docx.inline import PLAIN, add_bookmark, add_inline, add_run, bookmark_of
from generator.schrijvers.docx.ooxml import DXA_PER_MM, Element, add
from generator.schrijvers.docx.pictures import add_logo
from generator.schrijvers.docx.styletable import FRAME
from generator.schrijvers.docx.tables import open_cell, open_row, open_table
from generator.schrijvers.docx.work import Indent, Work, add_paragraph, keep_last

if TYPE_CHECKING:
    from generator.document.nodes import Kenmerk, Kop, Ondertekenaar, Ondertekening, Vraagpunt

_ROOM_TO_SIGN = 800  # twentieths of a point: 14 mm
_AFTER_SENDER = 240
_LOGO_HEIGHT = 16  # millimetres, as in the PDF
_ANSWER = 1361  # where the words of an answer begin: 24 mm from the margin
_AFTER_ANSWERS = 220
_NAMES = (38, 62)  # narrowest and widest column of names in the head, in millimetres
_MM_PER_CHARACTER = 2.2  # of bold 11-point Calibri, on the safe side


def add_kop(work: Work, parent: Element, kop: Kop) -> None:
    """Whose paper it is, the kind of paper, its subject as the title, and its particulars."""
    if work.huisstijl.word is None:  # a municipality's own file has its own header
        sender = add_paragraph(work, parent, "Afzender", after=_AFTER_SENDER)
        if work.logo is None:
            add_run(work, sender, f"Gemeente {work.gemeente}")
        else:
            add_logo(work, sender, work.logo, _LOGO_HEIGHT)
    add_run(work, add_paragraph(work, parent, "Subtitle"), kop.documentsoort)
    add_inline(work, add_paragraph(work, parent, "Title"), kop.onderwerp)
    add_kenmerken(work, parent, kop.kenmerken)


def add_kenmerken(work: Work, parent: Element, kenmerken: tuple[Kenmerk, ...], style: str = "Kenmerk") -> None:
    """The particulars as paragraphs with a tab: a table would need a header row that says nothing."""
    longest = max((len(kenmerk.naam) for kenmerk in kenmerken), default=0)
    column = round(min(max(longest * _MM_PER_CHARACTER + 4, _NAMES[0]), _NAMES[1]) * DXA_PER_MM)
    for number, kenmerk in enumerate(kenmerken, start=1):
        last = number == len(kenmerken)
        paragraph = add_paragraph(
            work, parent, style, tab=column, indent=Indent(column, hanging=column), after=300 if last else None
        )
        add_run(work, paragraph, kenmerk.naam, PLAIN._replace(bold=True))
        add(add(paragraph, "r"), "tab")
        add_inline(work, paragraph, kenmerk.waarde)


def add_vraagpunt(work: Work, parent: Element, vraag: Vraagpunt) -> None:
    """The question and under it what the council can answer, in one frame."""
    # Word joins frames that are alike into one: each next question is a hair narrower or wider than the one before.
    work.questions += 1
    indent = Indent(_ANSWER, FRAME[1] + work.questions % 2, _ANSWER - FRAME[0])
    paragraph = add_paragraph(work, parent, "Vraag", keep_next=True, tab=_ANSWER, indent=indent)
    add_bookmark(work, paragraph, bookmark_of(vraag.label))
    add_run(work, paragraph, f"Vraag {vraag.nummer}")
    add(add(paragraph, "r"), "tab")
    add_inline(work, paragraph, vraag.vraag)
    for number, antwoord in enumerate(vraag.antwoorden, start=1):
        last = number == len(vraag.antwoorden)
        paragraph = add_paragraph(
            work, parent, "Antwoord", keep_next=not last, tab=_ANSWER, indent=indent,
            after=_AFTER_ANSWERS if last else None,
        )  # fmt: skip
        add_run(work, paragraph, antwoord.antwoord, PLAIN._replace(bold=True))
        add(add(paragraph, "r"), "tab")
        add_inline(work, paragraph, antwoord.gevolg)


def add_ondertekening(work: Work, parent: Element, ondertekening: Ondertekening) -> None:
    """On whose behalf, and under each office room to sign above the name; never alone on a page.

    Two sign side by side, each in a cell of their own: so a screen reader reads an office with its name.
    """
    keep_last(parent)
    signers = ondertekening.ondertekenaars
    namens = add_paragraph(work, parent, "Ondertekening", keep_next=True, before=360)
    add_inline(work, namens, ondertekening.namens)
    if len(signers) == 1:
        _add_signer(work, parent, signers[0], keep_next=False)
        return
    table, columns = open_table(
        work, parent, (50, 50), ("Ondertekening", "Per vak een ondertekenaar."), row_headers=False, style=""
    )
    for first in range(0, len(signers), 2):
        row = open_row(table)
        for signer, width in zip_longest(signers[first : first + 2], columns):
            cell = open_cell(row, width)
            if signer is None:
                add_paragraph(work, cell, "Ondertekening")
            else:
                _add_signer(work, cell, signer, keep_next=first + 2 < len(signers))
    work.after_table = True


def _add_signer(work: Work, parent: Element, signer: Ondertekenaar, *, keep_next: bool) -> None:
    office = add_paragraph(work, parent, "Ondertekening", keep_next=True, before=200)
    add_run(work, office, f"{signer.functie},")
    add_inline(
        work, add_paragraph(work, parent, "Ondertekening", keep_next=keep_next, before=_ROOM_TO_SIGN), signer.naam
    )
