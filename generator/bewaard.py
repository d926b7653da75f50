"""The law as it was read, kept where Python keeps its compiled modules: reading its YAML takes longer than a period.

As for templates (``bytecode.py``): the folder is the ``__pycache__`` of this package, so whoever may write there could
change Raadwerk itself as well, and Python's own switches hold. What is damaged or cannot be kept is read again.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.feiten.recht import Recht

_HIER = Path(__file__).parent
_CODE = ("feiten", "inhoud")  # the packages that read the law, and what they make of it
_IN_DIT_PROCES: dict[bytes, Recht] = {}  # a run over many dossiers asks for the same law


def read_recht(bestanden: Mapping[str, bytes]) -> Recht:
    """All of the law in `bestanden`, as ``inhoud.recht.load_recht``, which says what it raises."""

    def lees() -> Recht:
        from generator.inhoud.recht import load_recht

        return load_recht(bestanden)

    return _bewaard("recht", bestanden, lees)


def read_termijnen(bestanden: Mapping[str, bytes]) -> Recht:
    """The law as far as counting a period needs it, as ``inhoud.recht.load_termijnen``."""

    def lees() -> Recht:
        from generator.inhoud.recht import load_termijnen

        return load_termijnen(bestanden)

    return _bewaard("termijnen", bestanden, lees)


def _bewaard(naam: str, bestanden: Mapping[str, bytes], lees: Callable[[], Recht]) -> Recht:
    """What this process, or an earlier one, read from the same law with the same code; else what `lees` gives."""
    kenmerk = _kenmerk(naam, bestanden)
    if kenmerk not in _IN_DIT_PROCES:
        pad = _pad(naam)
        _IN_DIT_PROCES[kenmerk] = _read_bewaard(pad, kenmerk) or _bewaar(pad, kenmerk, lees())
    return _IN_DIT_PROCES[kenmerk]


def _pad(naam: str) -> Path:
    return Path(cache_from_source(str(_HIER / f"bewaard-{naam}.py")))


def _read_bewaard(pad: Path, kenmerk: bytes) -> Recht | None:
    try:
        inhoud = pad.read_bytes()
        if inhoud.startswith(kenmerk):
            return pickle.loads(inhoud[len(kenmerk) :])  # type: ignore[no-any-return]  # noqa: S301 - see above
    except Exception:  # noqa: BLE001, S110 - whatever half a file makes of it
        pass
    return None


def _bewaar(pad: Path, kenmerk: bytes, recht: Recht) -> Recht:
    """`recht`, kept for a later run unless Python itself keeps no code there."""
    if not sys.dont_write_bytecode:
        nieuw = pad.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            try:
                nieuw.write_bytes(kenmerk + pickle.dumps(recht, pickle.HIGHEST_PROTOCOL))
                nieuw.replace(pad)
            finally:
                nieuw.unlink(missing_ok=True)
    return recht


def _kenmerk(naam: str, bestanden: Mapping[str, bytes]) -> bytes:
    """What tells whether anything changed, as Python does it: a hash of the law, and when its readers were written."""
    delen = [naam.encode()]
    for pad in sorted(bestanden):
        if pad.startswith("inhoud/recht/"):
            delen += [pad.encode(), str(len(bestanden[pad])).encode(), bestanden[pad]]
    for pakket in _CODE:
        for module in sorted(os.scandir(_HIER / pakket), key=lambda deze: deze.name):
            stand = module.stat()
            delen.append(f"{module.name} {stand.st_mtime_ns} {stand.st_size}".encode())
    return source_hash(b"\n".join(delen))
