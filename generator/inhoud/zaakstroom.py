"""A stream of objection cases → the documents in it, cut before they are parsed: one broken case costs one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GRENS = b"---"
_EINDE = b"..."
_MERK = b"\xef\xbb\xbf"  # a byte order mark
_MISSCHIEN = (_GRENS, _EINDE, _MERK)  # how a line begins that may be the end of a document


class Zaakdocument(Struct, frozen=True):
    """One document of a stream: the line on which it begins, from 1, and its bytes."""

    regel: int
    inhoud: bytes


def cut_documents(regels: Iterable[bytes]) -> Iterator[Zaakdocument]:
    """The documents in `regels`, as they come: YAML between lines ``---``, or JSON with one object on each line."""
    deel: list[bytes] = []
    begin = 1
    for nummer, regel in enumerate(regels, 1):
        if regel.startswith(_MISSCHIEN) and _is_grens(regel):
            yield from _documenten(begin, deel)
            deel, begin = [], nummer + 1
        else:
            deel.append(regel)
    yield from _documenten(begin, deel)


def _is_grens(regel: bytes) -> bool:
    """Whether a YAML document ends here; behind the dashes only a comment may stand."""
    kaal = regel.rstrip().removeprefix(_MERK)
    return kaal in {_GRENS, _EINDE} or (
        kaal.startswith((_GRENS + b" ", _EINDE + b" ")) and kaal[3:].lstrip()[:1] == b"#"
    )


def _documenten(begin: int, deel: list[bytes]) -> Iterator[Zaakdocument]:
    eerste = next((kaal for regel in deel if (kaal := regel.lstrip()) and not kaal.startswith(b"#")), None)
    if eerste is None:
        return  # nothing, or comments alone
    if eerste.startswith(b"{"):
        gevuld = [(nummer, regel) for nummer, regel in enumerate(deel, begin) if regel.strip()]
        if len(gevuld) > 1 and all(regel.startswith(b"{") and regel.rstrip().endswith(b"}") for _, regel in gevuld):
            yield from (Zaakdocument(nummer, regel) for nummer, regel in gevuld)
            return
    yield Zaakdocument(begin, b"".join(deel))
