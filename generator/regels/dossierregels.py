"""Importing this module puts every rule on a dossier and its papers in the register.

The rules on an objection stay out: they are many, and a paper needs none of them.
"""

from generator.regels import (
    afspraken,
    beslispunten,
    bevroren,
    bronnen,
    citaten,
    datums,
    geheime_bijlagen,
    geheimhouding,
    getallen,
    metadata,
    oordelen,
    overeenkomst,
    overeenstemming,
    persoonsgegevens,
    planning,
    samenhang,
    stukken,
    taal,
    tabel,
    teruglezing,
    vergaderschema,
    verwijzingen,
)

__all__ = [
    "afspraken",
    "beslispunten",
    "bevroren",
    "bronnen",
    "citaten",
    "datums",
    "geheime_bijlagen",
    "geheimhouding",
    "getallen",
    "metadata",
    "oordelen",
    "overeenkomst",
    "overeenstemming",
    "persoonsgegevens",
    "planning",
    "samenhang",
    "stukken",
    "taal",
    "tabel",
    "teruglezing",
    "vergaderschema",
    "verwijzingen",
]
