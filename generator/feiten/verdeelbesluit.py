"""The decision that gives municipalities a task (*verdeelbesluit*), its table, and what they exchange after it."""

from __future__ import annotations

from generator.feiten.onderdeel import AantalFeit, DatumFeit, JaNeeFeit, Onderdeel, TekstFeit, onderdeel


@onderdeel
class Herziening(Onderdeel):
    """A later decision that changes the decision: its facts are open as long as there is none."""

    datum: DatumFeit
    nummer: TekstFeit
    bekendmaking: DatumFeit


@onderdeel
class Besluit(Onderdeel):
    """The decision the dossier is about (verdeelbesluit.yaml); the task is as it was last revised."""

    opschrift: TekstFeit
    citeertitel: TekstFeit
    nummer: TekstFeit
    datum: DatumFeit
    bekendmaking: DatumFeit
    bestuursorgaan: TekstFeit
    ondertekenaar: TekstFeit
    grondslag: TekstFeit
    gelet_op: TekstFeit | None = None
    taak_regulier: AantalFeit
    taak_amv: AantalFeit
    taak_totaal: AantalFeit
    herziening: Herziening | None = None


@onderdeel
class Tabelrij(Onderdeel):
    """One municipality in table 1 of the decision (tabel1.yaml)."""

    naam: TekstFeit
    regulier: AantalFeit
    amv: AantalFeit
    totaal: AantalFeit
    status: TekstFeit
    rest_regulier: JaNeeFeit
    rest_amv: JaNeeFeit


@onderdeel
class Uitruil(Onderdeel):
    """Places exchanged between municipalities (uitruil.yaml); the decision itself does not change by it.

    `regulier` and `amv` are what the exchange adds to the task, less than zero what another municipality takes over.
    """

    regulier: AantalFeit
    amv: AantalFeit
    partner: TekstFeit
    afgesproken: DatumFeit
    te_vervullen_regulier: AantalFeit
    te_vervullen_amv: AantalFeit
    te_vervullen_totaal: AantalFeit
