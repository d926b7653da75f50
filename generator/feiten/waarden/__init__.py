"""The closed set of value types a fact can have, each with the one form in which it is written.

A scalar in YAML is text until its declared type claims it: ``3:46`` is an article and ``0612`` a code
where a text is asked, and neither ever becomes a number. Numbers are ``int`` or ``Decimal``, never float.
How a value is *printed* is decided in `generator.opmaak`, not here.
"""

from __future__ import annotations

import re
from typing import Self

from msgspec import Struct

from generator.feiten.waarden.getallen import Aantal, Bedrag, Grens, Ledental, Percentage, read_getal, write_getal
from generator.feiten.waarden.tijd import Datum, Datums, Duur, Periode
from generator.feiten.waarden.verwijzingen import (
    Bevoegdheidverwijzing,
    Bijlageverwijzing,
    Groepverwijzing,
    Stukverwijzing,
    Verwijzing,
)

__all__ = [
    "Aantal", "Bedrag", "Bevoegdheidverwijzing", "Bijlageverwijzing", "Datum", "Datums", "Duur", "Grens",
    "Groepverwijzing", "JaNee", "Ledental", "Percentage", "Periode", "Stukverwijzing", "Tekst", "Verwijzing", "Waarde",
    "met_teken", "notatie", "op_een_regel", "teken_van",
]  # fmt: skip

_OPEN = "[nog in te vullen"
_REGELEINDE = re.compile(r"\s*[\n\r\t\v\f\x85\u2028\u2029]\s*")


def op_een_regel(tekst: str) -> str:
    """`tekst` with a space for each line end, blank line and tab: a value is part of a line, in every format."""
    return _REGELEINDE.sub(" ", tekst)


class Tekst(Struct, frozen=True, order=True):
    """Words; also codes, article numbers, names and addresses."""

    tekst: str
    VERWACHT = "een tekst"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The value written as `tekst`, as one line; ValueError when empty."""
        if not tekst.strip():
            raise ValueError("de tekst is leeg")
        if _OPEN in tekst:  # else what is still open would count as filled in
            raise ValueError(f"‘{_OPEN} …]’ zet Raadwerk zelf waar een waarde ontbreekt; laat de waarde weg")
        return cls(op_een_regel(tekst))


class JaNee(Struct, frozen=True):
    """Yes or no."""

    ja: bool
    VERWACHT = "ja of nee"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """``ja`` or ``nee``; ValueError otherwise."""
        if tekst not in {"ja", "nee"}:
            raise ValueError(f"‘{tekst}’ is geen ja of nee")
        return cls(tekst == "ja")


Waarde = Tekst | Aantal | Bedrag | Percentage | Datum | Datums | Periode | Duur | Grens | JaNee | Verwijzing


def notatie(waarde: Waarde) -> str:  # noqa: C901 - one line for each type of the closed union
    """`waarde` as it is written in YAML; the ``lees`` of its type reads the same value back."""
    match waarde:
        case Tekst(tekst):
            return tekst
        case Aantal(getal) | Bedrag(getal):
            return write_getal(getal)
        case Percentage(procent):
            return f"{write_getal(procent)}%"
        case Datum(eerste, nauwkeurigheid):
            kwartaal = f"{eerste.year}-K{(eerste.month + 2) // 3}"
            return {"dag": f"{eerste}", "maand": f"{eerste:%Y-%m}", "kwartaal": kwartaal}.get(
                nauwkeurigheid, f"{eerste.year}"
            )
        case Datums(dagen):
            return ", ".join(map(notatie, dagen))
        case Periode(van, tot_en_met):
            return f"{notatie(van)} t/m {notatie(tot_en_met)}"
        case Duur(getal, eenheid):
            return f"{getal} {eenheid}"
        case Grens(teken, getal, is_procent):
            return f"{teken} {write_getal(getal)}{'%' if is_procent else ''}"
        case JaNee(ja):
            return "ja" if ja else "nee"
        case Verwijzing(pad):
            return pad


def teken_van(waarde: Waarde | None) -> str:
    """The sign that tells the kind of a number (``€``, ``%``); empty for any other value."""
    match waarde:
        case Bedrag():
            return "€"
        case Percentage():
            return "%"
        case _:
            return ""


def met_teken(tekst: str, teken: str) -> str:
    """A bare number as the kind of number that `teken` stands for; whatever else was typed, as it was typed."""
    if not teken or read_getal(tekst.strip()) is None:
        return tekst
    return f"€ {tekst.strip()}" if teken == "€" else f"{tekst.strip()}%"
