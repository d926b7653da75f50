"""``raadwerk bouw --alle``: every dossier of the werkmap, on all processors, with one line each."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import time
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from generator import uitvoer
from generator.cli.bouw.dossier import Mee, bouw_dossier, lees_mee, toon_map
from generator.errors import Fout, Plaats, RaadwerkError, UitvoerError
from generator.inhoud.schijf import INHOUD, zaakmap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from generator.cli.bouw.keuzes import Keuzes

_NAAM = 27  # letters of a name; with it a line stays within eighty
_OP_VOORRAAD = 2  # dossiers that wait for a free process


class Opdracht(Struct, frozen=True):
    """One dossier to build."""

    werkmap: Path
    naam: str
    doel: Path
    keuzes: Keuzes
    herbouw: bool


class Regel(Struct, frozen=True):
    """What came of one dossier: a line of the table, and what must be said besides.

    Attributes:
        code: as of the command.
        tellingen: papers, concepts, definitive papers, open facts and open findings, as its receipt has them; none
            when nothing was written.
        bijzonder: what must not be missed.
        gemaakt: whether anything was made.
    """

    naam: str
    code: int
    tellingen: tuple[int, ...] = ()
    bijzonder: tuple[str, ...] = ()
    gemaakt: bool = False


def bouw_alle(werkmap: Path, namen: list[str], uit: Path, achter: str, keuzes: Keuzes, *, herbouw: bool) -> int:
    """Build the dossiers `namen` of `werkmap`, each into its folder in `uit`, named with `achter`; print a table.

    Returns:
        The highest code of any dossier; one that cannot be built costs no other its papers.
    """
    begin = time.perf_counter()
    opdrachten = [Opdracht(werkmap, naam, uit / f"{naam}{achter}", keuzes, herbouw) for naam in namen]
    balk = click.progressbar(
        length=len(namen), label="dossiers", show_pos=True, file=sys.stderr, hidden=not sys.stderr.isatty()
    )
    regels = {}
    with balk:
        for regel in _bouw(opdrachten):
            regels[regel.naam] = regel
            balk.update(1)
    _toon([regels[naam] for naam in namen], uit, time.perf_counter() - begin)
    return max((regel.code for regel in regels.values()), default=0)


def _bouw(opdrachten: list[Opdracht]) -> Iterator[Regel]:
    """What came of each dossier, as it is ready."""
    aantal = min(os.cpu_count() or 1, len(opdrachten))
    if aantal <= 1:
        yield from map(bouw_een, opdrachten)
        return
    import multiprocessing
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool

    wachtend = iter(opdrachten)
    # glibc keeps free memory per thread, and Typst starts threads: with two stores a process stays a third smaller.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    # Anew, and no copies of this process: Typst's own threads are not copied along, and a copy would wait for them.
    vers = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(aantal, mp_context=vers, initializer=_begin_werker) as werkers:
        lopend: set[Future[Regel]] = set()
        try:
            while True:
                # Few at a time: after Ctrl-C only those that are being made are finished.
                while len(lopend) < aantal * _OP_VOORRAAD and (opdracht := next(wachtend, None)):
                    lopend.add(werkers.submit(bouw_een, opdracht))
                if not lopend:
                    return
                klaar, lopend = wait(lopend, return_when=FIRST_COMPLETED)
                yield from (een.result() for een in klaar)
        except BrokenProcessPool:
            wat = "een van de processen is door het systeem gestopt; de dossiers die klaar waren, zijn geschreven"
            raad = "is er genoeg geheugen? Bouw de andere opnieuw: wat klaar is, wordt overgeslagen"
            raise UitvoerError(Fout(Plaats(INHOUD), wat, raad=raad)) from None
        finally:
            werkers.shutdown(cancel_futures=True)


def _begin_werker() -> None:
    """A process that makes dossiers: Ctrl-C is for the one that started it, and what is being written is finished."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000)


@cache
def _mee() -> Mee:
    """What comes along, once per process."""
    return lees_mee()


def bouw_een(opdracht: Opdracht) -> Regel:
    """Build one dossier; what cannot be built is told in its line."""
    try:
        gebouwd = bouw_dossier(
            opdracht.werkmap, opdracht.naam, opdracht.doel, opdracht.keuzes, _mee(), herbouw=opdracht.herbouw, stil=True
        )
    except RaadwerkError as fout:
        return Regel(opdracht.naam, 2, bijzonder=(str(fout),))
    except OSError as fout:
        waar = fout.filename or opdracht.doel
        wat = f"{waar}: hier is niet te lezen of te schrijven; is de schijf vol?"
        if fout.errno == errno.ENAMETOOLONG:
            wat = f"{waar}: deze naam is te lang; kies een kortere"
        return Regel(opdracht.naam, 2, bijzonder=(wat,))
    mappen = [opdracht.doel, *([] if opdracht.keuzes.alleen or opdracht.keuzes.geheim else [zaakmap(opdracht.doel)])]
    tellingen = tuple(map(sum, zip(*(_tel(uitvoer.read_manifest(map_)) for map_ in mappen), strict=True)))
    return Regel(opdracht.naam, gebouwd.code, tellingen, gebouwd.bijzonder, gebouwd.gemaakt)


def _tel(manifest: Mapping[str, Any]) -> tuple[int, ...]:
    stukken = manifest.get("stukken", {}).values()
    concept = sum(1 for stuk in stukken if stuk.get("concept"))
    # An open fact is counted as such, and not once more as a finding.
    bevindingen = sum(
        1 for een in manifest.get("bevindingen", []) if not een.get("antwoord") and een.get("code") != "FT-OPEN"
    )
    return (
        len(stukken),
        concept,
        len(stukken) - concept,
        sum(len(stuk.get("open", [])) for stuk in stukken),
        bevindingen,
    )


def _toon(regels: list[Regel], uit: Path, seconden: float) -> None:
    breedte = max(8, *(len(_kort(regel.naam)) for regel in regels)) if regels else 8
    kop = f"{'dossier':<{breedte}}  stukken  concept  definitief  open  bevindingen"
    click.echo(click.style(kop, bold=True))
    for regel in regels:
        click.echo(f"{_kort(regel.naam):<{breedte}}  {_cellen(regel)}")
    for regel in regels:
        if regel.bijzonder:
            click.echo(f"\n{regel.naam}:\n" + "\n".join(regel.bijzonder), err=regel.code == 2)
    telling = Counter("mislukt" if not r.tellingen else "gemaakt" if r.gemaakt else "ongewijzigd" for r in regels)
    delen = [f"{telling[wat]} {wat}" for wat in ("gemaakt", "ongewijzigd", "mislukt") if telling[wat]]
    dossiers = "1 dossier" if len(regels) == 1 else f"{len(regels)} dossiers"
    click.echo(f"\n{dossiers}: {', '.join(delen)} ({f'{seconden:.1f}'.replace('.', ',')} s)")
    click.echo(f"De stukken staan in {toon_map(uit)}, per dossier in een map.")


def _cellen(regel: Regel) -> str:
    if not regel.tellingen:
        return click.style("niet gemaakt, zie hieronder", fg="red")
    stukken, concept, definitief, open_, bevindingen = regel.tellingen
    return f"{stukken:>7}  {concept:>7}  {definitief:>10}  {open_:>4}  {bevindingen:>11}"


def _kort(naam: str) -> str:
    """A name that fits; the middle of a longer one is left out."""
    return naam if len(naam) <= _NAAM else f"{naam[: _NAAM // 2]}…{naam[-(_NAAM // 2) :]}"
