"""A drawing in SVG: shapes and words, nothing a browser and Typst would draw differently.

Measures are points, so that the words have the size they say at the full width: that of a page, or less for a screen.
What colour tells is told by shape or hatching too: a copy in black and white says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.schrijvers.lettertype import open_lettertype

if TYPE_CHECKING:
    from generator.huisstijl import Huisstijl

BREEDTE_MM = 160
SCHERM_MM = 110  # the words can still be read when a telephone shows it a quarter smaller
CORPS = 9.5
KLEIN = 8.5
REGEL = 12.0


class Tekening:
    """An SVG in the making, `breed` points wide; `nummer` keeps its names apart on a page with more of them."""

    def __init__(self, nummer: int, huisstijl: Huisstijl, breedte_mm: int) -> None:
        self.huisstijl, self._mm = huisstijl, breedte_mm
        self.breed = breedte_mm * 72 / 25.4
        self._naam = f"beeld{nummer}"
        self._svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self._uitleg = ET.SubElement(self._svg, "desc", {"id": f"{self._naam}-uitleg"})
        self._defs = ET.SubElement(self._svg, "defs")
        self._letters = {
            vet: open_lettertype(huisstijl.lettertype.bestanden["bold" if vet else "regular"]) for vet in (False, True)
        }

    def to_bytes(self, hoogte: float, alt: str) -> bytes:
        """The drawing as UTF-8, `hoogte` points high, explained by `alt`."""
        self._uitleg.text = alt
        self._svg.set("aria-labelledby", self._uitleg.attrib["id"])
        self._svg.set("viewBox", f"0 0 {maat(self.breed)} {maat(hoogte)}")
        self._svg.set("width", f"{self._mm}mm")
        self._svg.set("height", f"{maat(hoogte * 25.4 / 72)}mm")
        if not len(self._defs):
            self._svg.remove(self._defs)
        return ET.tostring(self._svg, encoding="unicode").encode()

    # --- words ----------------------------------------------------------------------------------------

    def breedte(self, tekst: str, *, vet: bool = False, corps: float = CORPS) -> float:
        """How wide `tekst` is, in points."""
        return self._letters[vet].breedte(tekst, corps)

    def regels(self, tekst: str, breedte: float, *, vet: bool = False, corps: float = CORPS) -> list[str]:
        """`tekst` in lines of at most `breedte` points, broken at spaces, inside a word only when it must."""
        uit = [""]
        for woord in tekst.split():
            langer = f"{uit[-1]} {woord}".lstrip()
            if self.breedte(langer, vet=vet, corps=corps) <= breedte:
                uit[-1] = langer
                continue
            if uit[-1]:
                uit.append("")
            for teken in woord:
                if uit[-1] and self.breedte(uit[-1] + teken, vet=vet, corps=corps) > breedte:
                    uit.append("")
                uit[-1] += teken
        return uit

    def tekst(  # noqa: PLR0913 - a place, words, and four ways in which words differ
        self, x: float, y: float, tekst: str, *, rechts: bool = False, vet: bool = False, corps: float = CORPS,
        zacht: bool = False,
    ) -> None:  # fmt: skip
        """One line of `tekst` on the base line `y`, from `x`, or up to it when `rechts`."""
        letter = self.huisstijl.lettertype
        eigenschappen = {
            "x": maat(x),
            "y": maat(y),
            "font-family": f"{letter.naam}, {letter.word}, sans-serif",
            "font-size": maat(corps),
            "fill": self.huisstijl.kleuren["zacht" if zacht else "tekst"],
        }
        if vet:
            eigenschappen["font-weight"] = "700"
        if rechts:
            eigenschappen["text-anchor"] = "end"
        ET.SubElement(self._svg, "text", eigenschappen).text = tekst

    # --- shapes ---------------------------------------------------------------------------------------

    def lijn(self, van: tuple[float, float], tot: tuple[float, float], kleur: str, dikte: float) -> None:
        """A straight line."""
        plekken = {"x1": van[0], "y1": van[1], "x2": tot[0], "y2": tot[1], "stroke-width": dikte}
        ET.SubElement(self._svg, "line", {**{naam: maat(w) for naam, w in plekken.items()}, "stroke": kleur})

    def rechthoek(self, x: float, y: float, breedte: float, hoogte: float, vulling: str, rand: str) -> None:  # noqa: PLR0913, PLR0917 - four of them are one rectangle
        """A rectangle with a thin outline."""
        plekken = {"x": x, "y": y, "width": breedte, "height": hoogte, "stroke-width": 0.75}
        kleuren = {"fill": vulling, "stroke": rand}
        ET.SubElement(self._svg, "rect", {**{naam: maat(w) for naam, w in plekken.items()}, **kleuren})

    def cirkel(self, x: float, y: float, straal: float, kleur: str) -> None:
        """A filled disc."""
        ET.SubElement(self._svg, "circle", {"cx": maat(x), "cy": maat(y), "r": maat(straal), "fill": kleur})

    def veelhoek(self, punten: list[tuple[float, float]], vulling: str, rand: str, dikte: float) -> None:
        """A closed shape with an outline."""
        plekken = " ".join(f"{maat(x)},{maat(y)}" for x, y in punten)
        kleuren = {"fill": vulling, "stroke": rand, "stroke-width": maat(dikte), "stroke-linejoin": "round"}
        ET.SubElement(self._svg, "polygon", {"points": plekken, **kleuren})

    def patroon(self, soort: int, kleur: str) -> str:
        """A fill: plain for the first `soort`, then white hatching one way, dots, and hatching the other way."""
        if soort == 0:
            return kleur
        naam = f"{self._naam}-patroon{soort}"
        eigen = {"id": naam, "width": "4", "height": "4", "patternUnits": "userSpaceOnUse"}
        if soort % 2:
            eigen["patternTransform"] = f"rotate({45 if soort % 4 == 1 else 135})"
        tegel = ET.SubElement(self._defs, "pattern", eigen)
        ET.SubElement(tegel, "rect", {"width": "4", "height": "4", "fill": kleur})
        if soort % 2:
            ET.SubElement(tegel, "rect", {"width": "1.6", "height": "4", "fill": "#ffffff"})
        else:
            ET.SubElement(tegel, "circle", {"cx": "2", "cy": "2", "r": "0.9", "fill": "#ffffff"})
        return f"url(#{naam})"


def maat(getal: float) -> str:
    """A measure with at most two decimals: ``12``, ``3.5``."""
    return f"{getal + 0.0:.2f}".rstrip("0").rstrip(".")
