"""What has to be done with an objection from its receipt until the decision (Awb 6:10–6:21)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.bevindingen import Ernst
from generator.feiten.bezwaarkeuzes import Intrekkingswijze, Ontvangersoort
from generator.regels.bezwaar.antwoord import antwoord_op, beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_ONTVANGEN = "bezwaarschrift.ontvangen.datum"
_ONBEVOEGD = "bezwaarschrift.ontvangen.onbevoegd"
_TELT = frozenset(
    {Ontvangersoort.BESTUURSORGAAN, Ontvangersoort.BESTUURSRECHTER}
)  # whose day of receipt counts (Awb 6:15 lid 3)


@bezwaarregel("BZ-6:10", "Awb 6:10", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL)
def te_vroeg(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection from before the period began still counts in two cases, which a person judges (Awb 6:10 lid 1)."""
    for stand in toets.indieningen:
        if stand.indiening is Indiening.PREMATUUR:
            yield beoordelen(
                _ONTVANGEN, "besluit.datum",
                naam=stand.naam or "de indiener", ontvangen=_ontvangen(toets), besluit=toets.besluit.datum,
            )  # fmt: skip
        elif stand.indiening in {Indiening.TIJDIG, Indiening.NA_DE_TERMIJN}:
            yield ja(_ONTVANGEN, naam=stand.naam or "de indiener")


def _ontvangen(toets: Bezwaartoets) -> object:
    ontvangst = toets.bezwaarschrift.ontvangen
    return ontvangst and ontvangst.datum


@bezwaarregel("BZ-6:14", "Awb 6:14 lid 1", indiener=None)
def ontvangstbevestiging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Receipt is confirmed in writing; the law names no period (Awb 6:14 lid 1)."""
    bevestiging = toets.procedure.bevestiging
    if _ontvangen(toets) is None:
        return
    pad = "procedure.bevestiging"
    if toets.zaak.is_geen(pad) or (bevestiging and bevestiging.schriftelijk is False):
        yield nee(pad, ontvangen=_ontvangen(toets))
    elif bevestiging is None or (bevestiging.datum is None and bevestiging.schriftelijk is None):
        yield onbekend(pad, ontvangen=_ontvangen(toets))
    else:
        yield ja(pad, ontvangen=_ontvangen(toets), datum=bevestiging.datum)


@bezwaarregel("BZ-6:15", "Awb 6:15 lid 1", "Awb 6:15 lid 2", indiener=None)
def doorzending(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """What reached the wrong body, or should have been an appeal, is sent on, and the sender is told (Awb 6:15)."""
    doorzendingen = toets.procedure.doorzending
    if not doorzendingen:
        if elders := toets.elders:
            antwoord = onbekend if doorzendingen is None else nee
            yield antwoord(
                "procedure.doorzending", *elders.feiten, ontvangen=_ontvangen(toets), aan=elders.aan,
                datum="nog niet", gemeld="nog niet",
            )  # fmt: skip
        return
    for nummer, doorzending in enumerate(doorzendingen):
        pad = f"procedure.doorzending.{nummer}"
        gedaan = None if doorzending.datum is None else doorzending.afzender_gemeld
        yield antwoord_op(gedaan)(
            f"{pad}.datum", f"{pad}.afzender_gemeld", ontvangen=_ontvangen(toets),
            aan=doorzending.aan or _aan(toets), datum=doorzending.datum, gemeld=doorzending.afzender_gemeld,
        )  # fmt: skip


def _aan(toets: Bezwaartoets) -> str:
    """Who has to deal with it, as far as the facts say."""
    elders = toets.elders
    return elders.aan if elders else (toets.besluit.bestuursorgaan or "het orgaan dat besloot").removeprefix("anders: ")


@bezwaarregel("BZ-6:15-3", "Awb 6:15 lid 3", ontvanger=Ernst.NOTITIE, indiener=None)
def eerste_ontvangst(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The day on which another administrative body or court received it counts (Awb 6:15 lid 3)."""
    ontvangst = toets.bezwaarschrift.ontvangen
    elders = ontvangst and ontvangst.onbevoegd
    if not elders:
        return
    gegevens: dict[str, Any] = {"orgaan": elders.orgaan or "een ander", "datum": elders.datum, "soort": elders.soort}
    if elders.soort is None or elders.datum is None:
        yield onbekend(_ONBEVOEGD, **gegevens)
    elif elders.soort in _TELT:
        yield ja(f"{_ONBEVOEGD}.datum", **gegevens)
    else:
        yield beoordelen(f"{_ONBEVOEGD}.soort", **gegevens)


@bezwaarregel("BZ-6:16", "Awb 6:16", "Awb 8:81", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE)
def schorsende_werking(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Objecting does not suspend the decision; the court can, on request and when there is haste (Awb 6:16, 8:81)."""
    gevraagd = toets.procedure.voorlopige_voorziening
    antwoord = onbekend if gevraagd is None else ja
    yield antwoord("procedure.voorlopige_voorziening", gevraagd=gevraagd)


@bezwaarregel("BZ-6:17", "Awb 6:17", ontvanger=Ernst.FOUT, indiener=None)
def stukken_gemachtigde(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Papers of the case go to the representative in any event (Awb 6:17)."""
    gemachtigde = toets.bezwaarschrift.gemachtigde
    if gemachtigde:
        yield antwoord_op(gemachtigde.stukken_toegezonden)(
            "bezwaarschrift.gemachtigde.stukken_toegezonden", naam=gemachtigde.naam or "de gemachtigde"
        )


@bezwaarregel("BZ-6:19", "Awb 6:19 lid 1", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, bij="nieuw_besluit")
def nieuw_besluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The objection also goes against what withdraws, changes or replaces the decision (Awb 6:19 lid 1)."""
    besluiten = toets.procedure.nieuw_besluit
    for nummer, besluit in enumerate(besluiten or ()):
        yield beoordelen(f"procedure.nieuw_besluit.{nummer}", datum=besluit.datum, kenmerk=besluit.kenmerk)
    if besluiten == ():
        yield ja("procedure.nieuw_besluit")


@bezwaarregel("BZ-6:20", "Awb 6:20 lid 3", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE, bij="beroep_niet_tijdig")
def beroep_niet_tijdig(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An appeal for not deciding in time also goes against the decision that still comes (Awb 6:20 lid 3)."""
    beroep, beslissing = toets.procedure.beroep_niet_tijdig, toets.procedure.beslissing
    if beroep and beslissing and beslissing.datum and beslissing.datum < beroep:
        yield ja("procedure.beroep_niet_tijdig", beroep=beroep, beslissing=beslissing.datum)
    elif beroep:
        yield nee("procedure.beroep_niet_tijdig", beroep=beroep)


@bezwaarregel("BZ-6:21", "Awb 6:21", ontvanger=Ernst.FOUT, indiener=Ernst.FOUT, bij="intrekking")
def wijze_van_intrekken(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection is withdrawn in writing, or in words at the hearing (Awb 6:21)."""
    goed = {Intrekkingswijze.SCHRIFTELIJK, Intrekkingswijze.HOORZITTING}
    for nummer, intrekking in enumerate(toets.procedure.intrekking or ()):
        antwoord = antwoord_op(None if intrekking.wijze is None else intrekking.wijze in goed)
        yield antwoord(f"procedure.intrekking.{nummer}", datum=intrekking.datum, wijze=intrekking.wijze)
