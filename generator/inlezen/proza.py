"""Changed words → the Markdown they were written in, with its marks, its figures and its layout as they were.

The words of the page are laid on their source character by character; what was changed between two of them is
written between the same two. What cannot be placed for certain is not placed, and the reason is told.
"""

from __future__ import annotations

import difflib
import re
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.inlezen.ligging import vind
from generator.inlezen.paren import FEIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inlezen.ligging import Kaart

_DEEL = re.compile(rf"{FEIT}|[^\W_]+|\s+|.", re.DOTALL)
_SJABLOONTAAL = re.compile(r"\{[{%#]|[%#}]\}")
_BIJZONDER = re.compile(r"([\\`*_\[\]<>|])")
_BEGIN = re.compile(r"^([-+#]|\d+[.)])(?=\s)")
_TE_VER = 40  # lines after the one that a block says it begins on


class Poging(Struct, frozen=True):
    """One way to write changed words in their Markdown.

    Attributes:
        regel: the line, from 1, on which the first change falls; 0 when the words were not found.
        tekst: the whole file with them; None when they cannot be written there.
        reden: why not, in Dutch.
    """

    regel: int
    tekst: str | None = None
    reden: str = ""


def put_terug(bron: str, regel: int, oud: str, nieuw: str) -> Iterator[Poging]:
    """Every way to write the words `nieuw` for the words `oud`, in which a sign stands for each figure, in `bron`.

    Args:
        bron: the Markdown file.
        regel: the line, from 1, on which the block with these words begins; 0 when it may be any.
        oud: the words as they were on the page.
        nieuw: as they are now.
    """
    van, tot = (regel, regel + _TE_VER) if regel else (1, None)
    eerst, daarna = _DEEL.findall(oud), _DEEL.findall(nieuw)
    begin = [0, *accumulate(map(len, eerst))]
    vergelijking = difflib.SequenceMatcher(None, eerst, daarna, autojunk=False)
    stukken = [
        (begin[a], begin[b], "".join(eerst[a:b]), "".join(daarna[c:d]))
        for soort, a, b, c, d in vergelijking.get_opcodes()
        if soort != "equal"
    ]
    for kaart in vind(bron, oud, van, tot):
        yield _schrijf(bron, kaart, stukken)


def _schrijf(bron: str, kaart: Kaart, stukken: list[tuple[int, int, str, str]]) -> Poging:
    uit = bron
    regel = bron.count("\n", 0, _plek(kaart, *stukken[0][:2])[0]) + 1 if stukken else 0
    for van, tot, weg, erbij in reversed(stukken):
        plek = _plek(kaart, van, tot)
        if FEIT in weg + erbij:
            reden = "een invulveld kwam erbij, viel weg of staat op een andere plaats"
            return Poging(regel, None, reden)
        if _SJABLOONTAAL.search(erbij):
            return Poging(regel, None, "de nieuwe woorden zijn sjabloontaal")
        if "".join(bron[slice(*plek)].split()) != "".join(weg.split()):
            return Poging(regel, None, _overheen(bron, *plek))
        woorden = _BIJZONDER.sub(r"\\\1", erbij)
        uit = uit[: plek[0]] + (woorden if van else _BEGIN.sub(r"\\\1", woorden)) + uit[plek[1] :]
    return Poging(regel, uit)


def _overheen(bron: str, van: int, tot: int) -> str:
    """What stands in the source between words that were changed in one go."""
    hier = bron[van:tot]
    for teken, wat in (("{%", "een voorwaarde"), ("{{", "een invulveld"), ("](", "een link"), ("[^", "een voetnoot")):
        if teken in hier:
            return f"de wijziging loopt over {wat} heen, op regel {bron.count(chr(10), 0, van + hier.index(teken)) + 1}"
    return "de wijziging loopt over opmaak heen"


def _plek(kaart: Kaart, van: int, tot: int) -> tuple[int, int]:
    """Where the characters from `van` to `tot` stand in the source; the place between two when there are none."""
    if van < tot:
        return kaart[van][0], kaart[tot - 1][1]
    plek = kaart[van - 1][1] if van else kaart[0][0] if kaart else 0
    return plek, plek
