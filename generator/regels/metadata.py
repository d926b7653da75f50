"""What the archive and a publication must know of a paper, and the facts do not say yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.opmaak import join_woorden
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

_WOO = "Woo 3.3"


@regel("MD-WAARDERING")
def waardering_onbekend(zaak: Zaak) -> Iterator[Bevinding]:
    """Kinds of paper of which gemeente.yaml does not say how long they are kept (MDTO, *waardering*, mandatory).

    A paper that is not public has a finding of its own, that stays out of the public set with it.
    """
    gemeente = zaak.dossier.gemeente
    bekend = {soort for soort, archief in gemeente.archief.items() if not archief.waardering.is_open}
    mist = {naam: stuk for naam, stuk in zaak.dossier.stukken.items() if stuk.soort.woorden not in bekend}
    openbaar = {naam: stuk.soort.woorden for naam, stuk in mist.items() if stuk.is_openbaar_op(zaak.toetsdatum)}
    if openbaar:
        soorten = join_woorden(list(dict.fromkeys(openbaar.values())))
        gegevens = {"soorten": soorten, "stukken": " ".join(openbaar)}
        yield Bevinding("MD-WAARDERING", Ernst.WAARSCHUWING, (gemeente.plaats,), gegevens)
    for naam, stuk in mist.items():
        if not stuk.is_openbaar_op(zaak.toetsdatum):
            gegevens = {"soorten": stuk.soort.woorden, "stuk": naam}
            yield Bevinding("MD-WAARDERING", Ernst.WAARSCHUWING, (gemeente.plaats,), gegevens)


@regel("MD-TOOI", _WOO)
def uitgever_onbekend(zaak: Zaak) -> Iterator[Bevinding]:
    """A municipality without its code: DiWoo names the publisher (*publisher*, mandatory) by it."""
    gemeente = zaak.dossier.gemeente
    if gemeente.tooi is None or gemeente.tooi.is_open:
        yield Bevinding("MD-TOOI", Ernst.WAARSCHUWING, (gemeente.plaats,), {"gemeente": gemeente.naam.woorden}, (_WOO,))


@regel("MD-WOO", _WOO)
def categorie_onbekend(zaak: Zaak) -> Iterator[Bevinding]:
    """A public paper of which neither its kind nor a fact says in which category of the Woo it is published."""
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.is_openbaar_op(zaak.toetsdatum) and not zaak.recht.metadata.categorieen(stuk):
            yield Bevinding(
                "MD-WOO", Ernst.WAARSCHUWING, (stuk.plaats,), {"stuk": naam, "soort": stuk.soort.woorden}, (_WOO,)
            )
