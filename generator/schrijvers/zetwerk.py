"""The typesetter: Typst, with the fonts of the house style and no others. The only module that knows the wheel."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import tempfile
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst
from msgspec import json

from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.lettertype import open_lettertype

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.huisstijl import Huisstijl

# Sets a word in each face, so that Typst has read all four before their folder goes.
_PROEF = b"#set text(font: sys.inputs.naam, fallback: false)\na *b* _c_ *_d_*"
_BEELD = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: sys.inputs.naam)
#set document(title: "beeld", date: datetime(year: 2000, month: 1, day: 1))
#image(bytes(sys.inputs.svg), format: "svg", alt: "beeld", width: float(sys.inputs.breedte) * 1mm)
"""
_TYPST, _SVG = Plaats("sjablonen/huisstijl/document.typ"), Plaats("beeld.svg")
_ONBEKEND = re.compile(r'text `"(.+?)"` could not be displayed')
_REGEL = re.compile(r"\.typ:(\d+):(\d+)")
# Typst keeps what it made in its last ten runs or so: a hundred papers in one process would fill the memory.
# Some empty runs make it forget all but the last two; a dossier is set without, since they take time too.
_VERGEETRONDEN, _PAPIEREN = 5, 10
_gezet = itertools.count(1)  # papers set by this process, as Typst's memory is the process's own
_PAKKET = re.compile(r'"@\w+/')


def compile_pdf(gegevens: Mapping[str, Any], huisstijl: Huisstijl, datum: dt.date, standaarden: Sequence[str]) -> bytes:
    """`gegevens`, set by the house style's Typst file, as PDF to `standaarden` ("a-2a", "ua-1"), dated `datum`.

    The file reads them as JSON from ``sys.inputs.gegevens``: they never become source.

    Raises:
        SchrijfError: a letter the font lacks, a standard that is not met, or a mistake in the Typst file.
    """
    if _PAKKET.search(huisstijl.typst):
        raise SchrijfError(
            Fout(
                _TYPST,
                "het bestand haalt een Typst-pakket van internet",
                "een bestand dat op zichzelf staat",
                "neem over wat u uit het pakket nodig hebt; Raadwerk werkt zonder netwerk",
            )
        )
    zetter = _compiler(huisstijl.lettertype.naam, tuple(huisstijl.lettertype.bestanden.values()))
    if next(_gezet) % _PAPIEREN == 0:
        for _ in range(_VERGEETRONDEN):
            zetter.compile(b"", format="svg", sys_inputs={})
    return _compile(
        zetter, huisstijl.typst.encode(), _TYPST, format="pdf", pdf_standards=list(standaarden),
        timestamp=dt.datetime(datum.year, datum.month, datum.day, tzinfo=dt.UTC),
        sys_inputs={"gegevens": json.encode(gegevens).decode()},
    )  # fmt: skip


def prepare(huisstijl: Huisstijl) -> None:
    """Read the fonts of `huisstijl`, so that the first paper need not wait for it; SchrijfError when they cannot be."""
    _compiler(huisstijl.lettertype.naam, tuple(huisstijl.lettertype.bestanden.values()))


def render_png(svg: bytes, huisstijl: Huisstijl, breedte_mm: float = 160, ppi: float = 200) -> bytes:
    """The picture `svg` as PNG, `breedte_mm` wide at `ppi` dots an inch, its words in the house font.

    Raises:
        SchrijfError: `svg` is no SVG, or has a letter that the font lacks.
    """
    zetter = _compiler(huisstijl.lettertype.naam, tuple(huisstijl.lettertype.bestanden.values()))
    invoer = {"svg": svg.decode(), "breedte": str(breedte_mm), "naam": huisstijl.lettertype.naam}
    # A PNG drops a letter that the font lacks in silence. PDF/A says so, but is only asked when there may be one.
    if open_lettertype(huisstijl.lettertype.bestanden["regular"]).ontbrekende_tekens(unescape(invoer["svg"])):
        _compile(zetter, _BEELD, _SVG, format="pdf", pdf_standards=["a-2a"], sys_inputs=invoer)
    return _compile(zetter, _BEELD, _SVG, format="png", ppi=ppi, sys_inputs=invoer)


@lru_cache(maxsize=2)
def _compiler(naam: str, bestanden: tuple[bytes, ...]) -> typst.Compiler:
    """The one compiler for these font files; kept, because Typst remembers what it set before.

    Typst takes fonts from a folder only, so they are in one while it reads them. That folder is also its
    root: what it asks for later is not there, whatever the Typst file names.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="raadwerk-") as map_:
            for nummer, inhoud in enumerate(bestanden):
                (Path(map_) / f"{nummer}.ttf").write_bytes(inhoud)
            fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[map_])
            _eis_familie(naam, fonts.families())
            zetter = typst.Compiler(font_paths=fonts, root=map_, package_path=map_, package_cache_path=map_)
            _compile(zetter, _PROEF, _TYPST, format="svg", sys_inputs={"naam": naam})
    except OSError as fout:
        raise SchrijfError(
            Fout(
                Plaats(tempfile.gettempdir()),
                f"de lettertypen kunnen hier niet even staan (systeemfout {fout.errno or 0})",
                raad="maak ruimte, of zet TMPDIR op een map waarin u mag schrijven",
            )
        ) from fout
    return zetter


def _eis_familie(naam: str, families: Sequence[str]) -> None:
    """Another name than the files have would set the whole paper in nothing."""
    if naam.casefold() not in {familie.casefold() for familie in families}:
        wel = ", ".join(families) or "geen leesbaar lettertype"
        raise SchrijfError(
            Fout(
                Plaats("sjablonen/huisstijl/huisstijl.yaml"),
                f"lettertype ‘{naam}’ zit niet in de lettertypebestanden",
                f"een naam uit de bestanden: {wel}",
                "pas ‘naam’ of de bestanden aan",
            )
        )


def _compile(zetter: typst.Compiler, bron: bytes, plaats: Plaats, **keuzes: Any) -> bytes:  # noqa: ANN401 - options of Typst
    """What Typst makes of `bron`; its errors and its warnings (text left out, pages that do not settle) as ours."""
    try:
        uit, waarschuwingen = zetter.compile_with_warnings(bron, **keuzes)
    except typst.TypstError as fout:
        raise SchrijfError(*_fouten(fout, plaats)) from fout
    if waarschuwingen:
        raise SchrijfError(*(fout for waarschuwing in waarschuwingen for fout in _fouten(waarschuwing, plaats)))
    if not isinstance(uit, bytes):
        raise TypeError(f"Typst gaf geen bytes maar {type(uit).__name__}")
    return uit


def _fouten(melding: typst.TypstError | typst.TypstWarning, plaats: Plaats) -> list[Fout]:
    """What Typst says, with its line and column in our file; letters the font lacks one by one."""
    gevonden = _REGEL.search(melding.diagnostic)
    waar = Plaats(plaats.bestand, int(gevonden[1]), int(gevonden[2]) + 1) if gevonden else plaats
    if tekens := dict.fromkeys(_ONBEKEND.findall(melding.diagnostic)):
        return [
            Fout(
                plaats,
                f"de tekst ‘{teken}’ is niet te zetten in het lettertype van de huisstijl",
                raad="vervang het teken, of kies een lettertype dat het heeft",
            )
            for teken in tekens
        ]
    return [
        Fout(
            waar,
            f"{'het beeld' if plaats == _SVG else 'de PDF'} is niet te zetten: {melding.message}",
            raad="; ".join(melding.hints) or "vergelijk het bestand met het meegeleverde",
        )
    ]
