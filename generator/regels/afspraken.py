"""What the other papers say about choices of the agreement: who runs it, from when, whether it lasts, who consents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import plain_text, walk
from generator.feiten.keuzes import Vergunningsmoment
from generator.opmaak import print_feit
from generator.regels.beslispunten import beslispunten_in, plaats_in_feiten
from generator.regels.looptijd import is_kort
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten
from generator.regels.voorlegging import punten_over_overeenkomst, voorstellen_over_overeenkomst

if TYPE_CHECKING:
    from collections.abc import Iterator

_DUURZAAM = re.compile(r"\bduurza(?:am|me)\b", re.IGNORECASE)
_INSTEMMEN = re.compile(r"\binstem|\bin te stemmen\b", re.IGNORECASE)
_VOLGENS_DE_WET = "in werking"  # a permit holds from then on; other moments are the parties' own
# Words that say one of the choices: what is chosen, and each choice with the words for it. They begin with a letter
# and not with \b: what begins with its own letters is found many times faster.
_EXPLOITANT = {
    "COA": re.compile(r"geëxploiteerd door het (?:COA|Centraal Orgaan)"),
    "gemeente": re.compile(r"geëxploiteerd door (?:de gemeente|het college)\b"),
}
# ‘Openen kan pas als de vergunning …’, ‘de locatie gaat open zodra zij is …’; ‘is verleend en …’ goes on.
_OPENT = (
    r"(?:[Oo]pen(?:en|t)\b|gaa[nt]? open\b|mag open\b)[^.;:]{{0,40}}?\b(?:als|wanneer|zodra|nadat)"
    r" (?:de (?:omgevings)?vergunning|zij) (?:{0} (?:is|treedt)|is {0})\b(?! en\b)"
)
_MOMENT = {keuze: re.compile(_OPENT.format(keuze)) for keuze in Vergunningsmoment.KEUZES}
# Before those words: what would happen in another case, or was thought before. Among them: a denial.
_WEEGT = re.compile(
    r"\b(?:zou|zouden|mocht|stel|indien|schors\w*|eerder|oorspronkelijk|alternatie\w*)\b", re.IGNORECASE
)
_ONTKENT = re.compile(r"\bniet\b")
_ZIN = re.compile(r"(?<=[.?!;])\s")
_START = {
    "eerste bewoner": re.compile(r"vanaf de eerste bewoner\b"),
    "ondertekening": re.compile(r"vanaf de ondertekening\b"),
    "vergunning in werking": re.compile(r"vanaf de dag waarop de vergunning werkt\b"),
}


@regel("SH-AFSPRAAK", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def andere_afspraak(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper says another choice than the agreement: who runs the reception, when its term begins, when it may open.

    A fout where the council speaks on it; elsewhere the paper may tell what was thought before.
    """
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None:
        return
    keuzes = (
        ("wie de opvang exploiteert", overeenkomst.opvang.exploitant, _EXPLOITANT),
        ("het begin van de looptijd", overeenkomst.looptijd.start, _START),
        ("wanneer de locatie open mag", overeenkomst.vergunning.moment, _MOMENT),
    )
    andere = [
        (wat, feit, patroon)
        for wat, feit, woorden in keuzes
        for keuze, patroon in woorden.items()
        if not feit.is_open and feit.woorden != keuze
    ]
    for naam, blok, tekst in teksten(zaak):
        for wat, feit, patroon in andere:
            if vondst := _beweerd(patroon, tekst):
                punten = beslispunten_in(zaak.stukken[naam])
                punt = next((punt for punt in punten if any(deel is blok for deel in walk(punt))), None)
                yield Bevinding(
                    "SH-AFSPRAAK", Ernst.FOUT if punten else Ernst.WAARSCHUWING,
                    (plaats_in_feiten(zaak, punt) if punt else plaats(blok), feit.plaats),
                    {"stuk": naam, "wat": wat, "hier": vondst, "daar": feit.woorden},
                    ("Gemeentewet 169",), (feit.pad,),
                )  # fmt: skip


def _beweerd(patroon: re.Pattern[str], tekst: str) -> str:
    """The words of `tekst` in which a sentence says so outright; empty when none does."""
    for zin in _ZIN.split(tekst) if patroon.search(tekst) else ():
        for vondst in patroon.finditer(zin):
            if not _WEEGT.search(zin, 0, vondst.start()) and not _ONTKENT.search(vondst[0]):
                return vondst[0]
    return ""


@regel("SH-MOMENT", "Omgevingswet 16.79", neemt=Neemt.STUKKEN)
def moment_staat_niet_in_voorstel(zaak: Zaak) -> Iterator[Bevinding]:
    """Opening waits for another moment than the law's own, and the raadsvoorstel does not tell the council."""
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None or overeenkomst.vergunning.moment.is_open:
        return
    moment = overeenkomst.vergunning.moment
    for naam, stuk in voorstellen_over_overeenkomst(zaak.dossier).items():
        genoemd = any(
            "vergunning" in tekst and moment.woorden in tekst for van, _, tekst in teksten(zaak) if van == naam
        )
        if moment.woorden != _VOLGENS_DE_WET and naam in zaak.stukken and not genoemd:
            yield Bevinding(
                "SH-MOMENT", Ernst.WAARSCHUWING, (moment.plaats, stuk.plaats),
                {"stuk": naam, "moment": moment.woorden}, ("Omgevingswet 16.79",), (moment.pad,),
            )  # fmt: skip


@regel("SH-INSTEMMING", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def niemand_vraagt_instemming(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement hangs on the council's consent, and no paper with points for decision says so."""
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None or overeenkomst.voorbehoud.raad.is_open or not overeenkomst.voorbehoud.raad.ja:
        return
    raad, over = overeenkomst.voorbehoud.raad, punten_over_overeenkomst(zaak.dossier)
    for naam, stuk in zaak.stukken.items():
        punten = beslispunten_in(stuk)
        punten.sort(key=lambda punt: punt.label not in over)  # first what is about the agreement
        if punten and not any(_INSTEMMEN.search(plain_text(punt.blocks)) for punt in punten):
            yield Bevinding(
                "SH-INSTEMMING", Ernst.OORDEEL, (plaats_in_feiten(zaak, punten[0]), raad.plaats), {"stuk": naam},
                ("Gemeentewet 169",), (raad.pad,), door="de jurist",
            )  # fmt: skip


@regel("SH-DUURZAAM", "Spreidingswet 2")
def onderwerp_duurzaam_en_kort(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper is called duurzaam in its own words, and the term is under five years."""
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None or not is_kort(overeenkomst.looptijd.duur):
        return
    for naam, stuk in zaak.dossier.stukken.items():
        if not stuk.onderwerp.is_open and not stuk.onderwerp.formule and _DUURZAAM.search(stuk.onderwerp.woorden):
            duur = overeenkomst.looptijd.duur
            yield Bevinding(
                "SH-DUURZAAM", Ernst.WAARSCHUWING, (stuk.onderwerp.plaats, duur.plaats),
                {"stuk": naam, "onderwerp": stuk.onderwerp.woorden, "duur": print_feit(duur, "woorden")},
                ("Spreidingswet 2",), (stuk.onderwerp.pad, duur.pad),
            )  # fmt: skip
