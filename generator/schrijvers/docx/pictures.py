"""Pictures in the line of the text, with their alternative text and a caption under them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from generator.document.walk import plain_text
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.docx.inline import add_bookmark, add_inline, add_run, bookmark_of
from generator.schrijvers.docx.ooxml import EMU_PER_DXA, Element, add, parse, qualified
from generator.schrijvers.docx.package import PNG
from generator.schrijvers.docx.work import Work, add_paragraph

if TYPE_CHECKING:
    from generator.document.nodes import Grafiek, Tijdlijn

DOTS_PER_INCH = 200
_EMU_PER_INCH = 914_400
_EMU_PER_MM = 36_000
_PNG = b"\x89PNG\r\n\x1a\n"

# § 20.4.2.8; the measures are whole numbers, the words are set as attributes afterwards.
_INLINE = """
<wp:inline distT="0" distB="0" distL="0" distR="0">
  <wp:extent cx="{width}" cy="{height}"/>
  <wp:docPr id="{number}" name="Afbeelding {number}"/>
  <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
    <pic:nvPicPr><pic:cNvPr id="{number}" name="beeld{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>
    <pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
    <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
  </pic:pic></a:graphicData></a:graphic>
</wp:inline>"""


def add_picture(work: Work, parent: Element, node: Tijdlijn | Grafiek) -> None:
    """The picture of `node` and its caption; SchrijfError when the picture is not there or is no PNG."""
    blob = work.beelden.get(node.label)
    if blob is None:
        raise SchrijfError(_fout(node, f"van figuur ‘{node.label}’ is geen beeld gemaakt"))
    width, height = _size(blob, node, work.width * EMU_PER_DXA)
    paragraph = add_paragraph(work, parent, "Figuur", keep_next=True)
    _add_drawing(work, paragraph, blob, (width, height), plain_text(node.alt))
    caption = add_paragraph(work, parent, "caption", before=80, after=200)
    add_bookmark(work, caption, bookmark_of(node.label))
    add_run(work, caption, f"Figuur {node.number}. ")
    add_inline(work, caption, node.caption)


def add_logo(work: Work, paragraph: Element, blob: bytes, height: int) -> None:
    """The logo of the house style, `height` millimetres high, at the end of `paragraph`."""
    across, down = struct.unpack(">II", blob[16:24])
    size = (height * _EMU_PER_MM * across // down, height * _EMU_PER_MM)
    _add_drawing(work, paragraph, blob, size, work.huisstijl.logo_alt)


def _add_drawing(work: Work, paragraph: Element, blob: bytes, size: tuple[int, int], alternative: str) -> None:
    work.drawings += 1
    picture = work.package.add(work.part, "image", "word/media/beeld{}.png", PNG, blob)
    inline = parse(
        _INLINE.format(
            width=size[0],
            height=size[1],
            number=work.drawings,
            relation=work.part.relate("image", picture.name),
        )
    )
    for name in ("wp:docPr", "pic:cNvPr"):
        next(inline.iter(qualified(name))).set("descr", alternative)
    add(add(paragraph, "r"), "drawing").append(inline)


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
