"""What a clerk checks on each paper: attachments that close, a subject that fits, a question per matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Hoofd, Vraagpunt
from generator.document.walk import count_open, plain_text, walk_blocks
from generator.feiten.dossier import doel_van
from generator.feiten.keuzes import ONDERTEKEND
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Bijlage, Dossier, Vraag

_OVEREENKOMST = "bestuursovereenkomst"
_LANGSTE_ONDERWERP = 100  # characters; more does not fit an agenda


@regel("ST-NUMMER")
def bijlagen_sluiten(zaak: Zaak) -> Iterator[Bevinding]:
    """The numbers of the attachments run from 1 without a gap and without a double."""
    genummerd = [(b.nummer, b) for b in zaak.dossier.bijlagen.values() if b.nummer is not None and not b.nummer.is_open]
    for i, (nummer, bijlage) in enumerate(genummerd, 1):
        if nummer.woorden != str(i):
            yield Bevinding(
                "ST-NUMMER", Ernst.FOUT, (nummer.plaats,),
                {"nummer": nummer.woorden, "verwacht": str(i), "titel": titel(bijlage, zaak)},
                feiten=(nummer.pad,),
            )  # fmt: skip


@regel("ST-AFWEZIG")
def bijlage_ontbreekt(zaak: Zaak) -> Iterator[Bevinding]:
    """An attachment that is listed but not there; of a signed agreement that is a fault of its own (OV-BIJLAGE)."""
    getekend = {
        bijlage.pad
        for stuk in zaak.dossier.stukken.values()
        if stuk.soort.woorden == _OVEREENKOMST and not stuk.status.is_open and stuk.status.woorden == ONDERTEKEND
        for bijlage in zaak.dossier.bijlagen_bij(stuk).values()
    }
    for bijlage in zaak.dossier.bijlagen.values():
        if bijlage.pad not in getekend and not bijlage.aanwezig.is_open and not bijlage.aanwezig.ja:
            yield Bevinding(
                "ST-AFWEZIG", Ernst.WAARSCHUWING, (bijlage.aanwezig.plaats,),
                {"titel": titel(bijlage, zaak)}, feiten=(bijlage.aanwezig.pad,),
            )  # fmt: skip


@regel("ST-BRONNUMMER")
def gat_in_bronnummers(zaak: Zaak) -> Iterator[Bevinding]:
    """The numbers the source gave its attachments have a gap (1.1, then 1.3): one may have been forgotten."""
    genummerd = [b for b in zaak.dossier.bijlagen.values() if b.nummer_bron is not None and not b.nummer_bron.is_open]
    hoofd = sorted({int(deel) for b in genummerd if b.nummer_bron and (deel := _volgnummer(b.nummer_bron.woorden))})
    for ontbreekt in sorted(set(range(1, max(hoofd, default=0))) - set(hoofd)):
        yield Bevinding(
            "ST-BRONNUMMER", Ernst.WAARSCHUWING, tuple(b.nummer_bron.plaats for b in genummerd if b.nummer_bron),
            {"nummer": f"1.{ontbreekt}", "wel": ", ".join(b.nummer_bron.woorden for b in genummerd if b.nummer_bron)},
            feiten=tuple(b.nummer_bron.pad for b in genummerd if b.nummer_bron),
        )  # fmt: skip


@regel("ST-STATUS", neemt=Neemt.STUKKEN)
def geen_concept_met_open_plekken(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper whose status says that it is no concept any more, while something in it still has to be filled in.

    What was sent as a concept all the same was frozen as one, under this version.
    """
    verzonden = {(record.stuk, record.versie) for record in zaak.bevroren}
    for naam, boom in zaak.stukken.items():
        stuk = zaak.dossier.stukken[naam]
        feiten, plekken = count_open(boom)
        if not plekken or stuk.is_concept or stuk.status.woorden == "vervallen":
            continue
        if stuk.versie.is_open or (naam, stuk.versie.woorden) not in verzonden:
            yield Bevinding(
                "ST-STATUS", Ernst.FOUT, (stuk.status.plaats,),
                {"stuk": naam, "status": stuk.status.woorden,
                 "plekken": "één plek" if plekken == 1 else f"{plekken} plekken",
                 "feiten": "één feit" if feiten == 1 else f"{feiten} feiten"},
                feiten=(stuk.status.pad,),
            )  # fmt: skip


@regel("ST-ONDERWERP", neemt=Neemt.STUKKEN)
def onderwerp_te_lang(zaak: Zaak) -> Iterator[Bevinding]:
    """A subject longer than an agenda can show."""
    for naam, stuk in zaak.stukken.items():
        for kop in (blok for blok in stuk.blocks if isinstance(blok, Hoofd)):
            if (lengte := len(plain_text(kop.onderwerp))) > _LANGSTE_ONDERWERP:
                yield Bevinding(
                    "ST-ONDERWERP", Ernst.WAARSCHUWING, (zaak.dossier.stukken[naam].onderwerp.plaats,),
                    {"stuk": naam, "lengte": str(lengte)},
                )  # fmt: skip


@regel("ST-VRAAG", neemt=Neemt.STUKKEN)
def vraagstuk_zonder_vraag(zaak: Zaak) -> Iterator[Bevinding]:
    """A nota that asks an opinion puts every question of the facts to the council."""
    for naam, stuk in zaak.stukken.items():
        if zaak.dossier.stukken[naam].soort.woorden != "raadsnota":
            continue
        gesteld = {blok.nummer for blok in walk_blocks(stuk) if isinstance(blok, Vraagpunt)}
        for vraagstuk in zaak.dossier.vraagstukken.values():
            for vraag in vraagstuk.vragen.values():
                if vraag.nummer.woorden not in gesteld and _is_nodig(vraag, zaak.dossier):
                    yield Bevinding(
                        "ST-VRAAG", Ernst.FOUT, (vraag.nummer.plaats,),
                        {"stuk": naam, "nummer": vraag.nummer.woorden, "kern": vraag.kern.woorden},
                        feiten=(vraag.nummer.pad,),
                    )  # fmt: skip


def _is_nodig(vraag: Vraag, dossier: Dossier) -> bool:
    """Whether the question must be put: always, or only while the figure it rests on is more than nothing."""
    aantal = dossier.feiten.get(doel_van(vraag.zolang)) if vraag.zolang else None
    return aantal is None or aantal.is_open or aantal.getal > 0


def titel(bijlage: Bijlage, zaak: Zaak) -> str:
    """What a finding calls an attachment: a secret one has no telling title (Gemeentewet 87)."""
    geheim = zaak.dossier.is_geheime_bijlage_op(bijlage, zaak.toetsdatum)
    return "geheime bijlage" if geheim else bijlage.titel.woorden


def _volgnummer(nummer: str) -> str:
    """The 3 of ``1.3`` or ``1.3a``; empty for another form."""
    hoofd, punt, rest = nummer.partition(".")
    return "".join(teken for teken in rest if teken.isdigit()) if punt and hoofd.isdigit() else ""
