"""Bytes → files in one step: what lies there is the complete old set or the complete new one.

A run writes a new folder beside the old one and swaps them: in one system call where the kernel has it
(``RENAME_EXCHANGE``), else by two renames with a journal that the next command completes. A file that
somebody edited since it was made is set aside in ``bewerkt/`` first, and named. Folders that belong together are all
made ready before the first is swapped, and the one that others are told by comes last.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.errors import Fout, Plaats, UitvoerError
from generator.uitvoer.verwisseling import eis_schrijven, herstel, list_bestanden, mag_schrijven, naast, slot, wissel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANIFEST = "manifest.json"
BEWERKT = "bewerkt"
LIJSTEN = "bezwaren"  # the `soort` of a receipt of checklists, beside that of the dossier
CODE = "raadwerk/code"  # the name under which the code of Raadwerk itself stands among the inputs
_STAND, _SLEUTEL = ".stand", 16
_ANDERE_MAP = "kies een andere map (voor raadwerk bouw met --uitvoer)"
_SCHRIJFRECHT = "vraag de beheerder om schrijfrecht"
_VORM = {"invoer": dict, "uitvoer": dict, "stukken": dict, "bevindingen": list}


def hash_van(inhoud: bytes) -> str:
    """The SHA-256 of `inhoud` in hexadecimal."""
    return hashlib.sha256(inhoud).hexdigest()


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
    hashes = _hashes(manifest)
    return bool(hashes) and all(_hash_bestand(map_ / naam) == wat for naam, wat in hashes.items())


def list_gemaakt(map_: Path) -> tuple[Path, ...]:
    """Every file that the last run made in `map_`, its receipt first; none when there is no receipt."""
    manifest = read_manifest(map_)
    return tuple(map_ / naam for naam in (MANIFEST, *_hashes(manifest))) if manifest else ()


def pad_van_stand(map_: Path, manifest: bytes) -> Path:
    """Where beside `map_` lies what the run with this receipt was made from; its name follows from the receipt."""
    return naast(map_, f"{hash_van(manifest)[:_SLEUTEL]}{_STAND}")


def read_stand(map_: Path) -> bytes:
    """What the last run in `map_` was made from, as `write_uitvoer` was given it; empty when that is not there."""
    try:
        return pad_van_stand(map_, (map_ / MANIFEST).read_bytes()).read_bytes()
    except OSError:
        return b""


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
            with _verklaard(map_):
                sloten.enter_context(slot(map_))
        klaar = {}
        try:
            for map_, inhoud in mappen.items():
                with _verklaard(map_):
                    klaar[map_] = _bereid(map_, inhoud)
            for map_, inhoud in mappen.items():
                with _verklaard(map_):
                    _vervang(map_, inhoud)
        except UitvoerError:
            for map_ in mappen:  # half a set is no use to anybody, and a full disk wants its room back
                with contextlib.suppress(OSError):
                    herstel(map_)
            raise
    return klaar


@contextlib.contextmanager
def _verklaard(map_: Path) -> Iterator[None]:
    """What the disk refuses of `map_`, as a sentence."""
    try:
        yield
    except OSError as fout:
        raise UitvoerError(_verklaar(map_, fout)) from fout


def write_eenmalig(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Make the folder `map_` with `bestanden` in one step, once and for all; what lies there is never overwritten.

    Raises:
        UitvoerError: the folder is there already, or cannot be made; nothing is left of it then.
    """
    nieuw = None
    try:
        map_.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own for each run: two at once cannot mix, and only one of them gets its folder in place.
        nieuw = Path(tempfile.mkdtemp(prefix=f".{map_.name}.", suffix=".nieuw", dir=map_.parent))
        nieuw.chmod(0o755)
        for naam, inhoud in bestanden.items():
            (nieuw / naam).parent.mkdir(parents=True, exist_ok=True)
            (nieuw / naam).write_bytes(inhoud)
        if map_.exists():  # an empty folder would be replaced
            raise FileExistsError(errno.EEXIST, "bestaat al", str(map_))
        nieuw.rename(map_)
    except OSError as fout:
        if nieuw is not None:
            shutil.rmtree(nieuw, ignore_errors=True)
        if fout.errno in {errno.EEXIST, errno.ENOTEMPTY} and map_.is_dir():
            raad = "neem een nieuw versienummer"
            raise UitvoerError(
                Fout(Plaats(str(map_)), "dit ligt al vast en wordt nooit overschreven", raad=raad)
            ) from fout
        raise UitvoerError(_verklaar(map_, fout)) from fout


def _bereid(map_: Path, inhoud: Mapinhoud) -> Geschreven:
    """Lay ready beside `map_` all that it is to hold: what was made, what is not ours, and what is set aside."""
    herstel(map_)
    eis_schrijven(map_)
    bestanden, verlaten = inhoud.bestanden, f"{inhoud.verlaten}/" if inhoud.verlaten else None
    hashes = _hashes(read_manifest(map_))
    nieuw = naast(map_, "nieuw")
    nieuw.mkdir(parents=True)
    opzij, ongewijzigd = [], []
    for naam, wat in sorted(bestanden.items()):
        oud = map_ / naam
        if hashes.get(naam) == hash_van(wat) == _hash_bestand(oud):
            ongewijzigd.append(naam)
        (nieuw / naam).parent.mkdir(parents=True, exist_ok=True)
        (nieuw / naam).write_bytes(wat)
    for oud in list_bestanden(map_):
        naam = oud.relative_to(map_).as_posix()
        if verlaten and naam.startswith(verlaten):
            continue
        if naam not in bestanden and naam not in hashes:
            _kopieer(oud, nieuw / naam)  # not ours: it stays
        elif _is_bewerkt(oud, naam, hashes, bestanden):
            opzij.append(_zet_opzij(oud, nieuw, naam))
    if inhoud.vroeger is not None:
        opzij += _verhuis(inhoud.vroeger, nieuw)
    vervallen = [
        naam for naam in hashes
        if naam not in bestanden and (map_ / naam).exists() and not (verlaten and naam.startswith(verlaten))
    ]  # fmt: skip
    gewijzigd = [naam for naam in sorted(bestanden) if naam not in ongewijzigd]
    return Geschreven(tuple(gewijzigd), tuple(ongewijzigd), tuple(opzij), tuple(sorted(vervallen)))


