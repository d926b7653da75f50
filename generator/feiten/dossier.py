"""The dossier: all facts of one matter, and the papers and municipality they belong to.

A field of `Dossier` is a file; its records stand in the modules beside this one and are imported from here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Annotated, Any

from generator.feiten.archief import Archivering as Archivering, Gemeentecode
from generator.feiten.bevroren import Tekenversie as Tekenversie
from generator.feiten.bijlagen import Bijlage as Bijlage, Bronstuk as Bronstuk, Geheimhouding as Geheimhouding
from generator.feiten.feit import Feit
from generator.feiten.keuzes import GEHEIM, OPENBAAR, Openbaarheid, Stukstatus, Vergaderdag, Woocategorie
from generator.feiten.onderdeel import (
    AantalFeit as AantalFeit,
    CijferFeit as CijferFeit,
    DatumFeit as DatumFeit,
    DatumsFeit as DatumsFeit,
    DatumsOfDatumFeit as DatumsOfDatumFeit,
    DuurFeit as DuurFeit,
    JaNeeFeit as JaNeeFeit,
    Onderdeel as Onderdeel,
    StukverwijzingFeit as StukverwijzingFeit,
    TekstFeit as TekstFeit,
    VerwijzingFeit as VerwijzingFeit,
    doel_van as doel_van,
    onderdeel as onderdeel,
    onderdelen as onderdelen,
)
from generator.feiten.onderdelen import (
    Begrip as Begrip,
    Bevoegdheid as Bevoegdheid,
    Indiener as Indiener,
    Locatie as Locatie,
    Motie as Motie,
    Partij as Partij,
    Scenario as Scenario,
    Vraag as Vraag,
    Vraagstuk as Vraagstuk,
)
from generator.feiten.oordelen import Oordeel as Oordeel
from generator.feiten.overeenkomst import Overeenkomst as Overeenkomst
from generator.feiten.planning import Moment as Moment, Termijn as Termijn, Vergadering as Vergadering
from generator.feiten.verdeelbesluit import Besluit as Besluit, Tabelrij as Tabelrij, Uitruil as Uitruil
from generator.feiten.voorstel import Beslispunt as Beslispunt, Cijferwijziging as Cijferwijziging, is_veranderd
from generator.feiten.waarden import Bijlageverwijzing, Ledental, Tekst

BijlageverwijzingFeit = Annotated[Feit, Bijlageverwijzing]


@onderdeel
class Stuk(Onderdeel):
    """A paper of the dossier and its own data (dossier.yaml, `stukken`)."""

    soort: TekstFeit  # raadsnota | raadsvoorstel | …: the template's name
    onderwerp: TekstFeit
    status: Annotated[Feit, Stukstatus]
    versie: TekstFeit
    zaaknummer: TekstFeit
    portefeuillehouder: TekstFeit
    datum_college: DatumFeit
    datum_commissie: DatumFeit | None = None
    datum_raad: DatumFeit | None = None
    agendapunt: TekstFeit | None = None
    openbaarheid: Annotated[Feit, Openbaarheid]
    rol_raad: TekstFeit
    relatie: TekstFeit | None = None
    nummer: TekstFeit | None = None  # of a voorstel, in the council's information system
    voorstel: StukverwijzingFeit | None = None  # the raadsvoorstel this paper belongs to
    bijlagen: Mapping[str, BijlageverwijzingFeit] = field(default_factory=dict)  # their order gives their numbers
    geheimhouding: Geheimhouding | None = None
    tekenversie: Tekenversie | None = None
    woo_categorie: Annotated[Feit, Woocategorie] | None = None  # where its kind does not decide (metadata.yaml)

    @property
    def is_concept(self) -> bool:
        """Whether its own status keeps it from being definitive: concept, or not known yet."""
        return self.status.is_open or self.status.woorden == "concept"

    def openbaarheid_op(self, dag: dt.date) -> str:
        """Who may see it on `dag`, one of `Openbaarheid`: everything that asks this asks it here.

        Secrecy that holds goes before what the paper is called (Gemeentewet 87). OpenFeitError when nobody says.
        """
        if self.geheimhouding is not None and self.geheimhouding.geldt_op(dag):
            return GEHEIM
        return self.openbaarheid.woorden

    def is_openbaar_op(self, dag: dt.date) -> bool:
        """Whether everybody may see it on `dag`; not as long as nobody says so."""
        return not self.openbaarheid.is_open and self.openbaarheid_op(dag) == OPENBAAR

    def is_geheim_op(self, dag: dt.date) -> bool:
        """Whether it is secret on `dag`, or called so without its ground."""
        return not self.openbaarheid.is_open and self.openbaarheid_op(dag) == GEHEIM


@onderdeel
class Gemeente(Onderdeel):
    """The municipality's own settings and names (gemeente.yaml, nearest upwards)."""

    naam: TekstFeit
    provincie: TekstFeit
    burgemeester: TekstFeit
    secretaris: TekstFeit
    griffier: TekstFeit | None = None
    rechtbank: TekstFeit | None = None  # where appeal is lodged against its decisions (Awb 8:7)
    vrijgever: TekstFeit | None = None  # who may release a fault (oordelen.yaml), by name and office
    raadsleden: Annotated[Feit, Ledental] | None = None
    vergaderdag: Annotated[Feit, Vergaderdag]
    getalstijl: TekstFeit  # taalunie | cijfers
    bespreekstuk: TekstFeit
    akkoordstuk: TekstFeit
    tooi: Annotated[Feit, Gemeentecode] | None = None  # its code in the register of TOOI
    archief: Mapping[str, Archivering] = field(default_factory=dict)  # by kind of paper
    vergaderschema: Mapping[str, Vergadering] = field(default_factory=dict)  # every evening of the year, and recess


