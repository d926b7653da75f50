"""``raadwerk herkomst``: where a figure comes from and where it is used."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING, Any

import click

from generator.cli.werkmap import kies_dossiers, lees_dossier, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats

if TYPE_CHECKING:
    from generator.herkomst import Feitherkomst


@click.command()
@click.argument("feit", required=False, metavar="[FEIT]")
@click.option("--dossier", metavar="DOSSIER", help="Alleen dit dossier.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def herkomst(feit: str | None, dossier: str | None, *, als_json: bool) -> None:
    """Laat zien waar een feit vandaan komt en in welke zinnen het staat.

    FEIT is het pad van een feit (cijfers.opvang_ambachtsweg), een deel van zijn naam, of de waarde zoals zij
    in het stuk staat (168). Zonder FEIT: alle feiten.
    """
    from generator import keten
    from generator.herkomst import herkomst as bepaal

    werkmap = vind_werkmap()
    gevonden: dict[str, Feitherkomst] = {}
    namen = kies_dossiers(werkmap, (dossier,) if dossier else ())
    alle: list[str] = []
    for naam in namen:
        gelezen = lees_dossier(werkmap, naam)
        alles = bepaal(gelezen.dossier, keten.maak_bomen(gelezen))
        alle += alles
        gevonden |= {pad: wat for pad, wat in alles.items() if feit is None or _past(feit, pad, wat)}
    if not gevonden:
        dichtbij = difflib.get_close_matches(feit or "", alle, n=3, cutoff=0.5)
        raad = f"bedoelde u {' of '.join(dichtbij)}?" if dichtbij else "‘raadwerk herkomst’ toont ze alle"
        raise InvoerError(Fout(Plaats("inhoud"), f"geen feit heet of luidt ‘{feit}’", raad=raad))
    if als_json:
        click.echo(json.dumps({pad: _als_data(wat) for pad, wat in gevonden.items()}, ensure_ascii=False, indent=1))
        return
    click.echo_via_pager("\n".join(map(_als_tekst, gevonden.values()))) if feit is None else click.echo(
        "\n".join(map(_als_tekst, gevonden.values())), nl=False
    )


def _past(gevraagd: str, pad: str, wat: Feitherkomst) -> bool:
    if "." in gevraagd and pad == gevraagd:
        return True
    kaal = gevraagd.lower().replace(" ", "_")
    return kaal in pad or wat.waarde.replace("\u00a0", " ") in {gevraagd, f"circa {gevraagd}"}


def _als_tekst(wat: Feitherkomst) -> str:
    feit = wat.feit
    regels = [click.style(f"{feit.pad}: {wat.waarde}", bold=True) + (f" {feit.eenheid}" if feit.eenheid else "")]
    regels += [f"  bron     {bron}" for bron in wat.bronnen]
    if feit.formule:
        regels.append(f"  formule  {feit.formule}")
    regels += [f"  vermeld  {v.bron.stuk} p. {v.bron.pagina}: “{v.bron.citaat}”" for v in feit.vermeldingen]
    if feit.reden:
        regels.append(f"  keuze    {feit.reden}")
    if feit.vraag:
        regels.append(f"  vraag    {feit.vraag}")
    for gebruik in wat.gebruik:
        soort = "hangt af " if gebruik.als_voorwaarde else "zin      "
        regels.append(f"  {soort}{gebruik.stuk}: {gebruik.zin}")
        regels.append(f"           ({gebruik.herkomst.bestand}:{gebruik.herkomst.regel})")
    if not wat.gebruik:
        regels.append("  staat in geen enkel stuk")
    return "\n".join(regels) + "\n"


def _als_data(wat: Feitherkomst) -> dict[str, Any]:
    return {
        "waarde": wat.waarde,
        "eenheid": wat.feit.eenheid,
        "open": wat.feit.is_open,
        "formule": wat.feit.formule,
        "bronnen": [
            {"stuk": bron.stuk, "pagina": bron.pagina, "citaat": bron.citaat, "toelichting": bron.toelichting}
            for bron in wat.feit.bronnen
        ],
        "reden": wat.feit.reden,
        "gebruik": [
            {
                "stuk": gebruik.stuk, "zin": gebruik.zin, "voorwaarde": gebruik.als_voorwaarde,
                "bestand": gebruik.herkomst.bestand, "regel": gebruik.herkomst.regel,
            }
            for gebruik in wat.gebruik
        ],
    }  # fmt: skip
