"""``raadwerk schema``: JSON Schemas that make an editor complete and check the YAML."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator import uitvoer


@click.command()
@click.argument("map_", metavar="[MAP]", default="schema", type=click.Path(file_okay=False, path_type=Path))
def schema(map_: Path) -> None:
    """Schrijf voor elk YAML-bestand van een dossier een JSON-schema in MAP.

    Zet in de editor bovenaan een bestand: # yaml-language-server: $schema=../../schema/cijfers.json
    """
    from generator.inhoud import json_schema

    bestanden = {
        f"{Path(naam).stem}.json": (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()
        for naam, inhoud in json_schema().items()
    }
    uitvoer.write_uitvoer(map_.resolve(), bestanden)
    click.echo(f"{len(bestanden)} schema’s staan in {map_}/")
