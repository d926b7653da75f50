"""Pictures in the line of the text, with their alternative text and a caption under them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from generator.document.walk import plain_text
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.docx.inline import bookmark, bookmark_of, inline, run
from generator.schrijvers.docx.ooxml import EMU_PER_DXA, attribute
from generator.schrijvers.docx.package import PNG
from generator.schrijvers.docx.work import Work, paragraph

if TYPE_CHECKING:
    from generator.document.nodes import Grafiek, Tijdlijn
    from generator.schrijvers.docx.pieces import Piece

DOTS_PER_INCH = 200
_EMU_PER_INCH = 914_400
_EMU_PER_MM = 36_000
_PNG = b"\x89PNG\r\n\x1a\n"

# § 20.4.2.8
_INLINE = """<wp:inline distT="0" distB="0" distL="0" distR="0">
  <wp:extent cx="{width}" cy="{height}"/>
  <wp:docPr id="{number}" name="Afbeelding {number}" descr="{words}"/>
  <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
    <pic:nvPicPr><pic:cNvPr id="{number}" name="beeld{number}.png" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>
    <pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
    <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
  </pic:pic></a:graphicData></a:graphic>
</wp:inline>"""


def add_picture(work: Work, parent: list[Piece], node: Tijdlijn | Grafiek) -> None:
    """The picture of `node` and its caption; SchrijfError when the picture is not there or is no PNG."""
    blob = work.beelden.get(node.label)
    if blob is None:
        raise SchrijfError(_fout(node, f"van figuur ‘{node.label}’ is geen beeld gemaakt"))
    size = _size(blob, node, work.width * EMU_PER_DXA)
    parent.append(paragraph(work, "Figuur", _drawing(work, blob, size, plain_text(node.alt)), keep_next=True))
    caption = f"{bookmark(work, bookmark_of(node.label))}{run(work, f'Figuur {node.number}. ')}"
    parent.append(paragraph(work, "caption", caption + inline(work, node.caption), before=80, after=200))


def logo(work: Work, blob: bytes, height: int) -> str:
    """The logo of the house style, `height` millimetres high, as a run."""
    across, down = struct.unpack(">II", blob[16:24])
    size = (height * _EMU_PER_MM * across // down, height * _EMU_PER_MM)
    return _drawing(work, blob, size, work.huisstijl.logo_alt)


def _drawing(work: Work, blob: bytes, size: tuple[int, int], alternative: str) -> str:
    work.drawings += 1
    picture = work.package.add(work.part, "image", "word/media/beeld{}.png", PNG, blob)
    drawing = _INLINE.format(
        width=size[0],
        height=size[1],
        number=work.drawings,
        relation=work.part.relate("image", picture.name),
        words=attribute(alternative),
    )
    return f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"


def _size(blob: bytes, node: Tijdlijn | Grafiek, widest: int) -> tuple[int, int]:
    """Width and height in English Metric Units: 200 dots per inch, smaller when it is wider than the text."""
    if blob[:8] != _PNG or blob[12:16] != b"IHDR" or len(blob) < 24:
        raise SchrijfError(_fout(node, f"het beeld van figuur ‘{node.label}’ is geen PNG"))
    across, down = struct.unpack(">II", blob[16:24])
    if not across or not down:
        raise SchrijfError(_fout(node, f"het beeld van figuur ‘{node.label}’ is leeg"))
    width = min(across * _EMU_PER_INCH // DOTS_PER_INCH, widest)
    return width, width * down // across


def _fout(node: Tijdlijn | Grafiek, gevonden: str) -> Fout:
    return Fout(Plaats(node.herkomst.bestand, node.herkomst.regel), gevonden, "een PNG per tijdlijn en per grafiek")
