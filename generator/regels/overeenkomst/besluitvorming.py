"""Who decides, in what order, and who signs: the chain before an agreement binds the municipality.

A fout only where the law orders the days: the council before the definitive decision of the college (Gemeentewet 169
lid 4), that decision before signing (160 lid 1). Everything else in the chain is practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.regels.dagen import bekende_dag
from generator.regels.overeenkomst.melden import is_ja, is_nee, luidt, meld
from generator.regels.register import Zaak, regel
from generator.regels.voorlegging import voorstellen_over_overeenkomst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Stuk
    from generator.feiten.feit import Feit
    from generator.feiten.overeenkomst import Besluitvorming, Contractpartij, Overeenkomst


@regel("OV-RAAD", "Gemeentewet 169")
def raad_voor_college(zaak: Zaak) -> Iterator[Bevinding]:
    """The college decided definitively before the council could give its wishes and concerns."""
    if (overeenkomst := zaak.dossier.overeenkomst) and _raad_is_aan_zet(zaak, overeenkomst):
        gang = overeenkomst.besluitvorming
        yield from _omgekeerd(
            "OV-RAAD", Ernst.FOUT, _raadsdag(zaak, gang), gang.college, grondslag=("Gemeentewet 169",)
        )


@regel("OV-TEKENDAG", "Gemeentewet 160", "Gemeentewet 169")
def getekend_voor_de_raad(zaak: Zaak) -> Iterator[Bevinding]:
    """Signed before the council could speak, while nobody knows when the college decided.

    Once that day is known too, it is before the council or after signing, and another rule speaks.
    """
    if (overeenkomst := zaak.dossier.overeenkomst) and _raad_is_aan_zet(zaak, overeenkomst):
        gang = overeenkomst.besluitvorming
        if bekende_dag(gang.college) is None:
            yield from _omgekeerd(
                "OV-TEKENDAG", Ernst.FOUT, _raadsdag(zaak, gang), gang.ondertekening_gemeente,
                grondslag=("Gemeentewet 160", "Gemeentewet 169"),
            )  # fmt: skip


def _raad_is_aan_zet(zaak: Zaak, overeenkomst: Overeenkomst) -> bool:
    """Whether the council may speak first: the agreement says so, or leaves it open and a raadsvoorstel asks it."""
    gehoord = overeenkomst.besluitvorming.wensen_en_bedenkingen
    return is_ja(gehoord) or (gehoord.is_open and bool(voorstellen_over_overeenkomst(zaak.dossier)))


def _raadsdag(zaak: Zaak, gang: Besluitvorming) -> Feit:
    """The day of the council: the agreement's own, else the first that a raadsvoorstel about it names; maybe open."""
    dagen = [stuk.datum_raad for stuk in voorstellen_over_overeenkomst(zaak.dossier).values()]
    bekend = [feit for feit in dagen if feit and bekende_dag(feit)]
    return gang.raad if bekende_dag(gang.raad) or not bekend else min(bekend, key=lambda feit: feit.dag)


