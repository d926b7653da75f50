"""The council's own calendar (*vergaderschema*): evenings of council and committee, extra evenings, and recess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.regels.dagen import bekende_dag
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Vergadering
    from generator.feiten.feit import Feit

RECES, EXTRA = "reces", "extra avond"


@regel("DT-SCHEMA")
def stuk_buiten_vergaderschema(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper for an evening that the schedule of that year does not have."""
    for soort, feit in _behandelingen(zaak):
        schema = [v for v in _vergaderingen(zaak) if v.soort.woorden in {soort, EXTRA} and bekende_dag(v.datum)]
        van_dat_jaar = [v for v in schema if v.soort.woorden == soort and v.datum.dag.year == feit.dag.year]
        if van_dat_jaar and feit.dag not in {v.datum.dag for v in schema}:
            yield Bevinding(
                "DT-SCHEMA", Ernst.WAARSCHUWING, (feit.plaats, van_dat_jaar[0].datum.plaats),
                {"datum": datum_voluit(feit.dag), "soort": soort, "jaar": str(feit.dag.year)}, feiten=(feit.pad,),
            )  # fmt: skip


@regel("DT-RECES")
def stuk_in_reces(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper for an evening in a recess."""
    recessen = [v for v in _vergaderingen(zaak) if v.soort.woorden == RECES and bekende_dag(v.datum)]
    for soort, feit in _behandelingen(zaak):
        for reces in recessen:
            laatste = bekende_dag(reces.tot) if reces.tot else bekende_dag(reces.datum)
            if laatste and reces.datum.dag <= feit.dag <= laatste:
                yield Bevinding(
                    "DT-RECES", Ernst.FOUT, (feit.plaats, reces.datum.plaats),
                    {"datum": datum_voluit(feit.dag), "soort": soort, "van": datum_voluit(reces.datum.dag),
                     "tot": datum_voluit(laatste)}, feiten=(feit.pad, reces.datum.pad),
                )  # fmt: skip


def _vergaderingen(zaak: Zaak) -> list[Vergadering]:
    """The meetings of the dossier, then those of the municipality's schedule (gemeente.yaml)."""
    return [*zaak.dossier.vergaderingen.values(), *zaak.dossier.gemeente.vergaderschema.values()]


def _behandelingen(zaak: Zaak) -> Iterator[tuple[str, Feit]]:
    """Each known day on which a paper goes to committee or council, or by the agreement went there, once."""
    dagen: list[tuple[str, Feit | None]] = []
    for stuk in zaak.dossier.stukken.values():
        dagen += [("commissie", stuk.datum_commissie), ("raad", stuk.datum_raad)]
    if overeenkomst := zaak.dossier.overeenkomst:
        dagen.append(("raad", overeenkomst.besluitvorming.raad))
    gezien = set()
    for soort, feit in dagen:
        if feit is not None and bekende_dag(feit) and (soort, feit.dag) not in gezien:
            gezien.add((soort, feit.dag))
            yield soort, feit
