"""From which day the period for objecting is counted (*aanvang*), and what makes that day doubtful (Awb 6:8).

The start is the day after the decision was made known in the prescribed way (Awb 3:41, 3:42), with other starts for
taxes (AWR 22j), the extensive procedure (Awb 6:8 lid 4) and special laws. Where the way was not the prescribed one, a
person judges whether the period began.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.datumtekst import datum_voluit
from generator.feiten.besluit import Bekendmaking
from generator.feiten.bezwaarkeuzes import Bekendmakingswijze, Besluitsoort, Rechtsmiddel, Voorbereiding
from generator.regels.bezwaar.rechtsmiddel import rechtsmiddel_tegen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.besluit import Besluit, Bijzondere_termijn
    from generator.feiten.bezwaarschrift import Bezwaarzaak, Indiener

BELASTINGSOORTEN = frozenset({Besluitsoort.BELASTING, Besluitsoort.WOZ, Besluitsoort.PARKEERNAHEFFING})
_NIET_GERICHT = frozenset({Besluitsoort.ALGEMENE_STREKKING, Besluitsoort.VERKEERSBESLUIT})
# A decision of one of these kinds is directed to somebody, unless the facts say otherwise.
_GERICHT = frozenset(
    {
        *BELASTINGSOORTEN,
        Besluitsoort.BESCHIKKING,
        Besluitsoort.WOO,
        Besluitsoort.BOETE,
        Besluitsoort.WEIGERING,
        Besluitsoort.BESLISSING_OP_BEZWAAR,
    }
)
GEEN_PUBLICATIEBLAD = frozenset({Bekendmakingswijze.HUISAANHUISBLAD, Bekendmakingswijze.WEBSITE})
PUBLICATIEBLAD_VERPLICHT = dt.date(2021, 7, 1)  # Bekendmakingswet 2, 5, 6 (Stb. 2021, 176)
WMEBV = dt.date(2026, 1, 1)  # afdeling 2.3 Awb in its new form (Stb. 2023, 183)
_ZONDER_TERMIJN = {
    Besluitsoort.NIET_TIJDIG: "Tegen niet tijdig beslissen loopt geen termijn; onredelijk laat mag het niet zijn (Awb "
    "6:12).",
    Besluitsoort.VERKEERSBOETE: "Tegen een verkeersboete staat administratief beroep open bij de officier van "
    "justitie; de termijn daarvoor rekent Raadwerk niet (Wahv 6).",
    Besluitsoort.OVERLASTBOETE: "Tegen deze boete staat beroep open bij de kantonrechter; de termijn daarvoor rekent "
    "Raadwerk niet (Gemeentewet 154k).",
}
_ONBEKEND = "De dag van bekendmaking is niet bekend; zonder die dag is er geen einddatum (Awb 6:8 lid 1)."
_LEEG = Bekendmaking()


class Aanvang(Struct, frozen=True):
    """What the period of one objector is counted from.

    Attributes:
        soort: code of the kind of period; empty when no period runs.
        dag: the day of the event; None when it is not known.
        mogelijk: the days it may have been, when nobody knows which.
        twijfel: Dutch sentences: why it is not certain that the period began on that day.
        uitleg: Dutch sentences that a reader of the outcome needs.
        rust_op: paths of the facts it rests on.
        bijzonder: the special law's own period.
    """

    soort: str
    dag: dt.date | None = None
    mogelijk: tuple[dt.date, ...] = ()
    twijfel: tuple[str, ...] = ()
    uitleg: tuple[str, ...] = ()
    rust_op: tuple[str, ...] = ()
    bijzonder: Bijzondere_termijn | None = None


def bekendmaking_van(zaak: Bezwaarzaak, indiener: Indiener, nummer: int) -> tuple[Bekendmaking, str]:
    """How the decision reached this objector, with the path of that fact; each addressee has a day of their own."""
    if indiener.bekendmaking:
        return indiener.bekendmaking, f"bezwaarschrift.indieners.{nummer}.bekendmaking"
    return zaak.besluit.bekendmaking or _LEEG, "besluit.bekendmaking"


def aanvang(zaak: Bezwaarzaak, indiener: Indiener, nummer: int) -> Aanvang:
    """What the period of `indiener`, the `nummer`-th from zero, is counted from."""
    besluit = zaak.besluit
    bekend, pad = bekendmaking_van(zaak, indiener, nummer)
    if besluit.soort and (zin := _ZONDER_TERMIJN.get(besluit.soort)):
        return Aanvang("", uitleg=(zin,), rust_op=("besluit.soort",))
    if bijzonder := besluit.termijn_bijzonder:
        zin = "Wanneer de bijzondere termijn begint, is niet bekend: vul in van welke dag af zij loopt."
        return Aanvang(
            "bezwaar",
            bijzonder.begin,
            uitleg=() if bijzonder.begin else (zin,),
            rust_op=("besluit.termijn_bijzonder",),
            bijzonder=bijzonder,
        )
    if besluit.voorbereiding is Voorbereiding.UNIFORM and besluit.gericht_tot_belanghebbenden is not False:
        return _uitgebreid(besluit, bekend)
    if besluit.soort in BELASTINGSOORTEN:
        return _belasting(besluit, bekend, pad)
    is_beroep = rechtsmiddel_tegen(besluit) is Rechtsmiddel.BEROEP or besluit.voorbereiding is Voorbereiding.UNIFORM
    soort, (twijfel, paden) = "beroep" if is_beroep else "bezwaar", _twijfel(besluit, bekend, pad)
    if bekend.datum and besluit.datum and (zin := _eerder_dan_genomen(besluit, bekend.datum, "bekendgemaakt")):
        rust_op = (f"{pad}.datum", "besluit.datum", *paden)
        return Aanvang(soort, None, (bekend.datum, besluit.datum), (zin, *twijfel), (), rust_op)
    return Aanvang(
        soort,
        bekend.datum,
        bekend.mogelijk or () if bekend.datum is None else (),
        twijfel,
        () if bekend.datum else (_ONBEKEND,),
        (_pad_van_dag(bekend, pad), *paden),
    )


def _eerder_dan_genomen(besluit: Besluit, dag: dt.date | None, wat: str) -> str:
    """That it was made known before it was taken, as a Dutch sentence: one of the days is wrong; empty when it was not.

    `wat` is what happened on `dag`.
    """
    if not (dag and besluit.datum and dag < besluit.datum):
        return ""
    return (
        f"De feiten spreken elkaar tegen: het besluit is van {datum_voluit(besluit.datum)}, maar is al {wat} op "
        f"{datum_voluit(dag)}. Een besluit kan niet bekend zijn voordat het is genomen; is de dag van het besluit "
        "juist, dan was dit op zijn vroegst die dag en begon de termijn later (Awb 3:40, 6:8)."
    )


def _pad_van_dag(bekend: Bekendmaking, pad: str) -> str:
    """The path of the day it was made known, or else of the days that it may have been."""
    return f"{pad}.mogelijk" if bekend.datum is None and bekend.mogelijk else f"{pad}.datum"


def _uitgebreid(besluit: Besluit, bekend: Bekendmaking) -> Aanvang:
    """Afdeling 3.4: no objection but appeal, from the day the decision was put up for inspection (Awb 6:8 lid 4)."""
    zin = "Het besluit is voorbereid met afdeling 3.4: geen bezwaar maar beroep, vanaf de dag na de terinzagelegging."
    zonder = (
        "Wanneer het besluit ter inzage is gelegd, is niet bekend; van die dag af loopt de termijn (Awb 6:8 lid 4)."
    )
    twijfel = (_NIET_NAGELEEFD,) if bekend.voorschriften_nageleefd is False else ()
    rust_op: tuple[str, ...] = ("besluit.voorbereiding", "besluit.terinzagelegging")
    if zin_eerder := _eerder_dan_genomen(besluit, besluit.terinzagelegging, "ter inzage gelegd"):
        twijfel = (zin_eerder, *twijfel)
        rust_op = (*rust_op, "besluit.datum")
    return Aanvang(
        "beroep_uitgebreid",
        besluit.terinzagelegging,
        twijfel=twijfel,
        uitleg=(zin,) if besluit.terinzagelegging else (zin, zonder),
        rust_op=rust_op,
    )


def _belasting(besluit: Besluit, bekend: Bekendmaking, pad: str) -> Aanvang:
    """Taxes: the day after the dagtekening, unless that lies before the bekendmaking (AWR 22j; WOZ 30 lid 1)."""
    twijfel, paden = _twijfel(besluit, bekend, pad)
    rust_op = ("besluit.soort", "besluit.datum", _pad_van_dag(bekend, pad), *paden)
    if besluit.datum is None and bekend.datum is None:
        zin = "De dagtekening van de aanslag of beschikking is niet bekend; daarmee begint de termijn (AWR 22j)."
        return Aanvang("bezwaar_belasting", None, bekend.mogelijk or (), twijfel, (zin,), rust_op)
    if besluit.datum is None:
        zin = "De dagtekening is niet bekend; ligt die na de bekendmaking, dan begint de termijn later (AWR 22j)."
        return Aanvang("bezwaar", bekend.datum, (), (*twijfel, zin), (), rust_op)
    if bekend.datum is None:
        zin = (
            "De dag van bekendmaking is niet bekend; ligt die na de dagtekening, dan begint de termijn later (AWR 22j)."
        )
        return Aanvang("bezwaar_belasting", besluit.datum, (), (*twijfel, zin), (), rust_op)
    if besluit.datum < bekend.datum:
        zin = (
            f"De dagtekening ({datum_voluit(besluit.datum)}) ligt vóór de bekendmaking: de termijn loopt vanaf de "
            "bekendmaking (AWR 22j)."
        )
        return Aanvang("bezwaar", bekend.datum, (), twijfel, (zin,), rust_op)
    return Aanvang("bezwaar_belasting", besluit.datum, (), twijfel, (), rust_op)


_NIET_NAGELEEFD = (
    "De voorschriften voor kennisgeving en terinzagelegging zijn niet nageleefd: een termijn die daarmee begint, is "
    "dan nog niet begonnen (Bekendmakingswet 14)."
)


def _twijfel(besluit: Besluit, bekend: Bekendmaking, pad: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Why the period may not have begun on the day given, and the paths of the facts that say so."""
    gevonden = list(_twijfels(besluit, bekend, pad))
    return tuple(zin for zin, _ in gevonden), tuple(dict.fromkeys(feit for _, feit in gevonden))


