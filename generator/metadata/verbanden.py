"""What an MDTO file tells of a paper besides itself: its time and place, its past, its relations, whom it concerns.

MDTO asks for each of these where it is known (*verplicht indien bekend*). Only what a fact says with its day stands
here, in the terms of the lists of MDTO; for the type of a time it leaves the list free, and the examples it gives
(*datum vergadering*, *looptijd*) are those we use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.dossier import doel_van
from generator.metadata.elementen import BRON, begrip, verwijzing, woorden_van

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Document
    from generator.feiten.dossier import Bijlage, Dossier, Stuk
    from generator.feiten.feit import Feit
    from generator.metadata.elementen import Element

_NOG_NIET = {"concept", "vervallen"}  # nobody has agreed to it, or it no longer counts
_OVEREENKOMST = "bestuursovereenkomst"
_TIJDEN = f"Begrippenlijst DekkingInTijdType {BRON}"


def kenmerk_van(dossier: Dossier, stuk: Stuk) -> str:
    """What a paper is known by in Raadwerk: dossier, name and version."""
    return "/".join([dossier.naam, stuk.pad.rpartition(".")[2], stuk.versie.woorden])


def dekking(dossier: Dossier, stuk: Stuk, einde: Feit | None) -> Iterator[Element]:
    """Of what time and place `stuk` speaks: the council's meeting, the term of the agreement, the municipality.

    `einde` is the last day of that term.
    """
    yield from _tijd("Datum vergadering", stuk.datum_raad)
    if stuk.soort.woorden == _OVEREENKOMST and dossier.overeenkomst is not None:
        yield from _tijd("Looptijd", dossier.overeenkomst.looptijd.startdatum, einde)
    yield "dekkingInRuimte", gemeente_van(dossier)


def gemeente_van(dossier: Dossier) -> list[Element]:
    """The municipality, with its code in the national register where that is known."""
    tooi = woorden_van(dossier.gemeente.tooi)
    return verwijzing(f"gemeente {dossier.gemeente.naam.woorden}", tooi, "TOOI register gemeenten compleet")


def _tijd(soort: str, begin: Feit | None, einde: Feit | None = None) -> Iterator[Element]:
    if begin is None or begin.is_open:
        return
    tot: list[Element] = []
    if einde is not None and not einde.is_open:
        tot = [("dekkingInTijdEinddatum", einde.dag.isoformat())]
    type_: Element = ("dekkingInTijdType", begrip(soort, _TIJDEN))
    yield "dekkingInTijd", [type_, ("dekkingInTijdBegindatum", begin.dag.isoformat()), *tot]


def events(dossier: Dossier, stuk: Stuk, dag: dt.date) -> Iterator[Element]:
    """What was done with `stuk` up to and including `dag`, oldest first: who agreed to it, and when."""
    gemeente, status = dossier.gemeente.naam.woorden, "" if stuk.status.is_open else stuk.status.woorden
    gedaan: list[tuple[Feit | None, str, str]] = []
    if status and status not in _NOG_NIET:
        gedaan.append((stuk.datum_college, f"college van burgemeester en wethouders van {gemeente}", ""))
    if status == "vastgesteld":
        gedaan.append((stuk.datum_raad, f"gemeenteraad van {gemeente}", "vastgesteld"))
    if status == "ondertekend" and stuk.soort.woorden == _OVEREENKOMST and dossier.overeenkomst is not None:
        partijen, stappen = dossier.overeenkomst, dossier.overeenkomst.besluitvorming
        gedaan.append((stappen.ondertekening_gemeente, partijen.gemeente.naam.woorden, "ondertekend"))
        gedaan.append((stappen.ondertekening_coa, partijen.coa.naam.woorden, "ondertekend"))
    bekend = [(feit.dag, wie, wat) for feit, wie, wat in gedaan if feit is not None and not feit.is_open]
    for op, wie, wat in sorted(bekend):
        if op <= dag:
            resultaat: list[Element] = [("eventResultaat", wat)] if wat else []
            yield "event", [
                ("eventType", begrip("Accordering", "Begrippenlijst EventTypeLijst MDTO")),
                ("eventTijd", op.isoformat()), ("eventVerantwoordelijkeActor", verwijzing(wie)), *resultaat,
            ]  # fmt: skip


def gerelateerd(dossier: Dossier, stuk: Stuk, stukken: Mapping[str, Document], dag: dt.date) -> Iterator[Element]:
    """The objects that `stuk` refers to, and the papers that refer to it.

    Nothing tells of a paper or an attachment that is less public than `stuk` itself.
    """
    for bijlage in _bijlagen(dossier, stuk):
        los = bijlage.onderdeel is None and dossier.papier_van(bijlage) is None
        openbaar = not bijlage.openbaar.is_open and bijlage.openbaar.ja and not bijlage.titel.is_open
        if los and openbaar and not dossier.is_geheime_bijlage_op(bijlage, dag):
            yield _verband("Refereert aan", verwijzing(bijlage.titel.woorden))
    andere = [ander for ander in dossier.stukken.values() if ander is not stuk]
    noemt = list(_noemt(dossier, stuk))
    for soort, gevonden in (
        ("Refereert aan", [ander for ander in andere if ander in noemt]),
        ("Wordt aangehaald door", [ander for ander in andere if stuk in _noemt(dossier, ander)]),
    ):
        for ander in gevonden:
            document = stukken.get(ander.pad.rpartition(".")[2])
            if document is not None and (ander.is_openbaar_op(dag) or _even_openbaar(stuk, ander, dag)):
                yield _verband(soort, verwijzing(document.meta.titel, kenmerk_van(dossier, ander), BRON))


def betrokkenen(dossier: Dossier, stuk: Stuk) -> Iterator[Element]:
    """Whom `stuk` concerns: the other party to an agreement. The municipality is its *archiefvormer*."""
    if stuk.soort.woorden == _OVEREENKOMST and dossier.overeenkomst is not None:
        coa = dossier.overeenkomst.coa.naam
        if not coa.is_open:
            soort = begrip("Belanghebbende", "Begrippenlijst Relatietypen (betrokkene) MDTO")
            yield "betrokkene", [("betrokkeneTypeRelatie", soort), ("betrokkeneActor", verwijzing(coa.woorden))]


def _bijlagen(dossier: Dossier, stuk: Stuk) -> list[Bijlage]:
    """The attachments that a paper lists itself."""
    return list(dossier.bijlagen_bij(stuk).values()) if stuk.bijlagen else []


def _noemt(dossier: Dossier, stuk: Stuk) -> Iterator[Stuk]:
    """The papers that a paper names: its attachments, its voorstel, and the agreement that the voorstel is about."""
    voorstel = dossier.stukken.get(doel_van(stuk.voorstel).rpartition(".")[2])
    if voorstel is not None:
        yield voorstel
    for bij in (stuk, voorstel):
        for bijlage in _bijlagen(dossier, bij) if bij is not None else ():
            papier = dossier.papier_van(bijlage)
            if papier is not None and (bij is stuk or papier.soort.woorden == _OVEREENKOMST):
                yield papier


def _even_openbaar(een: Stuk, ander: Stuk, dag: dt.date) -> bool:
    bekend = not een.openbaarheid.is_open and not ander.openbaarheid.is_open
    return bekend and een.openbaarheid_op(dag) == ander.openbaarheid_op(dag)


def _verband(soort: str, verwijzing_: list[Element]) -> Element:
    type_ = begrip(soort, "Begrippenlijst Relatietypen (informatieobject) MDTO")
    return "gerelateerdInformatieobject", [
        ("gerelateerdInformatieobjectVerwijzing", verwijzing_),
        ("gerelateerdInformatieobjectTypeRelatie", type_),
    ]
