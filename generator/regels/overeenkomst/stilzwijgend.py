"""Silent renewal: the agreement has none, so that the council can be heard before its term grows longer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.regels.overeenkomst.melden import SOORT
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten
from generator.regels.voorlegging import stukken_over_overeenkomst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block

_ZIN = re.compile(r"(?<=[.?!;])\s")
_STIL = r"(?:stilzwijgend\w*|automatisch\w*|vanzelf|van rechtswege)"
_VERLENGT = re.compile(
    rf"\b{_STIL} (?:[^.;:]{{0,40}} )?verleng\w*|\bverleng\w*\b[^.;:]{{0,40}} {_STIL}"
    rf"|\bloopt\b[^.;:]{{0,40}} {_STIL} door\b",
    re.IGNORECASE,
)
_NOOIT = re.compile(rf"\b(?:nooit|niet) (?:{_STIL}) (?:[^.;:]{{0,40}} )?verleng", re.IGNORECASE)
# It denies, asks or weighs; or another contract, or a permit, is renewed.
_ANDERS = re.compile(
    r"\?|\b(?:niet|nooit|geen|zonder|kan|kunnen|zou|zouden|als|indien|mocht|vergunning|subsidie\w*|verzeker\w*|\w*huur\w*"
    r"|richtlijn|termijn)\b",
    re.IGNORECASE,
)


@regel("OV-STILZWIJGEND", neemt=Neemt.STUKKEN)
def stilzwijgend_verlengd(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence renews the agreement without anybody deciding it; where the agreement denies that, both places."""
    if zaak.dossier.overeenkomst is None:
        return
    namen = stukken_over_overeenkomst(zaak.dossier)
    zinnen = [(naam, blok, zin) for naam, blok, tekst in teksten(zaak) if naam in namen for zin in _ZIN.split(tekst)]
    beweerd = [een for een in zinnen if _VERLENGT.search(een[2]) and not _ANDERS.search(een[2])]
    ontkend = next((een for een in zinnen if beweerd and _is_ontkenning(zaak, *een)), None)
    for naam, blok, zin in beweerd:
        daar = f" Elders zegt de overeenkomst: ‘{ontkend[2].strip(' .;')}’." if ontkend else ""
        plaatsen = (plaats(blok), plaats(ontkend[1])) if ontkend else (plaats(blok),)
        yield Bevinding(
            "OV-STILZWIJGEND", Ernst.WAARSCHUWING, plaatsen, {"stuk": naam, "zin": zin.strip(" .;"), "daar": daar}
        )


def _is_ontkenning(zaak: Zaak, naam: str, _blok: Block, zin: str) -> bool:
    return zaak.dossier.stukken[naam].soort.woorden == SOORT and bool(_NOOIT.search(zin))
