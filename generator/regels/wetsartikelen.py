"""The articles of law that a paper cites: is there such an article, was it in force, has it that many paragraphs.

The index has the articles that Raadwerk itself relies on, not every article there is: one that it lacks may well exist,
and that is for a person to look up. Only of an article that it does have, it knows when it held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import feiten_op, plaats, teksten
from generator.regels.wetscitaten import maak_citaatlezer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block
    from generator.errors import Plaats
    from generator.regels.wetscitaten import Citaat


class _Onbekend(Struct):
    """What a paper cites and the index lacks: where it does so, and the facts that hold the citation."""

    stuk: str
    citaat: Citaat
    plaatsen: dict[Plaats, None] = field(default_factory=dict)
    feiten: dict[str, None] = field(default_factory=dict)


@regel("VW-ARTIKEL", neemt=Neemt.STUKKEN)
def artikel_bestaat(zaak: Zaak) -> Iterator[Bevinding]:
    """Each article cited that the index has was in force on the toetsdatum."""
    for naam, blok, _, citaat in _citaten(zaak):
        bekend = citaat.aanduiding in zaak.recht.artikelen
        if bekend and zaak.recht.artikel(citaat.aanduiding, zaak.toetsdatum) is None:
            yield Bevinding(
                "VW-ARTIKEL", Ernst.FOUT, (plaats(blok),),
                {"artikel": citaat.aanduiding, "stuk": naam, "datum": datum_voluit(zaak.toetsdatum),
                 "wanneer": _wanneer(zaak, citaat)},
                (citaat.aanduiding,),
            )  # fmt: skip


def _wanneer(zaak: Zaak, citaat: Citaat) -> str:
    """From or until when an article held that did not on the toetsdatum, and what holds instead; as a sentence."""
    versies = zaak.recht.artikelen[citaat.aanduiding]
    if later := next((versie for versie in versies if versie.sinds > zaak.toetsdatum), None):
        return f" Het geldt vanaf {datum_voluit(later.sinds)}." if later.sinds_zeker else ""
    nu = f"; nu geldt {versies[-1].opvolger}" if versies[-1].opvolger else ""
    return f" Het gold tot en met {datum_voluit(versies[-1].tot)}{nu}."


@regel("VW-ONBEKEND", neemt=Neemt.STUKKEN)
def artikel_niet_nagegaan(zaak: Zaak) -> Iterator[Bevinding]:
    """An article of a law of the index that the index does not have: a person looks whether it exists and fits."""
    for onbekend in _onbekende(zaak, bekende_wet=True):
        yield _vraag("VW-ONBEKEND", onbekend, artikel=onbekend.citaat.aanduiding)


@regel("VW-WET", neemt=Neemt.STUKKEN)
def wet_niet_nagegaan(zaak: Zaak) -> Iterator[Bevinding]:
    """An article of a law that the index does not have at all; of one that was withdrawn, VW-VERVALLEN tells."""
    vervallen = [re.compile(wet.patroon) for wet in zaak.recht.vervallen.values() if zaak.toetsdatum > wet.tot]
    for onbekend in _onbekende(zaak, bekende_wet=False):
        citaat = onbekend.citaat
        if not any(patroon.match(citaat.wet) for patroon in vervallen):
            yield _vraag("VW-WET", onbekend, citaat=citaat.tekst, wet=citaat.wet)


def _onbekende(zaak: Zaak, *, bekende_wet: bool) -> Iterator[_Onbekend]:
    """What the papers cite and the index lacks, once for each paper."""
    uit: dict[tuple[str, str], _Onbekend] = {}
    for naam, blok, tekst, citaat in _citaten(zaak):
        if citaat.bekend is bekende_wet and citaat.aanduiding not in zaak.recht.artikelen:
            wat = citaat.aanduiding if bekende_wet else citaat.tekst
            onbekend = uit.setdefault((naam, wat), _Onbekend(naam, citaat))
            feiten = dict.fromkeys(feiten_op(zaak, naam, blok, tekst, citaat.nummers))
            onbekend.plaatsen |= dict.fromkeys(zaak.dossier.feiten[pad].plaats for pad in feiten)
            onbekend.plaatsen[plaats(blok)] = None
            onbekend.feiten |= feiten
    yield from uit.values()


def _vraag(code: str, onbekend: _Onbekend, **gegevens: str) -> Bevinding:
    return Bevinding(
        code, Ernst.OORDEEL, tuple(onbekend.plaatsen), {**gegevens, "stuk": onbekend.stuk},
        feiten=tuple(onbekend.feiten), door="de jurist",
    )  # fmt: skip


@regel("VW-LID", neemt=Neemt.STUKKEN)
def lid_bestaat(zaak: Zaak) -> Iterator[Bevinding]:
    """A citation of a paragraph that its article does not have; of the articles whose paragraphs were counted."""
    for naam, blok, _, citaat in _citaten(zaak):
        artikel = zaak.recht.artikel(citaat.aanduiding, zaak.toetsdatum)
        if artikel and artikel.leden and citaat.leden and max(citaat.leden) > artikel.leden:
            yield Bevinding(
                "VW-LID", Ernst.FOUT, (plaats(blok),),
                {"artikel": citaat.aanduiding, "stuk": naam, "lid": str(max(citaat.leden)),
                 "leden": "één lid" if artikel.leden == 1 else f"{artikel.leden} leden"},
                (citaat.aanduiding,),
            )  # fmt: skip


def _citaten(zaak: Zaak) -> Iterator[tuple[str, Block, str, Citaat]]:
    """Every article that the papers cite, with the paper, the block and the words it stands in."""
    lees = maak_citaatlezer(zaak.recht.artikelen)
    for naam, blok, tekst in teksten(zaak):
        for citaat in lees(tekst):
            yield naam, blok, tekst, citaat
