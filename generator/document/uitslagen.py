"""What the conditions of a paper came out as (*uitslagen*), and which of them came out otherwise in another version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.document.walk import walk_placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set as AbstractSet

    from generator.document.nodes import Document, Toets

_WAAR_OF_NIET = re.compile(r"(True|False)( (True|False))*")
_Plek = tuple[str, int, int, str]  # file, line, which condition on it, fact


class Uitslagen(Struct, frozen=True):
    """What came out wherever a condition of a paper asked a fact."""

    _per_plek: Mapping[_Plek, AbstractSet[str]] = field(default_factory=dict)

    @classmethod
    def van(cls, document: Document) -> Uitslagen:
        """All those of `document`, of what wrote nothing too."""
        per_plek: dict[_Plek, set[str]] = {}
        for herkomst in (*(deel.herkomst for deel in walk_placed(document)), *document.afwezig):
            for toets in herkomst.toetsen:
                per_plek.setdefault(_plek(toets), set()).add(toets.uitslag)
        return cls(per_plek)

    def paden(self) -> tuple[str, ...]:
        """The facts that were asked, each once, in the order of the paper."""
        return tuple(dict.fromkeys(pad for *_, pad in self._per_plek))

    def gekeerd(self, toetsen: Iterable[Toets]) -> tuple[str, ...]:
        """Paths of the facts among `toetsen`, of another version, because of which words stand in only one of the two.

        Those that came out otherwise here; when none did, those that were not asked here: the conditions of a template
        that changed itself. What came out the same is no reason.
        """
        reeks = list(toetsen)
        redenen = [toets for toets in reeks if self._kwam_anders_uit(toets)]
        redenen = redenen or [toets for toets in reeks if _plek(toets) not in self._per_plek]
        return tuple(dict.fromkeys(toets.pad for toets in redenen))

    def omgekeerd(self, toetsen: Iterable[Toets]) -> bool:
        """Whether one of `toetsen`, of another version, was asked here too and came out otherwise."""
        return any(map(self._kwam_anders_uit, toetsen))

    def _kwam_anders_uit(self, toets: Toets) -> bool:
        """Whether `toets`, of another version, was asked here too, and never came out like that."""
        hier = self._per_plek.get(_plek(toets))
        return hier is not None and not any(_kan_gelijk(toets.uitslag, uitslag) for uitslag in hier)


def elders_gekeerd(oud: Iterable[Toets], nieuw: Iterable[Toets]) -> tuple[str, ...]:
    """Paths of the facts that both versions of a part asked, each in a line of its own, and that came out otherwise.

    A sentence that another condition put in the place of the old one chooses its own words by the same fact.
    """
    eerst, daarna = _per_pad(oud), _per_pad(nieuw)
    return tuple(
        pad
        for pad in eerst
        if pad in daarna and not any(_kan_gelijk(was, wordt) for was in eerst[pad] for wordt in daarna[pad])
    )


def _per_pad(toetsen: Iterable[Toets]) -> dict[str, set[str]]:
    uit: dict[str, set[str]] = {}
    for toets in toetsen:
        uit.setdefault(toets.pad, set()).add(toets.uitslag)
    return uit


def _kan_gelijk(een: str, ander: str) -> bool:
    """Whether a fact came out the same as often as both versions asked it.

    ``A and B`` with ``A`` once more in its ``elif`` asks A a second time when B does not hold: A itself says no more.
    """
    if een == ander:
        return True
    if not (_WAAR_OF_NIET.fullmatch(een) and _WAAR_OF_NIET.fullmatch(ander)):
        return False  # the names in a list, or how many there are
    return all(eerst == daarna for eerst, daarna in zip(een.split(), ander.split(), strict=False))


def _plek(toets: Toets) -> _Plek:
    return toets.bestand, toets.regel, toets.nummer, toets.pad
