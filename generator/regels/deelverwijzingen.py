"""Typed references to a part of a paper: "hoofdstuk 14", "tabel 99", "bijlage negen"; is there such a part?

A reference by label numbers itself. One that was typed is read here as a reader would; with another source beside
it ("tabel 1 van het verdeelbesluit") it is about that source, and nobody here can look whether it is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import (
    Argument,
    Beslispunt,
    Cijfer,
    Citaat,
    Grafiek,
    Heading,
    LineBreak,
    Link,
    Table,
    Text,
    Tijdlijn,
    Vraagpunt,
)
from generator.document.walk import walk, walk_blocks, walk_runs
from generator.opmaak import join_woorden
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.nodes import Block, Document

_TELWOORDEN = {
    "één": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8", "negen": "9",
    "tien": "10", "elf": "11", "twaalf": "12", "dertien": "13", "veertien": "14", "vijftien": "15", "zestien": "16",
    "zeventien": "17", "achttien": "18", "negentien": "19", "twintig": "20",
}  # fmt: skip
_NR = r"\d+[a-z]?(?:\.\d+[a-z]?)*\b"
_ENKEL = "bijlage|hoofdstuk|paragraaf|tabel|figuur|vraag|vraagstuk|beslispunt|argument|kanttekening|voetnoot|noot"
_MEERVOUD = {
    "bijlagen": "bijlage", "hoofdstukken": "hoofdstuk", "paragrafen": "paragraaf", "tabellen": "tabel",
    "figuren": "figuur", "vragen": "vraag", "vraagstukken": "vraagstuk", "beslispunten": "beslispunt",
    "voetnoten": "voetnoot", "noten": "noot",
}  # fmt: skip
# A number word is one of a part only when no noun comes after it: not "in de bijlage drie tabellen".
_GEEN_NAAMWOORD = (
    r"(?=\s*(?:[,.;:!?)\]’”]|$|(?:en|of|van|bij|uit|in|op|staat|staan|is|zijn|gaat|gaan|laat|geeft|noemt|toont|bevat"
    r"|zegt|leest|vindt|ziet|wordt|hoort|kunt|heeft)\b))"
)
# After the plural a row of numbers may stand; after the singular what follows is another figure.
_VERWIJZING = re.compile(
    rf"\b(?P<meer>{'|'.join(_MEERVOUD)})\s+(?P<rij>{_NR}(?:(?:,|\s+en|\s+of|\s+tot\s+en\s+met)\s+{_NR})*)"
    rf"|\b(?P<enkel>{_ENKEL})\s+(?:(?P<nr>{_NR})|(?P<woord>{'|'.join(_TELWOORDEN)})\b{_GEEN_NAAMWOORD})",
    re.IGNORECASE,
)
_WET = r"(?:A[wt]b|Atw|Woo|AVG|Wgr|Wmo|BW|Bal|Bbl|Bkl|Stb|Stcrt|[Ww]et|[A-Z]\w*wet)"
_BRON = (
    r"[\w-]*(?:nota|brief|rapport(?:age)?|besluit|wet|regeling|verordening|richtlijn|motie|notitie|memo|handreiking"
    r"|verslag|overeenkomst|contract|advies|onderzoek|enquête|plan|visie|begroting|rekening|stuk|voorstel|amendement"
    r"|circulaire|document|studie|monitor|agenda|website|presentatie|lijst|formulier)(?:s|en|ten)?\b"
)
# Another source, behind the number or before it.
_BRON_NA = re.compile(
    rf"\s*(?:,\s*)?(?:(?:van|bij|uit)\s+(?!dit\b|deze\b|ons\b|onze\b)\w|in\s+(?:de|het|een|die|dat)\s+(?:\w+\s+)?{_BRON}"
    rf"|{_WET}\b)"
)
_BRON_VOOR = re.compile(
    rf"(?:\b{_WET}|(?<!\bdit )(?<!\bdeze )(?<!\bons )(?<!\bonze )\b(?i:{_BRON}))"
    r"\s*[,(:]?\s*(?:zie\s+|in\s+)?(?:de\s+)?$"
    rf"|\b(?i:in|uit|van|volgens|bij|op)\s+(?:de|het|een|dat|die|zijn|haar|hun)\s+(?:[\w-]+\s+){{0,2}}?{_BRON}"
    r"[^.;:?!]{0,40}$"
)
# What a paper may number for another: there it is looked for too.
_OOK_ELDERS = {"vraag", "vraagstuk", "beslispunt", "argument", "kanttekening"}
_BEGINT = r"^\s*{}\s*(?:[.:)–-]|$)"
_LANGSTE_NUMMER = 6  # characters of a fact that can be a number of a part
_FEIT = "\ufffc"  # stands where a fact or an address is printed that is none


class Genoemd(NamedTuple):
    """A part that a text refers to: its kind in the singular, its number, and the words that say so."""

    soort: str
    nummer: str
    woorden: str


@regel("VW-DEEL", neemt=Neemt.STUKKEN)
def deel_bestaat(zaak: Zaak) -> Iterator[Bevinding]:
    """A chapter, table, figure, question, point or note that a paper refers to by a number it does not have.

    Attachments have a rule of their own (SH-BIJLAGE), and so have articles.
    """
    delen = {naam: _nummers(stuk) for naam, stuk in zaak.stukken.items()}
    for naam, stuk in zaak.stukken.items():
        for blok, genoemd in genoemde_delen(stuk, zaak.dossier.stukken[naam].soort.woorden):
            soort = _GELIJK.get(genoemd.soort, genoemd.soort)
            bekend = delen[naam].get(soort, set())
            if not bekend and soort in _OOK_ELDERS:
                bekend = set().union(*(ander.get(soort, set()) for ander in delen.values()))
                if not bekend:
                    continue  # the paper numbers none of these, nor does any other
            if soort != "bijlage" and not _is_er(genoemd.nummer, bekend):
                yield Bevinding(
                    "VW-DEEL", Ernst.FOUT, (plaats(blok),),
                    {"stuk": naam, "wat": f"{genoemd.soort} {genoemd.nummer}", "woorden": genoemd.woorden,
                     "bekend": join_woorden(sorted(bekend, key=_volgorde)) or "geen"},
                )  # fmt: skip


def genoemde_delen(stuk: Document, soort: str) -> Iterator[tuple[Block, Genoemd]]:
    """Each part of `stuk` itself that its own words refer to, with the block that does; quotations are another's.

    `soort` is what kind of paper it is: "bijlage 3 bij het raadsvoorstel" is its own in a raadsvoorstel.
    """
    eigen = re.compile(
        rf"\s*(?:van|bij|uit|in)\s+(?:het|de)\s+(?:{'|'.join(_namen(soort))})\b(?!\s+(?:van|over|bij)\b)"
    )
    citaten = {id(deel) for blok in walk_blocks(stuk) if isinstance(blok, Citaat) for deel in walk(blok)}
    rijen = [(blok, _woorden(rij)) for blok, rij in walk_runs(stuk) if id(blok) not in citaten]
    zelf = "\n".join(tekst for _, tekst in rijen)
    for blok, tekst in rijen:
        for vondst in _VERWIJZING.finditer(tekst):
            erachter = not eigen.match(tekst, vondst.end()) and _BRON_NA.match(tekst, vondst.end())
            elders = erachter or _staat_bron_voor(tekst, vondst)
            # A heading that bears the number itself: "Vraag 9:", "Bijlage 7: …".
            begint = re.search(_BEGINT.format(re.escape(vondst[0])), zelf, re.IGNORECASE | re.MULTILINE)
            if not elders and not begint and not (isinstance(blok, Heading) and not tekst[: vondst.start()].strip()):
                yield from ((blok, genoemd) for genoemd in _lees(vondst))


def genoemd_in(tekst: str) -> Iterator[Genoemd]:
    """Each part of a paper that `tekst` names, whichever paper that is of."""
    for vondst in _VERWIJZING.finditer(tekst):
        yield from _lees(vondst)


def _namen(soort: str) -> set[str]:
    """What a paper of this kind calls itself: "raadsvoorstel" and "voorstel"."""
    kern = soort.partition("-")[0]
    return {kern, *(deel for deel in ("voorstel", "nota", "brief") if kern.endswith(deel))}


def _staat_bron_voor(tekst: str, vondst: re.Match[str]) -> bool:
    """Whether a source stands before the number; of an attachment the paper that it is may stand there."""
    is_bijlage = vondst[0].lower().startswith("bijlage")
    return not is_bijlage and _BRON_VOOR.search(tekst, 0, vondst.start()) is not None


def _lees(vondst: re.Match[str]) -> Iterator[Genoemd]:
    if vondst["meer"]:
        for nummer in re.findall(_NR, vondst["rij"]):
            yield Genoemd(_MEERVOUD[vondst["meer"].lower()], nummer, vondst[0])
    else:
        nummer = vondst["nr"] or _TELWOORDEN[vondst["woord"].lower()]
        yield Genoemd(vondst["enkel"].lower(), nummer, vondst[0])


def _woorden(rij: Iterable[Any]) -> str:
    """The words of a run; a fact that is no number of a part, and a link to another paper, are masked."""
    uit: list[str] = []
    for deel in rij:
        match deel:
            case Text(tekst):
                uit.append(tekst)
            case Cijfer(tekst):
                uit.append(_FEIT if deel.citaat or len(tekst) > _LANGSTE_NUMMER else tekst)
            case Link(inhoud, adres):
                uit.append(_woorden(inhoud) if adres.startswith("#") else _FEIT)
            case LineBreak():
                uit.append(" ")
            case _ if hasattr(deel, "content"):
                uit.append(_woorden(deel.content))
            case _:
                pass  # the mark of a note
    return "".join(uit).replace("\u00a0", " ")


_GELIJK = {"paragraaf": "hoofdstuk", "noot": "voetnoot"}


def _nummers(stuk: Document) -> dict[str, set[str]]:
    """The numbers of the parts of `stuk`, as a reader sees them, by kind."""
    uit: dict[str, set[str]] = {}
    for blok in walk_blocks(stuk):
        match blok:
            case Heading(number=nummer) if nummer:
                uit.setdefault("hoofdstuk", set()).add(nummer)
            case Table(number=nummer):
                uit.setdefault("tabel", set()).add(str(nummer))
            case Grafiek(number=nummer) | Tijdlijn(number=nummer):
                uit.setdefault("figuur", set()).add(str(nummer))
            case Vraagpunt(nummer=nummer):
                uit.setdefault("vraag", set()).add(nummer)
            case Beslispunt(nummer=nummer):
                uit.setdefault("beslispunt", set()).add(str(nummer))
            case Argument(soort=soort, nummer=nummer):
                uit.setdefault(soort, set()).add(nummer)
            case _:
                pass
    uit["voetnoot"] = {str(noot.number) for noot in stuk.footnotes}
    return uit


def _is_er(nummer: str, bekend: set[str]) -> bool:
    """Whether `nummer` is among those that are known; "vraag 2" is there when 2a is."""
    return nummer in bekend or any(een.startswith(nummer) and een[len(nummer) :].isalpha() for een in bekend)


def _volgorde(nummer: str) -> list[tuple[int, str]]:
    return [(int(re.match(r"\d*", deel)[0] or 0), deel) for deel in nummer.split(".")]  # type: ignore[index]
