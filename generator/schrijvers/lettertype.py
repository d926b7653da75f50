"""A TrueType font: how wide a text is, and a copy with only the glyphs a page uses (OpenType specification).

Our own, for speed: fontTools takes 140 to 350 ms to import and 170 to 310 ms to cut the three faces of a paper, without
kerning; this module takes 20 to 40 ms for them, and gives files as small.

The copy leaves out kerning and ligatures and is not compressed: what a compressor makes differs from machine to
machine. It carries the font's copyright and licence but not its name, as the SIL Open Font License asks of a
changed version (OFL 1.1, condition 3).
"""

from __future__ import annotations

import struct
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats, SchrijfError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Tables that are copied as they are; the others are made anew or left out.
_OVERGENOMEN = ("OS/2", "cvt ", "fpgm", "gasp", "prep")
# Copyright, licence and its address: the entries of ``name`` that stay.
_NAMEN = {0, 13, 14}


@lru_cache(maxsize=8)
def open_lettertype(inhoud: bytes) -> TrueType:
    """The font in `inhoud`; SchrijfError when it is no TrueType font."""
    try:
        letter = TrueType(inhoud)
        letter.breedte("n", 1)
    except (struct.error, KeyError, IndexError, ZeroDivisionError) as fout:
        raise SchrijfError(
            Fout(Plaats("lettertypen"), "een lettertype is niet te lezen", "een TrueType-bestand (.ttf)",
                 "kies in huisstijl.yaml een ander bestand")
        ) from fout  # fmt: skip
    return letter


# Marks that are obeyed, not drawn.
_ONZICHTBAAR = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\n", "\t"} | {
    chr(teken) for teken in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


class TrueType:
    """One face of a family."""

    def __init__(self, inhoud: bytes) -> None:
        (aantal,) = struct.unpack_from(">H", inhoud, 4)
        self._inhoud = inhoud
        self._tabellen: dict[str, bytes] = {}
        for i in range(aantal):
            naam, _, begin, lengte = struct.unpack_from(">4sIII", inhoud, 12 + 16 * i)
            self._tabellen[naam.decode("latin-1")] = inhoud[begin : begin + lengte]

    def breedte(self, tekst: str, corps: float) -> float:
        """The width of `tekst` on one line at `corps` points, in points; kerning aside."""
        eenheden = sum(self._breedtes[self._glief(teken)] for teken in tekst)
        return eenheden * corps / int(struct.unpack_from(">H", self._tabellen["head"], 18)[0])

    def ontbrekende_tekens(self, tekst: str) -> list[str]:
        """The characters of `tekst` that this face cannot draw, each once, in order; spaces and marks aside."""
        return [
            teken
            for teken in dict.fromkeys(tekst)
            if not teken.isspace() and teken not in _ONZICHTBAAR and ord(teken) not in self._glieven
        ]

    def subset(self, tekens: Iterable[str]) -> bytes:
        """The font with only the glyphs of `tekens`; all of it when its outlines are not TrueType's own."""
        if "glyf" not in self._tabellen:
            return self._inhoud
        teken_glief = {ord(teken): self._glieven[ord(teken)] for teken in tekens if ord(teken) in self._glieven}
        nodig = sorted(self._met_onderdelen({0, *teken_glief.values()}))
        nummers = {oud: nieuw for nieuw, oud in enumerate(nodig)}
        begin, glyf = [0], bytearray()
        for glief in nodig:
            omtrek = self._omtrek(glief)
            omtrek = _met(omtrek, *((plek, ">H", nummers[deel]) for plek, deel in _onderdelen(omtrek)))
            glyf += omtrek + bytes(-len(omtrek) % 4)
            begin.append(len(glyf))
        nieuw = {naam: self._tabellen[naam] for naam in _OVERGENOMEN if naam in self._tabellen}
        nieuw |= {
            "cmap": _cmap({teken: nummers[glief] for teken, glief in teken_glief.items()}),
            "glyf": bytes(glyf),
            "head": _met(self._tabellen["head"], (8, ">I", 0), (50, ">H", 1)),
            "hhea": _met(self._tabellen["hhea"], (34, ">H", len(nodig))),
            "hmtx": b"".join(map(self._maat, nodig)),
            "loca": struct.pack(f">{len(begin)}I", *begin),
            "maxp": _met(self._tabellen["maxp"], (4, ">H", len(nodig))),
            "name": _name(self._tabellen["name"]),
            "post": _met(self._tabellen["post"][:32], (0, ">I", 0x00030000)),
        }
        return _bestand(nieuw)

    def _glief(self, teken: str) -> int:
        return self._glieven.get(ord(teken), 0)

    @cached_property
    def _maten(self) -> int:
        return int(struct.unpack_from(">H", self._tabellen["hhea"], 34)[0])

    @cached_property
    def _breedtes(self) -> list[int]:
        """The advance width of every glyph, in font units; those without one of their own share the last."""
        (aantal,) = struct.unpack_from(">H", self._tabellen["maxp"], 4)
        eigen = struct.unpack_from(f">{2 * self._maten}H", self._tabellen["hmtx"])[::2]
        return [*eigen, *[eigen[-1]] * (aantal - self._maten)]

    def _maat(self, glief: int) -> bytes:
        """Advance width and left side bearing of one glyph, as ``hmtx`` has them."""
        plek = 4 * glief + 2 if glief < self._maten else 4 * self._maten + 2 * (glief - self._maten)
        return struct.pack(">H", self._breedtes[glief]) + self._tabellen["hmtx"][plek : plek + 2]

    @cached_property
    def _glieven(self) -> dict[int, int]:
        """Code point → glyph, from the Unicode subtables of format 4 and 12."""
        cmap = self._tabellen["cmap"]
        (aantal,) = struct.unpack_from(">H", cmap, 2)
        uit: dict[int, int] = {}
        for i in range(aantal):
            platform, _, plek = struct.unpack_from(">HHI", cmap, 4 + 8 * i)
            (vorm,) = struct.unpack_from(">H", cmap, plek)
            if platform in {0, 3} and vorm in {4, 12}:
                uit.update(_vorm_4(cmap, plek) if vorm == 4 else _vorm_12(cmap, plek))
        return uit

    def _omtrek(self, glief: int) -> bytes:
        loca, lang = self._tabellen["loca"], self._tabellen["head"][51]
        van, tot = struct.unpack_from(">II", loca, 4 * glief) if lang else struct.unpack_from(">HH", loca, 2 * glief)
        return self._tabellen["glyf"][van:tot] if lang else self._tabellen["glyf"][2 * van : 2 * tot]

    def _met_onderdelen(self, glieven: set[int]) -> set[int]:
        """`glieven` and those they are put together from (é is e with an accent)."""
        uit, te_gaan = set(glieven), list(glieven)
        while te_gaan:
            for _, deel in _onderdelen(self._omtrek(te_gaan.pop())):
                if deel not in uit:
                    uit.add(deel)
                    te_gaan.append(deel)
        return uit


