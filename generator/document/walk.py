"""Walking and rewriting a document tree, without knowing every node by name."""

from __future__ import annotations

import re
from functools import lru_cache
from inspect import get_annotations
from operator import is_not
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from msgspec.structs import replace

from generator.document import nodes
from generator.document.nodes import Block, Cijfer, Document, LineBreak, Placed, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

N = TypeVar("N")

_INLINE = frozenset(get_args(nodes.Inline))
_GEEN_INHOUD = {"herkomst", "meta", "afwezig"}
# Types, as they are written in the nodes, of fields that hold no other node, and of fields that hold no block.
_KAAL = re.compile(r"(str|int|bool|Literal\[.*|tuple\[(str|int)\b.*)( \| None)?")
_ZONDER_BLOK = re.compile(rf"{_KAAL.pattern}|tuple\[(Inline|Cijfer)\b.*")


def _velden(soort: Any, zonder: re.Pattern[str]) -> tuple[str, ...]:  # noqa: ANN401 - a class of node
    return tuple(
        naam
        for basis in reversed(soort.__mro__)
        for naam, inhoud in get_annotations(basis).items()
        if naam not in _GEEN_INHOUD and not zonder.fullmatch(inhoud)
    )


_SOORTEN = [soort for soort in vars(nodes).values() if hasattr(soort, "__struct_fields__")]
# For every class of node the fields that can hold other nodes, in reading order; those that can hold blocks.
_VELDEN: dict[type, tuple[str, ...]] = {soort: _velden(soort, _KAAL) for soort in _SOORTEN}
_BLOKVELDEN = {soort: _velden(soort, _ZONDER_BLOK) for soort in _SOORTEN if soort not in _INLINE}


def walk(node: Any) -> Iterator[Any]:  # noqa: ANN401 - any node, or a tuple of them
    """`node` and everything in it, in reading order: blocks, their parts (rows, items …) and inline nodes."""
    uit: list[Any] = []
    _verzamel(node, uit)
    return iter(uit)


def _verzamel(node: Any, uit: list[Any]) -> None:  # noqa: ANN401 - any node, or a tuple of them
    # Rules walk a paper dozens of times: filling one list is several times faster than yielding level by level.
    if type(node) is tuple:
        for deel in node:
            _verzamel(deel, uit)
    elif (velden := _VELDEN.get(type(node))) is not None:
        uit.append(node)
        for veld in velden:
            _verzamel(getattr(node, veld), uit)


def walk_blocks(document: Document) -> Iterator[Any]:
    """Every block of `document`, nested ones and those in footnotes included, in reading order."""
    return iter(_blokken(Dezelfde((document.blocks, document.footnotes))))