@regel("OV-RAADSDAG")
def andere_raadsdag(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement says that the council met on another day than the paper it decided on."""
    if not (overeenkomst := zaak.dossier.overeenkomst):
        return
    raad = overeenkomst.besluitvorming.raad
    dag = bekende_dag(raad)
    gemeld = {dag, None}  # a paper that follows another has its day by a formula: once is enough
    for naam, stuk in zaak.dossier.stukken.items():
        ander = stuk.datum_raad
        if dag and ander and _beslist_de_raad(stuk) and bekende_dag(ander) not in gemeld:
            gemeld.add(bekende_dag(ander))
            yield meld(
                "OV-RAADSDAG", Ernst.FOUT, raad, ander,
                stuk=naam, overeenkomst=datum_voluit(dag), voorstel=datum_voluit(ander.dag),
            )  # fmt: skip


def _beslist_de_raad(stuk: Stuk) -> bool:
    return not stuk.rol_raad.is_open and stuk.rol_raad.woorden == "besluitvormend"


@regel("OV-VOORNEMEN")
def ander_voornemen(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement and its raadsvoorstel name another day on which the college meant to enter into it; practice."""
    if overeenkomst := zaak.dossier.overeenkomst:
        voornemen = overeenkomst.besluitvorming.voornemen
        dag = bekende_dag(voornemen)
        for naam, stuk in voorstellen_over_overeenkomst(zaak.dossier).items():
            if dag and bekende_dag(stuk.datum_college) not in {dag, None}:
                yield meld(
                    "OV-VOORNEMEN", Ernst.WAARSCHUWING, voornemen, stuk.datum_college,
                    stuk=naam, overeenkomst=datum_voluit(dag), voorstel=datum_voluit(stuk.datum_college.dag),
                )  # fmt: skip


@regel("OV-INGRIJPEND", "Gemeentewet 169")
def raad_niet_gehoord(zaak: Zaak) -> Iterator[Bevinding]:
    """The council is not asked; whether the law allows that is a judgement."""
    if (overeenkomst := zaak.dossier.overeenkomst) and is_nee(overeenkomst.besluitvorming.wensen_en_bedenkingen):
        yield meld(
            "OV-INGRIJPEND", Ernst.OORDEEL, overeenkomst.besluitvorming.wensen_en_bedenkingen,
            grondslag=("Gemeentewet 169",), door="het college",
        )  # fmt: skip


@regel("OV-BESLUIT", "Gemeentewet 160", "Gemeentewet 171")
def college_voor_ondertekening(zaak: Zaak) -> Iterator[Bevinding]:
    """Signed before the college had decided."""
    if overeenkomst := zaak.dossier.overeenkomst:
        gang = overeenkomst.besluitvorming
        yield from _omgekeerd(
            "OV-BESLUIT", Ernst.FOUT, gang.college, gang.ondertekening_gemeente, grondslag=("Gemeentewet 160",)
        )


@regel("OV-VOLGORDE")
def volgorde_in_de_praktijk(zaak: Zaak) -> Iterator[Bevinding]:
    """Steps in another order than practice has them; no law orders these."""
    if overeenkomst := zaak.dossier.overeenkomst:
        gang = overeenkomst.besluitvorming
        raad = _raadsdag(zaak, gang)
        na_voornemen = ("de behandeling in de raad", raad) if bekende_dag(raad) else ("het besluit zelf", gang.college)
        stappen = (
            ("het voorgenomen besluit van het college", gang.voornemen, *na_voornemen),
            ("het besluit van het college", gang.college, "dat van het bestuur van het COA", gang.coa),
            ("het besluit van het bestuur van het COA", gang.coa, "de ondertekening ervan", gang.ondertekening_coa),
        )
        for eerst, eerder, daarna, later in stappen:
            yield from _omgekeerd("OV-VOLGORDE", Ernst.WAARSCHUWING, eerder, later, eerst=eerst, daarna=daarna)


@regel("OV-BURGEMEESTER", "Gemeentewet 171")
def burgemeester_vertegenwoordigt(zaak: Zaak) -> Iterator[Bevinding]:
    """Somebody signs for the municipality as its mayor who is not."""
    if overeenkomst := zaak.dossier.overeenkomst:
        partij = overeenkomst.gemeente
        if luidt(partij.grondslag, "ambt") and _is_niet(partij, "burgemeester"):
            yield meld(
                "OV-BURGEMEESTER", Ernst.FOUT, partij.functie, partij.grondslag,
                grondslag=("Gemeentewet 171",), functie=partij.functie.woorden,
            )  # fmt: skip


@regel("OV-VOORZITTER", "Wet COA 13")
def voorzitter_vertegenwoordigt(zaak: Zaak) -> Iterator[Bevinding]:
    """Somebody signs for the COA as its chairman who is not; a judgement, for the current text was not read."""
    if overeenkomst := zaak.dossier.overeenkomst:
        partij = overeenkomst.coa
        if luidt(partij.grondslag, "ambt") and _is_niet(partij, "voorzitter"):
            yield meld(
                "OV-VOORZITTER", Ernst.OORDEEL, partij.functie, partij.grondslag,
                grondslag=("Wet COA 13",), door="de jurist", functie=partij.functie.woorden,
            )  # fmt: skip


@regel("OV-VOLMACHT", "Gemeentewet 171", "Wet COA 13")
def volmacht_zonder_datum(zaak: Zaak) -> Iterator[Bevinding]:
    """Somebody signs on another's behalf, and the paper that allows it is not named."""
    if overeenkomst := zaak.dossier.overeenkomst:
        for partij in (overeenkomst.gemeente, overeenkomst.coa):
            if luidt(partij.grondslag, "volmacht") and bekende_dag(partij.volmacht) is None:
                naam = partij.functie.pad if partij.functie.is_open else partij.functie.woorden
                yield meld("OV-VOLMACHT", Ernst.WAARSCHUWING, partij.grondslag, functie=naam)


def _omgekeerd(
    code: str, ernst: Ernst, eerder: Feit, later: Feit, *, grondslag: tuple[str, ...] = (), **gegevens: str
) -> Iterator[Bevinding]:
    """The finding that `eerder` is in fact after `later`; nothing when a day is unknown, or when they are the same."""
    eerste, tweede = bekende_dag(eerder), bekende_dag(later)
    if eerste and tweede and eerste > tweede:
        yield meld(
            code, ernst, eerder, later, grondslag=grondslag,
            eerder=datum_voluit(eerste), later=datum_voluit(tweede), **gegevens,
        )  # fmt: skip


def _is_niet(partij: Contractpartij, ambt: str) -> bool:
    """Whether the office of who signs is known and is another than `ambt`."""
    return not partij.functie.is_open and ambt not in partij.functie.woorden.lower()
