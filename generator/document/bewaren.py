"""A document tree as JSON and back, whole: what a frozen paper is kept as; and what a reader sees of it, as a hash."""

from __future__ import annotations

import hashlib
import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT

from generator.document import nodes
from generator.document.nodes import Block, Cijfer, Document, Herkomst, Meta, Toets

if TYPE_CHECKING:
    from collections.abc import Collection

_SOORT = "knoop"
_KLASSEN: dict[str, Any] = {naam: soort for naam, soort in vars(nodes).items() if hasattr(soort, "__struct_fields__")}
_EERDER = "voorwaarden"  # what a paper that was frozen earlier has: paths, and not what came out
_NIET_GELEZEN = (Herkomst, Meta)  # what a file says about itself, or where a block was written


class BoomError(ValueError):
    """The JSON is no tree that this version of Raadwerk knows."""


def dump_boom(document: Document) -> bytes:
    """`document` as JSON with every field that is not its default; one block a line, and a newline at the end."""
    delen = {naam: getattr(document, naam) for naam in document.__struct_fields__}
    regels = {naam: _lijst(deel) if type(deel) is tuple else _json(_inpakken(deel)) for naam, deel in delen.items()}
    return ("{\n" + ",\n".join(f"{_json(naam)}: {tekst}" for naam, tekst in regels.items()) + "\n}\n").encode()


def load_boom(inhoud: bytes) -> Document:
    """The tree that `dump_boom` wrote; BoomError when it is none, or has a node or field that is not known here."""
    try:
        delen = json.loads(inhoud)
        return Document(**{naam: _uitpakken(deel) for naam, deel in delen.items()})
    except (ValueError, TypeError, KeyError, AttributeError) as fout:
        raise BoomError(str(fout)) from fout


def leeshash(document: Document, naam: str, zonder: Collection[str] = ()) -> str:
    """The SHA-256 of what a reader sees of the paper `naam`: no provenance, no metadata, not the facts at `zonder`.

    Its status is left out too: a paper that is sent and then put on the agenda stays the same paper. Two trees with the
    same hash read the same, whatever template, fact or version of Raadwerk they came from.
    """
    gelezen = _gelezen((document.blocks, document.footnotes), frozenset({f"stukken.{naam}.status", *zonder}))
    return hashlib.sha256(_json(gelezen).encode()).hexdigest()


def _lijst(delen: tuple[Any, ...]) -> str:
    return "[\n" + ",\n".join(_json(_inpakken(deel)) for deel in delen) + "\n]" if delen else "[]"


def _json(waarde: Any) -> str:  # noqa: ANN401 - what json can write
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


# For every class of node its fields, each with its default.
_VELDEN: dict[Any, list[tuple[Any, Any]]] = {
    soort: list(
        zip_longest(reversed(soort.__struct_fields__), reversed(soort.__struct_defaults__), fillvalue=NODEFAULT)
    )[::-1]
    for soort in _KLASSEN.values()
}


def _inpakken(waarde: Any) -> Any:  # noqa: ANN401 - any node, a tuple of them, or a plain value
    if type(waarde) is tuple:
        return [_inpakken(deel) for deel in waarde]
    if type(waarde).__name__ in _KLASSEN:
        uit = {_SOORT: type(waarde).__name__}
        for naam, standaard in _VELDEN[type(waarde)]:
            deel = getattr(waarde, naam)
            if standaard is NODEFAULT or deel != standaard:
                uit[naam] = _inpakken(deel)
        return uit
    return waarde


def _uitpakken(waarde: Any) -> Any:  # noqa: ANN401 - what json gives
    if isinstance(waarde, list):
        return tuple(_uitpakken(deel) for deel in waarde)
    if isinstance(waarde, dict):
        delen = dict(waarde)
        if _EERDER in delen:
            delen["toetsen"] = [{_SOORT: Toets.__name__, "pad": pad} for pad in delen.pop(_EERDER)]
        return _KLASSEN[delen.pop(_SOORT)](**{naam: _uitpakken(deel) for naam, deel in delen.items()})
    return waarde


def _gelezen(waarde: Any, zonder: frozenset[str]) -> Any:  # noqa: ANN401 - as `_inpakken`
    match waarde:
        case tuple():
            return [_gelezen(deel, zonder) for deel in waarde]
        case Cijfer():
            return "" if waarde.pad in zonder else waarde.text
        case _ if type(waarde) in _NIET_GELEZEN:
            return None
        case _ if type(waarde).__name__ in _KLASSEN:
            delen = [getattr(waarde, naam) for naam, _ in _VELDEN[type(waarde)] if naam != "herkomst"]
            soort = [type(waarde).__name__] if isinstance(waarde, Block) else []
            return soort + [_gelezen(deel, zonder) for deel in delen]
        case _:
            return waarde
