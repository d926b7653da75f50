"""``raadwerk termijn``: a legal period, explained, in one or many."""

from __future__ import annotations

import sys
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import click

from generator.bewaard import read_termijnen
from generator.cli.agenda import agendaoptie, schrijf_agenda
from generator.cli.dagen import duur_in_cijfers, lees_dag, lees_dag_en_rest
from generator.errors import Fout, InvoerError, Plaats
from generator.meegeleverd import read_meegeleverd
from generator.regels.kalender import rustdagen
from generator.regels.termijnen import kies_soort, lengte_voluit, termijnverloop
from generator.verslagen import termijn as verslag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from generator.bevindingen import Termijnverloop
    from generator.feiten.recht import Recht
    from generator.feiten.waarden import Duur

_STANDAARD = "bezwaar"
_NADRUK = partial(click.style, bold=True)


@click.command()
@click.argument("datum", nargs=-1, metavar="DATUM")
@click.option(
    "--soort", metavar="SOORT", help=f"De soort termijn, zoals beroep of hoger_beroep (gewoon: {_STANDAARD})."
)
@click.option("--soorten", "toon_soorten", is_flag=True, help="Toon alle soorten.")
@click.option("--duur", metavar="DUUR", help="Een eigen lengte, zoals ‘8 weken’.")
@click.option("--terug", is_flag=True, help="Reken terug vanaf DATUM.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
@agendaoptie("Maak een agendabestand met herinneringen.")
def termijn(
    datum: tuple[str, ...],
    soort: str | None,
    duur: str | None,
    ics: str | None,
    *,
    toon_soorten: bool,
    terug: bool,
    als_json: bool,
) -> int:
    """Bereken een wettelijke termijn en leg elke stap uit.

    DATUM is de dag waarvan af wordt geteld, zoals de dag van bekendmaking: 24-3-2026, 24 maart 2026 of
    2026-03-24. Bij --terug is het de dag waarvan af wordt teruggerekend.

    Met - als DATUM leest Raadwerk van standaardinvoer, op elke regel een datum en zo nodig een soort; met --json
    volgt voor elke regel één object.
    """
    if ics and ics != "-" and not ics.lower().endswith(".ics"):
        datum, ics = (ics, *datum), "-"  # ``--ics 24 maart 2026``: no file name but the date
    if ics and als_json:
        raise click.UsageError("Kies --ics of --json, niet allebei.")
    if terug and soort is None and duur is None:
        raise click.UsageError("Noem bij --terug ook een --soort of een --duur: wat telt u terug?")
    recht = read_termijnen(read_meegeleverd("inhoud/recht/"))
    if toon_soorten or not datum:
        _toon_soorten(recht, als_json=als_json)
        return 0
    lengte = _lees_duur(duur) if duur else None
    reken = partial(_reken, recht, soort=soort, lengte=lengte, terug=terug)
    if datum == ("-",):
        return _lees_regels(reken, ics, als_json=als_json)
    verloop = reken(lees_dag(" ".join(datum)))
    if ics:
        _schrijf_ics(ics, [verloop])
    elif als_json:
        _schrijf(verslag.als_json(verloop, inspringen=1))
    else:
        namen = {dag: reden.naam for dag, reden in rustdagen(recht.kalender, *verslag.maanden(verloop)).items()}
        click.echo(verslag.als_tekst(verloop, namen, _NADRUK), nl=False)
    return 0


def _toon_soorten(recht: Recht, *, als_json: bool) -> None:
    import json

    lengtes = [(soort, lengte_voluit(soort)) for soort in recht.termijnsoorten.values()]
    if als_json:
        data = [
            {
                "soort": soort.code,
                "naam": soort.naam,
                "lengte": lengte,
                "begin": soort.begin,
                "grondslag": soort.grondslag,
            }
            for soort, lengte in lengtes
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    click.echo(verslag.als_soortenlijst(lengtes, _NADRUK), nl=False)
    click.echo(f"\nZo rekent u: raadwerk termijn 24-3-2026 --soort {_STANDAARD}")


def _lees_duur(tekst: str) -> Duur:
    """The length of time of ``--duur``; InvoerError when it is none."""
    from generator.feiten.waarden import Duur

    try:
        return Duur.lees(duur_in_cijfers(tekst))
    except ValueError:
        zin = f"‘{tekst}’ is geen duur"
        raad = "terugtellen gaat met --terug" if tekst.strip().startswith("-") else ""
        raise InvoerError(Fout(Plaats("--duur"), zin, Duur.VERWACHT, raad)) from None


def _reken(
    recht: Recht, dag: dt.date, woord: str = "", *, soort: str | None, lengte: Duur | None, terug: bool
) -> Termijnverloop:
    """The period from `dag`; `woord` is the kind that stands on the line itself."""
    gevraagd = "_".join((woord or soort or "").lower().replace("-", " ").split())
    gekozen = (
        kies_soort(recht, gevraagd or _STANDAARD, lengte)
        if gevraagd or lengte is None
        else kies_soort(recht, lengte, wettelijk=True)
    )
    return termijnverloop(recht, gekozen, dag, terug=terug)


def _lees_regels(reken: Callable[..., Termijnverloop], ics: str | None, *, als_json: bool) -> int:
    """Answer every line of standard input in its order; 2 when one could not be read."""
    import json

    mis = False
    verlopen: list[Termijnverloop] = []

    @lru_cache(maxsize=8192)  # a long list of dates names the same day many times
    def antwoord(dag: dt.date, woord: str) -> bytes:
        verloop = reken(dag, woord)
        return verslag.als_json(verloop) if als_json else verslag.als_regel(verloop).encode()

    for nummer, regel in _regels():
        try:
            dag, woord = lees_dag_en_rest(regel)
            if ics:
                verlopen.append(reken(dag, woord))
                continue
            gevonden = antwoord(dag, woord)
        except InvoerError as fout:
            mis = True
            zin = "; ".join(deel for deel in (fout.fouten[0].gevonden, fout.fouten[0].raad) if deel)
            if not als_json:
                click.echo(f"regel {nummer}: {zin}", err=True)
                continue
            gevonden = json.dumps({"fout": zin}, ensure_ascii=False).encode()
        _schrijf(b'{"regel": %d, %b' % (nummer, gevonden[1:]) if als_json else gevonden)
    if ics:
        _schrijf_ics(ics, verlopen)
    return 2 if mis else 0


def _regels() -> Iterator[tuple[int, str]]:
    """The lines of standard input from 1; what is no UTF-8 shows as such and is then no date."""
    for nummer, regel in enumerate(sys.stdin.buffer, 1):
        yield nummer, regel.decode("utf-8", errors="replace").removeprefix("\ufeff").rstrip("\r\n")


def _schrijf(regel: bytes) -> None:
    """One line in UTF-8, whatever the terminal speaks, and at once for who waits for it."""
    uit = sys.stdout.buffer
    uit.write(regel + b"\n")
    uit.flush()


def _schrijf_ics(pad: str, verlopen: list[Termijnverloop]) -> None:
    from generator.verslagen.ics import als_ics

    schrijf_agenda(pad, als_ics(verlopen))
