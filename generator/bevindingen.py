"""What rules say: a finding (*bevinding*) and a computed value with its steps (*uitkomst*).

A finding states facts about the facts, never a verdict. Its wording stands in
``inhoud/recht/meldingen/*.yaml`` by code, so that a jurist can edit it; here are only the data.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.errors import Plaats


class Ernst(StrEnum):
    """The four severities of the design (§ 7), heaviest first."""

    FOUT = "fout"
    OORDEEL = "oordeel"
    WAARSCHUWING = "waarschuwing"
    NOTITIE = "notitie"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding of one rule.

    Attributes:
        code: stable code of the rule, independent of severity.
        ernst: how heavy it weighs here.
        plaatsen: every place it cites; two where two sources disagree.
        gegevens: values for the sentence of this code (already formatted as Dutch text).
        grondslag: articles or papers it rests on, as cited ("Spreidingswet 7 lid 1").
        feiten: paths of the facts it is about.
        door: for an oordeel: the role that has to judge ("de griffier", "de jurist").
    """

    code: str
    ernst: Ernst
    plaatsen: tuple[Plaats, ...] = ()
    gegevens: Mapping[str, str] = field(default_factory=dict)
    grondslag: tuple[str, ...] = ()
    feiten: tuple[str, ...] = ()
    door: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of an explanation: what happened, by which article, which date came out."""

    tekst: str
    grondslag: str = ""
    datum: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A computed date with the steps that lead to it, in the order a lawyer would give them.

    Attributes:
        datum: the answer, in the reading that is safe for the one who asks.
        stappen: the steps; the last step that has a date ends in `datum`.
        voorbehoud: Dutch sentences naming what is uncertain and which other reading exists.
        andere_lezing: the date in the other reading, where the law can be read two ways.
    """

    datum: dt.date
    stappen: tuple[Stap, ...] = ()
    voorbehoud: tuple[str, ...] = ()
    andere_lezing: dt.date | None = None
