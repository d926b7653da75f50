"""A calendar file (*agendabestand*) as an option: one that Raadwerk made may be replaced, any other file stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.nederlands import Woorden
from generator.errors import Fout, Plaats, UitvoerError

if TYPE_CHECKING:
    from collections.abc import Callable

_VAN_ONS = b"PRODID:-//Raadwerk//"


def agendaoptie(uitleg: str) -> Callable[[Any], Any]:
    """``--ics``, alone for standard output or with the name of a file; `uitleg` is what its help says."""
    return click.option("--ics", is_flag=False, flag_value="-", metavar="[BESTAND.ics]", type=Woorden(), help=uitleg)


def schrijf_agenda(pad: str, inhoud: bytes) -> None:
    """Write `inhoud` to the file `pad` and say so, or to standard output for ``-``.

    Raises:
        UitvoerError: a file that is not ours lies there, or it cannot be written.
    """
    if pad == "-":
        with click.open_file(pad, "wb") as uit:
            uit.write(inhoud)
        return
    try:
        lag_er = Path(pad).is_file()
        eigen = not lag_er or _VAN_ONS in Path(pad).read_bytes()[:200]
        if eigen:
            with click.open_file(pad, "wb", atomic=True) as bestand:
                bestand.write(inhoud)
    except OSError:
        raad = "noem een bestand in een map die bestaat en van u is"
        raise UitvoerError(Fout(Plaats(pad), "dit bestand is niet te schrijven", raad=raad)) from None
    if not eigen:
        zin = "dit bestand bestaat al, en Raadwerk heeft het niet gemaakt"
        raise UitvoerError(Fout(Plaats(pad), zin, raad="noem een andere naam, of haal het bestand eerst weg"))
    vervangen = "; het vorige is vervangen" if lag_er else ""
    click.echo(f"Het agendabestand staat in {pad}{vervangen}.", err=True)
