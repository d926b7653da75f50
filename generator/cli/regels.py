"""``raadwerk regels``: every rule with its article, and what no rule answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator.cli.nederlands import Pad

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--markdown", is_flag=True, help="Als bladzijde, zoals docs/regels.md.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
@click.option(
    "--gevallen",
    metavar="MAP",
    type=Pad(),
    help="Noem ook de gevallen waarmee elke regel is beproefd; bij de broncode: tests/gevallen.",
)
def regels(*, markdown: bool, als_json: bool, gevallen: Path | None) -> None:
    """Toon elke regel met zijn grondslag, wat hij vraagt en hoe zwaar hij weegt; en wat geen regel toetst."""
    from generator.bewaard import read_recht
    from generator.inhoud.gevallen import load_gevallen
    from generator.inhoud.recht import load_niet_gedekt
    from generator.inhoud.schijf import read_map
    from generator.meegeleverd import read_meegeleverd
    from generator.regels import alle as _  # noqa: F401 - registers every rule
    from generator.regels.register import REGELS
    from generator.verslagen import regelpagina, regels as verslag

    bestanden = read_meegeleverd("inhoud/recht/")
    per_code = load_gevallen(read_map(gevallen, ".yaml")) if gevallen else {}
    overzicht = verslag.Regeloverzicht(read_recht(bestanden), load_niet_gedekt(bestanden), per_code)
    gesorteerd = [REGELS[code] for code in sorted(REGELS)]
    if als_json:
        click.echo(json.dumps(verslag.als_data(gesorteerd, overzicht), ensure_ascii=False, indent=1))
    elif markdown:
        click.echo(regelpagina.als_markdown(gesorteerd, overzicht), nl=False)
    else:
        click.echo(verslag.als_tekst(gesorteerd, overzicht), nl=False)
