"""The outcome of checking an objection (*toetsuitslag*) as text for a person and as data for a program."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Ernst, Stand
from generator.datumtekst import datum_voluit, hoofdletter
from generator.verslagen.bevindingen import actie, door, titel, uitleg

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from generator.bevindingen import Bevinding, Stap, Uitkomst
    from generator.feiten.recht import Melding
    from generator.toetsuitslag import Indieningsuitslag, Toetsuitslag, VolgendeStap

# What meets the law, or is not asked of this case, needs no word; the checklist shows it.
STIL = {Stand.JA, Stand.NVT}
_BREEDTE = 96


def als_tekst(
    uitslag: Toetsuitslag,
    meldingen: Mapping[str, Melding],
    nadruk: Callable[[str, str], str] = lambda _, tekst: tekst,
    *,
    berekening: bool = False,
) -> str:
    """For a person: the answer in one line, what to do next and by when, then the findings in order of weight.

    Args:
        uitslag: what checking the case gave.
        meldingen: the wording of the findings.
        nadruk: how a heading, or the first line of a finding by its severity, stands out.
        berekening: also every step of every computed day.
    """
    regels = textwrap.wrap(f"{uitslag.zaaknummer}: {uitslag.antwoord}", _BREEDTE, subsequent_indent="  ")
    regels = [nadruk("kop", regel) for regel in regels]
    for stand in uitslag.indieningen:
        naam = f"{stand.naam}: " if len(uitslag.indieningen) > 1 else ""
        for reden in stand.redenen:
            regels += _alinea("  ", f"{naam}{reden}")
    if uitslag.volgende_stappen:
        regels += ["", nadruk("kop", "Wat nu")]
        regels += [regel for stap in uitslag.volgende_stappen for regel in _alinea("  - ", _stapzin(stap))]
    gemeld = [bevinding for bevinding in uitslag.bevindingen if bevinding.stand not in STIL]
    if gemeld:
        regels += ["", nadruk("kop", "Bevindingen")]
        regels += [regel for bevinding in gemeld for regel in _bevinding(bevinding, meldingen, nadruk)]
    zinnen = dict.fromkeys(zin for _, uitkomst in _alle(uitslag) for zin in uitkomst.voorbehoud)
    if zinnen:
        regels += ["", nadruk("kop", "Voorbehoud")]
        regels += [regel for zin in zinnen for regel in _alinea("  - ", zin)]
    if berekening:
        regels += _berekening(uitslag, nadruk)
    return "\n".join(regels) + "\n"


def als_data(uitslag: Toetsuitslag, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    """One object for a case, with days in ISO form; what meets the law is in ``voldaan`` by its code."""
    return {
        "zaak": uitslag.zaaknummer,
        "antwoord": uitslag.antwoord,
        "uitkomsten": {
            "indieningen": [_indiening(stand) for stand in uitslag.indieningen],
            **{naam: _uitkomst(uitkomst) for naam, uitkomst in uitslag.uitkomsten.items()},
            **{
                naam: {"euro": bedrag.euro, "tot_euro": bedrag.tot_bedrag, "uitleg": bedrag.uitleg}
                for naam, bedrag in uitslag.bedragen.items()
            },
        },
        "bevindingen": [
            _als_data(bevinding, meldingen) for bevinding in uitslag.bevindingen if bevinding.stand not in STIL
        ],
        "voldaan": sorted({bevinding.code for bevinding in uitslag.bevindingen if bevinding.stand is Stand.JA}),
        "volgende_stappen": [
            {"wat": stap.wat, "uiterlijk": _iso(stap.uiterlijk), "grondslag": stap.grondslag, "wie": stap.wie}
            for stap in uitslag.volgende_stappen
        ],
    }


def _berekening(uitslag: Toetsuitslag, nadruk: Callable[[str, str], str]) -> Iterator[str]:
    """Every step of every computed day."""
    for naam, uitkomst in _alle(uitslag):
        yield ""
        yield nadruk("kop", f"{hoofdletter(naam.replace('_', ' '))}: {_dag(uitkomst)}")
        for nummer, stap in enumerate(uitkomst.stappen, 1):
            grond = f" ({stap.grondslag})" if stap.grondslag else ""
            yield from _alinea(f"  {nummer}. ", f"{stap.tekst}{grond}")


def _alle(uitslag: Toetsuitslag) -> Iterator[tuple[str, Uitkomst]]:
    """Every computed day with its name, those of the objectors first."""
    for stand in uitslag.indieningen:
        van = f" van {stand.naam}" if len(uitslag.indieningen) > 1 and stand.naam else ""
        if stand.laatste_dag:
            yield f"laatste dag om bezwaar te maken{van}", stand.laatste_dag
        for dag, lezing in stand.lezingen.items():
            yield f"laatste dag bij bekendmaking op {datum_voluit(dag)}{van}", lezing
        if stand.ontvangst_post:
            yield f"laatste dag van ontvangst per post{van}", stand.ontvangst_post
    yield from uitslag.uitkomsten.items()


def _bevinding(
    bevinding: Bevinding, meldingen: Mapping[str, Melding], nadruk: Callable[[str, str], str]
) -> Iterator[str]:
    ernst = str(bevinding.ernst)
    if bevinding.ernst is Ernst.OORDEEL:
        ernst = f"te beoordelen door {door(bevinding, meldingen)}"
    yield nadruk(bevinding.ernst, f"{ernst}  {bevinding.code}  {titel(bevinding, meldingen)}")
    yield from _alinea("  ", uitleg(bevinding, meldingen))
    if wat := actie(bevinding, meldingen):
        yield from _alinea("  doen    ", wat)
    yield from _alinea("  grond   ", "; ".join(bevinding.grondslag))
    if bevinding.plaatsen:
        yield from _alinea("  plaats  ", "; ".join(map(str, dict.fromkeys(bevinding.plaatsen))))


def _stapzin(stap: VolgendeStap) -> str:
    wie = f"{stap.wie}: " if stap.wie else ""
    wanneer = f", uiterlijk {datum_voluit(stap.uiterlijk)}" if stap.uiterlijk else ""
    grond = f" ({stap.grondslag})" if stap.grondslag else ""
    return f"{hoofdletter(wie + stap.wat)}{wanneer}{grond}"


def _dag(uitkomst: Uitkomst) -> str:
    anders = f", of {datum_voluit(uitkomst.andere_lezing)}" if uitkomst.andere_lezing else ""
    return f"{datum_voluit(uitkomst.datum)}{anders}"


def _alinea(begin: str, tekst: str) -> list[str]:
    return textwrap.wrap(
        tekst, _BREEDTE, initial_indent=begin, subsequent_indent=" " * len(begin), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _iso(dag: dt.date | None) -> str | None:
    return dag.isoformat() if dag else None


def _stap(stap: Stap) -> dict[str, str | None]:
    return {"tekst": stap.tekst, "grondslag": stap.grondslag, "datum": _iso(stap.datum)}


def _uitkomst(uitkomst: Uitkomst) -> dict[str, Any]:
    return {
        "datum": uitkomst.datum.isoformat(),
        "andere_lezing": _iso(uitkomst.andere_lezing),
        "stappen": [_stap(stap) for stap in uitkomst.stappen],
        "voorbehoud": list(uitkomst.voorbehoud),
    }


def _indiening(stand: Indieningsuitslag) -> dict[str, Any]:
    return {
        "naam": stand.naam,
        "indiening": stand.indiening,
        "bekendmaking": _iso(stand.bekendmaking),
        "eerste_dag": _iso(stand.eerste_dag),
        "laatste_dag": stand.laatste_dag and _uitkomst(stand.laatste_dag),
        "ontvangst_post": stand.ontvangst_post and _uitkomst(stand.ontvangst_post),
        "lezingen": {dag.isoformat(): _uitkomst(lezing) for dag, lezing in stand.lezingen.items()},
        "redenen": list(stand.redenen),
        "rust_op": list(stand.rust_op),
    }


def _als_data(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst,
        "stand": bevinding.stand,
        "titel": titel(bevinding, meldingen),
        "uitleg": uitleg(bevinding, meldingen),
        "actie": actie(bevinding, meldingen),
        "door": door(bevinding, meldingen),
        "grondslag": list(bevinding.grondslag),
        "feiten": list(bevinding.feiten),
        "plaatsen": [str(plaats) for plaats in bevinding.plaatsen],
    }
