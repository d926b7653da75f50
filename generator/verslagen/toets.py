"""The outcome of checking an objection (*toetsuitslag*) as text for a person."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit, hoofdletter
from generator.verslagen.bevindingen import actie, door, titel, uitleg
from generator.verslagen.toetsdata import STIL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.bevindingen import Bevinding, Stap, Uitkomst
    from generator.feiten.recht import Melding
    from generator.toetsuitslag import Toetsuitslag, VolgendeStap

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


def _berekening(uitslag: Toetsuitslag, nadruk: Callable[[str, str], str]) -> Iterator[str]:
    """Every step of every computed day."""
    for naam, uitkomst in _alle(uitslag):
        yield ""
        yield nadruk("kop", f"{hoofdletter(naam.replace('_', ' '))}: {_dag(uitkomst)}")
        yield from _genummerd(uitkomst.stappen)
        if uitkomst.andere_stappen:
            yield "  In de andere lezing:"
            yield from _genummerd(uitkomst.andere_stappen)


def _genummerd(stappen: tuple[Stap, ...]) -> Iterator[str]:
    for nummer, stap in enumerate(stappen, 1):
        grond = f" ({stap.grondslag})" if stap.grondslag else ""
        yield from _alinea(f"  {nummer}. ", f"{stap.tekst}{grond}")


def _alle(uitslag: Toetsuitslag) -> Iterator[tuple[str, Uitkomst]]:
    """Every computed day with its name, those of the objectors first."""
    for stand in uitslag.indieningen:
        van = f" van {stand.naam}" if len(uitslag.indieningen) > 1 and stand.naam else ""
        if stand.laatste_dag:
            yield f"laatste dag om bezwaar te maken{van}", stand.laatste_dag
        for dag, lezing in stand.lezingen.items():
            bij = f"bij bekendmaking op {datum_voluit(dag)}{van}"
            yield f"laatste dag {bij}", lezing
            if dag in stand.lezingen_post:
                yield f"laatste dag van ontvangst per post {bij}", stand.lezingen_post[dag]
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
    anders = ", of later" if uitkomst.zonder_grens else anders
    return f"{datum_voluit(uitkomst.datum)}{anders}"


def _alinea(begin: str, tekst: str) -> list[str]:
    return textwrap.wrap(
        tekst, _BREEDTE, initial_indent=begin, subsequent_indent=" " * len(begin), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
