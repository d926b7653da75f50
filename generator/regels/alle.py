"""Importing this module puts every rule in the register."""

from generator.regels import (
    beslispunten,
    bezwaar,
    bronnen,
    datums,
    geheimhouding,
    oordelen,
    overeenkomst,
    overeenstemming,
    planning,
    samenhang,
    stukken,
    taal,
    tabel,
    vergaderschema,
    verwijzingen,
)

__all__ = [
    "beslispunten",
    "bezwaar",
    "bronnen",
    "datums",
    "geheimhouding",
    "oordelen",
    "overeenkomst",
    "overeenstemming",
    "planning",
    "samenhang",
    "stukken",
    "taal",
    "tabel",
    "vergaderschema",
    "verwijzingen",
]
