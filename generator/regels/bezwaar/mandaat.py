"""Who decides in mandate, and in whose name (Awb 10:3, 10:10)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.regels.bezwaar.antwoord import Antwoord, antwoord_op
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import Peil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.toets import Bezwaartoets

_BESLISSING = "procedure.beslissing"


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
