"""What an objection must hold (Awb 6:4, 6:5)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Handtekening, Kanaal, Verzuim
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.verzuim import (
    has_adres,
    has_gronden,
    herstel_van,
    is_gedagtekend,
    is_omschreven,
    is_ondertekend,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarschrift import Indiener
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_SCHRIFT = "bezwaarschrift"
# A ground that begins like this names a rule and may not say what is wrong.
_ALLEEN_EEN_REGEL = (
    "strijd met",
    "in strijd met",
    "schending van",
    "artikel ",
    "art. ",
    "het besluit is in strijd met",
)
_NAAM_VAN_EEN_BEGINSEL = 4  # words at most, as in "het algemene gelijkheidsbeginsel"
_TALEN = {"nl": "Nederlands", "en": "Engels", "de": "Duits", "fr": "Frans", "pl": "Pools", "tr": "Turks"}
_ELEKTRONISCH_GETEKEND = {Handtekening.ELEKTRONISCH, Handtekening.DIGID}


def indieners_van(toets: Bezwaartoets) -> Iterator[tuple[str, str, Indiener]]:
    """Path, name and facts of each objector."""
    for nummer, indiener in enumerate(toets.bezwaarschrift.indieners or ()):
        yield f"{_SCHRIFT}.indieners.{nummer}", indiener.naam or f"indiener {nummer + 1}", indiener


def _hersteld(toets: Bezwaartoets, verzuim: Verzuim) -> str:
    """``, hersteld op …`` when it was repaired, else nothing."""
    dag = herstel_van(toets.zaak, verzuim)
    return f", hersteld op {datum_voluit(dag)}" if dag else ""


@bezwaarregel("BZ-6:4-1", "Awb 6:4 lid 1", ontvanger=Ernst.NOTITIE, indiener=Ernst.FOUT)
def gericht_aan(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection goes to the body that decided; with coordinated decisions to the coordinating body (Awb 3:27)."""
    besluit, aan = toets.besluit, toets.bezwaarschrift.gericht_aan
    feiten = (f"{_SCHRIFT}.gericht_aan", "besluit.bestuursorgaan")
    orgaan = besluit.coordinerend_orgaan or besluit.bestuursorgaan
    if besluit.soort and besluit.soort.is_belastingzaak and not besluit.coordinerend_orgaan:
        orgaan = orgaan or "heffingsambtenaar"
    if aan is None or orgaan is None:
        yield onbekend(*feiten, aan=_naam(aan), orgaan=_naam(orgaan))
    elif aan.casefold() == orgaan.casefold():
        yield ja(*feiten, aan=_naam(aan), orgaan=_naam(orgaan))
    else:
        yield nee(*feiten, aan=_naam(aan), orgaan=_naam(orgaan))


def _naam(orgaan: str | None) -> str:
    return orgaan.removeprefix("anders: ") if orgaan else "niet bekend"


