"""Where, to the column, stands what is wrong with a paper: in the files as they were written, before facts came in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.errors import Plaats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Herkomst


class Plaatsen:
    """Finds places in the files that a paper was made from, as they were written: name → text."""

    def __init__(self, bestanden: Mapping[str, str]) -> None:
        self._bestanden = bestanden
        self._tot: dict[tuple[str, int], int] = {}
        self._gevonden: defaultdict[tuple[str, int, str], int] = defaultdict(int)

    def add(self, eerste: Herkomst, laatste: Herkomst) -> None:
        """Note that a block runs from the line of `eerste` to that of `laatste`."""
        if eerste.bestand == laatste.bestand:
            sleutel = (eerste.bestand, eerste.regel)
            self._tot[sleutel] = max(self._tot.get(sleutel, 0), laatste.regel)

    def vind(self, blok: Herkomst, *woorden: str) -> Plaats:
        """Where in the block that begins at `blok` the first of `woorden` stands that stands there as it is.

        Asked again, it is the next place where those stand. When none of them do, it is the one place of all files
        where they do, or where the block begins.
        """
        regels = self._bestanden.get(blok.bestand, "").split("\n")
        van = blok.regel - 1
        if not 0 <= van < len(regels):
            return Plaats(blok.bestand, blok.regel)
        deel = "\n".join(regels[van : max(self._tot.get((blok.bestand, blok.regel), 0), blok.regel)])
        for woord in filter(None, woorden):
            sleutel = (blok.bestand, blok.regel, woord)
            plek = deel.find(woord, self._gevonden[sleutel])
            plek = deel.find(woord) if plek < 0 else plek
            if plek >= 0:
                self._gevonden[sleutel] = plek + 1
                return Plaats(blok.bestand, blok.regel + deel.count("\n", 0, plek), plek - deel.rfind("\n", 0, plek))
        begin = len(regels[van]) - len(regels[van].lstrip())
        return self._elders(woorden) or Plaats(blok.bestand, blok.regel, begin + 1)

    def _elders(self, woorden: tuple[str, ...]) -> Plaats | None:
        """Where the first of `woorden` stands, when that is in one place of all texts: a line took it in by name."""
        woord = next(filter(None, woorden), "")
        waar = [(naam, tekst) for naam, tekst in self._bestanden.items() if woord and woord in tekst]
        if len(waar) != 1 or waar[0][1].count(woord) != 1:
            return None
        (naam, tekst), *_ = waar
        voor = tekst.index(woord)
        return Plaats(naam, tekst.count("\n", 0, voor) + 1, voor - tekst.rfind("\n", 0, voor))
