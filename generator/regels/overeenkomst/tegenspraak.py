"""Choices in the agreement that do not go together: each may be made, not both at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.opmaak import print_feit
from generator.regels.looptijd import is_lang
from generator.regels.overeenkomst.melden import is_ja, is_nee, luidt, meld
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bevindingen import Bevinding

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
