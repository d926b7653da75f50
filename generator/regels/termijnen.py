"""Legal periods that explain themselves (*termijnen*): from an event to a last day, with steps and reservations.

Where the law can be read in two ways the outcome is the later day, so that nobody is told to be late who may be in
time; `andere_lezing` is then the earlier one, which is safe for whoever still has to act.
"""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.bevindingen import Stap, Termijnverloop, Uitkomst
from generator.datumtekst import datum_kaal, datum_voluit, duur_voluit, hoofdletter
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.recht import Termijnsoort, Verlenging
from generator.regels.telling import Telling, eerstvolgende, tel
from generator.regels.verlenging import verleng

if TYPE_CHECKING:
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
    return termijnverloop(recht, maat, dag, terug=terug).uitkomst


def termijnverloop(
    recht: Recht, maat: str | Duur, dag: dt.date, *, terug: bool = False, duur: Duur | None = None,
    wettelijk: bool = False,
) -> Termijnverloop:
    """As `bereken_termijn`, with the first day and the last receipt by post.

    Args:
        recht: the dated parameters of the law.
        maat: code of a kind of period, or a bare length of time.
        dag: the day of the event it is counted from.
        terug: count backward.
        duur: the length set by who may set it: for a kind without a length in the law, or with one at most.
        wettelijk: take a bare length of time to stand in a law, so that the Atw applies; the outcome says so.
    """
    soort = kies_soort(recht, maat, duur, wettelijk=wettelijk)
    if terug and not soort.terug:
        soort = replace(soort, terug=True, begin="de gekozen dag", grondslag_begin="", uitleg="", post="")
    telling, stappen = _geteld(soort, dag)
    verlengd = verleng(recht.kalender, soort, telling)
    uitkomst = Uitkomst(
        verlengd.datum,
        (*stappen, *verlengd.stappen),
        (*_geldigheid(soort, dag), *verlengd.voorbehoud, *soort.voorbehoud),
        verlengd.veilig if verlengd.veilig != verlengd.datum else None,
    )
    return Termijnverloop(
        soort.code, soort.naam, soort.begin, dag, telling.eerste_dag, uitkomst, _ontvangst_post(recht, soort, uitkomst)
    )


def kies_soort(
    recht: Recht, maat: str | Duur, duur: Duur | None = None, *, wettelijk: bool = False
) -> Termijnsoort:
    """The kind of period meant by `maat`, with the length `duur` where it may be set. InvoerError otherwise."""
    if not isinstance(maat, str):
        return _losse_duur(maat, wettelijk=wettelijk)
    soort = recht.termijnsoorten.get(maat)
    if soort is None:
        gelijkend = difflib.get_close_matches(maat, recht.termijnsoorten, n=1)
        raad = f"bedoelde u ‘{gelijkend[0]}’?" if gelijkend else "‘raadwerk termijn --soorten’ toont ze alle"
        raise InvoerError(Fout(Plaats("soort"), f"de termijn ‘{maat}’ bestaat niet", raad=raad))
    if duur is None:
        if soort.lengte or soort.eenheid == "kalenderdatum":
            return soort
        raise InvoerError(
            Fout(Plaats("duur"), f"de wet noemt geen lengte voor ‘{maat}’", raad="geef haar mee, zoals --duur ‘2 weken’")
        )
    if soort.lengte and not (
        soort.ten_hoogste and duur.eenheid == soort.eenheid and duur.getal <= soort.lengte
    ):
        vast = duur_voluit(soort.lengte, soort.eenheid) if soort.eenheid != "kalenderdatum" else "een datum in de wet"
        raise InvoerError(
            Fout(
                Plaats("duur"),
                f"‘{maat}’ duurt {'ten hoogste ' if soort.ten_hoogste else ''}{vast} ({soort.grondslag[0]})",
                raad="laat --duur weg, of laat --soort weg voor een andere termijn",
            )
        )
    return replace(soort, lengte=duur.getal, eenheid=duur.eenheid)


