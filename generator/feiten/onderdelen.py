"""What a council speaks of: the motion, the places, the scenarios, the questions put to it, and who has a part in it.

A mapping is ordered by its YAML file, and its keys are names, never positions: ``scenarios.vier`` does not move when a
scenario is put before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.feiten.onderdeel import (
    AantalFeit,
    DatumFeit,
    DatumsFeit,
    DuurFeit,
    Onderdeel,
    TekstFeit,
    VerwijzingFeit,
    onderdeel,
)


@onderdeel
class Indiener(Onderdeel):
    """A council member who moved a motion."""

    naam: TekstFeit
    fractie: TekstFeit


@onderdeel
class Motie(Onderdeel):
    """A motion: its text stands verbatim, each sentence a fact (motie.yaml)."""

    titel: TekstFeit
    vergadering: DatumsFeit
    aangenomen_op: DatumFeit
    nummer: TekstFeit
    aanhef: TekstFeit
    gehoord: TekstFeit
    overwegingen: Mapping[str, TekstFeit]
    uitspraken: Mapping[str, TekstFeit]
    verzoeken: Mapping[str, TekstFeit]
    slot: TekstFeit | None = None
    indieners: Mapping[str, Indiener]
    toelichting: Mapping[str, TekstFeit] = field(default_factory=dict)


@onderdeel
class Locatie(Onderdeel):
    """A place where people are received (locaties.yaml); facts belong to it, not to the municipality."""

    naam: TekstFeit
    soort: TekstFeit
    adres: TekstFeit | None = None
    plaats_naam: TekstFeit | None = None
    bewoners: AantalFeit | None = None
    asielzoekers: AantalFeit | None = None
    oekrainers: AantalFeit | None = None
    start: DatumFeit | None = None
    einde: DatumFeit | None = None
    eerste_periode: DuurFeit | None = None
    toegezegde_duur: DuurFeit | None = None
    uitloop: TekstFeit | None = None
    uiterste_duur: DuurFeit | None = None
    uiterste_duur_inclusief: TekstFeit | None = None
    uiterste_oplevering: DatumFeit | None = None  # by when the terrain was promised back
    verlenging: TekstFeit | None = None
    toezegging: DatumFeit | None = None
    wens_omwonenden: TekstFeit | None = None


@onderdeel
class Scenario(Onderdeel):
    """A scenario the college explored (scenarios.yaml)."""

    nummer: AantalFeit
    titel: TekstFeit
    verblijf: TekstFeit
    gevolg: TekstFeit | None = None
    verhuizingen: AantalFeit | None = None
    voorwaarde: TekstFeit | None = None
    termijn: DuurFeit | None = None
    bezwaar: TekstFeit | None = None
    richting_college: TekstFeit


@onderdeel
class Vraag(Onderdeel):
    """One question to the council; its wording stands in teksten/<key of the record>.md."""

    nummer: TekstFeit
    kern: TekstFeit
    zolang: VerwijzingFeit | None = None  # a figure: the question is put only while it is more than nothing


@onderdeel
class Vraagstuk(Onderdeel):
    """A matter on which the council is asked its opinion (vraagstukken.yaml)."""

    nummer: AantalFeit
    titel: TekstFeit
    tabel: TekstFeit | None = None  # the table that belongs to it: capaciteit | scenarios
    vragen: Mapping[str, Vraag]


@onderdeel
class Partij(Onderdeel):
    """A body or organisation with a part in the dossier (partijen.yaml)."""

    naam: TekstFeit
    afkorting: TekstFeit | None = None
    rol: TekstFeit | None = None
    vertegenwoordiger: TekstFeit | None = None
    functie: TekstFeit | None = None
    adres: TekstFeit | None = None
    contact: TekstFeit | None = None


@onderdeel
class Bevoegdheid(Onderdeel):
    """Who decides what, on which article (bevoegdheden.yaml)."""

    orgaan: TekstFeit
    beslist: TekstFeit
    artikel: TekstFeit
    tot: VerwijzingFeit | None = None  # a fact: once that is so, `artikel` no longer holds
    daarna: TekstFeit | None = None  # the article from then on; without it nobody decides this any more
    gelet_op: TekstFeit | None = None  # the article as a decision cites it: artikel 169, vierde lid, van de Gemeentewet
    moment: TekstFeit | None = None


@onderdeel
class Begrip(Onderdeel):
    """A term: its abbreviation is written out at first use (begrippen.yaml)."""

    voluit: TekstFeit
    afkorting: TekstFeit | None = None
    betekenis: TekstFeit | None = None
