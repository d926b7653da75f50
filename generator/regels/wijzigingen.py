"""What the council hears of figures that changed (wijzigingen.yaml): each row has its letter, and none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import cijfers
from generator.feiten.dossier import doel_van
from generator.feiten.keuzes import OPENBAAR
from generator.feiten.oordelen import OPEN, is_stand
from generator.feiten.waarden import Aantal, Bedrag, Datum, Datums, Duur, Grens, Percentage, Periode
from generator.opmaak import print_feit
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bevroren import Bevroren
    from generator.feiten.feit import Feit

_BRIEF = "raadsinformatiebrief"
_GETAL_OF_DATUM = Aantal | Bedrag | Percentage | Grens | Duur | Datum | Datums | Periode
# A version, the day of the college, the day of which a paper tells how things stood: each new version has its own.
_BEHEER = ("stukken.", "wijzigingen.", "toetsdatum")


@regel("WZ-NERGENS", neemt=Neemt.STUKKEN)
def wijziging_staat_nergens(zaak: Zaak) -> Iterator[Bevinding]:
    """A row that no paper shows: its `stuk` is a paper without the table, or the dossier has no letter."""
    for naam, wijziging in zaak.dossier.wijzigingen.items():
        stuk = doel_van(wijziging.stuk).removeprefix("stukken.")
        stukken = [stuk] if stuk else list(zaak.dossier.stukken)
        if any(een not in zaak.stukken for een in stukken) or not zaak.dossier.is_veranderd(wijziging):
            continue  # not all of them were made, so nobody can tell; and what did not change has no row
        if not any(cijfer.pad == wijziging.wat.pad for een in stukken for cijfer in cijfers(zaak.stukken[een])):
            waar = (
                f"het sjabloon van {stuk} heeft geen tabel van wijzigingen."
                if stuk
                else "geen sjabloon heeft die tabel."
            )
            yield Bevinding(
                "WZ-NERGENS", Ernst.WAARSCHUWING, (wijziging.plaats,),
                {"wijziging": naam, "wat": print_feit(wijziging.wat), "waar": waar}, feiten=(wijziging.wat.pad,),
            )  # fmt: skip


@regel("WZ-ONTBREEKT", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def wijziging_ontbreekt(zaak: Zaak) -> Iterator[Bevinding]:
    """A new letter tells what changed, and leaves out a number or a day that another paper was frozen with.

    A paper that was sent before is itself one that changed, and no new letter; what is bookkeeping of a paper, or
    stands in no public one, the council need not hear.
    """
    if zaak.dossier.variant:
        return
    verzonden = {record.stuk: record for record in zaak.bevroren}  # of each the last version: they come in that order
    eerder = {doel_van(een.was) for een in zaak.dossier.wijzigingen.values()}
    for naam, stuk in zaak.dossier.stukken.items():
        rijen = zaak.dossier.wijzigingen_bij(stuk)
        if stuk.soort.woorden != _BRIEF or naam in verzonden or naam not in zaak.stukken or not rijen:
            continue
        gezegd = {doel_van(rij.nu) for rij in rijen.values() if zaak.dossier.is_veranderd(rij)}
        gehad: set[str] = set()
        for record in verzonden.values():
            for feit, toen, nu in _gewijzigd(zaak, record):
                if feit.pad not in gezegd | eerder | gehad:
                    gehad.add(feit.pad)
                    yield Bevinding(
                        "WZ-ONTBREEKT", Ernst.WAARSCHUWING, (stuk.plaats, feit.plaats),
                        {"stuk": naam, "feit": feit.pad, "bij": record.stuk, "versie": record.versie,
                         "was": toen, "nu": nu},
                        ("Gemeentewet 169",), (feit.pad,),
                    )  # fmt: skip


def _gewijzigd(zaak: Zaak, record: Bevroren) -> Iterator[tuple[Feit, str, str]]:
    """The numbers and days that the paper shows, or did then, and that were others when it was frozen.

    Each as it was, and in words what it is now.
    """
    boom = zaak.stukken.get(record.stuk)
    if boom is None or boom.meta.openbaarheid != OPENBAAR:
        return
    nu = dict.fromkeys(cijfer.pad for cijfer in cijfers(boom))
    for pad in dict.fromkeys((*nu, *record.getoond)):
        feit, toen = zaak.dossier.feiten.get(pad), record.feiten.get(pad, OPEN)
        if feit is None or not isinstance(feit.waarde, _GETAL_OF_DATUM) or pad.startswith(_BEHEER):
            continue
        if toen != OPEN and not is_stand(toen, feit):
            waar = "in dat stuk staat nu {}" if pad in nu else "nu is het {}, en in dat stuk staat het niet meer"
            yield feit, _print_toen(feit, toen), waar.format(_print(feit))


def _print_toen(feit: Feit, toen: str) -> str:
    """The value written as `toen` in print; as it is written when it is of another kind. Circa is not kept."""
    try:
        return _print(feit.met(waarde=type(feit.bekend).lees(toen), circa=False))
    except ValueError:
        return toen


def _print(feit: Feit) -> str:
    return print_feit(feit, "eenheid" if feit.eenheid else "")
