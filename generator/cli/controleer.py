"""``raadwerk controleer``: every rule, no papers written."""

from __future__ import annotations

import click

from generator.cli.werkmap import DOSSIERS, OP, STEL, kies_dossiers, lees_dossier, vind_werkmap

_KLEUREN = {"fout": "red", "oordeel": "magenta", "waarschuwing": "yellow", "notitie": None}


@click.command()
@DOSSIERS
@STEL
@OP
@click.option("--streng", is_flag=True, help="Eindig ook bij een waarschuwing met code 1.")
@click.option("--json", "vorm", flag_value="json", help="Voor een ander programma.")
@click.option("--sarif", "vorm", flag_value="sarif", help="Voor een editor of een bouwstraat.")
def controleer(
    dossiers: tuple[str, ...], stel: tuple[str, ...], op: str | None, vorm: str | None, *, streng: bool
) -> int:
    """Toets de feiten en stukken van een dossier aan alle regels.

    Elke bevinding noemt haar plaats, haar grondslag en wat u kunt doen. Er wordt niets geschreven.
    """
    from generator import keten
    from generator.verslagen import bevindingen as verslag

    werkmap = vind_werkmap()
    uitslagen = {}
    for naam in kies_dossiers(werkmap, dossiers):
        gelezen = lees_dossier(werkmap, naam, stel, op)
        uitslagen[naam] = keten.controleer(gelezen, keten.maak_bomen(gelezen))
    meldingen = next(iter(uitslagen.values())).gelezen.recht.meldingen
    alle = {naam: uitslag.bevindingen for naam, uitslag in uitslagen.items()}
    if vorm is None:
        tekst = verslag.als_tekst(alle, meldingen, lambda ernst, kop: click.style(kop, fg=_KLEUREN[ernst], bold=True))
    else:
        tekst = {"json": verslag.als_json, "sarif": verslag.als_sarif}[vorm](alle, meldingen)
    click.echo(tekst, nl=False)
    ernstig = {"fout", "oordeel", "waarschuwing"} if streng else {"fout"}
    return 1 if any(bevinding.ernst in ernstig for reeks in alle.values() for bevinding in reeks) else 0
