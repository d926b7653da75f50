"""Lengths of time and numbers of times that the agreement's own term leaves no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.feiten.waarden import Aantal, Duur
from generator.opmaak import print_feit
from generator.regels.dagen import bekende_dag
from generator.regels.looptijd import vergelijk_duren
from generator.regels.overeenkomst.melden import is_ja, luidt, meld
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bevindingen import Bevinding
    from generator.feiten.feit import Feit
    from generator.feiten.overeenkomst import Overeenkomst

_OPZEGGEN = "Wie tijdens de looptijd opzegt, heeft daar niets aan: zij is om voordat de opzegtermijn voorbij is"


@regel("OV-TELANG")
def langer_dan_de_looptijd(zaak: Zaak) -> Iterator[Bevinding]:
    """What is to happen within the term lasts longer than the term.

    As long as the term is a warning: it may be met before the term begins, or on its last day. Not so for clearing
    within the term: it leaves no day to live there.
    """
    if not (overeenkomst := zaak.dossier.overeenkomst):
        return
    looptijd = overeenkomst.looptijd
    vanaf = bekende_dag(looptijd.startdatum) or zaak.toetsdatum
    for wat, duur, gevolg in _binnen_looptijd(overeenkomst):
        verhouding = vergelijk_duren(duur, looptijd.duur, vanaf)
        if verhouding is None or verhouding < 0:
            continue
        fout = verhouding > 0 or duur is overeenkomst.ontmanteling.duur
        yield meld(
            "OV-TELANG", Ernst.FOUT if fout else Ernst.WAARSCHUWING, duur, looptijd.duur,
            wat=wat, duur=print_feit(duur, "woorden"), gevolg=gevolg, looptijd=print_feit(looptijd.duur, "woorden"),
            verhouding="langer dan" if verhouding > 0 else "even lang als",
        )  # fmt: skip


@regel("OV-NOOIT")
def nul_keer(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement promises meetings or evaluations, and then none of them."""
    if not (overeenkomst := zaak.dossier.overeenkomst):
        return
    for wat, feit in (
        ("een klankbordgroep die bijeenkomt", overeenkomst.klankbordgroep.bijeenkomsten_per_jaar),
        ("overleg over de veiligheid", overeenkomst.veiligheid.overleg_per_jaar),
        ("evaluatie", overeenkomst.evaluatie.elke),
    ):
        if isinstance(feit.waarde, Aantal | Duur) and not feit.waarde.getal:
            yield meld("OV-NOOIT", Ernst.WAARSCHUWING, feit, wat=wat, waarde=print_feit(feit))


def _binnen_looptijd(overeenkomst: Overeenkomst) -> Iterator[tuple[str, Feit, str]]:
    """What has to fit in the term: as words, how long it lasts, and what follows when it does not fit."""
    yield (
        "de tijd waarin verlenging vooraf wordt gevraagd", overeenkomst.verlenging.melding,
        "Verlenging moet dan zijn gevraagd voordat de looptijd begint",
    )  # fmt: skip
    opzegging = overeenkomst.opzegging
    beide = luidt(opzegging.recht, "beide partijen")
    if beide or luidt(opzegging.recht, "alleen het COA"):
        yield "de opzegtermijn voor het COA", opzegging.termijn_coa, _OPZEGGEN
    if beide or luidt(opzegging.recht, "alleen de gemeente"):
        yield "de opzegtermijn voor de gemeente", opzegging.termijn_gemeente, _OPZEGGEN
    yield (
        "de tijd tot een evaluatie", overeenkomst.evaluatie.elke, "Binnen de looptijd wordt dan niet geëvalueerd",
    )  # fmt: skip
    yield (
        "de tijd waarbinnen partijen overleggen", overeenkomst.wijziging.overlegtermijn,
        "Overleg hoeft dan pas als de looptijd om is",
    )  # fmt: skip
    if is_ja(overeenkomst.ontmanteling.binnen_looptijd):
        yield (
            "het ontmantelen, dat binnen de looptijd valt,", overeenkomst.ontmanteling.duur,
            "Voor de opvang zelf blijft dan geen dag over",
        )  # fmt: skip
