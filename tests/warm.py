"""``raadwerk`` in a process of its own that need not load it anew: loading takes longer than most commands do.

What is loaded when is tested in testraadwerk_bouw, and how Python starts it in test_opdrachten. This module
is loaded in each of those processes, so it loads nothing that they do not need.
"""

import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import generator

HUIS = Path(generator.__file__).parent
# All of ours: what a command loads late is there too.
GELADEN = [
    ".".join(pad.relative_to(HUIS.parent).with_suffix("").parts).removesuffix(".__init__")
    for pad in sorted(HUIS.rglob("*.py"))
    if pad.stem != "__main__"
]
WARM = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
WARM.set_forkserver_preload(GELADEN)


def roep(map_: Path, *woorden: str, samen: bool = False, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """What typing ``raadwerk`` with `woorden` in `map_` shows, and the code it ends with."""
    return voer(typ, *woorden, hier=map_, samen=samen, omgeving=omgeving)


def voer(
    werk: Callable[..., None], *waarden: object, hier: Path, samen: bool = False, omgeving: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Do `werk`, a function of a module that loads quickly, in `hier`; `samen` puts all it says in one stream."""
    with tempfile.TemporaryDirectory() as plek:
        uit, fout = Path(plek, "uit"), Path(plek, "uit" if samen else "fout")
        buiten = os.environ | (omgeving or {})
        proces = WARM.Process(target=_zonder_ons, args=(werk, waarden, hier, buiten, uit, fout))
        proces.start()
        proces.join()
        gezegd = uit.read_text(encoding="utf-8"), "" if samen else fout.read_text(encoding="utf-8")
    assert proces.exitcode is not None
    return subprocess.CompletedProcess(waarden, proces.exitcode, *gezegd)


def _zonder_ons(
    werk: Callable[..., None], waarden: tuple[object, ...], hier: Path, buiten: dict[str, str], uit: Path, fout: Path
) -> None:
    """As a process just started: nothing to read, what it says goes to files, and its folder is its own."""
    for nummer, (bestand, hoe) in enumerate([(Path(os.devnull), "rb"), (uit, "ab"), (fout, "ab")]):
        with bestand.open(hoe) as geopend:
            os.dup2(geopend.fileno(), nummer)
    os.environ.clear()
    os.environ.update(buiten)
    os.chdir(hier)
    werk(*waarden)


def typ(*woorden: str) -> None:
    """Be ``raadwerk`` with `woorden`."""
    from generator.cli import main

    main(list(woorden))
