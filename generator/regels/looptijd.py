"""The last day of an agreement: computed from the day its term begins and the term, never typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.feiten.feit import Feit
from generator.feiten.waarden import Datum, Duur
from generator.regels.dagen import bekende_dag
from generator.regels.telling import tel

if TYPE_CHECKING:
    from generator.feiten.overeenkomst import Looptijd

EINDE = "einde_overeenkomst"  # its name among the periods of the dossier


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
    if eerste is None or not isinstance(duur.waarde, Duur):
        return feit.met(vraag=start.vraag or duur.vraag)
    laatste = tel(duur.waarde.getal, duur.waarde.eenheid, eerste, eerste_dag=0).laatste_dag
    return feit.met(waarde=Datum.van(laatste))
