"""Words in a paragraph, as XML: runs, figures in their controls, links, references to notes."""

from __future__ import annotations

import hashlib
import re
import urllib.parse
from typing import TYPE_CHECKING, NamedTuple, assert_never

from generator.document.nodes import Cijfer, Emphasis, FootnoteRef, LineBreak, Link, Strong, Text
from generator.schrijvers.docx.ooxml import attribute, words

if TYPE_CHECKING:
    from generator.document.nodes import Inline
    from generator.schrijvers.docx.work import Work

_URI = "!#$%&'()*+,/:;=?@[]~"  # may stand in an address as they are (RFC 3986); Word calls other files damaged


class Marks(NamedTuple):
    """How a run looks. In a `link` a figure is a plain run: Word opens no link through a control."""

    bold: bool = False
    italic: bool = False
    link: bool = False


PLAIN = Marks()
TAB = "<w:r><w:tab/></w:r>"


def inline(work: Work, content: tuple[Inline, ...], marks: Marks = PLAIN) -> str:
    """`content` as the XML of what stands in a paragraph or a link."""
    parts = []
    for node in content:
        match node:
            case Text(text):
                parts.append(run(work, text, marks))
            case Cijfer():
                parts.append(_cijfer(work, node, marks))
            case Strong(inner):
                parts.append(inline(work, inner, marks._replace(bold=True)))
            case Emphasis(inner):
                parts.append(inline(work, inner, marks._replace(italic=True)))
            case Link():
                parts.append(_link(work, node, marks))
            case FootnoteRef(number):
                parts.append(_footnote_reference(work, number))
            case LineBreak():
                parts.append("<w:r><w:br/></w:r>")
            case _:
                assert_never(node)
    return "".join(parts)


def run(work: Work, text: str, marks: Marks = PLAIN, style: str = "") -> str:
    """`text` as one run; `style` names a character style."""
    looks = ("Hyperlink" if marks.link else style, marks.bold, marks.italic)
    if (properties := work.looks.get(looks)) is None:
        properties = work.looks[looks] = _properties(work, *looks)
    return f"<w:r>{properties}{words(text)}</w:r>"


def _properties(work: Work, style: str, bold: bool, italic: bool) -> str:  # noqa: FBT001 - how it looks, in order
    marks = f"{'<w:b/><w:bCs/>' if bold else ''}{'<w:i/><w:iCs/>' if italic else ''}"
    styled = character_style(work, style) if style else ""
    return f"<w:rPr>{styled}{marks}</w:rPr>" if styled or marks else ""


def character_style(work: Work, name: str) -> str:
    """The property of a run that it has the character style `name`."""
    return f'<w:rStyle w:val="{attribute(work.styles.id(name, "character"))}"/>'


def bookmark(work: Work, name: str) -> str:
    """A point in a paragraph that a link or a field can go to."""
    return "".join(_bookmark(work, name))


def _bookmark(work: Work, name: str) -> tuple[str, str]:
    """The begin and the end of a bookmark."""
    work.bookmarks += 1
    return (
        f'<w:bookmarkStart w:id="{work.bookmarks}" w:name="{name}"/>',
        f'<w:bookmarkEnd w:id="{work.bookmarks}"/>',
    )


def bookmark_of(label: str) -> str:
    """The bookmark of a label: at most 40 letters, digits and underscores, a letter first (§ 17.13.6.2)."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{0,39}", label):
        return label.replace("-", "_")
    tidy = re.sub(r"\W", "_", label, flags=re.ASCII)[:24]
    return f"p_{tidy}_{hashlib.sha256(label.encode()).hexdigest()[:8]}"


def _cijfer(work: Work, cijfer: Cijfer, marks: Marks) -> str:
    if not cijfer.text:
        return ""  # an empty control would print Word's own "click here to enter text"
    printed = run(work, cijfer.text, marks, "Open plek" if cijfer.open else "")
    return printed if marks.link else work.controls.wrap(cijfer, printed, locked=cijfer.pad in work.locked)


def _link(work: Work, link: Link, marks: Marks) -> str:
    if link.href.startswith("#"):
        target = f'w:anchor="{bookmark_of(link.href[1:])}"'
    else:
        address = urllib.parse.quote(link.href, safe=_URI)
        target = f'r:id="{work.part.relate("hyperlink", address, external=True)}"'
    return f'<w:hyperlink w:history="1" {target}>{inline(work, link.content, marks._replace(link=True))}</w:hyperlink>'


def _footnote_reference(work: Work, number: int) -> str:
    """The mark of a note; Word has one mark per note, so a second one is a field that repeats the first."""
    properties = f"<w:rPr>{character_style(work, 'footnote reference')}</w:rPr>"
    name = f"_noot{number}"
    if work.in_footnotes or number in work.notes:
        mark = f"<w:r>{properties}{words(str(number))}</w:r>"
        return f'<w:fldSimple w:instr=" NOTEREF {name} \\f \\h ">{mark}</w:fldSimple>'
    work.notes.add(number)
    begin, end = _bookmark(work, name)
    return f'{begin}<w:r>{properties}<w:footnoteReference w:id="{number}"/></w:r>{end}'
