"""The records of a dossier. One definition: the YAML schema is derived from these types.

A record (*onderdeel*) is a frozen dataclass whose leaves are facts. The annotation of a leaf says which
value type it has; a field without default is required. A mapping is ordered by its YAML file, and its
keys are names, never positions: ``scenarios.vier`` does not move when a scenario is put before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, TypeVar, dataclass_transform

from generator.errors import Plaats
from generator.feiten.feit import NERGENS, Feit
from generator.feiten.keuzes import Geheimhouder, Vergadersoort
from generator.feiten.record import Record, record
from generator.feiten.waarden import (
    Aantal,
    Bedrag,
    Datum,
    Datums,
    Duur,
    Grens,
    JaNee,
    Percentage,
    Periode,
    Stukverwijzing,
    Tekst,
    Verwijzing,
)

_T = TypeVar("_T", bound=Record)

TekstFeit = Annotated[Feit, Tekst]
AantalFeit = Annotated[Feit, Aantal]
DatumFeit = Annotated[Feit, Datum]
DatumsFeit = Annotated[Feit, Datums]
DuurFeit = Annotated[Feit, Duur]
JaNeeFeit = Annotated[Feit, JaNee]
VerwijzingFeit = Annotated[Feit, Verwijzing]
StukverwijzingFeit = Annotated[Feit, Stukverwijzing]
# In a family of free names the notation decides between its value types, first that fits.
CijferFeit = Annotated[Feit, Aantal, Percentage, Bedrag, Grens]
DatumsOfDatumFeit = Annotated[Feit, Datum, Periode, Datums]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def onderdeel(soort: type[_T]) -> type[_T]:
    """The class decorator of every record of a dossier; its fields go by name, since it derives from `Onderdeel`."""
    return record(soort)


@onderdeel
class Onderdeel(Record):
    """A record: its path and place, besides the facts of its kind."""

    pad: str = ""
    plaats: Plaats = NERGENS

    __hash__ = None  # type: ignore[assignment]  # these records hold mappings


@onderdeel
class Bronstuk(Onderdeel):
    """A source paper, or another place where something was read (bronnen.yaml)."""

    titel: TekstFeit
    soort: TekstFeit
    datum: DatumFeit | None = None
    afzender: TekstFeit | None = None
    bestand: TekstFeit | None = None  # file name without ending in the folder of sources
    vindplaats: TekstFeit | None = None  # a public address
    paginas: AantalFeit | None = None
    geheim: JaNeeFeit | None = None


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
class Geheimhouding(Onderdeel):
    """Secrecy of a paper or attachment (Gemeentewet 87–89): who imposed it, when, and for which interest of the Woo."""

    opgelegd_door: Annotated[Feit, Geheimhouder]
    datum: DatumFeit
    belang: TekstFeit  # Woo, artikel 5.1, tweede lid, onder b
    verstrekt_aan: TekstFeit | None = None  # de raad, een commissie …
    opheffing_door: Annotated[Feit, Geheimhouder] | None = None
    opgeheven_op: DatumFeit | None = None

    def geldt_op(self, dag: dt.date) -> bool:
        """Whether it holds on `dag`: until the day it is lifted. A lifting on no known day did not happen yet."""
        match self.opgeheven_op.waarde if self.opgeheven_op else None:
            case Datum(opgeheven, "dag"):
                return dag < opgeheven
            case _:
                return True


@onderdeel
class Bijlage(Onderdeel):
    """An attachment (bijlagen.yaml); `nummer_bron` is the number the source paper gave it.

    A paper that lists its own attachments numbers them by their order (dossier.yaml); only otherwise `nummer` counts.
    """

    nummer: TekstFeit | None = None
    titel: TekstFeit
    datum: DatumFeit | None = None
    nummer_bron: TekstFeit | None = None
    openbaar: JaNeeFeit
    aanwezig: JaNeeFeit
    stuk: TekstFeit | None = None  # key in bronnen.yaml
    onderdeel: TekstFeit | None = None  # made by Raadwerk: name of the part
    geheimhouding: Geheimhouding | None = None
    papier: StukverwijzingFeit | None = None  # made by Raadwerk: a paper of this dossier (stukken.raadsbesluit)

    def has_geheimhouding_op(self, dag: dt.date) -> bool:
        """Whether secrecy of its own holds on `dag`; of a paper that it is, ``Dossier.is_geheime_bijlage_op`` knows."""
        return self.geheimhouding is not None and self.geheimhouding.geldt_op(dag)


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
class Vergadering(Onderdeel):
    """An evening of council or committee, or a date to reckon with (vergaderingen.yaml)."""

    datum: DatumFeit
    tot: DatumFeit | None = None  # the last day of a recess
    soort: Annotated[Feit, Vergadersoort]
    toelichting: TekstFeit | None = None


@onderdeel
class Termijn(Onderdeel):
    """A period to compute (termijnen.yaml): a kind of inhoud/recht/termijnen.yaml, or a bare duration.

    Beside a kind, `duur` is the length that the papers print; the law's own is counted with (DT-LENGTE).
    """

    soort: TekstFeit | None = None
    duur: VerwijzingFeit | None = None
    vanaf: VerwijzingFeit
    terug: JaNeeFeit | None = None
    omschrijving: TekstFeit


@onderdeel
class Moment(Onderdeel):
    """A point on the time line of the dossier (momenten.yaml); `datum` refers to a fact or a period."""

    datum: VerwijzingFeit
    omschrijving: TekstFeit
    soort: TekstFeit  # feit | berekend | norm
    zodra: VerwijzingFeit | None = None  # a fact: the point stands there only once that is so
    tot: VerwijzingFeit | None = None  # a fact: the point stands there only until that is so
    voorbehoud: TekstFeit | None = None  # stands behind it between brackets
    zolang_open: VerwijzingFeit | None = None  # once this fact is known, `voorbehoud` no longer stands there


@onderdeel
class Begrip(Onderdeel):
    """A term: its abbreviation is written out at first use (begrippen.yaml)."""

    voluit: TekstFeit
    afkorting: TekstFeit | None = None
    betekenis: TekstFeit | None = None


@onderdeel
class Vrij_onderdeel(Onderdeel):  # noqa: N801 - two words in Dutch
    """A record whose fields are named when it is made: a part of an objection case, or of what follows from one."""

    velden: Mapping[str, Any]


def doel_van(verwijzing: Feit | None) -> str:
    """The path a reference points to; empty when it is left out or open."""
    match verwijzing:
        case Feit(waarde=Verwijzing(pad)):
            return pad
        case _:
            return ""


def onderdelen(waarde: Any) -> dict[str, Any]:  # noqa: ANN401 - walks every kind of record
    """The named parts of a record, without its path and place; empty for anything else."""
    if isinstance(waarde, Vrij_onderdeel):
        return dict(waarde.velden)
    if isinstance(waarde, Onderdeel):
        return {naam: deel for naam, deel in vars(waarde).items() if naam not in {"pad", "plaats"}}
    return {}
