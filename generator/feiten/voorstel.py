"""What is put to the council: points for decision (beslispunten.yaml), and figures that changed (wijzigingen.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from generator.feiten.feit import Feit
from generator.feiten.keuzes import Beslispuntsoort, Wensenuitkomst
from generator.feiten.onderdeel import Onderdeel, StukverwijzingFeit, TekstFeit, VerwijzingFeit, onderdeel
from generator.feiten.waarden import Bevoegdheidverwijzing


@onderdeel
class Beslispunt(Onderdeel):
    """One point of a raadsvoorstel and of the raadsbesluit; its words stand in teksten/beslispunten-<key>.md.

    A point of `soort` *besluit* is decided by the council. With *wensen en bedenkingen* the college decides and the
    council may speak first (Gemeentewet 169 lid 4): its words say what the college means to do, `uitkomst` whether
    there are wishes, and `wensen` which.
    """

    soort: Annotated[Feit, Beslispuntsoort]
    bevoegdheid: Annotated[Feit, Bevoegdheidverwijzing] | None = None  # bevoegdheden.raad_wensen
    voorstel: StukverwijzingFeit | None = None  # without it the point belongs to every raadsvoorstel
    uitkomst: Annotated[Feit, Wensenuitkomst] | None = None
    wensen: Mapping[str, TekstFeit] = field(default_factory=dict)


@onderdeel
class Cijferwijziging(Onderdeel):
    """A figure the council was given before and that is another one now; both are facts with their own source.

    `stuk` is the letter that tells it, when that is not every letter.
    """

    wat: TekstFeit
    was: VerwijzingFeit
    nu: VerwijzingFeit
    reden: TekstFeit
    stuk: StukverwijzingFeit | None = None


def is_veranderd(was: Feit, nu: Feit) -> bool:
    """Whether `nu` is another value than `was`; also when one of them is not known, since nobody can tell."""
    return was.is_open or nu.is_open or was.waarde != nu.waarde
