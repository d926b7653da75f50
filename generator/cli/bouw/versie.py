"""``raadwerk bouw --versie``: make again, byte for byte, what was frozen; or say exactly why that cannot be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator import keten, uitvoer
from generator.cli.bevroren import gemaakt_met, kies_bevroren, lees_bevroren_boom
from generator.feiten.keuzes import OPENBAAR
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd
from generator.uitvoer import bevriezen

if TYPE_CHECKING:
    from pathlib import Path

    from generator.feiten.bevroren import Bevroren


def bouw_versie(
    werkmap: Path, naam: str, versie: str, alleen: tuple[str, ...], formaten: tuple[str, ...], doel: Path,
    *, geheim: bool,
) -> int:  # fmt: skip
    """Make the papers of dossier `naam` that were frozen as `versie` again, in the folder `doel`.

    Returns:
        0; or 1 when one of them would be other bytes, which is then not written but explained.

    Raises:
        InvoerError: nothing was frozen under that version, or it was damaged since.
    """
    records = kies_bevroren(read_bestanden(werkmap, naam), naam, versie, alleen)
    sjablonen = keten.verzamel_sjablonen(read_bestanden(werkmap, naam), read_meegeleverd(""), naam)
    huisstijl = keten.lees_huisstijl(sjablonen)
    nieuw: dict[str, bytes] = {}
    uitslag = 0
    for record in records:
        boom = lees_bevroren_boom(werkmap, record)
        if (boom.meta.openbaarheid == OPENBAAR) is geheim:
            continue
        gemaakt = keten.schrijf(boom, huisstijl, formaten)
        if anders := bevriezen.afwijkend(record, gemaakt):
            _toon_oorzaken(record, anders, bevriezen.oorzaken(record, gemaakt_met(sjablonen)))
            uitslag = 1
        gelijk = {formaat: inhoud for formaat, inhoud in gemaakt.items() if formaat not in anders}
        nieuw |= {f"{record.stuk}.{formaat}": inhoud for formaat, inhoud in gelijk.items()}
    if not nieuw:
        click.echo(f"{naam}: er is niets geschreven")
        return uitslag
    kwitantie = {"versie": versie, "uitvoer": {bestand: uitvoer.hash_van(wat) for bestand, wat in nieuw.items()}}
    manifest = (json.dumps(kwitantie, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    uitvoer.write_uitvoer(doel, nieuw | {uitvoer.MANIFEST: manifest})
    for bestand in nieuw:
        click.echo(f"  {bestand}: byte voor byte wat is bevroren")
    click.echo(f"{naam} versie {versie} staat in {doel}/")
    return uitslag


def _toon_oorzaken(record: Bevroren, formaten: list[str], oorzaken: list[str]) -> None:
    click.echo(f"{record.stuk} versie {record.versie} is niet opnieuw te maken als {', '.join(formaten)}:")
    for oorzaak in oorzaken:
        click.echo(f"  {oorzaak}")
