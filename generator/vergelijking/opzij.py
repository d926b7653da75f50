"""What only looks different between two papers, because one program sets it otherwise than another."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.vergelijking.woorden import BREUK, vind, vormen

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from generator.vergelijking.woorden import Woord

_NUMMER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]{1,2}|[ivx]+)[.)]|\d{1,2}(?:\.\d{1,2})+")


class Stuk(NamedTuple):
    """A stretch that differs: from and to in the one paper, from and to in the other."""

    van: int
    tot: int
    naar: int
    tot_en: int

    def keer(self) -> Stuk:
        """The same, seen from the other paper."""
        return Stuk(self.naar, self.tot_en, self.van, self.tot)


def zonder_noten(een: list[Woord], ander: list[Woord], opzij: Counter[str]) -> tuple[list[Woord], list[Woord]]:
    """Both papers without the notes of Word that the other has too, word for word, in another place."""
    een, ander = _zonder_noten(een, ander, opzij)
    ander, een = _zonder_noten(ander, een, opzij)
    return een, ander


def _zonder_noten(een: list[Woord], ander: list[Woord], opzij: Counter[str]) -> tuple[list[Woord], list[Woord]]:
    if any(woord.noot for woord in ander):
        return een, ander  # both have them in the same place
    noten = [list(noot) for _, noot in groupby((w for w in een if w.noot), lambda woord: woord.regel)]
    nummer = 0
    for noot in noten:
        nummer += 1
        vorm = vormen(noot)
        plek = vind(vorm, vormen(ander))
        if plek < 0:
            continue
        # The number that a PDF prints before the note goes with it; its mark in the text is looked for.
        begin = plek - 1 if plek and ander[plek - 1].vorm == str(nummer) else plek
        weg = {id(woord) for woord in noot}
        een = [woord for woord in een if id(woord) not in weg]
        ander = ander[:begin] + ander[plek + len(vorm) :]
        ander = _zonder_nootcijfer(ander, str(nummer))
        opzij["noten, die op een andere plaats staan"] += 1
    return een, ander


def _zonder_nootcijfer(woorden: list[Woord], cijfer: str) -> list[Woord]:
    """The words without the mark `cijfer` of a note, which a PDF prints fast against the word before it."""
    for plek, woord in enumerate(woorden):
        if woord.vorm == cijfer and woord.vast and plek:
            return woorden[:plek] + woorden[plek + 1 :]
        getal, punt, achter = woord.vorm.rpartition(".")
        if achter == cijfer and punt and getal.isdigit() and len(getal) == len("2024"):
            # A year at the end of a sentence: 2024.² reads as one number.
            delen = [_met_vorm(woord, getal), _met_vorm(woord, punt, vast=True)]
            return [*woorden[:plek], *delen, *woorden[plek + 1 :]]
    return woorden


def _met_vorm(woord: Woord, vorm: str, *, vast: bool = False) -> Woord:
    begin = "" if vast else woord.tekst[: len(woord.tekst) - len(woord.tekst.lstrip())]
    return type(woord)(
        vorm, begin + vorm, woord.plek, woord.regel, woord.eerste and not vast, woord.bovenaan, gedrukt=True
    )


def schuif(een: Sequence[Woord], ander: Sequence[Woord], stuk: Stuk) -> Stuk:
    """A stretch that one paper has more, moved to where a line begins if it reads the same there: ". 2" is "2 ."."""
    if stuk.van != stuk.tot and stuk.naar != stuk.tot_en:
        return stuk
    if stuk.van != stuk.tot:
        return schuif(ander, een, stuk.keer()).keer()
    hier = stuk
    while hier.van and hier.naar and ander[hier.naar - 1].vorm == ander[hier.tot_en - 1].vorm:
        hier = Stuk(hier.van - 1, hier.tot - 1, hier.naar - 1, hier.tot_en - 1)
        if ander[hier.naar].eerste:
            return hier
    hier = stuk
    while hier.tot_en < len(ander) and ander[hier.naar].vorm == ander[hier.tot_en].vorm:
        hier = Stuk(hier.van + 1, hier.tot + 1, hier.naar + 1, hier.tot_en + 1)
        if ander[hier.naar].eerste:
            return hier
    return stuk


def is_opmaak(een: Sequence[Woord], ander: Sequence[Woord], stuk: Stuk, opzij: Counter[str]) -> bool:
    """Whether only the layout differs; it is counted then."""
    links, rechts = een[stuk.van : stuk.tot], ander[stuk.naar : stuk.tot_en]
    wat = ""
    if _leest_gelijk(links, rechts):
        wat = "woorden die over twee regels staan of anders zijn gespatieerd"
    elif _is_nummer(links, rechts, ander, stuk.naar) or _is_nummer(rechts, links, een, stuk.van):
        wat = "nummers die de tekstverwerker zelf zet"
    elif _is_tabelkop(links, rechts, een[: stuk.van]) or _is_tabelkop(rechts, links, ander[: stuk.naar]):
        wat = "tabelkoppen die op een volgende bladzijde terugkomen"
    if wat:
        opzij[wat] += 1
    return bool(wat)


def _leest_gelijk(links: Sequence[Woord], rechts: Sequence[Woord]) -> bool:
    """Whether both read the same written as one, as over a line end; no figure, and no word in Word, breaks there."""
    if not any(woord.gedrukt for woord in (*links, *rechts)) or _cijfers(links) != _cijfers(rechts):
        return False
    return bool(_lezingen(links) & _lezingen(rechts))


def _cijfers(woorden: Sequence[Woord]) -> list[str]:
    return re.findall(r"\d+", " ".join(vormen(woorden)))


def _lezingen(woorden: Sequence[Woord]) -> set[str]:
    """How the words may read when they are written as one: with the hyphens of line ends, and without."""
    aaneen = "".join(vormen(woorden))
    return {aaneen.replace(BREUK, "-"), aaneen.replace(BREUK, "")}


def _is_nummer(meer: Sequence[Woord], niets: Sequence[Woord], elders: Sequence[Woord], plek: int) -> bool:
    """Whether `meer` is the number of a paragraph, where the other paper begins one at `plek` without."""
    if not meer or niets or not meer[0].eerste or not meer[0].gedrukt or any(woord.gedrukt for woord in elders[:1]):
        return False
    begint = plek == len(elders) or elders[plek].eerste
    return begint and _NUMMER.fullmatch("".join(vormen(meer))) is not None


def _is_tabelkop(meer: Sequence[Woord], niets: Sequence[Woord], eerder: Sequence[Woord]) -> bool:
    """Whether `meer` is the top of a page and stood earlier in the paper, word for word."""
    boven = bool(meer) and not niets and meer[0].eerste and all(woord.bovenaan for woord in meer)
    return boven and vind(vormen(meer), vormen(eerder)) >= 0
