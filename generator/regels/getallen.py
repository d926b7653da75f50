"""Figures their sentence does not fit: nought where it says *more*, one where it says *places*, exact for circa."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Cijfer, Grafiek, LineBreak, Table, Text, Tijdlijn
from generator.document.walk import cijfers, plain_text, walk, walk_runs
from generator.opmaak.nuances import BIJ_BENADERING
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block
    from generator.feiten.feit import Feit

_NIETS_OF_MINDER = re.compile(r"(?:€\s)?−|(?:€\s)?0(?![\d.,])")
_EEN = {"1", "één", "Eén"}
_WOORD = re.compile(r"[\w-]+")
# Of a figure that is rounded this says enough, on whichever side it is.
_ZEGT_AFGEROND = re.compile(
    rf"\b(?:{BIJ_BENADERING}|afgerond|bijna|ruim|krap|nagenoeg)\b[.\s]*(?:op\s+)?$", re.IGNORECASE
)
_AFGEROND = rf"(?:{BIJ_BENADERING}|afgerond)"
_KAAL = "kaal"
# Right before the figure, or before the first one of two: circa 100 tot 150.
_ZEGT_CIRCA = re.compile(rf"\b{BIJ_BENADERING}\s+(?:[\d.,]+\s*(?:tot|of|à|–|-)\s*)?$", re.IGNORECASE)
_VERMELDING = re.compile(r"@vermelding (\d+)$")
_VERDER = 2  # words: an adjective may stand between the figure and what it counts


@regel("TL-TEKEN", neemt=Neemt.STUKKEN)
def niets_of_minder(zaak: Zaak) -> Iterator[Bevinding]:
    """A computed figure of nought or less in a sentence: words like *meer* and *over* may say the opposite then.

    Rows of a table stand for themselves, and the form `verschil` shows its sign on purpose.
    """
    for naam, blok, rij in _zinnen(zaak):
        for cijfer in cijfers(rij):
            if cijfer.afgeleid and cijfer.vorm != "verschil" and _NIETS_OF_MINDER.match(cijfer.text):
                yield Bevinding(
                    "TL-TEKEN", Ernst.OORDEEL, (plaats(blok),),
                    {"getal": cijfer.text, "pad": cijfer.pad, "stuk": naam}, feiten=cijfer.uit, door="de steller",
                )  # fmt: skip


@regel("TL-ENKELVOUD", neemt=Neemt.STUKKEN)
def een_van_meer(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure that is one before a word for more of them: the unit of the fact says which word that is."""
    for naam, blok, rij in _zinnen(zaak):
        for cijfer, daarna in pairwise(rij):
            if isinstance(cijfer, Cijfer) and cijfer.text in _EEN and isinstance(daarna, Text):
                feit = zaak.dossier.feiten.get(cijfer.pad)
                meervoud = feit.eenheid.partition("/")[2] if feit else ""
                for woord in _WOORD.findall(daarna.text.partition(".")[0])[:_VERDER]:
                    if len(woord) > _VERDER and meervoud.endswith(woord):
                        yield Bevinding(
                            "TL-ENKELVOUD", Ernst.WAARSCHUWING, (plaats(blok),),
                            {"getal": cijfer.text, "woord": woord, "pad": cijfer.pad, "stuk": naam},
                            feiten=(cijfer.pad,),
                        )  # fmt: skip


@regel("TL-CIRCA", neemt=Neemt.STUKKEN)
def circa_weggelaten(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure that is circa, printed bare by a sentence that does not say so itself; its table may say it above."""
    for naam, stuk in zaak.stukken.items():
        for blok, rij in walk_runs(stuk):
            for cijfer, ervoor in _kale_cijfers(rij):
                circa = _circa(zaak, cijfer)
                if circa and not _ZEGT_CIRCA.search(ervoor) and not _zegt_tabel(blok, BIJ_BENADERING):
                    yield Bevinding(
                        "TL-CIRCA", Ernst.WAARSCHUWING, (plaats(blok), *(feit.plaats for feit in circa)),
                        {"getal": cijfer.text, "pad": cijfer.pad, "stuk": naam}, feiten=cijfer.uit or (cijfer.pad,),
                    )  # fmt: skip


@regel("TL-AFGEROND", neemt=Neemt.STUKKEN)
def afronding_verzwegen(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure of which digits are left out, in a sentence or table that does not say so; each once in a paper."""
    for naam, stuk in zaak.stukken.items():
        gezien: set[str] = set()
        for blok, rij in walk_runs(stuk):
            for cijfer, ervoor in _cijfers_met_ervoor(rij) if any(een.afgerond for een in cijfers(rij)) else ():
                gemeld = not cijfer.afgerond or cijfer.pad in gezien or _zegt_tabel(blok, _AFGEROND)
                if not gemeld and not _ZEGT_AFGEROND.search(ervoor):
                    gezien.add(cijfer.pad)
                    yield Bevinding(
                        "TL-AFGEROND", Ernst.WAARSCHUWING, (plaats(blok),),
                        {"getal": cijfer.text, "pad": cijfer.pad, "stuk": naam}, feiten=cijfer.uit or (cijfer.pad,),
                    )  # fmt: skip


def _kale_cijfers(rij: tuple[Any, ...]) -> Iterator[tuple[Cijfer, str]]:
    """Each figure of a run that is printed bare, with the words before it."""
    if not any(_KAAL in cijfer.vorm.split(".") for cijfer in cijfers(rij)):
        return  # nearly always
    yield from ((cijfer, ervoor) for cijfer, ervoor in _cijfers_met_ervoor(rij) if _KAAL in cijfer.vorm.split("."))


def _cijfers_met_ervoor(rij: tuple[Any, ...]) -> Iterator[tuple[Cijfer, str]]:
    """Each figure of a run, with the words before it."""
    ervoor = ""
    for deel in walk(rij):
        if isinstance(deel, Cijfer):
            yield deel, ervoor
        if isinstance(deel, Text | Cijfer | LineBreak):
            ervoor += plain_text(deel)


def _circa(zaak: Zaak, cijfer: Cijfer) -> list[Feit]:
    """The facts that make a figure circa: itself, by the mention that is printed, or those of a sum in a template."""
    feiten = zaak.dossier.feiten
    feit = feiten.get(cijfer.pad.partition("@")[0])
    if feit is None:
        return [feiten[pad] for pad in cijfer.uit if pad in feiten and feiten[pad].circa]
    vermelding = _VERMELDING.search(cijfer.pad)
    is_circa = feit.vermeldingen[int(vermelding[1]) - 1].circa if vermelding else feit.circa
    return [feit] if is_circa else []


def _zegt_tabel(blok: Block, woorden: str) -> bool:
    """Whether the heads or the caption of `blok`, a table, say it for all its figures."""
    kop = (blok.header, blok.caption) if isinstance(blok, Table) else getattr(blok, "caption", ())
    return bool(re.search(rf"\b{woorden}", plain_text(kop), re.IGNORECASE))


def _zinnen(zaak: Zaak) -> Iterator[tuple[str, Block, tuple[Any, ...]]]:
    """The runs of the papers that are sentences: the rows of a table stand for themselves."""
    for naam, stuk in zaak.stukken.items():
        for blok, rij in walk_runs(stuk):
            if not isinstance(blok, Table | Grafiek | Tijdlijn):
                yield naam, blok, rij
