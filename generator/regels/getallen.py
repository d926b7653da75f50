"""Figures that their sentence does not fit: nought or less where it says *more*, one where it says *places*."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Cijfer, Grafiek, Table, Text, Tijdlijn
from generator.document.walk import cijfers, walk_runs
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block

_NIETS_OF_MINDER = re.compile(r"(?:€\s)?−|(?:€\s)?0(?![\d.,])")
_EEN = {"1", "één", "Eén"}
_WOORD = re.compile(r"[\w-]+")
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


def _zinnen(zaak: Zaak) -> Iterator[tuple[str, Block, tuple[Any, ...]]]:
    """The runs of the papers that are sentences: the rows of a table stand for themselves."""
    for naam, stuk in zaak.stukken.items():
        for blok, rij in walk_runs(stuk):
            if not isinstance(blok, Table | Grafiek | Tijdlijn):
                yield naam, blok, rij
