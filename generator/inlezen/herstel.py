"""Figures that lost their control: where each of them stands, from the words around it in the paper as made.

Pasting into another file, or a program that knows no controls, takes all or some of them away. What is typed is then
all there is: a node to which nothing is bound any more no longer counts.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.inlezen.paren import FEIT, gelijk, lijkt, masker, split_regels, vorm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.bladzijden import Invulveld, Papier, Regel

_DEEL = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)


def herstel_velden(oud: Papier, nieuw: Papier) -> Papier:
    """`nieuw` with a field for each figure that lost its control, as far as it can be found; itself when none did."""
    hersteld = {regel.nummer: regel for regel in _herstel(oud.tekst(), nieuw.tekst())}
    if not hersteld:
        return nieuw
    gebonden = {veld.knoop for regel in nieuw.regels for veld in regel.velden}
    return replace(
        nieuw,
        regels=tuple(hersteld.get(regel.nummer, regel) for regel in nieuw.regels),
        knopen={knoop: waarde for knoop, waarde in nieuw.knopen.items() if knoop in gebonden},
    )


def _herstel(oud: Sequence[Regel], nieuw: Sequence[Regel]) -> Iterator[Regel]:
    """Every line of `nieuw` that gets fields back.

    Lines that still have all theirs are laid on their own first, then those that read as they were made, then those
    with another figure, and at last those with other words.
    """
    for _, eerst, daarna in split_regels(oud, nieuw, vorm):
        for is_gelijk, links, rechts in split_regels(eerst, daarna, gelijk):
            if is_gelijk:
                paren = zip(links, rechts, strict=True)
                yield from (_met_velden(a, b, _plekken(a)) for a, b in paren if _kan(a, b))
            else:
                yield from _gezocht(links, rechts)


def _gezocht(oud: Sequence[Regel], nieuw: Sequence[Regel]) -> Iterator[Regel]:
    """The lines of one changed stretch: each with the fields of the next line of `oud` that it can be."""
    plek = 0
    for regel in nieuw:
        # Of as many lines on both sides each stands for its own; a line that is all figure could be any other.
        vast = len(oud) == len(nieuw)
        for nummer in range(plek, len(oud)):
            eerst, past = oud[nummer], vast and nummer == plek
            if not (past or not _is_kaal(eerst)):
                continue
            plekken = _uit_patroon(eerst, regel)
            if plekken is None and lijkt(eerst.tekst, regel.tekst):
                plekken = _uit_woorden(eerst, regel)
            if plekken is not None:
                if _kan(eerst, regel):
                    yield _met_velden(eerst, regel, plekken)
                plek = nummer + 1
                break
        else:
            plek += vast


def _uit_patroon(oud: Regel, nieuw: Regel) -> list[tuple[int, int] | None] | None:
    """Where the figures of `oud` stand in `nieuw` when all words besides them are the same, else None.

    First with one figure that changed, then with more; where they then could be parted in two ways, nobody knows.
    """
    masked = masker(nieuw)
    begin = list(accumulate(_breedtes(nieuw), initial=0))
    for los in range(len(oud.velden)):
        if gevonden := _patroon(oud, "+?", {los}).fullmatch(masked):
            break
    else:
        alle = set(range(len(oud.velden)))
        gevonden, gulzig = (_patroon(oud, hoeveel, alle).fullmatch(masked) for hoeveel in ("+?", "+"))
        if gevonden is None or gulzig is None or gevonden.regs != gulzig.regs:
            return None
    return [(begin[van], begin[tot]) for van, tot in gevonden.regs[1:]]


def _breedtes(regel: Regel) -> Iterator[int]:
    """Of each character of its mask, how many it stands for."""
    plek = 0
    for veld in regel.velden:
        yield from [1] * (veld.begin - plek)
        yield veld.eind - veld.begin
        plek = veld.eind
    yield from [1] * (len(regel.tekst) - plek)


def _patroon(oud: Regel, hoeveel: str, los: set[int]) -> re.Pattern[str]:
    """Its words; for a figure a control, the figure as it was, or for those in `los` anything else."""
    delen, plek = [], 0
    for nummer, veld in enumerate(oud.velden):
        anders = f"|[^{FEIT}]{hoeveel}" if nummer in los else ""
        delen += [
            _woorden(oud.tekst[plek : veld.begin]),
            f"({FEIT}|{_woorden(oud.tekst[veld.begin : veld.eind])}{anders})",
        ]
        plek = veld.eind
    return re.compile("".join([*delen, _woorden(oud.tekst[plek:])]), re.DOTALL)


def _woorden(tekst: str) -> str:
    return r"\s+".join(re.escape(woord) for woord in re.split(r"\s+", tekst))


def _uit_woorden(oud: Regel, nieuw: Regel) -> list[tuple[int, int] | None]:
    """Where the figures of `oud` stand in a line with other words: between the words that stayed, or nowhere."""
    eerst, daarna = _DEEL.findall(oud.tekst), _DEEL.findall(nieuw.tekst)
    links, rechts = ([0, *accumulate(map(len, delen))] for delen in (eerst, daarna))
    begin, eind = {0: 0}, {len(oud.tekst): len(nieuw.tekst)}  # where what begins, and ends, at a place in `oud` does so
    for a, b, hoeveel in difflib.SequenceMatcher(None, eerst, daarna, autojunk=False).get_matching_blocks():
        for stap in range(hoeveel):
            begin[links[a + stap]], eind[links[a + stap + 1]] = rechts[b + stap], rechts[b + stap + 1]
    uit: list[tuple[int, int] | None] = []
    for veld in oud.velden:
        # A figure stands where its own words stand, or else between the word before it and the word after it.
        van, tot = begin.get(veld.begin), eind.get(veld.eind)
        van, tot = eind.get(veld.begin) if van is None else van, begin.get(veld.eind) if tot is None else tot
        uit.append((van, tot) if van is not None and tot is not None and van < tot else None)
    return uit


def _kan(oud: Regel, nieuw: Regel) -> bool:
    """Whether `nieuw` lacks fields of `oud`, and has none of another line."""
    eerst, daarna = (Counter(veld.naam for veld in regel.velden) for regel in (oud, nieuw))
    return daarna < eerst


def _plekken(regel: Regel) -> list[tuple[int, int] | None]:
    return [(veld.begin, veld.eind) for veld in regel.velden]


def _met_velden(oud: Regel, nieuw: Regel, plekken: Sequence[tuple[int, int] | None]) -> Regel:
    """`nieuw` with what it lacks of the fields of `oud` at `plekken`, as far as its own leave room."""
    uit: list[Invulveld] = list(nieuw.velden)
    over = Counter(veld.naam for veld in oud.velden) - Counter(veld.naam for veld in nieuw.velden)
    for veld, plek in zip(oud.velden, plekken, strict=True):
        if plek is None or not over[veld.naam] or any(plek[0] < ander.eind and ander.begin < plek[1] for ander in uit):
            continue
        over[veld.naam] -= 1
        uit.append(replace(veld, begin=plek[0], eind=plek[1], waarde=None))
    return replace(nieuw, velden=tuple(sorted(uit, key=lambda veld: veld.begin)))


def _is_kaal(regel: Regel) -> bool:
    """Whether it says nothing besides its figures."""
    eigen = sum(veld.eind - veld.begin for veld in regel.velden)
    return bool(regel.velden) and len(regel.tekst.strip()) == eigen
