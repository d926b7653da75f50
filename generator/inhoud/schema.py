"""The JSON Schema of the YAML files (draft 2020-12), for editors that complete and check while somebody types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.feiten.dossier import Dossier
from generator.inhoud.bestandsvormen import bestandsnamen, bestandssoort, velden_van
from generator.inhoud.uitleg import ONDERDELEN
from generator.inhoud.verzamelen import NAAM
from generator.inhoud.vormen import (
    BRON,
    BRONSLEUTELS,
    HOOFDSLEUTELS,
    feitsleutels,
    naam_van,
    vermeldingsleutels,
    verwacht,
    waardesleutel,
)

if TYPE_CHECKING:
    from generator.inhoud.sleutels import Sleutel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, dict[str, Any]]:
    """File name → its schema, with Dutch descriptions, for facts in plain and in long form."""
    return {naam: _bestand(bestandssoort(naam)) for naam in bestandsnamen()}


def _bestand(soort: Any) -> dict[str, Any]:  # noqa: ANN401 - a type
    delen: dict[str, Any] = {"Bron": _groep(BRONSLEUTELS, "Waar een waarde is gelezen.")}
    vorm = _vorm(soort, delen)
    if "$ref" in vorm:
        vorm = delen.pop(vorm["$ref"].rpartition("/")[2])
    return {"$schema": _DIALECT, "$defs": dict(sorted(delen.items())), **vorm}


def _vorm(soort: Any, delen: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type
    """The schema of a fact, a record or a mapping of either; what has a name goes to `delen` and is referred to."""
    if get_origin(soort) is Mapping:
        return {
            "type": "object",
            "patternProperties": {NAAM: _vorm(get_args(soort)[1], delen)},
            "additionalProperties": False,
        }
    is_feit = get_origin(soort) is Annotated
    naam = f"Feit{naam_van(get_args(soort)[1:])}" if is_feit else soort.__name__
    if naam not in delen:
        delen[naam] = _feit(get_args(soort)[1:], delen) if is_feit else _onderdeel(soort, delen)
    return {"$ref": f"#/$defs/{naam}"}


def _onderdeel(soort: Any, delen: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type
    velden = velden_van(soort)
    vormen = {
        naam: _vorm(veld.soort, delen) | ({"description": veld.vraag} if veld.vraag else {})
        for naam, veld in velden.items()
    }
    if soort is not Dossier:
        vormen["bron"] = _waarde(BRON)
    verplicht = [naam for naam, veld in velden.items() if veld.verplicht]
    return _object(vormen, ONDERDELEN[soort.__name__], verplicht)


def _feit(soorten: tuple[Any, ...], delen: dict[str, Any]) -> dict[str, Any]:
    """Its plain value, or the mapping with exactly one of its main keys."""
    delen[f"Vermelding{naam_van(soorten)}"] = _groep(
        vermeldingsleutels(soorten), "Wat één van de bronnen zegt.", ("waarde", "bron")
    )
    lang = {**_groep(feitsleutels(soorten)), "oneOf": [{"required": [sleutel]} for sleutel in HOOFDSLEUTELS]}
    return {"description": f"Een feit: {verwacht(soorten)}.", "anyOf": [_waarde(waardesleutel(soorten)), lang]}


def _groep(sleutels: Mapping[str, Sleutel], uitleg: str = "", verplicht: tuple[str, ...] = ()) -> dict[str, Any]:
    return _object({naam: _waarde(sleutel) for naam, sleutel in sleutels.items()}, uitleg, verplicht)


def _object(vormen: Mapping[str, Any], uitleg: str, verplicht: Any) -> dict[str, Any]:  # noqa: ANN401 - names
    vorm: dict[str, Any] = {"type": "object", "properties": dict(vormen), "additionalProperties": False}
    if uitleg:
        vorm["description"] = uitleg
    if verplicht:
        vorm["required"] = list(verplicht)
    return vorm


def _waarde(sleutel: Sleutel) -> dict[str, Any]:
    return {**sleutel.schema, **({"description": sleutel.uitleg} if sleutel.uitleg else {})}
