"""What sentences say of one of several places: a figure beside the name of a location is that location's own.

A part of a sentence counts when it names one location and prints a number of places or residents. One that counts
together, compares, denies, or speaks of another time or of the task is left alone; so is a table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Table
from generator.document.walk import walk, walk_runs
from generator.opmaak import join_woorden, print_feit
from generator.regels.beslispunten import beslispunten_in, plaats_in_feiten
from generator.regels.overeenstemming import is_ander, tegenhanger
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import feiten_in, plaats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Block, Document
    from generator.feiten.feit import Feit
    from generator.feiten.overeenkomst import Opvanglocatie

_STRAAT = re.compile(r"[^\d,;(]+")  # the name in an address: what stands before the number
_KORTSTE = 4  # letters: a shorter name is too often another word
_DEEL = re.compile(r"[.,;:?!()]|\b(?:en|of|terwijl|maar)\b")
_ANDERS = re.compile(
    r"\b(?:samen|totaal|beide|allebei|taak|opgave|minister|provincie|nu|eerder|oorspronkelijk|was|waren|niet|geen"
    r"|meer|minder|stel|zou|zouden|alternatie\w*)\b",
    re.IGNORECASE,
)


@regel("SH-PLAATSEN", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def aantal_van_een_andere_locatie(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence about one location prints a number that is not that location's; in a point for decision a fout."""
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None:
        return
    namen = _namen(overeenkomst.locaties)
    for stuk, boom in zaak.stukken.items() if namen else ():
        in_punten = {id(deel): punt for punt in beslispunten_in(boom) for deel in walk(punt)}
        for een in _vermeldingen(zaak, boom, namen):
            alleen = replace(overeenkomst, locaties={een.naam: overeenkomst.locaties[een.naam]})
            wat, daar = tegenhanger(alleen, een.feit)
            bekend = [ander for ander in daar if not ander.is_open]
            if wat.endswith(("plaatsen", "bewoners")) and is_ander(een.feit, daar):
                punt = in_punten.get(id(een.blok))
                yield Bevinding(
                    "SH-PLAATSEN", Ernst.FOUT if punt else Ernst.WAARSCHUWING,
                    (plaats_in_feiten(zaak, punt) if punt else plaats(een.blok), een.feit.plaats, bekend[0].plaats),
                    {"stuk": stuk, "locatie": namen[een.naam], "wat": wat, "hier": print_feit(een.feit),
                     "daar": join_woorden(list(dict.fromkeys(map(print_feit, bekend))), "of")},
                    ("Gemeentewet 169",), tuple(dict.fromkeys((een.feit.pad, *(ander.pad for ander in bekend)))),
                )  # fmt: skip


class _Vermelding(NamedTuple):
    """A known fact that a part of a sentence prints beside the name of one location."""

    blok: Block
    naam: str
    feit: Feit


def _namen(locaties: Mapping[str, Opvanglocatie]) -> dict[str, str]:
    """The street of each location by its key; not one that two of them share."""
    straten = {
        sleutel: vondst[0].strip()
        for sleutel, locatie in locaties.items()
        if not locatie.adres.is_open and (vondst := _STRAAT.match(locatie.adres.woorden))
    }
    alle = list(straten.values())
    return {naam: straat for naam, straat in straten.items() if len(straat) >= _KORTSTE and alle.count(straat) == 1}


def _vermeldingen(zaak: Zaak, boom: Document, namen: dict[str, str]) -> Iterator[_Vermelding]:
    for blok, rij in walk_runs(boom):
        for cijfer, ervoor, erna in feiten_in(rij) if not isinstance(blok, Table) else ():
            feit = zaak.dossier.feiten.get(cijfer.pad)
            deel = f"{_DEEL.split(ervoor)[-1]} {_DEEL.split(erna)[0]}"
            genoemd = [sleutel for sleutel, straat in namen.items() if straat in deel]
            if feit is not None and not feit.is_open and len(genoemd) == 1 and not _ANDERS.search(deel):
                yield _Vermelding(blok, genoemd[0], feit)
