"""The JSON Schema of an objection case (draft 2020-12), from the fields of its records: as strict as our own reader."""

from __future__ import annotations

import dataclasses
import datetime as dt
import typing
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.feiten.bezwaarkeuzes import ORGANEN
from generator.feiten.bezwaarschrift import Bezwaarzaak
from generator.feiten.waarden import Duur
from generator.inhoud.zaakvelden import ORGAANVELDEN, POSTBUS, geenwoorden, kern_van, velden_van, verplichte_velden

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONBEKEND = ["onbekend", None]
_TEKST = {"type": ["string", "number", "boolean"], "pattern": r"\S"}  # an editor reads 12 as a number, we as text
_DAG = r"\d{4}-\d{2}-\d{2}"
# What an editor says of a value; the date is a string to it, or a day when it reads YAML 1.1.
_WAARDEN: dict[Any, dict[str, Any]] = {
    str: _TEKST,
    bool: {"enum": ["ja", "nee", True, False]},
    int: {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d{1,6}$"}]},
    dt.date: {"type": "string", "pattern": f"^{_DAG}$", "description": "Een dag als jjjj-mm-dd."},
    dt.time: {
        "type": "string",
        "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$",
        "description": "Een tijd als uu:mm.",
    },
    Duur: {"type": "string", "pattern": r"^\d+ \S+$", "description": "Een duur, zoals 6 weken."},
}


def zaak_schema(vragen: Mapping[str, str]) -> dict[str, Any]:
    """The schema of a case.

    Args:
        vragen: the question that a field answers, by its path; an editor shows it.
    """
    vorm = _record(Bezwaarzaak, "", {pad.replace(".0.", "."): vraag for pad, vraag in vragen.items()})
    return {"$schema": _DIALECT, "title": "Een bezwaarzaak", **vorm}


def _record(soort: Any, pad: str, vragen: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401
    vormen = {naam: _veld(soort, naam, hint, f"{pad}{naam}", vragen) for naam, hint in velden_van(soort).items()}
    vorm: dict[str, Any] = {"type": "object", "properties": vormen, "additionalProperties": False}
    if verplicht := verplichte_velden(soort):
        vorm["required"] = list(verplicht)
    return vorm


def _veld(record: Any, naam: str, hint: Any, pad: str, vragen: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401
    kern = kern_van(hint)
    verplicht = naam in verplichte_velden(record)
    if naam in ORGAANVELDEN:
        vorm = _orgaan()
    elif naam == POSTBUS:
        vorm = {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": r"^([Pp]ostbus\s+)?\d+$"}]}
    elif typing.get_origin(kern) is tuple:
        element = _waarde(typing.get_args(kern)[0], f"{pad}.", vragen)
        vorm = {"anyOf": [{"enum": ["geen", "nee"]}, element, {"type": "array", "items": element, "minItems": 1}]}
    else:
        vorm = _waarde(kern, f"{pad}.", vragen)
    if not verplicht:
        vorm = {"anyOf": [vorm, {"enum": [*sorted(geenwoorden(kern)), *_ONBEKEND]}]}
    vraag = vragen.get(pad, "")
    return {"description": vraag, **vorm} if vraag else vorm


def _waarde(soort: Any, pad: str, vragen: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401
    if soort in _WAARDEN:
        return _WAARDEN[soort]
    if issubclass(soort, StrEnum):
        return {"enum": [str(keuze) for keuze in soort]}
    assert dataclasses.is_dataclass(soort)  # noqa: S101 - the reader knows no other kind of field
    return _record(soort, pad, vragen)


def _orgaan() -> dict[str, Any]:
    anders = {"type": "object", "properties": {"anders": _TEKST}, "required": ["anders"], "additionalProperties": False}
    return {"anyOf": [{"enum": list(ORGANEN)}, {"type": "string", "pattern": r"^anders: \S"}, anders]}
