"""The papers that were read back, each laid on its tree: what of a file is not in the tree, line by line."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from generator import opmaak
from generator.bevindingen import Bevinding, Ernst
from generator.bladzijden import Papier, Regel
from generator.document.leesregels import leesregels, nummers_van
from generator.document.walk import Dezelfde
from generator.errors import Plaats
from generator.regels.legger import Legger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.leesregels import Leesregel
    from generator.document.nodes import Document
    from generator.opmaak import Vondst
    from generator.regels.register import Zaak

_ITEM = re.compile(r"\s*\d{1,2}\.\s")
_GENUMMERD = ("", "Artikel", "Tabel", "Figuur", "Vraag")  # what a writer sets before the number of a part


def gelezen(zaak: Zaak) -> Iterator[tuple[str, Papier, Document]]:
    """Each file that could be read: its path, what stands in it, and its tree."""
    for bestand, papier in zaak.papieren.items():
        if isinstance(papier, Papier):
            yield bestand, papier, zaak.stukken[PurePosixPath(bestand).stem]


def leg(papier: Papier, stuk: Document, bestand: str) -> Legger:
    """The paper as it was read, laid on its tree."""
    return _gelegd(Dezelfde((papier, stuk)), in_pdf=bestand.endswith(".pdf"))


@lru_cache(maxsize=32)
def _gelegd(beide: Dezelfde, *, in_pdf: bool) -> Legger:
    """A paper laid on its tree: several rules look at it, and it never changes."""
    papier, stuk = beide.delen
    verwacht = leesregels(stuk)
    if in_pdf:
        return Legger(papier.tekst(), [regel.met_noten() for regel in verwacht])
    return Legger(papier.tekst(), [regel for regel in verwacht if not regel.in_beeld])


class Rest(Struct, frozen=True):
    """A line of a file with words that the tree does not have.

    Attributes:
        regel: the line.
        tekst: its words; in a PDF, where a sentence goes on, those of the line before too.
        los: places in `tekst` of the characters that the tree does not have.
        begin: place in `tekst` where the line itself begins.
        na: in a PDF, where a reference goes on, the words of the line after it.
    """

    regel: Regel
    tekst: str
    los: frozenset[int]
    begin: int
    na: str = ""

    def rond(self, begin: int) -> str:
        """The words around a place in it."""
        return self.tekst[max(0, begin - 40) : begin + 40].strip()

    def has_los(self, begin: int, eind: int) -> bool:
        """Whether any character from `begin` to `eind` is none of the tree's."""
        return not self.los.isdisjoint(range(begin, eind))

    def is_number_of_part(self, vondst: Vondst) -> bool:
        """Whether a number opens the line as that of an item, or before words of the tree (*Tabel 3. Bijlagen*)."""
        if _ITEM.match(self.tekst, self.begin, vondst.eind + 2):
            return True
        eind = vondst.eind + len(self.tekst[vondst.eind :]) - len(self.tekst[vondst.eind :].lstrip(" .)\t"))
        ervoor = self.tekst[self.begin : vondst.begin].strip()
        return ervoor in _GENUMMERD and eind < len(self.tekst) and eind not in self.los


def resten(papier: Papier, stuk: Document, bestand: str) -> Iterator[Rest]:
    """The lines of a file with words that the tree does not have."""
    legger = leg(papier, stuk, bestand)
    for nummer, los in legger.rest():
        # A place is known by the words around it, which may stand on the line before.
        in_pdf = papier.regels[0].bladzijde > 0
        ervoor = f"{legger.gelezen[nummer - 1].tekst} " if nummer and in_pdf else ""
        na = f" {legger.gelezen[nummer + 1].tekst}" if in_pdf and nummer + 1 < len(legger.gelezen) else ""
        hier, begin = legger.gelezen[nummer], len(ervoor)
        tekst = f"{ervoor}{hier.tekst}".replace("\u00a0", " ")
        yield Rest(hier, tekst, frozenset(plek + begin for plek in los), begin, na.replace("\u00a0", " "))


def losse_getallen(papier: Papier, stuk: Document, bestand: str) -> Iterator[tuple[Rest, Vondst]]:
    """Each figure on paper that the tree does not have; numbers that a writer gives its parts excepted."""
    nummers = nummers_van(stuk)
    for rest in resten(papier, stuk, bestand):
        for vondst in opmaak.getallen_in(rest.tekst):
            if rest.has_los(vondst.begin, vondst.eind) and not (
                vondst.tekst.rstrip(".") in nummers and rest.is_number_of_part(vondst)
            ):
                yield rest, vondst


def geschreven(lees: Leesregel) -> tuple[Plaats, ...]:
    """Where a line of the tree was written: the text with its words, and the template that begins it, if one does."""
    herkomst = lees.blok.herkomst
    return (*((Plaats(*herkomst.woorden),) if herkomst.woorden else ()), Plaats(herkomst.bestand, herkomst.regel))


def op_papier(code: str, ernst: Ernst, bestand: str, *meer: Plaats, feit: str = "", **gegevens: str) -> Bevinding:
    """A finding on a file that was read back; `meer` are the places where it should have been written."""
    naam = PurePosixPath(bestand)
    return Bevinding(
        code, ernst, (Plaats(bestand), *meer), {"bestand": naam.name, "stuk": naam.stem, "feit": feit, **gegevens},
        feiten=(feit,) if feit else (),
    )  # fmt: skip
