"""Checking an objection: the facts of a case and the law → outcomes, findings and next steps (Awb 6 and 7)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.regels.bezwaar import (  # each registers its rules
    behandeling as _behandeling,  # noqa: F401
    beslisregels as _beslisregels,  # noqa: F401
    beslissing as _beslissing,  # noqa: F401
    beslistermijnregels as _beslistermijnregels,  # noqa: F401
    commissie as _commissie,  # noqa: F401
    elektronisch as _elektronisch,  # noqa: F401
    feitentoets as _feitentoets,  # noqa: F401
    gemeente as _gemeente,  # noqa: F401
    herstel as _herstel,  # noqa: F401
    horen as _horen,  # noqa: F401
    indiener as _indiener,  # noqa: F401
    mandaat as _mandaat,  # noqa: F401
    rechtsmiddelverwijzing as _rechtsmiddelverwijzing,  # noqa: F401
    route as _route,  # noqa: F401
    termijnregels as _termijnregels,  # noqa: F401
    tijdigheidregels as _tijdigheidregels,  # noqa: F401
    vorm as _vorm,  # noqa: F401
)
from generator.regels.bezwaar.berekening import bereken
from generator.regels.bezwaar.bezwaarregel import bevindingen
from generator.regels.bezwaar.dwangsom import besloten_op
from generator.regels.bezwaar.slotsom import slotsom_van
from generator.regels.bezwaar.stand import ingetrokken
from generator.regels.bezwaar.toets import maak_toets
from generator.regels.bezwaar.vervolg import volgende_stappen
from generator.regels.register import REGELS, Neemt
from generator.toetsuitslag import Toetsuitslag

if TYPE_CHECKING:
    import datetime as dt

    from generator.bevindingen import Ernst
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.register import Regel

_REGELS = tuple(REGELS[code] for code in sorted(REGELS) if REGELS[code].neemt is Neemt.BEZWAAR)
_DELEN = frozenset(regel.bij for regel in _REGELS if regel.bij)


def toets_zaak(zaak: Bezwaarzaak, recht: Recht, op: dt.date | None = None) -> Toetsuitslag:
    """All that follows from the facts of `zaak`; `op` is the day as of which is asked, for what is still to come.

    Raises:
        InvoerError: a day outside the calendar.
    """
    berekend = bereken(zaak, recht, op)
    toets = maak_toets(zaak, recht, op, berekend.indieningen, berekend.uitkomsten, berekend.bedragen)
    delen = vars(zaak) | vars(toets.procedure)
    bekend = frozenset(deel for deel in _DELEN if delen[deel] is not None)
    beslist = besloten_op(toets.procedure) is not None
    dwangsom_open = "dwangsombesluit_uiterlijk" in berekend.uitkomsten and toets.procedure.dwangsombesluit is None
    return Toetsuitslag(
        zaak.zaaknummer,
        slotsom_van(toets),
        toets.indieningen,
        toets.uitkomsten,
        toets.bedragen,
        bevindingen(_regels(bekend, toets.is_ontvanger), toets),
        volgende_stappen(toets),
        toets.elders,
        beslist=beslist,
        afgedaan=bool(ingetrokken(toets)) or (beslist and not dwangsom_open),
        is_gedeeld=berekend.is_gedeeld,
    )


@lru_cache(maxsize=256)
def _regels(bekend: frozenset[str], is_ontvanger: bool) -> tuple[tuple[Regel, Ernst, bool], ...]:  # noqa: FBT001 - a fact, not a switch
    """The rules put to this role that have something to look at in a case in which `bekend` is known, by code."""
    return tuple(
        (regel, ernst, regel.has_dates)
        for regel in _REGELS
        if (not regel.bij or regel.bij in bekend) and regel.ernst and (ernst := regel.ernst[0 if is_ontvanger else 1])
    )
