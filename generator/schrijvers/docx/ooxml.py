"""The vocabulary of a Word file (ISO/IEC 29500-1, transitional) and the few calls that build its XML.

What a paper says (runs, figures, paragraphs, tables) is written as strings: it is thousands of elements, and lxml takes
several times as long. Its words enter such a string only through `words`, `character_data` and `attribute`, and an
element only through `add_text` and attribute values, so that what they hold is never markup.
"""

from __future__ import annotations

import re
from functools import cache

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

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
# Half of a pair (U+D800 and on) is refused by the encoding. Named one by one: what XML allows takes long to compile.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

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


def words(text: str) -> str:
    """`text` as it stands in a run: line ends become Word's own, spaces stay."""
    lines = character_data(text).split("\n")
    return "<w:br/>".join([f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines])


def character_data(text: str) -> str:
    """`text` as it stands between two tags."""
    return text.translate(_IN_TEXT)


def attribute(value: str) -> str:
    """`value` as it stands between the quotes of an attribute."""
    return value.translate(_IN_ATTRIBUTE)


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


def part(name: str, content: str, attributes: str = "") -> bytes:
    """The part whose root is called `name`, around the XML in `content`.

    ValueError when that holds a character that XML cannot (XML 1.0 § 2.2).
    """
    return to_bytes(f"<w:{name} {_DECLARED}{attributes}>{content}</w:{name}>")


def to_bytes(xml: str) -> bytes:
    """A part of which all is written, with its XML declaration; ValueError as `part`."""
    if wrong := _NOT_IN_XML.search(xml):
        raise ValueError(f"U+{ord(wrong[0]):04X} at {wrong.start()}")
    return f"{_DECLARATION}{xml}".encode()


def written(element: Element) -> str:
    """`element` as XML to stand in a `part`."""
    return etree.tostring(element, encoding="unicode").replace(f" {_DECLARED}", "", 1)


def serialize(root: Element) -> bytes:
    """The part as bytes, with its XML declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def colour(value: str) -> str:
    """A colour of the house style (``#rrggbb``) as Word writes it (``RRGGBB``)."""
    return value.removeprefix("#").upper()


def parse_bytes(blob: bytes) -> Element:
    """The root of a part; entities are not resolved. XMLSyntaxError when it is no XML."""
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True))
