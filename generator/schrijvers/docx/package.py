"""The package around the parts: content types, relationships, and the same bytes every time (ISO/IEC 29500-2)."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree
from msgspec import Struct, field

from generator.schrijvers.docx.ooxml import R, foreign_root, serialize

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

XML = "application/xml"
PNG = "image/png"
CONTENT_TYPES = {
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "officeDocument": f"{_WORD}.document.main+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "comments": f"{_WORD}.comments+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DEFAULTS = {
    "png": PNG,
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": XML,
}


def relationship_type(kind: str) -> str:
    """The full name of a kind of relationship ("styles", "image", "core-properties")."""
    return _CORE if kind == "core-properties" else f"{R}/{kind}"


class Part(Struct):
    """One file in the package, with what it refers to: id → (full type, target, whether outside the package)."""

    name: str
    content_type: str
    blob: bytes = b""
    relationships: dict[str, tuple[str, str, bool]] = field(default_factory=dict)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship to `target` (a part's name, or an address outside); the same one if it is there."""
        wanted = (relationship_type(kind), target, external)
        for key, value in self.relationships.items():
            if value == wanted:
                return key
        number = len(self.relationships) + 1
        while f"rId{number}" in self.relationships:
            number += 1
        self.relationships[f"rId{number}"] = wanted
        return f"rId{number}"


class Package:
    """All parts of one Word file, by name (``word/document.xml``)."""

    def __init__(self) -> None:
        self.parts: dict[str, Part] = {}
        self.root = Part("", "")

    def add(self, owner: Part, kind: str, pattern: str, content_type: str = "", blob: bytes = b"") -> Part:
        """A new part, related to `owner`; ``{}`` in `pattern` becomes the first number that is free."""
        number = 1
        while (name := pattern.replace("{}", str(number))) in self.parts and "{}" in pattern:
            number += 1
        part = self.parts[name] = Part(name, content_type or CONTENT_TYPES[kind], blob)
        owner.relate(kind, name)
        return part

    def to_bytes(self) -> bytes:
        """The file: stored, names sorted, times fixed, so that the same parts are the same bytes."""
        files = {part.name: part.blob for part in self.parts.values()}
        files["[Content_Types].xml"] = self._content_types()
        for part in (self.root, *self.parts.values()):
            if part.relationships:
                folder, base = posixpath.split(part.name)
                files[posixpath.join(folder, "_rels", f"{base}.rels")] = _relationships(part, folder)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name in sorted(files):
                info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                info.create_system = 3  # else it differs between Windows and the rest
                info.external_attr = 0o644 << 16
                archive.writestr(info, files[name])
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        root = foreign_root(_TYPES, "Types")
        for extension, content_type in _DEFAULTS.items():
            etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
        for name, part in sorted(self.parts.items()):
            if _DEFAULTS.get(name.rpartition(".")[2]) != part.content_type:
                etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=part.content_type)
        return serialize(root)


def _relationships(part: Part, folder: str) -> bytes:
    root = foreign_root(_RELATIONSHIPS, "Relationships")
    for key, (kind, target, external) in part.relationships.items():
        child = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=kind)
        child.set("Target", target if external else posixpath.relpath(target, folder or "."))
        if external:
            child.set("TargetMode", "External")
    return serialize(root)
