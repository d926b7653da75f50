"""What stands on paper, as it was read back from a Word file or a PDF: line by line, each with its place.

The value that goes from `lezers.docx` and `lezers.pdf` to whoever compares: a line holds the words of one paragraph
in Word, of one line in a PDF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Deel = Literal["tekst", "kop", "tabel", "voetnoot", "koptekst", "voettekst"]
_RANDEN = ("koptekst", "voettekst")
_APART = ("voetnoot", *_RANDEN)
# At the edge of a page, what two versions of one paper are bound to differ in.
_WISSELT = re.compile(
    r"\b(?:pagina|bladzijde|blad|blz\.?|pag\.?|p\.)\s*\d+(?:\s*(?:van|/)\s*\d+)?|\bversie\s+\d+(?:\.\d+)*|\bCONCEPT\b"
    r"|^\W*\d+(?:\s*(?:van|/)\s*\d+)?\W*$",
    re.IGNORECASE,
)


class Invulveld(Struct, frozen=True):
    """A figure in Word: a content control that is bound to a node of the part with values.

    Attributes:
        naam: the same for every place of one fact in one form.
        begin: place of its first character in the words of its line.
        eind: place after its last character.
        knoop: name of its node.
        waarde: what that node holds; None when there is no such node.
    """

    naam: str
    begin: int
    eind: int
    knoop: str
    waarde: str | None


class Regel(Struct, frozen=True):
    """One line of a PDF, or one paragraph of a Word file.

    Attributes:
        tekst: its words; a tab is a tab, a line break in it a space.
        nummer: its number on the page; in Word, which knows no pages, in the file.
        bladzijde: the page, from 1; 0 in Word.
        deel: what part of the paper it is in; a PDF does not tell headings, tables and notes from text.
        velden: the figures in it, as far as they can be told apart.
        nummering: the number that Word sets before it by itself; in a PDF that is one of its words.
    """

    tekst: str
    nummer: int
    bladzijde: int = 0
    deel: Deel = "tekst"
    velden: tuple[Invulveld, ...] = ()
    nummering: str = ""

    @property
    def plek(self) -> str:
        """Where it stands, for a reader: ``bladzijde 3, regel 12``, ``alinea 40``, ``een voetnoot``."""
        if self.bladzijde:
            return f"bladzijde {self.bladzijde}, regel {self.nummer}"
        return f"{self.deel}, alinea {self.nummer}" if self.deel in _APART else f"alinea {self.nummer}"


class Omvang(Struct, frozen=True):
    """How long a paper is once it is set.

    Attributes:
        bladen: how many pages.
        labels: label of a part of it → the page, from 1, on which that begins.
    """

    bladen: int
    labels: Mapping[str, int]


class Papier(Struct, frozen=True):
    """A file as it was read.

    Attributes:
        regels: its lines in reading order: of Word the text, then the notes, then headers and footers.
        bijgehouden: Word kept track of changes in it; they are read as if they were accepted.
        kenmerk: which paper it is, as ``document.kenmerk`` gave it; empty for a file of others.
        knopen: the part with values: name of each node → what it holds.
        ongelezen: what stands in it that cannot be read as words, in Dutch ("een ingesloten bestand").
        verborgen: words of a Word file that nobody sees, as they stand there.
        beelden: SHA-256 of each picture of a Word file, in order.
        opmerkingen: the comments in the margin of a Word file.
        omvang: how long it is; None in Word, which knows no pages, and where the file does not tell.
    """

    regels: tuple[Regel, ...]
    bijgehouden: bool = False
    kenmerk: str = ""
    knopen: Mapping[str, str] = field(default_factory=dict)
    ongelezen: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    verborgen: tuple[str, ...] = ()
    beelden: tuple[str, ...] = ()
    omvang: Omvang | None = None

    def tekst(self) -> tuple[Regel, ...]:
        """The lines of the paper itself: without the headers and footers that come back on every page."""
        return tuple(regel for regel in self.regels if regel.deel not in _RANDEN)

    def randen(self) -> tuple[Regel, ...]:
        """The lines of the headers and footers, as often as they stand there."""
        return tuple(regel for regel in self.regels if regel.deel in _RANDEN)

    def botsende_velden(self) -> Iterator[tuple[Regel, str, str]]:
        """Each figure that is another than the value under it: its line, what stands there, and that value."""
        for regel in self.regels:
            for veld in regel.velden:
                staat_er = regel.tekst[veld.begin : veld.eind]
                if veld.waarde is not None and staat_er.split() != veld.waarde.split():
                    yield regel, staat_er, veld.waarde


def zonder_wisselend(rand: str) -> str:
    """A line at the edge of a page without page number, version and watermark."""
    return _WISSELT.sub(" ", rand).strip()
