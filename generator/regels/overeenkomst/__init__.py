"""Rules on the agreement of municipality and COA; silent in a dossier that has none.

Importing this package puts them in the register.
"""

from generator.regels.overeenkomst import (
    artikelen,
    besluitvorming,
    capaciteit,
    clausules,
    drempels,
    duren,
    ondertekening,
    stilzwijgend,
    tegenspraak,
    tekst,
    voorgelegd,
    voortijdig,
)

__all__ = [
    "artikelen",
    "besluitvorming",
    "capaciteit",
    "clausules",
    "drempels",
    "duren",
    "ondertekening",
    "stilzwijgend",
    "tegenspraak",
    "tekst",
    "voorgelegd",
    "voortijdig",
]
