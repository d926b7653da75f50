"""Tree × tree → what changed: which part of the new paper is which part of the old one, and which words differ.

Pure and without any knowledge of a format: a writer of tracked changes asks it the same question for blocks,
paragraphs, rows and words. What it answers is a closed union: a part stayed, changed, went or came.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, assert_never

from msgspec import Struct

from generator.document.nodes import Cijfer, Table, Text
from generator.document.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from generator.document.nodes import Blok, Footnote

_T = TypeVar("_T")
_H = TypeVar("_H", bound="Hashable")

# Share of the words that two parts have in common before one is called a version of the other.
LIJKT = 0.45
# A number with its marks is one word, so that a reader sees the whole of it change.
WOORD = re.compile(r"\d+(?:[.,]\d+)*|\w+|\s+|.", re.DOTALL)


class Gelijk(Struct, Generic[_T], frozen=True):
    """A part that reads the same in both."""

    oud: _T
    nieuw: _T


class Anders(Struct, Generic[_T], frozen=True):
    """A part that became another version of itself."""

    oud: _T
    nieuw: _T


class Weg(Struct, Generic[_T], frozen=True):
    """A part of the old paper that the new one has not."""

    oud: _T


class Erbij(Struct, Generic[_T], frozen=True):
    """A part of the new paper that the old one had not."""

    nieuw: _T


Paar = Gelijk[_T] | Anders[_T] | Weg[_T] | Erbij[_T]


def vergelijk(oud: Sequence[Blok], nieuw: Sequence[Blok]) -> list[Paar[int]]:
    """The blocks of two papers, paired by label, kind and likeness; each is named by its place, from 0."""
    was, wordt = ([_Blok(plek, blok, _inhoud(blok)) for plek, blok in enumerate(reeks)] for reeks in (oud, nieuw))
    return [_plaatsen(paar) for paar in koppel(was, wordt, lambda deel: deel.blok, _likeness)]


def vergelijk_noten(oud: Sequence[Footnote], nieuw: Sequence[Footnote]) -> dict[int, int]:
    """Number of a note in the old paper → its number in the new one, for the notes that both have."""
    paren = koppel(oud, nieuw, lambda noot: noot.blocks, lambda eerst, daarna: overlap(_inhoud(eerst), _inhoud(daarna)))
    return {paar.oud.number: paar.nieuw.number for paar in paren if isinstance(paar, Gelijk | Anders)}


class _Blok(NamedTuple):
    plek: int
    blok: Blok
    inhoud: Counter[str]


def _plaatsen(paar: Paar[_Blok]) -> Paar[int]:
    match paar:
        case Gelijk(oud, nieuw):
            return Gelijk(oud.plek, nieuw.plek)
        case Anders(oud, nieuw):
            return Anders(oud.plek, nieuw.plek)
        case Weg(oud):
            return Weg(oud.plek)
        case Erbij(nieuw):
            return Erbij(nieuw.plek)
        case _:
            assert_never(paar)


def koppel(
    oud: Sequence[_T], nieuw: Sequence[_T], sleutel: Callable[[_T], Hashable], likeness: Callable[[_T, _T], float]
) -> Iterator[Paar[_T]]:
    """The parts of both sequences in an order that keeps that of each.

    Args:
        oud: the old parts.
        nieuw: the new parts.
        sleutel: two parts with the same key read the same.
        likeness: how much two others have in common, from 0 to 1; from `LIJKT` on they can be versions of each other.
    """
    was, wordt = [sleutel(deel) for deel in oud], [sleutel(deel) for deel in nieuw]
    for soort, van, tot, begin, einde in difflib.SequenceMatcher(None, was, wordt, autojunk=False).get_opcodes():
        if soort == "equal":
            yield from map(Gelijk, oud[van:tot], nieuw[begin:einde])
        else:
            yield from _versies(oud[van:tot], nieuw[begin:einde], likeness)


def _versies(oud: Sequence[_T], nieuw: Sequence[_T], likeness: Callable[[_T, _T], float]) -> Iterator[Paar[_T]]:
    """Of all ways to pair `oud` and `nieuw` in order, the one that has most in common."""
    score = [[likeness(eerst, daarna) for daarna in nieuw] for eerst in oud]
    # beste[i][j]: the most that oud[i:] and nieuw[j:] can have in common.
    beste = [[0.0] * (len(nieuw) + 1) for _ in range(len(oud) + 1)]
    for i in reversed(range(len(oud))):
        for j in reversed(range(len(nieuw))):
            samen = score[i][j] + beste[i + 1][j + 1] if score[i][j] >= LIJKT else 0.0
            beste[i][j] = max(samen, beste[i + 1][j], beste[i][j + 1])
    i = j = 0
    while i < len(oud) or j < len(nieuw):
        if i < len(oud) and beste[i][j] == beste[i + 1][j]:
            yield Weg(oud[i])
            i += 1
        elif j < len(nieuw) and beste[i][j] == beste[i][j + 1]:
            yield Erbij(nieuw[j])
            j += 1
        else:
            yield Anders(oud[i], nieuw[j])
            i, j = i + 1, j + 1


def _likeness(oud: _Blok, nieuw: _Blok) -> float:
    """1 for blocks of one kind with the same label; else the share of words and facts they have in common."""
    was, wordt = oud.blok, nieuw.blok
    if type(was) is not type(wordt):
        return 0
    if isinstance(was, Table) and isinstance(wordt, Table) and len(was.widths) != len(wordt.widths):
        return 0  # a column more or less makes another table
    label = getattr(was, "label", "")
    return 1 if label and label == getattr(wordt, "label", "") else overlap(oud.inhoud, nieuw.inhoud)


def overlap(een: Mapping[str, int], ander: Mapping[str, int]) -> float:
    """The share of what both hold that they have in common, or what it can be at most when that is under `LIJKT`."""
    aantallen = sum(een.values()), sum(ander.values())
    totaal = sum(aantallen)
    if not totaal:
        return 1
    if (hoogste := 2 * min(aantallen) / totaal) < LIJKT:
        return hoogste  # too little to look further
    return 2 * sum(min(een[wat], ander[wat]) for wat in een.keys() & ander.keys()) / totaal


def tel_woorden(delen: Iterable[tuple[str, str]]) -> Counter[str]:
    """How often each word stands in `delen`, pairs of a text and the path of its fact; a fact counts as its path."""
    uit: Counter[str] = Counter()
    for tekst, pad in delen:
        if pad:
            uit[f"\0{pad}"] += 1
        else:
            uit.update(woord for woord in WOORD.findall(tekst) if not woord.isspace())
    return uit


def _inhoud(node: Any) -> Counter[str]:  # noqa: ANN401 - any node
    return tel_woorden(
        (deel.text, deel.pad if isinstance(deel, Cijfer) else "")
        for deel in walk(node)
        if isinstance(deel, Text | Cijfer)
    )


def vergelijk_woorden(
    oud: Sequence[_H], nieuw: Sequence[_H], gewicht: Callable[[_H], float]
) -> Iterator[Paar[Sequence[_H]]]:
    """The stretches of words that stayed, went and came; a phrase of which most words differ is replaced as a whole.

    `gewicht` tells how much a word says by itself: 0 for a space or a comma, 1 for a word, infinite for what must not
    be written twice (a note). What stayed between two changes is changed with them when it says nothing, or less than
    both of them: the few words that a new sentence happens to share with the old one are no help to a reader.
    """
    delen = [
        _Stuk(oud[van:tot], nieuw[begin:einde], is_gelijk=soort == "equal")
        for soort, van, tot, begin, einde in difflib.SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes()
    ]
    while (plek := next(_eilanden(delen, gewicht), None)) is not None:
        samen = delen[plek - 1 : plek + 2]
        delen[plek - 1 : plek + 2] = [
            _Stuk([woord for deel in samen for woord in deel.oud], [woord for deel in samen for woord in deel.nieuw])
        ]
    for deel in delen:
        if deel.is_gelijk:
            yield Gelijk(deel.oud, deel.nieuw)
            continue
        if deel.oud:
            yield Weg(deel.oud)
        if deel.nieuw:
            yield Erbij(deel.nieuw)


class _Stuk(Struct, Generic[_H], frozen=True):
    """A stretch of words of both papers."""

    oud: Sequence[_H]
    nieuw: Sequence[_H]
    is_gelijk: bool = False


def _eilanden(delen: Sequence[_Stuk[_H]], gewicht: Callable[[_H], float]) -> Iterator[int]:
    """Where in `delen` stand stretches that stayed, between two changes that outweigh them."""
    zwaarte = [max(sum(map(gewicht, deel.oud)), sum(map(gewicht, deel.nieuw))) for deel in delen]
    for plek in range(1, len(delen) - 1):
        if delen[plek].is_gelijk and (not zwaarte[plek] or zwaarte[plek] < min(zwaarte[plek - 1], zwaarte[plek + 1])):
            yield plek
