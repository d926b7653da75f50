"""What a record of a dossier is (*onderdeel*): a path, a place, and facts as its leaves.

The annotation of a leaf says which value type it has: the YAML schema is derived from these types. A field without
default is required.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, TypeVar, dataclass_transform

from generator.errors import Plaats
from generator.feiten.feit import NERGENS, Feit
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
