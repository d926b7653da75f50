"""``raadwerk wijzig``: write one changed fact with its source into the YAML, and show what follows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from generator.cli.menu import druk, kies_feit, vraag, vraag_dossier
from generator.cli.nederlands import MetGetallen, Woorden
from generator.cli.spoor import schrijf_spoor, spooropties, toestand
from generator.cli.verschil import kies_dossier, lees_toestand, toon_verschil
from generator.cli.werkmap import vind_werkmap
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.waarden import met_teken, teken_van
from generator.inhoud.aanraden import bedoelde_paden
from generator.inhoud.schijf import read_bestanden, write_bestand
from generator.inhoud.soortfout import circa_blijft, soortfout
from generator.inhoud.wijzigen import Nieuw, add_bron, wijzig_feit

_NOG_TE_VRAGEN = "…"  # stands for a source while the value is tried

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.cli.spoor import Spoorkeuzes
    from generator.feiten.feit import Feit
    from generator.keten import Gecontroleerd


@click.command(cls=MetGetallen)
@click.argument("feit", required=False, metavar="[FEIT]")
@click.argument("waarde", required=False, metavar="[WAARDE]")
@click.option("--bron", metavar="TEKST", help="Waar de waarde vandaan komt: ‘e-mail wethouder, 13-1-2025 18:40’.")
@click.option("--circa", is_flag=True, help="De nieuwe waarde is circa.")
@click.option("--dossier", metavar="DOSSIER", type=Woorden(), help="In welk dossier, als er meer zijn.")
@spooropties
def wijzig(
    feit: str | None, waarde: str | None, bron: str | None, dossier: str | None, *, circa: bool, spoor: Spoorkeuzes
) -> None:
    """Zet een nieuwe waarde met haar bron in de feiten en laat zien wat eruit volgt.

    FEIT is het pad van een feit, zoals cijfers.capaciteit_regulier. De oude waarde blijft staan als vermelding, en
    het commentaar in het bestand ook. Is dit de waarde al, dan komt alleen een nieuwe bron erbij. Zonder FEIT kiest u
    uit een menu. Past de waarde niet, dan blijft alles zoals het was. Met --docx, --html en --was-wordt legt u meteen
    vast wat er in de stukken verandert.
    """
    werkmap = vind_werkmap()
    naam = kies_dossier(werkmap, dossier, "--dossier") if feit or dossier else vraag_dossier(werkmap)
    bestanden = read_bestanden(werkmap, naam)
    oud = lees_toestand(bestanden, naam)
    feiten = oud.gelezen.dossier.feiten
    if feit is None:
        feit = kies_feit(oud.gelezen)
    elif feit not in feiten:
        raad = bedoelde_paden(feit, feiten, "‘raadwerk herkomst’ toont alle feiten")
        raise InvoerError(Fout(Plaats("FEIT"), f"het feit ‘{feit}’ bestaat niet", raad=raad))
    _eis_gelezen(feiten, feiten[feit])
    was, bron = feiten[feit], (bron or "").strip()
    getypt, daarna, nieuw = _lees_waarde(waarde, bestanden, naam, was, bron, circa=circa)
    is_al_zo = _is_zelfde(was, nieuw.gelezen.dossier.feiten[feit])
    if is_al_zo and (not bron or any(een.toelichting == bron for een in was.bronnen)):
        daarna, nieuw = bestanden, oud
    elif is_al_zo:
        daarna, nieuw = _probeer(bestanden, naam, was, getypt, met_bron)
    elif not bron:  # asked when there is a value to ask it of
        getypt = replace(getypt, bron=vraag(None, "Waar komt die vandaan (bericht, stuk, datum)"))
        daarna, nieuw = _probeer(bestanden, naam, was, getypt, gewijzigd)
    geschreven = _schrijf_spoor(werkmap, (bestanden, daarna), oud, nieuw, spoor) if spoor.paden else []
    pad = was.plaats.bestand
    if daarna is not bestanden:
        write_bestand(werkmap / pad, daarna[pad], was=bestanden[pad])
    _toon_gewijzigd(oud, nieuw, feit, getypt, is_al_zo=is_al_zo)
    for regel in geschreven:
        click.echo(regel)
    if daarna is not bestanden:
        click.echo("\nMaak de stukken opnieuw met:  raadwerk bouw")


def _toon_gewijzigd(oud: Gecontroleerd, nieuw: Gecontroleerd, feit: str, getypt: Nieuw, *, is_al_zo: bool) -> None:
    """Say what was written, what to mind, and what follows."""
    was, wordt = (stand.gelezen.dossier.feiten[feit] for stand in (oud, nieuw))
    pad, waarde = was.plaats.bestand, druk(was, "eenheid" if was.eenheid and not was.is_open else "")
    if nieuw is oud:
        met_deze_bron = "" if getypt.bron == _NOG_TE_VRAGEN else ", met deze bron"
        click.echo(f"{feit} is al {waarde}{met_deze_bron}. Er is niets gewijzigd.")
    else:
        zet_bij = f"{feit} is al {waarde}. Alleen de bron is erbij gezet, in {pad}."
        click.echo(zet_bij if is_al_zo else f"Gewijzigd in {pad}.")
    if is_al_zo and was.circa and not getypt.circa:
        click.echo(f"Let op: het blijft circa, want {circa_blijft(was)}.")
    if nieuw is oud:
        return
    for regel in _let_op(was, wordt):
        click.echo(f"Let op: {regel}")
    click.echo()
    toon_verschil(oud, nieuw)


def _eis_gelezen(feiten: Mapping[str, Feit], feit: Feit) -> None:
    """InvoerError for a computed fact, with those that were read and that it follows from in the end."""
    if not feit.formule:
        return
    te_wijzigen: dict[str, None] = {}
    gezien, wachten = {feit.pad}, list(feit.uit)
    while wachten:
        pad = wachten.pop(0)
        if pad in gezien or pad not in feiten:
            continue
        gezien.add(pad)
        if feiten[pad].formule:
            wachten += feiten[pad].uit
        else:
            te_wijzigen[pad] = None
    raad = f"wijzig een van de feiten waaruit het volgt: {', '.join(te_wijzigen)}" if te_wijzigen else ""
    gevonden = f"‘{feit.pad}’ wordt berekend ({feit.formule})"
    raise InvoerError(Fout(feit.plaats, gevonden, raad=raad or "wijzig de formule zelf"))


def _schrijf_spoor(
    werkmap: Path,
    bestanden: tuple[Mapping[str, bytes], Mapping[str, bytes]],
    oud: Gecontroleerd,
    nieuw: Gecontroleerd,
    spoor: Spoorkeuzes,
) -> list[str]:
    """Write the redlines of this change and of those before it; what comes back says so."""
    from generator.cli.spoor.begin import kies_begin
    from generator.verschil import vergelijk

    samen = kies_begin(werkmap, bestanden, oud, nieuw, spoor)
    uitslag = vergelijk(toestand(samen.oud), toestand(samen.nieuw))
    return [*schrijf_spoor(samen.oud, samen.nieuw, uitslag, spoor, samen.begin), f"Vergeleken met {samen.wat}."]


def _let_op(oud: Feit, nieuw: Feit) -> Iterator[str]:
    """What a change takes away or leaves, that who typed it may not have thought of."""
    if oud.circa and not nieuw.circa:
        yield f"{oud.pad} was circa; dat vervalt. Met --circa blijft het staan."
    if nieuw.vraag and not nieuw.is_open:
        raad = f"Is zij hiermee beantwoord, haal ‘vraag’ dan weg in {nieuw.plaats.bestand}."
        yield f"bij dit feit staat nog een vraag: ‘{nieuw.vraag}’. {raad}"


def _lees_waarde(
    waarde: str | None, bestanden: Mapping[str, bytes], naam: str, feit: Feit, bron: str, *, circa: bool
) -> tuple[Nieuw, Mapping[str, bytes], Gecontroleerd]:
    """What was typed for `feit`, with the files and dossier that it makes.

    What is no value for it is an InvoerError; when it was asked, it is said and asked again.
    """
    while True:
        try:
            getypt = _lees_getypt(vraag(waarde, "Nieuwe waarde"), feit, bron or _NOG_TE_VRAGEN, circa=circa)
            daarna, nieuw = _probeer(bestanden, naam, feit, getypt, gewijzigd)
            _eis_soort(feit, nieuw.gelezen.dossier.feiten[feit.pad])
        except InvoerError as mis:
            if waarde is not None and waarde.strip():
                raise
            click.echo(str(mis))
        else:
            return getypt, daarna, nieuw


def _eis_soort(was: Feit, wordt: Feit) -> None:
    if fout := soortfout(was, wordt):
        raise InvoerError(fout)


def _lees_getypt(waarde: str, feit: Feit, bron: str, *, circa: bool) -> Nieuw:
    """The value `waarde` as somebody typed it for `feit`, in the notation of that fact."""
    kaal, gezegd_circa = _kaal(waarde, feit)
    return Nieuw(met_teken(kaal, teken_van(feit.waarde)), bron, circa or gezegd_circa)


def _is_zelfde(was: Feit, wordt: Feit) -> bool:
    """Whether nothing is new but, perhaps, the source."""
    return not was.is_open and (was.waarde, was.circa) == (wordt.waarde, wordt.circa)


def _probeer(
    bestanden: Mapping[str, bytes],
    naam: str,
    feit: Feit,
    getypt: Nieuw,
    herschrijf: Callable[[bytes, str, Feit, Nieuw], bytes],
) -> tuple[Mapping[str, bytes], Gecontroleerd]:
    """The files after `herschrijf` on the one that `feit` stands in, and the dossier they make; InvoerError if none."""
    pad = feit.plaats.bestand
    daarna = {**bestanden, pad: herschrijf(bestanden[pad], pad, feit, getypt)}
    return daarna, _lees_nieuw(daarna, naam, pad)


def _kaal(waarde: str, feit: Feit) -> tuple[str, bool]:
    """A value as people type it without the unit of its fact, brackets of a list and *circa*; and whether it was circa.

    So what the papers and ``verschil`` print can be typed.
    """
    kaal = waarde.replace("\u00a0", " ").strip()
    circa = re.match(r"(?:circa|ca\.?)\s+(?=\d)", kaal, re.IGNORECASE)
    kaal = kaal[circa.end() :] if circa else kaal
    eenheden = "|".join(re.escape(woord) for woord in filter(None, feit.eenheid.split("/")))
    if eenheden:
        kaal = re.sub(rf"(?<=\d) (?:{eenheden})$", "", kaal)
    if kaal.startswith("[") and kaal.endswith("]"):
        kaal = kaal[1:-1].strip()
    return kaal, circa is not None


def _lees_nieuw(bestanden: Mapping[str, bytes], naam: str, pad: str) -> Gecontroleerd:
    """The dossier with the new value; InvoerError about that value where it makes the file `pad` wrong."""
    try:
        return lees_toestand(bestanden, naam)
    except InvoerError as fout:
        eigen = next((een for een in fout.fouten if een.plaats.bestand == pad), None)
        if eigen is None:
            raise
        raise InvoerError(replace(eigen, plaats=Plaats("WAARDE"))) from None


def gewijzigd(inhoud: bytes, bestand: str, feit: Feit, nieuw: Nieuw) -> bytes:
    """The file `bestand`, which holds `inhoud`, with another value for `feit`. InvoerError for a computed value."""
    return wijzig_feit(inhoud, _sleutels(bestand, feit), feit, nieuw)


def met_bron(inhoud: bytes, bestand: str, feit: Feit, nieuw: Nieuw) -> bytes:
    """The same with one source more for the value that `feit` has."""
    return add_bron(inhoud, _sleutels(bestand, feit), feit, nieuw)


def _sleutels(bestand: str, feit: Feit) -> tuple[str, ...]:
    """The keys that lead to `feit` in its file."""
    delen = tuple(feit.pad.split("."))
    return delen[1:] if delen[0] == Path(bestand).stem else delen
