"""The checklist of a case: each point with what the facts say, and who judges where they do not decide."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from generator.bevindingen import Stand
from generator.feiten.bezwaarkeuzes import Indienersoort
from generator.feiten.feit import Bron, Feit
from generator.feiten.onderdeel import Vrij_onderdeel
from generator.feiten.waarden import Tekst
from generator.zaakstukken.gegevens import indieners_van, zoek_waarde
from generator.zaakstukken.toetsvoorwaarden import VOORWAARDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.bevindingen import Bevinding
    from generator.feiten.recht import Recht
    from generator.feiten.toetslijst import Toetsgroep, Toetspunt
    from generator.zaakstukken.gegevens import Zaakgegevens

# How the findings of a point weigh against each other: the first that occurs is the answer.
_VOLGORDE = (Stand.NEE, Stand.BEOORDELEN, Stand.ONBEKEND, Stand.JA, Stand.NVT)
_TE_BEOORDELEN = "nog te beoordelen"
_UITKOMST = {Stand.JA: "ja", Stand.NEE: "nee", Stand.NVT: "n.v.t."}
_FEITEN, _BEHANDELAAR = "de feiten", "de behandelaar"
_GEMEENTELIJK = {Indienersoort.GEMEENTE, Indienersoort.BESTUURSORGAAN}
_WMEBV = dt.date(2026, 1, 1)  # afdeling 2.3 Awb as the Wmebv made it
_DATUM = re.compile(r"\d{4}-\d\d-\d\d(?=#|$)")
_OP_HET_ONTWERP = "Nog niet ingediend: ga dit na op het ontwerp."
_LIJST = Bron(toelichting="toetslijst van Raadwerk (inhoud/recht/toetslijst.yaml)")


def toetsgroepen(gegevens: Zaakgegevens, zin: Callable[[Bevinding], str], dag: dt.date) -> Mapping[str, Vrij_onderdeel]:
    """The groups of the checklist that are put to this case, each with its ``naam`` and ``punten``.

    A point has ``code``, ``vraag``, ``artikelen`` (each ``aanhaling`` and ``link``), ``feiten`` (sentences),
    ``uitkomst`` and ``door``.

    Args:
        gegevens: the case and what follows from it.
        zin: the sentence of a finding.
        dag: the day of a case in which no receipt is known: which articles hold, and which text they are linked to.
    """
    soorten = {indiener.soort for indiener in indieners_van(gegevens.zaak)}
    wie = {str(gegevens.zaak.rol)}
    if gegevens.zaak.gemeente or (gegevens.zaak.rol == "indiener" and soorten & _GEMEENTELIJK):
        wie.add("gemeente")
    groepen = gegevens.recht.toetslijst.groepen
    dag = zoek_waarde(gegevens.zaak, "bezwaarschrift.ontvangen.datum") or dag
    return {naam: _groep(gegevens, naam, groep, zin, dag) for naam, groep in groepen.items() if wie & set(groep.voor)}


def _groep(
    gegevens: Zaakgegevens, naam: str, groep: Toetsgroep, zin: Callable[[Bevinding], str], dag: dt.date
) -> Vrij_onderdeel:
    pad = f"toetslijst.{naam}"
    punten = {sleutel: _punt(gegevens, f"{pad}.{sleutel}", punt, zin, dag) for sleutel, punt in groep.punten.items()}
    return Vrij_onderdeel(
        pad=pad, velden={"code": _vast(f"{pad}.code", naam), "naam": _vast(pad, groep.naam), "punten": punten}
    )


def _punt(
    gegevens: Zaakgegevens, pad: str, punt: Toetspunt, zin: Callable[[Bevinding], str], dag: dt.date
) -> Vrij_onderdeel:
    bevindingen = [b for b in gegevens.uitslag.bevindingen if b.code in punt.codes and b.stand]
    bevindingen.sort(key=lambda bevinding: _VOLGORDE.index(bevinding.stand or Stand.NVT))
    stand = bevindingen[0].stand if bevindingen else None
    if stand not in {Stand.NVT, None}:  # what does not apply adds nothing to what does
        bevindingen = [b for b in bevindingen if b.stand is not Stand.NVT]
    zinnen = dict(_zinnen(pad, bevindingen, zin))
    if stand in {Stand.ONBEKEND, None} and punt.als and VOORWAARDEN[punt.als](gegevens) is False:
        stand, zinnen = Stand.NVT, {"1": _vast(f"{pad}.feiten.1", gegevens.recht.toetslijst.voorwaarden[punt.als])}
    elif stand is None and (waarde := zoek_waarde(gegevens.zaak, punt.feit)) is not None:
        stand = Stand.NEE if waarde is False else Stand.JA
        zinnen = {} if isinstance(waarde, bool) else {"1": gegevens.maker.feit(waarde, punt.feit)}
    over = (punt.feit, *(pad for bevinding in bevindingen for pad in bevinding.feiten))
    if stand in {Stand.JA, Stand.NVT} and gegevens.zaak.is_nog_niet_ingediend and any(map(_is_van_schrift, over)):
        # What holds of a draft may still change: only what goes out can be ticked.
        stand, nr = None, str(len(zinnen) + 1)
        zinnen[nr] = _vast(f"{pad}.feiten.{nr}", _OP_HET_ONTWERP)
    uitkomst = _UITKOMST.get(stand, _TE_BEOORDELEN) if stand else _TE_BEOORDELEN
    velden = {
        "code": _vast(f"{pad}.code", pad.removeprefix("toetslijst.").replace(".", "-")),
        "vraag": _vast(pad, punt.punt),
        "artikelen": dict(_artikelen(gegevens.recht, pad, punt, dag)),
        "feiten": zinnen,
        "uitkomst": Feit(
            pad=f"{pad}.uitkomst", waarde=Tekst(uitkomst), formule=f"{pad}.uitkomst", uit=_uit(bevindingen)
        ),
        "door": _vast(f"{pad}.door", _door(gegevens, punt, bevindingen, uitkomst)),
    }
    return Vrij_onderdeel(pad=pad, velden=velden)


def _is_van_schrift(pad: str) -> bool:
    return pad.startswith("bezwaarschrift.")


def _door(gegevens: Zaakgegevens, punt: Toetspunt, bevindingen: list[Bevinding], uitkomst: str) -> str:
    if uitkomst != _TE_BEOORDELEN:
        return _FEITEN
    for bevinding in bevindingen:
        if bevinding.stand is Stand.BEOORDELEN and (
            wie := bevinding.door or gegevens.recht.meldingen[bevinding.code].door
        ):
            return wie
    return punt.wie or _BEHANDELAAR


def _artikelen(recht: Recht, pad: str, punt: Toetspunt, dag: dt.date) -> Iterator[tuple[str, Vrij_onderdeel]]:
    aanhalingen = punt.voorheen if punt.voorheen and dag < _WMEBV else punt.artikelen
    for nr, aanhaling in enumerate(aanhalingen, 1):
        artikel = recht.artikel(aanhaling, dag)
        velden = {"aanhaling": _vast(f"{pad}.artikelen.{nr}", aanhaling), "link": None}
        if artikel:
            velden["link"] = _vast(f"{pad}.artikelen.{nr}.link", _link(artikel.link, dag))
        yield str(nr), Vrij_onderdeel(pad=f"{pad}.artikelen.{nr}", velden=velden)


def _link(link: str, dag: dt.date) -> str:
    """The address of the text as it held on `dag`, where the one we know is of a later day."""
    vondst = _DATUM.search(link)
    return link.replace(vondst[0], dag.isoformat()) if vondst and dag.isoformat() < vondst[0] else link


def _zinnen(pad: str, bevindingen: list[Bevinding], zin: Callable[[Bevinding], str]) -> Iterator[tuple[str, Feit]]:
    per_zin: dict[str, list[Bevinding]] = {}
    for bevinding in bevindingen:
        per_zin.setdefault(zin(bevinding), []).append(bevinding)
    for nr, (tekst, van) in enumerate(((tekst, van) for tekst, van in per_zin.items() if tekst), 1):
        codes = " en ".join(dict.fromkeys(bevinding.code for bevinding in van))
        yield str(nr), Feit(pad=f"{pad}.feiten.{nr}", waarde=Tekst(tekst), formule=f"regel {codes}", uit=_uit(van))


def _uit(bevindingen: list[Bevinding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"zaak.{pad}" for bevinding in bevindingen for pad in bevinding.feiten))


def _vast(pad: str, tekst: str) -> Feit:
    return Feit(pad=pad, waarde=Tekst(tekst), bronnen=(_LIJST,))
