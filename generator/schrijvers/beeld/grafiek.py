"""The bar chart: a group of horizontal bars per name, a bar per series, each value printed at its bar."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.document.walk import plain_text
from generator.schrijvers.beeld.svg import REGEL, Tekening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Cijfer, Grafiek, Staaf
    from generator.huisstijl import Huisstijl

_NAAM_HOOGSTENS = 150.0
_STAAF, _TUSSEN_STAVEN, _TUSSEN_GROEPEN = 11.0, 2.0, 9.0
_MERK_BREED, _MERK_HOOG = 20.0, 9.0
_WIT = 6.0
GEEN_WAARDE = "niet van toepassing"


def draw_grafiek(grafiek: Grafiek, huisstijl: Huisstijl, breedte_mm: int) -> bytes:
    """`grafiek` as SVG: legend, then the groups from top to bottom; what has no value says so."""
    tekening = Tekening(grafiek.number, huisstijl, breedte_mm)
    vullingen = [
        tekening.patroon(i, huisstijl.reeksen[i % len(huisstijl.reeksen)]) for i in range(len(grafiek.reeksen))
    ]
    y = _legenda(tekening, grafiek.reeksen, vullingen)
    namen = max((tekening.breedte(staaf.naam) for staaf in grafiek.staven), default=0.0)
    schaal = _Schaal(tekening, grafiek, min(namen, _NAAM_HOOGSTENS) + _WIT)
    boven = y
    for staaf in grafiek.staven:
        y = _groep(tekening, staaf, vullingen, schaal, y) + _TUSSEN_GROEPEN
    onder = y - _TUSSEN_GROEPEN + 4
    tekening.lijn((schaal.nul, boven - 4), (schaal.nul, onder), huisstijl.kleuren["tekst"], 0.75)
    return tekening.to_bytes(onder + 2, plain_text(grafiek.alt))


class _Schaal:
    """From value to place: `nul` is where the bars begin, negative ones to the left."""

    def __init__(self, tekening: Tekening, grafiek: Grafiek, links: float) -> None:
        getallen = [getal for staaf in grafiek.staven for getal, _ in _waarden(staaf) if getal is not None]
        hoogste, laagste = max([0.0, *getallen]), min([0.0, *getallen])
        labels = [tekening.breedte(tekst, vet=True) for s in grafiek.staven for getal, tekst in _waarden(s)
                  if getal is not None]  # fmt: skip
        ruim = max(labels, default=0.0) + 2 * _WIT
        vrij = tekening.breed - links - ruim - (ruim if laagste < 0 else 0.0)
        self._per_eenheid = vrij / ((hoogste - laagste) or 1.0)
        self.naam_breed = links - _WIT
        self.nul = links + (ruim if laagste < 0 else 0.0) - laagste * self._per_eenheid

    def lengte(self, getal: float) -> float:
        """How long the bar of `getal` is; negative to the left."""
        return getal * self._per_eenheid


def _groep(tekening: Tekening, staaf: Staaf, vullingen: list[str], schaal: _Schaal, boven: float) -> float:
    """Draw one group from `boven`; returns where it ends."""
    y = boven
    for vulling, (getal, tekst) in zip(vullingen, _waarden(staaf), strict=True):
        regels = tekening.regels(tekst, tekening.breed - schaal.nul - _WIT) if getal is None else [tekst]
        lengte = schaal.lengte(getal or 0.0)
        if lengte:
            tekening.rechthoek(
                min(schaal.nul, schaal.nul + lengte),
                y,
                abs(lengte),
                _STAAF,
                vulling,
                tekening.huisstijl.kleuren["tekst"],
            )
        x = schaal.nul + lengte + (-_WIT if lengte < 0 else _WIT)
        for i, regel in enumerate(regels):
            plek = y + _STAAF / 2 + 3.2 + i * REGEL
            tekening.tekst(x, plek, regel, vet=getal is not None, rechts=lengte < 0, zacht=getal is None)
        y += max(_STAAF, len(regels) * REGEL) + _TUSSEN_STAVEN
    onder = y - _TUSSEN_STAVEN
    regels = tekening.regels(staaf.naam, schaal.naam_breed)
    eerste = (boven + onder) / 2 - (len(regels) - 1) * REGEL / 2 + 3.2
    eerste = max(eerste, boven + 9)
    for i, regel in enumerate(regels):
        tekening.tekst(schaal.naam_breed, eerste + i * REGEL, regel, rechts=True)
    return max(onder, eerste + (len(regels) - 1) * REGEL + 3)


def _waarden(staaf: Staaf) -> Iterator[tuple[float | None, str]]:
    """For each series the number to draw, None where nobody knows or it does not apply, and what is printed."""
    waarde: Cijfer | None
    for waarde, getal in zip(staaf.waarden, staaf.getallen, strict=True):
        yield (
            float(Decimal(getal)) if getal is not None and waarde is not None else None,
            GEEN_WAARDE if waarde is None else waarde.text,
        )


def _legenda(tekening: Tekening, reeksen: tuple[str, ...], vullingen: list[str]) -> float:
    """Draw which fill is which series, over as many lines as it takes; returns where the groups begin."""
    x, y = 0.0, 2.0
    for reeks, vulling in zip(reeksen, vullingen, strict=True):
        breed = _MERK_BREED + _WIT + tekening.breedte(reeks)
        if x and x + breed > tekening.breed:
            x, y = 0.0, y + REGEL + 4
        tekening.rechthoek(x + 0.5, y, _MERK_BREED, _MERK_HOOG, vulling, tekening.huisstijl.kleuren["tekst"])
        tekening.tekst(x + _MERK_BREED + _WIT, y + 7.8, reeks)
        x += breed + 3 * _WIT
    return y + _MERK_HOOG + 14
