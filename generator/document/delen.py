"""The parts that only some papers have: decision points, arguments, articles, checklists and the head of a letter.

Their numbers are given by the reader, like those of headings and tables: a writer only prints them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.document.inline import Block

if TYPE_CHECKING:
    from generator.document.inline import Inline
    from generator.document.nodes import Blok, Kenmerk

Uitkomst = Literal["ja", "nee", "n.v.t.", "nog te beoordelen"]


class Beslispunt(Block, frozen=True):
    """One point the council is asked to decide, or decides (*dictum*); readable and open to amendment by itself."""

    nummer: int
    label: str
    blocks: tuple[Blok, ...]


class Beslispunten(Block, frozen=True):
    """Points that stand one under the other, as one list."""

    punten: tuple[Beslispunt, ...]


class Argument(Block, frozen=True):
    """An argument for a beslispunt, or a *kanttekening* (risk, drawback, alternative) with it.

    Attributes:
        soort: which of the two; each counts for itself.
        bij: label of the beslispunt.
        nummer: "2.1": the first one with beslispunt 2.
        level: of the heading that states it.
        label: what a reference calls it by.
        bewering: the one sentence it argues.
        blocks: why that is so.
    """

    soort: Literal["argument", "kanttekening"]
    bij: str
    nummer: str
    level: int
    label: str
    bewering: tuple[Inline, ...]
    blocks: tuple[Blok, ...]


class Lid(Block, frozen=True):
    """A numbered part of an article; `nummer` is 0 for an article that has no leden. `label` may be empty."""

    nummer: int
    label: str
    blocks: tuple[Blok, ...]


class Artikel(Block, frozen=True):
    """An article of an agreement; its heading, of this `level`, reads "Artikel 5. Looptijd"."""

    nummer: int
    level: int
    label: str
    titel: tuple[Inline, ...]
    leden: tuple[Lid, ...]


class Aanvinkpunt(Block, frozen=True):
    """One item of a checklist.

    Attributes:
        label: names its boxes in Word and HTML.
        vraag: what is checked, as a question that *ja* or *nee* answers.
        grond: the article it rests on, with its link; may be empty.
        feiten: what the facts say.
        uitkomst: the answer; "nog te beoordelen" leaves every box empty.
        door: who decided it, or who must.
    """

    label: str
    vraag: tuple[Inline, ...]
    grond: tuple[Inline, ...]
    feiten: tuple[Inline, ...]
    uitkomst: Uitkomst
    door: tuple[Inline, ...] = ()


class Toetslijst(Block, frozen=True):
    """One group of a checklist under its own heading, with room for a note and initials at each item."""

    titel: tuple[Inline, ...]
    level: int
    label: str
    punten: tuple[Aanvinkpunt, ...]


class Briefhoofd(Block, frozen=True):
    """The head of a letter: who writes, to whom, the reference lines, and its subject (the document's only h1).

    `afzender` and `geadresseerde` hold a `LineBreak` between their lines.
    """

    documentsoort: str
    onderwerp: tuple[Inline, ...]
    afzender: tuple[Inline, ...]
    geadresseerde: tuple[Inline, ...]
    kenmerken: tuple[Kenmerk, ...]
