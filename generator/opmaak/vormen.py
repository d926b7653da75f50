"""The forms in which a fact can be printed: a closed list, each fitting some types of value."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.feiten.waarden import Aantal, Bedrag, Datum, Datums, Duur, Grens, Percentage, Periode, Waarde
from generator.opmaak.datums import print_dag, print_maand
from generator.opmaak.getallen import (
    HARDE_SPATIE,
    MINTEKEN,
    in_woorden,
    is_afgerond,
    print_getal,
    rangtelwoord,
    telwoord,
)
from generator.opmaak.waarden import (
    GRENSWOORDEN,
    eenheid_bij,
    join_woorden,
    maat,
    print_euro,
    print_grensgetal,
    print_waarde,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.feiten.feit import Feit


_HALVE_CENT = Decimal("0.005")


class Vorm(Struct, frozen=True):
    """A form: what it gives, in words for the manual, and how it prints a fact that is known."""

    uitleg: str
    druk: Callable[[Feit, Waarde, str], str]


def print_feit(feit: Feit, vorm: str = "", getalstijl: str = "taalunie") -> str:
    """The text of `feit` in the form called `vorm`; an open fact gives its placeholder.

    A fact that is circa says so in every form but ``kaal``.

    Args:
        feit: the fact.
        vorm: a name of `VORMEN`; empty for the default of its type.
        getalstijl: ``taalunie`` (the form ``tekst`` writes small and round numbers in words) or ``cijfers``.

    Raises:
        ValueError: an unknown form, or one that does not fit the value; a Dutch sentence.
    """
    if feit.waarde is None:
        return f"[nog in te vullen: {feit.vraag or feit.pad.rpartition('.')[2].replace('_', ' ')}]"
    if vorm and vorm not in VORMEN:
        raise ValueError(f"de vorm ‘{vorm}’ bestaat niet; kies uit {join_woorden(list(VORMEN), 'of')}")
    try:
        tekst = VORMEN[vorm].druk(feit, feit.waarde, getalstijl) if vorm else print_waarde(feit.waarde)
    except ValueError as fout:
        raise ValueError(f"‘{feit.pad}’ laat zich niet afdrukken als ‘{vorm or 'waarde'}’: {fout}") from fout
    if feit.circa and vorm != "kaal":
        grens = f"{GRENSWOORDEN[feit.waarde.teken]}{HARDE_SPATIE}" if isinstance(feit.waarde, Grens) else ""
        tekst = f"{grens}circa{HARDE_SPATIE}{tekst.removeprefix(grens)}"
    return tekst[:1].upper() + tekst[1:] if vorm == "hoofdletter" else tekst


def verzwijgt_afronding(feit: Feit, vorm: str = "") -> bool:
    """Whether `feit` in the form `vorm` loses digits without saying so: ``0,96`` of 812.500 / 850.000.

    *Circa* says so, and so does ``naar_boven``. An amount is rounded to the cent as all amounts are; of
    less than half a cent nothing is left.
    """
    if (feit.circa and vorm != "kaal") or vorm == "naar_boven":
        return False
    match feit.waarde:
        case Bedrag(euro):
            return euro != 0 and abs(euro) < _HALVE_CENT
        case Aantal(getal) | Percentage(getal) | Grens(_, getal):
            return is_afgerond(getal)
        case _:
            return False


def _gewoon(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    return print_waarde(waarde)


def _kaal(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    return print_grensgetal(waarde) if isinstance(waarde, Grens) else print_waarde(waarde)


def _cijfers(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    return print_getal(_als_getal(waarde))


def _woorden(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    woord = telwoord(_heel(waarde))
    match waarde:
        case Duur():
            return f"{woord} {maat(waarde)}"
        case Bedrag():
            return f"{woord} euro"
        case Percentage():
            return f"{woord} procent"
        case Grens(teken, _, is_procent):
            return f"{GRENSWOORDEN[teken]} {woord}{' procent' if is_procent else ''}"
        case _:
            return woord


def _tekst(feit: Feit, waarde: Waarde, stijl: str) -> str:
    """In words where running text has words; amounts and percentages are exact and stay digits."""
    is_procent = isinstance(waarde, Percentage) or (isinstance(waarde, Grens) and waarde.is_procent)
    exact = is_procent or isinstance(waarde, Bedrag) or not in_woorden(_als_getal(waarde))
    return print_waarde(waarde) if exact or stijl == "cijfers" else _woorden(feit, waarde, stijl)


def _eenheid(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    getal = _als_getal(waarde)
    if isinstance(waarde, Duur):
        return print_waarde(waarde)
    if not feit.eenheid:
        raise ValueError("het heeft geen eenheid")
    return f"{print_waarde(waarde)}{HARDE_SPATIE}{eenheid_bij(getal, feit.eenheid)}"


def _voluit(feit: Feit, waarde: Waarde, stijl: str) -> str:
    if not feit.eenheid:
        raise ValueError("het heeft geen eenheid")
    return f"{_woorden(feit, waarde, stijl)} {eenheid_bij(_als_getal(waarde), feit.eenheid)}"


def _of_geen(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    return print_waarde(waarde) if _als_getal(waarde) else "geen"


def _naar_boven(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    """What comes in wholes and was divided: of half a place there must be one."""
    return print_getal(_als_getal(waarde).to_integral_value(ROUND_CEILING))


def _meer_of_minder(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    """A difference as running text has it: no sign, and no difference is no figure."""
    getal = _als_getal(waarde)
    return f"{print_getal(abs(getal))} {'meer' if getal > 0 else 'minder'}" if getal else "evenveel"


def _minder_of_meer(feit: Feit, waarde: Waarde, stijl: str) -> str:
    """A fall as running text has it: what `_meer_of_minder` says of the same difference counted the other way."""
    getal = _als_getal(waarde)
    return _meer_of_minder(feit, Aantal(-getal), stijl)


def _rang(feit: Feit, waarde: Waarde, _stijl: str) -> str:
    if not isinstance(waarde, Aantal) or feit.circa:
        raise ValueError("alleen een vast aantal heeft een rangtelwoord")
    return rangtelwoord(_heel(waarde))


def _verschil(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    """A signed figure; the difference of two percentages is in percentage points."""
    getal = _als_getal(waarde)
    teken = "+" if getal > 0 else MINTEKEN if getal < 0 else ""
    match waarde:
        case Bedrag():
            return f"€{HARDE_SPATIE}{teken}{print_euro(abs(getal))}"
        case Percentage():
            return f"{teken}{print_getal(abs(getal))}{HARDE_SPATIE}procentpunt"
        case _:
            return f"{teken}{print_getal(abs(getal))}"


def _datum(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
    if not isinstance(waarde, Datum | Datums | Periode):
        raise ValueError("het is geen datum")  # noqa: TRY004 - a sentence for the user, as every form raises
    return print_waarde(waarde)


def _per_datum(druk_een: Callable[[Datum], str]) -> Callable[[Feit, Waarde, str], str]:
    """A form that prints each date by itself; what comes out alike is named once."""

    def druk(_feit: Feit, waarde: Waarde, _stijl: str) -> str:
        match waarde:
            case Datum():
                return druk_een(waarde)
            case Datums(dagen):
                return join_woorden(list(dict.fromkeys(map(druk_een, dagen))))
            case Periode(van, tot):
                return " tot en met ".join(dict.fromkeys((druk_een(van), druk_een(tot))))
            case _:
                raise ValueError("het is geen datum")

    return druk


VORMEN: Mapping[str, Vorm] = {
    "kaal": Vorm("zonder ‘circa’, en van een grens alleen het getal: 105", _kaal),
    "getal": Vorm("alleen het getal, in cijfers: 5.787", _cijfers),
    "woorden": Vorm("in woorden: vijf, zeven jaar", _woorden),
    "tekst": Vorm("zoals in lopende tekst: vijf, maar 168 (volgt ‘getalstijl’ van de gemeente)", _tekst),
    "eenheid": Vorm("met de eenheid: 168 opvangplaatsen", _eenheid),
    "voluit": Vorm("in woorden, met de eenheid: één locatie, twee locaties", _voluit),
    "of_geen": Vorm("het getal, en bij nul het woord: 26, geen", _of_geen),
    "meer_of_minder": Vorm("een verschil in woorden: 10 meer, 16 minder, evenveel", _meer_of_minder),
    "naar_boven": Vorm("afgerond naar boven: 98, ook bij 97,5", _naar_boven),
    "minder_of_meer": Vorm("een daling in woorden: 16 minder, 10 meer, evenveel", _minder_of_meer),
    "rang": Vorm("als rangtelwoord: eerste, tweede", _rang),
    "verschil": Vorm("met een plus of min ervoor: +48, −26", _verschil),
    "datum": Vorm("voluit: 20 december 2024", _datum),
    "datum_kort": Vorm("in cijfers: 20-12-2024", _per_datum(lambda datum: print_dag(datum.dag, "dd-MM-y"))),
    "weekdag": Vorm(
        "met de dag van de week: vrijdag 20 december 2024",
        _per_datum(lambda datum: print_dag(datum.dag, "EEEE d MMMM y")),
    ),
    "dag_maand": Vorm("zonder jaar: 20 december", _per_datum(lambda datum: print_dag(datum.dag, "d MMMM"))),
    "maand": Vorm("de maand waarin de datum valt: december 2024", _per_datum(print_maand)),
    "jaar": Vorm("het jaar waarin de datum valt: 2024", _per_datum(lambda datum: str(datum.eerste.year))),
    "hoofdletter": Vorm("de gewone vorm, met een hoofdletter aan het begin: Circa 105", _gewoon),
}


def _als_getal(waarde: Waarde) -> Decimal:
    match waarde:
        case Aantal(getal) | Bedrag(getal) | Percentage(getal) | Grens(_, getal):
            return getal
        case Duur(getal):
            return Decimal(getal)
        case _:
            raise ValueError("het is geen getal")


def _heel(waarde: Waarde) -> int:
    getal = _als_getal(waarde)
    if getal != getal.to_integral_value():
        raise ValueError("het is geen heel getal")
    return int(getal)
