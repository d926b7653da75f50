"""How two versions of a paper differ (*wijzigingen*): passages changed, added and dropped, each with its cause."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.document.passages import passages
from generator.document.uitslagen import Uitslagen, elders_gekeerd

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set as AbstractSet

    from generator.document.nodes import Document
    from generator.document.passages import Passage

_LIJKT = 0.6  # share of the words that two sentences have in common before one is called a change of the other
_ZELFDE_FEIT = 0.3  # the same when the first fact they print is the same one


class Wijziging(Struct, frozen=True):
    """One passage that differs.

    Attributes:
        oud: how it read; empty when it is new.
        nieuw: how it reads; empty when it is dropped.
        onder: the heading it stands under.
        waar: the same as one refers to it: "hoofdstuk 3".
        oorzaken: the facts that changed and that it prints or follows from.
        voorwaarden: the facts that changed and on which hangs whether it stands there, or which words it has.
        teksten: the texts or templates that changed and gave it other words.
        benamingen: the facts of which the name or other words changed, when nothing else explains it.
        bestand: the text or template it was written in.
    """

    oud: str
    nieuw: str
    onder: str
    waar: str
    oorzaken: tuple[str, ...] = ()
    voorwaarden: tuple[str, ...] = ()
    teksten: tuple[str, ...] = ()
    benamingen: tuple[str, ...] = ()
    bestand: str = ""


class Veranderd(Struct, frozen=True):
    """What changed that a paper is made of: facts, texts and templates, and the words of facts, by path."""

    feiten: AbstractSet[str]
    teksten: AbstractSet[str] = frozenset()
    benamingen: AbstractSet[str] = frozenset()


def wijzigingen(oud: Document, nieuw: Document, veranderd: Veranderd) -> Iterator[Wijziging]:
    """What differs from `oud` to `nieuw`, in reading order, with what of `veranderd` explains it."""
    was, wordt = list(passages(oud)), list(passages(nieuw))
    van_oud, van_nieuw = Uitslagen.van(oud), Uitslagen.van(nieuw)
    vergelijking = difflib.SequenceMatcher(
        None, [_gelezen(passage) for passage in was], [_gelezen(passage) for passage in wordt], autojunk=False
    )
    paren = [
        paar
        for soort, van, tot, begin, einde in vergelijking.get_opcodes()
        if soort != "equal"
        for paar in _paren(was[van:tot], wordt[begin:einde])
    ]
    for eerst, daarna in _met_verplaatst(paren):
        yield _wijziging(eerst, daarna, (van_oud, van_nieuw), veranderd)


def _gelezen(passage: Passage) -> str:
    """The passage as a reader sees it: a hard space is a space."""
    return " ".join(passage.tekst.split())


def _paren(was: Sequence[Passage], wordt: Sequence[Passage]) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Each old passage with the new one it became, in order; None where it has none."""
    volgende = 0
    for eerst in was:
        plek = next((plek for plek in range(volgende, len(wordt)) if _is_versie_van(wordt[plek], eerst)), None)
        if plek is None:
            yield eerst, None
            continue
        yield from ((None, nieuw) for nieuw in wordt[volgende:plek])
        yield eerst, wordt[plek]
        volgende = plek + 1
    yield from ((None, nieuw) for nieuw in wordt[volgende:])


