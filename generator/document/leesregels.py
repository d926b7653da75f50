"""A paper as the lines a reader finds in any format, each with the facts that stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from generator.document import nodes
from generator.document.nodes import Cijfer, FootnoteRef, LineBreak, Text
from generator.document.walk import text_runs, walk, walk_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block, Document


class Leesregel(Struct, frozen=True):
    """What stands in one place of a paper: a paragraph, a heading, a cell, a caption.

    Attributes:
        tekst: its words, without the number or label that a writer puts before it.
        cijfers: the facts in it, each with its begin and end in `tekst`.
        noten: where the mark of a note stands in `tekst`, and its number.
        blok: the block it stands in.
        in_beeld: it stands in a drawing, which is a picture in Word.
    """

    tekst: str
    cijfers: tuple[tuple[int, int, Cijfer], ...]
    noten: tuple[tuple[int, int], ...]
    blok: Block
    in_beeld: bool = False

    def met_noten(self) -> Leesregel:
        """The same with the number of each note among its words, as a PDF has it."""
        tekst, cijfers = self.tekst, self.cijfers
        for plek, nummer in reversed(self.noten):
            erbij = str(nummer)
            tekst = f"{tekst[:plek]}{erbij}{tekst[plek:]}"
            cijfers = tuple(
                (begin + len(erbij), eind + len(erbij), cijfer) if begin >= plek else (begin, eind, cijfer)
                for begin, eind, cijfer in cijfers
            )
        return replace(self, tekst=tekst, cijfers=cijfers, noten=())


def leesregels(document: Document) -> Iterator[Leesregel]:
    """The lines of `document` in reading order, those of notes last; no alternative texts, which nobody sees."""
    for blok in walk_blocks(document):
        match blok:
            case nodes.Grafiek(reeksen, staven):
                yield from (_regel((Text(naam),), blok, in_beeld=True) for naam in reeksen)
                for staaf in staven:
                    yield from (_regel((waarde,), blok, in_beeld=True) for waarde in staaf.waarden if waarde)
                    yield _regel((Text(staaf.naam),), blok, in_beeld=True)
                yield _regel(blok.caption, blok)
            case nodes.Tijdlijn(momenten):
                for moment in momenten:
                    yield from (_regel(deel, blok, in_beeld=True) for deel in (moment.datum, moment.tekst))
                yield _regel(blok.caption, blok)
            case nodes.Table(header, rows):
                # The caption stands above the table and its header in every format.
                yield _regel(blok.caption, blok)
                yield from (_regel(cel.content, blok) for rij in (header, *rows) for cel in rij.cells)
                yield _regel(blok.note, blok)
            case _:
                yield from (_regel(rij, blok) for rij in text_runs(blok))


def dictum_van(document: Document) -> list[list[int]]:
    """Of each row of beslispunten the places of its lines in `leesregels`, with the line that leads in to it."""
    punten = {
        id(deel): lijst
        for lijst, blok in enumerate(blok for blok in walk_blocks(document) if isinstance(blok, nodes.Beslispunten))
        for deel in walk(blok)
        if isinstance(deel, nodes.Block)
    }
    uit: dict[int, list[int]] = {}
    for plek, regel in enumerate(leesregels(document) if punten else ()):
        lijst = punten.get(id(regel.blok))
        if lijst is not None:
            uit.setdefault(lijst, [plek - 1]).append(plek)
    return list(uit.values())


def nummers_van(document: Document) -> frozenset[str]:
    """Every number that a writer puts before a heading, an item of a list, an article, a caption or a note."""
    uit: set[str] = set()
    for deel in walk((document.blocks, document.footnotes)):
        match deel:
            case nodes.Heading(number=nummer) | nodes.Argument(nummer=nummer) if nummer:
                uit.add(nummer)
            case nodes.NumberedList(items):
                uit |= {deel.mark(plek) for plek in range(len(items))}
            case nodes.Vraagpunt(nummer):
                uit.add(nummer)
            case nodes.Beslispunt(nummer) | nodes.Lid(nummer) | nodes.Artikel(nummer) | nodes.Footnote(nummer):
                uit.add(str(nummer))
            case nodes.Table(number=nummer) | nodes.Grafiek(number=nummer) | nodes.Tijdlijn(number=nummer):
                uit.add(str(nummer))
            case _:
                pass
    return frozenset(uit)


def _regel(rij: tuple[Any, ...], blok: Block, *, in_beeld: bool = False) -> Leesregel:
    tekst, cijfers, noten = "", [], []
    for deel in walk(rij):
        match deel:
            case Cijfer():
                cijfers.append((len(tekst), len(tekst) + len(deel.text), deel))
                tekst += deel.text
            case Text(woorden):
                tekst += woorden
            case LineBreak():
                tekst += " "
            case FootnoteRef(nummer):
                noten.append((len(tekst), nummer))
            case _:
                pass
    return Leesregel(tekst, tuple(cijfers), tuple(noten), blok, in_beeld)
