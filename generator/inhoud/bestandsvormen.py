"""What may stand in each YAML file, derived from ``feiten/dossier.py``.

There is one definition, the records: a field that is added there may be written in YAML, is checked, and shows in
the JSON Schema.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Union, get_args, get_origin

from msgspec import Struct

from generator.feiten.dossier import Dossier
from generator.feiten.overeenkomst import VRAAG
from generator.feiten.veldsoorten import veldsoorten

# What dossier.yaml holds; every other field of a Dossier has a file of its own name.
IN_DOSSIER = ("titel", "toetsdatum", "stukken")
_NIET_UIT_YAML = ("pad", "plaats", "naam", "variant", "feiten", "teksten", *IN_DOSSIER)


class Veld(Struct, frozen=True):
    """A field of a record.

    Attributes:
        soort: a fact, a record, or a mapping of either.
        verplicht: whether it must be written; not when it has a default, nor when `vul_aan` adds what is missing.
        vraag: what a fact that is marked `onmisbaar` asks when it is left out; None for every other field.
    """

    soort: Any
    verplicht: bool
    vraag: str | None


@cache
def velden_van(soort: Any) -> dict[str, Veld]:  # noqa: ANN401 - a type of record
    """The fields of a record that its mapping in YAML may have, in order; of a `Dossier` those in dossier.yaml."""
    hints = hints_van(soort)
    return {
        veld.name: Veld(
            hints[veld.name],
            veld.default is MISSING and veld.default_factory is MISSING and VRAAG not in veld.metadata,
            veld.metadata.get(VRAAG),
        )
        for veld in fields(soort)
        if (veld.name in IN_DOSSIER if soort is Dossier else veld.name not in {"pad", "plaats"})
    }


@cache
def hints_van(soort: Any) -> dict[str, Any]:  # noqa: ANN401 - a type of record
    """The types of the fields of a record, without their ``| None``."""
    return {naam: _kern(hint) for naam, hint in veldsoorten(soort).items()}


def _kern(hint: Any) -> Any:  # noqa: ANN401 - a type
    if get_origin(hint) in (Union, types.UnionType):
        return next(deel for deel in get_args(hint) if deel is not types.NoneType)
    return hint


@cache
def bestandsnamen() -> tuple[str, ...]:
    """The names of the files a dossier may have, in the order of the fields of `Dossier`."""
    return ("dossier.yaml", *(f"{veld.name}.yaml" for veld in fields(Dossier) if veld.name not in _NIET_UIT_YAML))


def bestandssoort(bestandsnaam: str) -> Any:  # noqa: ANN401 - a type
    """The type of what stands in one file: a record, or a mapping."""
    if bestandsnaam == "dossier.yaml":
        return Dossier
    return hints_van(Dossier)[bestandsnaam.removesuffix(".yaml")]
