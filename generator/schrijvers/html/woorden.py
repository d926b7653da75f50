"""A line of our own HTML as words that can be compared: each knows what it stands in and the fact it is."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from generator.document.verschil import WOORD
from generator.schrijvers.html.knopen import HEEL, Knoop, zonder_plaats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOOT = re.compile(r'href="#noot:(\d+)"')


class Woord(NamedTuple):
    """A word in a line: where it stands in (start tags, outermost first), how it reads, and the fact it is."""

    om: tuple[str, ...]
    sleutel: str
    html: Markup
    pad: str


class Gelezen(NamedTuple):
    """A word as it is compared: two are equal when they read the same, in the same look."""

    woord: Woord

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Gelezen) and self._gezien == ander._gezien

    def __hash__(self) -> int:
        return hash(self._gezien)

    @property
    def _gezien(self) -> tuple[tuple[str, ...], str]:
        return self.woord.om, self.woord.sleutel


def gewicht(gelezen: Gelezen) -> float:
    """How much it says by itself: a space or a comma nothing; a note or a picture must not be written twice."""
    woord = gelezen.woord
    if not any(map(str.isalnum, woord.sleutel)):
        return 0
    is_heel = woord.sleutel != woord.html.unescape()
    return inf if is_heel and not woord.pad else 1


def lees_woorden(knoop: Knoop, noten: Mapping[int, int] | None = None, om: tuple[str, ...] = ()) -> Iterator[Woord]:
    """The words of `knoop`; with `noten` those of the old paper: number of a note → its number in the new one."""
    for kind in knoop.kinderen:
        if isinstance(kind, str):
            for woord in WOORD.findall(kind):
                yield Woord(om, woord, Markup.escape(woord), "")
        elif kind.tag in HEEL:
            feit = kind.attribuut("data-feit") or next(
                (deel.attribuut("data-feit") for deel in kind.kinderen if isinstance(deel, Knoop)), ""
            )
            yield Woord(om, _sleutel(kind, noten), (kind if noten is None else zonder_plaats(kind)).html, feit)
        else:
            yield from lees_woorden(kind, noten, (*om, kind.begin if noten is None else zonder_plaats(kind).begin))


def _sleutel(knoop: Knoop, noten: Mapping[int, int] | None) -> str:
    """What a reader sees of `knoop`; a note that only got another number is the same note."""
    gezien = str(knoop.zonder_namen)
    noot = _NOOT.search(gezien)
    if noot is None:
        return gezien
    nummer = int(noot[1])
    return f"noot {nummer if noten is None else noten.get(nummer, -nummer)}"


def nest(om: tuple[str, ...], inhoud: Markup) -> Markup:
    """`inhoud` in the elements whose start tags are `om`, outermost first."""
    for begin in reversed(om):
        tag = begin[1:].split(" ")[0].rstrip(">")
        inhoud = Markup(begin) + inhoud + Markup(f"</{tag}>")  # noqa: S704 - a tag that a writer of this package made
    return inhoud
