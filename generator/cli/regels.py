"""``raadwerk regels``: every rule with its article."""

from __future__ import annotations

import click


@click.command()
@click.option("--markdown", is_flag=True, help="Als tabel voor docs/regels.md.")
def regels(*, markdown: bool) -> None:
    """Toon elke regel met zijn grondslag, en wat hij vraagt."""
    from generator.inhoud.recht import load_recht
    from generator.meegeleverd import read_meegeleverd
    from generator.regels import alle as _  # noqa: F401 - registers every rule
    from generator.regels.register import REGELS
    from generator.verslagen import regels as verslag

    schrijver = verslag.als_markdown if markdown else verslag.als_tekst
    meldingen = load_recht(read_meegeleverd("inhoud/recht/")).meldingen
    click.echo(schrijver([REGELS[code] for code in sorted(REGELS)], meldingen), nl=False)
