"""A text as a syntax tree in which each node knows its column: Jinja itself knows lines only.

Its parser hands on what the lexer gives as the line of a word without looking at it, so we give how many characters
go before that word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError
from jinja2.lexer import TokenStream
from jinja2.parser import Parser

from generator.errors import Plaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment, nodes

# What cannot be read: how many characters go before it, and what Jinja says of it.
Onleesbaar = tuple[int, TemplateSyntaxError]
_AAN_TEKEN = re.compile(r" at (\d+)$")  # the only place the lexer tells itself
# What is printed; when it is not closed, up to the end of its line. And the test of a condition.
_AFDRUK = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*(?P<dicht>\}\})|\{\{(?:(?!\{\{)[^\n])*", re.DOTALL)
_TOETS = re.compile(r"\{%[-+]?\s*(?:el)?if\b(?P<toets>(?:(?!%\}).){2,})%\}", re.DOTALL)
_TAK = re.compile(r"\{%[-+]?\s*(if|endif)\b")


def plaats_van(tekst: str, bestand: str, voor: int) -> Plaats:
    """The place in `bestand`, which holds `tekst`, of the character that `voor` others go before."""
    return Plaats(bestand, tekst.count("\n", 0, voor) + 1, voor - tekst.rfind("\n", 0, voor))


def begin_van(tekst: str, plaats: Plaats) -> int:
    """How many characters of `tekst` go before `plaats`: the other way round."""
    regels = tekst.split("\n")[: plaats.regel - 1]
    return sum(len(regel) + 1 for regel in regels) + plaats.kolom - 1


def parse_tekst(omgeving: Environment, tekst: str) -> tuple[nodes.Template | None, list[Onleesbaar]]:
    """The tree of `tekst`, whose nodes have the characters before them for a line, and what cannot be read, with its.

    A ``{{ … }}`` that cannot be read is left out of the tree, and such a test is held for true; there is no tree when
    anything else is wrong.
    """
    fouten: list[Onleesbaar] = []
    while True:
        lezer = Parser(omgeving, "")
        try:
            lezer.stream = TokenStream(omgeving.lexer.wrap(_woorden(omgeving, tekst)), None, None)
            return lezer.parse(), fouten
        except TemplateSyntaxError as fout:
            voor = min(fout.lineno, len(tekst))
            stuk = stuk_om(tekst, voor)
            if stuk is None:
                return None, [*fouten, (_opening(tekst, fout, voor), fout)]
            begin, einde, leeg = stuk
            # What was not closed is read on into what follows; it went wrong where it began.
            fouten.append((voor if voor <= einde else begin, fout))
            tekst = tekst[:begin] + leeg + tekst[einde:]


def stuk_om(tekst: str, voor: int) -> tuple[int, int, str] | None:
    """Begin and end of what cannot be read because of the word at `voor`, and what of the same length can."""
    for deel in _TOETS.finditer(tekst):
        if deel.start("toets") <= voor <= deel.end("toets"):
            return *deel.span("toets"), _leeg(deel["toets"], " 1")
    for deel in reversed([*_AFDRUK.finditer(tekst)]):
        if deel.start() <= voor and (voor < deel.end() or not deel["dicht"]):
            return *deel.span(), _leeg(deel[0])
    return None


def _leeg(woorden: str, met: str = "") -> str:
    """As many spaces as `woorden` has characters, on as many lines, after `met`."""
    return met + re.sub(r"[^\n]", " ", woorden[len(met) :])


def _woorden(omgeving: Environment, tekst: str) -> Iterator[tuple[int, str, str]]:
    """What the lexer makes of `tekst`, each with how many characters go before it."""
    voor = 0
    try:
        for _, soort, woord in omgeving.lexer.tokeniter(tekst, None):
            if woord.strip():  # the lexer leaves out white space, and nothing else
                voor = tekst.index(woord, voor)
            yield voor, soort, woord
            voor += len(woord) if woord.strip() else 0
    except TemplateSyntaxError as fout:
        teken = _AAN_TEKEN.search(fout.message or "")
        rest = tekst[voor:]
        fout.lineno = int(teken[1]) if teken else voor + len(rest) - len(rest.lstrip())
        raise


def _opening(tekst: str, fout: TemplateSyntaxError, voor: int) -> int:
    """Where what was never closed begins; elsewhere `voor`, where the parser noticed."""
    if not (fout.message or "").startswith("Unexpected end of template"):
        return voor
    open_nu: list[int] = []
    for tak in _TAK.finditer(tekst):
        if tak[1] == "if":
            open_nu.append(tak.start())
        elif open_nu:
            open_nu.pop()
    return open_nu[-1] if open_nu else voor
