"""Hearing those concerned and the papers for it (Awb 7:2–7:4, 7:7, 7:9; AWR 25)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.feiten.bezwaarkeuzes import Verzoek
from generator.regels.bezwaar.antwoord import antwoord_op, beoordelen, ja, nee, nvt, onbekend, samen
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.dwangsom import besloten_op
from generator.regels.bezwaar.verloop import spanne, verloop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Hoorzitting
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_ZITTING = "procedure.hoorzitting"


@bezwaarregel("BZ-7:2", "Awb 7:2", ontvanger=Ernst.FOUT, indiener=None)
def uitnodiging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Before a decision those concerned can be heard; who objected or gave a view is told so (Awb 7:2)."""
    procedure = toets.procedure
    zittingen = procedure.hoorzitting
    if procedure.intrekking or procedure.afzien_van_horen or (not zittingen and _hoeft_niet_gehoord(toets)):
        yield nvt(_ZITTING)
    elif zittingen:
        for nummer, zitting in enumerate(zittingen):
            yield antwoord_op(_is_uitgenodigd(toets, zitting))(f"{_ZITTING}.{nummer}", zitting=zitting.datum)
    elif zittingen is not None and procedure.afzien_van_horen is not None and procedure.beslissing:
        yield nee(_ZITTING, "procedure.afzien_van_horen", "procedure.beslissing", zitting="geen")
    else:
        yield onbekend(_ZITTING, zitting=None)


def _hoeft_niet_gehoord(toets: Bezwaartoets) -> bool:
    """Whether it is a tax case in which nobody asked to be heard (AWR 25 lid 1)."""
    soort, verzoeken = toets.besluit.soort, toets.bezwaarschrift.verzoeken
    return bool(soort and soort.is_belastingzaak and verzoeken is not None and Verzoek.HOREN not in verzoeken)


def _is_uitgenodigd(toets: Bezwaartoets, zitting: Hoorzitting) -> bool | None:
    """Whether all who had to be were invited; None when the facts leave it open."""
    ook = zitting.zienswijzegevers_uitgenodigd if toets.besluit.zienswijzen_ingebracht else True
    return samen(zitting.alle_belanghebbenden_uitgenodigd, ook)


