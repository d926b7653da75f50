"""The records of frozen papers: ``inhoud/<dossier>/bevroren/<stuk>/<versie>/bevroren.json`` → `Bevroren`."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.bevroren import ZEGEL, Bevroren, zegel_van

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = "bevroren.json"
_GEWIJZIGD = "dit is niet wat is bevroren: het bestand is sindsdien gewijzigd"
_BESCHADIGD = "dit bestand is beschadigd"
_WEG = "dit bestand is bevroren, en is er niet meer"
_TERUG = "zet het terug uit git of uit de reservekopie; een bevroren stuk wijzigt u nooit met de hand"
_WEG_TERUG = "zet het terug uit git of uit de reservekopie; zonder dit bestand is wat in die map ligt niets waard"
_TEKSTEN = ("stuk", "versie", "raadwerk", "lezing", "boom")


def load_bevroren(bestanden: Mapping[str, bytes], naam: str) -> tuple[Bevroren, ...]:
    """The frozen papers of the dossier `naam`, by paper and then by day and version.

    Raises:
        InvoerError: each record that somebody changed, damaged or took away.
    """
    gevonden, fouten = split_bevroren(bestanden, naam)
    if fouten:
        raise InvoerError(*fouten)
    return gevonden


def split_bevroren(bestanden: Mapping[str, bytes], naam: str) -> tuple[tuple[Bevroren, ...], tuple[Fout, ...]]:
    """The same, and beside it what is wrong with the others: not every command needs them.

    An empty record is one that is gone, while what was frozen with it lies there still.
    """
    map_ = f"inhoud/{naam}/bevroren/"
    gevonden, fouten = [], []
    for pad, inhoud in bestanden.items():
        if not (pad.startswith(map_) and pad.endswith(f"/{RECORD}")):
            continue
        try:
            delen = json.loads(inhoud)
            # A record of before there were seals has none.
            if delen.pop(ZEGEL, zegel := zegel_van(delen)) != zegel:
                fouten.append(Fout(Plaats(pad), _GEWIJZIGD, raad=_TERUG))
            else:
                gevonden.append(_lees(delen, pad))
        except (ValueError, TypeError, KeyError, AttributeError):
            wat, raad = (_BESCHADIGD, _TERUG) if inhoud else (_WEG, _WEG_TERUG)
            fouten.append(Fout(Plaats(pad), wat, raad=raad))
    return tuple(sorted(gevonden, key=lambda record: (record.stuk, record.datum, record.versie))), tuple(fouten)


def _lees(delen: dict[str, Any], pad: str) -> Bevroren:
    if not all(isinstance(delen[veld], str) for veld in _TEKSTEN) or not isinstance(delen["concept"], bool):
        raise TypeError
    delen["datum"] = dt.date.fromisoformat(delen["datum"])
    delen.setdefault("bewaard", {})  # an older record knows the checksum of the tree alone
    delen.setdefault("feiten", {})  # and no value
    delen |= {veld: dict(delen[veld].items()) for veld in ("bestanden", "gemaakt_met", "bewaard", "feiten")}
    for veld in ("getoond", "openstaand"):  # nor which of them it printed, nor what it said apart from what was open
        delen[veld] = tuple(delen.get(veld, ()))
    return Bevroren(**delen, plaats=Plaats(pad))
