"""Markdown with tokens → the closed document tree, or every reason why not, each with its template line.

CommonMark with tables and footnotes, plus fenced containers for the paper's own parts
(``::: vraag 2a {#vraag-2a}``), from a closed list. Accessibility is decided here, once, for all writers:
what a reader with a screen reader would miss is an error before anything is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from generator.document import nodes
from generator.errors import DocumentError, SjabloonError
from generator.lezers import delen, onderdelen
from generator.lezers.blokken import BLOKKEN, Bouwer
from generator.lezers.tekenverwijzingen import check_tekens
from generator.lezers.verwijzingen import los_op
from generator.lezers.voetnoten import check_voetnoten

if TYPE_CHECKING:
    from generator.tokens import Ingevuld


def _maak_lezer() -> MarkdownIt:
    lezer = MarkdownIt("commonmark", {"html": False}).enable("table")
    lezer.use(footnote_plugin, inline=False)
    # One rule for all parts: markdown-it asks every rule at every line.
    lezer.use(container_plugin, "onderdeel", validate=lambda params, _markering: params.split()[:1] in _NAMEN)
    # A token in an address must arrive whole; which addresses are allowed is decided on the finished text.
    lezer.normalizeLink = lambda url: url  # type: ignore[method-assign]
    lezer.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    # What is written as an address prints as it is written: markdown-it would read its %-codes, those of a token too.
    lezer.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return lezer


_VULLEN = (delen, onderdelen)  # these fill BLOKKEN
_NAMEN = [[naam] for naam in BLOKKEN]
_LEZER: list[MarkdownIt] = []


def read_document(ingevuld: Ingevuld, meta: nodes.Meta) -> nodes.Document:
    """The paper in `ingevuld` as a tree.

    Raises:
        SjabloonError: what was wrong with its texts already, and nothing else is.
        DocumentError: that and more, all at once: unknown part, broken token, raw HTML, table without caption or
            header, skipped heading level, link called "hier", reference to nothing, second title, missing answer …
    """
    if not _LEZER:
        _LEZER.append(_maak_lezer())
    bouwer = Bouwer(ingevuld)
    boom = SyntaxTreeNode(_LEZER[0].parse(check_tekens(ingevuld, bouwer.meld_bij)))
    blokken = bouwer.blokken(boom.children)
    document = nodes.Document(meta, blokken, tuple(bouwer.voetnoten), ingevuld.afwezig)
    document = los_op(document, bouwer.meld_bij)
    check_voetnoten(ingevuld, bouwer.meld_bij)
    if bouwer.fouten:
        raise DocumentError(*ingevuld.fouten, *bouwer.fouten)
    if ingevuld.fouten:
        raise SjabloonError(*ingevuld.fouten)
    return document
