"""The files of a dossier as they stood in a revision of git; read from the repository itself, no program is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import hoort_bij

if TYPE_CHECKING:
    from pathlib import Path

    from dulwich.objects import ObjectID
    from dulwich.repo import Repo

_PLAATS = Plaats("--sinds")
_ANDERS = "noem met --sinds een andere stand, of vergelijk met de laatste bouw: --sinds-bouw"


def read_revisie(werkmap: Path, naam: str, revisie: str) -> dict[str, bytes]:
    """Every file of the dossier `naam` in `revisie` (a branch, tag, ``HEAD~2`` or commit), by path from `werkmap`.

    Raises:
        InvoerError: no repository, an unknown revision, or one without this dossier.
    """
    from dulwich.errors import NotGitRepository
    from dulwich.object_store import iter_tree_contents
    from dulwich.repo import Repo

    try:
        repo = Repo.discover(str(werkmap))
    except NotGitRepository:
        raad = "vergelijk met --sinds-bouw, met --met MAP of met --stel PAD=WAARDE"
        raise InvoerError(Fout(_PLAATS, "deze werkmap staat niet in git", raad=raad)) from None
    with repo:
        boom = _boom(repo, werkmap, revisie)
        alle = {pad.path.decode("utf-8", "replace"): pad.sha for pad in iter_tree_contents(repo.object_store, boom)}
        bestanden = {pad: repo[sha].as_raw_string() for pad, sha in alle.items() if hoort_bij(pad, naam)}
    if f"inhoud/{naam}/dossier.yaml" not in bestanden:
        raise InvoerError(Fout(_PLAATS, f"in ‘{revisie}’ bestaat het dossier ‘{naam}’ nog niet", raad=_ANDERS))
    return bestanden


def _boom(repo: Repo, werkmap: Path, revisie: str) -> ObjectID:
    """The tree of the werkmap in `revisie`."""
    from dulwich.object_store import tree_lookup_path
    from dulwich.objects import Commit, Tag

    stand = _vind(repo, revisie)
    while isinstance(stand, Tag):
        stand = repo[stand.object[1]]
    if not isinstance(stand, Commit):
        raise InvoerError(Fout(_PLAATS, f"‘{revisie}’ is geen stand van de werkmap"))
    wortel = next(map_ for map_ in (werkmap, *werkmap.parents) if (map_ / ".git").exists())
    pad = werkmap.relative_to(wortel).as_posix()
    boom: ObjectID = stand.tree
    if pad == ".":
        return boom
    try:
        boom = tree_lookup_path(repo.object_store.__getitem__, boom, pad.encode())[1]
    except KeyError:
        raise InvoerError(Fout(_PLAATS, f"in ‘{revisie}’ bestaat deze werkmap nog niet", raad=_ANDERS)) from None
    return boom


def _vind(repo: Repo, revisie: str) -> object:
    """What `revisie` names: as git writes it, or the beginning of a commit's number."""
    from dulwich.objects import Commit
    from dulwich.objectspec import parse_object, scan_for_short_id

    naam = revisie.encode()
    try:
        return parse_object(repo, naam)
    except (KeyError, ValueError, AssertionError):
        pass
    try:
        return scan_for_short_id(repo.object_store, naam, Commit)
    except (KeyError, ValueError, AssertionError):
        raad = "noem een tak, een label, HEAD~1 of een commit (‘git log --oneline’ toont ze), of kies --sinds-bouw"
        raise InvoerError(Fout(_PLAATS, f"git kent ‘{revisie}’ niet", raad=raad)) from None
