"""What the redlines of ``raadwerk wijzig`` start from: a second change must not erase the first from the list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator import keten, uitvoer
from generator.cli.spoor.plaats import is_bestand, is_spoormap
from generator.cli.verschil.sindsbouw import lees_gebouwd, read_gebouwd
from generator.cli.verschil.sindsversie import lees_bevroren_stand, lees_stand_nu
from generator.errors import Fout, InvoerError, Plaats, RaadwerkError
from generator.meegeleverd import read_meegeleverd
from generator.opmaak import join_woorden
from generator.uitvoer.bouwstand import Begin, lees_begin, maak_bouwstand

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.cli.spoor import Spoorkeuzes
    from generator.keten import Gecontroleerd

_VOORAF = "de feiten van vóór deze wijziging"
_GEBOUWD = "de stukken die nu in uitvoer/ liggen, van de laatste bouw"
_EERDER = "dezelfde stand als de vorige keer: wat u eerder wijzigde, staat er ook in"


class Vergeleken(Struct, frozen=True):
    """Two states to compare, what is kept of the first, and what that is in words."""

    oud: Gecontroleerd
    nieuw: Gecontroleerd
    begin: Begin
    wat: str


def kies_begin(
    werkmap: Path,
    bestanden: tuple[Mapping[str, bytes], Mapping[str, bytes]],
    oud: Gecontroleerd,
    nieuw: Gecontroleerd,
    keuzes: Spoorkeuzes,
) -> Vergeleken:
    """What to compare `nieuw` with, so that the list is whole.

    That is what the earlier list in the same folder started from; without one the last build, which is what people
    have; and when there is none, `oud`: the facts just before this change.

    Args:
        werkmap: the folder in which the user works.
        bestanden: the files that `oud` was read from, and those of `nieuw`.
        oud: the dossier before this change.
        nieuw: the dossier with this change.
        keuzes: where the redlines go.

    Raises:
        InvoerError: a folder holds a list of which nobody knows what it started from, or folders started differently.
    """
    naam = nieuw.gelezen.dossier.naam
    was, wordt = bestanden
    if begin := _eerder(keuzes, nieuw):
        if begin.versie:
            eerst = lees_bevroren_stand(werkmap, wordt, naam, begin.versie, begin.alleen)
            return Vergeleken(eerst, lees_stand_nu(eerst, wordt, begin.alleen), begin, _EERDER)
        return Vergeleken(_lees(begin, keuzes), nieuw, begin, _EERDER)
    try:
        gebouwd, eerst = read_gebouwd(werkmap, naam), lees_gebouwd(werkmap, naam)
    except RaadwerkError:
        return Vergeleken(oud, nieuw, maak_begin(oud, was, nieuw), _VOORAF)
    return Vergeleken(eerst, nieuw, maak_begin(eerst, gebouwd, nieuw), _GEBOUWD)


def _lees(begin: Begin, keuzes: Spoorkeuzes) -> Gecontroleerd:
    """The dossier as the earlier list knew it; InvoerError when this version of Raadwerk cannot read that."""
    try:
        op = dt.date.fromisoformat(begin.dag)
        gelezen = keten.lees(begin.bytes_per_pad, read_meegeleverd(""), begin.dossier, op=op)
        return keten.controleer(gelezen, keten.maak_bomen(gelezen))
    except (RaadwerkError, ValueError):
        map_ = next(pad for pad in keuzes.paden.values() if is_spoormap(pad))
        wat = "waarmee de lijst in deze map vergeleek, kan deze versie van Raadwerk niet meer lezen"
        raise _fout(map_, wat, begin.dossier) from None


def maak_begin(stand: Gecontroleerd, bestanden: Mapping[str, bytes], nieuw: Gecontroleerd, **versie: object) -> Begin:
    """What is kept of `stand`, which was read from `bestanden`, when it is compared with `nieuw`.

    `versie` and `alleen` when it is a frozen one.
    """
    begin = Begin.van(stand.gelezen.dossier.naam, stand.gelezen.toetsdatum.isoformat(), maak_bouwstand(bestanden))
    return replace(begin, bevroren=_bevroren(nieuw), **versie)


def eis_niet_verzonden(pad: Path, nieuw: Gecontroleerd) -> None:
    """InvoerError when a paper was frozen after the list in the folder `pad` was made: it may have gone out with it."""
    begin = lees_begin(uitvoer.read_stand(pad.resolve())) if is_spoormap(pad) else None
    if begin and begin.bevroren is not None and (later := sorted({*_bevroren(nieuw)} - {*begin.bevroren})):
        werd = "werd" if len(later) == 1 else "werden"
        wat = f"in deze map ligt een lijst van voordat {join_woorden(later)} {werd} vastgelegd; zij kan zijn verzonden"
        raise _fout(pad, wat, nieuw.gelezen.dossier.naam)


def _bevroren(stand: Gecontroleerd) -> tuple[str, ...]:
    """The frozen versions, each with the name of its paper."""
    return tuple(sorted(f"{een.stuk} versie {een.versie}" for een in stand.gelezen.bevroren))


def _eerder(keuzes: Spoorkeuzes, nieuw: Gecontroleerd) -> Begin | None:
    """What the lists that lie where these go started from; None when there are none."""
    naam = nieuw.gelezen.dossier.naam
    gevonden: list[Begin] = []
    for soort, pad in keuzes.paden.items():
        if is_bestand(pad, soort) or not is_spoormap(pad):
            continue
        eis_niet_verzonden(pad, nieuw)
        begin = lees_begin(uitvoer.read_stand(pad.resolve()))
        if begin is None:
            wat = "in deze map ligt een eerdere lijst, en waarmee die vergeleek is niet bewaard"
            raise _fout(pad, f"{wat}; overschrijven zou laten vervallen wat zij noemt", naam)
        if begin.dossier != naam:
            raise _fout(pad, f"in deze map ligt een lijst van een ander dossier, ‘{begin.dossier}’", naam)
        if gevonden and begin != gevonden[0]:
            raise _fout(pad, "de lijsten in deze mappen zijn met verschillende standen vergeleken", naam)
        gevonden.append(begin)
    return gevonden[0] if gevonden else None


def _fout(pad: Path, gevonden: str, naam: str) -> InvoerError:
    opdracht = f"‘raadwerk verschil {naam} --sinds-versie NUMMER --docx MAP --was-wordt MAP’"
    raad = f"noem een nieuwe map; alles sinds een vastgelegde versie geeft {opdracht}"
    return InvoerError(Fout(Plaats(str(pad)), gevonden, raad=raad))
