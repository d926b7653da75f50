"""What each source says of a fact on which sources disagree, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.persoonsgegevens import openbare_bron
from generator.opmaak import join_woorden, print_feit

if TYPE_CHECKING:
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Feit


def print_lezingen(dossier: Dossier, feit: Feit) -> str:
    """Every source's value with its page, as a Dutch list: “‘150’ (Nota, p. 3) en ‘circa 150’ (Nota, p. 4)”."""
    delen = []
    for vermelding in feit.vermeldingen:
        waarde = print_feit(feit.met(waarde=vermelding.waarde, circa=vermelding.circa))
        bron = vermelding.bron
        plek = openbare_bron(bron.toelichting)
        if bron.stuk in dossier.bronnen:
            pagina = f", p. {bron.pagina}" if bron.pagina else ""
            plek = f"{print_feit(dossier.bronnen[bron.stuk].titel)}{pagina}"
        delen.append(f"‘{waarde}’ ({plek})")
    return join_woorden(delen)
