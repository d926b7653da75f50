"""What the facts forbid (*weigeringen*): each a question to the facts, and the sentence of why not.

A name in the table of letters (``sjablonen/bezwaar/soorten.yaml``) stands for one of these functions. A refusal rests
on the text of the law; what is doubtful is left to the person who signs.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Stand
from generator.datumtekst import datum_voluit
from generator.errors import Fout, Plaats
from generator.feiten.bezwaarkeuzes import Afziengrond, Besluitsoort, Intrekkingswijze, Opschortingsgrond, Verzoek
from generator.feiten.bezwaarprocedure import Adviescommissie, Procedure
from generator.feiten.bezwaarschrift import Bezwaarschrift
from generator.zaakstukken.briefdagen import laatste_dagen
from generator.zaakstukken.verzuim import MISSCHIEN_TE_LAAT, VERZUIMEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.bevindingen import Uitkomst
    from generator.feiten.zaakstukken import Briefsoort
    from generator.zaakstukken.gegevens import Zaakgegevens

_ZES_WEKEN = 6  # Awb 7:10 lid 3
_GEEN_PROCEDURE, _LEEG, _GEEN_COMMISSIE = Procedure(), Bezwaarschrift(), Adviescommissie()
_MAAK_BEKEND = "vul dat eerst in de zaak in"


class _Vraag(Struct, frozen=True):
    """What a refusal may look at."""

    gegevens: Zaakgegevens
    dag: dt.date | None  # of the letter

    @property
    def procedure(self) -> Procedure:
        return self.gegevens.zaak.procedure or _GEEN_PROCEDURE

    @property
    def schrift(self) -> Bezwaarschrift:
        return self.gegevens.zaak.bezwaarschrift or _LEEG

    @property
    def beslist_op(self) -> dt.date | None:
        return self.procedure.beslissing.datum if self.procedure.beslissing else None

    def dagen(self, naam: str) -> tuple[dt.date, dt.date] | None:
        """The two readings of a computed day, earliest first; None when it does not follow from the facts."""
        return _lezingen(self.gegevens.uitslag.uitkomsten.get(naam))


# A refusal: the path of the fact that it is about, why not, and what to do.
_Nee = tuple[str, str, str]
WEIGERINGEN: dict[str, Callable[[_Vraag], Iterator[_Nee]]] = {}


def weigeringen(gegevens: Zaakgegevens, soort: Briefsoort) -> tuple[Fout, ...]:
    """Every reason in the facts why a letter of this kind may not be made; none when it may."""
    vraag = _Vraag(gegevens, gegevens.datum_van(soort))
    redenen = list(_altijd(vraag, soort))
    for naam in soort.weigeringen:
        redenen += WEIGERINGEN[naam](vraag)
    return tuple(
        Fout(_plaats(gegevens, pad), f"‘{soort.naam}’ wordt niet gemaakt: {zin}", raad=raad)
        for pad, zin, raad in redenen
    )


def _plaats(gegevens: Zaakgegevens, pad: str) -> Plaats:
    return gegevens.zaak.plaats_van(pad)


def _lezingen(uitkomst: Uitkomst | None) -> tuple[dt.date, dt.date] | None:
    if uitkomst is None:
        return None
    vroeg, laat = sorted((uitkomst.datum, uitkomst.andere_lezing or uitkomst.datum))
    return vroeg, dt.date.max if uitkomst.zonder_grens else laat


def _altijd(vraag: _Vraag, soort: Briefsoort) -> Iterator[_Nee]:
    """Of every letter: the right side writes it, and a person's name stands under it (Awb 10:10)."""
    zaak = vraag.gegevens.zaak
    if zaak.rol != soort.rol:
        wie = "wie het bezwaar ontvangt" if soort.rol == "ontvanger" else "wie zelf bezwaar maakt"
        yield "rol", f"die schrijft {wie}, en de rol in de zaak is ‘{zaak.rol}’", "kies een brief die bij de rol past"
    if soort.rol == "ontvanger" and not (zaak.behandelaar and zaak.behandelaar.naam):
        zin = "niemand staat er met naam onder"
        yield "behandelaar", zin, "vul in de zaak in: behandelaar: {naam: …, functie: …}"
    ontvangen = vraag.schrift.ontvangen.datum if vraag.schrift.ontvangen else None
    if soort.rol == "ontvanger" and vraag.dag and ontvangen and vraag.dag < ontvangen:
        zin = f"de brief is van {datum_voluit(vraag.dag)}, en het bezwaar is pas ontvangen op {datum_voluit(ontvangen)}"
        yield soort.datum or "bezwaarschrift.ontvangen.datum", zin, "kijk beide dagen na"


