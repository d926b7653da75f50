"""How many pages a PDF of ours has, and on which each of its parts begins.

Typst writes every page, and every label with the place it names, as an object of its own, uncompressed: so the bytes
tell it at once, where opening the file would take longer than all rules together.
"""

from __future__ import annotations

import re

from generator.bladzijden import Omvang

# What begins with its own letters, and not with a number, is found a hundred times faster.
_PAGINA = re.compile(rb" 0 obj\n<</Type/Page\b")
_DOEL = re.compile(rb" 0 obj\n\[(\d+) 0 R/XYZ")
_NAMEN = re.compile(rb"/Dests<</Names\[(.*?)\]", re.DOTALL)
_NAAM = re.compile(rb"\(([^()\\]+)\)(\d+) 0 R")


def meet_omvang(pdf: bytes) -> Omvang | None:
    """How long `pdf` is; None when its bytes do not tell, as those of another program, or when there are none."""
    bladen = {_nummer(pdf, pagina): blad for blad, pagina in enumerate(_PAGINA.finditer(pdf), 1)}
    doelen = {_nummer(pdf, doel): bladen[doel[1]] for doel in _DOEL.finditer(pdf) if doel[1] in bladen}
    namen = _NAMEN.search(pdf)
    gevonden = _NAAM.findall(namen[1]) if namen else []
    labels = {naam.decode("latin-1"): doelen[doel] for naam, doel in gevonden if doel in doelen}
    return Omvang(len(bladen), labels) if bladen else None


def _nummer(pdf: bytes, gevonden: re.Match[bytes]) -> bytes:
    """The number of the object of which this is the beginning: it stands right before it, on the same line."""
    return pdf[pdf.rfind(b"\n", 0, gevonden.start()) + 1 : gevonden.start()]
