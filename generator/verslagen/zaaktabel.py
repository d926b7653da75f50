"""Many objections at a glance: one row a case, the most urgent first, for the terminal and as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

from generator.bevindingen import Stand
from generator.verslagen.bevindingen import titel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.feiten.recht import Melding
    from generator.toetsuitslag import Toetsuitslag

KOPPEN = ("zaak", "laatste dag", "indiening", "verzuimen", "beslissen uiterlijk", "dagen over")
_DOORZENDEN = "Awb 6:15"  # the article of the step that sends an objection on
_VERZUIM = ("BZ-6:5-1", "BZ-6:5-3", "BZ-2:1-3", "BZ-RP", "BZ-MEER")
_BREEDST = {"verzuimen": 34, "zaak": 24}


class Zaakrij(Struct, frozen=True):
    """One case at a glance; days in ISO form, and empty where they are not known."""

    zaak: str
    laatste_dag: str
    indiening: str
    verzuimen: str
    beslissen: str
    dagen_over: str
    afgedaan: bool = False
    dwangsom: bool = False  # it was decided on, and the day is that to settle the penalty
    doorzenden: bool = False  # somebody else has to decide, and has not been sent it


def maak_rij(uitslag: Toetsuitslag, meldingen: Mapping[str, Melding], op: dt.date | None) -> Zaakrij:
    """The row of one case; of several objectors the earliest last day and every standing."""
    laatste = [stand.laatste_dag.datum for stand in uitslag.indieningen if stand.laatste_dag]
    verzuimen = dict.fromkeys(
        titel(bevinding, meldingen).lower()
        for bevinding in uitslag.bevindingen
        if bevinding.stand is Stand.NEE and bevinding.code.startswith(_VERZUIM)
    )
    dwangsom = uitslag.beslist and not uitslag.afgedaan
    doorzenden = not uitslag.afgedaan and any(
        stap.grondslag.startswith(_DOORZENDEN) for stap in uitslag.volgende_stappen
    )
    dag = "dwangsombesluit_uiterlijk" if dwangsom else "beslissen_uiterlijk"
    beslissen = None if doorzenden else uitslag.uitkomsten.get(dag)
    return Zaakrij(
        uitslag.zaaknummer,
        min(laatste).isoformat() if laatste else "",
        ", ".join(dict.fromkeys(stand.indiening for stand in uitslag.indieningen)),
        ", ".join(verzuimen),
        beslissen.datum.isoformat() if beslissen else "",
        str((beslissen.datum - op).days) if beslissen and op and not uitslag.afgedaan else "",
        uitslag.afgedaan,
        dwangsom,
        doorzenden,
    )


def sorteer(rijen: Iterable[Zaakrij]) -> list[Zaakrij]:
    """The most urgent first: what has to be sent on at once, then by the day to decide and to object.

    Unknown days come after those, closed cases last.
    """
    return sorted(rijen, key=_volgorde)


def _volgorde(rij: Zaakrij) -> tuple[bool, bool, str, str, str]:
    return rij.afgedaan, not rij.doorzenden, rij.beslissen or "9999", rij.laatste_dag or "9999", rij.zaak


def als_tabel(rijen: Sequence[Zaakrij], *, met_dagen: bool) -> str:
    """The rows as a table for a terminal; `met_dagen` shows how many days are left."""
    koppen = KOPPEN if met_dagen else KOPPEN[:-1]
    cellen = [[_dag(cel) for cel in _cellen(rij)[: len(koppen)]] for rij in rijen]
    breedtes = [
        min(max(len(kop), *(len(rij[nummer]) for rij in cellen)), _BREEDST.get(kop, 40)) if cellen else len(kop)
        for nummer, kop in enumerate(koppen)
    ]
    regels = [_regel(koppen, breedtes), "  ".join("-" * breedte for breedte in breedtes)]
    return "\n".join([*regels, *(_regel(rij, breedtes) for rij in cellen)]) + "\n"


def als_csv(rijen: Iterable[Zaakrij]) -> str:
    """The rows as CSV with semicolons, as Dutch spreadsheets read it; days in ISO form."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    schrijver.writerows([_ongevaarlijk(cel) for cel in _cellen(rij)] for rij in rijen)
    return uit.getvalue()


def _cellen(rij: Zaakrij) -> tuple[str, ...]:
    """What stands in the columns: the decision is no longer due in a case that is closed."""
    beslissen = f"dwangsom {rij.beslissen}" if rij.dwangsom else rij.beslissen
    beslissen = "doorzenden" if rij.doorzenden else beslissen
    return (*astuple(rij)[:4], "afgedaan" if rij.afgedaan else beslissen, rij.dagen_over)


def _ongevaarlijk(cel: str) -> str:
    """A cell that a spreadsheet does not take for a formula; a count of days may be negative."""
    is_telling = cel.removeprefix("-").isdigit()
    return f"'{cel}" if cel.startswith(("=", "+", "-", "@", "\t", "\r")) and not is_telling else cel


def _dag(cel: str) -> str:
    """A day as people read it in a column: 23-04-2026, also after a word that says which."""
    woord, spatie, dag = cel.rpartition(" ")
    try:
        return f"{woord}{spatie}{dt.date.fromisoformat(dag):%d-%m-%Y}"
    except ValueError:
        return cel


def _regel(cellen: Sequence[str], breedtes: Sequence[int]) -> str:
    passend = [
        cel if len(cel) <= breedte else f"{cel[: breedte - 1]}…" for cel, breedte in zip(cellen, breedtes, strict=True)
    ]
    return "  ".join(f"{cel:<{breedte}}" for cel, breedte in zip(passend, breedtes, strict=True)).rstrip()
