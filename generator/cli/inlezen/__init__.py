"""``raadwerk inlezen``: what was changed in Word, back into the facts and the texts."""

from __future__ import annotations

import difflib
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.nederlands import Pad, Woorden
from generator.cli.spoor import toestand
from generator.cli.verschil import lees_toestand, toon_verschil
from generator.cli.werkmap import vind_werkmap
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import list_dossiers, read_bestand, read_bestanden, read_stellers, write_bestand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.bladzijden import Papier
    from generator.cli.inlezen.proef import Inleesproef, Uitslag
    from generator.keten import Gecontroleerd

_VARIANT, _KOP = ", variant: ", 3  # how a paper says so, in one of its first lines
_GEEN_BRON = "[noem de bron met --bron]"


@click.command()
@click.argument("bestand", metavar="BESTAND.docx", type=Pad())
@click.option("--schrijf", is_flag=True, help="Schrijf de voorstellen in de feiten en de teksten.")
@click.option(
    "--bron", metavar="TEKST", help="Waar de nieuwe cijfers vandaan komen: ‘e-mail wethouder, 13-1-2025 18:40’."
)
@click.option("--kies", multiple=True, metavar="FEIT=WAARDE", help="Kies een waarde waar het bestand er twee noemt.")
@click.option("--dossier", metavar="DOSSIER", type=Woorden(), help="Lees alleen een stuk van dit dossier.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def inlezen(
    bestand: Path, bron: str | None, kies: tuple[str, ...], dossier: str | None, *, schrijf: bool, als_json: bool
) -> int:
    """Haal wat in Word is gewijzigd terug naar de feiten en de teksten.

    Een gewijzigd cijfer wordt een voorstel voor de feiten, een gewijzigde zin voor uw eigen teksten; daaronder ziet u
    wat eruit volgt. Er wordt pas geschreven met --schrijf, en een cijfer alleen met --bron. Wat niet terug kan, staat
    er met de reden bij. De code is 1 zolang er iets in Word staat dat nog niet is overgenomen.
    """
    from generator.cli.inlezen.cijfers import take_cijfers
    from generator.cli.inlezen.rest import take_rest
    from generator.cli.inlezen.teksten import take_teksten
    from generator.cli.werkmap import lees_stel
    from generator.document.leesregels import leesregels
    from generator.inlezen.herstel import herstel_velden
    from generator.inlezen.paren import koppel, paren
    from generator.inlezen.velden import lees_velden
    from generator.lezers.docx import read_papier

    inhoud = read_bestand(bestand)
    papier = read_papier(inhoud, str(bestand))
    werkmap = vind_werkmap()
    naam, stuk = _welk_stuk(werkmap, str(bestand), papier, dossier)
    bestanden = read_bestanden(werkmap, naam)
    proef = _open_proef(werkmap, bestanden, naam, stuk, Plaats(str(bestand)), papier)
    gekozen = lees_stel(kies, "--kies")
    if onbekend := [pad for pad in gekozen if pad not in proef.gelezen.dossier.feiten]:
        raise InvoerError(*(Fout(Plaats("--kies"), f"het feit ‘{pad}’ bestaat niet") for pad in onbekend))
    oud = _zoals_gemaakt(proef)
    take_rest(proef, oud, papier, read_papier(inhoud, str(bestand), doorhaling=True))
    hersteld = herstel_velden(oud, papier)
    naast = list(paren(oud, hersteld))
    bij = koppel(oud.tekst(), list(leesregels(proef.boom)))
    take_cijfers(proef, lees_velden(naast, hersteld), gekozen, bron or _GEEN_BRON)
    take_teksten(proef, naast, bij)
    uitslag = proef.uitslag
    if schrijf and uitslag.cijfers and not bron:
        raise click.UsageError("Noem met --bron waar de nieuwe cijfers vandaan komen.")
    if als_json:
        click.echo(json.dumps(_als_data(uitslag, papier, bestanden, naam, stuk), ensure_ascii=False, indent=1))
    else:
        click.echo(f"{bestand}: {stuk} van dossier {naam}")
        if papier.bijgehouden:
            click.echo("Er staan bijgehouden wijzigingen in; zij zijn gelezen alsof zij zijn aanvaard.")
        if hersteld is not papier:
            deels = any(regel.velden for regel in papier.tekst())
            weg = "Een deel van de invulvelden is weg; die" if deels else "De invulvelden zijn weg; de"
            click.echo(f"{weg} cijfers zijn gezocht aan de woorden eromheen. Kijk ze goed na.")
        _toon(uitslag, bestanden)
        if uitslag.bestanden:
            click.echo("\nWat eruit volgt\n")
            toon_verschil(*_standen(uitslag, bestanden, naam))
    return _besluit(uitslag, werkmap, bestanden, schrijf=schrijf, stil=als_json)


