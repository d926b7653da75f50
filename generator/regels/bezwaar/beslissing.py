"""Deciding in time and what the decision on an objection has to hold (Awb 6:22–6:23, 7:10–7:15, 10:3, 10:10)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Ernst
from generator.datumtekst import duur_voluit
from generator.feiten.bezwaarkeuzes import (
    Bekendmakingswijze,
    Dictum,
    Opschortingsgrond,
    Uitstelgrond,
    Verzoek,
)
from generator.regels.bezwaar.dwangsom import besloten_op
from generator.regels.bezwaar.toets import (
    Antwoord,
    Peil,
    antwoord_op,
    beoordelen,
    bezwaarregel,
    ja,
    nee,
    nvt,
    onbekend,
    samen,
)
from generator.regels.bezwaar.verloop import spanne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Verdaging
    from generator.regels.bezwaar.toets import Bezwaartoets

_BESLISSING = "procedure.beslissing"
_HOOGSTENS = 6  # weeks, Awb 7:10 lid 3
_BINNENKORT = 10  # days before the end in which it is time to decide; our own warning, not the law's
_BEKENDMAKING = frozenset({Bekendmakingswijze.TOEZENDING, Bekendmakingswijze.UITREIKING, Bekendmakingswijze.PORTAAL})
_SINDS_2009 = dt.date(2009, 10, 1)  # the period starts after that for objecting, twelve weeks with a committee


@bezwaarregel("BZ-7:10", "Awb 7:10 lid 1", "Awb 7:14", ontvanger=Ernst.FOUT, indiener=None, van=_SINDS_2009)
def op_tijd_beslist(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision comes within its period; later it is still valid, but costs (Awb 7:10, 4:17)."""
    uitkomst = toets.uitkomsten.get("beslissen_uiterlijk")
    if uitkomst is None or toets.procedure.intrekking:
        return
    dagen = spanne(uitkomst)
    besloten = besloten_op(toets.procedure)
    dag = besloten or toets.op
    if dag is None:
        return
    over = (dagen.vroegst - dag).days
    gegevens: dict[str, Any] = {
        "besloten": besloten or "niet, voor zover bekend",
        "op": dag,
        "uiterlijk": dagen.vroegst,
        "laatst": dagen.laatst or "een dag die niet vaststaat",
    }
    if over < 0:
        antwoord = nee if dagen.laatst and dag > dagen.laatst else beoordelen
        yield antwoord(_BESLISSING, **gegevens)
    elif besloten:
        yield ja(_BESLISSING, **gegevens)
    else:
        ernst = Ernst.WAARSCHUWING if over <= _BINNENKORT else Ernst.NOTITIE
        nog = f"over {duur_voluit(over, 'dag')}" if over else "vandaag"
        yield onbekend(_BESLISSING, ernst=ernst, nog=nog, **gegevens)


