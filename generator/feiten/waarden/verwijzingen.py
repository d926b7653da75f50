"""Values that refer (*verwijzingen*): the path of another fact or record, of one group or of any."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from msgspec import Struct


class Verwijzing(Struct, frozen=True):
    """The path of another fact or record: ``locaties.ambachtsweg``."""

    pad: str
    VERWACHT = "een verwijzing naar een ander feit of onderdeel, zoals locaties.ambachtsweg"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The path written as `tekst`; ValueError when it is none. Whether it exists is checked later."""
        if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*", tekst):
            raise ValueError(f"‘{tekst}’ is geen verwijzing")
        return cls(tekst)


class Groepverwijzing(Verwijzing, frozen=True):
    """A reference to a record of one group; a subclass names the group and what such a record is called."""

    GROEP: ClassVar = ""
    HEET: ClassVar = ""

    def __init_subclass__(cls) -> None:
        cls.VERWACHT = f"{cls.HEET}, zoals {cls.GROEP}.naam"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The path written as `tekst`; ValueError when it is none of this group. Whether it exists is checked later."""
        groep, punt, naam = tekst.partition(".")
        if groep != cls.GROEP or not punt or "." in naam:
            raise ValueError(f"‘{tekst}’ verwijst niet naar {cls.HEET}")
        return super().lees(tekst)


class Stukverwijzing(Groepverwijzing, frozen=True):
    """A paper of the dossier: ``stukken.raadsvoorstel``."""

    GROEP, HEET = "stukken", "een stuk van dit dossier"


class Bijlageverwijzing(Groepverwijzing, frozen=True):
    """An attachment: ``bijlagen.motie``."""

    GROEP, HEET = "bijlagen", "een bijlage"


class Bevoegdheidverwijzing(Groepverwijzing, frozen=True):
    """Who decides what: ``bevoegdheden.raad_wensen``."""

    GROEP, HEET = "bevoegdheden", "een bevoegdheid"
