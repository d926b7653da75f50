"""Inline nodes → Markdown in which every word stays what it is, one sentence on a line.

A line of Markdown is the unit that ``git diff`` shows; so a changed word is a changed sentence, no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from generator.document import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

# What Markdown, tables, footnotes or GitHub's formulas read as markup anywhere in a line, and a character reference.
_OVERAL = re.compile(r"[\\`*_\[\]<|~#$]|&(?=#?\w+;)")
# What begins a list, heading, quotation, rule or underlined heading when it is first on a line.
_VOORAAN = re.compile(r"^(?:([-+>=])|(\d{1,9})([.)])(?=\s|$))")
# A mark that ends a sentence, what closes with it (a quote, a note), and a space with a capital behind it.
_ZINSEINDE = re.compile(r"(?<=[.!?…])((?:[)”’\"»*]|\\\]|\[\^\d+\])*) +(?=[(“‘\"«*]*(?:\\\[)?[^\W\d_a-zß-ÿ])")
_AFKORTING = re.compile(
    r"(?:^|[\s(“‘])(?:[A-Z]|art|blz|dr|drs|ing|ir|jo|mr|mw|nr|nrs|prof|Stb|Stcrt|vgl|[a-z](?:\.[a-z])+)\.$"
)
_RAND = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
# Stands for a space inside a fact or link, where no sentence ends; input cannot hold it.
_VAST = "\x1f"


def zinnen(inhoud: Iterable[nodes.Inline]) -> str:
    """`inhoud` as one or more lines, each a sentence."""
    tekst = _delen(inhoud, "\\\n")
    begin, uit = 0, []
    for einde in _ZINSEINDE.finditer(tekst):
        if not _AFKORTING.search(tekst[begin : einde.start()]):
            uit.append(tekst[begin : einde.end(1)])
            begin = einde.end()
    regels = "\n".join([*uit, tekst[begin:]]).split("\n")
    return "\n".join(_vooraan(deel.strip(" ")) for deel in regels).replace(_VAST, " ")


def regel(inhoud: Iterable[nodes.Inline]) -> str:
    """`inhoud` on one line, to stand behind something else."""
    return _delen(inhoud, " ").strip(" ").replace(_VAST, " ")


def woorden(tekst: str) -> str:
    """`tekst` so that a reader of Markdown gets it back as it is."""
    return _vooraan(_letterlijk(tekst))


def _delen(inhoud: Iterable[nodes.Inline], regeleinde: str) -> str:
    return "".join(_deel(deel, regeleinde) for deel in inhoud)


def _deel(deel: nodes.Inline, regeleinde: str) -> str:
    match deel:
        case nodes.Text(tekst):
            return _letterlijk(tekst)
        case nodes.Cijfer(tekst):
            return _letterlijk(tekst).replace(" ", _VAST)
        case nodes.Strong(inhoud):
            return _tussen("**", _delen(inhoud, regeleinde))
        case nodes.Emphasis(inhoud):
            return _tussen("*", _delen(inhoud, regeleinde))
        case nodes.Link(inhoud, href):
            tekst = _delen(inhoud, " ")
            return tekst if href.startswith("#") else f"[{tekst}]({_adres(href)})".replace(" ", _VAST)
        case nodes.FootnoteRef(nummer):
            return f"[^{nummer}]"
        case nodes.LineBreak():
            return regeleinde
        case _:
            assert_never(deel)


def _letterlijk(tekst: str) -> str:
    return _OVERAL.sub(r"\\\g<0>", re.sub(r"[\n\t\r]+", " ", tekst))


def _vooraan(tekst: str) -> str:
    return _VOORAAN.sub(lambda gevonden: f"{gevonden[2] or ''}\\{gevonden[1] or gevonden[3]}", tekst)


def _tussen(teken: str, tekst: str) -> str:
    """`tekst` between marks, its outer spaces outside them: marks beside a space do nothing."""
    links, midden, rechts = _RAND.fullmatch(tekst).groups()  # type: ignore[union-attr] # it matches any text
    return f"{links}{teken}{midden}{teken}{rechts}" if midden else tekst


def _adres(href: str) -> str:
    veilig = re.sub(r"[\\<>]|&(?=#?\w+;)", r"\\\g<0>", href)
    return f"<{veilig}>" if re.search(r"[\s()<>]", href) else veilig
