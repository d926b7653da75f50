"""The days on which the period for deciding stands still (*opschorting*, Awb 7:10 lid 2, 4:15), in both readings.

From the day after the request to repair a defect up to the day of the repair: whether that day itself still counts is
open, so the shortest reading leaves it out and the longest counts it. Days before the period count for nothing, and a
day counts once.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Opschortingsgrond
from generator.regels.kalender import DAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.feiten.bezwaarprocedure import Opschorting, Procedure, Verzuimbrief
    from generator.feiten.bezwaarschrift import Bezwaarzaak

_DAG_ZELF = (
    "Of de dag van herstel, of de laatste dag van de hersteltermijn, nog meetelt als dag van stilstand, staat niet "
    "vast (Awb 7:10 lid 2)."
)
_GRONDSLAG = {Opschortingsgrond.VERZUIM: "Awb 7:10 lid 2", Opschortingsgrond.INSTEMMING: "Awb 7:10 lid 4"}


class Stilstand(Struct, frozen=True):
    """Days on which the period stands still.

    Attributes:
        van: first day.
        kort: last day in the shortest reading; the day before `van` when that has none.
        lang: last day in the longest reading; None when the facts set no limit.
        zin: what happened, as a Dutch sentence.
        grondslag: the article.
        voorbehoud: what is uncertain about it.
    """

    van: dt.date
    kort: dt.date
    lang: dt.date | None
    zin: str
    grondslag: str
    voorbehoud: str


def stilstanden(zaak: Bezwaarzaak, procedure: Procedure) -> list[Stilstand]:
    """Every stretch of days on which the period may stand still, in order."""
    gevonden = [
        _na_verzuimbrief(brief, ongebruikt=is_niet_hersteld(zaak, brief, nummer))
        for nummer, brief in enumerate(procedure.verzuimbrief or ())
    ]
    gevonden += map(_opgeschort, procedure.opschorting or ())
    return sorted(filter(None, gevonden), key=lambda stilstand: stilstand.van)


def verlengd(einde: dt.date, begin: dt.date, dagen: Iterable[tuple[dt.date, dt.date]]) -> dt.date:
    """The end of a period from `begin` to `einde` after it stood still on the stretches `dagen`, sorted by first day.

    A stretch that begins after the end adds nothing: the period was over by then.
    """
    geteld_tot = begin - DAG
    for van, tot in dagen:
        if van > einde:
            break
        eerste = max(van, geteld_tot + DAG)
        if tot >= eerste:
            einde += tot - eerste + DAG
            geteld_tot = tot
    return einde


def kortste(stilstand: Iterable[Stilstand]) -> list[tuple[dt.date, dt.date]]:
    """The stretches in the shortest reading."""
    return [(stuk.van, stuk.kort) for stuk in stilstand if stuk.kort >= stuk.van]


def langste(stilstand: Iterable[Stilstand]) -> list[tuple[dt.date, dt.date]] | None:
    """The stretches in the longest reading; None when one of them has no limit."""
    stukken = list(stilstand)
    if any(stuk.lang is None for stuk in stukken):
        return None
    return [(stuk.van, stuk.lang) for stuk in stukken if stuk.lang]


def is_niet_hersteld(zaak: Bezwaarzaak, brief: Verzuimbrief, nummer: int) -> bool:
    """Whether the facts say that the defect of the `nummer`-th letter, from zero, was not repaired."""
    return bool(brief.niet_hersteld) or zaak.is_geen(f"procedure.verzuimbrief.{nummer}.hersteld")


def _na_verzuimbrief(brief: Verzuimbrief, *, ongebruikt: bool) -> Stilstand | None:
    """The days after a request to repair a defect; None when no defect was named, or no day is known at all."""
    if brief.verzuimen == () or (brief.datum is None and brief.hersteld is None and brief.hersteltermijn_tot is None):
        return None
    van = (brief.datum or dt.date.min) + DAG
    grens, hersteld = brief.hersteltermijn_tot, brief.hersteld
    if hersteld and (grens is None or hersteld <= grens):
        einde, slot = hersteld, f"het verzuim is hersteld op {datum_voluit(hersteld)}"
    elif grens and (hersteld or ongebruikt):
        einde, slot = grens, f"de hersteltermijn is op {datum_voluit(grens)} ongebruikt voorbijgegaan"
    else:
        zin = "Of en wanneer het verzuim is hersteld, staat niet in de feiten: gerekend is zonder stilstand."
        return Stilstand(van, van - DAG, grens, "", "Awb 7:10 lid 2", f"{zin}{_hoogstens(grens)}")
    if brief.datum is None or brief.verzuimen is None:
        wat = "de datum van de verzuimbrief" if brief.datum is None else "welk verzuim moest worden hersteld"
        zin = f"Niet bekend is {wat}: gerekend is zonder stilstand."
        return Stilstand(van, van - DAG, einde, "", "Awb 7:10 lid 2", zin)
    vraag = f"Op {datum_voluit(brief.datum)} is om herstel van een verzuim gevraagd; {slot}."
    return Stilstand(van, einde - DAG, einde, vraag, "Awb 7:10 lid 2", _DAG_ZELF)


def _hoogstens(grens: dt.date | None) -> str:
    return f" Herstel kan tot en met {datum_voluit(grens)}." if grens else ""


def _opgeschort(opschorting: Opschorting) -> Stilstand | None:
    """The days of a suspension on another ground."""
    van, tot = opschorting.van, opschorting.tot
    if van is None and tot is None:
        return None
    grondslag = _GRONDSLAG.get(opschorting.grond or Opschortingsgrond.OVERMACHT, "Awb 4:15 lid 2")
    reden = opschorting.grond or "een grond die niet in de feiten staat"
    if van is None or tot is None or opschorting.grond in {None, Opschortingsgrond.VERZUIM}:
        zin = f"De opschorting wegens {reden} is niet meegeteld: van wanneer tot wanneer en waarom, staat niet vast."
        if opschorting.grond is Opschortingsgrond.VERZUIM:
            zin = "Opschorten wegens een verzuim kan alleen na een verzoek om herstel; leg dat vast als verzuimbrief."
        begin = van or dt.date.min + DAG
        return Stilstand(begin, begin - DAG, tot, "", grondslag, zin)
    zin = f"De termijn stond stil van {datum_voluit(van)} tot {datum_voluit(tot)}, wegens {reden}."
    slot = f"Of {datum_voluit(tot)} zelf nog meetelt als dag van stilstand, staat niet vast ({grondslag})."
    return Stilstand(van, tot - DAG, tot, zin, grondslag, slot)


def voorbehouden(stilstand: Iterable[Stilstand]) -> Iterator[str]:
    """What is uncertain about the days, each once."""
    yield from dict.fromkeys(stuk.voorbehoud for stuk in stilstand)