def _weigering(naam: str) -> Callable[[Callable[[_Vraag], Iterator[_Nee]]], Callable[[_Vraag], Iterator[_Nee]]]:
    def registreer(functie: Callable[[_Vraag], Iterator[_Nee]]) -> Callable[[_Vraag], Iterator[_Nee]]:
        WEIGERINGEN[naam] = functie
        return functie

    return registreer


@_weigering("ingetrokken")
def _ingetrokken(vraag: _Vraag) -> Iterator[_Nee]:
    """The objection was withdrawn in writing or at the hearing (Awb 6:21)."""
    for intrekking in vraag.procedure.intrekking or ():
        if intrekking.wijze in {Intrekkingswijze.SCHRIFTELIJK, Intrekkingswijze.HOORZITTING}:
            yield "procedure.intrekking", "het bezwaar is ingetrokken", "maak een bevestiging-intrekking"


@_weigering("beslist")
def _beslist(vraag: _Vraag) -> Iterator[_Nee]:
    """The decision on the objection was taken before the day of the letter."""
    if (beslist := vraag.beslist_op) and not (vraag.dag and vraag.dag < beslist):
        yield "procedure.beslissing.datum", f"op het bezwaar is al beslist op {datum_voluit(beslist)}", ""


@_weigering("verzuim")
def _verzuim(vraag: _Vraag) -> Iterator[_Nee]:
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


@_weigering("dagtekening")
def _dagtekening(vraag: _Vraag) -> Iterator[_Nee]:
    """Our own objection bears no day within the period when it is made after that (Awb 6:5, 6:7)."""
    dag, dagtekening = vraag.gegevens.datum, vraag.schrift.dagtekening
    einde = max(laatste_dagen(vraag.gegevens), default=None)
    if dag and dagtekening and einde and dagtekening <= einde < dag:
        zin = f"de dagtekening is {datum_voluit(dagtekening)}, en de dag van de brief {datum_voluit(dag)}"
        raad = "zet als dagtekening de dag waarop het wordt ondertekend; dan is er ook plaats voor de reden"
        yield "bezwaarschrift.dagtekening", f"{zin}: toen was de termijn voorbij (Awb 6:7, 6:11)", raad


@_weigering("op_tijd")
def _op_tijd(vraag: _Vraag) -> Iterator[_Nee]:
    """Who was in time needs no reason for being late (Awb 6:11)."""
    standen = {stand.indiening for stand in vraag.gegevens.uitslag.indieningen}
    if not standen & MISSCHIEN_TE_LAAT:
        yield "bezwaarschrift.ontvangen", f"het bezwaar is volgens de feiten {', '.join(sorted(standen))}", ""


@_weigering("opschorting")
def _opschorting(vraag: _Vraag) -> Iterator[_Nee]:
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


@_weigering("verdaging")
def _verdaging(vraag: _Vraag) -> Iterator[_Nee]:
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
    einde = _lezingen(eerder.uitkomsten.get("beslissen_uiterlijk"))
    if len(verdagingen) <= 1 and vraag.dag and einde and vraag.dag > einde[1]:
        zin = f"de beslistermijn eindigde al op {datum_voluit(einde[1])} (Awb 7:10 lid 3)"
        yield f"{pad}.datum", zin, "maak een melding-termijn: die meldt dat de termijn niet is gehaald"


