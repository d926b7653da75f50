"""The document tree: a closed union of frozen structs that every writer walks with ``match``.

Typography has English names, the paper's own parts Dutch ones. There is no raw HTML, XML or Typst node:
what has no node cannot be printed. Everything a writer needs is in the tree (numbers of headings, questions,
notes and captions included), so that four writers cannot differ; a writer adds only form.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.document.delen import (
    Aanvinkpunt as Aanvinkpunt,
    Argument as Argument,
    Artikel as Artikel,
    Beslispunt as Beslispunt,
    Beslispunten as Beslispunten,
    Briefhoofd as Briefhoofd,
    Lid as Lid,
    Toetslijst as Toetslijst,
    Uitkomst as Uitkomst,
)
from generator.document.inline import (
    Block as Block,
    Cijfer as Cijfer,
    Emphasis as Emphasis,
    FootnoteRef as FootnoteRef,
    Herkomst as Herkomst,
    Inline as Inline,
    LineBreak as LineBreak,
    Link as Link,
    Placed as Placed,
    Strong as Strong,
    Text as Text,
    Toets as Toets,
    Written,
)


class Heading(Block, frozen=True):
    """A heading; `number` is its printed number ("3.2"), empty when it has none."""

    level: int
    content: tuple[Inline, ...]
    label: str
    number: str = ""


class Paragraph(Block, frozen=True):
    """A paragraph."""

    content: tuple[Inline, ...]


class ListItem(Struct, frozen=True):
    """One item of a list; `label` is what a reference to an *onderdeel* of an article calls it by."""

    blocks: tuple[Blok, ...]
    label: str = ""


class BulletList(Block, frozen=True):
    """A list without order."""

    items: tuple[ListItem, ...]


class NumberedList(Block, frozen=True):
    """A list with order; `start` is the first number. `letters` prints a., b., c.: the *onderdelen* of a lid."""

    items: tuple[ListItem, ...]
    start: int = 1
    letters: bool = False

    def mark(self, place: int) -> str:
        """What stands before the item at `place`, from 0: "3" or "c"; after z come aa and bb, as in statutes."""
        rounds, letter = divmod(self.start + place - 1, 26)
        return chr(ord("a") + letter) * (rounds + 1) if self.letters else str(self.start + place)


class Cell(Struct, frozen=True):
    """One cell of a table; `header` marks the first cell of a row as the row's header."""

    content: tuple[Inline, ...]
    align: Literal["left", "center", "right"] = "left"
    header: bool = False


class Row(Placed, frozen=True):
    """One row of a table; `total` marks a row of totals."""

    cells: tuple[Cell, ...]
    total: bool = False


class Table(Block, frozen=True):
    """A table with one header row.

    Attributes:
        header: the header row.
        rows: the body.
        caption: the caption, without "Tabel n"; never empty.
        number: the number in "Tabel n".
        label: what a reference calls it by.
        widths: relative column widths, one per column; they sum to 100.
        note: a line under the table ("bewerking gemeente; het besluit is leidend"); may be empty.
    """

    header: Row
    rows: tuple[Row, ...]
    caption: tuple[Inline, ...]
    number: int
    label: str
    widths: tuple[int, ...]
    note: tuple[Inline, ...] = ()


class Footnote(Struct, frozen=True):
    """A footnote, printed where its writer prints notes."""

    number: int
    blocks: tuple[Blok, ...]


class Kenmerk(Placed, frozen=True):
    """One line of the head of a paper: its name ("Zaaknummer") and value."""

    naam: str
    waarde: tuple[Inline, ...]


class Kop(Block, frozen=True):
    """The head of a paper: the kind of paper, its subject (the document's only h1), and its metadata."""

    documentsoort: str
    onderwerp: tuple[Inline, ...]
    kenmerken: tuple[Kenmerk, ...]


class Kader(Block, frozen=True):
    """A framed part that a reader should not miss (*rol van de raad*, the summary).

    `titel` is a heading of the level that fits its place: `level`.
    """

    titel: tuple[Inline, ...]
    level: int
    label: str
    blocks: tuple[Blok, ...]


