"""``raadwerk verschil --sinds-bouw``: what the last build was made from, as one of the two states that are compared."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from generator import keten, uitvoer
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import BEZWAREN, INHOUD, zaakmap
from generator.meegeleverd import read_code, read_meegeleverd
from generator.uitvoer.bouwstand import lees_bouwstand

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.keten import Gecontroleerd

_ANDERE_WEG = "bouw eerst met ‘raadwerk bouw’, of vergelijk met --met MAP, --stel PAD=WAARDE of --sinds-versie"


def lees_gebouwd(werkmap: Path, naam: str, erbij: Mapping[str, bytes] | None = None) -> Gecontroleerd:
    """The dossier `naam` as it was when its papers in ``uitvoer/`` were made, the law of that day applied.

    `erbij` are files of now that are not kept of a run, by their path.
    Its papers are made again by this version of Raadwerk; when that is another than the one of then, that is said.

    Raises:
        InvoerError: as `read_gebouwd`, and for what this version of Raadwerk can no longer read.
    """
    bestanden, mee = {**read_gebouwd(werkmap, naam), **(erbij or {})}, read_meegeleverd("")
    manifest = uitvoer.read_manifest(werkmap / "uitvoer" / naam)
    if _eigen(manifest["invoer"]) != _eigen(uitvoer.invoerhashes({}, mee, read_code(), {})):
        click.echo("Raadwerk zelf is sinds die bouw veranderd; wat daaruit volgt, staat niet in deze lijst.", err=True)
    gelezen = keten.lees(bestanden, mee, naam, op=_dag(manifest))
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


def read_gebouwd(werkmap: Path, naam: str) -> dict[str, bytes]:
    """The files of the dossier `naam` that its papers in ``uitvoer/`` were made from, by their path.

    Raises:
        InvoerError: nothing was built; or what it was built from was not kept or is damaged.
    """
    doel = werkmap / "uitvoer" / naam
    plaats = Plaats(f"uitvoer/{naam}")
    manifest = uitvoer.read_manifest(doel)
    if not manifest:
        raise InvoerError(Fout(plaats, "er is nog niets gebouwd om mee te vergelijken", raad=_ANDERE_WEG))
    stand = uitvoer.read_stand(doel)
    if not stand:
        raad = "bouw opnieuw met ‘raadwerk bouw’; wat u daarna verandert, toont ‘raadwerk verschil’"
        raise InvoerError(Fout(plaats, "waaruit dit is gebouwd, is niet bewaard", raad=raad))
    return lees_bouwstand(stand, manifest["invoer"], plaats)


def kies_gelijke_zaken(werkmap: Path, naam: str, zaken: Mapping[str, bytes]) -> dict[str, bytes]:
    """The objections `zaken`, files of now, when the last run made its checklists from just these; else none."""
    invoer = uitvoer.read_manifest(zaakmap(werkmap / "uitvoer" / naam)).get("invoer", {})
    toen = {pad: hash_ for pad, hash_ in invoer.items() if pad.startswith(f"{INHOUD}/{naam}/{BEZWAREN}/")}
    return dict(zaken) if toen == {pad: uitvoer.hash_van(wat) for pad, wat in zaken.items()} else {}


def _eigen(invoer: Mapping[str, str]) -> dict[str, str]:
    """The inputs that are part of Raadwerk: its code, templates and law."""
    return {pad: hash_ for pad, hash_ in invoer.items() if pad.startswith("raadwerk/")}


def _dag(manifest: Mapping[str, object]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(manifest.get("toetsdatum")))
    except ValueError:
        return None
