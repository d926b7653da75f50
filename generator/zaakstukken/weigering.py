"""One refusal (*weigering*): a question to the facts, under the name by which the table of letters asks it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.feiten.bezwaarprocedure import Procedure
from generator.feiten.bezwaarschrift import Bezwaarschrift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.bevindingen import Uitkomst
    from generator.zaakstukken.gegevens import Zaakgegevens

_GEEN_PROCEDURE, _LEEG = Procedure(), Bezwaarschrift()
_GEEN_NAAM = {"ja", "nee", "geen", "onbekend"}  # the words that answer another question than who
MAAK_BEKEND = "vul dat eerst in de zaak in"


class Vraag(Struct, frozen=True):
    """What a refusal may look at."""

    gegevens: Zaakgegevens
    dag: dt.date | None  # of the letter

    @property
    def procedure(self) -> Procedure:
        """What was done since the objection came in; an empty one where nothing is known."""
        return self.gegevens.zaak.procedure or _GEEN_PROCEDURE

    @property
    def schrift(self) -> Bezwaarschrift:
        """The notice of objection; an empty one where nothing is known."""
        return self.gegevens.zaak.bezwaarschrift or _LEEG

    @property
    def beslist_op(self) -> dt.date | None:
        """The day of the decision on the objection."""
        return self.procedure.beslissing.datum if self.procedure.beslissing else None

    def dagen(self, naam: str) -> tuple[dt.date, dt.date] | None:
        """The two readings of a computed day, earliest first; None when it does not follow from the facts."""
        return lezingen(self.gegevens.uitslag.uitkomsten.get(naam))


# A refusal: the path of the fact that it is about, why not, and what to do.
Nee = tuple[str, str, str]
WEIGERINGEN: dict[str, Callable[[Vraag], Iterator[Nee]]] = {}


def weigering(naam: str) -> Callable[[Callable[[Vraag], Iterator[Nee]]], Callable[[Vraag], Iterator[Nee]]]:
    """Register a refusal under its name in the table of letters."""

    def registreer(functie: Callable[[Vraag], Iterator[Nee]]) -> Callable[[Vraag], Iterator[Nee]]:
        WEIGERINGEN[naam] = functie
        return functie

    return registreer


def is_naam(naam: str | None) -> bool:
    """Whether a person is named."""
    return bool(naam) and str(naam).strip().lower() not in _GEEN_NAAM


def lezingen(uitkomst: Uitkomst | None) -> tuple[dt.date, dt.date] | None:
    """The two readings of an outcome, earliest first; the last one without end where no bound is known."""
    if uitkomst is None:
        return None
    vroeg, laat = sorted((uitkomst.datum, uitkomst.andere_lezing or uitkomst.datum))
    return vroeg, dt.date.max if uitkomst.zonder_grens else laat
