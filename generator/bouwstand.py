"""What a run was made from (*bouwstand*): enough of the old state to say later what has changed since.

The receipt holds only hashes, and lies among papers that go out. The files themselves are kept beside that folder: they
hold notes and rejected mentions that no reader of the papers should see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import DecodeError, json

from generator.errors import Fout, InvoerError, Plaats
from generator.uitvoer import hash_van

if TYPE_CHECKING:
    from collections.abc import Mapping

_GEEN_BOOM = ("/bezwaren/", "/huisstijl/")  # objections hold personal data; the house style has no part in the words
_VORMEN = (".yaml", ".yml", ".md", ".j2")


def maak_bouwstand(bestanden: Mapping[str, bytes]) -> bytes:
    """The files of `bestanden` that decide what the papers say, as JSON: the same files give the same bytes."""
    teksten = {
        pad: inhoud.decode()
        for pad, inhoud in sorted(bestanden.items())
        if pad.endswith(_VORMEN) and not any(deel in f"/{pad}" for deel in _GEEN_BOOM)
    }
    return json.encode(teksten)


def lees_bouwstand(inhoud: bytes, invoer: Mapping[str, str], plaats: Plaats) -> dict[str, bytes]:
    """The files of `maak_bouwstand` again, each as the receipt knows it; `invoer` is hash by path.

    Raises:
        InvoerError: what lies there is damaged, or belongs to another run.
    """
    try:
        bestanden = {pad: tekst.encode() for pad, tekst in json.decode(inhoud, type=dict[str, str]).items()}
    except DecodeError:
        bestanden = {}
    if not bestanden or any(invoer.get(pad) != hash_van(wat) for pad, wat in bestanden.items()):
        raise InvoerError(Fout(plaats, "wat hier van de laatste bouw is bewaard, is beschadigd", raad="bouw opnieuw"))
    return bestanden
