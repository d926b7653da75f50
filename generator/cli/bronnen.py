"""``raadwerk bronnen``: is every quote in its source, and which figures in a source have no fact."""

from __future__ import annotations

import json
from pathlib import Path

import click
from msgspec.structs import replace

from generator.cli.nederlands import Pad
from generator.cli.werkmap import DOSSIERS, kies_dossiers, lees_dossier, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats


@click.command()
@DOSSIERS
@click.option(
    "--map",
    "bronmap",
    metavar="MAP",
    envvar="RAADWERK_BRONNEN",
    type=Pad(file_okay=False),
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
    uitslagen = {}
    for naam in kies_dossiers(werkmap, dossiers):
        dossier = lees_dossier(werkmap, naam).dossier
        paginas = _lees_paginas(bronmap, [stuk.bestand.woorden for stuk in dossier.bronnen.values() if stuk.bestand])
        uitslagen[naam] = check_citaten(dossier, paginas), find_losse_gegevens(dossier, paginas)
    if als_json:
        data = {naam: verslag.als_data(*uitslag) for naam, uitslag in uitslagen.items()}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        teksten = [
            (f"Dossier {naam}\n\n" if len(uitslagen) > 1 else "") + verslag.als_tekst(*uitslag)
            for naam, uitslag in uitslagen.items()
        ]
        click.echo("\n\n".join(teksten))
    return 1 if any(not citaat.klopt for citaten, _ in uitslagen.values() for citaat in citaten) else 0


def _lees_paginas(bronmap: Path, namen: list[str]) -> dict[str, list[str]]:
    """The pages of each source that lies in `bronmap`; InvoerError for all that cannot be read at once."""
    uit: dict[str, list[str]] = {}
    fouten: list[Fout] = []
    for naam in namen:
        try:
            paginas = _lees_bronstuk(bronmap / f"{naam}.pdf", bronmap / f"{naam}.txt")
        except InvoerError as fout:
            fouten += fout.fouten
        else:
            if paginas is not None:
                uit[naam] = paginas
    if fouten:
        raise InvoerError(*fouten)
    return uit


def _lees_bronstuk(pdf: Path, tekst: Path) -> list[str] | None:
    """The pages of one source: of its PDF, else of its text with form feeds; None when there is neither."""
    from generator.lezers.pdf import read_paginas

    try:
        if pdf.is_file():
            try:
                return read_paginas(pdf.read_bytes(), pdf.name)
            except InvoerError as fout:
                if not tekst.is_file():
                    of = f"of leg de tekst als {tekst.name} in de map"
                    raise InvoerError(*(replace(een, raad=f"{een.raad}, {of}") for een in fout.fouten)) from None
        return tekst.read_text(encoding="utf-8").split("\f") if tekst.is_file() else None
    except UnicodeDecodeError:
        raise InvoerError(Fout(Plaats(tekst.name), "dit is geen tekst in UTF-8", raad="bewaar het als UTF-8")) from None
    except OSError as fout:
        plaats = Plaats(Path(fout.filename).name)
        raise InvoerError(Fout(plaats, "dit bestand mag of kan Raadwerk niet lezen", raad="geef leesrecht")) from fout
