"""Every figure, date and number word in a Dutch text, with its value and place."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.feiten.waarden import Aantal, Bedrag, Datum, Percentage, Tekst, Waarde
from generator.opmaak.breuken import breuken_in
from generator.opmaak.datums import KWARTALEN, MAANDEN
from generator.opmaak.telwoorden import MACHTEN, telwoorden_in

if TYPE_CHECKING:
    from collections.abc import Callable

_MAAND = "|".join(MAANDEN)
_JAAR = r"(?:19|20)\d{2}"
_MACHT = rf"(?:\s+(?P<macht>{'|'.join(MACHTEN)})\b)"
_GETAL = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_CIJFER = re.compile(r"\d")
_GEEN_GETAL = {"m2", "m3", "co2"}


class Vondst(Struct, frozen=True):
    """One figure in a text.

    Attributes:
        tekst: as it stands there.
        waarde: what it says; a `Tekst` for what is no number by itself (``24/7``, ``3b``, ``16 september``).
        begin: place of its first character in the text.
        eind: place after its last character.
    """

    tekst: str
    waarde: Waarde
    begin: int
    eind: int


def getallen_in(tekst: str) -> list[Vondst]:
    """Every date, amount, percentage, figure and number word of `tekst`, in order.

    Number words count from *twee* up, and *één*; *een*, *beide* and ordinals do not. Parts do (``½``, *een derde van*),
    and so do rough counts (*honderden*). Days that share a month
    ("9 en 16 september 2024") are found one by one. Which of them are no figures but places (article 7:1, Stb.
    2024, 12) says `generator.opmaak.is_vindplaats`.
    """
    vondsten = [Vondst(tekst[begin:eind], waarde, begin, eind) for begin, eind, waarde in breuken_in(tekst)]
    rest = _zonder(tekst, vondsten)
    for patroon, lees in _SOORTEN if _CIJFER.search(tekst) else ():
        for match in patroon.finditer(rest):
            if (waarde := lees(match)) is not None:
                eind = match.start() + len(match["kern"]) if "kern" in match.re.groupindex else match.end()
                vondsten.append(Vondst(tekst[match.start() : eind], waarde, match.start(), eind))
        rest = _zonder(rest, vondsten)
    vondsten += [Vondst(tekst[begin:eind], Aantal(getal), begin, eind) for begin, eind, getal in telwoorden_in(rest)]
    return sorted(vondsten, key=lambda vondst: vondst.begin)


def _zonder(tekst: str, vondsten: list[Vondst]) -> str:
    """`tekst` with what was read once masked, so that it is not read again."""
    for vondst in vondsten:
        tekst = f"{tekst[: vondst.begin]}{'|' * (vondst.eind - vondst.begin)}{tekst[vondst.eind :]}"
    return tekst


def _dag(match: re.Match[str]) -> Waarde | None:
    maand = match["maand"].lower()
    if not match["jaar"]:
        return Tekst(f"{int(match['dag'])} {maand}")
    return _datum(match["jaar"], MAANDEN[maand], match["dag"]) or Tekst(match[0])


def _datum(jaar: str, maand: str | int, dag: str) -> Datum | None:
    """The day; None when the calendar has no such day."""
    try:
        return Datum.van(dt.date(int(jaar), int(maand), int(dag)))
    except ValueError:
        return None


def _maand(match: re.Match[str]) -> Waarde:
    return Datum(dt.date(int(match["jaar"]), MAANDEN[match["maand"].lower()], 1), "maand")


def _kwartaal(match: re.Match[str]) -> Waarde:
    return Datum(dt.date(int(match["jaar"]), 3 * KWARTALEN[match["kwartaal"].lower()] - 2, 1), "kwartaal")


def _dag_in_cijfers(match: re.Match[str]) -> Waarde:
    return _datum(match["jaar"], match["maand"], match["dag"]) or Tekst(match[0])


def _bedrag(match: re.Match[str]) -> Waarde:
    return Bedrag(_decimaal(match["getal"]) * MACHTEN.get((match["macht"] or "").lower(), Decimal(1)))


def _getal(match: re.Match[str]) -> Waarde | None:
    """A word with a digit in it: a number, a year, or a code."""
    token, na = match["token"], (match["na"] or "").strip().lower()
    if token.lower() in _GEEN_GETAL:
        return None
    if not _GETAL.fullmatch(token):
        return Tekst(match[0])
    getal = _decimaal(token) * (-1 if match["min"] else 1)
    if na in {"%", "procent"}:
        return Percentage(getal)
    if na == "euro":
        return Bedrag(getal)
    if na:
        macht, *euro = na.split()
        return (Bedrag if euro else Aantal)(getal * MACHTEN[macht])
    return Datum(dt.date(int(token), 1, 1), "jaar") if re.fullmatch(_JAAR, token) else Aantal(getal)


def _decimaal(cijfers: str) -> Decimal:
    return Decimal(cijfers.replace(".", "").replace(",", "."))


def _samenstelling(match: re.Match[str]) -> Waarde:
    return Aantal(Decimal(match["kern"]))


def _zonder_hoofdletters(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon, re.IGNORECASE)


# In order: what an earlier pattern reads, a later one does not see.
_SOORTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Waarde | None]], ...] = (
    (
        _zonder_hoofdletters(
            r"(?<![\w€.,:/-])(?P<kern>(?P<dag>\d{1,2})"
            r"(?=(?:(?:,|\s+en|\s+of|\s+respectievelijk|\s+tot\s+en\s+met|\s+t/m)\s+\d{1,2})*"
            rf"\s+(?P<maand>{_MAAND})\b(?:\s+(?P<jaar>{_JAAR})\b)?)"
            rf"(?:\s+(?:{_MAAND})\b(?:\s+{_JAAR}\b)?)?)"
        ),
        _dag,
    ),
    (_zonder_hoofdletters(rf"\b(?P<maand>{_MAAND})\s+(?P<jaar>{_JAAR})\b"), _maand),
    (
        _zonder_hoofdletters(rf"\b(?P<kwartaal>{'|'.join(KWARTALEN)})\s+kwartaal(?:\s+van)?\s+(?P<jaar>{_JAAR})\b"),
        _kwartaal,
    ),
    (
        re.compile(
            rf"(?<![\w.-])(?P<dag>\d{{1,2}})(?P<streep>[-/.])(?P<maand>\d{{1,2}})(?P=streep)(?P<jaar>{_JAAR})(?![\w-])"
        ),
        _dag_in_cijfers,
    ),
    (re.compile(rf"(?<![\w.-])(?P<jaar>{_JAAR})-(?P<maand>\d{{2}})-(?P<dag>\d{{2}})(?![\w-])"), _dag_in_cijfers),
    (_zonder_hoofdletters(rf"€\s*(?P<getal>{_GETAL.pattern})(?:,-)?{_MACHT}?"), _bedrag),
    (re.compile(r"(?<![\w.,:/-])(?P<kern>\d+)-[^\W\d_]{2,}"), _samenstelling),
    (
        _zonder_hoofdletters(
            r"(?P<min>\u2212)?(?P<token>[^\W\d_]*\d\w*(?:(?!(?-i:\.[A-Z][a-z]))[./:,–-]\w+)*)"
            rf"(?P<na>\s?%|\s+(?:procent|euro|(?:{'|'.join(MACHTEN)})(?:\s+euro)?)\b)?"
        ),
        _getal,
    ),
)  # fmt: skip
