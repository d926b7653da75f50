"""The JSON Schema of the YAML files (draft 2020-12), for editors that complete and check while somebody types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.feiten.dossier import Dossier
from generator.inhoud.bestandsvormen import bestandsnamen, bestandssoort, velden_van
from generator.inhoud.sleutels import WOORDEN, Sleutel, lees_woorden
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
    from collections.abc import Iterator

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, dict[str, Any]]:
    """File name → its schema, with Dutch descriptions, for facts in plain and in long form."""
    return {naam: _bestand(bestandssoort(naam)) for naam in bestandsnamen()}


def variant_schema() -> dict[str, Any]:
    """The schema of ``varianten/*.yaml``: the same facts by their path, each as its own file would have it."""
    delen: dict[str, Any] = {"Bron": _groep(BRONSLEUTELS, "Waar een waarde is gelezen.")}
    soorten = {pad: soort for naam in bestandsnamen() for pad, soort in _paden(bestandssoort(naam), _wortel(naam))}
    vormen = {
        "titel": _waarde(Sleutel(lees_woorden, WOORDEN, "waar de variant over gaat")),
        "toelichting": _waarde(Sleutel(lees_woorden, WOORDEN, "wat wordt aangenomen, en wat geen bron zegt")),
        "feiten": {
            "description": "Andere waarden voor feiten die er zijn: groep.naam: waarde.",
            **_per_pad({pad: soort for pad, soort in soorten.items() if get_origin(soort) is Annotated}, delen),
            "minProperties": 1,
        },
        "erbij": {
            "description": "Feiten en onderdelen die er nog niet zijn, in een onderdeel dat er wel is.",
            **_per_pad({pad: soort for pad, soort in soorten.items() if "." in pad}, delen),
        },
    }
    uitleg = "Een variant: andere waarden over dezelfde feiten heen. Wat zou er volgen als?"
    return {"$schema": _DIALECT, "$defs": dict(sorted(delen.items())), **_object(vormen, uitleg, ("titel", "feiten"))}


def _wortel(bestandsnaam: str) -> str:
    return "" if bestandsnaam == "dossier.yaml" else bestandsnaam.removesuffix(".yaml")


def _paden(soort: Any, pad: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a type
    """Every path under `pad` and what may stand there; a name that is the clerk’s own is a ``*``."""
    if pad:
        yield pad, soort
    if get_origin(soort) is Mapping:
        yield from _paden(get_args(soort)[1], f"{pad}.*")
    elif get_origin(soort) is not Annotated:
        for naam, veld in velden_van(soort).items():
            yield from _paden(veld.soort, f"{pad}.{naam}".lstrip("."))


def _per_pad(soorten: Mapping[str, Any], delen: dict[str, Any]) -> dict[str, Any]:
    """A mapping whose keys are paths; an editor completes those that are the same in every dossier."""
    vormen = {pad: _vorm(soort, delen) for pad, soort in soorten.items()}
    naam = NAAM.strip("^$")
    patronen = {f"^{re.escape(pad).replace(re.escape('*'), naam)}$": vorm for pad, vorm in vormen.items() if "*" in pad}
    vast = {pad: vorm for pad, vorm in vormen.items() if "*" not in pad}
    return {"type": "object", "properties": vast, "patternProperties": patronen, "additionalProperties": False}


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
