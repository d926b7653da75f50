"""What has to be done next in a case, by when and by whom (*vervolg*)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Kanaal, Rechtsmiddel, Verzoek
from generator.regels.bezwaar.dwangsom import besloten_op
from generator.regels.bezwaar.stand import doorgezonden_op, ingetrokken, is_nog_niet_ingediend, ontbrekend
from generator.regels.bezwaar.uitkomsten import komende_zitting
from generator.regels.bezwaar.verloop import spanne
from generator.toetsuitslag import Indiening, VolgendeStap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.toets import Bezwaartoets
    from generator.toetsuitslag import Elders

_LIDWOORD = {"college": "het", "raad": "de", "burgemeester": "de", "heffingsambtenaar": "de", "minister": "de"}
_BEHANDELAAR, _INDIENER, _ORGAAN, _COMMISSIE = "de behandelaar", "de indiener", "het bestuursorgaan", "de commissie"


def volgende_stappen(toets: Bezwaartoets) -> tuple[VolgendeStap, ...]:
    """What to do next: first what has to be done as soon as possible, then by day."""
    if ingetrokken(toets):
        return ()
    elders = toets.elders
    if not toets.is_ontvanger:
        stappen = [*_onderzoek(toets), *_herstel(toets), *_indiener(toets, elders)]
    elif elders and elders.middel:
        stappen = list(_doorzenden(toets, elders))
    else:
        stappen = [*_onderzoek(toets), *_herstel(toets), *_ontvanger(toets, elders)]
    return tuple(sorted(stappen, key=lambda stap: stap.uiterlijk or dt.date.min))


def _onderzoek(toets: Bezwaartoets) -> Iterator[VolgendeStap]:
    """What has to be found out, and the reason for lateness that must be asked (Awb 6:11)."""
    indieners = toets.bezwaarschrift.indieners or ()
    for nummer, stand in enumerate(toets.indieningen):
        if stand.indiening is Indiening.NIET_VAST and stand.redenen:
            yield VolgendeStap(
                f"zoek uit of het op tijd is: {_klein(stand.redenen[0])}", None, "Awb 6:8, 6:9", _BEHANDELAAR
            )
        if stand.indiening is Indiening.NA_DE_TERMIJN and toets.is_ontvanger:
            reden = indieners[nummer].reden_te_laat if nummer < len(indieners) else None
            if not (reden and (reden.gevraagd_op or reden.omschrijving)):
                wie = stand.naam or "de indiener"
                yield VolgendeStap(f"vraag {wie} waarom het na de termijn kwam", None, "Awb 6:11", _BEHANDELAAR)


def _klein(zin: str) -> str:
    return f"{zin[:1].lower()}{zin[1:]}".rstrip(".")


def _herstel(toets: Bezwaartoets) -> Iterator[VolgendeStap]:
    """Who must be asked what (Awb 6:6), and until when it may be repaired."""
    if ontbreekt := ontbrekend(toets):
        if toets.is_ontvanger:
            wat = f"vraag om herstel binnen een termijn: {', '.join(ontbreekt)}"
            yield VolgendeStap(wat, None, "Awb 6:6", _BEHANDELAAR)
        else:
            yield VolgendeStap(f"vul aan: {', '.join(ontbreekt)}", None, "Awb 6:5", _INDIENER)
    if herstel := toets.uitkomsten.get("herstel_uiterlijk"):
        yield _voor(toets, "herstel het verzuim", herstel.datum, "Awb 6:6", _INDIENER)


def _doorzenden(toets: Bezwaartoets, elders: Elders) -> Iterator[VolgendeStap]:
    """It is sent on to who has to deal with it, in one letter with the receipt (Awb 6:14, 6:15)."""
    if doorgezonden_op(toets) is None:
        lid = "lid 2" if elders.middel == Rechtsmiddel.BEROEP else "lid 1"
        zin = f"zend het bezwaarschrift door aan {_met_lidwoord(elders.aan)}, zo snel mogelijk en met de dag van"
        zin = f"{zin} ontvangst erop; bevestig de ontvangst en meld de doorzending"
        yield VolgendeStap(zin, None, f"Awb 6:15 {lid}", _BEHANDELAAR)


def _ontvanger(toets: Bezwaartoets, elders: Elders | None) -> Iterator[VolgendeStap]:
    """What the body that received the objection has to do; first sending it on when it belongs with `elders`."""
    procedure, dagen = toets.procedure, toets.uitkomsten
    commissie = procedure.adviescommissie
    if elders and doorgezonden_op(toets) is None:
        yield from _doorzenden(toets, elders)
    elif procedure.bevestiging is None or procedure.bevestiging.datum is None:
        yield VolgendeStap(
            "bevestig de ontvangst schriftelijk, als dat nog niet is gebeurd", None, "Awb 6:14", _BEHANDELAAR
        )
    if commissie and commissie.ingesteld and commissie.gemeld_op is None:
        yield VolgendeStap("meld de indiener dat een commissie adviseert", None, "Awb 7:13 lid 2", _BEHANDELAAR)
    if inzage := dagen.get("inzage_vanaf"):
        wie = _COMMISSIE if commissie and commissie.ingesteld else _BEHANDELAAR
        if _is_nog_te_doen(toets, inzage.datum) and not _ligt_ter_inzage(toets):
            yield VolgendeStap("leg de stukken voor de hoorzitting ter inzage", inzage.datum, "Awb 7:4 lid 2", wie)
    if besloten_op(procedure) is None:
        yield from _beslissen(toets)
    if (dwangsom := dagen.get("dwangsombesluit_uiterlijk")) and procedure.dwangsombesluit is None:
        yield _voor(toets, "stel de dwangsom vast", dwangsom.datum, "Awb 4:18", _ORGAAN)


def _ligt_ter_inzage(toets: Bezwaartoets) -> bool:
    """Whether the papers for the next hearing lie open, or it is known from when they will."""
    zitting = komende_zitting(toets.procedure, toets.op)
    return any(deze.inzage_van for deze in toets.procedure.hoorzitting or () if deze.datum == zitting)


def _beslissen(toets: Bezwaartoets) -> Iterator[VolgendeStap]:
    dagen, op = toets.uitkomsten, toets.op
    beslissen = dagen.get("beslissen_uiterlijk")
    if beslissen is None:
        return
    verdagen = dagen.get("verdagen_uiterlijk")
    if verdagen and _is_nog_te_doen(toets, verdagen.datum):
        yield VolgendeStap("verdaag de beslissing, als dat nodig is", verdagen.datum, "Awb 7:10 lid 3", _ORGAAN)
    laatst = spanne(beslissen).laatst
    is_zeker_voorbij = bool(op and laatst and op > laatst)
    if op and op > beslissen.datum and toets.procedure.overschrijding_gemeld_op is None:
        wat = "meld de indiener dat de beslistermijn niet is gehaald, met een nieuwe termijn"
        if not is_zeker_voorbij:
            wat = f"ga na of de beslistermijn voorbij is, want dat staat niet vast; zo ja: {wat}"
        yield VolgendeStap(wat, None, "Awb 4:14 lid 1", _ORGAAN)
    zonder = dagen.get("beslissen_zonder_dwangsom")
    if zonder and _is_nog_te_doen(toets, zonder.datum):
        yield VolgendeStap("beslis op het bezwaar, om geen dwangsom te betalen", zonder.datum, "Awb 4:17", _ORGAAN)
    if op and op > beslissen.datum and not is_zeker_voorbij:
        wat = f"beslis op het bezwaar; dat moest in de vroegste lezing uiterlijk {datum_voluit(beslissen.datum)}"
        yield VolgendeStap(wat, None, "Awb 7:10", _ORGAAN)
    else:
        yield _voor(toets, "beslis op het bezwaar", beslissen.datum, "Awb 7:10", _ORGAAN)


def _met_lidwoord(orgaan: str) -> str:
    return f"{_LIDWOORD[orgaan]} {orgaan}" if orgaan in _LIDWOORD else orgaan


def _zelf_indienen(toets: Bezwaartoets, elders: Elders | None) -> Iterator[VolgendeStap]:
    """What is still to be sent: to whom, and by when."""
    if elders and is_nog_niet_ingediend(toets):
        zin = f"stel {elders.middel} in bij {elders.aan}; bezwaar staat volgens de feiten niet open"
        zin = (
            zin
            if elders.middel
            else f"richt het bezwaarschrift aan {_met_lidwoord(elders.aan)}; dat orgaan {_waarom(toets)}"
        )
        yield VolgendeStap(zin, None, elders.grondslag, _INDIENER)
    for stand in toets.indieningen:
        if stand.indiening is Indiening.NOG_NIET:
            einden = [stand.laatste_dag] if stand.laatste_dag else list(stand.lezingen.values())
            tot = min((deze.andere_lezing or deze.datum for deze in einden), default=None)
            van = f" van {stand.naam}" if len(toets.indieningen) > 1 and stand.naam else ""
            wat = f"stel {elders.middel} in{van}" if elders and elders.middel else f"dien het bezwaarschrift{van} in"
            yield _voor(toets, wat, tot, "Awb 6:7", _INDIENER)


def _waarom(toets: Bezwaartoets) -> str:
    return "coördineert de besluiten" if toets.besluit.coordinerend_orgaan else "nam het besluit"


def _indiener(toets: Bezwaartoets, elders: Elders | None) -> Iterator[VolgendeStap]:
    """What who objects has to do."""
    dagen, procedure = toets.uitkomsten, toets.procedure
    yield from _zelf_indienen(toets, elders)
    if stukken := dagen.get("nadere_stukken_tot"):
        tot = stukken.andere_lezing or stukken.datum
        if _is_nog_te_doen(toets, tot):
            yield VolgendeStap("stuur nadere stukken voor de hoorzitting", tot, "Awb 7:4 lid 1", _INDIENER)
    if besloten_op(procedure) is None:
        if dagen.get("kosten_vragen_voor") and Verzoek.KOSTEN not in (toets.bezwaarschrift.verzoeken or ()):
            yield VolgendeStap("vraag vergoeding van kosten, als u die wilt", None, "Awb 7:15 lid 3", _INDIENER)
        vanaf = dagen.get("ingebrekestelling_vanaf")
        gedaan = [brief for brief in procedure.ingebrekestelling or () if brief.wijze is not Kanaal.MONDELING]
        if vanaf and toets.op and toets.op >= vanaf.datum and not gedaan:
            yield VolgendeStap("stel in gebreke, als u dat wilt", None, "Awb 4:17 lid 3, 6:12", _INDIENER)
    if beroep := dagen.get("beroep_tot"):
        tot = beroep.andere_lezing or beroep.datum
        if _is_nog_te_doen(toets, tot):
            yield VolgendeStap("stel beroep in, als u dat wilt", tot, "Awb 6:7, 6:8", _INDIENER)


def _voor(toets: Bezwaartoets, wat: str, dag: dt.date | None, grondslag: str, wie: str) -> VolgendeStap:
    """What has to be done by `dag`; once that has passed: as soon as possible."""
    if dag and toets.op and toets.op > dag:
        return VolgendeStap(f"{wat}; dat moest uiterlijk {datum_voluit(dag)}", None, grondslag, wie)
    return VolgendeStap(wat, dag, grondslag, wie)


def _is_nog_te_doen(toets: Bezwaartoets, dag: dt.date) -> bool:
    """Whether `dag` has not passed, as far as the day as of which is asked says."""
    return toets.op is None or toets.op <= dag
