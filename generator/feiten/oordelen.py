"""What people decided about findings (oordelen.yaml): answers to an *oordeel*, accepted warnings, released faults.

An answer names its finding by code and by a fact or a file, and the values it rests on. When one of those changes,
the answer lapses (``regels/oordelen.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from generator.feiten.onderdeel import DatumFeit, Onderdeel, TekstFeit, onderdeel
from generator.feiten.waarden import notatie

if TYPE_CHECKING:
    from generator.feiten.feit import Feit

OPEN = "open"  # what stands for the value of a fact that nobody knew


@onderdeel
class Steunfeit(Onderdeel):
    """A fact an answer rests on: its path, and its value when the answer was given ("open" when nobody knew it)."""

    feit: TekstFeit
    waarde: TekstFeit


@onderdeel
class Oordeel(Onderdeel):
    """One answer; `feit` or `bestand` says which finding of `code` it is about.

    Both are words and no references, so that an answer whose fact is gone is reported as lapsed.
    """

    code: TekstFeit
    feit: TekstFeit | None = None
    bestand: TekstFeit | None = None  # as the finding shows it, with or without its line
    antwoord: TekstFeit | None = None  # what was decided; required for an oordeel
    reden: TekstFeit
    rol: TekstFeit
    naam: TekstFeit | None = None  # required to release a fault
    datum: DatumFeit
    tijd: TekstFeit | None = None  # "14:30"; required to release a fault
    rust_op: Mapping[str, Steunfeit] = field(default_factory=dict)


def stand(feit: Feit) -> str:
    """The value of `feit` as it is written under `rust_op`."""
    return OPEN if feit.waarde is None else notatie(feit.waarde)


def is_stand(toen: str, feit: Feit | None) -> bool:
    """Whether `feit` still has the value written as `toen`; numbers may be written with or without their point."""
    if feit is None or feit.waarde is None:
        return feit is not None and toen == OPEN
    try:
        return type(feit.waarde).lees(toen) == feit.waarde
    except ValueError:
        return False
