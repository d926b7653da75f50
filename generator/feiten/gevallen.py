"""The cases that a rule is tried on (*gevallen*), as far as a reader of the rules needs them."""

from __future__ import annotations

from generator.feiten.record import Record, record


@record
class Geval(Record):
    """A case in which a rule speaks, or is silent.

    Attributes:
        naam: the case in plain words, as the jurist wrote it.
        spreekt: whether the rule has something to report.
        ernst: how heavy it weighs there; empty where the case does not say.
    """

    naam: str
    spreekt: bool
    ernst: str = ""
