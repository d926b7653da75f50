"""The last day of an agreement: computed from the day its term begins and the term, never typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from generator.errors import InvoerError
from generator.feiten.feit import Feit
from generator.feiten.overeenkomst import EINDE
from generator.feiten.waarden import Datum, Duur
from generator.regels.dagen import bekende_dag
from generator.regels.telling import tel

if TYPE_CHECKING:
    import datetime as dt

    from generator.feiten.overeenkomst import Looptijd, Overeenkomst

_MAANDEN = {"maand": 1, "jaar": 12}
_LANG = 60  # months: a place "for five years or longer" (Spreidingswet 2 lid 3)


def einde_overeenkomst(looptijd: Looptijd) -> Feit:
    """The last day of the term, which counts its own first day: seven years from 18 August end on 17 August.

    Open as long as the first day or the duration is; InvoerError for a term that is no whole days.
    """
    duur, start = looptijd.duur, looptijd.startdatum
    feit = Feit(
        pad=f"termijnen.{EINDE}.laatste_dag", waarde=None, formule=f"{duur.pad} vanaf {start.pad}",
        uit=(duur.pad, start.pad), naam="Laatste dag van de overeenkomst", plaats=duur.plaats,
    )  # fmt: skip
    eerste = bekende_dag(start)
    laatste = geteld(duur, eerste, eerste_dag=0) if eerste else None
    return feit.met(waarde=Datum.van(laatste)) if laatste else feit.met(vraag=start.vraag or duur.vraag)


class Startdag(NamedTuple):
    """The day of the event with which the term begins.

    Attributes:
        feit: the day as far as it is known.
        vast: whether no day that is still open can make it another one.
    """

    feit: Feit
    vast: bool


def startdag(overeenkomst: Overeenkomst) -> Startdag | None:
    """The day of the event that `looptijd.start` names; None as long as nobody knows it.

    It is the first opening, the first permit in force, or the day on which the last party signs: of several days that
    are not all known, the first one known is the latest it can be, and the last one known the earliest.
    """
    start, gang = overeenkomst.looptijd.start, overeenkomst.besluitvorming
    locaties = overeenkomst.locaties.values()
    if start.is_open:
        return None
    per_gebeurtenis: dict[str, list[Feit | None]] = {
        "ondertekening": [gang.ondertekening_gemeente, gang.ondertekening_coa],
        "vergunning in werking": [locatie.in_werking for locatie in locaties],
        "eerste bewoner": [locatie.opening for locatie in locaties],
    }
    dagen = per_gebeurtenis[start.woorden]
    bekend = sorted((feit for feit in dagen if feit is not None and bekende_dag(feit)), key=lambda feit: feit.dag)
    if not bekend:
        return None
    return Startdag(bekend[-1 if start.woorden == "ondertekening" else 0], len(bekend) == len(dagen))


def is_kort(duur: Feit) -> bool:
    """Whether a known term is under five years; one in days or weeks is not judged, unless it is nought."""
    maanden = in_maanden(duur)
    return maanden is not None and maanden < _LANG


def is_lang(duur: Feit) -> bool:
    """Whether a known term of months or years is five years or longer."""
    maanden = in_maanden(duur)
    return maanden is not None and maanden >= _LANG


def in_maanden(duur: Feit) -> int | None:
    """How many months a known term of months or years lasts; None for an open one, and for one in days or weeks.

    No days are no months.
    """
    if isinstance(duur.waarde, Duur) and (duur.waarde.eenheid in _MAANDEN or not duur.waarde.getal):
        return duur.waarde.getal * _MAANDEN.get(duur.waarde.eenheid, 0)
    return None


def vergelijk_duren(duur: Feit, ander: Feit, vanaf: dt.date) -> int | None:
    """1 when `duur` lasts longer than `ander`, -1 when shorter, 0 when both end on one day; in days as from `vanaf`.

    None as long as one is open, and where one cannot be counted in whole days.
    """
    maanden, andere = in_maanden(duur), in_maanden(ander)
    if maanden is not None and andere is not None:
        return (maanden > andere) - (maanden < andere)
    try:
        einde, ander_einde = geteld(duur, vanaf), geteld(ander, vanaf)
    except InvoerError:
        return None
    return (einde > ander_einde) - (einde < ander_einde) if einde and ander_einde else None


def geteld(duur: Feit, dag: dt.date, *, eerste_dag: int = 1, terug: bool = False) -> dt.date | None:
    """The day that `duur` leads to from `dag`, as `telling.tel`; None as long as nobody knows how long.

    InvoerError, at the place of `duur`, when it is no whole days or leads outside all calendars.
    """
    if not isinstance(duur.waarde, Duur):
        return None
    try:
        return tel(duur.waarde.getal, duur.waarde.eenheid, dag, eerste_dag=eerste_dag, terug=terug).laatste_dag
    except InvoerError as mis:
        raise InvoerError(*(replace(fout, plaats=duur.plaats, raad="") for fout in mis.fouten)) from None
