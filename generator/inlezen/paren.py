"""The paragraphs of a paper beside those of the file that came back, whatever was written between or taken out."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.bladzijden import Papier, Regel
    from generator.document.leesregels import Leesregel

FEIT = "\ufffc"  # stands where a figure stands, so that words can be compared apart from figures
_LIJKT = 0.4  # of two paragraphs in one place: how much they share when the one was made from the other
_VOORVOEGSEL = re.compile(r"\t|^(?:Artikel|Tabel|Figuur) \d+\. ")


class Paar(Struct, frozen=True):
    """A paragraph as it was made, and as it came back; None where it is new, or taken out."""

    oud: Regel | None
    nieuw: Regel | None

    @property
    def is_herschreven(self) -> bool:
        """Whether its words are others, apart from the figures in it; what reads the same is the same."""
        if self.oud is None or self.nieuw is None or self.is_gelijk:
            return False
        return vorm(self.oud) != vorm(self.nieuw)

    @property
    def is_gelijk(self) -> bool:
        """Whether it reads as it was made, figures and all."""
        return self.oud is not None and self.nieuw is not None and gelijk(self.oud) == gelijk(self.nieuw)


def masker(regel: Regel) -> str:
    """The words of a paragraph, with one sign for each figure."""
    uit, plek = [], 0
    for veld in regel.velden:
        uit += [regel.tekst[plek : veld.begin], FEIT]
        plek = veld.eind
    return "".join([*uit, regel.tekst[plek:]])


def paren(oud: Papier, nieuw: Papier) -> Iterator[Paar]:
    """Every paragraph of both, in order; headers and footers stay out."""
    for zelfde, eerst, daarna in split_regels(oud.tekst(), nieuw.tekst(), vorm):
        yield from map(Paar, eerst, daarna) if zelfde else _bij_elkaar(eerst, daarna)


def split_regels(
    oud: Sequence[Regel], nieuw: Sequence[Regel], sleutel: Callable[[Regel], object]
) -> Iterator[tuple[bool, Sequence[Regel], Sequence[Regel]]]:
    """Both cut into stretches, in order: whether all lines in it have the same `sleutel`, and the lines of each."""
    links, rechts = ([sleutel(regel) for regel in regels] for regels in (oud, nieuw))
    vergelijking = difflib.SequenceMatcher(None, links, rechts, autojunk=False)
    for soort, a, b, c, d in vergelijking.get_opcodes():
        yield soort == "equal", oud[a:b], nieuw[c:d]


def vorm(regel: Regel) -> tuple[str, tuple[str, ...]]:
    """What a line says apart from its figures, and which figures those are."""
    return " ".join(masker(regel).split()), tuple(veld.naam for veld in regel.velden)


def gelijk(regel: Regel) -> str:
    """What a line says, white space counting as one."""
    return " ".join(regel.tekst.split())


def lijkt(oud: str, nieuw: str) -> bool:
    """Whether the one line can have been made from the other."""
    return difflib.SequenceMatcher(None, oud.split(), nieuw.split(), autojunk=False).ratio() >= _LIJKT


def koppel(regels: Sequence[Regel], verwacht: Sequence[Leesregel]) -> dict[int, tuple[Leesregel, int]]:
    """Number of each paragraph → the line of the tree it shows, and how many characters stand before that."""
    zoek: dict[str, deque[Leesregel]] = defaultdict(deque)
    for lees in verwacht:
        zoek[_kaal(lees.tekst)].append(lees)
    uit = {}
    for regel in regels:
        for begin in (0, *(vondst.end() for vondst in _VOORVOEGSEL.finditer(regel.tekst))):
            if rij := zoek.get(_kaal(regel.tekst[begin:])):
                uit[regel.nummer] = (rij.popleft(), begin)
                break
    return uit


def _bij_elkaar(oud: Sequence[Regel], nieuw: Sequence[Regel]) -> Iterator[Paar]:
    """Paragraphs of one changed stretch: each beside the first that looks like it."""
    plek = 0
    for eerst in oud:
        lijken = (nummer for nummer in range(plek, len(nieuw)) if lijkt(masker(eerst), masker(nieuw[nummer])))
        if (gevonden := next(lijken, None)) is None:
            yield Paar(eerst, None)
            continue
        yield from (Paar(None, erbij) for erbij in nieuw[plek:gevonden])
        yield Paar(eerst, nieuw[gevonden])
        plek = gevonden + 1
    yield from (Paar(None, erbij) for erbij in nieuw[plek:])


def _kaal(tekst: str) -> str:
    return "".join(tekst.split())
