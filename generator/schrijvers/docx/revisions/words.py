"""A paragraph as words that can be compared: each knows its look, its link and the figure it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.document.verschil import WOORD
from generator.schrijvers.docx.controls import Controls, box_run
from generator.schrijvers.docx.ooxml import Element, qualified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Cijfer
    from generator.schrijvers.docx.package import Package, Part

_SPOOR = "urn:raadwerk:spoor"
_FIGURE = f"{{{_SPOOR}}}cijfer"  # stands around the run of a figure while two papers are compared; never written
_NOTE_BOOKMARK = "_noot"


class Figures(Controls):
    """Figures as plain runs that can be told from other words: a redline carries no bindings."""

    def __init__(self) -> None:
        super().__init__()
        self.cijfers: list[Cijfer] = []

    def wrap(self, cijfer: Cijfer, run: str, *, locked: bool) -> str:  # noqa: ARG002 - plain runs lock nothing
        """The run of `cijfer` with its mark around it."""
        self.cijfers.append(cijfer)
        return f'<cijfer xmlns="{_SPOOR}" nummer="{len(self.cijfers) - 1}">{run}</cijfer>'

    def checkbox(self, name: str, *, checked: bool) -> str:  # noqa: ARG002 - idem
        """A box that shows its mark and cannot be ticked."""
        return box_run(checked=checked)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or something else that stands in the line; two are equal when a reader cannot tell them apart.

    Attributes:
        key: what a reader sees of it: kind and text, look, link.
        kind: "t" for text, else the name of its element: "tab", "br", "footnoteReference", "fldSimple", "drawing" …
        text: its text.
        look: the properties of its run, or None.
        link: what it links to ("#" and a bookmark, or an address); empty when it is no link.
        cijfer: the figure it is, or None.
        element: what stands there when it is no text.
        note: number of the note it refers to, in its own paper.
    """

    key: tuple[Any, ...]
    kind: str = field(compare=False)
    text: str = field(compare=False, default="")
    look: Element | None = field(compare=False, default=None)
    link: str = field(compare=False, default="")
    cijfer: Cijfer | None = field(compare=False, default=None)
    element: Element | None = field(compare=False, default=None)
    note: int = field(compare=False, default=0)

    @property
    def weight(self) -> float:
        """How much it says by itself: a space or a comma nothing; what is no text must not be written twice."""
        if self.kind not in {"t", "tab", "br"}:
            return inf
        return int(any(map(str.isalnum, self.text)))


@dataclass(frozen=True, slots=True)
class Story:
    """A part that is read: body, notes or footer of one of the two papers.

    Attributes:
        part: to whose relationships its links and pictures belong.
        package: the file the part is in.
        cijfers: the figures of the paper, by the number in their mark.
        notes: number of a note in this paper → its number in the redline.
    """

    part: Part
    package: Package
    cijfers: list[Cijfer]
    notes: Mapping[int, int]

    def read(self, paragraph: Element) -> list[Word]:
        """The words of `paragraph` in order."""
        return [word for child in paragraph for word in self._read(child, "", None)]

    def _read(self, node: Element, link: str, cijfer: Cijfer | None) -> Iterator[Word]:
        name = etree.QName(node).localname
        if node.tag == _FIGURE:
            inner, found = list(node), self.cijfers[int(node.get("nummer", "0"))]
            for run in inner:
                yield from self._read(run, link, found)
        elif name == "hyperlink":
            for child in node:
                yield from self._read(child, self._target(node), cijfer)
        elif name == "fldSimple":
            yield self._field(node, link)
        elif name == "r":
            yield from self._run(node, link, cijfer)

    def _target(self, link: Element) -> str:
        anchor = link.get(qualified("anchor"))
        return f"#{anchor}" if anchor else self.part.relationships[link.get(qualified("r:id"), "")][1]

    def _field(self, node: Element, link: str) -> Word:
        instruction = node.get(qualified("instr"), "")
        words = instruction.split()
        note = int(words[1].removeprefix(_NOTE_BOOKMARK)) if words[0] == "NOTEREF" else 0
        look = node[0].find(qualified("rPr"))
        key = ("fldSimple", self.notes.get(note, -note) if note else instruction, _look(look), link)
        return Word(key, "fldSimple", "".join(map(str, node.itertext())), look, link, element=node, note=note)

    def _run(self, run: Element, link: str, cijfer: Cijfer | None) -> Iterator[Word]:
        look = run.find(qualified("rPr"))
        shown = _look(look)
        for child in run:
            name = etree.QName(child).localname
            if name == "rPr":
                continue
            if name == "t":
                text = child.text or ""
                for word in [text] if cijfer else WOORD.findall(text):
                    yield Word(("t", word, shown, link), "t", word, look, link, cijfer)
                continue
            note, what = 0, ""
            if name == "footnoteReference":
                note = int(child.get(qualified("id"), "0"))
                what = str(self.notes.get(note, -note))
            elif name == "drawing":
                what = self._picture(child)
            yield Word((name, what, shown, link), name, "", look, link, cijfer, child, note)

    def picture(self, drawing: Element) -> tuple[Part, Element]:
        """The part of the picture in `drawing`, and the element that refers to it."""
        blip = next(drawing.iter(qualified("a:blip")))
        return self.package.parts[self.part.relationships[blip.get(qualified("r:embed"), "")][1]], blip

    def _picture(self, drawing: Element) -> str:
        """What a reader sees of a picture: its image, size and alternative text."""
        image, _ = self.picture(drawing)
        size, words = next(drawing.iter(qualified("wp:extent"))), next(drawing.iter(qualified("wp:docPr")))
        return f"{hashlib.sha256(image.blob).hexdigest()} {sorted(size.items())} {words.get('descr')}"


def _look(properties: Element | None) -> bytes:
    return (
        b""
        if properties is None
        else b"".join(etree.tostring(child, method="c14n", exclusive=True) for child in properties)
    )


def bookmarks(paragraph: Element) -> tuple[str, ...]:
    """The names that links go to in `paragraph`, without those of notes."""
    names = (start.get(qualified("name"), "") for start in paragraph.iter(qualified("bookmarkStart")))
    return tuple(name for name in names if not name.startswith(_NOTE_BOOKMARK))
