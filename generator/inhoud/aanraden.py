"""Suggestions for what was mistyped ("bedoelde u …?"); none rather than a wild one."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from generator.datumtekst import MAANDEN
from generator.feiten.waarden import Aantal, Duur

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANDERS_GEZEGD = {"true": "ja", "yes": "ja", "false": "nee", "no": "nee"}
_DATUM = re.compile(r"(\d{1,2})[-/. ]+(\w+)[-/. ]+(\d{4})")


def dichtbij(woord: str, woorden: Iterable[str]) -> str:
    """The one of `woorden` that `woord` was probably meant to be; empty when none comes near."""
    gevonden = difflib.get_close_matches(woord, list(woorden), n=1, cutoff=0.6)
    return gevonden[0] if gevonden else ""


def bedoelde_u(woord: str, woorden: Iterable[str], anders: str = "") -> str:
    """The sentence ‘bedoelde u …?’ with the nearest of `woorden`, or else the advice `anders`."""
    goed = dichtbij(woord, woorden) or dichtbij(woord.lower(), woorden)
    return f"bedoelde u ‘{goed}’?" if goed else anders


def bedoelde_paden(gevraagd: str, paden: Iterable[str], anders: str) -> str:
    """The sentence ‘bedoelde u …?’ with the paths that look like `gevraagd`, whole or by a part; or else `anders`."""
    delen: dict[str, list[str]] = {}
    for pad in paden:
        for deel in (pad, *pad.split(".")):
            delen.setdefault(deel, []).append(pad)
    lijkt_op = difflib.get_close_matches(gevraagd.lower().replace(" ", "_"), delen, n=3, cutoff=0.7)
    gevonden = list(dict.fromkeys(pad for deel in lijkt_op for pad in delen[deel]))[:3]
    return f"bedoelde u {' of '.join(f'‘{pad}’' for pad in gevonden)}?" if gevonden else anders


def raad_voor_waarde(tekst: str, soorten: Iterable[Any]) -> str:
    """A value as one of `soorten` would be written, for one written as people do; empty when nobody can tell."""
    soorten = list(soorten)
    if _is_duur(tekst) and Duur not in soorten and Aantal in soorten:
        return "een lengte van tijd hoort in duren.yaml, of schrijf hier het getal, met ‘eenheid’ ernaast"
    for kandidaat in _kandidaten(tekst):
        for soort in soorten:
            try:
                soort.lees(kandidaat)
            except ValueError:
                continue
            return f"bedoelde u {kandidaat}?"
    # Asked by name: the choices know all value types, which `termijn` does without.
    keuzes = [keuze for soort in soorten for keuze in getattr(soort, "KEUZES", ())]
    return bedoelde_u(tekst, keuzes)


def _is_duur(tekst: str) -> bool:
    """Whether `tekst` is a length of time."""
    try:
        Duur.lees(tekst)
    except ValueError:
        return False
    return True


def _kandidaten(tekst: str) -> Iterator[str]:
    """Other ways in which `tekst` could have been written."""
    klein = tekst.lower()
    yield ANDERS_GEZEGD.get(klein, klein)
    if match := _DATUM.fullmatch(klein):
        dag, maand, jaar = match.groups()
        maand = str(MAANDEN.index(maand) + 1) if maand in MAANDEN else maand
        yield f"{jaar}-{maand:0>2}-{dag:0>2}"
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})", klein):
        yield f"20{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    if match := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", klein):
        yield f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    if match := re.fullmatch(r"(\w+) (\d{4})", klein):
        yield f"{match[2]}-{MAANDEN.index(match[1]) + 1:02d}" if match[1] in MAANDEN else ""
    if re.fullmatch(r"-?[\d,]+\.\d+%?", klein):  # 1,442.5: commas and points the English way round
        yield klein.replace(",", "").replace(".", ",")
    yield klein.replace(" ", "")
    if re.fullmatch(r"-\d+", klein):  # where less than nought cannot be
        yield klein[1:]
