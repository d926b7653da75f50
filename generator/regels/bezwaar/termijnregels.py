"""Whether and when the period for objecting began (Awb 3:40–3:43, 6:8; AWR 22j; Bekendmakingswet)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit, duur_voluit
from generator.feiten.bezwaarkeuzes import Bekendmakingswijze, Besluitsoort, Verzendbewijs, Voorbereiding
from generator.regels.bezwaar.aanvang import (
    BELASTINGSOORTEN,
    PUBLICATIEBLAD_VERPLICHT,
    is_gericht,
    wijze_past_niet,
)
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import Peil
from generator.regels.kalender import DAG, is_mogelijk_gelijkgesteld
from generator.toetsuitslag import UITKOMSTEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_BEZWAAR_MAKEN = "de laatste dag om bezwaar te maken"
_BEWIJS = {
    Verzendbewijs.AANGETEKEND: "het is aangetekend verzonden",
    Verzendbewijs.REGISTRATIE: "de verzending is geregistreerd",
    Verzendbewijs.STEMPEL: "er is alleen een stempel of registratiedatum, en dat is te weinig",
    Verzendbewijs.GEEN: "bewijs van verzending is er niet",
    None: "of er bewijs van verzending is, staat niet in de feiten",
}


@bezwaarregel("TM-6:8-1", "Awb 6:8 lid 1")
def begin_na_bekendmaking(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The period begins on the day after the decision was made known in the prescribed way."""
    if toets.besluit.termijn_bijzonder or toets.besluit.soort in BELASTINGSOORTEN:
        return
    for stand, bekend, pad, naam in toets.per_indiener:
        if stand.soort not in {"bezwaar", "beroep"}:
            continue
        if stand.twijfel:
            yield beoordelen(f"{pad}.datum", naam=naam, waarom=" ".join(stand.twijfel))
        elif stand.eerste_dag:
            yield ja(f"{pad}.datum", naam=naam, dag=stand.bekendmaking, eerste=stand.eerste_dag)
        elif bekend.mogelijk:
            dagen = " of ".join(map(datum_voluit, bekend.mogelijk))
            yield beoordelen(f"{pad}.mogelijk", naam=naam, waarom=f"Het besluit kan zijn bekendgemaakt op {dagen}.")
        else:
            yield onbekend(f"{pad}.datum", ernst=Ernst.OORDEEL, naam=naam)


@bezwaarregel("TM-6:8-4", "Awb 6:8 lid 4", "Awb 3:44")
def begin_na_terinzagelegging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """After afdeling 3.4 the period for appeal begins on the day after the decision was put up for inspection."""
    if toets.besluit.voorbereiding is not Voorbereiding.UNIFORM or is_gericht(toets.besluit) is False:
        return
    stand = toets.indieningen[0]
    if stand.twijfel:
        yield beoordelen("besluit.bekendmaking.voorschriften_nageleefd", waarom=" ".join(stand.twijfel))
    elif toets.besluit.terinzagelegging and stand.laatste_dag:
        dag = toets.besluit.terinzagelegging
        yield ja("besluit.terinzagelegging", dag=dag, laatste=stand.laatste_dag.datum)
    else:
        yield onbekend("besluit.terinzagelegging", ernst=Ernst.OORDEEL)