@bezwaarregel(
    "BZ-7:10-2",
    "Awb 7:10 lid 2",
    "Awb 7:10 lid 5",
    ontvanger=Ernst.FOUT,
    indiener=None,
    van=_SINDS_2009,
    bij="opschorting",
)
def opschorting(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The period stands still after a request to repair a real defect; those concerned are told (Awb 7:10 lid 2, 5)."""
    for nummer, opschorting_ in enumerate(toets.procedure.opschorting or ()):
        pad = f"procedure.opschorting.{nummer}"
        gegevens: dict[str, Any] = {
            "grond": opschorting_.grond,
            "van": opschorting_.van,
            "tot": opschorting_.tot,
            "gemeld": opschorting_.gemeld_op,
        }
        if opschorting_.grond is None or opschorting_.van is None:
            yield onbekend(pad, **gegevens)
        elif opschorting_.grond is not Opschortingsgrond.VERZUIM:
            yield beoordelen(pad, **gegevens)
        elif toets.procedure.verzuimbrief and toets.zaak.is_geen(f"{pad}.gemeld_op"):
            yield nee(f"{pad}.gemeld_op", **gegevens)
        elif toets.procedure.verzuimbrief:
            yield (ja if opschorting_.gemeld_op else onbekend)(pad, "procedure.verzuimbrief", **gegevens)
        else:
            antwoord = onbekend if toets.procedure.verzuimbrief is None else nee
            yield antwoord(pad, "procedure.verzuimbrief", **gegevens)


def _weken(verdaging_: Verdaging) -> str | None:
    """How long a postponement is, in words."""
    return None if verdaging_.weken is None else duur_voluit(verdaging_.weken, "week")


@bezwaarregel(
    "BZ-7:10-3",
    "Awb 7:10 lid 3",
    "Awb 7:10 lid 5",
    ontvanger=Ernst.FOUT,
    indiener=None,
    van=_SINDS_2009,
    bij="verdaging",
)
def verdaging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Postponed once, by at most six weeks, in writing to all concerned, before the end (Awb 7:10 lid 3, 5)."""
    eerste = next(iter(toets.procedure.verdaging or ()), None)
    if eerste is None:
        return
    pad = "procedure.verdaging.0"
    eerder = toets.uitkomsten.get("beslissen_na_opschorting") or toets.uitkomsten.get("beslistermijn")
    dagen = eerder and spanne(eerder)
    gegevens: dict[str, Any] = {
        "datum": eerste.datum,
        "weken": _weken(eerste),
        "allen": eerste.aan_alle_belanghebbenden,
        "einde": dagen and dagen.vroegst,
    }
    feiten = (f"{pad}.datum", f"{pad}.weken", f"{pad}.aan_alle_belanghebbenden")
    te_laat = bool(dagen and dagen.laatst and eerste.datum and eerste.datum > dagen.laatst)
    te_lang = eerste.weken is not None and eerste.weken > _HOOGSTENS and eerste.grond is None
    if te_laat or te_lang or eerste.aan_alle_belanghebbenden is False:
        yield nee(*feiten, **gegevens)
    elif dagen and eerste.datum and eerste.datum > dagen.vroegst:
        yield beoordelen(*feiten, **gegevens)
    elif None in {eerste.datum, eerste.weken, eerste.aan_alle_belanghebbenden, dagen}:
        yield onbekend(*feiten, **gegevens)
    else:
        yield ja(*feiten, **gegevens)


@bezwaarregel("BZ-7:10-4", "Awb 7:10 lid 4", ontvanger=Ernst.OORDEEL, indiener=None, van=_SINDS_2009, bij="verdaging")
def verder_uitstel(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Further postponement rests on consent or on a rule of procedure (Awb 7:10 lid 4)."""
    for nummer, uitstel in enumerate(toets.procedure.verdaging or ()):
        if nummer == 0 and uitstel.grond is None:
            continue
        pad = f"procedure.verdaging.{nummer}.grond"
        gegevens: dict[str, Any] = {"datum": uitstel.datum, "weken": _weken(uitstel), "grond": uitstel.grond}
        if uitstel.grond is None:
            yield onbekend(pad, **gegevens)
        elif uitstel.grond is Uitstelgrond.ALLEN_AKKOORD:
            yield ja(pad, **gegevens)
        else:
            yield beoordelen(pad, **gegevens)


@bezwaarregel("BZ-6:22", "Awb 6:22", ontvanger=Ernst.OORDEEL, indiener=None, peil=Peil.BESLISSING, bij="beslissing")
def gebrek_gepasseerd(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A defect is passed over only where it is plausible that nobody was harmed (Awb 6:22)."""
    beslissing = toets.procedure.beslissing
    if beslissing and beslissing.gebrek_gepasseerd is not None:
        antwoord = beoordelen if beslissing.gebrek_gepasseerd else ja
        yield antwoord(f"{_BESLISSING}.gebrek_gepasseerd")


@bezwaarregel("BZ-7:11", "Awb 7:11", ontvanger=Ernst.OORDEEL, indiener=None, peil=Peil.BESLISSING, bij="beslissing")
def heroverweging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The decision is reconsidered; where that gives reason, it is revoked and where needed replaced (Awb 7:11)."""
    beslissing = toets.procedure.beslissing
    if beslissing is None:
        return
    pad = f"{_BESLISSING}.dictum"
    if beslissing.dictum is None:
        yield onbekend(pad)
    elif beslissing.dictum is Dictum.NIET_ONTVANKELIJK:
        yield nvt(pad)
    else:
        yield beoordelen(pad, f"{_BESLISSING}.herroepen", dictum=beslissing.dictum, herroepen=beslissing.herroepen)


@bezwaarregel("BZ-7:12", "Awb 7:12 lid 1", ontvanger=Ernst.FOUT, indiener=None, peil=Peil.BESLISSING, bij="beslissing")
def motivering(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The decision gives its reasons, and the ground on which hearing was left out (Awb 7:12 lid 1)."""
    beslissing = toets.procedure.beslissing
    if beslissing is None:
        return
    afgezien = bool(toets.procedure.afzien_van_horen)
    yield antwoord_op(samen(beslissing.gemotiveerd, beslissing.afzien_horen_gemotiveerd if afgezien else True))(
        f"{_BESLISSING}.gemotiveerd", f"{_BESLISSING}.afzien_horen_gemotiveerd",
        gemotiveerd=beslissing.gemotiveerd,
        grond=beslissing.afzien_horen_gemotiveerd if afgezien else "niet nodig",
    )  # fmt: skip


@bezwaarregel(
    "BZ-7:12-2", "Awb 7:12 lid 2", ontvanger=Ernst.FOUT, indiener=None, peil=Peil.BESLISSING, bij="beslissing"
)
def bekendmaking(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """It is sent or handed to those it is addressed to; made known as the first one was where that was general."""
    beslissing, besluit = toets.procedure.beslissing, toets.besluit
    if beslissing is None:
        return
    bekend = beslissing.bekendmaking
    goed = bekend.wijze in _BEKENDMAKING if bekend and bekend.datum and bekend.wijze else None
    algemeen = besluit.gericht_tot_belanghebbenden is False and beslissing.herroepen
    yield antwoord_op(samen(goed, beslissing.ook_als_primair_bekendgemaakt if algemeen else True))(
        f"{_BESLISSING}.bekendmaking", f"{_BESLISSING}.ook_als_primair_bekendgemaakt",
        datum=bekend and bekend.datum, wijze=bekend and bekend.wijze, ook=beslissing.ook_als_primair_bekendgemaakt,
    )  # fmt: skip


@bezwaarregel(
    "BZ-7:12-3",
    "Awb 7:12 lid 3",
    "Awb 7:12 lid 4",
    ontvanger=Ernst.FOUT,
    indiener=None,
    peil=Peil.BESLISSING,
    bij="beslissing",
)
def mededeling_derden(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who gave a view on the objection or in preparing the decision is told, as soon as can be (Awb 7:12 lid 3)."""
    beslissing = toets.procedure.beslissing
    if beslissing is None or toets.besluit.zienswijzen_ingebracht is None:
        return
    pad = f"{_BESLISSING}.mededeling_derden_op"
    if not toets.besluit.zienswijzen_ingebracht:
        yield nvt("besluit.zienswijzen_ingebracht")
    else:
        gedaan = True if beslissing.mededeling_derden_op else False if toets.zaak.is_geen(pad) else None
        yield antwoord_op(gedaan)(pad, datum=beslissing.mededeling_derden_op)


@bezwaarregel(
    "BZ-7:15", "Awb 7:15 lid 2", "Awb 7:15 lid 3", van=dt.date(2002, 3, 12), indiener=Ernst.NOTITIE,
)  # fmt: skip
def kosten(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Costs are paid only on a request from before the decision, and when it is revoked for our fault (Awb 7:15)."""
    verzoeken, beslissing = toets.bezwaarschrift.verzoeken, toets.procedure.beslissing
    gevraagd_op = beslissing and beslissing.kosten_gevraagd_op
    in_bezwaar = verzoeken is not None and Verzoek.KOSTEN in verzoeken
    pad = "bezwaarschrift.verzoeken"
    if not toets.is_ontvanger:
        if verzoeken is not None:
            yield (ja if in_bezwaar else nee)(pad, gevraagd=in_bezwaar, beslist=None, herroepen=None, te_wijten=None)
        return
    if not in_bezwaar and gevraagd_op is None:
        if verzoeken is not None:
            yield nvt(pad)
        return
    gegevens: dict[str, Any] = {
        "gevraagd": "in het bezwaarschrift" if in_bezwaar else gevraagd_op,
        "beslist": beslissing and beslissing.kosten_beslist,
        "herroepen": beslissing and beslissing.herroepen,
        "te_wijten": beslissing and beslissing.onrechtmatig_te_wijten,
    }
    feiten = (pad, f"{_BESLISSING}.kosten_gevraagd_op", f"{_BESLISSING}.kosten_beslist")
    if beslissing is None or beslissing.kosten_beslist is None:
        yield onbekend(*feiten, **gegevens)
    elif not in_bezwaar and gevraagd_op and beslissing.datum and gevraagd_op > beslissing.datum:
        yield beoordelen(*feiten, **gegevens)
    elif beslissing.kosten_beslist is False:
        yield nee(*feiten, **gegevens)
    elif beslissing.herroepen and beslissing.onrechtmatig_te_wijten is None:
        yield beoordelen(*feiten, f"{_BESLISSING}.onrechtmatig_te_wijten", **gegevens)
    else:
        yield ja(*feiten, **gegevens)


@bezwaarregel(
    "BZ-10:3",
    "Awb 10:3 lid 3",
    ontvanger=Ernst.FOUT,
    indiener=None,
    van=dt.date(1998, 1, 1),
    peil=Peil.BESLISSING,
    bij="beslissing",
)
def andere_mandataris(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who took the decision in mandate does not decide on the objection (Awb 10:3 lid 3)."""
    beslissing = toets.procedure.beslissing
    if beslissing is None:
        return
    eerst, daarna = toets.besluit.mandaat, beslissing.mandaat
    paden = ("besluit.mandaat", f"{_BESLISSING}.mandaat")
    if any(map(toets.zaak.is_geen, paden)):
        ander: bool | None = True
    else:
        ander = None if eerst is None or daarna is None else eerst.casefold() != daarna.casefold()
    yield antwoord_op(ander)(*paden, eerst=_wie(toets, paden[0], eerst), daarna=_wie(toets, paden[1], daarna))


def _wie(toets: Bezwaartoets, pad: str, mandaat: str | None) -> str | None:
    """Who decided: in mandate, or the body itself where the file says that there was none."""
    return "het orgaan zelf, zonder mandaat" if toets.zaak.is_geen(pad) else mandaat


@bezwaarregel(
    "BZ-10:10", "Awb 10:10", ontvanger=Ernst.FOUT, indiener=None, van=dt.date(1998, 1, 1), peil=Peil.BESLUIT
)  # fmt: skip
def orgaan_genoemd(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision in mandate says on behalf of which body it was taken (Awb 10:10)."""
    beslissing = toets.procedure.beslissing
    stukken = [("besluit", "het besluit", toets.besluit.mandaat, toets.besluit.ondertekening_noemt_orgaan)]
    if beslissing:
        noemt = beslissing.ondertekening_noemt_orgaan
        stukken.append((_BESLISSING, "de beslissing op bezwaar", beslissing.mandaat, noemt))
    for pad, wat, mandaat, noemt_orgaan in stukken:
        if mandaat:
            yield antwoord_op(noemt_orgaan)(f"{pad}.ondertekening_noemt_orgaan", wat=wat, mandaat=mandaat)
