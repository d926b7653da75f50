"""The chance to repair what an objection lacks (Awb 6:6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.verzuim import aanwezig, verzuimwoord, zonder_verzuim
from generator.regels.kalender import gewone_dag_vanaf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Verzuimbrief
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets


@bezwaarregel("BZ-6:6", "Awb 6:6", ontvanger=Ernst.OORDEEL, indiener=None)
def herstel(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """What is missing has consequences only after a chance to repair it, which the body has to prove."""
    for nummer, brief in enumerate(toets.procedure.verzuimbrief or ()):
        yield from _brief(toets, brief, f"procedure.verzuimbrief.{nummer}")
    elders = toets.elders
    if elders and elders.middel:
        return  # whoever decides on that remedy asks for what is missing
    if ongevraagd := toets.ongevraagde_verzuimen:
        paden = [pad for reeks in ongevraagd.values() for pad in reeks]
        bekend = "" if toets.procedure.verzuimbrief is not None else "voor zover bekend "
        wat = ", ".join(map(verzuimwoord, ongevraagd))
        yield nee(*paden, ernst=Ernst.WAARSCHUWING, wat=wat, bekend=bekend)


@bezwaarregel(
    "BZ-7:10-V", "Awb 7:10 lid 2", "Awb 6:6", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, bij="verzuimbrief"
)
def verzuim_bij_stilstand(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Only a real defect makes the period stand still; room to add to what is there does not (Awb 7:10 lid 2)."""
    er = aanwezig(toets.zaak)
    for nummer, brief in enumerate(toets.procedure.verzuimbrief or ()):
        if waarom := zonder_verzuim(brief, er):
            yield beoordelen(f"procedure.verzuimbrief.{nummer}.verzuimen", waarom=waarom)


def _brief(toets: Bezwaartoets, brief: Verzuimbrief, pad: str) -> Iterator[Antwoord]:
    """Whether what one letter asked for was repaired in the time it gave."""
    tot, wat = brief.hersteltermijn_tot, ", ".join(map(verzuimwoord, brief.verzuimen or ())) or "het verzuim"
    voorbij = tot and toets.op and toets.op > tot
    if brief.hersteld and tot and brief.hersteld <= tot:
        yield ja(f"{pad}.hersteld", wat=wat, dag=brief.hersteld)
    elif brief.hersteld and tot is None:
        yield onbekend(f"{pad}.hersteltermijn_tot", wat=wat, dan="tot wanneer dat kon")
    elif brief.hersteld or brief.niet_hersteld or voorbij:
        bewijs = {True: "is er", False: "is er niet", None: "staat niet in de feiten"}[brief.verzendbewijs]
        yield beoordelen(
            f"{pad}.hersteld", f"{pad}.hersteltermijn_tot", f"{pad}.verzendbewijs",
            wat=wat, tot=datum_voluit(tot) if tot else "een dag die niet in de feiten staat", bewijs=bewijs,
            hoe=_hoe_hersteld(toets, brief),
        )  # fmt: skip
    else:
        yield onbekend(f"{pad}.hersteld", wat=wat, dan="of dat is gebeurd")


def hersteld_na_rustdag(toets: Bezwaartoets, brief: Verzuimbrief) -> bool:
    """Whether the letter's term ended on a rest day and it was repaired by the first ordinary day after that.

    The Atw is about periods that a law sets, so that whether this is in time is for a person to say.
    """
    tot, hersteld = brief.hersteltermijn_tot, brief.hersteld
    return bool(tot and hersteld and tot < hersteld <= gewone_dag_vanaf(toets.recht.kalender, tot))


def _hoe_hersteld(toets: Bezwaartoets, brief: Verzuimbrief) -> str:
    if brief.hersteld:
        slot = ", de eerste gewone dag daarna; de termijn eindigde op een rustdag"
        return f"hersteld op {datum_voluit(brief.hersteld)}{slot * hersteld_na_rustdag(toets, brief)}"
    return "niet hersteld" if brief.niet_hersteld else "voor zover bekend niet hersteld"
