"""Who wrote a paper, for the internal copy only; no facts of the dossier, so that nothing else can print them."""

from __future__ import annotations

from msgspec import Struct


class Steller(Struct, frozen=True):
    """The official to ask about a paper; empty is what was not given."""

    naam: str
    functie: str = ""
    telefoon: str = ""
    mail: str = ""
