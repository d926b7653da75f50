"""Figures as content controls, bound to a part that holds each value once (ISO/IEC 29500-1 § 17.5.2).

A figure that stands at ten places is changed once in Word, and is found back by its path. The part names
each value by an element, never by an attribute: LibreOffice drops attributes on saving.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from typing import TYPE_CHECKING

from generator.document.kenmerk import FEITEN, KENMERK, veldnaam
from generator.schrijvers.docx.ooxml import attribute, character_data, to_bytes, words

if TYPE_CHECKING:
    from generator.document.nodes import Cijfer

_PREFIX = f"w:prefixMappings=\"xmlns:f='{FEITEN}'\""
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_NAMESPACE = uuid.UUID("5b1f6c0e-8a57-5d0c-9f8e-3d1a7c2b4e60")  # ours, fixed: the id of a part follows from the paper
CHECKED, UNCHECKED, BOX_FONT = "☒", "☐", "MS Gothic"  # Word's own marks and font for a box
_LONGEST = 64  # characters in the name of a control: Word refuses more


class Controls:
    """The content controls of one paper, and the part with their values.

    `kenmerk` is by what the paper is known when it comes back; it stands in that part.
    """

    def __init__(self, kenmerk: str = "") -> None:
        self._kenmerk = kenmerk
        self._store = "{" + str(uuid.uuid5(_NAMESPACE, kenmerk)).upper() + "}"
        self._names: dict[tuple[str, str], str] = {}  # (tag, text) → element
        self._texts: Counter[str] = Counter()  # how many texts each tag was printed as
        self._last = 0

    def wrap(self, cijfer: Cijfer, run: str, *, locked: bool) -> str:
        """A control of its own around `run`, in which `cijfer` is printed."""
        tag = veldnaam(cijfer.naam, cijfer.vorm)
        lock = '<w:lock w:val="sdtContentLocked"/>' if locked else ""
        text = '<w:text w:multiLine="1"/>' if "\n" in cijfer.text else "<w:text/>"
        place = f"/f:feiten[1]/f:{self._name(tag, cijfer.text)}[1]"
        binding = f'<w:dataBinding {_PREFIX} w:xpath="{place}" w:storeItemID="{self._store}"/>'
        return self._control(cijfer.naam, tag, f"{lock}{binding}{text}", run)

    def checkbox(self, name: str, *, checked: bool) -> str:
        """A box called `name` that Word ticks at a click ([MS-DOCX] § 2.6.1.10)."""
        tag = "v" + hashlib.sha256(name.encode()).hexdigest()[:12]
        box = f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/>{_STATES}</w14:checkbox>'
        return self._control(name, tag, box, box_run(checked=checked))

    def _control(self, name: str, tag: str, kind: str, run: str) -> str:
        """A control with a number of its own around `run`; `kind` is what its properties end in."""
        self._last += 1
        alias = attribute(name[:_LONGEST])
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:id w:val="{self._last}"/>{kind}'
            f"</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def finish(self) -> tuple[bytes, bytes] | None:
        """The part with the values and the part with its id, or None when the paper has no figures."""
        if not self._names:
            return None
        values = [(KENMERK, self._kenmerk)] if self._kenmerk else []
        values += sorted((name, text) for (_, text), name in self._names.items())
        elements = "".join([f"<{name}>{character_data(text)}</{name}>" for name, text in values])
        schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{FEITEN}"/></ds:schemaRefs>'
        return (
            to_bytes(f'<feiten xmlns="{FEITEN}">{elements}</feiten>'),
            to_bytes(f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{self._store}">{schema}</ds:datastoreItem>'),
        )

    def _name(self, tag: str, text: str) -> str:
        """The element for `text`: the tag itself, unless the same form was printed otherwise (a capital) before."""
        key = (tag, text)
        if key not in self._names:
            self._texts[tag] += 1
            self._names[key] = f"{tag}_{self._texts[tag]}" if self._texts[tag] > 1 else tag
        return self._names[key]


def box_run(*, checked: bool) -> str:
    """A run with the mark of a box."""
    return f"<w:r><w:rPr>{_BOX}</w:rPr>{words(CHECKED if checked else UNCHECKED)}</w:r>"


_BOX = '<w:rFonts w:hint="eastAsia" {}/>'.format(
    " ".join(f'w:{script}="{BOX_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
)
_STATES = "".join(
    f'<w14:{state} w14:val="{ord(mark):04X}" w14:font="{BOX_FONT}"/>'
    for state, mark in (("checkedState", CHECKED), ("uncheckedState", UNCHECKED))
)
