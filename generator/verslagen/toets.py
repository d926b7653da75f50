"""The outcome of checking an objection (*toetsuitslag*) as text for a person and as data for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.bevindingen import Stand
from generator.verslagen.bevindingen import actie, titel, uitleg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.recht import Melding
    from generator.toetsuitslag import Toetsuitslag

_STIL = {Stand.JA, Stand.NVT}


def als_tekst(uitslag: Toetsuitslag, meldingen: Mapping[str, Melding]) -> str:
    """The answer first, then what to do, then the findings in order of weight."""
    regels = [f"{uitslag.zaaknummer}: {uitslag.antwoord}"]
    regels += [reden for stand in uitslag.indieningen for reden in stand.redenen]
    for bevinding in uitslag.bevindingen:
        if bevinding.stand not in _STIL:
            regels += [f"{bevinding.ernst}  {bevinding.code}  {titel(bevinding, meldingen)}"]
            regels += [f"  {uitleg(bevinding, meldingen)}", f"  {actie(bevinding, meldingen)}"]
    return "\n".join(regels) + "\n"


def als_data(uitslag: Toetsuitslag, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    """One object for a case, with ISO dates."""
    return {
        "zaak": uitslag.zaaknummer,
        "antwoord": uitslag.antwoord,
        "indiening": [
            {
                "naam": stand.naam,
                "indiening": stand.indiening,
                "laatste_dag": stand.laatste_dag.datum.isoformat() if stand.laatste_dag else None,
            }
            for stand in uitslag.indieningen
        ],
        "bevindingen": [
            {"code": b.code, "ernst": b.ernst, "stand": b.stand, "uitleg": uitleg(b, meldingen)}
            for b in uitslag.bevindingen
            if b.stand not in _STIL
        ],
    }
