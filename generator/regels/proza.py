"""What sentences say of the agreement, beside what its facts say: its figures, who runs it, when its term begins.

Read are the papers that the council gets with the agreement, and the agreement itself. A sentence counts when it says
so outright; one that weighs, denies, looks back or is about something else is left alone. A table is no sentence, and
a point for decision has its own rule (SH-OVEREENKOMST).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Table
from generator.document.walk import walk
from generator.feiten.feit import Feit
from generator.feiten.keuzes import Opvangduur
from generator.feiten.waarden import Aantal, Duur
from generator.opmaak import getallen_in, join_woorden, print_feit
from generator.regels.beslispunten import beslispunten_in
from generator.regels.instemming import INSTEMMING
from generator.regels.overeenkomst.melden import is_nee
from generator.regels.overeenstemming import Telling, is_ander, tegenhanger
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten
from generator.regels.voorlegging import stukken_over_overeenkomst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.document.nodes import Block
    from generator.feiten.overeenkomst import Overeenkomst

_ZIN = re.compile(r"(?<=[.?!;])\s")
# Before the words that count: a sentence that weighs, or that speaks of another time or of the task.
_WIKT = re.compile(
    r"\b(?:als|wanneer|indien|stel|kan|kunnen|zou|zouden|mocht|wie|of|alternatie\w*|motie|nota|taak|opgave|wet|wettelijke"
    r"|minister|provincie|eerder|oorspronkelijk|nu|tijdelijk\w*|verleng\w*)\b",
    re.IGNORECASE,
)
# Anywhere in the sentence: it denies or asks, or is about another contract.
_ANDERS = re.compile(r"\?|\b(?:niet|geen|vergunning|subsidie\w*|krediet\w*|garantie\w*|\w*huur\w*)\b", re.IGNORECASE)
# It names what the agreement is about, or who is a party to it.
_OVER = re.compile(r"opvang|overeenkomst|afspraken|plaats|plek|locatie|tijd|bewoner|exploit", re.IGNORECASE)
_N = r"(?P<getal>\d[\d.]*|[a-zé]+)"
# The unit of a figure, and the words that make it one of the agreement.
_GETALLEN = {
    "jaar": re.compile(rf"\b(?:voor|gelden|geldt|looptijd (?:is|van)) {_N} jaar\b"),
    "plaats/plaatsen": re.compile(
        rf"\b(?:ten hoogste|maximaal|samen|in totaal|gaat over) {_N} (?:(?:nieuwe|reguliere|vaste) )*"
        r"(?:opvang|capaciteits)?plaatsen\b"
    ),
    "bewoner/bewoners": re.compile(rf"\bten hoogste {_N} (?:bewoners|mensen)\b"),
    "locatie/locaties": re.compile(rf"\b[Oo]p {_N} (?:(?:nieuwe|vaste) )*(?:locaties?|plek(?:ken)?)\b"),
}
_COA = r"[Hh]et (?:COA|Centraal Orgaan opvang asielzoekers(?: \(COA\))?)"
_GEMEENTE = r"(?:[Dd]e gemeente|[Hh]et college|[Ww]ij)"
_EXPLOITEERT = (
    r"(?:{0} (?:exploiteer(?:t|en)|(?:regelt|regelen) de opvang|draagt de exploitatie)\b"
    r"|[Ee]xploitatie\b[^.;:]{{0,40}}? (?:is|zijn|ligt|komt|blijft) (?:voor|bij|van) {0}\b)"
)
_BEGINT = r"(?:tijd|looptijd) begint {}\b"
# Each choice with the sentences that make it.
_EXPLOITANT = {
    "COA": re.compile(_EXPLOITEERT.format(_COA)), "gemeente": re.compile(_EXPLOITEERT.format(_GEMEENTE)),
}  # fmt: skip
_DUUR = {keuze: re.compile(rf"(?:opvang is|is de opvang) {keuze}\b") for keuze in Opvangduur.KEUZES}
_START = {
    "eerste bewoner": re.compile(_BEGINT.format("(?:als|met|bij) de eerste bewoner")),
    "ondertekening": re.compile(_BEGINT.format("(?:als de overeenkomst is getekend|(?:met|bij) de ondertekening)")),
    "vergunning in werking": re.compile(_BEGINT.format("als de vergunning (?:werkt|in werking)")),
}

# Who ends the agreement; each with the choices of `opzegging.recht` that say otherwise. A denial belongs to it.
_KAN_NIET = (
    r"(?:{0} (?:mag|kan) (?:de overeenkomst |haar |deze |tussentijds )*niet (?:tussentijds )?opzeggen\b"
    r"(?!,? (?:in|binnen|zonder|voor|vóór|als|tenzij|zolang)\b)|[Aa]lleen {1} (?:mag|kan)\b[^.;:]{{0,40}} opzeggen\b)"
)
_OPZEGGEN = (
    (re.compile(_KAN_NIET.format("[Dd]e gemeente", "het COA")), {"beide partijen", "alleen de gemeente"}),
    (re.compile(_KAN_NIET.format("[Hh]et COA", "de gemeente")), {"beide partijen", "alleen het COA"}),
    (
        re.compile(r"(?:[Bb]eide partijen|[Ee]lke partij) (?:mag|mogen|kan|kunnen)\b[^.;:]{0,40} opzeggen\b"),
        {"alleen het COA", "alleen de gemeente", "geen van beide"},
    ),
)
_ONDERTEKENT = re.compile(
    r"\b[Dd]e (?P<ambt>(?:loco)?burgemeester|wethouder|(?:gemeente)?secretaris|griffier|portefeuillehouder)\b"
    r"[^.;:]{0,40}? (?:onder)?tekent\b(?! niet)(?=[^.;:]*(?:namens de gemeente|overeenkomst))"
)


@regel("SH-PROZA", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def andere_bewering_in_zin(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence states another figure or choice than the agreement; a warning, for it may mean another thing."""
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None:
        return
    namen = stukken_over_overeenkomst(zaak.dossier) & zaak.stukken.keys()
    # Most patterns find nothing that differs in all papers together: then no sentence is looked at.
    alles = "\n".join(tekst for naam, _, tekst in teksten(zaak) if naam in namen)
    beweringen = [een for een in _beweringen(overeenkomst) if any(map(een.tegenspraak, een.patroon.finditer(alles)))]
    for naam, blok, zin in _zinnen(zaak, namen) if beweringen else ():
        for bewering in beweringen:
            for vondst in bewering.patroon.finditer(zin):
                wat, daar = bewering.tegenspraak(vondst) or ("", [])
                anders = not bewering.ontkent and (_ANDERS.search(zin) or not _OVER.search(zin))
                if daar and not _WIKT.search(zin, 0, vondst.start()) and not anders and "?" not in zin:
                    yield Bevinding(
                        "SH-PROZA", Ernst.WAARSCHUWING, (plaats(blok), daar[0].plaats),
                        {"stuk": naam, "wat": wat, "hier": vondst[0],
                         "daar": join_woorden(list(dict.fromkeys(map(print_feit, daar))), "of")},
                        ("Gemeentewet 169",), tuple(feit.pad for feit in daar),
                    )  # fmt: skip


