"""Whether the objection came in time, what shows it, and what may excuse it (Awb 6:7–6:12).

Nothing here says that an objection is inadmissible: received after the term is a fact, with questions for a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit, duur_voluit
from generator.feiten.besluit import Rechtsmiddelverwijzing
from generator.feiten.bezwaarkeuzes import Kanaal, Postbewijs
from generator.feiten.bezwaarschrift import Indiener, Verzending
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.kalender import DAG
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets
    from generator.toetsuitslag import Indieningsuitslag

_ONTVANGEN, _VERZONDEN = "bezwaarschrift.ontvangen", "bezwaarschrift.verzonden"
_BINNENKORT = 10 * DAG
_TWEE_WEKEN = 14 * DAG
_PER_POST = frozenset({Kanaal.POST, Kanaal.KOERIER})
_NIEMAND, _GEEN_VERZENDING = (Indiener(),), Verzending()


def _naam(stand: Indieningsuitslag) -> str:
    return stand.naam or "de indiener"


def _na_afloop(toets: Bezwaartoets) -> Iterator[tuple[Indieningsuitslag, dt.date, dt.date, int]]:
    """Each objector whose period was over on receipt: with that day, the last day, and their number from zero."""
    ontvangen = toets.binnenkomst.datum
    for nummer, stand in enumerate(toets.indieningen):
        laatste = stand.laatste_dag
        if ontvangen and laatste and ontvangen > laatste.datum and not laatste.zonder_grens:
            yield stand, ontvangen, laatste.datum, nummer


def _per_post(toets: Bezwaartoets) -> Iterator[tuple[Indieningsuitslag, dt.date, dt.date]]:
    """The same for what came by post or courier."""
    if toets.binnenkomst.wijze in _PER_POST:
        for stand, ontvangen, laatste, _ in _na_afloop(toets):
            yield stand, ontvangen, laatste


@bezwaarregel("TM-6:7", "Awb 6:7", indiener=Ernst.FOUT)
def bezwaartermijn(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Six weeks: which day is the last; for an objection not yet sent, whether that day is near or past."""
    for stand in toets.indieningen:
        laatste = stand.laatste_dag
        if laatste is None:
            if stand.soort and stand.lezingen:
                dagen = dict.fromkeys(datum_voluit(lezing.datum) for lezing in stand.lezingen.values())
                yield beoordelen(*stand.rust_op, naam=_naam(stand), dagen=" of ".join(dagen))
            elif stand.soort:
                yield onbekend(*stand.rust_op, naam=_naam(stand))
            continue
        veilig = laatste.andere_lezing or laatste.datum
        over = (veilig - toets.op) if stand.indiening is Indiening.NOG_NIET and toets.op else None
        if over is None or over > _BINNENKORT:
            yield ja(*stand.rust_op, naam=_naam(stand), eerste=stand.eerste_dag, laatste=laatste.datum)
        else:
            hoelang = duur_voluit(abs(over.days), "dag")
            later = f"dat is over {hoelang}" if over.days else "dat is vandaag"
            wanneer = f"dat is {hoelang} geleden" if over.days < 0 else later
            ernst = None if over.days < 0 else Ernst.WAARSCHUWING
            yield nee(*stand.rust_op, ernst=ernst, naam=_naam(stand), laatste=veilig, wanneer=wanneer)


