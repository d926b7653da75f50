"""The day or length of time a person types, in every form people type it; ‘today’ is not a fact and no form of it."""

from __future__ import annotations

import datetime as dt
import re

from generator.datumtekst import MAANDEN, WEEKDAGEN, datum_kaal
from generator.errors import Fout, InvoerError, Plaats

_PLAATS = Plaats("datum")
_VERWACHT = "een datum als 24-3-2026, 24 maart 2026 of 2026-03-24"
_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MAANDNUMMERS = {naam: nummer for namen in (MAANDEN, _KORT) for nummer, naam in enumerate(namen, 1)} | {"sept": 9}
_MAAND = "|".join(sorted(_MAANDNUMMERS, key=len, reverse=True))
_WEEKDAG = "|".join((*WEEKDAGEN, *(naam[:2] for naam in WEEKDAGEN)))
_DATUM = re.compile(
    rf"""(?:op\s+)?(?:(?P<weekdag>{_WEEKDAG})\b\.?,?\s*)?
    (?:(?P<jaar>\d{{4}})[-/.](?P<maand>\d{{1,2}})[-/.](?P<dag>\d{{1,2}})
      |(?P<dag2>\d{{1,2}})\s?[-/.\s]\s?(?P<maand2>\d{{1,2}})\s?[-/.\s]\s?(?P<jaar2>\d{{4}})
      |(?P<dag3>\d{{1,2}})e?\s?-?\s?(?P<naam>{_MAAND})\b\.?,?\s?-?\s?(?P<jaar3>\d{{4}})
      |(?P<jaar4>\d{{4}})(?P<maand4>[01]\d)(?P<dag4>[0-3]\d)
    )(?!\S)""",
    re.VERBOSE,
)
# Only what is no date is held against these: compiling them takes longer than reading one.
_ZONDER_EEUW = rf"(\d{{1,2}})[-/. ](\d{{1,2}}|{_MAAND})[-/. ]'?(\d{{2}})"
_ZONDER_JAAR = rf"\d{{1,2}}e?[-/. ]?(\d{{1,2}}|{_MAAND})\.?"
_BETREKKELIJK = (
    r"nu|vandaag|(eer)?gisteren|(over)?morgen|"
    rf"((vorige|deze|volgende|komende|afgelopen)\s+)?({_WEEKDAG}|week|maand|jaar)"
)
_STREEPJES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "−": "-", "’": "'", "\u00a0": " ", "\u202f": " "})


def lees_dag(tekst: str) -> dt.date:
    """The day written as `tekst`; InvoerError that says what is wrong and what was probably meant."""
    dag, rest = lees_dag_en_rest(tekst)
    if rest:
        raise _fout(tekst, "is geen datum")
    return dag


def lees_dag_en_rest(tekst: str) -> tuple[dt.date, str]:
    """The day that `tekst` begins with, and the words after it; InvoerError as `lees_dag`."""
    kaal = " ".join(tekst.translate(_STREEPJES).lower().split())
    vondst = _DATUM.match(kaal)
    if vondst is None:
        raise _geen_datum(tekst, kaal)
    deel = vondst.groupdict()
    jaar = int(deel["jaar"] or deel["jaar2"] or deel["jaar3"] or deel["jaar4"])
    maand = _MAANDNUMMERS[deel["naam"]] if deel["naam"] else int(deel["maand"] or deel["maand2"] or deel["maand4"])
    dag = _bestaande_dag(tekst, jaar, maand, int(deel["dag"] or deel["dag2"] or deel["dag3"] or deel["dag4"]))
    if deel["weekdag"] and not WEEKDAGEN[dag.weekday()].startswith(deel["weekdag"]):
        raise _fout(
            tekst, f"klopt niet: {datum_kaal(dag)} is een {WEEKDAGEN[dag.weekday()]}", "ga na welke van de twee klopt"
        )
    return dag, kaal[vondst.end() :].strip()


def duur_in_cijfers(tekst: str) -> str:
    """A length of time as YAML has it (``6 weken``), for one that people write (``zes weken``, ``6weken``)."""
    woord, _, eenheid = re.sub(r"(?<=\d)(?=[a-z])", " ", " ".join(tekst.lower().split())).partition(" ")
    if woord.isdigit() or not eenheid:
        return f"{woord} {eenheid}".strip()
    from decimal import Decimal

    from generator.opmaak.telwoorden import telwoorden_in

    getallen = [getal for _, _, getal in telwoorden_in(woord)] or [Decimal(1)] * (woord == "een")
    heel = len(getallen) == 1 and getallen[0] == int(getallen[0])
    return f"{int(getallen[0])} {eenheid}" if heel else tekst


def _bestaande_dag(tekst: str, jaar: int, maand: int, dag: int) -> dt.date:
    try:
        return dt.date(jaar, maand, dag)
    except ValueError:
        pass
    if not 1 <= maand <= 12:
        raad = f"bedoelde u {maand}-{dag}-{jaar}?" if 1 <= dag <= 12 and 1 <= maand <= 31 else ""
        raise _fout(tekst, f"bestaat niet: er is geen maand {maand}", raad)
    if not dt.MINYEAR <= jaar <= dt.MAXYEAR:
        raise _fout(tekst, f"bestaat niet: er is geen jaar {jaar}")
    import calendar

    naam, laatste = MAANDEN[maand - 1], calendar.monthrange(jaar, maand)[1]
    raise _fout(
        tekst,
        f"bestaat niet: {naam} {jaar} heeft {laatste} dagen",
        f"bedoelde u {laatste}-{maand}-{jaar}?" if dag > laatste else "",
    )


def _geen_datum(tekst: str, kaal: str) -> InvoerError:
    if not kaal:
        return InvoerError(Fout(_PLAATS, "er staat geen datum", _VERWACHT))
    if re.fullmatch(_BETREKKELIJK, kaal):
        return _fout(
            tekst, "hangt af van de dag waarop u dit leest, en die is geen feit", "schrijf de datum voluit, met jaar"
        )
    if eeuw := re.fullmatch(_ZONDER_EEUW, kaal):
        dag, maand, jaar = eeuw.groups()
        return _fout(tekst, "noemt de eeuw niet", f"bedoelde u {dag}-{_MAANDNUMMERS.get(maand, maand)}-20{jaar}?")
    if re.fullmatch(_ZONDER_JAAR, kaal):
        return _fout(tekst, "noemt geen jaar", "schrijf het jaar erbij")
    return _fout(tekst, "is geen datum")


def _fout(tekst: str, zin: str, raad: str = "") -> InvoerError:
    kort = tekst.strip() if len(tekst.strip()) <= 60 else f"{tekst.strip()[:60]}…"
    return InvoerError(Fout(_PLAATS, f"‘{kort}’ {zin}", "" if raad else _VERWACHT, raad))