class Citaat(Block, frozen=True):
    """Words of another paper, verbatim, with their source."""

    blocks: tuple[Blok, ...]
    bron: tuple[Inline, ...] = ()


class Antwoord(Placed, frozen=True):
    """One answer the council can give ("ja", "ja, mits", "nee, omdat") and what follows from it."""

    antwoord: str
    gevolg: tuple[Inline, ...]


class Vraagpunt(Block, frozen=True):
    """One question to the council with its possible answers; `nummer` is "1" or "2a"."""

    nummer: str
    label: str
    vraag: tuple[Inline, ...]
    antwoorden: tuple[Antwoord, ...]


class Ondertekenaar(Placed, frozen=True):
    """One who signs: the office and, when known, the name."""

    functie: str
    naam: tuple[Inline, ...]


class Ondertekening(Block, frozen=True):
    """The signature block: on whose behalf, and who signs; never an image of a signature."""

    namens: tuple[Inline, ...]
    ondertekenaars: tuple[Ondertekenaar, ...]


class Moment(Placed, frozen=True):
    """One point on a time line. `dag` is an ISO date that places it; `tot` ends it when it lasts."""

    dag: str
    datum: tuple[Inline, ...]
    tekst: tuple[Inline, ...]
    tot: str = ""
    soort: Literal["feit", "berekend", "norm", "aanname"] = "feit"


class Tijdlijn(Block, frozen=True):
    """A time line: drawn as a picture, with `alt` for who cannot see it; the moments are data."""

    momenten: tuple[Moment, ...]
    caption: tuple[Inline, ...]
    number: int
    label: str
    alt: tuple[Inline, ...]


class Staaf(Placed, frozen=True):
    """One group of a bar chart: its name and one value per series (None: not applicable)."""

    naam: str
    waarden: tuple[Cijfer | None, ...]
    getallen: tuple[str | None, ...]  # the same values as plain decimals, to draw with


class Grafiek(Block, frozen=True):
    """A bar chart of facts: groups of bars, one colour and one pattern per series."""

    reeksen: tuple[str, ...]
    staven: tuple[Staaf, ...]
    caption: tuple[Inline, ...]
    number: int
    label: str
    alt: tuple[Inline, ...]


class PageBreak(Block, frozen=True):
    """A new page starts here (before an attachment)."""


# The parts that a paper has and a text has not.
Stukdeel = (
    Kop
    | Kader
    | Citaat
    | Vraagpunt
    | Ondertekening
    | Tijdlijn
    | Grafiek
    | Beslispunten
    | Argument
    | Artikel
    | Toetslijst
    | Briefhoofd
)
Blok = Heading | Paragraph | BulletList | NumberedList | Table | PageBreak | Stukdeel
Hoofd = Kop | Briefhoofd  # every paper begins with one of these


class Meta(Struct, frozen=True):
    """What a file says about itself. No author: a public paper names no official.

    Attributes:
        titel: title of the file; never empty.
        documentsoort: "Opiniërende nota".
        taal: language tag, "nl-NL".
        datum: ISO date of the file: the toetsdatum.
        gemeente: whose paper it is.
        kenmerk: what stands in the footer beside the page number (kind, number, version).
        concept: watermark "CONCEPT" on every page.
        openbaarheid: "openbaar", "intern" …
        stuk: folder of the dossier and name of the paper in it, "dalfsen/raadsnota"; empty for a loose paper.
    """

    titel: str
    documentsoort: str
    datum: str
    gemeente: str
    kenmerk: str = ""
    taal: str = "nl-NL"
    concept: bool = True
    openbaarheid: str = "openbaar"
    stuk: str = ""


class Document(Written, frozen=True):
    """One paper.

    Attributes:
        meta: what the file says about itself.
        blocks: the content, in reading order; the first is the Kop, or the Briefhoofd of a letter.
        footnotes: in order of their numbers.
        afwezig: conditions of the template that came out empty, so that nothing stands there.
    """

    meta: Meta
    blocks: tuple[Blok, ...]
    footnotes: tuple[Footnote, ...] = ()
    afwezig: tuple[Herkomst, ...] = ()
