"""Thresholds of the COA: what the source really says, and to which places it applies.

Guards are no staff, above a hundred is not from a hundred, and questions and answers about small places say nothing
about a large one. The thresholds are facts of the dossier (cijfers.yaml), with their source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import cijfers, walk_runs
from generator.feiten.dossier import onderdelen
from generator.feiten.feit import Feit
from generator.feiten.waarden import Aantal, Grens
from generator.opmaak import join_woorden, print_feit, print_getal
from generator.regels.overeenkomst.melden import is_ja, meld
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import feiten_in, plaats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal
    from typing import Any

    from generator.feiten.overeenkomst import Opvanglocatie

_ZIN = re.compile(r"(?<=[.?!;])\s")
_BEMENSING = re.compile(r"\b(?:bemens|medewerker|personeel)", re.IGNORECASE)
_BEVEILIGING = re.compile(r"beveilig|bewak|\b(?:niet|geen|niets)\b", re.IGNORECASE)


@regel("DR-BEVEILIGING")
def beveiliging_tegen_drempel(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement promises permanent guards where the COA names none, or none where it does."""
    overeenkomst, drempel = zaak.dossier.overeenkomst, zaak.dossier.cijfers.get("drempel_beveiliging")
    if not overeenkomst or overeenkomst.beheer.permanente_beveiliging.is_open or not drempel:
        return
    afspraak = overeenkomst.beheer.permanente_beveiliging
    for locatie in overeenkomst.locaties.values():
        aantal = locatie.plaatsen if locatie.bewoners.is_open else locatie.bewoners
        if isinstance(drempel.waarde, Grens) and not aantal.is_open:
            boven = _haalt(aantal.getal, drempel.waarde)
            if boven != afspraak.ja:
                yield meld(
                    "DR-BEVEILIGING", Ernst.NOTITIE if afspraak.ja else Ernst.WAARSCHUWING, afspraak, aantal, drempel,
                    aantal=print_getal(aantal.getal), drempel=print_feit(drempel), afspraak=print_feit(afspraak),
                )  # fmt: skip


@regel("DR-BEMENSING")
def bemensing_zonder_bron(zaak: Zaak) -> Iterator[Bevinding]:
    """Staff day and night is promised; the threshold of the COA is about guards."""
    overeenkomst, drempel = zaak.dossier.overeenkomst, zaak.dossier.cijfers.get("drempel_beveiliging")
    if overeenkomst and drempel and is_ja(overeenkomst.beheer.bemensing_dag_en_nacht):
        yield meld(
            "DR-BEMENSING", Ernst.WAARSCHUWING, overeenkomst.beheer.bemensing_dag_en_nacht, drempel,
            drempel=print_feit(drempel),
        )  # fmt: skip


