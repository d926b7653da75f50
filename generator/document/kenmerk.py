"""By what a paper that comes back is known: its dossier, its name, and the words it was made with."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.document.walk import Dezelfde

if TYPE_CHECKING:
    from generator.document.nodes import Document

FEITEN = "urn:raadwerk:feiten:1"  # namespace of the part of a Word file that holds its figures
KENMERK = "stuk"  # the element in it that says which paper it is


@cache
def veldnaam(pad: str, vorm: str) -> str:
    """The short name of a fact in one form; the same in every paper and every version."""
    return "f" + hashlib.sha256(f"{pad}\n{vorm}".encode()).hexdigest()[:12]


def woordenhash(document: Document) -> str:
    """The SHA-256 of the words of `document`, facts and all; where they were written does not count."""
    return _woordenhash(Dezelfde((document.blocks, document.footnotes)))


@lru_cache(maxsize=32)
def _woordenhash(inhoud: Dezelfde) -> str:
    return hashlib.sha256(repr(inhoud.delen).encode()).hexdigest()


def kenmerk_van(document: Document) -> str:
    """``dossier/stuk/versie``, the version being a hash of its words; empty for a paper that has no name.

    It says nothing that is not on the paper: a hash of what everybody may read.
    """
    if not document.meta.stuk:
        return ""
    return f"{document.meta.stuk}/{woordenhash(document)[:16]}"
