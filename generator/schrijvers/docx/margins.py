"""What stands in the margins of every page: the footer, and CONCEPT across a paper that is not yet final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.schrijvers.docx.inline import PLAIN, TAB, run
from generator.schrijvers.docx.ooxml import (
    DXA_PER_MM,
    Element,
    add,
    attribute,
    colour,
    new_root,
    parse,
    parse_bytes,
    part,
    qualified,
    serialize,
)

if TYPE_CHECKING:
    from generator.document.nodes import Meta
    from generator.huisstijl import Huisstijl
    from generator.schrijvers.docx.work import Work

_PAGE = (11906, 16838)  # A4, in twentieths of a point
_EDGE = 709  # from the edge of the page to header and footer: 12.5 mm

# The shape Word itself makes for a watermark, so that Word and LibreOffice know it as one. It has no
# alternative text: readers do not read it, and the head of the paper says in words that it is a concept.
_WATERMARK = """
<w:r><w:rPr><w:noProof/></w:rPr><w:pict>
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
      path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
      <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
      <v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
      <v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
    <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
        o:connectangles="270,180,90,0"/>
    <v:textpath on="t" fitshape="t"/>
  </v:shapetype>
  <v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{shape}" type="#_x0000_t136" alt=""
      style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;rotation:315;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin"
      o:allowincell="f" fillcolor="#{tint}" stroked="f">
    <v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt;font-weight:bold" string="CONCEPT"/>
  </v:shape>
</w:pict></w:r>"""


def new_section(huisstijl: Huisstijl) -> Element:
    """The page of the house style: A4 with its margins."""
    section = new_root("sectPr")
    add(section, "pgSz", w=_PAGE[0], h=_PAGE[1])
    margins = {
        english: round(huisstijl.marges[side] * DXA_PER_MM)
        for english, side in (("top", "boven"), ("right", "rechts"), ("bottom", "onder"), ("left", "links"))
    }
    add(section, "pgMar", **margins, header=_EDGE, footer=_EDGE, gutter=0)
    return section


def text_width(section: Element) -> int:
    """The width between the margins of `section`, in twentieths of a point."""
    size, margins = section.find(qualified("pgSz")), section.find(qualified("pgMar"))
    page = _PAGE[0] if size is None else int(size.get(qualified("w"), _PAGE[0]))
    if margins is None:
        return page - 2 * 1417
    sides = sum(int(margins.get(qualified(side), "0")) for side in ("left", "right", "gutter"))
    return page - sides


def add_margins(work: Work, section: Element, meta: Meta, *, even: bool) -> None:
    """Footer and watermark for every kind of page that `section` has.

    A footer or header that the municipality brought stays; the watermark is added to its headers. `even`
    tells whether even pages have their own.
    """
    first = section.find(qualified("titlePg")) is not None
    kinds = ["default", *(["first"] if first else []), *(["even"] if even else [])]
    footers = section.findall(qualified("footerReference"))
    if not footers:
        footer = _footer(work, meta)
        _refer(work, section, "footer", kinds, footer)
    if meta.concept:
        _add_watermarks(work, section, kinds)


def _footer(work: Work, meta: Meta) -> bytes:
    """What identifies the paper at the left, "Pagina 1 van 8" at the right."""
    tabs = "".join(
        f'<w:tab w:val="{"right" if place == work.width else "clear"}" w:pos="{place}"/>'
        for place in sorted({*work.styles.tab_stops("footer"), work.width})
    )
    content = run(work, "Intern", PLAIN._replace(bold=True)) + run(work, " · ") if meta.openbaarheid == "intern" else ""
    content += run(work, meta.kenmerk) + TAB
    for words, field in (("Pagina ", "PAGE"), (" van ", "NUMPAGES")):
        content += f'{run(work, words)}<w:fldSimple w:instr=" {field} ">{run(work, "1")}</w:fldSimple>'
    style = f'<w:pStyle w:val="{attribute(work.styles.id("footer"))}"/>'
    return part("ftr", f"<w:p><w:pPr>{style}<w:tabs>{tabs}</w:tabs></w:pPr>{content}</w:p>")


def _add_watermarks(work: Work, section: Element, kinds: list[str]) -> None:
    there = {
        reference.get(qualified("type")): work.part.relationships[reference.get(qualified("r:id"), "")][1]
        for reference in section.findall(qualified("headerReference"))
    }
    for number, name in enumerate(sorted(set(there.values())), start=2):
        header = work.package.parts[name]
        header.blob = _with_watermark(work, header.blob, number)
    missing = [kind for kind in kinds if kind not in there]
    if missing:
        root = new_root("hdr")
        add(add(add(root, "p"), "pPr"), "pStyle", val=work.styles.id("header"))
        _refer(work, section, "header", missing, _with_watermark(work, serialize(root), 1))


def _with_watermark(work: Work, header: bytes, number: int) -> bytes:
    """`header` with the watermark at the end of its first own paragraph."""
    root = parse_bytes(header)
    paragraph = root.find(qualified("p"))
    if paragraph is None:
        paragraph = add(root, "p")
    huisstijl = work.huisstijl
    paragraph.append(
        parse(
            _WATERMARK.format(
                number=number,
                shape=2048 + number,
                tint=_lighter(huisstijl.kleuren["lijn"]),
                font=attribute(huisstijl.lettertype.word),
            )
        )
    )
    return serialize(root)


def _lighter(value: str) -> str:
    """`value` mixed with five parts of white: words across it stay easy to read."""
    text = colour(value)
    channels = (int(text[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{(channel + 5 * 255) // 6:02X}" for channel in channels)


def _refer(work: Work, section: Element, kind: str, pages: list[str], blob: bytes) -> None:
    added = work.package.add(work.part, kind, f"word/{kind}{{}}.xml", blob=blob)
    relation = work.part.relate(kind, added.name)
    for place, page in enumerate(pages):
        reference = section.makeelement(qualified(f"{kind}Reference"))
        reference.set(qualified("type"), page)
        reference.set(qualified("r:id"), relation)
        section.insert(place, reference)  # the schema wants them first
