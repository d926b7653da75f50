"""Deciding in time, and what makes the period longer: suspension and postponement (Awb 7:10)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Ernst
from generator.datumtekst import duur_voluit
from generator.feiten.bezwaarkeuzes import (
    Opschortingsgrond,
    Uitstelgrond,
)
from generator.regels.bezwaar.antwoord import Antwoord, beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.dwangsom import beslist_in_woorden, besloten_op
from generator.regels.bezwaar.verloop import spanne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Verdaging
    from generator.regels.bezwaar.toets import Bezwaartoets

_BESLISSING = "procedure.beslissing"
_HOOGSTENS = 6  # weeks, Awb 7:10 lid 3
_BINNENKORT = 10  # days before the end in which it is time to decide; our own warning, not the law's
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
        "besloten": beslist_in_woorden(toets.procedure) or "niet, voor zover bekend",
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