def _verhuis(vroeger: Path, nieuw: Path) -> Iterator[str]:
    """Bring what lies in `vroeger` to `nieuw`; the names of what is set aside there, as its name is taken.

    What the last run made there and nobody touched goes: it is made again, here. A second time gives the same.
    """
    hashes = _hashes(read_manifest(vroeger.parent))
    for oud in list_bestanden(vroeger):
        naam, hash_ = oud.relative_to(vroeger).as_posix(), _hash_bestand(oud)
        van_ons = hashes.get(f"{vroeger.name}/{naam}")
        if hash_ in {van_ons, _hash_bestand(nieuw / naam)}:
            continue
        if van_ons is None and not (nieuw / naam).exists():
            _kopieer(oud, nieuw / naam)
        elif Path(naam).name != MANIFEST and hash_ not in map(_hash_bestand, list_bestanden(nieuw / BEWERKT)):
            yield _zet_opzij(oud, nieuw, naam)


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
    for oud in map_.parent.glob(f".{glob.escape(map_.name)}.{'[0-9a-f]' * _SLEUTEL}{_STAND}"):
        if not (inhoud.stand and oud == bewaard):
            oud.unlink()


def _is_bewerkt(oud: Path, naam: str, hashes: Mapping[str, str], bestanden: Mapping[str, bytes]) -> bool:
    """Whether `oud` is neither what we made nor what we are about to write."""
    if naam == MANIFEST and hashes:
        return False  # a receipt cannot hold its own hash; when it reads as ours it is ours
    hash_nu = _hash_bestand(oud)
    return hash_nu not in {hashes.get(naam), hash_van(bestanden.get(naam, b""))}


def _zet_opzij(oud: Path, nieuw: Path, naam: str) -> str:
    """Copy an edited file to ``bewerkt/`` under a free name, and return that name."""
    stam, uitgang = Path(naam).stem, Path(naam).suffix
    doel, volgnummer = f"{BEWERKT}/{stam}{uitgang}", 2
    while (nieuw / doel).exists() or (oud.parent / doel).exists():
        doel, volgnummer = f"{BEWERKT}/{stam}-{volgnummer}{uitgang}", volgnummer + 1
    _kopieer(oud, nieuw / doel)
    return doel


def _kopieer(van: Path, naar: Path) -> None:
    naar.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(van, naar)


def _hash_bestand(pad: Path) -> str:
    try:
        return hash_van(pad.read_bytes())
    except OSError:
        return ""


def _hashes(manifest: Mapping[str, Any]) -> dict[str, str]:
    uitvoer: Mapping[str, str] = manifest.get("uitvoer", {})
    return dict(uitvoer)


def _verklaar(map_: Path, fout: OSError) -> Fout:
    redenen = {
        errno.ENOSPC: ("de schijf is vol", "maak ruimte vrij en probeer het opnieuw"),
        errno.EDQUOT: ("de schijfruimte van deze gebruiker is op", "maak ruimte vrij en probeer het opnieuw"),
        errno.EROFS: ("deze map is alleen te lezen", _ANDERE_MAP),
        errno.EACCES: ("deze map mag u niet beschrijven", ""),
        errno.EPERM: ("deze map mag u niet beschrijven", ""),
        errno.ENOTDIR: ("hier ligt een bestand waar een map hoort", "verplaats dat bestand"),
        errno.ENOENT: ("op deze plek kan geen map komen", _ANDERE_MAP),
        errno.ENAMETOOLONG: ("deze naam is te lang", _ANDERE_MAP),
        errno.EEXIST: ("hier ligt een bestand waar een map hoort", "verplaats dat bestand"),
    }
    onbekend = (f"de stukken zijn hier niet te schrijven (systeemfout {fout.errno or 0})", _ANDERE_MAP)
    wat, raad = redenen.get(fout.errno or 0, onbekend)
    plek = Path(fout.filename or map_)
    if not raad:  # a right that is lacking, and a paper that another program holds open, look the same
        eerst = "sluit het stuk in Word" if mag_schrijven(map_, map_.parent, plek) else _SCHRIJFRECHT
        raad = f"{eerst}, of {_ANDERE_MAP}"
    plek = map_ if plek.name.startswith(".") else plek  # what we keep beside the folder says a user nothing
    ligt_er = any(map(os.path.isdir, (map_, naast(map_, "oud"))))  # unlike is_dir, no error where we may not look
    gevolg = "de oude stukken liggen er nog" if ligt_er else "er is niets geschreven"
    return Fout(Plaats(str(plek)), f"{wat}; {gevolg}", raad=raad)
