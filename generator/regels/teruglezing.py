"""What lies there, read again: every fact where the tree has it, and nothing added that only facts may say.

Names of laws are for `wetsnamen.py`. Of other words nobody says anything here: ``raadwerk vergelijk`` compares two
papers word for word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import opmaak
from generator.bevindingen import Ernst
from generator.bladzijden import zonder_wisselend
from generator.document.leesregels import dictum_van, leesregels
from generator.errors import Fout
from generator.opmaak.nuances import BIJ_BENADERING
from generator.regels.gelegd import gelezen, geschreven, leg, losse_getallen, op_papier, resten
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bevindingen import Bevinding
    from generator.bladzijden import Papier, Regel
    from generator.document.leesregels import Leesregel
    from generator.document.nodes import Document
    from generator.opmaak import Vondst
    from generator.regels.gelegd import Rest
    from generator.regels.legger import Anders, Woordverschil

_WOORDEN = 12  # of a sentence, in a message
# Right before a figure, with nothing but white space between.
_GRENS = re.compile(
    rf"\b(?P<grens>{BIJ_BENADERING}|bijna|ruim|krap|minstens|minimaal|hooguit|maximaal|(?:niet\s+|geen\s+)?(?:meer|minder)\s+dan"
    r"|ten\s+(?:minste|hoogste))\s+",
    re.IGNORECASE,
)


@regel("TG-BESTAND", neemt=Neemt.PAPIER)
def onleesbaar(zaak: Zaak) -> Iterator[Bevinding]:
    """A file that should lie there and does not, or that cannot be read."""
    for bestand, fout in zaak.papieren.items():
        if isinstance(fout, Fout):
            yield op_papier("TG-BESTAND", Ernst.FOUT, bestand, wat=fout.gevonden, raad=fout.raad or "bouw opnieuw")


@regel("TG-FEIT", neemt=Neemt.PAPIER)
def feit_anders(zaak: Zaak) -> Iterator[Bevinding]:
    """A fact that stands otherwise on paper than in the tree, or not at all."""
    for bestand, papier, stuk in gelezen(zaak):
        for anders in leg(papier, stuk, bestand).anders:
            yield op_papier(
                "TG-FEIT", Ernst.FOUT, bestand, *geschreven(anders.blok), feit=anders.cijfer.pad,
                oud=anders.cijfer.text, nieuw=f"‘{anders.nieuw}’" if anders.nieuw else "niets",
                plek=anders.plek if anders.nieuw else f"in de buurt van {anders.plek}", zin=_rond(anders),
            )  # fmt: skip


@regel("TG-GETAL", neemt=Neemt.PAPIER)
def los_getal_op_papier(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure or number word on paper that the tree does not have (*los getal*)."""
    for bestand, papier, stuk in gelezen(zaak):
        for rest, vondst in losse_getallen(papier, stuk, bestand):
            if not opmaak.is_vindplaats(rest.tekst, vondst):
                zin = rest.rond(vondst.begin)
                yield op_papier("TG-GETAL", Ernst.FOUT, bestand, getal=vondst.tekst, plek=rest.regel.plek, zin=zin)


@regel("TG-VERWIJZING", neemt=Neemt.PAPIER)
def verwijzing_op_papier(zaak: Zaak) -> Iterator[Bevinding]:
    """An article, a part of one, annex, gazette or table on paper that the tree does not name there."""
    for bestand, papier, stuk in gelezen(zaak):
        gemeld: dict[Regel, list[tuple[int, int]]] = {}
        for rest, begin, eind in _verwijzingen(papier, stuk, bestand):
            eerder = gemeld.setdefault(rest.regel, [])
            if not any(van < eind and begin < tot for van, tot in eerder):
                eerder.append((begin, eind))
                naam = " ".join(f"{rest.tekst}{rest.na}"[begin:eind].split())
                wat = f"‘{naam}’ staat hier niet in het stuk"
                yield op_papier(
                    "TG-VERWIJZING", Ernst.FOUT, bestand, plek=rest.regel.plek, wat=wat, zin=rest.rond(begin)
                )
        for verschil in leg(papier, stuk, bestand).verschillen:
            for geheel, deel in opmaak.artikeldelen(verschil.blok.tekst):
                if _is_deel_weg(verschil, geheel[0], deel):
                    tekst = verschil.blok.tekst
                    yield op_papier(
                        "TG-VERWIJZING", Ernst.FOUT, bestand, *geschreven(verschil.blok), plek=verschil.plek,
                        wat=f"van ‘{tekst[slice(*geheel)]}’ is ‘{verschil.oud.strip(' ,.;()')}’ weg",
                        zin=tekst[max(0, geheel[0] - 20) : geheel[1] + 20].strip(),
                    )  # fmt: skip


def _verwijzingen(papier: Papier, stuk: Document, bestand: str) -> Iterator[tuple[Rest, int, int]]:
    """Each reference on paper with a part that the tree does not have, and where in the line it begins and ends."""
    for rest in resten(papier, stuk, bestand):
        delen = opmaak.artikeldelen(f"{rest.tekst}{rest.na}")
        yield from ((rest, *geheel) for geheel, deel in delen if rest.has_los(*deel))
    for rest, vondst in losse_getallen(papier, stuk, bestand):
        if plek := opmaak.vindplaats_om(rest.tekst, vondst):
            yield rest, *plek


