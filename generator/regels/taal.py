"""The language of a paper: figures without a fact, words that do not belong, abbreviations, long sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import opmaak
from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Beslispunt, Cijfer, Citaat, FootnoteRef, LineBreak, Link, Text
from generator.document.walk import plain_text, walk, walk_blocks, walk_runs
from generator.errors import Plaats
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import voorkomende

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block, Document

# Stands where a fact is printed, so that the words around it stay apart and no figure grows together.
_FEIT = "\ufffc"
_LANGSTE_ZIN = 30  # words; a council reads aloud
_AFKORTING = re.compile(r"\b(?:[A-Z]{2,}[A-Za-z]*(?:-[A-Z]+)?|amv|azc)\b")
_VAN_NAAM, _GEMEENTENAAM = re.compile(r"van [A-Z]"), re.compile(r"gemeente [A-Z]")
_GEMEENTE = re.compile(
    r"\b(?:(?P<raad>[Dd]e (?:gemeente)?raad)|[Hh]et college(?: van burgemeester en wethouders)?|[Dd]e burgemeester"
    r"|[Dd]e gemeente(?= [A-Z]))(?: van)?(?: de gemeente)? (?P<naam>(?!State\b)[A-Z][a-z]\w*(?:-[A-Z]\w+)*)"
)
_BEKEND = {"PDF", "NL", "EU"}
# A number of a chapter or title; with L, C, D and M many abbreviations would be one.
_ROMEINS = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
# Four digits before two letters are a postcode, unless they are a year: "in 2024 AB".
_POSTCODE = re.compile(r"(?:^|(?P<ervoor>\w*)\W+)[1-9]\d{3}\s?$")
_VOOR_JAAR = {"in", "van", "sinds", "vanaf", "tot", "voor", "na", "eind", "begin", "medio", "jaar", "en"}


@regel("TL-GETAL", neemt=Neemt.STUKKEN)
def los_getal(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure or number word in text that came from no fact (*losse getallen*)."""
    for naam, blok, tekst in _teksten(zaak):
        for vondst in opmaak.getallen_in(tekst):
            if not opmaak.is_vindplaats(tekst, vondst):
                yield Bevinding(
                    "TL-GETAL", Ernst.FOUT, (_plaats(blok),),
                    {"getal": vondst.tekst, "stuk": naam, "zin": _rond(tekst, vondst.begin)},
                )  # fmt: skip


@regel("TL-WOORD", neemt=Neemt.STUKKEN)
def ongewenst_woord(zaak: Zaak) -> Iterator[Bevinding]:
    """A word of the list in inhoud/recht/taal.yaml; quotations keep theirs."""
    geldend = [woord for woord in zaak.recht.woorden.values() if woord.sinds <= zaak.toetsdatum]
    woorden = voorkomende(geldend, (tekst for _, _, tekst in _teksten(zaak)))
    for naam, blok, tekst in _teksten(zaak):
        for woord, patroon in woorden:
            for vondst in patroon.finditer(tekst):
                yield Bevinding(
                    "TL-WOORD", Ernst.WAARSCHUWING, (_plaats(blok),),
                    {"woord": vondst[0], "liever": woord.liever, "reden": woord.reden, "stuk": naam},
                )  # fmt: skip


@regel("TL-GEMEENTE", neemt=Neemt.STUKKEN)
def naam_van_een_andere_gemeente(zaak: Zaak) -> Iterator[Bevinding]:
    """The name of another municipality at council, college or mayor, typed by hand: left from another paper.

    A municipality that the facts know may have a college of its own in the text, not a council that this paper is for.
    """
    eigen = zaak.dossier.gemeente.naam
    if eigen.is_open:
        return
    bekend = _bekende_gemeenten(zaak)
    for naam, blok, tekst in _teksten(zaak):
        # A literal is found many times faster than a choice of words, and most texts name no municipality at all.
        for vondst in _GEMEENTE.finditer(tekst) if _VAN_NAAM.search(tekst) or _GEMEENTENAAM.search(tekst) else ():
            andere = vondst["naam"]
            if andere not in eigen.woorden and (vondst["raad"] or andere not in bekend):
                yield Bevinding(
                    "TL-GEMEENTE", Ernst.WAARSCHUWING, (_plaats(blok), eigen.plaats),
                    {"stuk": naam, "hier": vondst[0], "eigen": eigen.woorden}, feiten=(eigen.pad,),
                )  # fmt: skip


def _bekende_gemeenten(zaak: Zaak) -> str:
    """The names of other municipalities and parties in the facts, as one text."""
    feiten = [rij.naam for rij in zaak.dossier.tabel1.values()] + [een.naam for een in zaak.dossier.partijen.values()]
    if zaak.dossier.uitruil:
        feiten.append(zaak.dossier.uitruil.partner)
    return "; ".join(feit.woorden for feit in feiten if not feit.is_open)


