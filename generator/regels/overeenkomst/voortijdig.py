"""What comes too early by the agreement's own words: a decision before what it recites, a term before signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.opmaak import join_woorden
from generator.regels.dagen import bekende_dag
from generator.regels.looptijd import startdag
from generator.regels.overeenkomst.melden import luidt, meld
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Feit
    from generator.feiten.overeenkomst import Besluitvorming

_ONDERTEKENING = "ondertekening"
_PER_MOMENT = {"verleend": "vergund", "in werking": "in_werking", "onherroepelijk": "onherroepelijk"}


@regel("OV-OVERWEGING")
def eerder_dan_verdeelbesluit(zaak: Zaak) -> Iterator[Bevinding]:
    """Decided or signed before the decision that the agreement recites.

    A fout for a signature: what was signed cannot name what was not there. A decision may have been about older words.
    """
    if not (overeenkomst := zaak.dossier.overeenkomst):
        return
    for genoemd, besluit in _overwogen(zaak.dossier):
        van = bekende_dag(besluit)
        eerder = [
            (stap, feit) for stap, feit in _stappen(overeenkomst.besluitvorming)
            if van and (dag := bekende_dag(feit)) and dag < van
        ]  # fmt: skip
        if van and eerder:
            getekend = any(_ONDERTEKENING in feit.pad for _, feit in eerder)
            yield meld(
                "OV-OVERWEGING", Ernst.FOUT if getekend else Ernst.WAARSCHUWING, *(feit for _, feit in eerder), besluit,
                genoemd=genoemd, van=datum_voluit(van),
                stappen=join_woorden([f"{stap} op {datum_voluit(feit.dag)}" for stap, feit in eerder]),
            )  # fmt: skip


@regel("OV-TERUGWERKEND")
def looptijd_voor_de_ondertekening(zaak: Zaak) -> Iterator[Bevinding]:
    """The term begins before the last party signed, as far as the facts know that day.

    Parties may agree to that, so it is a warning; a fout when by its own words the term begins with signing. Of a
    known day of signing OV-STARTDATUM tells then.
    """
    overeenkomst = zaak.dossier.overeenkomst
    begin = bekende_dag(overeenkomst.looptijd.startdatum) if overeenkomst else None
    if not overeenkomst or not begin:
        return
    bij_ondertekening = luidt(overeenkomst.looptijd.start, _ONDERTEKENING)
    if bij_ondertekening and startdag(overeenkomst):
        return
    gang = overeenkomst.besluitvorming
    later = [(feit.dag, f"{stap} pas op", feit) for stap, feit in _stappen(gang) if bekende_dag(feit)]
    if any(bekende_dag(feit) is None for feit in (gang.ondertekening_coa, gang.ondertekening_gemeente)):
        later.append((zaak.toetsdatum, "niet elke partij tekende vóór de dag van de stukken,", zaak.dossier.toetsdatum))
    laatste, wat, feit = max(later, key=lambda een: een[0])
    if begin < laatste:
        yield meld(
            "OV-TERUGWERKEND", Ernst.FOUT if bij_ondertekening else Ernst.WAARSCHUWING,
            overeenkomst.looptijd.startdatum, feit,
            begin=datum_voluit(begin), wat=f"{wat} {datum_voluit(laatste)}",
        )  # fmt: skip


@regel("OV-UITERLIJK")
def voorbehoud_voor_de_ondertekening(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement ends if the permit is not there on a day, and that day is no later than the last signature.

    Silent for a place whose permit was there by that day. When the permit is known to come later, the agreement has
    ended before it does, whoever signed when. As long as not every party signed, the last step known counts.
    """
    overeenkomst = zaak.dossier.overeenkomst
    uiterlijk = bekende_dag(overeenkomst.voorbehoud.vergunning_uiterlijk) if overeenkomst else None
    if not overeenkomst or not uiterlijk:
        return
    voorbehoud, moment = overeenkomst.voorbehoud.vergunning_uiterlijk, overeenkomst.vergunning.moment
    stappen = [(feit.dag, stap, feit) for stap, feit in _stappen(overeenkomst.besluitvorming) if bekende_dag(feit)]
    laatste = max(stappen, key=lambda een: een[0]) if stappen else None
    for locatie in overeenkomst.locaties.values():
        vergund: Feit | None = getattr(locatie, _PER_MOMENT[moment.woorden]) if not moment.is_open else None
        dag = bekende_dag(vergund)
        if vergund and dag and dag > uiterlijk:
            wat, feit = f"de vergunning is pas {moment.woorden} op {datum_voluit(dag)}", vergund
        elif not dag and laatste and laatste[0] >= uiterlijk:
            getekend, stap, feit = laatste
            wat = f"{stap} op {datum_voluit(getekend)}; een vergunning van vóór die tijd noemen zij niet"
        else:
            continue
        yield meld("OV-UITERLIJK", Ernst.FOUT, voorbehoud, feit, uiterlijk=datum_voluit(uiterlijk), wat=wat)
        return  # one day, one finding: every place hangs on it


def _overwogen(dossier: Dossier) -> Iterator[tuple[str, Feit]]:
    """What the agreement recites as decided by the minister, each with its day."""
    besluit = dossier.verdeelbesluit
    if besluit:
        yield "het verdeelbesluit", besluit.datum
    if besluit and besluit.herziening:
        yield "de herziening van het verdeelbesluit", besluit.herziening.datum


def _stappen(gang: Besluitvorming) -> tuple[tuple[str, Feit], ...]:
    """The steps by which the parties are bound, as words before a day."""
    return (
        ("het college besloot", gang.college), ("het bestuur van het COA besloot", gang.coa),
        ("het COA tekende", gang.ondertekening_coa), ("de gemeente tekende", gang.ondertekening_gemeente),
    )  # fmt: skip
