"""The period for objecting of each objector (*indiening*), and whether the objection came within it (Awb 6:7–6:10).

Each objector has a beginning of their own (``aanvang``); what moves the last day is added here: an extension made known
after a breakdown (Awb 2:21) and a complaint to the Adviescollege (Woo 7.3). Where nobody knows which day it was, the
answer is only firm when every possible day gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_voluit
from generator.errors import InvoerError
from generator.feiten.bezwaarkeuzes import Bekendmakingswijze, Besluitsoort
from generator.feiten.bezwaarprocedure import Procedure
from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN, WMEBV, aanvang, bekendmaking_van
from generator.regels.bezwaar.tijdigheid import Tijdigheid, binnenkomst, tijdigheid
from generator.regels.bezwaar.verloop import verloop, verloop_bijzonder
from generator.regels.kalender import DAG, gewone_dag_vanaf
from generator.toetsuitslag import Indiening, Indieningsuitslag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.bevindingen import Termijnverloop
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.bezwaar.aanvang import Aanvang

_WEEK = 7 * DAG
_LEEG, _NIEMAND, _GEEN_PROCEDURE = Bezwaarschrift(), (Indiener(),), Procedure()


def indieningen(zaak: Bezwaarzaak, recht: Recht) -> tuple[Indieningsuitslag, ...]:
    """The period and the standing of each objector, in their order; one without a name when none is known.

    Raises:
        InvoerError: a day outside the calendar, or a special period that is none in whole days.
    """
    indieners = (zaak.bezwaarschrift or _LEEG).indieners or _NIEMAND
    return tuple(_indiening(zaak, recht, indiener, nummer) for nummer, indiener in enumerate(indieners))


def _indiening(zaak: Bezwaarzaak, recht: Recht, indiener: Indiener, nummer: int) -> Indieningsuitslag:
    begin = aanvang(zaak, indiener, nummer)
    leeg = Indieningsuitslag(
        indiener.naam or "", Indiening.NIET_VAST, redenen=(*begin.uitleg, *begin.twijfel), rust_op=begin.rust_op,
        soort=begin.soort, twijfel=begin.twijfel,
    )  # fmt: skip
    if begin.dag is None:
        return _zonder_begin(zaak, recht, begin, leeg, _excuus(zaak, indiener, nummer))
    loop = _verlegd(zaak, recht, _loop(zaak, recht, begin, begin.dag))
    excuus = _excuus(zaak, indiener, nummer, loop)
    onbekend, paden = ("", ()) if excuus else _begin_onbekend(zaak, indiener, nummer, begin)
    if not (excuus or onbekend):
        onbekend, paden = _eerder_gevolgd(zaak, loop.uitkomst.datum)
    antwoord = _antwoord(zaak, recht, begin, loop, excuus or onbekend)
    redenen = (antwoord.reden, *leeg.redenen) if antwoord.reden else leeg.redenen
    return replace(
        leeg,
        indiening=antwoord.indiening,
        bekendmaking=begin.dag,
        eerste_dag=loop.eerste_dag,
        laatste_dag=loop.uitkomst,
        ontvangst_post=loop.ontvangst_post,
        redenen=redenen,
        rust_op=tuple(dict.fromkeys((*begin.rust_op, *antwoord.rust_op, *paden))),
    )


def _zonder_begin(
    zaak: Bezwaarzaak, recht: Recht, begin: Aanvang, leeg: Indieningsuitslag, excuus: str
) -> Indieningsuitslag:
    """No day to count from: what it would be for each day that it may have been."""
    if zaak.is_nog_niet_ingediend:
        leeg = replace(leeg, indiening=Indiening.NOG_NIET)
    if not begin.mogelijk:
        return leeg
    lopen = {dag: _verlegd(zaak, recht, _loop(zaak, recht, begin, dag)) for dag in sorted(begin.mogelijk)}
    antwoorden = [_antwoord(zaak, recht, begin, loop, excuus) for loop in lopen.values()]
    standen = {antwoord.indiening for antwoord in antwoorden}
    eensluidend = standen.pop() if len(standen) == 1 else Indiening.NIET_VAST
    dagen = " of ".join(map(datum_voluit, lopen))
    laatste = " of ".join(dict.fromkeys(datum_voluit(loop.uitkomst.datum) for loop in lopen.values()))
    zinnen = [f"De bekendmaking was op {dagen}; de laatste dag is dan {laatste}."]
    if eensluidend is Indiening.NA_DE_TERMIJN:  # firm only when nobody doubts the day
        eensluidend = Indiening.NIET_VAST
        zinnen.append("Bij elk van die dagen is het na de termijn ontvangen; zoek eerst uit welke dag het was.")
    elif eensluidend is Indiening.TIJDIG:
        zinnen.append("Bij elk van die dagen is het op tijd ontvangen.")
    rust_op = tuple(dict.fromkeys((*begin.rust_op, *(pad for antwoord in antwoorden for pad in antwoord.rust_op))))
    return replace(
        leeg,
        indiening=eensluidend,
        redenen=(*zinnen, *begin.twijfel),
        rust_op=rust_op,
        lezingen={dag: loop.uitkomst for dag, loop in lopen.items()},
        lezingen_post={dag: loop.ontvangst_post for dag, loop in lopen.items() if loop.ontvangst_post},
    )


def _loop(zaak: Bezwaarzaak, recht: Recht, begin: Aanvang, dag: dt.date) -> Termijnverloop:
    if begin.bijzonder is None:
        return verloop(recht, begin.soort, dag)
    try:
        return verloop_bijzonder(recht, begin.bijzonder, dag)
    except InvoerError as fout:
        plaats = zaak.plaats_van("besluit.termijn_bijzonder.duur")
        raise InvoerError(*(replace(deel, plaats=plaats) for deel in fout.fouten)) from None


def _antwoord(zaak: Bezwaarzaak, recht: Recht, begin: Aanvang, loop: Termijnverloop, excuus: str) -> Tijdigheid:
    if zaak.is_nog_niet_ingediend:
        veilig = loop.uitkomst.andere_lezing or loop.uitkomst.datum
        return Tijdigheid(Indiening.NOG_NIET, f"De termijn om in te dienen loopt tot en met {datum_voluit(veilig)}.")
    stil = "Zij stond stil; hoelang, en dus haar laatste dag, staat niet vast (Woo 7.3 lid 2)."
    twijfel = excuus or (begin.twijfel and "Of de termijn toen eindigde, staat niet vast.") or ""
    return tijdigheid(zaak, recht, loop, stil if loop.uitkomst.zonder_grens else twijfel)


def _excuus(zaak: Bezwaarzaak, indiener: Indiener, nummer: int, loop: Termijnverloop | None = None) -> str:
    """What the law says is not held against the objector, so that nobody may call it late (Awb 2:21, 2:22, 2:23).

    `loop` is the period, when it is known which one runs.
    """
    bekend, pad = bekendmaking_van(zaak, indiener, nummer)
    gedaan = bekend.kennisgeving_op or bekend.kennisgeving_verzonden or bekend.kennisgeving_gewenst is False
    if bekend.wijze is Bekendmakingswijze.PORTAAL and not gedaan and bekend.datum and bekend.datum >= WMEBV:
        uitgebleven = bekend.kennisgeving_verzonden is False or zaak.is_geen(f"{pad}.kennisgeving_op")
        uit = "bleef uit" if uitgebleven else "staat niet in de feiten"
        return f"De kennisgeving van het bericht {uit}; een overschrijding wordt dan niet tegengeworpen (Awb 2:22)."
    if bekend.wijze is Bekendmakingswijze.PORTAAL and bekend.kennisgeving_gewenst is not False and loop:
        bericht = bekend.kennisgeving_op
        if bericht and bericht > loop.uitkomst.datum:
            return (
                f"De kennisgeving van het bericht is van {datum_voluit(bericht)}, toen de termijn al voorbij was; of "
                "dat mag worden tegengeworpen, beoordeelt de jurist (Awb 2:22, 6:11)."
            )
    ontvangen = (zaak.bezwaarschrift or _LEEG).ontvangen
    if ontvangen and ontvangen.is_niet_aangewezen and ontvangen.datum and ontvangen.datum >= WMEBV:
        return (
            "Het kwam langs een elektronische weg die niet was aangewezen; was die vergissing begrijpelijk, dan is de "
            "termijn verlengd, en dat beoordeelt de jurist (Awb 2:23)."
        )
    for storing in (zaak.procedure or _GEEN_PROCEDURE).storing or ():
        if storing.van and storing.van >= WMEBV:
            return (
                f"Er was een storing vanaf {datum_voluit(storing.van)}; wie daardoor zonder verzuim te laat was, wordt "
                "dat niet tegengeworpen (Awb 2:21 lid 3)."
            )
    return ""


def _begin_onbekend(zaak: Bezwaarzaak, indiener: Indiener, nummer: int, begin: Aanvang) -> tuple[str, tuple[str, ...]]:
    """What is not known of how the period began, so that nobody may call it late (Awb 6:8), and the paths of that."""
    bekend, pad = bekendmaking_van(zaak, indiener, nummer)
    if f"{pad}.datum" not in begin.rust_op:
        return "", ()
    if bekend.wijze is None:
        zin = "Hoe het besluit is bekendgemaakt, staat niet in de feiten; alleen de voorgeschreven wijze doet de"
        return f"{zin} termijn beginnen (Awb 3:41, 3:42, 6:8 lid 1).", (f"{pad}.wijze",)
    if bekend.wijze is Bekendmakingswijze.PORTAAL and bekend.digitaal_gewenst is None:
        zin = "Of de geadresseerde berichten digitaal wilde krijgen, staat niet in de feiten; zo niet, dan begon de"
        artikel = "Awb 2:8" if bekend.datum and bekend.datum >= WMEBV else "Awb 2:14 lid 1"
        return f"{zin} termijn niet met dit bericht ({artikel}, 6:8 lid 1).", (f"{pad}.digitaal_gewenst",)
    if zaak.besluit.soort is None:
        zin = "Wat voor besluit het is, staat niet in de feiten; bij een belastingzaak begint de termijn anders"
        return f"{zin} (AWR 22j).", ("besluit.soort",)
    if zaak.besluit.voorbereiding is None and zaak.besluit.soort not in BELASTINGSOORTEN:
        zin = "Of het besluit met afdeling 3.4 is voorbereid, staat niet in de feiten; dan loopt de termijn vanaf de"
        return f"{zin} terinzagelegging (Awb 6:8 lid 4).", ("besluit.voorbereiding",)
    klacht = "procedure.klacht_adviescollege"
    is_onbekend = (zaak.procedure or _GEEN_PROCEDURE).klacht_adviescollege is None and not zaak.is_geen(klacht)
    if zaak.besluit.soort is Besluitsoort.WOO and is_onbekend:
        zin = "Of bij het Adviescollege is geklaagd, staat niet in de feiten; dan heeft de termijn stilgestaan"
        return f"{zin} (Woo 7.3 lid 2).", (klacht,)
    return "", ()


def _eerder_gevolgd(zaak: Bezwaarzaak, laatste: dt.date) -> tuple[str, tuple[str, ...]]:
    """What followed on the objection while its period ran, though it came in later by the facts; and the path of that.

    Then one of the days is wrong, and it may be the day of receipt.
    """
    ontvangen = binnenkomst(zaak).datum
    for pad, wat, dag in _gevolgen(zaak.procedure or _GEEN_PROCEDURE):
        if dag and ontvangen and dag <= laatste < ontvangen:
            zin = f"Maar de feiten spreken elkaar tegen: al op {datum_voluit(dag)} is {wat}"
            return f"{zin}; dan was het er toen al, of klopt die dag niet.", (pad,)
    return "", ()


def _gevolgen(procedure: Procedure) -> Iterator[tuple[str, str, dt.date | None]]:
    """What is done only once an objection is there: path, what, and when."""
    if procedure.bevestiging:
        yield "procedure.bevestiging.datum", "de ontvangst bevestigd", procedure.bevestiging.datum
    for nummer, brief in enumerate(procedure.verzuimbrief or ()):
        yield f"procedure.verzuimbrief.{nummer}.datum", "om herstel gevraagd", brief.datum
    for nummer, verdaging in enumerate(procedure.verdaging or ()):
        yield f"procedure.verdaging.{nummer}.datum", "de beslissing verdaagd", verdaging.datum
    for nummer, zitting in enumerate(procedure.hoorzitting or ()):
        yield f"procedure.hoorzitting.{nummer}.datum", "gehoord", zitting.datum


def _verlegd(zaak: Bezwaarzaak, recht: Recht, loop: Termijnverloop) -> Termijnverloop:
    """The period with a last day that was moved by what happened in it."""
    procedure = zaak.procedure
    if procedure is None or not (procedure.storing or procedure.klacht_adviescollege):
        return loop
    uitkomst = loop.uitkomst
    for storing in procedure.storing or ():
        tot = storing.verlengd_tot
        if tot and tot >= WMEBV and tot > uitkomst.datum:
            zin = f"Wegens een storing is bekendgemaakt dat indienen kan tot en met {datum_voluit(tot)}."
            stappen = (*uitkomst.stappen, Stap(zin, "Awb 2:21 lid 1", tot))
            uitkomst = Uitkomst(tot, stappen, uitkomst.voorbehoud)
    if zaak.besluit.soort is Besluitsoort.WOO:
        uitkomst = _na_klacht(recht, procedure, loop, uitkomst)
    if uitkomst is loop.uitkomst:
        return loop
    post = verloop(recht, "postbezorging", uitkomst.datum).uitkomst if loop.ontvangst_post else None
    return replace(loop, uitkomst=uitkomst, ontvangst_post=post)


def _na_klacht(recht: Recht, procedure: Procedure, loop: Termijnverloop, uitkomst: Uitkomst) -> Uitkomst:
    """The last day after a complaint: the period stands still from the day after it was sent (Woo 7.3 lid 2)."""
    for klacht in procedure.klacht_adviescollege or ():
        verzonden, advies = klacht.verzonden, klacht.advies_op
        if verzonden and verzonden > uitkomst.datum:
            continue
        if verzonden is None:
            zin = "Er is bij het Adviescollege geklaagd; vanaf wanneer de termijn daardoor stilstond, is niet bekend."
            return replace(uitkomst, voorbehoud=(*uitkomst.voorbehoud, zin), zonder_grens=True)
        zin = f"De klacht is verzonden op {datum_voluit(verzonden)}: vanaf de dag daarna staat de termijn stil."
        stap = Stap(zin, "Woo 7.3 lid 2")
        if advies is None or advies <= verzonden:
            zin = "De termijn staat stil tot het advies of bericht van het Adviescollege; die dag is niet bekend."
            stappen, zinnen = (stap, *uitkomst.stappen), (*uitkomst.voorbehoud, zin)
            return replace(uitkomst, stappen=stappen, voorbehoud=zinnen, zonder_grens=True)
        kaal = loop.dag + recht.termijnsoorten[loop.soort].lengte * _WEEK + (advies - verzonden)
        datum = gewone_dag_vanaf(recht.kalender, kaal, mogelijk=True)
        zin = (
            f"Het advies of bericht is van {datum_voluit(advies)}: de termijn is zoveel dagen langer en loopt tot en "
            f"met {datum_voluit(datum)}."
        )
        voorbehoud = "Of de dag van het advies zelf meetelt als dag van stilstand, staat niet vast (Woo 7.3 lid 2)."
        stappen = (*uitkomst.stappen, stap, Stap(zin, "Woo 7.3 lid 2", datum))
        vroegst = kaal - DAG
        zin = f"Telt de dag van het advies niet mee, dan loopt de termijn tot en met {datum_voluit(vroegst)}."
        andere = (*uitkomst.stappen, stap, Stap(zin, "Woo 7.3 lid 2", vroegst))
        return Uitkomst(datum, stappen, (*uitkomst.voorbehoud, voorbehoud), vroegst, andere)
    return uitkomst
