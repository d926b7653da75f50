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
from generator.document.passages import zinnen_in
from generator.document.walk import walk, walk_blocks, walk_runs
from generator.opmaak import join_woorden
from generator.regels.bronwoorden import LINK, Bronzoeker, Omgeving
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
# What a paper may number for another: there it is looked for too.
_MEERVOUD_VAN = {enkel: meer for meer, enkel in reversed(_MEERVOUD.items())}
_OOK_ELDERS = {"vraag", "vraagstuk", "beslispunt", "argument", "kanttekening"}
_BEGINT = r"^\s*{}\s*(?:[.:)–-]|$)"
_LANGSTE_NUMMER = 6  # characters of a fact that can be a number of a part
_FEIT = "\ufffc"  # stands where a fact or a link is printed that is none


class Genoemd(NamedTuple):
    """A part that a text refers to: its kind in the singular, its number, and the words that say so.

    `bron` is another source named beside it that it may be about; empty when it can only be about the paper itself.
    """

    soort: str
    nummer: str
    woorden: str
    bron: str = ""


@regel("VW-DEEL", neemt=Neemt.STUKKEN)
def deel_bestaat(zaak: Zaak) -> Iterator[Bevinding]:
    """A chapter, table, figure, question, point or note that a paper refers to by a number it does not have.

    Attachments have a rule of their own (SH-BIJLAGE), and so have articles.
    """
    delen = {naam: _nummers(stuk) for naam, stuk in zaak.stukken.items()}
    for naam, stuk in zaak.stukken.items():
        for blok, genoemd in genoemde_delen(zaak, naam):
            soort = _GELIJK.get(genoemd.soort, genoemd.soort)
            bekend = delen[naam].get(soort, set())
            if not bekend and soort in _OOK_ELDERS:
                bekend = set().union(*(ander.get(soort, set()) for ander in delen.values()))
                if not bekend:
                    continue  # the paper numbers none of these, nor does any other
            if soort != "bijlage" and not _is_er(genoemd.nummer, bekend):
                yield Bevinding(
                    "VW-DEEL", Ernst.WAARSCHUWING if genoemd.bron else Ernst.FOUT, (plaats(blok),),
                    {"stuk": naam, "wat": f"{genoemd.soort} {genoemd.nummer}", "woorden": genoemd.woorden,
                     "bekend": _wat_er_is(soort, bekend, stuk), "ander": ander_stuk(genoemd)},
                )  # fmt: skip


def _wat_er_is(soort: str, bekend: set[str], stuk: Document) -> str:
    """The sentence that says which parts of this kind there are."""
    if bekend:
        return f"Wel is er: {join_woorden(sorted(bekend, key=_volgorde))}."
    if soort == "hoofdstuk" and any(isinstance(blok, Heading) for blok in walk_blocks(stuk)):
        return "De koppen van dit stuk hebben geen nummer."
    return f"Dit stuk heeft geen {_MEERVOUD_VAN[soort]}."


def ander_stuk(genoemd: Genoemd) -> str:
    """What to add about the other source that `genoemd` may be about; empty when there is none."""
    return f" Vlak daarbij staat ‘{genoemd.bron}’: misschien is het een deel daarvan." if genoemd.bron else ""


def genoemde_delen(zaak: Zaak, naam: str) -> Iterator[tuple[Block, Genoemd]]:
    """Each part of the paper `naam` itself that its own words refer to, with the block that does.

    Quotations are another's, and so is a number beside another source, or in a row of those: silence is better there
    than a false alarm. "Bijlage 3 bij het raadsvoorstel" is its own in a raadsvoorstel.
    """
    stuk = zaak.stukken[naam]
    zoeker = Bronzoeker(
        zaak.dossier.stukken[naam].soort.woorden,
        [bron.titel.woorden for bron in zaak.dossier.bronnen.values() if not bron.titel.is_open],
    )
    citaten = {id(deel) for blok in walk_blocks(stuk) if isinstance(blok, Citaat) for deel in walk(blok)}
    rijen = [(blok, _woorden(rij), rij) for blok, rij in walk_runs(stuk) if id(blok) not in citaten]
    zelf = "\n".join(tekst for _, tekst, _ in rijen)
    loopt_door = False  # whether the sentence before this run numbers parts of another source
    for i, (blok, tekst, rij) in enumerate(rijen):
        vondsten = [
            vondst
            for vondst in _VERWIJZING.finditer(tekst)
            if not (isinstance(blok, Heading) and not tekst[: vondst.start()].strip())
            # A heading that bears the number itself: "Vraag 9:", "Bijlage 7: …".
            and not re.search(_BEGINT.format(re.escape(vondst[0])), zelf, re.IGNORECASE | re.MULTILINE)
        ]
        if not vondsten:
            loopt_door = False
            continue
        lezer = _Rij(_woorden(rij, heel=True), _laatste_zin(rijen[i - 1][2]) if i else "", loopt_door=loopt_door)
        for vondst in vondsten:
            is_hier, bron = lezer.beoordeel(vondst, zoeker)
            if is_hier:
                yield from ((blok, genoemd._replace(bron=bron)) for genoemd in _lees(vondst))
        loopt_door = lezer.loopt_door


