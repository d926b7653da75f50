"""``raadwerk regels``: every rule with its article."""

from __future__ import annotations

import json

import click


@click.command()
@click.option("--markdown", is_flag=True, help="Als tabel voor docs/regels.md.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def regels(*, markdown: bool, als_json: bool) -> None:
    """Toon elke regel met zijn grondslag, en wat hij vraagt."""
    from generator.inhoud.recht import load_recht
    from generator.meegeleverd import read_meegeleverd
    from generator.regels import alle as _  # noqa: F401 - registers every rule
    from generator.regels.register import REGELS
    from generator.verslagen import regels as verslag

    meldingen = load_recht(read_meegeleverd("inhoud/recht/")).meldingen
    gesorteerd = [REGELS[code] for code in sorted(REGELS)]
    if als_json:
        click.echo(json.dumps(verslag.als_data(gesorteerd, meldingen), ensure_ascii=False, indent=1))
        return
    schrijver = verslag.als_markdown if markdown else verslag.als_tekst
    click.echo(schrijver(gesorteerd, meldingen), nl=False)