@regel("DR-ZIN", neemt=Neemt.STUKKEN)
def zin_over_bemensing_bij_drempel_voor_beveiliging(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence prints the threshold for guards and speaks of staff: of those the COA says nothing."""
    drempel = zaak.dossier.cijfers.get("drempel_beveiliging")
    if drempel is None:
        return
    for naam, boom in zaak.stukken.items():
        gedrukt = any(cijfer.pad == drempel.pad for cijfer in cijfers(boom))
        for blok, rij in walk_runs(boom) if gedrukt else ():
            for cijfer, ervoor, erna in feiten_in(rij, drempel.pad):
                zin = f"{_ZIN.split(ervoor)[-1]}{cijfer.text}{_ZIN.split(erna)[0]}"
                if _BEMENSING.search(zin) and not _BEVEILIGING.search(zin):
                    yield Bevinding(
                        "DR-ZIN", Ernst.WAARSCHUWING, (plaats(blok), drempel.plaats),
                        {"stuk": naam, "zin": zin.strip(" .?!"), "drempel": print_feit(drempel)}, feiten=(drempel.pad,),
                    )  # fmt: skip


@regel("DR-PAKKET")
def drempel_zonder_bron(zaak: Zaak) -> Iterator[Bevinding]:
    """The number from which the COA would offer everything still has to be confirmed, by who stays under it or not."""
    overeenkomst, drempel = zaak.dossier.overeenkomst, zaak.dossier.cijfers.get("drempel_volledig_pakket")
    if overeenkomst and drempel and drempel.vraag and isinstance(drempel.waarde, Aantal):
        for locatie in overeenkomst.locaties.values():
            if locatie.plaatsen.is_open:
                continue
            yield meld(
                "DR-PAKKET", Ernst.WAARSCHUWING, locatie.plaatsen, drempel,
                plaatsen=print_getal(locatie.plaatsen.getal), drempel=print_feit(drempel),
            )  # fmt: skip


@regel("DR-KLEINSCHALIG")
def bron_over_kleine_locaties(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement rests on a source about small places, and the place is not small."""
    overeenkomst, drempel = zaak.dossier.overeenkomst, zaak.dossier.cijfers.get("kleinschalig_drempel")
    if not overeenkomst or not drempel or not isinstance(drempel.waarde, Grens):
        return
    bronnen = {bron.stuk for bron in drempel.bronnen}
    rust = [feit for feit in _feiten(overeenkomst) if any(bron.stuk in bronnen for bron in feit.bronnen)]
    for locatie in overeenkomst.locaties.values():
        if rust and not locatie.plaatsen.is_open and not _haalt(locatie.plaatsen.getal, drempel.waarde):
            yield meld(
                "DR-KLEINSCHALIG", Ernst.WAARSCHUWING, locatie.plaatsen, drempel, *rust,
                plaatsen=print_getal(locatie.plaatsen.getal), drempel=print_feit(drempel),
                rust=join_woorden([feit.pad for feit in rust]),
            )  # fmt: skip


@regel("DR-LOOPTIJD")
def looptijd_op_de_grens(zaak: Zaak) -> Iterator[Bevinding]:
    """Five years is the limit of a lasting place; what the COA prefers is another matter."""
    overeenkomst, voorkeur = zaak.dossier.overeenkomst, zaak.dossier.standpunten.get("coa_voorkeur_looptijd")
    grens = zaak.dossier.duren.get("duurzaam_minimum")
    if overeenkomst and voorkeur and grens and not voorkeur.is_open and not grens.is_open:
        duur = overeenkomst.looptijd.duur
        if not duur.is_open and duur.waarde == grens.waarde:
            yield meld(
                "DR-LOOPTIJD", Ernst.NOTITIE, duur, grens, voorkeur,
                duur=print_feit(duur, "woorden"), voorkeur=voorkeur.woorden,
            )  # fmt: skip


@regel("DR-KOSTEN")
def wie_betaalt_wat_ontbreekt(zaak: Zaak) -> Iterator[Bevinding]:
    """The place is too small for everything, and nobody knows who pays for what is missing."""
    overeenkomst, drempel = zaak.dossier.overeenkomst, zaak.dossier.cijfers.get("drempel_volledig_pakket")
    if overeenkomst and drempel and overeenkomst.vergoedingen.ontbrekende_voorzieningen.is_open:
        for locatie in _kleiner(overeenkomst.locaties, drempel):
            yield meld(
                "DR-KOSTEN", Ernst.OORDEEL, overeenkomst.vergoedingen.ontbrekende_voorzieningen, locatie.plaatsen,
                drempel, door="de portefeuillehouder",
                plaatsen=print_getal(locatie.plaatsen.getal), drempel=print_feit(drempel),
            )  # fmt: skip


def _kleiner(locaties: Mapping[str, Opvanglocatie], drempel: Feit) -> Iterator[Opvanglocatie]:
    """The places whose known capacity is under `drempel`."""
    for locatie in locaties.values():
        if not locatie.plaatsen.is_open and not drempel.is_open and locatie.plaatsen.getal < drempel.getal:
            yield locatie


def _haalt(getal: Decimal, grens: Grens) -> bool:
    match grens.teken:
        case ">":
            return getal > grens.getal
        case "≥":
            return getal >= grens.getal
        case "<":
            return getal < grens.getal
        case _:
            return getal <= grens.getal


def _feiten(deel: Any) -> Iterator[Feit]:  # noqa: ANN401 - a record, a mapping or a fact
    """Every fact in `deel`."""
    if isinstance(deel, Feit):
        yield deel
        return
    for onderdeel in (onderdelen(deel) or deel or {}).values():
        yield from _feiten(onderdeel)
