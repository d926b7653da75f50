"""Inline nodes, and what every block has: the small change of the document tree (see ``nodes.py``)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the template or of a text file; never a value."""

    text: str


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A fact on the page: the text as printed, the fact's path and the form in which it is printed.

    Attributes:
        text: what is printed. It is data, never markup.
        pad: path of the fact, or its formula when it was computed in the template.
        vorm: name of the form ("datum", "woorden", "met eenheid" …).
        open: whether the fact is still open (the text is then its placeholder).
        afgeleid: computed from other facts, so not to be edited in Word.
        uit: the paths a computed value rests on; otherwise `pad` alone.
    """

    text: str
    pad: str
    vorm: str
    open: bool = False
    afgeleid: bool = False
    uit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress emphasis."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link: to a web address, or to a part of this document when `href` starts with ``#``.

    The parts of the address that came from facts stand in `feiten`.
    """

    content: tuple[Inline, ...]
    href: str
    feiten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A reference to the footnote with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break inside a paragraph (an address, a signature)."""


Inline = Text | Cijfer | Strong | Emphasis | Link | FootnoteRef | LineBreak


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a block was written, and the facts on which its presence hangs.

    Attributes:
        bestand: template or text file, relative to the werkmap or to the package.
        regel: line in it, from 1.
        voorwaarden: paths of the facts tested by every ``if`` or ``for`` around it.
    """

    bestand: str = ""
    regel: int = 0
    voorwaarden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block carries; two blocks are equal when their content is, wherever it was written."""

    # Neither part of what a block is: two are equal, and print alike, wherever they were written.
    herkomst: Herkomst = field(default=Herkomst(), compare=False, repr=False)
