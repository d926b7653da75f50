"""Which records or facts came to a list of them (*groep*) or went: a sentence can hang on how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.verschil import Feitverschil


def leden(groep: str, feiten: Iterable[Feitverschil]) -> tuple[list[str], list[str]]:
    """The paths of what came to `groep`, and of what went from it, by the facts that differ.

    A record of which only some fact came or went was there and is there.
    """
    lot: dict[str, set[str]] = {}
    diepte = groep.count(".") + 2
    for feit in feiten:
        if feit.pad.startswith(f"{groep}."):
            wat = "blijft" if feit.oud and feit.nieuw else "weg" if feit.oud else "erbij"
            lot.setdefault(".".join(feit.pad.split(".")[:diepte]), set()).add(wat)
    return [pad for pad, wat in lot.items() if wat == {"erbij"}], [pad for pad, wat in lot.items() if wat == {"weg"}]