def _welk_stuk(werkmap: Path, bestand: str, papier: Papier, dossier: str | None) -> tuple[str, str]:
    """The dossier and the paper that the file says it is. InvoerError when that is not here."""
    naam, _, rest = papier.kenmerk.partition("/")
    stuk = rest.rpartition("/")[0]
    if not stuk:
        gevonden = "dit bestand zegt niet van welk stuk van welk dossier het is"
        raad = "zet de wijzigingen in het Word-bestand dat ‘raadwerk bouw’ maakt, of zelf in de feiten en teksten"
        raise InvoerError(Fout(Plaats(bestand), gevonden, raad=raad))
    if naam not in list_dossiers(werkmap) or (dossier and Path(dossier).name != naam):
        gevonden = f"dit is een stuk van het dossier ‘{naam}’" + (f", niet van ‘{dossier}’" if dossier else "")
        raise InvoerError(Fout(Plaats(bestand), gevonden, raad="ga naar de werkmap van dat dossier"))
    return naam, stuk


def _open_proef(
    werkmap: Path, bestanden: Mapping[str, bytes], naam: str, stuk: str, plaats: Plaats, papier: Papier
) -> Inleesproef:
    """The paper as it is made now. InvoerError when there is none, or when the file is of another version."""
    from generator import keten
    from generator.cli.inlezen.proef import Inleesproef
    from generator.document.internmerk import met_internmerk
    from generator.document.kenmerk import kenmerk_van
    from generator.inhoud.stellers import load_stellers
    from generator.meegeleverd import read_meegeleverd

    gelezen = keten.lees(bestanden, read_meegeleverd(""), naam)
    if stuk not in gelezen.dossier.stukken:
        raad = "kies een stuk dat er nog is"
        raise InvoerError(Fout(plaats, f"het dossier ‘{naam}’ heeft geen stuk ‘{stuk}’ meer", raad=raad))
    proef = Inleesproef(bestanden, gelezen, stuk, lambda boom: boom)
    if papier.kenmerk != kenmerk_van(proef.boom):  # then perhaps it is an internal copy
        pad, inhoud = read_stellers(werkmap, naam)
        steller = load_stellers(inhoud, pad, list(gelezen.dossier.stukken)).get(stuk)
        proef = Inleesproef(bestanden, gelezen, stuk, partial(met_internmerk, steller=steller))
    if papier.kenmerk != kenmerk_van(proef.boom) and (variant := _variant(papier)):
        gevonden = f"dit is ‘{stuk}’ in de variant ‘{variant}’, en een variant verandert de feiten niet"
        raad = f"zet de wijzigingen in het stuk zelf, of in het bestand van de variant in inhoud/{naam}/varianten/"
        raise InvoerError(Fout(plaats, gevonden, raad=raad))
    if papier.kenmerk != kenmerk_van(proef.boom):
        gevonden = f"dit is een andere versie van ‘{stuk}’: de feiten of teksten zijn sindsdien gewijzigd"
        raad = "bouw het stuk opnieuw en zet de wijzigingen daarin, of zet de feiten terug zoals zij waren"
        raise InvoerError(Fout(plaats, gevonden, raad=raad))
    return proef


def _variant(papier: Papier) -> str:
    """The title of the variant that the paper says it is of, behind its kind at its head; empty when it is of none."""
    return next((titel for regel in papier.tekst()[:_KOP] if (titel := regel.tekst.partition(_VARIANT)[2])), "")


