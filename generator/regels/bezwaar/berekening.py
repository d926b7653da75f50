"""The computed days and sums of a case, remembered: who has ten thousand objections, has them against a few decisions.

What is computed hangs on the course of a case, never on who it is about. So only its course is handed on, and cases
with the same course share what comes out. What is not in `_verloop`, the computation cannot see.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import InvoerError
from generator.feiten.bezwaarschrift import Bezwaarschrift, Bezwaarzaak, Indiener
from generator.regels.bezwaar.indiening import indieningen
from generator.regels.bezwaar.uitkomsten import uitkomsten
from generator.regels.bezwaar.verzuim import aanwezig

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.bevindingen import Uitkomst
    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.recht import Recht
    from generator.toetsuitslag import Bedrag, Indieningsuitslag


class Berekening(Struct, frozen=True):
    """What is computed: the period of each objector, days and sums by name, and the course of a case that gave it."""

    indieningen: tuple[Indieningsuitslag, ...]
    uitkomsten: Mapping[str, Uitkomst]
    bedragen: Mapping[str, Bedrag]
    verloop: Bezwaarzaak
    is_gedeeld: bool = False


def bereken(zaak: Bezwaarzaak, recht: Recht, op: dt.date | None) -> Berekening:
    """What is computed for a case; shared when an earlier one gave it. InvoerError for a day outside the calendar."""
    verloop, er = _verloop(zaak), aanwezig(zaak)
    try:
        gevonden = _bereken(verloop, recht, op, er)
    except InvoerError:
        return _bereken.__wrapped__(zaak, recht, op, er)  # raises it anew, with the places of this case
    standen, indieners = gevonden.indieningen, (zaak.bezwaarschrift and zaak.bezwaarschrift.indieners) or ()
    if any(indiener.naam for indiener in indieners):
        standen = tuple(
            replace(stand, naam=indiener.naam or "") for stand, indiener in zip(standen, indieners, strict=True)
        )
    is_gedeeld = gevonden.verloop is not verloop
    return Berekening(standen, gevonden.uitkomsten, gevonden.bedragen, gevonden.verloop, is_gedeeld)


@lru_cache(maxsize=1024)
def _bereken(verloop: Bezwaarzaak, recht: Recht, op: dt.date | None, er: frozenset[Verzuim]) -> Berekening:
    standen = indieningen(verloop, recht)
    return Berekening(standen, *uitkomsten(verloop, recht, standen, op, er), verloop)


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
