"""Words before a number that take away its hardness: *circa*, *bijna*, *meer dan*, *ten hoogste*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.opmaak.omgerekend import geschaald
from generator.opmaak.vondsten import getallen_in

if TYPE_CHECKING:
    from decimal import Decimal

BIJ_BENADERING = r"(?:circa|ongeveer|ca\.|zo[’']n|naar schatting)"
# As a source may write it; our own papers write *circa* (taal.yaml).
_CIRCA = (
    rf"(?:{BIJ_BENADERING}|ca|rond(?:\s+de)?|om\s+en\s+nabij(?:\s+de)?|bij\s+benadering|plusminus|pakweg"
    r"|een\s+(?:kleine|goede))"
)
_TEKEN = r"(?:[±≈~]|\+/[-−–])"
_BIJNA = r"(?:bijna|ruim|krap|nagenoeg)"  # near it, and on which side
_GRENS = (
    r"(?:(?:niet\s+|geen\s+)?(?:meer|minder|groter|kleiner|hoger|lager|langer|korter)(?:\s+\w+)?\s+dan|boven(?:\s+de)?"
    r"|ten\s?minste|minstens|minimaal|op\s+zijn\s+minst|ten\s?hoogste|hoogstens|hooguit|maximaal|op\s+zijn\s+hoogst)"
)
_ERVOOR = re.compile(
    rf"(?:\b(?P<grens>{_GRENS})\s+)?(?:\b(?P<bijna>{_BIJNA})\s+|(?P<circa>\b{_CIRCA}\s+|{_TEKEN}\s*))?$", re.IGNORECASE
)
_ERGENS_CIRCA = re.compile(rf"\b(?:{_CIRCA}|{_BIJNA}|\w+tigtal|(?:tien|honderd|duizend)tal)\s|{_TEKEN}", re.IGNORECASE)
_ERGENS_GRENS = re.compile(
    rf"\b(?:{_GRENS}|{_BIJNA})\s|\bof\s+(?:meer|minder|groter|kleiner|hoger|lager|langer|korter)\b", re.IGNORECASE
)


class Nuance(Struct, frozen=True):
    """The words right before a number; empty where there are none.

    Attributes:
        circa: what makes it circa ("ongeveer").
        bijna: what puts it near, on one side ("ruim").
        grens: what makes it a threshold ("meer dan").
    """

    circa: str = ""
    bijna: str = ""
    grens: str = ""


def nuance_van(getal: Decimal, tekst: str) -> Nuance | None:
    """The words before `getal` in `tekst`: none when it also stands there bare; None when it does not stand there."""
    uit = []
    for vondst in getallen_in(tekst):
        if getal in geschaald(vondst, tekst):
            delen = _ERVOOR.search(tekst[: vondst.begin])
            woorden = delen.groupdict().items() if delen else ()
            uit.append(Nuance(**{naam: (deel or "").strip() for naam, deel in woorden}))
    return next((deel for deel in uit if deel == Nuance()), uit[0] if uit else None)


def noemt_circa(tekst: str) -> bool:
    """Whether `tekst` calls a number of it circa, wherever: ``ongeveer enkele maanden tot 3 jaar``, ``twintigtal``."""
    return _ERGENS_CIRCA.search(tekst) is not None


def noemt_grens(tekst: str) -> bool:
    """Whether `tekst` makes a number of it a threshold, wherever: ``boven de 100``, ``100 of meer``."""
    return _ERGENS_GRENS.search(tekst) is not None
