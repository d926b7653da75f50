"""Dates of meetings and papers, and lengths of legal periods: the right weekday, the right order, the right length."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import WEEKDAGEN, datum_voluit, duur_voluit
from generator.feiten.dossier import doel_van
from generator.feiten.waarden import Datum, Duur
from generator.regels.kalender import feestdagen, rustdagen
from generator.regels.register import Zaak, regel
from generator.regels.termijnen import lengte_voluit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.feiten.feit import Feit

_ZATERDAG = 5
_ANDERE_DAG = {"extra avond", "reces"}  # these may begin on any day


@regel("DT-WEEKDAG")
def vergadering_op_andere_weekdag(zaak: Zaak) -> Iterator[Bevinding]:
    """A meeting of council or committee, or a mention of one, on another weekday than this council meets."""
    if zaak.dossier.gemeente.vergaderdag.is_open:  # then no weekday is another one
        return
    vergaderdag = zaak.dossier.gemeente.vergaderdag.woorden
    vergaderingen = [*zaak.dossier.vergaderingen.values(), *zaak.dossier.gemeente.vergaderschema.values()]
    anders = {dag for deze in vergaderingen if deze.soort.woorden in _ANDERE_DAG for dag, _ in _dagen(deze.datum)}
    for (soort, dag), feiten in _gepland(zaak).items():
        if WEEKDAGEN[dag.weekday()] != vergaderdag and dag not in anders:
            yield Bevinding(
                "DT-WEEKDAG", Ernst.WAARSCHUWING, tuple(feit.plaats for feit in feiten),
                {"datum": datum_voluit(dag), "vergaderdag": vergaderdag, "soort": soort},
                feiten=tuple(feit.pad for feit in feiten),
            )  # fmt: skip


@regel("DT-FEESTDAG", "Atw 3")
def vergadering_op_feestdag(zaak: Zaak) -> Iterator[Bevinding]:
    """A meeting, or a day to reckon with, on a public holiday: that is allowed, and nearly always a slip."""
    for (soort, dag), feiten in _gepland(zaak).items():
        feestdag = feestdagen(zaak.recht.kalender, dag.year).get(dag)
        if feestdag:
            yield Bevinding(
                "DT-FEESTDAG", Ernst.WAARSCHUWING, tuple(feit.plaats for feit in feiten),
                {"datum": datum_voluit(dag), "feestdag": feestdag.naam, "soort": soort},
                ("Atw 3",), tuple(feit.pad for feit in feiten),
            )  # fmt: skip


def _gepland(zaak: Zaak) -> dict[tuple[str, dt.date], list[Feit]]:
    """The facts that name each meeting, by its kind and day; one that follows another by a formula only if alone."""
    vergaderingen = [*zaak.dossier.vergaderingen.values(), *zaak.dossier.gemeente.vergaderschema.values()]
    gepland = [(deze.soort.woorden, deze.datum) for deze in vergaderingen if deze.soort.woorden not in _ANDERE_DAG]
    for stuk in zaak.dossier.stukken.values():
        gepland += [
            (soort, feit) for soort, feit in (("commissie", stuk.datum_commissie), ("raad", stuk.datum_raad)) if feit
        ]
    if reken := zaak.dossier.datums.get("rekendatum_raadsbesluit"):
        gepland.append(("raad", reken))
    if overeenkomst := zaak.dossier.overeenkomst:
        gepland.append(("raad", overeenkomst.besluitvorming.raad))
    return _per_dag(gepland)


@regel("DT-COLLEGE", "Atw 1", "Atw 3")
def college_op_rustdag(zaak: Zaak) -> Iterator[Bevinding]:
    """The college decides on a Saturday, a Sunday or a public holiday: that is allowed, and nearly always a slip."""
    dagen = [("college", stuk.datum_college) for stuk in zaak.dossier.stukken.values()]
    if overeenkomst := zaak.dossier.overeenkomst:
        gang = overeenkomst.besluitvorming
        dagen += [("college", gang.voornemen), ("college", gang.college)]
    for (_, dag), feiten in _per_dag(dagen).items():
        if rust := rustdagen(zaak.recht.kalender, dag, dag).get(dag):
            yield Bevinding(
                "DT-COLLEGE", Ernst.WAARSCHUWING, tuple(feit.plaats for feit in feiten),
                {"datum": datum_voluit(dag), "waarom": "" if dag.weekday() >= _ZATERDAG else f" ({rust.naam})"},
                (rust.grondslag,), tuple(feit.pad for feit in feiten),
            )  # fmt: skip


def _per_dag(gepland: list[tuple[str, Feit]]) -> dict[tuple[str, dt.date], list[Feit]]:
    per_dag: dict[tuple[str, dt.date], list[Feit]] = {}
    for soort, datum in gepland:
        for dag, feit in _dagen(datum):
            per_dag.setdefault((soort, dag), []).append(feit)
    return {wat: [feit for feit in feiten if not feit.formule] or feiten[:1] for wat, feiten in per_dag.items()}


@regel("DT-BESPROKEN")
def vermelde_datum_op_andere_weekdag(zaak: Zaak) -> Iterator[Bevinding]:
    """Sources name several days for one meeting: the mentions that fall on another weekday than the council meets."""
    if zaak.dossier.gemeente.vergaderdag.is_open:  # then no weekday is another one
        return
    vergaderdag = zaak.dossier.gemeente.vergaderdag.woorden
    for feit in zaak.dossier.datums.values():
        if "besproken" not in feit.pad and "behandel" not in feit.pad:
            continue
        for vermelding in feit.vermeldingen:
            for dag, _ in _dagen(feit.met(waarde=vermelding.waarde)):
                if WEEKDAGEN[dag.weekday()] != vergaderdag:
                    yield Bevinding(
                        "DT-BESPROKEN", Ernst.WAARSCHUWING, (vermelding.plaats, feit.plaats),
                        {"feit": feit.pad, "datum": datum_voluit(dag), "vergaderdag": vergaderdag},
                        feiten=(feit.pad,),
                    )  # fmt: skip


@regel("DT-VOLGORDE")
def college_voor_commissie_voor_raad(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper goes from college to committee to council, never the other way."""
    for stuk in zaak.dossier.stukken.values():
        gang = [
            ("het college", stuk.datum_college), ("de commissie", stuk.datum_commissie), ("de raad", stuk.datum_raad),
        ]  # fmt: skip
        bekend = [(wie, feit) for wie, feit in gang if feit is not None and any(_dagen(feit))]
        for (eerst, eerder), (daarna, later) in pairwise(bekend):
            if eerder.dag >= later.dag:
                yield Bevinding(
                    "DT-VOLGORDE", Ernst.FOUT, (eerder.plaats, later.plaats),
                    {"eerst": eerst, "daarna": daarna, "eerder": datum_voluit(eerder.dag),
                     "later": datum_voluit(later.dag)},
                    feiten=(eerder.pad, later.pad),
                )  # fmt: skip


