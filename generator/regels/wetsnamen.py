"""Names of laws in a file that was read back: each where the tree has it, and no other in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.regels.gelegd import gelezen, geschreven, leg, op_papier, resten
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.wetscitaten import maak_citaatlezer, maak_naamlezer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.bevindingen import Bevinding
    from generator.regels.legger import Woordverschil
    from generator.regels.wetscitaten import Citaat

    _Naamlezer = Callable[[str], list[tuple[int, int]]]
    _Citaatlezer = Callable[[str], Iterable[Citaat]]


@regel("TG-WET", neemt=Neemt.PAPIER)
def wet_op_papier(zaak: Zaak) -> Iterator[Bevinding]:
    """A law on paper that the tree does not name there, or an article from which its law is gone."""
    namen = maak_naamlezer(zaak.recht.artikelen, (wet.patroon for wet in zaak.recht.vervallen.values()))
    citaten = maak_citaatlezer(zaak.recht.artikelen)
    for bestand, papier, stuk in gelezen(zaak):
        verschillen = leg(papier, stuk, bestand).verschillen
        for rest in resten(papier, stuk, bestand):
            tekst = f"{rest.tekst}{rest.na}"
            gebleven = {naam for een in verschillen if een.regel is rest.regel for naam in _gebleven(namen, een)}
            for begin, eind in namen(tekst):
                naam = tekst[begin:eind]
                if rest.has_los(begin, eind) and naam not in gebleven:
                    wat = f"‘{naam}’ staat hier niet in het stuk{_gold_tot(zaak, naam)}"
                    zin = rest.rond(begin)
                    yield op_papier("TG-WET", Ernst.FOUT, bestand, plek=rest.regel.plek, wat=wat, zin=zin)
        for verschil in verschillen:
            for citaat in _zonder_wet(namen, citaten, verschil):
                naam, zin = _kaal(verschil.blok.tekst)[slice(*citaat.naam)], citaat.tekst
                yield op_papier(
                    "TG-WET", Ernst.FOUT, bestand, *geschreven(verschil.blok), plek=verschil.plek,
                    wat=f"van ‘{zin}’ is ‘{naam}’ weg", zin=zin,
                )  # fmt: skip


def _gebleven(namen: _Naamlezer, verschil: Woordverschil) -> set[str]:
    """The names that stand on both sides of a difference: only a mark beside them is another."""
    oud, nieuw = _kaal(verschil.blok.tekst), _nieuw(verschil)
    daar = {oud[van:tot] for van, tot in namen(oud) if van < verschil.eind and verschil.begin < tot}
    return daar & {nieuw[van:tot] for van, tot in _in_nieuw(namen, verschil)}


def _zonder_wet(namen: _Naamlezer, citaten: _Citaatlezer, verschil: Woordverschil) -> Iterator[Citaat]:
    """The citations of the tree that lost the name of their law and kept their article; not one with another name."""
    if _in_nieuw(namen, verschil):
        return
    gezien = set()
    for citaat in citaten(_kaal(verschil.blok.tekst)):
        (van, tot), (begin, eind) = citaat.naam, citaat.nummers
        weg = verschil.begin <= van and tot <= verschil.eind
        if weg and not (begin < verschil.eind and verschil.begin < eind) and citaat.naam not in gezien:
            gezien.add(citaat.naam)
            yield citaat


def _in_nieuw(namen: _Naamlezer, verschil: Woordverschil) -> list[tuple[int, int]]:
    """Where the names stand that the file has in the place of a difference."""
    tot = verschil.begin + len(verschil.nieuw)
    return [(van, na) for van, na in namen(_nieuw(verschil)) if van < tot and verschil.begin < na]


def _nieuw(verschil: Woordverschil) -> str:
    """The line of the tree with the words that the file has instead."""
    tekst = _kaal(verschil.blok.tekst)
    return f"{tekst[: verschil.begin]}{verschil.nieuw}{tekst[verschil.eind :]}"


def _kaal(tekst: str) -> str:
    return tekst.replace("\u00a0", " ")


def _gold_tot(zaak: Zaak, naam: str) -> str:
    """Until when a law held that was withdrawn; empty for one that holds on the toetsdatum."""
    for wet in zaak.recht.vervallen.values():
        if zaak.toetsdatum > wet.tot and re.fullmatch(wet.patroon, naam):
            return f", en gold tot en met {datum_voluit(wet.tot)}"
    return ""
