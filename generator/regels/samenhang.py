"""Papers of one dossier that must agree: the same dictum, subject, attachments and decision, in the same words."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import plain_text
from generator.feiten.dossier import doel_van
from generator.opmaak import print_feit
from generator.regels.beslispunten import beslispunten_in
from generator.regels.deelverwijzingen import ander_stuk, genoemde_delen
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.stukken import titel
from generator.regels.teksten import plaats, teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Beslispunt
    from generator.feiten.dossier import Stuk

_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_VAN = re.compile(rf"erdeelbesluit\b[^.;]{{0,60}}?\bvan (\d{{1,2}} (?:{_MAANDEN}) \d{{4}})")
_NUMMER = re.compile(r"erdeelbesluit\b[^.;]{0,80}?\b(?:nummer|nr\.?) (\d[\d.]*\d)")
# What a paper shares with the raadsvoorstel it belongs to: field of the paper → how it is called.
_GEDEELD = {
    "onderwerp": "het onderwerp", "zaaknummer": "het zaaknummer", "nummer": "het voorstelnummer",
    "portefeuillehouder": "de portefeuillehouder", "datum_college": "de dag van het college",
    "datum_raad": "de dag van de raad",
}  # fmt: skip


@regel("SH-DICTUM", neemt=Neemt.STUKKEN)
def dictum_en_beslispunten(zaak: Zaak) -> Iterator[Bevinding]:
    """The raadsbesluit decides word for word what the raadsvoorstel proposes, in the same order."""
    for naam, voorstel in _met_voorstel(zaak):
        if naam not in zaak.stukken or voorstel not in zaak.stukken:
            continue
        besluit = beslispunten_in(zaak.stukken[naam])
        if not besluit:
            continue
        paren = zip_longest(beslispunten_in(zaak.stukken[voorstel]), besluit)
        for nummer, (daar, hier) in enumerate(paren, 1):
            if _woorden(daar) != _woorden(hier):
                plaatsen = tuple(plaats(blok) for blok in (daar, hier) if blok)
                yield Bevinding(
                    "SH-DICTUM", Ernst.FOUT, plaatsen,
                    {"nummer": str(nummer), "besluit": naam, "voorstel": voorstel,
                     "daar": _woorden(daar) or "niets", "hier": _woorden(hier) or "niets"},
                )  # fmt: skip


@regel("SH-KENMERK")
def kenmerk_van_voorstel(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that belongs to a raadsvoorstel has its subject, numbers, days and portfolio holder."""
    for naam, voorstel in _met_voorstel(zaak):
        hier, daar = zaak.dossier.stukken[naam], zaak.dossier.stukken[voorstel]
        for veld, kenmerk in _GEDEELD.items():
            een, ander = getattr(hier, veld), getattr(daar, veld)
            if een is None or ander is None or (een.is_open and ander.is_open) or een.waarde == ander.waarde:
                continue
            yield Bevinding(
                "SH-KENMERK", Ernst.FOUT, (een.plaats, ander.plaats),
                {"kenmerk": kenmerk, "stuk": naam, "voorstel": voorstel,
                 "hier": print_feit(een), "daar": print_feit(ander)}, feiten=(een.pad, ander.pad),
            )  # fmt: skip


