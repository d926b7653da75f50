"""The law as dated data (*recht*): the calendar of rest days, kinds of period, articles and wordings.

Made by ``generator.inhoud.recht`` from ``inhoud/recht/*.yaml``; the rules read it and never a file.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.feiten.metadata import Metadatalijsten
from generator.feiten.record import Record, record

if TYPE_CHECKING:
    from collections.abc import Mapping

_ONDERDEEL = re.compile(r"\s+(lid|leden|aanhef|onder|onderdeel)\s.*$")


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


@record
class Schijf(Record):
    """Up to and including which day of a penalty it is how much a day, in whole euros."""

    tot_en_met_dag: int
    euro: int


@record
class Dwangsomtarief(Record):
    """What a day in default costs (Awb 4:17 lid 2).

    Attributes:
        bron: where the amounts stand.
        schijven: the amounts a day, in order.
        van: first day of receipt of a notice of default for which it holds.
        tot: last such day.
    """

    bron: str
    schijven: tuple[Schijf, ...]
    van: dt.date
    tot: dt.date = dt.date.max

    def bedrag(self, dagen: int) -> int:
        """What so many days cost together, in whole euros."""
        som, eerder = 0, 0
        for schijf in self.schijven:
            som += max(min(dagen, schijf.tot_en_met_dag) - eerder, 0) * schijf.euro
            eerder = schijf.tot_en_met_dag
        return som


@record
class Artikel(Record):
    """An article of law in one of its versions.

    Attributes:
        aanduiding: as cited, without paragraph ("Awb 6:7").
        omschrijving: what it says, in one line of our own.
        sinds: first day on which it holds in this version.
        tot: last day on which it holds.
        sinds_zeker: whether `sinds` was looked up.
        link: where the text stands, with the date of the text.
    """

    aanduiding: str
    omschrijving: str
    sinds: dt.date
    link: str
    tot: dt.date = dt.date.max
    sinds_zeker: bool = True


@record
class VervallenWet(Record):
    """A law or decree that was withdrawn.

    Attributes:
        wet: its name.
        patroon: the pattern that finds a citation of it.
        tot: the last day on which it held.
        opvolger: what holds since.
    """

    wet: str
    patroon: str
    tot: dt.date
    opvolger: str


@record
class Melding(Record):
    """The wording of a finding; ``{naam}`` is filled from what the finding found.

    A rule on an objection has a sentence for each way the facts can stand to it (`Stand`), instead of one `uitleg`;
    `door` is the role that judges where it has to be judged; `actie_indiener` what to do for who objects, where that is
    something else than for who received it. `onderwerp` is the name of the file it stands in.
    """

    titel: str
    uitleg: str = ""
    actie: str = ""
    actie_indiener: str = ""
    grondslag: str = ""
    ja: str = ""
    nee: str = ""
    nvt: str = ""
    beoordelen: str = ""
    onbekend: str = ""
    door: str = ""
    onderwerp: str = ""


@record
class Woord(Record):
    """A word that does not belong in a council paper: the pattern that finds it, what to write, and why."""

    patroon: str
    liever: str
    reden: str


@record
class Toetspunt(Record):
    """One point of the checklist of an objection.

    Attributes:
        punt: the question, as printed.
        codes: the rules whose findings answer it.
        wie: the role that judges where no rule can ("de jurist"); empty where the facts alone decide.
        artikelen: where it stands in the law, as cited.
        voorheen: the articles for an objection received before 2026 (Wmebv); empty where they are the same.
        als: the name of the condition under which it is put; empty: always.
        feit: path in the case of the fact that answers it where no rule does.
    """

    punt: str
    artikelen: tuple[str, ...]
    codes: tuple[str, ...] = ()
    wie: str = ""
    voorheen: tuple[str, ...] = ()
    als: str = ""
    feit: str = ""


@record
class Toetsgroep(Record):
    """Points of the checklist that belong together.

    Attributes:
        naam: as printed.
        punten: by a name that stays.
        voor: to whom they are put: ``ontvanger``, ``indiener``, ``gemeente`` (one that objects itself).
    """

    naam: str
    punten: Mapping[str, Toetspunt]
    voor: tuple[str, ...]


class Toetslijst(Struct, frozen=True):
    """What is gone through for an objection.

    Attributes:
        groepen: in the order in which they are gone through, by a name that stays.
        niet_op_de_lijst: codes of rules that are no point of it → why.
        voorwaarden: condition under which a point is put → what is said where it is not.
    """

    groepen: Mapping[str, Toetsgroep] = field(default_factory=dict)
    niet_op_de_lijst: Mapping[str, str] = field(default_factory=dict)
    voorwaarden: Mapping[str, str] = field(default_factory=dict)


@record
class NietGedekt(Record):
    """A corner of the law that no rule answers.

    Attributes:
        onderwerp: what it is about.
        reden: why no rule does.
        termijnen: codes of the kinds of period that do count it; empty where Raadwerk does nothing with it.
        artikelen: where it stands in the law, as cited.
    """

    onderwerp: str
    reden: str
    termijnen: tuple[str, ...] = ()
    artikelen: tuple[str, ...] = ()


class Recht(Struct, frozen=True, eq=False):
    """All dated parameters of the law that Raadwerk knows. Compared by identity, so that periods can be remembered.

    Attributes:
        kalender: the rest days.
        termijnsoorten: kinds of period by code.
        artikelen: versions of each article by its `aanduiding`, oldest first.
        meldingen: wording of findings by the code of their rule.
        woorden: words that do not belong in a paper, by name.
        contractwoorden: words that do not belong in an agreement unless it defines them, by name.
        toetslijst: what is gone through for an objection.
        dwangsomtarieven: what a day in default costs, oldest first.
        vervallen: laws that were withdrawn, by name.
        metadata: the terms of the metadata of a paper.
    """

    kalender: Kalender
    termijnsoorten: Mapping[str, Termijnsoort]
    artikelen: Mapping[str, tuple[Artikel, ...]] = field(default_factory=dict)
    meldingen: Mapping[str, Melding] = field(default_factory=dict)
    woorden: Mapping[str, Woord] = field(default_factory=dict)
    contractwoorden: Mapping[str, Woord] = field(default_factory=dict)
    toetslijst: Toetslijst = field(default_factory=Toetslijst)
    dwangsomtarieven: tuple[Dwangsomtarief, ...] = ()
    vervallen: Mapping[str, VervallenWet] = field(default_factory=dict)
    metadata: Metadatalijsten = field(default_factory=Metadatalijsten)

    def artikel(self, aanhaling: str, op: dt.date) -> Artikel | None:
        """The article of a citation (``Awb 6:9 lid 2``) as it held on `op`; None when it did not or is unknown."""
        for artikel in self.artikelen.get(_ONDERDEEL.sub("", aanhaling), ()):
            if artikel.sinds <= op <= artikel.tot:
                return artikel
        return None

    def dwangsomtarief(self, ontvangen: dt.date) -> Dwangsomtarief | None:
        """The amounts for a notice of default received on `ontvangen`; None before there was such a penalty."""
        return next((tarief for tarief in self.dwangsomtarieven if tarief.van <= ontvangen <= tarief.tot), None)
