"""Provenance (*herkomst*): for each fact its value, its source or formula, and every sentence that uses it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import opmaak
from generator.document.nodes import Cijfer, Link
from generator.document.walk import plain_text, text_runs, walk, walk_blocks
from generator.feiten.waarden import Verwijzing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Document, Herkomst
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Bron, Feit

# A sentence ends at . ? or ! before a space and a capital, unless what went before is an abbreviation.
_ZINSEINDE = re.compile(r"(?<=[.?!])\s+(?=[A-Z‘“(\[])")


@dataclass(frozen=True, slots=True)
class Gebruik:
    """One place where a fact is printed, or where a sentence hangs on it."""

    stuk: str
    zin: str
    herkomst: Herkomst
    als_voorwaarde: bool = False


@dataclass(frozen=True, slots=True)
class Feitherkomst:
    """A fact with its printed value, its sources in words, and its uses."""

    feit: Feit
    waarde: str
    bronnen: tuple[str, ...]
    gebruik: tuple[Gebruik, ...]


def herkomst(dossier: Dossier, stukken: Mapping[str, Document]) -> dict[str, Feitherkomst]:
    """Every fact of `dossier` by path; those computed in a template under their formula, after them."""
    gebruik: dict[str, list[Gebruik]] = {}
    berekend: dict[str, Cijfer] = {}
    for naam, document in stukken.items():
        for blok in walk_blocks(document):
            for rij in text_runs(blok):
                _noteer(naam, rij, blok.herkomst, gebruik, berekend)
            for pad in blok.herkomst.voorwaarden:
                zin = plain_text(blok)
                gebruik.setdefault(pad, []).append(Gebruik(naam, zin, blok.herkomst, als_voorwaarde=True))
    return {
        pad: Feitherkomst(
            feit,
            opmaak.print_feit(feit, "", dossier.gemeente.getalstijl.woorden),
            tuple(beschrijf_bron(dossier, bron) for bron in feit.bronnen),
            tuple(dict.fromkeys(gebruik.get(pad, ()))),
        )
        for pad, feit in dossier.feiten.items()
        if not isinstance(feit.waarde, Verwijzing)
    }


def _noteer(
    stuk: str, rij: tuple[object, ...], plek: Herkomst, gebruik: dict[str, list[Gebruik]], berekend: dict[str, Cijfer]
) -> None:
    zinnen = _ZINSEINDE.split(plain_text(rij))
    for node in walk(rij):
        if isinstance(node, Link):
            for pad in node.feiten:
                gebruik.setdefault(pad, []).append(Gebruik(stuk, node.href, plek))
        if isinstance(node, Cijfer):
            zin = next((zin for zin in zinnen if node.text in zin), plain_text(rij))
            for pad in dict.fromkeys((node.pad, node.pad.partition("@")[0], *node.uit)):
                gebruik.setdefault(pad, []).append(Gebruik(stuk, zin.strip(), plek))
            if node.afgeleid:
                berekend.setdefault(node.pad, node)


def beschrijf_bron(dossier: Dossier, bron: Bron) -> str:
    """A source in words: title, page and quote, or the message it came from."""
    if not bron.stuk:
        return bron.toelichting
    stuk = dossier.bronnen.get(bron.stuk)
    delen = [stuk.titel.woorden if stuk else bron.stuk]
    if bron.pagina:
        delen.append(f"pagina {bron.pagina}")
    zin = ", ".join(delen)
    if bron.citaat:
        zin += f": “{bron.citaat}”"
    return f"{zin} ({bron.toelichting})" if bron.toelichting else zin
