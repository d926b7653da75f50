"""What is missing from an objection and can be repaired (*verzuim*, Awb 6:5, 6:6): yes, no, or the facts do not say.

None is everywhere "the facts do not say". What was repaired after a request is no longer missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.bezwaarkeuzes import Gemachtigdesoort, Handtekening, Indienersoort, Rol, Verzuim

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Verzuimbrief
    from generator.feiten.bezwaarschrift import Bezwaarschrift, Bezwaarzaak, Indiener

RECHTSPERSONEN = {Indienersoort.RECHTSPERSOON, Indienersoort.VERENIGING, Indienersoort.MAATSCHAP}

# As one names what is missing; the others go by their own word.
_WOORDEN = {
    Verzuim.BESLUIT: "welk besluit het is",
    Verzuim.BEVOEGDHEID: "bewijs van bevoegdheid",
    Verzuim.WEG: "indiening langs de goede weg",
    Verzuim.ANDERS: "een ander verzuim",
}


def verzuimwoord(verzuim: Verzuim) -> str:
    """How a sentence names what is missing."""
    return _WOORDEN.get(verzuim, str(verzuim))


def ongevraagde_verzuimen(zaak: Bezwaarzaak) -> dict[Verzuim, tuple[str, ...]]:
    """What is missing and nobody asked to repair yet; a letter of which nobody knows what it asked, asked for all."""
    brieven = (zaak.procedure and zaak.procedure.verzuimbrief) or ()
    gevraagd = {verzuim for brief in brieven for verzuim in brief.verzuimen or tuple(Verzuim)}
    return {verzuim: paden for verzuim, paden in open_verzuimen(zaak).items() if verzuim not in gevraagd}


def open_verzuimen(zaak: Bezwaarzaak) -> dict[Verzuim, tuple[str, ...]]:
    """What is missing for certain and was not repaired → the paths of the facts that say so (Awb 6:5, 2:1, 6:6)."""
    schrift = zaak.bezwaarschrift
    if schrift is None:
        return {}
    gevonden: dict[Verzuim, tuple[str, ...]] = {}
    for verzuim, pad in _verzuimen(zaak, schrift):
        if herstel_van(zaak, verzuim) is None:
            gevonden[verzuim] = (*gevonden.get(verzuim, ()), pad)
    return gevonden


def aanwezig(zaak: Bezwaarzaak) -> frozenset[Verzuim]:
    """What a letter may have asked for and the facts say is there, in the objection or since."""
    schrift = zaak.bezwaarschrift
    if schrift is None or not (zaak.procedure and zaak.procedure.verzuimbrief):
        return frozenset()
    return frozenset(verzuim for verzuim, is_er in _aanwezig(zaak, schrift) if is_er)


def _aanwezig(zaak: Bezwaarzaak, schrift: Bezwaarschrift) -> Iterator[tuple[Verzuim, bool | None]]:
    gemachtigde = schrift.gemachtigde
    yield Verzuim.DAGTEKENING, is_gedagtekend(zaak, schrift)
    yield Verzuim.BESLUIT, is_omschreven(zaak, schrift)
    yield Verzuim.GRONDEN, has_gronden(schrift)
    yield Verzuim.MACHTIGING, gemachtigde.volmacht if gemachtigde else zaak.is_geen("bezwaarschrift.gemachtigde")
    yield Verzuim.VERTALING, schrift.vertaling
    if indieners := schrift.indieners:
        yield Verzuim.HANDTEKENING, all(is_ondertekend(indiener, schrift) for indiener in indieners)
        yield Verzuim.NAAM, all(indiener.naam for indiener in indieners)
        paden = ((indiener, f"bezwaarschrift.indieners.{nummer}") for nummer, indiener in enumerate(indieners))
        yield Verzuim.ADRES, all(has_adres(zaak, indiener, pad) for indiener, pad in paden)
        tekenaars = [indiener.ondertekenaar for indiener in indieners if indiener.ondertekenaar]
        yield Verzuim.BEVOEGDHEID, bool(tekenaars) and all(tekenaar.bevoegd for tekenaar in tekenaars)


def zonder_verzuim(brief: Verzuimbrief, er: frozenset[Verzuim]) -> str:
    """Why a letter may have asked for what was not missing, as the beginning of a Dutch sentence; empty when not.

    Room to add to what is there is no request to repair a defect, so that the period does not stand still (Awb 7:10
    lid 2). What is there once it was repaired may have come with the repair, and says nothing.

    Args:
        brief: the letter.
        er: what the facts say is there (`aanwezig`).
    """
    gevraagd = set(brief.verzuimen or ()) - {Verzuim.ANDERS}
    if brief.verzuimen and not gevraagd:
        return "Wat er ontbrak, staat niet in de feiten (een ander verzuim)"
    if gevraagd and gevraagd <= er and brief.hersteld is None:
        wat = ", ".join(verzuimwoord(verzuim) for verzuim in brief.verzuimen or () if verzuim in gevraagd)
        return f"Gevraagd is om wat er volgens de feiten is, zonder dat iets is hersteld ({wat})"
    return ""


def herstel_van(zaak: Bezwaarzaak, verzuim: Verzuim) -> dt.date | None:
    """The day on which `verzuim` was repaired after a request to do so; None when that did not happen or is unknown."""
    for brief in (zaak.procedure and zaak.procedure.verzuimbrief) or ():
        if brief.hersteld and verzuim in (brief.verzuimen or ()):
            return brief.hersteld
    return None


def is_ondertekend(indiener: Indiener, schrift: Bezwaarschrift) -> bool | None:
    """Whether the objector or who acts for them signed (Awb 6:5 lid 1)."""
    if indiener.ondertekend or indiener.handtekening not in {None, Handtekening.GEEN}:
        return True
    if schrift.gemachtigde and schrift.gemachtigde.ondertekend:
        return True
    return False if indiener.ondertekend is False or indiener.handtekening else None


def has_adres(zaak: Bezwaarzaak, indiener: Indiener, pad: str) -> bool | None:
    """Whether the objector gives an address: a street or box and a place (Awb 6:5 lid 1 a). A mail address is none."""
    adres = indiener.adres
    if adres is None:
        return False if zaak.is_geen(f"{pad}.adres") else None
    return True if (adres.straat or adres.postbus) and (adres.plaats or adres.postcode) else None


def is_gedagtekend(zaak: Bezwaarzaak, schrift: Bezwaarschrift) -> bool | None:
    """Whether the objection has a date (Awb 6:5 lid 1 b)."""
    if schrift.dagtekening:
        return True
    return False if schrift.ongedateerd or zaak.is_geen("bezwaarschrift.dagtekening") else None


def is_omschreven(zaak: Bezwaarzaak, schrift: Bezwaarschrift) -> bool | None:
    """Whether the objection says which decision it is about (Awb 6:5 lid 1 c)."""
    if schrift.besluit_omschreven is not None:
        return schrift.besluit_omschreven
    if schrift.genoemde_datum or schrift.genoemd_kenmerk:
        return True
    # An objection of our own that is still to be sent is written from the facts of the decision.
    return True if zaak.rol is Rol.INDIENER and (zaak.besluit.omschrijving or zaak.besluit.kenmerk) else None


def has_gronden(schrift: Bezwaarschrift) -> bool | None:
    """Whether it gives grounds (Awb 6:5 lid 1 d); pro forma it does not yet."""
    return None if schrift.gronden is None else bool(schrift.gronden) and not schrift.is_pro_forma


def _verzuimen(zaak: Bezwaarzaak, schrift: Bezwaarschrift) -> Iterator[tuple[Verzuim, str]]:
    """Everything that is missing for certain, with the path of the fact that says so."""
    for nummer, indiener in enumerate(schrift.indieners or ()):
        yield from _van_indiener(zaak, schrift, indiener, f"bezwaarschrift.indieners.{nummer}")
    if is_gedagtekend(zaak, schrift) is False:
        yield Verzuim.DAGTEKENING, "bezwaarschrift.dagtekening"
    if is_omschreven(zaak, schrift) is False:
        yield Verzuim.BESLUIT, "bezwaarschrift.besluit_omschreven"
    if has_gronden(schrift) is False:
        yield Verzuim.GRONDEN, "bezwaarschrift.gronden"
    # Whether a lawyer (*advocaat*) may be asked for an authorisation is for a person (Awb 2:1 names no exception).
    gemachtigde = schrift.gemachtigde
    if gemachtigde and gemachtigde.volmacht is False and gemachtigde.soort is not Gemachtigdesoort.ADVOCAAT:
        yield Verzuim.MACHTIGING, "bezwaarschrift.gemachtigde.volmacht"
    if schrift.vertaling_nodig and schrift.vertaling is False:
        yield Verzuim.VERTALING, "bezwaarschrift.vertaling"


def _van_indiener(
    zaak: Bezwaarzaak, schrift: Bezwaarschrift, indiener: Indiener, pad: str
) -> Iterator[tuple[Verzuim, str]]:
    if is_ondertekend(indiener, schrift) is False:
        yield Verzuim.HANDTEKENING, f"{pad}.ondertekend"
    if indiener.naam is None and zaak.is_geen(f"{pad}.naam"):
        yield Verzuim.NAAM, f"{pad}.naam"
    if has_adres(zaak, indiener, pad) is False:
        yield Verzuim.ADRES, f"{pad}.adres"
    if indiener.soort in RECHTSPERSONEN and indiener.ondertekenaar and indiener.ondertekenaar.bevoegd is False:
        yield Verzuim.BEVOEGDHEID, f"{pad}.ondertekenaar.bevoegd"
