"""Secrecy (*geheimhouding*) of papers and attachments: its ground, who lifts it, and that nothing secret is public.

Since 1 April 2023 secrecy rests on Gemeentewet 87–89 and an interest of the Woo; the council no longer confirms it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.document.uitslagen import Uitslagen
from generator.document.walk import cijfers
from generator.feiten.keuzes import GEHEIM
from generator.opmaak import join_woorden
from generator.regels.dagen import bekende_dag
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Bijlage, Geheimhouding, Stuk

_SINDS = dt.date(2023, 4, 1)
# ‘Woo, artikel 5.1, tweede lid, onder b en e’; ‘5.1 lid 2 sub b’; ‘5.1, eerste lid, onder c, en tweede lid, onder f’.
_BELANG = re.compile(
    r"\b(?P<lid>eerste lid|tweede lid|lid [12]|[12]e lid)"
    r"(?:,? (?:aanhef en )?(?:onder(?:deel|delen)?|sub) (?P<letters>[a-z](?:(?:, | en | of |, en )[a-z]\b)*)\b)?"
)
# The interests of Woo 5.1: the first paragraph has five, the second nine.
_BELANGEN = {"1": "abcde", "2": "abcdefghi"}
_RAAD = "de raad"
_CONTRACT = "bestuursovereenkomst"
_AAN_RAAD = re.compile(r"\b(raad|commissie)", re.IGNORECASE)
_87, _89, _WOO = "Gemeentewet 87", "Gemeentewet 89", "Woo 5.1"


@regel("GH-VOLLEDIG", _87, _89, van=_SINDS)
def geheimhouding_onvolledig(zaak: Zaak) -> Iterator[Bevinding]:
    """Secrecy without who imposed it, when or why: it does not stand on the paper as it must."""
    for wat, geheim in _geheim(zaak):
        mist = [naam for naam in ("opgelegd_door", "datum", "belang") if getattr(geheim, naam).is_open]
        if mist:
            yield Bevinding(
                "GH-VOLLEDIG", Ernst.FOUT, (geheim.plaats,),
                {"wat": wat, "mist": join_woorden([f"‘{naam}’" for naam in mist])}, (_87, _89),
            )  # fmt: skip


@regel("GH-BELANG", _87, _WOO, van=_SINDS)
def belang_uit_woo(zaak: Zaak) -> Iterator[Bevinding]:
    """Secrecy is imposed only for an interest of Woo 5.1, first or second paragraph: one that stands there."""
    for wat, geheim in _geheim(zaak):
        if _oud_recht(geheim) is None and not geheim.belang.is_open and not _noemt_belang(geheim.belang.woorden):
            yield Bevinding(
                "GH-BELANG", Ernst.FOUT, (geheim.belang.plaats,), {"wat": wat, "belang": geheim.belang.woorden},
                (_87, _WOO), (geheim.belang.pad,),
            )  # fmt: skip


def _noemt_belang(woorden: str) -> bool:
    """Whether `woorden` name interests of Woo 5.1, and each of them exists."""
    genoemd = list(_BELANG.finditer(woorden)) if re.search(r"\b5\.1\b", woorden) else []
    return bool(genoemd) and all(
        vondst["letters"] and set(re.findall(r"\b[a-z]\b", vondst["letters"])) <= set(_BELANGEN[_lid(vondst["lid"])])
        for vondst in genoemd
    )


def _lid(woorden: str) -> str:
    return "1" if woorden.startswith("eerste") or "1" in woorden else "2"


@regel("GH-TOEKOMST", _87, van=_SINDS)
def geheimhouding_na_de_toetsdatum(zaak: Zaak) -> Iterator[Bevinding]:
    """The papers say that secrecy *was* imposed, on a day that had not come when they were written; a variant may."""
    for wat, geheim in _geheim(zaak) if not zaak.dossier.variant else ():
        dag = bekende_dag(geheim.datum)
        if dag is not None and dag > zaak.toetsdatum:
            yield Bevinding(
                "GH-TOEKOMST", Ernst.FOUT, (geheim.datum.plaats, zaak.dossier.toetsdatum.plaats),
                {"wat": wat, "datum": datum_voluit(dag), "toetsdatum": datum_voluit(zaak.toetsdatum)}, (_87,),
                (geheim.datum.pad,),
            )  # fmt: skip


@regel("GH-OUD", "Gemeentewet 292", van=_SINDS)
def geheimhouding_van_oud_recht(zaak: Zaak) -> Iterator[Bevinding]:
    """Secrecy imposed before 1 April 2023 is judged by the law of then: somebody must look whether it still stands."""
    for wat, geheim in _geheim(zaak):
        if (dag := _oud_recht(geheim)) is not None:
            yield Bevinding(
                "GH-OUD", Ernst.OORDEEL, (geheim.datum.plaats,), {"wat": wat, "datum": datum_voluit(dag)},
                ("Gemeentewet 292",), (geheim.datum.pad,), door="de griffier",
            )  # fmt: skip


@regel("GH-OPHEFFEN", _89, van=_SINDS)
def opheffing_door_raad(zaak: Zaak) -> Iterator[Bevinding]:
    """Once the council has the paper, only the council lifts its secrecy; a committee with its members counts as it."""
    for wat, geheim in _geheim(zaak):
        aan, door = geheim.verstrekt_aan, geheim.opheffing_door
        if aan is None or door is None or aan.is_open or door.is_open:
            continue
        if _AAN_RAAD.search(aan.woorden) and door.woorden != _RAAD:
            yield Bevinding(
                "GH-OPHEFFEN", Ernst.FOUT, (door.plaats, aan.plaats),
                {"wat": wat, "aan": aan.woorden, "door": door.woorden}, (_89,), (door.pad, aan.pad),
            )  # fmt: skip


@regel("GH-AANDUIDING", _89)
def openbaarheid_en_geheimhouding(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that is called secret without secrecy, or public with it; an attachment likewise."""
    for naam, stuk in zaak.dossier.stukken.items():
        geldt = stuk.geheimhouding is not None and stuk.geheimhouding.geldt_op(zaak.toetsdatum)
        if not stuk.openbaarheid.is_open and geldt is not (stuk.openbaarheid.woorden == GEHEIM):
            yield _aanduiding(f"het stuk {naam}", stuk, stuk.openbaarheid.woorden, geldt=geldt)
    for naam, bijlage in zaak.dossier.bijlagen.items():
        if bijlage.has_geheimhouding_op(zaak.toetsdatum) and not bijlage.openbaar.is_open and bijlage.openbaar.ja:
            yield _aanduiding(f"de bijlage {naam}", bijlage, "openbaar", geldt=True)


