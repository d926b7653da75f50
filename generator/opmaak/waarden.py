"""How a value of each type is printed when nobody asks for a form, and words in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from generator.datumtekst import MEERVOUD
from generator.feiten import waarden as soorten
from generator.opmaak.datums import print_dagen, print_datum
from generator.opmaak.getallen import HARDE_SPATIE, MINTEKEN, print_getal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from generator.feiten.waarden import Duur, Grens, Waarde

GRENSWOORDEN = {">": "meer dan", "≥": "ten minste", "<": "minder dan", "≤": "ten hoogste"}
_ENKELVOUD = {meervoud: enkelvoud for enkelvoud, meervoud in MEERVOUD.items()}


def print_waarde(waarde: Waarde) -> str:  # noqa: C901 - one line for each type of the closed union
    """The text of `waarde`; ValueError for a reference, which is no fact to print."""
    match waarde:
        case soorten.Tekst(tekst):
            return tekst
        case soorten.Aantal(getal):
            return print_getal(getal)
        case soorten.Bedrag(euro):
            return f"€{HARDE_SPATIE}{print_euro(euro)}"
        case soorten.Percentage(procent):
            return f"{print_getal(procent)}%"
        case soorten.Datum():
            return print_datum(waarde)
        case soorten.Datums(dagen):
            return join_woorden(print_dagen(dagen))
        case soorten.Periode(van, tot):
            return f"{print_datum(van)} tot en met {print_datum(tot)}"
        case soorten.Duur(getal):
            return f"{getal}{HARDE_SPATIE}{maat(waarde)}"
        case soorten.Grens(teken):
            return f"{GRENSWOORDEN[teken]}{HARDE_SPATIE}{print_grensgetal(waarde)}"
        case soorten.JaNee(ja):
            return "ja" if ja else "nee"
        case soorten.Verwijzing():
            raise ValueError("het is een verwijzing en geen feit om af te drukken")


def print_grensgetal(grens: Grens) -> str:
    """The number of a threshold without its sign: ``100``, ``200%``."""
    return f"{print_getal(grens.getal)}{'%' if grens.is_procent else ''}"


def print_euro(euro: Decimal) -> str:
    """The digits of an amount: whole euros bare, others with cents: ``1.442``, ``12,50``."""
    patroon = "#,##0" if euro == euro.to_integral_value() else "#,##0.00"
    return str(format_decimal(euro, patroon, locale="nl")).replace("-", MINTEKEN)


def maat(duur: Duur) -> str:
    """The unit of a length of time, as it stands behind its number: ``week``, ``weken``, ``jaar``."""
    return duur.eenheid if duur.getal == 1 else MEERVOUD[duur.eenheid]


def eenheid_bij(getal: Decimal, eenheid: str) -> str:
    """The unit as it stands behind `getal`; `eenheid` is written ``opvangplaats/opvangplaatsen`` or plural."""
    enkelvoud, _, meervoud = eenheid.rpartition("/")
    return (enkelvoud or _ENKELVOUD.get(meervoud, meervoud)) if abs(getal) == 1 else meervoud


def join_woorden(delen: Sequence[str], voegwoord: str = "en") -> str:
    """``a, b en c``; empty when there is nothing."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"