@bezwaarregel("TM-22j", "AWR 22j", "WOZ 30", "Gemeentewet 231")
def begin_na_dagtekening(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """For taxes the period begins on the day after the date of the notice, unless it was made known later."""
    if toets.besluit.soort not in BELASTINGSOORTEN or toets.besluit.termijn_bijzonder:
        return
    for stand, _, pad, naam in toets.per_indiener:
        feiten = ("besluit.datum", f"{pad}.datum")
        if stand.twijfel:
            yield beoordelen(*feiten, naam=naam, waarom=" ".join(stand.twijfel))
        elif stand.eerste_dag and stand.bekendmaking:
            vanaf = "de dagtekening" if stand.soort == "bezwaar_belasting" else "de bekendmaking"
            yield ja(*feiten, naam=naam, vanaf=vanaf, dag=stand.bekendmaking, eerste=stand.eerste_dag)
        else:
            yield onbekend(*feiten, ernst=Ernst.OORDEEL, naam=naam)


@bezwaarregel("TM-BIJZ", "Awb 6:7")
def bijzondere_termijn(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A special law's own period: its length, its beginning and its article are facts; nothing is guessed."""
    termijn = toets.besluit.termijn_bijzonder
    if termijn is None:
        return
    pad, duur = "besluit.termijn_bijzonder", duur_voluit(termijn.duur.getal, termijn.duur.eenheid)
    if termijn.begin is None:
        yield onbekend(pad, ernst=Ernst.OORDEEL, duur=duur)
    elif not termijn.artikel:
        yield beoordelen(pad, duur=duur, begin=termijn.begin)
    else:
        yield ja(pad, duur=duur, begin=termijn.begin, artikel=termijn.artikel)


@bezwaarregel("TM-ATW-3", "Atw 3 lid 3", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL)
def gelijkgestelde_dag(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """In years of which no decree is known, a day that may be made equal decides which of two days is the last."""
    kalender, wat = toets.recht.kalender, dict[dt.date, list[str]]()
    dagen = [(_BEZWAAR_MAKEN, stand.laatste_dag) for stand in toets.indieningen if stand.laatste_dag]
    dagen += toets.uitkomsten.items()
    for naam, uitkomst in dagen:
        if uitkomst.andere_lezing is None:
            continue
        dag, laatst = sorted((uitkomst.datum, uitkomst.andere_lezing))
        if kalender.besluiten_van <= dag.year <= laatst.year <= kalender.besluiten_tot:
            continue
        while dag < laatst:
            if is_mogelijk_gelijkgesteld(kalender, dag):
                wat.setdefault(dag, []).append(UITKOMSTEN.get(naam, naam))
            dag += DAG
    for dag, namen in sorted(wat.items()):
        yield beoordelen(
            "besluit.bekendmaking.datum", dag=dag, wat="; ".join(dict.fromkeys(namen)),
            van=kalender.besluiten_van, tot=kalender.besluiten_tot,
        )  # fmt: skip


@bezwaarregel("TM-3:40", "Awb 3:40", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE)
def werking(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision has no effect before it is made known."""
    for bekend, pad in toets.bekendmakingen:
        if bekend.datum:
            yield ja(f"{pad}.datum", dag=bekend.datum)
        elif bekend.mogelijk:
            yield ja(f"{pad}.mogelijk", dag=" of ".join(map(datum_voluit, sorted(bekend.mogelijk))))
        else:
            yield onbekend(f"{pad}.datum")


@bezwaarregel("TM-3:41", "Awb 3:41")
def toezending(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision directed to somebody is made known by sending or handing it over, to the right address."""
    if not is_gericht(toets.besluit):
        return
    for bekend, pad in toets.bekendmakingen:
        zinnen = []
        if bekend.adres_juist is False:
            zinnen.append("Het is niet naar het juiste adres gezonden.")
        if bekend.aan_gemachtigde is False:
            zinnen.append("Het is niet aan de gemachtigde gezonden.")
        if bekend.wijze and (zin := wijze_past_niet(toets.besluit, bekend)):
            zinnen.append(zin)
        if zinnen:
            yield beoordelen(f"{pad}.wijze", f"{pad}.adres_juist", waarom=" ".join(zinnen))
        elif bekend.wijze is None:
            yield onbekend(f"{pad}.wijze")
        else:
            yield ja(f"{pad}.wijze", wijze=bekend.wijze)


@bezwaarregel("TM-3:42", "Awb 3:42", "Bekendmakingswet 2", van=PUBLICATIEBLAD_VERPLICHT, peil=Peil.BESLUIT)
def publicatie(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision directed to nobody is made known in the official journal, electronically."""
    if is_gericht(toets.besluit) is not False or toets.besluit.soort is Besluitsoort.VERKEERSBESLUIT:
        return
    yield from _publicatieblad(toets)


@bezwaarregel("TM-BABW", "BABW 26", van=PUBLICATIEBLAD_VERPLICHT, peil=Peil.BESLUIT)
def verkeersbesluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A traffic decision is made known in the official journal; a sign or a website starts nothing."""
    if toets.besluit.soort is Besluitsoort.VERKEERSBESLUIT:
        yield from _publicatieblad(toets)


def _publicatieblad(toets: Bezwaartoets) -> Iterator[Antwoord]:
    for bekend, pad in toets.bekendmakingen:
        if bekend.wijze is None:
            yield onbekend(f"{pad}.wijze")
        elif bekend.wijze is Bekendmakingswijze.PUBLICATIEBLAD:
            yield ja(f"{pad}.wijze")
        else:
            yield beoordelen(f"{pad}.wijze", wijze=bekend.wijze)


@bezwaarregel("TM-BW14", "Bekendmakingswet 14", van=PUBLICATIEBLAD_VERPLICHT, peil=Peil.BESLUIT)
def kennisgeving(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A period that begins with a notification or inspection does not begin as long as the rules for it are not met."""
    for bekend, pad in toets.bekendmakingen:
        if bekend.voorschriften_nageleefd is False:
            yield beoordelen(f"{pad}.voorschriften_nageleefd")
        elif bekend.voorschriften_nageleefd:
            yield ja(f"{pad}.voorschriften_nageleefd")
        elif toets.besluit.voorbereiding is Voorbereiding.UNIFORM:
            yield onbekend(f"{pad}.voorschriften_nageleefd")


@bezwaarregel("TM-3:43", "Awb 3:43", "Awb 6:8 lid 1")
def mededeling(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Telling others of a decision is not making it known, and starts no period."""
    op, bekend = toets.besluit.mededeling_op, toets.besluit.bekendmaking
    if op is None:
        return
    if bekend and bekend.datum:
        yield ja("besluit.mededeling_op", op=op, dag=bekend.datum)
    else:
        yield beoordelen("besluit.mededeling_op", "besluit.bekendmaking", op=op)


@bezwaarregel("TM-BEW", "Awb 3:41")
def bewijs_van_verzending(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Where sending is disputed, the authority makes it plausible; that is weighed by a person."""
    for bekend, pad in toets.bekendmakingen:
        if bekend.betwist:
            bewijs = _BEWIJS[bekend.verzendbewijs]
            yield beoordelen(f"{pad}.betwist", f"{pad}.verzendbewijs", bewijs=bewijs)
        elif bekend.betwist is False:
            yield ja(f"{pad}.betwist")


@bezwaarregel("TM-234", "Gemeentewet 234")
def voertuig(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Only a parking tax assessment may be made known on or at the vehicle."""
    for bekend, pad in toets.bekendmakingen:
        if bekend.wijze is Bekendmakingswijze.VOERTUIG:
            geldt = toets.besluit.soort is Besluitsoort.PARKEERNAHEFFING
            yield ja(f"{pad}.wijze") if geldt else nee(f"{pad}.wijze", "besluit.soort")