@onderdeel
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
    gebeurtenissen: Mapping[str, DatumFeit] = field(
        default_factory=dict
    )  # what may happen: the day, open until it does
    standpunten: Mapping[str, TekstFeit] = field(default_factory=dict)
    vaststellingen: Mapping[str, JaNeeFeit] = field(default_factory=dict)
    motie: Motie | None = None
    verdeelbesluit: Besluit | None = None
    tabel1: Mapping[str, Tabelrij] = field(default_factory=dict)
    uitruil: Uitruil | None = None
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
    beslispunten: Mapping[str, Beslispunt] = field(default_factory=dict)
    wijzigingen: Mapping[str, Cijferwijziging] = field(default_factory=dict)
    oordelen: Mapping[str, Oordeel] = field(default_factory=dict)
    overeenkomst: Overeenkomst | None = None
    feiten: Mapping[str, Feit] = field(default_factory=dict)  # every fact by its path, in order
    teksten: Mapping[str, str] = field(default_factory=dict)  # teksten/*.md by name
    variant: str = ""  # title of the overlay laid over the facts; empty for the facts themselves

    def feit(self, pad: str) -> Feit:
        """The fact at `pad`; KeyError when there is none."""
        return self.feiten[pad]

    def bijlagen_bij(self, stuk: Stuk) -> dict[str, Bijlage]:
        """The attachments of `stuk`, numbered from 1 in its order.

        Where it lists none, those that no paper lists, in the order of the facts; there a `nummer` of their own counts.
        """
        if not stuk.bijlagen:
            genoemd = {doel_van(een) for ander in self.stukken.values() for een in ander.bijlagen.values()}
            over = {naam: bijlage for naam, bijlage in self.bijlagen.items() if bijlage.pad not in genoemd}
            return {
                naam: bijlage if bijlage.nummer is not None else _genummerd(bijlage, bijlage.titel, i)
                for i, (naam, bijlage) in enumerate(over.items(), 1)
            }
        uit = {}
        for i, verwijzing in enumerate(filter(doel_van, stuk.bijlagen.values()), 1):
            sleutel = doel_van(verwijzing).partition(".")[2]
            uit[sleutel] = _genummerd(self.bijlagen[sleutel], verwijzing, i)
        return uit

    def papier_van(self, bijlage: Bijlage) -> Stuk | None:
        """The paper of this dossier that `bijlage` is, if it is one."""
        return self.stukken.get(doel_van(bijlage.papier).partition(".")[2])

    def is_geheime_bijlage_op(self, bijlage: Bijlage, dag: dt.date) -> bool:
        """Whether `bijlage` may not be shown on `dag`, nor its title (Gemeentewet 87).

        By secrecy of its own, or by that of the paper that it is: what is secret is so wherever it is listed.
        """
        papier = self.papier_van(bijlage)
        return bijlage.has_geheimhouding_op(dag) or (papier is not None and papier.is_geheim_op(dag))

    def schuilnamen_op(self, dag: dt.date) -> dict[str, str]:
        """The keys of the attachments that are secret on `dag`, each with what it is called in what goes public."""
        geheim = [naam for naam, bijlage in self.bijlagen.items() if self.is_geheime_bijlage_op(bijlage, dag)]
        return {naam: f"geheim-{i}" for i, naam in enumerate(geheim, 1)}

    def is_veranderd(self, wijziging: Cijferwijziging) -> bool:
        """Whether what was and what is now differ in `wijziging`; also when one of them is not known."""
        was, nu = (self.feiten.get(doel_van(een)) for een in (wijziging.was, wijziging.nu))
        return was is None or nu is None or is_veranderd(was, nu)

    def beslispunten_bij(self, stuk: Stuk) -> dict[str, Beslispunt]:
        """The points for decision of `stuk`: a raadsvoorstel, or a paper that belongs to one."""
        eigen = {"", stuk.pad, doel_van(stuk.voorstel)}
        return {naam: punt for naam, punt in self.beslispunten.items() if doel_van(punt.voorstel) in eigen}

    def wijzigingen_bij(self, stuk: Stuk) -> dict[str, Cijferwijziging]:
        """What `stuk` tells of figures the council was given before."""
        return {naam: een for naam, een in self.wijzigingen.items() if doel_van(een.stuk) in {"", stuk.pad}}

    def zoek(self, pad: str) -> Any:  # noqa: ANN401 - a fact, a record or a mapping of them
        """What a path points to; KeyError or AttributeError when there is nothing."""
        if pad in self.feiten:
            return self.feiten[pad]
        deel: Any = self
        for naam in pad.split("."):
            deel = deel[naam] if isinstance(deel, Mapping) else getattr(deel, naam)
        return deel


def _genummerd(bijlage: Bijlage, bij: Feit, i: int) -> Bijlage:
    """`bijlage` with the number `i`, which goes with the fact `bij`."""
    return replace(bijlage, nummer=Feit(pad=f"{bij.pad}@nummer", waarde=Tekst(str(i)), plaats=bij.plaats))
