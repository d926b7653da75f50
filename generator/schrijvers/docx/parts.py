"""The paper's own parts that hold no other blocks: head, question, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Cell, Row, Text
from generator.schrijvers.docx.inline import PLAIN, add_bookmark, add_inline, add_run, bookmark_of
from generator.schrijvers.docx.ooxml import DXA_PER_MM, Element, add
from generator.schrijvers.docx.tables import add_rows
from generator.schrijvers.docx.work import Indent, Work, add_paragraph

if TYPE_CHECKING:
    from generator.document.nodes import Kenmerk, Kop, Ondertekening, Vraagpunt

_ROOM_TO_SIGN = 800  # twentieths of a point: 14 mm
_ANSWERS = Row((Cell((Text("Antwoord"),)), Cell((Text("Wat volgt eruit"),))))
_ANSWER_WIDTHS = (22, 78)
_NAMES = (38, 62)  # narrowest and widest column of names in the head, in millimetres
_MM_PER_CHARACTER = 2.2  # of bold 11-point Calibri, on the safe side


def add_kop(work: Work, parent: Element, kop: Kop) -> None:
    """The kind of paper, its subject as the title, and its particulars."""
    add_run(work, add_paragraph(work, parent, "Subtitle"), kop.documentsoort)
    add_inline(work, add_paragraph(work, parent, "Title"), kop.onderwerp)
    add_kenmerken(work, parent, kop.kenmerken)


def add_kenmerken(work: Work, parent: Element, kenmerken: tuple[Kenmerk, ...]) -> None:
    """The particulars as paragraphs with a tab: a table would need a header row that says nothing."""
    longest = max((len(kenmerk.naam) for kenmerk in kenmerken), default=0)
    column = round(min(max(longest * _MM_PER_CHARACTER + 4, _NAMES[0]), _NAMES[1]) * DXA_PER_MM)
    for number, kenmerk in enumerate(kenmerken, start=1):
        last = number == len(kenmerken)
        paragraph = add_paragraph(
            work, parent, "Kenmerk", tab=column, indent=Indent(column, hanging=column), after=300 if last else None
        )
        add_run(work, paragraph, kenmerk.naam, PLAIN._replace(bold=True))
        add(add(paragraph, "r"), "tab")
        add_inline(work, paragraph, kenmerk.waarde)


def add_vraagpunt(work: Work, parent: Element, vraag: Vraagpunt) -> None:
    """The question in a frame, and under it what the council can answer."""
    paragraph = add_paragraph(work, parent, "Vraag", keep_next=True)
    add_bookmark(work, paragraph, bookmark_of(vraag.label))
    add_run(work, paragraph, f"Vraag {vraag.nummer}")
    add(add(paragraph, "r"), "br")
    add_inline(work, paragraph, vraag.vraag)
    rows = tuple(
        Row((Cell((Text(antwoord.antwoord),), header=True), Cell(antwoord.gevolg))) for antwoord in vraag.antwoorden
    )
    description = (f"Antwoorden op vraag {vraag.nummer}", "Kolommen: Antwoord, Wat volgt eruit.")
    add_rows(work, parent, _ANSWERS, rows, _ANSWER_WIDTHS, description)
    work.after_table = True


def add_ondertekening(work: Work, parent: Element, ondertekening: Ondertekening) -> None:
    """On whose behalf, and under each office room to sign above the name.

    One under the other: side by side, a screen reader would read both offices and then both names.
    """
    namens = add_paragraph(work, parent, "Ondertekening", keep_next=True, before=360)
    add_inline(work, namens, ondertekening.namens)
    for number, ondertekenaar in enumerate(ondertekening.ondertekenaars, start=1):
        office = add_paragraph(work, parent, "Ondertekening", keep_next=True, before=240 if number == 1 else 360)
        add_run(work, office, f"{ondertekenaar.functie},")
        last = number == len(ondertekening.ondertekenaars)
        name = add_paragraph(work, parent, "Ondertekening", keep_next=not last, before=_ROOM_TO_SIGN)
        add_inline(work, name, ondertekenaar.naam)
