"""Two runs of paragraphs and tables → one, in which accepting all gives the new and rejecting all the old."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from generator.document.oorzaken import paden_van
from generator.document.verschil import Anders, Erbij, Gelijk, Weg, koppel, overlap, tel_woorden, vergelijk_woorden
from generator.schrijvers.docx.ooxml import Element, add, qualified
from generator.schrijvers.docx.revisions.elements import (
    TBL,
    TC,
    TR,
    P,
    bare,
    columns_of,
    content_of,
    separate,
    style_of,
    visible,
)
from generator.schrijvers.docx.revisions.words import Word, bookmarks

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence

    from generator.document.oorzaken import Deel, Oorzaken
    from generator.document.verschil import Paar
    from generator.schrijvers.docx.revisions.pen import Mark, Pen
    from generator.schrijvers.docx.revisions.words import Story

_OTHER_STYLE = 0.8  # a paragraph in another style is less likely a version of this one


class Flow(Struct):
    """Writes one part of the redline from that part of both papers.

    Attributes:
        pen: what marks and comments are written with.
        old: the part of the old paper.
        new: the part of the new one; what is written stands in its file.
        oorzaken: the facts that moved.
        comments: whether comments can stand in this part: in notes and footers Word has none.
        names: the bookmarks of the new part.
        notes: number of a note in the new paper → what changed in it, when something did.
    """

    pen: Pen
    old: Story
    new: Story
    oorzaken: Oorzaken
    comments: bool = True
    names: set[str] = field(default_factory=set)
    notes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    _said: tuple[str, ...] = ()
    _words: dict[Element, list[Word]] = field(default_factory=dict)
    _counts: dict[Element, Counter[str]] = field(default_factory=dict)

    def write(self, parent: Element, old: Sequence[Element], new: Sequence[Element], cause: Deel) -> None:
        """Both runs of elements at the end of `parent`."""
        self._said = ()
        for pair in self._pairs(old, new):
            match pair:
                case Gelijk(before, after) | Anders(before, after) if before.tag == P:
                    self._paragraph(parent, before, after, cause)
                case Gelijk(before, after) | Anders(before, after):
                    self._table(parent, before, after, cause)
                case Weg(before):
                    self.write_whole(parent, before, "del", cause)
                case Erbij(after):
                    self.write_whole(parent, after, "ins", cause)

    def write_whole(self, parent: Element, element: Element, mark: Mark, cause: Deel, *, last: bool = False) -> None:
        """A paragraph or table that went or came; the end of the `last` one in a note stays."""
        if element.tag == P:
            self._whole_paragraph(parent, element, mark, cause, last=last)
            return
        if len(parent) and parent[-1].tag == TBL:
            separate(self.pen, parent)
        table = add(parent, "tbl")
        for child in element:
            if child.tag == TR:
                self._whole_row(table, child, mark, cause)
            else:
                table.append(deepcopy(child))

    # --- which is which ---------------------------------------------------------------------------------

    def _pairs(self, old: Sequence[Element], new: Sequence[Element]) -> Iterable[Paar[Element]]:
        if len(old) == len(new) == 1 and old[0].tag == new[0].tag == P:
            return [Anders(old[0], new[0])]
        # The old elements know their story by where they stand, so both sides go through one pair of functions.
        before, after = [(self.old, element) for element in old], [(self.new, element) for element in new]
        pairs = koppel(before, after, lambda item: self._key(*item), lambda a, b: self._likeness(a[1], b[1]))
        return [bare(pair) for pair in pairs]

    def _read(self, story: Story, paragraph: Element) -> list[Word]:
        if paragraph not in self._words:
            self._words[paragraph] = story.read(paragraph)
        return self._words[paragraph]

    def _key(self, story: Story, element: Element) -> tuple[Any, ...]:
        """What a reader sees of `element`: two with the same key read the same."""
        if element.tag == P:
            words = tuple(word.key for word in self._read(story, element))
            return visible(element), words, bookmarks(element)
        return tuple(
            tuple(tuple(self._key(story, child) for child in content_of(cell)) for cell in row.iter(TC))
            for row in element.iter(TR)
        )

    def _count(self, story: Story, element: Element) -> Counter[str]:
        if element not in self._counts:
            self._counts[element] = tel_woorden(
                (word.text or word.kind, word.cijfer.pad if word.cijfer else "")
                for paragraph in element.iter(P)
                for word in self._read(story, paragraph)
            )
        return self._counts[element]

    def _likeness(self, old: Element, new: Element) -> float:
        if old.tag != new.tag or (old.tag == TBL and columns_of(old) != columns_of(new)):
            return 0
        alike = overlap(self._count(self.old, old), self._count(self.new, new))
        return alike if old.tag != P or style_of(old) == style_of(new) else alike * _OTHER_STYLE

    # --- paragraphs -------------------------------------------------------------------------------------

    def _paragraph(self, parent: Element, old: Element, new: Element, cause: Deel) -> None:
        was, becomes = self._read(self.old, old), self._read(self.new, new)
        paragraph = add(parent, "p")
        if (properties := new.find(qualified("pPr"))) is not None:
            paragraph.append(deepcopy(properties))
            if visible(old) != visible(new):
                change = self.pen.stamp(paragraph[0], "pPrChange")
                before = old.find(qualified("pPr"))
                change.append(deepcopy(before) if before is not None else change.makeelement(qualified("pPr")))
        self._write_bookmarks(paragraph, new, old)
        stretches = list(vergelijk_woorden(was, becomes, lambda word: word.weight))
        self.pen.write(paragraph, self.new, [item for stretch in stretches for item in self._marked(stretch)])
        differing = [word for stretch in stretches if not isinstance(stretch, Gelijk) for word in _all(stretch)]
        notes = [line for word in becomes if word in was for line in self.notes.get(word.note, ()) if word.note]
        lines: tuple[str, ...] = ()
        if differing or visible(old) != visible(new):
            lines = self.oorzaken.van(_paths(differing), cause)
        self._comment(paragraph, (*lines, *notes))

    def _marked(self, stretch: Paar[Sequence[Word]]) -> list[tuple[Mark, Story, Word]]:
        match stretch:
            case Gelijk(_, words) | Anders(_, words):
                return [("", self.new, word) for word in words]
            case Weg(words):
                return [("del", self.old, word) for word in words]
            case Erbij(words):
                return [("ins", self.new, word) for word in words]

    def _whole_paragraph(self, parent: Element, element: Element, mark: Mark, cause: Deel, *, last: bool) -> None:
        story = self.old if mark == "del" else self.new
        words = self._read(story, element)
        paragraph = add(parent, "p")
        properties = element.find(qualified("pPr"))
        paragraph.append(paragraph.makeelement(qualified("pPr")) if properties is None else deepcopy(properties))
        if not last:
            self.pen.stamp(add(paragraph[0], "rPr"), mark)
        if mark == "del":
            self._write_bookmarks(paragraph, paragraph, element)
        else:
            self._write_bookmarks(paragraph, element)
        # The number of a note is there as long as its note is.
        self.pen.write(
            paragraph, self.new, [("" if word.kind == "footnoteRef" else mark, story, word) for word in words]
        )
        # Of a whole block that came or went, what it hangs on goes before what it prints.
        paths = _paths(words) if cause.is_versie else []
        self._comment(paragraph, self.oorzaken.van(paths, cause), mark=mark)

    def _write_bookmarks(self, paragraph: Element, source: Element, old: Element | None = None) -> None:
        """The names of `source`, and those of `old` that the new paper has no longer."""
        names = [*bookmarks(source), *(bookmarks(old) if old is not None else ())]
        for name in dict.fromkeys(names):
            if name not in self.names or name in bookmarks(source):
                self.pen.add_bookmark(paragraph, name)

    def _comment(self, paragraph: Element, lines: tuple[str, ...], *, mark: Mark = "") -> None:
        """A comment, unless the one before it, in the same block, says the same."""
        if self.comments and lines and lines != self._said:
            self.pen.comment(paragraph, dict.fromkeys(lines), mark=mark)
            self._said = lines

    # --- tables -----------------------------------------------------------------------------------------

    def _table(self, parent: Element, old: Element, new: Element, cause: Deel) -> None:
        table = add(parent, "tbl")
        table.extend(deepcopy(child) for child in new if child.tag != TR)
        was, becomes = [(self.old, row) for row in old.iter(TR)], [(self.new, row) for row in new.iter(TR)]
        for pair in koppel(
            was, becomes, lambda item: self._row_key(*item), lambda a, b: self._row_likeness(a[1], b[1])
        ):
            match bare(pair):
                case Gelijk(before, after) | Anders(before, after):
                    row = add(table, "tr")
                    row.extend(deepcopy(child) for child in after if child.tag != TC)
                    for cells in zip(before.iter(TC), after.iter(TC), strict=True):
                        self._cell(row, *cells, cause)
                case Weg(before):
                    self._whole_row(table, before, "del", cause)
                case Erbij(after):
                    self._whole_row(table, after, "ins", cause)

    def _cell(self, row: Element, old: Element, new: Element, cause: Deel) -> None:
        cell = add(row, "tc")
        cell.append(deepcopy(new[0]))
        said = self._said
        self.write(cell, content_of(old), content_of(new), cause)
        self._said = self._said or said

    def _row_key(self, story: Story, row: Element) -> tuple[Any, ...]:
        return tuple(tuple(self._key(story, child) for child in content_of(cell)) for cell in row.iter(TC))

    def _row_likeness(self, old: Element, new: Element) -> float:
        """1 for rows that begin with the same words; the name of a row is what a reader finds it by."""
        names = [self._count(story, next(row.iter(TC))) for story, row in ((self.old, old), (self.new, new))]
        same = bool(names[0]) and names[0] == names[1]
        return 1 if same else overlap(self._count(self.old, old), self._count(self.new, new))

    def _whole_row(self, table: Element, row: Element, mark: Mark, cause: Deel) -> None:
        written = add(table, "tr")
        for child in row:
            if child.tag != TC:
                written.append(deepcopy(child))
                self.pen.stamp(written[-1], mark)
                continue
            cell = add(written, "tc")
            cell.append(deepcopy(child[0]))
            for inner in content_of(child):
                self.write_whole(cell, inner, mark, cause)


def _all(stretch: Paar[Sequence[Word]]) -> Sequence[Word]:
    return stretch.oud if isinstance(stretch, Weg) else stretch.nieuw


def _paths(words: Iterable[Word]) -> list[str]:
    """The facts that `words` print or follow from."""
    return [path for word in words for path in paden_van(word.cijfer)]
