"""What making a letter and making a checklist share: which case, with which settings, and where the papers go."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.cli.bezwaar.zaakbestanden import vind_zaken
from generator.cli.nederlands import Keuze, Pad
from generator.errors import Fout, InvoerError, Plaats, UitvoerError
from generator.inhoud.schijf import BEZWAREN, INHOUD, find_werkmap, read_bestand, read_bestanden, zaakmap
from generator.meegeleverd import read_code, read_meegeleverd

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from generator.document.nodes import Document
    from generator.keten.zaken import Zaakketen
    from generator.zaakstukken.gegevens import Zaakgegevens

FORMATEN = ("docx", "pdf", "html", "md")
FORMAAT = click.option("--formaat", "formaten", multiple=True, type=Keuze(FORMATEN), help="Alleen dit formaat.")
OP = click.option("--op", metavar="DATUM", help="De dag van de brief en van de toets; anders uit de zaak.")
UITVOER = click.option("--uitvoer", "doelmap", metavar="MAP", type=Pad(file_okay=False), help="Schrijf hier.")


class Zaakwerk(Struct, frozen=True):
    """The cases asked for, with all that their papers are made from.

    Attributes:
        keten: makes their papers.
        zaken: the cases, in the order asked.
        doel: the folder that the papers go to.
        bestanden: what went in, by name.
    """

    keten: Zaakketen
    zaken: tuple[Zaakgegevens, ...]
    doel: Path
    bestanden: Mapping[str, bytes]


def lees_zaken(gevraagd: tuple[str, ...], op: dt.date | None, doelmap: Path | None) -> Zaakwerk:
    """The cases called `gevraagd`; InvoerError with every fault, and when a loose case has no folder to go to."""
    # The chain is dear: the list of letters does without it.
    from generator import keten
    from generator.bewaard import read_recht
    from generator.cli.bezwaar.zaaktoets import eis_na_de_feiten
    from generator.feiten.bezwaarkeuzes import Rol
    from generator.inhoud.dossier import load_dossier, load_gemeente
    from generator.inhoud.zaken import load_zaak
    from generator.keten.zaken import Zaakketen

    paden = vind_zaken(gevraagd)
    werkmap, dossier = _werkmap(paden[0])
    doel = doelmap or (zaakmap(werkmap / "uitvoer" / dossier) / paden[0].stem if werkmap and dossier else None)
    if doel is None:
        raad = "noem een map met --uitvoer, of leg de zaak in inhoud/DOSSIER/bezwaren/"
        raise InvoerError(Fout(Plaats(str(paden[0])), "deze zaak hoort bij geen dossier", raad=raad))
    mee = read_meegeleverd("")
    bestanden = read_bestanden(werkmap, dossier) if werkmap else {}
    gemeente, peildag = (load_gemeente(bestanden) if bestanden else None), None
    if dossier:
        gelezen = load_dossier(bestanden, dossier)
        gemeente, peildag = gelezen.gemeente, gelezen.toetsdatum.dag
    maker = Zaakketen(keten.verzamel_sjablonen(bestanden, mee, dossier), read_recht(mee), gemeente)
    inhoud = {str(pad): read_bestand(pad) for pad in paden}
    zaken = []
    fouten: list[Fout] = []
    for pad, wat in inhoud.items():
        try:
            zaak = load_zaak(wat, pad)
            eis_na_de_feiten(zaak, op)
            # The day of the dossier is that of its papers, our own objection among them; of what came in it says none.
            dag = op or (peildag if zaak.rol is Rol.INDIENER else None)
            zaken.append(maker.toets(zaak, dag, op))
        except InvoerError as fout:
            fouten += fout.fouten
    if fouten:
        raise InvoerError(*fouten)
    return Zaakwerk(maker, tuple(zaken), doel, {**bestanden, **inhoud})


def schrijf_stukken(werk: Zaakwerk, stukken: Mapping[str, Document], formaten: Sequence[str]) -> None:
    """Write the papers beside those that were made before, and say where they lie."""
    from generator import keten, uitvoer
    from generator.uitvoer.manifest import maak_zaakmanifest

    gekozen = tuple(formaat for formaat in FORMATEN if formaat in formaten) or FORMATEN
    stijl = keten.lees_huisstijl(werk.keten.sjablonen)
    nieuw = {
        f"{naam}.{formaat}": wat
        for naam, document in stukken.items()
        for formaat, wat in keten.schrijf(document, stijl, gekozen).items()
    }
    vorige = uitvoer.read_manifest(werk.doel)
    zaaknummer = werk.zaken[0].zaak.zaaknummer
    if (ander := vorige.get("zaak", zaaknummer)) != zaaknummer:
        raad = f"kies voor zaak {zaaknummer} een andere map, of maak deze leeg"
        raise UitvoerError(Fout(Plaats(str(werk.doel)), f"in deze map liggen de stukken van zaak {ander}", raad=raad))
    eerder = {
        naam: read_bestand(werk.doel / naam) for naam in vorige.get("uitvoer", {}) if (werk.doel / naam).is_file()
    }
    invoer = uitvoer.invoerhashes(werk.bestanden, read_meegeleverd(""), read_code(), {})
    manifest = maak_zaakmanifest(zaaknummer, invoer, eerder | nieuw, stukken, vorige)
    geschreven = uitvoer.write_uitvoer(werk.doel, {**eerder, **nieuw, uitvoer.MANIFEST: manifest})
    for naam, document in stukken.items():
        status = "concept: er is nog iets in te vullen" if document.meta.concept else "klaar om te lezen en te tekenen"
        click.echo(f"{naam}  {status}")
    for bestand in geschreven.opzij:
        click.echo(click.style(f"{bestand}: dit bestand was met de hand gewijzigd en is opzij gezet", fg="yellow"))
    hier = Path.cwd()
    doel = werk.doel.resolve()
    click.echo(f"de stukken staan in {doel.relative_to(hier) if doel.is_relative_to(hier) else doel}/")


def _werkmap(pad: Path) -> tuple[Path | None, str]:
    """The werkmap that a case lies in, and its dossier; neither for a loose case outside every werkmap."""
    echt = Path(os.path.realpath(pad))
    try:
        werkmap = find_werkmap(echt.parent)
    except InvoerError:
        return None, ""
    delen = echt.relative_to(werkmap).parts
    in_dossier = len(delen) == 4 and (delen[0], delen[2]) == (INHOUD, BEZWAREN)
    # inhoud/<dossier>/bezwaren/<zaak>.yaml
    return werkmap, delen[1] if in_dossier and (werkmap / INHOUD / delen[1] / "dossier.yaml").exists() else ""
