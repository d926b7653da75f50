"""The checklist of an objection (*toetslijst*) as data: groups of questions, and the rules that answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.feiten.record import Record, record

if TYPE_CHECKING:
    from collections.abc import Mapping


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
