"""Two versions of a paper as one Word file with tracked changes (ISO/IEC 29500-1 § 17.13.5).

Both are written by the ordinary writer, block by block; what stands beside each other is decided on the trees, and
which words differ on what the writer made of them. So accepting everything gives what the writer makes of the new
paper, and rejecting everything what it makes of the old one. Figures are plain text: a redline carries no bindings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.document.oorzaken import Deel
from generator.document.verschil import (
    Anders,
    Erbij,
    Gelijk,
    Weg,
    koppel,
    overlap,
    tel_woorden,
    vergelijk,
    vergelijk_noten,
)
from generator.errors import SchrijfError
from generator.schrijvers.docx import impossible_characters
from generator.schrijvers.docx.draft import close_draft, open_draft
from generator.schrijvers.docx.ooxml import Element, parse_bytes, qualified, serialize
from generator.schrijvers.docx.revisions.flow import Flow
from generator.schrijvers.docx.revisions.pen import Pen
from generator.schrijvers.docx.revisions.words import Figures, Story, bookmarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Document
    from generator.document.oorzaken import Oorzaken
    from generator.huisstijl import Huisstijl
    from generator.schrijvers.docx.draft import Draft

_P, _TBL = qualified("p"), qualified("tbl")


def write_revisions(  # noqa: PLR0913 - two papers, and what is said of the step from one to the other
    oud: Document,
    nieuw: Document,
    huisstijl: Huisstijl,
    beelden: tuple[Mapping[str, bytes], Mapping[str, bytes]],
    oorzaken: Oorzaken,
    *,
    auteur: str,
    datum: str,
    logo: bytes | None = None,
) -> bytes:
    """`nieuw` as a Word file in which every difference with `oud` is a tracked change with a comment.

    Args:
        oud: the old paper.
        nieuw: the new paper; page, header, watermark and properties of the file are its own.
        huisstijl: the house style of both.
        beelden: for each of the two a PNG of 200 dots per inch for the label of every time line and chart.
        oorzaken: the facts that moved, for the comments.
        auteur: who is named as the author of the changes.
        datum: the day of the changes, as an ISO date.
        logo: the logo of the house style as PNG.

    Raises:
        SchrijfError: a picture is missing, a character cannot stand in XML, or `huisstijl.word` is no Word file.
    """
    try:
        old = _Side(open_draft(oud, huisstijl, beelden[0], logo, Figures()))
        new = _Side(open_draft(nieuw, huisstijl, beelden[1], logo, Figures()))
        return _Redline(old, new, oorzaken, auteur, f"{datum}T00:00:00Z").write()
    except ValueError as error:
        fouten = (*impossible_characters(oud), *impossible_characters(nieuw))
        if not fouten:
            raise
        raise SchrijfError(*fouten) from error


class _Side:
    """One of the two papers, its words read back as elements."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.document, self.work = draft, draft.document, draft.work
        self.notes, self.places = draft.notes, draft.places
        self.root, self.notes_root = parse_bytes(draft.content), parse_bytes(draft.notes_content)

    @property
    def body(self) -> Element:
        """The body, the section at its end."""
        return self.root[0]

    def close(self) -> bytes:
        """The file of what the elements are now."""
        return close_draft(self.draft, serialize(self.root), serialize(self.notes_root))


