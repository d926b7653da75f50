"""What lies there, read again: every fact where the tree has it, and no figure that comes from no fact."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import opmaak
from generator.bevindingen import Bevinding, Ernst
from generator.bladzijden import Papier, zonder_wisselend
from generator.document.leesregels import leesregels, nummers_van
from generator.errors import Fout, Plaats
from generator.regels.legger import Legger
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.leesregels import Leesregel
    from generator.document.nodes import Document
    from generator.regels.legger import Anders


@regel("TG-BESTAND", neemt=Neemt.PAPIER)
def onleesbaar(zaak: Zaak) -> Iterator[Bevinding]:
    """A file that should lie there and does not, or that cannot be read."""
    for bestand, fout in zaak.papieren.items():
        if isinstance(fout, Fout):
            yield _bevinding("TG-BESTAND", Ernst.FOUT, bestand, wat=fout.gevonden, raad=fout.raad or "bouw opnieuw")


@regel("TG-FEIT", neemt=Neemt.PAPIER)
def feit_anders(zaak: Zaak) -> Iterator[Bevinding]:
    """A fact that stands otherwise on paper than in the tree, or not at all."""
    for bestand, papier, stuk in _gelezen(zaak):
        for anders in _legger(papier, stuk, bestand).find():
            plek = anders.regel.plek if anders.regel else "het begin"
            yield _bevinding(
                "TG-FEIT", Ernst.FOUT, bestand, plaats(anders.blok.blok), feit=anders.cijfer.pad,
                oud=anders.cijfer.text, nieuw=f"‘{anders.nieuw}’" if anders.nieuw else "niets",
                plek=plek if anders.nieuw else f"in de buurt van {plek}", zin=_rond(anders),
            )  # fmt: skip


@regel("TG-GETAL", neemt=Neemt.PAPIER)
def los_getal_op_papier(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure or number word on paper that the tree does not have (*los getal*); numbers of places excepted."""
    for bestand, papier, stuk in _gelezen(zaak):
        legger = _legger(papier, stuk, bestand)
        legger.find()
        nummers = nummers_van(stuk)
        for nummer, los in legger.rest():
            # A place is known by the words around it, which may stand on the line before.
            ervoor = f"{legger.gelezen[nummer - 1].tekst} " if nummer and papier.regels[0].bladzijde else ""
            hier = legger.gelezen[nummer]
            tekst = f"{ervoor}{hier.tekst}".replace("\u00a0", " ")
            for vondst in opmaak.getallen_in(tekst):
                begin, eind = vondst.begin - len(ervoor), vondst.eind - len(ervoor)
                if not set(range(begin, eind)) & set(los) or opmaak.is_vindplaats(tekst, vondst):
                    continue
                if vondst.tekst.rstrip(".") in nummers and _begint_regel(hier.tekst, begin, eind, los):
                    continue  # the number of a heading, an item or a note
                yield _bevinding(
                    "TG-GETAL", Ernst.FOUT, bestand, getal=vondst.tekst, plek=hier.plek,
                    zin=tekst[max(0, vondst.begin - 40) : vondst.begin + 40].strip(),
                )  # fmt: skip


@regel("TG-RAND", neemt=Neemt.PAPIER)
def los_getal_in_de_rand(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure in the header or footer of a page: Raadwerk prints there what the paper is called, and no facts."""
    for bestand, papier, stuk in _gelezen(zaak):
        for rand in {lees.tekst: lees for lees in papier.randen()}.values():
            tekst = zonder_wisselend(rand.tekst.replace(stuk.meta.kenmerk, " ")).replace("\u00a0", " ")
            for vondst in opmaak.getallen_in(tekst):
                if not opmaak.is_vindplaats(tekst, vondst):
                    yield _bevinding("TG-RAND", Ernst.FOUT, bestand, getal=vondst.tekst, deel=rand.deel, zin=tekst)


@regel("TG-VELD", neemt=Neemt.PAPIER)
def veld_en_waarde(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure in Word that is another than the value under it, which is what Word and LibreOffice may show."""
    for bestand, papier, _ in _gelezen(zaak):
        for lees, staat_er, waarde in papier.botsende_velden():
            yield _bevinding("TG-VELD", Ernst.FOUT, bestand, staat=staat_er, waarde=waarde, plek=lees.plek)


@regel("TG-SPOOR", neemt=Neemt.PAPIER)
def wijzigingen_bijgehouden(zaak: Zaak) -> Iterator[Bevinding]:
    """A Word file that still holds tracked changes; they were read as accepted."""
    for bestand, papier, _ in _gelezen(zaak):
        if papier.bijgehouden:
            yield _bevinding("TG-SPOOR", Ernst.WAARSCHUWING, bestand)


def _gelezen(zaak: Zaak) -> Iterator[tuple[str, Papier, Document]]:
    for bestand, papier in zaak.papieren.items():
        if isinstance(papier, Papier):
            yield bestand, papier, zaak.stukken[PurePosixPath(bestand).stem]


def _legger(papier: Papier, stuk: Document, bestand: str) -> Legger:
    verwacht = list(leesregels(stuk))
    if bestand.endswith(".pdf"):
        return Legger(papier.tekst(), [regel.met_noten() for regel in verwacht])
    return Legger(papier.tekst(), [regel for regel in verwacht if not regel.in_beeld])


def _begint_regel(tekst: str, begin: int, eind: int, los: list[int]) -> bool:
    """Whether a number opens its line, and the words after it are the tree's."""
    woorden = eind + len(tekst[eind:]) - len(tekst[eind:].lstrip(" .)\t"))
    return not tekst[:begin].strip() and woorden < len(tekst) and woorden not in los


def _rond(anders: Anders) -> str:
    """The words of the tree around the fact."""
    blok: Leesregel = anders.blok
    begin = next(begin for begin, _, cijfer in blok.cijfers if cijfer is anders.cijfer)
    return blok.tekst[max(0, begin - 40) : begin + len(anders.cijfer.text) + 40].strip()


def _bevinding(code: str, ernst: Ernst, bestand: str, *meer: Plaats, feit: str = "", **gegevens: str) -> Bevinding:
    naam = PurePosixPath(bestand)
    return Bevinding(
        code, ernst, (Plaats(bestand), *meer), {"bestand": naam.name, "stuk": naam.stem, "feit": feit, **gegevens},
        feiten=(feit,) if feit else (),
    )  # fmt: skip
