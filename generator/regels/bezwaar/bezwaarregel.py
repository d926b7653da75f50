"""A rule on an objection (*bezwaarregel*): put in the register, and asked of a case.

The same demand weighs differently for who writes an objection (*indiener*) and for who received one (*ontvanger*):
one rule, two severities.
"""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst, Stand
from generator.regels.bezwaar.toets import Peil
from generator.regels.register import REGELS, Neemt, Regel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

    Functie = Callable[["Bezwaartoets"], Iterable["Antwoord"]]

# An answer weighs as the rule says only when the demand is not met.
_ERNST = {
    Stand.JA: Ernst.NOTITIE,
    Stand.NVT: Ernst.NOTITIE,
    Stand.BEOORDELEN: Ernst.OORDEEL,
    Stand.ONBEKEND: Ernst.NOTITIE,
}
_VOLDAAN = {Stand.JA, Stand.NVT}


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
