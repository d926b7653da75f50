"""An objection or decision sent electronically, before and after the Wmebv (afdeling 2.3 Awb)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Bekendmakingswijze, Verzuim
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, nvt, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import WMEBV, Peil
from generator.regels.bezwaar.verzuim import herstel_van
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarschrift import Ontvangst
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_ONTVANGEN = "bezwaarschrift.ontvangen"
_CLAUSULE = "besluit.rechtsmiddelverwijzing"
_TOT_WMEBV = WMEBV - dt.timedelta(days=1)
_AVOND, _OCHTEND = dt.time(22), dt.time(2)  # a clock in UTC is two hours behind ours in summer
_OP_TIJD = {Indiening.TIJDIG, Indiening.PREMATUUR, Indiening.NOG_NIET}


def _elektronisch(toets: Bezwaartoets) -> Ontvangst | None:
    """The receipt, when it was electronic."""
    ontvangen = toets.bezwaarschrift.ontvangen
    return ontvangen if ontvangen and ontvangen.wijze and ontvangen.wijze.is_elektronisch else None


@bezwaarregel("BZ-2:13", "Awb 2:13 lid 1", voorheen={_TOT_WMEBV: ("Awb 2:13 lid 1", "Awb 2:15 lid 1")})
def langs_de_goede_weg(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Objecting electronically goes by the way that the body designated; until 2026 only when it had opened one."""
    ontvangen, feiten = toets.bezwaarschrift.ontvangen, (f"{_ONTVANGEN}.wijze", f"{_ONTVANGEN}.kanaal_aangewezen")
    if ontvangen is None or ontvangen.wijze is None:
        return
    open_ = "aangewezen" if toets.is_na_wmebv else "opengesteld"
    if not ontvangen.wijze.is_elektronisch:
        yield nvt(feiten[0], weg=ontvangen.wijze, open=open_)
    elif ontvangen.kanaal_aangewezen or herstel_van(toets.zaak, Verzuim.WEG):
        yield ja(*feiten, weg=ontvangen.wijze, open=open_)
    else:
        antwoord = onbekend if ontvangen.kanaal_aangewezen is None else nee
        yield antwoord(*feiten, weg=ontvangen.wijze, open=open_)


