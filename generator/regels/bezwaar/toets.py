"""What a rule on an objection takes (*toets*): all it may look at, looked up once for all rules."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from generator.feiten.bezwaarkeuzes import Rol
from generator.feiten.bezwaarprocedure import Procedure
from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.regels.bezwaar.aanvang import bekendmaking_van
from generator.regels.bezwaar.dwangsom import ingebrekestelling_die_telt
from generator.regels.bezwaar.rechtsmiddel import hoort_elders
from generator.regels.bezwaar.tijdigheid import binnenkomst
from generator.regels.bezwaar.verzuim import ongevraagde_verzuimen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.bevindingen import Uitkomst
    from generator.feiten.besluit import Bekendmaking, Besluit
    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.bezwaarprocedure import Ingebrekestelling
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.bezwaar.tijdigheid import Binnenkomst
    from generator.toetsuitslag import Bedrag, Elders, Indieningsuitslag

WMEBV = dt.date(2026, 1, 1)  # Stb. 2023, 183
_LEEG_BEZWAARSCHRIFT, _NIEMAND = Bezwaarschrift(), (Indiener(),)
_LEGE_PROCEDURE = Procedure()


class Peil(StrEnum):
    """Which event of the case settles whether a rule held then (`van`, `tot`)."""

    ONTVANGST = "ontvangst"  # of the objection; before it came in: its sending or date
    BESLUIT = "besluit"  # the decision objected to
    INGEBREKESTELLING = "ingebrekestelling"
    BESLISSING = "beslissing"  # the decision on the objection

    __hash__ = str.__hash__  # Enum's own is Python code, and every rule looks its day up


class PerIndiener(NamedTuple):
    """The period of one objector, how the decision reached them with the path of that fact, and a name."""

    stand: Indieningsuitslag
    bekendmaking: Bekendmaking
    pad: str
    naam: str


class Bezwaartoets(Struct, frozen=True):
    """All a rule on an objection may look at.

    Attributes:
        zaak: the facts.
        recht: the dated parameters of the law.
        op: the day as of which is asked; None when nobody said which.
        indieningen: the period of each objector.
        uitkomsten: computed days by name.
        bedragen: computed sums by name.
        peildatums: the day of each event that settles which law held; None when nothing says so.
        is_ontvanger: whether we received the objection.
        besluit: the decision objected to.
        bezwaarschrift: the objection; all unknown when the case says nothing of it.
        procedure: what happened since; all unknown when the case says nothing of it.
        binnenkomst: the receipt that counts.
        per_indiener: how and when the decision reached each objector.
        bekendmakingen: each way in which it was made known, once, with the path of that fact.
        ongevraagde_verzuimen: what is missing and nobody asked to repair yet, with the paths of the facts that say so.
        elders: who else has to deal with it.
        ingebrekestelling: the notice of default that counts, when the facts allow to say so.
    """

    zaak: Bezwaarzaak
    recht: Recht
    op: dt.date | None
    indieningen: tuple[Indieningsuitslag, ...]
    uitkomsten: Mapping[str, Uitkomst]
    bedragen: Mapping[str, Bedrag]
    peildatums: Mapping[str, dt.date | None]
    is_ontvanger: bool
    besluit: Besluit
    bezwaarschrift: Bezwaarschrift
    procedure: Procedure
    binnenkomst: Binnenkomst
    per_indiener: tuple[PerIndiener, ...]
    bekendmakingen: tuple[tuple[Bekendmaking, str], ...]
    ongevraagde_verzuimen: Mapping[Verzuim, tuple[str, ...]]
    elders: Elders | None
    ingebrekestelling: Ingebrekestelling | None

    @property
    def is_na_wmebv(self) -> bool:
        """Whether it came in under the Wmebv (afdeling 2.3 Awb from 2026); without a day, as the law is now."""
        dag = self.peildatums[Peil.ONTVANGST]
        return dag is None or dag >= WMEBV


def maak_toets(  # noqa: PLR0913, PLR0917 - all that a rule may look at
    zaak: Bezwaarzaak,
    recht: Recht,
    op: dt.date | None,
    indieningen: tuple[Indieningsuitslag, ...],
    uitkomsten: Mapping[str, Uitkomst],
    bedragen: Mapping[str, Bedrag],
) -> Bezwaartoets:
    """What the rules may look at; what every one of them asks is looked up once."""
    schrift, procedure = zaak.bezwaarschrift or _LEEG_BEZWAARSCHRIFT, zaak.procedure or _LEGE_PROCEDURE
    ontvangen = schrift.ontvangen and schrift.ontvangen.datum
    verzonden = (schrift.verzonden and schrift.verzonden.datum) or schrift.dagtekening
    bekend = zaak.besluit.bekendmaking and zaak.besluit.bekendmaking.datum
    gebreke = procedure.ingebrekestelling and procedure.ingebrekestelling[0].ontvangen
    beslist = procedure.beslissing and procedure.beslissing.datum
    peildatums: dict[str, dt.date | None] = {
        Peil.ONTVANGST: ontvangen or verzonden or op,
        Peil.BESLUIT: bekend or zaak.besluit.datum or op,
        Peil.INGEBREKESTELLING: gebreke or op,
        Peil.BESLISSING: beslist or op,
    }
    per_indiener = tuple(
        PerIndiener(stand, *bekendmaking_van(zaak, indiener, nummer), stand.naam or "de indiener")
        for nummer, (stand, indiener) in enumerate(zip(indieningen, schrift.indieners or _NIEMAND, strict=True))
    )
    beslissen = uitkomsten.get("beslissen_uiterlijk")
    return Bezwaartoets(
        zaak, recht, op, indieningen, uitkomsten, bedragen, peildatums, zaak.rol is Rol.ONTVANGER, zaak.besluit,
        schrift, procedure, binnenkomst(zaak), per_indiener,
        tuple({deze.pad: (deze.bekendmaking, deze.pad) for deze in per_indiener}.values()),
        ongevraagde_verzuimen(zaak), hoort_elders(zaak),
        ingebrekestelling_die_telt(procedure, beslissen) if beslissen else None,
    )  # fmt: skip
