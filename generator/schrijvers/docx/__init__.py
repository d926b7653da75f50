"""A paper as a Word file, built part by part so that nothing stands in it that we did not put there.

The front door is `write`; the order of the work stands in ``draft.py``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.kenmerk import kenmerk_van
from generator.document.nodes import Block, Cijfer, Text
from generator.document.walk import walk
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers.docx.controls import Controls
from generator.schrijvers.docx.draft import close_draft, open_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl

# XML 1.0 § 2.2. Compiled when it is wanted, which is seldom: so wide a class takes long.
_NOT_IN_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def write(document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], logo: bytes | None = None) -> bytes:
    """`document` as a Word file (.docx), the same bytes for the same arguments.

    Args:
        document: the paper.
        huisstijl: the house style; its `word`, when there is one, gives styles, page, headers and footers.
        beelden: a PNG of 200 dots per inch for the label of every time line and chart.
        logo: the logo of the house style as PNG; not used on a municipality's own `word`, which has its own.

    Raises:
        SchrijfError: a picture is missing, a character cannot stand in XML, or `huisstijl.word` is no Word file.
    """
    try:
        draft = open_draft(document, huisstijl, beelden, logo, Controls(kenmerk_van(document)))
        return close_draft(draft, draft.content, draft.notes_content)
    except ValueError as error:  # a character was refused; only now it is worth looking for which
        fouten = tuple(impossible_characters(document))
        if not fouten:
            raise
        raise SchrijfError(*fouten) from error


def impossible_characters(document: Document) -> list[Fout]:
    """What XML cannot hold in `document`, named by its fact or its place."""
    fouten = []
    plaats = Plaats("")
    for node in walk(document):
        if isinstance(node, Block):
            plaats = Plaats(node.herkomst.bestand, node.herkomst.regel)
        if isinstance(node, Text | Cijfer) and (teken := re.search(_NOT_IN_XML, node.text)):
            wie = f"het feit ‘{node.pad}’" if isinstance(node, Cijfer) else "de tekst"
            gevonden = f"{wie} bevat een stuurteken (U+{ord(teken[0]):04X}) dat niet in een Word-bestand kan"
            fouten.append(Fout(plaats, gevonden, raad="haal het teken weg"))
    return fouten
