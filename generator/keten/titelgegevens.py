"""What a paper says of itself: its metadata, and the title and kenmerk that stand on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document.nodes import Document, Hoofd, Meta
from generator.document.variantmerk import met_variant
from generator.document.walk import plain_text
from generator.feiten.keuzes import GEHEIM

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.dossier import Dossier, Stuk

_GEHEIM_OP_ELKE_PAGINA = "GEHEIM (Gemeentewet, artikel 87)"


def maak_meta(dossier: Dossier, stuk: Stuk, dag: dt.date) -> Meta:
    """The metadata of `stuk` as of `dag`, without the title that only its filled-in head gives."""
    return Meta(
        titel="",
        documentsoort="",
        datum=dag.isoformat(),
        gemeente=dossier.gemeente.naam.woorden,
        openbaarheid=stuk.openbaarheid_op(dag),
        stuk=f"{dossier.naam}/{stuk.pad.removeprefix('stukken.')}",
    )


def met_titel(document: Document, stuk: Stuk, variant: str) -> Document:
    """`document` with the title and kenmerk that follow from its head; a `variant` is named in both."""
    if variant:  # in each format, on the first page and at the foot of every other
        document = met_variant(document, variant)
    kop = next(blok for blok in document.blocks if isinstance(blok, Hoofd))
    delen = [document.meta.gemeente, kop.documentsoort]
    if not stuk.zaaknummer.is_open:
        delen.append(stuk.zaaknummer.woorden)
    delen.append(f"versie {stuk.versie.woorden}")
    if document.meta.openbaarheid == GEHEIM:  # on every page (Gemeentewet 89 lid 1)
        delen.append(_GEHEIM_OP_ELKE_PAGINA)
    return replace(
        document,
        meta=replace(
            document.meta,
            titel=f"{kop.documentsoort}: {plain_text(kop.onderwerp)}",
            documentsoort=kop.documentsoort,
            kenmerk=" · ".join(delen),
        ),
    )