def _met_verplaatst(
    paren: Sequence[tuple[Passage | None, Passage | None]],
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """`paren` with each passage that went beside the one that came with its words and its fact, where that stands.

    A day of a planning that moves past another one has not gone.
    """
    weg = [oud for oud, nieuw in paren if oud and nieuw is None and oud.feiten]
    erbij = [nieuw for oud, nieuw in paren if nieuw and oud is None]
    eerst, daarna = Counter(map(_kern, weg)), Counter(map(_kern, erbij))
    # Of more that are alike nobody can tell which became which.
    was = {_kern(oud): oud for oud in weg if eerst[_kern(oud)] == daarna[_kern(oud)] == 1}
    verplaatst = {id(was[kern]): nieuw for nieuw in erbij if (kern := _kern(nieuw)) in was}
    for oud, nieuw in paren:
        if nieuw is None and id(oud) in verplaatst:
            continue
        yield (was.get(_kern(nieuw)) if nieuw and oud is None else oud), nieuw


def _kern(passage: Passage) -> tuple[object, ...]:
    """What makes a passage the same one with another value: its words, where they were written, and its fact."""
    return passage.herkomst.bestand, passage.onder, passage.vast, passage.feiten[:1]


def _is_versie_van(nieuw: Passage, oud: Passage) -> bool:
    """Whether `nieuw` is what `oud` became: from the same file, much the same words or about the same fact."""
    if nieuw.herkomst.bestand != oud.herkomst.bestand:
        return False
    zelfde_feit = oud.feiten and oud.feiten[:1] == nieuw.feiten[:1]
    if zelfde_feit and oud.is_regel and nieuw.is_regel and oud.begint_met_feit and nieuw.begint_met_feit:
        return True  # a row is known by its first cell, whatever columns its table got or lost
    genoeg = _ZELFDE_FEIT if zelfde_feit else _LIJKT
    return difflib.SequenceMatcher(None, oud.tekst.split(), nieuw.tekst.split(), autojunk=False).ratio() >= genoeg


def _wijziging(
    oud: Passage | None, nieuw: Passage | None, uitslagen: tuple[Uitslagen, Uitslagen], veranderd: Veranderd
) -> Wijziging:
    beide = [passage for passage in (oud, nieuw) if passage]
    gedrukt = [pad for passage in beide for pad in passage.feiten]
    feiten = dict.fromkeys(pad for pad in gedrukt if pad in veranderd.feiten)
    # A sentence that has the same words with other values stands there still, whatever its presence hangs on. If
    # none of its facts has another value, or it prints other facts, a condition put those between those words.
    zelfde_woorden = oud and nieuw and oud.vast == nieuw.vast
    zelfde_feiten = oud and nieuw and oud.feiten == nieuw.feiten
    van_oud, van_nieuw = uitslagen
    was, wordt = oud.toetsen if oud else (), nieuw.toetsen if nieuw else ()
    gekeerd = (
        ()
        if zelfde_woorden and zelfde_feiten and feiten
        else (*van_nieuw.gekeerd(was), *van_oud.gekeerd(wordt), *elders_gekeerd(was, wordt))
    )
    voorwaarden = dict.fromkeys(pad for pad in gekeerd if pad in veranderd.feiten)
    if not (feiten or voorwaarden):  # one more or less of its kind
        voorwaarden = dict.fromkeys(groep for pad in gedrukt for groep in _groepen(pad) if groep in veranderd.feiten)
    # Other words without a condition that came out otherwise: somebody wrote them.
    geschreven = not (zelfde_woorden or van_nieuw.omgekeerd(was) or van_oud.omgekeerd(wordt))
    bestanden = dict.fromkeys(passage.herkomst.bestand for passage in beide)
    teksten = [bestand for bestand in bestanden if geschreven and bestand in veranderd.teksten]
    benamingen: dict[str, None] = {}
    if not (feiten or voorwaarden or teksten):
        benamingen = dict.fromkeys(pad for pad in gedrukt if pad in veranderd.benamingen)
        # A text can be put together from others: what of it changed is then all that can be said.
        teksten = [] if benamingen else sorted(veranderd.teksten)
    return Wijziging(
        oud.tekst if oud else "",
        nieuw.tekst if nieuw else "",
        beide[-1].onder,
        beide[-1].waar,
        tuple(feiten),
        tuple(voorwaarden),
        tuple(teksten),
        tuple(benamingen),
        beide[-1].herkomst.bestand,
    )


def _groepen(pad: str) -> Iterator[str]:
    """What the fact at `pad` stands in, nearest first."""
    while pad := pad.rpartition(".")[0]:
        yield pad
