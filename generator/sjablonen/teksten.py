"""The text files of a dossier: words and facts. Most hold nothing but ``{{ groep.feit }}``, and need no compiling.

A dossier has dozens of them. Filling one in takes less than compiling it as a template, which takes a tenth of a run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.sjablonen.sporen import regelmerken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from jinja2.runtime import Context

MAP = "teksten/"
_FEIT = re.compile(r"\{\{ ([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)+) \}\}")
_VOORWAARDE = re.compile(r"\{%.*?%\}")
_OPMERKING = re.compile(r"\{##.*?##\}", re.DOTALL)
_SJABLOONTAAL = re.compile(r"\{[{%]|\{##")

# Words with their line marks, or the path of a fact.
Delen = tuple[str | tuple[str, ...], ...]


def is_leeg(tekst: str) -> bool:
    """Whether `tekst` has nothing but white space and comments: nobody wrote it, and no condition took it away."""
    return not _OPMERKING.sub("", tekst).strip()


def keep_regeleinden(tekst: str) -> str:
    """`tekst` in which a line that ends in a condition but holds words keeps its end, as whoever types it expects.

    Jinja drops the end of a line after a condition; that is meant for a line with nothing else on it.
    """
    return "\n".join(
        f"{regel[:-2]}+%}}" if regel.endswith("%}") and _VOORWAARDE.sub("", regel).strip() else regel
        for regel in tekst.split("\n")
    )


def lees_delen(tekst: str, bestand: int) -> Delen | None:
    """The words and facts of `tekst`, the file with index `bestand`; None when it holds more than paths of facts."""
    delen: list[str | tuple[str, ...]] = []
    begin, regel = 0, 1
    for feit in _FEIT.finditer(tekst):
        delen += [_woorden(tekst[begin : feit.start()], bestand, regel), tuple(feit[1].split("."))]
        regel += tekst.count("\n", begin, feit.start())
        begin = feit.end()
    delen.append(_woorden(tekst[begin:], bestand, regel))
    woorden = (deel for deel in delen if isinstance(deel, str))
    return None if any(map(_SJABLOONTAAL.search, woorden)) else tuple(deel for deel in delen if deel)


def _woorden(tekst: str, bestand: int, regel: int) -> str:
    return regelmerken(tekst, bestand, regel) if tekst else ""


def vul_delen(delen: Delen, omgeving: Environment, context: Context) -> list[str]:
    """`delen` as the compiled template would print them; what goes wrong raises the same errors, without a place."""
    return [deel if isinstance(deel, str) else _druk_af(deel, omgeving, context) for deel in delen]


def _druk_af(pad: Sequence[str], omgeving: Environment, context: Context) -> str:
    naam, *velden = pad
    waarde = context.resolve(naam)
    for veld in velden:
        waarde = omgeving.getattr(waarde, veld)
    assert omgeving.finalize is not None  # noqa: S101 - ours has one
    return str(omgeving.finalize(waarde))
