"""The checklists that a run makes of the objections of a dossier, beside its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.cli.bouw.lijstmap import has_eerder_lijsten, is_met_lijsten
from generator.errors import RaadwerkError
from generator.inhoud.schijf import zaakmap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.cli.bouw.keuzes import Keuzes
    from generator.document.nodes import Document
    from generator.feiten.steller import Steller
    from generator.keten import Gelezen


class Toetslijsten(Struct, frozen=True):
    """The checklists of a dossier.

    Attributes:
        bomen: each as a tree, by its name in the folder of objections.
        bestanden: every file of that folder by name, or none when it is left as it lies.
        niet: why no checklists could be made; empty when they could.
    """

    bomen: Mapping[str, Document]
    bestanden: Mapping[str, bytes]
    niet: str = ""


def maak_toetslijsten(
    bestanden: Mapping[str, bytes], gelezen: Gelezen, invoer: Mapping[str, str], keuzes: Keuzes, doel: Path,
    *, stellers: Mapping[str, Steller] | None, alles: bool,
) -> Toetslijsten:  # fmt: skip
    """The checklist of each objection that the municipality itself makes, for the run of a dossier into `doel`.

    A council waits for its papers, and none of them rests on the case of an objection: a fault there stops only these.

    Raises:
        InvoerError: a house style that cannot be read.
        SchrijfError: a checklist that cannot be written.
    """
    if not is_met_lijsten(doel, keuzes):
        return Toetslijsten({}, {})
    from generator.cli.bouw.maken import Maker
    from generator.keten.zaken import maak_toetslijsten
    from generator.verslagen.bevindingen import uitleg

    meldingen = gelezen.recht.meldingen
    try:
        bomen = maak_toetslijsten(bestanden, gelezen, lambda bevinding: uitleg(bevinding, meldingen))
    except RaadwerkError as fout:
        zin = "de toetslijsten van de bezwaren zijn niet gemaakt; de stukken van de raad wel"
        # The lists stay as they lie with their old receipt: so the next run says it again.
        return Toetslijsten({}, {}, f"{fout}\n{gelezen.dossier.naam}: {zin}")
    if not (bomen or has_eerder_lijsten(doel)):
        return Toetslijsten({}, {})
    with Maker(gelezen, invoer, keuzes.formaten, zaakmap(doel), stellers=stellers, alles=alles) as maker:
        return Toetslijsten(bomen, maker.maak_lijsten(bomen))
