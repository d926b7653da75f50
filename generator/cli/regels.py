"""``raadwerk regels``: every rule with its article."""

from __future__ import annotations

import click


@click.command()
@click.option("--markdown", is_flag=True, help="Als tabel voor docs/regels.md.")
def regels(*, markdown: bool) -> None:
    """Toon elke regel met zijn grondslag, en wat hij vraagt."""
    from generator import keten
    from generator.verslagen import regels as verslag

    click.echo(
        verslag.als_markdown(keten.regeloverzicht()) if markdown else verslag.als_tekst(keten.regeloverzicht()),
        nl=False,
    )
