"""The other way round: every date and number in the sources that no fact covers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bronnen.citaten import bestand_van, bronnen_van
from generator.bronnen.zoeken import Bronstuktekst, Plek, bereik, regel_rond
from generator.feiten.waarden import (
    Aantal,
    Bedrag,
    Datum,
    Datums,
    Duur,
    Grens,
    JaNee,
    Percentage,
    Periode,
    Tekst,
    Verwijzing,
    Waarde,
)
from generator.opmaak import getallen_in, vindplaats
from generator.opmaak.datums import print_dag
from generator.opmaak.getallen import HARDE_SPATIE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.feiten.dossier import Dossier
    from generator.opmaak import Vondst

Sleutel = tuple[str, object]  # kind of figure; and the number, day or words themselves
# What says how to reach somebody, or which page this is. On a paper of ours these would need a fact.
_ADRESGEGEVENS = tuple(
    (reden, re.compile(patroon, re.MULTILINE))
    for reden, patroon in (
        ("webadres of e-mailadres", r"(?:https?://|www\.)\S+|\S+@\S+"),
        ("postbus of postcode", r"\bPostbus\s+\d+|\b[1-9]\d{3}\s?[A-Z]{2}\b"),
        ("telefoonnummer", r"(?<!\d)(?:\+31\s?\(?0?\)?|0)\d{1,3}[\s-]\d{2,8}(?:\s\d{2,4})*"),
        ("paginanummer", r"\b[Pp]agina\s+\d+\s+van\s+\d+"),
    )
)
_PAGINANUMMER = re.compile(r"\A\s*(\d{1,3})\s*(?=\n)|\n[ \t]*(\d{1,3})\s*\Z")


class LosGegeven(Struct, frozen=True, order=True):
    """A date or number of a source that no fact covers.

    Attributes:
        bestand: file name of the source, without ending.
        pagina: page from 1.
        begin: place on that page, in characters.
        tekst: as it stands there.
        regel: the words around it.
        uitzondering: why it needs no fact ("artikelnummer"); empty when it should be looked at.
        elders: the facts that have this value but were read somewhere else; those of the same paper first.
    """

    bestand: str
    pagina: int
    begin: int
    tekst: str
    regel: str
    uitzondering: str = ""
    elders: tuple[str, ...] = ()


class _Lezing(Struct, frozen=True):
    """One value of a fact or mention: where it was read, or that it was computed."""

    pad: str
    sleutels: tuple[Sleutel, ...]
    plekken: tuple[tuple[str, int], ...]  # file and page; page 0 for a source that is cited without one
    berekend: bool

    def is_van(self, bestand: str, pagina: int) -> bool:
        return not {(bestand, pagina), (bestand, 0)}.isdisjoint(self.plekken)

    def in_stuk(self, bestand: str) -> bool:
        return any(naam == bestand for naam, _ in self.plekken)


def find_losse_gegevens(dossier: Dossier, paginas: Mapping[str, Sequence[str]]) -> list[LosGegeven]:
    """Every date and number of the sources that no fact covers, in the order of file names, pages and places.

    A fact covers what stands in its quote on the page it names, and its own value anywhere on that page; nothing
    else. That another fact has the same value proves nothing about this place, so it is only told along: a day
    wherever it was read, a number when it was read in the same paper or computed, since that another paper also
    says *twee* is a coincidence. Numbers of articles, list items and pages, and addresses, are given with the
    reason why they need no fact.
    """
    lezingen = list(_lezingen(dossier))
    bronnen = [(bestand_van(dossier, bron), bron) for *_, bron in bronnen_van(dossier) if bron.citaat]
    uit: list[LosGegeven] = []
    for bestand in sorted(paginas):
        stuk = Bronstuktekst(paginas[bestand])
        plekken = [plek for naam, bron in bronnen if naam == bestand for plek in stuk.find_op(bron)]
        for nummer, tekst in enumerate(stuk.paginas, 1):
            uit += _op_pagina(bestand, nummer, tekst, plekken, lezingen)
    return uit


def _lezingen(dossier: Dossier) -> Iterator[_Lezing]:
    for pad, feit in dossier.feiten.items():
        gelezen = [(feit.waarde, feit.bronnen), *((deel.waarde, (deel.bron,)) for deel in feit.vermeldingen)]
        for waarde, bronnen in gelezen:
            if waarde is not None and (sleutels := _sleutels(waarde)):
                plekken = tuple((bestand_van(dossier, bron), bron.pagina) for bron in bronnen)
                yield _Lezing(pad, sleutels, plekken, berekend=bool(feit.formule))


def _op_pagina(
    bestand: str, pagina: int, tekst: str, plekken: Sequence[Plek], lezingen: Sequence[_Lezing]
) -> Iterator[LosGegeven]:
    aangehaald = list(bereik(plekken, pagina, len(tekst)))
    hier = {sleutel for lezing in lezingen if lezing.is_van(bestand, pagina) for sleutel in lezing.sleutels}
    for vondst in getallen_in(tekst):
        sleutels = _sleutels(vondst.waarde)
        gedekt = any(begin <= vondst.begin and vondst.eind <= eind for begin, eind in aangehaald)
        if not gedekt and hier.isdisjoint(sleutels):
            regel = regel_rond(tekst, vondst.begin, vondst.eind)
            reden = _uitzondering(tekst, vondst)
            elders = _elders(bestand, sleutels, lezingen)
            yield LosGegeven(bestand, pagina, vondst.begin, " ".join(vondst.tekst.split()), regel, reden, elders)


def _elders(bestand: str, sleutels: Sequence[Sleutel], lezingen: Sequence[_Lezing]) -> tuple[str, ...]:
    """The facts with the same value that may well be meant, those of the same paper first."""
    zelfde = [lezing for lezing in lezingen if not set(sleutels).isdisjoint(lezing.sleutels)]
    is_getal = all(soort == "getal" for soort, _ in sleutels)
    kan = [lezing for lezing in zelfde if lezing.in_stuk(bestand) or lezing.berekend or not is_getal]
    kan.sort(key=lambda lezing: not lezing.in_stuk(bestand))
    return tuple(dict.fromkeys(lezing.pad for lezing in kan))


def _uitzondering(tekst: str, vondst: Vondst) -> str:
    for reden, patroon in _ADRESGEGEVENS:
        if any(match.start() <= vondst.begin and vondst.eind <= match.end() for match in patroon.finditer(tekst)):
            return reden
    if any(match.start() <= vondst.begin and vondst.eind <= match.end() for match in _PAGINANUMMER.finditer(tekst)):
        return "paginanummer"
    return vindplaats(tekst, vondst)


def _sleutels(waarde: Waarde) -> tuple[Sleutel, ...]:
    """What makes two values the same figure: the number, the day, or the words; a row of days has several."""
    match waarde:
        case Aantal(getal) | Bedrag(getal) | Percentage(getal) | Grens(_, getal):
            return (("getal", getal),)
        case Duur(getal):
            return (("getal", Decimal(getal)),)
        case Datum(eerste, "dag"):  # "20 december jl." names no year
            return (("dag", eerste), ("tekst", print_dag(eerste, "d MMMM").replace(HARDE_SPATIE, " ")))
        case Datum(eerste, nauwkeurigheid):
            return ((nauwkeurigheid, eerste),)
        case Datums(dagen):
            return tuple(sleutel for dag in dagen for sleutel in _sleutels(dag))
        case Periode(van, tot):
            return (*_sleutels(van), *_sleutels(tot))
        case Tekst(tekst):
            return (("tekst", tekst.lower()),)
        case JaNee() | Verwijzing():
            return ()