class _Bewering(NamedTuple):
    """Words that state something, and what the agreement says otherwise: its name and facts, or None.

    `ontkent` is for words that are plain enough by themselves, a denial in the sentence included.
    """

    patroon: re.Pattern[str]
    tegenspraak: Callable[[re.Match[str]], tuple[str, list[Feit]] | None]
    ontkent: bool = False


def _beweringen(overeenkomst: Overeenkomst) -> Iterator[_Bewering]:
    for eenheid, patroon in _GETALLEN.items():
        yield _Bewering(patroon, partial(_ander_getal, overeenkomst, eenheid))
    for wat, feit, woorden in (
        ("wie de opvang exploiteert", overeenkomst.opvang.exploitant, _EXPLOITANT),
        ("wat voor opvang het is", overeenkomst.opvang.duur, _DUUR),
        ("het begin van de looptijd", overeenkomst.looptijd.start, _START),
    ):
        for keuze, patroon in woorden.items():
            if not feit.is_open and feit.woorden != keuze:
                yield _Bewering(patroon, partial(_andere_keuze, wat, feit))
    recht = overeenkomst.opzegging.recht
    for patroon, andere in _OPZEGGEN:
        if not recht.is_open and recht.woorden in andere:
            yield _Bewering(patroon, partial(_andere_keuze, "wie mag opzeggen", recht), ontkent=True)
    if is_nee(overeenkomst.voorbehoud.raad):
        wacht = partial(_andere_keuze, "of zij op instemming van de raad wacht", overeenkomst.voorbehoud.raad)
        yield _Bewering(INSTEMMING, wacht, ontkent=True)
    if not overeenkomst.gemeente.functie.is_open:
        yield _Bewering(_ONDERTEKENT, partial(_andere_ondertekenaar, overeenkomst.gemeente.functie), ontkent=True)


def _ander_getal(overeenkomst: Overeenkomst, eenheid: str, vondst: re.Match[str]) -> tuple[str, list[Feit]] | None:
    """The known facts of the agreement when none of them can be the figure that was found."""
    gelezen = getallen_in(vondst["getal"])
    if not gelezen or not isinstance(gelezen[0].waarde, Aantal):
        return None
    getal = gelezen[0].waarde
    feit = Feit(pad="", waarde=Duur(int(getal.getal), eenheid) if eenheid == "jaar" else getal, eenheid=eenheid)
    telling = Telling(vondst[0].startswith(("samen", "in totaal")), " reguliere " in vondst[0])
    wat, daar = tegenhanger(overeenkomst, feit, telling)
    return (wat, [ander for ander in daar if not ander.is_open]) if is_ander(feit, daar) else None


def _andere_keuze(wat: str, feit: Feit, _vondst: re.Match[str]) -> tuple[str, list[Feit]]:
    return wat, [feit]


def _andere_ondertekenaar(functie: Feit, vondst: re.Match[str]) -> tuple[str, list[Feit]] | None:
    return None if vondst["ambt"] in functie.woorden.lower() else ("wie voor de gemeente ondertekent", [functie])


def _zinnen(zaak: Zaak, namen: set[str]) -> Iterator[tuple[str, Block, str]]:
    """The sentences of the papers called `namen`, each with its paper and block."""
    punten = {id(deel) for naam in namen for punt in beslispunten_in(zaak.stukken[naam]) for deel in walk(punt)}
    for naam, blok, tekst in teksten(zaak):
        if naam in namen and not isinstance(blok, Table) and id(blok) not in punten:
            yield from ((naam, blok, zin) for zin in _ZIN.split(tekst))
