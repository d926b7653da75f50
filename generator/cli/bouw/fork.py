"""Work that goes on beside the main line: on Linux a copy of this process does it, on another processor.

Only while this process has no threads: those are not copied along, and a copy would wait for them. ``multiprocessing``
does the same, but loading it takes longer than it saves.
"""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Generic, NoReturn, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_DRADEN = Path("/proc/self/task")  # a folder for each thread of this process, those of Typst too


class Fork(Generic[_T]):
    """`werk`, begun at once in a copy of this process where there can be one; use it in a ``with``.

    `werk` gives something that can be pickled, and changes nothing outside itself.
    """

    def __init__(self, werk: Callable[[], _T]) -> None:
        self._werk, self._kind = werk, 0
        self._pijp: IO[bytes] = io.BytesIO()

    def __enter__(self) -> Self:
        if sys.platform == "linux" and (os.cpu_count() or 1) > 1 and len(list(_DRADEN.iterdir())) == 1:
            self._begin()
        return self

    def __exit__(self, *_: object) -> None:
        if self._kind:
            with suppress(ProcessLookupError):
                os.kill(self._kind, signal.SIGKILL)
            self._wacht()
        self._pijp.close()

    def result(self) -> _T:
        """What `werk` gives; when the copy could not do it, it is done here, and what it raises is raised here."""
        if self._kind:
            gegeven = self._pijp.read()
            if self._wacht() == 0:
                uit: _T = pickle.loads(gegeven)  # noqa: S301 - from our own copy
                return uit
        return self._werk()

    def _begin(self) -> None:
        uitkant, inkant = os.pipe()
        self._pijp = os.fdopen(uitkant, "rb")
        # What Python does around a fork would swallow a Ctrl-C: it comes after.
        vroeger = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._kind = os.fork()
            if self._kind == 0:
                self._doe_en_stop(inkant)
        except OSError:  # no room for another process
            pass
        finally:
            os.close(inkant)
            signal.pthread_sigmask(signal.SIG_SETMASK, vroeger)

    def _doe_en_stop(self, inkant: int) -> NoReturn:
        """The copy: nothing of what this process would do at its end is done twice, no buffers written."""
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # without a word: the other tells of it
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            with os.fdopen(inkant, "wb") as pijp:
                pickle.dump(self._werk(), pijp)
            code = 0
        finally:
            os._exit(code)

    def _wacht(self) -> int:
        kind, self._kind = self._kind, 0
        return os.waitpid(kind, 0)[1]
