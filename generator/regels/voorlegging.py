"""Where the agreement is put to the council: the points on it, and the raadsvoorstellen that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.dossier import doel_van

if TYPE_CHECKING:
    from generator.feiten.dossier import Beslispunt, Dossier, Stuk

_WENSEN = "wensen en bedenkingen"
_OVEREENKOMST = "overeenkomst"
_STUK = "bestuursovereenkomst"  # the paper that is the agreement


def punten_over_overeenkomst(dossier: Dossier) -> dict[str, Beslispunt]:
    """The points on which the council gives its wishes about the agreement (Gemeentewet 169 lid 4), by name.

    Of several points with wishes those that name an agreement; when none does, all of them.
    """
    wensen = {naam: punt for naam, punt in dossier.beslispunten.items() if punt.soort.woorden == _WENSEN}
    genoemd = {
        naam: punt
        for naam, punt in wensen.items()
        if _OVEREENKOMST in naam or _OVEREENKOMST in dossier.teksten.get(f"beslispunten-{naam}", "").lower()
    }
    return genoemd or wensen


def voorstellen_over_overeenkomst(dossier: Dossier) -> dict[str, Stuk]:
    """The raadsvoorstellen that put the agreement to the council, by name; not the besluit that belongs to one."""
    punten = punten_over_overeenkomst(dossier).keys()
    return {
        naam: stuk
        for naam, stuk in dossier.stukken.items()
        if stuk.soort.woorden.startswith("raadsvoorstel")
        and not doel_van(stuk.voorstel)
        and punten & dossier.beslispunten_bij(stuk).keys()
    }


def stukken_over_overeenkomst(dossier: Dossier) -> set[str]:
    """The names of the papers that tell what the agreement is: itself, those raadsvoorstellen, what belongs to them."""
    voorstellen = voorstellen_over_overeenkomst(dossier)
    paden = {stuk.pad for stuk in voorstellen.values()}
    erbij = {naam for naam, stuk in dossier.stukken.items() if doel_van(stuk.voorstel) in paden}
    return erbij | voorstellen.keys() | {naam for naam, stuk in dossier.stukken.items() if stuk.soort.woorden == _STUK}
