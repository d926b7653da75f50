"""One changed entry of a YAML file put in place: every other line stays as it was, and no comment is lost.

What writes YAML anew forgets some comments, and line ends. So of what it wrote only the lines of the entry are taken.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import yaml

from generator.inhoud.veldopmerkingen import kinderen_van, laatste_regel, opmerkingen_in, put_bij_velden

if TYPE_CHECKING:
    from collections.abc import Sequence


# Only what it says counts here, not where: libyaml, where it is there, reads that five times as fast.
_LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class NietInTePassenError(ValueError):
    """The entry shares its lines with others in a way that cannot be taken apart."""


def pas_in(oud: str, nieuw: str, delen: Sequence[str]) -> str:
    """The file `oud` with the entry `delen` (keys from the root) as it is in `nieuw`, the same file written anew.

    Comments that stood within the entry stay with their fields; where it has none on lines of their own, those that
    are not in `nieuw` come above them.

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
    stukken = [_met_opmerkingen(vers[slice(*plek)], _opmerkingen(oud, van, tot) - _opmerkingen(nieuw, *plek))]
    if bestaand == tuple(delen) and (bij_velden := put_bij_velden(oud, nieuw, delen)):
        stukken.insert(0, bij_velden)
    for stuk in stukken:
        uit = "".join([*regels[:van], *(f"{regel.rstrip()}{einde}" for regel in stuk), *regels[tot:]])
        if tot == len(regels) and not oud.endswith(("\n", "\r")):
            uit = uit.removesuffix(einde)
        if _zegt_hetzelfde(uit, nieuw) and not _alle(oud) - _alle(uit):
            return uit
    raise NietInTePassenError


def _zegt_hetzelfde(een: str, ander: str) -> bool:
    try:
        gelezen = [yaml.load(tekst, _LADER) for tekst in (een, ander)]  # noqa: S506 - text only
    except yaml.YAMLError:
        return False
    return bool(gelezen[0] == gelezen[1])


def _bestaand(knoop: yaml.Node | None, delen: Sequence[str]) -> tuple[str, ...]:
    """As much of the path as is there."""
    for diepte, deel in enumerate(delen):
        kinderen = kinderen_van(knoop)
        if deel not in kinderen:
            return tuple(delen[:diepte])
        knoop = kinderen[deel][1]
    return tuple(delen)


def _regels_van(tekst: str, delen: Sequence[str]) -> tuple[int, int]:
    """From and to, in lines: the entry with its key, up to its last word."""
    knoop: yaml.Node | None = yaml.compose(tekst, yaml.SafeLoader)
    sleutel = knoop
    for deel in delen:
        sleutel, knoop = kinderen_van(knoop)[deel]
    if sleutel is None or knoop is None:
        raise NietInTePassenError
    return sleutel.start_mark.line, laatste_regel(knoop) + 1


def _opmerkingen(tekst: str, van: int, tot: int) -> Counter[str]:
    """The comments on these lines."""
    return Counter(opmerking for regel, _, opmerking in opmerkingen_in(tekst) if van <= regel < tot)


def _alle(tekst: str) -> Counter[str]:
    return Counter(opmerking for _, _, opmerking in opmerkingen_in(tekst))


def _met_opmerkingen(regels: list[str], kwijt: Counter[str]) -> list[str]:
    """The lines of an entry with lost comments above its fields, or above itself when it is one line."""
    if len(regels) == 1:
        inspringing = regels[0][: len(regels[0]) - len(regels[0].lstrip())]
        return [*(f"{inspringing}{opmerking}" for opmerking in kwijt.elements()), *regels]
    inspringing = regels[1][: len(regels[1]) - len(regels[1].lstrip())]
    return [regels[0], *(f"{inspringing}{opmerking}" for opmerking in kwijt.elements()), *regels[1:]]
