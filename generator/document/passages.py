"""How a paper reads, passage by passage (*passages*): sentences, rows, headings, each with the facts it rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, assert_never

from msgspec import Struct
from msgspec.structs import replace

from generator import opmaak
from generator.document import nodes
from generator.document.nodes import Cijfer, LineBreak, Link, Placed, Text
from generator.document.plekken import aanduiding, walk_in_plekken
from generator.document.walk import plain_text, text_runs, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Document, Herkomst, Toets
    from generator.document.plekken import Plek

# A sentence ends at . ? or ! before a space and a capital, unless what went before is an abbreviation.
_ZINSEINDE = re.compile(r"(?<=[.?!])\s+(?=[A-Z‘“(\[])")
_WAARDE = "\N{WHITE SQUARE}"
# Blocks whose parts read as one line each, and the field that holds those parts.
_RIJEN: dict[type, str] = {
    nodes.Table: "rows", nodes.Kop: "kenmerken", nodes.Briefhoofd: "kenmerken",
    nodes.Tijdlijn: "momenten", nodes.Grafiek: "staven", nodes.Ondertekening: "ondertekenaars",
}  # fmt: skip


class Passage(Struct, frozen=True):
    """One sentence, row or heading of a paper.

    Attributes:
        tekst: how it reads.
        vast: the same with a mark for each value: the words that a template chose.
        onder: the heading it stands under, or the frame, article or note it stands in.
        waar: the same as one refers to it: "hoofdstuk 3".
        feiten: paths of the facts it prints, and of those a printed value follows from.
        toetsen: what the conditions around it asked.
        herkomst: where it was written.
        is_regel: whether it is no running text: a row, a label with its value.
    """

    tekst: str
    vast: str
    onder: str
    waar: str
    feiten: tuple[str, ...]
    toetsen: tuple[Toets, ...]
    herkomst: Herkomst
    is_regel: bool = False

    @property
    def begint_met_feit(self) -> bool:
        """Whether the first thing it says is a value."""
        return self.vast.startswith(_WAARDE)


def passages(document: Document) -> Iterator[Passage]:
    """The passages of `document` in reading order, those of footnotes last."""
    for blok, plek in walk_in_plekken(document):
        onder, waar = _als_kop(plek) or _bijschrift(blok), aanduiding(plek)
        for deel, tekst in regels_van(blok):
            eigen = herkomst_van(deel, blok)
            for zin, vast, feiten, (begin, einde) in _zinnen(deel, tekst):
                if zin:
                    toetsen = eigen.toetsen if tekst else eigen.toetsen_van(begin, einde)
                    yield Passage(zin, vast, onder, waar, feiten, toetsen, eigen, bool(tekst))


def _als_kop(plek: Plek) -> str:
    """A place as a reader sees it above the passage; empty before the first heading."""
    match plek:
        case nodes.Heading():
            return f"{plek.number} {plain_text(plek.content)}".strip()
        case nodes.Kader() | nodes.Toetslijst():
            return plain_text(plek.titel)
        case nodes.Artikel():
            return f"Artikel {plek.nummer}. {plain_text(plek.titel)}"
        case nodes.Footnote():
            return f"noot {plek.number}"
        case nodes.Ondertekening():
            return "Ondertekening"
        case None:
            return ""
        case _:
            assert_never(plek)


def _bijschrift(blok: nodes.Block) -> str:
    """What a table before the first heading is called."""
    return plain_text(blok.caption) if isinstance(blok, nodes.Table) else ""


def _zinnen(deel: Any, tekst: str) -> Iterator[tuple[str, str, tuple[str, ...], tuple[int, int]]]:  # noqa: ANN401 - any node
    """The sentences of `deel`, or the line `tekst` that it reads as, each without its values and with their facts.

    The last is where it begins and ends in the words of `deel`.
    """
    lopend = tekst or plain_text(deel)
    grenzen = [len(lopend)] if tekst else [einde.end() for einde in _ZINSEINDE.finditer(lopend)] + [len(lopend)]
    feiten: list[list[str]] = [[] for _ in grenzen]
    waarden: list[list[str]] = [[] for _ in grenzen]
    gelezen = zin = 0
    for node in walk(deel):
        while not tekst and zin < len(grenzen) - 1 and gelezen >= grenzen[zin]:
            zin += 1
        if isinstance(node, Link):
            feiten[zin] += node.feiten
        if isinstance(node, Cijfer):
            # A value can hold the end of a sentence ("J.B. Jansen"): the next one rests on it as well.
            for welke, woorden in _stukken(node.text, gelezen, grenzen, zin):
                feiten[welke] += [node.pad.partition("@")[0], *node.uit]
                waarden[welke].append(woorden)
        if isinstance(node, Text | Cijfer):
            gelezen += len(node.text)
        elif isinstance(node, LineBreak):
            gelezen += 1
    begin = 0
    for einde, paden, getallen in zip(grenzen, feiten, waarden, strict=True):
        deze = lopend[begin:einde].strip()
        waar = begin, begin + len(lopend[begin:einde].rstrip())
        yield deze, _zonder_waarden(deze, getallen), tuple(dict.fromkeys(paden)), waar
        begin = einde


def _stukken(waarde: str, plek: int, grenzen: list[int], zin: int) -> Iterator[tuple[int, str]]:
    """`waarde`, which begins at `plek` in the sentence `zin`, cut where a sentence ends: which one, and its words."""
    while zin < len(grenzen) - 1 and plek + len(waarde) > grenzen[zin]:
        einde = grenzen[zin] - plek
        yield zin, waarde[:einde].strip()
        zin, plek, waarde = zin + 1, plek + einde, waarde[einde:]
    yield zin, waarde


def _zonder_waarden(zin: str, waarden: list[str]) -> str:
    """`zin` with a mark in the place of each of `waarden`, which stand in it in that order."""
    delen = []
    for waarde in filter(None, waarden):
        ervoor, gevonden, zin = zin.partition(waarde) if waarde in zin else ("", "", zin)
        delen += [ervoor, _WAARDE] if gevonden else []
    return "".join([*delen, zin])


def zin_op(tekst: str, plek: int) -> str:
    """The sentence of `tekst` that the character at `plek` stands in."""
    return next((tekst[begin:einde].strip() for begin, einde in zinnen_in(tekst) if plek < einde), "")


def zinnen_in(tekst: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of `tekst` begins and ends, the space behind it included."""
    begin = 0
    for einde in [*(einde.end() for einde in _ZINSEINDE.finditer(tekst)), len(tekst)]:
        yield begin, einde
        begin = einde


