"""Whether a new value is of the kind its fact is of: a threshold stays one, and people are counted in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats
from generator.feiten.waarden import Aantal, Bedrag, Grens, Percentage

if TYPE_CHECKING:
    from generator.feiten.feit import Feit

_GETALLEN = (Aantal, Bedrag, Grens, Percentage)  # one family of facts may hold any of these: the notation decides
_UITRUIL = "uitruil."  # an exchange counts up or down


def soortfout(oud: Feit, nieuw: Feit) -> Fout | None:
    """What is wrong with the value of `nieuw` in the place of that of `oud`; None when nothing is.

    An amount stays an amount and a threshold a threshold. What is counted (a unit with a singular and a plural, or a
    number without unit) is not less than none, and whole, unless it was otherwise before.
    """
    if nieuw.is_open:
        return None
    was, wordt = oud.waarde, nieuw.bekend
    soort = next((soort for soort in _GETALLEN if isinstance(was, soort)), None)
    if soort and isinstance(wordt, _GETALLEN) and not isinstance(wordt, soort):
        zin = f"‘{oud.pad}’ is {oud.bekend.VERWACHT}; de nieuwe waarde is {wordt.VERWACHT}"
        raad = f"wijzig {oud.plaats.bestand} zelf als het feit voortaan iets anders uitdrukt"
        if soort is Grens and isinstance(wordt, Aantal):
            kaal = f"{wordt.getal:f}".replace(".", ",")
            raad = f'typ het teken mee: "> {kaal}" (meer dan) of "≥ {kaal}" (ten minste); of {raad}'
        return Fout(Plaats("WAARDE"), zin, raad=raad)
    return _telfout(oud, wordt) if isinstance(wordt, Aantal) else None


def circa_blijft(feit: Feit) -> str:
    """Why the same number without *circa* changes nothing, and what to do: the end of a sentence."""
    return (
        f"een bron ervan zegt circa; is het nu precies bekend, haal dan ‘circa’ weg in {feit.plaats.bestand} en zet "
        "erbij welke bron dat zegt"
    )


def _telfout(oud: Feit, wordt: Aantal) -> Fout | None:
    """What is wrong with a number of `oud` that is below nought or not whole."""
    was = oud.waarde.getal if isinstance(oud.waarde, Aantal) else None
    geteld, kaal = "/" in oud.eenheid, not oud.eenheid
    wat, anders = "", ""
    if wordt.getal < 0 and (geteld or kaal) and not oud.pad.startswith(_UITRUIL) and not (was is not None and was < 0):
        wat, anders = "er kunnen er niet minder dan geen zijn", "verschil"
    elif wordt.getal % 1 and (geteld or (kaal and was is not None)) and not (was is not None and was % 1):
        wat, anders = "de nieuwe waarde is geen heel getal", "gemiddelde"
    if not wat:
        return None
    raad = f"is het een {anders}, geef het dan een formule, of wijzig {oud.plaats.bestand} zelf"
    return Fout(Plaats("WAARDE"), f"‘{oud.pad}’ is een aantal, en {wat}", "een heel getal vanaf 0", raad)
