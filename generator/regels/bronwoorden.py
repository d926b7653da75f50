"""Another source beside a typed reference: a law, a paper, a page; what such a source numbers, nobody here can look up.

A number in a sentence that names one, or right after such a sentence, may be of that source. Only what cannot be is
held against this paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Collection

LINK = "\ufffb"  # the first character of words that lead to another paper
_EEN_LINK = "een ander stuk"
# Abbreviations and names of laws and standards, a page: of those this paper is none, whatever else stands there.
_WET = (
    r"\b(?:A[wt]b|Atw|Woo|AVG|Wgr|Wmo|BW|Bal|Bbl|Bkl|APV|Stb|Stcrt|NEN(?:-\w+)?|ISO|CROW|[Ww]et|[A-Z]\w*wet|[Aa]rt(?:ikel|\.)"
    r"(?=\s*\d))\b"
)
_PAGINA = r"\b(?:blz|pag|p)\.|\bbladzijden?\b|\bpagina\b"
_VAST = re.compile(rf"{_WET}|{_PAGINA}")
# What a paper is called, as the last part of a word: kadernota, jaarstukken, haalbaarheidsonderzoek.
_STUKWOORD = (
    r"\b(?!hoofdstuk|vraagstuk)[\w-]*(?:nota|brief|rapport(?:age)?|besluit|wet|regeling|verordening|richtlijn|motie|notitie"
    r"|memo|handreiking|verslag|overeenkomst|contract|advies|onderzoek|enquête|plan|visie|begroting|\Brekening|stuk|voorstel"
    r"|amendement|circulaire|document|studie|monitor|agenda|website|presentatie|lijst|formulier|offerte|convenant|\Bkader"
    r"|akkoord|programma|protocol|reglement|statuut|statuten|norm|leidraad|boek|gids|brochure|folder|krant|publicatie"
    r"|beschikking|vergunning|uitspraak|vonnis|arrest|toelichting|evaluatie|analyse|verkenning|inventarisatie|scan"
    r"|prognose|raming|wijziging|tekening|bestek|aanvraag|schrift|schrijven|overzicht|factsheet|mail|catalogus"
    rf"|akte)(?:s|en|ten|ken|n|’s)?\b|{LINK}"
)
_STUK = re.compile(_STUKWOORD, re.IGNORECASE)
# Further on behind the number, after what that part is called: "hoofdstuk 6 Alternatieven van het onderzoek".
_VERDEROP = re.compile(
    rf"[^.;:]*\b(?:van|uit|in|bij|op)\s+(?:de|het|een|die|dat)\s+(?:[\w-]+\s+){{0,2}}?(?:{_STUKWOORD})", re.IGNORECASE
)
_BIJLAGE = re.compile(r"\bbijlagen?\b", re.IGNORECASE)
# Behind the number something that has it: "tabel 4 van het COA", "figuur 3, ontleend aan de offerte".
_ERACHTER = re.compile(
    r"\s*(?:,\s*)?(?:van|bij|uit|ontleend\s+aan|overgenomen\s+uit)\s+(?!dit\b|deze\b|ons\b|onze\b)\w"
)
_VERWIJST = re.compile(r"(?:\b[Zz]ie\s+(?:ook\s+)?(?:de\s+|in\s+)?|\bals\s+|\bis\s+|\()$")


class Omgeving(Struct, frozen=True):
    """What stands around a reference: its sentence up to it and from it on, and the sentence before."""

    ervoor: str
    erachter: str
    voorafgaand: str


class Bronzoeker:
    """Finds in the words around a reference which other source it may be about, for a paper of one kind."""

    def __init__(self, soort: str, titels: Collection[str]) -> None:
        """`soort` is what kind of paper it is, `titels` what the sources of its dossier are called."""
        namen, heel = "|".join(_namen(soort)), soort.partition("-")[0]
        voorstel = "|voorstel" if heel.endswith("voorstel") else ""
        zelf = rf"(?:dit|deze)\s+(?:[\w-]+\s+)?(?:{namen}|stuk|document)|(?:het|de|ons)\s+(?:{heel}{voorstel})"
        self._zelf = re.compile(rf"\b(?:{zelf})\b(?!\s+(?:van|over|bij|uit)\b)", re.IGNORECASE)
        plek = r"hier(?:onder|boven|na|in)\b|verderop\b"
        self._van_zelf = re.compile(rf"\s*(?:(?:van|bij|uit|in)\s+(?:{self._zelf.pattern})|{plek})", re.IGNORECASE)
        self._titels = [titel for titel in titels if titel]

    def is_eigen(self, omgeving: Omgeving) -> bool:
        """Whether the words say that it is about this paper: "tabel 3 van dit voorstel", "tabel 3 hieronder"."""
        return self._van_zelf.match(omgeving.erachter) is not None

    def vind(self, omgeving: Omgeving, *, bijlage: bool) -> tuple[str, bool]:
        """The source that is named, empty for none; and whether the reference may yet be of this paper.

        "Zie tabel 9" tells the reader of this paper where to look. An attachment in brackets behind a source may be
        that source (`bijlage`).
        """
        if vondst := _ERACHTER.match(omgeving.erachter):
            return vondst[0].strip(), False
        zin = f"{omgeving.ervoor}{omgeving.erachter}"
        zin, vorige = self._zelf.sub("", zin), self._zelf.sub("", omgeving.voorafgaand)
        if vondst := _VAST.search(f"{vorige} {zin}") or _VERDEROP.match(self._zelf.sub("", omgeving.erachter)):
            return vondst[0], False
        bron = self._bron_in(zin) or self._bron_in(vorige)
        if not bron and not bijlage and (vondst := _BIJLAGE.search(f"{vorige} {zin}")):
            bron = vondst[0]
        wijst = _VERWIJST.search(omgeving.ervoor)
        is_hier = wijst is not None and (bijlage or wijst[0].lower().startswith("zie"))
        return bron, is_hier

    def _bron_in(self, tekst: str) -> str:
        if titel := next((titel for titel in self._titels if titel in tekst), ""):
            return titel
        vondst = _STUK.search(tekst)
        return "" if vondst is None else _EEN_LINK if vondst[0] == LINK else vondst[0]


def _namen(soort: str) -> set[str]:
    """What a paper of this kind calls itself: "raadsvoorstel" and "voorstel"."""
    kern = soort.partition("-")[0]
    return {kern, *(deel for deel in ("voorstel", "nota", "brief", "besluit", "overeenkomst") if kern.endswith(deel))}
