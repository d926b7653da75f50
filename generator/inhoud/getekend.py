"""Which files the facts say were signed: their names are wanted before a dossier is read as a whole, which is dear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inhoud.yaml_lezen import Knoop, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def list_getekend(bestanden: Mapping[str, bytes], naam: str) -> list[str]:
    """The file named under ``tekenversie`` of each paper of the dossier `naam`, as it is written there.

    What is wrong in dossier.yaml is for who reads it as a whole.
    """
    pad = f"inhoud/{naam}/dossier.yaml"
    inhoud = bestanden.get(pad, b"")
    if b"tekenversie" not in inhoud:
        return []
    return list(dict.fromkeys(_genoemd(read_yaml(inhoud, pad, "")[0])))


def _genoemd(knoop: Knoop | None) -> Iterator[str]:
    for stuk in _deel(knoop, "stukken").values():
        bestand = _deel(stuk, "tekenversie").get("bestand")
        waarde = bestand.get("waarde") if isinstance(bestand, Knoop) else bestand
        if isinstance(waarde, str) and waarde:
            yield str(waarde)


def _deel(knoop: object, sleutel: str) -> Knoop:
    deel = knoop.get(sleutel) if isinstance(knoop, Knoop) else None
    return deel if isinstance(deel, Knoop) else Knoop()
