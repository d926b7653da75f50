"""``raadwerk bezwaar``: check an objection, answer it, start one."""

from __future__ import annotations

import click

from generator.cli import LuieGroep

_OPDRACHTEN = {
    "toets": ("bezwaar.toets", "Toets zaken aan de wet: op tijd, volledig, wat nu."),
    "lijst": ("bezwaar.lijst", "Maak de toetslijst van een zaak, om na te zien en te tekenen."),
    "brief": ("bezwaar.brief", "Maak een brief of een ander stuk bij een zaak."),
    "nieuw": ("bezwaar.nieuw", "Begin een zaak: stel de vragen en schrijf het bestand."),
}


@click.group(cls=LuieGroep, opdrachten=_OPDRACHTEN, options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def bezwaar() -> None:
    """Toets, beantwoord of begin een bezwaar.

    Een zaak is een YAML-bestand met de feiten van één bezwaar, in inhoud/DOSSIER/bezwaren/.
    """