@_weigering("afzien")
def _afzien(vraag: _Vraag) -> Iterator[_Nee]:
    """A ground of Awb 7:3 that a person chose, by name; the committee chooses where there is one (Awb 7:13 lid 4)."""
    afzien = vraag.procedure.afzien_van_horen[-1] if vraag.procedure.afzien_van_horen else None
    pad = "procedure.afzien_van_horen"
    if afzien is None or afzien.grond is None:
        keuzes = ", ".join(Afziengrond)
        yield pad, "niemand heeft een grond van artikel 7:3 gekozen", f"vul in wie welke grond kiest: {keuzes}"
        return
    commissie = (vraag.procedure.adviescommissie or _GEEN_COMMISSIE).ingesteld
    if not afzien.door:
        yield f"{pad}.0.door", "wie de grond koos, staat er niet met naam", "vul in: door: naam"
    if commissie and not afzien.namens_commissie:
        zin = "over afzien van horen beslist de commissie, en die koos de grond niet (Awb 7:13 lid 4)"
        yield f"{pad}.0", zin, "vul in: namens_commissie: ja, als de commissie zo besloot"
    if afzien.grond is Afziengrond.GEEN_REACTIE and not (afzien.gevraagd_op and afzien.reactietermijn_tot):
        zin = "of is gevraagd wie wil worden gehoord, en binnen welke termijn, staat er niet (Awb 7:3)"
        yield f"{pad}.0.gevraagd_op", zin, _MAAK_BEKEND
    tot = afzien.reactietermijn_tot
    if afzien.grond is Afziengrond.GEEN_REACTIE and tot and vraag.dag and vraag.dag <= tot:
        zin = (
            f"antwoorden kan nog tot en met {datum_voluit(tot)}, en de brief is van {datum_voluit(vraag.dag)} (Awb 7:3)"
        )
        yield f"{pad}.0.reactietermijn_tot", zin, "wacht tot die dag voorbij is"
    if afzien.grond is Afziengrond.GEEN_REACTIE and Verzoek.HOREN in (vraag.schrift.verzoeken or ()):
        zin = "in het bezwaarschrift staat al dat de indiener wil worden gehoord; zwijgen daarna is geen afstand"
        yield "bezwaarschrift.verzoeken", f"{zin} (Awb 7:3)", "nodig uit voor een hoorzitting, of kies een andere grond"


@_weigering("intrekking")
def _intrekking(vraag: _Vraag) -> Iterator[_Nee]:
    """Withdrawing is done in writing, or by word of mouth at the hearing (Awb 6:21)."""
    intrekking = vraag.procedure.intrekking[-1] if vraag.procedure.intrekking else None
    if intrekking is None:
        yield "procedure.intrekking", "het bezwaar is voor zover bekend niet ingetrokken", _MAAK_BEKEND
    elif intrekking.wijze in {Intrekkingswijze.TELEFONISCH, Intrekkingswijze.MONDELING}:
        zin = f"{intrekking.wijze} intrekken kan niet (Awb 6:21)"
        yield "procedure.intrekking", zin, "vraag de indiener het op schrift te zetten"


@_weigering("ingebrekestelling")
def _ingebrekestelling(vraag: _Vraag) -> Iterator[_Nee]:
    if not any(brief.ontvangen for brief in vraag.procedure.ingebrekestelling or ()):
        yield "procedure.ingebrekestelling", "een ingebrekestelling met haar ontvangst staat er niet", _MAAK_BEKEND


@_weigering("dwangsom")
def _dwangsom(vraag: _Vraag) -> Iterator[_Nee]:
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
        yield "procedure.ingebrekestelling", zin, "vul in wanneer is beslist, of geef de dag met --op"
    tot = vraag.dagen("dwangsom_tot")
    if vraag.dag and tot and not vraag.beslist_op and vraag.dag <= tot[0]:
        zin = f"de dwangsom loopt nog tot en met {datum_voluit(tot[0])} (Awb 4:18)"
        yield "procedure.dwangsombesluit", zin, "stel de dwangsom vast na de laatste dag waarover zij loopt"


def _is_kennelijk(vraag: _Vraag) -> bool:
    """Whether a person chose that the objection is plainly inadmissible or unfounded (Awb 4:17, exception c)."""
    kennelijk = {Afziengrond.KENNELIJK_NIET_ONTVANKELIJK, Afziengrond.KENNELIJK_ONGEGROND}
    return any(afzien.grond in kennelijk for afzien in vraag.procedure.afzien_van_horen or ())


