"""What rules say: a finding (*bevinding*) and a computed value with its steps (*uitkomst*).

A finding states facts about the facts, never a verdict. Its wording stands in
``inhoud/recht/meldingen/*.yaml`` by code, so that a jurist can edit it; here are only the data.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.errors import Plaats


class Ernst(StrEnum):
    """The four severities, heaviest first."""

    FOUT = "fout"
    OORDEEL = "oordeel"
    WAARSCHUWING = "waarschuwing"
    NOTITIE = "notitie"

    __hash__ = str.__hash__  # Enum's own is Python code, and every finding looks its severity up


class Stand(StrEnum):
    """How the facts of a case stand to what the law asks; the name of the sentence in the wording of its rule."""

    JA = "ja"
    NEE = "nee"
    NVT = "nvt"
    BEOORDELEN = "beoordelen"
    ONBEKEND = "onbekend"

    __hash__ = str.__hash__  # idem


class Antwoord(Struct, frozen=True):
    """What a person decided about a finding (oordelen.yaml).

    Attributes:
        sleutel: its name in oordelen.yaml.
        antwoord: what was decided; empty for a warning that was merely accepted.
        reden: why.
        rol: who decided ("de portefeuillehouder"), with the name where it was given.
        moment: the ISO date, with the time where it was given.
        plaats: where it stands.
    """

    sleutel: str
    antwoord: str
    reden: str
    rol: str
    moment: str
    plaats: Plaats


class Bevinding(Struct, frozen=True):
    """One finding of one rule.

    Attributes:
        code: stable code of the rule, independent of severity.
        ernst: how heavy it weighs here.
        plaatsen: every place it cites; two where two sources disagree.
        gegevens: values for the sentence of this code (already formatted as Dutch text); ``stuk`` is the paper it is
            about, ``stukken`` the papers, with a space between.
        grondslag: articles or papers it rests on, as cited ("Spreidingswet 7 lid 1").
        feiten: paths of the facts it is about.
        door: for an oordeel: the role that has to judge ("de griffier", "de jurist").
        stand: for a rule on an objection: how the facts stand to it; None for the other rules.
        antwoord: what a person decided about it; None as long as it stands.
        is_indiener: whether it is put to who objects, and not to who received the objection.
    """

    code: str
    ernst: Ernst
    plaatsen: tuple[Plaats, ...] = ()
    gegevens: Mapping[str, str] = field(default_factory=dict)
    grondslag: tuple[str, ...] = ()
    feiten: tuple[str, ...] = ()
    door: str = ""
    stand: Stand | None = None
    antwoord: Antwoord | None = None
    is_indiener: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still counts: nobody answered, accepted or released it."""
        return self.antwoord is None

    @property
    def stukken(self) -> tuple[str, ...]:
        """The names of the papers it speaks of; empty when it is about facts or settings alone."""
        stuk, stukken = self.gegevens.get("stuk", ""), self.gegevens.get("stukken", "")
        return (*([stuk] if stuk else ()), *stukken.split())


class Stap(Struct, frozen=True):
    """One step of an explanation: what happened, by which article, which date came out."""

    tekst: str
    grondslag: str = ""
    datum: dt.date | None = None


class Uitkomst(Struct, frozen=True):
    """A computed date with the steps that lead to it, in the order a lawyer would give them.

    Attributes:
        datum: the answer; where the law can be read in two ways, in the reading that takes nobody's right away.
        stappen: the steps; the last step that has a date ends in `datum`.
        voorbehoud: Dutch sentences naming what is uncertain and which other reading exists.
        andere_lezing: the date in the other reading, where the law can be read two ways.
        andere_stappen: the steps to `andere_lezing`; the last one that has a date ends in it.
        zonder_grens: whether the other reading has no day at all: the facts set no limit to it.
    """

    datum: dt.date
    stappen: tuple[Stap, ...] = ()
    voorbehoud: tuple[str, ...] = ()
    andere_lezing: dt.date | None = None
    andere_stappen: tuple[Stap, ...] = ()
    zonder_grens: bool = False


class Termijnverloop(Struct, frozen=True):
    """A legal period from the day it is counted from to its last day.

    Attributes:
        soort: code of the kind of period; empty for a bare length of time.
        naam: what one does in it, or the length of time.
        gebeurtenis: what it is counted from ("de bekendmaking van het besluit").
        dag: the day of that event.
        aanduiding: what the day that comes out is called ("laatste dag").
        eerste_dag: first day of the period; None when it is counted backward or ends on a date in the law.
        uitkomst: the last day (backward: the day that comes out), in the later reading, so that nobody is told to
            be late who may be in time; its `andere_lezing` is the earlier day, safe for who still has to act.
        ontvangst_post: last day of receipt by post (Awb 6:9 lid 2), likewise. None where it has no meaning.
    """

    soort: str
    naam: str
    gebeurtenis: str
    dag: dt.date
    aanduiding: str
    eerste_dag: dt.date | None
    uitkomst: Uitkomst
    ontvangst_post: Uitkomst | None = None
