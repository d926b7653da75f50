"""A paper as it was read → its words, in one form whatever wrote it; and what was set aside to get there."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from generator.bladzijden import Regel

BREUK = "\u00ad"  # stands where a line ended in a hyphen: part of the word, or not
_WOORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['\u00ad-][^\W\d_]+)*|\S")
_VORMEN = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "...", "\u200b": "",
    "\ufeff": "", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
})  # fmt: skip
# A bullet, at the beginning of a line. A box to tick is none, and "- 5" may be a number below zero.
_TEKEN = re.compile(r"[•▪◦‣●○■□\uf0b7\uf0a7]|[-o](?=\s+[^\s\d])")

_WATERMERK = "CONCEPT"


class Woord(Struct, frozen=True):
    """One word or mark: as compared, as it stands there, and where.

    Attributes:
        vorm: what is compared.
        tekst: with the white space before it.
        plek: its place, for a reader.
        regel: index of its line or paragraph in the paper.
        eerste: whether it begins that line.
        bovenaan: whether that line is the first of a page.
        noot: whether it stands in a note.
        gedrukt: whether it was read from pages (PDF), where also the numbers that Word sets by itself are words.
    """

    vorm: str
    tekst: str
    plek: str
    regel: int = 0
    eerste: bool = False
    bovenaan: bool = False
    noot: bool = False
    gedrukt: bool = False

    @property
    def vast(self) -> bool:
        """Whether nothing stands between it and the word before."""
        return not self.eerste and not self.tekst[:1].isspace()


def woorden_in(regels: Sequence[Regel], opzij: Counter[str]) -> Iterator[Woord]:
    """The words of `regels` in reading order; what was set aside is counted in `opzij`, by a Dutch name."""
    rest, bladzijde = "", 0
    for nummer, regel in enumerate(regels):
        tekst = rest + _recht(regel.tekst, opzij)
        rest = ""
        volgende = regels[nummer + 1].tekst.lstrip() if nummer + 1 < len(regels) else ""
        if regel.bladzijde and re.search(r"\w-$", tekst) and volgende[:1].isalnum():
            # The line ends in a hyphen: its last word goes on in the next.
            knip = tekst.rfind(" ") + 1
            tekst, rest = tekst[:knip], tekst[knip:-1] + BREUK
        if teken := _TEKEN.match(tekst.lstrip()):
            opzij["opsommingstekens"] += 1
            tekst = tekst.lstrip()[teken.end() :]
        if regel.bladzijde and tekst.strip() == _WATERMERK:
            opzij["bladzijden met het watermerk ‘CONCEPT’"] += 1
            tekst = ""
        bovenaan, bladzijde = regel.bladzijde > max(bladzijde, 1), regel.bladzijde
        einde = 0
        for plaats in _WOORD.finditer(tekst):
            yield Woord(
                plaats[0], tekst[einde : plaats.end()], regel.plek, nummer, not tekst[: plaats.start()].strip(),
                bovenaan, regel.deel == "voetnoot", regel.bladzijde > 0,
            )  # fmt: skip
            einde = plaats.end()


def _recht(tekst: str, opzij: Counter[str]) -> str:
    """The line with quotes, dashes, ligatures and accents in one form, and without hyphens that only may show."""
    kaal = unicodedata.normalize("NFC", tekst).replace("\u00ad", "")
    recht = kaal.translate(_VORMEN)
    if recht != tekst:
        opzij["regels met typografische aanhalingstekens, strepen of ligaturen"] += 1
    return recht


def vormen(woorden: Sequence[Woord]) -> tuple[str, ...]:
    """What is compared of each word."""
    return tuple(woord.vorm for woord in woorden)


def vind(reeks: Sequence[str], waarin: Sequence[str], vanaf: int = 0) -> int:
    """The first place from `vanaf` where `reeks` stands in `waarin`, word for word; -1 when there is none."""
    if not reeks:
        return -1
    for plek in range(vanaf, len(waarin) - len(reeks) + 1):
        if waarin[plek] == reeks[0] and tuple(waarin[plek : plek + len(reeks)]) == tuple(reeks):
            return plek
    return -1