def regels_van(blok: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401 - any block
    """What stands directly in `blok`, and how it reads when it is no running text: a row, a label with its value."""
    if isinstance(blok, nodes.Aanvinkpunt):  # its cells say nothing without the question
        yield blok, _als_regel(blok)
        return
    rest = blok
    antwoorden: tuple[nodes.Antwoord, ...] = ()
    if isinstance(blok, nodes.Vraagpunt):
        rest, antwoorden = replace(blok, antwoorden=()), blok.antwoorden
    if veld := _RIJEN.get(type(blok)):
        rijen = getattr(blok, veld)
        rest = replace(blok, **{veld: ()})
        if isinstance(blok, nodes.Table):
            rijen = (blok.header, *rijen)
            rest = replace(rest, header=nodes.Row(()))
        yield from ((rij, _als_regel(rij)) for rij in rijen)
    yield from ((tekst, "") for tekst in (*text_runs(rest), *antwoorden))


def herkomst_van(deel: Any, blok: Any) -> Herkomst:  # noqa: ANN401 - what `regels_van` gives, and any block
    """Where `deel` of `blok` was written: a row knows that by itself, but not in an older tree."""
    eigen: Herkomst = deel.herkomst if isinstance(deel, Placed) else blok.herkomst
    return eigen if eigen.bestand else blok.herkomst


def _als_regel(
    rij: nodes.Row | nodes.Kenmerk | nodes.Moment | nodes.Staaf | nodes.Ondertekenaar | nodes.Aanvinkpunt,
) -> str:
    """How a row reads as one line."""
    match rij:
        case nodes.Row(cells):
            return " · ".join(filter(None, map(plain_text, cells)))
        case nodes.Kenmerk(kop, inhoud) | nodes.Ondertekenaar(kop, inhoud):
            return f"{kop}: {plain_text(inhoud)}"
        case nodes.Aanvinkpunt():
            cellen = (rij.vraag, rij.grond, rij.feiten, nodes.Text(rij.uitkomst), rij.door)
            return " · ".join(filter(None, map(plain_text, cellen)))
        case nodes.Moment():
            return f"{plain_text(rij.datum)}: {plain_text(rij.tekst)}"
        case nodes.Staaf():
            return f"{rij.naam}: {opmaak.join_woorden([waarde.text for waarde in rij.waarden if waarde])}"
