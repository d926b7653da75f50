"""Why the papers differ, in the words of the comments beside each tracked change: Verschil → Oorzaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document.oorzaken import Oorzaken, paden_van
from generator.document.walk import walk
from generator.verschil.groepen import leden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.document.nodes import Document
    from generator.verschil import Feitverschil, Verschil
    from generator.verschil.woorden import Benaming

_NIETS = "[niets]"


def maak_oorzaken(verschil: Verschil, openbaar: Iterable[Document], geheim: Iterable[Document] = ()) -> Oorzaken:
    """What can be said in a paper of the set `openbaar` of each fact that changed.

    A fact that stands only in a paper of the set `geheim` is not named: a comment would tell it.
    """
    getoond = _paden(openbaar)
    verborgen = _paden(geheim) - getoond
    feiten: Mapping[str, Feitverschil] = {
        # A formula would name the hidden facts in it.
        feit.pad: replace(feit, rekenwijze=()) if feit.rekent_met & verborgen else feit
        for feit in (*verschil.feiten, *verschil.berekend, *verschil.termijnen)
        if verborgen.isdisjoint((feit.pad, feit.oud, feit.nieuw))  # a value can be the path of a fact
    }
    groepen = {
        groep: _zin_groep(groep, feiten.values(), getoond)
        for feit in feiten.values()
        if not (feit.oud and feit.nieuw)
        for groep in _groepen(feit.pad)
    }
    woorden = {een.pad: _andere_woorden(een) for een in verschil.benamingen if een.pad not in verborgen}
    return Oorzaken(
        {**woorden, **groepen, **{pad: _zin(feit) for pad, feit in feiten.items()}},
        {pad: feit.uit for pad, feit in feiten.items() if feit.berekend},
        frozenset(pad for pad, feit in feiten.items() if feit.is_verschoven),
        teksten=frozenset(verschil.teksten),
    )


def _zin_groep(groep: str, feiten: Iterable[Feitverschil], getoond: frozenset[str]) -> str:
    """What came to or went from `groep`; only what has something that a paper shows is called by its name."""
    delen = [
        f"{wat} {', '.join(namen)}"
        for wat, paden in zip(("erbij gekomen", "vervallen"), leden(groep, feiten), strict=True)
        if (namen := [_naam(lid) for lid in paden if any(f"{pad}.".startswith(f"{lid}.") for pad in getoond)])
    ]
    return f"{_naam(groep).capitalize()}: {'; '.join(delen) or 'anders dan eerst'}."


def _naam(pad: str) -> str:
    return pad.rpartition(".")[2].replace("_", " ")


def _andere_woorden(een: Benaming) -> str:
    wat = {"naam": "De naam", "vraag": "Wat nog in te vullen is", "peildatum": "De peildatum"}.get(een.veld)
    return f"{wat or 'Wat de bronnen noemen'} is gewijzigd: {een.oud or _NIETS} → {een.nieuw or _NIETS}."


def _groepen(pad: str) -> Iterator[str]:
    """What the fact at `pad` stands in: a sentence can hang on how many there are."""
    while pad := pad.rpartition(".")[0]:
        yield pad


def _paden(stukken: Iterable[Document]) -> frozenset[str]:
    return frozenset(pad for stuk in stukken for node in walk(stuk) for pad in paden_van(node))


def _zin(feit: Feitverschil) -> str:
    """As in ‘Taak amv (verdeelbesluit): 26 → 16. Bron: …’; a computed value says so, and how if that changed."""
    if feit.rekenwijze:
        wat = "dezelfde waarde" if feit.oud == feit.nieuw else f"{feit.oud or _NIETS} → {feit.nieuw or _NIETS}"
        was, wordt = feit.rekenwijze
        return f"{feit.naam}: {wat}. De berekening is gewijzigd: was {was}, wordt {wordt}."
    if feit.oud == feit.nieuw and feit.berekend:
        return f"{feit.naam}: dezelfde waarde, anders berekend."
    if feit.oud == feit.nieuw:
        return f"{feit.naam}: dezelfde waarde met een andere bron. Bron: {feit.vindplaats.rstrip('.')}."
    if not feit.nieuw:
        return f"{feit.naam}: vervallen; was {feit.oud}."
    oud, nieuw = (f"‘{naam}’" for naam in feit.heet) if feit.heet else (feit.oud, feit.nieuw)
    begin = f"{feit.naam}: {oud} → {nieuw}." if feit.oud else f"{feit.naam}: erbij gekomen; {feit.nieuw}."
    if feit.berekend:
        return f"{begin} Dit is berekend."
    return f"{begin} Bron: {feit.vindplaats.rstrip('.')}." if feit.vindplaats else begin
