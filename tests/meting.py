"""One measurement: a whole process, timed some times."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MIB = 1024


@dataclass(slots=True)
class Meting:
    """One thing that is timed.

    Attributes:
        wat: what it is, in Dutch.
        opdracht: the command, as a person would type it.
        budget: seconds; 0 where there is none.
        bereid: makes ready before each run, not timed.
        invoer: what the command reads on standard input.
        keren: how often.
        tijden: seconds of each run.
        geheugen: peak of the largest process of each run, in MiB.
        naast: the measurement of Raadwerk that does the same; None where this is Raadwerk itself.
    """

    wat: str
    opdracht: list[str]
    budget: float = 0
    bereid: Callable[[], None] = lambda: None
    invoer: Path | None = None
    keren: int = 5
    naast: Meting | None = None
    tijden: list[float] = field(default_factory=list)
    geheugen: list[float] = field(default_factory=list)

    def meet(self, map_: Path, omgeving: dict[str, str]) -> None:
        """Run it once and note time and memory; a command that ends in 2 is no measurement."""
        self.bereid()
        with (self.invoer or Path(os.devnull)).open("rb") as invoer:
            begin = time.perf_counter()
            proces = subprocess.Popen(
                self.opdracht, cwd=map_, env=omgeving, stdin=invoer, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            assert proces.stderr is not None
            klacht = proces.stderr.read()
            _, status, gebruik = os.wait4(proces.pid, 0)
        self.tijden.append(time.perf_counter() - begin)
        self.geheugen.append(gebruik.ru_maxrss / _MIB)
        proces.returncode = os.waitstatus_to_exitcode(status)
        if proces.returncode not in {0, 1}:
            sys.exit(f"{' '.join(self.opdracht)} eindigde met {proces.returncode}:\n{klacht.decode()}")

    @property
    def midden(self) -> float:
        """The median time, in seconds."""
        return statistics.median(self.tijden)
