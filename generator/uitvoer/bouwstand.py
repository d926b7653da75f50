"""What a run was made from (*bouwstand*): enough of the old state to say later what has changed since.

The receipt holds only hashes, and lies among papers that go out. The files themselves are kept beside that folder: they
hold notes and rejected mentions that no reader of the papers should see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, ValidationError, json

from generator.errors import Fout, InvoerError, Plaats
from generator.uitvoer import hash_van

if TYPE_CHECKING:
    from collections.abc import Mapping

_GEEN_BOOM = ("/bezwaren/", "/huisstijl/")  # objections hold personal data; the house style has no part in the words
_VORMEN = (".yaml", ".yml", ".md", ".j2")


class Begin(Struct, frozen=True):
    """The state that a folder of redlines started from, so that a later change can be added to the same list.

    Attributes:
        dossier: the name of the dossier.
        dag: the day as of which the law was applied, as an ISO date.
        bestanden: the files that decide what the papers said, by path.
        versie: the frozen version it was; empty when it was none.
        alleen: the papers of that version that were compared.
        bevroren: the versions that were frozen when the list was made; None when that was not kept.
    """

    dossier: str
    dag: str
    bestanden: dict[str, str]
    versie: str = ""
    alleen: tuple[str, ...] = ()
    bevroren: tuple[str, ...] | None = None

    @classmethod
    def van(cls, dossier: str, dag: str, stand: bytes) -> Begin:
        """The beginning with the files of a `maak_bouwstand`."""
        return cls(dossier, dag, json.decode(stand, type=dict[str, str]))

    @property
    def bytes_per_pad(self) -> dict[str, bytes]:
        """The files as they lay on disk."""
        return {pad: tekst.encode() for pad, tekst in self.bestanden.items()}

    def als_json(self) -> bytes:
        """The whole as JSON, for `lees_begin`."""
        return json.encode(self)


def lees_begin(inhoud: bytes) -> Begin | None:
    """What `Begin.als_json` kept; None when nothing was, or it is damaged."""
    try:
        return json.decode(inhoud, type=Begin)
    except (DecodeError, ValidationError):
        return None


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
