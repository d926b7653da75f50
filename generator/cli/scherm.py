"""What a terminal shows of words that somebody else typed: a character that steers the screen is shown, not obeyed."""

from __future__ import annotations

import re
import sys
from typing import Any, TextIO

# What we and click write ourselves: bold, dim and the three colours, the cursor of a progress bar, and going back to
# the start of a line at one end of what is written. After it, in a group, what steers without our asking: control
# characters, marks for the direction of writing (Unicode Standard Annex 9), and the line ends of Unicode.
_STURING = re.compile(
    "\x1b\\[(?:[0-2]|3[135])m|\x1b\\[\\?25[hl]|\\A\r|\r(?=\n|\\Z)"
    "|([\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069])"
)


def maak_leesbaar(tekst: str) -> str:
    """`tekst` with the code of each character that would steer the screen in its place: ``<U+202E>``."""
    return _STURING.sub(lambda teken: f"<U+{ord(teken[1]):04X}>" if teken[1] else teken[0], tekst)


class _Scherm:
    """A terminal, as the stream that it is, on which those characters are readable."""

    def __init__(self, stroom: TextIO) -> None:
        self._stroom = stroom

    def write(self, tekst: str) -> int:
        return self._stroom.write(maak_leesbaar(tekst))

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 - whatever a stream has
        return getattr(self._stroom, naam)


def maak_scherm_leesbaar() -> None:
    """From now on standard output and standard error show those characters, each when it is a terminal.

    What goes into a file or a pipe is for a program, and stays as it is.
    """
    for naam in ("stdout", "stderr"):
        stroom = getattr(sys, naam)
        if stroom is not None and stroom.isatty() and not isinstance(stroom, _Scherm):
            setattr(sys, naam, _Scherm(stroom))
