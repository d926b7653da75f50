"""``raadwerk bezwaar brief``: the letters and other papers of a case."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.bezwaar.zaakpapier import FORMAAT, OP, UITVOER, lees_zaken, schrijf_stukken
from generator.cli.werkmap import lees_op
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import SJABLONEN, find_werkmap, read_bestand
from generator.inhoud.zaakstukken import SOORTEN, load_soorten
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from generator.feiten.zaakstukken import Zaakstuksoorten


@click.command()
@click.argument("soort", required=False, metavar="[SOORT]")
@click.argument("zaken", nargs=-1, metavar="[ZAAK…]")
@click.option("--soort", "soort_keuze", metavar="SOORT", help="De soort, als u die niet vooraan zet.")
@OP
@FORMAAT
@UITVOER
def brief(
    soort: str | None,
    zaken: tuple[str, ...],
    soort_keuze: str | None,
    op: str | None,
    formaten: tuple[str, ...],
    doelmap: Path | None,
) -> None:
    """Maak een brief of een ander stuk bij een zaak; zonder SOORT: toon welke er zijn.

    ZAAK is een zaaknummer of een bestand. Een agenda van de hoorzitting kan meer zaken hebben. Een brief die niet
    mag, wordt niet gemaakt: u leest waarom. Wat de zaak niet zegt, staat er als [nog in te vullen: …].
    """
    if soort_keuze:
        soort, zaken = soort_keuze, ((soort,) if soort else ()) + zaken
    if soort is None:
        soorten = load_soorten({SOORTEN: _tabel()})
        breedte = max(map(len, soorten.brieven)) + 2
        for naam, deze in soorten.brieven.items():
            click.echo(f"{naam:<{breedte}}{deze.uitleg} ({', '.join(deze.grond)})")
        return
    if not zaken:
        _soort(soort, load_soorten({SOORTEN: _tabel()}))
        raise click.UsageError("Noem een zaak: een zaaknummer of een bestand.")
    try:
        werk = lees_zaken(zaken, lees_op(op), doelmap)
    except InvoerError:
        _soort(soort, load_soorten({SOORTEN: _tabel()}))  # the first word that is wrong is said first
        raise
    naam = _soort(soort, werk.keten.soorten)
    schrijf_stukken(werk, werk.keten.maak_brieven(naam, werk.zaken), formaten)


def _tabel() -> bytes:
    """The table of kinds: that of the werkmap we stand in before ours."""
    naam = f"{SJABLONEN}/{SOORTEN}"
    try:
        eigen = find_werkmap(Path.cwd()) / naam
    except InvoerError:
        eigen = None
    return read_bestand(eigen) if eigen and eigen.is_file() else read_meegeleverd(naam)[naam]


def _soort(gevraagd: str, soorten: Zaakstuksoorten) -> str:
    """The kind asked for, with spaces or dashes; InvoerError for one that does not exist."""
    naam = "-".join(gevraagd.lower().replace("_", " ").split())
    if naam in soorten.brieven:
        return naam
    gelijkend = difflib.get_close_matches(naam, list(soorten.brieven), n=1)
    bedoeld = f"bedoelde u ‘{gelijkend[0]}’? " if gelijkend else ""
    raad = f"{bedoeld}‘raadwerk bezwaar brief’ toont welke soorten er zijn"
    raise InvoerError(Fout(Plaats("soort"), f"een brief ‘{gevraagd}’ bestaat niet", raad=raad))
