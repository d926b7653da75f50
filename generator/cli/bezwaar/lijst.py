"""``raadwerk bezwaar lijst``: the checklist of a case, to go through and sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.bezwaar.zaakpapier import FORMAAT, OP, UITVOER, lees_zaken, schrijf_stukken
from generator.cli.werkmap import lees_op
from generator.keten.zaken import TOETSLIJST
from generator.verslagen.bevindingen import uitleg

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("zaak", metavar="ZAAK")
@OP
@FORMAAT
@UITVOER
def lijst(zaak: str, op: str | None, formaten: tuple[str, ...], doelmap: Path | None) -> None:
    """Maak de toetslijst van een zaak: elk punt met het artikel, wat de feiten zeggen, en wie het beoordeelt.

    ZAAK is een zaaknummer of een bestand. De lijst komt in Word, PDF, HTML en Markdown.
    """
    werk = lees_zaken((zaak,), lees_op(op), doelmap)
    meldingen = werk.keten.recht.meldingen
    boom = werk.keten.maak_toetslijst(werk.zaken[0], lambda bevinding: uitleg(bevinding, meldingen))
    schrijf_stukken(werk, {TOETSLIJST: boom}, formaten)
