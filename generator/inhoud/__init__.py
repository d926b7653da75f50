"""Files → values, with every fault at once. Bytes in, values out: the disk is ``schijf.py``'s business.

Each name is imported when it is asked for: ``termijn`` reads the law (``inhoud.recht``) and no dossier.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.inhoud.dossier import load_dossier
    from generator.inhoud.huisstijl import load_huisstijl
    from generator.inhoud.schema import json_schema, variant_schema

__all__ = ["json_schema", "load_dossier", "load_huisstijl", "variant_schema"]

_WAAR = {"json_schema": "schema", "load_dossier": "dossier", "load_huisstijl": "huisstijl", "variant_schema": "schema"}


def __getattr__(naam: str) -> object:
    """The function called `naam`, from the module that holds it."""
    if naam not in _WAAR:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(importlib.import_module(f"{__name__}.{_WAAR[naam]}"), naam)
