"""Deciding late: suspension, notice of default and penalty, and what is open after the decision."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Besluitsoort, Gebrekesteller, Kanaal, Opschortingsgrond
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, nvt, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.dwangsom import besloten_op, is_misschien_te_vroeg, kan_dwangsom_lopen
from generator.regels.bezwaar.toets import Peil
from generator.regels.bezwaar.verloop import spanne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_DWANGSOM = dt.date(2009, 10, 1)
_WOO = dt.date(2022, 5, 1)
_BRIEF, _BESLUIT = "procedure.ingebrekestelling", "procedure.dwangsombesluit"
_OUD_LID_6 = {dt.date(2025, 12, 31): ("Awb 4:17 lid 6",)}  # numbered anew on 1 January 2026


@bezwaarregel("TM-236", "Gemeentewet 236 lid 2", "WOZ 30")
def kalenderjaar(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A tax objection is decided in the year of receipt; in its last six weeks Awb 7:10 holds."""
    if toets.besluit.soort not in BELASTINGSOORTEN:
        return
    ontvangen, beslissen = toets.binnenkomst.datum, toets.uitkomsten.get("beslissen_uiterlijk")
    feit = "bezwaarschrift.ontvangen.datum"
    if ontvangen is None or beslissen is None:
        yield onbekend(feit)
    else:
        yield ja(feit, ontvangen=ontvangen, uiterlijk=beslissen.datum)


