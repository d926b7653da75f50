"""The pen of a redline: words marked as inserted or deleted, by whom and when, and the comments beside them."""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from generator.schrijvers.docx.ooxml import XML_SPACE, Element, add, add_text, new_root, qualified
from generator.schrijvers.docx.package import PNG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.schrijvers.docx.package import Part
    from generator.schrijvers.docx.revisions.words import Story, Word

Mark = Literal["", "ins", "del"]


class Pen(Struct):
    """Writes into one file.

    Attributes:
        auteur: who is named as the author of every change.
        moment: when it was made, as Word writes it.
        first_note: the first number that is free for a note that goes.
        dropped: number in the redline of a note that goes → its number in the old paper.
        added: numbers of the notes whose reference is new.
    """

    auteur: str
    moment: str
    first_note: int
    dropped: dict[int, int] = field(default_factory=dict)
    added: set[int] = field(default_factory=set)
    comments: Element = field(default_factory=lambda: new_root("comments"))
    _last: int = 0

    def next_id(self) -> int:
        """A number that no change and no bookmark of the file has yet."""
        self._last += 1
        return self._last

    def stamp(self, parent: Element, name: str) -> Element:
        """A new last child of `parent` that says who changed something, and when."""
        return add(parent, name, id=self.next_id(), author=self.auteur, date=self.moment)

    def add_bookmark(self, paragraph: Element, name: str) -> None:
        """A point in `paragraph` that a link can go to."""
        number = self.next_id()
        add(paragraph, "bookmarkStart", id=number, name=name)
        add(paragraph, "bookmarkEnd", id=number)

    def write(self, paragraph: Element, story: Story, words: Iterable[tuple[Mark, Story, Word]]) -> None:
        """`words` at the end of `paragraph`, each with its mark and the story it was read in."""
        for link, linked in groupby(words, lambda item: item[2].link):
            parent = self._open_link(paragraph, story.part, link) if link else paragraph
            for mark, marked in groupby(linked, lambda item: item[0]):
                holder = self.stamp(parent, mark) if mark else parent
                for (text, *_), run in groupby(marked, lambda item: (item[2].kind == "t", *item[2].key[2:])):
                    self._write_run(holder, story, mark, [(side, word) for _, side, word in run], text=text)

    def _open_link(self, paragraph: Element, part: Part, link: str) -> Element:
        element = add(paragraph, "hyperlink", history=1)
        if link.startswith("#"):
            element.set(qualified("anchor"), link[1:])
        else:
            element.set(qualified("r:id"), part.relate("hyperlink", link, external=True))
        return element

    def _write_run(
        self, holder: Element, story: Story, mark: Mark, words: list[tuple[Story, Word]], *, text: bool
    ) -> None:
        if text:
            add_text(_run(holder, words[0][1].look), "".join(word.text for _, word in words))
            if mark == "del":
                _delete_text(holder[-1])
            return
        for side, word in words:
            match word.kind:
                case "fldSimple" if mark:
                    self._write_field(holder, mark, word)
                case "fldSimple":
                    holder.append(_copy(word))
                case "footnoteReference":
                    self._write_note(holder, mark, word)
                case "drawing" if mark == "del":
                    _run(holder, word.look).append(_carry(side, story, _copy(word)))
                case _:
                    _run(holder, word.look).append(_copy(word))

    def _write_note(self, holder: Element, mark: Mark, word: Word) -> None:
        """The reference to a note. One that goes gets a number of its own: the note may stand elsewhere still."""
        number = word.note
        if mark == "del":
            number = self.first_note + len(self.dropped)
            self.dropped[number] = word.note
        elif mark == "ins":
            self.added.add(number)
        bookmark = self.next_id()
        add(holder, "bookmarkStart", id=bookmark, name=f"_noot{number}")
        add(_run(holder, word.look), "footnoteReference", id=number)
        add(holder, "bookmarkEnd", id=bookmark)

    def _write_field(self, holder: Element, mark: Mark, word: Word) -> None:
        """A field as runs: a simple field cannot stand in a change (§ 17.13.5.18)."""
        instruction = word.element.get(qualified("instr"), "") if word.element is not None else ""
        if mark == "del" and word.note:
            gone = {old: new for new, old in self.dropped.items()}
            instruction = instruction.replace(f"_noot{word.note} ", f"_noot{gone.get(word.note, word.note)} ")
        add(_run(holder, word.look), "fldChar", fldCharType="begin")
        code = add(_run(holder, word.look), "instrText" if mark == "ins" else "delInstrText")
        code.text = instruction
        code.set(XML_SPACE, "preserve")
        add(_run(holder, word.look), "fldChar", fldCharType="separate")
        add_text(_run(holder, word.look), word.text)
        if mark == "del":
            _delete_text(holder[-1])
        add(_run(holder, word.look), "fldChar", fldCharType="end")

    def comment(self, paragraph: Element, lines: Iterable[str], *, mark: Mark = "") -> None:
        """A comment of `lines` on what changed in `paragraph`; on the whole of it when it came or went (`mark`)."""
        changed = _holding(paragraph, "ins", "del") or _holding(paragraph, "footnoteReference") or list(paragraph)[1:]
        number = len(self.comments)
        start, end = (paragraph.makeelement(qualified(f"commentRange{what}")) for what in ("Start", "End"))
        for point in (start, end):
            point.set(qualified("id"), str(number))
        if changed:
            changed[0].addprevious(start)
            changed[-1].addnext(end)
        else:
            paragraph.extend([start, end])
        holder = self.stamp(paragraph, mark) if mark else paragraph
        add(add(holder, "r"), "commentReference", id=number)
        end.addnext(holder if mark else paragraph[-1])
        initials = "".join(word[0] for word in self.auteur.split())[:3]
        note = add(self.comments, "comment", id=number, author=self.auteur, date=self.moment, initials=initials)
        for line in lines:
            add_text(add(add(note, "p"), "r"), line)


def _holding(paragraph: Element, *names: str) -> list[Element]:
    """The children of `paragraph` that are, or hold, an element of one of these names."""
    tags = [qualified(name) for name in names]
    return [child for child in list(paragraph)[1:] if next(child.iter(*tags), None) is not None]


def _run(parent: Element, look: Element | None) -> Element:
    run = add(parent, "r")
    if look is not None:
        run.append(deepcopy(look))
    return run


def _copy(word: Word) -> Element:
    return deepcopy(word.element)  # type: ignore[return-value]  # what is no text is an element


def _delete_text(run: Element) -> None:
    for text in run.iter(qualified("t")):
        text.tag = qualified("delText")


def _carry(old: Story, new: Story, drawing: Element) -> Element:
    """`drawing` of the old paper with its image brought into the new file."""
    image, blip = old.picture(drawing)
    part = new.package.add(new.part, "image", "word/media/beeld{}.png", PNG, image.blob)
    blip.set(qualified("r:embed"), new.part.relate("image", part.name))
    return drawing
