"""Number words in a Dutch text (text2num), with what Dutch adds: *één*, *twintigtal*, *tweemaal*, *anderhalf*."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from text_to_num import text2num

if TYPE_CHECKING:
    from collections.abc import Iterator

MACHTEN = {"duizend": Decimal(10) ** 3, "miljoen": Decimal(10) ** 6, "miljard": Decimal(10) ** 9}
_WOORD = re.compile(r"[^\W\d_]+")
# Every number word holds one of these: asking text2num of each word of a paper takes longer than all other rules.
_STAM = re.compile(
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|tachtig"
    "|honderd|duizend|joen|jard"
)
# Most texts hold none, and then their words need not be looked at one by one.
_MOGELIJK = re.compile(f"{_STAM.pattern}|anderhal|[eé]én")
_HALVEN = {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}
_ACHTERVOEGSELS = ("tal", "maal")
# ‘acht’ is also a verb (to deem) and a noun (heed): then one of these follows.
_ACHT_ALS_WERKWOORD = re.compile(
    r"\s+(?:het|de|dit|dat|deze|die|een|zich|zij|hij|wij|te\s+nemen|nemen|neemt|genomen|slaan|slaat)\b"
)


def telwoorden_in(tekst: str) -> Iterator[tuple[int, int, Decimal]]:
    """Begin, end and value of each number word of `tekst` from *twee* up, and *één*."""
    woorden = list(_WOORD.finditer(tekst)) if _MOGELIJK.search(tekst.lower()) else []
    plaats = 0
    while plaats < len(woorden):
        eerste, laatste = woorden[plaats], woorden[plaats]
        getal = _lees(eerste[0])
        plaats += 1
        if getal is None or (eerste[0].lower() == "acht" and _ACHT_ALS_WERKWOORD.match(tekst, eerste.end())):
            continue
        while plaats < len(woorden) and (samen := _lees_samen(tekst, eerste, laatste, woorden[plaats])) is not None:
            getal, laatste = samen, woorden[plaats]
            plaats += 1
        yield eerste.start(), laatste.end(), getal


def _lees_samen(tekst: str, eerste: re.Match[str], laatste: re.Match[str], volgende: re.Match[str]) -> Decimal | None:
    """The number when `volgende` belongs to it ("twee miljoen", "duizend vierhonderd"); None when it does not."""
    hecht = volgende[0].lower() in MACHTEN or laatste[0].lower().endswith(tuple(MACHTEN))
    if not hecht or not tekst[laatste.end() : volgende.start()].isspace() or _lees(volgende[0]) is None:
        return None
    return _text2num(" ".join(tekst[eerste.start() : volgende.end()].split()).lower())


@lru_cache(maxsize=8192)
def _lees(woord: str) -> Decimal | None:
    """The value of one word; None for what is no number, and for *een* and *nul*."""
    klein = woord.lower().replace("eén", "één")
    if klein in _HALVEN:
        return _HALVEN[klein]
    if klein == "één":
        return Decimal(1)
    getal = _text2num(klein)
    for achtervoegsel in _ACHTERVOEGSELS:
        if getal is None and klein.endswith(achtervoegsel):
            getal = _text2num(klein.removesuffix(achtervoegsel))
    return getal if getal is not None and getal >= 2 else None


def _text2num(woorden: str) -> Decimal | None:
    if not _STAM.search(woorden):
        return None
    try:
        return Decimal(text2num(woorden, "nl"))
    except ValueError:
        return None
