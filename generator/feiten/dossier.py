"""The dossier: all facts of one matter, and the papers and municipality they belong to.

A field of `Dossier` is a file; its records stand in ``onderdelen.py`` and are imported from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.feiten.feit import Feit
from generator.feiten.onderdelen import (
    AantalFeit as AantalFeit,
    Begrip as Begrip,
    Besluit as Besluit,
    Bevoegdheid as Bevoegdheid,
    Bijlage as Bijlage,
    Bronstuk as Bronstuk,
    CijferFeit as CijferFeit,
    DatumFeit as DatumFeit,
    DatumsFeit as DatumsFeit,
    DatumsOfDatumFeit as DatumsOfDatumFeit,
    DuurFeit as DuurFeit,
    Indiener as Indiener,
    JaNeeFeit as JaNeeFeit,
    Locatie as Locatie,
    Moment as Moment,
    Motie as Motie,
    Onderdeel as Onderdeel,
    Partij as Partij,
    Scenario as Scenario,
    Tabelrij as Tabelrij,
    TekstFeit as TekstFeit,
    Termijn as Termijn,
    Vergadering as Vergadering,
    VerwijzingFeit as VerwijzingFeit,
    Vraag as Vraag,
    Vraagstuk as Vraagstuk,
    onderdelen as onderdelen,
)
from generator.feiten.oordelen import Oordeel as Oordeel
from generator.feiten.overeenkomst import Overeenkomst as Overeenkomst


@dataclass(frozen=True, kw_only=True)
class Stuk(Onderdeel):
    """A paper of the dossier and its own data (dossier.yaml, `stukken`)."""

    soort: TekstFeit  # raadsnota | raadsvoorstel | …: the template's name
    onderwerp: TekstFeit
    status: TekstFeit  # concept | college akkoord | verzonden | geagendeerd | …
    versie: TekstFeit
    zaaknummer: TekstFeit
    portefeuillehouder: TekstFeit
    steller: TekstFeit | None = None
    datum_college: DatumFeit
    datum_commissie: DatumFeit | None = None
    datum_raad: DatumFeit | None = None
    agendapunt: TekstFeit | None = None
    openbaarheid: TekstFeit
    rol_raad: TekstFeit
    relatie: TekstFeit | None = None


@dataclass(frozen=True, kw_only=True)
class Gemeente(Onderdeel):
    """The municipality's own settings and names (gemeente.yaml, nearest upwards)."""

    naam: TekstFeit
    provincie: TekstFeit
    burgemeester: TekstFeit
    secretaris: TekstFeit
    griffier: TekstFeit | None = None
    vrijgever: TekstFeit | None = None  # who may release a fault (oordelen.yaml), by name and office
    raadsleden: AantalFeit | None = None
    vergaderdag: TekstFeit
    getalstijl: TekstFeit  # taalunie | cijfers
    bespreekstuk: TekstFeit
    akkoordstuk: TekstFeit


@dataclass(frozen=True, kw_only=True)
class Dossier(Onderdeel):
    """All facts of one dossier. A field is a file: ``cijfers`` is read from ``cijfers.yaml``."""

    naam: str
    titel: TekstFeit
    toetsdatum: DatumFeit
    stukken: Mapping[str, Stuk]
    gemeente: Gemeente
    bronnen: Mapping[str, Bronstuk]
    cijfers: Mapping[str, CijferFeit] = field(default_factory=dict)
    datums: Mapping[str, DatumsOfDatumFeit] = field(default_factory=dict)
    duren: Mapping[str, DuurFeit] = field(default_factory=dict)
    standpunten: Mapping[str, TekstFeit] = field(default_factory=dict)
    vaststellingen: Mapping[str, JaNeeFeit] = field(default_factory=dict)
    motie: Motie | None = None
    verdeelbesluit: Besluit | None = None
    tabel1: Mapping[str, Tabelrij] = field(default_factory=dict)
    locaties: Mapping[str, Locatie] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    vraagstukken: Mapping[str, Vraagstuk] = field(default_factory=dict)
    partijen: Mapping[str, Partij] = field(default_factory=dict)
    bijlagen: Mapping[str, Bijlage] = field(default_factory=dict)
    bevoegdheden: Mapping[str, Bevoegdheid] = field(default_factory=dict)
    vergaderingen: Mapping[str, Vergadering] = field(default_factory=dict)
    termijnen: Mapping[str, Termijn] = field(default_factory=dict)
    momenten: Mapping[str, Moment] = field(default_factory=dict)
    begrippen: Mapping[str, Begrip] = field(default_factory=dict)
    oordelen: Mapping[str, Oordeel] = field(default_factory=dict)
    overeenkomst: Overeenkomst | None = None
    feiten: Mapping[str, Feit] = field(default_factory=dict)  # every fact by its path, in order
    teksten: Mapping[str, str] = field(default_factory=dict)  # teksten/*.md by name

    def feit(self, pad: str) -> Feit:
        """The fact at `pad`; KeyError when there is none."""
        return self.feiten[pad]
