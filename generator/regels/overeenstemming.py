"""The raadsvoorstel and the agreement it is about: the same places, term and location in both."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Block
from generator.document.walk import plain_text, text_runs, walk
from generator.feiten.dossier import doel_van
from generator.feiten.feit import Feit
from generator.feiten.waarden import Aantal, Duur
from generator.opmaak import join_woorden, print_feit
from generator.regels.beslispunten import beslispunten_in, plaats_in_feiten
from generator.regels.looptijd import in_maanden
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import feiten_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Beslispunt
    from generator.feiten.overeenkomst import Overeenkomst

# Words before a number, or after it and its unit, that make it the number of all places together.
_SAMEN_ERVOOR = re.compile(r"\b(?:samen|in totaal)(?: (?:met|ten hoogste|maximaal|voor|over|van))* $", re.IGNORECASE)
_SAMEN_ERNA = re.compile(r" (?:reguliere )?[\w-]*plaatsen (?:samen|in totaal)\b")
_REGULIER = re.compile(r" reguliere\b")


class Telling(NamedTuple):
    """What a sentence says that its number counts: all places together, and only the regular ones."""

    samen: bool = False
    regulier: bool = False


_GEWOON = Telling()


@regel("SH-OVEREENKOMST", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def voorstel_en_overeenkomst(zaak: Zaak) -> Iterator[Bevinding]:
    """Every number of places and locations and every term in the dictum is one of the agreement's own.

    The council gives its wishes on the agreement as it will be signed: another number in the dictum is about another
    agreement. An open fact is compared with nothing; the paper shows the gap.
    """
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None:
        return
    for naam, punt in _wensen(zaak):
        for feit, telling in dict.fromkeys(_afgedrukt(zaak, punt)):
            wat, daar = tegenhanger(overeenkomst, feit, telling)
            bekend = [ander for ander in daar if not ander.is_open]
            if is_ander(feit, daar):
                yield Bevinding(
                    "SH-OVEREENKOMST", Ernst.FOUT,
                    (plaats_in_feiten(zaak, punt), feit.plaats, bekend[0].plaats),
                    {"stuk": naam, "nummer": str(punt.nummer), "wat": wat, "hier": print_feit(feit),
                     "daar": join_woorden(list(dict.fromkeys(map(print_feit, bekend))), "of")},
                    ("Gemeentewet 169",), (feit.pad, *(ander.pad for ander in bekend)),
                )  # fmt: skip


@regel("SH-LOCATIE", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def locatie_van_overeenkomst(zaak: Zaak) -> Iterator[Bevinding]:
    """The dictum names the place of the agreement: without it nobody knows on what the council spoke."""
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None:
        return
    for naam, punt in _wensen(zaak):
        for locatie in overeenkomst.locaties.values():
            if not locatie.adres.is_open and locatie.adres.woorden not in plain_text(punt.blocks):
                yield Bevinding(
                    "SH-LOCATIE", Ernst.WAARSCHUWING,
                    (plaats_in_feiten(zaak, punt), locatie.adres.plaats),
                    {"stuk": naam, "nummer": str(punt.nummer), "adres": locatie.adres.woorden},
                    ("Gemeentewet 169",), (locatie.adres.pad,),
                )  # fmt: skip


def _wensen(zaak: Zaak) -> Iterator[tuple[str, Beslispunt]]:
    """The points on which the council gives wishes, in each raadsvoorstel."""
    punten = zaak.dossier.beslispunten
    for naam, stuk in zaak.stukken.items():
        if not doel_van(zaak.dossier.stukken[naam].voorstel):
            for punt in beslispunten_in(stuk):
                if punt.label in punten and punten[punt.label].soort.woorden != "besluit":
                    yield naam, punt


def _afgedrukt(zaak: Zaak, punt: Beslispunt) -> Iterator[tuple[Feit, Telling]]:
    """The known facts a point prints, each with what its sentence says that it counts."""
    for blok in walk(punt):
        for rij in text_runs(blok) if isinstance(blok, Block) else ():
            for cijfer, ervoor, erna in feiten_in(rij):
                feit = zaak.dossier.feiten.get(cijfer.pad)
                if feit is not None and not feit.is_open:
                    samen = bool(_SAMEN_ERVOOR.search(ervoor) or _SAMEN_ERNA.match(erna))
                    yield feit, Telling(samen, bool(_REGULIER.match(erna)))


def tegenhanger(overeenkomst: Overeenkomst, feit: Feit, telling: Telling = _GEWOON) -> tuple[str, list[Feit]]:
    """What the agreement calls a fact of this kind, and its values for it; none for a fact it does not have.

    As long as the number of one location is open, there is nothing to compare with; of regular places it may be.
    A number that is said to be of all places together has one value: that of one place, or the regular ones of all,
    is another.
    """
    locaties = overeenkomst.locaties.values()
    enkelvoud = feit.eenheid.partition("/")[0]
    match feit.waarde:
        case Duur(_, "jaar"):
            return "de looptijd", [overeenkomst.looptijd.duur]
        case Aantal() if enkelvoud == "locatie":
            aantal = Feit(
                pad="overeenkomst.locaties", waarde=Aantal(Decimal(len(locaties))), plaats=overeenkomst.plaats
            )
            return "het aantal locaties", [aantal]
        case Aantal() if enkelvoud.startswith("amv"):
            amv = _met_som([locatie.amv for locatie in locaties])
            return "het aantal amv-plaatsen", amv[-1:] if telling.samen else amv
        case Aantal() if enkelvoud.endswith("plaats"):
            plaatsen = _met_som([locatie.plaatsen for locatie in locaties])
            regulier = [locatie.plaatsen - locatie.amv for locatie in locaties]
            if telling.samen:
                return "het aantal plaatsen samen", (_met_som(regulier) if telling.regulier else plaatsen)[-1:]
            return "het aantal plaatsen", plaatsen and plaatsen + (_met_som(regulier) or regulier)
        case Aantal() if enkelvoud == "bewoner":
            return "het aantal bewoners", _met_som([locatie.bewoners for locatie in locaties])
        case _:
            return "", []


def is_ander(feit: Feit, daar: list[Feit]) -> bool:
    """Whether `feit` is surely none of `daar`; when some of them are open, only if it is more than all that is known.

    A term in months is the same as one in years.
    """
    bekend = [ander for ander in daar if not ander.is_open]
    if not bekend or feit.waarde in {ander.waarde for ander in bekend}:
        return False
    if isinstance(feit.waarde, Duur):
        return in_maanden(feit) != in_maanden(bekend[0])
    return len(bekend) == len(daar) or feit.getal > max(ander.getal for ander in bekend)


def _met_som(feiten: list[Feit]) -> list[Feit]:
    """`feiten`, and what they are together; nothing when one of them is open."""
    if any(feit.is_open for feit in feiten):
        return []
    return [*feiten, sum(feiten[1:], feiten[0])] if len(feiten) > 1 else feiten
