"""``raadwerk bouw --volg``: build again whenever a file that a dossier is made of has been saved."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.errors import RaadwerkError
from generator.inhoud.schijf import peil_bestanden

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_TUSSENTIJD = 0.4  # seconds between two looks; what is being saved must lie still for one of them
_WACHT = "Wacht op een wijziging … (stoppen: Ctrl-C)"


class Gevolgd(Struct, frozen=True):
    """What is known of one dossier: its files as it was last built from them, and as they were last seen.

    A file is known by its path, and by its time of change and its size.
    """

    gebouwd: Mapping[str, tuple[int, int]]
    gezien: Mapping[str, tuple[int, int]]


def kijk(gevolgd: Gevolgd, nu: Mapping[str, tuple[int, int]]) -> tuple[Gevolgd, bool]:
    """What is known after seeing the files as they are `nu`, and whether it is time to build.

    An editor may write a file in steps, and many at once: only what looks the same twice is built from.
    """
    if nu != gevolgd.gezien:
        return replace(gevolgd, gezien=nu), False
    return Gevolgd(nu, nu), nu != gevolgd.gebouwd


def volg_dossiers(werkmap: Path, namen: list[str], bouw: Callable[[str], object]) -> int:
    """Build the dossiers `namen` with `bouw`, and each again whenever its files have changed, until Ctrl-C.

    Returns:
        0 when it was stopped while waiting; while building, KeyboardInterrupt goes on to who called.
    """
    gevolgd = {}
    for naam in namen:
        nu = peil_bestanden(werkmap, naam)
        gevolgd[naam] = Gevolgd(nu, nu)
        _probeer(bouw, naam)
    click.echo(_WACHT)
    while _wacht():
        for naam in namen:
            gevolgd[naam], is_tijd = kijk(gevolgd[naam], peil_bestanden(werkmap, naam))
            if is_tijd:
                click.echo()
                _probeer(bouw, naam)
                click.echo(_WACHT)
    click.echo("\nGestopt met volgen; de stukken zijn die van de laatste keer bouwen.")
    return 0


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
