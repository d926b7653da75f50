"""The house style: ``huisstijl.yaml`` and the files it names → one checked value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.errors import Fout, InvoerError, Plaats
from generator.huisstijl import Huisstijl, Lettertype
from generator.inhoud.tekens import lees_tekst
from generator.inhoud.toetsen import bekende_sleutels
from generator.inhoud.yaml_lezen import Knoop, read_yaml
from generator.inhoud.zinnen import fout_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BESTAND = "huisstijl.yaml"
_KLEUR = r"^#[0-9a-fA-F]{6}$"
Kleur = Annotated[str, Field(pattern=_KLEUR)]
_MINSTE_CONTRAST = 4.5  # WCAG 2.1, 1.4.3 (AA), text of normal size
_WIT = "#ffffff"
# Text in a colour, on white paper or on the tint.
_LEESBAAR = (("tekst", "wit"), ("accent", "wit"), ("zacht", "wit"), ("tekst", "vlak"), ("accent", "vlak"))
_SJABLONEN = ("document.typ", "document.html.j2")
# How files of each kind begin.
_TRUETYPE = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_SVG = (b"<svg", b"<?xml")
_ZIP = (b"PK",)


class _Vorm(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Sneden(_Vorm):
    regular: str
    bold: str
    italic: str
    bolditalic: str


class _Lettervorm(_Vorm):
    naam: str
    word: str
    bestanden: _Sneden


class _Kleuren(_Vorm):
    tekst: Kleur
    accent: Kleur
    vlak: Kleur
    lijn: Kleur
    zacht: Kleur


class _Corps(_Vorm):
    tekst: Annotated[float, Field(ge=9, le=16)]
    klein: Annotated[float, Field(ge=7, le=12)]
    titel: Annotated[float, Field(ge=12, le=40)]
    kop1: Annotated[float, Field(ge=9, le=30)]
    kop2: Annotated[float, Field(ge=9, le=30)]
    kop3: Annotated[float, Field(ge=9, le=30)]


class _Marges(_Vorm):
    boven: Annotated[float, Field(ge=10, le=60)]
    onder: Annotated[float, Field(ge=10, le=60)]
    links: Annotated[float, Field(ge=10, le=60)]
    rechts: Annotated[float, Field(ge=10, le=60)]


class _Stijlvorm(_Vorm):
    lettertype: _Lettervorm
    kleuren: _Kleuren
    reeksen: Annotated[list[Kleur], Field(min_length=3)]
    corps: _Corps
    regelafstand: Annotated[float, Field(ge=1, le=2)]
    marges: _Marges
    logo: str | None = None
    logo_alt: str = ""
    word: str | None = None


def load_huisstijl(bestanden: Mapping[str, bytes]) -> Huisstijl:
    """The house style in `bestanden`: huisstijl.yaml, document.typ, document.html.j2, fonts, logo, Word reference.

    Raises:
        InvoerError: what is missing, of the wrong form, or too faint to read (WCAG 2.1, 1.4.3), all at once.
    """
    if _BESTAND not in bestanden:
        raise InvoerError(Fout(Plaats(_BESTAND), f"‘{_BESTAND}’ ontbreekt", raad="zet het in de map van de huisstijl"))
    knoop, fouten = read_yaml(bestanden[_BESTAND], _BESTAND, "")
    if knoop is None or fouten:
        raise InvoerError(*fouten)
    try:
        vorm = _Stijlvorm.model_validate(knoop)
    except ValidationError as mis:
        raise InvoerError(
            *(
                fout_van(knoop, fout, bekende_sleutels(_Stijlvorm, fout["loc"]))
                for fout in mis.errors(include_url=False)
            )
        ) from None
    sjablonen, fouten = {}, [*_te_vaag(vorm.kleuren, knoop["kleuren"]), *_bestandsfouten(vorm, knoop, bestanden)]
    for naam in _SJABLONEN:
        sjablonen[naam], onleesbaar = lees_tekst(bestanden.get(naam, b""), naam)
        fouten += onleesbaar
    if fouten:
        raise InvoerError(*fouten)
    return Huisstijl(
        lettertype=Lettertype(
            vorm.lettertype.naam, vorm.lettertype.word,
            {snede: bestanden[naam] for snede, naam in vorm.lettertype.bestanden},
        ),
        kleuren=vorm.kleuren.model_dump(), reeksen=tuple(vorm.reeksen), corps=vorm.corps.model_dump(),
        regelafstand=vorm.regelafstand, marges=vorm.marges.model_dump(),
        logo=bestanden[vorm.logo] if vorm.logo else None, logo_alt=vorm.logo_alt,
        typst=sjablonen["document.typ"] or "", html=sjablonen["document.html.j2"] or "",
        word=bestanden[vorm.word] if vorm.word else None,
    )  # fmt: skip


def contrast(een: str, ander: str) -> float:
    """The contrast ratio of two colours (WCAG 2.1, relative luminance)."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _te_vaag(kleuren: _Kleuren, knoop: Knoop) -> Iterator[Fout]:
    for voor, achter in _LEESBAAR:
        op = getattr(kleuren, achter, _WIT)
        if (verhouding := contrast(getattr(kleuren, voor), op)) < _MINSTE_CONTRAST:
            gevonden = f"de kleur ‘{voor}’ is te vaag op {achter}: contrast {verhouding:.1f}".replace(".", ",")
            verwacht = "een contrast van ten minste 4,5 (WCAG 2.1, 1.4.3)"
            yield Fout(knoop[voor].plaats, gevonden, verwacht, "kies een donkerder kleur")


def _bestandsfouten(vorm: _Stijlvorm, knoop: Knoop, bestanden: Mapping[str, bytes]) -> Iterator[Fout]:
    """Files that are named and not there, or are not what they are named for."""
    hier = Plaats(_BESTAND)
    for naam in _SJABLONEN:
        if naam not in bestanden:
            yield Fout(hier, f"het bestand ‘{naam}’ ontbreekt", raad=f"zet het naast {_BESTAND}")
    if vorm.logo and not vorm.logo_alt:
        yield Fout(knoop["logo"].plaats, "het logo heeft geen alternatieve tekst", raad="vul logo_alt in")
    letters = knoop["lettertype"]["bestanden"]
    genoemd: list[tuple[Plaats, str, tuple[bytes, ...], str]] = [
        (letters[snede].plaats, naam, _TRUETYPE, "een TrueType-bestand") for snede, naam in vorm.lettertype.bestanden
    ]
    if vorm.logo:
        genoemd.append((knoop["logo"].plaats, vorm.logo, _SVG, "een SVG-bestand"))
    if vorm.word:
        genoemd.append((knoop["word"].plaats, vorm.word, _ZIP, "een Word-bestand (.docx)"))
    for plaats, naam, begin, verwacht in genoemd:
        if naam not in bestanden:
            yield Fout(plaats, f"het bestand ‘{naam}’ ontbreekt", verwacht, f"zet het naast {_BESTAND}")
        elif not bestanden[naam].lstrip().startswith(begin):
            yield Fout(plaats, f"het bestand ‘{naam}’ is iets anders", verwacht)
