"""The records of frozen papers: ``inhoud/<dossier>/bevroren/<stuk>/<versie>/bevroren.json`` → `Bevroren`."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.bevroren import Bevroren

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = "bevroren.json"
_TEKSTEN = ("stuk", "versie", "raadwerk", "lezing", "boom")


def load_bevroren(bestanden: Mapping[str, bytes], naam: str) -> tuple[Bevroren, ...]:
    """The frozen papers of the dossier `naam`, by paper and then by day and version.

    Raises:
        InvoerError: a record that somebody changed or damaged.
    """
    map_ = f"inhoud/{naam}/bevroren/"
    gevonden, fouten = [], []
    for pad, inhoud in bestanden.items():
        if pad.startswith(map_) and pad.endswith(f"/{RECORD}"):
            try:
                record = _lees(inhoud, pad)
            except (ValueError, TypeError, KeyError, AttributeError):
                raad = "zet het terug uit git of uit de reservekopie; een bevroren stuk wijzigt u nooit met de hand"
                fouten.append(Fout(Plaats(pad), "dit bestand is beschadigd", raad=raad))
            else:
                gevonden.append(record)
    if fouten:
        raise InvoerError(*fouten)
    return tuple(sorted(gevonden, key=lambda record: (record.stuk, record.datum, record.versie)))


def _lees(inhoud: bytes, pad: str) -> Bevroren:
    delen = json.loads(inhoud)
    if not all(isinstance(delen[veld], str) for veld in _TEKSTEN) or not isinstance(delen["concept"], bool):
        raise TypeError
    delen["datum"] = dt.date.fromisoformat(delen["datum"])
    delen.setdefault("bewaard", {})  # an older record knows the checksum of the tree alone
    delen.setdefault("feiten", {})  # and no value
    delen |= {veld: dict(delen[veld].items()) for veld in ("bestanden", "gemaakt_met", "bewaard", "feiten")}
    return Bevroren(**delen, plaats=Plaats(pad))
