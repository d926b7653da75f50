"""``inhoud/<dossier>/intern/stellers.yaml``: who to ask about each paper. Only an internal copy is made with it.

It is no file of the dossier (`schijf.read_bestanden`): so no public paper, receipt or comparison can hold any of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError
from generator.feiten.steller import Steller
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.sleutels import Sleutel, is_knoop, lees_sleutels, lees_woorden
from generator.inhoud.yaml_lezen import read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ALLE = "alle"  # stands for every paper that is not named
_VELDEN = {naam: Sleutel(lees_woorden) for naam in ("naam", "functie", "telefoon", "mail")}
_VOORBEELD = "bijvoorbeeld: raadsnota: {naam: A. Voorbeeld, telefoon: 14 0123}"


def load_stellers(inhoud: bytes, pad: str, stukken: Collection[str]) -> Mapping[str, Steller]:
    """Who to ask about each of `stukken`, of which somebody is named; nobody when `inhoud` is empty.

    Raises:
        InvoerError: all faults of the file, with their places.
    """
    if not inhoud.strip():
        return {}
    knoop, fouten = read_yaml(inhoud, pad, "")
    gelezen = {}
    for naam, deel in knoop.items() if knoop is not None else ():
        if naam not in {*stukken, ALLE}:
            raad = bedoelde_u(naam, stukken, f"kies uit: {', '.join([*stukken, ALLE])}")
            fouten.append(Fout(deel.plaats, f"het stuk ‘{naam}’ staat niet in dit dossier", raad=raad))
        elif is_knoop(deel, fouten, _VOORBEELD):
            gelezen[naam] = Steller(**{"naam": "", **lees_sleutels(deel, _VELDEN, fouten, ("naam",))})
    if fouten:
        raise InvoerError(*fouten)
    return {stuk: gelezen[stuk if stuk in gelezen else ALLE] for stuk in stukken if stuk in gelezen or ALLE in gelezen}
