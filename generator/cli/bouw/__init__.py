"""``raadwerk bouw``: facts → papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.bouw.dossier import bouw_dossier, lees_mee
from generator.cli.bouw.keuzes import Keuzes
from generator.cli.nederlands import Keuze, Pad, Woorden
from generator.cli.werkmap import DOSSIERS, OP, STEL, VARIANT, kies_dossiers, lees_op, lees_stel, vind_werkmap
from generator.errors import RaadwerkError
from generator.inhoud.schijf import INHOUD, list_dossiers
from generator.uitvoer import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FORMATEN = ("docx", "pdf", "html", "md")


# What does not go together: the option, what it excludes, and why.
_NIET_SAMEN = (
    ("--versie", ("--stel", "--variant", "--op", "--intern", "--controleer"),
     "wat is bevroren, ligt vast: bij --versie passen alleen --alleen, --formaat en --uitvoer"),
    ("--alle", ("DOSSIER", "--versie"), "--alle bouwt alle dossiers: laat DOSSIER en --versie weg"),
    ("--volg", ("--alle", "--versie", "--controleer"),
     "--volg bouwt zodra u iets bewaart: laat --alle, --versie en --controleer weg"),
)  # fmt: skip


@click.command()
@DOSSIERS
@click.option(
    "--formaat",
    "formaten",
    multiple=True,
    type=Keuze(FORMATEN),
    help="Alleen dit formaat; wat nog klopt, blijft liggen.",
)
@click.option(
    "--alleen", multiple=True, metavar="STUK", type=Woorden(), help="Alleen dit stuk; wat nog klopt, blijft liggen."
)
@STEL
@VARIANT
@OP
@click.option("--uitvoer", "doelmap", metavar="MAP", type=Pad(file_okay=False), help="Schrijf hier.")
@click.option("--intern", is_flag=True, help="Maak de interne versie: met steller en herkomst, in een eigen map.")
@click.option("--geheim", is_flag=True, help="Maak de stukken die niet openbaar zijn, in een eigen map.")
@click.option(
    "--versie", metavar="NUMMER", type=Woorden(), help="Maak opnieuw wat als deze versie is bevroren, in een eigen map."
)
@click.option("--alle", is_flag=True, help="Bouw alle dossiers tegelijk, met een regel per dossier.")
@click.option(
    "--volg", is_flag=True, help="Bouw opnieuw zodra u een bestand bewaart of een stuk weg is, tot u stopt met Ctrl-C."
)
@click.option("--controleer", "herbouw", is_flag=True, help="Maak alles opnieuw en vergelijk byte voor byte.")
def bouw(
    dossiers: tuple[str, ...], formaten: tuple[str, ...], alleen: tuple[str, ...], stel: tuple[str, ...],
    variant: str, op: str | None, doelmap: Path | None, versie: str | None,
    *, intern: bool, geheim: bool, alle: bool, volg: bool, herbouw: bool,
) -> int:  # fmt: skip
    """Maak de stukken van een dossier uit de feiten.

    Zonder DOSSIER: alle dossiers van de werkmap, een voor een. De stukken komen in uitvoer/<dossier>/; wat niet
    openbaar is komt daar niet. Met --alle werken alle processoren mee, en wordt elk dossier een regel.
    """
    werkmap = vind_werkmap()
    if stel and doelmap is None:
        raise click.UsageError("een proef met --stel hoort in een eigen map: voeg toe --uitvoer MAP")
    _eis_samen(
        {"DOSSIER": dossiers, "--stel": stel, "--variant": variant, "--op": op, "--intern": intern,
         "--versie": versie, "--alle": alle, "--volg": volg, "--controleer": herbouw}
    )  # fmt: skip
    if variant.casefold().rpartition("-")[2] in {"intern", "geheim"}:
        raise click.UsageError(f"een variant kan niet ‘{variant}’ heten: in die map komt wat niet openbaar is")
    if doelmap is not None and doelmap.resolve().is_relative_to((werkmap / INHOUD).resolve()):
        raise click.UsageError("in de map inhoud staan de feiten, en daar komen geen stukken: kies een andere map")
    gekozen = tuple(formaat for formaat in FORMATEN if formaat in formaten) or FORMATEN
    keuzes = Keuzes(gekozen, alleen, lees_stel(stel), lees_op(op), intern, geheim, variant)
    soorten = ((variant, variant), ("intern", intern), ("geheim", geheim), (versie, versie))
    achter = "".join(f"-{soort}" for soort, gevraagd in soorten if gevraagd)
    namen = kies_dossiers(werkmap, tuple(list_dossiers(werkmap)) if alle else dossiers)
    uit = doelmap or werkmap / "uitvoer"
    if doelmap is not None:
        _eis_eigen_map(doelmap, {naam: uit / f"{naam}{achter}" for naam in namen})
    if alle:
        from generator.cli.bouw.alle import bouw_alle

        return bouw_alle(werkmap, namen, uit, achter, keuzes, herbouw=herbouw)
    if versie:
        from generator.cli.bouw.versie import bouw_versie

        return _om_de_beurt(
            namen,
            lambda naam: bouw_versie(werkmap, naam, versie, alleen, gekozen, uit / f"{naam}{achter}", geheim=geheim),
        )
    mee = lees_mee()

    def bouw_een(naam: str) -> int:
        gebouwd = bouw_dossier(werkmap, naam, uit / f"{naam}{achter}", keuzes, mee, herbouw=herbouw)
        click.echo("\n".join(gebouwd.regels))
        if gebouwd.fout:
            click.echo(gebouwd.fout, err=True)
        return gebouwd.code

    if volg:
        from generator.cli.bouw.volgen import volg_dossiers

        return volg_dossiers(werkmap, namen, bouw_een, lambda naam: uit / f"{naam}{achter}")
    return _om_de_beurt(namen, bouw_een)


def _eis_samen(gevraagd: Mapping[str, object]) -> None:
    """A usage error for two choices that do not go together."""
    for keuze, uitgesloten, waarom in _NIET_SAMEN:
        if gevraagd[keuze] and any(gevraagd[ander] for ander in uitgesloten):
            raise click.UsageError(waarom)


def _eis_eigen_map(doelmap: Path, doelen: Mapping[str, Path]) -> None:
    """A usage error where papers would come among those of another dossier, told by the receipt that lies there."""
    for naam, doel in doelen.items():
        for map_, eigen in ((doelmap, ""), (doel, naam)):
            ander = read_manifest(map_).get("dossier", eigen)
            if ander != eigen:
                zin = f"in {map_} liggen de stukken van het dossier {ander}: kies bij --uitvoer een andere map"
                raise click.UsageError(zin)


def _om_de_beurt(namen: list[str], bouw_een: Callable[[str], int]) -> int:
    """Build one after another; the highest code. One that cannot be read does not keep the others from their papers."""
    uitslag = 0
    for naam in namen:
        try:
            uitslag = max(uitslag, bouw_een(naam))
        except RaadwerkError as fout:
            if len(namen) == 1:
                raise
            click.echo(f"{fout}\n{naam}: hiervan is niets geschreven", err=True)
            uitslag = 2
    return uitslag
