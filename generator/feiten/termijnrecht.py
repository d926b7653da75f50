"""The law on time as dated data (*termijnrecht*): what makes a rest day, and the kinds of legal period."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.feiten.record import Record, record

if TYPE_CHECKING:
    from collections.abc import Mapping


@record
class Feestdag(Record):
    """A day of rest that comes back every year (Atw 3 lid 1 and 2).

    Attributes:
        naam: as it stands in an explanation ("Bevrijdingsdag").
        grondslag: the article that makes it one.
        dag: month and day; None for a day that hangs on Easter.
        pasen: how many days after Easter Sunday, for a day that hangs on Easter.
        op_zondag: by how many days it moves when it falls on a Sunday (the monarch's birthday).
        van: first day on which this holds.
        tot: last day on which this holds.
        nagegaan_vanaf: from which day on the text of law was read; before it the explanation says so.
    """

    naam: str
    grondslag: str
    dag: tuple[int, int] | None = None
    pasen: int = 0
    op_zondag: int = 0
    van: dt.date = dt.date.min
    tot: dt.date = dt.date.max
    nagegaan_vanaf: dt.date = dt.date.min


@record
class Gelijkstelling(Record):
    """The decree that made a day equal to a public holiday (Atw 3 lid 3)."""

    besluit: str


class Kalender(Struct, frozen=True, eq=False):
    """What makes a day a rest day. Compared by identity, so that a year's days can be remembered per calendar.

    Attributes:
        van: first day that can be computed.
        tot: last day that can be computed.
        feestdagen: the days that come back.
        gelijkgesteld: the days made equal by decree, each with its decree.
        besluiten_van: first year of which every decree is known.
        besluiten_tot: last year of which every decree is known.
    """

    van: dt.date
    tot: dt.date
    feestdagen: tuple[Feestdag, ...]
    gelijkgesteld: Mapping[dt.date, Gelijkstelling]
    besluiten_van: int
    besluiten_tot: int


class Verlenging(StrEnum):
    """Whether the Algemene termijnenwet moves the last day of a kind of period."""

    JA = "ja"
    NEE = "nee"
    ONZEKER = "onzeker"


@record
class Lezing(Record):
    """A second way to read the article: so many days later, and why."""

    dagen: int
    uitleg: str


@record
class Termijnsoort(Record):
    """A kind of legal period.

    Attributes:
        code: its name for people and files ("bezwaar").
        naam: what one does in it ("bezwaar maken").
        lengte: how long, in `eenheid`; 0 when the law gives no length and somebody has to set one. For a
            ``kalenderdatum``: in how many calendar years.
        eenheid: ``dag``, ``week``, ``maand``, ``jaar``, or ``kalenderdatum`` (up to and including `datum`).
        aanduiding: what the day that comes out is called ("laatste dag").
        datum: (month, day) for a ``kalenderdatum``.
        anders_vanaf: (month, day) from which of an event in the same year another rule may hold; the outcome then has
            no limit. (0, 0): never.
        anders: which rule, as a Dutch sentence; ``{dag}`` is the day of the event.
        begin: what it is counted from ("de bekendmaking van het besluit").
        eerste_dag: 1 when the day after the event is the first, 0 when the day itself counts.
        terug: counted backward from the event.
        ten_hoogste: whoever sets it may set it shorter.
        atw: whether the last day moves; art. 4 and art. 1 lid 2 are applied besides.
        atw_reden: why not, or why that is uncertain, as a Dutch sentence.
        post: the kind of period in which it may still come in by post (Awb 6:9 lid 2); empty where it may not.
        uitleg: what people get wrong about the event; may be empty.
        grondslag: the articles of its length, as cited, the first one first.
        grondslag_begin: the article that says which day is the first.
        grondslag_gebeurtenis: the article on the event itself; may be empty.
        van: first day of an event to which it applies.
        tot: last day of an event to which it applies.
        nagegaan_vanaf: from which day on the text of law was read; before it the outcome says so.
        lezing: a second reading of the article.
        voorbehoud: Dutch sentences that go with every outcome.
    """

    code: str
    naam: str
    lengte: int
    eenheid: str
    begin: str
    grondslag: tuple[str, ...]
    grondslag_begin: str
    grondslag_gebeurtenis: str = ""
    aanduiding: str = "laatste dag"
    datum: tuple[int, int] = (0, 0)
    anders_vanaf: tuple[int, int] = (0, 0)
    anders: str = ""
    eerste_dag: int = 1
    terug: bool = False
    ten_hoogste: bool = False
    atw: Verlenging = Verlenging.JA
    atw_reden: str = ""
    post: str = ""
    uitleg: str = ""
    van: dt.date = dt.date.min
    tot: dt.date = dt.date.max
    nagegaan_vanaf: dt.date = dt.date.min
    lezing: Lezing | None = None
    voorbehoud: tuple[str, ...] = ()
