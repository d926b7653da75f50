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

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.waarden import Aantal, notatie
from generator.inhoud.aanraden import dichtbij
from generator.inhoud.dossier import load_dossier
from generator.inhoud.tabel import celtekst, read_rijen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.feiten.dossier import Dossier
    from generator.feiten.waarden import Waarde

GEMEENTE = "gemeente"  # the column that makes a row a municipality
STUK = "tabel"  # what the skeleton calls the table in bronnen.yaml
_KOLOM = re.compile(r"^(?P<in> *)kolom: (?P<kolom>.+)\n(?P=in)(?P<anders>open|formule): (?P<rest>.+)$", re.MULTILINE)
_GEEN_MAP = {"", "recht", "aux", "con", "nul", "prn"}  # ours, and what Windows cannot call a file


class Cel(Struct, frozen=True):
    """What a column says in one row, with its place and source in words."""

    waarde: str
    plaats: Plaats
    bron: str
    uit_tabel: bool = True


class Begonnen(Struct, frozen=True):
    """A dossier to be: the name of its folder, the municipality, and its files by their name in the folder."""

    naam: str
    gemeente: str
    bestanden: Mapping[str, bytes]


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
        *(vondst["kolom"] for tekst in skelet.values() for vondst in _KOLOM.finditer(tekst.decode())),
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
        cellen = {kop: cel for kop, cel in _cellen(koppen, rij, Plaats(bestand, regel)) if kop in bekend}
        if not cellen:
            continue
        try:
            dossier = _begin(cellen, skelet, vast, Plaats(bestand, regel))
        except InvoerError as fout:
            fouten += fout.fouten
            continue
        if dossier.naam in regels:
            gevonden = f"‘{dossier.gemeente}’ staat ook in regel {regels[dossier.naam]}"
            fouten.append(Fout(cellen[GEMEENTE].plaats, gevonden, raad="haal een van de twee regels weg"))
        regels[dossier.naam] = regel
        dossiers[dossier.naam] = dossier
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


def _begin(
    cellen: Mapping[str, Cel], skelet: Mapping[str, bytes], vast: Mapping[str, tuple[str, str]], plaats: Plaats
) -> Begonnen:
    """The dossier of one row; InvoerError with its faults."""
    if GEMEENTE not in cellen:
        raise InvoerError(Fout(plaats, "in deze regel staat geen gemeente", raad="vul haar in, of haal de regel weg"))
    naam = map_van(cellen[GEMEENTE].waarde)
    if naam in _GEEN_MAP:
        gevonden = f"van ‘{cellen[GEMEENTE].waarde}’ is geen naam van een map te maken"
        raise InvoerError(Fout(cellen[GEMEENTE].plaats, gevonden, raad="gebruik letters, zoals Hof van Twente"))
    alles = {kop: Cel(waarde, plaats, bron, uit_tabel=False) for kop, (waarde, bron) in vast.items()} | dict(cellen)
    vulling = _Vulling(alles)
    bestanden = {pad: vulling.vul(f"inhoud/{naam}/{pad}", tekst.decode()).encode() for pad, tekst in skelet.items()}
    try:
        dossier = load_dossier({f"inhoud/{naam}/{pad}": inhoud for pad, inhoud in bestanden.items()}, naam)
    except InvoerError as fout:
        raise InvoerError(*(vulling.bij_cel(een) for een in fout.fouten)) from None
    if fouten := [*vulling.geen_aantallen(dossier)] or [*vulling.onware(dossier)]:
        raise InvoerError(*fouten)
    return Begonnen(naam, cellen[GEMEENTE].waarde, bestanden)


class _Vulling:
    """Puts the cells of one row into the skeleton, and remembers where each went."""

    def __init__(self, cellen: Mapping[str, Cel]) -> None:
        self._cellen = cellen
        self._plekken: dict[tuple[str, int], Cel] = {}
        self._toetsen: dict[tuple[str, int], Cel] = {}

    def vul(self, pad: str, tekst: str) -> str:
        """The file `pad` of the skeleton with the cells of this row."""
        delen, einde, regel = [], 0, 1
        for vondst in _KOLOM.finditer(tekst):
            delen.append(tekst[einde : vondst.start()])
            regel += delen[-1].count("\n")
            nieuw = self._veld(vondst, pad, regel)
            delen.append(nieuw)
            regel += nieuw.count("\n")
            einde = vondst.end()
        return "".join([*delen, tekst[einde:]])

    def _veld(self, vondst: re.Match[str], pad: str, regel: int) -> str:
        inspringing, anders = vondst["in"], f"{vondst['in']}{vondst['anders']}: {vondst['rest']}"
        cel = self._cellen.get(vondst["kolom"])
        if cel is None:
            return anders
        stuk = f"stuk: {STUK}, " if cel.uit_tabel else ""
        bron = f"{inspringing}bron: {{{stuk}toelichting: {_scalar(cel.bron)}}}"
        # A fact is at the line of its key, a fault in its value may be at the next: the line of the value.
        self._plekken[pad, regel - 1] = self._plekken[pad, regel] = cel
        if vondst["anders"] == "formule":
            self._toetsen[pad, regel - 1] = cel
            return f"{anders}\n{bron}"
        return f"{inspringing}waarde: {_scalar(cel.waarde)}\n{bron}"

    def bij_cel(self, fout: Fout) -> Fout:
        """A fault of the dossier, at the cell where its value stands."""
        cel = self._plekken.get((fout.plaats.bestand, fout.plaats.regel))
        return Fout(cel.plaats, fout.gevonden, fout.verwacht, fout.raad) if cel else fout

    def geen_aantallen(self, dossier: Dossier) -> Iterator[Fout]:
        """The cells that count something (their fact has a unit) and say less than none, or part of one."""
        for feit in dossier.feiten.values():
            cel = self._plekken.get((feit.plaats.bestand, feit.plaats.regel))
            geteld = cel and feit.eenheid and not feit.formule and isinstance(feit.waarde, Aantal)
            if cel and geteld and (feit.getal < 0 or feit.getal % 1):
                eenheid = feit.eenheid.rpartition("/")[2]
                yield Fout(cel.plaats, f"‘{cel.waarde}’ is geen aantal {eenheid}", "een heel getal, nul of meer")

    def onware(self, dossier: Dossier) -> Iterator[Fout]:
        """The cells that say something else than what the formula gives."""
        berekend = {(feit.plaats.bestand, feit.plaats.regel): feit for feit in dossier.feiten.values() if feit.formule}
        for plek, cel in self._toetsen.items():
            feit = berekend[plek]
            if feit.waarde is None:
                raad = "vul die ook in, of laat deze cel leeg"
                yield Fout(
                    cel.plaats, f"dit volgt uit {' en '.join(feit.uit)}, en die ontbreken in deze regel", raad=raad
                )
            elif _gelezen(feit.waarde, cel.waarde) != feit.waarde:
                wat = f"hier staat {cel.waarde}, maar {feit.formule} is {notatie(feit.waarde)}"
                yield Fout(cel.plaats, wat, raad="ga na welk getal in deze regel klopt")


def _gelezen(soort: Waarde, tekst: str) -> Waarde | None:
    """`tekst` as a value of the kind of `soort`; None when it is none."""
    try:
        return type(soort).lees(tekst)
    except ValueError:
        return None


def _scalar(tekst: str) -> str:
    """A text as YAML reads it back."""
    return tekst if re.fullmatch(r"\d[\d-]*", tekst) else json.dumps(tekst, ensure_ascii=False)
