"""Units of counted things: which of them add up, and what they are called together.

188 opvangplaatsen less 16 amv-plaatsen are 172 plaatsen, since an amv-plaats is a plaats; 105 asielzoekers and 92
reacties are nothing together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.waarden import Bedrag, Grens, Percentage

if TYPE_CHECKING:
    from generator.feiten.feit import Feit

# What a compound counts is its last part. Letters alone cannot tell (a reactie is no actie), so these are named.
_SOORTEN = ("plaats/plaatsen", "woning/woningen", "locatie/locaties")
_TEKENS = {"%": "procent", "€": "euro"}
# A plaats is for one bewoner: the one may be held against the other, though they never add up.
_NAAST_ELKAAR = {"plaatsen", "bewoners"}


class RekenError(TypeError):
    """Two facts that cannot be computed with: a Dutch sentence, what was expected, and what to do instead."""

    def __init__(self, zin: str, verwacht: str, raad: str) -> None:
        self.verwacht, self.raad = verwacht, raad
        super().__init__(zin)


def geteld(feit: Feit) -> str:
    """What `feit` counts, in the plural (``asielzoekers``, ``euro``); empty when it does not say."""
    match feit.waarde:
        case Bedrag():
            return "euro"
        case Percentage() | Grens(is_procent=True):
            return "procent"
        case _:
            return _meervoud(feit.eenheid)


def eenheid_samen(links: Feit, rechts: Feit) -> str | None:
    """The unit of a sum or difference of the two, as facts write it; None when they count unlike things.

    A fact that does not say what it counts takes the unit of the other.
    """
    een, ander = geteld(links), geteld(rechts)
    if not een or not ander or een == ander:
        return links.eenheid or rechts.eenheid
    soort = _soort(een)
    return soort if soort and soort == _soort(ander) else None


def eenheid_van_uitkomst(teken: str, links: Feit, rechts: Feit, samen: str = "") -> str:
    """What `links` `teken` `rechts` counts, as facts write it; a share of a thing (``/``) counts nothing.

    RekenError for a sum or difference of unlike things, unless `samen` says what they are together in a sum.
    """
    if teken not in "+-":
        is_deel = teken == "/" and geteld(links) == geteld(rechts)
        return "" if is_deel else links.eenheid or rechts.eenheid
    eenheid = eenheid_samen(links, rechts)
    if eenheid is not None:
        return eenheid
    if samen and teken == "+":
        return samen
    som = "; zijn zij samen iets nieuws, geef de som dan in de feiten een eigen ‘eenheid’, zoals bewoner/bewoners"
    raise _ongelijk(links, rechts, f"reken met feiten die hetzelfde tellen{som if teken == '+' else ''}")


def check_eenheden(links: Feit, rechts: Feit) -> None:
    """RekenError when neither can be more than the other: they count unlike things, and no places beside residents."""
    samen = {_meervoud(_soort(deel)) or deel for deel in (geteld(links), geteld(rechts))}
    if eenheid_samen(links, rechts) is None and samen != _NAAST_ELKAAR:
        raise _ongelijk(links, rechts, "vergelijk met een feit dat hetzelfde telt")


def _ongelijk(links: Feit, rechts: Feit, raad: str) -> RekenError:
    gevonden = f"‘{links.pad}’ telt {geteld(links)} en ‘{rechts.pad}’ telt {geteld(rechts)}"
    return RekenError(gevonden, "twee feiten met dezelfde eenheid", raad)


def _meervoud(eenheid: str) -> str:
    meervoud = eenheid.rpartition("/")[2].strip()
    return _TEKENS.get(meervoud, meervoud)


def _soort(meervoud: str) -> str:
    return next((soort for soort in _SOORTEN if meervoud.endswith(_meervoud(soort))), "")