@_weigering("termijn_loopt")
def _termijn_loopt(vraag: _Vraag) -> Iterator[_Nee]:
    """That the period was not kept can be told when it has ended (Awb 4:14 lid 1)."""
    einde = vraag.dagen("beslissen_uiterlijk")
    if vraag.dag and einde and vraag.dag <= einde[0]:
        zin = f"de beslistermijn loopt nog tot en met {datum_voluit(einde[0])}"
        yield "procedure.overschrijding_gemeld_op", zin, "verdagen kan nog: maak een verdaging"


@_weigering("gemachtigde")
def _gemachtigde(vraag: _Vraag) -> Iterator[_Nee]:
    """A proof of authority can be asked of who acts for another, and has not shown it (Awb 2:1 lid 3)."""
    gemachtigde = vraag.schrift.gemachtigde
    if gemachtigde is None:
        yield "bezwaarschrift", "voor zover bekend treedt niemand op voor de indiener", _MAAK_BEKEND
    elif gemachtigde.volmacht:
        yield "bezwaarschrift.gemachtigde.volmacht", "de machtiging is er al", ""


@_weigering("geen_beslissing")
def _geen_beslissing(vraag: _Vraag) -> Iterator[_Nee]:
    if vraag.beslist_op is None:
        yield "procedure.beslissing", "wanneer op het bezwaar is beslist, is niet bekend", _MAAK_BEKEND


@_weigering("hoorzitting")
def _hoorzitting(vraag: _Vraag) -> Iterator[_Nee]:
    if not any(zitting.datum for zitting in vraag.procedure.hoorzitting or ()):
        yield "procedure.hoorzitting", "een hoorzitting met haar datum staat er niet", _MAAK_BEKEND


@_weigering("zitting_voorbij")
def _zitting_voorbij(vraag: _Vraag) -> Iterator[_Nee]:
    """Nobody can be invited to what has been (Awb 7:2); too little time is put to a person in the letter itself."""
    zitting = vraag.gegevens.datum_van_zitting
    if vraag.dag and zitting and vraag.dag >= zitting:
        zin = f"de hoorzitting is op {datum_voluit(zitting)}, en de brief is van {datum_voluit(vraag.dag)}"
        yield "procedure.hoorzitting", zin, "kijk beide dagen na, of kies een latere zitting"


@_weigering("commissie")
def _commissie(vraag: _Vraag) -> Iterator[_Nee]:
    if not (vraag.procedure.adviescommissie or _GEEN_COMMISSIE).ingesteld:
        yield "procedure.adviescommissie", "voor zover bekend is er geen adviescommissie (Awb 7:13)", _MAAK_BEKEND


@_weigering("geen_bezwaar")
def _geen_bezwaar(vraag: _Vraag) -> Iterator[_Nee]:
    """Where another remedy is open than an objection, it is sent on and not dealt with (Awb 6:15, 7:1)."""
    elders = vraag.gegevens.uitslag.elders
    if elders and elders.middel:
        zin = f"volgens de feiten staat geen bezwaar open maar {elders.middel} ({elders.grondslag})"
        yield elders.feiten[0], zin, "maak een doorzending: die bevestigt ook de ontvangst"


@_weigering("elders")
def _elders(vraag: _Vraag) -> Iterator[_Nee]:
    """What has to be sent on gets one letter, of receipt and of forwarding (Awb 6:14, 6:15)."""
    elders = vraag.gegevens.uitslag.elders
    if elders and not elders.middel and not vraag.procedure.doorzending:
        zin = f"het hoort bij {elders.aan}, en is voor zover bekend niet doorgezonden (Awb 6:15)"
        yield elders.feiten[0], zin, "maak een doorzending: die bevestigt ook de ontvangst"


@_weigering("zelfde_orgaan")
def _zelfde_orgaan(vraag: _Vraag) -> Iterator[_Nee]:
    """Forwarding is for another body than the one it was sent to (Awb 6:15)."""
    orgaan, gericht = vraag.gegevens.zaak.besluit.bestuursorgaan, vraag.schrift.gericht_aan
    elders = vraag.gegevens.uitslag.elders or vraag.procedure.doorzending
    if not elders and orgaan and orgaan == gericht:
        zin = f"het is gericht aan het orgaan dat besloot ({orgaan})"
        yield "bezwaarschrift.gericht_aan", zin, "vul in aan wie het wordt doorgezonden, als het toch elders hoort"
