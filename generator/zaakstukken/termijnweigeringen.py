"""Refusals of letters on the period to decide and the penalty after it (Awb 4:14–4:18, 7:10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Afziengrond, Besluitsoort, Gebrekesteller, Opschortingsgrond
from generator.zaakstukken.briefdagen import laatste_dagen
from generator.zaakstukken.weigering import MAAK_BEKEND, lezingen, weigering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.zaakstukken.weigering import Nee, Vraag

_ZES_WEKEN = 6  # Awb 7:10 lid 3


@weigering("opschorting")
def _opschorting(vraag: Vraag) -> Iterator[Nee]:
    """The period stands still only after a request to repair a defect, or on a ground of Awb 4:15 lid 2."""
    gevraagd = any(brief.verzuimen != () for brief in vraag.procedure.verzuimbrief or ())
    anders = any(deze.grond is not Opschortingsgrond.VERZUIM for deze in vraag.procedure.opschorting or ())
    if not gevraagd and not anders:
        zin = "er is niet gevraagd een verzuim te herstellen, en een andere grond staat er niet (Awb 7:10 lid 2)"
        yield "procedure.verzuimbrief", zin, "ruimte om gronden aan te vullen schort de termijn niet op"
    tot = min(laatste_dagen(vraag.gegevens), default=None)
    einden = [brief.hersteld or brief.hersteltermijn_tot for brief in vraag.procedure.verzuimbrief or ()]
    if gevraagd and not anders and tot and all(einde and einde <= tot for einde in einden):
        zin = (
            f"de beslistermijn begint pas na {datum_voluit(tot)}, en toen was de tijd om te herstellen al voorbij: "
            "de termijn stond niet stil (Awb 7:10)"
        )
        yield "procedure.verzuimbrief", zin, "de indiener hoeft dan niets te horen over een opschorting"


@weigering("verdaging")
def _verdaging(vraag: Vraag) -> Iterator[Nee]:
    """The first within the period and at most six weeks; a further one only on a ground of Awb 7:10 lid 4."""
    verdagingen = vraag.procedure.verdaging or ()
    pad = f"procedure.verdaging.{max(len(verdagingen) - 1, 0)}"
    laatste = verdagingen[-1] if verdagingen else None
    if laatste and len(verdagingen) > 1 and laatste.grond is None:
        zin = "er is al eens verdaagd, en een grond voor verder uitstel staat er niet (Awb 7:10 lid 4)"
        yield f"{pad}.grond", zin, "verder uitstel kan met instemming, of als een procedurevoorschrift het vraagt"
    if laatste and len(verdagingen) == 1 and laatste.weken and laatste.weken > _ZES_WEKEN:
        yield f"{pad}.weken", "verdagen kan met ten hoogste zes weken (Awb 7:10 lid 3)", "kies zes weken of minder"
    if laatste and laatste.aan_alle_belanghebbenden is False:
        zin = "volgens de zaak gaat zij niet aan alle belanghebbenden, en dat moet (Awb 7:10 lid 5)"
        yield f"{pad}.aan_alle_belanghebbenden", zin, "stuur haar aan allen en vul in: ja"
    if vraag.dag is None:
        zin = "zonder de dag van de brief is niet te zeggen of verdagen nog kan"
        yield pad, zin, "vul in wanneer is verdaagd, of geef de dag met --op"
    eerder = vraag.gegevens.eerder or vraag.gegevens.uitslag
    einde = lezingen(eerder.uitkomsten.get("beslissen_uiterlijk"))
    if len(verdagingen) <= 1 and vraag.dag and einde and vraag.dag > einde[1]:
        zin = f"de beslistermijn eindigde al op {datum_voluit(einde[1])} (Awb 7:10 lid 3)"
        yield f"{pad}.datum", zin, "maak een melding-termijn: die meldt dat de termijn niet is gehaald"


@weigering("termijn_loopt")
def _termijn_loopt(vraag: Vraag) -> Iterator[Nee]:
    """That the period was not kept can be told when it has ended (Awb 4:14 lid 1)."""
    einde = vraag.dagen("beslissen_uiterlijk")
    if vraag.dag and einde and vraag.dag <= einde[0]:
        zin = f"de beslistermijn loopt nog tot en met {datum_voluit(einde[0])}"
        verder = "er is al verdaagd: verder uitstel kan met instemming, of als een procedurevoorschrift het vraagt"
        raad = verder if vraag.procedure.verdaging else "verdagen kan nog: maak een verdaging"
        yield "procedure.overschrijding_gemeld_op", zin, raad


@weigering("ingebrekestelling")
def _ingebrekestelling(vraag: Vraag) -> Iterator[Nee]:
    if not any(brief.ontvangen for brief in vraag.procedure.ingebrekestelling or ()):
        yield "procedure.ingebrekestelling", "een ingebrekestelling met haar ontvangst staat er niet", MAAK_BEKEND


@weigering("gebrekesteller")
def _gebrekesteller(vraag: Vraag) -> Iterator[Nee]:
    """The answer goes to who wrote, and of another than an objector the case holds no name."""
    brief = vraag.procedure.ingebrekestelling[-1] if vraag.procedure.ingebrekestelling else None
    if brief and brief.door is Gebrekesteller.ANDER:
        zin = "de ingebrekestelling kwam van een ander, en deze brief gaat naar wie bezwaar maakte"
        pad = f"procedure.ingebrekestelling.{len(vraag.procedure.ingebrekestelling or ()) - 1}.door"
        yield pad, zin, "antwoord zelf wie haar schreef; kijk na of die namens de indiener schreef"


@weigering("dwangsom")
def _dwangsom(vraag: Vraag) -> Iterator[Nee]:
    """A penalty that follows from the facts, of which the last day is past (Awb 4:17, 4:18)."""
    if vraag.gegevens.zaak.besluit.soort is Besluitsoort.WOO:
        yield "besluit.soort", "bij een besluit op grond van de Woo is geen dwangsom verschuldigd (Woo 8.2)", ""
    elif _is_kennelijk(vraag):
        zin = (
            "wie van horen afzag, koos ‘kennelijk’; bij een kennelijk bezwaar is geen dwangsom verschuldigd (Awb 4:17)"
        )
        yield "procedure.afzien_van_horen", zin, "laat de jurist beoordelen welke van de twee klopt"
    elif "dwangsom" not in vraag.gegevens.uitslag.bedragen:
        zin = "uit de feiten volgt geen bedrag: er loopt geen dwangsom, of tot welke dag is niet bekend (Awb 4:17)"
        gegeven = vraag.beslist_op or vraag.gegevens.op
        raad = (
            "kijk de dag van de ingebrekestelling na"
            if gegeven
            else "vul in wanneer is beslist, of geef de dag met --op"
        )
        yield "procedure.ingebrekestelling", zin, raad
    tot = vraag.dagen("dwangsom_tot")
    if vraag.dag and tot and not vraag.beslist_op and vraag.dag <= tot[0]:
        zin = f"de dwangsom loopt nog tot en met {datum_voluit(tot[0])} (Awb 4:18)"
        yield "procedure.dwangsombesluit", zin, "stel de dwangsom vast na de laatste dag waarover zij loopt"


def _is_kennelijk(vraag: Vraag) -> bool:
    """Whether a person chose that the objection is plainly inadmissible or unfounded (Awb 4:17, exception c)."""
    kennelijk = {Afziengrond.KENNELIJK_NIET_ONTVANKELIJK, Afziengrond.KENNELIJK_ONGEGROND}
    return any(afzien.grond in kennelijk for afzien in vraag.procedure.afzien_van_horen or ())
