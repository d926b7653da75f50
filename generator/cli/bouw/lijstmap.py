"""The folder beside that of a dossier's papers where the checklists of its objections go, which are internal.

Its receipt tells of all objections; that of the dossier, which may be published, of none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import uitvoer
from generator.inhoud.schijf import BEZWAREN, INHOUD, zaakmap
from generator.uitvoer import Geschreven

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.cli.bouw.keuzes import Keuzes

LIJST = f"{BEZWAREN}/"  # how the name of a checklist begins within a run


def openbare_invoer(invoer: Mapping[str, str], dossier: str) -> dict[str, str]:
    """The inputs that the papers of a dossier rest on: not its objections, of which what goes public says nothing."""
    return {pad: hash_ for pad, hash_ in invoer.items() if not pad.startswith(f"{INHOUD}/{dossier}/{LIJST}")}


def is_met_lijsten(doel: Path, keuzes: Keuzes) -> bool:
    """Whether a run makes the checklists of objections too; always where an earlier version left them among papers."""
    return not keuzes.geheim and (not keuzes.alleen or (doel / BEZWAREN).is_dir())


def has_eerder_lijsten(doel: Path) -> bool:
    """Whether a run before this one made a folder of objections, or laid them in the folder of the papers itself."""
    return bool(uitvoer.read_manifest(zaakmap(doel))) or (doel / BEZWAREN).is_dir()


def has_lijsten(doel: Path, keuzes: Keuzes, invoer: Mapping[str, str], bestanden: Mapping[str, bytes]) -> bool:
    """Whether the checklists that belong to these inputs lie there as they were made, or there are none to make."""
    if not is_met_lijsten(doel, keuzes):
        return True
    manifest = uitvoer.read_manifest(zaakmap(doel))
    if manifest:
        klaar = not manifest.get("uitvoer") or uitvoer.is_compleet(zaakmap(doel), manifest)
        return manifest.get("invoer") == invoer and klaar and not (doel / BEZWAREN).is_dir()
    if (doel / BEZWAREN).is_dir():
        return False
    if not any(f"/{BEZWAREN}/" in pad for pad in bestanden):
        return True
    from generator.keten.zaken import has_eigen_bezwaar  # dear: only where nothing tells that it was seen before

    return not has_eigen_bezwaar(bestanden)


def voorvoegsel(map_: Path, doel: Path) -> str:
    """What goes before the name of a file in `map_` when it is told of beside those in `doel`."""
    return "" if map_ == doel else f"{BEZWAREN}/{doel.name}/"


def join(geschreven: Geschreven, lijsten: Geschreven | None, doel: Path) -> Geschreven:
    """What was done in both folders, told as one."""
    if lijsten is None:
        return geschreven
    voor = voorvoegsel(zaakmap(doel), doel)
    return Geschreven(
        *(
            (*getattr(geschreven, veld), *(voor + naam for naam in getattr(lijsten, veld)))
            for veld in Geschreven.__struct_fields__
        )
    )
