"""The rules of MDTO-XML as values: which element stands where, how often, and in what form.

Made by ``generator.inhoud.mdto`` from ``inhoud/recht/mdto.yaml``; ``generator.metadata.toets`` goes by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.record import Record, record

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping


@record
class Elementregel(Record):
    """What the standard says of one element.

    Attributes:
        soort: the group of elements in it, or the form of its value.
        keer: how often it stands there, at least and at most; no most is None.
        lijst: the list its term comes from; empty where that is free.
    """

    soort: str
    keer: tuple[int, int | None]
    lijst: str = ""


@record
class Waardevorm(Record):
    """How a value is written: the pattern it fits, and that form in Dutch words."""

    patroon: re.Pattern[str]
    verwacht: str


@record
class Begrippenlijst(Record):
    """A list of terms (label → code, empty where it has none); a closed one knows no others."""

    gesloten: bool
    begrippen: Mapping[str, str]


@record
class Mdtoregels(Record):
    """The rules of MDTO.

    Attributes:
        naamruimte: the namespace of every element.
        wortel: the objects of which a file describes one.
        groepen: the elements of an object or group by name, in the order of the schema.
        vormen: forms of values by name.
        lijsten: lists of terms by title.
    """

    naamruimte: str
    wortel: tuple[str, ...]
    groepen: Mapping[str, Mapping[str, Elementregel]]
    vormen: Mapping[str, Waardevorm]
    lijsten: Mapping[str, Begrippenlijst]