@bezwaarregel("TM-4:15", "Awb 4:15 lid 2", "Awb 7:10 lid 2", "Awb 7:14", bij="opschorting")
def opschorting(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A suspension has a ground in the law, a beginning and an end, and was told to those it concerns."""
    for nummer, deze in enumerate(toets.procedure.opschorting or ()):
        pad = f"procedure.opschorting.{nummer}"
        if deze.grond is Opschortingsgrond.VERZUIM and not toets.procedure.verzuimbrief:
            yield nee(pad)
        elif deze.grond is None or deze.van is None or deze.tot is None:
            yield onbekend(pad, wat="de grond, het begin of het einde")
        elif deze.gemeld_op is None:
            yield onbekend(f"{pad}.gemeld_op", wat="wanneer zij is gemeld")
        else:
            yield ja(pad, grond=deze.grond, van=deze.van, tot=deze.tot)


@bezwaarregel("TM-4:14", "Awb 4:14 lid 1", "Awb 7:14")
def overschrijding_melden(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """When the period for deciding is not met, the objector is told, with a new term as short as possible."""
    beslissen, feit = toets.uitkomsten.get("beslissen_uiterlijk"), "procedure.overschrijding_gemeld_op"
    tot = besloten_op(toets.procedure) or toets.op
    if beslissen is None or tot is None or tot <= beslissen.datum:
        return
    gemeld, laatst = toets.procedure.overschrijding_gemeld_op, spanne(beslissen).laatst
    if gemeld is None and (laatst is None or tot <= laatst):
        yield beoordelen(feit, uiterlijk=beslissen.datum, laatst=laatst or "een dag die niet vaststaat")
    elif gemeld is None:
        yield onbekend(feit, uiterlijk=beslissen.datum)
    else:
        yield ja(feit, gemeld=gemeld, uiterlijk=beslissen.datum)


@bezwaarregel("TM-4:17-3", "Awb 4:17 lid 3", van=_DWANGSOM, peil=Peil.INGEBREKESTELLING, bij="ingebrekestelling")
def ingebrekestelling(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A notice of default counts when it is received after the period for deciding was over."""
    beslissen, vanaf = toets.uitkomsten.get("beslissen_uiterlijk"), toets.uitkomsten.get("ingebrekestelling_vanaf")
    for nummer, brief in enumerate(toets.procedure.ingebrekestelling or ()):
        pad = f"{_BRIEF}.{nummer}.ontvangen"
        if brief.ontvangen is None or beslissen is None:
            yield onbekend(pad)
        elif brief.wijze is Kanaal.MONDELING:
            waarom = "zij is mondeling gedaan, terwijl de wet een schriftelijke vraagt"
            yield beoordelen(pad, ontvangen=brief.ontvangen, einde=beslissen.datum, waarom=waarom)
        elif brief.ontvangen <= spanne(beslissen).vroegst:
            yield nee(pad, ontvangen=brief.ontvangen, einde=spanne(beslissen).vroegst)
        elif vanaf is None or brief.ontvangen < vanaf.datum:
            waarom = "het einde staat niet vast"
            if vanaf:
                waarom = f"in de laatste lezing kan het vanaf {datum_voluit(vanaf.datum)}"
            yield beoordelen(pad, ontvangen=brief.ontvangen, einde=beslissen.datum, waarom=waarom)
        else:
            yield ja(pad, ontvangen=brief.ontvangen, einde=vanaf.datum - dt.timedelta(days=1))


@bezwaarregel("TM-4:17", "Awb 4:17 lid 1", "Awb 4:17 lid 2", van=_DWANGSOM, peil=Peil.INGEBREKESTELLING)
def dwangsom(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """From when a penalty runs and how much it is; never for the Woo (Woo 8.2)."""
    brief = toets.ingebrekestelling
    if brief is None or brief.ontvangen is None:
        return
    bedrag, eerste = toets.bedragen.get("dwangsom"), toets.uitkomsten.get("dwangsom_vanaf")
    if toets.besluit.soort is Besluitsoort.WOO:
        yield nvt("besluit.soort")
    elif not kan_dwangsom_lopen(toets.zaak, brief) or eerste is None:
        waarom = f"het besluit is: {toets.besluit.soort or 'van een soort die niet in de feiten staat'}"
        if brief.door is Gebrekesteller.ANDER:
            waarom = "de ingebrekestelling is niet van de indiener of aanvrager"
        yield beoordelen("besluit.soort", _BRIEF, waarom=waarom)
    elif bedrag:
        yield nee(_BRIEF, eerste=spanne(eerste).vroegst, stand=bedrag.uitleg)
    elif besloten_op(toets.procedure):
        stand = "Daarvoor is beslist; er is geen dwangsom verschuldigd."
        yield ja(_BRIEF, eerste=spanne(eerste).vroegst, stand=stand)
    else:
        # Whether it comes to a penalty hangs on the day of the decision, which is still to come.
        stand = "Of zij gaat lopen, en hoe hoog zij wordt, hangt af van de dag waarop wordt beslist."
        if toets.op:
            stand = f"Tot en met {datum_voluit(toets.op)} is het niets."
        yield onbekend(_BRIEF, ernst=Ernst.WAARSCHUWING, eerste=spanne(eerste).vroegst, stand=stand)


@bezwaarregel("TM-4:17-4", "Awb 4:17 lid 5", van=_DWANGSOM, peil=Peil.INGEBREKESTELLING, voorheen=_OUD_LID_6)
def uitzondering_dwangsom(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """No penalty when the notice came unreasonably late or without interest, or the objection is plainly unfounded."""
    brief, beslissen = toets.ingebrekestelling, toets.uitkomsten.get("beslissen_uiterlijk")
    if brief and brief.ontvangen and beslissen and kan_dwangsom_lopen(toets.zaak, brief):
        dagen = (brief.ontvangen - beslissen.datum).days
        yield beoordelen(_BRIEF, dagen="één dag" if dagen == 1 else f"{dagen} dagen")


@bezwaarregel("TM-4:18", "Awb 4:18", ontvanger=Ernst.FOUT, van=_DWANGSOM, peil=Peil.INGEBREKESTELLING)
def dwangsombesluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The penalty is settled within two weeks after its last day."""
    uiterlijk, genomen = toets.uitkomsten.get("dwangsombesluit_uiterlijk"), toets.procedure.dwangsombesluit
    if uiterlijk is None:
        return
    dagen, tot = spanne(uiterlijk), genomen or toets.op
    if tot is None or (genomen is None and tot <= dagen.vroegst):
        yield onbekend(_BESLUIT, uiterlijk=dagen.vroegst)
    elif tot <= dagen.vroegst:
        yield ja(_BESLUIT, genomen=tot)
    elif (dagen.laatst and tot <= dagen.laatst) or _misschien_te_vroeg(toets):
        geen = _misschien_te_vroeg(toets)
        ruim = "is er geen dwangsom, want de ingebrekestelling kwam dan te vroeg"
        ander = ruim if geen else f"is het {datum_voluit(dagen.laatst or dagen.vroegst)}"
        yield beoordelen(_BESLUIT, uiterlijk=dagen.vroegst, ander=ander)
    else:
        zin = f"het besluit is van {datum_voluit(genomen)}" if genomen else "een besluit is niet bekend"
        yield nee(_BESLUIT, uiterlijk=dagen.laatst or dagen.vroegst, zin=zin)


def _misschien_te_vroeg(toets: Bezwaartoets) -> bool:
    """Whether the notice that counts came too early in one of the readings, so that no penalty may run at all."""
    brief = toets.ingebrekestelling
    return bool(brief and brief.ontvangen and is_misschien_te_vroeg(brief.ontvangen, toets.uitkomsten))


@bezwaarregel("TM-BER", "Awb 6:7", "Awb 6:23", "Awb 8:7", peil=Peil.BESLISSING, bij="beslissing")
def beroepstermijn(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Against the decision on the objection appeal is open for six weeks after it was made known."""
    beslissing, beroep = toets.procedure.beslissing, toets.uitkomsten.get("beroep_tot")
    if beslissing is None:
        return
    if beroep is None:
        yield onbekend("procedure.beslissing.bekendmaking")
    else:
        yield ja("procedure.beslissing.bekendmaking", laatste=beroep.datum)


@bezwaarregel("TM-WOO-73", "Woo 7.3 lid 2", "Woo 7.3 lid 3", van=_WOO, peil=Peil.BESLUIT, bij="klacht_adviescollege")
def na_klacht(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A complaint to the Adviescollege suspends the period; after its answer is decided within two weeks."""
    if toets.besluit.soort is not Besluitsoort.WOO:
        return
    besloten, uiterlijk = besloten_op(toets.procedure), toets.uitkomsten.get("beslissen_na_advies")
    for nummer, klacht in enumerate(toets.procedure.klacht_adviescollege or ()):
        pad = f"procedure.klacht_adviescollege.{nummer}"
        if klacht.verzonden is None or klacht.advies_op is None or uiterlijk is None:
            yield onbekend(pad)
        elif besloten and besloten > uiterlijk.datum:
            yield nee(
                pad, "procedure.beslissing", advies=klacht.advies_op, uiterlijk=uiterlijk.datum, besloten=besloten
            )
        else:
            yield ja(pad, verzonden=klacht.verzonden, advies=klacht.advies_op, uiterlijk=uiterlijk.datum)
