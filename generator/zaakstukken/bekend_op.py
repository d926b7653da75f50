"""The case as it was known on the day of a letter: a letter tells nothing that happened after it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.bezwaarprocedure import Verzuimbrief
    from generator.feiten.bezwaarschrift import Bezwaarzaak

# What happened during the procedure, with the field that says when.
_GEBEURD = {"verzuimbrief": "datum", "verdaging": "datum", "intrekking": "datum", "ingebrekestelling": "ontvangen"}


def bekend_op(zaak: Bezwaarzaak, dag: dt.date | None) -> Bezwaarzaak:
    """The case without what happened after `dag`; what has no day stays, and all of it where `dag` is None."""
    procedure = zaak.procedure
    if dag is None or procedure is None:
        return zaak
    over: dict[str, Any] = {
        naam: tuple(deze for deze in lijst if (toen := getattr(deze, veld)) is None or toen <= dag)
        for naam, veld in _GEBEURD.items()
        if (lijst := getattr(procedure, naam))
    }
    if "verzuimbrief" in over:
        over["verzuimbrief"] = tuple(_nog_niet_hersteld(brief, dag) for brief in over["verzuimbrief"])
    return dataclasses.replace(zaak, procedure=dataclasses.replace(procedure, **over))


def _nog_niet_hersteld(brief: Verzuimbrief, dag: dt.date) -> Verzuimbrief:
    is_later = brief.hersteld is not None and brief.hersteld > dag
    return dataclasses.replace(brief, hersteld=None) if is_later else brief
