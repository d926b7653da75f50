"""What the facts forbid (*weigeringen*): each a question to the facts, and the sentence of why not.

A name in the table of letters (``sjablonen/bezwaar/soorten.yaml``) stands for one of these functions. A refusal rests
on the text of the law; what is doubtful is left to the person who signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.errors import Fout, Plaats
from generator.zaakstukken import (  # each registers its refusals
    hoorweigeringen as _hoorweigeringen,  # noqa: F401
    schriftweigeringen as _schriftweigeringen,  # noqa: F401
    termijnweigeringen as _termijnweigeringen,  # noqa: F401
)
from generator.zaakstukken.gegevens import zoek_waarde
from generator.zaakstukken.weigering import WEIGERINGEN, Vraag, is_naam

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.zaakstukken import Briefsoort
    from generator.zaakstukken.gegevens import Zaakgegevens
    from generator.zaakstukken.weigering import Nee


def weigeringen(gegevens: Zaakgegevens, soort: Briefsoort) -> tuple[Fout, ...]:
    """Every reason in the facts why a letter of this kind may not be made; none when it may."""
    vraag = Vraag(gegevens, gegevens.datum_van(soort))
    redenen = list(_altijd(vraag, soort))
    for naam in soort.weigeringen:
        redenen += WEIGERINGEN[naam](vraag)
    return tuple(
        Fout(_plaats(gegevens, pad), f"‘{soort.naam}’ wordt niet gemaakt: {zin}", raad=raad)
        for pad, zin, raad in redenen
    )


def _plaats(gegevens: Zaakgegevens, pad: str) -> Plaats:
    return gegevens.zaak.plaats_van(pad)


def _altijd(vraag: Vraag, soort: Briefsoort) -> Iterator[Nee]:
    """Of every letter: the right side writes it, and a person's name stands under it (Awb 10:10)."""
    zaak = vraag.gegevens.zaak
    if zaak.rol != soort.rol:
        wie = "wie het bezwaar ontvangt" if soort.rol == "ontvanger" else "wie zelf bezwaar maakt"
        yield "rol", f"die schrijft {wie}, en de rol in de zaak is ‘{zaak.rol}’", "kies een brief die bij de rol past"
    if soort.rol == "ontvanger" and not (zaak.behandelaar and is_naam(zaak.behandelaar.naam)):
        zin = "niemand staat er met naam onder"
        yield "behandelaar", zin, "vul in de zaak in: behandelaar: {naam: …, functie: …}"
    feit, gevraagd = zoek_waarde(zaak, soort.datum), vraag.gegevens.datum
    if feit and gevraagd and feit != gevraagd and {"verzuim", "verdaging"} & set(soort.weigeringen):
        zin = f"volgens de zaak is hij van {datum_voluit(feit)}, en gevraagd is {datum_voluit(gevraagd)}"
        yield soort.datum, zin, "laat --op weg, of zet de nieuwe brief met zijn datum in de zaak"
    ontvangen = vraag.schrift.ontvangen.datum if vraag.schrift.ontvangen else None
    if soort.rol == "ontvanger" and vraag.dag and ontvangen and vraag.dag < ontvangen:
        zin = f"de brief is van {datum_voluit(vraag.dag)}, en het bezwaar is pas ontvangen op {datum_voluit(ontvangen)}"
        yield soort.datum or "bezwaarschrift.ontvangen.datum", zin, "kijk beide dagen na"
