"""The law as dated data (*recht*): articles, amounts and wordings, with the periods and the checklist.

Made by ``generator.inhoud.recht`` from ``inhoud/recht/*.yaml``; the rules read it and never a file.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.feiten.metadata import Metadatalijsten
from generator.feiten.record import Record, record
from generator.feiten.toetslijst import Toetslijst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.termijnrecht import Kalender, Termijnsoort

_ONDERDEEL = re.compile(r"\s+(lid|leden|aanhef|onder|onderdeel)\s.*$")


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
        opvolger: what holds since it lapsed; empty where that is no article of its own.
        leden: how many paragraphs it has; 0 where nobody counted them.
    """

    aanduiding: str
    omschrijving: str
    sinds: dt.date
    link: str
    tot: dt.date = dt.date.max
    sinds_zeker: bool = True
    opvolger: str = ""
    leden: int = 0


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
    """A word that does not belong in a council paper: the pattern that finds it, what to write, why, since when."""

    patroon: str
    liever: str
    reden: str
    sinds: dt.date = dt.date.min


# What the corners of the law that no rule answers belong to, each with its heading.
GEBIEDEN = {
    "overeenkomst": "De bestuursovereenkomst",
    "raadsvoorstel": "Raadsvoorstel en raadsbesluit",
    "planning": "Planning en vergunning",
    "bezwaar": "Bezwaar",
}


@record
class NietGedekt(Record):
    """A corner of the law that no rule answers.

    Attributes:
        onderwerp: what it is about.
        reden: why no rule does.
        termijnen: codes of the kinds of period that do count it; empty where Raadwerk does nothing with it.
        artikelen: where it stands in the law, as cited.
        bij: what it belongs to, one of `GEBIEDEN`.
    """

    onderwerp: str
    reden: str
    termijnen: tuple[str, ...] = ()
    artikelen: tuple[str, ...] = ()
    bij: str = "bezwaar"


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
