"""What happens when (*planning*): the evenings of the council, the periods to compute, and the points in time."""

from __future__ import annotations

from typing import Annotated

from generator.feiten.feit import Feit
from generator.feiten.keuzes import Momentsoort, Vergadersoort
from generator.feiten.onderdeel import DatumFeit, JaNeeFeit, Onderdeel, TekstFeit, VerwijzingFeit, onderdeel


@onderdeel
class Vergadering(Onderdeel):
    """An evening of council or committee, or a date to reckon with (vergaderingen.yaml)."""

    datum: DatumFeit
    tot: DatumFeit | None = None  # the last day of a recess
    soort: Annotated[Feit, Vergadersoort]
    toelichting: TekstFeit | None = None


@onderdeel
class Termijn(Onderdeel):
    """A period to compute (termijnen.yaml): a kind of inhoud/recht/termijnen.yaml, or a bare duration.

    Beside a kind, `duur` is the length that the papers print; the law's own is counted with (DT-LENGTE).
    """

    soort: TekstFeit | None = None
    duur: VerwijzingFeit | None = None
    vanaf: VerwijzingFeit
    terug: JaNeeFeit | None = None
    omschrijving: TekstFeit


@onderdeel
class Moment(Onderdeel):
    """A point on the time line of the dossier (momenten.yaml); `datum` refers to a fact or a period."""

    datum: VerwijzingFeit
    omschrijving: TekstFeit
    soort: Annotated[Feit, Momentsoort]
    zodra: VerwijzingFeit | None = None  # a fact: the point stands there only once that is so
    tot: VerwijzingFeit | None = None  # a fact: the point stands there only until that is so
    voorbehoud: TekstFeit | None = None  # stands behind it between brackets
    zolang_open: VerwijzingFeit | None = None  # once this fact is known, `voorbehoud` no longer stands there
