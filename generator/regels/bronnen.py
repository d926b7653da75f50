"""Facts and their sources: contradictions, choices, open places, and facts nobody uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import cijfers, voorwaarden
from generator.feiten.feit import list_open
from generator.feiten.waarden import Aantal, Bedrag, Datum, Verwijzing
from generator.opmaak import join_woorden, print_feit
from generator.regels.lezingen import print_lezingen
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.feit import Feit

# The groups that state something about the world; the others are settings and references.
_BEWERINGEN = {
    "cijfers", "datums", "duren", "standpunten", "vaststellingen", "motie", "verdeelbesluit", "locaties", "scenarios",
    "tabel1", "overeenkomst",
}  # fmt: skip


@regel("FT-KEUZE")
def bronnen_spreken_elkaar_tegen(zaak: Zaak) -> Iterator[Bevinding]:
    """Sources disagree and nobody chose: a fout, with every place."""
    for feit in zaak.dossier.feiten.values():
        if feit.vermeldingen and feit.is_open and not feit.vraag:
            yield _bevinding("FT-KEUZE", Ernst.FOUT, feit, lezingen=print_lezingen(zaak.dossier, feit))


@regel("FT-VRAAG")
def tegenspraak_ligt_bij_een_mens(zaak: Zaak) -> Iterator[Bevinding]:
    """Sources disagree and the facts put it to a person."""
    for feit in zaak.dossier.feiten.values():
        if feit.vermeldingen and feit.is_open and feit.vraag:
            lezingen = print_lezingen(zaak.dossier, feit)
            yield _bevinding("FT-VRAAG", Ernst.OORDEEL, feit, door="de steller", lezingen=lezingen, vraag=feit.vraag)


@regel("FT-TEKORT")
def berekend_bedrag_onder_nul(zaak: Zaak) -> Iterator[Bevinding]:
    """A computed amount below nought: more is spent than there is, whatever the sentences say."""
    for feit in zaak.dossier.feiten.values():
        if feit.formule and isinstance(feit.waarde, Bedrag) and feit.getal < 0:
            yield _bevinding("FT-TEKORT", Ernst.WAARSCHUWING, feit, bedrag=print_feit(feit), formule=feit.formule)


@regel("FT-NEGATIEF")
def aantal_onder_nul(zaak: Zaak) -> Iterator[Bevinding]:
    """A count below nought that no formula gave: nobody counts fewer than none, so it is more likely a slip.

    An exchange counts up or down; of an agreement another rule tells, as a fout.
    """
    for pad, feit in zaak.dossier.feiten.items():
        geteld = (
            not feit.formule and isinstance(feit.waarde, Aantal) and not pad.startswith(("uitruil.", "overeenkomst."))
        )
        if geteld and feit.getal < 0:
            yield _bevinding("FT-NEGATIEF", Ernst.WAARSCHUWING, feit, aantal=print_feit(feit))


@regel("FT-BEVESTIGEN")
def feit_bevestigen(zaak: Zaak) -> Iterator[Bevinding]:
    """A fact that has a value and still carries a question: someone has to confirm it."""
    for feit in zaak.dossier.feiten.values():
        if feit.vraag and not feit.is_open:
            yield _bevinding(
                "FT-BEVESTIGEN", Ernst.WAARSCHUWING, feit, waarde=print_feit(feit), vraag=feit.vraag.rstrip(".")
            )


@regel("FT-GEKOZEN")
def keuze_tussen_bronnen(zaak: Zaak) -> Iterator[Bevinding]:
    """Sources disagree and a choice was made: worth knowing, with the reason."""
    for feit in zaak.dossier.feiten.values():
        if feit.vermeldingen and not feit.is_open:
            yield _bevinding(
                "FT-GEKOZEN",
                Ernst.NOTITIE,
                feit,
                lezingen=print_lezingen(zaak.dossier, feit),
                keuze=print_feit(feit),
                reden=feit.reden,
            )


@regel("FT-OPEN", neemt=Neemt.STUKKEN)
def open_plaats_in_stuk(zaak: Zaak) -> Iterator[Bevinding]:
    """Papers print a fact that is still open: they stay a concept. One finding for each fact to fill in."""
    waar: dict[str, dict[str, None]] = {}
    for naam, stuk in zaak.stukken.items():
        for cijfer in cijfers(stuk):
            if cijfer.open and cijfer.pad in zaak.dossier.feiten:
                for pad in list_open(zaak.dossier.feiten, cijfer.pad):
                    if not pad.startswith("overeenkomst."):  # OV-ONMISBAAR tells those per article
                        waar.setdefault(pad, {})[naam] = None
    for pad, stukken in waar.items():
        feit = zaak.dossier.feiten[pad]
        yield _bevinding(
            "FT-OPEN",
            Ernst.WAARSCHUWING,
            feit,
            stuk=join_woorden(list(stukken)),
            vraag=feit.vraag or "vul de waarde in",
        )


@regel("FT-LATER", neemt=Neemt.STUKKEN)
def bron_van_na_toetsdatum(zaak: Zaak) -> Iterator[Bevinding]:
    """Papers print, or compute with, what was read in a source that appeared only after the toetsdatum."""
    waar: dict[str, dict[str, None]] = {}
    for naam, stuk in zaak.stukken.items():
        for cijfer in cijfers(stuk):
            for pad in _rust_op(zaak, (cijfer.pad.partition("@")[0], *cijfer.uit)):
                waar.setdefault(pad, {})[naam] = None
    for pad, stukken in waar.items():
        feit = zaak.dossier.feiten[pad]
        for sleutel in dict.fromkeys(bron.stuk for bron in feit.bronnen if bron.stuk):
            bron = zaak.dossier.bronnen[sleutel]
            dag = bron.datum
            if dag and isinstance(dag.waarde, Datum) and dag.waarde.eerste > zaak.toetsdatum:
                yield Bevinding(
                    "FT-LATER", Ernst.WAARSCHUWING, (feit.plaats, dag.plaats),
                    {"feit": pad, "waarde": print_feit(feit), "stuk": join_woorden(list(stukken)),
                     "bron": print_feit(bron.titel), "dag": print_feit(dag),
                     "toetsdatum": print_feit(zaak.dossier.toetsdatum.met(waarde=Datum.van(zaak.toetsdatum)))},
                    feiten=(pad, dag.pad),
                )  # fmt: skip


@regel("FT-ONGEBRUIKT", neemt=Neemt.STUKKEN)
def feit_zonder_stuk(zaak: Zaak) -> Iterator[Bevinding]:
    """A fact that no paper prints, hangs on or computes with: one finding that names them all."""
    if not zaak.stukken:
        return
    gebruikt = set()
    for stuk in zaak.stukken.values():
        for cijfer in cijfers(stuk):
            gebruikt |= {cijfer.pad.partition("@")[0], *cijfer.uit}
        gebruikt |= voorwaarden(stuk)
    for feit in zaak.dossier.feiten.values():
        gebruikt |= {*feit.uit, feit.waarde.pad} if isinstance(feit.waarde, Verwijzing) else {*feit.uit}
    over = [
        feit
        for pad, feit in zaak.dossier.feiten.items()
        if pad not in gebruikt
        and pad.partition(".")[0] in _BEWERINGEN
        and not feit.is_open
        and not isinstance(feit.waarde, Verwijzing)  # it states nothing itself
    ]
    if over:
        yield Bevinding(
            "FT-ONGEBRUIKT",
            Ernst.NOTITIE,
            (over[0].plaats,),
            {"aantal": str(len(over)), "feiten": join_woorden([feit.pad for feit in over])},
            feiten=tuple(feit.pad for feit in over),
        )


def _rust_op(zaak: Zaak, paden: tuple[str, ...]) -> Iterator[str]:
    """The facts at `paden`, and those their formulas take."""
    for pad in paden:
        if pad in zaak.dossier.feiten:
            yield pad
            yield from _rust_op(zaak, zaak.dossier.feiten[pad].uit)


def _bevinding(code: str, ernst: Ernst, feit: Feit, *, door: str = "", **gegevens: str) -> Bevinding:
    plaatsen = (feit.plaats, *(vermelding.plaats for vermelding in feit.vermeldingen))
    return Bevinding(
        code, ernst, tuple(dict.fromkeys(plaatsen)), {"feit": feit.pad, **gegevens}, feiten=(feit.pad,), door=door
    )