@regel("DT-BEKEND", "Awb 3:40")
def bekendmaking_voor_besluit(zaak: Zaak) -> Iterator[Bevinding]:
    """A decision is made known after it was taken: another order makes every period that rests on it wrong."""
    besluit = zaak.dossier.verdeelbesluit
    if besluit is None or not any(_dagen(besluit.datum)):
        return
    lezingen = [
        feit for naam, feit in zaak.dossier.datums.items()
        if naam.startswith("bekendmaking_") and naam.endswith("_lezing")
    ]  # fmt: skip
    bekend = {feit.waarde: feit for feit in (*lezingen, besluit.bekendmaking) if any(_dagen(feit))}
    paren = [(feit, besluit.datum) for feit in bekend.values()]
    if besluit.herziening and any(_dagen(besluit.herziening.datum)) and any(_dagen(besluit.herziening.bekendmaking)):
        paren.append((besluit.herziening.bekendmaking, besluit.herziening.datum))
    for feit, datum in paren:
        if feit.dag < datum.dag:
            yield Bevinding(
                "DT-BEKEND", Ernst.FOUT, (feit.plaats, datum.plaats),
                {"feit": feit.pad, "bekend": datum_voluit(feit.dag), "besluit": datum_voluit(datum.dag)},
                ("Awb 3:40",), (feit.pad, datum.pad),
            )  # fmt: skip


@regel("DT-HERZIEN", "Spreidingswet 7 lid 1", "Awb 6:19")
def termijnen_na_een_herziening(zaak: Zaak) -> Iterator[Bevinding]:
    """The decision was revised: whether new periods begin, a jurist says; the papers keep to those of the first one."""
    besluit = zaak.dossier.verdeelbesluit
    herziening = besluit.herziening if besluit else None
    if besluit and herziening and any(_dagen(herziening.datum)):
        yield Bevinding(
            "DT-HERZIEN", Ernst.OORDEEL, (herziening.datum.plaats, besluit.datum.plaats),
            {"herzien": datum_voluit(herziening.datum.dag)},
            ("Spreidingswet 7 lid 1", "Awb 6:19", "Awb 7:1"), (herziening.datum.pad,), door="de jurist",
        )  # fmt: skip


@regel("DT-LENGTE")
def wettelijke_termijn_met_andere_lengte(zaak: Zaak) -> Iterator[Bevinding]:
    """The papers name a length for a legal period, and the law has another: its last day follows the law."""
    for naam, termijn in zaak.dossier.termijnen.items():
        soort = zaak.recht.termijnsoorten.get(termijn.soort.woorden) if termijn.soort else None
        if soort is None or termijn.duur is None or termijn.duur.is_open:
            continue
        genoemd = zaak.dossier.feiten.get(doel_van(termijn.duur))
        match genoemd.waarde if genoemd else None:
            case Duur(getal, eenheid) if (getal, eenheid) != (soort.lengte, soort.eenheid):
                yield Bevinding(
                    "DT-LENGTE", Ernst.FOUT, (genoemd.plaats, termijn.soort.plaats),  # type: ignore[union-attr]
                    {"feit": genoemd.pad, "genoemd": duur_voluit(getal, eenheid), "soort": soort.naam,  # type: ignore[union-attr]
                     "wet": lengte_voluit(soort), "termijn": f"termijnen.{naam}"},
                    soort.grondslag, (genoemd.pad,),  # type: ignore[union-attr]
                )  # fmt: skip


def _dagen(feit: Feit) -> Iterator[tuple[dt.date, Feit]]:
    """Each day of a fact that is one day or several; none for an open fact or a month."""
    waarde = feit.waarde
    for datum in getattr(waarde, "dagen", (waarde,)):
        if isinstance(datum, Datum) and datum.nauwkeurigheid == "dag":
            yield datum.eerste, feit
