"""Row headers in a tagged PDF: Typst 0.15 tags column headers only, and leaves row headers as plain cells.

Without them a screen reader reads "142" in a table of 25 municipalities and not whose number it is.
ISO 32000-1, 14.8.4.3.4 and table 349: a header cell is a ``TH`` with a ``Scope``; ``Headers`` on another
cell would take precedence over it, so in these tables that is left to the scopes of the headers.
Each change keeps its length, so that every offset in the file stays true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELEMENT = re.compile(rb"<</Type/StructElem/S/(TBody|TR|TD)/.*?>>\nendobj", re.DOTALL)
_KINDEREN = re.compile(rb"/K\[((?:\d+ 0 R ?)+)\]")
_HEADERS = re.compile(rb"/O/Table/Headers\[[^\]]*\]")


def mark_rijkoppen(pdf: bytes, tabellen: Sequence[Sequence[bool]]) -> bytes:
    """`pdf` with the first cell of a row tagged as its header, where `tabellen` says so.

    Args:
        pdf: as Typst writes it.
        tabellen: for each table, in reading order, and each row of its body, whether it has a row header.

    Returns:
        A PDF of the same length; `pdf` itself when its tables are not the ones of `tabellen`.
    """
    elementen = {_nummer(pdf, element.start()): element for element in _ELEMENT.finditer(pdf)}
    lichamen = [_kinderen(element) for element in elementen.values() if element[1] == b"TBody"]
    if [len(rijen) for rijen in lichamen] != [len(tabel) for tabel in tabellen]:
        return pdf
    uit = bytearray(pdf)
    for rijen, tabel in zip(lichamen, tabellen, strict=True):
        if any(tabel):
            for rij, heeft_rijkop in zip(rijen, tabel, strict=True):
                for plek, cel in enumerate(_kinderen(elementen[rij])):
                    uit[slice(*elementen[cel].span())] = _cel(elementen[cel][0], rijkop=heeft_rijkop and plek == 0)
    return bytes(uit)


def _nummer(pdf: bytes, begin: int) -> int:
    """The number of the object that begins here: it stands on the line before, as ``12 0 obj``."""
    return int(pdf[pdf.rindex(b"\n", 0, begin - 1) : begin].split()[0])


def _kinderen(element: re.Match[bytes]) -> list[int]:
    gevonden = _KINDEREN.search(element[0])
    return [int(nummer) for nummer in gevonden[1].split()[::3]] if gevonden else []


def _cel(cel: bytes, *, rijkop: bool) -> bytes:
    """The cell as header of its row, or without the list of headers that would hide that header."""
    eigenschap = b"/O/Table/Scope/Row" if rijkop else b"/O/Table"
    cel = _HEADERS.sub(lambda oud: eigenschap.ljust(len(oud[0])), cel, count=1)
    return cel.replace(b"/S/TD/", b"/S/TH/", 1) if rijkop and eigenschap in cel else cel