def _twijfels(besluit: Besluit, bekend: Bekendmaking, pad: str) -> Iterator[tuple[str, str]]:
    if bekend.betwist:
        zin = "Dat het besluit is verzonden of ontvangen, wordt betwist"
        yield f"{zin}; het bestuursorgaan maakt de verzending aannemelijk.", f"{pad}.betwist"
    if bekend.adres_juist is False:
        yield "Het besluit is niet naar het juiste adres gezonden (Awb 3:41).", f"{pad}.adres_juist"
    if bekend.aan_gemachtigde is False:
        yield "Het besluit is niet aan de gemachtigde gezonden (Awb 3:41, 6:17).", f"{pad}.aan_gemachtigde"
    if bekend.voorschriften_nageleefd is False:
        yield _NIET_NAGELEEFD, f"{pad}.voorschriften_nageleefd"
    if bekend.wijze is Bekendmakingswijze.PORTAAL and bekend.digitaal_gewenst is False:
        artikel = "Awb 2:8" if bekend.datum and bekend.datum >= WMEBV else "Awb 2:14 lid 1"
        zin = "De geadresseerde wilde het besluit niet digitaal krijgen; de post is dan de voorgeschreven wijze"
        yield f"{zin} ({artikel}, 3:41).", f"{pad}.digitaal_gewenst"
    if bekend.wijze and (zin := wijze_past_niet(besluit, bekend)):
        yield zin, f"{pad}.wijze"


