"""What was changed, in words: old → new, and where."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from generator.inlezen.paren import FEIT, masker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.inlezen.paren import Paar
    from generator.inlezen.velden import Veld

_ERBIJ = 4  # words of context on either side of a change


def naast(groep: Sequence[Veld]) -> str:
    """Old → new of each form that changed."""
    delen = [
        f"‘{veld.oud}’ → ‘{lezing.tekst}’" for veld in groep for lezing in veld.lezingen if lezing.tekst != veld.oud
    ]
    return ", ".join(dict.fromkeys(delen))


def lezingen_van(groep: Sequence[Veld]) -> str:
    """Everything that the forms of one fact say, each with its places."""
    delen = [
        f"‘{lezing.tekst}’ ({', '.join(lezing.plekken) or 'de waarde onder het veld'})"
        for veld in groep
        for lezing in veld.lezingen
    ]
    return "; ".join(dict.fromkeys(delen))


def verschil_van(paar: Paar) -> str:
    """Old → new, with a few words around what differs and an ellipsis for each figure."""
    regels = [regel for regel in (paar.oud, paar.nieuw) if regel]
    # Beside a figure that is not known as one, a reader wants to see the figure.
    zelfde = len({tuple(veld.naam for veld in regel.velden) for regel in regels}) == 1
    oud, nieuw = (
        (masker(regel).replace(FEIT, "…") if zelfde else regel.tekst).split() if regel else []
        for regel in (paar.oud, paar.nieuw)
    )
    voor = sum(1 for _ in takewhile(lambda twee: twee[0] == twee[1], zip(oud, nieuw, strict=False)))
    na = sum(
        1 for _ in takewhile(lambda twee: twee[0] == twee[1], zip(oud[voor:][::-1], nieuw[voor:][::-1], strict=False))
    )
    van = max(0, voor - _ERBIJ)
    return " → ".join(
        f"‘{'… ' * bool(van)}{' '.join(woorden[van : len(woorden) - max(0, na - _ERBIJ)])}{' …' * (na > _ERBIJ)}’"
        for woorden in (oud, nieuw)
    )
