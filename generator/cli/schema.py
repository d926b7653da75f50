"""``raadwerk schema``: JSON Schemas that make an editor complete and check the YAML."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator import uitvoer
from generator.cli.nederlands import Pad
from generator.meegeleverd import read_meegeleverd


@click.command()
@click.argument("map_", metavar="[MAP]", default="schema", type=Pad(file_okay=False))
def schema(map_: Path) -> None:
    """Schrijf voor elk YAML-bestand van een dossier, een variant en een bezwaarzaak een JSON-schema in MAP.

    Zet in de editor bovenaan een bestand: # yaml-language-server: $schema=../../schema/cijfers.json; in de map
    varianten is dat $schema=../../../schema/variant.json.
    """
    from generator.cli.bezwaar.nieuw import VRAGEN
    from generator.inhoud import json_schema, variant_schema
    from generator.inhoud.zaakschema import zaak_schema
    from generator.inhoud.zaakvragen import load_vragen

    vragen = load_vragen(read_meegeleverd(VRAGEN)[VRAGEN], VRAGEN)
    schemas = json_schema() | {
        "variant.yaml": variant_schema(),
        "bezwaarzaak.yaml": zaak_schema({vraag.pad: f"{vraag.vraag}?" for vraag in vragen}),
    }
    bestanden = {
        f"{Path(naam).stem}.json": (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()
        for naam, inhoud in schemas.items()
    }
    # With a receipt of its own a next version knows what it made itself and what somebody changed.
    manifest = {"uitvoer": {naam: uitvoer.hash_van(wat) for naam, wat in bestanden.items()}}
    bewijs = {uitvoer.MANIFEST: (json.dumps(manifest, indent=1) + "\n").encode()}
    geschreven = uitvoer.write_uitvoer(map_.resolve(), bestanden | bewijs)
    click.echo(f"{len(bestanden)} schema’s staan in {map_}/")
    for naam in geschreven.opzij:
        click.echo(f"  {naam}: dit bestand was met de hand gewijzigd en is opzij gezet")
