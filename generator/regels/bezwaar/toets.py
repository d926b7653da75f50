"""What a rule on an objection takes and gives: all it may look at, and how the facts stand to what the law asks.

The same demand weighs differently for who writes an objection (*indiener*) and for who received one (*ontvanger*):
one rule, two severities.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from generator.bevindingen import Bevinding, Ernst, Stand
from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Rol
from generator.feiten.bezwaarprocedure import Procedure
from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.regels.bezwaar.aanvang import bekendmaking_van
from generator.regels.bezwaar.dwangsom import ingebrekestelling_die_telt
from generator.regels.bezwaar.rechtsmiddel import hoort_elders
from generator.regels.bezwaar.tijdigheid import binnenkomst
from generator.regels.bezwaar.verzuim import ongevraagde_verzuimen
from generator.regels.register import REGELS, Neemt, Regel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.bevindingen import Uitkomst
    from generator.feiten.besluit import Bekendmaking, Besluit
    from generator.feiten.bezwaarkeuzes import Verzuim
    from generator.feiten.bezwaarprocedure import Ingebrekestelling
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.regels.bezwaar.tijdigheid import Binnenkomst
    from generator.toetsuitslag import Bedrag, Elders, Indieningsuitslag

    Functie = Callable[["Bezwaartoets"], Iterable["Antwoord"]]

WMEBV = dt.date(2026, 1, 1)  # Stb. 2023, 183
_LEEG_BEZWAARSCHRIFT, _NIEMAND = Bezwaarschrift(), (Indiener(),)
_LEGE_PROCEDURE = Procedure()
# An answer weighs as the rule says only when the demand is not met.
_ERNST = {
    Stand.JA: Ernst.NOTITIE,
    Stand.NVT: Ernst.NOTITIE,
    Stand.BEOORDELEN: Ernst.OORDEEL,
    Stand.ONBEKEND: Ernst.NOTITIE,
}


_VOLDAAN = {Stand.JA, Stand.NVT}


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


class Woorden(dict[str, Any]):
    """The values of an answer, each put into words when a sentence asks for it: most are never read."""

    def __getitem__(self, naam: str) -> str:
        waarde = dict.__getitem__(self, naam)
        return waarde if type(waarde) is str else _woord(waarde)


_GEEN_WOORDEN = Woorden()


class Antwoord(Struct, frozen=True):
    """How the facts stand to one rule.

    Attributes:
        stand: the answer; it chooses the sentence in the wording.
        feiten: paths of the facts it rests on.
        gegevens: values for the sentence.
        ernst: where it weighs otherwise than the rule does.
        grondslag: where it rests on other articles than the rule.
    """

    stand: Stand
    feiten: tuple[str, ...] = ()
    gegevens: Woorden = _GEEN_WOORDEN
    ernst: Ernst | None = None
    grondslag: tuple[str, ...] = ()


def ja(*feiten: str, **gegevens: object) -> Antwoord:
    """The demand is met."""
    return Antwoord(Stand.JA, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN)


def nee(*feiten: str, ernst: Ernst | None = None, **gegevens: object) -> Antwoord:
    """The demand is not met."""
    return Antwoord(Stand.NEE, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN, ernst)


def beoordelen(*feiten: str, grondslag: tuple[str, ...] = (), **gegevens: object) -> Antwoord:
    """A person has to judge; `grondslag` where it rests on other articles than the rule."""
    return Antwoord(Stand.BEOORDELEN, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN, None, grondslag)


def onbekend(*feiten: str, ernst: Ernst | None = None, **gegevens: object) -> Antwoord:
    """The facts do not say; `ernst` where that itself has to be judged."""
    return Antwoord(Stand.ONBEKEND, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN, ernst)


def nvt(*feiten: str, **gegevens: object) -> Antwoord:
    """The demand is not put to this case."""
    return Antwoord(Stand.NVT, feiten, Woorden(gegevens) if gegevens else _GEEN_WOORDEN)


def antwoord_op(feit: bool | None) -> Callable[..., Antwoord]:  # noqa: FBT001 - a fact, not a switch
    """Which answer a fact gives: `ja`, `nee`, or `onbekend` when it is not known."""
    if feit is None:
        return onbekend
    return ja if feit else nee


def samen(*feiten: bool | None) -> bool | None:
    """Whether all hold: False as soon as one does not, None when that hangs on one that is not known."""
    if False in feiten:
        return False
    return None if None in feiten else True


def _woord(waarde: object) -> str:
    """A fact as it reads in a sentence: a day with its weekday, ja or nee, ``niet bekend`` for what is unknown."""
    if isinstance(waarde, str):
        return waarde
    match waarde:
        case None:
            return "niet bekend"
        case bool():
            return "ja" if waarde else "nee"
        case dt.date():
            return datum_voluit(waarde)
        case _:
            return str(waarde)


def bezwaarregel(  # noqa: PLR0913 - a rule is described by its parts, each by name
    code: str,
    *grondslag: str,
    ontvanger: Ernst | None = Ernst.WAARSCHUWING,
    indiener: Ernst | None = Ernst.WAARSCHUWING,
    van: dt.date = dt.date.min,
    tot: dt.date = dt.date.max,
    peil: Peil = Peil.ONTVANGST,
    voorheen: Mapping[dt.date, tuple[str, ...]] | None = None,
    bij: str = "",
) -> Callable[[Functie], Functie]:
    """Put a rule on objections in the register under `code`; ValueError when the code is taken.

    Args:
        code: stable code, the key of its wording.
        grondslag: the articles it rests on, as cited now.
        ontvanger: how heavy it weighs, when not met, for who received the objection; None: not put to them.
        indiener: the same for who writes one.
        van: first day of the event `peil` on which it speaks.
        tot: last day of that event on which it speaks.
        peil: the event that settles it.
        voorheen: the articles as numbered up to and including a day, earliest day first.
        bij: the part of the case that it is about; it is not asked of a case in which nothing is known of that.
    """

    def registreer(functie: Functie) -> Functie:
        if code in REGELS:
            raise ValueError(f"regelcode {code} bestaat al")
        REGELS[code] = Regel(
            code, Neemt.BEZWAAR, grondslag, van, tot, functie, (ontvanger, indiener), voorheen or {}, bij, peil
        )
        return functie

    return registreer


def bevindingen(regels: Iterable[tuple[Regel, Ernst, bool]], toets: Bezwaartoets) -> tuple[Bevinding, ...]:
    """What rules say of a case, heaviest first, or else in their order; a rule is silent outside its dates.

    Args:
        regels: each with how heavy it weighs for this role, and whether its dates have to be looked at.
        toets: all they may look at.
    """
    gevonden: dict[Ernst, list[Bevinding]] = {ernst: [] for ernst in Ernst}
    is_indiener, plaats_van = not toets.is_ontvanger, toets.zaak.plaats_van
    for regel, ernst, has_dates in regels:
        artikelen = regel.grondslag
        if has_dates and not (artikelen := _artikelen(regel, toets.peildatums[regel.peil])):
            continue
        for antwoord in regel.toets(toets):
            stand, feiten = antwoord.stand, antwoord.feiten
            # What is met needs no place to go to; looking one up costs as much as the rule itself.
            plaatsen = () if stand in _VOLDAAN else tuple(map(plaats_van, feiten))
            zwaarte, grondslag = antwoord.ernst or _ERNST.get(stand, ernst), antwoord.grondslag or artikelen
            # By position: this is done four hundred thousand times for ten thousand cases.
            gevonden[zwaarte].append(
                Bevinding(
                    regel.code, zwaarte, plaatsen, antwoord.gegevens, grondslag, feiten, "", stand, None, is_indiener
                )
            )
    return tuple(chain.from_iterable(gevonden.values()))


def _artikelen(regel: Regel, dag: dt.date | None) -> tuple[str, ...]:
    """The articles of a rule with dates as cited on `dag`; none when it does not hold then."""
    if dag is None:  # the law of today is what a reader needs; what has ended does not speak
        return regel.grondslag if regel.tot == dt.date.max else ()
    if not regel.van <= dag <= regel.tot:
        return ()
    for einde, oud in regel.voorheen.items():
        if dag <= einde:
            return oud
    return regel.grondslag
