"""A fact beside the words it was read from: its number or day is in its own quote, and its choice in its mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.waarden import Tekst
from generator.opmaak import is_uit_citaat, print_feit
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Plaats
    from generator.feiten.feit import Feit
    from generator.feiten.waarden import Waarde


@regel("FT-CITAAT")
def waarde_staat_niet_in_citaat(zaak: Zaak) -> Iterator[Bevinding]:
    """A number or a day that is not in its own quote, while the quote holds numbers or days: wrong by its source."""
    for feit in zaak.dossier.feiten.values():
        for waarde, citaat, plaats in _lezingen(feit):
            if not is_uit_citaat(waarde, citaat):
                yield Bevinding(
                    "FT-CITAAT", Ernst.FOUT, (plaats,),
                    {"feit": feit.pad, "waarde": print_feit(feit.met(waarde=waarde)), "citaat": citaat},
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


def _lezingen(feit: Feit) -> Iterator[tuple[Waarde, str, Plaats]]:
    """Each value that was read, with the quote it was read from."""
    if feit.formule:
        return
    for vermelding in feit.vermeldingen:
        if vermelding.bron.citaat:
            yield vermelding.waarde, vermelding.bron.citaat, vermelding.plaats
    if not feit.vermeldingen and feit.waarde is not None:
        yield from ((feit.waarde, bron.citaat, feit.plaats) for bron in feit.bronnen if bron.citaat)
