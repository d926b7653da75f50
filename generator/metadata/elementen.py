"""The groups of elements that MDTO is made of: an identification, a reference, a term of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.feiten.feit import Feit

    Element = tuple[str, "str | Sequence[Element]"]

BRON = "Raadwerk"


def identificatie(element: str, kenmerk: str, bron: str) -> Element:
    """What `element` is known by in the source `bron`."""
    return element, [("identificatieKenmerk", kenmerk), ("identificatieBron", bron)]


def verwijzing(naam: str, kenmerk: str = "", bron: str = "") -> list[Element]:
    """A reference by name, and by identification where that is known."""
    uit: list[Element] = [("verwijzingNaam", naam)]
    return [*uit, identificatie("verwijzingIdentificatie", kenmerk, bron)] if kenmerk else uit


def begrip(label: str, lijst: str, code: str = "") -> list[Element]:
    """A term of the list `lijst`."""
    codes: list[Element] = [("begripCode", code)] if code else []
    return [("begripLabel", label), *codes, ("begripBegrippenlijst", verwijzing(lijst))]


def woorden_van(feit: Feit | None) -> str:
    """The words of a fact; empty when nobody knows them."""
    return "" if feit is None or feit.is_open else feit.woorden
