"""What a municipality that objects itself has to show (Gemeentewet 160, 169, 171; Awb 10:1).

These rules speak only of a case with a section ``gemeente``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Namens
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_BESLUIT = "gemeente.procesbesluit.datum"
_WIE = ("gemeente.namens", "gemeente.ondertekenaars")
# Who signs for whom: of the municipality the mayor (Gemeentewet 171), of the college mayor and secretary (59a).
_ONDERTEKENAARS = {
    Namens.GEMEENTE: {"burgemeester"},
    Namens.BURGEMEESTER: {"burgemeester"},
    Namens.COLLEGE: {"burgemeester", "secretaris"},
}
_SECRETARIS = {"gemeentesecretaris": "secretaris", "locosecretaris": "secretaris", "locoburgemeester": "burgemeester"}


def _laatste_dag(toets: Bezwaartoets) -> dt.date | None:
    """The last day of the period, the earliest of every reading; None when no reading gives one."""
    dagen = [uitkomst.datum for stand in toets.indieningen for uitkomst in stand.lezingen.values()]
    return min([*dagen, *(stand.laatste_dag.datum for stand in toets.indieningen if stand.laatste_dag)], default=None)


def _verzonden(toets: Bezwaartoets) -> dt.date | None:
    """When the objection was sent, as far as known."""
    schrift = toets.bezwaarschrift
    return (schrift.verzonden.datum if schrift.verzonden else None) or schrift.dagtekening


def _besloten(toets: Bezwaartoets) -> dt.date | None:
    gemeente = toets.zaak.gemeente
    return gemeente.procesbesluit.datum if gemeente and gemeente.procesbesluit else None


def _is_niet_besloten(toets: Bezwaartoets) -> bool:
    return toets.zaak.is_geen("gemeente.procesbesluit") or toets.zaak.is_geen(_BESLUIT)


@bezwaarregel("GM-160", "Gemeentewet 160 lid 1", indiener=Ernst.FOUT, bij="gemeente")
def procesbesluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The college decides to object on behalf of municipality, college or council, before the period ends."""
    if toets.zaak.gemeente is None:
        return
    besloten, laatste = _besloten(toets), _laatste_dag(toets)
    if besloten is None and _is_niet_besloten(toets):
        if toets.bezwaarschrift.is_pro_forma:
            vraag = "Het bezwaar is pro forma; wanneer besluit het college alsnog?"
            yield beoordelen(_BESLUIT, vraag=f"Er is nog geen besluit om bezwaar te maken. {vraag}")
        else:
            yield nee(_BESLUIT)
    elif besloten is None:
        yield onbekend(_BESLUIT)
    elif laatste is None:
        yield onbekend(_BESLUIT, "besluit.bekendmaking.datum")
    elif besloten <= laatste:
        yield ja(_BESLUIT, dag=besloten)
    else:
        dagen = f"Besloten op {datum_voluit(besloten)}; de termijn eindigt op {datum_voluit(laatste)}."
        yield beoordelen(_BESLUIT, vraag=f"{dagen} Dekt het besluit van na de termijn het bezwaar?")


