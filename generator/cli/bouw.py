"""``raadwerk bouw``: facts → papers."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.dossierbouw import Keuzes, bouw_dossier, lees_mee
from generator.cli.werkmap import DOSSIERS, OP, STEL, VARIANT, kies_dossiers, lees_op, lees_stel, vind_werkmap
from generator.errors import RaadwerkError
from generator.inhoud.schijf import list_dossiers

FORMATEN = ("docx", "pdf", "html", "md")


@click.command()
@DOSSIERS
@click.option("--formaat", "formaten", multiple=True, type=click.Choice(FORMATEN), help="Alleen dit formaat.")
@click.option("--alleen", multiple=True, metavar="STUK", help="Alleen dit stuk.")
@STEL
@VARIANT
@OP
@click.option(
    "--uitvoer", "doelmap", metavar="MAP", type=click.Path(file_okay=False, path_type=Path), help="Schrijf hier."
)
@click.option("--intern", is_flag=True, help="Maak de interne versie: met herkomst in de PDF, in een eigen map.")
@click.option("--geheim", is_flag=True, help="Maak de stukken die niet openbaar zijn, in een eigen map.")
@click.option("--versie", metavar="NUMMER", help="Maak opnieuw wat als deze versie is bevroren, in een eigen map.")
@click.option("--alle", is_flag=True, help="Bouw alle dossiers tegelijk, met een regel per dossier.")
@click.option("--controleer", "herbouw", is_flag=True, help="Maak alles opnieuw en vergelijk byte voor byte.")
def bouw(
    dossiers: tuple[str, ...], formaten: tuple[str, ...], alleen: tuple[str, ...], stel: tuple[str, ...],
    variant: str, op: str | None, doelmap: Path | None, versie: str | None,
    *, intern: bool, geheim: bool, alle: bool, herbouw: bool,
) -> int:  # fmt: skip
    """Maak de stukken van een dossier uit de feiten.

    Zonder DOSSIER: alle dossiers van de werkmap, een voor een. De stukken komen in uitvoer/<dossier>/; wat niet
    openbaar is komt daar niet. Met --alle werken alle processoren mee, en wordt elk dossier een regel.
    """
    werkmap = vind_werkmap()
    if stel and doelmap is None:
        raise click.UsageError("een proef met --stel hoort in een eigen map: voeg toe --uitvoer MAP")
    gekozen = tuple(formaat for formaat in FORMATEN if formaat in formaten) or FORMATEN
    if versie and (stel or variant or op or intern or herbouw):
        raise click.UsageError(
            "wat is bevroren, ligt vast: bij --versie passen alleen --alleen, --formaat en --uitvoer"
        )
    keuzes = Keuzes(gekozen, alleen, lees_stel(stel), lees_op(op), intern, geheim, variant)
    soorten = ((variant, variant), ("intern", intern), ("geheim", geheim), (versie, versie))
    achter = "".join(f"-{soort}" for soort, gevraagd in soorten if gevraagd)
    if alle and (dossiers or versie):
        raise click.UsageError("--alle bouwt alle dossiers: laat DOSSIER en --versie weg")
    namen = kies_dossiers(werkmap, tuple(list_dossiers(werkmap)) if alle else dossiers)
    if alle:
        from generator.cli.bouwalle import bouw_alle

        return bouw_alle(werkmap, namen, doelmap or werkmap / "uitvoer", achter, keuzes, herbouw=herbouw)
    mee = lees_mee()
    uitslag = 0
    for naam in namen:
        doel = (doelmap or werkmap / "uitvoer") / f"{naam}{achter}"
        try:
            if versie:
                from generator.cli.bouwversie import bouw_versie

                code = bouw_versie(werkmap, naam, versie, alleen, gekozen, doel, geheim=geheim)
            else:
                gebouwd = bouw_dossier(werkmap, naam, doel, keuzes, mee, herbouw=herbouw)
                click.echo("\n".join(gebouwd.regels))
                code = gebouwd.code
            uitslag = max(uitslag, code)
        except RaadwerkError as fout:
            if len(namen) == 1:
                raise
            # One dossier that cannot be read does not keep the others from their papers.
            click.echo(f"{fout}\n{naam}: hiervan is niets geschreven", err=True)
            uitslag = 2
    return uitslag
