"""A text that a template asks for and the dossier does not have: which ones are missing, and where to put them."""

from __future__ import annotations

import difflib
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.opmaak import join_woorden
from generator.sjablonen.register import ZichtError
from generator.sjablonen.teksten import MAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OPDRACHT = re.compile(r'\{%[-+]? *(?P<wat>if|for|endif|endfor|include)\b(?: *"(?P<naam>[^"]+)")?')
_GELIJKEND = 0.85  # how much two names of a text must be alike to be one with a slip in it
_MAP_VAN_DOSSIER = "inhoud/DOSSIER/"  # where nobody said which


def ontbrekende_tekst(
    naam: str, sjabloon: str, stuk: str, bronnen: Mapping[str, str], dossiermap: str = ""
) -> ZichtError:
    """What to say when the paper `stuk`, made from the template `sjabloon`, asks for the text `naam`.

    All texts that the template surely asks for and that are missing are named at once. A text that another paper has
    for itself is no suggestion.
    """
    weg = list(dict.fromkeys([naam, *(een for een in _gevraagd(sjabloon, bronnen) if not _is_er(een, stuk, bronnen))]))
    bestanden = [een.removeprefix(MAP) for een in weg]
    map_ = f"{dossiermap or _MAP_VAN_DOSSIER}{MAP}"
    enkel = len(bestanden) == 1
    zin = f"het stuk {stuk} mist {'de tekst' if enkel else 'de teksten'} {join_woorden(bestanden)}"
    if enkel and (bedoeld := _bedoeld(naam, stuk, bronnen)):
        return ZichtError(zin, f"bedoelde u ‘{bedoeld}’?")
    raad = f"maak {'dit bestand' if enkel else 'deze bestanden'} in {map_}{stuk}/, of voor alle stukken in {map_}"
    return ZichtError(zin, raad)


def _gevraagd(sjabloon: str, bronnen: Mapping[str, str], gezien: tuple[str, ...] = ()) -> Iterator[str]:
    """The texts that `sjabloon` and what it takes in ask for whatever the facts are: outside of every condition."""
    diepte = 0
    for opdracht in _OPDRACHT.finditer(bronnen.get(sjabloon, "")):
        if opdracht["wat"] != "include":
            diepte += -1 if opdracht["wat"].startswith("end") else 1
        elif diepte == 0 and (naam := opdracht["naam"]):
            if naam.startswith(MAP):
                yield naam
            elif naam not in gezien:
                yield from _gevraagd(naam, bronnen, (*gezien, sjabloon))


def _is_er(naam: str, stuk: str, bronnen: Mapping[str, str]) -> bool:
    return naam in bronnen or f"{MAP}{stuk}/{naam.removeprefix(MAP)}" in bronnen


def _bedoeld(naam: str, stuk: str, bronnen: Mapping[str, str]) -> str:
    """A text this paper could use, whose name is that of `naam` but for a slip; empty when there is none."""
    eigen = {
        PurePosixPath(een).name: een
        for een in bronnen
        if PurePosixPath(een).parent.as_posix() in {"teksten", f"teksten/{stuk}"}
    }
    dichtbij = difflib.get_close_matches(PurePosixPath(naam).name, list(eigen), n=1, cutoff=_GELIJKEND)
    return eigen[dichtbij[0]] if dichtbij else ""
