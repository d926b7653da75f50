"""Refusals that hang on the notice of objection: its defects, its way and its end (Awb 2:1, 6:6, 6:11, 6:15, 6:21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Stand
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Intrekkingswijze, Verzuim
from generator.zaakstukken.briefdagen import laatste_dagen
from generator.zaakstukken.verzuim import MISSCHIEN_TE_LAAT, VERZUIMEN
from generator.zaakstukken.weigering import MAAK_BEKEND, weigering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.zaakstukken.weigering import Nee, Vraag


@weigering("ingetrokken")
def _ingetrokken(vraag: Vraag) -> Iterator[Nee]:
    """The objection was withdrawn in writing or at the hearing (Awb 6:21)."""
    for intrekking in vraag.procedure.intrekking or ():
        if intrekking.wijze in {Intrekkingswijze.SCHRIFTELIJK, Intrekkingswijze.HOORZITTING}:
            yield "procedure.intrekking", "het bezwaar is ingetrokken", "maak een bevestiging-intrekking"


@weigering("intrekking")
def _intrekking(vraag: Vraag) -> Iterator[Nee]:
    """Withdrawing is done in writing, or by word of mouth at the hearing (Awb 6:21)."""
    intrekking = vraag.procedure.intrekking[-1] if vraag.procedure.intrekking else None
    if intrekking is None:
        yield "procedure.intrekking", "het bezwaar is voor zover bekend niet ingetrokken", MAAK_BEKEND
    elif intrekking.wijze in {Intrekkingswijze.TELEFONISCH, Intrekkingswijze.MONDELING}:
        zin = f"{intrekking.wijze} intrekken kan niet (Awb 6:21)"
        yield "procedure.intrekking", zin, "vraag de indiener het op schrift te zetten"


@weigering("beslist")
def _beslist(vraag: Vraag) -> Iterator[Nee]:
    """The decision on the objection was taken before the day of the letter."""
    if (beslist := vraag.beslist_op) and not (vraag.dag and vraag.dag < beslist):
        yield "procedure.beslissing.datum", f"op het bezwaar is al beslist op {datum_voluit(beslist)}", ""


@weigering("geen_beslissing")
def _geen_beslissing(vraag: Vraag) -> Iterator[Nee]:
    if vraag.beslist_op is None:
        yield "procedure.beslissing", "wanneer op het bezwaar is beslist, is niet bekend", MAAK_BEKEND


@weigering("verzuim")
def _verzuim(vraag: Vraag) -> Iterator[Nee]:
    """A defect can be repaired only where there is one, and before the decision (Awb 6:6)."""
    brief = vraag.procedure.verzuimbrief[-1] if vraag.procedure.verzuimbrief else None
    gevonden = [b for b in vraag.gegevens.uitslag.bevindingen if b.code in VERZUIMEN and b.stand is Stand.NEE]
    if not gevonden and not (brief and brief.verzuimen):
        raad = "vul in de zaak in wat ontbreekt (procedure.verzuimbrief.verzuimen), als er toch iets ontbreekt"
        yield "bezwaarschrift", "uit de feiten blijkt geen verzuim (Awb 6:6)", raad
    tot = brief and brief.hersteltermijn_tot
    if tot and vraag.beslist_op and tot >= vraag.beslist_op:
        zin = (
            f"de hersteltermijn loopt tot en met {datum_voluit(tot)}, en op {datum_voluit(vraag.beslist_op)} is beslist"
        )
        yield "procedure.verzuimbrief.0.hersteltermijn_tot", zin, "kies een termijn die vóór de beslissing eindigt"
    if tot and vraag.dag and tot <= vraag.dag:
        zin = f"de hersteltermijn eindigt op {datum_voluit(tot)}, en de brief is van {datum_voluit(vraag.dag)}"
        yield "procedure.verzuimbrief.0.hersteltermijn_tot", zin, "geef tijd om te herstellen"


@weigering("dagtekening")
def _dagtekening(vraag: Vraag) -> Iterator[Nee]:
    """Our own objection bears no day within the period when it is made after that (Awb 6:5, 6:7)."""
    dag, dagtekening = vraag.gegevens.datum, vraag.schrift.dagtekening
    einde = max(laatste_dagen(vraag.gegevens), default=None)
    if dag and dagtekening and einde and dagtekening <= einde < dag:
        zin = f"de dagtekening is {datum_voluit(dagtekening)}, en de dag van de brief {datum_voluit(dag)}"
        raad = "zet als dagtekening de dag waarop het wordt ondertekend; dan is er ook plaats voor de reden"
        yield "bezwaarschrift.dagtekening", f"{zin}: toen was de termijn voorbij (Awb 6:7, 6:11)", raad


@weigering("op_tijd")
def _op_tijd(vraag: Vraag) -> Iterator[Nee]:
    """Who was in time needs no reason for being late (Awb 6:11)."""
    if not laatste_dagen(vraag.gegevens):
        zin = "tot wanneer bezwaar maken kon, volgt niet uit de feiten: dan is er nog niets om naar te vragen (Awb 6:8)"
        yield "besluit.bekendmaking", zin, "ga eerst na wanneer en hoe het besluit is bekendgemaakt"
        return
    standen = {stand.indiening for stand in vraag.gegevens.uitslag.indieningen}
    if not standen & MISSCHIEN_TE_LAAT:
        yield "bezwaarschrift.ontvangen", f"het bezwaar is volgens de feiten {', '.join(sorted(standen))}", ""


@weigering("gemachtigde")
def _gemachtigde(vraag: Vraag) -> Iterator[Nee]:
    """A proof of authority can be asked of who acts for another, and has not shown it (Awb 2:1 lid 3)."""
    gemachtigde = vraag.schrift.gemachtigde
    if gemachtigde is None:
        yield "bezwaarschrift", "voor zover bekend treedt niemand op voor de indiener", MAAK_BEKEND
    elif gemachtigde.volmacht:
        yield "bezwaarschrift.gemachtigde.volmacht", "de machtiging is er al", ""
    brieven = vraag.procedure.verzuimbrief or ()
    brief = brieven[-1] if brieven else None
    if brief is None or Verzuim.MACHTIGING not in (brief.verzuimen or ()):
        return
    pad, tot = f"procedure.verzuimbrief.{len(brieven) - 1}", brief.hersteltermijn_tot
    if brief.hersteld:
        yield f"{pad}.hersteld", f"om de machtiging is gevraagd, en zij kwam op {datum_voluit(brief.hersteld)}", ""
    elif tot and vraag.dag and tot <= vraag.dag:
        zin = f"de hersteltermijn eindigt op {datum_voluit(tot)}, en de brief is van {datum_voluit(vraag.dag)}"
        yield f"{pad}.hersteltermijn_tot", zin, "geef tijd om te herstellen"


@weigering("geen_bezwaar")
def _geen_bezwaar(vraag: Vraag) -> Iterator[Nee]:
    """Where another remedy is open than an objection, it is sent on and not dealt with (Awb 6:15, 7:1)."""
    elders = vraag.gegevens.uitslag.elders
    if elders and elders.middel:
        zin = f"volgens de feiten staat geen bezwaar open maar {elders.middel} ({elders.grondslag})"
        yield elders.feiten[0], zin, "maak een doorzending: die bevestigt ook de ontvangst"


@weigering("elders")
def _elders(vraag: Vraag) -> Iterator[Nee]:
    """What has to be sent on gets one letter, of receipt and of forwarding (Awb 6:14, 6:15)."""
    elders = vraag.gegevens.uitslag.elders
    if elders and not elders.middel and not vraag.procedure.doorzending:
        zin = f"het hoort bij {elders.aan}, en is voor zover bekend niet doorgezonden (Awb 6:15)"
        yield elders.feiten[0], zin, "maak een doorzending: die bevestigt ook de ontvangst"


@weigering("zelfde_orgaan")
def _zelfde_orgaan(vraag: Vraag) -> Iterator[Nee]:
    """Forwarding is for another body than the one it was sent to (Awb 6:15)."""
    orgaan, gericht = vraag.gegevens.zaak.besluit.bestuursorgaan, vraag.schrift.gericht_aan
    elders = vraag.gegevens.uitslag.elders or vraag.procedure.doorzending
    if not elders and not gericht:
        zin = "aan wie het bezwaar is gericht, is niet bekend, en uit de feiten volgt niet dat het elders hoort"
        yield "bezwaarschrift.gericht_aan", f"{zin} (Awb 6:15)", MAAK_BEKEND
    if not elders and orgaan and orgaan == gericht:
        zin = f"het is gericht aan het orgaan dat besloot ({orgaan})"
        yield "bezwaarschrift.gericht_aan", zin, "vul in aan wie het wordt doorgezonden, als het toch elders hoort"
