"""``raadwerk bezwaar nieuw``: ask for the facts of a case one by one and write its file."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.dagen import lees_dag
from generator.cli.nederlands import Pad
from generator.cli.werkmap import kies_dossiers
from generator.errors import Fout, InvoerError, Plaats, UitvoerError
from generator.inhoud.schijf import BEZWAREN, INHOUD, find_werkmap
from generator.inhoud.zaakvragen import ONBEKEND, Vraag, check_antwoord, load_velden, load_vragen, print_zaak
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from collections.abc import Mapping

VRAGEN = "sjablonen/bezwaarvragen.yaml"
VELDEN = "sjablonen/bezwaarvelden.yaml"
_NUMMER = re.compile(r"\w[\w.-]*")
_DAG = "jjjj-mm-dd"  # as the file has it; a person may type it in other ways
_DATUM = "een datum, zoals 24-3-2026"


@click.command()
@click.argument("zaaknummer", metavar="ZAAKNUMMER")
@click.option("--leeg", is_flag=True, help="Stel geen vragen; schrijf elk veld dat er is, als onbekend.")
@click.option("--dossier", metavar="DOSSIER", help="In welk dossier, als er meer zijn.")
@click.option("--uitvoer", metavar="BESTAND", type=Pad(), help="Schrijf naar dit bestand.")
def nieuw(zaaknummer: str, dossier: str | None, uitvoer: Path | None, *, leeg: bool) -> None:
    """Begin een bezwaarzaak: stel de vragen een voor een en schrijf het bestand, met uitleg erin.

    Het bestand komt in inhoud/DOSSIER/bezwaren/, of waar --uitvoer het zegt. Wat er al ligt, blijft zoals het is.
    """
    if not _NUMMER.fullmatch(zaaknummer):
        raad = "gebruik letters, cijfers, punten en streepjes, zoals Z-2026-0412"
        raise InvoerError(Fout(Plaats("zaaknummer"), f"‘{zaaknummer}’ kan geen bestandsnaam zijn", raad=raad))
    doel = uitvoer or _doel(zaaknummer, dossier)
    if doel.exists():
        raise UitvoerError(Fout(Plaats(str(doel)), "dit bestand is er al", raad="open het, of kies een ander nummer"))
    vragen = load_vragen(read_meegeleverd(VRAGEN)[VRAGEN], VRAGEN)
    antwoorden = {} if leeg else _stel(vragen)
    if leeg:
        vragen += load_velden(read_meegeleverd(VELDEN)[VELDEN], VELDEN)
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(print_zaak(zaaknummer, vragen, antwoorden), encoding="utf-8")
    except OSError:
        raad = "kies met --uitvoer een bestand in een map die van u is"
        raise UitvoerError(Fout(Plaats(str(doel)), "dit bestand is niet te schrijven", raad=raad)) from None
    click.echo(f"De zaak staat in {doel}.")
    click.echo(f"Ga verder met:  raadwerk bezwaar toets {doel}")


def _doel(zaaknummer: str, dossier: str | None) -> Path:
    """Where the case belongs; InvoerError when that cannot be told."""
    werkmap = find_werkmap(Path.cwd())
    namen = kies_dossiers(werkmap, (dossier,) if dossier else ())
    if len(namen) > 1:
        raad = f"noem er een met --dossier: {', '.join(namen)}"
        raise InvoerError(Fout(Plaats(INHOUD), "er zijn meer dossiers", raad=raad))
    pad = werkmap / INHOUD / namen[0] / BEZWAREN / f"{zaaknummer}.yaml"
    return pad.relative_to(Path.cwd()) if pad.is_relative_to(Path.cwd()) else pad


def _stel(vragen: tuple[Vraag, ...]) -> Mapping[str, str]:
    """The answers by path; what is skipped is unknown and has none."""
    click.echo("Een lege regel is: onbekend. Met Ctrl-C stopt u; er is dan niets geschreven.")
    antwoorden: dict[str, str] = {}
    for vraag in vragen:
        if vraag.wordt_gesteld(antwoorden):
            click.echo(f"\n{click.style(f'{vraag.vraag}?', bold=True)}")
            if hulp := vraag.hulp.replace(_DAG, _DATUM):
                click.echo(click.style(_gevouwen(hulp), dim=True))
            antwoord = _vraag(vraag)
            if antwoord != ONBEKEND:
                antwoorden[vraag.pad_van(antwoord)] = antwoord
    return antwoorden


def _vraag(vraag: Vraag) -> str:
    """One answer that fits its field; a day in any form people type it."""
    while True:
        antwoord = click.prompt("", default=ONBEKEND, show_default=False, prompt_suffix="> ").strip()
        if antwoord == ONBEKEND:
            if vraag.pad != "rol":
                return antwoord
            click.echo(_gevouwen("dit moet bekend zijn"))
            continue
        if _DAG in vraag.hulp.split("; "):
            try:
                antwoord = lees_dag(antwoord).isoformat()
            except InvoerError as fout:
                click.echo(_gevouwen(f"{fout.fouten[0].gevonden}; {fout.fouten[0].raad or fout.fouten[0].verwacht}"))
                continue
        mis = check_antwoord(vraag, antwoord)
        if mis is None:
            return antwoord
        click.echo(_gevouwen(f"{mis.gevonden}; {mis.raad or f'verwacht: {mis.verwacht}'}"))


def _gevouwen(tekst: str) -> str:
    """`tekst` in lines that fit a terminal, under the question."""
    return textwrap.fill(tekst, 78, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
