"""What the papers tell as done, on a day that had not come when they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.regels.dagen import bekende_dag
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.feit import Feit

# A raadsbesluit of which one of these is said was taken; ‘behandeld’ may have been in a committee.
_DOOR_DE_RAAD = {"geamendeerd", "vastgesteld", "ondertekend"}


@regel("DT-TOEKOMST")
def gebeurtenis_na_de_toetsdatum(zaak: Zaak) -> Iterator[Bevinding]:
    """The papers say that something *did* happen, on a day that had not come when they were written."""
    for feit in _gebeurd(zaak):
        dag = bekende_dag(feit)
        if dag and dag > zaak.toetsdatum:
            yield Bevinding(
                "DT-TOEKOMST", Ernst.FOUT, (feit.plaats, zaak.dossier.toetsdatum.plaats),
                {"feit": feit.pad, "dag": datum_voluit(dag), "toets": datum_voluit(zaak.toetsdatum)},
                feiten=(feit.pad,),
            )  # fmt: skip


def _gebeurd(zaak: Zaak) -> Iterator[Feit]:
    """The facts of which the papers tell, as soon as they are known, in the past tense.

    Not the days of an agreement on which the council hears of it: what is sent to the council tells those as planned.
    """
    besluit, uitruil, overeenkomst = zaak.dossier.verdeelbesluit, zaak.dossier.uitruil, zaak.dossier.overeenkomst
    if besluit:
        yield besluit.bekendmaking
    if besluit and besluit.herziening:
        yield from (besluit.herziening.datum, besluit.herziening.bekendmaking)
    if uitruil:
        yield uitruil.afgesproken
    if overeenkomst:
        gang = overeenkomst.besluitvorming
        yield from (gang.college, gang.coa, gang.ondertekening_coa, gang.ondertekening_gemeente)
    yield from zaak.dossier.gebeurtenissen.values()


@regel("DT-BESLOTEN")
def raadsbesluit_voor_de_raad(zaak: Zaak) -> Iterator[Bevinding]:
    """A raadsbesluit is called taken, and the council meets on a day after the papers."""
    for naam, stuk in zaak.dossier.stukken.items():
        besloten = stuk.soort.woorden.startswith("raadsbesluit") and not stuk.status.is_open
        dag = bekende_dag(stuk.datum_raad)
        if stuk.datum_raad and besloten and stuk.status.woorden in _DOOR_DE_RAAD and dag and dag > zaak.toetsdatum:
            yield Bevinding(
                "DT-BESLOTEN", Ernst.FOUT,
                (stuk.status.plaats, stuk.datum_raad.plaats, zaak.dossier.toetsdatum.plaats),
                {"stuk": naam, "status": stuk.status.woorden, "dag": datum_voluit(dag),
                 "toets": datum_voluit(zaak.toetsdatum)},
                feiten=(stuk.status.pad, stuk.datum_raad.pad),
            )  # fmt: skip
