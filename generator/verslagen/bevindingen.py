"""Findings (*bevindingen*) as text for a person, JSON for a program and SARIF 2.1.0 for an editor."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec.structs import asdict

from generator import __version__
from generator.bevindingen import Antwoord, Bevinding, Ernst
from generator.verslagen.regels import print_melding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.feiten.recht import Melding

_MEERVOUD = {"fout": "fouten", "oordeel": "oordelen", "waarschuwing": "waarschuwingen", "notitie": "notities"}
_SARIF = {Ernst.FOUT: "error", Ernst.OORDEEL: "warning", Ernst.WAARSCHUWING: "warning", Ernst.NOTITIE: "note"}
_AFGEDAAN = {
    Ernst.FOUT: "vrijgegeven", Ernst.OORDEEL: "beantwoord", Ernst.WAARSCHUWING: "aanvaard", Ernst.NOTITIE: "aanvaard",
}  # fmt: skip
_BREEDTE = 96


def titel(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> str:
    """The title of a finding with its own values filled in."""
    return _vul(meldingen[bevinding.code].titel, bevinding)


def uitleg(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> str:
    """The explanation of a finding, by how the facts stand to it, with its own values filled in."""
    melding = meldingen[bevinding.code]
    return _vul(getattr(melding, bevinding.stand) if bevinding.stand else melding.uitleg, bevinding)


def actie(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> str:
    """What to do about a finding, for the side that it is put to, with its own values filled in."""
    melding = meldingen[bevinding.code]
    return _vul((bevinding.is_indiener and melding.actie_indiener) or melding.actie, bevinding)


def door(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> str:
    """Who has to judge, for an oordeel: as the rule says, or else as its wording does; empty for other findings."""
    return bevinding.door or (meldingen[bevinding.code].door if bevinding.ernst is Ernst.OORDEEL else "")


def als_tekst(
    per_dossier: Mapping[str, Sequence[Bevinding]],
    meldingen: Mapping[str, Melding],
    nadruk: Callable[[Ernst, str], str] = lambda _, kop: kop,
) -> str:
    """The findings for a person: heaviest first, each with places, ground and action; then the count.

    `nadruk` makes the first line of a finding stand out by its severity.
    """
    regels: list[str] = []
    for naam, bevindingen in per_dossier.items():
        for bevinding in bevindingen:
            kop, *rest = _blok(bevinding, meldingen)
            regels += [nadruk(bevinding.ernst, kop) if bevinding.is_open else kop, *rest]
        regels.append(f"{naam}: {_telling(bevindingen)}")
    return "\n".join(regels) + "\n"


def als_json(per_dossier: Mapping[str, Sequence[Bevinding]], meldingen: Mapping[str, Melding]) -> str:
    """One object: dossier → list of findings, each with its sentences filled in."""
    inhoud = {naam: [_als_data(b, meldingen) for b in bevindingen] for naam, bevindingen in per_dossier.items()}
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def als_sarif(per_dossier: Mapping[str, Sequence[Bevinding]], meldingen: Mapping[str, Melding]) -> str:
    """A SARIF 2.1.0 log; a source paper's page is given as text, a file's line as a region."""
    alle = [bevinding for bevindingen in per_dossier.values() for bevinding in bevindingen]
    codes = sorted({bevinding.code for bevinding in alle})
    regels = [{"id": code, "shortDescription": {"text": print_melding(meldingen[code].titel)}} for code in codes]
    uitslagen = [
        {
            "ruleId": bevinding.code,
            "level": _SARIF[bevinding.ernst],
            "message": {"text": f"{_als_zin(titel(bevinding, meldingen))} {uitleg(bevinding, meldingen)}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(plaats.bestand)},
                        **(
                            {"region": {"startLine": plaats.regel, "startColumn": max(plaats.kolom, 1)}}
                            if plaats.regel
                            else {}
                        ),
                    }
                }
                for plaats in bevinding.plaatsen
            ],
            "properties": {"ernst": str(bevinding.ernst), "grondslag": list(bevinding.grondslag)},
            **({"suppressions": [_suppression(bevinding.antwoord)]} if bevinding.antwoord else {}),
        }
        for bevinding in alle
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "raadwerk", "version": __version__, "rules": regels}},
                "results": uitslagen,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _als_zin(titel: str) -> str:
    """The title with a mark at its end: a question has its own."""
    return titel if titel.endswith(("?", "!", ".")) else f"{titel}."


def _blok(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> list[str]:
    """One finding: severity, code and title; explanation; ground, places and action."""
    ernst = str(bevinding.ernst)
    antwoord = bevinding.antwoord
    if antwoord:
        ernst = f"{ernst}, {_AFGEDAAN[bevinding.ernst]} door {antwoord.rol}"
    elif bevinding.ernst is Ernst.OORDEEL:
        ernst = f"te beoordelen door {bevinding.door}"
    regels = [f"{ernst}  {bevinding.code}  {titel(bevinding, meldingen)}"]
    regels += textwrap.wrap(uitleg(bevinding, meldingen), _BREEDTE, initial_indent="  ", subsequent_indent="  ")
    for kop, inhoud in (
        ("grond", "; ".join(bevinding.grondslag)),
        ("plaats", "; ".join(str(plaats) for plaats in bevinding.plaatsen)),
        ("doen", "" if antwoord else actie(bevinding, meldingen)),
        ("besluit", antwoord.antwoord if antwoord else ""),
        ("reden", antwoord.reden if antwoord else ""),
        ("vast in", f"{antwoord.plaats} ({antwoord.moment})" if antwoord else ""),
    ):
        if inhoud:
            regels += textwrap.wrap(
                inhoud, _BREEDTE, initial_indent=f"  {kop:<8}", subsequent_indent=" " * 10, break_long_words=False,
                break_on_hyphens=False,
            )  # fmt: skip
    return [*regels, ""]


def _telling(bevindingen: Sequence[Bevinding]) -> str:
    telling = Counter(str(bevinding.ernst) for bevinding in bevindingen if bevinding.is_open)
    delen = [f"{telling[e]} {e if telling[e] == 1 else _MEERVOUD[e]}" for e in map(str, Ernst) if telling[e]]
    afgedaan = sum(not bevinding.is_open for bevinding in bevindingen)
    return (", ".join(delen) or "geen bevindingen") + (f"; {afgedaan} afgedaan" if afgedaan else "")


def _suppression(antwoord: Antwoord) -> dict[str, Any]:
    """How SARIF says that a person settled a result, and why."""
    wat = f"{antwoord.antwoord} " if antwoord.antwoord else ""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{wat}{antwoord.reden} ({antwoord.rol}, {antwoord.moment})",
    }


def _vul(zin: str, bevinding: Bevinding) -> str:
    return zin.format_map(bevinding.gegevens) if "{" in zin else zin


def _als_data(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    return {
        "code": bevinding.code,
        "ernst": str(bevinding.ernst),
        "door": bevinding.door,
        "titel": titel(bevinding, meldingen),
        "uitleg": uitleg(bevinding, meldingen),
        "actie": actie(bevinding, meldingen),
        "grondslag": list(bevinding.grondslag),
        "plaatsen": [
            {"bestand": plaats.bestand, "regel": plaats.regel, "kolom": plaats.kolom} for plaats in bevinding.plaatsen
        ],
        "feiten": list(bevinding.feiten),
        "antwoord": asdict(bevinding.antwoord) if bevinding.antwoord else None,
    }
