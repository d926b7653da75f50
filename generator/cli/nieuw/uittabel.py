"""``raadwerk nieuw --uit-tabel``: a dossier for each municipality in a table."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.waarden import notatie
from generator.inhoud.dossier import load_dossier
from generator.inhoud.schijf import INHOUD, SJABLONEN, find_werkmap, read_bestand, read_bestanden, read_map
from generator.inhoud.tabelvulling import STUK
from generator.inhoud.uittabel import begin_uit_tabel
from generator.meegeleverd import read_meegeleverd
from generator.uitvoer import write_eenmalig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.feit import Feit
    from generator.inhoud.uittabel import Begonnen

_SKELET = f"{SJABLONEN}/uit-tabel/"


def begin_dossiers(tabel: Path, map_: Path | None) -> None:
    """Start the dossiers of the municipalities in `tabel`, in the werkmap `map_` or the one we stand in.

    All rows are read before the first dossier is written, and a dossier that is there stays as it is.

    Raises:
        InvoerError: every fault of the table at once; nothing is written then.
        UitvoerError: a folder that cannot be made.
    """
    werkmap = map_ or find_werkmap(Path.cwd())
    if werkmap.exists() and not werkmap.is_dir():
        raise InvoerError(Fout(Plaats(str(werkmap)), "dit is een bestand en geen map", raad="kies een andere map"))
    vandaag = dt.datetime.now(tz=dt.UTC).astimezone().date()  # noqa: TID251 - the command line knows what day it is
    vast = {
        STUK: (tabel.name, "naam van het bestand"),
        "toetsdatum": (vandaag.isoformat(), "de dag waarop dit dossier is begonnen"),
    }
    begin = begin_uit_tabel(read_bestand(tabel), str(tabel), _skelet(werkmap), vast)
    nieuw = [dossier for dossier in begin.dossiers if not (werkmap / INHOUD / dossier.naam).exists()]
    for dossier in nieuw:
        write_eenmalig(werkmap / INHOUD / dossier.naam, dossier.bestanden)
    _toon(begin.dossiers, nieuw, begin.ongebruikt, werkmap)


def _feiten(werkmap: Path, naam: str) -> Mapping[str, Feit]:
    """What the dossier that lies there holds; nothing when it cannot be read, of which `controleer` tells."""
    try:
        return load_dossier(read_bestanden(werkmap, naam), naam).feiten
    except InvoerError:
        return {}


def _skelet(werkmap: Path) -> Mapping[str, bytes]:
    """The files of a dossier as the werkmap has them, or else as they come along."""
    eigen = werkmap / _SKELET
    if eigen.is_dir():
        bestanden = {Path(pad).relative_to(eigen).as_posix(): wat for pad, wat in read_map(eigen, "").items()}
        return {pad: wat for pad, wat in bestanden.items() if not any(deel.startswith(".") for deel in pad.split("/"))}
    return {naam.removeprefix(_SKELET): wat for naam, wat in read_meegeleverd(_SKELET).items()}


def _toon(alle: tuple[Begonnen, ...], nieuw: list[Begonnen], ongebruikt: tuple[str, ...], werkmap: Path) -> None:
    waar = werkmap.relative_to(Path.cwd()) if werkmap.is_relative_to(Path.cwd()) else werkmap
    for dossier in alle:
        wat = "begonnen in" if dossier in nieuw else "was er al, en blijft zoals het is:"
        click.echo(f"{dossier.gemeente}: {wat} {waar / INHOUD / dossier.naam}/")
        for cel, ligt in () if dossier in nieuw else dossier.anders(_feiten(werkmap, dossier.naam)):
            heeft = "daar nog een open plek" if ligt.is_open else f"‘{notatie(ligt.bekend)}’"
            bron = f"{Path(cel.plaats.bestand).name}, {cel.bron}"
            click.echo(f"  {cel.plaats}: hier staat nu ‘{cel.waarde}’, en het dossier heeft {heeft}; neem over met:")
            click.echo(
                f"    raadwerk wijzig {ligt.pad} {shlex.quote(cel.waarde)} --dossier {dossier.naam} --bron '{bron}'"
            )
    telling = "1 dossier" if len(nieuw) == 1 else f"{len(nieuw)} dossiers"
    click.echo(f"\n{telling} begonnen. Wat niet in de tabel staat, is een open plek.")
    if ongebruikt:
        click.echo(f"Niet gebruikt: {', '.join(ongebruikt)}.")
    if nieuw:
        ga = f"cd {shlex.quote(str(waar))}  en dan  " if waar != Path() else ""
        click.echo(f"Ga verder met:  {ga}raadwerk bouw --alle")
