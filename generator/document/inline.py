"""Inline nodes, and what every block has: the small change of the document tree (see ``nodes.py``)."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

_ORIGIN = frozenset({"herkomst", "afwezig"})


class Text(Struct, frozen=True):
    """Words of the template or of a text file; never a value."""

    text: str


class Cijfer(Struct, frozen=True):
    """A fact on the page: the text as printed, the fact's path and the form in which it is printed.

    Attributes:
        text: what is printed. It is data, never markup.
        pad: path of the fact, or its formula when it was computed in the template.
        vorm: name of the form ("datum", "woorden", "met eenheid" …).
        open: whether the fact is still open (the text is then its placeholder).
        afgeleid: computed from other facts, so not to be edited in Word.
        uit: the paths a computed value rests on; otherwise `pad` alone.
        schuilnaam: what it is called in a file, when `pad` would tell what is secret.
        citaat: its words stand in its own quotation: they are another's, and not to be edited in Word either.
        afgerond: digits of it are left out, and the text does not say so.
    """

    text: str
    pad: str
    vorm: str
    open: bool = False
    afgeleid: bool = False
    uit: tuple[str, ...] = ()
    schuilnaam: str = ""
    citaat: bool = False
    afgerond: bool = False

    @property
    def naam(self) -> str:
        """What it is called in a file."""
        return self.schuilnaam or self.pad


class Strong(Struct, frozen=True):
    """Strong importance."""

    content: tuple[Inline, ...]


class Emphasis(Struct, frozen=True):
    """Stress emphasis."""

    content: tuple[Inline, ...]


class Link(Struct, frozen=True):
    """A link: to a web address, or to a part of this document when `href` starts with ``#``.

    The parts of the address that came from facts stand in `feiten`.
    """

    content: tuple[Inline, ...]
    href: str
    feiten: tuple[str, ...] = ()


class FootnoteRef(Struct, frozen=True):
    """A reference to the footnote with this number."""

    number: int


class LineBreak(Struct, frozen=True):
    """A hard line break inside a paragraph (an address, a signature)."""


Inline = Text | Cijfer | Strong | Emphasis | Link | FootnoteRef | LineBreak


class Toets(Struct, frozen=True):
    """What a condition of a template asked of one fact, and what came out.

    Attributes:
        pad: path of the fact, or of the list that a ``for`` goes through.
        uitslag: what came out ("True", the names in a list); of a fact that was asked more than once, all of it.
        bestand: template or text file with the condition; empty when that is not known.
        regel: line in it, from 1.
        nummer: which condition on that line it is, from 0: one line can ask the same fact more than once.
    """

    pad: str
    uitslag: str = ""
    bestand: str = ""
    regel: int = 0
    nummer: int = 0


class Herkomst(Struct, frozen=True):
    """Where a block or row was written, and the facts on which its presence hangs.

    Attributes:
        bestand: template or text file, relative to the werkmap or to the package.
        regel: line in it, from 1.
        toetsen: what every ``if`` or ``for`` around it asked, and those among its own words. What is asked around
            a part that knows this itself (a block in it, a row) stands with that part alone.
        woorden: file and line of most words of its first line, where that is another file: a text that a template
            brings in behind words or a number of its own.
        regels: of a paragraph of more lines that do not all hang on the same: where in its words each line begins,
            and what was asked around that line.
    """

    bestand: str = ""
    regel: int = 0
    toetsen: tuple[Toets, ...] = ()
    woorden: tuple[str, int] | None = None
    regels: tuple[tuple[int, tuple[Toets, ...]], ...] = ()

    def toetsen_van(self, begin: int, einde: int) -> tuple[Toets, ...]:
        """What was asked around the words from `begin` to `einde`: the lines they stand on, or else all there is."""
        if not self.regels:
            return self.toetsen
        einden = (*(plek for plek, _ in self.regels[1:]), einde)
        rond = (toetsen for (van, toetsen), tot in zip(self.regels, einden, strict=True) if van < einde and tot > begin)
        return tuple(dict.fromkeys(toets for toetsen in rond for toets in toetsen))

    @property
    def voorwaarden(self) -> tuple[str, ...]:
        """Paths of the facts that were asked, each once."""
        return tuple(dict.fromkeys(toets.pad for toets in self.toetsen))


class Written(Struct, frozen=True, eq=False):
    """What is equal to another, and prints alike, when its content is: where it was written does not count."""

    def _content(self) -> list[tuple[str, object]]:
        return [(name, getattr(self, name)) for name in _content_fields(type(self))]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash((type(self), *self._content()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join([f'{name}={value!r}' for name, value in self._content()])})"


@cache
def _content_fields(kind: type[Written]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in _ORIGIN)


class Placed(Written, frozen=True, kw_only=True):
    """What knows where it was written: a block, or a row of one."""

    herkomst: Herkomst = Herkomst()


class Block(Placed, frozen=True, kw_only=True):
    """What every block is."""
