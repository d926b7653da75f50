"""Does an MDTO file keep a schema (XSD) of the user's own: what libxml2 finds, said in Dutch, with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.errors import Fout, InvoerError, Plaats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RAAD = "neem het schema van MDTO: nationaalarchief.nl/archiveren/mdto/xml-schema"  # to who has none that serves
_NAAM = re.compile(r"'(?:\{[^}]*\})?([^']*)'")
_KEUZE = re.compile(r"Expected is (?:one of )?\( (.*) \)")
_WAARDE = re.compile(r"'([^']*)' is not a valid value of the (?:atomic|union|local)?[^']*(?:'([^']*)')?")


def lees_schema(xsd: bytes, naam: str) -> etree.XMLSchema:
    """The schema in the file `naam`. InvoerError when it is none; what it refers to elsewhere is not fetched."""
    lezer = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.XMLSchema(etree.ElementTree(etree.fromstring(xsd, lezer)))
    except etree.XMLSyntaxError as fout:
        wat, (regel, kolom) = "dit is geen goede XML, en dus geen schema", fout.position
    except etree.XMLSchemaParseError as fout:
        wat, regel, kolom = "dit is geen XML-schema dat Raadwerk kan gebruiken", _regel(fout), 0
    raise InvoerError(Fout(Plaats(naam, regel, kolom), wat, raad=RAAD))


def toets_schema(boom: etree._ElementTree, naam: str, schema: etree.XMLSchema) -> list[Fout]:
    """What in the file `naam` breaks `schema`, in order of line."""
    return [] if schema.validate(boom) else list(_fouten(schema, naam))


def _fouten(schema: etree.XMLSchema, naam: str) -> Iterator[Fout]:
    for fout in schema.error_log:  # type: ignore[attr-defined]  # the stub leaves it out
        zeg = _ZINNEN.get(fout.type_name, _anders)
        gevonden, verwacht = zeg(fout.message)
        yield Fout(Plaats(naam, fout.line), f"volgens het schema: {gevonden}", verwacht)


def _element(melding: str) -> str:
    gevonden = _NAAM.search(melding)
    return gevonden[1] if gevonden else "dit"


def _plaats(melding: str) -> tuple[str, str]:
    """An element that is not expected, or that is missing."""
    keuze = _KEUZE.search(melding)
    namen = re.sub(r"\{[^}]*\}", "", keuze[1]).replace(", ", " of ") if keuze else ""
    if "Missing child element" in melding:
        return f"in ‘{_element(melding)}’ ontbreekt iets", namen
    return f"‘{_element(melding)}’ hoort hier niet", namen


def _waarde(melding: str) -> tuple[str, str]:
    """A value that does not fit its type."""
    gevonden = _WAARDE.search(melding)
    if gevonden is None:
        return _anders(melding)
    soort = f"een waarde van het type {gevonden[2]}" if gevonden[2] else ""
    return f"‘{_element(melding)}’ is ‘{gevonden[1]}’", soort


def _vorm(melding: str) -> tuple[str, str]:
    """A value that does not fit the pattern or the list of its type."""
    gevonden = re.search(r"The value '([^']*)'", melding)
    return (f"‘{_element(melding)}’ is ‘{gevonden[1]}’", "") if gevonden else _anders(melding)


def _onbekend(melding: str) -> tuple[str, str]:
    return f"een bestand dat met ‘{_element(melding)}’ begint, kent het niet", ""


def _anders(melding: str) -> tuple[str, str]:
    return f"‘{_element(melding)}’ voldoet niet", ""


_ZINNEN: dict[str, Callable[[str], tuple[str, str]]] = {
    "SCHEMAV_ELEMENT_CONTENT": _plaats,
    "SCHEMAV_CVC_DATATYPE_VALID_1_2_1": _waarde,
    "SCHEMAV_CVC_DATATYPE_VALID_1_2_3": _waarde,
    "SCHEMAV_CVC_PATTERN_VALID": _vorm,
    "SCHEMAV_CVC_ENUMERATION_VALID": _vorm,
    "SCHEMAV_CVC_ELT_1": _onbekend,
}


def _regel(fout: etree.XMLSchemaParseError) -> int:
    return next((melding.line for melding in fout.error_log), 0)
