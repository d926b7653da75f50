"""The disk: find the werkmap, list its dossiers, read their bytes. The only place that touches a user's files."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError, Plaats, UitvoerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INHOUD = "inhoud"
SJABLONEN = "sjablonen"
BEZWAREN = "bezwaren"
BEVROREN = "bevroren"
_BEVROREN = re.compile(r"bevroren/[^/]+/[^/]+/bevroren\.json")  # the record; what was frozen with it is no input
_RECHT = "recht"
_STELLERS = "intern/stellers.yaml"
_TE_GROOT = 20_000_000  # bytes; a dossier file is a few kilobytes, a picture a few megabytes


def find_werkmap(start: Path) -> Path:
    """The nearest folder from `start` upwards whose ``inhoud`` is ours; InvoerError when there is none.

    Any folder can be called ``inhoud``: ours has a gemeente.yaml beside or in it, or the YAML of a dossier. One of
    those is enough, so that a file that got lost is missed by its name.
    """
    start = start.resolve()
    for map_ in (start, *start.parents):
        if _is_werkmap(map_):
            return map_
    gevonden = "hier is geen werkmap: er is geen map ‘inhoud’ met een dossier, ook niet hierboven"
    raad = "ga naar de werkmap, of begin er een met ‘raadwerk nieuw MAP’"
    raise InvoerError(Fout(Plaats(str(start)), gevonden, raad=raad))


def staat_in_git(werkmap: Path) -> bool:
    """Whether `werkmap` lies in a repository of git."""
    return any(os.path.lexists(map_ / ".git") for map_ in (werkmap, *werkmap.parents))


def list_dossiers(werkmap: Path) -> list[str]:
    """The names of the dossiers: folders in ``inhoud`` with a dossier.yaml, sorted; ``recht`` is none.

    Raises:
        InvoerError: ``inhoud`` cannot be read.
    """
    try:
        mappen = sorted((werkmap / INHOUD).iterdir())
        # A dossier.yaml that is a broken link is a dossier too: reading it tells what is wrong.
        return [map_.name for map_ in mappen if map_.name != _RECHT and os.path.lexists(map_ / "dossier.yaml")]
    except OSError as fout:
        raise InvoerError(_onleesbaar(INHOUD, fout)) from None


def read_bestanden(werkmap: Path, naam: str) -> dict[str, bytes]:
    """Every file that the dossier `naam` is made of, by its path relative to `werkmap`, with ``/``.

    These are its YAML files, ``teksten/**.md``, the objections in ``bezwaren/``, the records in ``bevroren/``, all of
    its own ``sjablonen/`` and of those of the werkmap, and every gemeente.yaml above it. A record that is gone, while
    what was frozen with it lies there still, is an empty one.

    Raises:
        InvoerError: files that cannot be read, all at once; or a dossier called as the folder of all objections.
    """
    if naam.casefold() == BEZWAREN:
        wat = f"een dossier kan niet ‘{BEZWAREN}’ heten: in die map van uitvoer/ komen de bezwaren van alle dossiers"
        raise InvoerError(Fout(Plaats(f"{INHOUD}/{naam}"), wat, raad="geef de map van dit dossier een andere naam"))
    inhoud, fouten = dict.fromkeys(_zonder_record(werkmap, werkmap / INHOUD / naam / BEVROREN), b""), []
    for pad in _paden(werkmap, werkmap / INHOUD / naam):
        relatief = os.fsencode(pad.relative_to(werkmap).as_posix()).decode("utf-8", "replace")
        try:
            soort = pad.stat()
            if not stat.S_ISREG(soort.st_mode):
                wat = "dit is een map en geen bestand" if stat.S_ISDIR(soort.st_mode) else "dit is geen gewoon bestand"
                fouten.append(Fout(Plaats(relatief), wat, raad="geef het een andere naam"))
            elif soort.st_size > _TE_GROOT:
                fouten.append(Fout(Plaats(relatief), "dit bestand is te groot", raad="hoort het wel in dit dossier?"))
            elif "\ufffd" in relatief:
                fouten.append(Fout(Plaats(relatief), "de naam van dit bestand is geen UTF-8", raad="hernoem het"))
            else:
                inhoud[relatief] = pad.read_bytes()
        except OSError as fout:
            fouten.append(_onleesbaar(relatief, fout))
    if fouten:
        raise InvoerError(*fouten)
    return inhoud


def read_getekend(werkmap: Path, naam: str, genoemd: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of each file that the dossier `naam` says was signed, by the name it has there.

    It lies in the folder of the dossier or in the werkmap; what lies in neither has an empty one. InvoerError when one
    cannot be read.
    """
    import hashlib  # dear, and rarely wanted

    hashes = {}
    for bestand in genoemd:
        ligt = _vind_getekend(werkmap, naam, bestand)
        try:
            hashes[bestand] = hashlib.sha256(ligt.read_bytes()).hexdigest() if ligt else ""
        except OSError as fout:
            raise InvoerError(_onleesbaar(bestand, fout)) from None
    return hashes


def _vind_getekend(werkmap: Path, naam: str, bestand: str) -> Path | None:
    """Where the signed file `bestand` lies: in the folder of the dossier or in the werkmap; None when in neither."""
    plekken = (werkmap / INHOUD / naam / bestand, werkmap / bestand)
    return next((pad for pad in plekken if os.path.isfile(pad)), None)  # noqa: PTH113 - Path.is_file may raise


def zaakmap(doel: Path) -> Path:
    """Where the papers of objections go when those of their dossier go to `doel`: they are internal, so never in it."""
    return doel.parent / BEZWAREN / doel.name


def list_zaken(werkmap: Path, dossiers: Iterable[str]) -> list[Path]:
    """The files of the objection cases of `dossiers`, sorted: ``inhoud/<dossier>/bezwaren/*.yaml``."""
    return sorted(pad for naam in dossiers for pad in (werkmap / INHOUD / naam / BEZWAREN).glob("*.yaml"))


def peil_bestanden(werkmap: Path, naam: str, getekend: Iterable[str] = ()) -> dict[str, tuple[int, int]]:
    """When each file that the dossier `naam` is made of was last changed, in nanoseconds, and its size, by its path.

    Who wrote its papers counts too: an internal copy is made with it. So do the files `getekend` that it says were
    signed: a rule looks at them.
    A file that goes while we look is left out: the next time will tell.
    """
    gepeild = {}
    gevonden = filter(None, (_vind_getekend(werkmap, naam, bestand) for bestand in getekend))
    for pad in (*_paden(werkmap, werkmap / INHOUD / naam), werkmap / INHOUD / naam / _STELLERS, *gevonden):
        try:
            soort = pad.stat()
        except OSError:
            continue
        # A copy may bring its old time of change along; the other time tells when it came.
        gepeild[str(pad)] = max(soort.st_mtime_ns, soort.st_ctime_ns), soort.st_size
    return gepeild


def read_stellers(werkmap: Path, naam: str) -> tuple[str, bytes]:
    """The path and bytes of who wrote the papers of dossier `naam`: for the internal copy, and no file of the dossier.

    The bytes are empty when there is none. InvoerError when it cannot be read.
    """
    pad = f"{INHOUD}/{naam}/{_STELLERS}"
    try:
        return pad, (werkmap / pad).read_bytes()
    except FileNotFoundError:
        return pad, b""
    except OSError as fout:
        raise InvoerError(_onleesbaar(pad, fout)) from None


def read_bestand(pad: Path) -> bytes:
    """The bytes of one file that a user named; InvoerError when it cannot be read."""
    try:
        if pad.is_dir():
            raise InvoerError(Fout(Plaats(str(pad)), "dit is een map en geen bestand", raad="noem een bestand"))
        return pad.read_bytes()
    except OSError as fout:
        raise InvoerError(_onleesbaar(str(pad), fout)) from None


def read_map(map_: Path, vorm: str) -> dict[str, bytes]:
    """The files in a folder that a user named, and in the folders in it, whose names end in `vorm`, by their path.

    Raises:
        InvoerError: no such folder, or a file that cannot be read.
    """
    if not map_.is_dir():
        raise InvoerError(Fout(Plaats(str(map_)), "hier is geen map", raad="noem een map die bestaat"))
    paden = sorted(pad for pad in map_.rglob(f"*{vorm}") if not pad.is_dir())
    return {pad.as_posix(): read_bestand(pad) for pad in paden}


def write_bestand(pad: Path, inhoud: bytes, *, was: bytes | None = None) -> None:
    """Replace one file of a user in one step; UitvoerError when that cannot be done, and it stays as it was.

    With `was`, what it held when it was read: what somebody else wrote since is not overwritten.
    """
    nieuw = pad.with_name(f".{pad.name}.{os.getpid()}.nieuw")
    try:
        nieuw.write_bytes(inhoud)
        if was is not None and pad.read_bytes() != was:
            nieuw.unlink()
            gevonden = "dit bestand is intussen door een ander programma gewijzigd; er is niets overschreven"
            raise UitvoerError(Fout(Plaats(str(pad)), gevonden, raad="geef de opdracht opnieuw"))
        nieuw.replace(pad)
    except OSError as fout:
        nieuw.unlink(missing_ok=True)
        if fout.errno in {errno.ENOSPC, errno.EDQUOT}:
            vol = "de schijf is vol; dit bestand is gebleven zoals het was"
            raise UitvoerError(Fout(Plaats(str(pad)), vol, raad="maak ruimte vrij en probeer het opnieuw")) from None
        mag = all(os.access(plek, os.W_OK) for plek in (pad.parent, pad) if plek.exists())
        raad = "sluit het in andere programma’s" if mag else "vraag de beheerder om schrijfrecht"
        raise UitvoerError(Fout(Plaats(str(pad)), "dit bestand is niet te schrijven", raad=raad)) from None


def hoort_bij(pad: str, naam: str) -> bool:
    """Whether the file `pad`, relative to its werkmap, is one that the dossier `naam` is made of (`read_bestanden`)."""
    if any(deel.startswith(".") for deel in pad.split("/")):
        return False
    map_ = f"{INHOUD}/{naam}/"
    eigen = pad.removeprefix(map_) if pad.startswith(map_) else ""
    return (
        pad in {"gemeente.yaml", f"{INHOUD}/gemeente.yaml"}
        or pad.startswith(f"{SJABLONEN}/")
        or eigen.startswith(f"{SJABLONEN}/")
        or (eigen.endswith((".yaml", ".yml")) and "/" not in eigen)
        or _BEVROREN.fullmatch(eigen) is not None
        or (eigen.startswith("teksten/") and eigen.endswith(".md"))
        or (eigen.startswith(("varianten/", f"{BEZWAREN}/")) and eigen.endswith(".yaml") and eigen.count("/") == 1)
    )


def _is_werkmap(map_: Path) -> bool:
    """Whether `map_` holds an ``inhoud`` of ours; no where we may not look."""
    inhoud = map_ / INHOUD
    if not os.path.isdir(inhoud):  # noqa: PTH112 - Path.is_dir raises where we may not look
        return False
    gemeente = (map_ / "gemeente.yaml", inhoud / "gemeente.yaml")
    return any(os.path.lexists(pad) for pad in gemeente) or any(True for _ in inhoud.glob("*/*.yaml"))


