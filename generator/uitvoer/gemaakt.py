"""What the last run made in a folder (*gemaakt*), by its receipt: is it all there, and as it was made."""

from __future__ import annotations

import glob
import hashlib
import json
from typing import TYPE_CHECKING, Any

from generator.uitvoer.verwisseling import naast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MANIFEST = "manifest.json"
LIJSTEN = "bezwaren"  # the `soort` of a receipt of checklists, beside that of the dossier
CODE = "raadwerk/code"  # the name under which the code of Raadwerk itself stands among the inputs
_STAND, _SLEUTEL = ".stand", 16
_VORM = {"invoer": dict, "uitvoer": dict, "stukken": dict, "bevindingen": list}


def hash_van(inhoud: bytes) -> str:
    """The SHA-256 of `inhoud` in hexadecimal."""
    return hashlib.sha256(inhoud).hexdigest()


def hash_bestand(pad: Path) -> str:
    """The SHA-256 of the file at `pad`; empty when it cannot be read."""
    try:
        return hash_van(pad.read_bytes())
    except OSError:
        return ""


def hashes_van(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The hash of each file by name, as `manifest` says it was made."""
    uitvoer: Mapping[str, str] = manifest.get("uitvoer", {})
    return dict(uitvoer)


def invoerhashes(
    bestanden: Mapping[str, bytes], mee: Mapping[str, bytes], code: Mapping[str, bytes], keuzes: Mapping[str, str],
    getekend: Mapping[str, str] | None = None,
) -> dict[str, str]:  # fmt: skip
    """The hash of each input of a run: files of the werkmap, what comes along, the code and the choices made.

    Of the files that were signed, each with its own hash, there is one for all: the receipt may be public, and the name
    of a secret paper is none of its business.
    """
    uit = {pad: hash_van(inhoud) for pad, inhoud in bestanden.items()}
    uit |= {f"raadwerk/{pad}": hash_van(inhoud) for pad, inhoud in mee.items()}
    uit[CODE] = hash_van(b"".join(f"{naam} {hash_van(inhoud)}\n".encode() for naam, inhoud in sorted(code.items())))
    groepen = {"keuzes": keuzes, **({"getekend": getekend} if getekend else {})}
    hashes = {naam: hash_van(json.dumps(dict(sorted(wat.items()))).encode()) for naam, wat in groepen.items()}
    return dict(sorted(uit.items())) | hashes


def read_manifest(map_: Path) -> dict[str, Any]:
    """The receipt of the last run in `map_`; empty when there is none, or one that is damaged."""
    try:
        manifest = json.loads((map_ / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest if _is_manifest(manifest) else {}


def _is_manifest(gelezen: object) -> bool:
    """Whether `gelezen` has the parts of a receipt in their own form, each if it is there."""
    if not isinstance(gelezen, dict):
        return False
    goed = all(isinstance(gelezen.get(deel, soort()), soort) for deel, soort in _VORM.items())
    return goed and all(
        isinstance(record, dict) for record in (*gelezen.get("stukken", {}).values(), *gelezen.get("bevindingen", []))
    )


def is_compleet(map_: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether every file of `manifest` lies in `map_`, byte for byte as it was made."""
    hashes = hashes_van(manifest)
    return bool(hashes) and all(hash_bestand(map_ / naam) == wat for naam, wat in hashes.items())


def list_gemaakt(map_: Path) -> tuple[Path, ...]:
    """Every file that the last run made in `map_`, its receipt first; none when there is no receipt."""
    manifest = read_manifest(map_)
    return tuple(map_ / naam for naam in (MANIFEST, *hashes_van(manifest))) if manifest else ()


def pad_van_stand(map_: Path, manifest: bytes) -> Path:
    """Where beside `map_` lies what the run with this receipt was made from; its name follows from the receipt."""
    return naast(map_, f"{hash_van(manifest)[:_SLEUTEL]}{_STAND}")


def list_standen(map_: Path) -> Iterator[Path]:
    """Every file beside `map_` in which a run kept what it was made from."""
    return map_.parent.glob(f".{glob.escape(map_.name)}.{'[0-9a-f]' * _SLEUTEL}{_STAND}")


def read_stand(map_: Path) -> bytes:
    """What the last run in `map_` was made from, as `write_uitvoer` was given it; empty when that is not there."""
    try:
        return pad_van_stand(map_, (map_ / MANIFEST).read_bytes()).read_bytes()
    except OSError:
        return b""
