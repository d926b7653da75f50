"""Footnotes that hang loose: a reference without a note prints as it is typed, a note without one falls away unseen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.lezers.verwijzingen import Meld
    from generator.tokens import Ingevuld

# The reference to a note that is not there is left in the words, and pandoc's note within a sentence always is.
LOSSE_NOOT = re.compile(r"\[\^(?P<naam>[^\]\s]+)\]|\^\[")
_NOOT = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")


def check_voetnoten(ingevuld: Ingevuld, meld: Meld) -> None:
    """That each note is written once and referred to; a note whose sentence a condition took away may stay behind."""
    gezien: set[str] = set()
    for regel, herkomst in zip(ingevuld.markdown.split("\n"), ingevuld.regels, strict=True):
        noot = _NOOT.match(regel) if "[^" in regel else None
        if noot is None:
            continue
        naam, begin = noot[1], [f"[^{noot[1]}]:"]
        if naam in gezien:
            meld(herkomst, f"de voetnoot ‘{naam}’ staat er tweemaal", "geef haar een eigen naam", "", begin)
        elif not any(_verwijst_naar(naam, tekst) for tekst in (ingevuld.markdown, *ingevuld.bestanden.values())):
            raad = f"zet [^{naam}] achter de woorden waar zij bij hoort, of haal de noot weg"
            meld(herkomst, f"naar de voetnoot ‘{naam}’ verwijst niets", raad, "", begin)
        gezien.add(naam)


def _verwijst_naar(naam: str, tekst: str) -> bool:
    """Whether `tekst` refers to the note `naam`, other than by writing it."""
    merk = f"[^{naam}]"
    return merk in tekst and tekst.count(merk) > len(re.findall(rf"^ {{0,3}}{re.escape(merk)}:", tekst, re.MULTILINE))
