"""The typesetter: Typst, with the fonts of the house style and no others. The only module that knows the wheel."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from generator.errors import Fout, Plaats, SchrijfError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.huisstijl import Huisstijl, Lettertype

_BEELD = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.breedte) * 1mm)
"""
# Folders with fonts live as long as the process; Typst reads fonts from folders only.
_MAPPEN: dict[str, tempfile.TemporaryDirectory[str]] = {}


@lru_cache(maxsize=4)
def _zetter(map_: str) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[map_])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _compiler(lettertype: Lettertype) -> typst.Compiler:
    """The one compiler for these fonts, made at first use."""
    sleutel = hashlib.sha256(b"".join(lettertype.bestanden[naam] for naam in sorted(lettertype.bestanden))).hexdigest()
    if sleutel not in _MAPPEN:
        _MAPPEN[sleutel] = tempfile.TemporaryDirectory(prefix="raadwerk-")
        for naam, inhoud in lettertype.bestanden.items():
            (Path(_MAPPEN[sleutel].name) / f"{naam}.ttf").write_bytes(inhoud)
    return _zetter(_MAPPEN[sleutel].name)


def compile_pdf(gegevens: Mapping[str, Any], huisstijl: Huisstijl, datum: dt.date, standaarden: list[str]) -> bytes:
    """`gegevens` set by the house style's Typst file, as PDF to `standaarden`, dated `datum`.

    Raises:
        SchrijfError: what the typesetter says about the file or the standard.
    """
    tijdstip = dt.datetime(datum.year, datum.month, datum.day, tzinfo=dt.timezone.utc)
    try:
        return bytes(
            _compiler(huisstijl.lettertype).compile(
                huisstijl.typst.encode(), format="pdf", pdf_standards=standaarden, timestamp=tijdstip,
                sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
            )
        )  # fmt: skip
    except typst.TypstError as fout:
        raise SchrijfError(_fout(fout, "document.typ")) from fout


def render_png(svg: bytes, huisstijl: Huisstijl, breedte_mm: float = 160, ppi: float = 200) -> bytes:
    """The picture `svg` as PNG, `breedte_mm` wide at `ppi` dots an inch, its words in the house font."""
    try:
        return bytes(
            _compiler(huisstijl.lettertype).compile(
                _BEELD, format="png", ppi=ppi, sys_inputs={"svg": svg.decode(), "breedte": str(breedte_mm)}
            )
        )
    except typst.TypstError as fout:
        raise SchrijfError(_fout(fout, "het beeld")) from fout


def _fout(fout: typst.TypstError, wat: str) -> Fout:
    raad = "; ".join(fout.hints) if fout.hints else "vergelijk document.typ met de meegeleverde versie"
    return Fout(Plaats(wat), f"de PDF is niet te zetten: {fout.message}", raad=raad)
