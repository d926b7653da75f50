"""Laying the lines of a tree on the words of a file that was read back: which words are the tree's, and which are not.

White space counts for nothing, for each format breaks its lines elsewhere. First every line is looked for as it is,
long ones before short ones; what is left between two lines that were found is compared word by word.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set as AbstractSet

    from generator.bladzijden import Regel
    from generator.document.leesregels import Leesregel
    from generator.document.nodes import Cijfer

    _Daar = Sequence[tuple[int, re.Match[str]]]  # words of the tree, each with the place of its line
    _Hier = Sequence[tuple[int, int]]  # words of the file: where each begins and ends

_WOORD = re.compile(r"\S+")
_LANG = 12  # characters without white space: a line of so many stands in one place only, or is the same everywhere
_NUMMER = re.compile(r"\d{1,2}\.|[a-z]{1,2}\.|[•–-]")
_RAND = " ,.;:()‘’“”\t"


class Anders(Struct, frozen=True):
    """A fact that does not stand where it should.

    Attributes:
        cijfer: the fact.
        blok: the line it stands in, in the tree.
        nieuw: what stands in its place; empty when nothing does.
        regel: the line in the file where that is, or after which it should be; None in an empty file.
    """

    cijfer: Cijfer
    blok: Leesregel
    nieuw: str
    regel: Regel | None

    @property
    def plek(self) -> str:
        """Where in the file, for a reader."""
        return self.regel.plek if self.regel else "het begin"


class Woordverschil(Struct, frozen=True):
    """Words that a file has otherwise than the tree.

    Attributes:
        blok: the line of the tree where that is.
        begin: place in that line of what the file does not have.
        eind: the place after it; `begin` when the file only has more.
        nieuw: what stands in its place; empty when nothing does.
        regel: the line in the file where that is, or after which it should be; None in an empty file.
    """

    blok: Leesregel
    begin: int
    eind: int
    nieuw: str
    regel: Regel | None

    @property
    def plek(self) -> str:
        """Where in the file, for a reader."""
        return self.regel.plek if self.regel else "het begin"

    @property
    def oud(self) -> str:
        """The words of the tree that the file does not have."""
        return self.blok.tekst[self.begin : self.eind]

    @property
    def is_feit(self) -> bool:
        """Whether it is a fact that stands there otherwise, and nothing else."""
        return self.begin < self.eind and any(a <= self.begin and self.eind <= b for a, b, _ in self.blok.cijfers)


class Legger:
    """The words of one file, and which of them were found in the tree.

    Args:
        gelezen: the lines of the file, without headers and footers.
        verwacht: the lines of the tree that this format shows.
    """

    def __init__(self, gelezen: Sequence[Regel], verwacht: Sequence[Leesregel]) -> None:
        self.gelezen = gelezen
        self._verwacht = [regel for regel in verwacht if regel.tekst.strip()]
        self._tekens: list[tuple[int, int]] = []  # of every character: its line, and its place in that line
        self._grens = {0}
        kaal = []
        for nummer, regel in enumerate(gelezen):
            for woord in _WOORD.finditer(regel.tekst):
                kaal.append(woord[0])
                self._tekens += [(nummer, plek) for plek in range(woord.start(), woord.end())]
                self._grens.add(len(self._tekens))
        self._kaal = "".join(kaal)
        self._gevonden = bytearray(len(self._kaal))
        self._plekken: dict[int, tuple[int, int]] = {}  # place of a line of the tree → where it was found
        self.verschillen: list[Woordverschil] = []
        self.anders = self._find()

    def _find(self) -> list[Anders]:
        """The facts that were not found where they should be; what was found is marked."""
        lang = {nummer for nummer, regel in enumerate(self._verwacht) if len(_kaal(regel.tekst)) >= _LANG}
        plek = 0
        for nummer in sorted(lang):
            kaal = _kaal(self._verwacht[nummer].tekst)
            vondst = self._zoek(kaal, plek) or self._zoek(kaal, 0)
            if vondst:
                plek = vondst[1]
                self._neem(nummer, vondst)
        for nummer in range(len(self._verwacht)):
            # A short line may stand anywhere: it is looked for between its neighbours, once those are known.
            if nummer not in self._plekken and not self._ligt_bij(nummer, lang):
                vondst = self._zoek(_kaal(self._verwacht[nummer].tekst), *self._tussen(nummer), los=True)
                if vondst:
                    self._neem(nummer, vondst)
        gevonden = [anders for groep in self._groepen() for anders in self._vergelijk(groep)]
        return [anders for anders in gevonden if anders.nieuw or not self._staat_elders(anders.blok)]

    def rest(self) -> Iterator[tuple[int, list[int]]]:
        """Of each line in the file with words that the tree does not have: its place, and those of the characters."""
        rest: dict[int, list[int]] = {}
        for (nummer, plek), gevonden in zip(self._tekens, self._gevonden, strict=True):
            if not gevonden:
                rest.setdefault(nummer, []).append(plek)
        yield from rest.items()

    def vergelijk(self, regels: Sequence[Leesregel]) -> list[Woordverschil]:
        """The words of these lines of the tree, which follow each other, laid on all that stands there in the file.

        Unlike a figure, which is looked for by itself, words may have come before, between or after them.
        """
        eigen = {id(regel.blok) for regel in regels}
        nummers = [nummer for nummer, regel in enumerate(self._verwacht) if id(regel.blok) in eigen]
        if not nummers:
            return []
        eerste, laatste = nummers[0], nummers[-1]
        while eerste and eerste - 1 not in self._plekken:
            eerste -= 1
        while laatste + 1 < len(self._verwacht) and laatste + 1 not in self._plekken:
            laatste += 1
        groep = range(eerste, laatste + 1)
        begin = self._plekken[eerste - 1][1] if eerste else 0
        eind = self._plekken[laatste + 1][0] if laatste + 1 in self._plekken else len(self._kaal)
        elders = [vondst for nummer, vondst in self._plekken.items() if nummer not in groep]
        hier = [
            (van, tot) for van, tot in pairwise(sorted(self._grens)) if begin <= van < eind
            and not any(a < tot and van < b for a, b in elders) and not self._is_nummer(van, tot)
        ]  # fmt: skip
        daar = [(nummer, woord) for nummer in groep for woord in _WOORD.finditer(self._verwacht[nummer].tekst)]
        verschillen = [self._verschil(daar, hier, *waar) for soort, *waar in self._naast_elkaar(daar, hier) if soort]
        return [verschil for verschil in verschillen if id(verschil.blok.blok) in eigen]

    def _zoek(self, kaal: str, begin: int, eind: int | None = None, *, los: bool = False) -> tuple[int, int] | None:
        """Where `kaal` stands among words that were not found yet; when `los` as words of their own."""
        eind = len(self._kaal) if eind is None else eind
        plek = self._kaal.find(kaal, begin, eind)
        while plek >= 0:
            tot = plek + len(kaal)
            if 1 not in self._gevonden[plek:tot] and (not los or {plek, tot} <= self._grens):
                return plek, tot
            plek = self._kaal.find(kaal, plek + 1, eind)
        return None

    def _neem(self, nummer: int, vondst: tuple[int, int]) -> None:
        self._plekken[nummer] = vondst
        self._gevonden[slice(*vondst)] = b"\x01" * (vondst[1] - vondst[0])

    def _tussen(self, nummer: int) -> tuple[int, int]:
        """From the end of the nearest line before that was found, to the begin of the nearest after."""
        voor = next((self._plekken[eerder][1] for eerder in range(nummer - 1, -1, -1) if eerder in self._plekken), 0)
        later = range(nummer + 1, len(self._verwacht))
        na = next((self._plekken[nader][0] for nader in later if nader in self._plekken), len(self._kaal))
        return (voor, na) if voor <= na else (0, len(self._kaal))

    def _ligt_bij(self, nummer: int, lang: AbstractSet[int]) -> bool:
        """Whether a long line that was not found lies between this line and its nearest found neighbours."""
        for stap in (-1, 1):
            ander = nummer
            while 0 <= ander < len(self._verwacht) and ander not in self._plekken:
                if ander in lang:
                    return True
                ander += stap
        return False

    def _staat_elders(self, regel: Leesregel) -> bool:
        """Whether a short line stands somewhere else among the words that were not found; it is then marked."""
        kaal = _kaal(regel.tekst)
        vondst = self._zoek(kaal, 0, los=True) if len(kaal) < _LANG else None
        if vondst:
            self._merk([vondst])
        return vondst is not None

    def _groepen(self) -> Iterator[list[int]]:
        """The lines that were not found, those with no found line between them together."""
        groep: list[int] = []
        for nummer in range(len(self._verwacht)):
            if nummer not in self._plekken:
                groep.append(nummer)
            elif groep:
                yield groep
                groep = []
        if groep:
            yield groep

    def _vergelijk(self, groep: list[int]) -> Iterator[Anders]:
        begin, eind = self._tussen(groep[0])[0], self._tussen(groep[-1])[1]
        if begin > eind:
            begin, eind = 0, len(self._kaal)
        hier = list(self._losse_woorden(begin, eind))
        daar = [(nummer, woord) for nummer in groep for woord in _WOORD.finditer(self._verwacht[nummer].tekst)]
        paren: dict[int, list[int]] = {}  # place of a word of the tree → places of what stands for it
        for is_anders, a, b, c, d in self._naast_elkaar(daar, hier):
            if b - a == d - c:
                paren |= {a + stap: [c + stap] for stap in range(b - a)}
            elif c < d:
                paren |= {plek: list(range(c, d)) for plek in range(a, b)}
            if not is_anders:
                self._merk(hier[c:d])
            elif a < b:
                self.verschillen.append(self._verschil(daar, hier, a, b, c, d))
        nader = self._gevonden.rfind(1, 0, begin) if begin else -1
        for nummer in groep:
            regel = self._verwacht[nummer]
            for van, tot, cijfer in regel.cijfers:
                plekken = [
                    plek for plek, (wie, woord) in enumerate(daar)
                    if wie == nummer and woord.start() < tot and van < woord.end()
                ]  # fmt: skip
                namen = list(dict.fromkeys(plaats for plek in plekken for plaats in paren.get(plek, ())))
                nieuw = " ".join(self._kaal[slice(*hier[plaats])] for plaats in namen).strip(_RAND)
                if _kaal(nieuw) != _kaal(cijfer.text.strip(_RAND)) and not _bevat(nieuw, cijfer.text):
                    self._merk([hier[plaats] for plaats in namen])
                    teken = hier[namen[0]][0] if namen else nader
                    plaats_ = self.gelezen[self._tekens[teken][0]] if self._tekens and teken >= 0 else None
                    yield Anders(cijfer, regel, nieuw, plaats_)

    def _naast_elkaar(self, daar: _Daar, hier: _Hier) -> Iterator[tuple[bool, int, int, int, int]]:
        """The words of tree and file side by side: whether they differ, and from where to where on each side."""
        vergelijking = difflib.SequenceMatcher(
            None, [_kaal(woord[0]) for _, woord in daar], [self._kaal[a:b] for a, b in hier], autojunk=False
        )
        for soort, a, b, c, d in vergelijking.get_opcodes():
            # A line may break in the middle of a word: what reads the same is the same.
            gelijk = soort == "equal" or _kaal("".join(woord[0] for _, woord in daar[a:b])) == "".join(
                self._kaal[van:tot] for van, tot in hier[c:d]
            )
            yield not gelijk, a, b, c, d

    def _verschil(self, daar: _Daar, hier: _Hier, a: int, b: int, c: int, d: int) -> Woordverschil:  # noqa: PLR0913, PLR0917 - two ranges
        """What the words of the tree from `a` to `b` are in the file: those from `c` to `d`."""
        nummer, woord = daar[min(a, len(daar) - 1)]
        begin = woord.start() if a < len(daar) else woord.end()
        eind = max([begin] + [deel.end() for wie, deel in daar[a:b] if wie == nummer])
        teken = hier[c if c < d else max(0, c - 1)][0] if hier else -1
        regel = self.gelezen[self._tekens[teken][0]] if self._tekens and teken >= 0 else None
        nieuw = " ".join(self._kaal[van:tot] for van, tot in hier[c:d])
        return Woordverschil(self._verwacht[nummer], begin, eind, nieuw, regel)

    def _is_nummer(self, van: int, tot: int) -> bool:
        """Whether a word is the number of an item, with which its line begins."""
        return not self._tekens[van][1] and bool(_NUMMER.fullmatch(self._kaal[van:tot]))

    def _losse_woorden(self, begin: int, eind: int) -> Iterator[tuple[int, int]]:
        """The words from `begin` to `eind`, or what is left of them, that were not found yet."""
        van = begin
        for plek in range(begin, eind + 1):
            if plek == eind or self._gevonden[plek] or plek in self._grens:
                if plek > van:
                    yield van, plek
                van = plek + 1 if plek < eind and self._gevonden[plek] else plek

    def _merk(self, woorden: Sequence[tuple[int, int]]) -> None:
        for van, tot in woorden:
            self._gevonden[van:tot] = b"\x01" * (tot - van)


def _kaal(tekst: str) -> str:
    return unicodedata.normalize("NFC", "".join(tekst.split()))


def _bevat(nieuw: str, tekst: str) -> bool:
    """Whether `tekst` stands in the words `nieuw`, as words of their own: only what is around them is new."""
    return f" {' '.join(tekst.split())} " in f" {nieuw} "
