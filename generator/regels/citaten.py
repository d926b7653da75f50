"""A fact beside the words it was read from: its number or day is in its own quote, and as hard as it stands there.

And what was chosen is one of the mentions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.waarden import Aantal, Bedrag, Duur, Grens, Percentage, Tekst
from generator.opmaak import is_uit_citaat, print_feit
from generator.opmaak.nuances import noemt_circa, noemt_grens, nuance_van
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Plaats
    from generator.feiten.feit import Feit
    from generator.feiten.waarden import Waarde

# A fact that is itself the least or the most says so in its name; the number is then as hard as the words before it.
_NOEMT_GRENS = re.compile(
    r"minim|maxim|ten (?:minste|hoogste)|(?:klein|kort|laag|vroeg|groot|lang|hoog|laat|uiter)ste", re.IGNORECASE
)


@regel("FT-CITAAT")
def waarde_staat_niet_in_citaat(zaak: Zaak) -> Iterator[Bevinding]:
    """A number or a day that is not in its own quote, while the quote holds numbers or days: wrong by its source."""
    for feit in zaak.dossier.feiten.values():
        for waarde, _, citaat, plaats in _lezingen(feit):
            if not is_uit_citaat(waarde, citaat):
                yield Bevinding(
                    "FT-CITAAT", Ernst.FOUT, (plaats,),
                    {"feit": feit.pad, "waarde": print_feit(feit.met(waarde=waarde)), "citaat": citaat},
                    feiten=(feit.pad,),
                )  # fmt: skip


@regel("FT-NUANCE")
def waarde_zonder_nuance_van_citaat(zaak: Zaak) -> Iterator[Bevinding]:
    """The quote says *circa* or *meer dan* of a number that the fact gives bare, or the other way round."""
    for feit in zaak.dossier.feiten.values():
        for waarde, circa, citaat, plaats in _lezingen(feit):
            if verschil := _verschil(feit.met(waarde=waarde, circa=circa), citaat):
                yield Bevinding(
                    "FT-NUANCE", Ernst.WAARSCHUWING, (plaats,),
                    {"feit": feit.pad, "waarde": print_feit(feit.met(waarde=waarde, circa=circa)), "citaat": citaat,
                     "verschil": verschil},
                    feiten=(feit.pad,),
                )  # fmt: skip


@regel("FT-VREEMD")
def keuze_staat_in_geen_vermelding(zaak: Zaak) -> Iterator[Bevinding]:
    """The number or day that was chosen is said by no source; of words a better spelling may be chosen."""
    for feit in zaak.dossier.feiten.values():
        genoemd = [vermelding.waarde for vermelding in feit.vermeldingen]
        if genoemd and not feit.is_open and not isinstance(feit.waarde, Tekst) and feit.waarde not in genoemd:
            yield Bevinding(
                "FT-VREEMD", Ernst.FOUT, (feit.plaats,), {"feit": feit.pad, "keuze": print_feit(feit)},
                feiten=(feit.pad,),
            )  # fmt: skip


def _verschil(feit: Feit, citaat: str) -> str:
    """What the words of the quote say of the number and the fact does not, or the other way round; empty if nothing."""
    if not isinstance(feit.waarde, Aantal | Bedrag | Percentage | Grens | Duur):
        return ""
    nuance = nuance_van(feit.getal, citaat)
    if nuance is None:
        return ""
    is_grens = isinstance(feit.waarde, Grens)
    heet_grens = is_grens or _NOEMT_GRENS.search(f"{feit.pad} {feit.naam}") is not None
    if mist := (
        ("" if feit.circa else nuance.circa)
        or ("" if feit.circa or heet_grens else nuance.bijna)
        or ("" if heet_grens else nuance.grens)
    ):
        return f"Daar staat ‘{mist}’ voor het getal, en het feit zegt dat niet"
    if feit.circa and not noemt_circa(citaat):
        return "Het feit zegt circa, en daar staat dat niet"
    return "Het feit is een grens, en daar staat die niet" if is_grens and not noemt_grens(citaat) else ""


def _lezingen(feit: Feit) -> Iterator[tuple[Waarde, bool, str, Plaats]]:
    """Each value that was read and whether it is circa, with the quote it was read from."""
    if feit.formule:
        return
    for vermelding in feit.vermeldingen:
        if vermelding.bron.citaat:
            yield vermelding.waarde, vermelding.circa, vermelding.bron.citaat, vermelding.plaats
    if not feit.vermeldingen and feit.waarde is not None:
        yield from ((feit.waarde, feit.circa, bron.citaat, feit.plaats) for bron in feit.bronnen if bron.citaat)
