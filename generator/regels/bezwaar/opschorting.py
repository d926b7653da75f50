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
from generator.regels.bezwaar.verzuim import verzuimwoord, zonder_verzuim
from generator.regels.kalender import DAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.bezwaarprocedure import Opschorting, Procedure, Verzuimbrief
    from generator.feiten.bezwaarschrift import Bezwaarzaak

_DAG_ZELF = (
    "Of de dag van herstel, of de laatste dag van de hersteltermijn, nog meetelt als dag van stilstand, staat niet "
    "vast (Awb 7:10 lid 2)."
)
_BEWIJS_ONBEKEND = (
    "Of bewijs is dat de verzuimbrief is verzonden, staat niet in de feiten; zonder dat bewijs staat de stilstand niet "
    "vast (Awb 6:6)."
)
_VERZUIM = "Awb 7:10 lid 2"
_GRONDSLAG = {Opschortingsgrond.VERZUIM: _VERZUIM, Opschortingsgrond.INSTEMMING: "Awb 7:10 lid 4"}


class Stuk(Struct, frozen=True):
    """A stretch of days on which the period stands still in one reading: first and last day, why, and the article."""

    van: dt.date
    tot: dt.date
    zin: str
    grondslag: str


class Stilstand(Struct, frozen=True):
    """What may make the period stand still.

    Attributes:
        van: the first day.
        kort: the days in the shortest reading; None when that has none.
        lang: the days in the longest reading; None when the facts set no limit.
        voorbehoud: Dutch sentences: what is uncertain about it.
        gevraagd: what was asked for and is there by now, so that it may have been there all along; empty when not.
    """

    van: dt.date
    kort: Stuk | None
    lang: Stuk | None
    voorbehoud: tuple[str, ...]
    gevraagd: str = ""


def stilstanden(zaak: Bezwaarzaak, procedure: Procedure, er: frozenset[Verzuim]) -> list[Stilstand]:
    """Every stretch of days on which the period may stand still, in order; `er` is what is there (`aanwezig`)."""
    gevonden = [
        _na_verzuimbrief(brief, er, ongebruikt=is_niet_hersteld(zaak, brief, nummer))
        for nummer, brief in enumerate(procedure.verzuimbrief or ())
    ]
    gevonden += map(_opgeschort, procedure.opschorting or ())
    return sorted(filter(None, gevonden), key=lambda stilstand: stilstand.van)


def verlengd(einde: dt.date, begin: dt.date, stukken: Iterable[Stuk]) -> tuple[dt.date, list[Stuk]]:
    """The end of a period from `begin` to `einde` after it stood still on `stukken`, sorted, and which of those count.

    A stretch that begins after the end adds nothing: the period was over by then.
    """
    geteld_tot, tellend = begin - DAG, []
    for stuk in stukken:
        if stuk.van > einde:
            break
        eerste = max(stuk.van, geteld_tot + DAG)
        if stuk.tot >= eerste:
            einde += stuk.tot - eerste + DAG
            geteld_tot = stuk.tot
            tellend.append(stuk)
    return einde, tellend


def is_niet_hersteld(zaak: Bezwaarzaak, brief: Verzuimbrief, nummer: int) -> bool:
    """Whether the facts say that the defect of the `nummer`-th letter, from zero, was not repaired."""
    return bool(brief.niet_hersteld) or zaak.is_geen(f"procedure.verzuimbrief.{nummer}.hersteld")


