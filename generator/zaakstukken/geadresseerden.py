"""To whom a letter goes: each addressee gets one of their own, the representative acts for all objectors (Awb 6:17)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.datumtekst import hoofdletter
from generator.feiten.bezwaarkeuzes import Indienersoort
from generator.feiten.bezwaarschrift import Adres, Derde, Gemachtigde, Indiener
from generator.feiten.feit import Feit
from generator.feiten.onderdeel import Vrij_onderdeel
from generator.feiten.waarden import JaNee, Tekst
from generator.feiten.zaakstukken import Geadresseerde
from generator.zaakstukken.gegevens import Brief, indieners_van
from generator.zaakstukken.verzuim import MISSCHIEN_TE_LAAT, verzuimen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.zaakstukken import Briefsoort
    from generator.zaakstukken.gegevens import Zaakgegevens


def brieven(gegevens: Zaakgegevens, soort: Briefsoort) -> tuple[Brief, ...]:
    """The letters of one kind that a case asks for, in the order of their addressees."""
    indieners, derden = _indieners(gegevens), _derden(gegevens)
    per_soort: Mapping[Geadresseerde, list[_Deel]] = {
        Geadresseerde.INDIENERS: indieners,
        Geadresseerde.BELANGHEBBENDEN: indieners + derden,
        Geadresseerde.DERDEN: derden or [_derde(gegevens, Derde(), 0)],
        Geadresseerde.GEMACHTIGDE: [_gemachtigde(gegevens)],
        Geadresseerde.BESTUURSORGAAN: [_bestuursorgaan(gegevens)],
        Geadresseerde.DOSSIER: [(_deel(gegevens, "zaaknummer", "bezwaarschrift.adres", None), None)],
    }
    delen = [deel for deel in per_soort[soort.aan] if _raakt(gegevens, soort, deel[1])]
    if len(delen) == 1:
        return (Brief(*delen[0]),)
    return tuple(Brief(aan, indiener, f"-{nr}") for nr, (aan, indiener) in enumerate(delen, 1))


def _raakt(gegevens: Zaakgegevens, soort: Briefsoort, indiener: int | None) -> bool:
    """Whether a letter of this kind has anything to ask of this objector; of another addressee it always has."""
    if indiener is None:
        return True
    if "op_tijd" in soort.weigeringen:
        return gegevens.uitslag.indieningen[indiener].indiening in MISSCHIEN_TE_LAAT
    return "verzuim" not in soort.weigeringen or bool(verzuimen(gegevens, indiener))


# ``J. Voorbeeld``, ``A.B. van der Berg``: what stands behind the initials is the surname.
_VOORLETTERS = re.compile(r"(?:[^\W\d_]{1,2}\. ?)+([^.]+)")
_Deel = tuple[Vrij_onderdeel, int | None]


def _indieners(gegevens: Zaakgegevens) -> list[_Deel]:
    schrift = gegevens.zaak.bezwaarschrift
    gemachtigde = schrift and schrift.gemachtigde
    if gemachtigde and gemachtigde.naam and gemachtigde.geweigerd is None:
        return [_gemachtigde(gegevens)]
    return [
        (_deel(gegevens, f"bezwaarschrift.indieners.{nr}.naam", f"bezwaarschrift.indieners.{nr}.adres", indiener), nr)
        for nr, indiener in enumerate(indieners_van(gegevens.zaak))
    ]


def _gemachtigde(gegevens: Zaakgegevens) -> _Deel:
    schrift = gegevens.zaak.bezwaarschrift
    wie = (schrift and schrift.gemachtigde) or Gemachtigde()
    deel = _deel(gegevens, "bezwaarschrift.gemachtigde.naam", "bezwaarschrift.gemachtigde.adres", wie)
    return deel, None


def _derden(gegevens: Zaakgegevens) -> list[_Deel]:
    return [_derde(gegevens, derde, nr) for nr, derde in enumerate(gegevens.zaak.derden or ())]


def _derde(gegevens: Zaakgegevens, derde: Derde, nr: int) -> _Deel:
    return _deel(gegevens, f"derden.{nr}.naam", f"derden.{nr}.adres", derde), None


def _bestuursorgaan(gegevens: Zaakgegevens) -> _Deel:
    schrift = gegevens.zaak.bezwaarschrift
    maker = gegevens.maker
    velden = {
        "naam": maker.feit(gegevens.zaak.besluit.bestuursorgaan, "besluit.bestuursorgaan"),
        "adres": maker.deel(schrift and schrift.adres, Adres, "bezwaarschrift.adres"),
    }
    return Vrij_onderdeel(pad="aan", velden={**velden, **_rollen(None)}), None


def _deel(gegevens: Zaakgegevens, naam: str, adres: str, wie: Indiener | Gemachtigde | Derde | None) -> Vrij_onderdeel:
    """One addressee: ``naam``, ``achternaam``, ``adres``, and whether it is the representative or another party."""
    maker = gegevens.maker
    velden = {
        "naam": maker.feit(wie.naam if wie else None, naam),
        "achternaam": _achternaam(wie, f"zaak.{naam}"),
        "adres": maker.deel(wie.adres if wie else None, Adres, adres),
    }
    return Vrij_onderdeel(pad="aan", velden={**velden, **_rollen(wie)})


def _achternaam(wie: Indiener | Gemachtigde | Derde | None, pad: str) -> Feit | None:
    """How a person is called in a salutation: the name without its initials; None where there are none to leave out."""
    if wie is None or not wie.naam or (isinstance(wie, Indiener) and wie.soort not in {None, Indienersoort.NATUURLIJK}):
        return None
    vondst = _VOORLETTERS.fullmatch(wie.naam)
    return vondst and Feit(pad="aan.achternaam", waarde=Tekst(hoofdletter(vondst[1])), formule="achternaam", uit=(pad,))


def _rollen(wie: Indiener | Gemachtigde | Derde | None) -> dict[str, Feit]:
    return {
        naam: Feit(pad=f"aan.{naam}", waarde=JaNee(isinstance(wie, soort)), formule=f"aan.{naam}")
        for naam, soort in (("is_gemachtigde", Gemachtigde), ("is_derde", Derde))
    }
