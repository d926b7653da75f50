"""Numbers in Dutch digits and words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_decimal

HARDE_SPATIE = "\u00a0"  # no break inside a figure with its unit, or a day with its month
MINTEKEN = "\u2212"
_EXACT = 4  # decimals; what has more came out of a division
_TOT_TWINTIG = (
    "", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TIENTALLEN = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_MACHTEN = ((10**12, "biljoen"), (10**9, "miljard"), (10**6, "miljoen"))


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


def telwoord(getal: int) -> str:
    """The number word of `getal`: ``vijf``, ``één``, ``honderdeen``, ``duizend vierhonderdtweeënveertig``.

    After *duizend* comes a space, *miljoen* and higher stand apart, and only a loose *één* has accents (Taalunie,
    Woordenlijst Nederlandse Taal, leidraad 6.9).
    """
    if getal <= 0:
        return f"min {telwoord(-getal)}" if getal else "nul"
    delen, rest = [], getal
    for macht, naam in _MACHTEN:
        aantal, rest = divmod(rest, macht)
        if aantal:
            delen += ["een" if aantal == 1 else telwoord(aantal), naam]
    duizenden, rest = divmod(rest, 1000)
    if duizenden:
        delen.append(f"{_onder_duizend(duizenden) if duizenden > 1 else ''}duizend")
    if rest:
        delen.append("één" if rest == 1 else _onder_duizend(rest))
    return " ".join(delen)


def _onder_duizend(getal: int) -> str:
    honderden, rest = divmod(getal, 100)
    tientallen, eenheden = divmod(rest, 10)
    voor = f"{_TOT_TWINTIG[honderden] if honderden > 1 else ''}honderd" if honderden else ""
    if rest < 20:
        return f"{voor}{_TOT_TWINTIG[rest]}"
    koppel = "" if not eenheden else "ën" if eenheden in {2, 3} else "en"
    return f"{voor}{_TOT_TWINTIG[eenheden]}{koppel}{_TIENTALLEN[tientallen]}"


def rangtelwoord(getal: int) -> str:
    """The ordinal of `getal`: ``eerste``, ``eenentwintigste``, ``duizendste``; ValueError below one."""
    if getal < 1:
        raise ValueError(f"{getal} heeft geen rangtelwoord")
    woord, laatste = telwoord(getal), getal % 100
    if laatste in {1, 3}:
        return f"{woord[: -len(_TOT_TWINTIG[laatste])]}{'eerste' if laatste == 1 else 'derde'}"
    return f"{woord}{'de' if 0 < laatste < 20 and laatste != 8 else 'ste'}"


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
