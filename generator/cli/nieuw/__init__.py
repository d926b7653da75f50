"""``raadwerk nieuw``: start a werkmap with a small example dossier."""

from __future__ import annotations

import errno
import shlex
from typing import TYPE_CHECKING

import click

from generator.cli.nederlands import Pad
from generator.errors import Fout, Plaats, UitvoerError
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from pathlib import Path

_SJABLOON = "sjablonen/nieuw/"
_VERBORGEN = {"gitignore": ".gitignore"}  # what is hidden does not come along with Raadwerk, so it gets its dot here


@click.command()
@click.argument("map_", metavar="[MAP]", required=False, type=Pad())
@click.option(
    "--uit-tabel", "tabel", metavar="BESTAND", type=Pad(),
    help="Begin een dossier voor elke gemeente in deze tabel (CSV of XLSX).",
)  # fmt: skip
def nieuw(map_: Path | None, tabel: Path | None) -> None:
    """Begin een nieuwe werkmap in MAP, met een klein voorbeelddossier.

    Een map waarin al iets staat, blijft zoals zij is. Met --uit-tabel komt er voor elke gemeente in de tabel een
    dossier bij, in MAP of in de werkmap waarin u staat; een dossier dat er al is, blijft zoals het is.
    """
    if tabel:
        from generator.cli.nieuw.uittabel import begin_dossiers

        begin_dossiers(tabel, map_)
    elif map_:
        _begin_werkmap(map_)
    else:
        raise click.UsageError("Noem een map: raadwerk nieuw MAP. Of een tabel: raadwerk nieuw --uit-tabel BESTAND.")


def _begin_werkmap(map_: Path) -> None:
    bestanden = read_meegeleverd(_SJABLOON)
    try:
        if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
            raise UitvoerError(Fout(Plaats(str(map_)), "hier staat al iets", raad="kies een nieuwe of lege map"))
        for naam, inhoud in bestanden.items():
            eigen = naam.removeprefix(_SJABLOON)
            doel = map_ / _VERBORGEN.get(eigen, eigen)
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(inhoud)
    except OSError as fout:
        wat, raad = "deze map is niet te maken of te lezen", "kies een map die van u is"
        if fout.errno == errno.ENAMETOOLONG:
            wat, raad = "deze naam is te lang", "kies een kortere naam"
        raise UitvoerError(Fout(Plaats(str(map_)), wat, raad=raad)) from fout
    click.echo(f"De werkmap staat in {map_}/, met een voorbeelddossier in {map_}/inhoud/fietsbrug/.")
    click.echo(f"Ga verder met:  cd {shlex.quote(str(map_))}  en dan  raadwerk bouw")
