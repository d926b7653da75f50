"""Legal periods that explain themselves (*termijnen*): from an event to a last day, with steps and reservations.

Where the law can be read in two ways the outcome is the later day, so that nobody is told to be late who may be in
time; `andere_lezing` is then the earlier one, which is safe for whoever still has to act.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bevindingen import Stap, Termijnverloop, Uitkomst
from generator.datumtekst import MAANDEN, datum_kaal, datum_voluit, duur_voluit, hoofdletter
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.termijnrecht import Termijnsoort, Verlenging
from generator.regels.telling import Telling, eerstvolgende, tel
from generator.regels.verlenging import verleng

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.recht import Recht
    from generator.feiten.waarden import Duur


def bereken_termijn(recht: Recht, maat: str | Duur, dag: dt.date, *, terug: bool = False) -> Uitkomst:
    """The last day of a period from `dag`, with its steps.

    Args:
        recht: the dated parameters of the law.
        maat: code of a kind of period (``bezwaar``), or a bare length of time, to which the Atw does not apply.
        dag: the day of the event it is counted from.
        terug: count backward from `dag`; such a period is never extended (Atw 1 lid 2).

    Raises:
        InvoerError: an unknown kind, a kind without a length in the law, or days outside the calendar.
    """
    return termijnverloop(recht, kies_soort(recht, maat), dag, terug=terug).uitkomst


def termijnverloop(recht: Recht, soort: Termijnsoort, dag: dt.date, *, terug: bool = False) -> Termijnverloop:
    """The period `soort` from `dag`: first day, last day with its steps, and last receipt by post.

    With `terug` any kind is counted backward, from `dag` as the day it has to be over. InvoerError for days outside
    the calendar.
    """
    if terug and not soort.terug:
        soort = dataclasses.replace(
            soort,
            terug=True,
            begin="de gekozen dag",
            aanduiding="uiterlijk op",
            grondslag_gebeurtenis="",
            uitleg="",
            post="",
        )
    telling, stappen = _geteld(soort, dag)
    verlengd = verleng(recht.kalender, soort, telling)
    is_dubbel = verlengd.veilig != verlengd.datum
    is_anders = soort.anders_vanaf != (0, 0) and (dag.month, dag.day) >= soort.anders_vanaf
    anders = [soort.anders.format(dag=hoofdletter(datum_voluit(dag)))] * is_anders
    is_dubbel = verlengd.veilig != verlengd.datum
    uitkomst = Uitkomst(
        verlengd.datum,
        (*stappen, *verlengd.stappen),
        (*anders, *_geldigheid(soort, dag), *verlengd.voorbehoud, *soort.voorbehoud),
        verlengd.veilig if is_dubbel else None,
        (*stappen, *verlengd.stappen_veilig) if is_dubbel else (),
        zonder_grens=is_anders,
    )
    return Termijnverloop(
        soort.code, soort.naam, soort.begin, dag, soort.aanduiding, telling.eerste_dag,
        uitkomst, _ontvangst_post(recht, soort, uitkomst),
    )  # fmt: skip


def kies_soort(recht: Recht, maat: str | Duur, duur: Duur | None = None, *, wettelijk: bool = False) -> Termijnsoort:
    """The kind of period meant by `maat`.

    Args:
        recht: the dated parameters of the law.
        maat: code of a kind of period, or a bare length of time.
        duur: the length set by who may set it: for a kind without a length in the law, or with one at most.
        wettelijk: take a bare length of time to stand in a law, so that the Atw applies; the outcome says so.

    Raises:
        InvoerError: an unknown kind, no length where one has to be set, or a length that the law does not allow.
    """
    if not isinstance(maat, str):
        return _losse_duur(maat, wettelijk=wettelijk)
    soort = recht.termijnsoorten.get(maat)
    if soort is None:
        import difflib

        gelijkend = difflib.get_close_matches(maat, recht.termijnsoorten, n=1)
        raad = f"bedoelde u ‘{gelijkend[0]}’?" if gelijkend else "‘raadwerk termijn --soorten’ toont ze alle"
        raise InvoerError(Fout(Plaats("soort"), f"de termijn ‘{maat}’ bestaat niet", raad=raad))
    vast = bool(soort.lengte) or soort.eenheid == "kalenderdatum"
    if duur is None:
        if vast:
            return soort
        zin = f"de wet noemt geen lengte voor ‘{maat}’"
        raise InvoerError(Fout(Plaats("duur"), zin, raad="geef haar mee, zoals --duur ‘2 weken’"))
    if vast and not (soort.ten_hoogste and duur.eenheid == soort.eenheid and duur.getal <= soort.lengte):
        raad = "laat --duur weg, of laat --soort weg voor een andere termijn"
        raise InvoerError(
            Fout(Plaats("duur"), f"{maat} duurt {lengte_voluit(soort)} ({soort.grondslag[0]})", raad=raad)
        )
    return dataclasses.replace(soort, lengte=duur.getal, eenheid=duur.eenheid)


def lengte_voluit(soort: Termijnsoort) -> str:
    """How long a kind of period is: ``ten hoogste zes weken``, ``tot en met 31 oktober``."""
    if soort.eenheid == "kalenderdatum":
        return f"tot en met {soort.datum[1]} {MAANDEN[soort.datum[0] - 1]}"
    if not soort.lengte:
        return "zo lang als iemand vaststelt"
    return ("ten hoogste " if soort.ten_hoogste else "") + duur_voluit(soort.lengte, soort.eenheid)


def _losse_duur(duur: Duur, *, wettelijk: bool) -> Termijnsoort:
    """A bare length of time as a kind of period without a name."""
    reden = (
        "Aangenomen is dat deze termijn in een wet of algemene maatregel van bestuur staat (Atw 1, 5); een termijn in "
        "een verordening, brief of overeenkomst wordt niet vanzelf verlengd."
        if wettelijk
        else "Dit is geen termijn uit een wet: zij wordt niet verlengd."
    )
    return Termijnsoort(
        code="", naam=duur_voluit(duur.getal, duur.eenheid), lengte=duur.getal, eenheid=duur.eenheid,
        begin="de gekozen dag", grondslag=(), grondslag_begin="",
        atw=Verlenging.ONZEKER if wettelijk else Verlenging.NEE, atw_reden=reden,
    )  # fmt: skip


def _geteld(soort: Termijnsoort, dag: dt.date) -> tuple[Telling, list[Stap]]:
    """The bare count of `soort` from `dag` and the steps up to there."""
    grondslag, begin = "; ".join(soort.grondslag), _uitgangspunt(soort, dag)
    if soort.eenheid == "kalenderdatum":
        laatste = eerstvolgende(soort.datum, dag, soort.lengte)
        return Telling(None, laatste), [
            begin,
            Stap(f"De wet noemt zelf de laatste dag: {datum_voluit(laatste)}.", grondslag, laatste),
        ]
    telling = tel(soort.lengte, soort.eenheid, dag, eerste_dag=soort.eerste_dag, terug=soort.terug)
    duur, einde = duur_voluit(soort.lengte, soort.eenheid), datum_voluit(telling.laatste_dag)
    slot = f" {telling.uitleg}" if telling.uitleg else ""
    if telling.eerste_dag is None:
        return telling, [
            begin,
            Stap(f"{hoofdletter(duur)} eerder is het {einde}.{slot}", grondslag, telling.laatste_dag),
        ]
    eerste = datum_voluit(telling.eerste_dag)
    zin = f"De termijn begint op de dag daarna: {eerste}." if soort.eerste_dag else f"Die dag telt zelf mee: {eerste}."
    return telling, [
        begin,
        Stap(zin, soort.grondslag_begin, telling.eerste_dag),
        Stap(
            f"De termijn duurt {lengte_voluit(soort)} en eindigt dan op {einde}.{slot}", grondslag, telling.laatste_dag
        ),
    ]


def _uitgangspunt(soort: Termijnsoort, dag: dt.date) -> Stap:
    zin = f"Er wordt gerekend vanaf {soort.begin}: {datum_voluit(dag)}."
    return Stap(f"{zin} {soort.uitleg}".rstrip(), soort.grondslag_gebeurtenis, dag)


def _geldigheid(soort: Termijnsoort, dag: dt.date) -> list[str]:
    """What has to be said when the kind of period did not hold, or was not looked up, on `dag`."""
    artikel, slot = "; ".join(soort.grondslag), f"voor {datum_kaal(dag)} is dit alleen een telling."
    if dag < soort.van:
        return [f"{artikel} geldt in deze vorm sinds {datum_kaal(soort.van)}; {slot}"]
    if dag > soort.tot:
        return [f"{artikel} gold in deze vorm tot en met {datum_kaal(soort.tot)}; {slot}"]
    if dag < soort.nagegaan_vanaf:
        vanaf = datum_kaal(soort.nagegaan_vanaf)
        return [f"De tekst van {artikel} is nagegaan vanaf {vanaf}, niet voor {datum_kaal(dag)}."]
    return []


def _ontvangst_post(recht: Recht, soort: Termijnsoort, uitkomst: Uitkomst) -> Uitkomst | None:
    """The last day of receipt by post, in both readings of the period's own end and of the week after it."""
    if not soort.post:
        return None
    postweek = recht.termijnsoorten[soort.post]
    ruim = termijnverloop(recht, postweek, uitkomst.datum).uitkomst
    if uitkomst.andere_lezing is None:
        return ruim
    krap = termijnverloop(recht, postweek, uitkomst.andere_lezing).uitkomst
    veilig, stappen = krap.andere_lezing or krap.datum, krap.andere_stappen or krap.stappen
    zin = (
        "De laatste dag van de termijn zelf staat niet vast, en daarom ook de laatste dag van ontvangst per post niet: "
        f"wie zelf iets verstuurt, zorgt dat het uiterlijk op {datum_voluit(veilig)} is ontvangen; wie beoordeelt of "
        f"een ander op tijd was, gaat uit van {datum_voluit(ruim.datum)}."
    )
    return replace(ruim, andere_lezing=veilig, andere_stappen=stappen, voorbehoud=(zin,))
