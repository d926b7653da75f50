"""What checking an objection gives (*toetsuitslag*): outcomes with their steps, findings, and what to do next."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.bevindingen import Bevinding, Uitkomst


# The names of computed days (`Toetsuitslag.uitkomsten`), each with what comes out; only what the facts allow is there.
# Of the days on deciding `datum` is the earliest reading, safe for who has to decide, and `andere_lezing` the latest;
# of the others `datum` is the later day, as for every period (`Uitkomst`), but for `dwangsombesluit_uiterlijk`.
UITKOMSTEN = {
    "beslissen_uiterlijk": "laatste dag om op het bezwaar te beslissen, met alles wat bekend is",
    "beslistermijn": "het einde van de beslistermijn, zonder opschorting en verdaging",
    "beslissen_na_opschorting": "hetzelfde, met de dagen waarop de termijn stilstond",
    "beslissen_na_verdaging": "hetzelfde, ook met de verdaging",
    "beslissen_na_advies": "laatste dag om te beslissen na het antwoord van het Adviescollege (Woo 7.3)",
    "verdagen_uiterlijk": "laatste dag om de beslissing te verdagen, zolang dat niet is gedaan",
    "ingebrekestelling_vanaf": "vanaf deze dag is een ingebrekestelling in geen lezing te vroeg",
    "beroep_niet_tijdig_vanaf": "vanaf deze dag kan beroep wegens niet tijdig beslissen",
    "dwangsom_vanaf": "eerste dag van de dwangsom",
    "beslissen_zonder_dwangsom": "laatste dag om te beslissen zonder dwangsom",
    "dwangsom_tot": "laatste dag van de dwangsom als niet wordt beslist",
    "dwangsombesluit_uiterlijk": "laatste dag om de dwangsom vast te stellen",
    "herstel_uiterlijk": "laatste dag om een verzuim te herstellen, volgens de brief",
    "opnieuw_indienen_tot": "laatste dag om langs de goede weg in te dienen na een begrijpelijke vergissing",
    "inzage_vanaf": "uiterlijk vanaf deze dag liggen de stukken voor de hoorzitting ter inzage",
    "nadere_stukken_tot": "laatste dag voor nadere stukken vóór de hoorzitting",
    "kosten_vragen_voor": "vóór de beslissing op deze dag kan vergoeding van kosten worden gevraagd",
    "beroep_tot": "laatste dag om beroep in te stellen tegen de beslissing op bezwaar",
}


class Indiening(StrEnum):
    """Whether an objection came in time, as far as facts can say; nobody's verdict (Awb 6:9, 6:10)."""

    NOG_NIET = "nog niet ingediend"
    TIJDIG = "tijdig"
    NA_DE_TERMIJN = "ontvangen na de termijn"
    PREMATUUR = "prematuur"
    NIET_VAST = "niet vast te stellen"

    __hash__ = str.__hash__  # Enum's own is Python code, and rules ask all the time how it stands


class Indieningsuitslag(Struct, frozen=True):
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
        lezingen_post: likewise the last day of receipt by post.
        soort: code of the kind of period (``bezwaar``, ``beroep_uitgebreid`` …); empty when no period runs.
        twijfel: Dutch sentences: why it is not certain that the period began on that day.
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
    lezingen_post: Mapping[dt.date, Uitkomst] = field(default_factory=dict)
    soort: str = ""
    twijfel: tuple[str, ...] = ()


class Elders(Struct, frozen=True):
    """Somebody else has to deal with it, by the facts (Awb 6:15).

    Attributes:
        aan: who.
        middel: what is open instead of an objection; empty when an objection is, at another body.
        grondslag: the article that says so.
        feiten: paths of the facts it rests on.
    """

    aan: str
    middel: str
    grondslag: str
    feiten: tuple[str, ...]


class VolgendeStap(Struct, frozen=True):
    """What has to be done next, by when (None: as soon as possible), on what ground, and by whom."""

    wat: str
    uiterlijk: dt.date | None = None
    grondslag: str = ""
    wie: str = ""


class Bedrag(Struct, frozen=True):
    """A sum of money to a day, in whole euros, with how it was reached; `tot_bedrag` when two readings differ."""

    euro: int
    tot_bedrag: int
    uitleg: str


class Toetsuitslag(Struct, frozen=True):
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
        elders: who else has to deal with it; None when the facts do not say so.
        beslist: whether it was decided on.
        afgedaan: whether nothing is left to be done: withdrawn, or decided on and a penalty that ran was settled.
        is_gedeeld: whether its days are those of an earlier case with the same course.
    """

    zaaknummer: str
    antwoord: str
    indieningen: tuple[Indieningsuitslag, ...]
    uitkomsten: Mapping[str, Uitkomst]
    bedragen: Mapping[str, Bedrag]
    bevindingen: tuple[Bevinding, ...]
    volgende_stappen: tuple[VolgendeStap, ...]
    elders: Elders | None = None
    beslist: bool = False
    afgedaan: bool = False
    is_gedeeld: bool = False
