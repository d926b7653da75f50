"""Whether the facts of a case fit together: days in an order that is unlikely, and numbers that do not belong in it.

What cannot be true in any reading was refused when the case was read (``inhoud/zaaktoets.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.regels.bezwaar.antwoord import nee
from generator.regels.bezwaar.bezwaarregel import bezwaarregel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

    # path, what happened, on which day
    _Gebeurtenis = tuple[str, str, dt.date | None]


@bezwaarregel("BZ-VOLGORDE", "Awb 3:2")
def volgorde(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """What follows on something else happened no earlier than that; otherwise one of the two days may be a slip."""
    for eerst, dan in _paren(toets):
        if eerst[2] and dan[2] and dan[2] < eerst[2]:
            yield nee(dan[0], eerst[0], eerst=_zin(eerst), dan=_zin(dan))


def _zin(gebeurtenis: _Gebeurtenis) -> str:
    _, wat, dag = gebeurtenis
    return f"{wat} op {datum_voluit(dag)}" if dag else wat


def _paren(toets: Bezwaartoets) -> Iterator[tuple[_Gebeurtenis, _Gebeurtenis]]:
    """Everything that happens in the course of a case, with what it follows on."""
    besluit, schrift, procedure = toets.besluit, toets.bezwaarschrift, toets.procedure
    genomen: _Gebeurtenis = ("besluit.datum", "het besluit gedagtekend", besluit.datum)
    dag = besluit.bekendmaking.datum if besluit.bekendmaking else None
    bekend: _Gebeurtenis = ("besluit.bekendmaking.datum", "het besluit bekendgemaakt", dag)
    gedagtekend: _Gebeurtenis = ("bezwaarschrift.dagtekening", "het bezwaarschrift gedagtekend", schrift.dagtekening)
    dag = schrift.ontvangen.datum if schrift.ontvangen else None
    ontvangen: _Gebeurtenis = ("bezwaarschrift.ontvangen.datum", "het bezwaarschrift ontvangen", dag)
    if not (besluit.soort and besluit.soort.is_belastingzaak):  # an assessment may be dated later than it is sent
        yield genomen, bekend
    yield genomen, gedagtekend
    yield genomen, ontvangen
    if schrift.verzonden:
        yield gedagtekend, ("bezwaarschrift.verzonden.datum", "het bezwaarschrift verzonden", schrift.verzonden.datum)
    yield gedagtekend, ontvangen
    if toets.zaak.procedure:
        for later in _procedure(toets):
            yield ontvangen, later
        if beslissing := procedure.beslissing:
            beslist = ("procedure.beslissing.datum", "op het bezwaar beslist", beslissing.datum)
            for nummer, zitting in enumerate(procedure.hoorzitting or ()):
                yield (f"procedure.hoorzitting.{nummer}.datum", "gehoord", zitting.datum), beslist
            if beslissing.bekendmaking:
                pad = "procedure.beslissing.bekendmaking.datum"
                yield beslist, (pad, "de beslissing op bezwaar bekendgemaakt", beslissing.bekendmaking.datum)


def _procedure(toets: Bezwaartoets) -> Iterator[_Gebeurtenis]:
    """What can only happen after the objection came in."""
    procedure = toets.procedure
    if procedure.bevestiging:
        yield "procedure.bevestiging.datum", "de ontvangst bevestigd", procedure.bevestiging.datum
    if procedure.adviescommissie:
        yield "procedure.adviescommissie.advies_op", "geadviseerd", procedure.adviescommissie.advies_op
    for nummer, brief in enumerate(procedure.verzuimbrief or ()):
        yield f"procedure.verzuimbrief.{nummer}.datum", "om herstel gevraagd", brief.datum
    for nummer, verdaging in enumerate(procedure.verdaging or ()):
        yield f"procedure.verdaging.{nummer}.datum", "verdaagd", verdaging.datum
    for nummer, zitting in enumerate(procedure.hoorzitting or ()):
        yield f"procedure.hoorzitting.{nummer}.datum", "gehoord", zitting.datum
    for nummer, gebreke in enumerate(procedure.ingebrekestelling or ()):
        yield f"procedure.ingebrekestelling.{nummer}.ontvangen", "een ingebrekestelling ontvangen", gebreke.ontvangen
    for nummer, weg in enumerate(procedure.intrekking or ()):
        yield f"procedure.intrekking.{nummer}.datum", "het bezwaar ingetrokken", weg.datum


@bezwaarregel("BZ-BSN", "UAVG 46", "AVG 5")
def geen_burgerservicenummer(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A case needs no citizen service number; nine digits that pass its test may be one."""
    for pad in toets.zaak.lijkt_bsn:
        yield nee(pad, pad=pad.replace(".", ", "))
