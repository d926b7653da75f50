"""The numbers that Word sets before a paragraph by itself: ``2.``, ``b)``, ``Artikel 4`` (ISO/IEC 29500-1, § 17.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_ROMEINS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class _Lijst(NamedTuple):
    """One list: which definition counts for it, its levels, and where levels of its own begin anew."""

    teller: str
    niveaus: dict[int, etree._Element]
    begin: dict[int, int]


class Nummering:
    """Counts along with a paper that is read from its beginning to its end.

    Args:
        nummers: the parts with the lists; a paper has one, or none.
        stijlen: the parts with the styles, which may number paragraphs too.
    """

    def __init__(self, nummers: Iterable[etree._Element], stijlen: Iterable[etree._Element]) -> None:
        self._stijlen = {stijl.get(f"{_W}styleId", ""): stijl for deel in stijlen for stijl in deel.iter(f"{_W}style")}
        wortels = list(nummers)
        self._soorten = {
            soort.get(f"{_W}abstractNumId", ""): soort for deel in wortels for soort in deel.iter(f"{_W}abstractNum")
        }
        self._nums = {num.get(f"{_W}numId", ""): num for deel in wortels for num in deel.iter(f"{_W}num")}
        self._lijsten: dict[str, _Lijst | None] = {}
        self._stand: dict[str, dict[int, int]] = {}
        self._begonnen: set[tuple[str, int]] = set()

    def voor(self, alinea: etree._Element) -> str:
        """What Word sets before `alinea`; empty for no number, and for a bullet. Ask once for each paragraph."""
        num, niveau = self._plaats(alinea)
        lijst = self._lijst(num)
        if lijst is None or niveau not in lijst.niveaus:
            return ""
        stand = self._stand.setdefault(lijst.teller, {})
        for hoger in range(niveau):
            stand.setdefault(hoger, lijst.begin.get(hoger, _getal(lijst.niveaus.get(hoger), "start", 1)))
        if niveau in lijst.begin and (num, niveau) not in self._begonnen:
            self._begonnen.add((num, niveau))
            stand[niveau] = lijst.begin[niveau]
        elif niveau in stand:
            stand[niveau] += 1
        else:
            stand[niveau] = _getal(lijst.niveaus[niveau], "start", 1)
        for lager in [diepte for diepte in stand if diepte > niveau]:
            # 0: counts on; another number: begins anew only after that level (§ 17.9.10).
            na = _getal(lijst.niveaus.get(lager), "lvlRestart", lager)
            if na and niveau < na:
                del stand[lager]
        return _label(lijst.niveaus, niveau, stand)

    def _plaats(self, alinea: etree._Element) -> tuple[str, int]:
        """Which list `alinea` is in, by itself or by its style, and how deep."""
        stijl = _waarde(alinea, f"{_W}pPr/{_W}pStyle")
        num, diep = _nummer(alinea)
        gezien: set[str] = set()
        while not num and stijl in self._stijlen and stijl not in gezien:
            gezien.add(stijl)
            num, zelf = _nummer(self._stijlen[stijl])
            diep = diep or zelf or (self._niveau_van(num, stijl) if num else "")
            stijl = _waarde(self._stijlen[stijl], f"{_W}basedOn")
        return num, int(diep or 0)

    def _niveau_van(self, num: str, stijl: str) -> str:
        """The level that is linked to a style."""
        lijst = self._lijst(num)
        niveaus = lijst.niveaus.items() if lijst else ()
        return next((str(diep) for diep, niveau in niveaus if _waarde(niveau, f"{_W}pStyle") == stijl), "")

    def _lijst(self, num: str) -> _Lijst | None:
        if num not in self._lijsten:
            self._lijsten[num] = self._maak(self._nums[num]) if num in self._nums else None  # id 0 is no list
        return self._lijsten[num]

    def _maak(self, num: etree._Element) -> _Lijst | None:
        teller = _waarde(num, f"{_W}abstractNumId")
        soort = self._soorten.get(teller)
        if soort is not None and (naam := _waarde(soort, f"{_W}numStyleLink")) in self._stijlen:
            teller = _waarde(self._nums.get(_nummer(self._stijlen[naam])[0]), f"{_W}abstractNumId")
            soort = self._soorten.get(teller)
        if soort is None:
            return None
        niveaus = {_diepte(niveau): niveau for niveau in soort.iterchildren(f"{_W}lvl")}
        begin = {}
        for anders in num.iterchildren(f"{_W}lvlOverride"):
            if (niveau := anders.find(f"{_W}lvl")) is not None:
                niveaus[_diepte(anders)] = niveau
            if anders.find(f"{_W}startOverride") is not None:
                begin[_diepte(anders)] = _getal(anders, "startOverride", 1)
        return _Lijst(teller, niveaus, begin)


def _label(niveaus: dict[int, etree._Element], niveau: int, stand: dict[int, int]) -> str:
    hier = niveaus[niveau]
    if _vorm(hier) == "bullet":
        return ""
    wettelijk = hier.find(f"{_W}isLgl") is not None  # every level in figures

    def getal(plek: re.Match[str]) -> str:
        diepte = int(plek[1]) - 1
        vorm = "decimal" if wettelijk else _vorm(niveaus.get(diepte))
        return _VORMEN.get(vorm, str)(stand[diepte]) if diepte in stand else ""

    return re.sub(r"%([1-9])", getal, _waarde(hier, f"{_W}lvlText")).strip()


def _letter(getal: int) -> str:
    """27 is ``aa``, 28 ``bb``: as Word counts on after z."""
    return chr(ord("a") + (getal - 1) % 26) * ((getal - 1) // 26 + 1) if getal > 0 else ""


def _romeins(getal: int) -> str:
    uit = ""
    for waarde, teken in _ROMEINS:
        uit += teken * (getal // waarde)
        getal %= waarde
    return uit


_VORMEN: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda getal: f"{getal:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda getal: _letter(getal).upper(),
    "lowerRoman": _romeins,
    "upperRoman": lambda getal: _romeins(getal).upper(),
    "ordinal": lambda getal: f"{getal}e",
    "none": lambda _: "",
}


def _vorm(niveau: etree._Element | None) -> str:
    return _waarde(niveau, f"{_W}numFmt") or "decimal"


def _nummer(van: etree._Element) -> tuple[str, str]:
    """The list and the level that a paragraph or a style names; the level may be left out."""
    plek = f"{_W}pPr/{_W}numPr/{_W}"
    return _waarde(van, f"{plek}numId"), _waarde(van, f"{plek}ilvl")


def _waarde(van: etree._Element | None, plek: str) -> str:
    gevonden = van.find(plek) if van is not None else None
    return gevonden.get(_VAL, "") if gevonden is not None else ""


def _getal(van: etree._Element | None, naam: str, anders: int) -> int:
    woord = _waarde(van, f"{_W}{naam}")
    return int(woord) if woord.isdigit() else anders


def _diepte(van: etree._Element) -> int:
    return int(van.get(f"{_W}ilvl", "0"))
