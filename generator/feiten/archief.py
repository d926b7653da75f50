"""What a municipality says once for the archive and for publication: its code, and how long a kind of paper is kept."""

from __future__ import annotations

from typing import Annotated, Self

from generator.feiten.feit import Feit
from generator.feiten.keuzes import Waardering
from generator.feiten.onderdeel import DuurFeit, Onderdeel, TekstFeit, onderdeel
from generator.feiten.waarden import Tekst

WaarderingFeit = Annotated[Feit, Waardering]


class Gemeentecode(Tekst, frozen=True):
    """The code of a municipality in the register of TOOI: ``gm0148``."""

    VERWACHT = "‘gm’ en vier cijfers, zoals ‘gm0148’"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The code written as `tekst`; ValueError when it is none."""
        cijfers = tekst.removeprefix("gm")
        if not (tekst.startswith("gm") and len(cijfers) == 4 and cijfers.isascii() and cijfers.isdigit()):
            raise ValueError(f"‘{tekst}’ is geen code van een gemeente")
        return cls(tekst)


@onderdeel
class Archivering(Onderdeel):
    """How long a kind of paper is kept, by the selection list of the municipality (gemeente.yaml, `archief`)."""

    waardering: WaarderingFeit
    bewaartermijn: DuurFeit | None = None  # of what is kept for a time
    selectielijst: TekstFeit | None = None  # its title: Selectielijst gemeenten en intergemeentelijke organen 2020
    categorie: TekstFeit | None = None  # its number in that list
    categorienaam: TekstFeit | None = None  # what the list calls it
