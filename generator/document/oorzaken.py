"""Why a part of a paper changed (*oorzaken*): the facts that moved, each as the sentence a reader gets to see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from generator.document.nodes import Cijfer, Link, Placed, Text
from generator.document.uitslagen import Uitslagen, elders_gekeerd
from generator.document.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.document.nodes import Document, Toets


class Oorzaken(Struct, frozen=True):
    """The facts that changed between two states.

    Attributes:
        zinnen: path of a changed fact → what happened to it: "taak amv: 26 → 16. Bron: …".
        volgt_uit: path of a changed computed fact → the changed facts it follows from.
        verschoven: the changed facts that had another value, known too.
        zonder: what is said of a change that no fact explains.
        teksten: the texts and templates that changed; a comment goes to a council, and does not name their files.
        was: what the conditions of the old paper came out as.
        wordt: those of the new one.
    """

    zinnen: Mapping[str, str]
    volgt_uit: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verschoven: frozenset[str] = frozenset()
    zonder: str = "Geen feit is veranderd: een andere tekst, een ander sjabloon of een andere nummering."
    teksten: frozenset[str] = frozenset()
    was: Uitslagen = Uitslagen()
    wordt: Uitslagen = Uitslagen()

    def tussen(self, oud: Document, nieuw: Document) -> Oorzaken:
        """The same, of the step from paper `oud` to `nieuw`."""
        return replace(self, was=Uitslagen.van(oud), wordt=Uitslagen.van(nieuw))

    def noem(self, paden: Iterable[str]) -> tuple[str, ...]:
        """The sentences of the facts at `paden` that changed, and of those they follow from, each once."""
        uit: dict[str, None] = {}
        wachten = list(paden)
        while wachten:
            pad = wachten.pop(0)
            if pad in self.zinnen and pad not in uit:
                uit[pad] = None
                wachten = [*self.volgt_uit.get(pad, ()), *wachten]
        return tuple(self.zinnen[pad] for pad in uit)

    def van(self, paden: Iterable[str], deel: Deel) -> tuple[str, ...]:
        """What explains a change in `deel`.

        First the facts at `paden`, of words that differ; then those of the conditions that came out otherwise around a
        part that only one of the two has; then those that the two print; and if none changed, that no fact explains it.
        Other words that somebody wrote are named beside the facts.
        """
        geschreven = self._geschreven(deel)
        if uit := self.noem(paden):
            return (*uit, "In dit deel is ook de tekst gewijzigd.") if geschreven else uit
        if geschreven:
            return ("Geen feit is veranderd; de tekst is gewijzigd.",)
        elders = elders_gekeerd(deel.weg, deel.erbij)
        if uit := self.noem((*self.wordt.gekeerd(deel.weg), *self.was.gekeerd(deel.erbij), *elders)):
            return (f"{deel.lot}, omdat dit is veranderd:", *uit, *self._ook(deel, uit)) if deel.lot else uit
        return self.noem(deel.gedrukt) or (self.zonder,)

    def _ook(self, deel: Deel, gezegd: tuple[str, ...]) -> tuple[str, ...]:
        """Of a part that came: what moved the values in it, beside what was said; a part that went shows the old."""
        getoond = self.verschoven.intersection(deel.gedrukt) if deel.oud is None else frozenset()
        bronnen = [pad for pad in bronnen_van(getoond, self.volgt_uit) if pad in self.verschoven]
        zinnen = [zin for pad in bronnen if (zin := self.zinnen.get(pad, "")) and zin not in gezegd]
        return ("De waarden erin zijn ook veranderd door:", *zinnen) if zinnen else ()

    def _geschreven(self, deel: Deel) -> bool:
        """Whether a text or template that changed gave `deel` other words, and no condition that came out otherwise."""
        if not deel.andere_woorden or self.teksten.isdisjoint(eigen.herkomst.bestand for eigen in deel.eigen):
            return False
        return not (self.wordt.omgekeerd(deel.weg) or self.was.omgekeerd(deel.erbij))


def bronnen_van(paden: Iterable[str], volgt_uit: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Those of `paden` that follow from no other fact, and those that the rest follows from, each once and in order."""
    uit: dict[str, None] = {}
    gezien: set[str] = set()
    wachten = sorted(paden)
    while wachten:
        pad = wachten.pop(0)
        if pad in gezien:
            continue
        gezien.add(pad)
        if pad in volgt_uit:
            wachten += volgt_uit[pad]
        else:
            uit[pad] = None
    return tuple(uit)


@dataclass(frozen=True)
class Deel:
    """A block or note of the old paper and what it became in the new one; None where there is none."""

    oud: Any = None
    nieuw: Any = None

    @property
    def lot(self) -> str:
        """What became of a part that only one of the papers has; empty when both have it."""
        if self.is_versie:
            return ""
        return "Deze passage vervalt" if self.nieuw is None else "Deze passage komt erbij"

    @property
    def is_versie(self) -> bool:
        """Whether both papers have it."""
        return self.oud is not None and self.nieuw is not None

    @cached_property
    def weg(self) -> tuple[Toets, ...]:
        """What the conditions asked around what only the old one has."""
        return _toetsen(self.oud, self.nieuw)

    @cached_property
    def erbij(self) -> tuple[Toets, ...]:
        """The same of what only the new one has."""
        return _toetsen(self.nieuw, self.oud)

    @cached_property
    def eigen(self) -> tuple[Placed, ...]:
        """The blocks and rows that only one of the two has."""
        return (*_eigen(self.oud, self.nieuw), *_eigen(self.nieuw, self.oud))

    @cached_property
    def andere_woorden(self) -> bool:
        """Whether the two differ in more than the values they print."""
        was, wordt = (
            "".join(node.text for node in walk(deel) if isinstance(node, Text)) for deel in (self.oud, self.nieuw)
        )
        return was != wordt

    @cached_property
    def gedrukt(self) -> tuple[str, ...]:
        """The facts that the two print or follow from."""
        return tuple(pad for node in walk((self.oud, self.nieuw)) for pad in paden_van(node))


def _toetsen(deze: Any, andere: Any) -> tuple[Toets, ...]:  # noqa: ANN401 - a block, blocks or nothing
    """What the conditions asked around each block or row in `deze` that is not in `andere`."""
    return tuple(toets for deel in _eigen(deze, andere) for toets in deel.herkomst.toetsen)


def _eigen(deze: Any, andere: Any) -> tuple[Placed, ...]:  # noqa: ANN401 - idem
    """Each block or row in `deze` that is not in `andere`."""
    elders = {deel for deel in walk(andere) if isinstance(deel, Placed)}
    return tuple(deel for deel in walk(deze) if isinstance(deel, Placed) and deel not in elders)


def paden_van(node: Any) -> tuple[str, ...]:  # noqa: ANN401 - any node
    """The paths of the facts that `node` itself prints or follows from."""
    match node:
        case Cijfer():
            return node.pad.partition("@")[0], *node.uit
        case Link():
            return node.feiten
        case _:
            return ()