def _is_deel_weg(verschil: Woordverschil, begin: int, deel: tuple[int, int]) -> bool:
    """Whether of a reference that begins at `begin` the part of the article is gone, and the article still there."""
    if not (begin < verschil.begin < deel[1] and deel[0] < verschil.eind):
        return False
    tekst, tot = verschil.blok.tekst, verschil.begin + len(verschil.nieuw)
    hier = opmaak.artikeldelen(f"{tekst[: verschil.begin]}{verschil.nieuw}{tekst[verschil.eind :]}")
    return not any(van < tot and verschil.begin < na for _, (van, na) in hier) and " lid " not in f" {verschil.nieuw} "


@regel("TG-CIRCA", neemt=Neemt.PAPIER)
def grens_op_papier(zaak: Zaak) -> Iterator[Bevinding]:
    """A word that makes a figure another (*circa*, *ten minste*), put before it on paper or gone from there."""
    for bestand, papier, stuk in gelezen(zaak):
        gemeld = set()
        for rest in resten(papier, stuk, bestand):
            for woord, getal in _grenzen(rest.tekst):
                if rest.has_los(*woord.span("grens")):
                    gemeld.add((rest.regel, getal.tekst))
                    wat = f"‘{woord['grens']}’ staat voor ‘{getal.tekst}’, en het stuk zegt dat niet"
                    yield op_papier("TG-CIRCA", Ernst.FOUT, bestand, plek=rest.regel.plek, wat=wat)
        for verschil in leg(papier, stuk, bestand).verschillen:
            for woord, getal in _grenzen(verschil.blok.tekst):
                weg = verschil.begin < woord.end("grens") and woord.start("grens") < verschil.eind
                if weg and (verschil.regel, getal.tekst) not in gemeld:
                    wat = f"‘{woord['grens']}’ voor ‘{getal.tekst}’ is weg"
                    yield op_papier(
                        "TG-CIRCA", Ernst.FOUT, bestand, *geschreven(verschil.blok), plek=verschil.plek, wat=wat
                    )


@regel("TG-DICTUM", neemt=Neemt.PAPIER)
def dictum_op_papier(zaak: Zaak) -> Iterator[Bevinding]:
    """Words of the beslispunten that are others on paper: they say what the council decides, word for word."""
    for bestand, papier, stuk in gelezen(zaak):
        regels = list(leesregels(stuk))
        for plekken in dictum_van(stuk):
            for verschil in leg(papier, stuk, bestand).vergelijk([regels[plek] for plek in plekken]):
                if not verschil.is_feit:
                    yield op_papier(
                        "TG-DICTUM", Ernst.FOUT, bestand, *geschreven(verschil.blok), plek=verschil.plek,
                        wat=_wat(verschil),
                    )  # fmt: skip


@regel("TG-RAND", neemt=Neemt.PAPIER)
def los_getal_in_de_rand(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure in the header or footer of a page: Raadwerk prints there what the paper is called, and no facts."""
    for bestand, papier, stuk in gelezen(zaak):
        for rand in {lees.tekst: lees for lees in papier.randen()}.values():
            tekst = zonder_wisselend(rand.tekst.replace(stuk.meta.kenmerk, " ")).replace("\u00a0", " ")
            for vondst in opmaak.getallen_in(tekst):
                if not opmaak.is_vindplaats(tekst, vondst):
                    yield op_papier("TG-RAND", Ernst.FOUT, bestand, getal=vondst.tekst, deel=rand.deel, zin=tekst)


@regel("TG-VELD", neemt=Neemt.PAPIER)
def veld_en_waarde(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure in Word that is another than the value under it, which is what Word and LibreOffice may show."""
    for bestand, papier, _ in gelezen(zaak):
        for lees, staat_er, waarde in papier.botsende_velden():
            yield op_papier("TG-VELD", Ernst.FOUT, bestand, staat=staat_er, waarde=waarde, plek=lees.plek)


@regel("TG-SPOOR", neemt=Neemt.PAPIER)
def wijzigingen_bijgehouden(zaak: Zaak) -> Iterator[Bevinding]:
    """A Word file that still holds tracked changes; they were read as accepted."""
    for bestand, papier, _ in gelezen(zaak):
        if papier.bijgehouden:
            yield op_papier("TG-SPOOR", Ernst.WAARSCHUWING, bestand)


def _grenzen(tekst: str) -> Iterator[tuple[re.Match[str], Vondst]]:
    """Each word of a bound in `tekst` with the figure right after it."""
    woorden = list(_GRENS.finditer(tekst))
    getallen = {getal.begin: getal for getal in opmaak.getallen_in(tekst)} if woorden else {}
    yield from ((woord, getallen[woord.end()]) for woord in woorden if woord.end() in getallen)


def _wat(verschil: Woordverschil) -> str:
    """What happened to words, in short."""
    oud, nieuw = (_kort(tekst) for tekst in (verschil.oud, verschil.nieuw))
    if oud and nieuw:
        return f"‘{oud}’ is ‘{nieuw}’ geworden"
    return f"‘{oud}’ is weg" if oud else f"‘{nieuw}’ is erbij gezet"


def _kort(tekst: str) -> str:
    woorden = tekst.split()
    return " ".join(woorden if len(woorden) <= _WOORDEN else [*woorden[:_WOORDEN], "…"])


def _rond(anders: Anders) -> str:
    """The words of the tree around the fact."""
    blok: Leesregel = anders.blok
    begin = next(begin for begin, _, cijfer in blok.cijfers if cijfer is anders.cijfer)
    return blok.tekst[max(0, begin - 40) : begin + len(anders.cijfer.text) + 40].strip()
