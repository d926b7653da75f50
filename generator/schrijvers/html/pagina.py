"""A paper as the parts that a template puts in their places on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.document.nodes import Artikel, Heading, Hoofd, Kader, Toetslijst
from generator.document.walk import count_open, plain_text
from generator.schrijvers.html.blokken import Blokken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markupsafe import Markup

    from generator.document.nodes import Blok, Document


class Pagina(Struct, frozen=True):
    """The parts of a page, all safe to print as they are.

    Attributes:
        kop: the head of the paper with the h1.
        hoofdstukken: label and words of every heading of level 2, to make a table of contents of.
        inhoud: the rest of the paper.
        noten: the footnotes; empty when there are none.
        open: how many facts are still open.
        open_plaatsen: in how many places those are printed.
    """

    kop: Markup
    hoofdstukken: tuple[tuple[str, str], ...]
    inhoud: Markup
    noten: Markup
    open: int
    open_plaatsen: int


def render_pagina(document: Document, beelden: Mapping[str, bytes]) -> Pagina:
    """`document` as the parts of a page; `beelden` holds the SVG of each picture by its label."""
    blokken = Blokken(beelden)
    open_, plaatsen = count_open(document)
    return Pagina(
        kop=blokken(blok for blok in document.blocks if isinstance(blok, Hoofd)),
        hoofdstukken=tuple(hoofdstukken(document.blocks)),
        inhoud=blokken(blok for blok in document.blocks if not isinstance(blok, Hoofd)),
        noten=blokken.noten(document.footnotes),
        open=open_,
        open_plaatsen=plaatsen,
    )


def hoofdstukken(blokken: Iterable[Blok]) -> Iterator[tuple[str, str]]:
    """Label and words of every heading of level 2."""
    for blok in blokken:
        if isinstance(blok, Heading) and blok.level == 2:
            yield blok.label, f"{blok.number} {plain_text(blok.content)}".strip()
        elif isinstance(blok, Kader | Toetslijst) and blok.level == 2:
            yield blok.label, plain_text(blok.titel)
        elif isinstance(blok, Artikel) and blok.level == 2:
            yield blok.label, f"Artikel {blok.nummer}. {plain_text(blok.titel)}"
