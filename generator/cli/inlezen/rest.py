"""What somebody says in Word without changing the words of the text: struck through, in a comment, at the edge."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.vergelijking.randen import in_randen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.bladzijden import Papier
    from generator.cli.inlezen.proef import Inleesproef
    from generator.vergelijking.woorden import Woord


def take_rest(proef: Inleesproef, oud: Papier, nieuw: Papier, doorgehaald: Papier) -> None:
    """Name it in the `rest` of `proef`: a person must do something with it, and nothing of it is carried back.

    Args:
        proef: gets the lines.
        oud: the paper as it is made.
        nieuw: the file that came back.
        doorgehaald: that same file, read with what is struck through.
    """
    rest = proef.uitslag.rest
    for regel, met in zip(nieuw.regels, doorgehaald.regels, strict=True):
        if regel.tekst != met.tekst:
            raad = "haal de woorden zelf weg als dat zo moet"
            rest.append(f"{regel.plek}, met de hand doorgehaald: ‘{met.tekst}’; {raad}")
    rest += [f"opmerking in de kantlijn: ‘{tekst}’; verwerk haar zelf" for tekst in nieuw.opmerkingen]
    for was, werd in in_randen(oud, nieuw, Counter()):
        rest.append(f"kop- of voettekst{_verandering(_tekst(was), _tekst(werd))}; zij volgt de feiten en de huisstijl")


def _verandering(was: str, werd: str) -> str:
    if was and werd:
        return f": ‘{was}’ → ‘{werd}’"
    return f", weg: ‘{was}’" if was else f", erbij: ‘{werd}’"


def _tekst(woorden: Sequence[Woord]) -> str:
    """The words of a line; where its version stood, two dots are left."""
    return re.sub(r"·\s+(?=·)", "", "".join(woord.tekst for woord in woorden)).strip(" ·")