def _losse_duur(duur: Duur, *, wettelijk: bool) -> Termijnsoort:
    """A bare length of time as a kind of period without a name."""
    if wettelijk:
        atw, reden = Verlenging.ONZEKER, (
            "Aangenomen is dat deze termijn in een wet of algemene maatregel van bestuur staat (Atw 1, 5); een termijn "
            "in een verordening, brief of overeenkomst wordt niet vanzelf verlengd."
        )
    else:
        atw, reden = Verlenging.NEE, "Dit is geen termijn uit een wet: zij wordt niet verlengd."
    return Termijnsoort(
        code="", naam=duur_voluit(duur.getal, duur.eenheid), lengte=duur.getal, eenheid=duur.eenheid, begin="de gekozen dag",
        grondslag=(), grondslag_begin="", atw=atw, atw_reden=reden,
    )  # fmt: skip


def _geteld(soort: Termijnsoort, dag: dt.date) -> tuple[Telling, list[Stap]]:
    """The bare count of `soort` from `dag` and the steps up to there."""
    grondslag = "; ".join(soort.grondslag)
    if soort.eenheid == "kalenderdatum":
        einde = eerstvolgende(soort.datum, dag.replace(day=1, year=dag.year + soort.lengte) if soort.lengte else dag)
        zin = f"De wet noemt zelf de laatste dag: {datum_voluit(einde)}."
        return Telling(None, einde), [_uitgangspunt(soort, dag), Stap(zin, grondslag, einde)]
    telling = tel(soort.lengte, soort.eenheid, dag, eerste_dag=soort.eerste_dag, terug=soort.terug)
    duur, einde = duur_voluit(soort.lengte, soort.eenheid), datum_voluit(telling.laatste_dag)
    slot = f" {telling.uitleg}" if telling.uitleg else ""
    if soort.terug:
        terug = Stap(f"{hoofdletter(duur)} eerder is het {einde}.{slot}", grondslag, telling.laatste_dag)
        return telling, [_uitgangspunt(soort, dag), terug]
    begin = (
        f"De termijn begint op de dag daarna: {datum_voluit(telling.eerste_dag)}."
        if soort.eerste_dag and telling.eerste_dag
        else f"Die dag zelf telt mee als eerste dag: {datum_voluit(dag)}."
    )
    hoogste = "ten hoogste " if soort.ten_hoogste else ""
    return telling, [
        _uitgangspunt(soort, dag),
        Stap(begin, soort.grondslag_begin, telling.eerste_dag),
        Stap(f"De termijn duurt {hoogste}{duur} en eindigt dan op {einde}.{slot}", grondslag, telling.laatste_dag),
    ]


def _uitgangspunt(soort: Termijnsoort, dag: dt.date) -> Stap:
    zin = f"Er wordt gerekend vanaf {soort.begin}: {datum_voluit(dag)}."
    return Stap(f"{zin} {soort.uitleg}".rstrip(), soort.grondslag_gebeurtenis, dag)


def _geldigheid(soort: Termijnsoort, dag: dt.date) -> list[str]:
    """What has to be said when the kind of period did not hold, or was not looked up, on `dag`."""
    artikel = soort.grondslag[0] if soort.grondslag else ""
    if dag < soort.van:
        return [f"{artikel} geldt in deze vorm sinds {datum_kaal(soort.van)}; voor {datum_kaal(dag)} is dit alleen een telling."]
    if dag > soort.tot:
        return [f"{artikel} gold in deze vorm tot en met {datum_kaal(soort.tot)}; voor {datum_kaal(dag)} is dit alleen een telling."]
    if dag < soort.nagegaan_vanaf:
        return [f"De tekst van {artikel} is nagegaan vanaf {datum_kaal(soort.nagegaan_vanaf)}, niet voor {datum_kaal(dag)}."]
    return []


def _ontvangst_post(recht: Recht, soort: Termijnsoort, uitkomst: Uitkomst) -> Uitkomst | None:
    """The last day of receipt by post, in both readings of the period's own end and of the week after it."""
    if not soort.post:
        return None
    ruim = termijnverloop(recht, soort.post, uitkomst.datum).uitkomst
    krap = termijnverloop(recht, soort.post, uitkomst.andere_lezing).uitkomst if uitkomst.andere_lezing else ruim
    veilig = krap.andere_lezing or krap.datum
    return replace(ruim, andere_lezing=veilig if veilig != ruim.datum else None)
