"""Days, months and lengths of time in Dutch words, without a dependency: ``raadwerk termijn`` must start fast."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_TELWOORDEN = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip
# After a number ‘uur’ and ‘jaar’ stay singular in Dutch.
MEERVOUD = {"dag": "dagen", "week": "weken", "maand": "maanden", "jaar": "jaar", "uur": "uur", "minuut": "minuten"}


@lru_cache(maxsize=4096)  # many cases name the same few hundred days
def datum_voluit(dag: dt.date) -> str:
    """The day with its weekday: ``vrijdag 31 januari 2025``."""
    return f"{WEEKDAGEN[dag.weekday()]} {datum_kaal(dag)}"


def datum_kaal(dag: dt.date) -> str:
    """The day without its weekday: ``31 januari 2025``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def duur_voluit(getal: int, eenheid: str) -> str:
    """A length of time, in words up to twenty: ``zes weken``, ``één maand``, ``25 weken``."""
    aantal = _TELWOORDEN[getal] if getal < len(_TELWOORDEN) else str(getal)
    return f"{aantal} {eenheid if getal == 1 else MEERVOUD[eenheid]}"


def hoofdletter(zin: str) -> str:
    """The sentence with a capital at its start; the rest as it is."""
    return f"Eén{zin[3:]}" if zin.startswith("één") else zin[:1].upper() + zin[1:]
