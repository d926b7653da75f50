"""``raadwerk bouw``: facts → papers."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import uitvoer
from generator.cli.werkmap import DOSSIERS, OP, STEL, kies_dossiers, lees_op, lees_stel, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.keten import Gecontroleerd

FORMATEN = ("docx", "pdf", "html", "md")
ONGEWIJZIGD = "niets gewijzigd sinds de vorige keer"


@click.command()
@DOSSIERS
@click.option("--formaat", "formaten", multiple=True, type=click.Choice(FORMATEN), help="Alleen dit formaat.")
@click.option("--alleen", multiple=True, metavar="STUK", help="Alleen dit stuk.")
@STEL
@OP
@click.option(
    "--uitvoer", "doelmap", metavar="MAP", type=click.Path(file_okay=False, path_type=Path), help="Schrijf hier."
)
@click.option("--intern", is_flag=True, help="Maak de interne versie: met herkomst in de PDF, in een eigen map.")
@click.option("--controleer", "herbouw", is_flag=True, help="Maak alles opnieuw en vergelijk byte voor byte.")
def bouw(
    dossiers: tuple[str, ...], formaten: tuple[str, ...], alleen: tuple[str, ...], stel: tuple[str, ...],
    op: str | None, doelmap: Path | None, *, intern: bool, herbouw: bool,
) -> int:  # fmt: skip
    """Maak de stukken van een dossier uit de feiten.

    Zonder DOSSIER: alle dossiers van de werkmap. De stukken komen in uitvoer/<dossier>/.
    """
    werkmap = vind_werkmap()
    if stel and doelmap is None:
        raise click.UsageError("een proef met --stel hoort in een eigen map: voeg toe --uitvoer MAP")
    uitslag = 0
    for naam in kies_dossiers(werkmap, dossiers):
        doel = (doelmap or werkmap / "uitvoer") / (f"{naam}-intern" if intern else naam)
        keuzes = {
            "formaten": " ".join(formaten or FORMATEN), "alleen": " ".join(alleen), "op": op or "",
            "intern": str(intern), **{f"stel {pad}": waarde for pad, waarde in lees_stel(stel).items()},
        }  # fmt: skip
        uitslag = max(uitslag, _bouw_dossier(werkmap, naam, doel, keuzes, alleen, herbouw=herbouw))
    return uitslag


def _bouw_dossier(
    werkmap: Path, naam: str, doel: Path, keuzes: Mapping[str, str], alleen: tuple[str, ...], *, herbouw: bool
) -> int:
    from generator.manifest import invoerhashes

    begin = time.perf_counter()
    bestanden, mee = read_bestanden(werkmap, naam), read_meegeleverd("")
    invoer = invoerhashes(bestanden, mee, keuzes)
    manifest = uitvoer.read_manifest(doel)
    if not herbouw and manifest.get("invoer") == invoer and uitvoer.is_compleet(doel, manifest):
        click.echo(f"{naam}: {ONGEWIJZIGD}; de stukken staan in {_toon(doel)}")
        return 1 if any(b["ernst"] == "fout" for b in manifest.get("bevindingen", [])) else 0  # type: ignore[attr-defined]
    # Everything below loads the chain, which is dear: a run without news does without it.
    return _maak(naam, doel, bestanden, mee, invoer, keuzes, alleen, begin, herbouw=herbouw)


def _maak(
    naam: str,
    doel: Path,
    bestanden: Mapping[str, bytes],
    mee: Mapping[str, bytes],
    invoer: Mapping[str, str],
    keuzes: Mapping[str, str],
    alleen: tuple[str, ...],
    begin: float,
    *,
    herbouw: bool,
) -> int:
    from generator import keten
    from generator.cli.bouwtabel import toon_uitslag
    from generator.cli.maken import maak_bestanden

    stel = {pad.removeprefix("stel "): waarde for pad, waarde in keuzes.items() if pad.startswith("stel ")}
    gelezen = keten.lees(bestanden, mee, naam, stel=stel, op=lees_op(keuzes["op"] or None))
    _eis_stukken(naam, alleen, list(gelezen.dossier.stukken))
    gecontroleerd: Gecontroleerd = keten.controleer(gelezen, keten.maak_bomen(gelezen, alleen))
    nieuw = maak_bestanden(
        gecontroleerd, invoer, keuzes["formaten"].split(), doel, intern=keuzes["intern"] == "True", alles=herbouw
    )
    if herbouw:
        return _vergelijk(naam, doel, nieuw)
    geschreven = uitvoer.write_uitvoer(doel, nieuw)
    toon_uitslag(naam, gecontroleerd, geschreven, _toon(doel), time.perf_counter() - begin)
    return 1 if any(bevinding.ernst == "fout" for bevinding in gecontroleerd.bevindingen) else 0


def _vergelijk(naam: str, doel: Path, nieuw: Mapping[str, bytes]) -> int:
    anders = [
        stuk for stuk, inhoud in nieuw.items() if not (doel / stuk).is_file() or (doel / stuk).read_bytes() != inhoud
    ]
    for stuk in anders:
        click.echo(f"{naam}: {stuk} is anders dan wat er ligt")
    if not anders:
        click.echo(f"{naam}: alle {len(nieuw)} bestanden zijn byte voor byte gelijk")
    return 1 if anders else 0


def _eis_stukken(naam: str, alleen: tuple[str, ...], bestaand: list[str]) -> None:
    onbekend = [stuk for stuk in alleen if stuk not in bestaand]
    if onbekend:
        raise InvoerError(
            *(
                Fout(Plaats(f"inhoud/{naam}/dossier.yaml"), f"het stuk ‘{stuk}’ staat niet in dit dossier",
                     raad=f"kies uit: {', '.join(bestaand)}")
                for stuk in onbekend
            )
        )  # fmt: skip


def _toon(doel: Path) -> str:
    return f"{doel.relative_to(Path.cwd()) if doel.is_relative_to(Path.cwd()) else doel}/"
