"""How one fact is written: pydantic models of its plain and its long form, its sources and its mentions.

A leaf ``Annotated[Feit, Aantal]`` becomes "a fact with a number"; with several value types the first whose
notation fits decides.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.feiten.keuzes import Keuze
from generator.feiten.waarden import Datum, Datums, JaNee
from generator.inhoud.aanraden import dichtbij, raad_voor_waarde
from generator.inhoud.yaml_lezen import Scalar

if TYPE_CHECKING:
    from generator.errors import Plaats

HOOFDSLEUTELS = ("waarde", "formule", "vermeldingen", "open")
NAAM = r"^[a-z][a-z0-9_]*$"
Naam = Annotated[str, Field(pattern=NAAM)]
# Who writes a key must write something with it; only what is left out is empty.
Woorden = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),  # to us every scalar is text, to an editor not
]


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

    stuk: Woorden = Field("", description="sleutel van het stuk in bronnen.yaml")
    pagina: Annotated[int, Field(ge=1)] | None = Field(None, description="pagina vanaf 1")
    citaat: Woorden = Field("", description="de woorden op die pagina, letterlijk")
    toelichting: Woorden = Field("", description="een bericht of berekening in woorden")


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
    if issubclass(soorten[0], Keuze):
        vorm = {"oneOf": [{"const": keuze, "description": gevolg} for keuze, gevolg in soorten[0].KEUZES.items()]}
    if Datums in soorten:
        vorm = {"anyOf": [vorm, {"type": "array", "items": {"type": "string"}}]}
    return Annotated[Any, BeforeValidator(lees), WithJsonSchema({**vorm, "description": verwacht})]


class Feitvorm(Vorm):
    """Een feit: een waarde met haar bron."""

    formule: Woorden = Field("", description="volgt uit andere feiten: cijfers.a + cijfers.b")
    open: Woorden = Field("", description="nog niet bekend; wat er ingevuld moet worden")
    circa: JaOfNee = Field("nee", description="de bron zegt circa")
    eenheid: Woorden = Field("", description="wat er geteld is: enkelvoud/meervoud")
    peildatum: _lezer((Datum,)) = Field(None, description="de dag waarop geteld is")  # type: ignore[valid-type]
    naam: Woorden = Field("", description="hoe het feit in een overzicht heet")
    bron: Bronnen = Field((), description="waar de waarde is gelezen: één bron of een lijst")
    reden: Woorden = Field("", description="waarom de gekozen vermelding geldt")
    toelichting: Woorden = Field("", description="wat een lezer van de feiten moet weten")
    vraag: Woorden = Field("", description="wat een mens nog moet uitzoeken of kiezen")

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
