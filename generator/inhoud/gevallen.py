"""The names of the cases that rules are tried on: ``tests/gevallen/*.yaml`` → code of the rule → its cases.

Two forms are known. A rule on a dossier has its own pair: ``code``, ``spreekt`` and ``zwijgt``, each with a ``naam``.
A case of an objection has a ``naam`` and, under ``verwacht``, the answer of each rule that it is about. Other files in
the folder hold no case of a rule and are passed by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Fout, InvoerError
from generator.feiten.gevallen import Geval
from generator.inhoud.tekens import lees_tekst
from generator.inhoud.yaml_fouten import syntaxfout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar is text
_SPREEKT = {"nee", "beoordelen", "onbekend"}


def load_gevallen(bestanden: Mapping[str, bytes]) -> Mapping[str, tuple[Geval, ...]]:
    """The cases in `bestanden` by the code of the rule, in order of file and place.

    Raises:
        InvoerError: every file that is no YAML.
    """
    gevonden: dict[str, list[Geval]] = {}
    fouten: list[Fout] = []
    for pad in sorted(bestanden):
        tekst, mis = lees_tekst(bestanden[pad], pad)
        fouten += mis
        if tekst is None:
            continue
        try:
            inhoud = yaml.load(tekst, _LADER)  # noqa: S506 - builds text only
        except yaml.YAMLError as fout:
            fouten.append(syntaxfout(fout, tekst, pad))
            continue
        for deel in inhoud if isinstance(inhoud, list) else ():
            for code, geval in _gevallen(deel):
                gevonden.setdefault(code, []).append(geval)
    if fouten:
        raise InvoerError(*fouten)
    return {code: tuple(gevallen) for code, gevallen in gevonden.items()}


def _gevallen(deel: Any) -> Iterator[tuple[str, Geval]]:  # noqa: ANN401 - whatever stands in the file
    """The cases of one entry of a file, each with its code."""
    match deel:
        case {"code": str(code), "spreekt": {"naam": str(spreekt), **meer}, "zwijgt": {"naam": str(zwijgt)}}:
            yield code, Geval(spreekt, spreekt=True, ernst=str(meer.get("ernst", "")))
            yield code, Geval(zwijgt, spreekt=False)
        case {"naam": str(naam), "verwacht": dict(verwacht)}:
            for code, antwoord in verwacht.items():
                stand = antwoord.get("stand") if isinstance(antwoord, dict) else antwoord
                standen = stand if isinstance(stand, list) else [stand]
                yield code, Geval(naam, spreekt=not _SPREEKT.isdisjoint(map(str, standen)))
        case _:
            pass
