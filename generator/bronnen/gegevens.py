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
    """

    bestand: str
    pagina: int
    begin: int
    tekst: str
    regel: str
    uitzondering: str = ""


def find_losse_gegevens(dossier: Dossier, paginas: Mapping[str, Sequence[str]]) -> list[LosGegeven]:
    """Every date and number of the sources that no quote covers and no fact has as its value.

    A date is covered by any fact that has it. A number is covered by a fact of the same value that was read in
    the same paper or computed: that another paper also says *twee* is a coincidence. Numbers of articles, list
    items and pages, and addresses, are given with the reason why they need no fact. The order is that of the
    file names, pages and places.
    """
    uit: list[LosGegeven] = []
    for bestand in sorted(paginas):
        stuk = Bronstuktekst(paginas[bestand])
        plekken = [
            plek
            for _, bron in bronnen_van(dossier)
            if bron.citaat and bestand_van(dossier, bron) == bestand
            for plek in stuk.find(bron.citaat)
        ]
        bekend = frozenset(_bekend(dossier, bestand))
        for nummer, tekst in enumerate(stuk.paginas, 1):
            uit += _op_pagina(bestand, nummer, tekst, plekken, bekend)
    return uit


def _bekend(dossier: Dossier, bestand: str) -> Iterator[Sleutel]:
    """What the facts say that counts in one paper."""
    for feit in dossier.feiten.values():
        gelezen = [(feit.waarde, feit.bronnen), *((deel.waarde, (deel.bron,)) for deel in feit.vermeldingen)]
        for waarde, bronnen in gelezen:
            hier = bool(feit.formule) or any(bestand_van(dossier, bron) == bestand for bron in bronnen)
            for sleutel in _sleutels(waarde) if waarde is not None else ():
                if hier or sleutel[0] != "getal":
                    yield sleutel


def _op_pagina(
    bestand: str, pagina: int, tekst: str, plekken: Sequence[Plek], bekend: frozenset[Sleutel]
) -> Iterator[LosGegeven]:
    gedekt = list(bereik(plekken, pagina, len(tekst)))
    for vondst in getallen_in(tekst):
        aangehaald = any(begin <= vondst.begin and vondst.eind <= eind for begin, eind in gedekt)
        if not aangehaald and bekend.isdisjoint(_sleutels(vondst.waarde)):
            regel = regel_rond(tekst, vondst.begin, vondst.eind)
            reden = _uitzondering(tekst, vondst)
            yield LosGegeven(bestand, pagina, vondst.begin, " ".join(vondst.tekst.split()), regel, reden)


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
