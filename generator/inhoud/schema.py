"""The schema of the YAML, derived from the records in ``feiten/dossier.py``: one definition, two uses.

pydantic checks a whole file at once and tells what is wrong where; from the same models comes the JSON
Schema that makes an editor complete and check. What pydantic says in English is said here in Dutch.
"""

from __future__ import annotations

import difflib
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    TypeAdapter,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.errors import Fout, Plaats
from generator.feiten.dossier import Dossier, Onderdeel
from generator.feiten.feit import Feit
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

HOOFDSLEUTELS = ("waarde", "formule", "vermeldingen", "open")
# What dossier.yaml holds; every other field of a Dossier has a file of its own name.
IN_DOSSIER = ("titel", "toetsdatum", "stukken")
NIET_UIT_YAML = ("pad", "plaats", "naam", "feiten", "teksten", *IN_DOSSIER)
_NAAM = r"^[a-z][a-z0-9_]*$"
Naam = Annotated[str, Field(pattern=_NAAM)]


class Vorm(BaseModel):
    """Base of all input models: unknown keys are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Bronvorm(Vorm):
    """Waar een waarde is gelezen."""

    stuk: str = Field("", description="sleutel van het stuk in bronnen.yaml")
    pagina: Annotated[int, Field(ge=1)] | None = Field(None, description="pagina vanaf 1")
    citaat: str = Field("", description="de woorden op die pagina, letterlijk")
    toelichting: str = Field("", description="een bericht of berekening in woorden")
    _plaats: Plaats = PrivateAttr(default=Plaats(""))

    @model_validator(mode="wrap")
    @classmethod
    def _met_plaats(cls, rauw: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's signature
        vorm = handler(rauw)
        vorm._plaats = getattr(rauw, "plaats", vorm._plaats)  # noqa: SLF001 - our own
        return vorm


def _als_reeks(rauw: Any) -> Any:  # noqa: ANN401 - raw input
    return rauw if isinstance(rauw, list) else [rauw]


Bronnen = Annotated[tuple[Bronvorm, ...], BeforeValidator(_als_reeks)]
JaOfNee = Literal["ja", "nee"]


class Feitvorm(Vorm):
    """Een feit: een waarde met haar bron."""

    formule: str = Field("", description="volgt uit andere feiten: cijfers.a + cijfers.b")
    open: str = Field("", description="nog niet bekend; wat er ingevuld moet worden")
    circa: JaOfNee = Field("nee", description="de bron zegt circa")
    eenheid: str = Field("", description="wat er geteld is; enkelvoud/meervoud mag")
    peildatum: str = Field("", description="de dag waarop geteld is")
    naam: str = Field("", description="hoe het feit in een overzicht heet")
    bron: Bronnen = ()
    keuze: str = Field("", description="welke vermelding geldt")
    reden: str = Field("", description="waarom die vermelding geldt")
    toelichting: str = ""
    vraag: str = Field("", description="wat een mens nog moet uitzoeken of kiezen")
    _rauw: Any = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _til_op(cls, rauw: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's signature
        """A plain value is a fact with only a value."""
        if isinstance(rauw, Scalar):
            vorm = handler({"waarde": rauw})
        else:
            _eis_een_hoofdsleutel(rauw)
            vorm = handler(rauw)
        vorm._rauw = rauw  # noqa: SLF001 - our own
        return vorm

    @classmethod
    def __get_pydantic_json_schema__(cls, kern: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        lang = handler.resolve_ref_schema(handler(kern))
        return {"anyOf": [{"type": ["string", "number", "boolean"], "description": cls.__doc__}, dict(lang)]}


def _eis_een_hoofdsleutel(rauw: Any) -> None:  # noqa: ANN401 - raw input
    if not isinstance(rauw, dict):
        raise PydanticCustomError("feit", "hier hoort één waarde te staan, geen lijst")
    aanwezig = [sleutel for sleutel in HOOFDSLEUTELS if sleutel in rauw]
    if len(aanwezig) == 1:
        return
    if aanwezig:
        raise PydanticCustomError(
            "feit", "{twee} sluiten elkaar uit", {"twee": " en ".join(f"‘{s}’" for s in aanwezig)}
        )
    dichtbij = [(s, m[0]) for s in rauw if (m := difflib.get_close_matches(s, HOOFDSLEUTELS, n=1, cutoff=0.6))]
    raad = f"; bedoelde u ‘{dichtbij[0][1]}’ in plaats van ‘{dichtbij[0][0]}’?" if dichtbij else ""
    raise PydanticCustomError(
        "feit", "een feit heeft één van waarde, formule, vermeldingen of open{raad}", {"raad": raad}
    )


def _lezer(soorten: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a pydantic validator
    """A validator that reads a scalar as the first of `soorten` whose notation fits."""

    def lees(rauw: Any) -> Any:  # noqa: ANN401 - raw input
        if isinstance(rauw, list):
            rauw = ", ".join(map(str, rauw))
        if not isinstance(rauw, str):
            raise PydanticCustomError("waarde", "hier hoort één waarde te staan")
        zinnen = []
        for soort in soorten:
            try:
                return soort.lees(str(rauw).strip())
            except ValueError as fout:
                zinnen.append(str(fout))
        raise PydanticCustomError(
            "waarde", "{zin}", {"zin": zinnen[0], "verwacht": " of ".join(soort.VERWACHT for soort in soorten)}
        )

    return BeforeValidator(lees)


@cache
def feitvorm(soorten: tuple[Any, ...]) -> type[Feitvorm]:
    """The input model of a fact of one of `soorten`."""
    waarde = Annotated[Any, _lezer(soorten)]
    vermelding = create_model(
        "Vermelding", __base__=Vorm, waarde=(waarde, ...), circa=(JaOfNee, "nee"), bron=(Bronvorm, ...),
        _rauw=(Any, PrivateAttr(default=None)),
    )  # fmt: skip
    naam = "Of".join(soort.__name__ for soort in soorten)
    return create_model(
        f"Feit{naam}", __base__=Feitvorm, __doc__=f"Een feit: {' of '.join(soort.VERWACHT for soort in soorten)}.",
        waarde=(waarde, None), vermeldingen=(Annotated[tuple[vermelding, ...], Field(min_length=2)], ()),  # type: ignore[valid-type]
    )  # fmt: skip


@cache
def onderdeelvorm(soort: type[Onderdeel]) -> type[Vorm]:
    """The input model of a record."""
    hints = get_type_hints(soort, include_extras=True)
    velden: dict[str, Any] = {
        veld.name: (
            vormtype(hints[veld.name]),
            ... if veld.default is MISSING and veld.default_factory is MISSING else None,
        )
        for veld in fields(soort)
        if veld.name not in {"pad", "plaats"}
    }
    velden["bron"] = (Bronnen, Field((), description="bron van alle waarden hieronder die geen eigen bron hebben"))
    return create_model(soort.__name__, __base__=Vorm, __doc__=soort.__doc__, **velden)


def vormtype(hint: Any) -> Any:  # noqa: ANN401 - a type
    """The input type for a type of `feiten.dossier`: fact, record, mapping of either, or None besides."""
    if get_origin(hint) is Annotated:
        return feitvorm(get_args(hint)[1:])
    if get_origin(hint) in (Union, types.UnionType):
        return vormtype(next(deel for deel in get_args(hint) if deel is not types.NoneType)) | None
    if get_origin(hint) is Mapping:
        return dict[Naam, vormtype(get_args(hint)[1])]  # type: ignore[misc]
    return onderdeelvorm(hint)


@cache
def bestandsvormen() -> dict[str, TypeAdapter[Any]]:
    """File name → what it holds."""
    hints = get_type_hints(Dossier, include_extras=True)
    vormen = {f"{naam}.yaml": TypeAdapter(vormtype(hint)) for naam, hint in hints.items() if naam not in NIET_UIT_YAML}
    dossier = create_model("Dossier", __base__=Vorm, **{naam: (vormtype(hints[naam]), ...) for naam in IN_DOSSIER})
    return {"dossier.yaml": TypeAdapter(dossier), **vormen}


def json_schema() -> dict[str, dict[str, Any]]:
    """File name → JSON Schema (draft 2020-12), for editors that complete and check YAML."""
    return {
        naam: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_strak(vorm.json_schema(ref_template="#/$defs/{model}")),
        }
        for naam, vorm in bestandsvormen().items()
    }


def _strak(schema: Any) -> Any:  # noqa: ANN401 - any part of a JSON Schema
    """`schema` as strict as our own check: no names outside their pattern, and one source without brackets."""
    if isinstance(schema, list):
        return [_strak(deel) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    uit = {naam: _strak(deel) for naam, deel in schema.items()}
    if "patternProperties" in uit:
        uit["additionalProperties"] = False
    bron = uit.get("properties", {}).get("bron", {})
    if bron.get("type") == "array":
        uit["properties"]["bron"] = {"anyOf": [bron["items"], bron], "description": bron.get("description", "")}
    return uit


def toets(bestandsnaam: str, knoop: Knoop) -> tuple[Any, list[Fout], list[str]]:
    """The checked content of one file, every fault in it, and the names that had to be left out for them.

    What is right is checked further although its neighbour is wrong, so that a person hears everything at once.
    """
    vorm = bestandsvormen()[bestandsnaam]
    try:
        return vorm.validate_python(knoop), [], []
    except ValidationError as fouten:
        fouten_nu = fouten.errors(include_url=False)
    uit = [_fout(knoop, fout) for fout in fouten_nu]
    namen = [str(fout["loc"][0]) for fout in fouten_nu if fout["loc"]]
    try:
        return vorm.validate_python({naam: deel for naam, deel in knoop.items() if naam not in namen}), uit, namen
    except ValidationError:
        return None, uit, [""]


# --- pydantic's faults in Dutch ------------------------------------------------------------------------


def _fout(wortel: Knoop, fout: Any) -> Fout:  # noqa: ANN401 - pydantic's dict
    pad = [deel for deel in fout["loc"] if not (isinstance(deel, str) and deel == "[key]")]
    ouder, plaats = _zoek(wortel, pad)
    naam = str(pad[-1]) if pad else ""
    context = fout.get("ctx", {})
    match fout["type"]:
        case "extra_forbidden":
            bekend = _bekende_sleutels(fout, wortel, pad)
            dichtbij = difflib.get_close_matches(naam, bekend, n=1, cutoff=0.6)
            raad = f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else "haal hem weg"
            plaats = getattr(ouder, "sleutels", {}).get(naam, plaats)
            return Fout(
                plaats, f"de sleutel ‘{naam}’ bestaat hier niet", f"een van {', '.join(bekend)}" if bekend else "", raad
            )
        case "missing":
            return Fout(
                getattr(ouder, "plaats", plaats),
                f"verplicht veld ‘{naam}’ ontbreekt",
                raad="vul het in, of schrijf: {open: wat er nog moet komen}",
            )
        case "feit":
            return Fout(plaats, fout["msg"], "een waarde, of {waarde: …, bron: {stuk: …, pagina: …, citaat: …}}")
        case "waarde":
            return Fout(plaats, fout["msg"], context.get("verwacht", ""), _datumraad(str(fout["input"])))
        case "literal_error":
            return Fout(plaats, f"‘{fout['input']}’ kan hier niet", context.get("expected", "").replace(" or ", " of "))
        case "string_pattern_mismatch":
            return Fout(
                plaats, f"‘{naam}’ kan geen naam zijn", "kleine letters, cijfers en _", "bijvoorbeeld opvang_totaal"
            )
        case "too_short":
            return Fout(
                plaats,
                "vermeldingen zijn er ten minste twee",
                "twee of meer {waarde: …, bron: …}",
                "schrijf één waarde als ‘waarde’",
            )
        case "int_parsing" | "int_type" | "greater_than_equal":
            return Fout(plaats, f"‘{fout['input']}’ is geen paginanummer", "een heel getal vanaf 1")
        case "model_type" | "model_attributes_type" | "dict_type":
            return Fout(plaats, "hier horen namen met waarden te staan", "naam: waarde")
        case "string_type":
            return Fout(plaats, "hier hoort een tekst te staan")
        case "tuple_type":
            return Fout(plaats, "hier hoort een lijst te staan", "[…, …]")
        case _:
            return Fout(plaats, f"dit klopt niet ({fout['msg']})")


def _zoek(wortel: Any, pad: list[Any]) -> tuple[Any, Plaats]:  # noqa: ANN401 - our nodes
    """The parent of what `pad` names, and the best place to point at."""
    ouder, node, plaats = wortel, wortel, wortel.plaats
    for deel in pad:
        if isinstance(node, Knoop) and deel in node:
            ouder, plaats, node = node, node.sleutels.get(deel, plaats), node[deel]
        elif isinstance(node, Reeks) and isinstance(deel, int) and deel < len(node):
            ouder, node = node, node[deel]
            plaats = getattr(node, "plaats", plaats)
        else:
            ouder = node
            break
    else:
        if isinstance(node, Scalar):
            plaats = node.plaats
    return ouder, plaats


def _bekende_sleutels(fout: Any, wortel: Any, pad: list[Any]) -> list[str]:  # noqa: ANN401
    """The keys that may stand where an unknown one stood."""
    del fout
    vorm: Any = bestandsvormen()[wortel.plaats.bestand.rpartition("/")[2]]._type  # noqa: SLF001 - no public way
    for deel in pad[:-1]:
        vorm = _stap(vorm, deel)
    modelvelden = getattr(vorm, "model_fields", None)
    return sorted(modelvelden) if modelvelden else []


def _stap(vorm: Any, deel: Any) -> Any:  # noqa: ANN401 - types
    if get_origin(vorm) is Annotated:
        return _stap(get_args(vorm)[0], deel)
    if get_origin(vorm) in (Union, types.UnionType):
        return _stap(next((optie for optie in get_args(vorm) if optie is not types.NoneType), None), deel)
    if get_origin(vorm) is dict:
        return get_args(vorm)[1]
    if get_origin(vorm) is tuple:
        return get_args(vorm)[0]
    velden = getattr(vorm, "model_fields", {})
    return velden[deel].annotation if deel in velden else None


def _datumraad(tekst: str) -> str:
    """A suggestion for a date typed as people do."""
    from generator.datumtekst import MAANDEN

    delen = tekst.replace("/", "-").replace(" ", "-").split("-")
    if len(delen) == 3 and delen[0].isdigit() and delen[2].isdigit() and len(delen[2]) == 4:
        maand = MAANDEN.index(delen[1].lower()) + 1 if delen[1].lower() in MAANDEN else delen[1]
        if str(maand).isdigit():
            return f"bedoelde u {delen[2]}-{int(maand):02d}-{int(delen[0]):02d}?"
    return ""
