"""What a fact is called (*feitnaam*) for who knows no paths: by its own name, or by its field and its record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.datumtekst import hoofdletter
from generator.feiten.keuzes import Keuze
from generator.feiten.waarden import Tekst
from generator.opmaak import print_feit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.feit import Feit

_NAAMVELDEN = ("naam", "titel", "onderwerp")  # of a record: how people call it
_ALGEMEEN = ("", "cijfers", "datums", "duren", "stukken")  # where a fact stands, that says nothing to who reads a paper
_CIJFER = re.compile(r"(?<=[a-z])(?=\d)")  # ``tabel1`` reads as tabel 1
# Of a list of records, what one of them is.
_SOORTEN = {
    "begrippen": "begrip", "beslispunten": "beslispunt", "bevoegdheden": "bevoegdheid", "bijlagen": "bijlage",
    "bronnen": "bron", "indieners": "indiener", "locaties": "locatie", "momenten": "moment",
    "overwegingen": "overweging", "partijen": "partij", "scenarios": "scenario", "uitspraken": "uitspraak",
    "vergaderingen": "vergadering", "verzoeken": "verzoek", "vraagstukken": "vraagstuk", "vragen": "vraag",
}  # fmt: skip
_GENUMMERD = {"scenario", "vraag", "vraagstuk"}  # people call these by the number that the paper gives them
_RANGTELWOORDEN = {"eerste", "tweede", "derde", "vierde", "vijfde", "ene", "andere"}
# A field whose own word says nothing, or something else; empty for one that is what its record is about.
_VELDEN = {
    "vraag kern": "", "locatie kadastraal": "kadastrale aanduiding", "locatie titel": "grondslag van het gebruik",
}  # fmt: skip


def naam_van(feit: Feit, feiten: Mapping[str, Feit], termijnen: Mapping[str, Mapping[str, Feit]]) -> str:
    """What `feit`, one of `feiten` or of the computed `termijnen`, is called: "Door uitruil erbij, amv", "Vraag 2c"."""
    if feit.naam:
        return feit.naam
    groep, _, veld = feit.pad.rpartition(".")
    termijn = termijnen.get(groep.removeprefix("termijnen."), {})
    if omschrijving := _woorden(termijn.get("omschrijving")):
        return hoofdletter(omschrijving)
    soort, waarvan = _record(groep, feiten)
    wat = _VELDEN.get(f"{soort} {veld}", veld.replace("_", " "))
    if not wat:
        return hoofdletter(waarvan)
    return f"{hoofdletter(wat)} ({waarvan})" if waarvan else hoofdletter(wat)


def _record(groep: str, feiten: Mapping[str, Feit]) -> tuple[str, str]:
    """What kind of record lies at `groep`, and what it is called; empty where there is no word for it."""
    delen = [deel for deel in groep.split(".") if deel not in _ALGEMEEN]
    ouders, sleutel = delen[:-1], delen[-1].replace("_", " ") if delen else ""
    soort = _SOORTEN.get(ouders[-1], "") if ouders else ""
    nummer, eigen = feiten.get(f"{groep}.nummer"), _eigen_naam(groep, feiten)
    if soort in _GENUMMERD and nummer and not nummer.is_open:
        return soort, f"{soort} {print_feit(nummer)}"
    if eigen:
        return soort, f"{soort} ‘{eigen}’" if soort else _samen([eigen, *ouders])
    if not soort:
        return "", _samen(delen)
    if soort in sleutel:
        return soort, sleutel
    return soort, f"{sleutel} {soort}" if sleutel in _RANGTELWOORDEN else f"{soort} {sleutel}"


def _eigen_naam(groep: str, feiten: Mapping[str, Feit]) -> str:
    return next(filter(None, (_woorden(feiten.get(f"{groep}.{veld}")) for veld in _NAAMVELDEN)), "")


def _samen(delen: list[str]) -> str:
    return ", ".join(_CIJFER.sub(" ", deel).replace("_", " ") for deel in delen)


def _woorden(feit: Feit | None) -> str:
    """The words of `feit`; none when it is open, or one of a closed list: that is no name."""
    is_tekst = feit and isinstance(feit.waarde, Tekst) and not isinstance(feit.waarde, Keuze)
    return feit.woorden if feit and is_tekst else ""
