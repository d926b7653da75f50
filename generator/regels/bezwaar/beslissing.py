"""What the decision on an objection has to hold, and who is told of it (Awb 6:22, 7:11, 7:12, 7:15)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Ernst
from generator.feiten.bezwaarkeuzes import (
    Bekendmakingswijze,
    Dictum,
    Verzoek,
)
from generator.regels.bezwaar.antwoord import Antwoord, antwoord_op, beoordelen, ja, nee, nvt, onbekend, samen
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import Peil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Beslissing
    from generator.regels.bezwaar.toets import Bezwaartoets

_BESLISSING = "procedure.beslissing"
_BEKENDMAKING = frozenset({Bekendmakingswijze.TOEZENDING, Bekendmakingswijze.UITREIKING, Bekendmakingswijze.PORTAAL})


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
    te_laat = False if in_bezwaar or beslissing is None else _gevraagd_na(beslissing)
    gegevens: dict[str, Any] = {
        "gevraagd": "in het bezwaarschrift" if in_bezwaar else gevraagd_op,
        "wanneer": "Dat is vóór de beslissing." if te_laat is False else "Is dat vóór de beslissing?",
        "beslist": beslissing and beslissing.kosten_beslist,
        "herroepen": beslissing and beslissing.herroepen,
        "te_wijten": beslissing and beslissing.onrechtmatig_te_wijten,
    }
    feiten = (pad, f"{_BESLISSING}.kosten_gevraagd_op", f"{_BESLISSING}.kosten_beslist")
    if beslissing is None or beslissing.kosten_beslist is None:
        yield onbekend(*feiten, **gegevens)
    elif te_laat:
        yield nee(*feiten, **gegevens)
    elif te_laat is None:
        yield beoordelen(*feiten, **gegevens)
    elif beslissing.kosten_beslist is False:
        yield nee(*feiten, **gegevens)
    elif beslissing.herroepen and beslissing.onrechtmatig_te_wijten is None:
        yield beoordelen(*feiten, f"{_BESLISSING}.onrechtmatig_te_wijten", **gegevens)
    else:
        yield ja(*feiten, **gegevens)


def _gevraagd_na(beslissing: Beslissing) -> bool | None:
    """Whether costs were asked for after the decision, taken and made known; None when the facts leave that open."""
    gevraagd_op, bekend = beslissing.kosten_gevraagd_op, beslissing.bekendmaking and beslissing.bekendmaking.datum
    if gevraagd_op is None or beslissing.datum is None:
        return None
    if gevraagd_op < beslissing.datum:
        return False
    return True if bekend and gevraagd_op > max(bekend, beslissing.datum) else None
