"""Swapping one folder for another in one step, and keeping two runs out of each other's way."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats, UitvoerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_TEGELIJK = 8


def naast(map_: Path, wat: str) -> Path:
    """The hidden folder beside `map_` for its new ("nieuw") or old ("oud") content."""
    return map_.parent / f".{map_.name}.{wat}"


def list_bestanden(map_: Path) -> list[Path]:
    """Every file in `map_`, sorted; none when it does not exist."""
    return sorted(pad for pad in map_.rglob("*") if pad.is_file()) if map_.exists() else []


def herstel(map_: Path) -> None:
    """Complete or undo a swap that was broken off half-way; nothing happens when there was none."""
    oud, nieuw = naast(map_, "oud"), naast(map_, "nieuw")
    if not map_.exists() and oud.exists():
        (nieuw if nieuw.exists() else oud).rename(map_)
    for rest in (nieuw, oud):
        _verwijder(rest)


def wissel(map_: Path, nieuw: Path) -> None:
    """Put `nieuw` in the place of `map_`; at no moment is there neither."""
    # Side by side: a disk puts several files away in little more time than one.
    with ThreadPoolExecutor(_TEGELIJK) as schrijvers:
        list(schrijvers.map(_leg_vast, list_bestanden(nieuw)))
    if not map_.exists():
        nieuw.rename(map_)
        return
    if not _verwissel(map_, nieuw):
        # The pair "oud" and "nieuw" beside a missing folder is the journal: `herstel` completes it.
        map_.rename(naast(map_, "oud"))
        nieuw.rename(map_)
    for rest in (nieuw, naast(map_, "oud")):
        with contextlib.suppress(OSError):  # the new set lies there; what is left of the old one goes in the next run
            _verwijder(rest)


def _verwijder(rest: Path) -> None:
    """Take away a folder of our own beside another, also where somebody made it or what is in it read-only."""
    if not rest.exists():
        return
    for map_, _, bestanden in os.walk(rest):  # from the top: what may not be entered is opened before it is listed
        for pad in (Path(map_), *(Path(map_) / bestand for bestand in bestanden)):
            if not pad.is_symlink() and not os.access(pad, os.W_OK):
                with contextlib.suppress(OSError):
                    pad.chmod(stat.S_IRWXU if pad.is_dir() else stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(rest)


def _leg_vast(bestand: Path) -> None:
    """Wait until what was written stands on the disk itself."""
    with bestand.open("rb") as open_bestand:
        os.fsync(open_bestand.fileno())


def _verwissel(een: Path, ander: Path) -> bool:
    """Exchange two folders in one system call; False where the system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    uitslag = renameat2(_AT_FDCWD, os.fsencode(een), _AT_FDCWD, os.fsencode(ander), _RENAME_EXCHANGE)
    if uitslag == 0:
        return True
    nummer = ctypes.get_errno()
    if nummer in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(nummer, os.strerror(nummer), str(een))


def mag_schrijven(*plekken: Path) -> bool:
    """Whether the system lets us write in each of these folders, or in the nearest one above it that there is.

    Where it does not tell (Windows, a network drive) this is yes.
    """
    for plek in plekken:
        hoger = (plek, *plek.absolute().parents)
        map_ = next(filter(os.path.isdir, hoger), plek)  # unlike is_dir, no error where we may not look
        if not os.access(map_, os.W_OK | os.X_OK):
            return False
    return True


def eis_schrijven(map_: Path) -> None:
    """PermissionError when `map_`, or a folder in it, may not be written in: swapped, it could not be taken away."""
    for hier, mappen, _ in os.walk(map_):
        for plek in (Path(hier), *(Path(hier) / naam for naam in mappen)):
            if not plek.is_symlink() and not mag_schrijven(plek):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(plek))


@contextlib.contextmanager
def slot(map_: Path) -> Iterator[None]:
    """Keep other runs out of `map_` while this one works; UitvoerError when another is at work.

    The lock is the system's own, so that it goes when the process does, however it ends. Its file goes at the end; one
    that a killed process left is taken up, and goes, in the next run.
    """
    map_.parent.mkdir(parents=True, exist_ok=True)
    pad = naast(map_, "slot")
    bestand = _neem_slot(pad)
    if bestand is None:
        wat = "een andere opdracht maakt deze stukken op dit moment"
        raise UitvoerError(Fout(Plaats(str(map_)), wat, raad="wacht tot die klaar is en probeer het opnieuw"))
    try:
        yield
    finally:
        # As long as it is ours: once it is let go, it may be the lock of another. Windows removes no file that somebody
        # has open, so there it goes when it is closed, unless another has it open already.
        with bestand:
            if sys.platform != "win32":
                _haal_weg(pad)
        if sys.platform == "win32":
            _haal_weg(pad)


def _neem_slot(pad: Path) -> BinaryIO | None:
    """The file of the lock, open and ours; None when it is another's."""
    while True:
        bestand = pad.open("a+b")
        if not _vergrendel(bestand.fileno()):
            bestand.close()
            return None
        # Who had it may have taken it away between our opening and our locking: then another can lock a new one.
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(bestand.fileno()), pad.stat()):
                return bestand
        bestand.close()


def _haal_weg(pad: Path) -> None:
    with contextlib.suppress(OSError):
        pad.unlink()


def _vergrendel(nummer: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
