"""Which findings and facts what goes public may tell of: the receipt lies in the folder that is published.

As long as a paper of the dossier is not public, public output knows only what public papers show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.document.oorzaken import paden_van
from generator.document.walk import voorwaarden, walk
from generator.feiten.schuilnaam import schuilnaam

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.bevindingen import Bevinding
    from generator.document.nodes import Document
    from generator.errors import Plaats
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Feit

_VAN_IEDEREEN = ("gemeente.", "titel", "toetsdatum")
_BEZWAREN = "/bezwaren/"  # what belongs to an objection is internal


class Openbaarmaking(Struct, frozen=True):
    """What may be told of a dossier on a day.

    Attributes:
        besloten: the papers that are not public.
        getoond: the paths of what the public papers show; empty when every paper is public.
        verborgen: the paths of the facts that may not be told of.
        plaatsen: where those stand.
        bestanden: the files in which nothing may be told of.
        namen: matches the names that give a secret away; None when nothing is secret.
    """

    besloten: frozenset[str]
    getoond: frozenset[str]
    verborgen: frozenset[str]
    plaatsen: frozenset[Plaats]
    bestanden: frozenset[str]
    namen: re.Pattern[str] | None

    def mag_feit(self, pad: str) -> bool:
        """Whether the fact at `pad` may be told of."""
        return pad not in self.verborgen

    def mag_termijn(self, feiten: Iterable[Feit]) -> bool:
        """Whether the period of these facts may be told of: a public paper shows its day, or nothing is hidden."""
        return not self.besloten or any(feit.pad in self.getoond for feit in feiten)

    def mag(self, bevinding: Bevinding) -> bool:
        """Whether `bevinding` tells only what the public papers show."""
        if bevinding.gegevens.get("stuk") in self.besloten or not all(map(self.mag_feit, bevinding.feiten)):
            return False
        if any(plaats in self.plaatsen or plaats.bestand in self.bestanden for plaats in bevinding.plaatsen):
            return False
        if any(_BEZWAREN in plaats.bestand for plaats in bevinding.plaatsen):
            return False
        return self.namen is None or not any(self.namen.search(str(wat)) for wat in bevinding.gegevens.values())


def maak_openbaarmaking(dossier: Dossier, dag: dt.date, stukken: Iterable[Document]) -> Openbaarmaking:
    """What may be told of `dossier` on `dag` when its public papers are `stukken`."""
    besloten = frozenset(naam for naam, stuk in dossier.stukken.items() if not stuk.is_openbaar_op(dag))
    geheim = dossier.schuilnamen_op(dag)
    verborgen = {pad for pad in dossier.feiten if schuilnaam(pad, geheim) != pad}
    getoond = _getoond(stukken) if besloten else frozenset()
    if besloten:
        eigen = (*_VAN_IEDEREEN, *(f"stukken.{naam}." for naam in dossier.stukken if naam not in besloten))
        verborgen |= {pad for pad in dossier.feiten if pad not in getoond and not pad.startswith(eigen)}
    plaatsen = {dossier.feiten[pad].plaats for pad in verborgen}
    plaatsen |= {dossier.stukken[naam].plaats for naam in besloten} | {dossier.bijlagen[naam].plaats for naam in geheim}
    open_ = {feit.plaats.bestand for pad, feit in dossier.feiten.items() if pad not in verborgen}
    titels = [dossier.bijlagen[naam].titel for naam in geheim] + [
        onderwerp for naam in besloten if not (onderwerp := dossier.stukken[naam].onderwerp).formule
    ]
    woorden = [*besloten, *geheim, *(titel.woorden for titel in titels if not titel.is_open)]
    namen = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(woorden)))})(?!\w)") if woorden else None
    bestanden = frozenset(plaats.bestand for plaats in plaatsen) - open_
    return Openbaarmaking(besloten, getoond, frozenset(verborgen), frozenset(plaatsen), bestanden, namen)


def _getoond(stukken: Iterable[Document]) -> frozenset[str]:
    """The facts that the papers print, follow from or hang on."""
    uit: set[str] = set()
    for boom in stukken:
        uit |= {pad for node in walk(boom) for pad in paden_van(node)}
        uit |= voorwaarden(boom)
    return frozenset(uit)
