"""The papers of an objection (*zaakstukken*): which letters there are, and what each asks of the facts."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.feiten.record import Record, record

if TYPE_CHECKING:
    from collections.abc import Mapping


class Geadresseerde(StrEnum):
    """To whom a kind of letter goes; each gets a letter of their own."""

    INDIENERS = "indieners"  # or the representative, who acts for all (Awb 6:17)
    BELANGHEBBENDEN = "belanghebbenden"  # the objectors and every other interested party
    DERDEN = "derden"  # only those others
    GEMACHTIGDE = "gemachtigde"
    BESTUURSORGAAN = "bestuursorgaan"  # that took the decision
    DOSSIER = "dossier"  # no letter but a paper for the file: an agenda, a report, an advice


@record
class Briefsoort(Record):
    """One kind of letter.

    Attributes:
        naam: as printed above the subject ("Ontvangstbevestiging").
        naam_belasting: the same in a tax case; empty where that is no other.
        uitleg: what it is for, in a line.
        grond: the articles it rests on, as cited.
        aan: to whom it goes.
        rol: which side writes it (``ontvanger`` or ``indiener``).
        datum: path of the fact that is the day of the letter; empty where no fact is.
        afzender: path of the fact that says which body writes it.
        weigeringen: names of the refusals that it is held against, besides those of every letter.
        meer: several cases go into one paper.
    """

    naam: str
    uitleg: str
    grond: tuple[str, ...]
    aan: Geadresseerde = Geadresseerde.INDIENERS
    rol: str = "ontvanger"
    datum: str = ""
    afzender: str = "besluit.bestuursorgaan"
    weigeringen: tuple[str, ...] = ()
    meer: bool = False
    naam_belasting: str = ""


@record
class Zaakstuksoorten(Record):
    """Every kind of letter by its name on the command line, and how what is missing is called.

    Attributes:
        brieven: the kinds, in the order in which a case needs them.
        vragen: path of a fact (lists without numbers) → what has to be filled in, in words.
        verzuimen: what may be missing from an objection → how it is asked of who wrote it.
        wetten: short name of a law → its full name, for who reads a letter.
        in_te_vullen: name of what only a person can write → what that is, in words.
    """

    brieven: Mapping[str, Briefsoort] = field(default_factory=dict)
    vragen: Mapping[str, str] = field(default_factory=dict)
    in_te_vullen: Mapping[str, str] = field(default_factory=dict)
    verzuimen: Mapping[str, str] = field(default_factory=dict)
    wetten: Mapping[str, str] = field(default_factory=dict)
