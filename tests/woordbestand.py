"""What tests of the Word writer read in a file: its parts, its words and what an audit finds."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from voorbeelddocument import (
    voorbeeldbeelden,
    voorbeelddocument,
    voorbeeldhuisstijl,
)

from generator.document.nodes import (
    Document,
    Footnote,
)
from generator.schrijvers.docx import write

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "f": "urn:raadwerk:feiten:1",
}


def schrijf(*blokken, voetnoten: tuple[Footnote, ...] = (), **meta) -> bytes:
    """A paper with the head of the sample and these blocks."""
    voorbeeld = voorbeelddocument()
    document = Document(replace(voorbeeld.meta, **meta), (voorbeeld.blocks[0], *blokken), voetnoten)
    return write(document, voorbeeldhuisstijl(), voorbeeldbeelden())


def deel(bestand: bytes, naam: str) -> etree._Element:
    return etree.fromstring(lees(bestand, naam))


def lees(bestand: bytes, naam: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(bestand)) as archief:
        return archief.read(naam)


def namen(bestand: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(bestand)) as archief:
        return archief.namelist()


def woorden(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


def alineas(bestand: bytes, stijl: str) -> list[str]:
    """The words of every paragraph in this style, in order."""
    body = deel(bestand, "word/document.xml")
    return [woorden(p) for p in body.xpath(f"//w:p[w:pPr/w:pStyle/@w:val='{stijl}']", namespaces=NS)]


def fouten(bestand: bytes, map_: Path) -> list[str]:
    pad = map_ / "stuk.docx"
    pad.write_bytes(bestand)
    return [str(fout) for fout in OpenXmlValidator().validate(pad).errors]


def eigen_bestand() -> bytes:
    """A reference as a municipality might make it: another heading colour, a header, and a name in it."""
    eigen = docx.Document()
    eigen.core_properties.author = "J. Jansen"
    eigen.styles["Heading 1"].font.name = "Georgia"
    eigen.sections[0].header.paragraphs[0].text = "Gemeente Dalfsen"
    eigen.add_paragraph("Oude tekst die niet mee mag.")
    geheugen = io.BytesIO()
    eigen.save(geheugen)
    return geheugen.getvalue()