def is_gericht(besluit: Besluit) -> bool | None:
    """Whether the decision is directed to interested parties, by the facts or else by its kind; None when unknown."""
    if besluit.gericht_tot_belanghebbenden is not None:
        return besluit.gericht_tot_belanghebbenden
    if besluit.soort in _GERICHT:
        return True
    return False if besluit.soort in _NIET_GERICHT else None


def wijze_past_niet(besluit: Besluit, bekend: Bekendmaking) -> str:
    """Why the way of making known is not the prescribed one, as a Dutch sentence; empty when it may be."""
    wijze, gericht = bekend.wijze, is_gericht(besluit)
    if wijze is Bekendmakingswijze.VOERTUIG and besluit.soort is not Besluitsoort.PARKEERNAHEFFING:
        zin = "Alleen een naheffing van parkeerbelasting mag op of aan het voertuig worden bekendgemaakt"
        return f"{zin} (Gemeentewet 234)."
    if wijze in GEEN_PUBLICATIEBLAD and not (bekend.datum and bekend.datum < PUBLICATIEBLAD_VERPLICHT):
        return "Een bericht in een huis-aan-huisblad of op een website is geen bekendmaking (Awb 3:41, 3:42)."
    if gericht is False and wijze not in {Bekendmakingswijze.PUBLICATIEBLAD, *GEEN_PUBLICATIEBLAD}:
        return "Een besluit dat niet tot iemand is gericht, wordt bekendgemaakt in het publicatieblad (Awb 3:42)."
    if gericht and wijze in _PUBLICATIES:
        return (
            "Een besluit dat tot belanghebbenden is gericht, wordt bekendgemaakt door toezending of uitreiking; een "
            "publicatie start de termijn alleen als toezending niet kon (Awb 3:41)."
        )
    return ""


_PUBLICATIES = frozenset({Bekendmakingswijze.PUBLICATIEBLAD, Bekendmakingswijze.TERINZAGELEGGING, *GEEN_PUBLICATIEBLAD})
