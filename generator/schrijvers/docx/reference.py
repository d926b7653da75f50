"""A municipality's own Word file as the ground of a paper: its styles, theme, page, headers and footers.

Everything else in it stays out: its text, settings (with the path of its template), comments, macros and
properties (with the name of whoever made it).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.docx.ooxml import Element, parse_bytes, qualified
from generator.schrijvers.docx.package import CONTENT_TYPES, Part, relationship_type

if TYPE_CHECKING:
    from generator.schrijvers.docx.package import Package

_TAKEN = ("styles", "theme", "fontTable", "numbering", "header", "footer", "customXml")
_PLACE = Plaats("sjablonen/huisstijl/huisstijl.yaml")


class Reference(Struct, frozen=True):
    """What a paper takes over.

    Attributes:
        document: the main part, without its content.
        section: page, margins, headers and footers; None when the file has none.
        even: whether even pages have headers of their own.
    """

    document: Part
    section: Element | None
    even: bool


def load_reference(package: Package, blob: bytes) -> Reference:
    """Take over into `package` what the Word file `blob` brings; SchrijfError when it is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        return _Reader(files).load(package)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, etree.XMLSyntaxError, RuntimeError) as error:
        raise SchrijfError(
            Fout(_PLACE, "het eigen Word-bestand is niet te lezen", "een .docx uit Word, zonder wachtwoord",
                 "open het in Word en sla het opnieuw op als .docx")
        ) from error  # fmt: skip


class _Reader:
    """The files of one package and how they hang together."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files
        types = parse_bytes(files["[Content_Types].xml"])
        self._types = {child.get("PartName", "").lstrip("/"): child.get("ContentType", "") for child in types}
        self._defaults = {child.get("Extension", "").lower(): child.get("ContentType", "") for child in types}

    def load(self, package: Package) -> Reference:
        main = next(
            target for kind, target, _ in self._relations("").values() if kind == relationship_type("officeDocument")
        )
        root = parse_bytes(self._files[main])
        if root.tag != qualified("document"):
            raise KeyError(main)
        document = Part(main, CONTENT_TYPES["officeDocument"])
        package.parts[main] = document
        package.root.relate("officeDocument", main)
        wanted = {relationship_type(kind) for kind in _TAKEN}
        for key, relation in self._relations(main).items():
            if relation[0] in wanted and not relation[2]:
                document.relationships[key] = relation
                self._take(package, relation[1])
        section = root.find(f"{qualified('body')}/{qualified('sectPr')}")
        return Reference(document, deepcopy(section), self._has_even_pages(main))

    def _take(self, package: Package, name: str) -> None:
        """The part called `name` and everything it refers to."""
        if name in package.parts:
            return
        extension = name.rpartition(".")[2].lower()
        content_type = self._types.get(name) or self._defaults.get(extension, "")
        part = package.parts[name] = Part(name, content_type, self._files[name], self._relations(name))
        for _, target, external in part.relationships.values():
            if not external:
                self._take(package, target)

    def _relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """The relationships of the part called `name`; of the package when it is empty."""
        folder, base = posixpath.split(name)
        blob = self._files.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        if blob is None:
            return {}
        relations = {}
        for child in parse_bytes(blob):
            target, external = child.get("Target", ""), child.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            relations[child.get("Id", "")] = (child.get("Type", ""), target, external)
        return relations

    def _has_even_pages(self, main: str) -> bool:
        for kind, target, _ in self._relations(main).values():
            if kind == relationship_type("settings"):
                return parse_bytes(self._files[target]).find(qualified("evenAndOddHeaders")) is not None
        return False
