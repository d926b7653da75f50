"""What somebody edited in a folder of ours (*bewerkt*): kept aside under a free name, never overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from generator.uitvoer.gemaakt import MANIFEST, hash_bestand, hash_van, hashes_van, read_manifest
from generator.uitvoer.verwisseling import list_bestanden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BEWERKT = "bewerkt"


def is_bewerkt(oud: Path, naam: str, hashes: Mapping[str, str], bestanden: Mapping[str, bytes]) -> bool:
    """Whether `oud` is neither what we made nor what we are about to write."""
    if naam == MANIFEST and hashes:
        return False  # a receipt cannot hold its own hash; when it reads as ours it is ours
    hash_nu = hash_bestand(oud)
    return hash_nu not in {hashes.get(naam), hash_van(bestanden.get(naam, b""))}


def put_opzij(oud: Path, nieuw: Path, naam: str) -> str:
    """Copy an edited file to ``bewerkt/`` under a free name, and return that name."""
    stam, uitgang = Path(naam).stem, Path(naam).suffix
    doel, volgnummer = f"{BEWERKT}/{stam}{uitgang}", 2
    while (nieuw / doel).exists() or (oud.parent / doel).exists():
        doel, volgnummer = f"{BEWERKT}/{stam}-{volgnummer}{uitgang}", volgnummer + 1
    copy_bestand(oud, nieuw / doel)
    return doel


def move_vroeger(vroeger: Path, nieuw: Path) -> Iterator[str]:
    """Bring what lies in `vroeger` to `nieuw`; the names of what is set aside there, as its name is taken.

    What the last run made there and nobody touched goes: it is made again, here. A second time gives the same.
    """
    hashes = hashes_van(read_manifest(vroeger.parent))
    for oud in list_bestanden(vroeger):
        naam, hash_ = oud.relative_to(vroeger).as_posix(), hash_bestand(oud)
        van_ons = hashes.get(f"{vroeger.name}/{naam}")
        if hash_ in {van_ons, hash_bestand(nieuw / naam)}:
            continue
        if van_ons is None and not (nieuw / naam).exists():
            copy_bestand(oud, nieuw / naam)
        elif Path(naam).name != MANIFEST and hash_ not in map(hash_bestand, list_bestanden(nieuw / BEWERKT)):
            yield put_opzij(oud, nieuw, naam)


def copy_bestand(van: Path, naar: Path) -> None:
    """Copy a file with its times, into a folder that need not be there yet."""
    naar.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(van, naar)
