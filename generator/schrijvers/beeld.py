"""Charts and time lines → SVG: one picture for HTML, PDF and Word, and the same bytes each time.

Drawn in units of a quarter millimetre on a width of 160 mm. Numbers and dates are printed as the nodes have
them. What colour tells is told by shape or hatching too, so that a copy in black and white says the same.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generator.document.nodes import Grafiek, Tijdlijn
from generator.document.walk import plain_text, walk_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Document, Moment
    from generator.huisstijl import Huisstijl

_BREEDTE = 640
_TEKST = 13  # 9.2 points at 160 mm
_NAAM_KOLOM, _DATUM_KOLOM = 150, 120
_STAAF, _TUSSEN = 17, 14
_SOORTEN = {"feit": "gebeurd of gegeven", "berekend": "berekend", "norm": "norm of afspraak"}


def render_beelden(document: Document, huisstijl: Huisstijl) -> dict[str, bytes]:
    """The SVG of every time line and chart of `document`, by label."""
    uit = {}
    for blok in walk_blocks(document):
        if isinstance(blok, Grafiek):
            uit[blok.label] = _grafiek(blok, huisstijl)
        elif isinstance(blok, Tijdlijn):
            uit[blok.label] = _tijdlijn(blok, huisstijl)
    return uit


# --- bar chart ------------------------------------------------------------------------------------------


def _grafiek(grafiek: Grafiek, huisstijl: Huisstijl) -> bytes:
    """Horizontal bars: a group per row of facts, a bar per series, its value behind it."""
    hoogste = max((Decimal(getal) for staaf in grafiek.staven for getal in staaf.getallen if getal), default=Decimal(1))
    ruimte = _BREEDTE - _NAAM_KOLOM - 60
    delen: list[str] = []
    y = 6
    for staaf in grafiek.staven:
        boven = y
        for i, (cijfer, getal) in enumerate(zip(staaf.waarden, staaf.getallen, strict=True)):
            lengte = float(Decimal(getal or 0) / max(hoogste, Decimal(1))) * ruimte
            delen.append(
                _rechthoek(_NAAM_KOLOM, y, max(lengte, 1), _STAAF - 3, f"url(#reeks{i})" if i else huisstijl.reeksen[0])
            )
            waarde = cijfer.text if cijfer is not None else "–"
            delen.append(_tekst(_NAAM_KOLOM + max(lengte, 1) + 7, y + 12, waarde, huisstijl, vet=True))
            y += _STAAF
        delen.append(_tekst(_NAAM_KOLOM - 10, boven + (y - boven) / 2 + 3, staaf.naam, huisstijl, anker="end"))
        y += _TUSSEN
    delen.append(f'<path d="M{_NAAM_KOLOM} 0V{y - _TUSSEN + 4}" stroke="{huisstijl.kleuren["lijn"]}" fill="none"/>')
    y += 4
    x = _NAAM_KOLOM
    for i, naam in enumerate(grafiek.reeksen):
        delen.append(_rechthoek(x, y, 24, 12, f"url(#reeks{i})" if i else huisstijl.reeksen[0]))
        delen.append(_tekst(x + 31, y + 11, naam, huisstijl))
        x += 60 + 8 * len(naam)
    patronen = "".join(_patroon(i, huisstijl) for i in range(1, len(grafiek.reeksen)))
    return _svg(
        y + 20, plain_text(grafiek.caption), plain_text(grafiek.alt), f"<defs>{patronen}</defs>{''.join(delen)}"
    )


def _patroon(i: int, huisstijl: Huisstijl) -> str:
    """Hatching for the second and later series, so that they differ without colour."""
    kleur = huisstijl.reeksen[i % len(huisstijl.reeksen)]
    hoek = 45 if i % 2 else 135
    return (
        f'<pattern id="reeks{i}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate({hoek})">'
        f'<rect width="6" height="6" fill="{kleur}"/><rect width="2" height="6" fill="#ffffff"/></pattern>'
    )


# --- time line ------------------------------------------------------------------------------------------


def _tijdlijn(lijn: Tijdlijn, huisstijl: Huisstijl) -> bytes:
    """From top to bottom, farther apart when more time lies between, each kind of moment with its own shape."""
    x = _DATUM_KOLOM + 20
    hoogten = list(_hoogten(lijn.momenten))
    delen = [
        f'<path d="M{x} {hoogten[0] if hoogten else 0}V{hoogten[-1] if hoogten else 0}" stroke="{huisstijl.kleuren["lijn"]}"'
        ' stroke-width="2.5" fill="none"/>'
    ]
    for moment, y in zip(lijn.momenten, hoogten, strict=True):
        delen.append(_tekst(_DATUM_KOLOM, y + 4.5, plain_text(moment.datum), huisstijl, anker="end"))
        delen.append(_teken(moment.soort, x, y, huisstijl))
        delen.append(_tekst(x + 18, y + 4.5, plain_text(moment.tekst), huisstijl, vet=moment.soort == "norm"))
    y = (hoogten[-1] if hoogten else 0) + 34
    plek = float(x)
    gebruikt = {moment.soort for moment in lijn.momenten}
    for soort, naam in _SOORTEN.items():
        if soort in gebruikt:
            delen += [_teken(soort, plek, y - 4, huisstijl), _tekst(plek + 14, y, naam, huisstijl)]
            plek += 40 + 6.6 * len(naam)
    return _svg(y + 10, plain_text(lijn.caption), plain_text(lijn.alt), "".join(delen))


def _hoogten(momenten: tuple[Moment, ...]) -> Iterator[float]:
    """Where each moment stands: at least a line apart, at most two and a half after half a year or more."""
    y, vorige = 12.0, None
    for moment in momenten:
        dag = dt.date.fromisoformat(moment.dag)
        if vorige is not None:
            y += 18 + 14 * min((dag - vorige).days / 182, 1)
        vorige = dag
        yield round(y, 2)


def _teken(soort: str, x: float, y: float, huisstijl: Huisstijl) -> str:
    donker, licht = huisstijl.kleuren["accent"], "#ffffff"
    match soort:
        case "feit":
            return f'<circle cx="{x}" cy="{y}" r="5.5" fill="{donker}"/>'
        case "berekend":
            return f'<path d="M{x} {y - 7}L{x + 7} {y}L{x} {y + 7}L{x - 7} {y}Z" fill="{licht}" stroke="{donker}" stroke-width="2"/>'
        case _:
            return f'<rect x="{x - 5.5}" y="{y - 5.5}" width="11" height="11" fill="{licht}" stroke="{donker}" stroke-width="2.5"/>'


# --- shared ---------------------------------------------------------------------------------------------


def _rechthoek(x: float, y: float, breedte: float, hoogte: float, vulling: str) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{round(breedte, 2):g}" height="{hoogte:g}" fill="{vulling}"/>'


def _tekst(x: float, y: float, tekst: str, huisstijl: Huisstijl, *, anker: str = "start", vet: bool = False) -> str:
    dikte = ' font-weight="bold"' if vet else ""
    return (
        f'<text x="{round(x, 2):g}" y="{round(y, 2):g}" font-size="{_TEKST}" text-anchor="{anker}"{dikte}'
        f' font-family={quoteattr(huisstijl.lettertype.naam)} fill="{huisstijl.kleuren["tekst"]}">{escape(tekst)}</text>'
    )


def _svg(hoogte: float, titel: str, alt: str, inhoud: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREEDTE} {hoogte:g}" width="160mm" height="{hoogte / 4:g}mm">'
        f"<title>{escape(titel)}</title><desc>{escape(alt)}</desc>{inhoud}</svg>"
    ).encode()
