"""Two papers as they were read → every word that differs; what only looks different is set aside, and counted.

A word is compared in its own form: capitals, accents and punctuation count. Set aside are line ends and hyphenation,
white space, the shape of quotes and dashes, ligatures, bullets, headers of tables that come back, the place of notes,
and how often a header or footer comes back. The numbers that Word sets by itself count between two Word files, and
are set aside beside a PDF, where they are words.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.opmaak import getallen_in
from generator.vergelijking.ankers import opcodes
from generator.vergelijking.invulling import als_een_woord, is_ingevuld, is_kopregel, kopregel, open_plekken
from generator.vergelijking.opzij import Stuk, is_opmaak, schuif, zonder_noten
from generator.vergelijking.randen import in_randen
from generator.vergelijking.woorden import BREUK, vormen, woorden_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.bladzijden import Papier, Regel
    from generator.vergelijking.woorden import Woord

# Words that turn a sentence round: the ones a court case is lost on.
ONTKENNINGEN = frozenset({
    "niet", "geen", "zonder", "tenzij", "nooit", "noch", "nimmer", "niets", "niemand", "nergens", "geenszins",
    "evenmin", "behalve", "uitgezonderd", "mits", "behoudens",
})  # fmt: skip
_GENOEG = 4  # words that must have moved together before it is called moved
_ROND = 8  # words of context on each side
_RAND = "kop- en voetteksten"  # the only part of a paper that can be without words
_KORT = 3  # a stretch of at most so many words is told word by word


class Soort(StrEnum):
    """How much a difference weighs, heaviest first: the order of the report."""

    GETAL = "getal"
    ONTKENNING = "ontkenning"
    WOORD = "woord"
    LEESTEKEN = "leesteken"
    VERPLAATST = "verplaatst"
    INGEVULD = "ingevuld"
    KOPREGEL = "kopregel"


class Plek(Struct, frozen=True):
    """One side of a difference: where, the words before it, its own (none where the other has more), and after it."""

    waar: str
    ervoor: str
    tekst: str
    erna: str


class Woordverschil(Struct, frozen=True):
    """One difference, with both sides."""

    soort: Soort
    oud: Plek
    nieuw: Plek


class Vergelijking(Struct, frozen=True):
    """All that differs between two papers.

    Attributes:
        verschillen: by weight, and then in reading order.
        opzij: what was set aside as layout, in Dutch, with how often.
        woorden: how many words each paper has.
    """

    verschillen: tuple[Woordverschil, ...]
    opzij: Mapping[str, int]
    woorden: tuple[int, int]

    @property
    def ingevuld(self) -> int:
        """How many differences only fill in what stood open, or tell status, version and day in the head."""
        return sum(1 for verschil in self.verschillen if verschil.soort in {Soort.INGEVULD, Soort.KOPREGEL})


def vergelijk_woorden(oud: Papier, nieuw: Papier) -> Vergelijking:
    """Every word of `nieuw` that is not in `oud` at that place, and the other way round."""
    opzij: Counter[str] = Counter()
    een, ander = (list(woorden_in(papier.tekst(), opzij)) for papier in (oud, nieuw))
    telling = _telling(een), _telling(ander)
    een, ander = zonder_noten(een, ander, opzij)
    plekken, koppen = open_plekken(een), (kopregel(een), kopregel(ander))
    (links, van), (rechts, naar) = als_een_woord(een, plekken), als_een_woord(ander, open_plekken(ander))
    stukken = [(soort, van[a], van[b], naar[c], naar[d]) for soort, a, b, c, d in opcodes(links, rechts)]
    over = [
        deel
        for soort, *grenzen in stukken
        if soort != "equal" and not is_opmaak(een, ander, stuk := schuif(een, ander, Stuk(*grenzen)), opzij)
        for deel in _per_woord(een, ander, stuk, opzij)
    ]
    verschillen = list(_verplaatst(een, ander, over))
    for stuk in over:
        licht = Soort.INGEVULD if is_ingevuld(stuk, plekken) else Soort.KOPREGEL if is_kopregel(stuk, *koppen) else None
        verschillen.append(_verschil(licht or _soort(een, ander, stuk), een, ander, stuk))
    gelijk = [Stuk(*grenzen) for soort, *grenzen in stukken if soort == "equal"]
    verschillen += _hernummerd(oud.tekst(), nieuw.tekst(), een, ander, gelijk)
    for boven, onder in in_randen(oud, nieuw, opzij):
        heel = Stuk(0, len(boven), 0, len(onder))
        verschillen.append(_verschil(_soort(boven, onder, heel), boven, onder, heel))
    volgorde = list(Soort)
    verschillen.sort(key=lambda verschil: volgorde.index(verschil.soort))
    if randen := sum(len(papier.randen()) for papier in (oud, nieuw)):
        opzij["regels in kop- en voetteksten: paginanummer, versie en watermerk"] = randen
    return Vergelijking(tuple(verschillen), dict(opzij), telling)


def _per_woord(een: Sequence[Woord], ander: Sequence[Woord], stuk: Stuk, opzij: Counter[str]) -> Iterator[Stuk]:
    """A short stretch with as many words on each side, word by word; any other as it is."""
    lengte = stuk.tot - stuk.van
    if lengte != stuk.tot_en - stuk.naar or not 1 < lengte <= _KORT:
        yield stuk
        return
    for i in range(lengte):
        deel = Stuk(stuk.van + i, stuk.van + i + 1, stuk.naar + i, stuk.naar + i + 1)
        if not is_opmaak(een, ander, deel, opzij):
            yield deel


def _verplaatst(een: Sequence[Woord], ander: Sequence[Woord], over: list[Stuk]) -> Iterator[Woordverschil]:
    """What went in one place and came in another, word for word; it is taken out of `over`."""
    weg = {vormen(een[stuk.van : stuk.tot]): stuk for stuk in over if stuk.naar == stuk.tot_en}
    for stuk in [stuk for stuk in over if stuk.van == stuk.tot]:
        vandaan = weg.pop(vormen(ander[stuk.naar : stuk.tot_en]), None)
        if vandaan is not None and vandaan.tot - vandaan.van >= _GENOEG:
            over.remove(stuk)
            over.remove(vandaan)
            yield _verschil(Soort.VERPLAATST, een, ander, Stuk(vandaan.van, vandaan.tot, stuk.naar, stuk.tot_en))


def _hernummerd(
    oud: Sequence[Regel], nieuw: Sequence[Regel], een: Sequence[Woord], ander: Sequence[Woord], gelijk: list[Stuk]
) -> Iterator[Woordverschil]:
    """Paragraphs that read the same in two Word files and have another number: a lid is named by it."""
    if any(regel.bladzijde for regel in (*oud[:1], *nieuw[:1])):
        return
    for stuk in gelijk:
        for i, j in zip(range(stuk.van, stuk.tot), range(stuk.naar, stuk.tot_en), strict=True):
            if een[i].eerste and ander[j].eerste:
                was, werd = oud[een[i].regel].nummering, nieuw[ander[j].regel].nummering
                if was != werd:
                    yield Woordverschil(Soort.GETAL, _genummerd(een, i, was), _genummerd(ander, j, werd))


def _genummerd(woorden: Sequence[Woord], plek: int, nummer: str) -> Plek:
    return Plek(woorden[plek].plek, "", nummer, _tekst(woorden[plek : plek + _ROND]))


def _soort(een: Sequence[Woord], ander: Sequence[Woord], stuk: Stuk) -> Soort:
    links, rechts = (Counter(vormen(deel)) for deel in (een[stuk.van : stuk.tot], ander[stuk.naar : stuk.tot_en]))
    anders = [*(links - rechts), *(rechts - links)]
    if any(any(teken.isdigit() for teken in vorm) or getallen_in(vorm) for vorm in anders):
        return Soort.GETAL
    if any(vorm.lower() in ONTKENNINGEN for vorm in anders):
        return Soort.ONTKENNING
    if not anders or any(teken.isalnum() for vorm in anders for teken in vorm):
        return Soort.WOORD
    return Soort.LEESTEKEN


def _verschil(soort: Soort, een: Sequence[Woord], ander: Sequence[Woord], stuk: Stuk) -> Woordverschil:
    return Woordverschil(soort, _plek(een, stuk.van, stuk.tot), _plek(ander, stuk.naar, stuk.tot_en))


def _plek(woorden: Sequence[Woord], van: int, tot: int) -> Plek:
    waar = woorden[min(van, len(woorden) - 1)].plek if woorden else _RAND
    grenzen = ((max(0, van - _ROND), van), (van, tot), (tot, tot + _ROND))
    return Plek(waar, *(_tekst(woorden[begin:einde]) for begin, einde in grenzen))


def _tekst(woorden: Sequence[Woord]) -> str:
    """The words as they stand there, on one line."""
    delen = [f" {woord.tekst}" if woord.eerste else woord.tekst for woord in woorden]
    return " ".join("".join(delen).replace(BREUK, "-").split())


def _telling(woorden: Sequence[Woord]) -> int:
    return sum(1 for woord in woorden if woord.vorm[0].isalnum())