def _paden(werkmap: Path, map_: Path) -> Iterator[Path]:
    """Every path to read, in a fixed order. Hidden files are what editors and systems leave, and stay out."""
    yield from (pad for pad in (werkmap / "gemeente.yaml", werkmap / INHOUD / "gemeente.yaml") if os.path.lexists(pad))
    gevonden = [*map_.glob("*.yaml"), *map_.glob("*.yml"), *(map_ / "teksten").rglob("*.md")]
    gevonden += [*(map_ / BEVROREN).glob("*/*/bevroren.json")]
    gevonden += [*(map_ / "varianten").glob("*.yaml"), *(map_ / BEZWAREN).glob("*.yaml")]
    for eigen in (map_ / SJABLONEN, werkmap / SJABLONEN):
        gevonden += [pad for pad in eigen.rglob("*") if not pad.is_dir()]
    yield from sorted(
        pad for pad in gevonden if not any(deel.startswith(".") for deel in pad.relative_to(werkmap).parts)
    )


def _zonder_record(werkmap: Path, map_: Path) -> Iterator[str]:
    """The path of the record of each frozen version that is gone, while what was frozen with it lies there still."""
    for versie in sorted(map_.glob("[!.]*/[!.]*")):
        record = versie / "bevroren.json"
        if not os.path.lexists(record) and any(pad.is_file() for pad in versie.glob("**/*")):
            yield record.relative_to(werkmap).as_posix()


def _onleesbaar(pad: str, fout: OSError) -> Fout:
    """A file or folder the system does not give."""
    zinnen = {
        FileNotFoundError: ("deze koppeling wijst naar een bestand dat er niet is", "herstel of verwijder haar"),
        PermissionError: (
            "dit mag u niet lezen",
            "vraag de beheerder om leesrecht, of sluit het in een ander programma",
        ),
    }
    if isinstance(fout, FileNotFoundError) and not Path(fout.filename or pad).is_symlink():
        return Fout(Plaats(pad), "dit bestand is er niet", raad="kijk naar de naam, en naar de map waarin u staat")
    if fout.errno == errno.ENAMETOOLONG:
        return Fout(Plaats(pad), "deze naam is te lang", raad="kies een kortere naam")
    gevonden, raad = zinnen.get(type(fout), ("dit is niet te lezen", "probeer het opnieuw; staat de schijf nog aan?"))
    return Fout(Plaats(pad), gevonden, raad=raad)
