"""``raadwerk verschil``: what changed, by fact and by sentence."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import click

from generator.cli.nederlands import Pad, Woorden
from generator.cli.spoor import schrijf_spoor, spooropties, toestand
from generator.cli.werkmap import OP, STEL, VARIANT, kies_dossiers, lees_op, lees_stel, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.dossierzaken import kies_zaakbestanden
from generator.inhoud.schijf import find_werkmap, read_bestanden, staat_in_git
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from generator.cli.spoor import Spoorkeuzes
    from generator.keten import Gecontroleerd


@click.command()
@click.argument("dossier", required=False, metavar="[DOSSIER]")
@click.option(
    "--sinds", metavar="REVISIE", type=Woorden(), help="Vergelijk met een eerdere stand in git, zoals HEAD of HEAD~1."
)
@click.option(
    "--met",
    "andere",
    metavar="MAP",
    type=Pad(),
    help="Vergelijk met dit dossier in een andere werkmap.",
)
@click.option("--sinds-bouw", "gebouwd", is_flag=True, help="Vergelijk met de laatste bouw, in uitvoer/.")
@click.option(
    "--sinds-versie", "versie", metavar="NUMMER", type=Woorden(), help="Vergelijk met wat als deze versie is bevroren."
)
@click.option("--alleen", multiple=True, metavar="STUK", type=Woorden(), help="Met --sinds-versie: alleen dit stuk.")
@STEL
@VARIANT
@OP
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
@spooropties
def verschil(
    dossier: str | None, sinds: str | None, andere: Path | None, versie: str | None, alleen: tuple[str, ...],
    stel: tuple[str, ...], variant: str, op: str | None, *, gebouwd: bool, als_json: bool, spoor: Spoorkeuzes,
) -> int:  # fmt: skip
    """Laat zien wat er verandert: feiten, termijnen, bevindingen, en per stuk elke zin.

    Zonder keuze: de bestanden zoals ze nu zijn, vergeleken met de laatste stand in git (HEAD), en wat niet in git
    staat met de laatste bouw. Met --stel of --variant ziet u wat er zou veranderen; aan de feiten verandert niets. De
    code is 1 als er verschil is.
    """
    if sum(map(bool, (sinds, gebouwd, andere, versie))) > 1:
        raise click.UsageError("Kies --sinds, --sinds-bouw, --sinds-versie of --met, niet meer dan één.")
    if alleen and not versie:
        raise click.UsageError("--alleen hoort bij --sinds-versie: noem de versie die is bevroren.")
    werkmap = vind_werkmap()
    naam = kies_dossier(werkmap, dossier)
    nu = read_bestanden(werkmap, naam)
    dag = lees_op(op)
    if versie:
        from generator.cli.verschil.sindsversie import lees_bevroren_stand, lees_stand_nu

        oud = lees_bevroren_stand(werkmap, nu, naam, versie, alleen)
        nieuw = lees_stand_nu(oud, nu, alleen, stel=lees_stel(stel), op=dag, variant=variant)
        return toon_verschil(oud, nieuw, {}, als_json=als_json, spoor=spoor, versie=versie, alleen=alleen)
    lees_nieuw = partial(lees_toestand, nu, naam, stel=lees_stel(stel), op=dag, variant=variant)
    # What was typed is read first: a mistake in it is said without making papers.
    vooraf = lees_nieuw() if stel or variant else None
    if andere:
        toen = _uit_map(andere, naam)
        oud = lees_toestand(toen, naam, op=dag)
    elif (stel or variant) and not (sinds or gebouwd):
        toen, oud = nu, lees_toestand(nu, naam, op=dag)
    else:
        vastgelegd = None if gebouwd else _vastgelegd(werkmap, naam, sinds)
        if vastgelegd is None:
            from generator.cli.verschil.sindsbouw import kies_gelijke_zaken, lees_gebouwd, read_gebouwd

            # An objection is not kept of a run; the rules that look at it see it as it is now.
            zaken = kies_zaakbestanden(nu, naam)
            oud = lees_gebouwd(werkmap, naam, zaken)
            toen = read_gebouwd(werkmap, naam) | kies_gelijke_zaken(werkmap, naam, zaken)
        else:
            toen, oud = vastgelegd, lees_toestand(vastgelegd, naam, op=dag)
    return toon_verschil(oud, lees_nieuw() if vooraf is None else vooraf, toen, als_json=als_json, spoor=spoor)


def _vastgelegd(werkmap: Path, naam: str, sinds: str | None) -> dict[str, bytes] | None:
    """The files as they stood in the revision `sinds`, or in HEAD when none was typed; None when they did not.

    InvoerError for a revision that was typed and cannot be read.
    """
    from generator.inhoud.gitstand import read_revisie

    if not (sinds or staat_in_git(werkmap)):
        return None
    try:
        return read_revisie(werkmap, naam, sinds or "HEAD")
    except InvoerError:
        if sinds:
            raise
        # The folder can lie in a repository that knows nothing of it: nobody asked to compare with that.
        click.echo("Dit dossier staat nog niet in git; het wordt vergeleken met de laatste bouw.", err=True)
        return None


def toon_verschil(
    oud: Gecontroleerd,
    nieuw: Gecontroleerd,
    toen: Mapping[str, bytes] | None = None,
    *,
    als_json: bool = False,
    spoor: Spoorkeuzes | None = None,
    versie: str = "",
    alleen: tuple[str, ...] = (),
) -> int:
    """Print what differs, and write the redlines that `spoor` asks; 1 when there is a difference.

    Args:
        oud: the dossier as it was.
        nieuw: the dossier as it is.
        toen: the files that were kept of `oud`; None when it is the dossier as it lies on disk.
        als_json: for a program.
        spoor: the redlines to write.
        versie: the frozen version that `oud` is.
        alleen: the papers of that version that were asked.
    """
    from generator.cli.verschil.toetslijsten import met_toetslijsten
    from generator.verschil import vergelijk
    from generator.verslagen import verschil as verslag

    uitslag = met_toetslijsten(vergelijk(toestand(oud), toestand(nieuw)), oud, nieuw, toen)
    meldingen = nieuw.gelezen.recht.meldingen
    if als_json:
        click.echo(json.dumps(verslag.als_data(uitslag, meldingen), ensure_ascii=False, indent=1))
    else:
        click.echo(verslag.als_tekst(uitslag, meldingen, partial(click.style, bold=True)), nl=False)
    if spoor and spoor.paden:
        from generator.cli.spoor.begin import eis_niet_verzonden, maak_begin

        for pad in spoor.paden.values():
            eis_niet_verzonden(pad, nieuw)
        begin = maak_begin(oud, toen or {}, nieuw, versie=versie, alleen=alleen)
        for regel in schrijf_spoor(oud, nieuw, uitslag, spoor, begin):
            click.echo(regel, err=als_json)
    return 0 if uitslag.is_leeg else 1


def kies_dossier(werkmap: Path, dossier: str | None, optie: str = "") -> str:
    """The one dossier meant; InvoerError when there are more, with the `optie` by which one is named, if any."""
    namen = kies_dossiers(werkmap, (dossier,) if dossier else ())
    if len(namen) > 1:
        raad = f"noem er een{f' met {optie}' if optie else ''}: {', '.join(namen)}"
        raise InvoerError(Fout(Plaats("inhoud"), "er zijn meer dossiers", raad=raad))
    return namen[0]


def _uit_map(map_: Path, naam: str) -> dict[str, bytes]:
    if not map_.is_dir():
        raise InvoerError(Fout(Plaats(str(map_)), "deze map bestaat niet", raad="noem een werkmap"))
    andere = find_werkmap(map_)
    kies_dossiers(andere, (naam,))
    return read_bestanden(andere, naam)


def lees_toestand(
    bestanden: Mapping[str, bytes], naam: str, *, stel: Mapping[str, str] | None = None, op: dt.date | None = None,
    variant: str = "",
) -> Gecontroleerd:  # fmt: skip
    """The dossier in `bestanden` with its papers and findings. InvoerError when it cannot be read."""
    from generator import keten

    gelezen = keten.lees(bestanden, read_meegeleverd(""), naam, stel=stel, op=op, variant=variant)
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))