@bezwaarregel("BZ-6:5-1-h", "Awb 6:5 lid 1", indiener=Ernst.FOUT)
def ondertekening(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection is signed: by hand on paper, reliably enough when electronic (Awb 2:18; until 2026: 2:16)."""
    schrift = toets.bezwaarschrift
    wijze = schrift.ontvangen.wijze if schrift.ontvangen else None
    for pad, naam, indiener in indieners_van(toets):
        ondertekend, teken = is_ondertekend(indiener, schrift), indiener.handtekening
        if ondertekend is None:
            yield onbekend(f"{pad}.ondertekend", naam=naam)
        elif not ondertekend and (hersteld := _hersteld(toets, Verzuim.HANDTEKENING)):
            yield ja(f"{pad}.ondertekend", naam=naam, hersteld=hersteld)
        elif not ondertekend:
            yield nee(f"{pad}.ondertekend", naam=naam)
        elif teken and wijze and wijze.is_elektronisch and teken not in _ELEKTRONISCH_GETEKEND:
            artikel = "Awb 2:18" if toets.is_na_wmebv else "Awb 2:16"
            vraag = f"Is deze wijze van ondertekenen betrouwbaar genoeg voor een bericht per {wijze} ({artikel})?"
            yield beoordelen(
                f"{pad}.handtekening", naam=naam, teken=teken, vraag=vraag, grondslag=("Awb 6:5 lid 1", artikel)
            )
        elif teken is Handtekening.SCAN and wijze and not wijze.is_elektronisch:
            vraag = "Op papier hoort een handtekening met de pen; is dit een afdruk?"
            yield beoordelen(f"{pad}.handtekening", naam=naam, teken=teken, vraag=vraag)
        else:
            yield ja(f"{pad}.ondertekend", naam=naam, hersteld="")


@bezwaarregel("BZ-6:5-1-a", "Awb 6:5 lid 1", indiener=Ernst.FOUT)
def naam_en_adres(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection gives name and address of who objects; a mail address is no address."""
    if toets.bezwaarschrift.indieners is None:
        yield onbekend(f"{_SCHRIFT}.indieners", naam="de indiener", wat="naam en adres")
    for pad, naam, indiener in indieners_van(toets):
        adres = has_adres(toets.zaak, indiener, pad)
        zonder_naam = indiener.naam is None and toets.zaak.is_geen(f"{pad}.naam")
        mist = [wat for wat, weg in (("naam", zonder_naam), ("adres", adres is False)) if weg]
        mist = [wat for wat in mist if herstel_van(toets.zaak, Verzuim(wat)) is None]
        onzeker = [wat for wat, vaag in (("naam", indiener.naam is None), ("adres", adres is None)) if vaag]
        if mist:
            yield nee(f"{pad}.adres", naam=naam, wat=" en ".join(mist))
        elif zonder_naam or adres is False:
            yield ja(f"{pad}.adres", naam=naam)
        elif onzeker:
            mail = "; een e-mailadres is geen adres" if indiener.mailadres else ""
            yield onbekend(f"{pad}.adres", naam=naam, wat=" en ".join(onzeker) + mail)
        elif indiener.adres and not indiener.adres.straat:
            yield beoordelen(f"{pad}.adres.postbus", naam=naam)
        else:
            yield ja(f"{pad}.adres", naam=naam)


@bezwaarregel("BZ-6:5-1-b", "Awb 6:5 lid 1", ontvanger=Ernst.NOTITIE, indiener=Ernst.FOUT)
def dagtekening(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection is dated; the date proves nothing about being in time."""
    pad = f"{_SCHRIFT}.dagtekening"
    gedagtekend = is_gedagtekend(toets.zaak, toets.bezwaarschrift)
    hersteld = "" if gedagtekend else _hersteld(toets, Verzuim.DAGTEKENING)
    if gedagtekend is None:
        yield onbekend(pad)
    elif gedagtekend or hersteld:
        yield ja(pad, hersteld=hersteld)
    else:
        yield nee(pad)


@bezwaarregel("BZ-6:5-1-c", "Awb 6:5 lid 1", indiener=Ernst.FOUT)
def besluit_omschreven(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection says which decision it is against; a number is not asked, but a wrong one raises a question."""
    schrift, besluit, pad = toets.bezwaarschrift, toets.besluit, f"{_SCHRIFT}.besluit_omschreven"
    omschreven = is_omschreven(toets.zaak, schrift)
    anders = [
        f"{wat} {_tekst(genoemd)} in plaats van {_tekst(vast)}"
        for wat, genoemd, vast in (
            ("datum", schrift.genoemde_datum, besluit.datum),
            ("kenmerk", schrift.genoemd_kenmerk, besluit.kenmerk),
        )
        if genoemd and vast and genoemd != vast
    ]
    if omschreven is None:
        yield onbekend(pad)
    elif not omschreven and (hersteld := _hersteld(toets, Verzuim.BESLUIT)):
        yield ja(pad, hersteld=hersteld)
    elif not omschreven:
        yield nee(pad)
    elif anders:
        yield beoordelen(pad, f"{_SCHRIFT}.genoemde_datum", f"{_SCHRIFT}.genoemd_kenmerk", anders=" en ".join(anders))
    else:
        yield ja(pad, hersteld="")


def _tekst(waarde: dt.date | str) -> str:
    return waarde if isinstance(waarde, str) else datum_voluit(waarde)


def _is_alleen_een_regel(grond: str) -> bool:
    """Whether a ground names an article or a principle, and as far as can be seen no more than that."""
    woorden = grond.casefold().strip(" .")
    is_beginsel = len(woorden.split()) <= _NAAM_VAN_EEN_BEGINSEL and woorden.endswith(("beginsel", "beginselen"))
    return is_beginsel or woorden.startswith(_ALLEEN_EEN_REGEL)


@bezwaarregel("BZ-6:5-1-d", "Awb 6:5 lid 1")
def gronden(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection gives grounds; pro forma they follow within the time that is given (Awb 6:6)."""
    schrift, pad = toets.bezwaarschrift, f"{_SCHRIFT}.gronden"
    genoemd = has_gronden(schrift)
    if genoemd is None:
        yield onbekend(pad)
    elif not genoemd and (hersteld := _hersteld(toets, Verzuim.GRONDEN)):
        yield ja(pad, hersteld=hersteld)
    elif not genoemd:
        yield nee(pad, hoe="Het bezwaar is pro forma: de gronden" if schrift.is_pro_forma else "De gronden")
    elif all(map(_is_alleen_een_regel, schrift.gronden or ())):
        yield beoordelen(pad, gronden="; ".join(schrift.gronden or ()))
    else:
        yield ja(pad, hersteld="")


@bezwaarregel("BZ-6:5-2", "Awb 6:5 lid 2", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE)
def afschrift(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A copy of the decision is asked with an appeal, never with an objection."""
    if toets.bezwaarschrift.afschrift is not None:
        antwoord = ja if toets.bezwaarschrift.afschrift else nee
        yield antwoord(f"{_SCHRIFT}.afschrift")


@bezwaarregel("BZ-6:5-3", "Awb 6:5 lid 3", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL)
def vertaling(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A translation goes with an objection in another language only when it is needed to handle it well."""
    schrift, feiten = toets.bezwaarschrift, (f"{_SCHRIFT}.taal", f"{_SCHRIFT}.vertaling_nodig")
    if schrift.taal is None:
        return
    taal = schrift.taal.casefold()
    naam = _TALEN.get(taal, schrift.taal)
    vertaald = schrift.vertaling or herstel_van(toets.zaak, Verzuim.VERTALING) is not None
    if vertaald or schrift.vertaling_nodig is False or taal in {"nl", "nederlands"}:
        yield ja(*feiten, taal=naam)
    elif schrift.vertaling_nodig is None:
        yield beoordelen(*feiten, taal=naam)
    elif schrift.vertaling is None:
        yield onbekend(f"{_SCHRIFT}.vertaling", taal=naam)
    else:
        yield nee(f"{_SCHRIFT}.vertaling", taal=naam)


@bezwaarregel(
    "BZ-MOND", "Awb 2:1 lid 1", "Awb 6:4", "Awb 6:5", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL,
    voorheen={dt.date(2023, 12, 31): ("Awb 6:4", "Awb 6:5")},
)  # fmt: skip
def schriftelijk(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection is written; who objects by word of mouth is helped to write it down (Awb 2:1 lid 1)."""
    ontvangen = toets.bezwaarschrift.ontvangen
    if ontvangen and ontvangen.wijze is Kanaal.MONDELING:
        yield beoordelen(f"{_SCHRIFT}.ontvangen.wijze")
    elif ontvangen and ontvangen.wijze:
        yield ja(f"{_SCHRIFT}.ontvangen.wijze", wijze=ontvangen.wijze)
