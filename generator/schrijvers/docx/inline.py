"""Words in a paragraph: runs, figures in their controls, links, references to notes."""

from __future__ import annotations

import hashlib
import re
import urllib.parse
from typing import TYPE_CHECKING, NamedTuple, assert_never

from generator.document.nodes import Cijfer, Emphasis, FootnoteRef, LineBreak, Link, Strong, Text
from generator.schrijvers.docx.ooxml import Element, add, add_copy, add_text, pattern, qualified

if TYPE_CHECKING:
    from generator.document.nodes import Inline
    from generator.schrijvers.docx.work import Work

_URI = "!#$%&'()*+,/:;=?@[]~"  # may stand in an address as they are (RFC 3986); Word calls other files damaged


class Marks(NamedTuple):
    """How a run looks. In a `link` a figure is a plain run: Word opens no link through a control."""

    bold: bool = False
    italic: bool = False
    link: bool = False
    locked: bool = False


PLAIN = Marks()


def add_inline(work: Work, parent: Element, content: tuple[Inline, ...], marks: Marks = PLAIN) -> None:
    """`content` at the end of `parent`, a paragraph or a link."""
    for node in content:
        match node:
            case Text(text):
                add_run(work, parent, text, marks)
            case Cijfer():
                _add_cijfer(work, parent, node, marks)
            case Strong(inner):
                add_inline(work, parent, inner, marks._replace(bold=True))
            case Emphasis(inner):
                add_inline(work, parent, inner, marks._replace(italic=True))
            case Link():
                _add_link(work, parent, node, marks)
            case FootnoteRef(number):
                _add_footnote_reference(work, parent, number)
            case LineBreak():
                add(add(parent, "r"), "br")
            case _:
                assert_never(node)


def add_run(work: Work, parent: Element, text: str, marks: Marks = PLAIN, style: str = "") -> None:
    """`text` as one run at the end of `parent`; `style` names a character style."""
    looks = ("run", "Hyperlink" if marks.link else style, marks.bold, marks.italic)
    if (model := work.patterns.get(looks)) is None:
        model = work.patterns[looks] = _run(work, *looks[1:])
    add_text(add_copy(parent, model), text)


def _run(work: Work, style: str, bold: bool, italic: bool) -> Element:  # noqa: FBT001 - how it looks, in order
    run = pattern("r")
    if style or bold or italic:
        properties = add(run, "rPr")
        if style:
            add(properties, "rStyle", val=work.styles.id(style, "character"))
        for on, names in ((bold, ("b", "bCs")), (italic, ("i", "iCs"))):
            for name in names if on else ():
                add(properties, name)
    return run


def add_bookmark(work: Work, paragraph: Element, name: str) -> None:
    """A point in `paragraph` that a link or a field can go to."""
    work.bookmarks += 1
    add(paragraph, "bookmarkStart", id=work.bookmarks, name=name)
    add(paragraph, "bookmarkEnd", id=work.bookmarks)


def bookmark_of(label: str) -> str:
    """The bookmark of a label: at most 40 letters, digits and underscores, a letter first (§ 17.13.6.2)."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{0,39}", label):
        return label.replace("-", "_")
    tidy = re.sub(r"\W", "_", label, flags=re.ASCII)[:24]
    return f"p_{tidy}_{hashlib.sha256(label.encode()).hexdigest()[:8]}"


def _add_cijfer(work: Work, parent: Element, cijfer: Cijfer, marks: Marks) -> None:
    if not cijfer.text:
        return  # an empty control would print Word's own "click here to enter text"
    target = parent
    if not marks.link:
        target = work.controls.add(parent, cijfer, locked=cijfer.afgeleid or marks.locked)
    add_run(work, target, cijfer.text, marks, "Open plek" if cijfer.open else "")


def _add_link(work: Work, parent: Element, link: Link, marks: Marks) -> None:
    element = add(parent, "hyperlink", history=1)
    if link.href.startswith("#"):
        element.set(qualified("anchor"), bookmark_of(link.href[1:]))
    else:
        address = urllib.parse.quote(link.href, safe=_URI)
        element.set(qualified("r:id"), work.part.relate("hyperlink", address, external=True))
    add_inline(work, element, link.content, marks._replace(link=True))


def _add_footnote_reference(work: Work, parent: Element, number: int) -> None:
    """The mark of a note; Word has one mark per note, so a second one is a field that repeats the first."""
    style = work.styles.id("footnote reference", "character")
    bookmark = f"_noot{number}"
    if work.in_footnotes or number in work.notes:
        field = add(parent, "fldSimple", instr=f" NOTEREF {bookmark} \\f \\h ")
        run = add(field, "r")
        add(add(run, "rPr"), "rStyle", val=style)
        add_text(run, str(number))
        return
    work.notes.add(number)
    work.bookmarks += 1
    add(parent, "bookmarkStart", id=work.bookmarks, name=bookmark)
    run = add(parent, "r")
    add(add(run, "rPr"), "rStyle", val=style)
    add(run, "footnoteReference", id=number)
    add(parent, "bookmarkEnd", id=work.bookmarks)
