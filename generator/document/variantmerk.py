"""The name of a variant in the head of a paper (*variantmerk*): on every page of it, and no part of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document.nodes import Hoofd

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.document.nodes import Document


def met_variant(document: Document, variant: str) -> Document:
    """`document` with `variant` behind its kind."""
    return _met_soort(document, lambda soort: soort + _merk(variant))


def zonder_variant(document: Document, variant: str) -> Document:
    """`document` as it is without what `met_variant` put in it."""
    return _met_soort(document, lambda soort: soort.removesuffix(_merk(variant)))


def _merk(variant: str) -> str:
    return f", variant: {variant}" if variant else ""


def _met_soort(document: Document, noem: Callable[[str], str]) -> Document:
    blokken = (
        replace(blok, documentsoort=noem(blok.documentsoort)) if isinstance(blok, Hoofd) else blok
        for blok in document.blocks
    )
    return replace(document, blocks=tuple(blokken))
