"""``raadwerk bevries``: keep a paper as it was sent, for good; or tell what is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from generator import uitvoer
from generator.cli.nederlands import Woorden
from generator.cli.werkmap import kies_dossiers, kies_uit, lees_op, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.bevroren import map_van
from generator.feiten.keuzes import OPENBAAR
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.document.nodes import Document
    from generator.keten import Gecontroleerd
    from generator.uitvoer.bevriezen import Hindernissen

_VERSIE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*")  # it becomes the name of a folder


@click.command()
@click.argument("stuk", required=False, metavar="[[DOSSIER/]STUK]")
@click.option(
    "--versie", metavar="NUMMER", type=Woorden(), help="De versie die vastligt, zoals zij in dossier.yaml staat."
)
@click.option("--concept", is_flag=True, help="Leg een concept vast, zoals het met watermerk is verzonden.")
@click.option("--streng", is_flag=True, help="Weiger ook bij een open waarschuwing.")
@click.option(
    "--laatste-bouw", is_flag=True, help="Leg vast wat in uitvoer/ ligt, ook als de feiten daarna zijn veranderd."
)
@click.option("--op", metavar="DATUM", help="De dag waarop het stuk is verzonden, in plaats van de toetsdatum.")
@click.option("--json", "als_json", is_flag=True, help="De lijst voor een ander programma.")
def bevries(
    stuk: str | None, versie: str | None, op: str | None,
    *, concept: bool, streng: bool, laatste_bouw: bool, als_json: bool,
) -> int:  # fmt: skip
    """Leg een verzonden stuk vast. Zonder STUK: laat zien wat er vastligt.

    Het stuk, zijn feiten en de controlegetallen komen in inhoud/<dossier>/bevroren/ en worden nooit overschreven. Een
    definitief stuk wordt geweigerd zolang er een fout of een onbeantwoord oordeel openstaat. Ligt er in uitvoer/ iets
    anders dan wat u zou vastleggen, dan wordt het ook geweigerd: dat is dan wat er is verzonden.
    """
    werkmap = vind_werkmap()
    if stuk is None:
        from generator.cli.bevroren import toon_lijst

        return toon_lijst(werkmap, als_json=als_json)
    if not versie:
        raise click.UsageError("noem de versie die u vastlegt, zoals --versie 1.0")
    dossier, naam = _kies_stuk(werkmap, stuk)
    bestanden = read_bestanden(werkmap, dossier)
    if laatste_bouw:
        from generator.cli.verschil.sindsbouw import lees_gebouwd, read_gebouwd

        niet = ("/huisstijl/", "/bevroren/", "/bezwaren/")  # what is not kept of a run
        erbij = {pad: wat for pad, wat in bestanden.items() if any(map_ in pad for map_ in niet)}
        gecontroleerd = lees_gebouwd(werkmap, dossier, erbij)
        bestanden = {**read_gebouwd(werkmap, dossier), **erbij}
    else:
        gecontroleerd = lees_en_controleer(bestanden, dossier)
    if gecontroleerd.gelezen.geschonden:
        raise InvoerError(*gecontroleerd.gelezen.geschonden)
    _eis_stuk(gecontroleerd, naam, versie, laatste_bouw=laatste_bouw)
    return _bevries(werkmap, gecontroleerd, naam, versie, bestanden, op, concept=concept, streng=streng)


def lees_en_controleer(bestanden: Mapping[str, bytes], dossier: str) -> Gecontroleerd:
    """The dossier in `bestanden` with all its papers and findings. InvoerError when it cannot be read."""
    from generator import keten

    gelezen = keten.lees(bestanden, read_meegeleverd(""), dossier)
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


def _bevries(
    werkmap: Path, gecontroleerd: Gecontroleerd, naam: str, versie: str, bestanden: Mapping[str, bytes],
    op: str | None, *, concept: bool, streng: bool,
) -> int:  # fmt: skip
    from generator import keten
    from generator.cli.bevroren import gemaakt_met
    from generator.uitvoer import bevriezen

    gelezen = gecontroleerd.gelezen
    dossier = gelezen.dossier.naam
    map_ = map_van(dossier, naam, versie)
    eerder = next((oud for oud in gelezen.bevroren if (oud.stuk, oud.versie) == (naam, versie)), None)
    if eerder is not None:
        gevonden = f"versie {versie} van {naam} ligt al vast, sinds {eerder.datum.isoformat()}"
        raad = "een bevroren versie wordt nooit overschreven; geef het stuk een nieuw nummer bij ‘versie’"
        raise InvoerError(Fout(Plaats(map_), gevonden, raad=raad))
    in_de_weg = bevriezen.hindernissen(gecontroleerd, naam, streng=streng)
    if in_de_weg and not concept:
        los = streng and not bevriezen.hindernissen(gecontroleerd, naam, streng=False)
        click.echo(_toon_hindernissen(gecontroleerd, naam, versie, in_de_weg, alleen_streng=los), nl=False)
        return 1
    boom = gecontroleerd.stukken[naam]
    if concept and not boom.meta.concept:
        raise click.UsageError(f"{naam} is definitief: laat --concept weg")
    gemaakt = keten.schrijf(boom, keten.lees_huisstijl(gelezen.sjablonen), keten.FORMATEN)
    _eis_wat_er_ligt(werkmap, boom, f"{dossier}/{naam}", gemaakt)
    datum = lees_op(op) or gelezen.toetsdatum
    bewaard = bevriezen.bevries(
        gecontroleerd, naam, datum=datum, invoer=bestanden, gemaakt=gemaakt, gemaakt_met=gemaakt_met(gelezen.sjablonen)
    )
    uitvoer.write_eenmalig(werkmap / map_, bewaard)
    soort = "als concept " if boom.meta.concept else ""
    click.echo(f"{naam} versie {versie} ligt {soort}vast in {map_}/, met als dag {datum.isoformat()}")
    for formaat, inhoud in gemaakt.items():
        click.echo(f"  {formaat:<5} SHA-256 {uitvoer.hash_van(inhoud)}")
    return 0


def _eis_wat_er_ligt(werkmap: Path, boom: Document, stuk: str, gemaakt: Mapping[str, bytes]) -> None:
    """InvoerError when other files of the paper lie in ``uitvoer/``: what lies there was sent, and not what is made."""
    dossier, _, naam = stuk.partition("/")
    map_ = f"uitvoer/{dossier}" if boom.meta.openbaarheid == OPENBAAR else f"uitvoer/{dossier}-geheim"
    manifest = uitvoer.read_manifest(werkmap / map_)
    fouten = []
    for formaat, inhoud in gemaakt.items():
        bestand = f"{naam}.{formaat}"
        pad = werkmap / map_ / bestand
        ligt = pad.read_bytes() if pad.is_file() else inhoud
        if ligt == inhoud:
            continue
        if manifest.get("uitvoer", {}).get(bestand) != uitvoer.hash_van(ligt):
            wat = "dit bestand is met de hand gewijzigd; wat u vastlegt, zou iets anders zijn"
            raad = "neem de wijziging over met raadwerk inlezen; of bouw opnieuw, dan gaat dit bestand opzij"
        else:
            wat = "dit is gemaakt uit andere feiten dan die van nu, of door een andere versie van Raadwerk"
            raad = "is dit verzonden? Voeg --laatste-bouw toe. Moet het nieuwe nog weg? Maak het eerst: raadwerk bouw"
        fouten.append(Fout(Plaats(f"{map_}/{bestand}"), wat, raad=raad))
    if fouten:
        raise InvoerError(*fouten)


def _toon_hindernissen(
    gecontroleerd: Gecontroleerd, naam: str, versie: str, in_de_weg: Hindernissen, *, alleen_streng: bool
) -> str:
    """What keeps the paper from being frozen as definitive, and what to do about each.

    With `alleen_streng` nothing does but what ``--streng`` asks for: then it is no concept either.
    """
    from generator.verslagen import bevindingen as verslag

    dossier = gecontroleerd.gelezen.dossier.naam
    regels = [f"{naam} versie {versie} is niet definitief, en er is niets vastgelegd. In de weg staat:"]
    if in_de_weg.status:
        regels += [f"- de status is ‘{in_de_weg.status}’",
                   f"  raad: zet bij stukken.{naam}.status wat nu geldt, zoals ‘college akkoord’"]  # fmt: skip
    regels += [f"- nog in te vullen: {cijfer.pad.partition('@')[0]}" for cijfer in in_de_weg.open]
    if in_de_weg.open:
        regels.append(f"  raad: vul in met raadwerk wijzig; waar het staat toont raadwerk herkomst (dossier {dossier})")
    meldingen = gecontroleerd.gelezen.recht.meldingen
    for bevinding in in_de_weg.bevindingen:
        regels += [f"- {bevinding.ernst} {bevinding.code}: {verslag.titel(bevinding, meldingen)}",
                   f"  {', '.join(map(str, bevinding.plaatsen))}"]  # fmt: skip
    if codes := dict.fromkeys(bevinding.code for bevinding in in_de_weg.bevindingen):
        vraag = " ".join(f"--antwoord {code}" for code in codes)
        regels.append(f"  raad: los het op, of beantwoord het; het blok voor oordelen.yaml toont\n"
                      f"        raadwerk controleer {dossier} {vraag}")  # fmt: skip
    if alleen_streng:
        regels.append("Dit weegt alleen door --streng: zonder die optie kan het stuk zo worden vastgelegd.")
    else:
        regels.append("Is het toch zo verzonden, als concept met watermerk? Voeg dan --concept toe.")
    return "\n".join(regels) + "\n"


def _kies_stuk(werkmap: Path, gevraagd: str) -> tuple[str, str]:
    """The dossier and the name of the paper asked for; the dossier may be left out where one has that paper."""
    dossier, _, naam = gevraagd.rpartition("/")
    if dossier:
        return kies_dossiers(werkmap, (dossier,))[0], naam
    namen = kies_dossiers(werkmap, ())
    hebben = [dossier for dossier in namen if _heeft(read_bestanden(werkmap, dossier), dossier, naam)] or namen[:1]
    if len(hebben) > 1:
        raad = f"schrijf {' of '.join(f'{dossier}/{naam}' for dossier in hebben)}"
        raise InvoerError(Fout(Plaats("inhoud"), f"meer dossiers hebben een stuk ‘{naam}’", raad=raad))
    return hebben[0], naam


def _heeft(bestanden: Mapping[str, bytes], dossier: str, naam: str) -> bool:
    """Whether the dossier has a paper of that name, as far as can be seen without reading all of it."""
    tekst = bestanden.get(f"inhoud/{dossier}/dossier.yaml", b"").decode(errors="replace")
    return re.search(rf"^ +{re.escape(naam)}:", tekst, re.MULTILINE) is not None


def _eis_stuk(gecontroleerd: Gecontroleerd, naam: str, versie: str, *, laatste_bouw: bool) -> None:
    """InvoerError when the paper is not there, or bears another version; with `laatste_bouw` that is what was built."""
    dossier = gecontroleerd.gelezen.dossier
    waar = f"uitvoer/{dossier.naam}" if laatste_bouw else f"inhoud/{dossier.naam}/dossier.yaml"
    if naam not in dossier.stukken:
        waarin = "de laatste bouw" if laatste_bouw else "dit dossier"
        raad = kies_uit(naam, list(dossier.stukken))
        raise InvoerError(Fout(Plaats(waar), f"het stuk ‘{naam}’ staat niet in {waarin}", raad=raad))
    eigen = dossier.stukken[naam].versie
    if not _VERSIE.fullmatch(versie):
        raise InvoerError(Fout(Plaats("--versie"), f"‘{versie}’ is geen versienummer", "cijfers en punten, zoals 1.0"))
    if not eigen.is_open and eigen.woorden == versie:
        return
    nummer = "open" if eigen.is_open else eigen.woorden
    if laatste_bouw:
        gevonden = f"wat hier van {naam} ligt, is gemaakt als versie {nummer}, niet {versie}"
        raad = f"leg dat vast met --versie {nummer}; moet het nieuwe nummer erop staan, bouw dan eerst opnieuw"
        if eigen.is_open:
            raad = "zet bij ‘versie’ in dossier.yaml het nummer, en bouw opnieuw"
        raise InvoerError(Fout(Plaats(waar), gevonden, raad=raad))
    gevonden = f"op {naam} staat versie {nummer}, niet {versie}"
    raad = (
        f"is {versie} wat nog in uitvoer/ ligt, voeg dan --laatste-bouw toe; anders: zet bij ‘versie’ in dossier.yaml "
        f"‘{versie}’, dan staat dat nummer ook op het stuk"
    )
    raise InvoerError(Fout(eigen.plaats, gevonden, raad=raad))
