"""The styles part: Word's own styles where it has them, so that the navigation pane and screen readers know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.schrijvers.docx.ooxml import Element, attribute, colour, new_root, parse, qualified
from generator.schrijvers.docx.styletable import HEADINGS, NATURAL_LINE, Style, size, style_table

if TYPE_CHECKING:
    from generator.huisstijl import Huisstijl

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


class Styles:
    """The styles part and the id of each style by its name. `root` may be that of a municipality's own file.

    A style that is there already is kept as the municipality made it; ours fill what is missing.
    """

    def __init__(self, huisstijl: Huisstijl, root: Element | None = None) -> None:
        self.own = root is None
        self._numbers: dict[str, bool] = {}
        self.root = _empty(huisstijl) if root is None else root
        self._ids = {
            (style.get(qualified("type"), "paragraph"), _name(style)): style.get(qualified("styleId"), "")
            for style in self.root.findall(qualified("style"))
        }
        table = style_table(huisstijl)
        missing = [style for style in table if (style.kind, style.name.lower()) not in self._ids]
        for style in missing:
            self._ids[style.kind, style.name.lower()] = self._free_id(style.name)
        # All at once: one parse takes as long as two or three of its thirty parts.
        self.root.extend(parse(f"<w:styles>{''.join(map(self._xml, missing))}</w:styles>"))
        for language in self.root.iter(qualified("lang")):
            language.set(qualified("val"), "nl-NL")

    def id(self, name: str, kind: str = "paragraph") -> str:
        """The id of the style called `name`."""
        return self._ids[kind, name.lower()]

    def numbers(self, name: str) -> bool:
        """Whether the paragraph style called `name`, or one it is based on, numbers its paragraphs."""
        if name not in self._numbers:
            self._numbers[name] = self._find_numbering(name)
        return self._numbers[name]

    def _find_numbering(self, name: str) -> bool:
        by_id = {style.get(qualified("styleId")): style for style in self.root.findall(qualified("style"))}
        seen: set[str] = set()
        key = self.id(name)
        while key in by_id and key not in seen:  # a damaged file may be based on itself
            seen.add(key)
            if by_id[key].find(f"{qualified('pPr')}/{qualified('numPr')}") is not None:
                return True
            based = by_id[key].find(qualified("basedOn"))
            key = "" if based is None else based.get(qualified("val"), "")
        return False

    def tab_stops(self, name: str) -> list[int]:
        """Where the paragraph style called `name` has tab stops of its own, in twentieths of a point."""
        key = self.id(name)
        return [
            int(tab.get(qualified("pos"), "0"))
            for style in self.root.findall(qualified("style"))
            if style.get(qualified("styleId")) == key
            for tab in style.iter(qualified("tab"))
        ]

    def _free_id(self, name: str) -> str:
        base = "".join(word[0].upper() + word[1:] for word in name.split())
        taken = set(self._ids.values())
        number = 1
        free = base
        while free in taken:
            number += 1
            free = f"{base}{number}"
        return free

    def _xml(self, style: Style) -> str:
        def reference(tag: str, name: str) -> str:
            return f'<w:{tag} w:val="{self.id(name, style.kind)}"/>' if name else ""

        default = ' w:default="1"' if style.name in _DEFAULTS and self.own else ""
        custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
        return (
            f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{self.id(style.name, style.kind)}">'
            f'<w:name w:val="{style.name}"/>'
            f"{reference('basedOn', style.based)}{reference('next', style.following)}"
            f"{_SHOWN.get(style.name, _COMMON)}"
            + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
            + (f"<w:rPr>{style.run}</w:rPr>" if style.run else "")
            + f"{style.extra}</w:style>"
        )


def _name(style: Element) -> str:
    name = style.find(qualified("name"))
    return "" if name is None else name.get(qualified("val"), "").lower()


def _empty(huisstijl: Huisstijl) -> Element:
    """A styles part with the defaults only: type family, size, language, line spacing."""
    font = attribute(huisstijl.lettertype.word)
    line = round(240 * huisstijl.regelafstand / NATURAL_LINE)
    root = new_root("styles")
    root.append(
        parse(
            "<w:docDefaults><w:rPrDefault><w:rPr>"
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
            f'<w:color w:val="{colour(huisstijl.kleuren["tekst"])}"/>{size(huisstijl.corps["tekst"])}'
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            f'<w:spacing w:after="120" w:line="{line}" w:lineRule="auto"/>'
            "</w:pPr></w:pPrDefault></w:docDefaults>"
        )
    )
    return root
