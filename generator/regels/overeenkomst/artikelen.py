"""The agreement's own articles, where its text or another paper names one by a number that somebody typed.

A reference by label (``[](#opening)``) has the number of its article; this is about the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Artikel
from generator.document.walk import walk_blocks
from generator.opmaak import rangtelwoord
from generator.regels.overeenkomst.melden import SOORT
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten
from generator.regels.wetscitaten import maak_loslezer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.regels.wetscitaten import LosArtikel

_OVEREENKOMST = r"(?:(?:ontwerp|concept)-?)?(?:bestuurs)?overeenkomst\b"
_VAN_DE_OVEREENKOMST = re.compile(rf",? (?:van|uit|in) (?:de|deze|die) {_OVEREENKOMST}", re.IGNORECASE)
_OVEREENKOMST_ERVOOR = re.compile(rf"(?<![\w-]){_OVEREENKOMST},? \(?$", re.IGNORECASE)
_VAN_IETS_ANDERS = re.compile(r",? (?:van|uit|in|bij) (?:de|het|deze|dit|die|dat|een)\b")
# What an article in the rest of its sentence may be of: ‘Volgens de Huisvestingsverordening (artikel 24)’.
_REGELING = re.compile(
    r"\b(?:[Ww]et|\w+wet|wetboek|Awb|AVG|UAVG|BW|Woo|Wmo|Wgr)\b|\b[A-Z]\w*besluit\b"
    r"|(?:verordening|regeling|reglement|richtlijn|verdrag|statuten|bijlage|huurovereenkomst|koopovereenkomst)\b"
)
_ZINSEINDE = re.compile(r"[.?!;]\s")


@regel("OV-ARTIKEL", neemt=Neemt.STUKKEN)
def artikel_van_de_overeenkomst_bestaat(zaak: Zaak) -> Iterator[Bevinding]:
    """An article or paragraph of the agreement is named that it does not have.

    In the agreement that is an article without a law, as long as its sentence names none before it; in another paper
    one that says it is of the agreement.
    """
    leden = _leden_per_artikel(zaak)
    if not leden:
        return
    lees = maak_loslezer(zaak.recht.artikelen)
    for naam, blok, tekst in teksten(zaak):
        zelf = zaak.dossier.stukken[naam].soort.woorden == SOORT
        for genoemd in lees(tekst) if zelf or "vereenkomst" in tekst else ():
            if _is_van_de_overeenkomst(tekst, genoemd, zelf=zelf) and (mist := _mist(genoemd, leden)):
                yield Bevinding(
                    "OV-ARTIKEL", Ernst.FOUT, (plaats(blok),),
                    {"stuk": naam, "verwijzing": tekst[genoemd.begin : genoemd.eind], "mist": mist},
                )  # fmt: skip


def _leden_per_artikel(zaak: Zaak) -> dict[str, int]:
    """How many paragraphs each article of the agreement has, by its number; none of no agreement, or of several."""
    soorten = {naam: zaak.dossier.stukken[naam].soort.woorden for naam in zaak.stukken}
    stukken = [stuk for naam, stuk in zaak.stukken.items() if soorten[naam] == SOORT]
    blokken = walk_blocks(stukken[0]) if len(stukken) == 1 else ()
    return {str(blok.nummer): len(blok.leden) for blok in blokken if isinstance(blok, Artikel)}


def _is_van_de_overeenkomst(tekst: str, genoemd: LosArtikel, *, zelf: bool) -> bool:
    """Whether an article without a law is one of the agreement; `zelf` for the agreement's own text."""
    ervoor = _ZINSEINDE.split(tekst[: genoemd.begin])[-1]
    if _VAN_DE_OVEREENKOMST.match(tekst, genoemd.eind):
        return True
    if _VAN_IETS_ANDERS.match(tekst, genoemd.eind) or _REGELING.search(ervoor):
        return False
    return zelf or _OVEREENKOMST_ERVOOR.search(ervoor) is not None


def _mist(genoemd: LosArtikel, leden: Mapping[str, int]) -> str:
    """What the agreement does not have of what is named; empty when it has all, or when the number is of a law."""
    for nummer in genoemd.nummers:
        if nummer.isdecimal() and nummer not in leden:
            return f"zij heeft {len(leden)} artikelen"
    laatste = genoemd.nummers[-1]
    if laatste in leden and genoemd.leden and max(genoemd.leden) > leden[laatste]:
        aantal = "één lid" if leden[laatste] == 1 else f"{leden[laatste]} leden"
        return f"artikel {laatste} heeft {aantal}, en geen {rangtelwoord(max(genoemd.leden))} lid"
    return ""
