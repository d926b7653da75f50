"""The days that a letter gives someone, and from when the period for deciding runs, as far as the facts say.

A period that a letter sets is not moved by the Algemene termijnenwet (Atw 5), so a rest day is put back to a person.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarprocedure import Verzuimbrief
from generator.feiten.feit import Feit
from generator.feiten.waarden import Datum, JaNee
from generator.zaakstukken.gegevens import indieners_van

if TYPE_CHECKING:
    from generator.zaakstukken.gegevens import Zaakgegevens

_DAG = dt.timedelta(days=1)
_IN_HET_JAAR = "Gemeentewet 236"  # the ground of a tax objection's period when that is the calendar year of receipt


def briefdagen(gegevens: Zaakgegevens, indiener: int) -> dict[str, Feit]:
    """What a letter about objector number `indiener`, from zero, says of days, by name.

    ``hersteldag`` and ``antwoorddag``: until when may be repaired or answered; open when unknown and on a rest day.
    ``bezwaartermijn_tot`` and ``beslistermijn_vanaf``: the last day to object of who has longest, and the day after.
    ``kalenderjaar``: whether is decided in the calendar year of receipt (Gemeentewet 236 lid 2; WOZ 30 lid 9).
    ``herstel_loopt``: whether the last request to repair may still be met.
    ``eigen_termijnen``: whether objectors have different last days, so that the period for deciding has two readings.
    """
    brieven = (gegevens.zaak.procedure and gegevens.zaak.procedure.verzuimbrief) or ()
    laatste = f"procedure.verzuimbrief.{max(len(brieven) - 1, 0)}"
    reden = indieners_van(gegevens.zaak)[indiener].reden_te_laat
    tot = max(laatste_dagen(gegevens), default=None)
    gerekend = gegevens.uitslag.uitkomsten.get("beslistermijn")
    brief = brieven[-1] if brieven else Verzuimbrief(niet_hersteld=True)
    loopt = not (brief.hersteld or brief.niet_hersteld or gegevens.zaak.is_geen(f"{laatste}.hersteld"))
    in_het_jaar = any(stap.grondslag.startswith(_IN_HET_JAAR) for stap in (gerekend.stappen if gerekend else ()))
    return {
        "hersteldag": _gewone_dag(gegevens, brief.hersteltermijn_tot, f"{laatste}.hersteltermijn_tot"),
        "antwoorddag": _gewone_dag(
            gegevens,
            reden.antwoord_tot if reden else None,
            f"bezwaarschrift.indieners.{indiener}.reden_te_laat.antwoord_tot",
        ),
        "bezwaartermijn_tot": _berekend("bezwaartermijn_tot", tot),
        "beslistermijn_vanaf": _berekend("beslistermijn_vanaf", tot and tot + _DAG),
        "kalenderjaar": _ja_nee("kalenderjaar", is_waar=in_het_jaar),
        "herstel_loopt": _ja_nee("herstel_loopt", is_waar=loopt),
        "eigen_termijnen": _ja_nee("eigen_termijnen", is_waar=_verschillen(gegevens)),
    }


def _verschillen(gegevens: Zaakgegevens) -> bool:
    standen = gegevens.uitslag.indieningen
    return len({stand.laatste_dag and stand.laatste_dag.datum for stand in standen}) > 1


def laatste_dagen(gegevens: Zaakgegevens) -> list[dt.date]:
    """The last day to object of every objector, in every reading."""
    einden = [stand.laatste_dag for stand in gegevens.uitslag.indieningen if stand.laatste_dag]
    einden += [lezing for stand in gegevens.uitslag.indieningen for lezing in stand.lezingen.values()]
    return [dag for einde in einden for dag in (einde.datum, einde.andere_lezing) if dag]


def _gewone_dag(gegevens: Zaakgegevens, dag: dt.date | None, pad: str) -> Feit:
    """The day that a letter gives someone; open when it is a Saturday, Sunday or public holiday (Atw 3, 5)."""
    feit = gegevens.maker.feit(dag, pad)
    if dag and gegevens.is_rustdag(dag):
        open_dag = gegevens.maker.feit(None, pad)
        vraag = f"{open_dag.vraag}; {datum_voluit(dag)} is dat niet"
        return Feit(pad=open_dag.pad, waarde=None, vraag=vraag, plaats=open_dag.plaats)
    return feit


def _ja_nee(naam: str, *, is_waar: bool) -> Feit:
    return Feit(pad=naam, waarde=JaNee(is_waar), formule=naam)


def _berekend(naam: str, dag: dt.date | None) -> Feit:
    waarde = Datum.van(dag) if dag else None
    return Feit(pad=naam, waarde=waarde, formule=naam if dag else "", vraag="" if dag else "de bezwaartermijn")
