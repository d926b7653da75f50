"""Personal data in what somebody typed as a source, and how such a source is called in public (AVG 5 and 6).

A source in words says where a figure came from: ‘e-mail J. Jansen, 06-12345678, 13 januari 2025’. Public papers name
its kind and its day, and nobody.
"""

from __future__ import annotations

import re

TELEFOON = re.compile(r"(?<![\w.,-])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?|0)[1-9](?:[\s-]?\d){8}(?![\d-])")
MAILADRES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ACHTERNAAM = r"(?:(?:van|de|der|den|ter|ten|te|in|’t|'t|el|al)\s+)*[A-Z][\w’'-]*[a-z][\w’'-]*"
_NAAM = re.compile(
    rf"(?<![\w.])(?:[A-Z]\.\s?)+{_ACHTERNAAM}|\b(?:[Dd]hr|[Mm]w|[Mm]evr)\.?\s+{_ACHTERNAAM}"
    rf"|\b(?:[Dd]e heer|[Mm]evrouw)\s+(?:[A-Z]\.\s?)*{_ACHTERNAAM}"
)
_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DAG = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{_MAANDEN})(?:\s+\d{{4}})?|\d{{1,2}}-\d{{1,2}}-\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b"
)
_SOORTEN = ("e-mail", "mail", "brief", "telefoongesprek", "telefonisch", "gesprek", "overleg", "memo", "offerte")
_ANDERS = "mededeling aan de gemeente"


def vind_persoonsgegevens(tekst: str) -> list[str]:
    """The telephone numbers, addresses of e-mail and names of a person with a title or initials in `tekst`."""
    return [vondst[0] for patroon in (TELEFOON, MAILADRES, _NAAM) for vondst in patroon.finditer(tekst)]


def openbare_bron(toelichting: str) -> str:
    """What a public paper says of a source in words: that itself, or its kind and day when it names a person."""
    if not vind_persoonsgegevens(toelichting):
        return toelichting
    klein = toelichting.casefold()
    soort = next((soort for soort in _SOORTEN if re.search(rf"\b{soort}\b", klein)), _ANDERS)
    dag = _DAG.search(toelichting)
    return f"{soort}, {dag[0]}" if dag else soort
