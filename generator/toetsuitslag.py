"""What checking an objection gives (*toetsuitslag*): outcomes with their steps, findings, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.bevindingen import Bevinding, Uitkomst


class Indiening(StrEnum):
    """Whether an objection came in time, as far as facts can say; nobody's verdict (Awb 6:9, 6:10)."""

    NOG_NIET = "nog niet ingediend"
    TIJDIG = "tijdig"
    NA_DE_TERMIJN = "ontvangen na de termijn"
    PREMATUUR = "prematuur"
    NIET_VAST = "niet vast te stellen"


@dataclass(frozen=True, slots=True)
class Indieningsuitslag:
    """The period for objecting of one objector, and whether the objection came within it.

    Attributes:
        naam: who objects; empty when unknown.
        indiening: the answer.
        bekendmaking: the day it is counted from; None when that is not known.
        eerste_dag: first day of the period; None likewise.
        laatste_dag: last day, with its steps; its `andere_lezing` is the day that is safe for who still has to send.
        ontvangst_post: last day of receipt by post (Awb 6:9 lid 2), likewise.
        redenen: Dutch sentences: on which facts the answer rests, and what it would take to know more.
        rust_op: paths of the facts it rests on.
        lezingen: the last day for each day that may have been the bekendmaking, when nobody knows which.
    """

    naam: str
    indiening: Indiening
    bekendmaking: dt.date | None = None
    eerste_dag: dt.date | None = None
    laatste_dag: Uitkomst | None = None
    ontvangst_post: Uitkomst | None = None
    redenen: tuple[str, ...] = ()
    rust_op: tuple[str, ...] = ()
    lezingen: Mapping[dt.date, Uitkomst] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VolgendeStap:
    """What has to be done next, by when (None: as soon as possible), on what ground, and by whom."""

    wat: str
    uiterlijk: dt.date | None = None
    grondslag: str = ""
    wie: str = ""


@dataclass(frozen=True, slots=True)
class Bedrag:
    """A sum of money to a day, in whole euros, with how it was reached; `tot_bedrag` when two readings differ."""

    euro: int
    tot_bedrag: int
    uitleg: str


@dataclass(frozen=True, slots=True)
class Toetsuitslag:
    """All that follows from the facts of one case.

    Attributes:
        zaaknummer: which case.
        antwoord: the answer in one line.
        indieningen: one for each objector; one without a name when no objector is known.
        uitkomsten: computed days by name (``beslissen_uiterlijk``, ``ingebrekestelling_vanaf``, ``inzage_van`` …), in
            the order in which they matter.
        bedragen: computed sums by name (``dwangsom``).
        bevindingen: what every rule found, heaviest first.
        volgende_stappen: what to do next, soonest first.
    """

    zaaknummer: str
    antwoord: str
    indieningen: tuple[Indieningsuitslag, ...]
    uitkomsten: Mapping[str, Uitkomst]
    bedragen: Mapping[str, Bedrag]
    bevindingen: tuple[Bevinding, ...]
    volgende_stappen: tuple[VolgendeStap, ...]
