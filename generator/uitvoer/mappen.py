"""Bytes → files in one step: what lies there is the complete old set or the complete new one.

A run writes a new folder beside the old one and swaps them: in one system call where the kernel has it
(``RENAME_EXCHANGE``), else by two renames with a journal that the next command completes. A file that
somebody edited since it was made is set aside in ``bewerkt/`` first, and named. Folders that belong together are all
made ready before the first is swapped, and the one that others are told by comes last.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.errors import Fout, Plaats, UitvoerError
from generator.uitvoer.bewerkt import copy_bestand, is_bewerkt, move_vroeger, put_opzij
from generator.uitvoer.gemaakt import (
    MANIFEST,
    hash_bestand,
    hash_van,
    hashes_van,
    list_standen,
    pad_van_stand,
    read_manifest,
)
from generator.uitvoer.schijffouten import explained
from generator.uitvoer.verwisseling import eis_schrijven, herstel, list_bestanden, naast, slot, wissel

if TYPE_CHECKING:
    from collections.abc import Mapping


class Geschreven(Struct, frozen=True):
    """What a run did: the files it wrote, left as they were, set aside, and took away as it no longer makes them."""

    gewijzigd: tuple[str, ...]
    ongewijzigd: tuple[str, ...]
    opzij: tuple[str, ...]
    vervallen: tuple[str, ...]


class Mapinhoud(Struct, frozen=True):
    """What a run puts in one folder.

    Attributes:
        bestanden: the files by name, the manifest among them.
        stand: what the run was made from; it is kept beside the folder, for that receipt only.
        vroeger: where an earlier version laid what belongs here: a folder in another one, that goes at the same time.
        verlaten: the folder in this one whose files now belong elsewhere.
    """

    bestanden: Mapping[str, bytes]
    stand: bytes = b""
    vroeger: Path | None = None
    verlaten: str = ""


def write_uitvoer(map_: Path, bestanden: Mapping[str, bytes], stand: bytes = b"") -> Geschreven:
    """Replace the files of the last run in `map_` by `bestanden` (the manifest among them); as `write_mappen`."""
    return write_mappen({map_: Mapinhoud(bestanden, stand)})[map_]


def write_mappen(mappen: Mapping[Path, Mapinhoud]) -> dict[Path, Geschreven]:
    """Replace the files of the last run in each of `mappen`, each folder in one step, in this order.

    Files that Raadwerk did not make stay where they are. UitvoerError when a folder is locked by another run,
    read-only, on a full disk, when a file in it is held open by another program, or when the user stands in it: after
    the swap the terminal would be nowhere. The old sets then stay.
    """
    for map_ in mappen:
        if Path.cwd().is_relative_to(map_.resolve()):
            raad = f"ga eerst naar een andere map, bijvoorbeeld met: cd {map_.resolve().parent}"
            raise UitvoerError(Fout(Plaats(str(map_)), "u staat zelf in de map die wordt vervangen", raad=raad))
    with contextlib.ExitStack() as sloten:
        for map_ in mappen:
            with explained(map_):
                sloten.enter_context(slot(map_))
        klaar = {}
        try:
            for map_, inhoud in mappen.items():
                with explained(map_):
                    klaar[map_] = _bereid(map_, inhoud)
            for map_, inhoud in mappen.items():
                with explained(map_):
                    _vervang(map_, inhoud)
        except UitvoerError:
            for map_ in mappen:  # half a set is no use to anybody, and a full disk wants its room back
                with contextlib.suppress(OSError):
                    herstel(map_)
            raise
    return klaar


def _bereid(map_: Path, inhoud: Mapinhoud) -> Geschreven:
    """Lay ready beside `map_` all that it is to hold: what was made, what is not ours, and what is set aside."""
    herstel(map_)
    eis_schrijven(map_)
    bestanden, verlaten = inhoud.bestanden, f"{inhoud.verlaten}/" if inhoud.verlaten else None
    hashes = hashes_van(read_manifest(map_))
    nieuw = naast(map_, "nieuw")
    nieuw.mkdir(parents=True)
    opzij, ongewijzigd = [], []
    for naam, wat in sorted(bestanden.items()):
        oud = map_ / naam
        if hashes.get(naam) == hash_van(wat) == hash_bestand(oud):
            ongewijzigd.append(naam)
        (nieuw / naam).parent.mkdir(parents=True, exist_ok=True)
        (nieuw / naam).write_bytes(wat)
    for oud in list_bestanden(map_):
        naam = oud.relative_to(map_).as_posix()
        if verlaten and naam.startswith(verlaten):
            continue
        if naam not in bestanden and naam not in hashes:
            copy_bestand(oud, nieuw / naam)  # not ours: it stays
        elif is_bewerkt(oud, naam, hashes, bestanden):
            opzij.append(put_opzij(oud, nieuw, naam))
    if inhoud.vroeger is not None:
        opzij += move_vroeger(inhoud.vroeger, nieuw)
    vervallen = [
        naam for naam in hashes
        if naam not in bestanden and (map_ / naam).exists() and not (verlaten and naam.startswith(verlaten))
    ]  # fmt: skip
    gewijzigd = [naam for naam in sorted(bestanden) if naam not in ongewijzigd]
    return Geschreven(tuple(gewijzigd), tuple(ongewijzigd), tuple(opzij), tuple(sorted(vervallen)))


def _vervang(map_: Path, inhoud: Mapinhoud) -> None:
    """Put what was laid ready in the place of `map_`."""
    # Written before the swap and cleared after it: killed in between, the receipt that lies there still finds its own.
    bewaard = pad_van_stand(map_, inhoud.bestanden.get(MANIFEST, b""))
    if inhoud.stand:
        try:
            bewaard.write_bytes(inhoud.stand)
        except OSError:
            bewaard.unlink(missing_ok=True)
            raise
    wissel(map_, naast(map_, "nieuw"))
    for oud in list_standen(map_):
        if not (inhoud.stand and oud == bewaard):
            oud.unlink()
