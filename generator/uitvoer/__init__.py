"""What a run leaves behind (*uitvoer*): folders of files that are replaced in one step, each with its receipt.

``mappen`` writes them, ``gemaakt`` reads what was written, ``manifest`` makes the receipt; ``bouwstand`` is what a run
was made from, ``bevriezen`` what is kept of a paper that was sent.
"""

from __future__ import annotations

from generator.uitvoer.eenmalig import write_eenmalig
from generator.uitvoer.gemaakt import (
    CODE,
    LIJSTEN,
    MANIFEST,
    hash_van,
    invoerhashes,
    is_compleet,
    list_gemaakt,
    read_manifest,
    read_stand,
)
from generator.uitvoer.mappen import Geschreven, Mapinhoud, write_mappen, write_uitvoer

__all__ = [
    "CODE", "LIJSTEN", "MANIFEST", "Geschreven", "Mapinhoud", "hash_van", "invoerhashes", "is_compleet",
    "list_gemaakt", "read_manifest", "read_stand", "write_eenmalig", "write_mappen", "write_uitvoer",
]  # fmt: skip
