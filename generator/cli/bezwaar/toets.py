"""``raadwerk bezwaar toets``: one objection explained, or many at a glance."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.agenda import agendaoptie, schrijf_agenda
from generator.cli.bezwaar.zaakbestanden import TABELVORMEN, vind_zaken
from generator.cli.bezwaar.zaaktoets import Getoetst, Toetser, toets_stroom
from generator.cli.werkmap import lees_op
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import read_bestand

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.toetsuitslag import Toetsuitslag

_KLEUREN = {"kop": None, "fout": "red", "oordeel": "magenta", "waarschuwing": "yellow", "notitie": None}


@click.command()
@click.argument("zaken", nargs=-1, metavar="[ZAAK…]")
@click.option("--op", metavar="DATUM", help="De dag van vandaag, voor wat nog moet gebeuren.")
@click.option("--berekening", is_flag=True, help="Toon ook elke stap van elke berekening.")
@click.option("--json", "vorm", flag_value="json", help="Voor een ander programma: één object per zaak, op een regel.")
@click.option("--csv", "vorm", flag_value="csv", help="Het overzicht als CSV.")
@agendaoptie("Alle uiterste dagen als agendabestand.")
def toets(zaken: tuple[str, ...], op: str | None, vorm: str | None, ics: str | None, *, berekening: bool) -> int:
    """Toets zaken aan de wet: is het bezwaar op tijd, wat ontbreekt, wat moet wanneer.

    ZAAK is een zaaknummer, een bestand, een map met zaken, of een export van het zaaksysteem (CSV of Excel; de
    kolommen staan in zaaksysteem.yaml). Met - leest Raadwerk zaken van standaardinvoer, gescheiden door een regel
    met drie streepjes. Zonder ZAAK: alle zaken van het dossier.
    """
    if ics and vorm:
        raise click.UsageError("Kies één vorm: --json, --csv of --ics.")
    if ics and ics != "-" and not ics.lower().endswith(".ics"):
        zaken, ics = (ics, *zaken), "-"  # ``--ics Z-1``: no file name but a case
    dag = lees_op(op)
    if zaken == ("-",) and vorm == "json":
        return _json_stroom(dag)
    toetser = Toetser(dag)
    paden = [] if zaken == ("-",) else vind_zaken(zaken)
    if zaken == ("-",):
        getoetst = list(toetser.stroom(sys.stdin.buffer))
    else:
        getoetst = [een for pad in paden for een in _toets(toetser, pad)]
    if len(getoetst) == 1 and getoetst[0].fouten and zaken != ("-",):
        raise InvoerError(*getoetst[0].fouten)
    if ics:
        _schrijf_ics(ics, getoetst)
    elif vorm == "json":
        for een in getoetst:
            _schrijf(een.als_json(toetser) + b"\n")
    else:
        is_export = any(pad.suffix.lower() in TABELVORMEN for pad in paden)
        if len(getoetst) == 1 and getoetst[0].uitslag and vorm != "csv" and not is_export:
            _toon_zaak(getoetst[0].uitslag, toetser, berekening=berekening)
        else:
            _toon_overzicht(getoetst, toetser, dag, als_csv=vorm == "csv")
    return max((een.code for een in getoetst), default=0)


def _toets(toetser: Toetser, pad: Path) -> Iterator[Getoetst]:
    """Every case of one file."""
    if pad.suffix.lower() in TABELVORMEN:
        from generator.inhoud.zaaktabel import load_kolommen, read_zaaktabel

        instelling = _vind_instelling(pad)
        kolommen = load_kolommen(read_bestand(instelling), str(instelling))
        for rij in read_zaaktabel(read_bestand(pad), str(pad), kolommen):
            yield toetser.toets(rij.zaak, rij.fouten, rij.plaats)
        return
    try:
        inhoud = read_bestand(pad)
    except InvoerError as fout:
        yield toetser.toets(None, fout.fouten, Plaats(str(pad)))
        return
    yield from toetser.documenten(inhoud, str(pad))


def _vind_instelling(pad: Path) -> Path:
    """The nearest ``zaaksysteem.yaml`` from the export upwards, or from where we stand."""
    from generator.inhoud.zaaktabel import INSTELLING

    for map_ in (pad.resolve().parent, *pad.resolve().parents, Path.cwd(), *Path.cwd().parents):
        if (map_ / INSTELLING).is_file():
            return map_ / INSTELLING
    raad = "maak er een met ‘kolommen:’ en daaronder per kolom het veld, zoals ‘Zaaknr: zaaknummer’"
    raise InvoerError(Fout(Plaats(str(pad)), f"er is geen {INSTELLING} die zegt wat de kolommen zijn", raad=raad))


def _json_stroom(dag: dt.date | None) -> int:
    code = 0
    for regels, slechtste in toets_stroom(sys.stdin.buffer, dag):
        _schrijf(regels)
        code = max(code, slechtste)
    return code


def _toon_zaak(uitslag: Toetsuitslag, toetser: Toetser, *, berekening: bool) -> None:
    """All that is to be said of one case."""
    from generator.verslagen import toets as verslag

    click.echo(verslag.als_tekst(uitslag, toetser.meldingen, _nadruk, berekening=berekening), nl=False)


def _toon_overzicht(getoetst: list[Getoetst], toetser: Toetser, dag: dt.date | None, *, als_csv: bool) -> None:
    """A line for each case, and what is wrong with those that could not be read."""
    from generator.verslagen import zaaktabel

    gelukt = [een.uitslag for een in getoetst if een.uitslag]
    rijen = zaaktabel.sorteer(zaaktabel.maak_rij(uitslag, toetser.meldingen, dag) for uitslag in gelukt)
    if als_csv:
        click.echo(zaaktabel.als_csv(rijen), nl=False)
    elif rijen:
        click.echo(zaaktabel.als_tabel(rijen, met_dagen=dag is not None), nl=False)
    for nummer, keer in Counter(uitslag.zaaknummer for uitslag in gelukt).items():
        if keer > 1:
            click.echo(f"zaaknummer {nummer} komt {keer} keer voor: is het dezelfde zaak?", err=True)
    fouten = [fout for een in getoetst for fout in een.fouten]
    for fout in fouten:
        click.echo(str(fout), err=True)
    if fouten:
        mis = sum(bool(een.fouten) for een in getoetst)
        click.echo(f"\nniet te lezen: {mis}; getoetst: {len(gelukt)}.", err=True)


def _nadruk(soort: str, tekst: str) -> str:
    return click.style(tekst, fg=_KLEUREN[soort], bold=True)


def _schrijf_ics(pad: str, getoetst: list[Getoetst]) -> None:
    from generator.verslagen.ics import zaken_als_ics

    schrijf_agenda(pad, zaken_als_ics(een.uitslag for een in getoetst if een.uitslag))
    for fout in (fout for een in getoetst for fout in een.fouten):
        click.echo(str(fout), err=True)


def _schrijf(regels: bytes | memoryview) -> None:
    """Whole lines in UTF-8, whatever the terminal speaks, and at once for who waits for them."""
    sys.stdout.buffer.write(regels)
    sys.stdout.buffer.flush()
