"""Numbers in Dutch digits and words."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_decimal

HARDE_SPATIE = "\u00a0"  # no break inside a figure with its unit, or a day with its month
MINTEKEN = "\u2212"
_EXACT = 4  # decimals; what has more came out of a division
# num2words glues what Dutch writes apart: after ‘duizend’ comes a space, and only a loose ‘één’ has accents
# (Taalunie, Woordenlijst Nederlandse Taal, leidraad 6.9).
_NA_DUIZEND = re.compile(r"duizend(?=\w)")
_GEKOPPELD_EEN = re.compile(r"(?<=\w)één")


@lru_cache(maxsize=1024)
def print_getal(getal: Decimal) -> str:
    """The digits of `getal` with Dutch thousands point and decimal comma: ``5.787``, ``33,6``, ``−26``.

    A number keeps its own decimals; one with more than four came out of a division and gets one, rounded half
    up, as Dutch papers do.
    """
    exponent = getal.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _EXACT:
        getal = getal.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(format_decimal(getal, "#,##0.####", locale="nl")).replace("-", MINTEKEN)


@lru_cache(maxsize=1024)
def telwoord(getal: int) -> str:
    """The number word of `getal`: ``vijf``, ``één``, ``honderdeen``, ``duizend vierhonderdtweeënveertig``."""
    from num2words import num2words

    if getal < 0:
        return f"min {telwoord(-getal)}"
    return _GEKOPPELD_EEN.sub("een", _NA_DUIZEND.sub("duizend ", str(num2words(getal, lang="nl"))))


@lru_cache(maxsize=256)
def rangtelwoord(getal: int) -> str:
    """The ordinal of `getal`: ``eerste``, ``eenentwintigste``; ValueError below one."""
    from num2words import num2words

    if getal < 1:
        raise ValueError(f"{getal} heeft geen rangtelwoord")
    return _NA_DUIZEND.sub("duizend ", str(num2words(getal, lang="nl", to="ordinal")))


def in_woorden(getal: Decimal) -> bool:
    """Whether running text writes `getal` in words.

    Up to twenty, and the round tens to a hundred, hundreds to a thousand and thousands to twelve thousand
    (Taalunie, Taaladvies "Getallen in letters of cijfers").
    """
    if getal != getal.to_integral_value() or getal < 0:
        return False
    heel = int(getal)
    grenzen = ((20, 1), (100, 10), (1000, 100), (12000, 1000))
    return any(heel <= tot and heel % rond == 0 for tot, rond in grenzen)