@regel("GH-BRON", _87, neemt=Neemt.STUKKEN)
def geheim_op_openbaar_stuk(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that is not secret prints a fact from a secret source, computed from one, or of that source itself.

    What stands or is left out because of such a fact tells it as well. Secret is a source that is called so, and one
    that is an attachment under secrecy.
    """
    geheim = {naam for naam, stuk in zaak.dossier.bronnen.items() if stuk.geheim is not None and _is_ja(stuk.geheim)}
    geheim |= {
        bijlage.stuk.woorden
        for bijlage in zaak.dossier.bijlagen.values()
        if zaak.dossier.is_geheime_bijlage_op(bijlage, zaak.toetsdatum)
        and bijlage.stuk is not None
        and not bijlage.stuk.is_open
    }
    geheim &= set(zaak.dossier.bronnen)
    if not geheim:
        return
    for naam, boom in zaak.stukken.items():
        if zaak.dossier.stukken[naam].is_geheim_op(zaak.toetsdatum):
            continue
        getoond = {cijfer.pad.partition("@")[0]: "toont" for cijfer in cijfers(boom)}
        beslist = dict.fromkeys(Uitslagen.van(boom).paden(), "hangt af van")
        for pad, hoe in {**beslist, **getoond}.items():
            bronnen = sorted(_bronnen(zaak, pad) & geheim)
            if bronnen:
                plaatsen = (zaak.dossier.feiten[pad].plaats, *(zaak.dossier.bronnen[bron].plaats for bron in bronnen))
                gegevens = {"stuk": naam, "hoe": hoe, "feit": pad, "bron": join_woorden(bronnen)}
                yield Bevinding("GH-BRON", Ernst.FOUT, plaatsen, gegevens, (_87,), (pad,))


@regel("GH-STUK", _87, neemt=Neemt.STUKKEN)
def geheim_stuk_op_openbaar_stuk(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that is not secret prints what is a fact of a secret one: its own data, or a clause of the agreement."""
    dag, stukken = zaak.toetsdatum, zaak.dossier.stukken
    eigen = {naam: [f"stukken.{naam}."] for naam, stuk in stukken.items() if stuk.is_geheim_op(dag)}
    contracten = {naam for naam, stuk in stukken.items() if stuk.soort.woorden == _CONTRACT}
    if contracten <= set(eigen):  # as long as one of them may be read, its facts are no secret
        for naam in contracten:
            eigen[naam].append("overeenkomst.")
    for naam, boom in zaak.stukken.items():
        if naam in eigen:
            continue
        gedrukt = {cijfer.pad.partition("@")[0]: None for cijfer in cijfers(boom) if not cijfer.open}
        for geheim, begin in eigen.items():
            paden = tuple(pad for pad in gedrukt if pad.startswith(tuple(begin)) and pad in zaak.dossier.feiten)
            if paden:
                gegevens = {"stuk": naam, "geheim": geheim, "feiten": join_woorden(paden)}
                plaatsen = tuple(zaak.dossier.feiten[pad].plaats for pad in paden)
                yield Bevinding(
                    "GH-STUK", Ernst.OORDEEL, plaatsen, gegevens, (_87,), paden, door="de griffier"
                )  # fmt: skip


def _geheim(zaak: Zaak) -> Iterator[tuple[str, Geheimhouding]]:
    """Every secrecy that holds, with what it is about."""
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.geheimhouding is not None and stuk.geheimhouding.geldt_op(zaak.toetsdatum):
            yield f"het stuk {naam}", stuk.geheimhouding
    for naam, bijlage in zaak.dossier.bijlagen.items():
        if bijlage.geheimhouding is not None and bijlage.has_geheimhouding_op(zaak.toetsdatum):
            yield f"de bijlage {naam}", bijlage.geheimhouding


def _oud_recht(geheim: Geheimhouding) -> dt.date | None:
    """The day it was imposed, when that was before Gemeentewet 87 held."""
    dag = bekende_dag(geheim.datum)
    return dag if dag is not None and dag < _SINDS else None


def _bronnen(zaak: Zaak, pad: str) -> set[str]:
    """The sources a fact rests on, those of the facts in its formula included."""
    feit = zaak.dossier.feiten.get(pad)
    if feit is None:
        return set()
    eigen = {bron.stuk for bron in feit.bronnen}
    if pad.startswith("bronnen."):
        eigen.add(pad.split(".")[1])
    return eigen.union(*(_bronnen(zaak, deel) for deel in feit.uit if deel != pad))


def _is_ja(feit: object) -> bool:
    return not feit.is_open and feit.ja  # type: ignore[attr-defined]


def _aanduiding(wat: str, onderdeel: Stuk | Bijlage, heet: str, *, geldt: bool) -> Bevinding:
    gegevens = {"wat": wat, "heet": heet, "hoort": "geheim" if geldt else "niet geheim"}
    return Bevinding("GH-AANDUIDING", Ernst.FOUT, (onderdeel.plaats,), gegevens, (_89,))
