"""The theme: the colours and type family that Word offers in its menus (ISO/IEC 29500-1 § 20.1.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.schrijvers.docx.ooxml import attribute, colour, parse, serialize

if TYPE_CHECKING:
    from generator.huisstijl import Huisstijl

_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_SOLID}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(huisstijl: Huisstijl) -> bytes:
    """The theme part, with the colours of the house style; six accents, so its chart colours come round."""
    kleuren, reeksen = huisstijl.kleuren, huisstijl.reeksen
    colours = {
        "dk1": kleuren["tekst"],
        "lt1": "#ffffff",
        "dk2": kleuren["accent"],
        "lt2": kleuren["vlak"],
        **{f"accent{number + 1}": reeksen[number % len(reeksen)] for number in range(6)},
        "hlink": kleuren["accent"],
        "folHlink": kleuren["zacht"],
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour(value)}"/></a:{name}>' for name, value in colours.items())
    family = f'<a:latin typeface="{attribute(huisstijl.lettertype.word)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    # The schema asks three fills, lines and effects, faint to strong; papers have no shapes that use them.
    return serialize(
        parse(
            '<a:theme name="Raadwerk"><a:themeElements>'
            f'<a:clrScheme name="Raadwerk">{scheme}</a:clrScheme>'
            f'<a:fontScheme name="Raadwerk"><a:majorFont>{family}</a:majorFont><a:minorFont>{family}</a:minorFont>'
            '</a:fontScheme><a:fmtScheme name="Raadwerk">'
            f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
            f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst>"
            "</a:fmtScheme></a:themeElements></a:theme>"
        )
    )