def walk_runs(document: Document) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every run of inline nodes in `document`, with the block it stands in, in reading order."""
    return iter(_rijen(Dezelfde((document.blocks, document.footnotes))))


class Dezelfde:
    """The content of a paper, by its identity: rules walk the same one a hundred times, and it never changes."""

    __slots__ = ("delen",)

    def __init__(self, delen: tuple[Any, ...]) -> None:
        self.delen = delen

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Dezelfde) and all(a is b for a, b in zip(self.delen, ander.delen, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.delen)))


def walk_placed(document: Document) -> Iterator[Any]:
    """The same, with the rows that know where they were written."""
    return iter(_geplaatst(Dezelfde((document.blocks, document.footnotes))))


def voorwaarden(document: Document) -> set[str]:
    """Paths of the facts that something in `document` hangs on."""
    return {toets.pad for deel in walk_placed(document) for toets in deel.herkomst.toetsen}


_STUKKEN = 32  # as many papers as a dossier has at once


@lru_cache(maxsize=_STUKKEN)
def _blokken(inhoud: Dezelfde) -> list[Any]:
    return [deel for deel in _geplaatst(inhoud) if isinstance(deel, Block)]


@lru_cache(maxsize=_STUKKEN)
def _geplaatst(inhoud: Dezelfde) -> list[Any]:
    uit: list[Any] = []
    _verzamel_geplaatst(inhoud.delen, uit)
    return uit


@lru_cache(maxsize=_STUKKEN)
def _rijen(inhoud: Dezelfde) -> list[tuple[Any, tuple[Any, ...]]]:
    return [(blok, rij) for blok in _blokken(inhoud) for rij in text_runs(blok)]


@lru_cache(maxsize=_STUKKEN)
def _cijfers(inhoud: Dezelfde) -> list[Cijfer]:
    return [deel for deel in walk(inhoud.delen) if isinstance(deel, Cijfer)]


def _verzamel_geplaatst(node: Any, uit: list[Any]) -> None:  # noqa: ANN401 - any node, or a tuple of them
    if type(node) is tuple:
        for deel in node:
            _verzamel_geplaatst(deel, uit)
    elif type(node) in _BLOKVELDEN:
        if isinstance(node, Placed):
            uit.append(node)
        for veld in _BLOKVELDEN[type(node)]:
            _verzamel_geplaatst(getattr(node, veld), uit)


def cijfers(node: Any) -> Iterator[Cijfer]:  # noqa: ANN401 - any node
    """Every fact printed in `node`, in reading order, also in captions and alternative texts."""
    if isinstance(node, Document):
        return iter(_cijfers(Dezelfde((node.blocks, node.footnotes))))
    return (deel for deel in walk(node) if isinstance(deel, Cijfer))


def count_open(document: Document) -> tuple[int, int]:
    """How many facts of `document` are still open, and in how many places they are printed."""
    open_ = [cijfer.pad.partition("@")[0] for cijfer in cijfers(document) if cijfer.open]  # its unit is open with it
    return len(set(open_)), len(open_)


def plain_text(node: Any) -> str:  # noqa: ANN401 - any node, or a tuple of them
    """The words of `node` as a reader hears them, without footnote marks."""
    return "".join(
        " " if isinstance(deel, LineBreak) else deel.text
        for deel in walk(node)
        if isinstance(deel, Text | Cijfer | LineBreak)
    )


def rewrite(node: N, wijzig: Callable[[Any], Any]) -> N:
    """`node` with `wijzig` applied to every node in it, innermost first; what does not change is kept as it is."""
    return _herschrijf(node, wijzig, _VELDEN)  # type: ignore[no-any-return]  # a node of its own kind


def rewrite_blocks(node: N, wijzig: Callable[[Any], Any]) -> N:
    """As `rewrite`, for blocks and their parts only: the words in them are most of a paper, and stay."""
    return _herschrijf(node, wijzig, _BLOKVELDEN)  # type: ignore[no-any-return]  # idem


def _herschrijf(node: Any, wijzig: Callable[[Any], Any], alle: Mapping[type, tuple[str, ...]]) -> Any:  # noqa: ANN401 - any node
    if type(node) is tuple:
        nieuw = tuple([_herschrijf(deel, wijzig, alle) for deel in node])
        return nieuw if any(map(is_not, nieuw, node)) else node
    velden = alle.get(type(node))
    if velden is None:
        return node
    anders = {}
    for veld in velden:
        oud = getattr(node, veld)
        if (deel := _herschrijf(oud, wijzig, alle)) is not oud:
            anders[veld] = deel
    return wijzig(replace(node, **anders) if anders else node)


def text_runs(block: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any block
    """The runs of inline nodes that stand directly in `block` (paragraph text, caption, cell by cell …)."""
    for veld in _VELDEN[type(block)]:
        waarde = getattr(block, veld)
        if type(waarde) is not tuple:
            waarde = (waarde,)
        if not waarde:
            continue
        if all(type(deel) in _INLINE for deel in waarde):
            yield waarde
        else:
            for deel in waarde:
                if type(deel) in _VELDEN and not isinstance(deel, Block):
                    yield from text_runs(deel)
