"""What a terminal shows of words that somebody else typed: a mark that turns a line around is shown, not obeyed."""

from __future__ import annotations

import sys
from typing import Any, TextIO

# Marks for the direction of writing (Unicode Standard Annex 9), which may make a sentence say something else.
_RICHTING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_LEESBAAR = {teken: f"<U+{teken:04X}>" for teken in _RICHTING}


class _Scherm:
    """A terminal, as the stream that it is, on which those marks are readable."""

    def __init__(self, stroom: TextIO) -> None:
        self._stroom = stroom

    def write(self, tekst: str) -> int:
        return self._stroom.write(tekst.translate(_LEESBAAR))

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 - whatever a stream has
        return getattr(self._stroom, naam)


def maak_scherm_leesbaar() -> None:
    """From now on standard output and standard error show those marks, each when it is a terminal.

    What goes into a file or a pipe is for a program, and stays as it is.
    """
    for naam in ("stdout", "stderr"):
        stroom = getattr(sys, naam)
        if stroom is not None and stroom.isatty() and not isinstance(stroom, _Scherm):
            setattr(sys, naam, _Scherm(stroom))