@bezwaarregel("TM-6:9-1", "Awb 6:9 lid 1", indiener=Ernst.FOUT)
def ontvangst(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """In time is what was received before the end of the last day."""
    komst = toets.binnenkomst
    for stand in toets.indieningen:
        if stand.indiening is Indiening.NOG_NIET or not stand.soort:
            continue
        reden = stand.redenen[0] if stand.redenen else ""
        if komst.datum is None:
            yield onbekend(f"{_ONTVANGEN}.datum", ernst=Ernst.OORDEEL)
        elif stand.indiening is Indiening.NA_DE_TERMIJN:
            yield nee(*stand.rust_op, naam=_naam(stand), reden=reden)
        elif stand.indiening is Indiening.NIET_VAST:
            yield beoordelen(*stand.rust_op, naam=_naam(stand), reden=reden)
        else:
            yield ja(*stand.rust_op, naam=_naam(stand), reden=reden)


@bezwaarregel("TM-6:9-2", "Awb 6:9 lid 2", indiener=Ernst.FOUT)
def verzending_per_post(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """By post: posted before the end, and received within a week after it."""
    for stand, ontvangen, laatste in _per_post(toets):
        if stand.ontvangst_post is None:
            continue
        dagen = dict.fromkeys(
            (stand.ontvangst_post.andere_lezing or stand.ontvangst_post.datum, stand.ontvangst_post.datum)
        )
        grens = ", in de ruimste lezing ".join(map(datum_voluit, dagen))
        gegevens: dict[str, Any] = {"naam": _naam(stand), "ontvangen": ontvangen, "laatste": laatste, "grens": grens}
        feiten = (f"{_ONTVANGEN}.datum", f"{_VERZONDEN}.datum")
        if stand.indiening is Indiening.TIJDIG:
            yield ja(*feiten, **gegevens)
        elif stand.indiening is Indiening.NA_DE_TERMIJN:
            yield nee(*feiten, **gegevens)
        else:
            yield beoordelen(*feiten, **gegevens)


@bezwaarregel("TM-POST-1", "Awb 6:9 lid 2")
def poststempel(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A legible postmark shows when it was posted; proof to the contrary may be given, so the envelope is kept."""
    verzending = toets.bezwaarschrift.verzonden or _GEEN_VERZENDING
    if verzending.bewijs is not Postbewijs.POSTSTEMPEL:
        return
    for _, _, laatste in _per_post(toets):
        pad = f"{_VERZONDEN}.leesbaar"
        if verzending.leesbaar is False:
            yield beoordelen(pad, f"{_VERZONDEN}.datum", waarom="Het poststempel is niet te lezen.")
        elif verzending.datum is None:
            yield onbekend(f"{_VERZONDEN}.datum")
        elif verzending.datum > laatste:
            waarom = (
                f"Het poststempel is van {datum_voluit(verzending.datum)}, na {datum_voluit(laatste)}. Een stempel van "
                "de eerste werkdag sluit niet uit dat de brief voor het einde van de termijn in de brievenbus lag."
            )
            yield beoordelen(pad, f"{_VERZONDEN}.datum", waarom=waarom)
        else:
            yield ja(f"{_VERZONDEN}.datum", dag=verzending.datum)


@bezwaarregel("TM-POST-2", "Awb 6:9 lid 2")
def vermoeden_tijdig_gepost(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Without a legible postmark: what came on the first or second working day after the end is taken as in time."""
    verzending = toets.bezwaarschrift.verzonden or _GEEN_VERZENDING
    if verzending.bewijs in {Postbewijs.POSTSTEMPEL, Postbewijs.VERZENDBEWIJS} and verzending.leesbaar is not False:
        return
    for stand, ontvangen, laatste in _per_post(toets):
        if stand.ontvangst_post is None or ontvangen > stand.ontvangst_post.datum:
            continue
        feiten = (f"{_ONTVANGEN}.datum", f"{_VERZONDEN}.bewijs")
        antwoord = ja if stand.indiening is Indiening.TIJDIG else beoordelen
        yield antwoord(*feiten, naam=_naam(stand), ontvangen=ontvangen, laatste=laatste)


@bezwaarregel("TM-POST-3", "Awb 6:9 lid 2")
def postvervoerder(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Post is every carrier registered with the ACM; a franking machine prints a date of its own and no postmark."""
    komst = toets.binnenkomst
    if komst.wijze not in _PER_POST:
        return
    verzending = toets.bezwaarschrift.verzonden or _GEEN_VERZENDING
    pad, vervoerder = f"{_VERZONDEN}.vervoerder_acm", verzending.vervoerder or "de vervoerder"
    if verzending.bewijs is Postbewijs.FRANKERING:
        waarom = "De datum is van een frankeermachine: die drukt een eigen datum af en is geen poststempel."
        yield beoordelen(f"{_VERZONDEN}.bewijs", waarom=waarom)
    elif verzending.vervoerder_acm:
        yield ja(pad, vervoerder=vervoerder)
    elif verzending.vervoerder_acm is False:
        zin = "is niet geregistreerd: telt de bezorging als post, of telt de ontvangst?"
        yield beoordelen(pad, waarom=f"{vervoerder[:1].upper()}{vervoerder[1:]} {zin}")
    elif komst.wijze is Kanaal.KOERIER or verzending.vervoerder:
        yield onbekend(pad, vervoerder=vervoerder)


@bezwaarregel("TM-6:11", "Awb 6:11", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL)
def verschoonbaarheid(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Late without being at fault does not count as late: a person weighs it, with what the facts say."""
    indieners = toets.bezwaarschrift.indieners or _NIEMAND
    for stand, ontvangen, laatste, nummer in _na_afloop(toets):
        if stand.indiening is Indiening.TIJDIG:
            continue
        bekend = list(_omstandigheden(toets, indieners[nummer], ontvangen))
        yield beoordelen(
            f"bezwaarschrift.indieners.{nummer}.reden_te_laat",
            f"{_ONTVANGEN}.datum",
            naam=_naam(stand),
            laat=duur_voluit((ontvangen - laatste).days, "dag"),
            bekend=" ".join(bekend),
        )


def _omstandigheden(toets: Bezwaartoets, indiener: Indiener, ontvangen: dt.date) -> Iterator[str]:
    """What the facts say on the questions of Awb 6:11, as Dutch sentences."""
    reden = indiener.reden_te_laat
    if reden and reden.omschrijving:
        bewijs = f"; bewijs: {reden.bewijs}" if reden.bewijs else ""
        yield f"Als reden is genoemd: {reden.omschrijving}{bewijs}."
    elif reden and reden.gevraagd_op:
        yield f"Naar de reden is gevraagd op {datum_voluit(reden.gevraagd_op)}."
    else:
        yield "Naar de reden is voor zover bekend nog niet gevraagd."
    if reden and reden.weg_op:
        yield f"De oorzaak viel weg op {datum_voluit(reden.weg_op)}; {_dagen_later(reden.weg_op, ontvangen)}."
    if indiener.kennis_op:
        zin = f"De indiener kende het besluit sinds {datum_voluit(indiener.kennis_op)}"
        yield f"{zin}; {_dagen_later(indiener.kennis_op, ontvangen)}."
        if ontvangen - indiener.kennis_op <= _TWEE_WEKEN:
            yield "Wie het niet kende en niet hoefde te kennen, is binnen twee weken na kennisneming zeker op tijd."
    yield from _clausule(toets.besluit.rechtsmiddelverwijzing or Rechtsmiddelverwijzing(), indiener, ontvangen)
    if indiener.soort:
        yield f"Wie: {indiener.soort}{', met een gemachtigde' if toets.bezwaarschrift.gemachtigde else ''}."
    for storing in toets.procedure.storing or ():
        if storing.van:
            yield f"Er was een storing vanaf {datum_voluit(storing.van)}."


def _clausule(clausule: Rechtsmiddelverwijzing, indiener: Indiener, ontvangen: dt.date) -> Iterator[str]:
    """What the decision told of the remedy: absent or wrong may excuse, unless one knew."""
    wist = " De indiener is jurist of procedeert vaker." if indiener.jurist else ""
    if clausule.aanwezig is False:
        yield f"Het besluit noemt geen rechtsmiddel: dat spreekt voor wie zich daarop beroept.{wist}"
    if clausule.genoemde_datum and ontvangen <= clausule.genoemde_datum:
        dag = datum_voluit(clausule.genoemde_datum)
        yield f"Het besluit zelf noemt {dag} als laatste dag: dat spreekt voor wie daarop vertrouwde.{wist}"
    if clausule.termijn and (clausule.termijn.getal, clausule.termijn.eenheid) != (6, "week"):
        duur = duur_voluit(clausule.termijn.getal, clausule.termijn.eenheid)
        yield f"Het besluit noemt een termijn van {duur}.{wist}"


def _dagen_later(vanaf: dt.date, tot: dt.date) -> str:
    dagen = (tot - vanaf).days
    return f"het is {duur_voluit(dagen, 'dag')} later ontvangen" if dagen > 0 else "het was toen al ontvangen"


@bezwaarregel("TM-6:12", "Awb 6:12", bij="beroep_niet_tijdig")
def beroep_niet_tijdig(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Appeal for not deciding in time: two weeks after notice of default, unless that could not be asked."""
    op, brieven = toets.procedure.beroep_niet_tijdig, toets.procedure.ingebrekestelling
    if op is None:
        return
    feiten = ("procedure.beroep_niet_tijdig", "procedure.ingebrekestelling")
    vanaf = toets.uitkomsten.get("beroep_niet_tijdig_vanaf")
    if vanaf and op >= vanaf.datum:
        yield ja(*feiten, op=op, vanaf=vanaf.datum)
    elif brieven is None:
        yield onbekend(*feiten, op=op)
    elif vanaf:
        waarom = f"Beroep kan twee weken na de ingebrekestelling, dus vanaf {datum_voluit(vanaf.datum)}."
        yield beoordelen(*feiten, op=op, waarom=waarom)
    else:
        yield beoordelen(*feiten, op=op, waarom="Een ingebrekestelling van na de beslistermijn is er niet.")
