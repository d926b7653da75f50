"""The house style as one value, read by all writers. Made by ``generator.inhoud.huisstijl``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class Lettertype(Struct, frozen=True):
    """A type family. `naam` is the family in the font files, `word` what Word calls it on users' machines."""

    naam: str
    word: str
    bestanden: Mapping[str, bytes]  # "regular", "bold", "italic", "bolditalic" → TrueType file


class Huisstijl(Struct, frozen=True):
    """Tokens of the house style.

    Attributes:
        lettertype: the family for everything.
        kleuren: ``tekst``, ``accent`` (headings, lines), ``vlak`` (tint behind frames and table heads),
            ``lijn`` (hairlines), ``zacht`` (notes, footers); each ``#rrggbb``, contrast checked on loading.
        reeksen: colours of chart series, dark to light, distinguishable in grey.
        corps: sizes in points: ``tekst``, ``klein``, ``titel``, ``kop1``, ``kop2``, ``kop3``.
        regelafstand: line spacing as a factor of the size.
        marges: ``boven``, ``onder``, ``links``, ``rechts``, in millimetres, on A4.
        logo: an SVG, or None; `logo_alt` says what it shows.
        typst: the one Typst file.
        html: the one HTML template.
        word: the municipality's own Word reference, or None for the one made from these tokens.
    """

    lettertype: Lettertype
    kleuren: Mapping[str, str]
    reeksen: tuple[str, ...]
    corps: Mapping[str, float]
    regelafstand: float
    marges: Mapping[str, float]
    logo: bytes | None
    logo_alt: str
    typst: str
    html: str
    word: bytes | None
