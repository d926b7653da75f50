"""A changed record of a YAML file with each comment at its own field, as they stood before it was written anew.

A field that says the same keeps its lines as they were. Of a field that says something else the comments stay above
and behind it; those of a field that went come, in their order, where the new ones begin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLOK = ("|", ">")  # scalars that end where the next line begins
_OPMERKING = re.compile(r"#[^\r\n]*")


class _Veld(Struct, frozen=True):
    """A field of a record: what it holds, and from and to in lines; `boven` is where the field before it ended."""

    waarde: Any
    knoop: yaml.Node
    boven: int
    van: int
    tot: int


def put_bij_velden(oud: str, nieuw: str, delen: Sequence[str]) -> list[str] | None:
    """The lines of the record `delen` (keys from the root) as it is in `nieuw`, with the comments it has in `oud`.

    Returns:
        None when it is no record with each field on lines of its own, in both files.
    """
    was, wordt = _velden(oud, delen), _velden(nieuw, delen)
    if not was or not wordt:
        return None
    regels, vers = oud.splitlines(), _zonder_opmerkingen(nieuw)
    marge = _inspringing(vers[next(iter(wordt.values())).van])
    los = [opmerking for naam, veld in was.items() if naam not in wordt for opmerking in _in(oud, veld)]
    # What went gave way to the first new field; where there is none, to what followed on it.
    namen = list(was)
    weg = next((plek for plek, naam in enumerate(namen) if naam not in wordt), len(namen))
    doel = next((naam for naam in wordt if naam not in was), None) or next(
        (naam for naam in namen[weg:] if naam in wordt), list(wordt)[-1]
    )
    eerste = next(iter(was.values()))
    uit = [regels[eerste.boven - 1]]
    for naam, veld in wordt.items():
        if naam == doel:
            uit += [f"{marge}{opmerking}" for opmerking in los]
        if naam in was:
            uit += _behouden(oud, was[naam], vers, veld, marge)
        else:
            uit += [regel for regel in vers[veld.van : veld.tot] if regel.strip()]
    return uit


def opmerkingen_in(tekst: str) -> list[tuple[int, int, str]]:
    """Each comment with its line and column: what begins with a hash between two tokens."""
    uit: list[tuple[int, int, str]] = []
    vorige = 0
    for token in yaml.scan(tekst, yaml.SafeLoader):
        for vondst in _OPMERKING.finditer(tekst, vorige, token.start_mark.index):
            begin = tekst.rfind("\n", 0, vondst.start()) + 1
            uit.append((tekst.count("\n", 0, vondst.start()), vondst.start() - begin, vondst[0].rstrip()))
        vorige = max(vorige, token.end_mark.index)
    return uit


def kinderen_van(knoop: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """The fields of a record by name, each with its key and its value."""
    return {str(sleutel.value): (sleutel, waarde) for sleutel, waarde in knoop.value} if isinstance(
        knoop, yaml.MappingNode
    ) else {}  # fmt: skip


def laatste_regel(knoop: yaml.Node) -> int:
    """The line on which the last word of `knoop` stands."""
    if isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style and knoop.value:
        laatste = knoop.value[-1]
        return laatste_regel(laatste[1] if isinstance(laatste, tuple) else laatste)
    einde = knoop.end_mark
    return int(einde.line) - (isinstance(knoop, yaml.ScalarNode) and knoop.style in _BLOK and einde.column == 0)


def _velden(tekst: str, delen: Sequence[str]) -> dict[str, _Veld]:
    """The fields of the record, by name; none when one shares its line with another."""
    knoop, inhoud = yaml.compose(tekst, yaml.SafeLoader), yaml.load(tekst, yaml.BaseLoader)  # noqa: S506 - text only
    sleutel = knoop
    for deel in delen:
        if deel not in (kinderen := kinderen_van(knoop)):
            return {}
        sleutel, knoop = kinderen[deel]
        inhoud = inhoud[deel]
    if not isinstance(knoop, yaml.MappingNode) or knoop.flow_style or sleutel is None:
        return {}
    uit: dict[str, _Veld] = {}
    einde = sleutel.start_mark.line + 1
    for naam, (kop, waarde) in kinderen_van(knoop).items():
        if kop.start_mark.line < einde:
            return {}
        uit[naam] = _Veld(inhoud[naam], waarde, einde, kop.start_mark.line, laatste_regel(waarde) + 1)
        einde = uit[naam].tot
    return uit


def _behouden(oud: str, was: _Veld, vers: list[str], wordt: _Veld, marge: str) -> list[str]:
    """The lines of a field that is in both: as they were, as far as it says the same."""
    regels = oud.splitlines()
    schuif = len(marge) - len(_inspringing(regels[was.van]))
    boven, eigen = (
        [_verschoven(regel, schuif) for regel in regels[van:tot]]
        for van, tot in ((was.boven, was.van), (was.van, was.tot))
    )
    if was.waarde == wordt.waarde:
        return [*boven, *eigen]
    if erbij := _erbij(was, wordt):
        plek = erbij[0].start_mark.line
        dieper = len(_inspringing(regels[was.knoop.value[0].start_mark.line])) + schuif - len(_inspringing(vers[plek]))
        return [*boven, *eigen, *(_verschoven(regel, dieper) for regel in vers[plek : wordt.tot] if regel.strip())]
    hier = [(regel, opmerking) for regel, _, opmerking in opmerkingen_in(oud) if was.van <= regel < was.tot]
    nieuw = [regel for regel in vers[wordt.van : wordt.tot] if regel.strip()]
    achter = [opmerking for regel, opmerking in hier if regel == was.van]
    boven += [f"{marge}{opmerking}" for regel, opmerking in hier if regel != was.van]
    return [*boven, "  ".join([nieuw[0], *achter]), *nieuw[1:]]


def _erbij(was: _Veld, wordt: _Veld) -> list[yaml.Node]:
    """What a list, each on a line of its own, got at its end; nothing when more changed."""
    eerst, daarna = was.knoop, wordt.knoop
    if not isinstance(eerst, yaml.SequenceNode) or not isinstance(daarna, yaml.SequenceNode):
        return []
    if eerst.flow_style or daarna.flow_style or not was.waarde or wordt.waarde[: len(was.waarde)] != was.waarde:
        return []
    return list(daarna.value[len(was.waarde) :])


def _zonder_opmerkingen(tekst: str) -> list[str]:
    regels = tekst.splitlines()
    for regel, kolom, _ in opmerkingen_in(tekst):
        regels[regel] = regels[regel][:kolom].rstrip()
    return regels


def _in(tekst: str, veld: _Veld) -> list[str]:
    """The comments above and in a field."""
    return [opmerking for regel, _, opmerking in opmerkingen_in(tekst) if veld.boven <= regel < veld.tot]


def _inspringing(regel: str) -> str:
    return regel[: len(regel) - len(regel.lstrip())]


def _verschoven(regel: str, schuif: int) -> str:
    if not regel.strip():
        return ""
    return " " * schuif + regel if schuif >= 0 else regel[min(-schuif, len(_inspringing(regel))) :]
