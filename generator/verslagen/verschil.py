"""What differs between two states of a dossier, as Dutch text for a person and as data for a program."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from generator.verslagen.bevindingen import titel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.bevindingen import Bevinding
    from generator.feiten.recht import Melding
    from generator.verschil import Feitverschil, Stukverschil, Verschil
    from generator.wijzigingen import Wijziging

_BREEDTE = 100
_NIETS = "[niets]"
_OPEN = "[nog in te vullen"


def als_tekst(verschil: Verschil, meldingen: Mapping[str, Melding], nadruk: Callable[[str], str] = str) -> str:
    """For a person: facts, what follows from them, findings, deadlines, and per paper what reads differently.

    `nadruk` makes a heading stand out.
    """
    if verschil.is_leeg:
        stukken = ", ".join(stuk.naam for stuk in verschil.stukken)
        return f"Er is geen verschil: de feiten zijn gelijk, en de stukken ook ({stukken}).\n"
    regels: list[str] = []
    for kop, feiten in (("Feiten", verschil.feiten), ("Daaruit berekend", verschil.berekend)):
        regels += _deel(nadruk(kop), (regel for feit in feiten for regel in _feit(feit)))
    for kop, bevindingen in (("Bevindingen erbij", verschil.verschenen), ("Bevindingen weg", verschil.verdwenen)):
        regels += _deel(nadruk(kop), (r for b in bevindingen for r in _punt(f"{b.ernst}  {_bevinding(b, meldingen)}")))
    regels += _deel(nadruk("Termijnen"), (regel for feit in verschil.termijnen for regel in _feit(feit)))
    waarden = {feit.pad: feit for feit in (*verschil.feiten, *verschil.berekend, *verschil.termijnen)}
    for stuk in verschil.stukken:
        if not stuk.is_gelijk:
            regels += _deel(nadruk(f"{stuk.naam}: {_telling(stuk)}"), _stuk(stuk, waarden))
    gelijk = [stuk.naam for stuk in verschil.stukken if stuk.is_gelijk]
    regels += _deel(nadruk("Ongewijzigd"), [f"  {', '.join(gelijk)}"] if gelijk else [])
    return "\n".join(regels).strip("\n") + "\n"


def als_data(verschil: Verschil, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    """The same for a program."""
    return {
        "feiten": [to_builtins(feit) for feit in verschil.feiten],
        "berekend": [to_builtins(feit) for feit in verschil.berekend],
        "bevindingen_erbij": [_data(bevinding, meldingen) for bevinding in verschil.verschenen],
        "bevindingen_weg": [_data(bevinding, meldingen) for bevinding in verschil.verdwenen],
        "termijnen": [to_builtins(feit) for feit in verschil.termijnen],
        "stukken": {stuk.naam: to_builtins(stuk) for stuk in verschil.stukken if not stuk.is_gelijk},
        "ongewijzigd": [stuk.naam for stuk in verschil.stukken if stuk.is_gelijk],
    }


def _deel(kop: str, regels: Iterable[str]) -> list[str]:
    inhoud = list(regels)
    return ["", kop, *inhoud] if inhoud else []


def _feit(feit: Feitverschil) -> Iterator[str]:
    anders = f"→ {feit.nieuw or _NIETS}"
    if feit.oud == feit.nieuw:
        anders = "met een andere formule" if feit.formule else "met een andere bron"
    yield from _punt(f"{feit.pad}: {feit.oud or _NIETS} {anders}")
    if feit.formule:
        yield from _regel(f"de formule is gewijzigd: {' → '.join(feit.formule)}")
    if feit.berekend:
        yield from _regel(f"volgt uit {', '.join(feit.uit)}" if feit.uit else f"berekend: {feit.bron_nieuw}")
        return
    if feit.bron_oud and feit.oud:
        yield from _regel(f"was: {feit.bron_oud}")
    if feit.bron_nieuw and feit.bron_nieuw != feit.bron_oud:
        yield from _regel(f"nu: {feit.bron_nieuw}")


def _stuk(stuk: Stukverschil, waarden: Mapping[str, Feitverschil]) -> Iterator[str]:
    onder = ""
    for wijziging in stuk.wijzigingen:
        if wijziging.onder != onder:
            onder = wijziging.onder
            yield f"  {onder}"
        yield from _wijziging(wijziging, waarden)


def _wijziging(wijziging: Wijziging, waarden: Mapping[str, Feitverschil]) -> Iterator[str]:
    if wijziging.oud:
        yield from _punt(wijziging.oud, "  - ")
    if wijziging.nieuw:
        yield from _punt(wijziging.nieuw, "  + ")
    yield from _regel(_oorzaak(wijziging, waarden))


def _oorzaak(wijziging: Wijziging, waarden: Mapping[str, Feitverschil]) -> str:
    if wijziging.voorwaarden and not (wijziging.oud and wijziging.nieuw):
        wat = "deze passage komt erbij" if wijziging.nieuw else "deze passage vervalt"
        return f"{wat} omdat {' en '.join(_verandering(pad, waarden.get(pad)) for pad in wijziging.voorwaarden)}"
    oorzaken = dict.fromkeys((*wijziging.oorzaken, *wijziging.voorwaarden))
    return f"door {', '.join(oorzaken)}" if oorzaken else "door een andere tekst of een ander sjabloon"


def _verandering(pad: str, feit: Feitverschil | None) -> str:
    """What happened to the fact at `pad`, as the end of a sentence."""
    if feit is None:
        return f"{pad} verandert"
    if feit.oud == feit.nieuw:
        return f"{pad} een andere bron krijgt"
    if not feit.nieuw:
        return f"{pad} vervalt"
    return f"{pad} {'open' if feit.nieuw.startswith(_OPEN) else feit.nieuw} wordt"


def _telling(stuk: Stukverschil) -> str:
    if stuk.nieuw or stuk.vervallen:
        return "nieuw stuk" if stuk.nieuw else "vervallen stuk"
    aantal = len(stuk.wijzigingen)
    return f"{aantal} {'passage verandert' if aantal == 1 else 'passages veranderen'}"


def _bevinding(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> str:
    return f"{bevinding.code}  {titel(bevinding, meldingen)}"


def _data(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    return {"code": bevinding.code, "ernst": bevinding.ernst, "titel": titel(bevinding, meldingen)}


def _punt(tekst: str, begin: str = "  ") -> list[str]:
    return _gevouwen(tekst, begin, " " * len(begin))


def _regel(tekst: str) -> list[str]:
    return _gevouwen(tekst, "      ", "      ")


def _gevouwen(tekst: str, eerste: str, volgende: str) -> list[str]:
    return textwrap.wrap(
        tekst, _BREEDTE, initial_indent=eerste, subsequent_indent=volgende, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
