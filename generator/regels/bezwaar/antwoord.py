"""What a rule on an objection gives (*antwoord*): how the facts stand to what the law asks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.bevindingen import Ernst, Stand
from generator.datumtekst import datum_voluit

if TYPE_CHECKING:
    from collections.abc import Callable


class Woorden(dict[str, Any]):
    """The values of an answer, each put into words when a sentence asks for it: most are never read."""

    def __getitem__(self, naam: str) -> str:
        waarde = dict.__getitem__(self, naam)
        return waarde if type(waarde) is str else _woord(waarde)


_GEEN_WOORDEN = Woorden()


class Antwoord(Struct, frozen=True):
    """How the facts stand to one rule.

    Attributes:
        stand: the answer; it chooses the sentence in the wording.
        feiten: paths of the facts it rests on.
        gegevens: values for the sentence.
        ernst: where it weighs otherwise than the rule does.
        grondslag: where it rests on other articles than the rule.
    """

    stand: Stand
    feiten: tuple[str, ...] = ()
    gegevens: Woorden = _GEEN_WOORDEN
    ernst: Ernst | None = None
    grondslag: tuple[str, ...] = ()


def ja(*feiten: str, **gegevens: object) -> Antwoord:
    """The demand is met."""
    return Antwoord(Stand.JA, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN)


def nee(*feiten: str, ernst: Ernst | None = None, **gegevens: object) -> Antwoord:
    """The demand is not met."""
    return Antwoord(Stand.NEE, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN, ernst)


def beoordelen(*feiten: str, grondslag: tuple[str, ...] = (), **gegevens: object) -> Antwoord:
    """A person has to judge; `grondslag` where it rests on other articles than the rule."""
    return Antwoord(Stand.BEOORDELEN, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN, None, grondslag)


def onbekend(*feiten: str, ernst: Ernst | None = None, **gegevens: object) -> Antwoord:
    """The facts do not say; `ernst` where that itself has to be judged."""
    return Antwoord(Stand.ONBEKEND, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN, ernst)


def nvt(*feiten: str, **gegevens: object) -> Antwoord:
    """The demand is not put to this case."""
    return Antwoord(Stand.NVT, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN)


def antwoord_op(feit: bool | None) -> Callable[..., Antwoord]:  # noqa: FBT001 - a fact, not a switch
    """Which answer a fact gives: `ja`, `nee`, or `onbekend` when it is not known."""
    if feit is None:
        return onbekend
    return ja if feit else nee


def samen(*feiten: bool | None) -> bool | None:
    """Whether all hold: False as soon as one does not, None when that hangs on one that is not known."""
    if False in feiten:
        return False
    return None if None in feiten else True


def _woord(waarde: object) -> str:
    """A fact as it reads in a sentence: a day with its weekday, ja or nee, ``niet bekend`` for what is unknown."""
    if isinstance(waarde, str):
        return waarde
    match waarde:
        case None:
            return "niet bekend"
        case bool():
            return "ja" if waarde else "nee"
        case dt.date():
            return datum_voluit(waarde)
        case _:
            return str(waarde)
