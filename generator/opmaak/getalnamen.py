"""Names that hold a number and count nothing: papers with a year, roads, parties, web addresses.

Each by its pattern, and no wider: a capital before a year is no name ("Vanaf 2023"), and a code has its letter in front
("50MW" is a figure).
"""

from __future__ import annotations

# What a council calls its papers and rules: alone, with a capital, or as the end of a compound.
_STUKKEN = (
    r"verordening|begroting|regeling|besluit|jaarstukken|jaarverslag|nota|visie|plan|programma|agenda|akkoord"
    r"|kader|beleid|beleidsregels?|strategie|circulaire|monitor|convenant|protocol"
)
# These say by themselves what they are; "het plan 2030" may be anything.
_ALLEEN = r"verordening|begroting|[Jj]aarrekening|regeling|jaarstukken|jaarverslag|circulaire|beleidsregels?"
_JAREN = r"(?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)?\d{2}))?"
_EENHEID = r"(?!\s*(?:%|procent|euro|mensen|inwoners|bewoners|plaatsen|woningen|personen|stuks)\b)"
_GEEN_TELWOORD = r"(?!\s+[a-z]+(?:en|s)\b)"  # no plural behind it: then it counts
# Quarters, weeks and halves of a year are days.
_CODE = r"(?!(?:[HKQW]\d|EUR\d))[A-Z]{1,3}\d{1,3}(?![\w%]|,\d|\.\d)"

_CODES = rf"(?<![\w.,/–-])(?:{_CODE})(?:[/–-](?:{_CODE}))*"
_GROOT = "|".join(deel.capitalize() for deel in _STUKKEN.split("|"))
_MET_JAAR = rf"\b(?:\w+(?:{_STUKKEN})|(?:{_GROOT})|{_ALLEEN})\s+(?:{_JAREN})(?!\d|\.\d|,\d|\w){_EENHEID}"
_SITE = r"(?<![\w.@/-])(?=[\w.-]*[a-z])[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org|net)\b(?:/\S*)?"

NAMEN = (
    ("naam met een jaartal", _MET_JAAR),
    ("naam of code", rf"{_CODES}|\b50(?:PLUS|Plus)\b|\b(?:COVID|Covid|covid)-19\b"),
    ("alarmnummer", rf"\b(?:[Bb]el(?:t|len)?|[Nn]oodnummer|[Aa]larmnummer)(?:\s+\w+){{0,2}}?\s+112\b{_GEEN_TELWOORD}"),
    ("webadres", rf"\bhttps?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|{_SITE}"),
)
