"""Who hears, and the committee that advises (Awb 7:5, 7:13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.regels.bezwaar.antwoord import antwoord_op, beoordelen, nvt, onbekend, samen
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import Peil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarprocedure import Hoorder
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_ZITTING = "procedure.hoorzitting"
_COMMISSIE = "procedure.adviescommissie"


@bezwaarregel("BZ-7:5", "Awb 7:5", ontvanger=Ernst.FOUT, indiener=None, bij="hoorzitting")
def hoorders(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Without a committee: the body or a member of it hears, or people who did not prepare the decision (Awb 7:5)."""
    commissie, soort = toets.procedure.adviescommissie, toets.besluit.soort
    geen_commissie = toets.zaak.is_geen(_COMMISSIE) or (commissie and commissie.ingesteld is False)
    for nummer, zitting in enumerate(toets.procedure.hoorzitting or ()):
        pad = f"{_ZITTING}.{nummer}.hoorders"
        if commissie and commissie.ingesteld:
            yield nvt(f"{_COMMISSIE}.ingesteld")
        elif not zitting.hoorders or not geen_commissie:
            yield onbekend(pad, f"{_COMMISSIE}.ingesteld")
        else:
            uitkomst = _mag_horen(zitting.hoorders)
            if uitkomst is False and soort and soort.is_belastingzaak:  # AWR 25 lid 2: circumstances may demand it
                yield beoordelen(pad)
            else:
                yield antwoord_op(uitkomst)(pad)


def _mag_horen(hoorders: tuple[Hoorder, ...]) -> bool | None:
    """Whether these may hear; None when the facts leave it open."""
    if any(hoorder.lid_bestuursorgaan for hoorder in hoorders):
        return True
    anders = any(hoorder.lid_bestuursorgaan is None for hoorder in hoorders)  # may still be a member
    meer = len(hoorders) > 1
    vrij = sum(hoorder.betrokken is False for hoorder in hoorders)
    leiders = [hoorder for hoorder in hoorders if hoorder.leidt or not meer]
    if 2 * vrij > len(hoorders) and leiders and all(leider.betrokken is False for leider in leiders):
        return True
    niet_vrij = sum(bool(hoorder.betrokken) for hoorder in hoorders)
    fout = 2 * niet_vrij >= len(hoorders) or any(leider.betrokken for leider in leiders)
    return False if fout and not anders else None


@bezwaarregel("BZ-7:13", "Awb 7:13 lid 1", ontvanger=Ernst.FOUT, indiener=None)
def samenstelling_commissie(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A committee has a chair from outside and at least two members (Awb 7:13 lid 1)."""
    commissie = toets.procedure.adviescommissie
    if toets.zaak.is_geen(_COMMISSIE) or (commissie and commissie.ingesteld is False):
        yield nvt(f"{_COMMISSIE}.ingesteld")
        return
    if commissie is None or commissie.ingesteld is None:
        yield onbekend(f"{_COMMISSIE}.ingesteld", leden=None, extern=None)
        return
    yield antwoord_op(commissie.voldoet)(
        f"{_COMMISSIE}.leden", f"{_COMMISSIE}.voorzitter_extern",
        leden=commissie.leden, extern=commissie.voorzitter_extern,
    )  # fmt: skip


@bezwaarregel("BZ-7:13-2", "Awb 7:13 lid 2", "Awb 7:10 lid 1", indiener=None)
def melding_commissie(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The objector is told as soon as can be that a committee advises; on it hang the twelve weeks (Awb 7:13 lid 2)."""
    commissie = toets.procedure.adviescommissie
    if commissie is None or not commissie.ingesteld:
        return
    pad = f"{_COMMISSIE}.gemeld_op"
    gemeld = None if commissie.gemeld_op is None and not toets.zaak.is_geen(pad) else bool(commissie.gemeld_op)
    yield antwoord_op(gemeld)(pad, gemeld_op=commissie.gemeld_op)


@bezwaarregel("BZ-7:13-4", "Awb 7:13 lid 4", indiener=None)
def afzien_door_commissie(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A committee itself decides whether hearing is left out, unless a regulation says otherwise (Awb 7:13 lid 4)."""
    commissie = toets.procedure.adviescommissie
    if commissie is None or not commissie.ingesteld:
        return
    for nummer, afzien in enumerate(toets.procedure.afzien_van_horen or ()):
        yield antwoord_op(afzien.namens_commissie)(
            f"procedure.afzien_van_horen.{nummer}.namens_commissie", door=afzien.door
        )


@bezwaarregel(
    "BZ-7:13-7", "Awb 7:13 lid 7", ontvanger=Ernst.FOUT, indiener=None, peil=Peil.BESLISSING, bij="beslissing"
)
def afwijking_advies(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who departs from the advice says why, and sends the advice along (Awb 7:13 lid 7)."""
    commissie = toets.procedure.adviescommissie
    if toets.procedure.beslissing is None or commissie is None or not commissie.ingesteld:
        return
    gevolgd, delen = commissie.advies_gevolgd, (commissie.afwijking_gemotiveerd, commissie.advies_meegezonden)
    goed = samen(*delen) if gevolgd is False else gevolgd
    yield antwoord_op(goed)(
        f"{_COMMISSIE}.advies_gevolgd", f"{_COMMISSIE}.afwijking_gemotiveerd", f"{_COMMISSIE}.advies_meegezonden",
        gevolgd=gevolgd, gemotiveerd=delen[0], meegezonden=delen[1],
    )  # fmt: skip
