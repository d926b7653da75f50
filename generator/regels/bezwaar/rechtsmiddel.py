"""Which remedy the facts of a decision point to, and who decides on it (Awb 7:1, 8:1; Wahv 6; Gemeentewet 154k)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.bezwaarkeuzes import Besluitsoort, Rechtsmiddel, Voorbereiding
from generator.toetsuitslag import Elders

if TYPE_CHECKING:
    from generator.feiten.besluit import Besluit
    from generator.feiten.bezwaarschrift import Bezwaarzaak

_PER_SOORT = {
    Besluitsoort.VERKEERSBOETE: Rechtsmiddel.ADMINISTRATIEF_BEROEP,
    Besluitsoort.OVERLASTBOETE: Rechtsmiddel.BEROEP,
    Besluitsoort.BESLISSING_OP_BEZWAAR: Rechtsmiddel.BEROEP,
    Besluitsoort.GOEDKEURING: Rechtsmiddel.BEROEP,
    Besluitsoort.NIET_TIJDIG: Rechtsmiddel.BEROEP,
}
# Who decides on the remedy, and the article; elsewhere it is the administrative court.
_BESLIST: dict[str, tuple[str, str]] = {
    Besluitsoort.VERKEERSBOETE: ("de officier van justitie", "Wahv 6"),
    Besluitsoort.OVERLASTBOETE: ("de kantonrechter", "Gemeentewet 154k"),
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


def hoort_elders(zaak: Bezwaarzaak) -> Elders | None:
    """Who else has to deal with the objection; None when this is the right place, or the facts do not say."""
    besluit = zaak.besluit
    middel = rechtsmiddel_tegen(besluit)
    if middel and middel is not Rechtsmiddel.BEZWAAR:
        aan, grondslag = _BESLIST.get(besluit.soort or "", ("de bestuursrechter", "Awb 7:1 lid 1"))
        return Elders(aan, str(middel), grondslag, ("besluit.soort", "besluit.voorbereiding"))
    gericht, samen = zaak.bezwaarschrift and zaak.bezwaarschrift.gericht_aan, besluit.coordinerend_orgaan
    orgaan = samen or besluit.bestuursorgaan
    if gericht and orgaan and gericht != orgaan:
        feiten = ("bezwaarschrift.gericht_aan", f"besluit.{'coordinerend_orgaan' if samen else 'bestuursorgaan'}")
        return Elders(orgaan.removeprefix("anders: "), "", "Awb 3:27 lid 1" if samen else "Awb 6:4 lid 1", feiten)
    return None
