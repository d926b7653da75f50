"""Character references (``&eacute;``, ``&#8364;``), which Markdown reads: no way round the characters we refuse.

Read in the Markdown as it stands, so that none escapes wherever Markdown would read it: words, addresses, titles.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

from generator.tekens import VERBODEN, tekenzin

if TYPE_CHECKING:
    from generator.lezers.verwijzingen import Meld
    from generator.tokens import Ingevuld

# One that a backslash goes before is not read (CommonMark 0.31, 2.4).
_VERWIJZING = re.compile(r"(?<!\\)(?:\\\\)*(&(?:#[xX][0-9a-fA-F]{1,8}|#\d{1,8}|[A-Za-z][A-Za-z0-9]*);)")
_WEGGELATEN = "\ufffd"  # is read on and never printed: a paper with a fault is not made
_EIGEN_OF_STUUR = {"Cc", "Co", "Cs"}  # control, private use (the higher planes too), half a pair


def check_tekens(ingevuld: Ingevuld, meld: Meld) -> str:
    """The Markdown without the character references that give what no paper may hold; each of those goes to `meld`."""
    if "&" not in ingevuld.markdown:
        return ingevuld.markdown  # nearly always
    regels = ingevuld.markdown.split("\n")
    for nummer, regel in enumerate(regels):
        for naam in _VERWIJZING.findall(regel):
            if bezwaar := _bezwaar(naam):
                gevonden, verwacht, raad = bezwaar
                meld(ingevuld.regels[nummer], f"‘{naam}’: {gevonden}", raad, verwacht, [naam])
                regels[nummer] = regels[nummer].replace(naam, _WEGGELATEN)
    return "\n".join(regels)


def _bezwaar(naam: str) -> tuple[str, str, str] | None:
    """What was found, expected and to be done about the character reference `naam`; None when it may stand there."""
    tekens = unescape(naam)
    if naam.startswith("&#"):
        getal = int(naam[3:-1], 16) if naam[2] in "xX" else int(naam[2:-1])
        if not 0 < getal <= sys.maxunicode:
            return "dit teken bestaat niet", "leesbare tekens", "haal het weg"
        tekens = chr(getal)
    for teken in tekens if tekens != naam else "":
        if VERBODEN.match(teken) or unicodedata.category(teken) in _EIGEN_OF_STUUR:
            return tekenzin(teken)
    return None
