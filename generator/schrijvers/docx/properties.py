"""Settings, fonts and what the file says about itself. It names no author: a public paper names no official."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.schrijvers.docx.notes import SEPARATORS
from generator.schrijvers.docx.ooxml import add, attribute, foreign_root, new_root, parse, serialize

if TYPE_CHECKING:
    from generator.document.nodes import Meta
    from generator.huisstijl import Huisstijl

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# Which colour of the theme Word calls by which name (§ 17.15.1.20): its own, unchanged.
_COLOUR_NAMES = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def settings(meta: Meta, *, even: bool) -> bytes:
    """The settings part: no hyphenation, Dutch, the rules of layout of Word 2013 and later (mode 15)."""
    root = new_root("settings")
    add(root, "zoom", percent=100)
    add(root, "defaultTabStop", val=708)
    add(root, "autoHyphenation", val=0)
    if even:
        add(root, "evenAndOddHeaders")
    add(root, "characterSpacingControl", val="doNotCompress")
    notes = add(root, "footnotePr")
    for _, number in SEPARATORS:
        add(notes, "footnote", id=number)
    add(
        add(root, "compat"),
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    add(root, "themeFontLang", val=meta.taal)
    add(root, "clrSchemeMapping", **_COLOUR_NAMES)
    add(root, "decimalSymbol", val=",")
    add(root, "listSeparator", val=";")
    return serialize(root)


def font_table(huisstijl: Huisstijl) -> bytes:
    """The fonts part: the family Word has, and the one of the same widths for who has it not."""
    word, free = attribute(huisstijl.lettertype.word), attribute(huisstijl.lettertype.naam)
    root = new_root("fonts")
    root.append(
        parse(
            f'<w:font w:name="{word}"><w:altName w:val="{free}"/>'
            '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        )
    )
    return serialize(root)


def core_properties(meta: Meta) -> bytes:
    """Title, kind of paper, language and date (ISO/IEC 29500-2 § 8.3)."""
    prefixes = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=prefixes)
    moment = f"{meta.datum}T00:00:00Z"
    for namespace, name, text in (
        (_DC, "title", meta.titel),
        (_DC, "subject", meta.documentsoort),
        (_DC, "language", meta.taal),
        (_TERMS, "created", moment),
        (_TERMS, "modified", moment),
        (_CP, "contentStatus", "Concept" if meta.concept else "Definitief"),
    ):
        child = etree.SubElement(root, f"{{{namespace}}}{name}")
        child.text = text
        if namespace == _TERMS:
            child.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return serialize(root)


def extended_properties(meta: Meta) -> bytes:
    """The program that made the file and the municipality whose paper it is."""
    root = foreign_root(_APP, "Properties")
    etree.SubElement(root, f"{{{_APP}}}Application").text = "Raadwerk"
    etree.SubElement(root, f"{{{_APP}}}Company").text = f"Gemeente {meta.gemeente}"
    return serialize(root)
