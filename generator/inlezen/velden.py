"""What the figures of a file that came back say: in each control, and in the node under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.bladzijden import Papier
    from generator.inlezen.paren import Paar


class Lezing(Struct, frozen=True):
    """One thing that a figure says, and where: `plekken` is empty for the node under it."""

    tekst: str
    plekken: tuple[str, ...]


class Veld(Struct, frozen=True):
    """A figure in one form, as it was made and as it came back.

    Attributes:
        naam: its tag.
        oud: the text it was made with.
        lezingen: what it says now; more than one when its controls, or the node under them, do not agree.
    """

    naam: str
    oud: str
    lezingen: tuple[Lezing, ...]

    @property
    def is_gewijzigd(self) -> bool:
        """Whether anything about it is not as it was made."""
        return any(lezing.tekst != self.oud for lezing in self.lezingen)


def lees_velden(paren: Iterable[Paar], nieuw: Papier) -> list[Veld]:
    """Every figure that stands in both files, in order of reading."""
    gevonden: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for paar in paren:
        if paar.oud is None or paar.nieuw is None:
            continue
        over = list(paar.nieuw.velden)
        for veld in paar.oud.velden:
            hier = next((een for een in over if een.naam == veld.naam), None)
            if hier is None:
                continue
            over.remove(hier)
            oud = _gewoon(paar.oud.tekst[veld.begin : veld.eind])
            lezingen = gevonden.setdefault((veld.naam, veld.knoop, oud), {})
            tekst = oud if paar.is_gelijk else _gewoon(paar.nieuw.tekst[hier.begin : hier.eind])
            lezingen.setdefault(tekst, []).append(paar.nieuw.plek)
    uit = []
    for (naam, knoop, oud), lezingen in gevonden.items():
        if (waarde := nieuw.knopen.get(knoop)) is not None:
            lezingen.setdefault(_gewoon(waarde), [])
        uit.append(Veld(naam, oud, tuple(Lezing(tekst, tuple(plekken)) for tekst, plekken in lezingen.items())))
    return uit


def _gewoon(tekst: str) -> str:
    return " ".join(tekst.split())
