"""Which facts somebody means who types a path, a name, or a figure as a paper has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.feiten.waarden import Datum, Datums, Periode, Tekst
from generator.opmaak import getallen_in
from generator.opmaak.telwoorden import telwoorden_in
from generator.opmaak.waarden import GRENSWOORDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.feiten.waarden import Waarde
    from generator.herkomst import Feitherkomst

_DUIZENDTALPUNT = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_NUANCE = re.compile(rf"^(?:(?:{'|'.join(GRENSWOORDEN.values())}|[{''.join(GRENSWOORDEN)}]) ?)?(?:circa )?")
_CIJFER = re.compile(r"\d")


def zoek_feiten(gevraagd: str, feiten: Mapping[str, Feitherkomst]) -> dict[str, Feitherkomst]:
    """The facts that `gevraagd` names, by path: by its whole path alone, or else by any of the following.

    A part of its path or name; its value, in every form in which a paper prints it, in figures or in words; a day of
    it, in any notation, also the first or last of a period; and a figure or a day inside words.
    """
    if gevraagd in feiten:
        return {gevraagd: feiten[gevraagd]}
    kaal, woord, dag = _kaal(gevraagd), gevraagd.lower().replace(" ", "_"), _dag(gevraagd)
    in_woorden = re.compile(rf"(?<![\w.,]){re.escape(kaal)}(?!\w|[.,]\d)") if _CIJFER.search(kaal) else None
    return {
        pad: wat
        for pad, wat in feiten.items()
        if woord in pad
        or kaal in wat.feit.naam.lower()
        or kaal in {_kaal(waarde) for waarde in _waarden(wat)}
        or (dag is not None and dag in _dagen(wat.feit.waarde))
        or (in_woorden and isinstance(wat.feit.waarde, Tekst) and in_woorden.search(_kaal(wat.feit.waarde.tekst)))
    }


def _waarden(wat: Feitherkomst) -> Iterable[str]:
    """The value with and without its unit, and as the papers print it."""
    yield wat.waarde
    yield wat.waarde.removeprefix("circa\u00a0").partition("\u00a0")[0] if wat.feit.eenheid else wat.waarde
    yield from wat.afgedrukt


def _kaal(waarde: str) -> str:
    """A value as somebody types it: no hard space, no point between thousands, no ``circa``, no number words.

    Nor ``meer dan`` or another word for a bound.
    """
    tekst = _DUIZENDTALPUNT.sub("", waarde.replace("\u00a0", " ").lower())
    tekst = _NUANCE.sub("", tekst).strip()
    for begin, eind, getal in sorted(telwoorden_in(tekst), reverse=True):
        tekst = f"{tekst[:begin]}{getal:f}{tekst[eind:]}"
    return tekst


def _dag(gevraagd: str) -> Datum | None:
    """The day, month or year that `gevraagd` is, in any notation; None when it is something else."""
    match getallen_in(gevraagd.strip()):
        case [vondst] if vondst.tekst == gevraagd.strip() and isinstance(vondst.waarde, Datum):
            return vondst.waarde
        case _:
            return None


def _dagen(waarde: Waarde | None) -> Iterable[object]:
    """The days that `waarde` is, begins or ends with, or names in its words."""
    match waarde:
        case Datum():
            return [waarde]
        case Datums(dagen):
            return dagen
        case Periode(van, tot):
            return [van, tot]
        case Tekst(tekst):
            return [vondst.waarde for vondst in getallen_in(tekst)]
        case _:
            return []
