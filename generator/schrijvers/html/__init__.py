"""The HTML writer: one self-contained, accessible page (EN 301 549, WCAG 2.1 AA), print style included.

What is in the page and what each part means is decided in `pagina`, `blokken` and `regel`; how it looks stands in the
house style's template, which a municipality can replace.
"""

from __future__ import annotations

import base64
import traceback
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from msgspec.structs import replace

from generator.bytecode import Bytecode
from generator.document.nodes import Emphasis
from generator.document.walk import walk
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.html.pagina import render_pagina
from generator.schrijvers.lettertype import open_lettertype

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

    from generator.document.nodes import Document
    from generator.document.oorzaken import Oorzaken
    from generator.huisstijl import Huisstijl
    from generator.schrijvers.html.pagina import Pagina

_SJABLOON = "document.html.j2"


def write(document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes]) -> bytes:
    """`document` as one page of UTF-8; `beelden` holds the SVG of each picture by its label.

    Raises:
        SchrijfError: the template of the house style cannot be filled, or a font cannot be read.
    """
    return _vul(document, huisstijl, render_pagina(document, beelden))


def write_spoor(
    oud: Document, nieuw: Document, huisstijl: Huisstijl, beelden: tuple[Mapping[str, bytes], Mapping[str, bytes]],
    oorzaken: Oorzaken,
) -> bytes:  # fmt: skip
    """`nieuw` as one page that shows every difference with `oud`, and why; `beelden` are the pictures of both.

    Raises:
        SchrijfError: the template of the house style cannot be filled, or a font cannot be read.
    """
    from generator.schrijvers.html.spoor import STIJL, Spoor

    titel = f"Wijzigingen: {nieuw.meta.titel}"
    document = replace(nieuw, meta=replace(nieuw.meta, titel=titel))
    pagina = _vul(document, huisstijl, Spoor(oud, nieuw, beelden, oorzaken).pagina())
    return pagina.replace(b"</head>", STIJL.encode() + b"</head>", 1)


def _vul(document: Document, huisstijl: Huisstijl, pagina: Pagina) -> bytes:
    """The template of the house style with the parts of `pagina`."""
    lettertypen = _lettertypen(document, huisstijl, pagina)
    logo = _data("image/svg+xml", huisstijl.logo) if huisstijl.logo else ""
    try:
        tekst = _sjabloon(huisstijl.html).render(
            meta=document.meta,
            stijl=huisstijl,
            logo=logo,
            pagina=pagina,
            lettertypen=lettertypen,
        )
    except Exception as fout:  # a template can fail in any way that Python can
        raise SchrijfError(
            Fout(Plaats(f"sjablonen/huisstijl/{_SJABLOON}", _regel(fout)), f"de HTML-pagina is niet te maken: {fout}",
                 raad="vergelijk het sjabloon met het meegeleverde document.html.j2")
        ) from fout  # fmt: skip
    return (tekst.rstrip() + "\n").encode()


@lru_cache(maxsize=4)
def _sjabloon(tekst: str) -> Template:
    omgeving = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        loader=DictLoader({_SJABLOON: tekst}), bytecode_cache=Bytecode(__package__, {}),
    )  # fmt: skip
    return omgeving.get_template(_SJABLOON)


def _regel(fout: Exception) -> int:
    """The line of the template where `fout` arose; 0 when it is not known."""
    if isinstance(fout, TemplateSyntaxError):
        return fout.lineno
    regels = [stap.lineno for stap in traceback.extract_tb(fout.__traceback__) if stap.filename == "<template>"]
    return regels[-1] or 0 if regels else 0


def _lettertypen(document: Document, huisstijl: Huisstijl, pagina: Pagina) -> list[dict[str, str]]:
    """The faces the page uses, each with only the glyphs it uses, as ``font-weight``, ``font-style`` and address."""
    tekens = sorted({*huisstijl.html, *pagina.kop, *pagina.inhoud, *pagina.noten, *str(document.meta)})
    sneden = [("regular", "400", "normal"), ("bold", "700", "normal")]
    if any(isinstance(deel, Emphasis) for deel in walk(document)):
        sneden.append(("italic", "400", "italic"))
    return [
        {"gewicht": gewicht, "stand": stand,
         "adres": _data("font/ttf", open_lettertype(huisstijl.lettertype.bestanden[snede]).subset(tekens))}
        for snede, gewicht, stand in sneden
    ]  # fmt: skip


def _data(soort: str, inhoud: bytes) -> str:
    return f"data:{soort};base64,{base64.b64encode(inhoud).decode()}"
