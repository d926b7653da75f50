"""The single values of an objection case as text: a day, a time, yes or no, a number, a length of time, words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from generator.datumtekst import MAANDEN
from generator.feiten.waarden import Duur
from generator.inhoud.aanraden import raad_voor_waarde

if TYPE_CHECKING:
    from collections.abc import Callable

# The years of the calendar (inhoud/recht/kalender.yaml); a day outside them is a slip of the pen.
EERSTE_JAAR, LAATSTE_JAAR = 1965, 2100
_JA = {"ja": True, "nee": False, "true": True, "false": False}  # the last two as JSON writes them
_NEGEN = re.compile(r"(?<!\d)\d{4}[ .]?\d{2}[ .]?\d{3}(?!\d)")
_POSTBUS = re.compile(r"\s*(?:postbus\s+)?(\d+)\s*", re.IGNORECASE)
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


class MisfitError(ValueError):
    """A value that does not fit, with what was expected and what to do."""

    def __init__(self, verwacht: str, raad: str = "") -> None:
        self.verwacht, self.raad = verwacht, raad
        super().__init__(verwacht)


def lees_tekst(waarde: Any) -> str:  # noqa: ANN401 - a node
    """The words of a scalar; MisfitError for none, or for a list or group of fields."""
    if isinstance(waarde, str) and waarde.strip():
        return str(waarde)
    raise MisfitError("een tekst")


def lees_postbus(waarde: Any) -> str:  # noqa: ANN401 - a node
    """The number of a postbus, of which the word may stand before it; MisfitError for anything else."""
    if isinstance(waarde, str) and (gevonden := _POSTBUS.fullmatch(waarde)):
        return gevonden[1]
    raise MisfitError("het nummer van een postbus, zoals 35", "zet een straat met huisnummer onder ‘straat’")


def lees_dag(waarde: Any) -> dt.date:  # noqa: ANN401 - a node
    """The day written as jjjj-mm-dd; MisfitError otherwise, with the day that was probably meant."""
    try:
        dag = _Dag.lees(waarde)
    except (ValueError, TypeError):  # no day, or no text at all
        raise MisfitError("een bestaande dag als jjjj-mm-dd", _raad_voor_dag(waarde)) from None
    if EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        return dag
    raise MisfitError(f"een dag in de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}")


def lees_tijd(waarde: Any) -> dt.time:  # noqa: ANN401 - a node
    """The time written as uu:mm; MisfitError otherwise."""
    verwacht, raad = "een tijd als uu:mm, van 00:00 tot en met 23:59", ""
    if isinstance(waarde, str):
        if re.fullmatch(r"[0-2]\d:[0-5]\d(:[0-5]\d)?", waarde) and waarde < "24":
            return dt.time.fromisoformat(waarde)
        if gevonden := re.fullmatch(r"([01]?\d|2[0-3])[:.u]([0-5]\d)( ?uur)?", waarde):
            raad = f"bedoelde u {int(gevonden[1]):02d}:{gevonden[2]}?"
    raise MisfitError(verwacht, raad)


def lees_ja(waarde: Any) -> bool:  # noqa: ANN401 - a node
    """True for ja, False for nee; MisfitError otherwise."""
    if isinstance(waarde, str):
        if waarde in _JA:
            return _JA[waarde]
        raise MisfitError("ja of nee", raad_voor_waarde(waarde, [_JaNee]))
    raise MisfitError("ja of nee")


def lees_getal(waarde: Any) -> int:  # noqa: ANN401 - a node
    """The whole number, zero or more; MisfitError otherwise."""
    if isinstance(waarde, str) and waarde.isascii() and waarde.isdigit() and len(waarde) < 7:
        return int(waarde)
    raise MisfitError("een heel getal")


def lees_duur(waarde: Any) -> Duur:  # noqa: ANN401 - a node
    """The length of time ("6 weken"); MisfitError otherwise."""
    try:
        return Duur.lees(lees_tekst(waarde))
    except ValueError:
        raad = raad_voor_waarde(waarde, [Duur]) if isinstance(waarde, str) else ""
        raise MisfitError(Duur.VERWACHT, raad) from None


WAARDEN: dict[Any, Callable[[Any], Any]] = {
    dt.date: lees_dag, dt.time: lees_tijd, bool: lees_ja, int: lees_getal, Duur: lees_duur,
}  # fmt: skip


def lijkt_bsn(tekst: str) -> bool:
    """Whether something in `tekst` may be a burgerservicenummer: nine digits that pass the elfproef."""
    for gevonden in _NEGEN.finditer(tekst):
        cijfers = [int(teken) for teken in gevonden[0] if teken.isdigit()]
        if any(cijfers) and not sum(map(int.__mul__, cijfers, _GEWICHTEN)) % 11:
            return True
    return False


class _Dag:
    @staticmethod
    def lees(tekst: str) -> dt.date:
        """The day; ValueError for what ISO 8601 also allows, such as a week."""
        if tekst[4:5] != "-" or tekst[7:8] != "-":
            raise ValueError(tekst)
        return dt.date.fromisoformat(tekst)


class _JaNee:
    @staticmethod
    def lees(tekst: str) -> bool:
        """True for ja, False for nee; ValueError otherwise."""
        if tekst not in {"ja", "nee"}:
            raise ValueError(tekst)
        return tekst == "ja"


def _raad_voor_dag(waarde: Any) -> str:  # noqa: ANN401 - a node
    if not isinstance(waarde, str):
        return ""
    if re.fullmatch(r"\d{5}(\.0)?", waarde):  # days since 1900, as a spreadsheet keeps them
        return "dit lijkt een volgnummer van Excel: maak de kolom in Excel op als datum"
    if raad := raad_voor_waarde(waarde, [_Dag]):
        return raad
    gevonden = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", waarde) or re.fullmatch(r"(\d\d?)-(\d\d?)-(\d{4})", waarde)
    jaar, maand = sorted(map(int, gevonden.group(1, 3)))[1] if gevonden else 0, int(gevonden[2]) if gevonden else 0
    if not dt.MINYEAR <= jaar <= dt.MAXYEAR or not 1 <= maand <= 12:
        return ""
    return f"{MAANDEN[maand - 1]} {jaar} heeft {calendar.monthrange(jaar, maand)[1]} dagen"
