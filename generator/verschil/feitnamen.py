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
# Where a fact stands, that says nothing to who reads a paper.
_ALGEMEEN = ("", "cijfers", "datums", "duren", "gebeurtenissen", "standpunten", "stukken", "vaststellingen")
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
    "stuk datum_college": "dag van het college", "stuk datum_commissie": "dag van de commissie",
    "stuk datum_raad": "dag van de raad", "stuk rol_raad": "rol van de raad",
}  # fmt: skip
_STUKKEN = "stukken."
# No meeting but a day to reckon with, which its key begins with: a day on which the council could decide.
_REKENDATUM, _IN_PLANNING = "rekendatum", "raadsbesluit in de planning"


def naam_van(feit: Feit, feiten: Mapping[str, Feit], termijnen: Mapping[str, Mapping[str, Feit]]) -> str:
    """What `feit`, one of `feiten` or of the computed `termijnen`, is called: "Door uitruil erbij, amv", "Vraag 2c"."""
    if feit.naam:
        return feit.naam
    groep, _, veld = feit.pad.rpartition(".")
    termijn = termijnen.get(groep.removeprefix("termijnen."), {})
    if omschrijving := _woorden(termijn.get("omschrijving")):
        return hoofdletter(omschrijving)
    if veld == "datum" and (rekendag := _rekendag(groep, feiten)):
        return hoofdletter(rekendag)
    soort, waarvan = _record(groep, feiten)
    wat = _VELDEN.get(f"{soort} {veld}", _uit_sleutel(veld, feiten))
    if not wat:
        return hoofdletter(waarvan)
    return f"{hoofdletter(wat)} ({waarvan})" if waarvan else hoofdletter(wat)


def _rekendag(groep: str, feiten: Mapping[str, Feit]) -> str:
    """What the day at `groep` is called when it is no meeting, but a day on which a council could decide."""
    soort = feiten.get(f"{groep}.soort")
    if not groep.startswith("vergaderingen.") or soort is None or soort.is_open or soort.woorden != _REKENDATUM:
        return ""
    rest = groep.rpartition(".")[2].replace("_", " ").removeprefix(_REKENDATUM).strip()
    return f"{_IN_PLANNING}, {rest}" if rest not in {"", "raadsbesluit"} else _IN_PLANNING


def _record(groep: str, feiten: Mapping[str, Feit]) -> tuple[str, str]:
    """What kind of record lies at `groep`, and what it is called; empty where there is no word for it."""
    if groep.startswith(_STUKKEN) and groep.count(".") == 1:
        return "stuk", groep.removeprefix(_STUKKEN).replace("_", " ")  # more than one paper can have its subject
    delen = [deel for deel in groep.split(".") if deel not in _ALGEMEEN]
    ouders, sleutel = delen[:-1], _uit_sleutel(delen[-1], feiten) if delen else ""
    soort = _SOORTEN.get(ouders[-1], "") if ouders else ""
    nummer, eigen = feiten.get(f"{groep}.nummer"), _eigen_naam(groep, feiten)
    if soort in _GENUMMERD and nummer and not nummer.is_open:
        return soort, f"{soort} {print_feit(nummer)}"
    if eigen:
        return soort, f"{soort} ‘{eigen}’" if soort else _samen([eigen, *ouders], feiten)
    if not soort:
        return "", _samen(delen, feiten)
    if soort in sleutel:
        return soort, sleutel
    return soort, f"{sleutel} {soort}" if sleutel in _RANGTELWOORDEN else f"{soort} {sleutel}"


def _eigen_naam(groep: str, feiten: Mapping[str, Feit]) -> str:
    return next(filter(None, (_woorden(feiten.get(f"{groep}.{veld}")) for veld in _NAAMVELDEN)), "")


def _samen(delen: list[str], feiten: Mapping[str, Feit]) -> str:
    return ", ".join(_uit_sleutel(deel, feiten) for deel in delen)


def _uit_sleutel(sleutel: str, feiten: Mapping[str, Feit]) -> str:
    """The words of a key, an abbreviation or place as the dossier writes it: ``termijn_coa`` reads as termijn COA."""
    woorden = _CIJFER.sub(" ", sleutel).replace("_", " ").split(" ")
    namen = ("begrippen.{}.afkorting", "locaties.{}.naam")
    return " ".join(
        next(filter(None, (_woorden(feiten.get(naam.format(woord))) for naam in namen)), woord) for woord in woorden
    )


def _woorden(feit: Feit | None) -> str:
    """The words of `feit`; none when it is open, or one of a closed list: that is no name."""
    is_tekst = feit and isinstance(feit.waarde, Tekst) and not isinstance(feit.waarde, Keuze)
    return feit.woorden if feit and is_tekst else ""
