"""Periods as a calendar file (RFC 5545): a whole-day event for each last day, with two reminders.

Without a clock: the time stamp of an event is the day the period is counted from, and its identity follows from what
it says, so that the same period is the same event every time it is imported.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit, hoofdletter
from generator.verslagen.termijn import voorbehouden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.bevindingen import Termijnverloop, Uitkomst
    from generator.toetsuitslag import Toetsuitslag, VolgendeStap

_LANGSTE_REGEL = 75  # octets, RFC 5545 § 3.1
# A week and a day before, at nine in the morning; a whole-day event begins at midnight (RFC 5545 § 3.8.6.3).
_HERINNERINGEN = (("over een week", "-P6DT15H"), ("morgen", "-PT15H"))


def als_ics(verlopen: Iterable[Termijnverloop]) -> bytes:
    """One calendar file with the events of all periods, UTF-8 with CRLF."""
    return _kalender(regel for verloop in verlopen for regel in _gebeurtenissen(verloop))


def zaken_als_ics(uitslagen: Iterable[Toetsuitslag]) -> bytes:
    """One calendar file with what has to be done next in each case, on its last day; what has no day is left out."""
    return _kalender(
        regel
        for uitslag in uitslagen
        for stap in uitslag.volgende_stappen
        if stap.uiterlijk
        for regel in _stap(uitslag.zaaknummer, stap, stap.uiterlijk)
    )


def _kalender(gebeurtenissen: Iterable[str]) -> bytes:
    kop = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Raadwerk//termijn//NL", "CALSCALE:GREGORIAN"]
    return b"".join(_gevouwen(regel) for regel in [*kop, *gebeurtenissen, "END:VCALENDAR"])


def _stap(zaak: str, stap: VolgendeStap, dag: dt.date) -> Iterator[str]:
    """What has to be done in a case; the last day itself stands in for the clock."""
    kenmerk = re.sub(r"\W+", "-", f"{zaak}-{stap.wat}")
    yield from _gebeurtenis(f"{zaak}: {stap.wat}", f"{stap.wat} ({stap.grondslag})", kenmerk, dag, dag)


def _gebeurtenissen(verloop: Termijnverloop) -> Iterator[str]:
    soort = verloop.soort or verloop.naam
    yield from _uitkomst(verloop, verloop.uitkomst, soort, f"{hoofdletter(verloop.aanduiding)}: {verloop.naam}")
    if verloop.ontvangst_post:
        kop = f"Laatste ontvangst per post: {verloop.naam}"
        yield from _uitkomst(verloop, verloop.ontvangst_post, f"{soort}-post", kop)


def _uitkomst(verloop: Termijnverloop, uitkomst: Uitkomst, naam: str, kop: str) -> Iterator[str]:
    """The event on the safe day; its text gives the steps to that day and what is uncertain."""
    dag, stappen = uitkomst.andere_lezing or uitkomst.datum, uitkomst.andere_stappen or uitkomst.stappen
    zinnen = [f"{stap.tekst} ({stap.grondslag})" if stap.grondslag else stap.tekst for stap in stappen]
    tekst = "\n".join([*zinnen, *voorbehouden(verloop)])
    yield from _gebeurtenis(kop, tekst, f"{naam.replace(' ', '-')}-{verloop.dag:%Y%m%d}", verloop.dag, dag)


def _gebeurtenis(kop: str, tekst: str, kenmerk: str, stempel: dt.date, dag: dt.date) -> Iterator[str]:
    """A whole-day event on `dag` with its reminders."""
    morgen = dag + dt.timedelta(days=1)
    yield "BEGIN:VEVENT"
    yield f"UID:{kenmerk}-{dag:%Y%m%d}@raadwerk"
    yield f"DTSTAMP:{stempel:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{dag:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{morgen:%Y%m%d}"
    yield f"SUMMARY:{_tekst(kop)}"
    yield f"DESCRIPTION:{_tekst(tekst)}"
    yield "TRANSP:TRANSPARENT"
    for wanneer, voor in _HERINNERINGEN:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_tekst(f'{kop} ({wanneer}, {datum_voluit(dag)})')}"
        yield f"TRIGGER:{voor}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _tekst(tekst: str) -> str:
    """`tekst` as a TEXT value (RFC 5545 § 3.3.11)."""
    for teken in "\\;,":
        tekst = tekst.replace(teken, f"\\{teken}")
    return tekst.replace("\n", "\\n")


def _gevouwen(regel: str) -> bytes:
    """`regel` as lines of at most 75 octets; a character is never cut in two."""
    delen, deel = [], b""
    for teken in regel:
        octetten = teken.encode()
        if len(deel) + len(octetten) > _LANGSTE_REGEL:
            delen.append(deel)
            deel = b" "
        deel += octetten
    return b"\r\n".join([*delen, deel]) + b"\r\n"
