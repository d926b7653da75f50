"""The old → new sheet (*was-wordtlijst*): two states of a dossier → one paper that names what changed and where.

A paper like the others, to go with a raadsinformatiebrief: values and their sources, no remarks, reasons or choices.
It names only what the public papers show, and nothing that is bookkeeping of papers: a version, a status, the list of
what the council was told before.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from generator.document import nodes
from generator.document.nodes import (
    BulletList,
    Cell,
    Cijfer,
    Document,
    Heading,
    Kenmerk,
    Kop,
    LineBreak,
    ListItem,
    Meta,
    Paragraph,
    Row,
    Table,
    Text,
)
from generator.document.oorzaken import paden_van
from generator.document.plekken import walk_plekken
from generator.document.walk import plain_text, walk
from generator.feiten.waarden import Datum, Verwijzing
from generator.opmaak import join_woorden
from generator.opmaak.getallen import HARDE_SPATIE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.document.nodes import Blok, Inline
    from generator.document.plekken import Plek
    from generator.verschil import Feitverschil, Toestand, Verschil
    from generator.wijzigingen import Wijziging

    _Plaatsen = Mapping[str, Mapping[str, list[str]]]  # path of a fact → name of a paper → the parts of it

SOORT = "Was-wordtlijst"
# The columns with their widths.
_MET_BRON = {"Gegeven": 18, "Was": 17, "Wordt": 17, "Bron": 19, "Staat in": 29}
_ZONDER_BRON = {"Gegeven": 21, "Was": 19, "Wordt": 19, "Staat in": 41}
_OPEN = "[nog in te vullen"
_BEHEER = ("stukken.", "wijzigingen.")  # what dossier.yaml says of each paper, and all of wijzigingen.yaml


def maak_waswordt(verschil: Verschil, oud: Toestand, nieuw: Toestand, stukken: Iterable[str], datum: str) -> Document:
    """What differs between `oud` and `nieuw`, as a paper.

    Args:
        verschil: all that differs.
        oud: the old state.
        nieuw: the new state.
        stukken: the public papers that the sheet is about.
        datum: the day of the sheet, as an ISO date.
    """
    openbaar = _namen(stukken, oud, nieuw)
    plaatsen = _plaatsen(openbaar, oud, nieuw)
    # What only a new paper shows, nobody was told otherwise before.
    bestaand = {stuk: naam for stuk, naam in openbaar.items() if stuk in oud.stukken}
    te_noemen = _plaatsen(bestaand, oud, nieuw).keys() - _bijgehouden(oud, nieuw)
    gelezen = [feit for feit in verschil.feiten if feit.oud != feit.nieuw and feit.pad in te_noemen]
    volgt = [
        feit for feit in (*verschil.berekend, *verschil.termijnen) if feit.oud != feit.nieuw and feit.pad in te_noemen
    ]
    concept = any(_open(feit) for feit in (*gelezen, *volgt)) or any(
        nieuw.stukken[naam].meta.concept for naam in openbaar if naam in nieuw.stukken
    )
    titel = nieuw.dossier.titel.woorden
    blokken: list[Blok] = [
        _kop(titel, nieuw.dossier.variant, _betreft(verschil, openbaar, oud, nieuw), concept=concept),
        Paragraph((Text(_inleiding(gelezen or volgt)),)),
    ]
    if gelezen:
        blokken += _deel("Gewijzigde gegevens", 1, gelezen, plaatsen, bron=True)
    if volgt:
        blokken += _deel("Wat daaruit is berekend", 1 + bool(gelezen), volgt, plaatsen, bron=False)
    blokken += _rekenwijzen(verschil, plaatsen)
    blokken += _teksten(verschil, openbaar, nieuw, ook=bool(gelezen or volgt))
    blokken += _ongewijzigd(verschil, openbaar)
    gemeente = nieuw.dossier.gemeente.naam.woorden
    meta = Meta(
        f"{SOORT}: {titel}", SOORT, datum, gemeente, f"{gemeente} · {SOORT} · {titel}", concept=concept,
    )  # fmt: skip
    return Document(meta, tuple(blokken))


def _bijgehouden(oud: Toestand, nieuw: Toestand) -> set[str]:
    """The paths of facts that are bookkeeping: of papers all but days, and of what the council was told before.

    A fact that came, or went, because wijzigingen.yaml needs what the council was told before did not change.
    """
    dossiers = (oud.dossier, nieuw.dossier)
    feiten = [feit for dossier in dossiers for feit in dossier.feiten.values()]
    dagen = {feit.pad for feit in feiten if isinstance(feit.waarde, Datum)}
    beheer = {feit.pad for feit in feiten if feit.pad.startswith(_BEHEER)} - dagen
    gemeld = [een.was.waarde for dossier in dossiers for een in dossier.wijzigingen.values()]
    eerder = {waarde.pad for waarde in gemeld if isinstance(waarde, Verwijzing)}
    return beheer | (eerder - (oud.dossier.feiten.keys() & nieuw.dossier.feiten.keys()))


def _kop(titel: str, variant: str, betreft: tuple[Inline, ...], *, concept: bool) -> Kop:
    soort = f"{SOORT}, variant: {variant}" if variant else SOORT
    kenmerken = (
        *([Kenmerk("Betreft", betreft)] if betreft else []),
        Kenmerk("Openbaarheid", (Text("openbaar"),)),
        Kenmerk("Status", (Text("concept" if concept else "definitief"),)),
    )
    return Kop(soort, (Text(titel),), kenmerken)


def _betreft(verschil: Verschil, openbaar: Mapping[str, str], oud: Toestand, nieuw: Toestand) -> tuple[Inline, ...]:
    """The papers that changed, each on a line with its version, or its old and its new one."""
    regels: list[Inline] = []
    for stuk in verschil.stukken:
        if stuk.naam in openbaar and stuk.naam in nieuw.stukken and not stuk.is_gelijk:
            versies = [
                Cijfer(versie.woorden, versie.pad, "tekst", afgeleid=True)
                for toestand in (oud, nieuw)
                if (gegevens := toestand.dossier.stukken.get(stuk.naam)) and not (versie := gegevens.versie).is_open
            ]
            regels += [LineBreak(), Text(openbaar[stuk.naam])]
            for plek, cijfer in enumerate(dict.fromkeys(versies)):
                regels += [Text(" → " if plek else ", versie "), cijfer]
    return tuple(regels[1:])


def _inleiding(feiten: list[Feitverschil]) -> str:
    if not feiten:
        return "In de openbare stukken van dit dossier is geen gegeven veranderd."
    return (
        "Deze lijst noemt elk gegeven dat in de stukken is veranderd: hoe het was, hoe het nu luidt, waar het vandaan "
        "komt en waar het staat."
    )


def _deel(
    titel: str, nummer: int, feiten: list[Feitverschil], plaatsen: _Plaatsen, *, bron: bool
) -> tuple[Blok, Blok]:  # fmt: skip
    """A heading and its table, one row for each of `feiten`; with their source when they have one."""
    label = titel.lower().replace(" ", "-")
    kolommen = _MET_BRON if bron else _ZONDER_BRON
    rijen = [
        {
            "Gegeven": (Text(feit.naam),),
            "Was": _waarde(feit, feit.oud, "was"),
            "Wordt": _waarde(feit, feit.nieuw, "wordt"),
            "Bron": (Text(feit.vindplaats),),
            "Staat in": _staat_in(plaatsen[feit.pad]),
        }
        for feit in feiten
    ]
    tabel = Table(
        Row(tuple(Cell((Text(kolom),)) for kolom in kolommen)),
        tuple(Row(tuple(Cell(rij[kolom], header=kolom == "Gegeven") for kolom in kolommen)) for rij in rijen),
        (Text(f"{titel}, oud en nieuw"),), nummer, f"tabel-{label}", tuple(kolommen.values()),
    )  # fmt: skip
    return Heading(2, (Text(titel),), label), tabel


def _rekenwijzen(verschil: Verschil, plaatsen: _Plaatsen) -> Iterator[Blok]:
    """Of each value that is computed in another way, how it was and how it is; nothing when there is none."""
    anders = [feit for feit in verschil.berekend if feit.rekenwijze and feit.pad in plaatsen]
    if anders:
        yield Heading(2, (Text("Gewijzigde berekeningen"),), "gewijzigde-berekeningen")
    for feit in anders:
        # A formula with a fact that no public paper shows would tell of it.
        hoe = " Was: {}. Wordt: {}.".format(*feit.rekenwijze) if feit.rekent_met <= plaatsen.keys() else ""
        yield Paragraph((Text(f"{feit.naam} is anders berekend.{hoe}"),))


def _waarde(feit: Feitverschil, tekst: str, vorm: str) -> tuple[Text | Cijfer, ...]:
    if not tekst:
        # The same figure may have stood there as another fact: only that it was no fact is sure.
        return (Text("geen apart gegeven" if vorm == "was" else "vervallen"),)
    if vorm == "was" and tekst.startswith(_OPEN):  # whether a paper asked for it or did not speak of it
        return (Text("nog niet bekend"),)
    # In a column a number may stand above its unit: kept together they would run into the next column.
    return (Cijfer(tekst.replace(HARDE_SPATIE, " "), feit.pad, vorm, open=tekst.startswith(_OPEN), afgeleid=True),)


def _open(feit: Feitverschil) -> bool:
    return feit.nieuw.startswith(_OPEN)


def _teksten(verschil: Verschil, openbaar: Mapping[str, str], nieuw: Toestand, *, ook: bool) -> Iterator[Blok]:
    """Where the public papers got other words that no value explains; the words themselves are in the redlines."""
    plekken = {
        stuk.naam: dict.fromkeys(een.onder or "kop" for een in stuk.wijzigingen if _is_tekst(een))
        for stuk in verschil.stukken
        if stuk.naam in openbaar and stuk.naam in nieuw.stukken
    }
    items = tuple(
        ListItem((Paragraph((Text(f"{openbaar[naam]}: {'; '.join(onder)}"),)),))
        for naam, onder in plekken.items()
        if onder
    )
    if items:
        begin = "Ook de tekst" if ook else "De tekst"
        yield Heading(2, (Text("Gewijzigde tekst"),), "gewijzigde-tekst")
        yield Paragraph(
            (Text(f"{begin} is gewijzigd. De bijgehouden wijzigingen laten de woorden zien; zij staan in:"),)
        )
        yield BulletList(items)


def _is_tekst(wijziging: Wijziging) -> bool:
    """Whether other words were written: a text that changed, or no value that did."""
    return bool(wijziging.teksten) or not (wijziging.oorzaken or wijziging.voorwaarden)


def _ongewijzigd(verschil: Verschil, openbaar: Mapping[str, str]) -> Iterator[Blok]:
    gelijk = [stuk.naam for stuk in verschil.stukken if stuk.is_gelijk and stuk.naam in openbaar]
    if gelijk:
        namen = [openbaar[naam] for naam in gelijk]
        werkwoord = "is" if len(namen) == 1 else "zijn"
        zin = f"Niet gewijzigd {werkwoord}: {join_woorden([naam[:1].lower() + naam[1:] for naam in namen])}."
        yield Heading(2, (Text("Ongewijzigde stukken"),), "ongewijzigd")
        yield Paragraph((Text(zin),))


def _plaatsen(stukken: Mapping[str, str], oud: Toestand, nieuw: Toestand) -> _Plaatsen:
    """Where the papers print each fact; for one that they print no longer, where it was."""
    uit: dict[str, dict[str, list[str]]] = {}
    for toestand in (oud, nieuw):
        deze: dict[str, dict[str, list[str]]] = {}
        for stuk, naam in stukken.items():
            if boom := toestand.stukken.get(stuk):
                for pad, plek in _gedrukt(boom):
                    delen = deze.setdefault(pad, {}).setdefault(naam, [])
                    if plek not in delen:
                        delen.append(plek)
        uit |= deze
    return uit


def _gedrukt(boom: Document) -> Iterator[tuple[str, str]]:
    """Path of each fact that `boom` prints, and the part it stands in, in reading order."""
    for blok, plek in walk_plekken(boom):
        waar = _aanduiding(plek)
        for node in walk(blok):
            if isinstance(node, Cijfer):
                yield paden_van(node)[0], waar


def _aanduiding(plek: Plek) -> str:
    """A part of a paper as one refers to it."""
    match plek:
        case Heading(level, content, _, number):
            soort = "hoofdstuk" if level == 2 else "paragraaf"
            return f"{soort} {number}" if number else plain_text(content).lower()
        case nodes.Artikel(nummer):
            return f"artikel {nummer}"
        case nodes.Footnote(nummer):
            return f"noot {nummer}"
        case nodes.Kader(titel):
            return plain_text(titel).lower()
        case None:
            return "kop"
        case _:
            assert_never(plek)


def _namen(stukken: Iterable[str], oud: Toestand, nieuw: Toestand) -> dict[str, str]:
    """What each of `stukken` is called: its kind, with its title when there are more of that kind."""
    metas = {naam: (nieuw.stukken.get(naam) or oud.stukken[naam]).meta for naam in stukken}
    soorten = {naam: meta.documentsoort.partition(", variant:")[0] for naam, meta in metas.items()}
    telling = Counter(soorten.values())
    titels = {naam: meta.titel.removeprefix(f"{soorten[naam]}: ") for naam, meta in metas.items()}
    return {naam: soort if telling[soort] == 1 else f"{soort} ‘{titels[naam]}’" for naam, soort in soorten.items()}


def _staat_in(plekken: Mapping[str, list[str]]) -> tuple[Inline, ...]:
    """Each paper on a line of its own, with the parts."""
    regels: list[Inline] = []
    for stuk, delen in plekken.items():
        regels += [LineBreak(), Text(f"{stuk}: {', '.join(delen)}")]
    return tuple(regels[1:])
