"""Importing this module puts every rule in the register."""

from generator.regels import (
    bezwaar,
    bronnen,
    datums,
    oordelen,
    overeenkomst,
    planning,
    stukken,
    taal,
    tabel,
    verwijzingen,
)

__all__ = [
    "bezwaar", "bronnen", "datums", "oordelen", "overeenkomst", "planning", "stukken", "taal", "tabel", "verwijzingen",
]  # fmt: skip
