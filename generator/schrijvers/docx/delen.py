"""The parts that only some papers have and that hold no other blocks: a checklist, the head of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.walk import plain_text
from generator.schrijvers.docx.inline import PLAIN, add_bookmark, add_inline, add_run, bookmark_of
from generator.schrijvers.docx.ooxml import DXA_PER_MM, add, colour, parse
from generator.schrijvers.docx.parts import add_kenmerken
from generator.schrijvers.docx.pictures import add_logo
from generator.schrijvers.docx.tables import open_cell, open_row, open_table
from generator.schrijvers.docx.work import Work, add_paragraph

if TYPE_CHECKING:
    from generator.document.nodes import Aanvinkpunt, Briefhoofd, Toetslijst
    from generator.schrijvers.docx.ooxml import Element

_COLUMNS = ("Toets", "Wat de feiten zeggen", "Uitkomst", "Opmerking", "Paraaf")
_WIDTHS = (28, 26, 24, 14, 8)
# Where a window envelope shows the address: from and to here, in millimetres under the edge of the page.
_WINDOW = (50, 85)
_LOGO_HEIGHT = 12  # leaves room for three lines of the sender
_FRAME = """<w:framePr w:w="{width}" w:h="{height}" w:hRule="atLeast" w:wrap="notBeside" w:vAnchor="page"
  w:hAnchor="margin" w:xAlign="left" w:y="{place}"/>"""
_ANSWERS = ("ja", "nee", "n.v.t.")


def add_checklist(work: Work, parent: Element, lijst: Toetslijst) -> None:
    """The table of `lijst`; its heading stands above it."""
    description = (plain_text(lijst.titel), f"Kolommen: {', '.join(_COLUMNS)}.")
    table, columns = open_table(work, parent, _WIDTHS, description, row_headers=True)
    head = open_row(table, head=True)
    for name, width in zip(_COLUMNS, columns, strict=True):
        add_run(work, add_paragraph(work, open_cell(head, width), "Tabelkop", keep_next=True), name)
    for number, punt in enumerate(lijst.punten, start=1):
        # The first item stays with the header: a header alone at the foot of a page heads nothing.
        _add_item(work, open_row(table), columns, punt, keep_next=number == 1 and len(lijst.punten) > 1)
    work.after_table = True


def _add_item(work: Work, row: Element, columns: list[int], punt: Aanvinkpunt, *, keep_next: bool) -> None:
    question, facts, outcome, note, initials = (open_cell(row, width) for width in columns)
    paragraph = add_paragraph(work, question, "Tabeltekst", keep_next=keep_next)
    add_bookmark(work, paragraph, bookmark_of(punt.label))
    add_inline(work, paragraph, punt.vraag)
    if punt.grond:
        add_inline(work, add_paragraph(work, question, "Tabelgrond", keep_next=keep_next), punt.grond)
    add_inline(work, add_paragraph(work, facts, "Tabeltekst", keep_next=keep_next), punt.feiten)
    paragraph = add_paragraph(work, outcome, "Tabeltekst", keep_next=keep_next)
    for number, answer in enumerate(_ANSWERS):
        if number:
            add_run(work, paragraph, "  ")
        work.controls.add_checkbox(paragraph, f"{punt.label}.{answer}", checked=answer == punt.uitkomst)
        add_run(work, paragraph, f"\u00a0{answer}")  # a box never stands at the end of a line, apart from its word
    if punt.door:
        paragraph = add_paragraph(work, outcome, "Tabelgrond", keep_next=keep_next)
        if punt.uitkomst not in _ANSWERS:
            add_run(work, paragraph, punt.uitkomst, PLAIN._replace(bold=True))
            add_run(work, paragraph, " door ")
        add_inline(work, paragraph, punt.door)
    line = colour(work.huisstijl.kleuren["lijn"])
    for empty in (note, initials):
        add(add(empty[0], "tcBorders"), "left", val="single", sz=4, space=0, color=line)
        add_paragraph(work, empty, "Tabeltekst", keep_next=keep_next)


def add_briefhoofd(work: Work, parent: Element, hoofd: Briefhoofd) -> None:
    """Who writes, the address where a window envelope shows it, the reference lines, and the subject."""
    top = min(work.huisstijl.marges["boven"], _WINDOW[0] - 10)
    if work.logo is not None and work.huisstijl.word is None:
        add_logo(work, _add_framed(work, parent, "Afzender", top, _WINDOW[0]), work.logo, _LOGO_HEIGHT)
    add_inline(work, _add_framed(work, parent, "Afzender", top, _WINDOW[0]), hoofd.afzender)
    add_inline(work, _add_framed(work, parent, "Geadresseerde", *_WINDOW), hoofd.geadresseerde)
    add_kenmerken(work, parent, hoofd.kenmerken, "Briefkenmerk")
    add_run(work, add_paragraph(work, parent, "Subtitle"), hoofd.documentsoort)
    add_inline(work, add_paragraph(work, parent, "Briefonderwerp"), hoofd.onderwerp)


def _add_framed(work: Work, parent: Element, style: str, begin: float, end: float) -> Element:
    """A paragraph that stands from `begin` to `end`, in millimetres under the edge of the page."""
    paragraph = add_paragraph(work, parent, style)
    place, height = round(begin * DXA_PER_MM), round((end - begin) * DXA_PER_MM)
    # Not in the style: LibreOffice knows no frame there.
    paragraph[0].insert(1, parse(_FRAME.format(place=place, width=work.width, height=height)))
    return paragraph
