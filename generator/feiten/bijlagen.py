"""What a dossier refers to: its sources, and its attachments (*bijlagen*) with the secrecy imposed on them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from generator.feiten.feit import Feit
from generator.feiten.keuzes import Geheimhouder
from generator.feiten.onderdeel import (
    AantalFeit,
    DatumFeit,
    JaNeeFeit,
    Onderdeel,
    StukverwijzingFeit,
    TekstFeit,
    onderdeel,
)
from generator.feiten.waarden import Datum


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