def _onderdelen(omtrek: bytes) -> Iterator[tuple[int, int]]:
    """The glyphs a composite outline names, each with its place in it; none for a simple one."""
    if len(omtrek) < 2 or struct.unpack_from(">h", omtrek)[0] >= 0:
        return
    plek, vlaggen = 10, 0x20
    while vlaggen & 0x20:  # more components follow
        vlaggen, glief = struct.unpack_from(">HH", omtrek, plek)
        yield plek + 2, glief
        plek += 4 + (4 if vlaggen & 0x01 else 2)
        plek += 2 if vlaggen & 0x08 else 4 if vlaggen & 0x40 else 8 if vlaggen & 0x80 else 0


def _vorm_4(cmap: bytes, begin: int) -> Iterator[tuple[int, int]]:
    aantal = struct.unpack_from(">H", cmap, begin + 6)[0] // 2
    einden, starten, sprongen, plekken = (
        struct.unpack_from(f">{aantal}H", cmap, begin + 14 + stap)
        for stap in (0, 2 * aantal + 2, 4 * aantal + 2, 6 * aantal + 2)
    )
    for i, (start, einde) in enumerate(zip(starten, einden, strict=True)):
        for teken in range(start, min(einde, 0xFFFE) + 1):
            glief = teken
            if plekken[i]:
                hier = begin + 16 + 6 * aantal + 2 * i
                (glief,) = struct.unpack_from(">H", cmap, hier + plekken[i] + 2 * (teken - start))
            if glief:
                yield teken, (glief + sprongen[i]) & 0xFFFF


def _vorm_12(cmap: bytes, begin: int) -> Iterator[tuple[int, int]]:
    (groepen,) = struct.unpack_from(">I", cmap, begin + 12)
    for i in range(groepen):
        start, einde, glief = struct.unpack_from(">III", cmap, begin + 16 + 12 * i)
        yield from zip(range(start, einde + 1), range(glief, glief + einde - start + 1), strict=True)


def _cmap(teken_glief: Mapping[int, int]) -> bytes:
    """One subtable of format 12, a group a character."""
    groepen = b"".join(struct.pack(">III", teken, teken, teken_glief[teken]) for teken in sorted(teken_glief))
    kop = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    return kop + struct.pack(">HHIII", 12, 0, 16 + len(groepen), 0, len(teken_glief)) + groepen


def _name(name: bytes) -> bytes:
    """The ``name`` table with only the entries of `_NAMEN`."""
    aantal, woorden = struct.unpack_from(">HH", name, 2)
    regels = [struct.unpack_from(">6H", name, 6 + 12 * i) for i in range(aantal)]
    uit, tekst = b"", b""
    for platform, codering, taal, soort, lengte, plek in regels:
        if soort in _NAMEN:
            uit += struct.pack(">6H", platform, codering, taal, soort, lengte, len(tekst))
            tekst += name[woorden + plek : woorden + plek + lengte]
    return struct.pack(">HHH", 0, len(uit) // 12, 6 + len(uit)) + uit + tekst


def _met(tabel: bytes, *waarden: tuple[int, str, int]) -> bytes:
    """`tabel` with each value written at its place."""
    uit = bytearray(tabel)
    for plek, vorm, waarde in waarden:
        struct.pack_into(vorm, uit, plek, waarde)
    return bytes(uit)


def _bestand(tabellen: Mapping[str, bytes]) -> bytes:
    """A font file of `tabellen`, sorted by name, each with its checksum."""
    macht = len(tabellen).bit_length() - 1
    kop = struct.pack(">IHHHH", 0x00010000, len(tabellen), 16 << macht, macht, 16 * len(tabellen) - (16 << macht))
    romp, plek = b"", 12 + 16 * len(tabellen)
    for naam in sorted(tabellen):
        gevuld = tabellen[naam] + bytes(-len(tabellen[naam]) % 4)
        som = sum(struct.unpack(f">{len(gevuld) // 4}I", gevuld)) & 0xFFFFFFFF
        kop += struct.pack(">4sIII", naam.encode("latin-1"), som, plek + len(romp), len(tabellen[naam]))
        romp += gevuld
    return kop + romp
