"""Numbers in Dutch digits and words."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_decimal

HARDE_SPATIE = "\u00a0"  # no break inside a figure with its unit, or a day with its month
MINTEKEN = "\u2212"
_EXACT = 4  # decimals, or digits behind the noughts of a small number; more come out of a division
_PRECIES = 10  # digits that show how a number goes on
_TOT_TWINTIG = (
    "", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TIENTALLEN = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_MACHTEN = ((10**12, "biljoen"), (10**9, "miljard"), (10**6, "miljoen"))


@lru_cache(maxsize=1024)
def print_getal(getal: Decimal) -> str:
    """The digits of `getal` with Dutch thousands point and decimal comma: ``5.787``, ``33,6``, ``−26``, ``0,058``.

    A number keeps its own decimals as long as it has four or less, or four digits or less behind its noughts. What has
    more came out of a division and is rounded half up: to one decimal, as Dutch papers do, and to two digits when it
    is less than one. It keeps the nought that it is rounded to (``8,0``), for a whole number says that it is exact.
    """
    decimalen = _afgerond_op(getal)
    if not decimalen:
        return _schrijf(getal.normalize())
    return _schrijf(getal.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP))


def is_afgerond(getal: Decimal) -> bool:
    """Whether `print_getal` leaves out digits of `getal`."""
    return _afgerond_op(getal) > 0


def print_precies(getal: Decimal) -> str:
    """`getal` with ten of its digits, and … when there are more: ``0,9558823529…``."""
    decimalen = max(1, _PRECIES - 1 - getal.adjusted())
    kort = getal.quantize(Decimal(1).scaleb(-decimalen), ROUND_DOWN).normalize()
    return _schrijf(kort) if kort == getal else f"{_schrijf(kort)}…"


def _schrijf(getal: Decimal) -> str:
    """`getal` in Dutch notation, with as many decimals as it has."""
    exponent = getal.as_tuple().exponent
    decimalen = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return str(format_decimal(getal, f"#,##0.{'0' * decimalen}".rstrip("."), locale="nl")).replace("-", MINTEKEN)


def _afgerond_op(getal: Decimal) -> int:
    """The decimals that `getal` is rounded to; 0 when it is printed whole."""
    kaal = getal.normalize().as_tuple()
    if not isinstance(kaal.exponent, int) or -kaal.exponent <= _EXACT or len(kaal.digits) <= _EXACT:
        return 0
    return max(1, 1 - getal.adjusted())


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
