"""The vocabulary of a Word file (ISO/IEC 29500-1, transitional) and the few calls that build its XML.

Words of the paper enter only through `add_text` and attribute values, so that lxml escapes them; the XML
written out as strings in this package holds measures and colours, never a word of the paper.
"""

from __future__ import annotations

from copy import copy
from functools import cache
from html import escape  # the one of xml.sax loads half of urllib, network and all

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

DXA_PER_MM = 1440 / 25.4
EMU_PER_DXA = 635


@cache
def qualified(name: str) -> str:
    """`name` in the form lxml wants; without a prefix it is a name of WordprocessingML."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def add(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """A new last child of `parent`; the attributes are names of WordprocessingML too."""
    child = etree.SubElement(parent, qualified(name))
    for key, value in attributes.items():  # a third faster than handing them to SubElement
        child.set(qualified(key), str(value))
    return child


def pattern(name: str, /) -> Element:
    """An element outside every part, to be filled once and used by `add_copy` wherever its like is wanted."""
    return add(new_root("document"), name)


def add_copy(parent: Element, model: Element) -> Element:
    """A new last child of `parent` with all that is in `model`: three times as fast as building it."""
    child = copy(model)  # lxml copies all that is inside as well, and without the ledger that deepcopy keeps
    parent.append(child)
    return child


def add_text(parent: Element, text: str) -> None:
    """`text` at the end of a run: line ends and tabs become Word's own, spaces stay.

    ValueError when it holds a character that XML cannot (XML 1.0 § 2.2).
    """
    for number, line in enumerate(text.split("\n")):
        if number:
            add(parent, "br")
        if line:
            child = add(parent, "t")
            child.set(XML_SPACE, "preserve")
            child.text = line


def parse(xml: str) -> Element:
    """The element written in `xml`, with the prefixes of this module declared."""
    start = len(xml) - len(xml.lstrip())
    end = min(place for mark in " />" if (place := xml.find(mark, start)) > 0)
    return etree.fromstring(f"{xml[:end]} {_DECLARED}{xml[end:]}")


def new_root(name: str) -> Element:
    """An empty root element of a part, with the prefixes of this module declared."""
    return etree.Element(qualified(name), nsmap=NAMESPACES)


def foreign_root(namespace: str, name: str) -> Element:
    """An empty root element of a part in a vocabulary of its own, as its default namespace."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def serialize(root: Element) -> bytes:
    """The part as bytes, with its XML declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def quoted(name: str) -> str:
    """A name from the house style, fit to stand in an attribute of XML written as a string."""
    return escape(name)


def colour(value: str) -> str:
    """A colour of the house style (``#rrggbb``) as Word writes it (``RRGGBB``)."""
    return value.removeprefix("#").upper()


def parse_bytes(blob: bytes) -> Element:
    """The root of a part; entities are not resolved. XMLSyntaxError when it is no XML."""
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True))
