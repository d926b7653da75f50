"""A file whose figures lost their controls: where each figure stands, from the words around it in the paper as made.

Pasting into another file, or a program that knows no controls, takes them away. What is typed is then all there is:
the part with values, which nothing is bound to any more, no longer counts.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.bladzijden import Papier, Regel


def is_zonder_velden(oud: Papier, nieuw: Papier) -> bool:
    """Whether the paper was made with controls, and came back without a single one."""
    return any(regel.velden for regel in oud.regels) and not any(regel.velden for regel in nieuw.regels)


def herstel_velden(oud: Papier, nieuw: Papier) -> Papier:
    """`nieuw` with fields in each paragraph that reads as one in `oud`, whatever stands in place of its figures."""
    eerst, daarna = oud.regels, list(nieuw.regels)
    links, rechts = ([_kaal(regel.tekst) for regel in regels] for regels in (eerst, daarna))
    vergelijking = difflib.SequenceMatcher(None, links, rechts, autojunk=False)
    for soort, a, b, c, d in vergelijking.get_opcodes():
        if soort in {"equal", "replace"}:
            daarna[c:d] = _herstel(eerst[a:b], daarna[c:d])
    return replace(nieuw, regels=tuple(daarna), knopen={})


def _herstel(oud: Sequence[Regel], nieuw: Sequence[Regel]) -> Iterator[Regel]:
    """The lines of one stretch: each with the fields of the next line of `oud` that it can be."""
    plek = 0
    for regel in nieuw:
        for nummer in range(plek, len(oud)):
            # Of as many lines on both sides each stands for its own; a line that is all figure could be any other.
            past = len(oud) == len(nieuw) and nummer == plek
            if (past or not _is_kaal(oud[nummer])) and (gevonden := _patroon(oud[nummer]).fullmatch(regel.tekst)):
                yield _met_velden(oud[nummer], regel, gevonden)
                plek = nummer + 1
                break
        else:
            yield regel
            plek += len(oud) == len(nieuw)


def _patroon(oud: Regel) -> re.Pattern[str]:
    """The words of a line, with anything in place of its figures and of its white space."""
    delen, plek = [], 0
    for veld in oud.velden:
        delen += [_woorden(oud.tekst[plek : veld.begin]), "(.+?)"]
        plek = veld.eind
    return re.compile("".join([*delen, _woorden(oud.tekst[plek:])]), re.DOTALL)


def _woorden(tekst: str) -> str:
    return r"\s+".join(re.escape(woord) for woord in re.split(r"\s+", tekst))


def _met_velden(oud: Regel, nieuw: Regel, gevonden: re.Match[str]) -> Regel:
    velden = tuple(
        replace(veld, begin=gevonden.start(nummer), eind=gevonden.end(nummer), waarde=None)
        for nummer, veld in enumerate(oud.velden, 1)
    )
    return replace(nieuw, velden=velden)


def _is_kaal(regel: Regel) -> bool:
    """Whether it says nothing besides its figures."""
    eigen = sum(veld.eind - veld.begin for veld in regel.velden)
    return bool(regel.velden) and len(regel.tekst.strip()) == eigen


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())