class _Rij:
    """A run of text with references in it, and which of its sentences number parts of another source."""

    def __init__(self, tekst: str, daarvoor: str, *, loopt_door: bool) -> None:
        """`daarvoor` is the sentence before the run; with `loopt_door` that one numbers parts of another source."""
        self._tekst, self._daarvoor = tekst, daarvoor
        self._zinnen = list(zinnen_in(tekst))
        self._elders = {-1} if loopt_door else set()

    @property
    def loopt_door(self) -> bool:
        """Whether its last sentence numbers parts of another source."""
        return len(self._zinnen) - 1 in self._elders

    def beoordeel(self, vondst: re.Match[str], zoeker: Bronzoeker) -> tuple[bool, str]:
        """Whether a reference may be about this paper, and the other source that it may be about instead."""
        zin = next(nr for nr, (_, eind) in enumerate(self._zinnen) if vondst.start() < eind)
        begin, eind = self._zinnen[zin]
        vorige = self._tekst[slice(*self._zinnen[zin - 1])] if zin else self._daarvoor
        omgeving = Omgeving(self._tekst[begin : vondst.start()], self._tekst[vondst.end() : eind], vorige)
        if zoeker.is_eigen(omgeving):
            return True, ""
        bron, is_hier = zoeker.vind(omgeving, bijlage=vondst[0].lower().startswith("bijlage"))
        if is_hier or not (bron or {zin, zin - 1} & self._elders):
            return True, bron
        self._elders.add(zin)
        return False, bron


def _laatste_zin(rij: tuple[Any, ...]) -> str:
    tekst = _woorden(rij, heel=True)
    return next((tekst[begin:eind] for begin, eind in reversed(list(zinnen_in(tekst)))), "")


def genoemd_in(tekst: str) -> Iterator[Genoemd]:
    """Each part of a paper that `tekst` names, whichever paper that is of."""
    for vondst in _VERWIJZING.finditer(tekst):
        yield from _lees(vondst)


def _lees(vondst: re.Match[str]) -> Iterator[Genoemd]:
    if vondst["meer"]:
        for nummer in re.findall(_NR, vondst["rij"]):
            yield Genoemd(_MEERVOUD[vondst["meer"].lower()], nummer, vondst[0])
    else:
        nummer = vondst["nr"] or _TELWOORDEN[vondst["woord"].lower()]
        yield Genoemd(vondst["enkel"].lower(), nummer, vondst[0])


def _woorden(rij: Iterable[Any], *, heel: bool = False) -> str:
    """The words of a run; a fact that is no number of a part, and a link to another paper, are masked.

    With `heel` they are not, and stand at the same places; a link to another paper begins with its mark.
    """
    uit: list[str] = []
    for deel in rij:
        match deel:
            case Text(tekst):
                uit.append(tekst)
            case Cijfer(tekst):
                uit.append(_FEIT * len(tekst) if not heel and (deel.citaat or len(tekst) > _LANGSTE_NUMMER) else tekst)
            case Link(inhoud, adres) if not adres.startswith("#"):
                tekst = _woorden(inhoud, heel=heel)
                uit.append(LINK + tekst[1:] if heel else _FEIT * len(tekst))
            case LineBreak():
                uit.append(" ")
            case _ if hasattr(deel, "content"):
                uit.append(_woorden(deel.content, heel=heel))
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
