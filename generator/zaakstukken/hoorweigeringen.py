"""Refusals of letters on hearing (Awb 7:2, 7:3, 7:13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Afziengrond, Verzoek
from generator.feiten.bezwaarprocedure import Adviescommissie
from generator.zaakstukken.weigering import MAAK_BEKEND, is_naam, weigering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.zaakstukken.weigering import Nee, Vraag

_GEEN_COMMISSIE = Adviescommissie()


@weigering("afzien")
def _afzien(vraag: Vraag) -> Iterator[Nee]:
    """A ground of Awb 7:3 that a person chose, by name; the committee chooses where there is one (Awb 7:13 lid 4)."""
    afzien = vraag.procedure.afzien_van_horen[-1] if vraag.procedure.afzien_van_horen else None
    pad = "procedure.afzien_van_horen"
    if afzien is None or afzien.grond is None:
        keuzes = ", ".join(Afziengrond)
        yield pad, "niemand heeft een grond van artikel 7:3 gekozen", f"vul in wie welke grond kiest: {keuzes}"
        return
    commissie = (vraag.procedure.adviescommissie or _GEEN_COMMISSIE).ingesteld
    if not is_naam(afzien.door):
        yield f"{pad}.0.door", "wie de grond koos, staat er niet met naam", "vul in: door: naam"
    if commissie and not afzien.namens_commissie:
        zin = "over afzien van horen beslist de commissie, en die koos de grond niet (Awb 7:13 lid 4)"
        yield f"{pad}.0", zin, "vul in: namens_commissie: ja, als de commissie zo besloot"
    if afzien.grond is Afziengrond.GEEN_REACTIE and not (afzien.gevraagd_op and afzien.reactietermijn_tot):
        zin = "of is gevraagd wie wil worden gehoord, en binnen welke termijn, staat er niet (Awb 7:3)"
        yield f"{pad}.0.gevraagd_op", zin, MAAK_BEKEND
    tot = afzien.reactietermijn_tot
    if afzien.grond is Afziengrond.GEEN_REACTIE and tot and vraag.dag and vraag.dag <= tot:
        zin = (
            f"antwoorden kan nog tot en met {datum_voluit(tot)}, en de brief is van {datum_voluit(vraag.dag)} (Awb 7:3)"
        )
        yield f"{pad}.0.reactietermijn_tot", zin, "wacht tot die dag voorbij is"
    if afzien.grond is Afziengrond.GEEN_REACTIE and Verzoek.HOREN in (vraag.schrift.verzoeken or ()):
        zin = "in het bezwaarschrift staat al dat de indiener wil worden gehoord; zwijgen daarna is geen afstand"
        yield "bezwaarschrift.verzoeken", f"{zin} (Awb 7:3)", "nodig uit voor een hoorzitting, of kies een andere grond"


@weigering("hoorzitting")
def _hoorzitting(vraag: Vraag) -> Iterator[Nee]:
    if not any(zitting.datum for zitting in vraag.procedure.hoorzitting or ()):
        yield "procedure.hoorzitting", "een hoorzitting met haar datum staat er niet", MAAK_BEKEND


@weigering("zitting_voorbij")
def _zitting_voorbij(vraag: Vraag) -> Iterator[Nee]:
    """Nobody can be invited to what has been (Awb 7:2); too little time is put to a person in the letter itself."""
    zitting = vraag.gegevens.datum_van_zitting
    if vraag.dag and zitting and vraag.dag >= zitting:
        zin = f"de hoorzitting is op {datum_voluit(zitting)}, en de brief is van {datum_voluit(vraag.dag)}"
        yield "procedure.hoorzitting", zin, "kijk beide dagen na, of kies een latere zitting"


@weigering("commissie")
def _commissie(vraag: Vraag) -> Iterator[Nee]:
    if not (vraag.procedure.adviescommissie or _GEEN_COMMISSIE).ingesteld:
        yield "procedure.adviescommissie", "voor zover bekend is er geen adviescommissie (Awb 7:13)", MAAK_BEKEND
