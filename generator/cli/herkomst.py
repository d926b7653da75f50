"""``raadwerk herkomst``: where a figure comes from and where it is used."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from generator.cli.nederlands import MetGetallen, Woorden
from generator.cli.scherm import maak_leesbaar
from generator.cli.werkmap import kies_dossiers, lees_dossier, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.aanraden import bedoelde_paden

if TYPE_CHECKING:
    from pathlib import Path

    from generator.herkomst import Feitherkomst


@click.command(cls=MetGetallen)
@click.argument("feit", nargs=-1, metavar="[FEIT]")
@click.option("--dossier", metavar="DOSSIER", type=Woorden(), help="Alleen dit dossier.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def herkomst(feit: tuple[str, ...], dossier: str | None, *, als_json: bool) -> None:
    """Laat zien waar een feit vandaan komt en in welke zinnen het staat.

    FEIT is het pad van een feit (cijfers.opvang_ambachtsweg), een deel van zijn naam, of de waarde zoals zij
    in het stuk staat (168, zeven jaar, 20 december 2024); een dag mag ook als 20-12-2024. Zonder FEIT: alle feiten.
    """
    from generator import keten
    from generator.cli.feitzoeken import zoek_feiten
    from generator.herkomst import herkomst as bepaal
    from generator.verslagen import herkomst as verslag

    werkmap = vind_werkmap()
    gevraagd = " ".join(feit)
    alle: list[str] = []
    gevonden: dict[str, dict[str, Feitherkomst]] = {}
    for naam in kies_dossiers(werkmap, (dossier,) if dossier else ()):
        gelezen = lees_dossier(werkmap, naam)
        bomen, dagen = keten.maak_bomen_en_dagen(gelezen)
        feiten = bepaal(gelezen.dossier, bomen, gelezen.termijnen, dagen)
        alle += feiten
        if passend := zoek_feiten(gevraagd, feiten):
            gevonden[naam] = passend
    if not gevonden:
        raad = _met_dossier(feit, werkmap) or bedoelde_paden(gevraagd, alle, "‘raadwerk herkomst’ toont ze alle")
        raise InvoerError(Fout(Plaats("inhoud"), f"geen feit heet of luidt ‘{gevraagd}’", raad=raad))
    if als_json:
        click.echo(
            json.dumps({naam: verslag.als_data(wat) for naam, wat in gevonden.items()}, ensure_ascii=False, indent=1)
        )
        return
    nadruk = partial(click.style, bold=True)
    teksten = [verslag.als_tekst(wat.values(), nadruk) for wat in gevonden.values()]
    if len(gevonden) > 1:
        teksten = [f"{nadruk(f'Dossier {naam}')}\n\n{tekst}" for naam, tekst in zip(gevonden, teksten, strict=True)]
    tekst = "\n".join(teksten).rstrip("\n")
    if gevraagd:
        click.echo(tekst)
    else:  # a pager is a program of its own, that writes on the terminal without us
        click.echo_via_pager(maak_leesbaar(tekst) if sys.stdout.isatty() else tekst)


def _met_dossier(feit: tuple[str, ...], werkmap: Path) -> str:
    """How to ask for this fact in one dossier, when one is named among the words; empty otherwise."""
    namen = set(kies_dossiers(werkmap, ()))
    genoemd = [woord for woord in feit if woord in namen]
    rest = " ".join(woord for woord in feit if woord not in namen)
    return f"bedoelde u: raadwerk herkomst {rest} --dossier {genoemd[0]}?" if genoemd and rest else ""
