"""Work that goes on beside the main line: on Linux a copy of this process does it, on another processor.

Only while this process has no threads: those are not copied along, and a copy would wait for them. ``multiprocessing``
does the same, but loading it takes longer than it saves.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_DRADEN = Path("/proc/self/task")  # a folder for each thread of this process, those of Typst too


class Fork(Generic[_T]):
    """`werk`, begun at once in a copy of this process where there can be one; use it in a ``with``.

    `werk` gives something that can be pickled, and changes nothing outside itself.
    """

    def __init__(self, werk: Callable[[], _T]) -> None:
        self._werk, self._kind, self._pijp = werk, 0, -1

    def __enter__(self) -> Self:
        if sys.platform == "linux" and (os.cpu_count() or 1) > 1 and len(list(_DRADEN.iterdir())) == 1:
            self._begin()
        return self

    def __exit__(self, *_: object) -> None:
        if self._kind:
            with suppress(ProcessLookupError):
                os.kill(self._kind, signal.SIGKILL)
            os.close(self._pijp)
            self._wacht()

    def result(self) -> _T:
        """What `werk` gives; when the copy could not do it, it is done here, and what it raises is raised here."""
        if self._kind:
            with os.fdopen(self._pijp, "rb") as pijp:
                gegeven = pijp.read()
            if self._wacht() == 0:
                uit: _T = pickle.loads(gegeven)  # noqa: S301 - from our own copy
                return uit
        return self._werk()

    def _begin(self) -> None:
        self._pijp, inkant = os.pipe()
        try:
            self._kind = os.fork()
        except OSError:  # no room for another process
            os.close(self._pijp)
            os.close(inkant)
            return
        if self._kind:
            os.close(inkant)
            return
        # Nothing of what this process would still do at its end is done twice: no buffers written, no cleaning up.
        code = 1
        try:
            os.close(self._pijp)
            with os.fdopen(inkant, "wb") as pijp:
                pickle.dump(self._werk(), pijp)
            code = 0
        finally:
            os._exit(code)

    def _wacht(self) -> int:
        kind, self._kind = self._kind, 0
        return os.waitpid(kind, 0)[1]
