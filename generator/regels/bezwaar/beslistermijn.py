"""Until when may be decided on the objection (Awb 7:10; Gemeentewet 236 lid 2; Woo 7.3 lid 3), in both readings.

``datum`` of each outcome is the earliest reading, safe for who has to decide; ``andere_lezing`` is the latest, safe for
who wants to give notice of default. What the facts do not say is left out of the first and counted in the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Stap, Uitkomst
from generator.datumtekst import datum_kaal, datum_voluit, duur_voluit
from generator.feiten.bezwaarkeuzes import Besluitsoort
from generator.feiten.bezwaarprocedure import Adviescommissie, Procedure
from generator.regels.bezwaar.aanvang import BELASTINGSOORTEN
from generator.regels.bezwaar.opschorting import kortste, langste, stilstanden, verlengd, voorbehouden
from generator.regels.bezwaar.tijdigheid import binnenkomst
from generator.regels.bezwaar.verloop import Spanne, spanne, verloop, vroegste
from generator.regels.kalender import DAG, gewone_dag_vanaf
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from generator.feiten.bezwaarprocedure import Klacht, Verdaging
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Kalender, Recht
    from generator.regels.bezwaar.opschorting import Stilstand
    from generator.toetsuitslag import Indieningsuitslag

_ZONDER, _MET = "beslissen_bezwaar", "beslissen_bezwaar_commissie"
_WEEK = 7 * DAG
_HOOGSTENS = 6  # weeks, Awb 7:10 lid 3
_LAATSTE_WEKEN = (11, 20)  # from this day on a tax objection falls in the last six weeks of the year
_RIJK = frozenset({"minister", "gedeputeerde staten"})
_GEEN_BEZWAAR = frozenset({"beroep", "beroep_uitgebreid", ""})
_GEEN_PROCEDURE, _GEEN_COMMISSIE = Procedure(), Adviescommissie()
_ATW_VERLENGD = (
    "Of de Algemene termijnenwet een opgeschorte of verdaagde beslistermijn nog verlengt, staat niet vast (Atw 1, 4)."
)


class _Termijn(Struct, frozen=True):
    """The bare period, before it stood still or was postponed.

    Attributes:
        begin: its first day, in both readings.
        kaal: its end as counted, in both readings.
        einde: its end after the Algemene termijnenwet, in both readings.
        stappen: the steps to its end in the earliest reading.
        geteld: how many of the first steps lead to the bare end.
        voorbehoud: what is uncertain about it.
        is_kalenderjaar: whether it ends on a date in the law, so that it is open whether standing still moves it.
    """

    begin: Spanne
    kaal: Spanne
    einde: Spanne
    stappen: tuple[Stap, ...]
    geteld: int
    voorbehoud: tuple[str, ...]
    is_kalenderjaar: bool = False

    def kortste(self, stilstand: list[Stilstand]) -> list[tuple[dt.date, dt.date]]:
        """The days it stood still in the shortest reading."""
        return [] if self.is_kalenderjaar else kortste(stilstand)


class _Telling(Struct):
    """The period as far as it has been counted: both ends, the steps to the earliest, and what is uncertain."""

    dagen: Spanne
    stappen: list[Stap]
    voorbehoud: list[str]

    def uitkomst(self) -> Uitkomst:
        """What has been counted so far."""
        return vroegste(self.dagen, tuple(self.stappen), tuple(dict.fromkeys(self.voorbehoud)))


def beslistermijnen(zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...]) -> dict[str, Uitkomst]:
    """The outcomes on deciding by name, first ``beslissen_uiterlijk``; none when there is nothing to count from."""
    procedure = zaak.procedure or _GEEN_PROCEDURE
    termijn = _termijn(zaak, recht, indieningen, procedure)
    if termijn is None:
        return {}
    telling = _Telling(termijn.einde, list(termijn.stappen), list(termijn.voorbehoud))
    uit = {"beslistermijn": telling.uitkomst()}
    stilstand = stilstanden(zaak, procedure)
    if stilstand:
        _schort_op(telling, termijn, recht.kalender, stilstand)
        uit["beslissen_na_opschorting"] = telling.uitkomst()
    if procedure.verdaging:
        _verdaag(telling, termijn, recht.kalender, procedure.verdaging, stilstand)
        uit["beslissen_na_verdaging"] = telling.uitkomst()
    else:
        uit["verdagen_uiterlijk"] = _verdagen(telling)
        telling.voorbehoud += ["Voor zover bekend is de beslissing niet verdaagd."] * (procedure.verdaging is None)
    if zaak.besluit.soort is Besluitsoort.WOO and procedure.klacht_adviescollege:
        uit |= _na_advies(telling, recht, procedure.klacht_adviescollege)
    if any(stand.twijfel for stand in indieningen):
        telling.voorbehoud.append("Begon de bezwaartermijn later, dan eindigt ook de beslistermijn later.")
    if telling.dagen.laatst and telling.dagen.laatst != telling.dagen.vroegst:
        zin = f"Wie moet beslissen, houdt {datum_voluit(telling.dagen.vroegst)} aan; wie in gebreke wil stellen, wacht"
        telling.voorbehoud.append(f"{zin} tot na {datum_voluit(telling.dagen.laatst)}.")
    beslissen = telling.uitkomst()
    if telling.dagen.laatst:
        artikel = "Awb 6:12" if zaak.besluit.soort is Besluitsoort.WOO else "Awb 4:17 lid 3"
        uit["ingebrekestelling_vanaf"] = _ingebrekestelling_vanaf(telling.dagen.laatst, artikel, beslissen.voorbehoud)
    return {"beslissen_uiterlijk": beslissen, **uit}


def _ingebrekestelling_vanaf(laatst: dt.date, artikel: str, voorbehoud: tuple[str, ...]) -> Uitkomst:
    """From which day notice of default is certainly not too early: the day after the latest reading."""
    zin = "Een ingebrekestelling van vóór het einde van de beslistermijn telt niet; gerekend is met de laatste lezing."
    stappen = (
        Stap(f"De beslistermijn loopt op zijn laatst tot en met {datum_voluit(laatst)}. {zin}", "Awb 7:10", laatst),
        Stap(f"In gebreke stellen kan vanaf de dag daarna: {datum_voluit(laatst + DAG)}.", artikel, laatst + DAG),
    )
    return Uitkomst(laatst + DAG, stappen, voorbehoud)


def _termijn(
    zaak: Bezwaarzaak, recht: Recht, indieningen: tuple[Indieningsuitslag, ...], procedure: Procedure
) -> _Termijn | None:
    """The bare period; None when no objection is being decided on, or nothing to count from is known."""
    if all(stand.indiening is Indiening.NOG_NIET or stand.soort in _GEEN_BEZWAAR for stand in indieningen):
        return None
    ontvangen = binnenkomst(zaak).datum
    if zaak.besluit.soort in BELASTINGSOORTEN and zaak.besluit.bestuursorgaan not in _RIJK:
        if ontvangen is None:
            return None  # the day of receipt settles which of two rules holds
        if (ontvangen.month, ontvangen.day) < _LAATSTE_WEKEN:
            return _kalenderjaar(recht, ontvangen)
    dagen = list(_laatste_dagen(indieningen))
    if not dagen:
        return None
    vroegst, laatst = min(dag.vroegst for dag in dagen), max(dag.laatst or dag.vroegst for dag in dagen)
    kort, lang, zinnen = _soorten(zaak, recht, procedure, vroegst)
    vroeg, laat = verloop(recht, kort, vroegst).uitkomst, verloop(recht, lang, laatst).uitkomst
    zinnen += [zin for zin in vroeg.voorbehoud if zin not in recht.termijnsoorten[kort].voorbehoud]
    if vroegst != laatst:
        zin = "De laatste dag om bezwaar te maken staat niet vast of verschilt per indiener: gerekend is vanaf"
        zinnen.append(f"{zin} {datum_voluit(vroegst)}, en op zijn laatst vanaf {datum_voluit(laatst)}.")
    einde = Spanne(spanne(vroeg).vroegst, spanne(laat).laatst)
    soorten = recht.termijnsoorten
    return _Termijn(
        Spanne(vroegst + DAG, laatst + DAG),
        Spanne(vroegst + soorten[kort].lengte * _WEEK, laatst + soorten[lang].lengte * _WEEK),
        einde, _vroegste_stappen(vroeg, einde.vroegst, 3), 3, tuple(zinnen),
    )  # fmt: skip


def _kalenderjaar(recht: Recht, ontvangen: dt.date) -> _Termijn:
    """A tax objection: up to the end of the calendar year of receipt (Gemeentewet 236 lid 2; WOZ 30 lid 9)."""
    uitkomst = verloop(recht, "beslissen_belasting", ontvangen).uitkomst
    einde = spanne(uitkomst)
    kaal = Spanne(einde.vroegst, einde.vroegst)
    stappen = _vroegste_stappen(uitkomst, einde.vroegst, 2)
    return _Termijn(Spanne(ontvangen, ontvangen), kaal, einde, stappen, 2, uitkomst.voorbehoud, is_kalenderjaar=True)


def _vroegste_stappen(uitkomst: Uitkomst, vroegst: dt.date, geteld: int) -> tuple[Stap, ...]:
    """The steps to the earliest reading: the first `geteld` count the period, the others lead to the later one."""
    if vroegst == uitkomst.datum:
        return uitkomst.stappen
    stappen = uitkomst.stappen[:geteld]
    if stappen[-1].datum == vroegst:
        return stappen
    return (*stappen, Stap(f"In de vroegste lezing is dat {datum_voluit(vroegst)}.", "Atw 1 lid 1", vroegst))


def _laatste_dagen(indieningen: Iterable[Indieningsuitslag]) -> Iterable[Spanne]:
    for stand in indieningen:
        if stand.laatste_dag:
            yield spanne(stand.laatste_dag)
        yield from map(spanne, stand.lezingen.values())


def _soorten(zaak: Bezwaarzaak, recht: Recht, procedure: Procedure, laatste_dag: dt.date) -> tuple[str, str, list[str]]:
    """Six weeks or twelve, in the earliest and the latest reading, and what is uncertain about it."""
    commissie = procedure.adviescommissie or _GEEN_COMMISSIE
    if commissie.ingesteld is False or zaak.is_geen("procedure.adviescommissie"):
        return _ZONDER, _ZONDER, []
    if commissie.ingesteld is None:
        zin = "Of een adviescommissie adviseert, staat niet in de feiten: zonder zijn het zes weken, met twaalf"
        return _ZONDER, _MET, [f"{zin} (Awb 7:10 lid 1)."]
    zes_weken = spanne(verloop(recht, _ZONDER, laatste_dag).uitkomst).vroegst
    if commissie.gemeld_op and commissie.gemeld_op <= zes_weken:
        return _MET, _MET, []
    zin = "Dat een adviescommissie adviseert, is voor zover bekend niet aan de indiener gemeld"
    if commissie.gemeld_op:
        zin = f"Dat een adviescommissie adviseert, is pas op {datum_voluit(commissie.gemeld_op)} gemeld, na zes weken"
    return _ZONDER, _MET, [f"{zin}: dan gelden mogelijk zes weken en geen twaalf (Awb 7:10 lid 1, 7:13 lid 2)."]


def _schort_op(telling: _Telling, termijn: _Termijn, kalender: Kalender, stilstand: list[Stilstand]) -> None:
    """Add the days on which the period stood still."""
    telling.dagen = _dagen(termijn, kalender, stilstand, 0)
    stukken = termijn.kortste(stilstand)
    kort = verlengd(termijn.kaal.vroegst, termijn.begin.vroegst, stukken)
    if termijn.is_kalenderjaar:
        telling.voorbehoud.append("Of stilstand het kalenderjaar verlengt, staat niet vast: gerekend is zonder.")
    for stuk in stilstand:
        if (stuk.van, stuk.kort) in stukken and stuk.van <= kort:
            telling.stappen.append(Stap(stuk.zin, stuk.grondslag))
    if kort > termijn.kaal.vroegst:
        telling.stappen[:] = [*telling.stappen[: termijn.geteld], *telling.stappen[len(termijn.stappen) :]]
        dagen = duur_voluit((kort - termijn.kaal.vroegst).days, "dag")
        zin = f"De beslistermijn stond {dagen} stil en eindigt dan op {datum_voluit(kort)}."
        if telling.dagen.vroegst > kort:
            zin = f"De beslistermijn stond {dagen} stil; zij liep al tot en met {datum_voluit(telling.dagen.vroegst)}."
        telling.stappen.append(Stap(zin, "Awb 7:10 lid 2", telling.dagen.vroegst))
        telling.voorbehoud.append(_ATW_VERLENGD)
    telling.voorbehoud += voorbehouden(stilstand)


def _verdaag(
    telling: _Telling,
    termijn: _Termijn,
    kalender: Kalender,
    verdagingen: tuple[Verdaging, ...],
    stilstand: list[Stilstand],
) -> None:
    """Add every postponement (Awb 7:10 lid 3 and 4); what is doubtful counts in the latest reading alone."""
    zeker, hoogstens = 0, 0
    eerder = [stuk for stuk in stilstand if stuk.van <= telling.dagen.vroegst]
    for nummer, verdaging in enumerate(verdagingen):
        weken = verdaging.weken or 0
        bezwaren = list(_twijfel(verdaging, telling.dagen, eerste=nummer == 0))
        hoogstens += (weken or _HOOGSTENS) if nummer else min(weken or _HOOGSTENS, _HOOGSTENS)
        telling.voorbehoud += [*bezwaren, _ATW_VERLENGD]
        if not bezwaren:
            zeker += weken
            telling.dagen = _dagen(termijn, kalender, eerder, zeker, hoogstens)
            brief = f" bij brief van {datum_kaal(verdaging.datum)}" if verdaging.datum else ""
            einde = telling.dagen.vroegst
            zin = f"De beslissing is{brief} {duur_voluit(weken, 'week')} verdaagd, tot en met {datum_voluit(einde)}."
            telling.stappen.append(Stap(zin, "Awb 7:10 lid 4" if nummer else "Awb 7:10 lid 3", einde))
    telling.dagen = _dagen(termijn, kalender, stilstand, zeker, hoogstens)
    for stuk in stilstand:
        if stuk not in eerder and stuk.kort >= stuk.van and stuk.van <= telling.dagen.vroegst:
            telling.stappen.append(Stap(stuk.zin, stuk.grondslag, telling.dagen.vroegst))


def _dagen(termijn: _Termijn, kalender: Kalender, stilstand: list[Stilstand], zeker: int, hoogstens: int = 0) -> Spanne:
    """Both ends of the period with the days it stood still and `zeker` to `hoogstens` weeks of postponement."""
    vroeg = zeker * _WEEK
    vroegst = verlengd(termijn.kaal.vroegst + vroeg, termijn.begin.vroegst, termijn.kortste(stilstand))
    vroegst = max(vroegst, termijn.einde.vroegst + vroeg)
    lang = langste(stilstand)
    if lang is None or termijn.kaal.laatst is None or termijn.begin.laatst is None or termijn.einde.laatst is None:
        return Spanne(vroegst, None)
    kaal, laat = termijn.kaal.laatst, hoogstens * _WEEK
    stil = verlengd(kaal + laat, termijn.begin.laatst, lang) - (kaal + laat)
    laatst = max(gewone_dag_vanaf(kalender, kaal + stil, mogelijk=True), termijn.einde.laatst)
    if laat:
        laatst = gewone_dag_vanaf(kalender, laatst + laat, mogelijk=True)
    return Spanne(vroegst, max(vroegst, laatst))


def _twijfel(verdaging: Verdaging, dagen: Spanne, *, eerste: bool) -> Iterable[str]:
    """Why a postponement may not count, as Dutch sentences."""
    if verdaging.datum and verdaging.datum > dagen.vroegst:
        yield (
            f"De verdaging is van {datum_voluit(verdaging.datum)}, na het einde van de beslistermijn op "
            f"{datum_voluit(dagen.vroegst)}: gerekend is zonder (Awb 7:10 lid 3)."
        )
    if verdaging.weken is None:
        yield "Met hoeveel weken is verdaagd, staat niet in de feiten: gerekend is zonder verdaging (Awb 7:10 lid 3)."
    elif eerste and verdaging.weken > _HOOGSTENS:
        yield "Verdagen kan met ten hoogste zes weken: gerekend is zonder verdaging (Awb 7:10 lid 3)."
    if verdaging.aan_alle_belanghebbenden is False:
        yield "De verdaging is niet aan alle belanghebbenden gemeld: gerekend is zonder (Awb 7:10 lid 5)."
    if not eerste and verdaging.grond is None:
        yield "Voor verder uitstel is geen grond genoemd: gerekend is zonder (Awb 7:10 lid 4)."


def _verdagen(telling: _Telling) -> Uitkomst:
    """Until when the decision may still be postponed: within the period as it runs now."""
    einde = telling.dagen.vroegst
    zin = f"Verdagen kan zolang de beslistermijn loopt, dus uiterlijk op {datum_voluit(einde)}: schriftelijk, aan alle "
    stap = Stap(f"{zin}belanghebbenden.", "Awb 7:10 lid 3", einde)
    return Uitkomst(einde, (*telling.stappen, stap), tuple(dict.fromkeys(telling.voorbehoud)))


def _na_advies(telling: _Telling, recht: Recht, klachten: tuple[Klacht, ...]) -> dict[str, Uitkomst]:
    """Two weeks after the Adviescollege answered a complaint (Woo 7.3 lid 3)."""
    adviezen = [klacht.advies_op for klacht in klachten if klacht.advies_op]
    if not adviezen:
        telling.voorbehoud.append("Wanneer het Adviescollege op de klacht antwoordde, is niet bekend (Woo 7.3 lid 3).")
        return {}
    uitkomst = verloop(recht, "woo_na_klacht", max(adviezen)).uitkomst
    dagen = spanne(uitkomst)
    telling.voorbehoud += uitkomst.voorbehoud
    if dagen.vroegst < telling.dagen.vroegst:
        zin = f"Na het antwoord van het Adviescollege is het twee weken: tot en met {datum_voluit(dagen.vroegst)}."
        telling.stappen.append(Stap(zin, "Woo 7.3 lid 3", dagen.vroegst))
    laatst = telling.dagen.laatst and max(telling.dagen.laatst, dagen.laatst or dagen.vroegst)
    telling.dagen = Spanne(min(dagen.vroegst, telling.dagen.vroegst), laatst)
    return {"beslissen_na_advies": uitkomst}
