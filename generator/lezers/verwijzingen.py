"""Numbers and references: headings, tables, figures and questions number themselves, labels are looked up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.document import nodes
from generator.document.walk import plain_text, rewrite, text_runs, walk, walk_blocks
from generator.errors import Fout, Plaats

if TYPE_CHECKING:
    from collections.abc import Iterator


def los_op(document: nodes.Document) -> tuple[nodes.Document, list[Fout]]:
    """`document` with its numbers filled in and its references named, and what is wrong with either."""
    document = _nummer(document)
    doelen = dict(_doelen(document))
    fouten = [*_koppen(document), *_dubbele_labels(document), *_losse_verwijzingen(document, doelen)]

    def noem(node: Any) -> Any:  # noqa: ANN401 - any node
        if isinstance(node, nodes.Link) and not node.content and node.href.startswith("#"):
            return replace(node, content=(nodes.Text(doelen.get(node.href[1:], "?")),))
        return node

    return rewrite(document, noem), fouten


def _nummer(document: nodes.Document) -> nodes.Document:
    """Headings of level 2 and 3 as 1 and 1.1; tables and figures from 1, each in order of appearance."""
    tellers: dict[str, int] = {"tabel": 0, "figuur": 0}
    hoofdstuk = paragraaf = 0
    nummers: dict[int, str | int] = {}
    for blok in walk_blocks(document):
        match blok:
            case nodes.Heading(level=2, number="*"):
                hoofdstuk, paragraaf = hoofdstuk + 1, 0
                nummers[id(blok)] = str(hoofdstuk)
            case nodes.Heading(level=3, number="*"):
                paragraaf += 1
                nummers[id(blok)] = f"{hoofdstuk}.{paragraaf}"
            case nodes.Heading():
                nummers[id(blok)] = ""
            case nodes.Table() | nodes.Grafiek() | nodes.Tijdlijn():
                soort = "tabel" if isinstance(blok, nodes.Table) else "figuur"
                tellers[soort] += 1
                nummers[id(blok)] = tellers[soort]
            case _:
                pass

    def zet(node: Any) -> Any:  # noqa: ANN401 - any node
        return replace(node, number=nummers[id(node)]) if id(node) in nummers else node

    # Numbered blocks hold no other numbered blocks, so each still has its identity when it is rewritten.
    return rewrite(document, zet)


def _doelen(document: nodes.Document) -> Iterator[tuple[str, str]]:
    """Each label and what a reference to it is called."""
    for blok in walk_blocks(document):
        match blok:
            case nodes.Heading():
                yield blok.label, f"hoofdstuk {blok.number}" if blok.number else f"‘{plain_text(blok.content)}’"
            case nodes.Kader():
                yield blok.label, f"‘{plain_text(blok.titel)}’"
            case nodes.Table():
                yield blok.label, f"tabel {blok.number}"
            case nodes.Grafiek() | nodes.Tijdlijn():
                yield blok.label, f"figuur {blok.number}"
            case nodes.Vraagpunt():
                yield blok.label, f"vraag {blok.nummer}"
            case _:
                pass


def _fout(blok: nodes.Block, gevonden: str, raad: str) -> Fout:
    return Fout(Plaats(blok.herkomst.bestand, blok.herkomst.regel), gevonden, raad=raad)


def _koppen(document: nodes.Document) -> Iterator[Fout]:
    """One head, first; then no skipped level (WCAG 1.3.1, PDF/UA-1 7.4.2)."""
    koppen = [blok for blok in document.blocks if isinstance(blok, nodes.Kop)]
    if len(koppen) != 1 or not isinstance(document.blocks[0], nodes.Kop):
        yield Fout(Plaats(""), "een stuk begint met precies één kop", raad="begin het sjabloon met ::: kop")
    niveau = 1
    for blok in walk_blocks(document):
        if isinstance(blok, nodes.Heading | nodes.Kader):
            if blok.level == 1:
                yield _fout(blok, "een tweede titel op het hoogste niveau", "gebruik ## of lager")
            elif blok.level > niveau + 1:
                yield _fout(
                    blok, f"van kopniveau {niveau} naar {blok.level} is een sprong", f"gebruik {'#' * (niveau + 1)}"
                )
            niveau = blok.level


def _dubbele_labels(document: nodes.Document) -> Iterator[Fout]:
    gezien: set[str] = set()
    for blok in walk_blocks(document):
        label = getattr(blok, "label", "")
        if label and label in gezien:
            yield _fout(blok, f"het label ‘{label}’ staat er tweemaal", "geef een eigen label: {#label}")
        gezien.add(label)


def _losse_verwijzingen(document: nodes.Document, doelen: dict[str, str]) -> Iterator[Fout]:
    noten = {noot.number for noot in document.footnotes}
    for blok in walk_blocks(document):
        for node in walk(tuple(text_runs(blok))):
            if isinstance(node, nodes.Link) and node.href.startswith("#") and node.href[1:] not in doelen:
                yield _fout(
                    blok, f"een verwijzing naar ‘{node.href[1:]}’, dat er niet is", "verwijs naar een bestaand label"
                )
            if isinstance(node, nodes.FootnoteRef) and node.number not in noten:
                yield _fout(blok, f"voetnoot {node.number} bestaat niet", "schrijf de noot: [^naam]: tekst")
