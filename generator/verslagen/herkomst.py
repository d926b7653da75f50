"""Provenance as Dutch text for a person, and as data for another program."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.herkomst import Feitherkomst, Gebruik, Invoer

_BREEDTE = 100
_KANTLIJN = 13


def als_tekst(feiten: Iterable[Feitherkomst], nadruk: Callable[[str], str] = str) -> str:
    """Each fact with its value, what it rests on, and where it stands; `nadruk` makes its first line stand out."""
    return "\n\n".join("\n".join([nadruk(_kop(wat)), *_rijen(wat)]) for wat in feiten) + "\n"


def als_data(feiten: Mapping[str, Feitherkomst]) -> dict[str, Any]:
    """The same by path: value, formula with what goes into it, steps, sources, dissenting mentions and uses.

    It goes with the internal copy of a paper too, as an attachment of its PDF.
    """
    return {
        pad: {
            "waarde": wat.waarde,
            "precies": wat.precies,
            "open": wat.feit.is_open,
            "formule": wat.feit.formule,
            "uit": list(wat.feit.uit),
            "invoer": [
                {
                    "pad": deel.pad,
                    "waarde": deel.waarde,
                    "formule": deel.formule,
                    "stappen": list(deel.stappen),
                    "bronnen": list(deel.bronnen),
                }
                for deel in wat.invoer
            ],
            "stappen": list(wat.feit.stappen),
            "bronnen": [
                {
                    "stuk": bron.stuk,
                    "pagina": bron.pagina,
                    "citaat": bron.citaat,
                    "toelichting": bron.toelichting,
                    "woorden": woorden,
                }
                for bron, woorden in zip(wat.feit.bronnen, wat.bronnen, strict=True)
            ],
            "vermeldingen": list(wat.vermeldingen),
            "reden": wat.feit.reden,
            "vraag": wat.feit.vraag,
            "gebruik": [_gebruik(gebruik) for gebruik in wat.gebruik],
        }
        for pad, wat in feiten.items()
    }


def _gebruik(gebruik: Gebruik) -> dict[str, Any]:
    return {
        "stuk": gebruik.stuk,
        "zin": gebruik.zin,
        "deel_van": gebruik.deel_van,
        "voorwaarde": gebruik.als_voorwaarde,
        "bestand": gebruik.herkomst.bestand,
        "regel": gebruik.herkomst.regel,
    }


def _kop(wat: Feitherkomst) -> str:
    return f"{wat.feit.pad}: {wat.waarde}"


def _rijen(wat: Feitherkomst) -> Iterator[str]:
    feit = wat.feit
    for bron in () if wat.vermeldingen else wat.bronnen:  # a mention names its source itself
        yield from _rij("bron", bron)
    if feit.formule not in {"", feit.pad}:
        yield from _rij("formule", feit.formule)
    if wat.precies:
        yield from _rij("precies", wat.precies)
    for deel in wat.invoer:
        yield from _rij("uit", _deel(deel))
        yield from _stappen(deel.stappen)
    yield from _stappen(feit.stappen)
    for vermelding in wat.vermeldingen:
        yield from _rij("vermeld", vermelding)
    for kop, inhoud in (("keuze", feit.reden), ("vraag", feit.vraag)):
        if inhoud:
            yield from _rij(kop, inhoud)
    for gebruik in wat.gebruik:
        yield from _rij(_soort(gebruik), _zin(gebruik))
    if not wat.gebruik:
        yield from _rij("", "staat in geen enkel stuk")


def _stappen(stappen: Iterable[str]) -> Iterator[str]:
    for nummer, stap in enumerate(stappen, 1):
        yield from _rij(f"stap {nummer}", stap)


def _deel(deel: Invoer) -> str:
    """What goes into a computed value, with where it was read or how it follows itself."""
    formule = f" = {deel.formule}" if deel.formule else ""
    bronnen = f" – {'; '.join(deel.bronnen)}" if deel.bronnen else ""
    return f"{deel.pad}: {deel.waarde}{formule}{bronnen}"


def _soort(gebruik: Gebruik) -> str:
    if gebruik.als_voorwaarde:
        return "hangt af"
    return "telt mee" if gebruik.deel_van else "staat in"


def _zin(gebruik: Gebruik) -> str:
    plek = f"({gebruik.herkomst.bestand}:{gebruik.herkomst.regel})"
    return f"{gebruik.stuk}: {gebruik.zin or 'een deel dat er nu niet staat'} {plek}"


def _rij(kop: str, inhoud: str) -> list[str]:
    return textwrap.wrap(
        inhoud, _BREEDTE, initial_indent=f"  {kop}".ljust(_KANTLIJN) if kop else "  ",
        subsequent_indent=" " * _KANTLIJN, break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
