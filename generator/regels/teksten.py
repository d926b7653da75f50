"""The words of the papers as the rules read them: once for all rules, for reading a paper takes longer than a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.nodes import Cijfer, LineBreak, Text
from generator.document.walk import plain_text, walk, walk_runs
from generator.errors import Plaats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.nodes import Block
    from generator.feiten.recht import Woord
    from generator.regels.register import Zaak


def teksten(zaak: Zaak) -> list[tuple[str, Block, str]]:
    """Name of the paper, block and words of every run of text in the papers; a hard space is a space."""
    if not zaak.teksten and zaak.stukken:
        zaak.teksten.extend(
            (naam, blok, plain_text(rij).replace("\u00a0", " "))
            for naam, stuk in zaak.stukken.items()
            for blok, rij in walk_runs(stuk)
        )
    return zaak.teksten


def feiten_in(rij: tuple[object, ...], pad: str = "") -> Iterator[tuple[Cijfer, str, str]]:
    """Each fact that a run of text prints, or the one at `pad`, with the words before and after it.

    A hard space is a space.
    """
    delen = [deel for deel in walk(rij) if isinstance(deel, Text | Cijfer | LineBreak)]
    if not any(isinstance(deel, Cijfer) and pad in {"", deel.pad} for deel in delen):
        return
    woorden = [plain_text(deel).replace("\u00a0", " ") for deel in delen]
    for i, deel in enumerate(delen):
        if isinstance(deel, Cijfer) and pad in {"", deel.pad}:
            yield deel, "".join(woorden[:i]), "".join(woorden[i + 1 :])


def feiten_op(zaak: Zaak, naam: str, blok: Block, tekst: str, deel: tuple[int, int]) -> Iterator[str]:
    """The facts that print what stands in `deel` of `tekst`: a run of `blok` in the paper `naam`, as of `teksten`."""
    begin, eind = deel
    for ander, rij in walk_runs(zaak.stukken[naam]):
        if ander is blok and plain_text(rij).replace("\u00a0", " ") == tekst:
            for cijfer, voor, na in feiten_in(rij):
                pad = cijfer.pad.partition("@")[0]
                if pad in zaak.dossier.feiten and len(voor) < eind and begin < len(tekst) - len(na):
                    yield pad


def voorkomende(woorden: Iterable[Woord], teksten: Iterable[str]) -> list[tuple[Woord, re.Pattern[str]]]:
    """The words that occur in `teksten` at all, each with its pattern as a whole word.

    Most of a list occur nowhere, and looking for each in every text takes longest of all rules.
    """
    alles = "\n".join(teksten)
    return [
        (woord, re.compile(rf"(?<!\w){woord.patroon}(?!\w)")) for woord in woorden if re.search(woord.patroon, alles)
    ]


def plaats(blok: Block) -> Plaats:
    """Where a block was written."""
    return Plaats(blok.herkomst.bestand, blok.herkomst.regel)
