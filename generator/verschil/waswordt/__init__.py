"""The old → new sheet (*was-wordtlijst*): two states of a dossier → one paper that names what changed and where.

A paper like the others, to go with a raadsinformatiebrief: values and their sources, no remarks, reasons or choices.
It names only what the public papers show, and nothing that is bookkeeping of papers: a version, a status, the list of
what the council was told before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from generator.feiten.waarden import Datum, Verwijzing
from generator.opmaak import join_woorden
from generator.opmaak.getallen import HARDE_SPATIE
from generator.verschil.waswordt.plaatsen import noem_stukken, vind_gedrukt, vind_plaatsen
from generator.verschil.waswordt.tabel import is_open, maak_tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet

    from generator.document.nodes import Blok, Inline
    from generator.verschil import Feitverschil, Toestand, Verschil
    from generator.verschil.waswordt.plaatsen import Plaatsen
    from generator.verschil.wijzigingen import Wijziging

SOORT = "Was-wordtlijst"
_VERVALT = {"Waar": 28, "Vervalt": 36, "Komt erbij": 36}
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
    openbaar = noem_stukken(stukken, oud, nieuw)
    plaatsen = vind_plaatsen(verschil, openbaar, oud, nieuw)
    te_noemen = _te_noemen(verschil, openbaar, oud, nieuw)
    gelezen = [feit for feit in verschil.feiten if feit.oud != feit.nieuw and feit.pad in te_noemen]
    volgt = [
        feit for feit in (*verschil.berekend, *verschil.termijnen) if feit.oud != feit.nieuw and feit.pad in te_noemen
    ]
    concept = any(is_open(feit) for feit in (*gelezen, *volgt)) or any(
        nieuw.stukken[naam].meta.concept for naam in openbaar if naam in nieuw.stukken
    )
    titel = nieuw.dossier.titel.woorden
    blokken: list[Blok] = [
        _kop(titel, nieuw.dossier.variant, _betreft(verschil, openbaar, oud, nieuw), concept=concept),
        Paragraph((Text(_inleiding(gelezen or volgt)),)),
    ]
    delen = [
        (titel, feiten, bron)
        for titel, feiten, bron in (("Gewijzigde gegevens", gelezen, True), ("Wat daaruit is berekend", volgt, False))
        if feiten
    ]
    for nummer, (kop, feiten, bron) in enumerate(delen, 1):
        blokken += maak_tabel(kop, nummer, feiten, plaatsen, bron=bron)
    blokken += _rekenwijzen(verschil, vind_gedrukt(openbaar, oud, nieuw))
    blokken += _gevolgen(verschil, openbaar, 1 + len(delen))
    blokken += _teksten(verschil, openbaar, nieuw, ook=bool(gelezen or volgt))
    blokken += _nieuw_en_vervallen(verschil, openbaar)
    blokken += _ongewijzigd(verschil, openbaar)
    gemeente = nieuw.dossier.gemeente.naam.woorden
    meta = Meta(
        f"{SOORT}: {titel}", SOORT, datum, gemeente, f"{gemeente} · {SOORT} · {titel}", concept=concept,
    )  # fmt: skip
    return Document(meta, tuple(blokken))


def _te_noemen(verschil: Verschil, openbaar: Mapping[str, str], oud: Toestand, nieuw: Toestand) -> AbstractSet[str]:
    """The paths of the facts that the sheet may name: what public papers print, and what a passage of them hangs on.

    Not what only a new paper shows: nobody was told otherwise before. Nor a fact that public papers hang on while only
    others print it: its value would tell what those say.
    """
    bestaand = {stuk: naam for stuk, naam in openbaar.items() if stuk in oud.stukken}
    besloten = {stuk: stuk for stand in (oud, nieuw) for stuk in stand.stukken if stuk not in openbaar}
    verborgen = vind_gedrukt(besloten, oud, nieuw).keys() - vind_gedrukt(openbaar, oud, nieuw).keys()
    return vind_plaatsen(verschil, bestaand, oud, nieuw).keys() - verborgen - _bijgehouden(oud, nieuw)


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
        "Deze lijst noemt elk gegeven dat in de stukken staat en is veranderd, of waarvan een passage afhangt: hoe het "
        "was, hoe het nu luidt, waar het vandaan komt en waar het in de stukken staat of doorwerkt. "
        "Waarmee alleen is gerekend, staat er niet in. "
        "Gegevens over een stuk zelf, zoals zijn zaaknummer en status, staan er niet in; zijn datums wel."
    )


def _rekenwijzen(verschil: Verschil, gedrukt: Plaatsen) -> Iterator[Blok]:
    """Of each value that is computed in another way, how it was and how it is; nothing when there is none."""
    anders = [feit for feit in verschil.berekend if feit.rekenwijze and feit.pad in gedrukt]
    if anders:
        yield Heading(2, (Text("Gewijzigde berekeningen"),), "gewijzigde-berekeningen")
    for feit in anders:
        # A formula with a fact that no public paper shows would tell of it.
        hoe = " Was: {}. Wordt: {}.".format(*feit.rekenwijze) if feit.rekent_met <= gedrukt.keys() else ""
        yield Paragraph((Text(f"{feit.naam} is anders berekend.{hoe}"),))


def _gevolgen(verschil: Verschil, openbaar: Mapping[str, str], nummer: int) -> Iterator[Blok]:
    """Of each paper the parts that read otherwise because of a fact; and in words what went and what came."""
    per_stuk = {
        openbaar[stuk.naam]: [een for een in stuk.wijzigingen if not _is_tekst(een)]
        for stuk in verschil.stukken
        if stuk.naam in openbaar
    }
    items = tuple(
        ListItem((Paragraph((Text(f"{naam}: {', '.join(dict.fromkeys(een.waar for een in anders))}"),)),))
        for naam, anders in per_stuk.items()
        if anders
    )
    if not items:
        return
    yield Heading(2, (Text("Waar de stukken veranderen"),), "waar-de-stukken-veranderen")
    yield Paragraph((Text("Door deze gegevens staat er in de stukken iets anders op deze plaatsen:"),))
    yield BulletList(items)
    rijen: dict[str, tuple[list[str], list[str]]] = {}
    for naam, anders in per_stuk.items():
        for een in anders:
            if not (een.oud and een.nieuw):
                weg, erbij = rijen.setdefault(f"{naam}: {een.waar}", ([], []))
                (weg if een.oud else erbij).append((een.oud or een.nieuw).replace(HARDE_SPATIE, " "))
    if rijen:
        yield Heading(2, (Text("Wat vervalt en wat erbij komt"),), "wat-vervalt-en-wat-erbij-komt")
        yield Table(
            Row(tuple(Cell((Text(kolom),)) for kolom in _VERVALT)),
            tuple(
                Row((Cell((Text(waar),), header=True), *(Cell(_onder_elkaar(passages)) for passages in beide)))
                for waar, beide in rijen.items()
            ),
            (Text("Passages die vervallen of erbij komen"),), nummer, "tabel-vervalt", tuple(_VERVALT.values()),
        )  # fmt: skip


def _onder_elkaar(passages: list[str]) -> tuple[Inline, ...]:
    regels: list[Inline] = [Text("–")] if not passages else []
    for passage in passages:
        regels += [LineBreak(), Text(passage)] if regels else [Text(passage)]
    return tuple(regels)


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


def _nieuw_en_vervallen(verschil: Verschil, openbaar: Mapping[str, str]) -> Iterator[Blok]:
    nieuw = [openbaar[stuk.naam] for stuk in verschil.stukken if stuk.nieuw and stuk.naam in openbaar]
    vervallen = [openbaar[stuk.naam] for stuk in verschil.stukken if stuk.vervallen and stuk.naam in openbaar]
    if nieuw or vervallen:
        yield Heading(2, (Text("Nieuwe en vervallen stukken"),), "nieuw-en-vervallen")
    for namen, woord in ((nieuw, "Nieuw"), (vervallen, "Vervallen")):
        if namen:
            yield Paragraph((Text(f"{woord} {_zijn(namen)}: {_opsomming(namen)}."),))


def _ongewijzigd(verschil: Verschil, openbaar: Mapping[str, str]) -> Iterator[Blok]:
    gelijk = [stuk.naam for stuk in verschil.stukken if stuk.is_gelijk and stuk.naam in openbaar]
    if gelijk:
        namen = [openbaar[naam] for naam in gelijk]
        zin = f"Niet gewijzigd {_zijn(namen)}: {_opsomming(namen)}."
        yield Heading(2, (Text("Ongewijzigde stukken"),), "ongewijzigd")
        yield Paragraph((Text(zin),))


def _zijn(namen: list[str]) -> str:
    return "is" if len(namen) == 1 else "zijn"


def _opsomming(namen: list[str]) -> str:
    return join_woorden([naam[:1].lower() + naam[1:] for naam in namen])
