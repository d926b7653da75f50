"""Postponing the decision on the objection (*verdagen*, Awb 7:10 lid 3 to 5), in both readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Uitstelgrond

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.feiten.bezwaarprocedure import Verdaging
    from generator.regels.bezwaar.beslistelling import Telling

_HOOGSTENS = 6  # weeks, Awb 7:10 lid 3
# What goes with a period that stood still or was postponed.
ATW_VERLENGD = (
    "Of de Algemene termijnenwet een opgeschorte of verdaagde beslistermijn nog verlengt, staat niet vast (Atw 1, 4)."
)


def verdaag(telling: Telling, verdagingen: tuple[Verdaging, ...], ontvangen: dt.date | None) -> None:
    """Add every postponement (Awb 7:10 lid 3 and 4); what is doubtful counts in the latest reading alone."""
    for nummer, verdaging in enumerate(verdagingen):
        artikel = "Awb 7:10 lid 4" if nummer else "Awb 7:10 lid 3"
        bezwaren = list(_twijfel(verdaging, ontvangen, telling.vroegst.dag, eerste=nummer == 0))
        telling.voorbehoud += [*bezwaren, ATW_VERLENGD]
        if not bezwaren and verdaging.weken:
            telling.vroegst.postpone(verdaging, verdaging.weken, artikel)
        if telling.laatst:
            # More than six weeks at once may stand on consent (lid 4): who waits, waits for all of them.
            weken, ruim = verdaging.weken or _HOOGSTENS, nummer or verdaging.grond
            telling.laatst.postpone(verdaging, weken if ruim else min(weken, _HOOGSTENS), artikel)


def _twijfel(verdaging: Verdaging, ontvangen: dt.date | None, einde: dt.date, *, eerste: bool) -> Iterable[str]:
    """Why a postponement may not count, as Dutch sentences; it comes between receipt and `einde` of the period."""
    zonder = "in de vroegste lezing is gerekend zonder"
    if verdaging.datum is None:
        yield f"Wanneer is verdaagd, staat niet in de feiten: {zonder} (Awb 7:10 lid 3)."
    elif ontvangen and verdaging.datum < ontvangen:
        zin = f"De verdaging is van {datum_voluit(verdaging.datum)}, voordat het bezwaar binnenkwam"
        yield f"{zin}: {zonder} (Awb 7:10 lid 3)."
    elif verdaging.datum > einde:
        zin = f"De verdaging is van {datum_voluit(verdaging.datum)}, na het einde van de beslistermijn op"
        yield f"{zin} {datum_voluit(einde)}: {zonder} (Awb 7:10 lid 3)."
    if verdaging.weken is None:
        yield f"Met hoeveel weken is verdaagd, staat niet in de feiten: {zonder} (Awb 7:10 lid 3)."
    elif eerste and verdaging.weken > _HOOGSTENS:
        yield f"Verdagen kan met ten hoogste zes weken: {zonder} (Awb 7:10 lid 3)."
    if verdaging.aan_alle_belanghebbenden is False:
        yield f"De verdaging is niet aan alle belanghebbenden gemeld: {zonder} (Awb 7:10 lid 5)."
    elif verdaging.aan_alle_belanghebbenden is None:
        zin = "Of de verdaging aan alle belanghebbenden is gemeld, staat niet in de feiten"
        yield f"{zin}: {zonder} (Awb 7:10 lid 5)."
    if not eerste and verdaging.grond is None:
        yield f"Voor verder uitstel is geen grond genoemd: {zonder} (Awb 7:10 lid 4)."
    elif not eerste and verdaging.grond is not Uitstelgrond.ALLEN_AKKOORD:
        zin = f"Of verder uitstel op deze grond mag ({verdaging.grond}), beoordeelt een jurist"
        yield f"{zin}: {zonder} (Awb 7:10 lid 4)."


def verdagen_uiterlijk(telling: Telling) -> Uitkomst:
    """Until when the decision may still be postponed: within the period as it runs now."""
    einde = telling.vroegst.dag
    zin = f"Verdagen kan zolang de beslistermijn loopt, dus uiterlijk op {datum_voluit(einde)}: schriftelijk, aan alle "
    stap = Stap(f"{zin}belanghebbenden.", "Awb 7:10 lid 3", einde)
    return Uitkomst(einde, (*telling.vroegst.stappen, stap), tuple(dict.fromkeys(telling.voorbehoud)))
