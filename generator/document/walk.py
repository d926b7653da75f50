"""Walking and rewriting a document tree, without knowing every node by name."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from generator.document.nodes import Block, Cijfer, Document, FootnoteRef, Herkomst, LineBreak, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

N = TypeVar("N")


@cache
def _velden(soort: type) -> tuple[str, ...]:
    return tuple(veld.name for veld in fields(soort) if veld.name not in {"herkomst", "meta", "afwezig"})


def walk(node: Any) -> Iterator[Any]:  # noqa: ANN401 - any node, or a tuple of them
    """`node` and everything in it, in reading order: blocks, their parts (rows, items …) and inline nodes."""
    if isinstance(node, tuple):
        for deel in node:
            yield from walk(deel)
    elif is_dataclass(node):
        yield node
        for veld in _velden(type(node)):
            yield from walk(getattr(node, veld))


def walk_blocks(document: Document) -> Iterator[Any]:
    """Every block of `document`, nested ones and those in footnotes included, in reading order."""
    return (node for node in walk(document) if isinstance(node, Block))


def cijfers(node: Any) -> Iterator[Cijfer]:  # noqa: ANN401 - any node
    """Every fact printed in `node`, in reading order, also in captions and alternative texts."""
    return (deel for deel in walk(node) if isinstance(deel, Cijfer))


def plain_text(node: Any) -> str:  # noqa: ANN401 - any node, or a tuple of them
    """The words of `node` as a reader hears them, without footnote marks."""
    return "".join(
        " " if isinstance(deel, LineBreak) else deel.text
        for deel in walk(node)
        if isinstance(deel, Text | Cijfer | LineBreak) and not isinstance(deel, FootnoteRef)
    )


def rewrite(node: N, wijzig: Callable[[Any], Any]) -> N:
    """`node` with `wijzig` applied to every node in it, innermost first; what does not change is kept as it is."""
    if isinstance(node, tuple):
        nieuw = tuple(rewrite(deel, wijzig) for deel in node)
        return node if all(a is b for a, b in zip(nieuw, node, strict=True)) else nieuw  # type: ignore[return-value]
    if not is_dataclass(node) or isinstance(node, Herkomst):
        return node
    anders = {
        veld: deel for veld in _velden(type(node)) if (deel := rewrite(oud := getattr(node, veld), wijzig)) is not oud
    }
    return wijzig(replace(node, **anders) if anders else node)  # type: ignore[type-var]


def text_runs(block: Any) -> Iterable[tuple[Any, ...]]:  # noqa: ANN401 - any block
    """The runs of inline nodes that stand directly in `block` (paragraph text, caption, cell by cell …)."""
    for veld in _velden(type(block)):
        waarde = getattr(block, veld)
        if isinstance(waarde, tuple) and waarde:
            if all(not isinstance(deel, Block) and _is_inline(deel) for deel in waarde):
                yield waarde
            else:
                for deel in waarde:
                    if is_dataclass(deel) and not isinstance(deel, Block):
                        yield from text_runs(deel)


def _is_inline(deel: object) -> bool:
    return type(deel).__name__ in {"Text", "Cijfer", "Strong", "Emphasis", "Link", "FootnoteRef", "LineBreak"}