def _zoals_gemaakt(proef: Inleesproef) -> Papier:
    """The same paper as Raadwerk makes it, read back in the same way."""
    from generator import keten
    from generator.lezers.docx import read_papier

    stijl = keten.lees_huisstijl(proef.gelezen.sjablonen)
    return read_papier(keten.schrijf(proef.boom, stijl, ["docx"])["docx"])


def _standen(uitslag: Uitslag, bestanden: Mapping[str, bytes], naam: str) -> tuple[Gecontroleerd, Gecontroleerd]:
    """The dossier as it is, and as it would be."""
    return lees_toestand(bestanden, naam), lees_toestand({**bestanden, **uitslag.bestanden}, naam)


def _als_data(uitslag: Uitslag, papier: Papier, bestanden: Mapping[str, bytes], naam: str, stuk: str) -> dict[str, Any]:
    from generator.verschil import vergelijk
    from generator.verslagen import verschil as verslag

    oud, nieuw = _standen(uitslag, bestanden, naam)
    return {
        "dossier": naam, "stuk": stuk, "bijgehouden": papier.bijgehouden, "cijfers": uitslag.cijfers,
        "teksten": uitslag.teksten, "vragen": uitslag.vragen, "rest": uitslag.rest,
        "bestanden": {pad: list(_regels(pad, bestanden[pad], inhoud)) for pad, inhoud in uitslag.bestanden.items()},
        "verschil": verslag.als_data(vergelijk(toestand(oud), toestand(nieuw)), nieuw.gelezen.recht.meldingen),
    }  # fmt: skip


def _toon(uitslag: Uitslag, bestanden: Mapping[str, bytes]) -> None:
    for kop, regels in (
        ("Cijfers", uitslag.cijfers), ("Teksten", uitslag.teksten), ("Kies zelf", uitslag.vragen),
        ("Niet overgenomen", uitslag.rest),
    ):  # fmt: skip
        if regels:
            click.echo("\n" + click.style(kop, bold=True))
            for regel in regels:
                click.echo(f"  {regel}")
    for pad, inhoud in uitslag.bestanden.items():
        click.echo()
        for lijn in _regels(pad, bestanden[pad], inhoud):
            click.echo(lijn)


def _regels(pad: str, oud: bytes, nieuw: bytes) -> Iterator[str]:
    """What differs in one file, as ``diff`` shows it."""
    eerst, daarna = (wat.decode("utf-8-sig").splitlines() for wat in (oud, nieuw))
    return difflib.unified_diff(eerst, daarna, pad, pad, n=1, lineterm="")


def _besluit(
    uitslag: Uitslag, werkmap: Path, bestanden: Mapping[str, bytes], *, schrijf: bool, stil: bool
) -> int:  # fmt: skip
    """Write what may be written, and say so; 0 when nothing in the file is left to take over."""
    gezegd = []
    if uitslag.vragen and schrijf:  # once a part is written the file is another version, and nothing can be chosen
        gezegd.append("Er is niets geschreven: kies eerst met --kies.")
    elif uitslag.bestanden and schrijf:
        for pad, inhoud in uitslag.bestanden.items():
            write_bestand(werkmap / pad, inhoud, was=bestanden[pad])
            gezegd.append(f"Gewijzigd in {pad}.")
        if uitslag.rest:
            gezegd.append("Wat niet is overgenomen, staat alleen nog in dit Word-bestand en in de lijst hierboven.")
        gezegd.append("Maak de stukken opnieuw met:  raadwerk bouw")
    elif uitslag.bestanden:
        bron = ' --bron "…"' if uitslag.cijfers else ""
        gezegd.append(f"Er is niets geschreven. Neem dit over met:  --schrijf{bron}")
    over = bool(uitslag.vragen or uitslag.rest)
    if not uitslag.bestanden and not over:
        gezegd.append("Er is niets gewijzigd.")
    if gezegd and not stil:
        click.echo("\n" + "\n".join(gezegd))
    return 1 if over or (uitslag.bestanden and not schrijf) else 0
