"""A finding about facts: its places and paths follow from the facts it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst

if TYPE_CHECKING:
    from generator.feiten.feit import Feit

SOORT = "bestuursovereenkomst"  # the kind of paper these rules are about
# Who signs, and the steps after the council, are filled in later: that changes nothing of what the council spoke on.
LATER = ("overeenkomst.besluitvorming.", "overeenkomst.gemeente.", "overeenkomst.coa.", "overeenkomst.citeertitel")


def meld(
    code: str, ernst: Ernst, *feiten: Feit, grondslag: tuple[str, ...] = (), door: str = "", **gegevens: str
) -> Bevinding:
    """The finding `code` about `feiten`, with the values its wording asks for."""
    return Bevinding(
        code, ernst, tuple(dict.fromkeys(feit.plaats for feit in feiten)), gegevens, grondslag,
        tuple(feit.pad for feit in feiten), door,
    )  # fmt: skip


def luidt(feit: Feit, keuze: str) -> bool:
    """Whether `feit` is known and says `keuze`."""
    return not feit.is_open and feit.woorden == keuze


def is_ja(feit: Feit) -> bool:
    """Whether `feit` is known and yes."""
    return not feit.is_open and feit.ja


def is_nee(feit: Feit) -> bool:
    """Whether `feit` is known and no."""
    return not feit.is_open and not feit.ja
