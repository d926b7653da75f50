"""Our own HTML read back as a tree, so that two versions of it can be laid side by side and written as one.

It reads what the writers of this package make, well formed and escaped; it is no parser for the pages of others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.document.verschil import overlap, tel_woorden

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

_KOP = re.compile(r"h[1-6]")
_LEEG = {"br", "col", "hr", "img", "input"}  # elements without an end tag
ZIN = {"a", "bdi", "br", "cite", "em", "input", "label", "mark", "span", "strong", "sup"}  # what stands in a line
HEEL = {"bdi", "br", "input", "label", "mark", "sup", "svg", "colgroup", "hr"}  # what changes as a whole, or not
_ATTRIBUUT = r' {}="([^"]*)"'
_TABEL = re.compile(r'<table id="([^"]*)"')
_NAMEN = re.compile(_ATTRIBUUT.format("(?:id|aria-labelledby)"))


@dataclass(slots=True)
class Knoop:
    """An element, or a run of words in a line when `tag` is empty.

    Attributes:
        tag: its name.
        begin: its start tag as written.
        kinderen: what is in it; text is a string.
        zelfsluitend: it has no end tag.
    """

    tag: str
    begin: str
    kinderen: list[Knoop | str] = field(default_factory=list)
    zelfsluitend: bool = False
    _woorden: Counter[str] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def woorden(self) -> Counter[str]:
        """How often each word and each fact stands in it."""
        if self._woorden is None:
            self._woorden = tel_woorden(_tel(self))
        return self._woorden

    def attribuut(self, naam: str) -> str:
        """The value of an attribute; empty when it has none."""
        gevonden = re.search(_ATTRIBUUT.format(naam), self.begin)
        return gevonden[1] if gevonden else ""

    @property
    def is_zin(self) -> bool:
        """Whether it holds nothing but words: text and what stands in a line."""
        return all(isinstance(kind, str) or kind.tag in ZIN for kind in self.kinderen)

    @property
    def html(self) -> Markup:
        """The element as it was read."""
        inhoud = Markup("").join(escape(kind) if isinstance(kind, str) else kind.html for kind in self.kinderen)
        return self.omhul(inhoud)

    @property
    def zonder_namen(self) -> Markup:
        """The element without the names by which others refer to it: what a reader sees of it."""
        return Markup(_NAMEN.sub("", self.html))  # noqa: S704 - taken out of what was escaped

    @property
    def tekst(self) -> str:
        """Its words."""
        return "".join(kind if isinstance(kind, str) else kind.tekst for kind in self.kinderen)

    def omhul(self, inhoud: Markup) -> Markup:
        """`inhoud`, which is safe, in the tags of this element."""
        begin = Markup(self.begin)  # noqa: S704 - a tag that a writer of this package made
        sluit = self.tag and not self.zelfsluitend
        return begin + inhoud + Markup(f"</{self.tag}>" if sluit else "")  # noqa: S704 - idem

    @property
    def delen(self) -> list[Knoop]:
        """Its children as elements: words that stand loose between them are a run of their own."""
        uit: list[Knoop] = []
        for kind in self.kinderen:
            if isinstance(kind, Knoop) and kind.tag not in ZIN:
                uit.append(kind)
            elif uit and not uit[-1].tag:
                uit[-1].kinderen.append(kind)
            elif not isinstance(kind, str) or kind.strip():
                uit.append(Knoop("", "", [kind]))
        return uit


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stapel = [Knoop("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as written is what counts
        knoop = Knoop(tag, self.get_starttag_text() or "", zelfsluitend=tag in _LEEG)
        self.stapel[-1].kinderen.append(knoop)
        if tag not in _LEEG:
            self.stapel.append(knoop)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - idem
        self.stapel[-1].kinderen.append(Knoop(tag, self.get_starttag_text() or "", zelfsluitend=True))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - well formed: it ends what was begun last
        self.stapel.pop()

    def handle_data(self, data: str) -> None:
        self.stapel[-1].kinderen.append(data)


def lees_knopen(html: str) -> list[Knoop]:
    """The elements of `html`, which a writer of this package made."""
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    return lezer.stapel[0].delen


_EEN = ("svg", "hgroup", "caption", "thead", "tbody")  # of which there is one where they stand


def likeness(oud: Knoop, nieuw: Knoop) -> float:
    """How much two elements have in common, from 0 to 1; 1 for two of one kind with the same name."""
    if (oud.tag, _soort(oud)) != (nieuw.tag, _soort(nieuw)):
        return 0
    if oud.tag in _EEN:
        return 1
    if oud.tag == "div" and _kolommen(oud) != _kolommen(nieuw):
        return 0
    if oud.tag == "tr" and oud.delen[0].woorden and oud.delen[0].woorden == nieuw.delen[0].woorden:
        return 1  # the words it begins with are what a reader finds a row by
    naam = _naam(nieuw)
    if naam and ":" not in naam and naam == _naam(oud):
        return 1
    return overlap(oud.woorden, nieuw.woorden)


def _soort(knoop: Knoop) -> str:
    """Its class; whether a table stays whole on paper follows from how many rows it has, and makes no other kind."""
    return knoop.attribuut("class").removesuffix(" heel")


def _naam(knoop: Knoop) -> str:
    """The name by which others refer to it; a table bears its own within the frames around it."""
    tabel = _TABEL.search(str(knoop.html)) if knoop.tag == "div" else None
    return tabel[1] if tabel else knoop.attribuut("id")


def _kolommen(knoop: Knoop) -> int:
    return str(knoop.html).count("<col ")


def _tel(knoop: Knoop) -> Iterator[tuple[str, str]]:
    for kind in knoop.kinderen:
        if isinstance(kind, str):
            yield kind, ""
        elif pad := kind.attribuut("data-feit"):
            yield kind.tekst, pad
        else:
            yield from _tel(kind)


def zonder_plaats(knoop: Knoop) -> Knoop:
    """What went, without the names of its place: the new paper may have them; a heading that went heads nothing."""
    begin = re.sub(r' (?:id|aria-labelledby|aria-describedby|role|tabindex)="[^"]*"', "", knoop.begin)
    tag = knoop.tag
    if tag == "svg":
        return knoop
    if tag != "a":
        begin = re.sub(r' aria-label="[^"]*"', "", begin)
    if _KOP.fullmatch(tag):
        begin, tag = f'<p class="{tag}">', "p"
    elif tag == "li":
        begin = begin.replace("<li", '<li class="weg"', 1)
    kinderen = [kind if isinstance(kind, str) else zonder_plaats(kind) for kind in knoop.kinderen]
    return Knoop(tag, begin, kinderen, knoop.zelfsluitend)


def oud_beeld(beeld: Knoop) -> Markup:
    """A picture that went, under names of its own: the new paper may have one with the same."""
    eigen = re.sub(
        r' (id|aria-labelledby)="([^"]*)"', lambda naam: f' {naam[1]}="{naam[2].replace(" ", ":oud ")}:oud"', beeld.html
    )
    return Markup(re.sub(r'(url\(#[^)"]*|href="#[^"]*)', r"\1:oud", eigen))  # noqa: S704 - names of what was escaped
