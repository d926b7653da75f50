"""Is every quote on the page of the paper that its fact names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.bronnen.zoeken import Bronstuktekst
from generator.opmaak import is_uit_citaat, print_feit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Bron, Feit
    from generator.feiten.waarden import Waarde


class Uitslag(StrEnum):
    """What looking for a quote gave."""

    GEVONDEN = "gevonden"
    ANDERE_PAGINA = "andere pagina"
    NIET_GEVONDEN = "niet gevonden"
    NIET_IN_MAP = "bronstuk niet in de map"
    ZONDER_BESTAND = "bronstuk zonder bestand"  # bronnen.yaml names no file: a web page, a message
    ZONDER_CITAAT = "zonder citaat"  # a figure of a table, of which no words can be quoted


class Citaatcontrole(Struct, frozen=True):
    """One source of a fact, and whether its quote stands there.

    Attributes:
        feit: path of the fact.
        bron: where the fact says it was read.
        uitslag: what looking gave.
        paginas: the pages it does stand on.
        lijkt_op: the words most like it, when it stands nowhere; with their page in `paginas`.
        anders: the value of the fact as it is printed, when the quote says another.
    """

    feit: str
    bron: Bron
    uitslag: Uitslag
    paginas: tuple[int, ...] = ()
    lijkt_op: str = ""
    anders: str = ""

    @property
    def gevonden(self) -> bool:
        """False when the quote was looked for, or should have been, and is not where its fact says."""
        return self.uitslag in {Uitslag.GEVONDEN, Uitslag.ZONDER_BESTAND, Uitslag.ZONDER_CITAAT}

    @property
    def klopt(self) -> bool:
        """Whether the quote is where its fact says, as far as it was looked for, and says the same value."""
        return self.gevonden and not self.anders


def check_citaten(dossier: Dossier, paginas: Mapping[str, Sequence[str]]) -> list[Citaatcontrole]:
    """What became of the quote of each source of each fact and mention, in the order of the dossier.

    Spaces, hyphens and the shape of quotation marks do not count; a quote may run on over a page. The same
    quote of the same fact is looked for once.

    Args:
        dossier: the facts, and the papers of ``bronnen.yaml``.
        paginas: the text of each page by file name without ending, as ``bronnen.yaml`` has it.
    """
    teksten = {naam: Bronstuktekst(inhoud) for naam, inhoud in paginas.items()}
    return [
        replace(_check(dossier, teksten, pad, bron), anders=_anders(dossier.feiten[pad], waarde, bron))
        for pad, waarde, bron in bronnen_van(dossier)
        if bron.stuk
    ]


def bronnen_van(dossier: Dossier) -> Iterator[tuple[str, Waarde | None, Bron]]:
    """Each fact's path with the value read from each of its sources, those of its mentions too; each source once.

    What was computed, or chosen between mentions, was read from none: then the value is None.
    """
    for pad, feit in dossier.feiten.items():
        gelezen = None if feit.formule or feit.vermeldingen else feit.waarde
        alle = (
            *((vermelding.waarde, vermelding.bron) for vermelding in feit.vermeldingen),
            *((gelezen, bron) for bron in feit.bronnen),
        )
        gezien = set()
        for waarde, bron in alle:
            if (sleutel := (bron.stuk, bron.pagina, bron.citaat)) not in gezien:
                gezien.add(sleutel)
                yield pad, waarde, bron


def bestand_van(dossier: Dossier, bron: Bron) -> str:
    """The file name of the paper a source names, without ending; empty when it has no file."""
    stuk = dossier.bronnen.get(bron.stuk)
    return stuk.bestand.woorden if stuk and stuk.bestand and not stuk.bestand.is_open else ""


def _anders(feit: Feit, waarde: Waarde | None, bron: Bron) -> str:
    """`waarde` as it is printed, when the quote says another."""
    if waarde is None or not bron.citaat or is_uit_citaat(waarde, bron.citaat):
        return ""
    return print_feit(feit.met(waarde=waarde, circa=False))


def _check(dossier: Dossier, teksten: Mapping[str, Bronstuktekst], pad: str, bron: Bron) -> Citaatcontrole:
    bestand = bestand_van(dossier, bron)
    if not bestand:
        return Citaatcontrole(pad, bron, Uitslag.ZONDER_BESTAND)
    if not bron.citaat:
        return Citaatcontrole(pad, bron, Uitslag.ZONDER_CITAAT)
    if bestand not in teksten:
        return Citaatcontrole(pad, bron, Uitslag.NIET_IN_MAP)
    plekken = teksten[bestand].find(bron.citaat)
    if not plekken:
        pagina, lijkt_op = teksten[bestand].find_gelijkend(bron.citaat)
        return Citaatcontrole(pad, bron, Uitslag.NIET_GEVONDEN, (pagina,) if pagina else (), lijkt_op)
    goed = not bron.pagina or any(plek.pagina <= bron.pagina <= plek.laatste_pagina for plek in plekken)
    uitslag = Uitslag.GEVONDEN if goed else Uitslag.ANDERE_PAGINA
    return Citaatcontrole(pad, bron, uitslag, tuple(dict.fromkeys(plek.pagina for plek in plekken)))
