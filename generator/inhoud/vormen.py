"""What may stand in each YAML file: pydantic models derived from the records in ``feiten/dossier.py``.

There is one definition, the records. A leaf ``Annotated[Feit, Aantal]`` becomes "a fact with a number" in its
plain and its long form; with several value types the first whose notation fits decides.
"""

from __future__ import annotations

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
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.feiten.dossier import Dossier, Onderdeel
from generator.feiten.waarden import Datum, Datums, JaNee
from generator.inhoud.aanraden import dichtbij, raad_voor_waarde
from generator.inhoud.uitleg import ONDERDELEN
from generator.inhoud.yaml_lezen import Scalar

if TYPE_CHECKING:
    from generator.errors import Plaats

HOOFDSLEUTELS = ("waarde", "formule", "vermeldingen", "open")
# What dossier.yaml holds; every other field of a Dossier has a file of its own name.
IN_DOSSIER = ("titel", "toetsdatum", "stukken")
NIET_UIT_YAML = ("pad", "plaats", "naam", "feiten", "teksten", *IN_DOSSIER)
NAAM = r"^[a-z][a-z0-9_]*$"
Naam = Annotated[str, Field(pattern=NAAM)]


class Vorm(BaseModel):
    """Base of all input models: unknown keys are faults, and each remembers what it was made from."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _rauw: Any = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _onthoud(cls, rauw: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's signature
        vorm = handler(cls.lang(rauw))
        vorm._rauw = rauw  # noqa: SLF001 - our own
        return vorm

    @classmethod
    def lang(cls, rauw: Any) -> Any:  # noqa: ANN401 - raw input
        """The long form of `rauw`; a PydanticCustomError when it can have none."""
        return rauw

    @property
    def plaats(self) -> Plaats:
        """Where it was written."""
        return self._rauw.plaats  # type: ignore[no-any-return]  # one of our nodes


class Bronvorm(Vorm):
    """Waar een waarde is gelezen."""

    stuk: str = Field("", description="sleutel van het stuk in bronnen.yaml")
    pagina: Annotated[int, Field(ge=1)] | None = Field(None, description="pagina vanaf 1")
    citaat: str = Field("", description="de woorden op die pagina, letterlijk")
    toelichting: str = Field("", description="een bericht of berekening in woorden")


def _als_reeks(rauw: Any) -> Any:  # noqa: ANN401 - raw input
    return rauw if isinstance(rauw, list) else [rauw]


Bronnen = Annotated[tuple[Bronvorm, ...], BeforeValidator(_als_reeks)]
JaOfNee = Literal["ja", "nee"]


def _lezer(soorten: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a type
    """A type that reads a scalar as the first of `soorten` whose notation fits."""
    verwacht = " of ".join(soort.VERWACHT for soort in soorten)

    def lees(rauw: Any) -> Any:  # noqa: ANN401 - raw input
        if isinstance(rauw, list) and Datums in soorten:
            rauw = ", ".join(map(str, rauw))
        if not isinstance(rauw, str):
            zin = "hier hoort één waarde te staan"
            raise PydanticCustomError("waarde", "{zin}", {"zin": zin, "verwacht": verwacht, "raad": ""})
        tekst, zinnen = str(rauw).strip(), []
        for soort in soorten:
            try:
                return soort.lees(tekst)
            except ValueError as fout:
                zinnen.append(str(fout))
        # The type that got furthest knows best what is wrong; those that saw nothing of theirs say "is geen …".
        zin = next((zin for zin in zinnen if not zin.startswith(f"‘{tekst}’ is geen ")), zinnen[0])
        raad = raad_voor_waarde(tekst, soorten)
        raise PydanticCustomError("waarde", "{zin}", {"zin": zin, "verwacht": verwacht, "raad": raad})

    vorm: dict[str, Any] = {"type": ["string", "number"]}
    if soorten == (JaNee,):
        vorm = {"enum": ["ja", "nee"]}
    if Datums in soorten:
        vorm = {"anyOf": [vorm, {"type": "array", "items": {"type": "string"}}]}
    return Annotated[Any, BeforeValidator(lees), WithJsonSchema({**vorm, "description": verwacht})]


class Feitvorm(Vorm):
    """Een feit: een waarde met haar bron."""

    formule: str = Field("", description="volgt uit andere feiten: cijfers.a + cijfers.b")
    open: str = Field("", description="nog niet bekend; wat er ingevuld moet worden")
    circa: JaOfNee = Field("nee", description="de bron zegt circa")
    eenheid: str = Field("", description="wat er geteld is: enkelvoud/meervoud")
    peildatum: _lezer((Datum,)) = Field(None, description="de dag waarop geteld is")  # type: ignore[valid-type]
    naam: str = Field("", description="hoe het feit in een overzicht heet")
    bron: Bronnen = Field((), description="waar de waarde is gelezen: één bron of een lijst")
    reden: str = Field("", description="waarom de gekozen vermelding geldt")
    toelichting: str = Field("", description="wat een lezer van de feiten moet weten")
    vraag: str = Field("", description="wat een mens nog moet uitzoeken of kiezen")

    @classmethod
    def lang(cls, rauw: Any) -> Any:  # noqa: ANN401 - raw input
        """A plain value is a fact with only a value."""
        if isinstance(rauw, Scalar | list):
            return {"waarde": rauw}
        aanwezig = [sleutel for sleutel in HOOFDSLEUTELS if sleutel in rauw]
        if len(aanwezig) > 1:
            zin = f"{' en '.join(f'‘{sleutel}’' for sleutel in aanwezig)} sluiten elkaar uit"
            raise PydanticCustomError("feit", "{zin}", {"zin": zin, "raad": "kies er een"})
        if not aanwezig:
            vergist = [(sleutel, goed) for sleutel in rauw if (goed := dichtbij(sleutel, HOOFDSLEUTELS))]
            raad = f"bedoelde u ‘{vergist[0][1]}’ in plaats van ‘{vergist[0][0]}’?" if vergist else ""
            zin = "een feit heeft één van waarde, formule, vermeldingen of open"
            raise PydanticCustomError("feit", "{zin}", {"zin": zin, "raad": raad})
        return rauw


@cache
def feitvorm(soorten: tuple[Any, ...]) -> type[Feitvorm]:
    """The input model of a fact whose value is one of `soorten`."""
    naam = "Of".join(soort.__name__ for soort in soorten)
    waarde = _lezer(soorten)
    vermelding = create_model(
        f"Vermelding{naam}", __base__=Vorm, __doc__="Wat één van de bronnen zegt.",
        waarde=(waarde, ...), circa=(JaOfNee, "nee"), bron=(Bronvorm, ...),
    )  # fmt: skip
    return create_model(
        f"Feit{naam}", __base__=Feitvorm, __doc__=f"Een feit: {' of '.join(soort.VERWACHT for soort in soorten)}.",
        waarde=(waarde, None),
        vermeldingen=(
            Annotated[tuple[vermelding, ...], Field(min_length=2)],
            Field((), description="wat bronnen zeggen die elkaar tegenspreken, met keuze en reden"),
        ),
        keuze=(waarde, Field(None, description="welke waarde geldt")),
    )  # fmt: skip


@cache
def onderdeelvorm(soort: type[Onderdeel]) -> type[Vorm]:
    """The input model of a record; ``bron`` is inherited by its values that have none."""
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
    uitleg = ONDERDELEN.get(soort.__name__, soort.__name__)
    return create_model(soort.__name__, __base__=Vorm, __doc__=uitleg, **velden)


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
def bestandstype(bestandsnaam: str) -> Any:  # noqa: ANN401 - a type
    """The input type of one file."""
    hints = get_type_hints(Dossier, include_extras=True)
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
