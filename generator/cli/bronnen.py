"""``raadwerk bronnen``: is every quote in its source, and which figures in a source have no fact."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.werkmap import DOSSIERS, kies_dossiers, lees_dossier, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats


@click.command()
@DOSSIERS
@click.option(
    "--map",
    "bronmap",
    metavar="MAP",
    envvar="RAADWERK_BRONNEN",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map met de bronstukken (pdf of txt). Gewoon: wat in de instelling RAADWERK_BRONNEN staat.",
)
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def bronnen(dossiers: tuple[str, ...], bronmap: Path | None, *, als_json: bool) -> int:
    """Zoek elk citaat op in zijn bronstuk, en elk getal in de bronstukken waar geen feit bij hoort."""
    from generator.bronnen import check_citaten, find_losse_gegevens
    from generator.verslagen import bronnen as verslag

    werkmap = vind_werkmap()
    if bronmap is None:
        raise click.UsageError("noem de map met de bronstukken: raadwerk bronnen --map MAP")
    if not bronmap.is_dir():
        raise InvoerError(Fout(Plaats(str(bronmap)), "deze map bestaat niet", raad="noem de map met de bronstukken"))
    ernstig = False
    for naam in kies_dossiers(werkmap, dossiers):
        dossier = lees_dossier(werkmap, naam).dossier
        paginas = _lees_paginas(bronmap, [stuk.bestand.woorden for stuk in dossier.bronnen.values() if stuk.bestand])
        citaten, los = check_citaten(dossier, paginas), find_losse_gegevens(dossier, paginas)
        ernstig |= any(not citaat.gevonden for citaat in citaten)
        if als_json:
            click.echo(json.dumps(verslag.als_data(citaten, los), ensure_ascii=False, indent=1))
        else:
            click.echo(verslag.als_tekst(citaten, los))
    return 1 if ernstig else 0


def _lees_paginas(bronmap: Path, namen: list[str]) -> dict[str, list[str]]:
    """The pages of each source that lies in `bronmap`: the PDF, else the text with form feeds."""
    from generator.lezers.pdf import read_paginas

    uit = {}
    for naam in namen:
        if (bronmap / f"{naam}.pdf").is_file():
            uit[naam] = read_paginas((bronmap / f"{naam}.pdf").read_bytes())
        elif (bronmap / f"{naam}.txt").is_file():
            uit[naam] = (bronmap / f"{naam}.txt").read_text(encoding="utf-8").split("\f")
    return uit
