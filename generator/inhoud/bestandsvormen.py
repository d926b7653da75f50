"""What may stand in each YAML file: a form per record and per file, derived from ``feiten/dossier.py``.

There is one definition, the records: a field that is added there may be written in YAML, is checked, and shows in
the JSON Schema.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import Field as ModelField, TypeAdapter, create_model

from generator.feiten.dossier import Dossier, Onderdeel
from generator.feiten.overeenkomst import VRAAG
from generator.inhoud.uitleg import ONDERDELEN
from generator.inhoud.vormen import Bronnen, Feitvorm, Naam, Vorm, feitvorm

# What dossier.yaml holds; every other field of a Dossier has a file of its own name.
IN_DOSSIER = ("titel", "toetsdatum", "stukken")
NIET_UIT_YAML = ("pad", "plaats", "naam", "feiten", "teksten", *IN_DOSSIER)


@cache
def onderdeelvorm(soort: type[Onderdeel]) -> type[Vorm]:
    """The input model of a record; ``bron`` is inherited by its values that have none."""
    hints = get_type_hints(soort, include_extras=True)
    velden: dict[str, Any] = {
        veld.name: (vormtype(hints[veld.name]), _verplicht(veld))
        for veld in fields(soort)
        if veld.name not in {"pad", "plaats"}
    }
    velden["bron"] = (Bronnen, ModelField((), description="bron van alle waarden hieronder die geen eigen bron hebben"))
    uitleg = ONDERDELEN.get(soort.__name__, soort.__name__)
    return create_model(soort.__name__, __base__=Vorm, __doc__=uitleg, **velden)


def _verplicht(veld: Field[Any]) -> Any:  # noqa: ANN401 - as pydantic
    """Whether the field must be written: not when it has a default, nor when `vul_aan` adds what is missing."""
    if VRAAG in veld.metadata:
        return ModelField(None, description=veld.metadata[VRAAG] or None)
    return ... if veld.default is MISSING and veld.default_factory is MISSING else None


def vormtype(hint: Any) -> Any:  # noqa: ANN401 - a type
    """The input type for a type of `feiten.dossier`: fact, record, mapping of either, or None besides."""
    if get_origin(hint) is Annotated:
        return feitvorm(get_args(hint)[1:])
    if get_origin(hint) in (Union, types.UnionType):
        return vormtype(next(deel for deel in get_args(hint) if deel is not types.NoneType)) | None
    if get_origin(hint) is Mapping:
        return dict[Naam, vormtype(get_args(hint)[1])]  # type: ignore[misc]  # a type made at run time
    return onderdeelvorm(hint)


@cache
def bestandsvormen() -> dict[str, TypeAdapter[Any]]:
    """File name → the checker of what it holds, in the order of the fields of `Dossier`."""
    return {naam: TypeAdapter(bestandstype(naam)) for naam in bestandsnamen()}


@cache
def bestandsnamen() -> tuple[str, ...]:
    """The names of the files a dossier may have."""
    return ("dossier.yaml", *(f"{veld.name}.yaml" for veld in fields(Dossier) if veld.name not in NIET_UIT_YAML))


@cache
def _dossierhints() -> dict[str, Any]:
    return get_type_hints(Dossier, include_extras=True)


@cache
def bestandstype(bestandsnaam: str) -> Any:  # noqa: ANN401 - a type
    """The input type of one file."""
    hints = _dossierhints()
    if bestandsnaam != "dossier.yaml":
        return vormtype(hints[bestandsnaam.removesuffix(".yaml")])
    velden: dict[str, Any] = {naam: (vormtype(hints[naam]), ...) for naam in IN_DOSSIER}
    return create_model("Dossier", __base__=Vorm, __doc__=ONDERDELEN["Dossier"], **velden)


# --- walking a form along a path ----------------------------------------------------------------------------


def is_feitvorm(vorm: Any) -> bool:  # noqa: ANN401 - a type
    """Whether `vorm` is the form of a fact."""
    kern = kern_van(vorm)
    return isinstance(kern, type) and issubclass(kern, Feitvorm)


def kern_van(vorm: Any) -> Any:  # noqa: ANN401 - a type
    """`vorm` without what surrounds it: validators, and ``| None``."""
    if get_origin(vorm) is Annotated:
        return kern_van(get_args(vorm)[0])
    if get_origin(vorm) in (Union, types.UnionType):
        return kern_van(next(deel for deel in get_args(vorm) if deel is not types.NoneType))
    return vorm


def deelvorm(vorm: Any, deel: str | int) -> Any:  # noqa: ANN401 - types
    """The form of part `deel` of `vorm`; None when it has no such part."""
    kern = kern_van(vorm)
    if get_origin(kern) is dict:
        return get_args(kern)[1]
    if get_origin(kern) is tuple:
        return get_args(kern)[0]
    veld = getattr(kern, "model_fields", {}).get(deel)
    return veld.annotation if veld else None
