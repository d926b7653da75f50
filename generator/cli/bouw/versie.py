"""``raadwerk bouw --versie``: make again, byte for byte, what was frozen; or say exactly why that cannot be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator import keten, uitvoer
from generator.cli.bevries import gemaakt_met
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.keuzes import OPENBAAR
from generator.inhoud.bevroren import load_bevroren
from generator.inhoud.schijf import read_bestanden, read_map
from generator.meegeleverd import read_meegeleverd
from generator.uitvoer import bevriezen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.document.nodes import Document
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


def kies_bevroren(
    bestanden: Mapping[str, bytes], naam: str, versie: str, alleen: Iterable[str] = ()
) -> tuple[Bevroren, ...]:
    """The records of what was frozen as `versie`, of the papers in `alleen` or all. InvoerError when there is none."""
    alle = load_bevroren(bestanden, naam)
    gevraagd = set(alleen)
    gekozen = tuple(r for r in alle if r.versie == versie and (not gevraagd or r.stuk in gevraagd))
    if not gekozen or gevraagd - {record.stuk for record in gekozen}:
        wat = f"versie {versie}" + (f" van {' en '.join(sorted(gevraagd))}" if gevraagd else "")
        raad = (
            f"bevroren zijn: {', '.join(f'{r.stuk} {r.versie}' for r in alle)}"
            if alle
            else "zie raadwerk bevries --help"
        )
        raise InvoerError(Fout(Plaats(f"inhoud/{naam}/bevroren"), f"{wat} is niet bevroren", raad=raad))
    return gekozen


def lees_bevroren_map(werkmap: Path, record: Bevroren) -> dict[str, bytes]:
    """What is kept of a frozen paper, by its name in the folder of its version.

    Raises:
        InvoerError: something of it is gone, changed or added since.
    """
    map_ = (werkmap / record.plaats.bestand).parent
    begin = f"{map_.as_posix()}/"
    bestanden = {pad.removeprefix(begin): inhoud for pad, inhoud in read_map(map_, "").items()}
    del bestanden[bevriezen.RECORD]
    bevriezen.eis_ongeschonden(record, bestanden)
    return bestanden


def lees_bevroren_boom(werkmap: Path, record: Bevroren) -> Document:
    """The tree that was frozen. InvoerError as `lees_bevroren_map`, and for one of another version of Raadwerk."""
    return bevriezen.lees_boom(record, lees_bevroren_map(werkmap, record)[bevriezen.BOOM])


def _toon_oorzaken(record: Bevroren, formaten: list[str], oorzaken: list[str]) -> None:
    click.echo(f"{record.stuk} versie {record.versie} is niet opnieuw te maken als {', '.join(formaten)}:")
    for oorzaak in oorzaken:
        click.echo(f"  {oorzaak}")
