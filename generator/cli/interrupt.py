"""Ctrl-C ends a run wherever it comes.

Python raises KeyboardInterrupt between two steps of whatever runs. Comes it where nothing can be passed on (in what
runs when an object goes, or around a fork), then Python prints it and goes on; comes it while a class is made, then it
is wrapped in another error.
"""

from __future__ import annotations

import signal
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import types

_WACHT = 0.01  # seconds until it is tried once more, somewhere else
_gevraagd = threading.Event()


def catch_interrupt() -> None:
    """From here on Ctrl-C raises KeyboardInterrupt in the main thread, again and again until one gets through."""
    signal.signal(signal.SIGINT, _onderbreek)
    sys.unraisablehook = _opnieuw


def is_interrupted() -> bool:
    """Whether Ctrl-C was pressed since `catch_interrupt`."""
    return _gevraagd.is_set()


def _onderbreek(nummer: int, frame: types.FrameType | None) -> None:
    _gevraagd.set()
    signal.default_int_handler(nummer, frame)


def _opnieuw(melding: sys.UnraisableHookArgs) -> None:
    if not issubclass(melding.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(melding)
        return
    # From another thread and a moment later: raised here, it would be swallowed here.
    later = threading.Timer(_WACHT, _wek)
    later.daemon = True
    later.start()


def _wek() -> None:
    """Ctrl-C once more, for the main thread itself: a signal to another would not end what it waits for."""
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
