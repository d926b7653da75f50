"""One changed entry of a YAML file put in place: every other line stays as it was, and no comment is lost.

What writes YAML anew forgets some comments, and line ends. So of what it wrote only the lines of the entry are taken.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPMERKING = re.compile(r"#[^\r\n]*")
_BLOK = ("|", ">")  # scalars that end where the next line begins


class NietInTePassenError(ValueError):
    """The entry shares its lines with others in a way that cannot be taken apart."""


def pas_in(oud: str, nieuw: str, delen: Sequence[str]) -> str:
    """The file `oud` with the entry `delen` (keys from the root) as it is in `nieuw`, the same file written anew.

    Comments that stood within the entry and are not in `nieuw` come above its fields.

    Raises:
        NietInTePassenError: the result would say something else than `nieuw`, or lose a comment.
    """
    regels, vers = oud.splitlines(keepends=True), nieuw.splitlines(keepends=True)
    einde = "\r\n" if "\r\n" in oud else "\n"
    bestaand = _bestaand(yaml.compose(oud, yaml.SafeLoader), delen)
    if bestaand:
        van, tot = _regels_van(oud, bestaand)
        plek = _regels_van(nieuw, bestaand)
    else:  # the first of its group: at the end
        van = tot = len(regels)
        plek = _regels_van(nieuw, delen[:1])
        if regels and not regels[-1].endswith(("\n", "\r")):
            regels[-1] += einde
    stuk = _met_opmerkingen(vers[slice(*plek)], _opmerkingen(oud, van, tot) - _opmerkingen(nieuw, *plek))
    uit = "".join([*regels[:van], *(f"{regel.rstrip()}{einde}" for regel in stuk), *regels[tot:]])
    if tot == len(regels) and not oud.endswith(("\n", "\r")):
        uit = uit.removesuffix(einde)
    if yaml.load(uit, yaml.BaseLoader) != yaml.load(nieuw, yaml.BaseLoader) or _alle(oud) - _alle(uit):  # noqa: S506 - text only
        raise NietInTePassenError
    return uit


def _bestaand(knoop: yaml.Node | None, delen: Sequence[str]) -> tuple[str, ...]:
    """As much of the path as is there."""
    for diepte, deel in enumerate(delen):
        kinderen = _kinderen(knoop)
        if deel not in kinderen:
            return tuple(delen[:diepte])
        knoop = kinderen[deel][1]
    return tuple(delen)


def _kinderen(knoop: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {str(sleutel.value): (sleutel, waarde) for sleutel, waarde in knoop.value} if isinstance(
        knoop, yaml.MappingNode
    ) else {}  # fmt: skip


def _regels_van(tekst: str, delen: Sequence[str]) -> tuple[int, int]:
    """From and to, in lines: the entry with its key, up to its last word."""
    knoop: yaml.Node | None = yaml.compose(tekst, yaml.SafeLoader)
    sleutel = knoop
    for deel in delen:
        sleutel, knoop = _kinderen(knoop)[deel]
    if sleutel is None or knoop is None:
        raise NietInTePassenError
    return sleutel.start_mark.line, _laatste_regel(knoop) + 1


def _laatste_regel(knoop: yaml.Node) -> int:
    if isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style and knoop.value:
        laatste = knoop.value[-1]
        return _laatste_regel(laatste[1] if isinstance(laatste, tuple) else laatste)
    einde = knoop.end_mark
    return int(einde.line) - (isinstance(knoop, yaml.ScalarNode) and knoop.style in _BLOK and einde.column == 0)


def _opmerkingen(tekst: str, van: int, tot: int) -> Counter[str]:
    """The comments on these lines."""
    return Counter(opmerking for regel, opmerking in _met_regel(tekst) if van <= regel < tot)


def _alle(tekst: str) -> Counter[str]:
    return Counter(opmerking for _, opmerking in _met_regel(tekst))


def _met_regel(tekst: str) -> list[tuple[int, str]]:
    """Each comment with its line: what begins with a hash between two tokens."""
    uit: list[tuple[int, str]] = []
    vorige = 0
    for token in yaml.scan(tekst, yaml.SafeLoader):
        tussen = _OPMERKING.finditer(tekst, vorige, token.start_mark.index)
        uit += ((tekst.count("\n", 0, vondst.start()), vondst[0].rstrip()) for vondst in tussen)
        vorige = max(vorige, token.end_mark.index)
    return uit


def _met_opmerkingen(regels: list[str], kwijt: Counter[str]) -> list[str]:
    """The lines of an entry with lost comments above its fields, or above itself when it is one line."""
    if len(regels) == 1:
        inspringing = regels[0][: len(regels[0]) - len(regels[0].lstrip())]
        return [*(f"{inspringing}{opmerking}" for opmerking in kwijt.elements()), *regels]
    inspringing = regels[1][: len(regels[1]) - len(regels[1].lstrip())]
    return [regels[0], *(f"{inspringing}{opmerking}" for opmerking in kwijt.elements()), *regels[1:]]
