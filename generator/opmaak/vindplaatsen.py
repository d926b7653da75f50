"""Numbers that count nothing but say where something stands: articles, official gazettes, annexes, list items.

Those that are part of a name count nothing either (`getalnamen`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.opmaak.getalnamen import NAMEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.opmaak.vondsten import Vondst

_WOORD = "twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_NR = rf"(?:\d+[a-z]{{0,2}}(?:[:.]\d+[a-z]{{0,2}})*°?|(?:{_WOORD}|één)\b)"
_ORDE = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)\b"
_LID = rf"{_ORDE}\s+(?:en\s+\w+\s+)?lid"
# A number that follows goes on the enumeration only when no noun comes after it: "artikel 160 en 169", but not
# "artikel 3, 168 plaatsen".
_VERVOLG = (
    rf"(?:\s*(?:[,;]|\ben\b|\bof\b|\btot\s+en\s+met\b|\bt/m\b|\bjo\.|\bjuncto\b|–|-)\s*{_NR}"
    rf"(?=\s*(?:[,.;:)\]”’]|$|en\b|of\b|lid\b|jo\b|juncto\b|tot\s+en\s+met\b|t/m\b|van\b|{_LID})))*"
)
_NRS = rf"{_NR}{_VERVOLG}(?:,?\s+(?:lid|leden|onder|onderdeel)\s+(?:[a-z]\b|{_NR}{_VERVOLG}))*"
_WETTEN = r"Awb|Atw|Woo|Wro|Wmo|AVG|Wgr|BW|Bkl|Bbl|Ob|Ow|Wet\s+COA|[A-Z]?[a-z]*wet"
# Of these a number counts as well ("de afdeling 12 mensen"): what follows must go on about the law, or end.
_AFDELING = r"(?:afdeling(?:en)?|titels?|boek|deel)"
_NA_AFDELING = rf"(?=\s*(?:[,.;:)\]”’](?!\d)|$|(?:en|of|uit|van|is|zijn|geldt|gelden)\b|(?:{_WETTEN})\b))"
# Behind two numbers of more than one: no noun, for then the last one may count ("wij vragen 3 of 4 plaatsen").
_GEEN_NAAMWOORD = (
    r"(?=\s+(?:staan|staat|gaan|gaat|zijn|waren|worden|werden|hebben|kunnen|moeten|over|uit|bij|niet|ook|die|dat|samen"
    r"|hierboven|hieronder|(?:in|op|aan)\s+(?:de|het|dit|deze|die)|beantwoorden|behandelen|horen|komen|volgen)\b)"
)
_PAAR = rf"{_NR}(?:\s*,\s*{_NR})*\s*(?:\ben\b|\bof\b|\btot\s+en\s+met\b|\bt/m\b|–|-)\s*{_NR}{_GEEN_NAAMWOORD}"
_MEERVOUDEN = (
    r"artikelen|bijlagen|tabellen|figuren|vraagstukken|vragen|scenario[’']?s|hoofdstukken|paragrafen|punten"
    r"|beslispunten|agendapunten"
)
_NUMMERING = (
    r"bijlagen?|tabel(?:len)?|figu(?:ur|ren)|grafiek(?:en)?|vraagstuk(?:ken)?|vra(?:ag|gen)|scenario(?:[’']?s)?"
    r"|hoofdstuk(?:ken)?|paragra(?:af|fen)|beslispunt(?:en)?|agendapunt(?:en)?|onderde(?:el|len)|voetno(?:ot|ten)|stap(?:pen)?"
    r"|punt(?:en)?|optie|variant|pagina[’']?s?|bladzijden?|blz\.|pag\.|p\.|§+"
)
# What goes before a number or a row of them, in one pattern: a row is long, and takes long to compile.
_VOOR_NUMMERS = rf"\b[Aa](?:rtikel(?:en)?|rtt?\.)\s+|\b(?:{_WETTEN}),?\s+"
# Which part of an article: "tweede lid", "derde en vierde lid", "onder b"; with its article, where that goes before it.
# After t no law goes on, and "onder u" are people.
_DEEL = re.compile(
    rf"(?:(?:{_VOOR_NUMMERS}){_NRS},?\s+)?(?:\b(?P<lid>{_ORDE}(?:(?:,|\s+en|\s+of|\s+tot\s+en\s+met|\s+t/m)\s+{_ORDE})*)"
    r"\s+(?:lid|leden)\b|\bonder(?:de(?:el|len))?\s+(?P<onder>[a-t]\b(?:(?:,|\s+en|\s+of|\s+tot\s+en\s+met)\s+[a-t]\b)*))"
)
_PATRONEN = tuple(
    (reden, re.compile(patroon, re.MULTILINE))
    for reden, patroon in (
        ("artikelnummer", rf"(?:{_VOOR_NUMMERS}){_NRS}"),
        ("lidnummer", rf"\b(?:lid|leden)\s+{_NR}{_VERVOLG}|\b\d+(?:e|de|ste)\s+lid\b"),
        ("officiële publicatie", r"\b(?:Stb|Stcrt|Trb)\.?\s*\d{4},?\s*(?:nr\.?\s*)?\d+(?:-\d+)?"),
        (
            "officiële publicatie",
            r"\bKamerstuk(?:ken)?\b[\sI,TKE]*\d{4}\s?[/–-]\s?\d{2,4},?\s*\d{2}\s?\d{3},?\s*(?:nr\.?\s*)?\d+",
        ),
        ("officiële publicatie", r"\bECLI:[A-Z]{2}:\w+:\d{4}:[\w.]*\w|\bBWB[RV]\d+"),
        (
            "naam van regelgeving",
            r"\b(?:[Rr]ichtlijn|[Vv]erordening)\s+(?:\(E[UG]\)\s+)?(?:nr\.\s+)?\d+/\d+(?:/[A-Z]+)?",
        ),
        ("naam van regelgeving", r"\bWmo\s+2015\b"),
        ("naam van een norm", r"\b(?:EN|ISO|NEN(?:-EN|-ISO)*|WCAG|PDF/U?A)[ -]?\d\w*(?:[.:-]\w+)*"),
        ("verwijzing", rf"(?<!\w)(?i:{_NUMMERING})\s*(?<=[\s§])(?:nr\.\s+)?{_NRS}"),
        ("verwijzing", rf"\b(?i:{_AFDELING})\s+{_NRS}{_NA_AFDELING}"),
        ("verwijzing", rf"\b(?i:{_MEERVOUDEN})\s+{_PAAR}"),
        *NAMEN,
        ("lijstnummer", r"^\s*\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|^\s*\d{1,2}(?:\.\d{1,2})+\s+(?=[A-Z])"),
    )
)  # fmt: skip


def vindplaats(tekst: str, vondst: Vondst) -> str:
    """Why `vondst` is no figure but says where something stands ("artikelnummer"); empty when it is a figure."""
    return next((r for begin, eind, r in _plekken(tekst) if begin <= vondst.begin and vondst.eind <= eind), "")


def is_vindplaats(tekst: str, vondst: Vondst) -> bool:
    """Whether `vondst` says where something stands and counts nothing."""
    return bool(vindplaats(tekst, vondst))


def vindplaats_om(tekst: str, vondst: Vondst) -> tuple[int, int] | None:
    """Where in `tekst` the reference begins and ends that `vondst` is part of; None for a figure or a list number."""
    return next(
        ((begin, eind) for begin, eind, reden in _plekken(tekst)
         if begin <= vondst.begin and vondst.eind <= eind and reden != "lijstnummer"), None
    )  # fmt: skip


def artikeldelen(tekst: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Each part of an article that `tekst` names in words or letters ("artikel 4, tweede lid", "onder b").

    Of each the place of the whole reference, and of the words in it that say which part.
    """
    yield from ((match.span(), match.span(match.lastgroup or 0)) for match in _DEEL.finditer(tekst))


@lru_cache(maxsize=16)
def _plekken(tekst: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((*match.span(), reden) for reden, patroon in _PATRONEN for match in patroon.finditer(tekst))
