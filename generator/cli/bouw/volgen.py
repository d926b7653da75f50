"""``raadwerk bouw --volg``: build again whenever a file that a dossier is made of was saved, or a paper is gone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.errors import RaadwerkError
from generator.inhoud.getekend import list_getekend
from generator.inhoud.schijf import INHOUD, peil_bestanden, zaakmap
from generator.uitvoer import list_gemaakt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

_TUSSENTIJD = 0.4  # seconds between two looks; what is being saved must lie still for one of them
_WEG = (0, 0)  # what is seen of a file that was made and does not lie there any more
_WACHT = "Wacht op een wijziging … (stoppen: Ctrl-C)"


class Gevolgd(Struct, frozen=True):
    """What is known of one dossier: its files as it was last built from them, and as they were last seen.

    A file is known by its path, and by its time of change and its size. Of what was made only what is gone counts: an
    edit of somebody else may stay open until he builds himself.

    Attributes:
        gebouwd: the files as they were when it was last built.
        gezien: the files as they were last seen.
        gemaakt: what the last run made.
    """

    gebouwd: Mapping[str, tuple[int, int]]
    gezien: Mapping[str, tuple[int, int]]
    gemaakt: tuple[Path, ...] = ()


def kijk(gevolgd: Gevolgd, nu: Mapping[str, tuple[int, int]]) -> tuple[Gevolgd, bool]:
    """What is known after seeing the files as they are `nu`, and whether it is time to build.

    An editor may write a file in steps, and many at once: only what looks the same twice is built from.
    """
    if nu != gevolgd.gezien:
        return replace(gevolgd, gezien=nu), False
    return replace(gevolgd, gebouwd=nu), nu != gevolgd.gebouwd


def volg_dossiers(werkmap: Path, namen: list[str], bouw: Callable[[str], object], doel: Callable[[str], Path]) -> int:
    """Build the dossiers `namen` with `bouw` in `doel`, and each again whenever its files have changed, until Ctrl-C.

    Returns:
        0 when it was stopped while waiting; while building, KeyboardInterrupt goes on to who called.
    """

    def bouw_nu(naam: str) -> Gevolgd:
        invoer = _peil(werkmap, naam)  # before it: what is saved meanwhile is a change
        _probeer(bouw, naam)
        gemaakt = (*list_gemaakt(doel(naam)), *list_gemaakt(zaakmap(doel(naam))))
        # What this run did not bring back, the next would not either: only what goes from now on is news.
        nu = {**invoer, **_peil_weg(gemaakt)}
        return Gevolgd(nu, nu, gemaakt)

    gevolgd = {naam: bouw_nu(naam) for naam in namen}
    click.echo(_WACHT)
    while _wacht():
        for naam in namen:
            nu = {**_peil(werkmap, naam), **_peil_weg(gevolgd[naam].gemaakt)}
            gevolgd[naam], is_tijd = kijk(gevolgd[naam], nu)
            if is_tijd:
                click.echo()
                gevolgd[naam] = bouw_nu(naam)
                click.echo(_WACHT)
    click.echo("\nGestopt met volgen; de stukken zijn die van de laatste keer bouwen.")
    return 0


def _peil(werkmap: Path, naam: str) -> dict[str, tuple[int, int]]:
    """The files of the dossier as they are now, with those that it says were signed."""
    pad = f"{INHOUD}/{naam}/dossier.yaml"
    try:
        getekend = list_getekend({pad: (werkmap / pad).read_bytes()}, naam)
    except OSError:  # gone while we look: the next time will tell
        getekend = []
    return peil_bestanden(werkmap, naam, getekend)


def _peil_weg(gemaakt: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Those of the files that were made which do not lie there any more, by their path."""
    return {str(pad): _WEG for pad in gemaakt if not pad.exists()}


def _wacht() -> bool:
    """Whether to go on after a while."""
    try:
        time.sleep(_TUSSENTIJD)
    except KeyboardInterrupt:
        return False
    return True


def _probeer(bouw: Callable[[str], object], naam: str) -> None:
    """Build; a fault is shown, and what is mended next is a change as any other."""
    try:
        bouw(naam)
    except RaadwerkError as fout:
        click.echo(f"{fout}\n{naam}: hiervan is niets geschreven", err=True)
