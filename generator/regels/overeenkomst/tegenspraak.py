"""Facts that do not go together: each may be so, not both at once; a finding names both places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.opmaak import print_feit
from generator.regels.dagen import bekende_dag
from generator.regels.looptijd import is_lang
from generator.regels.overeenkomst.melden import is_ja, is_nee, luidt, meld
from generator.regels.register import Zaak, regel
from generator.regels.voorlegging import punten_over_overeenkomst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bevindingen import Bevinding
    from generator.feiten.feit import Feit

_UITGEBREID = "uitgebreide procedure"
# What the council gave, in one's own words: nothing, or something. Other words with ‘geen’ in them are not judged.
_GEEN = re.compile(r"(?:de raad \w+ )?geen(?: (?:wensen|bedenkingen|en|of))*\.?")
_BURGEMEESTER = re.compile(r"(waarnemend )?burgemeester")


@regel("OV-TIJDELIJK", "Spreidingswet 2")
def tijdelijk_en_lang(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement calls its reception tijdelijk and lasts five years or longer."""
    if (overeenkomst := zaak.dossier.overeenkomst) and luidt(overeenkomst.opvang.duur, "tijdelijk"):
        duur = overeenkomst.looptijd.duur
        if is_lang(duur):
            yield meld(
                "OV-TIJDELIJK", Ernst.WAARSCHUWING, overeenkomst.opvang.duur, duur,
                grondslag=("Spreidingswet 2",), duur=print_feit(duur, "woorden"),
            )  # fmt: skip


@regel("OV-ONGEREGELDHEDEN")
def ongeregeldheden_zonder_opzegrecht(zaak: Zaak) -> Iterator[Bevinding]:
    """The municipality may end the agreement after disturbances, and may not end it at all."""
    if (overeenkomst := zaak.dossier.overeenkomst) and is_ja(overeenkomst.opzegging.bij_ongeregeldheden):
        recht = overeenkomst.opzegging.recht
        if luidt(recht, "geen van beide") or luidt(recht, "alleen het COA"):
            yield meld(
                "OV-ONGEREGELDHEDEN", Ernst.WAARSCHUWING, overeenkomst.opzegging.bij_ongeregeldheden, recht,
                recht=recht.woorden,
            )  # fmt: skip


@regel("OV-OPDRACHT", "Gemeentewet 171")
def opdracht_van_zichzelf(zaak: Zaak) -> Iterator[Bevinding]:
    """The mayor signs on the strength of the mayor's own mandate: the second paragraph is for another."""
    if overeenkomst := zaak.dossier.overeenkomst:
        partij = overeenkomst.gemeente
        bekend = luidt(partij.grondslag, "volmacht") and not partij.functie.is_open
        if bekend and _BURGEMEESTER.fullmatch(partij.functie.woorden.lower()):
            yield meld(
                "OV-OPDRACHT", Ernst.FOUT, partij.functie, partij.grondslag,
                grondslag=("Gemeentewet 171",), functie=partij.functie.woorden,
            )  # fmt: skip


@regel("OV-EIGENBEHEER", "Wet COA 3b")
def gemeente_kan_niet_exploiteren(zaak: Zaak) -> Iterator[Bevinding]:
    """The municipality runs the reception, and another fact says that it cannot now."""
    mogelijk = zaak.dossier.vaststellingen.get("gemeentelijke_exploitatie_mogelijk")
    if (overeenkomst := zaak.dossier.overeenkomst) and mogelijk and is_nee(mogelijk):
        exploitant = overeenkomst.opvang.exploitant
        if luidt(exploitant, "gemeente"):
            yield meld("OV-EIGENBEHEER", Ernst.WAARSCHUWING, exploitant, mogelijk, grondslag=("Wet COA 3b",))


@regel("OV-PROCEDURE", "Awb 3:18", "Omgevingswet 16.64", "Omgevingswet 16.65")
def andere_procedure(zaak: Zaak) -> Iterator[Bevinding]:
    """The other papers reckon with another procedure for the permit than the agreement; or only one of them knows it.

    A fout when both are known and differ: then the papers give another day, and another remedy, than the agreement.
    """
    uitgebreid = zaak.dossier.vaststellingen.get("vergunning_uitgebreid")
    if not (overeenkomst := zaak.dossier.overeenkomst) or uitgebreid is None:
        return
    procedure = overeenkomst.vergunning.procedure
    if uitgebreid.is_open and procedure.is_open:
        return
    if uitgebreid.is_open or procedure.is_open:
        ernst = Ernst.WAARSCHUWING
    elif uitgebreid.ja is not luidt(procedure, _UITGEBREID):
        ernst = Ernst.FOUT
    else:
        return
    yield meld(
        "OV-PROCEDURE", ernst, uitgebreid, procedure, grondslag=("Awb 3:18", "Omgevingswet 16.65"),
        stukken=_of_open(uitgebreid), overeenkomst=_of_open(procedure),
    )  # fmt: skip


@regel("OV-VROEGSTE")
def opening_voor_de_vroegste(zaak: Zaak) -> Iterator[Bevinding]:
    """A place opens, by the agreement, before the day that the other papers call the earliest."""
    vroegste = zaak.dossier.datums.get("vroegste_opening")
    eerste = bekende_dag(vroegste)
    for locatie in zaak.dossier.overeenkomst.locaties.values() if zaak.dossier.overeenkomst else ():
        dag = bekende_dag(locatie.opening)
        if vroegste and eerste and locatie.opening and dag and dag < eerste:
            yield meld(
                "OV-VROEGSTE", Ernst.WAARSCHUWING, locatie.opening, vroegste,
                opening=datum_voluit(dag), vroegste=datum_voluit(eerste),
            )  # fmt: skip


@regel("OV-WENSEN", "Gemeentewet 169")
def punt_vraagt_wat_niet_wordt_gevraagd(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement says that the council is not heard, and a point for decision asks it for its wishes."""
    if overeenkomst := zaak.dossier.overeenkomst:
        gehoord = overeenkomst.besluitvorming.wensen_en_bedenkingen
        for naam, punt in punten_over_overeenkomst(zaak.dossier).items() if is_nee(gehoord) else ():
            yield meld("OV-WENSEN", Ernst.FOUT, gehoord, punt.soort, grondslag=("Gemeentewet 169",), punt=naam)


@regel("OV-UITKOMST", "Gemeentewet 169")
def andere_uitkomst(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement tells another outcome of the council than every point for decision about it."""
    if not (overeenkomst := zaak.dossier.overeenkomst) or overeenkomst.besluitvorming.raad_uitkomst.is_open:
        return
    gegeven = overeenkomst.besluitvorming.raad_uitkomst
    woorden = gegeven.woorden.lower()
    geen = bool(_GEEN.fullmatch(woorden))
    if not geen and "geen" in woorden:
        return
    punten = [punt.uitkomst for punt in punten_over_overeenkomst(zaak.dossier).values() if punt.uitkomst]
    if punten and all(not punt.is_open and luidt(punt, "geen") is not geen for punt in punten):
        yield meld(
            "OV-UITKOMST", Ernst.FOUT, gegeven, *punten, grondslag=("Gemeentewet 169",),
            overeenkomst=gegeven.woorden, punt=punten[0].woorden,
        )  # fmt: skip


def _of_open(feit: Feit) -> str:
    return "nog niet bekend" if feit.is_open else print_feit(feit)
