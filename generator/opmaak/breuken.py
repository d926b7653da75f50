"""Parts and rough counts in a text: ``½``, *driekwart*, *een derde van*, *de helft*, *een dozijn*, *honderden*."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.feiten.waarden import Aantal, Tekst, Waarde

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEKENS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_TEKEN = rf"(?:(?P<heel>\d+)\s?)?(?P<deel>[{''.join(_TEKENS)}⅐-⅞])"
_WOORDEN = {
    "driekwart": Decimal("0.75"), "kwart": Decimal("0.25"), "helft": Decimal("0.5"), "half": Decimal("0.5"),
    "dozijn": Decimal(12),
}  # fmt: skip
# An ordinal is a part only when it is one of something: ‘een derde van de bewoners’, but ‘een derde partij’.
_NOEMER = r"(?:derden?|vierden?|vijfden?|zesden?|zevenden?|achtsten?|negenden?|tienden?)"
_TELLER = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_WOORD = (
    r"(?P<woord>driekwart|(?:een|één)\s+kwart(?=\s+van\b)|(?:de\s+)?helft|(?:een\s+)?half(?=\s+jaar\b)|(?:een\s+)?dozijn)\b"
    rf"|(?P<breuk>{_TELLER}[\s-]?{_NOEMER})(?=\s+(?:van|deel)\b)"
    r"|(?P<veel>(?:tientallen|(?:tien|honderd)?duizenden|honderden|miljoenen|miljarden))\b"
)
# Most texts hold none of these; looking for each is five times as fast as the pattern.
_STAMMEN = (
    *_TEKENS, "kwart", "helft", "half", "dozijn", "tallen", "duizenden", "honderden", "miljoenen", "miljarden", "derde",
    "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", *"⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
)  # fmt: skip
_PATROON = re.compile(rf"{_TEKEN}|\b(?:{_WOORD})", re.IGNORECASE)


def breuken_in(tekst: str) -> Iterator[tuple[int, int, Waarde]]:
    """Begin, end and value of each part and rough count of `tekst`; the words themselves when it is not exact."""
    klein = tekst.lower()
    if not any(stam in klein for stam in _STAMMEN):
        return
    for match in _PATROON.finditer(tekst):
        waarde: Waarde = Tekst(match[0])
        if match["deel"] in _TEKENS:
            waarde = Aantal(Decimal(match["heel"] or 0) + _TEKENS[match["deel"]])
        elif match["woord"]:
            waarde = Aantal(_WOORDEN[match["woord"].lower().split()[-1]])
        yield match.start(), match.end(), waarde
