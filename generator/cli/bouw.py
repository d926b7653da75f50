"""``raadwerk bouw``: facts → papers."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from generator import uitvoer
from generator.cli.werkmap import DOSSIERS, OP, STEL, VARIANT, kies_dossiers, kies_uit, lees_op, lees_stel, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats, RaadwerkError
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_code, read_meegeleverd

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.document.nodes import Document
    from generator.keten import Gelezen

FORMATEN = ("docx", "pdf", "html", "md")
ONGEWIJZIGD = "niets gewijzigd sinds de vorige keer"


class _Keuzes(Struct, frozen=True):
    """What was asked on the command line, as far as it decides what is made."""

    formaten: tuple[str, ...]
    alleen: tuple[str, ...]
    stel: Mapping[str, str]
    op: dt.date | None
    intern: bool
    geheim: bool
    variant: str

    def als_tekst(self) -> dict[str, str]:
        """The choices by name, to compare with those of the last run."""
        return {
            "formaten": " ".join(self.formaten),
            "alleen": " ".join(self.alleen),
            "op": self.op.isoformat() if self.op else "",
            "intern": str(self.intern),
            "geheim": str(self.geheim),
            "variant": self.variant,
            **{f"stel {pad}": waarde for pad, waarde in self.stel.items()},
        }


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
@click.option("--geheim", is_flag=True, help="Maak de stukken onder geheimhouding, in een eigen map.")
@click.option("--versie", metavar="NUMMER", help="Maak opnieuw wat als deze versie is bevroren, in een eigen map.")
@click.option("--controleer", "herbouw", is_flag=True, help="Maak alles opnieuw en vergelijk byte voor byte.")
def bouw(
    dossiers: tuple[str, ...], formaten: tuple[str, ...], alleen: tuple[str, ...], stel: tuple[str, ...],
    variant: str, op: str | None, doelmap: Path | None, versie: str | None,
    *, intern: bool, geheim: bool, herbouw: bool,
) -> int:  # fmt: skip
    """Maak de stukken van een dossier uit de feiten.

    Zonder DOSSIER: alle dossiers van de werkmap. De stukken komen in uitvoer/<dossier>/; wat geheim is komt daar niet.
    """
    werkmap = vind_werkmap()
    if stel and doelmap is None:
        raise click.UsageError("een proef met --stel hoort in een eigen map: voeg toe --uitvoer MAP")
    gekozen = tuple(formaat for formaat in FORMATEN if formaat in formaten) or FORMATEN
    if versie and (stel or variant or op or intern or herbouw):
        raise click.UsageError(
            "wat is bevroren, ligt vast: bij --versie passen alleen --alleen, --formaat en --uitvoer"
        )
    keuzes = _Keuzes(gekozen, alleen, lees_stel(stel), lees_op(op), intern, geheim, variant)
    soorten = ((variant, variant), ("intern", intern), ("geheim", geheim), (versie, versie))
    achter = "".join(f"-{soort}" for soort, gevraagd in soorten if gevraagd)
    namen = kies_dossiers(werkmap, dossiers)
    uitslag = 0
    for naam in namen:
        doel = (doelmap or werkmap / "uitvoer") / f"{naam}{achter}"
        try:
            if versie:
                from generator.cli.bouwversie import bouw_versie

                code = bouw_versie(werkmap, naam, versie, alleen, gekozen, doel, geheim=geheim)
            else:
                code = _bouw_dossier(werkmap, naam, doel, keuzes, herbouw=herbouw)
            uitslag = max(uitslag, code)
        except RaadwerkError as fout:
            if len(namen) == 1:
                raise
            # One dossier that cannot be read does not keep the others from their papers.
            click.echo(f"{fout}\n{naam}: hiervan is niets geschreven", err=True)
            uitslag = 2
    return uitslag


def _bouw_dossier(werkmap: Path, naam: str, doel: Path, keuzes: _Keuzes, *, herbouw: bool) -> int:
    begin = time.perf_counter()
    bestanden, mee = read_bestanden(werkmap, naam), read_meegeleverd("")
    invoer = uitvoer.invoerhashes(bestanden, mee, read_code(), keuzes.als_tekst())
    manifest = uitvoer.read_manifest(doel)
    bewaren = (
        not keuzes.stel and doel == werkmap / "uitvoer" / naam
    )  # what ‘verschil’ compares with; not a trial, a variant or a copy
    ligt_er = manifest.get("invoer") == invoer and uitvoer.is_compleet(doel, manifest)
    if not herbouw and ligt_er and (not bewaren or uitvoer.read_stand(doel)):
        click.echo(f"{naam}: {ONGEWIJZIGD}; de stukken staan in {_toon(doel)}")
        fouten = [b for b in manifest.get("bevindingen", []) if b.get("ernst") == "fout" and not b.get("antwoord")]
        return 1 if fouten else 0
    # What follows loads the chain, which is dear: a run without news does without it.
    from generator import keten
    from generator.bouwstand import maak_bouwstand
    from generator.cli.bouwtabel import toon_uitslag
    from generator.cli.maken import Maker
    from generator.cli.voortgang import Voortgang

    voortgang = Voortgang(naam)
    gelezen = keten.lees(bestanden, mee, naam, stel=keuzes.stel, op=keuzes.op, variant=keuzes.variant)
    _eis_stukken(naam, keuzes.alleen, list(gelezen.dossier.stukken))
    with Maker(gelezen, invoer, keuzes.formaten, doel, intern=keuzes.intern, alles=herbouw) as maker, voortgang:
        bomen = {}
        voortgang.toon("de stukken invullen")
        # The checklists first: they are soon filled in, and Typst has long work of them.
        lijsten = {} if keuzes.alleen or keuzes.geheim else _toetslijsten(bestanden, gelezen)
        for stuk, lijst in lijsten.items():
            maker.begin(stuk, lijst)
        for stuk, bomen[stuk] in keten.iter_bomen(gelezen, keuzes.alleen):
            voortgang.toon(f"invullen, {len(bomen)} van {len(keuzes.alleen or gelezen.dossier.stukken)}: {stuk}")
            if gelezen.dossier.stukken[stuk].is_geheim is keuzes.geheim:
                # Most papers are what they seem before the rules have spoken: setting them takes longest, so begin.
                maker.begin(stuk, keten.verwacht(gelezen, stuk, bomen[stuk]))
        voortgang.toon("alle regels toepassen")
        gecontroleerd = keten.kies_geheim(keten.controleer(gelezen, bomen), geheim=keuzes.geheim)
        gecontroleerd = replace(gecontroleerd, stukken={**gecontroleerd.stukken, **lijsten})
        nieuw = maker.maak(gecontroleerd, lambda stukken: voortgang.tel(stukken, "schrijven"))
    if not gecontroleerd.stukken:
        soort = "onder geheimhouding" if keuzes.geheim else "zonder geheimhouding (zie raadwerk bouw --geheim)"
        click.echo(f"{naam}: er zijn geen stukken {soort}; er is niets geschreven")
        return 0
    if herbouw:
        return _vergelijk(naam, doel, nieuw)
    geschreven = uitvoer.write_uitvoer(doel, nieuw, maak_bouwstand(bestanden) if bewaren else b"")
    toon_uitslag(naam, gecontroleerd, geschreven, nieuw, _toon(doel), time.perf_counter() - begin)
    return 1 if any(b.ernst == "fout" and b.is_open for b in gecontroleerd.bevindingen) else 0


def _toetslijsten(bestanden: Mapping[str, bytes], gelezen: Gelezen) -> dict[str, Document]:
    """The checklist of each objection that the municipality itself makes in this dossier."""
    from generator.verslagen.bevindingen import uitleg
    from generator.zaakketen import maak_toetslijsten

    meldingen = gelezen.recht.meldingen
    return maak_toetslijsten(bestanden, gelezen, lambda bevinding: uitleg(bevinding, meldingen))


def _vergelijk(naam: str, doel: Path, nieuw: Mapping[str, bytes]) -> int:
    anders = [
        stuk for stuk, inhoud in nieuw.items() if not (doel / stuk).is_file() or (doel / stuk).read_bytes() != inhoud
    ]
    for stuk in anders:
        click.echo(f"{naam}: {stuk} is anders dan wat er ligt")
    if not anders:
        click.echo(f"{naam}: alle {len(nieuw)} bestanden zijn byte voor byte gelijk")
    return 1 if anders else 0


def _eis_stukken(naam: str, alleen: tuple[str, ...], bestaand: list[str]) -> None:
    onbekend = [stuk for stuk in alleen if stuk not in bestaand]
    if onbekend:
        plaats = Plaats(f"inhoud/{naam}/dossier.yaml")
        raise InvoerError(
            *(
                Fout(plaats, f"het stuk ‘{stuk}’ staat niet in dit dossier", raad=kies_uit(stuk, bestaand))
                for stuk in onbekend
            )
        )


def _toon(doel: Path) -> str:
    return f"{doel.relative_to(Path.cwd()) if doel.is_relative_to(Path.cwd()) else doel}/"
