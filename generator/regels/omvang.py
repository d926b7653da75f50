"""How long a paper became: known once it is set, so only of what was made or read back as a PDF."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Heading, PageBreak
from generator.opmaak import telwoord
from generator.regels.gelegd import gelezen
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bladzijden import Omvang
    from generator.document.nodes import Document

# Pages that a council reads of one kind of paper: custom, and no law. Attachments on pages of their own do not count.
_HOOGSTENS = {"oplegger": 1, "raadsinformatiebrief": 2, "raadsnota": 8}


@regel("ST-LENGTE", neemt=Neemt.OMVANG)
def langer_dan_gewoonlijk(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper takes more pages than councils are used to of its kind."""
    for bestand, papier, boom in gelezen(zaak):
        naam = PurePosixPath(bestand).stem
        stuk = zaak.dossier.stukken[naam]
        hoogstens = _HOOGSTENS.get(stuk.soort.woorden)
        bladen = _voor_de_bijlagen(boom, papier.omvang) if papier.omvang else 0
        if papier.omvang and hoogstens and bladen > hoogstens:
            waarvoor = " vóór de bijlagen" if bladen < papier.omvang.bladen else ""
            yield Bevinding(
                "ST-LENGTE", Ernst.WAARSCHUWING, (stuk.soort.plaats,),
                {"stuk": naam, "soort": stuk.soort.woorden, "bladen": f"{telwoord(bladen)} bladzijden{waarvoor}",
                 "hoogstens": telwoord(hoogstens)},
                feiten=(stuk.soort.pad,),
            )  # fmt: skip


def _voor_de_bijlagen(boom: Document, omvang: Omvang) -> int:
    """The pages before the first part that begins on a page of its own; nought when nobody knows which that is."""
    blokken = iter(boom.blocks)
    if not any(isinstance(blok, PageBreak) for blok in blokken):
        return omvang.bladen
    kop = next((blok for blok in blokken if isinstance(blok, Heading)), None)
    return omvang.labels.get(kop.label, 1) - 1 if kop else 0
