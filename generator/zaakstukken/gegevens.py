"""One case with all that its papers rest on, and one letter to make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.zaakstukken.feiten import Feitenmaker

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.onderdeel import Vrij_onderdeel
    from generator.feiten.recht import Recht
    from generator.feiten.zaakstukken import Briefsoort, Zaakstuksoorten
    from generator.toetsuitslag import Toetsuitslag


class Zaakgegevens(Struct, frozen=True):
    """One case with all that its papers rest on.

    Attributes:
        zaak: the facts.
        uitslag: what follows from them.
        recht: the dated parameters of the law.
        op: the day as of which is asked; None when nobody said which.
        gemeente: the municipality's own settings and names.
        soorten: the kinds of letter, and how what is missing is called.
        eerder: what followed before the last postponement; None where there was none.
        datum: the day of the letter, where somebody said so.
        is_rustdag: whether a day is a Saturday, a Sunday or a public holiday (Atw 3).
    """

    zaak: Bezwaarzaak
    uitslag: Toetsuitslag
    recht: Recht
    op: dt.date | None
    gemeente: object
    soorten: Zaakstuksoorten
    eerder: Toetsuitslag | None = None
    datum: dt.date | None = None
    is_rustdag: Callable[[dt.date], bool] = lambda _: False

    @property
    def maker(self) -> Feitenmaker:
        """Makes facts of the case."""
        return Feitenmaker(f"zaak {self.zaak.zaaknummer}", self.zaak.plaats_van, self.soorten.vragen)

    @property
    def datum_van_zitting(self) -> dt.date | None:
        """The day of the last hearing in the facts."""
        dag: dt.date | None = zoek_waarde(self.zaak, "procedure.hoorzitting.datum")
        return dag

    def datum_van(self, soort: Briefsoort) -> dt.date | None:
        """The day of a letter: of the event in the facts that it is about, or else the one that was given."""
        return zoek_waarde(self.zaak, soort.datum) or self.datum


class Brief(Struct, frozen=True):
    """One letter to make: its addressee as facts, which objector it is about, and what it is called after."""

    aan: Vrij_onderdeel
    indiener: int | None
    volgnummer: str = ""


def indieners_van(zaak: Bezwaarzaak) -> tuple[Indiener, ...]:
    """Who objects; one of whom nothing is known when nobody is named."""
    return (zaak.bezwaarschrift or Bezwaarschrift()).indieners or (Indiener(),)


def zoek_waarde(zaak: Bezwaarzaak, pad: str) -> Any:  # noqa: ANN401 - the plain value at a path
    """The value at `pad`, of a list in its last element; None when it is not there."""
    hier: Any = zaak
    for naam in filter(None, pad.split(".")):
        hier = getattr(hier, naam, None)
        if isinstance(hier, tuple):
            hier = hier[-1] if hier else None
    return None if hier is zaak else hier
