"""What was frozen, for the commands that ask for it: chosen, read back, listed, and what it was made with."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING

import click

from generator.cli.werkmap import kies_dossiers
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.bevroren import load_bevroren
from generator.inhoud.schijf import read_bestanden, read_map
from generator.uitvoer import bevriezen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.document.nodes import Document
    from generator.feiten.bevroren import Bevroren

# What writes a paper besides Raadwerk itself: another version of one of these may make other bytes.
_SCHRIJVERS = ("Jinja2", "MarkupSafe", "lxml", "typst")


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


def gemaakt_met(sjablonen: Mapping[str, bytes]) -> dict[str, str]:
    """What decides the bytes of a paper here and now: packages and house style, by name."""
    return bevriezen.maak_met({naam: version(naam) for naam in _SCHRIJVERS}, sjablonen)


def toon_lijst(werkmap: Path, *, als_json: bool) -> int:
    """Print what is frozen; 2 when something of it was touched since."""
    alle, onleesbaar = _lees_lijst(werkmap)
    if als_json and onleesbaar:
        raise InvoerError(*onleesbaar)
    geschonden = {
        record.plaats: fout for records in alle.values() for record in records if (fout := _schade(werkmap, record))
    }
    if als_json:
        data = {naam: [_als_data(record) | {"ongeschonden": record.plaats not in geschonden} for record in records]
                for naam, records in alle.items()}  # fmt: skip
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return 2 if geschonden else 0
    for naam, records in alle.items():
        if not records:
            click.echo(f"{naam}: er is nog niets bevroren")
        for record in records:
            soort = "concept" if record.concept else "definitief"
            click.echo(f"{naam}: {record.stuk} versie {record.versie}, {soort}, {record.datum.isoformat()}")
            for formaat, hash_ in record.bestanden.items():
                click.echo(f"  {formaat:<5} SHA-256 {hash_}")
            if record.plaats in geschonden:
                click.echo(f"{geschonden[record.plaats]}", err=True)
    if onleesbaar:
        raise InvoerError(*onleesbaar)
    return 2 if geschonden else 0


def _lees_lijst(werkmap: Path) -> tuple[dict[str, tuple[Bevroren, ...]], list[Fout]]:
    """What is frozen, by dossier, and what is wrong with the others: these have a list all the same."""
    alle: dict[str, tuple[Bevroren, ...]] = {}
    onleesbaar: list[Fout] = []
    for naam in kies_dossiers(werkmap, ()):
        try:
            alle[naam] = load_bevroren(read_bestanden(werkmap, naam), naam)
        except InvoerError as fout:
            onleesbaar += fout.fouten
    return alle, onleesbaar


def _schade(werkmap: Path, record: Bevroren) -> InvoerError | None:
    """What was touched of a frozen paper since."""
    try:
        lees_bevroren_map(werkmap, record)
    except InvoerError as fout:
        return fout
    return None


def _als_data(record: Bevroren) -> dict[str, object]:
    return {
        "stuk": record.stuk, "versie": record.versie, "datum": record.datum.isoformat(), "concept": record.concept,
        "raadwerk": record.raadwerk, "bestanden": dict(record.bestanden),
    }  # fmt: skip
