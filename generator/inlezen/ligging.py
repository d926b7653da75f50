"""Where the words of a page stand in the Markdown they were written in, character by character.

A text may hold conditions: of each only one branch, or none, is on the page, and which one shows when the words fit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inlezen.paren import FEIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kaart = list[tuple[int, int]]  # for each character of the words, from where to where it stands in the source

_MERK = re.compile(
    r"\{%.*?%\}|\*+|_+|`+|\\|\[\^[^\]]*\]:?|\[|\]\([^)]*\)|\{#[^}]*\}|^\s*(?:[-+>]|\d+[.)]|#+) +", re.MULTILINE
)
_LEGE_LINK = re.compile(r"\[\]\(#[^)]*\)")  # the words of the reference are not in the source
_VERDER = re.compile(r"[^\n{[*]{1,3}")
_UITDRUKKING = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_VOORWAARDE = re.compile(r"\{%[-+]?\s*(?P<soort>if|elif|else|endif)\b.*?%\}", re.DOTALL)
_WIT = re.compile(r"\s+")


def vind(bron: str, woorden: str, van: int = 1, tot: int | None = None) -> Iterator[Kaart]:
    """Every way in which `woorden`, with a sign for each figure, stand in `bron` from a line between `van` and `tot`.

    Args:
        bron: the Markdown file.
        woorden: the words, in which a sign stands for each figure.
        van: the first line, from 1.
        tot: the last one; without it the last of the file.
    """
    takken = _takken(bron)
    regels = bron.splitlines(keepends=True)
    plek = sum(map(len, regels[: van - 1]))
    gezien: set[tuple[tuple[int, int], ...]] = set()
    for lijn in regels[max(van - 1, 0) : tot]:
        for cel in (0, *(streep.end() for streep in re.finditer(r"\| *|: +", lijn))):
            for kaart in _Legger(bron, woorden, takken).leg(plek + cel, []):
                if (sleutel := tuple(kaart)) not in gezien:
                    gezien.add(sleutel)
                    yield kaart
        plek += len(lijn)


def _takken(bron: str) -> dict[int, list[int]]:
    """For the place of each tag of a condition, where reading can go on: in one of its branches, or behind it all."""
    uit: dict[int, list[int]] = {}
    open_: list[list[re.Match[str]]] = []
    for vondst in _VOORWAARDE.finditer(bron):
        if vondst["soort"] == "if":
            open_.append([vondst])
        elif open_ and vondst["soort"] != "endif":
            open_[-1].append(vondst)
        elif open_:
            takken = open_.pop()
            zonder = [] if takken[-1]["soort"] == "else" else [vondst.end()]
            uit[takken[0].start()] = [*(tak.end() for tak in takken), *zonder]
            uit |= {plek: [vondst.end()] for plek in (*(tak.start() for tak in takken[1:]), vondst.start())}
    return uit


class _Legger:
    """Lays words on a source from one place on; a branch in which they do not fit is tried once."""

    def __init__(self, bron: str, woorden: str, takken: Mapping[int, list[int]]) -> None:
        self._bron, self._woorden, self._takken = bron, woorden, takken
        self._past_niet: set[tuple[int, int]] = set()

    def leg(self, plek: int, kaart: Kaart) -> Iterator[Kaart]:
        """Every way to go on from `plek` in the source, after the words that `kaart` has already."""
        bron, woorden, begin, kaart = self._bron, self._woorden, len(kaart), [*kaart]
        while len(kaart) < len(woorden):
            teken = woorden[len(kaart)]
            if takken := self._takken.get(plek):
                yield from self._vertak(takken, kaart)
                return
            if teken == FEIT and (uitdrukking := _UITDRUKKING.match(bron, plek)):
                kaart.append(uitdrukking.span())
                plek = uitdrukking.end()
            elif link := _LEGE_LINK.match(bron, plek):
                verder = _VERDER.match(bron, link.end())
                tot = woorden.find(verder[0], len(kaart)) if verder else len(woorden)
                if tot < 0:
                    return
                kaart += [link.span()] * (tot - len(kaart))
                plek = link.end()
            elif teken.isspace() and (wit := _WIT.match(bron, plek)):
                kaart.append(wit.span())
                plek = wit.end()
            elif bron[plek : plek + 1] == teken and teken != "\\":
                kaart.append((plek, plek + 1))
                plek += 1
            elif merk := _MERK.match(bron, plek):
                plek = merk.end()
            elif (len(kaart) == begin or woorden[len(kaart) - 1].isspace()) and (wit := _WIT.match(bron, plek)):
                plek = wit.end()  # beside the tag of a condition, of which nothing is on the page
            else:
                return
        yield kaart

    def _vertak(self, takken: list[int], kaart: Kaart) -> Iterator[Kaart]:
        for tak in takken:
            if (tak, len(kaart)) in self._past_niet:
                continue
            past = False
            for gevonden in self.leg(tak, kaart):
                past = True
                yield gevonden
            if not past:
                self._past_niet.add((tak, len(kaart)))
