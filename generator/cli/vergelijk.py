"""``raadwerk vergelijk``: is what is to be signed, word for word, what the council saw?"""

from __future__ import annotations

import json
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from generator.cli.nederlands import Pad
from generator.cli.werkmap import lees_op
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import read_bestand, write_bestand

if TYPE_CHECKING:
    from generator.bladzijden import Papier
    from generator.vergelijking import Vergelijking
    from generator.verslagen.vergelijking import Vergeleken

_PAD = Pad()
_SOORTEN = ("docx", "pdf", "html", "md")


@click.command()
@click.argument("raadsversie", type=_PAD)
@click.argument("tekenversie", type=_PAD)
@click.option("--verslag", type=_PAD, metavar="BESTAND", help="Schrijf een verslag: .docx, .pdf, .html of .md.")
@click.option("--op", metavar="DATUM", help="De dag van de vergelijking; nodig bij --verslag.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def vergelijk(raadsversie: Path, tekenversie: Path, verslag: Path | None, op: str | None, *, als_json: bool) -> int:
    """Vergelijk twee bestanden woord voor woord: Word of PDF, ook als Raadwerk ze niet maakte.

    Getallen en ontkenningen (niet, geen, tenzij) komen eerst. Wat alleen anders is opgemaakt telt niet mee; het verslag
    zegt wat dat was. De code is 1 zodra er een verschil is, of niet alles kon worden vergeleken.
    """
    from generator.uitvoer import hash_van
    from generator.vergelijking import vergelijk_woorden
    from generator.verslagen import vergelijking as tekst

    dag = lees_op(op)
    if verslag and (verslag.suffix[1:].lower() not in _SOORTEN or dag is None):
        raise click.UsageError("noem bij --verslag een bestand op .docx, .pdf, .html of .md, en de dag met --op")
    if verslag:
        from generator.cli.spoor.plaats import eis_nieuw

        eis_nieuw(verslag)  # the version to sign may bear this name
    papieren, bestanden = [], []
    for pad in (raadsversie, tekenversie):
        inhoud = read_bestand(pad)
        papier, zonder = _lees(inhoud, str(pad))
        papieren.append(papier)
        bestanden.append(tekst.Vergeleken(pad.name, hash_van(inhoud), papier.bijgehouden, zonder, _onzeker(papier)))
    if anders := _andere_beelden(*papieren):
        bestanden[1] = replace(bestanden[1], ongelezen=(*bestanden[1].ongelezen, anders))
    uitslag, (oud, nieuw) = vergelijk_woorden(*papieren), bestanden
    if als_json:
        click.echo(json.dumps(tekst.als_data(uitslag, *bestanden), ensure_ascii=False, indent=1))
    else:
        click.echo(tekst.als_tekst(uitslag, oud, nieuw, lambda kop: click.style(kop, bold=True)), nl=False)
        click.echo("\nIs dit getekend? Zet dan bij het stuk in dossier.yaml:\n")
        gedaan_op = dag.isoformat() if dag else ""
        click.echo(tekst.als_blok(uitslag, oud, nieuw, _vanaf_werkmap(tekenversie), gedaan_op), nl=False)
    if verslag and dag:
        write_bestand(verslag, _schrijf(uitslag, bestanden, dag.isoformat(), verslag.suffix[1:].lower()))
        click.echo(f"\nHet verslag staat in {verslag}", err=als_json)
    return 0 if tekst.is_gelijk(uitslag, *bestanden) else 1


def _lees(inhoud: bytes, bestand: str) -> tuple[Papier, tuple[int, ...]]:
    """The paper in a file, told by its content and not by its name; and the pages of it that hold no text."""
    if inhoud.startswith(b"%PDF"):
        from generator.lezers import pdf

        papier = pdf.read_papier(inhoud, bestand)
        bladen = enumerate(pdf.read_paginas(inhoud, bestand), 1)
        zonder = tuple(nummer for nummer, tekst in bladen if not tekst.strip())
    elif inhoud.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        from generator.lezers import docx

        papier, zonder = docx.read_papier(inhoud, bestand, doorhaling=True), ()
    else:
        gevonden = "dit is geen Word-bestand en geen pdf" if inhoud else "het bestand is leeg"
        raad = "bewaar het als .docx of .pdf, en vergelijk dat"
        raise InvoerError(Fout(Plaats(bestand), gevonden, "een .docx of .pdf", raad))
    if not any(regel.tekst.strip() for regel in papier.tekst()):
        gevonden = "in dit bestand staat geen tekst, alleen beeld: het is een scan"
        raad = "vergelijk het bestand dat ter ondertekening lag, of laat de scan eerst door tekstherkenning lopen"
        raise InvoerError(Fout(Plaats(bestand), gevonden, raad=raad))
    return papier, zonder


def _vanaf_werkmap(pad: Path) -> str:
    """Where the file lies, from the werkmap we stand in; its name alone when it lies elsewhere."""
    from generator.inhoud.schijf import find_werkmap

    try:
        return pad.resolve().relative_to(find_werkmap(Path.cwd())).as_posix()
    except (InvoerError, ValueError):
        return pad.name


def _onzeker(papier: Papier) -> tuple[str, ...]:
    """What stands in a file besides the words that were compared, and may be read by who opens it."""
    velden = (
        f"een invulveld waar ‘{staat_er}’ staat en dat bij het openen ‘{waarde}’ kan tonen ({regel.plek})"
        for regel, staat_er, waarde in papier.botsende_velden()
    )
    verborgen = (f"woorden die niemand ziet: ‘{woorden}’" for woorden in dict.fromkeys(papier.verborgen))
    return (*papier.ongelezen, *velden, *verborgen)


def _andere_beelden(oud: Papier, nieuw: Papier) -> str:
    """Which pictures of a Word file are others than in the other Word file; a PDF draws its own."""
    if any(regel.bladzijde for papier in (oud, nieuw) for regel in papier.regels):
        return ""
    paren = zip_longest(oud.beelden, nieuw.beelden)
    anders = [str(nummer) for nummer, (was, wordt) in enumerate(paren, 1) if was != wordt]
    if not anders:
        return ""
    wat = "een ander beeld" if len(anders) == 1 else "andere beelden"
    return f"{wat} dan de raadsversie (van boven geteld nummer {', '.join(anders)})"


def _schrijf(uitslag: Vergelijking, bestanden: list[Vergeleken], datum: str, formaat: str) -> bytes:
    """The report as a file in the house style of the werkmap we stand in, or else in ours."""
    from generator import keten
    from generator.inhoud.dossier import load_gemeente
    from generator.inhoud.schijf import find_werkmap, read_map
    from generator.meegeleverd import read_meegeleverd
    from generator.vergelijking.verslag import maak_verslag

    try:
        werkmap = find_werkmap(Path.cwd())
    except InvoerError:
        eigen, gemeente = {}, None
    else:
        paden = [pad for pad in (werkmap / "gemeente.yaml", werkmap / "inhoud/gemeente.yaml") if pad.is_file()]
        eigen = {pad.relative_to(werkmap).as_posix(): read_bestand(pad) for pad in paden}
        gemeente = load_gemeente(eigen)
        if (werkmap / keten.SJABLONEN).is_dir():
            begin = f"{werkmap.as_posix()}/"
            alle = read_map(werkmap / keten.SJABLONEN, "")
            eigen |= {pad.removeprefix(begin): inhoud for pad, inhoud in alle.items()}
    stijl = keten.lees_huisstijl(keten.verzamel_sjablonen(eigen, read_meegeleverd(keten.SJABLONEN), ""))
    naam = gemeente.naam.woorden if gemeente and not gemeente.naam.is_open else "Raadwerk"
    boom = maak_verslag(uitslag, *bestanden, datum=datum, gemeente=naam)
    return keten.schrijf(boom, stijl, [formaat])[formaat]