class _Redline:
    """One redline being made in the file of the new paper."""

    def __init__(self, old: _Side, new: _Side, oorzaken: Oorzaken, auteur: str, moment: str) -> None:
        self._old, self._new, self._oorzaken = old, new, oorzaken
        numbers = [note.number for side in (old, new) for note in side.document.footnotes]
        self._pen = Pen(auteur, moment, first_note=max(numbers, default=0) + 1)
        self._paired = vergelijk_noten(old.document.footnotes, new.document.footnotes)

    def write(self) -> bytes:
        """The file."""
        old, new = self._old, self._new
        _take_lists(old, new)
        self._write_body()
        self._write_notes()
        self._write_footers()
        for number, drawing in enumerate(new.root.iter(qualified("wp:docPr")), start=1):
            drawing.set("id", str(number))
        if len(self._pen.comments):
            new.work.package.add(new.work.part, "comments", "word/comments.xml", blob=serialize(self._pen.comments))
        return new.close()

    def _flow(self, name: str) -> Flow:
        """What writes the part called `name` of both papers into that of the new one; empty for the body."""
        own = {note.number: note.number for note in self._new.document.footnotes}
        old, new = _story(self._old, name, self._paired), _story(self._new, name, own)
        return Flow(self._pen, old, new, self._oorzaken, comments=not name)

    def _write_body(self) -> None:
        old, new = self._old, self._new
        flow = self._flow("")
        flow.names = {name for paragraph in new.body.iter(_P) for name in bookmarks(paragraph)}
        flow.notes = self._changed_notes()
        before, after = list(old.body), list(new.body)
        new.body[:] = []
        for pair in vergelijk(old.document.blocks, new.document.blocks):
            match pair:
                case Gelijk(was, becomes) | Anders(was, becomes):
                    flow.write(
                        new.body, before[slice(*old.places[was])], after[slice(*new.places[becomes])],
                        Deel(old.document.blocks[was], new.document.blocks[becomes]),
                    )  # fmt: skip
                case Weg(was):
                    flow.write(new.body, before[slice(*old.places[was])], [], Deel(oud=old.document.blocks[was]))
                case Erbij(becomes):
                    cause = Deel(nieuw=new.document.blocks[becomes])
                    flow.write(new.body, [], after[slice(*new.places[becomes])], cause)
        flow.comments = False  # what is left is the empty paragraph after a table at the end
        flow.write(new.body, before[old.places[-1][1] : -1], after[new.places[-1][1] : -1], Deel())
        new.body.append(after[-1])

    def _changed_notes(self) -> dict[int, tuple[str, ...]]:
        """Number of a note in the new paper → why it changed."""
        was = {note.number: note for note in self._old.document.footnotes}
        becomes = {note.number: note for note in self._new.document.footnotes}
        return {
            new: self._oorzaken.van((), Deel(was[old].blocks, becomes[new].blocks))
            for old, new in self._paired.items()
            if was[old].blocks != becomes[new].blocks
        }

    def _write_notes(self) -> None:
        """The notes that stayed or came, and after them those that went, each under a number of its own."""
        old, new, pen = self._old, self._new, self._pen
        flow = self._flow(new.notes.name)
        before, after = _by_number(old.notes_root), _by_number(new.notes_root)
        was = {number: old_number for old_number, number in self._paired.items()}
        for number, note in after.items():
            if number <= 0:
                continue
            content = list(note)
            note[:] = []
            if number in was and number not in pen.added:
                former = list(before[was[number]])
                flow.write(note, former[:1], content[:1], Deel())  # both begin with the number of the note
                flow.write(note, former[1:], content[1:], Deel())
            else:
                for element in content:
                    flow.write_whole(note, element, "ins", Deel(), last=element is content[-1])
        for number, old_number in pen.dropped.items():
            note = new.notes_root.makeelement(qualified("footnote"))
            note.set(qualified("id"), str(number))
            new.notes_root.append(note)
            content = list(before[old_number])
            for element in content:
                flow.write_whole(note, element, "del", Deel(), last=element is content[-1])

    def _write_footers(self) -> None:
        """The footers that we made ourselves; one of the municipality holds nothing of the paper."""
        old, new = self._old.work.package.parts, self._new.work.package.parts
        for name in sorted(name for name in new if name.startswith("word/footer")):
            if name in old and old[name].blob != new[name].blob:
                flow = self._flow(name)
                before, after = parse_bytes(old[name].blob), parse_bytes(new[name].blob)
                content = list(after)
                after[:] = []
                flow.write(after, list(before), content, Deel())
                new[name].blob = serialize(after)


def _story(side: _Side, name: str, notes: Mapping[int, int]) -> Story:
    package, controls = side.work.package, side.work.controls
    assert isinstance(controls, Figures)  # noqa: S101 - opened with these
    return Story(package.parts[name] if name else side.work.part, package, controls.cijfers, notes)


def _by_number(root: Element) -> dict[int, Element]:
    return {int(note.get(qualified("id"), "0")): note for note in root}


def _take_lists(old: _Side, new: _Side) -> None:
    """Give each list of the old paper the id of the list it became, or one of its own in the new file."""
    before, after = list(_listed(old)), list(_listed(new))
    pairs = [
        pair
        for pair in koppel(before, after, lambda item: (item.level, item.text), _likeness)
        if isinstance(pair, Gelijk | Anders)
    ]
    ids = {old.work.numbering.bullets: new.work.numbering.bullets, 0: 0}
    # What reads the same tells more than what looks alike.
    for pair in sorted(pairs, key=lambda pair: isinstance(pair, Anders)):
        was, becomes = pair.oud.number, pair.nieuw.number
        if was not in ids and becomes not in ids.values():
            ids[was] = becomes
    for number in old.body.iter(qualified("numId")):
        was = int(number.get(qualified("val"), "0"))
        if was not in ids:
            ids[was] = new.work.numbering.adopt(old.work.numbering, was)
        number.set(qualified("val"), str(ids[was]))


class _Listed(NamedTuple):
    """A paragraph in a list: the id of its list, how deep it lies in it, its text and its words."""

    number: int
    level: str
    text: str
    words: Mapping[str, int]


def _likeness(was: _Listed, becomes: _Listed) -> float:
    return overlap(was.words, becomes.words) if was.level == becomes.level else 0


def _listed(side: _Side) -> Iterator[_Listed]:
    """Every paragraph in a list."""
    for paragraph in side.body.iter(_P):
        for place in paragraph.iter(qualified("numPr")):
            number, level = place.find(qualified("numId")), place.find(qualified("ilvl"))
            if number is not None:
                text = "".join(map(str, paragraph.itertext()))
                depth = "" if level is None else level.get(qualified("val"), "")
                yield _Listed(int(number.get(qualified("val"), "0")), depth, text, tel_woorden([(text, "")]))
