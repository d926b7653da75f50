"""The lines of a plain case (*zaakregels*): numbered and cut, and what one reading of them gathers."""

from __future__ import annotations

import re

from generator.errors import Plaats
from generator.inhoud.zaakwaarden import MisfitError

_EINDE = re.compile("[\x85\u2028\u2029\ufeff]")
_splits = re.compile(r", (?![^\[\]]*\])").split  # at the commas, but not within a list
_LANG = 1000  # more between braces on one line, no person wrote


class Oogst:
    """What one reading gathers."""

    def __init__(self) -> None:
        self.plaatsen: dict[str, tuple[int, int]] = {}  # path → line and column
        self.geen: list[str] = []
        self.lijkt_bsn: list[str] = []


class Lezing(Oogst):
    """And what it takes from."""

    def __init__(self, tekst: str) -> None:
        super().__init__()
        regels = tekst.split("\n")
        if " #" in tekst or " \n" in tekst:
            regels = [regel.partition(" #")[0].rstrip(" ") for regel in regels]
        # Number, how far in, and the line itself; and one more, so that there is always a next.
        self.regels = [
            (nummer, len(regel) - len(kaal), kaal)
            for nummer, regel in enumerate(regels, 1)
            if (kaal := regel.lstrip(" ")) and kaal[0] != "#"
        ]
        self.regels.append((0, -1, ""))
        self.nu = 0  # the next of them


def has_vreemd_teken(tekst: str) -> bool:
    """Whether `tekst` holds a tab, or what YAML also takes for the end of a line or throws away."""
    return "\t" in tekst or "\r" in tekst or (not tekst.isascii() and _EINDE.search(tekst) is not None)


def read_aanhaling(tekst: str) -> str:
    """The words between quotes; MisfitError where more than words stands there."""
    binnen = tekst[1:-1]
    if len(tekst) < 2 or tekst[-1] != tekst[0] or tekst[0] in binnen or "\\" in binnen:
        raise MisfitError("")
    return binnen


def cut_haken(tekst: str, haken: str) -> list[str]:
    """What stands between these braces, cut at the commas."""
    binnen = tekst[1:-1]
    if tekst[0] != haken[0] or tekst[-1] != haken[1] or len(tekst) > _LANG:
        raise MisfitError("")
    delen = binnen.split(", ")
    if binnen.count(",") >= len(delen):  # a comma without a space
        raise MisfitError("")
    return _splits(binnen) if "[" in binnen else delen


def find_plaats(bestand: str, begin: tuple[int, int], plaatsen: dict[str, tuple[int, int]], pad: str) -> Plaats:
    """Where `pad` was written, or the nearest part of it."""
    plek, hier = plaatsen.get(pad), ""
    if plek is None:
        plek = begin
        for naam in pad.split("."):
            dieper = f"{hier}.{naam}" if hier else naam
            if dieper in plaatsen:
                plek, hier = plaatsen[dieper], dieper
            elif naam != "0":  # a single mapping is a list of one
                break
    return tuple.__new__(Plaats, (bestand, *plek))  # without the detour of a NamedTuple: twenty a case
