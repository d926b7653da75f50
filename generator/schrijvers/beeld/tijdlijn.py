"""The time line: from top to bottom, the date left of the line and what happens right of it.

The distance between two moments grows with the square root of the days between them, so that a week stays
visible beside a year, and no two labels ever touch; the picture says that it is not to scale. What a moment
rests on is told by its shape: a disc for a date from a paper, a diamond for a computed one, a square for a norm,
a ring for a day that was assumed.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from generator.document.walk import plain_text
from generator.schrijvers.beeld.svg import CORPS, KLEIN, REGEL, Tekening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.nodes import Moment, Tijdlijn
    from generator.huisstijl import Huisstijl

_DATUM_HOOGSTENS = 130.0
_BAAN = 7.0
_WIT = 5.0
_REK = 10.0  # what the longest stretch of time adds to the distance
# What a moment is, in words: the key of the picture, and the Markdown says the same.
NAMES = {
    "feit": "datum uit een stuk",
    "berekend": "berekende datum",
    "norm": "norm of afspraak",
    "aanname": "aanname, zonder bron",
    "periode": "periode",
}
_GEEN_SCHAAL = "afstanden niet op schaal"


class _Punt(NamedTuple):
    """A moment with its place: `y` is the middle of its first line."""

    moment: Moment
    dag: dt.date
    tot: dt.date | None
    datum: list[str]
    tekst: list[str]
    y: float

    @property
    def hoogte(self) -> float:
        return max(len(self.datum), len(self.tekst)) * REGEL


def draw_tijdlijn(lijn: Tijdlijn, huisstijl: Huisstijl, breedte_mm: int) -> bytes:
    """`lijn` as SVG, the moments in order of their days, with a legend of the kinds that occur."""
    tekening = Tekening(lijn.number, huisstijl, breedte_mm)
    momenten = sorted(lijn.momenten, key=lambda moment: moment.dag)
    datums = [plain_text(moment.datum) for moment in momenten]
    datumbreed = min(max((tekening.breedte(datum, vet=True) for datum in datums), default=0.0), _DATUM_HOOGSTENS)
    banen = _banen(momenten)
    as_x = datumbreed + 13 + _BAAN * (1 + max(banen, default=-1))
    punten = _plaats(tekening, momenten, datumbreed, tekening.breed - as_x - 14)
    einde = max((_hoogte(punten, punt.tot) for punt in punten if punt.tot), default=0.0)
    laatste = punten[-1] if punten else None
    onder = max(einde, laatste.y + laatste.hoogte - REGEL) if laatste else 0.0
    if punten:
        kleur = huisstijl.kleuren["accent"]
        tekening.lijn((as_x, punten[0].y), (as_x, max(punten[-1].y, einde)), kleur, 1.5)
    for punt, baan in zip(punten, banen, strict=True):
        if punt.tot:
            _duur(tekening, as_x - 10 - _BAAN * baan, punt.y, _hoogte(punten, punt.tot))
        _teken(tekening, punt.moment.soort, as_x, punt.y)
        for i, regel in enumerate(punt.datum):
            tekening.tekst(datumbreed, punt.y + 3.2 + i * REGEL, regel, vet=True, rechts=True)
        for i, regel in enumerate(punt.tekst):
            tekening.tekst(as_x + 14, punt.y + 3.2 + i * REGEL, regel)
    y = _legenda(tekening, momenten, onder + REGEL + 12)
    return tekening.to_bytes(y + 6, plain_text(lijn.alt))


def _plaats(tekening: Tekening, momenten: Sequence[Moment], datumbreed: float, tekstbreed: float) -> list[_Punt]:
    """Every moment with its lines and its place, the first at the top."""
    dagen = [dt.date.fromisoformat(moment.dag) for moment in momenten]
    langste = max(((later - eerder).days for eerder, later in pairwise(dagen)), default=0) or 1
    uit: list[_Punt] = []
    y = REGEL / 2 + 1
    for moment, dag in zip(momenten, dagen, strict=True):
        if uit:
            y += uit[-1].hoogte + _WIT + _REK * sqrt((dag - uit[-1].dag).days / langste)
        tot = dt.date.fromisoformat(moment.tot) if moment.tot > moment.dag else None
        datum = tekening.regels(plain_text(moment.datum), datumbreed, vet=True)
        tekst = tekening.regels(plain_text(moment.tekst), tekstbreed)
        uit.append(_Punt(moment, dag, tot, datum, tekst, y))
    return uit


def _hoogte(punten: Sequence[_Punt], dag: dt.date) -> float:
    """Where `dag` lies: on its moment, in proportion between two, or a little below the last."""
    for eerder, later in pairwise(punten):
        if eerder.dag <= dag < later.dag:
            return eerder.y + (later.y - eerder.y) * (dag - eerder.dag).days / (later.dag - eerder.dag).days
    return punten[-1].y + (0.0 if dag == punten[-1].dag else punten[-1].hoogte + _WIT)


def _banen(momenten: Sequence[Moment]) -> list[int]:
    """For each moment the lane of its bar, so that bars of the same time lie side by side; -1 without a bar."""
    vrij_na: list[str] = []
    uit = []
    for moment in momenten:
        if moment.tot <= moment.dag:
            uit.append(-1)
            continue
        baan = next((i for i, tot in enumerate(vrij_na) if tot < moment.dag), len(vrij_na))
        vrij_na[baan : baan + 1] = [moment.tot]
        uit.append(baan)
    return uit


def _duur(tekening: Tekening, x: float, van: float, tot: float) -> None:
    kleuren = tekening.huisstijl.kleuren
    tekening.rechthoek(x - 2, van, 4, max(tot - van, 2.0), kleuren["lijn"], kleuren["accent"])


def _teken(tekening: Tekening, soort: str, x: float, y: float) -> None:
    kleur, wit = tekening.huisstijl.kleuren["accent"], "#ffffff"
    match soort:
        case "berekend":
            tekening.veelhoek([(x, y - 5.2), (x + 5.2, y), (x, y + 5.2), (x - 5.2, y)], wit, kleur, 1.5)
        case "norm":
            tekening.veelhoek([(x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)], wit, kleur, 1.5)
            tekening.veelhoek([(x - 1.2, y - 1.2), (x + 1.2, y - 1.2), (x + 1.2, y + 1.2), (x - 1.2, y + 1.2)],
                              kleur, kleur, 1.0)  # fmt: skip
        case "aanname":
            tekening.cirkel(x, y, 4.4, kleur)
            tekening.cirkel(x, y, 2.9, wit)
        case _:
            tekening.cirkel(x, y, 4.4, kleur)


def _legenda(tekening: Tekening, momenten: Sequence[Moment], y: float) -> float:
    """Draw what each shape means, and that the line is not to scale; returns where it ends."""
    tekening.lijn((0, y - 13), (tekening.breed, y - 13), tekening.huisstijl.kleuren["lijn"], 0.5)
    gebruikt: set[str] = {moment.soort for moment in momenten}
    if any(moment.tot > moment.dag for moment in momenten):
        gebruikt.add("periode")
    x = 0.0
    for soort, naam in NAMES.items():
        if soort not in gebruikt:
            continue
        breed = 15 + tekening.breedte(naam, corps=KLEIN)
        if x + breed > tekening.breed:
            x, y = 0.0, y + REGEL
        if soort == "periode":
            _duur(tekening, x + 5, y - CORPS / 2, y + CORPS / 2)
        else:
            _teken(tekening, soort, x + 5, y)
        tekening.tekst(x + 15, y + 3, naam, corps=KLEIN)
        x += breed + 14
    if len(momenten) > 1:
        if x + tekening.breedte(_GEEN_SCHAAL, corps=KLEIN) > tekening.breed:
            x, y = 0.0, y + REGEL
        tekening.tekst(x, y + 3, _GEEN_SCHAAL, corps=KLEIN, zacht=True)
    return y
