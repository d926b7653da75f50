"""The table at the end of a run: each paper, its status, what is still open, and where it lies."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.document.walk import cijfers
from generator.keten import FORMATEN
from generator.metadata.mdto import UITGANG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.keten import Gecontroleerd
    from generator.uitvoer import Geschreven


_PAGINA = re.compile(rb"/Type\s*/Page\b")


def toon_uitslag(
    naam: str, gecontroleerd: Gecontroleerd, geschreven: Geschreven, bestanden: Mapping[str, bytes], map_: str,
    seconden: float,
) -> None:  # fmt: skip
    """Print what a run made, in Dutch: per paper its status, pages, open places, findings and what was written."""
    click.echo(click.style(naam, bold=True))
    breedte = max((len(stuk) for stuk in gecontroleerd.stukken), default=0) + 2
    open_bevindingen = [bevinding for bevinding in gecontroleerd.bevindingen if bevinding.is_open]
    # An open place is counted as such, and not once more as a finding.
    per_stuk = Counter(bevinding.gegevens.get("stuk") for bevinding in open_bevindingen if bevinding.code != "FT-OPEN")
    for stuk, document in gecontroleerd.stukken.items():
        open_feiten = {cijfer.pad for cijfer in cijfers(document) if cijfer.open}
        status = "concept" if document.meta.concept else "definitief"
        nieuw = sorted(formaat for formaat in FORMATEN if f"{stuk}.{formaat}" in geschreven.gewijzigd)
        click.echo(
            f"  {stuk:<{breedte}}{status:<12}{_paginas(bestanden.get(f'{stuk}.pdf', b'')):<9}"
            f"{_aantal(len(open_feiten), 'open feit', 'open feiten'):<18}"
            f"{_aantal(per_stuk[stuk], 'bevinding', 'bevindingen'):<18}"
            f"{'gewijzigd: ' + ', '.join(nieuw) if nieuw else 'ongewijzigd'}"
        )
    geheim = [stuk for stuk, wat in gecontroleerd.gelezen.dossier.stukken.items() if wat.is_geheim]
    if not set(geheim) <= set(gecontroleerd.stukken):
        click.echo(f"  geheim en daarom niet hierbij: {', '.join(geheim)} (zie raadwerk bouw --geheim)")
    for bestand in geschreven.opzij:
        click.echo(click.style(f"  {bestand}: dit bestand was met de hand gewijzigd en is opzij gezet", fg="yellow"))
    weg = [bestand for bestand in geschreven.vervallen if not bestand.endswith(UITGANG)]
    if weg:
        click.echo(f"  niet gevraagd en daarom weggehaald: {', '.join(weg)}")
    telling = Counter(bevinding.ernst.value for bevinding in open_bevindingen)
    soorten = {"fout": "fouten", "oordeel": "oordelen", "waarschuwing": "waarschuwingen", "notitie": "notities"}
    delen = [_aantal(telling[een], een, meer) for een, meer in soorten.items() if telling[een]]
    if delen:
        click.echo(f"  bevindingen: {', '.join(delen)} (zie raadwerk controleer {naam})")
    click.echo(f"  de stukken staan in {map_} ({f'{seconden:.2f}'.replace('.', ',')} s)")


def _paginas(pdf: bytes) -> str:
    """How many pages the typesetter made: it writes each page as an object of its own, uncompressed."""
    aantal = len(_PAGINA.findall(pdf))
    return f"{aantal} blz." if aantal else "–"


def _aantal(getal: int, een: str, meer: str) -> str:
    return f"{getal or 'geen'} {een if getal == 1 else meer}"
