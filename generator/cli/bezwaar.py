"""``raadwerk bezwaar``: check an objection, answer it, start one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.werkmap import lees_op


@click.group(subcommand_metavar="OPDRACHT …", options_metavar="[OPTIES]")
def bezwaar() -> None:
    """Toets, beantwoord of begin een bezwaar."""


@bezwaar.command("toets")
@click.argument("zaken", nargs=-1, metavar="ZAAK…")
@click.option("--op", metavar="JJJJ-MM-DD", help="De dag van vandaag, voor wat nog moet gebeuren.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma: één object per zaak.")
def toets(zaken: tuple[str, ...], op: str | None, *, als_json: bool) -> int:
    """Toets zaken aan de wet: is het bezwaar op tijd, wat ontbreekt, wat moet wanneer."""
    from generator.inhoud.recht import load_recht
    from generator.inhoud.zaken import load_zaak
    from generator.meegeleverd import read_meegeleverd
    from generator.regels.bezwaar import toets_zaak
    from generator.verslagen import toets as verslag

    recht = load_recht(read_meegeleverd("inhoud/recht/"))
    dag = lees_op(op)
    for pad in zaken:
        uitslag = toets_zaak(load_zaak(Path(pad).read_bytes(), pad), recht, dag)
        if als_json:
            click.echo(json.dumps(verslag.als_data(uitslag, recht.meldingen), ensure_ascii=False))
        else:
            click.echo(verslag.als_tekst(uitslag, recht.meldingen), nl=False)
    return 0
