"""The styles: Word's own where it has them, so that the navigation pane and screen readers know them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.schrijvers.docx.ooxml import Element, colour, new_root, parse, qualified

if TYPE_CHECKING:
    from generator.huisstijl import Huisstijl

NATURAL_LINE = 1.22  # height of a line of Calibri and Carlito, in sizes: what Word calls single spacing
HEADINGS = 5  # Word's "heading 1" is level 2 of the tree: level 1 is the subject, and has style Title
_OPEN = "FFF2A8"  # behind what is still to be filled in; yellow in every house style, as a marker is


@dataclass(frozen=True, slots=True)
class _Style:
    """One style as a row of the table below; `name` is what Word calls it in the file."""

    kind: str
    name: str
    based: str = ""
    paragraph: str = ""
    run: str = ""
    following: str = ""
    extra: str = ""


class Styles:
    """The styles part and the id of each style by its name. `root` may be that of a municipality's own file.

    A style that is there already is kept as the municipality made it; ours fill what is missing.
    """

    def __init__(self, huisstijl: Huisstijl, root: Element | None = None) -> None:
        self.own = root is None
        self.root = _empty(huisstijl) if root is None else root
        self._ids = {
            (style.get(qualified("type"), "paragraph"), _name(style)): style.get(qualified("styleId"), "")
            for style in self.root.findall(qualified("style"))
        }
        table = _table(huisstijl)
        missing = [style for style in table if (style.kind, style.name.lower()) not in self._ids]
        for style in missing:
            self._ids[style.kind, style.name.lower()] = self._free_id(style.name)
        for style in missing:
            self.root.append(self._element(style))
        for language in self.root.iter(qualified("lang")):
            language.set(qualified("val"), "nl-NL")

    def id(self, name: str, kind: str = "paragraph") -> str:
        """The id of the style called `name`."""
        return self._ids[kind, name.lower()]

    def _free_id(self, name: str) -> str:
        base = "".join(word[0].upper() + word[1:] for word in name.split())
        taken = set(self._ids.values())
        number = 1
        free = base
        while free in taken:
            number += 1
            free = f"{base}{number}"
        return free

    def _element(self, style: _Style) -> Element:
        def reference(tag: str, name: str) -> str:
            return f'<w:{tag} w:val="{self.id(name, style.kind)}"/>' if name else ""

        default = ' w:default="1"' if style.name in _DEFAULTS and self.own else ""
        custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
        return parse(
            f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{self.id(style.name, style.kind)}">'
            f'<w:name w:val="{style.name}"/>'
            f"{reference('basedOn', style.based)}{reference('next', style.following)}"
            f"{_SHOWN.get(style.name, _COMMON)}"
            + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
            + (f"<w:rPr>{style.run}</w:rPr>" if style.run else "")
            + f"{style.extra}</w:style>"
        )


_DEFAULTS = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_BUILT_IN = _DEFAULTS | {
    "Title", "Subtitle", "caption", "Quote", "List Bullet", "List Number", "header", "footer",
    "footnote text", "footnote reference", "Hyperlink", *(f"heading {level}" for level in range(1, HEADINGS + 1)),
}  # fmt: skip
_COMMON = '<w:uiPriority w:val="10"/><w:qFormat/>'
_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
_SHOWN = dict.fromkeys(("Default Paragraph Font", "Normal Table", "No List"), _HIDDEN) | dict.fromkeys(
    ("header", "footer", "footnote text", "footnote reference", "Hyperlink"),
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>',
)


def _name(style: Element) -> str:
    name = style.find(qualified("name"))
    return "" if name is None else name.get(qualified("val"), "").lower()


def _half_points(points: float) -> int:
    return round(points * 2)


def _size(points: float) -> str:
    return f'<w:sz w:val="{_half_points(points)}"/><w:szCs w:val="{_half_points(points)}"/>'


def _empty(huisstijl: Huisstijl) -> Element:
    """A styles part with the defaults only: type family, size, language, line spacing."""
    font = huisstijl.lettertype.word
    root = new_root("styles")
    root.append(
        parse(
            "<w:docDefaults><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
            f'<w:color w:val="{colour(huisstijl.kleuren["tekst"])}"/>{_size(huisstijl.corps["tekst"])}'
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            f'<w:spacing w:after="120" w:line="{round(240 * huisstijl.regelafstand / NATURAL_LINE)}" w:lineRule="auto"/>'
            "</w:pPr></w:pPrDefault></w:docDefaults>"
        )
    )
    return root


def frame_borders(huisstijl: Huisstijl) -> str:
    """Borders and tint of a framed paragraph: a bar at the left; the other lines are tint, so that they pad."""
    tint, bar = colour(huisstijl.kleuren["vlak"]), colour(huisstijl.kleuren["accent"])
    lines = {"top": (tint, 4, 3), "left": (bar, 24, 8), "bottom": (tint, 4, 3), "between": (tint, 4, 2)}
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{line}"/>'
        for side, (line, size, space) in lines.items()
    )
    return f'<w:pBdr>{borders}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'


def _table(huisstijl: Huisstijl) -> tuple[_Style, ...]:
    corps, kleuren = huisstijl.corps, huisstijl.kleuren
    accent = f'<w:color w:val="{colour(kleuren["accent"])}"/>'
    soft = f'<w:color w:val="{colour(kleuren["zacht"])}"/>'
    line = f'w:val="single" w:sz="4" w:color="{colour(kleuren["lijn"])}"'
    small = _size(corps["klein"])
    table_size = _size((corps["tekst"] + corps["klein"]) / 2)
    frame = frame_borders(huisstijl)
    heads = {1: (corps["kop1"], 360), 2: (corps["kop2"], 280), 3: (corps["kop3"], 240)}

    def spacing(before: int, after: int) -> str:
        return f'<w:spacing w:before="{before}" w:after="{after}"/>'

    def heading(level: int) -> _Style:
        size, before = heads.get(level, heads[3])
        return _Style(
            "paragraph", f"heading {level}", "Normal",
            f'<w:keepNext/><w:keepLines/>{spacing(before, 100)}<w:outlineLvl w:val="{level - 1}"/>',
            f"<w:b/><w:bCs/>{'<w:i/><w:iCs/>' if level > 3 else ''}{accent}{_size(size)}", "Normal",
        )  # fmt: skip

    return (
        _Style("paragraph", "Normal", paragraph="<w:widowControl/>"),
        _Style("character", "Default Paragraph Font"),
        _Style("table", "Normal Table", extra=_TABLE_DEFAULTS),
        _Style("numbering", "No List"),
        _Style("paragraph", "Title", "Normal", f"<w:keepNext/><w:keepLines/>{spacing(0, 240)}",
               f"<w:b/><w:bCs/>{accent}{_size(corps['titel'])}", "Normal"),
        _Style("paragraph", "Subtitle", "Normal", f"<w:keepNext/>{spacing(0, 40)}",
               f'{soft}<w:spacing w:val="10"/>{_size(corps["kop2"])}', "Title"),
        *(heading(level) for level in range(1, HEADINGS + 1)),
        _Style("paragraph", "caption", "Normal", f"<w:keepLines/>{spacing(200, 80)}",
               f"<w:b/><w:bCs/>{accent}{table_size}", "Normal"),
        _Style("paragraph", "List Bullet", "Normal", f"{spacing(0, 60)}"),
        _Style("paragraph", "List Number", "Normal", f"{spacing(0, 60)}"),
        _Style("paragraph", "Quote", "Normal",
               f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="{colour(kleuren["lijn"])}"/></w:pBdr>'
               '<w:ind w:left="567" w:right="567"/>'),
        _Style("paragraph", "header", "Normal", spacing(0, 0), f"{soft}{small}"),
        _Style("paragraph", "footer", "Normal", f'<w:pBdr><w:top {line} w:space="6"/></w:pBdr>{spacing(0, 0)}',
               f"{soft}{small}"),
        _Style("paragraph", "footnote text", "Normal", f"{spacing(0, 40)}", small),
        _Style("character", "footnote reference", "Default Paragraph Font", run='<w:vertAlign w:val="superscript"/>'),
        _Style("character", "Hyperlink", "Default Paragraph Font", run=f'{accent}<w:u w:val="single"/>'),
        _Style("paragraph", "Kenmerk", "Normal",
               f'<w:pBdr><w:top {line} w:space="3"/><w:bottom {line} w:space="3"/><w:between {line} w:space="3"/></w:pBdr>'
               f"{spacing(0, 0)}"),
        _Style("paragraph", "Kader", "Normal", f'{frame}{spacing(0, 0)}<w:ind w:left="227" w:right="113"/>'),
        _Style("paragraph", "Vraag", "Kader", f"<w:keepNext/><w:keepLines/>{spacing(280, 100)}", "<w:b/><w:bCs/>"),
        _Style("paragraph", "Bron bij citaat", "Normal", f'{spacing(0, 160)}<w:ind w:left="567" w:right="567"/>',
               f"{soft}{small}"),
        _Style("paragraph", "Tabeltekst", "Normal", f"{spacing(40, 40)}", table_size),
        _Style("paragraph", "Tabelkop", "Tabeltekst", "<w:keepNext/>", f"<w:b/><w:bCs/>{accent}"),
        _Style("paragraph", "Tabelnoot", "Normal", f"{spacing(60, 200)}", f"{soft}{small}"),
        _Style("paragraph", "Figuur", "Normal", f"<w:keepNext/>{spacing(160, 0)}"),
        _Style("paragraph", "Ondertekening", "Normal", f"<w:keepLines/>{spacing(0, 0)}"),
        _Style("character", "Open plek", "Default Paragraph Font", run=f'<w:shd w:val="clear" w:color="auto" w:fill="{_OPEN}"/>'),
        _Style("table", "Stuktabel", "Normal Table", extra=(
            f'<w:tblPr><w:tblBorders><w:top {line} w:space="0"/><w:bottom {line} w:space="0"/>'
            f'<w:insideH {line} w:space="0"/></w:tblBorders></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(kleuren["vlak"])}"/>'
            "</w:tcPr></w:tblStylePr>")),
    )  # fmt: skip


_TABLE_DEFAULTS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
