"""The computed days and sums of a case, remembered: who has ten thousand objections, has them against a few decisions.

What is computed hangs on the course of a case, never on who it is about. So only its course is handed on, and cases
with the same course share what comes out. What is not in `_verloop`, the computation cannot see.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.errors import InvoerError
from generator.feiten.bezwaarschrift import Bezwaarschrift, Bezwaarzaak, Indiener
from generator.regels.bezwaar.indiening import indieningen
from generator.regels.bezwaar.uitkomsten import uitkomsten

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.bevindingen import Uitkomst
    from generator.feiten.recht import Recht
    from generator.toetsuitslag import Bedrag, Indieningsuitslag

    _Berekend = tuple[tuple[Indieningsuitslag, ...], Mapping[str, Uitkomst], Mapping[str, Bedrag]]


def bereken(zaak: Bezwaarzaak, recht: Recht, op: dt.date | None) -> _Berekend:
    """The period of each objector, and the days and sums by name. InvoerError for a day outside the calendar."""
    try:
        standen, dagen, bedragen = _bereken(_verloop(zaak), recht, op)
    except InvoerError:
        return _bereken.__wrapped__(zaak, recht, op)  # raises it anew, with the places of this case
    indieners = (zaak.bezwaarschrift and zaak.bezwaarschrift.indieners) or ()
    if any(indiener.naam for indiener in indieners):
        standen = tuple(
            replace(stand, naam=indiener.naam or "") for stand, indiener in zip(standen, indieners, strict=True)
        )
    return standen, dagen, bedragen


@lru_cache(maxsize=2048)
def _bereken(verloop: Bezwaarzaak, recht: Recht, op: dt.date | None) -> _Berekend:
    standen = indieningen(verloop, recht)
    return standen, *uitkomsten(verloop, recht, standen, op)


def _verloop(zaak: Bezwaarzaak) -> Bezwaarzaak:
    """The course of a case: what was decided, when and how the objection came in, and what happened since."""
    schrift = zaak.bezwaarschrift
    return Bezwaarzaak(
        "",
        zaak.rol,
        besluit=zaak.besluit.from_velden(vars(zaak.besluit) | {"omschrijving": None, "kenmerk": None}),
        bezwaarschrift=schrift
        and Bezwaarschrift(
            ontvangen=schrift.ontvangen,
            verzonden=schrift.verzonden,
            dagtekening=schrift.dagtekening,
            indieners=schrift.indieners
            and tuple(Indiener(bekendmaking=indiener.bekendmaking) for indiener in schrift.indieners),
            verzoeken=schrift.verzoeken,
        ),
        procedure=zaak.procedure,
        geen=zaak.geen,
    )
