"""Figures as content controls, bound to a part that holds each value once (ISO/IEC 29500-1 § 17.5.2).

A figure that stands at ten places is changed once in Word, and is found back by its path. The part names
each value by an element, never by an attribute: LibreOffice drops attributes on saving.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from generator.document.kenmerk import FEITEN, KENMERK, veldnaam
from generator.schrijvers.docx.ooxml import (
    Element,
    add,
    add_copy,
    add_text,
    foreign_root,
    pattern,
    qualified,
    serialize,
)

if TYPE_CHECKING:
    from generator.document.nodes import Cijfer

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_NAMESPACE = uuid.UUID("5b1f6c0e-8a57-5d0c-9f8e-3d1a7c2b4e60")  # ours, fixed: the id of a part follows from its content
CHECKED, UNCHECKED, BOX_FONT = "☒", "☐", "MS Gothic"  # Word's own marks and font for a box
_LONGEST = 64  # characters in the name of a control: Word refuses more


class Controls:
    """The content controls of one paper, and the part with their values.

    `kenmerk` is by what the paper is known when it comes back; it stands in that part.
    """

    def __init__(self, kenmerk: str = "") -> None:
        self._kenmerk = kenmerk
        self._names: dict[tuple[str, str], str] = {}  # (tag, text) → element
        self._texts: Counter[str] = Counter()  # how many texts each tag was printed as
        self._bindings: list[Element] = []
        self._last = 0

    def add(self, parent: Element, cijfer: Cijfer, *, locked: bool) -> Element:
        """A new control at the end of `parent`; what comes back is the element to write its run in."""
        tag = veldnaam(cijfer.naam, cijfer.vorm)
        control = self._add(parent, _figure(locked, "\n" in cijfer.text), cijfer.naam, tag)
        binding = control[0][-2]
        binding.set(qualified("xpath"), f"/f:feiten[1]/f:{self._name(tag, cijfer.text)}[1]")
        self._bindings.append(binding)
        return control[1]

    def add_checkbox(self, parent: Element, name: str, *, checked: bool) -> None:
        """A box called `name` that Word ticks at a click ([MS-DOCX] § 2.6.1.10), at the end of `parent`."""
        self._add(parent, _checkbox(checked), name, "v" + hashlib.sha256(name.encode()).hexdigest()[:12])

    def _add(self, parent: Element, model: Element, name: str, tag: str) -> Element:
        """A control like `model` at the end of `parent`, with a number of its own."""
        self._last += 1
        control = add_copy(parent, model)
        for item, value in zip(control[0], (name[:_LONGEST], tag, str(self._last)), strict=False):
            item.set(qualified("val"), value)
        return control

    def finish(self) -> tuple[bytes, bytes] | None:
        """The part with the values and the part with its id, or None when the paper has no figures."""
        if not self._names:
            return None
        root = foreign_root(FEITEN, "feiten")
        if self._kenmerk:
            etree.SubElement(root, f"{{{FEITEN}}}{KENMERK}").text = self._kenmerk
        for (_, text), name in sorted(self._names.items(), key=lambda item: item[1]):
            etree.SubElement(root, f"{{{FEITEN}}}{name}").text = text
        values = serialize(root)
        store = "{" + str(uuid.uuid5(_NAMESPACE, values.decode())).upper() + "}"
        for binding in self._bindings:
            binding.set(qualified("storeItemID"), store)
        properties = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
        properties.set(f"{{{_STORE}}}itemID", store)
        schemas = etree.SubElement(properties, f"{{{_STORE}}}schemaRefs")
        etree.SubElement(schemas, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", FEITEN)
        return values, serialize(properties)

    def _name(self, tag: str, text: str) -> str:
        """The element for `text`: the tag itself, unless the same form was printed otherwise (a capital) before."""
        key = (tag, text)
        if key not in self._names:
            self._texts[tag] += 1
            self._names[key] = f"{tag}_{self._texts[tag]}" if self._texts[tag] > 1 else tag
        return self._names[key]


def _control() -> tuple[Element, Element]:
    """A control that is not yet called anything, and its properties."""
    control = pattern("sdt")
    properties = add(control, "sdtPr")
    for name in ("alias", "tag", "id"):
        add(properties, name)
    return control, properties


@cache
def _figure(locked: bool, multiline: bool) -> Element:  # noqa: FBT001 - what kinds there are
    control, properties = _control()
    if locked:
        add(properties, "lock", val="sdtContentLocked")
    add(properties, "dataBinding", prefixMappings=f"xmlns:f='{FEITEN}'")
    text = add(properties, "text")
    if multiline:
        text.set(qualified("multiLine"), "1")
    add(control, "sdtContent")
    return control


@cache
def _checkbox(checked: bool) -> Element:  # noqa: FBT001 - idem
    control, properties = _control()
    box = add(properties, "w14:checkbox")
    add(box, "w14:checked").set(qualified("w14:val"), str(int(checked)))
    for state, mark in (("checkedState", CHECKED), ("uncheckedState", UNCHECKED)):
        item = add(box, f"w14:{state}")
        item.set(qualified("w14:val"), f"{ord(mark):04X}")
        item.set(qualified("w14:font"), BOX_FONT)
    run = add(add(control, "sdtContent"), "r")
    add(
        add(run, "rPr"), "rFonts",
        hint="eastAsia", ascii=BOX_FONT, hAnsi=BOX_FONT, eastAsia=BOX_FONT, cs=BOX_FONT,
    )  # fmt: skip
    add_text(run, CHECKED if checked else UNCHECKED)
    return control
