"""Where the redlines go: a folder of their own, or one file; nothing that somebody else made is overwritten."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator import uitvoer
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import INHOUD, list_dossiers, write_bestand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

WAS_WORDT = "was-wordt"
_EIGEN = "bijgehouden wijzigingen"  # what the receipt of such a folder calls itself
_UITGANGEN = {WAS_WORDT: (".docx", ".pdf", ".html", ".md")}

_UITGANG = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}")  # the end of a name by which people mean a file


def is_bestand(pad: Path, soort: str) -> bool:
    """Whether `pad` names a file for this kind, and no folder."""
    return pad.suffix in _UITGANGEN.get(soort, (f".{soort}",))


def is_spoormap(pad: Path) -> bool:
    """Whether redlines were written in the folder `pad` before."""
    return bool(uitvoer.read_manifest(pad).get("soort") == _EIGEN)


def eis_nieuw(pad: Path) -> None:
    """InvoerError when the file `pad` is there already, or lies where no new file can come."""
    _eis_buiten_inhoud(pad)
    if pad.exists():
        raise _fout(pad, "dit bestand bestaat al", "noem een andere naam, of haal het oude bestand weg")
    if not pad.absolute().parent.is_dir():
        raise _fout(pad, "deze map bestaat niet", "maak haar eerst, of noem alleen een map")


def _eis_buiten_inhoud(pad: Path) -> None:
    """No paper comes among the facts: one more in the folder of a frozen version, and it is not what was frozen."""
    volledig = pad.resolve()
    for map_ in (volledig, *volledig.parents):
        if map_.name == INHOUD and map_.is_dir() and list_dossiers(map_.parent):
            wat = "in de map inhoud staan de feiten en wat is bevroren; daar komen geen stukken bij"
            raise _fout(pad, wat, "noem een andere plek")


def eis_plaats(pad: Path, soort: str, stukken: Sequence[str]) -> None:
    """InvoerError when what was made of `stukken` cannot go to `pad`."""
    if is_bestand(pad, soort):
        if len(stukken) > 1 and soort != WAS_WORDT:
            raise _fout(pad, f"er zijn {len(stukken)} gewijzigde stukken ({', '.join(stukken)})", "noem een map")
        eis_nieuw(pad)
        return
    _eis_buiten_inhoud(pad)
    if pad.exists() and not pad.is_dir():
        raise _fout(pad, "hier ligt een bestand waar een map hoort", "noem een andere map")
    if _UITGANG.fullmatch(pad.suffix) and not pad.is_dir():  # a folder can bear a version: wijzigingen-0.2
        goed = " of ".join(_UITGANGEN.get(soort, (f".{soort}",)))
        raad = f"noem een bestand dat eindigt op {goed}, of een map"
        raise _fout(pad, f"een bestand op {pad.suffix} kan Raadwerk hier niet schrijven", raad)
    if pad.is_dir() and any(pad.iterdir()) and not is_spoormap(pad):
        raise _fout(pad, "in deze map liggen andere bestanden", "noem een map die nog niet bestaat of leeg is")


def schrijf(gemaakt: Mapping[tuple[str, str], bytes], paden: Mapping[str, Path], begin: bytes = b"") -> list[str]:
    """Write the files, each by its kind and name, to the path of its kind; what comes back says where they are.

    `begin` is kept beside each folder: what its redlines start from, for the next change.
    """
    regels = []
    mappen: dict[Path, dict[str, bytes]] = {}
    for (soort, naam), inhoud in gemaakt.items():
        pad = paden[soort]
        if is_bestand(pad, soort):
            write_bestand(pad, inhoud)
            regels.append(f"Geschreven: {pad}")
        else:
            mappen.setdefault(pad, {})[naam] = inhoud
    for pad, bestanden in mappen.items():
        regels += _schrijf_map(pad, bestanden, begin)
    return regels


def _fout(pad: Path, gevonden: str, raad: str) -> InvoerError:
    return InvoerError(Fout(Plaats(str(pad)), gevonden, raad=raad))


def _schrijf_map(map_: Path, bestanden: dict[str, bytes], begin: bytes) -> list[str]:
    """Put `bestanden` in the place of those of the last time; what somebody edited since is set aside."""
    manifest = {"soort": _EIGEN, "uitvoer": {naam: uitvoer.hash_van(wat) for naam, wat in sorted(bestanden.items())}}
    bewijs = {uitvoer.MANIFEST: (json.dumps(manifest, indent=1) + "\n").encode()}
    geschreven = uitvoer.write_uitvoer(map_.resolve(), bestanden | bewijs, begin)
    regels = [f"Geschreven in {map_}/: {', '.join(sorted(bestanden))}"]
    if geschreven.vervallen:
        weg = ", ".join(geschreven.vervallen)
        regels.append(f"Niet meer in {map_}/: {weg} (deze keer niet gevraagd, of niet meer gewijzigd)")
    return regels + [f"{naam}: dit bestand was met de hand gewijzigd en is opzij gezet" for naam in geschreven.opzij]
