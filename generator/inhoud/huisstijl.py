"""The house style: ``huisstijl.yaml`` and the files it names → one checked value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.errors import Fout, InvoerError, Plaats
from generator.huisstijl import Huisstijl, Lettertype
from generator.inhoud.yaml_lezen import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BESTAND = "huisstijl.yaml"
_KLEUR = r"^#[0-9a-fA-F]{6}$"
Kleur = Annotated[str, Field(pattern=_KLEUR)]
_MINSTE_CONTRAST = 4.5  # WCAG 2.1, 1.4.3 (AA), text of normal size
_SNEDEN = ("regular", "bold", "italic", "bolditalic")


class _Vorm(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Lettervorm(_Vorm):
    naam: str
    word: str
    bestanden: dict[str, str]


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
    """The house style in `bestanden`: huisstijl.yaml, document.typ, document.html.j2, fonts, logo.

    Raises:
        InvoerError: what is missing, of the wrong form, or too faint to read, all at once.
    """
    knoop, fouten = read_yaml(bestanden.get(_BESTAND, b""), _BESTAND, "huisstijl")
    if knoop is None or fouten:
        raise InvoerError(*fouten)
    try:
        vorm = _Stijlvorm.model_validate(knoop)
    except ValidationError as mis:
        raise InvoerError(*(_fout(fout) for fout in mis.errors(include_url=False))) from None
    fouten = [*_ontbrekend(vorm, bestanden), *_te_vaag(vorm.kleuren)]
    if fouten:
        raise InvoerError(*fouten)
    return Huisstijl(
        lettertype=Lettertype(
            vorm.lettertype.naam, vorm.lettertype.word,
            {snede: bestanden[vorm.lettertype.bestanden[snede]] for snede in _SNEDEN},
        ),
        kleuren=vorm.kleuren.model_dump(), reeksen=tuple(vorm.reeksen), corps=vorm.corps.model_dump(),
        regelafstand=vorm.regelafstand, marges=vorm.marges.model_dump(),
        logo=bestanden[vorm.logo] if vorm.logo else None, logo_alt=vorm.logo_alt,
        typst=bestanden["document.typ"].decode(), html=bestanden["document.html.j2"].decode(),
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


def _te_vaag(kleuren: _Kleuren) -> Iterator[Fout]:
    for naam, voor, achter in (
        ("tekst", kleuren.tekst, "#ffffff"), ("accent", kleuren.accent, "#ffffff"), ("zacht", kleuren.zacht, "#ffffff"),
        ("tekst op vlak", kleuren.tekst, kleuren.vlak), ("accent op vlak", kleuren.accent, kleuren.vlak),
    ):  # fmt: skip
        if (verhouding := contrast(voor, achter)) < _MINSTE_CONTRAST:
            yield Fout(
                Plaats(_BESTAND), f"de kleur {naam} is te vaag: contrast {verhouding:.1f}".replace(".", ","),
                "ten minste 4,5 (WCAG 2.1, 1.4.3)", "kies een donkerder kleur",
            )  # fmt: skip


def _ontbrekend(vorm: _Stijlvorm, bestanden: Mapping[str, bytes]) -> Iterator[Fout]:
    for snede in _SNEDEN:
        if snede not in vorm.lettertype.bestanden:
            yield Fout(Plaats(_BESTAND), f"de snede ‘{snede}’ van het lettertype ontbreekt", raad="noem het bestand")
    namen = [*vorm.lettertype.bestanden.values(), "document.typ", "document.html.j2"]
    namen += [naam for naam in (vorm.logo, vorm.word) if naam]
    if vorm.logo and not vorm.logo_alt:
        yield Fout(Plaats(_BESTAND), "het logo heeft geen alternatieve tekst", raad="vul logo_alt in")
    for naam in namen:
        if naam not in bestanden:
            yield Fout(Plaats(_BESTAND), f"het bestand ‘{naam}’ ontbreekt", raad="zet het naast huisstijl.yaml")


def _fout(fout: object) -> Fout:
    gegevens = dict(fout)  # type: ignore[call-overload]  # pydantic's typed dict
    pad = ".".join(str(deel) for deel in gegevens["loc"])
    plaats = getattr(gegevens["input"], "plaats", Plaats(_BESTAND))
    match gegevens["type"]:
        case "missing":
            return Fout(plaats, f"‘{pad}’ ontbreekt")
        case "extra_forbidden":
            return Fout(plaats, f"‘{pad}’ kent een huisstijl niet")
        case "string_pattern_mismatch":
            return Fout(plaats, f"‘{gegevens['input']}’ is geen kleur", "een kleur als #1f4e5f")
        case _:
            zin = re.sub(r"Input should be ", "hoort te zijn: ", gegevens["msg"])
            return Fout(plaats, f"‘{gegevens['input']}’ kan niet bij {pad}", zin)