@bezwaarregel(
    "BZ-2:13-POST", "Awb 2:13", ontvanger=Ernst.FOUT, indiener=Ernst.NOTITIE, van=WMEBV, peil=Peil.BESLUIT
)  # fmt: skip
def niet_alleen_per_post(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision from 2026 on may not say that objecting goes by post alone, but for a temporary or special rule."""
    clausule, feiten = toets.besluit.rechtsmiddelverwijzing, (f"{_CLAUSULE}.alleen_per_post",)
    if clausule is None or clausule.alleen_per_post is None:
        return
    uitgezonderd = toets.besluit.tijdelijke_regeling_digitaal
    if not clausule.alleen_per_post:
        yield ja(*feiten)
    elif uitgezonderd is False:
        yield nee(*feiten, "besluit.tijdelijke_regeling_digitaal")
    else:
        bekend = "geldt volgens de feiten" if uitgezonderd else "staat niet in de feiten"
        yield beoordelen(*feiten, "besluit.tijdelijke_regeling_digitaal", bekend=bekend)


@bezwaarregel("BZ-2:7", "Awb 2:7 lid 2", van=WMEBV, peil=Peil.BESLUIT)
def niet_alleen_elektronisch(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Nobody has to object electronically, unless a special law says so."""
    clausule, feit = toets.besluit.rechtsmiddelverwijzing, f"{_CLAUSULE}.alleen_elektronisch"
    if clausule and clausule.alleen_elektronisch is not None:
        yield beoordelen(feit) if clausule.alleen_elektronisch else ja(feit)


@bezwaarregel(
    "BZ-2:15", "Awb 2:15", ontvanger=Ernst.OORDEEL, indiener=None,
    voorheen={_TOT_WMEBV: ("Awb 2:15 lid 2", "Awb 2:15 lid 3", "Awb 2:15 lid 4")},
)  # fmt: skip
def bericht_geweigerd(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An electronic message may be refused when it burdens too much or is not reliable; the sender is told soon."""
    ontvangen, feit = _elektronisch(toets), f"{_ONTVANGEN}.geweigerd"
    if ontvangen is None:
        return
    if ontvangen.geweigerd is None:
        if toets.zaak.is_geen(feit):
            yield nvt(feit)
    elif ontvangen.geweigerd.gemeld_op is None:
        yield onbekend(f"{feit}.gemeld_op")
    else:
        hersteld = "is" if herstel_van(toets.zaak, Verzuim.WEG) else "is voor zover bekend niet"
        yield beoordelen(feit, gemeld=ontvangen.geweigerd.gemeld_op, hersteld=hersteld)


@bezwaarregel("BZ-2:16", "Awb 2:16 lid 1", "Awb 2:16 lid 2", indiener=None, van=WMEBV)
def behandelen_langs_andere_weg(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """For an objection, pointing to the right way is not enough when the way was designated for another message."""
    ontvangen = _elektronisch(toets)
    if ontvangen is None or ontvangen.kanaal_aangewezen is not False:
        return
    feit = f"{_ONTVANGEN}.kanaal_voor_ander_bericht"
    feiten, weg = (f"{_ONTVANGEN}.kanaal_aangewezen", feit), ontvangen.wijze
    if ontvangen.kanaal_voor_ander_bericht:
        yield nee(*feiten, weg=weg)
    elif ontvangen.kanaal_voor_ander_bericht is None:
        yield onbekend(*feiten, weg=weg)
    else:
        yield beoordelen(*feiten, weg=weg)


@bezwaarregel("BZ-2:20", "Awb 2:20", voorheen={_TOT_WMEBV: ("Awb 2:17 lid 2",)}, indiener=None)
def moment_van_ontvangst(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A message is received when it reached the system, at any hour of the day; around midnight the clock matters."""
    ontvangen = _elektronisch(toets)
    dagen = [stand.laatste_dag.datum for stand in toets.indieningen if stand.laatste_dag]
    if ontvangen is None or ontvangen.datum is None or not dagen:
        return
    feiten, laatste, tijd = (f"{_ONTVANGEN}.tijd", f"{_ONTVANGEN}.datum"), max(dagen), ontvangen.tijd
    een_dag_later = ontvangen.datum == laatste + dt.timedelta(days=1)
    op_de_grens = (ontvangen.datum == laatste and tijd and tijd >= _AVOND) or (
        een_dag_later and tijd and tijd < _OCHTEND
    )
    if op_de_grens and tijd:
        yield beoordelen(*feiten, tijd=f"{tijd:%H:%M}", dag=ontvangen.datum, laatste=laatste)
    elif een_dag_later and tijd is None:
        yield onbekend(*feiten, dag=ontvangen.datum, laatste=laatste)
    else:
        yield ja(*feiten, dag=ontvangen.datum)


@bezwaarregel(
    "BZ-2:21", "Awb 2:21", ontvanger=Ernst.OORDEEL, indiener=None, voorheen={_TOT_WMEBV: ("Awb 6:11",)}, bij="storing"
)
def storing(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A breakdown of the way before the end of the period is not held against who was late because of it."""
    if toets.procedure.storing == ():
        yield nvt("procedure.storing")
    dagen = [stand.laatste_dag.datum for stand in toets.indieningen if stand.laatste_dag]
    for nummer, een in enumerate(toets.procedure.storing or ()):
        pad = f"procedure.storing.{nummer}"
        wanneer = f"vanaf {datum_voluit(een.van)}" if een.van else "vanaf een dag die niet in de feiten staat"
        wanneer += f" tot en met {datum_voluit(een.tot)}" if een.tot else ""
        if een.verlengd_tot and toets.is_na_wmebv:
            yield ja(f"{pad}.verlengd_tot", wanneer=wanneer, tot=een.verlengd_tot)
        elif dagen and all(stand.indiening in _OP_TIJD for stand in toets.indieningen):
            yield nvt(f"{pad}.van", wanneer=wanneer)
        elif een.van is None:
            yield onbekend(f"{pad}.van", wanneer=wanneer)
        elif dagen and een.van > max(dagen):
            yield nvt(f"{pad}.van", wanneer=wanneer)
        else:
            yield beoordelen(f"{pad}.van", f"{pad}.tot", wanneer=wanneer)


@bezwaarregel("BZ-2:23", "Awb 2:23", ontvanger=Ernst.OORDEEL, indiener=None, van=WMEBV)
def begrijpelijke_vergissing(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An understandable mistake in the way lengthens the period until the sender was told, one working day at least."""
    ontvangen = toets.bezwaarschrift.ontvangen
    if ontvangen is None or not ontvangen.is_niet_aangewezen:
        return
    feiten = (f"{_ONTVANGEN}.kanaal_aangewezen", f"{_ONTVANGEN}.reactie_op")
    if all(stand.indiening in _OP_TIJD for stand in toets.indieningen):
        yield nvt(*feiten, weg=ontvangen.wijze)
    elif ontvangen.reactie_op is None:
        yield onbekend(*feiten, weg=ontvangen.wijze)
    else:
        yield beoordelen(*feiten, weg=ontvangen.wijze, reactie=ontvangen.reactie_op)


@bezwaarregel("BZ-2:8", "Awb 2:8", voorheen={_TOT_WMEBV: ("Awb 2:14 lid 1",)}, peil=Peil.BESLUIT)
def digitaal_gewenst(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision goes to a portal only when the addressee said so: expressly since 2026, for this kind of message."""
    bekend, feit = toets.besluit.bekendmaking, "besluit.bekendmaking.digitaal_gewenst"
    if bekend is None or bekend.wijze is not Bekendmakingswijze.PORTAAL:
        return
    if bekend.digitaal_gewenst is None:
        yield onbekend(feit)
    else:
        yield ja(feit) if bekend.digitaal_gewenst else beoordelen(feit)


@bezwaarregel("BZ-2:10", "Awb 2:10 lid 1", van=WMEBV, peil=Peil.BESLUIT)
def kennisgeving_binnen_twee_dagen(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The notice that a message is waiting goes out within 48 hours; days are all we know, so two days pass."""
    bekend = toets.besluit.bekendmaking
    if bekend and bekend.wijze is Bekendmakingswijze.PORTAAL and bekend.datum and bekend.kennisgeving_op:
        feiten = ("besluit.bekendmaking.kennisgeving_op", "besluit.bekendmaking.datum")
        antwoord = nee if bekend.kennisgeving_op - bekend.datum > dt.timedelta(days=2) else ja
        yield antwoord(*feiten, klaar=bekend.datum, bericht=bekend.kennisgeving_op)


@bezwaarregel("BZ-2:22", "Awb 2:22", ontvanger=Ernst.OORDEEL, indiener=Ernst.NOTITIE, van=WMEBV, peil=Peil.BESLUIT)
def kennisgeving_gedaan(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Where the notice of a message stayed out, being late is not held against an addressee who wanted notices."""
    bekend, pad = toets.besluit.bekendmaking, "besluit.bekendmaking"
    if bekend is None or bekend.wijze is not Bekendmakingswijze.PORTAAL:
        return
    uitgebleven = bekend.kennisgeving_verzonden is False or toets.zaak.is_geen(f"{pad}.kennisgeving_op")
    if bekend.kennisgeving_gewenst is False:
        yield nvt(f"{pad}.kennisgeving_gewenst")
    elif uitgebleven:
        wens = "wilde die wel" if bekend.kennisgeving_gewenst else "wilde die misschien niet"
        yield beoordelen(f"{pad}.kennisgeving_verzonden", f"{pad}.kennisgeving_gewenst", wens=wens)
    elif bekend.kennisgeving_op or bekend.kennisgeving_verzonden:
        yield ja(f"{pad}.kennisgeving_op")
    else:
        yield onbekend(f"{pad}.kennisgeving_op")
