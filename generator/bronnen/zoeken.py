"""Finding words in the pages of a paper, whatever a typesetter or scanner did to spaces, hyphens and quotes."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.feiten.feit import Bron

# White space and every kind of hyphen and dash say nothing about the words: a line end can add or hide both.
_WEG = re.compile(r"[\s\u00ad\u200b\u2060\u2010-\u2015\u2212-]")
_GELIJK = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛´`", "'"), "…": "..."})
_KLEINSTE_DEEL = 0.34  # of a quote: less in common is no trace of it


class Plek(Struct, frozen=True):
    """Where words stand: from a character of one page up to a character of the same or the next page."""

    pagina: int
    begin: int
    laatste_pagina: int
    eind: int


def normaal(tekst: str) -> str:
    """`tekst` without what differs between two settings of the same words."""
    return _WEG.sub("", unicodedata.normalize("NFKC", tekst).translate(_GELIJK))


class Bronstuktekst:
    """The pages of one paper, to be searched. Pages count from 1, characters from 0."""

    def __init__(self, paginas: Sequence[str]) -> None:
        self.paginas = tuple(unicodedata.normalize("NFC", pagina) for pagina in paginas)

    def find(self, citaat: str) -> list[Plek]:
        """Every place where the words of `citaat` stand, whole words only; empty when nowhere."""
        gezocht = normaal(citaat)
        tekens, plaatsen = self._index
        uit = []
        begin = tekens.find(gezocht) if gezocht else -1
        while begin >= 0:
            (pagina, eerste), (laatste_pagina, laatste) = plaatsen[begin], plaatsen[begin + len(gezocht) - 1]
            if not self._breekt_woord(pagina, eerste) and not self._breekt_woord(laatste_pagina, laatste + 1):
                uit.append(Plek(pagina + 1, eerste, laatste_pagina + 1, laatste + 1))
            begin = tekens.find(gezocht, begin + 1)
        return uit

    def find_op(self, bron: Bron) -> list[Plek]:
        """Where the quote of `bron` stands on the page that it names; on every page when it names none."""
        plekken = self.find(bron.citaat)
        return [plek for plek in plekken if not bron.pagina or plek.pagina <= bron.pagina <= plek.laatste_pagina]

    def find_gelijkend(self, citaat: str) -> tuple[int, str]:
        """The page and words that are most like `citaat`; page 0 and no words when nothing is."""
        gezocht = normaal(citaat)
        tekens, plaatsen = self._index
        blok = SequenceMatcher(None, tekens, gezocht, autojunk=False).find_longest_match()
        if not gezocht or blok.size < len(gezocht) * _KLEINSTE_DEEL:
            return 0, ""
        begin = max(blok.a - blok.b, 0)
        pagina, eerste = plaatsen[begin]
        laatste_pagina, laatste = plaatsen[min(begin + len(gezocht), len(plaatsen)) - 1]
        tekst = self.paginas[pagina]
        if laatste_pagina != pagina:
            laatste = len(tekst) - 1
        return plaatsen[blok.a][0] + 1, " ".join(_hele_woorden(tekst, eerste, laatste + 1).split())

    @cached_property
    def _index(self) -> tuple[str, list[tuple[int, int]]]:
        """All pages as normal characters, and for each of these its page (from 0) and place there."""
        tekens: list[str] = []
        plaatsen: list[tuple[int, int]] = []
        for nummer, pagina in enumerate(self.paginas):
            for plaats, teken in enumerate(pagina):
                nieuw = normaal(teken)
                tekens.append(nieuw)
                plaatsen += [(nummer, plaats)] * len(nieuw)
        return "".join(tekens), plaatsen

    def _breekt_woord(self, pagina: int, plaats: int) -> bool:
        """Whether `plaats` lies inside a word or figure of the page: 5 is not found in 25 or 5.787."""
        tekst = self.paginas[pagina]
        voor, na = tekst[max(plaats - 2, 0) : plaats], tekst[plaats : plaats + 2]
        if voor[-1:].isalnum() and na[:1].isalnum():
            return True
        return bool(re.fullmatch(r"\d[.,]", voor) and na[:1].isdigit()) or bool(
            voor[-1:].isdigit() and re.fullmatch(r"[.,]\d", na)
        )


def _hele_woorden(tekst: str, begin: int, eind: int) -> str:
    """The stretch widened to whole words."""
    while begin > 0 and not tekst[begin - 1].isspace():
        begin -= 1
    while eind < len(tekst) and not tekst[eind].isspace():
        eind += 1
    return tekst[begin:eind]


def regel_rond(tekst: str, begin: int, eind: int, breedte: int = 40) -> str:
    """The words around a stretch of `tekst` on one line: whole words, about `breedte` characters on each side."""
    return " ".join(_hele_woorden(tekst, max(begin - breedte, 0), min(eind + breedte, len(tekst))).split())


def bereik(plekken: Sequence[Plek], pagina: int, lengte: int) -> Iterator[tuple[int, int]]:
    """The stretches of one page (of `lengte` characters) that the places cover."""
    for plek in plekken:
        if plek.pagina <= pagina <= plek.laatste_pagina:
            yield (
                plek.begin if plek.pagina == pagina else 0,
                plek.eind if plek.laatste_pagina == pagina else lengte,
            )