@regel("TL-AFKORTING", neemt=Neemt.STUKKEN)
def afkorting_niet_uitgeschreven(zaak: Zaak) -> Iterator[Bevinding]:
    """An abbreviation whose first use is not written out as its term says, or that the terms do not know."""
    begrippen = {
        begrip.afkorting.woorden: begrip.voluit.woorden
        for begrip in zaak.dossier.begrippen.values()
        if begrip.afkorting is not None
    }
    for naam, stuk in zaak.stukken.items():
        gezien: set[str] = set()
        al_gelezen = ""
        in_citaat = _in_citaten(stuk)
        for blok, rij in walk_runs(stuk):
            if id(blok) in in_citaat:
                continue
            tekst = plain_text(rij)
            for vondst in _AFKORTING.finditer(tekst):
                afkorting = vondst[0]
                if afkorting in gezien or afkorting in _BEKEND or _is_geen_afkorting(tekst, vondst):
                    continue
                gezien.add(afkorting)
                voluit = begrippen.get(afkorting, "")
                voor = (al_gelezen + " " + tekst[: vondst.start()]).lower()
                if not voluit or not _is_uitgeschreven(voluit, voor, tekst[vondst.end() :].lower()):
                    yield Bevinding(
                        "TL-AFKORTING", Ernst.WAARSCHUWING, (_plaats(blok),),
                        {"afkorting": afkorting, "voluit": voluit or "onbekend", "stuk": naam},
                    )  # fmt: skip
            al_gelezen = (al_gelezen + " " + tekst)[-400:]


def _is_geen_afkorting(tekst: str, vondst: re.Match[str]) -> bool:
    """Whether the capitals are a Roman numeral, or the letters of a postcode."""
    if _ROMEINS.fullmatch(vondst[0]):
        return True
    cijfers = _POSTCODE.search(tekst, 0, vondst.start()) if len(vondst[0]) == 2 else None
    return cijfers is not None and (cijfers["ervoor"] or "").lower() not in _VOOR_JAAR


@regel("TL-ZIN", neemt=Neemt.STUKKEN)
def lange_zin(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence of more than thirty words; a point for decision is one sentence by its nature."""
    dicta = {id(deel) for stuk in zaak.stukken.values() for punt in _beslispunten(stuk) for deel in walk(punt)}
    for naam, blok, tekst in _teksten(zaak):
        if id(blok) in dicta:
            continue
        for zin in re.split(r"(?<=[.?!:;])\s", tekst):
            if (aantal := len(zin.split())) > _LANGSTE_ZIN:
                yield Bevinding(
                    "TL-ZIN", Ernst.NOTITIE, (_plaats(blok),), {"aantal": str(aantal), "zin": zin[:80], "stuk": naam}
                )


def _teksten(zaak: Zaak) -> list[tuple[str, Block, str]]:
    """Each run of a paper's own words with its block; quotations are another's words and stay out."""
    if not zaak.eigen_teksten:
        zaak.eigen_teksten.extend(
            (naam, blok, tekst) for naam, stuk in zaak.stukken.items() for blok, tekst in _eigen_woorden(stuk)
        )
    return zaak.eigen_teksten


def _beslispunten(stuk: Document) -> Iterator[Block]:
    return (blok for blok in walk_blocks(stuk) if isinstance(blok, Beslispunt))


def _in_citaten(stuk: Document) -> set[int]:
    """The identities of quotations and all blocks inside them."""
    return {id(deel) for blok in walk_blocks(stuk) if isinstance(blok, Citaat) for deel in walk(blok)}


def _eigen_woorden(stuk: Document) -> Iterator[tuple[Block, str]]:
    in_citaat = _in_citaten(stuk)
    for blok, rij in walk_runs(stuk):
        if id(blok) not in in_citaat:
            yield blok, _woorden(rij)


def _woorden(rij: tuple[object, ...]) -> str:
    """The words of a run with facts masked; a reference to a part of this paper numbers itself."""
    uit: list[str] = []
    for deel in rij:
        match deel:
            case Text(tekst):
                uit.append(tekst)
            case Cijfer():
                uit.append(_FEIT)
            case Link(inhoud, href):
                uit.append(_FEIT if href.startswith("#") else _woorden(inhoud))
            case LineBreak():
                uit.append(" ")
            case FootnoteRef():
                pass
            case _:
                uit.append(_woorden(deel.content))  # type: ignore[attr-defined]
    return "".join(uit)


def _is_uitgeschreven(voluit: str, voor: str, na: str) -> bool:
    """``Centraal Orgaan opvang asielzoekers (COA)`` or ``COA (Centraal Orgaan …)``."""
    kern = voluit.lower()
    return kern in voor or na.lstrip(" (").startswith(kern)


def _plaats(blok: Block) -> Plaats:
    return Plaats(blok.herkomst.bestand, blok.herkomst.regel)


def _rond(tekst: str, begin: int) -> str:
    return tekst[max(0, begin - 30) : begin + 40].replace(_FEIT, "…").strip()
