"""Citations of law in a paper that no longer hold or name a letter, and the remedy: is it the right one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = re.compile(
    r"(?:artikel(?:en)?|\bart\.?|\bjo\.?|\bjuncto|Gemeentewet,?|Gemw,?) (160|169)\b[^.;]{0,40}?"
    r"\b(?:onder(?:deel)?|sub) [a-z]\b"
)
# A sentence that looks back at a law; with an article it still cites it.
_TERUGBLIK = re.compile(
    r"\b(?:gold|golden|voorheen|vroeger|destijds|ingetrokken|vervallen|verving|vervangt|vervangen|opgegaan|opvolger"
    r"|opgevolgd)\b",
    re.IGNORECASE,
)
_ARTIKEL = re.compile(r"\b(?:artikel(?:en)?|art\.) ?\d", re.IGNORECASE)
_ZIN = re.compile(r"[^.?!]+[.?!]?")
_BEROEP = re.compile(
    r"\bberoep (?:in te stellen|instellen|aan(?:tekenen)?|open)\b|\bin (?:hoger )?beroep\b", re.IGNORECASE
)
_DIT_BESLUIT = r"\btegen (?:dit (?:raads)?besluit|het raadsbesluit|het besluit van de (?:gemeente)?raad)\b"
_MIDDEL_TEGEN = re.compile(
    rf"{_DIT_BESLUIT}[^.]*\b(?:bezwaar|beroep)\b|\b(?:bezwaar|beroep)\b[^.]{{0,40}}{_DIT_BESLUIT}", re.IGNORECASE
)
_ANDER_ORGAAN = re.compile(r"\bbij (?:het college|burgemeester en wethouders|de burgemeester)\b")
_ONTKENT = re.compile(r"\b(?:geen|niet)\b")
_WENSEN = (
    "De raad geeft hier wensen en bedenkingen; het college besluit, en wel over een overeenkomst. Meestal is dat geen "
    "besluit waartegen {} openstaat"
)
_EERST_BEZWAAR = (
    "Tegen een besluit gaat aan beroep meestal bezwaar vooraf; rechtstreeks beroep is er alleen in de gevallen van "
    "artikel 7:1, eerste lid, van de Awb, zoals na de uniforme openbare voorbereidingsprocedure"
)
_VOOR_DE_RAAD = ("raadsvoorstel", "raadsbesluit", "oplegger")
_VAN_DE_RAAD = "Hier besluit de raad; bezwaar gaat naar het orgaan dat besloot, dus naar de raad"
_BEZWAAR_OF_BEROEP = re.compile(r"\bbezwaar (?:of|en|/) ?beroep\b", re.IGNORECASE)


@regel("VW-VERVALLEN", neemt=Neemt.STUKKEN)
def vervallen_verwijzing(zaak: Zaak) -> Iterator[Bevinding]:
    """A citation of a law that was withdrawn before the toetsdatum, with its successor.

    A sentence that looks back and names no article tells what was the law; it cites none.
    """
    wetten = {naam: wet for naam, wet in zaak.recht.vervallen.items() if zaak.toetsdatum > wet.tot}
    if not wetten:
        return
    patroon = re.compile(rf"\b(?:{'|'.join(f'(?P<{naam}>{wet.patroon})' for naam, wet in wetten.items())})")
    for naam, blok, tekst in teksten(zaak):
        for vondst in patroon.finditer(tekst):
            zin = next(zin[0] for zin in _ZIN.finditer(tekst) if zin.end() > vondst.start())
            if _TERUGBLIK.search(zin) and not _ARTIKEL.search(zin):
                continue
            wet = wetten[str(vondst.lastgroup)]
            yield Bevinding(
                "VW-VERVALLEN", Ernst.FOUT, (plaats(blok),),
                {"wet": wet.wet, "citaat": vondst[0], "stuk": naam, "tot": datum_voluit(wet.tot),
                 "opvolger": wet.opvolger},
            )  # fmt: skip


@regel("VW-LETTER", "Gemeentewet 160", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def letter_verwijzing(zaak: Zaak) -> Iterator[Bevinding]:
    """Gemeentewet 160 and 169 are cited without letters: the letters moved."""
    for naam, blok, tekst in teksten(zaak):
        for vondst in _LETTER.finditer(tekst) if "160" in tekst or "169" in tekst else ():
            yield Bevinding("VW-LETTER", Ernst.WAARSCHUWING, (plaats(blok),), {"citaat": vondst[0], "stuk": naam})


@regel("VW-RECHTSMIDDEL", "Awb 7:1", neemt=Neemt.STUKKEN)
def bezwaar_of_beroep(zaak: Zaak) -> Iterator[Bevinding]:
    """Against a decision that is open to objection, appeal comes later: never "bezwaar of beroep"."""
    for naam, blok, tekst in teksten(zaak):
        for vondst in _BEZWAAR_OF_BEROEP.finditer(tekst):
            yield Bevinding(
                "VW-RECHTSMIDDEL", Ernst.FOUT, (plaats(blok),), {"citaat": vondst[0], "stuk": naam}, ("Awb 7:1",)
            )


@regel("VW-BEZWAAR", "Awb 1:3", "Awb 6:4", "Awb 7:1", "Awb 8:3", neemt=Neemt.STUKKEN)
def rechtsmiddel_tegen_raadsbesluit(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper for the council says that objection or appeal lies against ‘this decision’.

    Wishes decide nothing by themselves: whether a remedy lies is a judgement, and so is appeal without objection.
    Objection against what the council does decide is made to the council, not to another body.
    """
    for naam, blok, tekst in teksten(zaak):
        stuk = zaak.dossier.stukken[naam]
        punten = zaak.dossier.beslispunten_bij(stuk).values()
        if not punten or not stuk.soort.woorden.startswith(_VOOR_DE_RAAD):
            continue
        wensen = all(punt.soort.woorden == "wensen en bedenkingen" for punt in punten)
        for zin in _ZIN.findall(tekst) if "ezwaar" in tekst or "eroep" in tekst else ():
            if not _MIDDEL_TEGEN.search(zin) or _ONTKENT.search(zin):
                continue
            # Who names both tells which comes first; of ‘bezwaar of beroep’ VW-RECHTSMIDDEL speaks.
            middel = "bezwaar" if "bezwaar" in zin.lower() else "beroep"
            grond: tuple[str, ...]
            if wensen:
                waarom, grond = _WENSEN.format(middel), ("Awb 1:3", "Awb 8:3")
            elif middel == "beroep":
                waarom, grond = _EERST_BEZWAAR, ("Awb 7:1",)
            elif _ANDER_ORGAAN.search(zin):
                waarom, grond = _VAN_DE_RAAD, ("Awb 6:4",)
            else:
                continue
            is_fout = waarom is _VAN_DE_RAAD
            yield Bevinding(
                "VW-BEZWAAR", Ernst.FOUT if is_fout else Ernst.OORDEEL, (plaats(blok),),
                {"stuk": naam, "zin": zin.strip(" .?!"), "middel": middel, "waarom": waarom}, grond,
                door="" if is_fout else "de jurist",
            )  # fmt: skip


