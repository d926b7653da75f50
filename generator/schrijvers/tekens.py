"""Which characters a TrueType font lacks, read from its cmap table (OpenType specification, ``cmap``)."""

from __future__ import annotations

import struct
from functools import lru_cache

# Marks that are obeyed, not drawn.
_ONZICHTBAAR = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\n", "\t"} | {
    chr(teken) for teken in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def ontbrekende_tekens(tekst: str, lettertype: bytes) -> list[str]:
    """The characters of `tekst` that `lettertype` cannot draw, each once, in order; spaces and marks aside."""
    bekend = _tekens(lettertype)
    return [
        teken
        for teken in dict.fromkeys(tekst)
        if not teken.isspace() and teken not in _ONZICHTBAAR and ord(teken) not in bekend
    ]


@lru_cache(maxsize=4)
def _tekens(lettertype: bytes) -> frozenset[int]:
    """Every code point in the font's Unicode subtables of format 4 and 12."""
    (aantal,) = struct.unpack_from(">H", lettertype, 4)
    begin = next(
        struct.unpack_from(">I", lettertype, 12 + 16 * i + 8)[0]
        for i in range(aantal)
        if lettertype[12 + 16 * i : 16 + 16 * i] == b"cmap"
    )
    (subtabellen,) = struct.unpack_from(">H", lettertype, begin + 2)
    uit: set[int] = set()
    for i in range(subtabellen):
        platform, _, plek = struct.unpack_from(">HHI", lettertype, begin + 4 + 8 * i)
        (vorm,) = struct.unpack_from(">H", lettertype, begin + plek)
        if platform in {0, 3} and vorm == 4:
            uit |= _vorm_4(lettertype, begin + plek)
        elif platform in {0, 3} and vorm == 12:
            uit |= _vorm_12(lettertype, begin + plek)
    return frozenset(uit)


def _vorm_4(lettertype: bytes, begin: int) -> set[int]:
    (dubbel,) = struct.unpack_from(">H", lettertype, begin + 6)
    einden = struct.unpack_from(f">{dubbel // 2}H", lettertype, begin + 14)
    starten = struct.unpack_from(f">{dubbel // 2}H", lettertype, begin + 16 + dubbel)
    return {
        teken
        for start, einde in zip(starten, einden, strict=True)
        for teken in range(start, einde + 1)
        if start != 0xFFFF
    }


def _vorm_12(lettertype: bytes, begin: int) -> set[int]:
    (groepen,) = struct.unpack_from(">I", lettertype, begin + 12)
    uit: set[int] = set()
    for i in range(groepen):
        start, einde, _ = struct.unpack_from(">III", lettertype, begin + 16 + 12 * i)
        uit.update(range(start, einde + 1))
    return uit