@regel("SH-BIJLAGE", neemt=Neemt.STUKKEN)
def bijlage_genoemd(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper speaks of an attachment by a number that its list does not have."""
    for naam in zaak.stukken:
        stuk = zaak.dossier.stukken[naam]
        bijlagen = zaak.dossier.bijlagen_bij(stuk).values()
        nummers = {bijlage.nummer.woorden for bijlage in bijlagen if bijlage.nummer and not bijlage.nummer.is_open}
        for blok, genoemd in genoemde_delen(zaak, naam):
            if genoemd.soort == "bijlage" and genoemd.nummer not in nummers:
                yield Bevinding(
                    "SH-BIJLAGE", Ernst.WAARSCHUWING if genoemd.bron else Ernst.FOUT, (plaats(blok),),
                    {"stuk": naam, "nummer": genoemd.nummer, "aantal": str(len(nummers) or "geen"),
                     "ander": ander_stuk(genoemd)},
                )  # fmt: skip


@regel("SH-VERGETEN")
def bijlage_vergeten(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that belongs to a raadsvoorstel and is not among its attachments, or an attachment of no paper."""
    stukken, bijlagen = zaak.dossier.stukken, zaak.dossier.bijlagen
    if not any(stuk.bijlagen for stuk in stukken.values()):
        return
    genoemd = {naam: set(zaak.dossier.bijlagen_bij(stuk)) for naam, stuk in stukken.items() if stuk.bijlagen}
    for naam, voorstel in _met_voorstel(zaak):
        papieren = {doel_van(bijlagen[sleutel].papier) for sleutel in genoemd.get(voorstel, ())}
        if stukken[naam].pad not in papieren:
            yield Bevinding(
                "SH-VERGETEN", Ernst.WAARSCHUWING, (stukken[naam].plaats, stukken[voorstel].plaats),
                {"wat": f"het stuk {naam}", "lijst": f"de bijlagen van {voorstel}"},
            )  # fmt: skip
    ergens = set().union(*genoemd.values())
    for sleutel in (sleutel for sleutel in bijlagen if sleutel not in ergens):
        yield Bevinding(
            "SH-VERGETEN", Ernst.WAARSCHUWING, (bijlagen[sleutel].plaats,),
            {"wat": f"de bijlage ‘{titel(bijlagen[sleutel], zaak)}’", "lijst": "de bijlagen van een stuk"},
        )  # fmt: skip


@regel("SH-OPENBAAR")
def bijlage_openbaar(zaak: Zaak) -> Iterator[Bevinding]:
    """An attachment called public that is a paper which is not."""
    for bijlage in zaak.dossier.bijlagen.values():
        papier = doel_van(bijlage.papier)
        if not papier or bijlage.openbaar.is_open or not bijlage.openbaar.ja:
            continue
        stuk: Stuk = zaak.dossier.zoek(papier)
        if not stuk.openbaarheid.is_open and not stuk.is_openbaar_op(zaak.toetsdatum):
            yield Bevinding(
                "SH-OPENBAAR", Ernst.FOUT, (bijlage.openbaar.plaats, stuk.openbaarheid.plaats),
                {"titel": titel(bijlage, zaak), "openbaarheid": stuk.openbaarheid_op(zaak.toetsdatum)},
                feiten=(bijlage.openbaar.pad, stuk.openbaarheid.pad),
            )  # fmt: skip


@regel("SH-VERDEELBESLUIT", "Spreidingswet 5", neemt=Neemt.STUKKEN)
def ander_verdeelbesluit(zaak: Zaak) -> Iterator[Bevinding]:
    """Every paper means the same distribution decision: its day and number are those of the facts.

    Those of a later decision that revises it are as good.
    """
    besluit = zaak.dossier.verdeelbesluit
    if besluit is None:
        return
    herziening = besluit.herziening
    later = {print_feit(feit) for feit in (herziening.datum, herziening.nummer)} if herziening else set()
    for naam, blok, tekst in teksten(zaak):
        for patroon, feit, wat in ((_VAN, besluit.datum, "de datum"), (_NUMMER, besluit.nummer, "het nummer")):
            for vondst in patroon.finditer(tekst):
                goed = {een.replace("\u00a0", " ") for een in (print_feit(feit), *later)}
                if not feit.is_open and vondst[1] not in goed:
                    yield Bevinding(
                        "SH-VERDEELBESLUIT", Ernst.FOUT, (plaats(blok), feit.plaats),
                        {"stuk": naam, "wat": wat, "hier": vondst[1], "feit": print_feit(feit)},
                        ("Spreidingswet 5",), (feit.pad,),
                    )  # fmt: skip


@regel("SH-WIJZIGING")
def wijziging_zonder_verschil(zaak: Zaak) -> Iterator[Bevinding]:
    """A change that changes nothing: what was and what is are the same. In a variant that may be, and the row goes."""
    if zaak.dossier.variant:
        return
    for naam, wijziging in zaak.dossier.wijzigingen.items():
        if not zaak.dossier.is_veranderd(wijziging):
            was, nu = (zaak.dossier.feiten[doel_van(feit)] for feit in (wijziging.was, wijziging.nu))
            yield Bevinding(
                "SH-WIJZIGING", Ernst.WAARSCHUWING, (wijziging.plaats, was.plaats, nu.plaats),
                {"wijziging": naam, "wat": wijziging.wat.woorden, "waarde": print_feit(nu)}, feiten=(was.pad, nu.pad),
            )  # fmt: skip


def _met_voorstel(zaak: Zaak) -> Iterator[tuple[str, str]]:
    """Each paper that belongs to a raadsvoorstel, and that voorstel, by name."""
    for naam, stuk in zaak.dossier.stukken.items():
        if voorstel := doel_van(stuk.voorstel):
            yield naam, voorstel.removeprefix("stukken.")


def _woorden(punt: Beslispunt | None) -> str:
    return " ".join(plain_text(punt.blocks).split()) if punt else ""
