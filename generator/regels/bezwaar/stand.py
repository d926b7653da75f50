"""How a case stands (*stand*), as far as both its answer and what has to be done next hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.bezwaarkeuzes import Intrekkingswijze
from generator.regels.bezwaar.verzuim import verzuimwoord
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.bezwaarprocedure import Intrekking
    from generator.regels.bezwaar.toets import Bezwaartoets


def ingetrokken(toets: Bezwaartoets) -> Intrekking | None:
    """The withdrawal in writing or at the hearing (Awb 6:21); by telephone or in conversation is none."""
    niet = {Intrekkingswijze.TELEFONISCH, Intrekkingswijze.MONDELING}
    return next((deze for deze in toets.procedure.intrekking or () if deze.wijze not in niet), None)


def doorgezonden_op(toets: Bezwaartoets) -> dt.date | None:
    """The day on which it was last sent on; None when that is not known."""
    dagen = [deze.datum for deze in toets.procedure.doorzending or () if deze.datum]
    return max(dagen, default=None)


def is_nog_niet_ingediend(toets: Bezwaartoets) -> bool:
    """Whether somebody has not sent an objection yet."""
    return any(stand.indiening is Indiening.NOG_NIET for stand in toets.indieningen)


def ontbrekend(toets: Bezwaartoets) -> list[str]:
    """The defects that nobody has asked to repair yet, in words."""
    return [verzuimwoord(verzuim) for verzuim in toets.ongevraagde_verzuimen]
