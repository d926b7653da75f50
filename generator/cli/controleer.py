"""``raadwerk controleer``: every rule, no papers written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.werkmap import DOSSIERS, OP, STEL, VARIANT, kies_dossiers, lees_dossier, vind_werkmap
from generator.errors import Fout, InvoerError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.bladzijden import Papier
    from generator.keten import Gecontroleerd, Gelezen

_KLEUREN = {"fout": "red", "oordeel": "magenta", "waarschuwing": "yellow", "notitie": None}


@click.command()
@DOSSIERS
@STEL
@VARIANT
@OP
@click.option("--teruglezen", is_flag=True, help="Lees ook de Word-bestanden en pdf’s die er liggen, en toets die.")
@click.option("--streng", is_flag=True, help="Eindig ook bij een waarschuwing met code 1.")
@click.option("--antwoord", "code", multiple=True, metavar="CODE", help="Toon het blok voor oordelen.yaml bij CODE.")
@click.option("--json", "vorm", flag_value="json", help="Voor een ander programma.")
@click.option("--sarif", "vorm", flag_value="sarif", help="Voor een editor of een bouwstraat.")
def controleer(
    dossiers: tuple[str, ...], stel: tuple[str, ...], variant: str, op: str | None, code: tuple[str, ...],
    vorm: str | None, *, teruglezen: bool, streng: bool,
) -> int:  # fmt: skip
    """Toets de feiten en stukken van een dossier aan alle regels.

    Elke bevinding noemt haar plaats, haar grondslag en wat u kunt doen. Er wordt niets geschreven. Met --stel of
    --variant ziet u wat er zou worden aangemerkt.
    Met --teruglezen wordt ook elk stuk dat in uitvoer/DOSSIER ligt nagelezen, en in uitvoer/DOSSIER-geheim als die map
    er is: staat elk feit er zoals het hoort, en staat er geen ander getal bij? Zo ziet u wat er in Word met de hand is
    gewijzigd.
    """
    from generator import keten
    from generator.cli.bevroren import lees_bevroren_map
    from generator.verslagen import bevindingen as verslag

    werkmap = vind_werkmap()
    uitslagen = {}
    for naam in kies_dossiers(werkmap, dossiers):
        gelezen = lees_dossier(werkmap, naam, stel, op, variant)
        if gelezen.geschonden:  # proof that somebody changed proves nothing: say so first
            raise InvoerError(*gelezen.geschonden)
        for record in gelezen.bevroren:
            lees_bevroren_map(werkmap, record)
        bomen = keten.maak_bomen(gelezen)
        papieren = _lees_terug(werkmap, naam, gelezen, variant) if teruglezen else {}
        uitslagen[naam] = keten.controleer(gelezen, bomen, papieren)
    meldingen = next(iter(uitslagen.values())).gelezen.recht.meldingen
    alle = {naam: uitslag.bevindingen for naam, uitslag in uitslagen.items()}
    if code:
        return _toon_blokken(uitslagen, code)
    if vorm is None:
        tekst = verslag.als_tekst(alle, meldingen, lambda ernst, kop: click.style(kop, fg=_KLEUREN[ernst], bold=True))
    else:
        tekst = {"json": verslag.als_json, "sarif": verslag.als_sarif}[vorm](alle, meldingen)
    click.echo(tekst, nl=False)
    ernstig = {"fout", "oordeel", "waarschuwing"} if streng else {"fout"}
    telt = (bevinding for reeks in alle.values() for bevinding in reeks if bevinding.is_open)
    return 1 if any(bevinding.ernst in ernstig for bevinding in telt) else 0


def _lees_terug(werkmap: Path, naam: str, gelezen: Gelezen, variant: str) -> dict[str, Papier | Fout]:
    """What lies there of the papers that are public, and of the others where somebody made their folder.

    Those of a variant lie in folders of their own.
    """
    from generator.cli.teruglezen import lees_terug

    stukken, uitvoer = gelezen.dossier.stukken, werkmap / "uitvoer"
    map_, erbij = (f"{naam}-{variant}", f" --variant {variant}") if variant else (naam, "")
    openbaar = [naam for naam, stuk in stukken.items() if stuk.is_openbaar_op(gelezen.toetsdatum)]
    papieren = lees_terug(werkmap, uitvoer / map_, openbaar, f"{naam}{erbij}")
    if (geheim := uitvoer / f"{map_}-geheim").is_dir():
        besloten = [stuk for stuk in stukken if stuk not in openbaar]
        papieren |= lees_terug(werkmap, geheim, besloten, f"{naam}{erbij} --geheim")
    return papieren


def _toon_blokken(uitslagen: Mapping[str, Gecontroleerd], codes: tuple[str, ...]) -> int:
    """Print the blocks that answer the findings of `codes`; 1 when there is none of one of them."""
    from generator.verslagen.oordelen import als_antwoorden

    gevonden: set[str] = set()
    for naam, uitslag in uitslagen.items():
        gevraagd = [b for b in uitslag.bevindingen if b.code in codes and b.is_open]
        if gevraagd:
            gevonden |= {bevinding.code for bevinding in gevraagd}
            gelezen = uitslag.gelezen
            click.echo(f"# inhoud/{naam}/oordelen.yaml\n")
            dossier = gelezen.dossier
            click.echo(als_antwoorden(gevraagd, dossier.feiten, gelezen.recht.meldingen, dossier.oordelen), nl=False)
    if zonder := [code for code in codes if code not in gevonden]:
        click.echo(f"geen open bevinding met code {' of '.join(zonder)}", err=bool(gevonden))
    return 1 if zonder else 0
