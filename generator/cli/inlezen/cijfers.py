"""The figures of a Word file that came back → new values for the facts, or the reason why not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator import opmaak
from generator.cli.dagen import lees_dag
from generator.cli.inlezen.keuze import cijfers_in, is_zonder_circa, list_getypt, list_keuzes, reden_van_niet, staat_in
from generator.document.aanhaling import aangehaald
from generator.document.kenmerk import veldnaam
from generator.errors import InvoerError
from generator.feiten.waarden import Datum
from generator.inhoud.soortfout import circa_blijft
from generator.inlezen.uitleg import lezingen_van, naast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.cli.inlezen.keuze import Keuze
    from generator.cli.inlezen.proef import Inleesproef
    from generator.inlezen.velden import Veld


def take_cijfers(proef: Inleesproef, velden: Sequence[Veld], kies: Mapping[str, str], bron: str) -> None:
    """Try every changed figure of `velden` on the facts.

    Args:
        proef: the dossier; what can be taken is taken into it.
        velden: the figures of the paper.
        kies: by path of a fact, the value chosen where the file says two things.
        bron: where new values come from, in words.
    """
    feiten, rest = proef.gelezen.dossier.feiten, proef.uitslag.rest
    per_naam = {veldnaam(cijfer.naam, cijfer.vorm): cijfer for cijfer in cijfers_in(proef.boom)}
    van_ander = aangehaald(proef.boom)
    per_pad: dict[str, list[Veld]] = defaultdict(list)
    for veld in map(_met_dag, velden):
        if veld.naam in per_naam:
            per_pad[per_naam[veld.naam].pad].append(veld)
    gewijzigde = {pad: groep for pad, groep in per_pad.items() if any(veld.is_gewijzigd for veld in groep)}
    berekend = {
        pad for pad, groep in gewijzigde.items()
        if pad not in feiten or feiten[pad].formule or any(per_naam[veld.naam].afgeleid for veld in groep)
    }  # fmt: skip
    for pad, groep in gewijzigde.items():
        if pad in berekend:
            continue
        if pad in van_ander:
            wat = f"{pad} staat in een citaat, en dat zijn woorden van een ander: {naast(groep)}"
            rest.append(f"{wat}\n    Zegt een andere bron dit, geef die dan op met:  {_opdracht(proef, pad)}")
        elif pad in kies:
            _kies(proef, pad, groep, kies[pad], bron)
        else:
            _neem(proef, pad, groep, bron)
    for pad in sorted(berekend):  # what follows from the facts that were carried back is as it should be
        staat = staat_in(proef.boom, pad)
        nieuw = {(veld.naam, tekst) for veld in gewijzigde[pad] for tekst in _teksten(veld) if tekst != veld.oud}
        if any(tekst not in staat.get(naam, ()) for naam, tekst in nieuw):
            rest.append(f"{pad} wordt berekend en volgt de feiten: {naast(gewijzigde[pad])}")


def _neem(proef: Inleesproef, pad: str, groep: Sequence[Veld], bron: str) -> None:
    """The one value with which every form prints what the file has; else what can be chosen, or nothing."""
    keuzes = list(list_keuzes(proef, pad, groep, bron))
    nieuw = [keuze for keuze in keuzes if not keuze.is_ongewijzigd]
    for keuze in nieuw:
        if all(keuze.has(veld.naam, tekst) for veld in groep for tekst in _teksten(veld)):
            keuze.keep(proef)
            proef.uitslag.cijfers.append(f"{pad}: {naast(groep)}")
            return
    feit = proef.gelezen.dossier.feiten[pad]
    if nieuw:
        proef.uitslag.vragen.append(f"{pad} zegt niet overal hetzelfde: {lezingen_van(groep)}{_noem(pad, keuzes)}")
    elif is_zonder_circa(feit, groep):
        proef.uitslag.rest.append(f"{pad} blijft circa: {naast(groep)}\n    Want {circa_blijft(feit)}.")
    else:
        soort = reden_van_niet(proef, pad, groep)
        raad = f"Zet de goede waarde met:  {_opdracht(proef, pad)}"
        proef.uitslag.rest.append(
            f"{pad} krijgt hiervan geen waarde die zo wordt afgedrukt: {naast(groep)}{soort}\n    {raad}"
        )


def _opdracht(proef: Inleesproef, pad: str) -> str:
    """How a person gives the fact another value with its own source."""
    return f'raadwerk wijzig {pad} "…" --bron "…" --dossier {proef.gelezen.dossier.naam}'


def _kies(proef: Inleesproef, pad: str, groep: Sequence[Veld], gekozen: str, bron: str) -> None:
    """The value that a person chose, if it is one that the file has; the one of the facts changes nothing."""
    keuzes = list(list_keuzes(proef, pad, groep, bron))
    gelezen = {" ".join(gekozen.split()).lower(), *list_getypt(gekozen, proef.gelezen.dossier.feiten[pad])}
    keuze = next((een for een in keuzes if een.getypt.lower() in gelezen), None)
    if keuze is None:
        staat = f"‘{gekozen}’ staat niet in het bestand. Daar staat: {lezingen_van(groep)}"
        proef.uitslag.vragen.append(f"{pad}: {staat}{_noem(pad, keuzes)}")
    elif not keuze.is_ongewijzigd:
        keuze.keep(proef)
        proef.uitslag.cijfers.append(f"{pad}: ‘{gekozen}’, gekozen uit {lezingen_van(groep)}")


def _noem(pad: str, keuzes: Sequence[Keuze]) -> str:
    """The options with which a person chooses, on a line of their own."""
    opties = " of ".join(f'--kies "{pad}={keuze.getypt}"' for keuze in keuzes)
    return f"\n    kies: {opties}" if opties else ""


def _met_dag(veld: Veld) -> Veld:
    """The figure with a day that was typed in another form (3-3-2025) as our papers print it."""
    if not veld.is_gewijzigd or _als_dag(veld.oud) is None:
        return veld
    dagen = [(lezing, _als_dag(lezing.tekst)) for lezing in veld.lezingen]
    return replace(veld, lezingen=tuple(
        replace(lezing, tekst=dag) if dag and lezing.tekst != veld.oud else lezing for lezing, dag in dagen
    ))  # fmt: skip


def _als_dag(tekst: str) -> str | None:
    try:
        return " ".join(opmaak.print_waarde(Datum.van(lees_dag(tekst))).split())
    except InvoerError:
        return None


def _teksten(veld: Veld) -> set[str]:
    return {lezing.tekst for lezing in veld.lezingen}
