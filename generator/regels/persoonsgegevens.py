"""Personal data (*persoonsgegevens*) in what goes public: who told the clerk a figure, a number to call, an address.

A finding never repeats them: it would be one more place where they stand.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.persoonsgegevens import MAILADRES, TELEFOON, openbare_bron, vind_persoonsgegevens
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import feiten_op, plaats, teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Block

_SINDS = dt.date(2022, 5, 1)  # the Woo; the AVG is older
_CONTACTGEGEVENS = (("een telefoonnummer", TELEFOON), ("een e-mailadres", MAILADRES))
_TEKEN = re.compile("[@0-9]")  # of which both have one, and few texts
_VAN_EEN_DIENST = "overeenkomst.beheer.contactpunt"  # a number that is there to be called by everybody, day and night
_GROND = ("AVG 5", "AVG 6", "Woo 5.1")


@regel("PG-BRON", *_GROND, van=_SINDS)
def bron_noemt_iemand(zaak: Zaak) -> Iterator[Bevinding]:
    """A source in words that names a person, a telephone number or an address."""
    for pad, feit in zaak.dossier.feiten.items():
        for bron in feit.bronnen:
            if vind_persoonsgegevens(bron.toelichting):
                gegevens = {"feit": pad, "openbaar": openbare_bron(bron.toelichting)}
                yield Bevinding("PG-BRON", Ernst.WAARSCHUWING, (bron.plaats,), gegevens, _GROND, (pad,))


@regel("PG-STUK", *_GROND, neemt=Neemt.STUKKEN, van=_SINDS)
def stuk_noemt_nummer_of_adres(zaak: Zaak) -> Iterator[Bevinding]:
    """A public paper that shows a telephone number or an address of e-mail.

    Silent on the number that the agreement has to give: it is of a service, and of no person.
    """
    openbaar = {naam for naam, stuk in zaak.dossier.stukken.items() if stuk.is_openbaar_op(zaak.toetsdatum)}
    for naam, blok, tekst in teksten(zaak):
        for wat, patroon in _CONTACTGEGEVENS if _TEKEN.search(tekst) and naam in openbaar else ():
            if any(not _is_van_dienst(zaak, naam, blok, tekst, vondst) for vondst in patroon.finditer(tekst)):
                yield Bevinding("PG-STUK", Ernst.WAARSCHUWING, (plaats(blok),), {"stuk": naam, "wat": wat}, _GROND)


def _is_van_dienst(zaak: Zaak, naam: str, blok: Block, tekst: str, vondst: re.Match[str]) -> bool:
    """Whether what was found is a telephone number, printed by the fact that is the number of a service."""
    return vondst.re is TELEFOON and _VAN_EEN_DIENST in feiten_op(zaak, naam, blok, tekst, vondst.span())
