"""What the disk refuses, as a sentence with a way out."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats, UitvoerError
from generator.uitvoer.verwisseling import mag_schrijven, naast

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANDERE_MAP = "kies een andere map (voor raadwerk bouw met --uitvoer)"
_SCHRIJFRECHT = "vraag de beheerder om schrijfrecht"


@contextlib.contextmanager
def explained(map_: Path) -> Iterator[None]:
    """What the disk refuses of `map_`, as a sentence."""
    try:
        yield
    except OSError as fout:
        raise UitvoerError(explain(map_, fout)) from fout


def explain(map_: Path, fout: OSError) -> Fout:
    """What `fout` means to who wanted to write in `map_`, and what lies there now."""
    redenen = {
        errno.ENOSPC: ("de schijf is vol", "maak ruimte vrij en probeer het opnieuw"),
        errno.EDQUOT: ("de schijfruimte van deze gebruiker is op", "maak ruimte vrij en probeer het opnieuw"),
        errno.EROFS: ("deze map is alleen te lezen", _ANDERE_MAP),
        errno.EACCES: ("deze map mag u niet beschrijven", ""),
        errno.EPERM: ("deze map mag u niet beschrijven", ""),
        errno.ENOTDIR: ("hier ligt een bestand waar een map hoort", "verplaats dat bestand"),
        errno.ENOENT: ("op deze plek kan geen map komen", _ANDERE_MAP),
        errno.ENAMETOOLONG: ("deze naam is te lang", _ANDERE_MAP),
        errno.EEXIST: ("hier ligt een bestand waar een map hoort", "verplaats dat bestand"),
    }
    onbekend = (f"de stukken zijn hier niet te schrijven (systeemfout {fout.errno or 0})", _ANDERE_MAP)
    wat, raad = redenen.get(fout.errno or 0, onbekend)
    plek = Path(fout.filename or map_)
    if not raad:  # a right that is lacking, and a paper that another program holds open, look the same
        eerst = "sluit het stuk in Word" if mag_schrijven(map_, map_.parent, plek) else _SCHRIJFRECHT
        raad = f"{eerst}, of {_ANDERE_MAP}"
    plek = map_ if plek.name.startswith(".") else plek  # what we keep beside the folder says a user nothing
    ligt_er = any(map(os.path.isdir, (map_, naast(map_, "oud"))))  # unlike is_dir, no error where we may not look
    gevolg = "de oude stukken liggen er nog" if ligt_er else "er is niets geschreven"
    return Fout(Plaats(str(plek)), f"{wat}; {gevolg}", raad=raad)
