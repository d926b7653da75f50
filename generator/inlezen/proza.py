"""Changed words → the Markdown they were written in, with its marks, its figures and its layout as they were.

The words of the page are laid on their source character by character; what was changed between two of them is
written between the same two. What cannot be placed for certain is not placed.
"""

from __future__ import annotations

import difflib
import re

from generator.inlezen.paren import FEIT

_MERK = re.compile(
    r"\{%.*?%\}\n?|\*+|_+|`+|\\|\[\^[^\]]*\]:?|\[|\]\([^)]*\)|\{#[^}]*\}|^\s*(?:[-+>]|\d+[.)]|#+) +", re.MULTILINE
)
_LEGE_LINK = re.compile(r"\[\]\(#[^)]*\)")  # the words of the reference are not in the source
_VERDER = re.compile(r"[^\n{[*]{1,3}")
_UITDRUKKING = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_DEEL = re.compile(rf"{FEIT}|[^\W_]+|\s+|.", re.DOTALL)
_SJABLOONTAAL = re.compile(r"\{[{%#]|[%#}]\}")
_BIJZONDER = re.compile(r"([\\`*_\[\]<>|])")
_BEGIN = re.compile(r"^([-+#]|\d+[.)])(?=\s)")
_TE_VER = 40  # lines after the one that a block says it begins on


def wijzig_alinea(bron: str, regel: int, oud: str, nieuw: str) -> str | None:
    """`bron` with the words `nieuw` for the words `oud`, in which a sign stands for each figure.

    Args:
        bron: the Markdown file.
        regel: the line, from 1, on which the block with these words begins.
        oud: the words as they were on the page.
        nieuw: as they are now.

    Returns:
        The file, or None when the words are not found there, when a figure came, went or moved, or when the change
        runs across a mark (a link, bold) or holds the language of templates.
    """
    kaart = _vind(bron, regel, oud)
    if kaart is None or oud.count(FEIT) != nieuw.count(FEIT):
        return None
    eerst, daarna = _DEEL.findall(oud), _DEEL.findall(nieuw)
    begin = [0]
    for deel in eerst:
        begin.append(begin[-1] + len(deel))
    uit = bron
    vergelijking = difflib.SequenceMatcher(None, eerst, daarna, autojunk=False)
    for soort, a, b, c, d in reversed(vergelijking.get_opcodes()):
        if soort == "equal":
            continue
        weg, erbij = "".join(eerst[a:b]), "".join(daarna[c:d])
        plek = _plek(kaart, begin[a], begin[b])
        if FEIT in weg + erbij or plek is None or _SJABLOONTAAL.search(erbij):
            return None
        if soort != "insert" and "".join(bron[slice(*plek)].split()) != "".join(weg.split()):
            return None
        erbij = _BIJZONDER.sub(r"\\\1", erbij)
        uit = uit[: plek[0]] + (erbij if begin[a] else _BEGIN.sub(r"\\\1", erbij)) + uit[plek[1] :]
    return uit


def _plek(kaart: list[tuple[int, int]], van: int, tot: int) -> tuple[int, int] | None:
    """Where the characters from `van` to `tot` stand in the source; the place between two when there are none."""
    if van < tot:
        return kaart[van][0], kaart[tot - 1][1]
    if van:
        return kaart[van - 1][1], kaart[van - 1][1]
    return (kaart[0][0], kaart[0][0]) if kaart else None


def _vind(bron: str, regel: int, woorden: str) -> list[tuple[int, int]] | None:
    """For each of `woorden` its place in the source, at the first place from `regel` on where they all are."""
    regels = bron.splitlines(keepends=True)
    plek = sum(map(len, regels[: regel - 1]))
    for lijn in regels[max(regel - 1, 0) : regel + _TE_VER]:
        for cel in (0, *(streep.end() for streep in re.finditer(r"\| *", lijn))):
            if (kaart := _leg(bron, plek + cel, woorden)) is not None:
                return kaart
        plek += len(lijn)
    return None


def _leg(bron: str, plek: int, woorden: str) -> list[tuple[int, int]] | None:
    kaart: list[tuple[int, int]] = []
    while len(kaart) < len(woorden):
        teken = woorden[len(kaart)]
        if teken == FEIT and (uitdrukking := _UITDRUKKING.match(bron, plek)):
            kaart.append(uitdrukking.span())
            plek = uitdrukking.end()
        elif link := _LEGE_LINK.match(bron, plek):
            verder = _VERDER.match(bron, link.end())
            tot = woorden.find(verder[0], len(kaart)) if verder else len(woorden)
            if tot < 0:
                return None
            kaart += [link.span()] * (tot - len(kaart))
            plek = link.end()
        elif teken.isspace() and (wit := re.compile(r"\s+").match(bron, plek)):
            kaart.append(wit.span())
            plek = wit.end()
        elif bron[plek : plek + 1] == teken and teken != "\\":
            kaart.append((plek, plek + 1))
            plek += 1
        elif merk := _MERK.match(bron, plek):
            plek = merk.end()
        else:
            return None
    return kaart
