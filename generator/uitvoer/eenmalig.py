"""A folder that is made once and for all (*eenmalig*): what was frozen is never overwritten."""

from __future__ import annotations

import errno
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats, UitvoerError
from generator.uitvoer.schijffouten import explain

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_eenmalig(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Make the folder `map_` with `bestanden` in one step, once and for all; what lies there is never overwritten.

    Raises:
        UitvoerError: the folder is there already, or cannot be made; nothing is left of it then.
    """
    nieuw = None
    try:
        map_.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own for each run: two at once cannot mix, and only one of them gets its folder in place.
        nieuw = Path(tempfile.mkdtemp(prefix=f".{map_.name}.", suffix=".nieuw", dir=map_.parent))
        nieuw.chmod(0o755)
        for naam, inhoud in bestanden.items():
            (nieuw / naam).parent.mkdir(parents=True, exist_ok=True)
            (nieuw / naam).write_bytes(inhoud)
        if map_.exists():  # an empty folder would be replaced
            raise FileExistsError(errno.EEXIST, "bestaat al", str(map_))
        nieuw.rename(map_)
    except OSError as fout:
        if nieuw is not None:
            shutil.rmtree(nieuw, ignore_errors=True)
        if fout.errno in {errno.EEXIST, errno.ENOTEMPTY} and map_.is_dir():
            raad = "neem een nieuw versienummer"
            raise UitvoerError(
                Fout(Plaats(str(map_)), "dit ligt al vast en wordt nooit overschreven", raad=raad)
            ) from fout
        raise UitvoerError(explain(map_, fout)) from fout
