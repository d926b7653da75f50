"""Inline nodes → HTML; every word passes through `escape`."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup, escape

from generator.document import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

# A fact of at most this many characters stays on one line: a number with its unit, a date.
_KORT = 24
# Names of our own places have a colon, which no label has.
NOOT, TERUG = "noot:{}", "nootverwijzing:{}"


class Regel:
    """Writes lines of one page, and knows which footnotes it has met: the way back leads to the first reference."""

    def __init__(self) -> None:
        self._verwezen: set[int] = set()

    def __call__(self, inhoud: Iterable[nodes.Inline]) -> Markup:
        """`inhoud` as phrasing content."""
        # `Markup.join` would escape each part once more, to find that it is safe.
        return Markup("".join([self._deel(deel) for deel in inhoud]))  # noqa: S704 - each part is

    def _deel(self, deel: nodes.Inline) -> Markup:
        match deel:
            case nodes.Text(tekst):
                return escape(tekst)
            case nodes.Cijfer():
                return _cijfer(deel)
            case nodes.Strong(inhoud):
                return Markup("<strong>%s</strong>") % self(inhoud)
            case nodes.Emphasis(inhoud):
                return Markup("<em>%s</em>") % self(inhoud)
            case nodes.Link(inhoud, href):
                return Markup('<a href="%s">%s</a>') % (href, self(inhoud))
            case nodes.FootnoteRef(nummer):
                return self._verwijzing(nummer)
            case nodes.LineBreak():
                return Markup("<br>")
            case _:
                assert_never(deel)

    def _verwijzing(self, nummer: int) -> Markup:
        eigen = Markup("") if nummer in self._verwezen else Markup(' id="{}"').format(TERUG.format(nummer))
        self._verwezen.add(nummer)
        return Markup('<sup><a href="#{}"{} role="doc-noteref" aria-label="noot {}">{}</a></sup>').format(
            NOOT.format(nummer), eigen, nummer, nummer
        )


def _cijfer(cijfer: nodes.Cijfer) -> Markup:
    """A fact, its direction of writing kept to itself; an open one is marked as a place to fill in."""
    # A paper has a thousand of these: to escape by name takes a fraction of what `format` of Markup takes.
    vast = ' class="vast"' if len(cijfer.text) <= _KORT else ""
    feit = f'<bdi{vast} data-feit="{escape(cijfer.naam)}">{escape(cijfer.text)}</bdi>'
    return Markup(f"<mark>{feit}</mark>" if cijfer.open else feit)  # noqa: S704 - both words are escaped
