"""The text of a PDF, page by page (PDFium)."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2

from generator.bladzijden import Papier, Regel
from generator.errors import Fout, InvoerError, Plaats
from generator.lezers.omvang import meet_omvang

if TYPE_CHECKING:
    from generator.bladzijden import Deel

_RAND = 2  # lines at the top and the foot of a page among which headers and footers are looked for
_BLADZIJDE = re.compile(r"\b(?:pagina|bladzijde|blad)\s+\d+(?:\s+van\s+\d+)?\s*$", re.IGNORECASE)


def read_papier(pdf: bytes, bestand: str = "het pdf-bestand") -> Papier:
    """The lines of a PDF, page by page, headers and footers told from the text.

    A header or footer is a line at the edge of the page that comes back, but for its figures, on most pages.

    Raises:
        InvoerError: as `read_paginas`.
    """
    paginas = [
        [(nummer, regel.strip()) for nummer, regel in enumerate(pagina.split("\n"), 1) if regel.strip()]
        for pagina in read_paginas(pdf, bestand)
    ]
    randen = Counter(
        vorm for pagina in paginas for vorm in {_vorm(tekst) for _, tekst in pagina[:_RAND] + pagina[-_RAND:]}
    )
    regels = []
    for blad, pagina in enumerate(paginas, 1):
        for plek, (nummer, tekst) in enumerate(pagina):
            onderaan = len(pagina) - plek <= _RAND
            herhaald = len(paginas) > 1 and 2 * randen[_vorm(tekst)] > len(paginas)
            deel: Deel = "tekst"
            if herhaald and plek < _RAND:
                deel = "koptekst"
            elif onderaan and (herhaald or _BLADZIJDE.search(tekst)):
                deel = "voettekst"
            regels.append(Regel(tekst, nummer, blad, deel))
    return Papier(tuple(regels), omvang=meet_omvang(pdf))


def _vorm(tekst: str) -> str:
    """A line without its figures: the same on each page for a header or footer."""
    return re.sub(r"\d+", "#", tekst)


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
            gevonden, raad = "dit is geen leesbare pdf", "haal het stuk opnieuw op"
        raise InvoerError(Fout(Plaats(bestand), gevonden, "een pdf", raad)) from fout
    with closing(document):
        try:
            return [_lees(document, nummer) for nummer in range(len(document))]
        except pypdfium2.PdfiumError as fout:
            gevonden = "een bladzijde van deze pdf is beschadigd"
            raise InvoerError(Fout(Plaats(bestand), gevonden, "een pdf", "haal het stuk opnieuw op")) from fout


def _lees(document: pypdfium2.PdfDocument, nummer: int) -> str:
    with closing(document[nummer]) as pagina, closing(pagina.get_textpage()) as tekst:
        # PDFium writes a hyphen at a line end as U+FFFE, and glues the two lines.
        return str(tekst.get_text_range()).replace("\r\n", "\n").replace("\ufffe", "-")