@regel("VW-BEROEP", "Awb 7:1", neemt=Neemt.STUKKEN)
def beroep_zonder_bezwaar(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence on appeal against the *verdeelbesluit* that leaves the objection out, which comes first."""
    for naam, blok, tekst in teksten(zaak):
        for zin in _ZIN.findall(tekst):
            if "verdeelbesluit" in zin.lower() and _BEROEP.search(zin) and "bezwaar" not in zin.lower():
                yield Bevinding(
                    "VW-BEROEP", Ernst.WAARSCHUWING, (plaats(blok),), {"zin": zin.strip(), "stuk": naam}, ("Awb 7:1",)
                )  # fmt: skip


@regel("VW-BRONMIDDEL", "Awb 7:1")
def rechtsmiddel_in_bron(zaak: Zaak) -> Iterator[Bevinding]:
    """Sources that name another remedy than the decision itself: a choice must have been made."""
    for feit in zaak.dossier.standpunten.values():
        fout = [v for v in feit.vermeldingen if _BEZWAAR_OF_BEROEP.search(getattr(v.waarde, "tekst", ""))]
        if fout:
            yield Bevinding(
                "VW-BRONMIDDEL", Ernst.NOTITIE, (fout[0].plaats, feit.plaats),
                {"bron": fout[0].bron.stuk.replace("_", " "), "citaat": fout[0].bron.citaat}, ("Awb 7:1",), (feit.pad,),
            )  # fmt: skip
