"""Which remedy the facts of a decision point to (Awb 7:1, 8:1; Wahv 6; Gemeentewet 154k)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.bezwaarkeuzes import Besluitsoort, Rechtsmiddel, Voorbereiding

if TYPE_CHECKING:
    from generator.feiten.besluit import Besluit

_PER_SOORT = {
    Besluitsoort.VERKEERSBOETE: Rechtsmiddel.ADMINISTRATIEF_BEROEP,
    Besluitsoort.OVERLASTBOETE: Rechtsmiddel.BEROEP,
    Besluitsoort.BESLISSING_OP_BEZWAAR: Rechtsmiddel.BEROEP,
    Besluitsoort.GOEDKEURING: Rechtsmiddel.BEROEP,
    Besluitsoort.NIET_TIJDIG: Rechtsmiddel.BEROEP,
}
# Against these nothing is open, or a person has to say what they are.
_ONBESLIST = frozenset(
    {
        Besluitsoort.ALGEMENE_STREKKING,
        Besluitsoort.ANDERS,
        Besluitsoort.BELEIDSREGEL,
        Besluitsoort.PRIVAATRECHT,
        Besluitsoort.PROCEDURE,
        Besluitsoort.VOORBEREIDING,
        Besluitsoort.VOORSCHRIFT,
    }
)


def rechtsmiddel_tegen(besluit: Besluit) -> Rechtsmiddel | None:
    """The remedy against `besluit` as far as its facts say; None where they do not, or where nothing may be open."""
    if besluit.soort is None or besluit.soort in _ONBESLIST or besluit.op_negatieve_lijst:
        return None
    if middel := _PER_SOORT.get(besluit.soort):
        return middel
    zonder_bezwaar = (
        besluit.voorbereiding is Voorbereiding.UNIFORM
        or besluit.onder_goedkeuring
        or besluit.na_uitspraak
        or besluit.regeling_rechtstreeks_beroep
    )
    return Rechtsmiddel.BEROEP if zonder_bezwaar else Rechtsmiddel.BEZWAAR
