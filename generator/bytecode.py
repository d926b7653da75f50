"""Compiled templates, kept where Python keeps its own compiled modules: compiling takes longer than filling in.

The folder is the ``__pycache__`` of this package, so whoever may write there could change Raadwerk itself as well, and
Python's own switches (``PYTHONDONTWRITEBYTECODE``, ``PYTHONPYCACHEPREFIX``) hold for templates too. What cannot be kept
is compiled again.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType

    from jinja2.bccache import Bucket


# Key of a template → checksum of its source, and its code: a run over many dossiers fills the same templates.
_IN_DIT_PROCES: dict[str, tuple[str, CodeType | None]] = {}


class Bytecode(FileSystemBytecodeCache):
    """Keeps what a template compiles to.

    Args:
        pakket: the package whose code makes the environment; other code compiles anew.
        nummers: the number that the compiled code holds of each template, by name; none where it holds no numbers.
    """

    def __init__(self, pakket: str, nummers: Mapping[str, int]) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "sjabloon-%s.pyc")
        self._code, self._nummers = _code(pakket), nummers

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name under which the compiled template is kept."""
        return super().get_cache_key(f"{self._nummers.get(name)} {name}", filename)

    def get_source_checksum(self, source: str) -> str:
        """The SHA-256 of `source` and of the code around it."""
        return hashlib.sha256(self._code + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` with what was kept, by this process or an earlier one; what is damaged counts as not kept."""
        checksum, code = _IN_DIT_PROCES.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - whatever half a file makes of it
            bucket.reset()
        else:
            _IN_DIT_PROCES[bucket.key] = (bucket.checksum, bucket.code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep `bucket`, for this process and for later ones, unless Python itself keeps no code there."""
        _IN_DIT_PROCES[bucket.key] = (bucket.checksum, bucket.code)
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


@cache
def _code(pakket: str) -> bytes:
    """A hash of the modules of `pakket`, as they lie there."""
    mappen = files(pakket)
    modules = sorted((bestand for bestand in mappen.iterdir() if bestand.name.endswith(".py")), key=str)
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).digest()
