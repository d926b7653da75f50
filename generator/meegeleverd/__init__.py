"""What comes along with Raadwerk: the templates, the house style and the parameters of the law.

In the repository these are the top-level folders themselves; in a wheel they lie as copies beside this
module (``setup.py`` puts them there). Callers see one set of names and never where it lies.
"""

from __future__ import annotations

import os
from pathlib import Path

MAPPEN = ("inhoud/recht", "sjablonen")
_HIER = Path(__file__).parent


def read_meegeleverd(voorvoegsel: str) -> dict[str, bytes]:
    """The files that come along whose name starts with `voorvoegsel`, by name, in order of name.

    Names have ``/`` and start at the repository: ``sjablonen/raadsnota.md.j2``,
    ``inhoud/recht/kalender.yaml``. An empty `voorvoegsel` gives all; one that fits nothing gives an
    empty mapping.
    """
    wortel = _HIER if (_HIER / MAPPEN[0]).is_dir() else _HIER.parents[1]
    gevonden = {}
    for map_ in MAPPEN:
        if not (map_.startswith(voorvoegsel) or voorvoegsel.startswith(map_)):
            continue
        for pad, mappen, bestanden in os.walk(wortel / map_):
            mappen[:] = [naam for naam in mappen if not _is_bijvangst(naam)]
            hier = Path(pad).relative_to(wortel).as_posix()
            for bestand in bestanden:
                naam = f"{hier}/{bestand}"
                if naam.startswith(voorvoegsel) and not _is_bijvangst(bestand):
                    gevonden[naam] = Path(pad, bestand).read_bytes()
    return dict(sorted(gevonden.items()))


def read_code() -> dict[str, bytes]:
    """The modules of Raadwerk itself, by name: other code may make other papers."""
    pakket = _HIER.parent
    gevonden: dict[str, bytes] = {}
    for pad, mappen, bestanden in os.walk(pakket):
        mappen[:] = [naam for naam in mappen if not _is_bijvangst(naam)]
        hier = Path(pad).relative_to(pakket).as_posix()
        begin = "" if hier == "." else f"{hier}/"
        gevonden |= {f"{begin}{naam}": Path(pad, naam).read_bytes() for naam in bestanden if naam.endswith(".py")}
    return dict(sorted(gevonden.items()))


def _is_bijvangst(naam: str) -> bool:
    """Whether a file or folder is hidden or byte code, as editors and systems leave them."""
    return naam.startswith(".") or naam == "__pycache__"
