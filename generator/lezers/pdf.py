"""The text of a PDF, page by page (PDFium)."""

from __future__ import annotations

from contextlib import closing

import pypdfium2

from generator.errors import Fout, InvoerError, Plaats


def read_paginas(pdf: bytes, bestand: str = "het pdf-bestand") -> list[str]:
    """The text of each page, in the order of the file; an empty text for a page that is a picture.

    Args:
        pdf: the bytes of the file.
        bestand: its name, for the message.

    Raises:
        InvoerError: the file is empty, damaged, no PDF, or locked with a password.
    """
    if not pdf:
        raise InvoerError(Fout(Plaats(bestand), "het bestand is leeg", raad="haal het stuk opnieuw op"))
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fout:
        if "password" in str(fout).lower():
            gevonden, raad = "de pdf is met een wachtwoord beveiligd", "bewaar het stuk zonder wachtwoord"
        else:
            gevonden, raad = "dit is geen leesbare pdf", "haal het stuk opnieuw op, of leg een .txt in de map"
        raise InvoerError(Fout(Plaats(bestand), gevonden, "een pdf", raad)) from fout
    with closing(document):
        return [_lees(document, nummer) for nummer in range(len(document))]


def _lees(document: pypdfium2.PdfDocument, nummer: int) -> str:
    with closing(document[nummer]) as pagina, closing(pagina.get_textpage()) as tekst:
        # PDFium writes a hyphen at a line end as U+FFFE, and glues the two lines.
        return str(tekst.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "-")