def _na_verzuimbrief(brief: Verzuimbrief, er: frozenset[Verzuim], *, ongebruikt: bool) -> Stilstand | None:
    """The days after a request to repair a defect; None when no defect was named, or no day is known at all."""
    if brief.verzuimen == () or (brief.datum is None and brief.hersteld is None and brief.hersteltermijn_tot is None):
        return None
    van = (brief.datum or dt.date.min) + DAG
    grens, hersteld = brief.hersteltermijn_tot, brief.hersteld
    vraag = "Om herstel van een verzuim is gevraagd"
    if brief.datum:
        vraag = f"Op {datum_voluit(brief.datum)} is om herstel van een verzuim gevraagd"
    einde, slot, twijfel = grens, "", list(_twijfel(brief, er))
    if hersteld and (grens is None or hersteld <= grens):
        einde, slot = hersteld, f"het verzuim is hersteld op {datum_voluit(hersteld)}"
    elif grens and (hersteld or ongebruikt):
        slot = f"de hersteltermijn is op {datum_voluit(grens)} ongebruikt voorbijgegaan"
    else:
        wat = "Tot wanneer het verzuim kon worden hersteld" if ongebruikt else "Of en wanneer het verzuim is hersteld"
        twijfel.append(f"{wat}, staat niet in de feiten")
        slot = f"herstellen kan tot en met {datum_voluit(grens)}" if grens else ""
    lang = Stuk(van, einde, f"{vraag}; {slot}.", _VERZUIM) if einde else None
    if twijfel:
        zinnen = tuple(f"{zin}: in de vroegste lezing is gerekend zonder stilstand." for zin in twijfel)
        return Stilstand(van, None, lang, zinnen)
    bewijs = () if brief.verzendbewijs or hersteld else (_BEWIJS_ONBEKEND,)
    kort = Stuk(van, einde - DAG, f"{vraag}; {slot}.", _VERZUIM) if einde and einde > van else None
    gevraagd = ", ".join(map(verzuimwoord, brief.verzuimen or ())) if er.issuperset(brief.verzuimen or ()) else ""
    return Stilstand(van, kort, lang, (_DAG_ZELF, *bewijs), gevraagd)


def _twijfel(brief: Verzuimbrief, er: frozenset[Verzuim]) -> Iterator[str]:
    """Why it is not certain that the letter makes the period stand still, as the beginnings of Dutch sentences."""
    if brief.datum is None:
        yield "Wanneer om herstel van een verzuim is gevraagd, staat niet in de feiten"
    if brief.verzuimen is None:
        yield "Welk verzuim moest worden hersteld, staat niet in de feiten"
    if zin := zonder_verzuim(brief, er):
        yield f"{zin}; alleen een echt verzuim doet de termijn stilstaan (Awb 7:10 lid 2)"
    if brief.verzendbewijs is False:
        toch = ", al wijst het herstel erop dat de brief is ontvangen" if brief.hersteld else ""
        yield f"Bewijs dat de verzuimbrief is verzonden, is er niet (Awb 6:6){toch}"


def _opgeschort(opschorting: Opschorting) -> Stilstand | None:
    """The days of a suspension on another ground."""
    van, tot = opschorting.van, opschorting.tot
    if van is None and tot is None:
        return None
    grondslag = _GRONDSLAG.get(opschorting.grond or Opschortingsgrond.OVERMACHT, "Awb 4:15 lid 2")
    reden = opschorting.grond or "een grond die niet in de feiten staat"
    begin = van or dt.date.min + DAG
    vanaf = f" van {datum_voluit(van)}" if van else ""
    zin = f"De termijn stond stil{vanaf} tot {datum_voluit(tot)}, wegens {reden}." if tot else ""
    lang = Stuk(begin, tot, zin, grondslag) if tot else None
    if van is None or tot is None or opschorting.grond in {None, Opschortingsgrond.VERZUIM}:
        slot = f"De opschorting wegens {reden} telt niet mee in de vroegste lezing: van wanneer tot wanneer en waarom, "
        slot = f"{slot}staat niet vast."
        if opschorting.grond is Opschortingsgrond.VERZUIM:
            slot = "Opschorten wegens een verzuim kan alleen na een verzoek om herstel; leg dat vast als verzuimbrief."
        return Stilstand(begin, None, lang, (slot,))
    slot = f"Of de termijn op deze grond stilstond ({reden}), beoordeelt een jurist: in de vroegste lezing is gerekend"
    return Stilstand(van, None, lang, (f"{slot} zonder stilstand ({grondslag}).",))
