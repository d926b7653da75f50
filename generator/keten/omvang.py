"""What can only be said of a paper once it is set: how long it became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bladzijden import Papier
from generator.keten import op_zwaarte
from generator.lezers.omvang import meet_omvang
from generator.regels.oordelen import beantwoord
from generator.regels.register import Neemt, Zaak, pas_toe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.keten import Gecontroleerd


def met_omvang(gecontroleerd: Gecontroleerd, pdfs: Mapping[str, bytes]) -> Gecontroleerd:
    """`gecontroleerd` with the findings on the length of its papers, answered where somebody did.

    Args:
        gecontroleerd: what the other rules said of the papers.
        pdfs: the PDF of each paper that has one, by its name.
    """
    gelezen = gecontroleerd.gelezen
    papieren = {f"{naam}.pdf": Papier((), omvang=meet_omvang(pdf)) for naam, pdf in pdfs.items()}
    zaak = Zaak(
        gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, gecontroleerd.stukken, papieren=papieren
    )
    nieuw = beantwoord(replace(zaak, bevindingen=tuple(pas_toe(zaak, Neemt.OMVANG))))
    return (
        replace(gecontroleerd, bevindingen=op_zwaarte((*gecontroleerd.bevindingen, *nieuw))) if nieuw else gecontroleerd
    )
