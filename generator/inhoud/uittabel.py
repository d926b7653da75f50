"""A table with a municipality in each row → the files of a dossier for each row.

The dossier is a skeleton in which a fact that may come from the table names its column:

    taak_amv:
      kolom: amv
      open: aantal amv-plaatsen
      eenheid: amv-plaats/amv-plaatsen

Where the row has that cell, ``kolom`` and ``open`` give way to the value with the table as its source; where it has
not, the fact stays open. A ``kolom`` with a ``formule`` under it is a check: the fact is computed, and the cell must
say the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.aanraden import dichtbij
from generator.inhoud.dossier import load_dossier
from generator.inhoud.tabel import celtekst, read_rijen
from generator.inhoud.tabelvulling import KOLOM, Cel, Vulling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.feiten.feit import Feit

GEMEENTE = "gemeente"  # the column that makes a row a municipality
_GEEN_MAP = {"recht", "bezwaren", "aux", "con", "nul", "prn"}  # ours, and what Windows cannot call a file
_VREEMD = re.compile(r"[^\w\s'‘’`.()&-]|^\.|_")  # what no municipality has in its name


class Begonnen(Struct, frozen=True):
    """A dossier to be.

    Attributes:
        naam: the name of its folder.
        gemeente: the municipality.
        bestanden: its files by their name in the folder.
        ingevuld: each fact that has its value from a cell of the table, with that cell.
    """

    naam: str
    gemeente: str
    bestanden: Mapping[str, bytes]
    ingevuld: tuple[tuple[Feit, Cel], ...]

    def anders(self, feiten: Mapping[str, Feit]) -> Iterator[tuple[Cel, Feit]]:
        """The cells that now say something that a dossier with `feiten`, begun from them, neither has nor had."""
        for feit, cel in self.ingevuld:
            ligt = feiten.get(feit.pad)
            if ligt and feit.waarde not in {ligt.waarde, *(vermelding.waarde for vermelding in ligt.vermeldingen)}:
                yield cel, ligt


class Begin(Struct, frozen=True):
    """What a table gives: its dossiers, and the headings of columns that the skeleton does not ask for."""

    dossiers: tuple[Begonnen, ...]
    ongebruikt: tuple[str, ...]


def begin_uit_tabel(
    inhoud: bytes, bestand: str, skelet: Mapping[str, bytes], vast: Mapping[str, tuple[str, str]]
) -> Begin:
    """The dossiers that the table `inhoud` begins, by the files of `skelet`.

    `vast` holds for every row that has no such cell: column → value and its source in words.

    Raises:
        InvoerError: every fault of every row at once, each at its cell.
    """
    rijen = read_rijen(inhoud, bestand)
    kop_rij = next(rijen, (0, []))[1]
    if isinstance(kop_rij, Fout):
        raise InvoerError(kop_rij)
    koppen = [_kop(kop) for kop in kop_rij]
    bekend = [
        GEMEENTE,
        *(vondst["kolom"] for tekst in skelet.values() for vondst in KOLOM.finditer(tekst.decode())),
    ]
    fouten = _foute_koppen(koppen, bekend, bestand)
    if fouten:
        raise InvoerError(*fouten)
    dossiers: dict[str, Begonnen] = {}
    regels: dict[str, int] = {}
    for regel, rij in rijen:
        if isinstance(rij, Fout):
            fouten.append(rij)
            continue
        plaats = Plaats(bestand, regel)
        fouten += _zonder_kop(koppen, rij, plaats)
        cellen = {kop: cel for kop, cel in _cellen(koppen, rij, plaats) if kop in bekend}
        if not cellen:
            continue
        naam = map_van(cellen[GEMEENTE].waarde) if GEMEENTE in cellen else ""
        if naam and naam in regels:
            gevonden = f"‘{cellen[GEMEENTE].waarde}’ staat ook in regel {regels[naam]}"
            fouten.append(Fout(cellen[GEMEENTE].plaats, gevonden, raad="haal een van de twee regels weg"))
        regels.setdefault(naam, regel)
        try:
            dossiers[naam] = _begin(cellen, skelet, vast, plaats)
        except InvoerError as fout:
            fouten += fout.fouten
    if not (dossiers or fouten):
        fouten.append(
            Fout(Plaats(bestand), "er staat geen gemeente in", raad="zet onder de koppen een regel per gemeente")
        )
    if fouten:
        raise InvoerError(*fouten)
    return Begin(tuple(dossiers.values()), tuple(kop for kop in koppen if kop and kop not in bekend))


def map_van(gemeente: str) -> str:
    """The name of a folder for a municipality: small letters, digits and hyphens; empty when none is left."""
    kaal = unicodedata.normalize("NFKD", gemeente.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def _kop(cel: Any) -> str:  # noqa: ANN401 - what a spreadsheet holds
    """A heading as the skeleton spells it."""
    return celtekst(cel).lower().replace(" ", "_")


def _foute_koppen(koppen: list[str], bekend: Iterable[str], bestand: str) -> list[Fout]:
    """A heading that is there twice, that is probably a slip of one the skeleton asks for, or that is missing."""
    fouten = []
    ontbreekt = [kop for kop in dict.fromkeys(bekend) if kop not in koppen]
    for nummer, kop in enumerate(koppen):
        plaats = Plaats(bestand, 1, nummer + 1)
        if kop and kop in koppen[:nummer]:
            fouten.append(Fout(plaats, f"de kolom ‘{kop}’ staat er twee keer in", raad="geef er een een andere kop"))
        elif kop not in bekend and (goed := dichtbij(kop, ontbreekt)):
            raad = f"bedoelde u ‘{goed}’? Zo niet, geef de kolom een kop die er minder op lijkt"
            fouten.append(Fout(plaats, f"een kolom ‘{kop}’ is hier niet bekend", raad=raad))
    if GEMEENTE not in koppen:
        raad = f"zet in de eerste regel de koppen, zoals: {', '.join(dict.fromkeys(bekend))}"
        fouten.append(Fout(Plaats(bestand, 1), f"de kolom ‘{GEMEENTE}’ staat er niet in", raad=raad))
    return fouten


def _cellen(koppen: list[str], rij: list[Any], plaats: Plaats) -> Iterator[tuple[str, Cel]]:
    for nummer, (kop, wat) in enumerate(zip(koppen, rij, strict=False), 1):
        if waarde := celtekst(wat):
            yield kop, Cel(waarde, Plaats(plaats.bestand, plaats.regel, nummer), f"regel {plaats.regel}, kolom {kop}")


def _zonder_kop(koppen: list[str], rij: list[Any], plaats: Plaats) -> Iterator[Fout]:
    """Each cell of a row that has no heading above it: what stands there would be lost without a word."""
    for nummer, wat in enumerate(rij, 1):
        if (waarde := celtekst(wat)) and not (nummer <= len(koppen) and koppen[nummer - 1]):
            waar = "boven deze cel staat geen kop" if nummer <= len(koppen) else "deze cel staat voorbij de laatste kop"
            raad = "haal de cel weg, of zet er een kop boven; staat er in de regel soms een scheidingsteken te veel?"
            yield Fout(Plaats(plaats.bestand, plaats.regel, nummer), f"{waar}: ‘{waarde}’", raad=raad)


def _foute_naam(cel: Cel, naam: str) -> Fout | None:
    """What is wrong with the name of a municipality, of which the folder would be called `naam`."""
    if vreemd := _VREEMD.search(cel.waarde):
        gevonden = f"‘{cel.waarde}’ is geen naam van een gemeente: ‘{vreemd[0]}’ hoort er niet in"
        return Fout(cel.plaats, gevonden, raad="gebruik letters, zoals Hof van Twente")
    if not naam:
        gevonden = f"van ‘{cel.waarde}’ is geen naam van een map te maken"
        return Fout(cel.plaats, gevonden, raad="gebruik letters, zoals Hof van Twente")
    if naam in _GEEN_MAP:
        gevonden = f"een dossier kan niet ‘{naam}’ heten: die naam van een map is al in gebruik"
        return Fout(cel.plaats, gevonden, raad="is dit een gemeente, schrijf dan ‘gemeente’ voor haar naam")
    return None


def _begin(
    cellen: Mapping[str, Cel], skelet: Mapping[str, bytes], vast: Mapping[str, tuple[str, str]], plaats: Plaats
) -> Begonnen:
    """The dossier of one row; InvoerError with its faults."""
    if GEMEENTE not in cellen:
        raise InvoerError(Fout(plaats, "in deze regel staat geen gemeente", raad="vul haar in, of haal de regel weg"))
    naam = map_van(cellen[GEMEENTE].waarde)
    if verkeerd := _foute_naam(cellen[GEMEENTE], naam):
        raise InvoerError(verkeerd)
    alles = {kop: Cel(waarde, plaats, bron, uit_tabel=False) for kop, (waarde, bron) in vast.items()} | dict(cellen)
    fouten: list[Fout] = []
    while True:
        vulling = Vulling(alles)
        bestanden = {pad: vulling.vul(f"inhoud/{naam}/{pad}", tekst.decode()).encode() for pad, tekst in skelet.items()}
        try:
            dossier = load_dossier({f"inhoud/{naam}/{pad}": inhoud for pad, inhoud in bestanden.items()}, naam)
        except InvoerError as fout:
            fouten += [vulling.bij_cel(een) for een in fout.fouten]
            goed = {kop: cel for kop, cel in alles.items() if cel.plaats not in {een.plaats for een in fouten}}
            if len(goed) < len(alles):
                alles = goed  # what is wrong left open, the other cells of the row are looked at too
                continue
            raise InvoerError(*fouten) from None
        break
    fouten += vulling.list_geen_aantal(dossier)
    if fouten := fouten or [*vulling.list_botsende(dossier)]:
        raise InvoerError(*fouten)
    return Begonnen(naam, cellen[GEMEENTE].waarde, bestanden, tuple(vulling.list_ingevuld(dossier)))