@bezwaarregel("GM-160-3", "Gemeentewet 160 lid 3", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE, bij="gemeente")
def bewarend_bezwaar(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Before that decision the college may do what is needed to lose no right: an objection pro forma."""
    if toets.zaak.gemeente is None:
        return
    besloten, verzonden = _besloten(toets), _verzonden(toets)
    if _is_niet_besloten(toets) or (besloten and verzonden and besloten > verzonden):
        yield nee(_BESLUIT)
    elif besloten and verzonden:
        yield ja(_BESLUIT)


@bezwaarregel("GM-171", "Gemeentewet 171", indiener=Ernst.FOUT, bij="gemeente")
def ondertekend_namens(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The mayor represents the municipality, or whom the mayor told to; papers of the college have two signatures."""
    gemeente = toets.zaak.gemeente
    if gemeente is None:
        return
    if gemeente.namens is None or not gemeente.ondertekenaars:
        yield onbekend(*_WIE)
        return
    wie = {_SECRETARIS.get(een, een) for een in (naam.casefold() for naam in gemeente.ondertekenaars)}
    van, door = gemeente.namens, " en ".join(gemeente.ondertekenaars)
    hoort = _ONDERTEKENAARS.get(gemeente.namens)
    if hoort is None:
        yield beoordelen(*_WIE, namens=van, wie=door, grondslag=("Gemeentewet 160 lid 1",))
    elif wie == hoort:
        yield ja(*_WIE, namens=van, wie=door)
    elif gemeente.namens is Namens.COLLEGE:
        yield nee(*_WIE, ernst=Ernst.WAARSCHUWING, namens=van, wie=door, hoort="burgemeester en secretaris")
    elif "burgemeester" in wie:
        yield beoordelen(*_WIE, namens=van, wie=door)
    elif gemeente.volmacht:
        yield ja(*_WIE, "gemeente.volmacht", namens=van, wie=door)
    else:
        yield nee(
            *_WIE,
            "gemeente.volmacht",
            namens=van,
            wie=door,
            hoort="de burgemeester, of wie van de burgemeester volmacht heeft",
        )


@bezwaarregel("GM-COLL", "Awb 1:2 lid 2", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, bij="gemeente")
def college_zelf(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A college objects as a body for an interest entrusted to it: a person says whether there is one."""
    gemeente = toets.zaak.gemeente
    if gemeente is None or gemeente.namens is not Namens.COLLEGE:
        return
    if gemeente.grond_college is None:
        yield onbekend("gemeente.grond_college")
    else:
        yield beoordelen("gemeente.grond_college", grond=gemeente.grond_college)


@bezwaarregel("GM-LAAT", "Gemeentewet 171", "Awb 10:1", bij="gemeente")
def bevoegd_bij_indiening(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who signs under a power had it before: a confirmation after the period did not help in higher appeal."""
    gemeente, feiten = toets.zaak.gemeente, ("gemeente.volmacht",)
    if gemeente is None or gemeente.volmacht is None:
        return
    verzonden, laatste = _verzonden(toets), _laatste_dag(toets)
    if laatste and gemeente.volmacht > laatste:
        yield nee(*feiten, volmacht=gemeente.volmacht, laatste=laatste)
    elif verzonden is None:
        yield onbekend(*feiten, "bezwaarschrift.verzonden.datum", volmacht=gemeente.volmacht)
    elif gemeente.volmacht > verzonden:
        yield beoordelen(*feiten, volmacht=gemeente.volmacht, verzonden=verzonden)
    else:
        yield ja(*feiten, volmacht=gemeente.volmacht)


@bezwaarregel("GM-169", "Gemeentewet 169", bij="gemeente")
def raad_ingelicht(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The college tells the council beforehand, or when there is haste as soon as it can."""
    gemeente, feit = toets.zaak.gemeente, "gemeente.raad_ingelicht_op"
    if gemeente is None:
        return
    verzonden, dag = _verzonden(toets), gemeente.raad_ingelicht_op
    if dag is None:
        yield nee(feit) if toets.zaak.is_geen(feit) else onbekend(feit)
    elif verzonden and dag > verzonden:
        yield beoordelen(feit, dag=dag, verzonden=verzonden)
    else:
        yield ja(feit, dag=dag)


@bezwaarregel("GM-10", "Awb 10:1", bij="gemeente")
def mandaat_bekendgemaakt(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A mandate or power under which was signed is made known, and goes as far as this."""
    gemeente, feit = toets.zaak.gemeente, "gemeente.mandaat_bekendgemaakt"
    if gemeente is None:
        return
    if gemeente.mandaat_bekendgemaakt is not None:
        yield (ja if gemeente.mandaat_bekendgemaakt else nee)(feit)
    elif gemeente.volmacht:
        yield onbekend(feit)
