"""What ``raadwerk wijzig`` asks (*menu*): which dossier, which fact, and what there was no word for on the line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.werkmap import kies_dossiers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.feiten.feit import Feit
    from generator.keten import Gelezen


def vraag_dossier(werkmap: Path) -> str:
    """The dossier that the menu is about: the only one, or the one chosen."""
    namen = kies_dossiers(werkmap, ())
    return namen[_kies("Welk dossier", namen)] if len(namen) > 1 else namen[0]


def kies_feit(gelezen: Gelezen) -> str:
    """The path of the fact chosen from two numbered lists: first the file, then the fact."""
    from generator.verschil.feitnamen import naam_van

    feiten = gelezen.dossier.feiten
    te_kiezen = [feit for feit in feiten.values() if not feit.formule and (feit.bronnen or feit.is_open)]
    groepen = list(dict.fromkeys(feit.plaats.bestand for feit in te_kiezen))
    groep = groepen[_kies("Welk bestand", [Path(groep).stem for groep in groepen])]
    binnen = [feit for feit in te_kiezen if feit.plaats.bestand == groep]
    namen = [naam_van(feit, feiten, gelezen.termijnen) for feit in binnen]
    return binnen[_kies("Welk feit", list(map(_regel, binnen, namen)))].pad


def _regel(feit: Feit, naam: str) -> str:
    tekst = f"{naam}: {druk(feit)}"
    return tekst if len(tekst) <= 90 else f"{tekst[:89]}…"


def druk(feit: Feit, vorm: str = "") -> str:
    """The value of `feit` as a paper prints it in the form `vorm`; of a reference the path."""
    from generator import opmaak
    from generator.feiten.waarden import Verwijzing

    return feit.waarde.pad if isinstance(feit.waarde, Verwijzing) else opmaak.print_feit(feit, vorm)


def _kies(vraag: str, keuzes: Sequence[str]) -> int:
    """The place in `keuzes` of the one chosen by its number."""
    breedte = len(str(len(keuzes)))
    for nummer, keuze in enumerate(keuzes, 1):
        click.echo(f"  {nummer:>{breedte}}  {keuze}")
    gekozen: int = click.prompt(f"{vraag}? Nummer", type=click.IntRange(1, len(keuzes)), prompt_suffix=" ")
    return gekozen - 1


def vraag(antwoord: str | None, vraag: str) -> str:
    """What was given on the command line, or else what is answered to the question; never empty."""
    while antwoord is None or not antwoord.strip():
        antwoord = click.prompt(f"{vraag}?", prompt_suffix=" ")
    return antwoord.strip()
