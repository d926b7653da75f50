"""Where the papers show a fact or hang on it, for the old → new sheet (*was-wordtplaatsen*)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.document.nodes import Cijfer
from generator.document.oorzaken import paden_van
from generator.document.plekken import aanduiding, walk_in_plekken, walk_plekken
from generator.document.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.document.nodes import Document
    from generator.verschil import Toestand, Verschil

    Plaatsen = Mapping[str, Mapping[str, list[str]]]  # path of a fact → name of a paper → the parts of it


def noem_stukken(stukken: Iterable[str], oud: Toestand, nieuw: Toestand) -> dict[str, str]:
    """What each of `stukken` is called: its kind, with its title when there are more of that kind."""
    metas = {naam: (nieuw.stukken.get(naam) or oud.stukken[naam]).meta for naam in stukken}
    soorten = {naam: meta.documentsoort.partition(", variant:")[0] for naam, meta in metas.items()}
    telling = Counter(soorten.values())
    titels = {naam: meta.titel.removeprefix(f"{soorten[naam]}: ") for naam, meta in metas.items()}
    return {naam: soort if telling[soort] == 1 else f"{soort} ‘{titels[naam]}’" for naam, soort in soorten.items()}


def vind_plaatsen(verschil: Verschil, stukken: Mapping[str, str], oud: Toestand, nieuw: Toestand) -> Plaatsen:
    """Where `stukken` (name in the dossier → what it is called) print each fact, or have a passage that hangs on it.

    Of a fact that they print no longer, where it was.
    """
    uit = dict(vind_gedrukt(stukken, oud, nieuw))
    for stuk in verschil.stukken:
        naam = stukken.get(stuk.naam, "")
        for een in stuk.wijzigingen if naam else ():
            for pad in een.voorwaarden:
                eerder = uit.get(pad, {})
                uit[pad] = {**eerder, naam: list(dict.fromkeys((*eerder.get(naam, ()), een.waar)))}
    volgorde = {naam: _delen(oud.stukken.get(stuk), nieuw.stukken.get(stuk)) for stuk, naam in stukken.items()}
    return {
        pad: {naam: sorted(per_stuk[naam], key=volgorde[naam].__getitem__) for naam in volgorde if naam in per_stuk}
        for pad, per_stuk in uit.items()
    }


def vind_gedrukt(stukken: Mapping[str, str], oud: Toestand, nieuw: Toestand) -> Plaatsen:
    """The same, only of what they print."""
    uit: dict[str, dict[str, list[str]]] = {}
    for toestand in (oud, nieuw):
        deze: dict[str, dict[str, list[str]]] = {}
        for stuk, naam in stukken.items():
            if boom := toestand.stukken.get(stuk):
                for pad, plek in _gedrukt(boom):
                    delen = deze.setdefault(pad, {}).setdefault(naam, [])
                    if plek not in delen:
                        delen.append(plek)
        uit |= deze
    return uit


def _gedrukt(boom: Document) -> Iterator[tuple[str, str]]:
    """Path of each fact that `boom` prints, and the part it stands in, in reading order."""
    for blok, plek in walk_plekken(boom):
        waar = aanduiding(plek)
        for node in walk(blok):
            if isinstance(node, Cijfer):
                yield paden_van(node)[0], waar


def _delen(oud: Document | None, nieuw: Document | None) -> dict[str, int]:
    """The parts of a paper with their place in reading order; those that only the old one has come last."""
    delen = (aanduiding(plek) for boom in (nieuw, oud) if boom for _, plek in walk_in_plekken(boom))
    return {deel: plek for plek, deel in enumerate(dict.fromkeys(delen))}
