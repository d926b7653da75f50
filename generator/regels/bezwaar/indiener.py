"""Who objects and who acts for them: representation, powers, several objectors (Awb 2:1, 2:2, 6:5)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.feiten.bezwaarkeuzes import Gemachtigdesoort, Verzuim
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, nvt, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import Peil
from generator.regels.bezwaar.verzuim import RECHTSPERSONEN, has_adres, herstel_van, is_ondertekend
from generator.regels.bezwaar.vorm import indieners_van

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_PAD = "bezwaarschrift.gemachtigde"
_TOT_2024 = dt.date(2023, 12, 31)  # until then 2:1 had no duty of care as its first paragraph


@bezwaarregel(
    "BZ-2:1-2", "Awb 2:1 lid 2", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE,
    voorheen={_TOT_2024: ("Awb 2:1 lid 1",)},
)  # fmt: skip
def vertegenwoordigd(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Anyone may be assisted or represented, by a lawyer or somebody else."""
    gemachtigde = toets.bezwaarschrift.gemachtigde
    if gemachtigde is None:
        if toets.zaak.is_geen(_PAD):
            yield nvt(_PAD)
    elif gemachtigde.naam is None:
        yield onbekend(f"{_PAD}.naam")
    else:
        yield ja(f"{_PAD}.naam", naam=gemachtigde.naam)


@bezwaarregel("BZ-2:1-3", "Awb 2:1 lid 3", indiener=Ernst.FOUT, voorheen={_TOT_2024: ("Awb 2:1 lid 2",)})
def machtiging(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The body may ask who acts for another for an authorisation; not having one is no defect before it is asked."""
    gemachtigde, pad = toets.bezwaarschrift.gemachtigde, f"{_PAD}.volmacht"
    if gemachtigde is None:
        if toets.zaak.is_geen(_PAD):
            yield nvt(_PAD)
        return
    naam = gemachtigde.naam or "de gemachtigde"
    ingediend = toets.peildatums[Peil.ONTVANGST]
    if gemachtigde.volmacht and gemachtigde.volmacht_datum and ingediend and gemachtigde.volmacht_datum > ingediend:
        vraag = "De machtiging is gedateerd na de indiening. Dekt zij het indienen van dit bezwaar?"
        yield beoordelen(f"{_PAD}.volmacht_datum", pad, naam=naam, vraag=vraag)
    elif gemachtigde.volmacht or herstel_van(toets.zaak, Verzuim.MACHTIGING):
        yield ja(pad, naam=naam)
    elif gemachtigde.volmacht is None:
        yield onbekend(pad, naam=naam)
    elif gemachtigde.soort is Gemachtigdesoort.ADVOCAAT:
        vraag = (
            "Is er reden om een advocaat om een machtiging te vragen? De wet maakt geen uitzondering, de praktijk wel."
        )
        yield beoordelen(pad, naam=naam, vraag=vraag)
    else:
        yield nee(pad, naam=naam)


@bezwaarregel("BZ-2:2", "Awb 2:2", ontvanger=Ernst.OORDEEL, indiener=None)
def gemachtigde_geweigerd(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The body may refuse somebody against whom there are serious objections, never a lawyer; it says so at once."""
    gemachtigde = toets.bezwaarschrift.gemachtigde
    if gemachtigde is None or gemachtigde.geweigerd is None:
        if toets.zaak.is_geen(_PAD) or toets.zaak.is_geen(f"{_PAD}.geweigerd"):
            yield nvt(f"{_PAD}.geweigerd")
        return
    naam, feiten = gemachtigde.naam or "de gemachtigde", (f"{_PAD}.geweigerd", f"{_PAD}.soort")
    if gemachtigde.soort is Gemachtigdesoort.ADVOCAAT:
        yield nee(*feiten, naam=naam)
    else:
        gemeld = gemachtigde.geweigerd.gemeld_op
        yield beoordelen(*feiten, naam=naam, gemeld="gemeld" if gemeld else "voor zover bekend nog niet gemeld")


@bezwaarregel("BZ-RP", "Awb 6:6")
def bevoegd_voor_rechtspersoon(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who signs for a legal person may do so; extract and statutes prove it but are no demand of 6:5."""
    for pad, naam, indiener in indieners_van(toets):
        if indiener.soort not in RECHTSPERSONEN:
            continue
        wie = indiener.ondertekenaar
        feit, door = f"{pad}.ondertekenaar.bevoegd", (wie and wie.naam) or "de ondertekenaar"
        if (wie and wie.bevoegd) or herstel_van(toets.zaak, Verzuim.BEVOEGDHEID):
            yield ja(feit, naam=naam, door=door)
        elif wie and wie.bevoegd is False:
            yield nee(feit, naam=naam, door=door)
        elif indiener.statuten:
            yield beoordelen(feit, f"{pad}.statuten", naam=naam, door=door)
        else:
            yield onbekend(feit, naam=naam, door=door)


@bezwaarregel("BZ-HBK", "Awb 8:21", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL)
def handelingsbekwaam(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who is a minor or placed under guardianship or administration: a person says who may act."""
    for pad, naam, indiener in indieners_van(toets):
        redenen = [
            (woord, feit)
            for woord, feit, waar in (
                ("minderjarig", "minderjarig", indiener.minderjarig),
                ("onder bewind", "bewind", indiener.bewind),
                ("onder curatele", "curatele", indiener.curatele),
            )
            if waar
        ]
        if redenen:
            feiten = [f"{pad}.{feit}" for _, feit in redenen]
            yield beoordelen(*feiten, naam=naam, reden=" en ".join(woord for woord, _ in redenen))


@bezwaarregel("BZ-MEER", "Awb 6:5", "Awb 2:1")
def iedere_indiener(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Of several objectors each signs, or has somebody act for them, and gives name and address: checked per person."""
    schrift = toets.bezwaarschrift
    aantal = len(schrift.indieners or ())
    if aantal < 2:  # one objector: the rules on the form say it all
        return
    onvolledig: list[str] = []
    onzeker: list[str] = []
    for pad, naam, indiener in indieners_van(toets):
        delen = (
            _gedekt(toets, Verzuim.HANDTEKENING) or is_ondertekend(indiener, schrift),
            _gedekt(toets, Verzuim.ADRES) or has_adres(toets.zaak, indiener, pad),
        )
        if False in delen:
            onvolledig.append(naam)
        elif None in delen or indiener.naam is None:
            onzeker.append(naam)
    if onvolledig:
        yield nee("bezwaarschrift.indieners", deel=len(onvolledig), aantal=aantal, wie=", ".join(onvolledig))
    elif onzeker:
        yield onbekend("bezwaarschrift.indieners", deel=len(onzeker), aantal=aantal, wie=", ".join(onzeker))
    else:
        yield ja("bezwaarschrift.indieners", aantal=aantal)


def _gedekt(toets: Bezwaartoets, verzuim: Verzuim) -> bool:
    """Whether it was repaired, or somebody with an authorisation signs for all of them."""
    gemachtigde = toets.bezwaarschrift.gemachtigde
    met_volmacht = bool(gemachtigde and gemachtigde.volmacht) and verzuim is Verzuim.HANDTEKENING
    return met_volmacht or herstel_van(toets.zaak, verzuim) is not None
