"""The words of the agreement: what is still open, words that bind nobody, an article that is no ground."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import cijfers
from generator.opmaak import join_woorden
from generator.regels.overeenkomst.melden import SOORT, luidt, meld
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten, voorkomende

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block, Document
    from generator.errors import Plaats
    from generator.feiten.feit import Feit
    from generator.feiten.overeenkomst import Overeenkomst

_ARTIKEL_3B = re.compile(r"artikel 3b\b|Wet COA,? 3b\b")
# In another paper the article may be named as what could be; these words make it the ground.
_OP_GROND_VAN_3B = re.compile(
    rf"(?:[Gg]elet op|[Gg]rondslag|[Oo]p grond van|[Kk]rachtens)\b[^.;]{{0,60}}?(?:{_ARTIKEL_3B.pattern})"
)
_WEEGT = re.compile(r"\b(?:kan|kunnen|als|zou|zouden|niet|geen|wanneer|alternatie\w*)\b")
_ZIN = re.compile(r"(?<=[.?!;])\s")


@regel("OV-ONMISBAAR", neemt=Neemt.STUKKEN)
def onmisbaar_feit_ontbreekt(zaak: Zaak) -> Iterator[Bevinding]:
    """What the agreement still lacks, one finding per part; in more than a concept a fout."""
    for naam, stuk, _ in _overeenkomsten(zaak):
        delen: dict[str, list[Feit]] = {}
        for pad in dict.fromkeys(cijfer.pad for cijfer in cijfers(stuk) if cijfer.open):
            if pad.startswith("overeenkomst."):
                delen.setdefault(pad.split(".")[1], []).append(zaak.dossier.feiten[pad])
        ernst = Ernst.WAARSCHUWING if zaak.dossier.stukken[naam].is_concept else Ernst.FOUT
        for deel, feiten in delen.items():
            weg = f"overeenkomst.{deel}."
            vragen = join_woorden([f"‘{feit.pad.removeprefix(weg)}’ ({feit.vraag.rstrip('.?')})" for feit in feiten])
            yield meld("OV-ONMISBAAR", ernst, *feiten, stuk=naam, deel=deel, vragen=vragen)


@regel("OV-WOORD", neemt=Neemt.STUKKEN)
def woord_dat_niet_bindt(zaak: Zaak) -> Iterator[Bevinding]:
    """A word of the list in inhoud/recht/taal.yaml that the agreement does not define."""
    for naam, _, overeenkomst in _overeenkomsten(zaak):
        woorden = voorkomende(zaak.recht.contractwoorden.values(), (tekst for _, tekst in _teksten(zaak, naam)))
        gedefinieerd = {begrip.voluit.woorden.lower() for begrip in overeenkomst.begrippen.values()}
        for blok, tekst in _teksten(zaak, naam):
            for woord, patroon in woorden:
                for vondst in patroon.finditer(tekst):
                    if vondst[0].lower() not in gedefinieerd:
                        yield Bevinding(
                            "OV-WOORD", Ernst.WAARSCHUWING, (plaats(blok),),
                            {"woord": vondst[0], "liever": woord.liever, "reden": woord.reden, "stuk": naam},
                        )  # fmt: skip


@regel("OV-3B", "Wet COA 3", "Wet COA 3b", neemt=Neemt.STUKKEN)
def grondslag_van_de_exploitatie(zaak: Zaak) -> Iterator[Bevinding]:
    """Article 3b is the ground when the college runs the reception, and only then; in the other papers as well."""
    for naam, _, overeenkomst in _overeenkomsten(zaak):
        exploitant = overeenkomst.opvang.exploitant
        genoemd = any(_ARTIKEL_3B.search(tekst) for _, tekst in _teksten(zaak, naam))
        if not exploitant.is_open and genoemd == luidt(exploitant, "COA"):
            yield meld(
                "OV-3B", Ernst.WAARSCHUWING, exploitant, grondslag=("Wet COA 3b",), stuk=naam,
                exploitant=exploitant.woorden, genoemd="wel" if genoemd else "niet",
            )  # fmt: skip
    afspraken = zaak.dossier.overeenkomst
    if afspraken is not None and luidt(afspraken.opvang.exploitant, "COA"):
        exploitant = afspraken.opvang.exploitant
        for naam, waar in dict(_grond_is_3b(zaak)).items():
            yield Bevinding(
                "OV-3B", Ernst.WAARSCHUWING, (exploitant.plaats, waar),
                {"stuk": naam, "exploitant": exploitant.woorden, "genoemd": "als grondslag"},
                ("Wet COA 3b",), (exploitant.pad,),
            )  # fmt: skip


def _grond_is_3b(zaak: Zaak) -> Iterator[tuple[str, Plaats]]:
    """Each paper besides the agreement that rests on article 3b, and where it says so."""
    for naam, blok, tekst in teksten(zaak):
        ander = "3b" in tekst and zaak.dossier.stukken[naam].soort.woorden != SOORT
        zinnen = _ZIN.split(tekst) if ander else []
        if any(_OP_GROND_VAN_3B.search(zin) and not _WEEGT.search(zin) for zin in zinnen):
            yield naam, plaats(blok)


def _overeenkomsten(zaak: Zaak) -> Iterator[tuple[str, Document, Overeenkomst]]:
    """The papers that are an agreement, with its facts; none in a dossier without them."""
    if overeenkomst := zaak.dossier.overeenkomst:
        for naam, stuk in zaak.stukken.items():
            if zaak.dossier.stukken[naam].soort.woorden == SOORT:
                yield naam, stuk, overeenkomst


def _teksten(zaak: Zaak, naam: str) -> Iterator[tuple[Block, str]]:
    """Each run of the paper `naam`, with its facts in it, and its block."""
    yield from ((blok, tekst) for van, blok, tekst in teksten(zaak) if van == naam)