@bezwaarregel("BZ-ZITTING", "Awb 7:2", "Awb 7:10", indiener=None, bij="hoorzitting")
def zitting_op_tijd(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who hears after the last day to decide cannot decide in time; the period is then to be postponed first."""
    beslissen = toets.uitkomsten.get("beslissen_uiterlijk")
    if beslissen is None or besloten_op(toets.procedure) or toets.procedure.intrekking:
        return
    lezingen = spanne(beslissen)
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        if zitting.datum is None:
            continue
        pad, uiterlijk = f"{_ZITTING}.{nummer}.datum", lezingen.vroegst
        if zitting.datum <= uiterlijk:
            yield ja(pad, zitting=zitting.datum, uiterlijk=uiterlijk)
        elif lezingen.laatst and zitting.datum > lezingen.laatst:
            yield nee(pad, zitting=zitting.datum, uiterlijk=lezingen.laatst)
        else:
            yield beoordelen(pad, zitting=zitting.datum, uiterlijk=uiterlijk)


@bezwaarregel("BZ-7:3", "Awb 7:3", ontvanger=Ernst.OORDEEL, indiener=None)
def afzien_van_horen(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Leaving out the hearing is a person's choice on one of the grounds of Awb 7:3, never a conclusion of ours."""
    procedure = toets.procedure
    verzoeken = toets.bezwaarschrift.verzoeken
    for nummer, afzien in enumerate(procedure.afzien_van_horen or ()):
        pad = f"procedure.afzien_van_horen.{nummer}"
        if afzien.grond is None or afzien.door is None:
            yield onbekend(pad, grond=afzien.grond, door=afzien.door)
        else:
            yield beoordelen(
                f"{pad}.grond", "bezwaarschrift.verzoeken",
                grond=afzien.grond, door=afzien.door, gevraagd_op=afzien.gevraagd_op,
                tot=afzien.reactietermijn_tot, verzocht=None if verzoeken is None else Verzoek.HOREN in verzoeken,
            )  # fmt: skip
    if procedure.afzien_van_horen == () or (procedure.hoorzitting and not procedure.afzien_van_horen):
        yield nvt("procedure.hoorzitting")


@bezwaarregel("BZ-25AWR", "AWR 25", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE)
def horen_in_belastingzaak(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """In tax cases one is heard only on request (AWR 25 lid 1, WOZ 30 lid 1)."""
    soort, verzoeken = toets.besluit.soort, toets.bezwaarschrift.verzoeken
    if soort is None or not soort.is_belastingzaak:
        return
    if verzoeken is None:
        yield onbekend("bezwaarschrift.verzoeken")
    else:
        yield ja("bezwaarschrift.verzoeken", gevraagd=Verzoek.HOREN in verzoeken)


@bezwaarregel("BZ-7:4-1", "Awb 7:4 lid 1", indiener=None, bij="hoorzitting")
def nadere_stukken(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Further papers until ten days before the hearing, counted back without the Atw (Awb 7:4 lid 1, Atw 1 lid 2)."""
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        if zitting.datum is None or not zitting.nadere_stukken_op:
            continue
        tot = verloop(toets.recht, "nadere_stukken", zitting.datum).uitkomst.datum
        for stuk_op in zitting.nadere_stukken_op:
            antwoord = ja if stuk_op <= tot else nee
            yield antwoord(
                f"{_ZITTING}.{nummer}.nadere_stukken_op", f"{_ZITTING}.{nummer}.datum",
                stuk_op=stuk_op, zitting=zitting.datum, tot=tot,
            )  # fmt: skip


@bezwaarregel("BZ-7:4-2", "Awb 7:4 lid 2", ontvanger=Ernst.FOUT, indiener=None, bij="hoorzitting")
def terinzagelegging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """All papers can be looked into for at least a week before the hearing (Awb 7:4 lid 2)."""
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        pad = f"{_ZITTING}.{nummer}"
        if zitting.datum is None or zitting.inzage_van is None:
            yield onbekend(pad, zitting=zitting.datum)
            continue
        uiterlijk = verloop(toets.recht, "hoorstukken_inzage", zitting.datum).uitkomst.datum
        op_tijd = zitting.inzage_van <= uiterlijk
        if op_tijd and zitting.inzage_tot:
            op_tijd = min(zitting.inzage_tot, zitting.datum - dt.timedelta(1)) - zitting.inzage_van >= dt.timedelta(6)
        yield (ja if op_tijd else nee)(
            f"{pad}.inzage_van", f"{pad}.inzage_tot",
            zitting=zitting.datum, van=zitting.inzage_van, tot=zitting.inzage_tot, uiterlijk=uiterlijk,
        )  # fmt: skip


@bezwaarregel("BZ-7:4-3", "Awb 7:4 lid 3", ontvanger=Ernst.FOUT, indiener=None, bij="hoorzitting")
def oproep(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The call names the right to hand in papers, and where and when the papers can be looked into (Awb 7:4 lid 3).

    A call from after the last day for papers names a right that nobody can use any more.
    """
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        pad = f"{_ZITTING}.{nummer}"
        yield antwoord_op(zitting.oproep_noemt_stukken)(f"{pad}.oproep_noemt_stukken")
        if zitting.datum and zitting.uitgenodigd_op:
            tot = verloop(toets.recht, "nadere_stukken", zitting.datum).uitkomst.datum
            if zitting.uitgenodigd_op > tot:
                yield beoordelen(
                    f"{pad}.uitgenodigd_op", f"{pad}.datum",
                    uitgenodigd=zitting.uitgenodigd_op, zitting=zitting.datum, tot=tot,
                )  # fmt: skip


@bezwaarregel("BZ-7:4-6", "Awb 7:4 lid 6", ontvanger=Ernst.OORDEEL, indiener=None, bij="hoorzitting")
def geheime_stukken(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Papers are kept back with consent (lid 5) or for weighty reasons, of which those concerned are told (lid 6–8)."""
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        pad = f"{_ZITTING}.{nummer}.stukken_geheim"
        if zitting.stukken_geheim:
            yield beoordelen(pad, f"{_ZITTING}.{nummer}.geheim_gemeld", gemeld=zitting.geheim_gemeld)
        elif zitting.stukken_geheim is False:
            yield ja(pad)


@bezwaarregel("BZ-7:7", "Awb 7:7", ontvanger=Ernst.FOUT, indiener=None, bij="hoorzitting")
def hoorverslag(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Of the hearing a record is made; it may stand in the advice (Awb 7:7, 7:13 lid 6)."""
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        nog_niet = zitting.datum and toets.op and toets.op <= zitting.datum
        if not (nog_niet and zitting.verslag is None):
            yield antwoord_op(zitting.verslag)(f"{_ZITTING}.{nummer}.verslag", zitting=zitting.datum)


@bezwaarregel("BZ-7:9", "Awb 7:9", ontvanger=Ernst.OORDEEL, indiener=None, bij="nieuw_feit")
def nieuw_feit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """What comes up after the hearing and may matter much is told, and heard about again (Awb 7:9)."""
    feiten = toets.procedure.nieuw_feit
    for nummer, feit in enumerate(feiten or ()):
        pad = f"procedure.nieuw_feit.{nummer}"
        if feit.gemeld_op and feit.opnieuw_gehoord:
            yield ja(pad, datum=feit.datum)
        else:
            yield beoordelen(pad, datum=feit.datum, gemeld=feit.gemeld_op, gehoord=feit.opnieuw_gehoord)
    if feiten == ():
        yield nvt("procedure.nieuw_feit")
