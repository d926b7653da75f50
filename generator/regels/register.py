"""The register of rules: each a small pure function with its code, article(s) and dates.

A rule states facts about the facts, never a verdict; its wording stands in ``inhoud/recht/meldingen/``. It is
silent outside its dates. Adding a rule is adding one function and its wording; nothing else knows its name.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.bevindingen import Bevinding, Ernst
    from generator.bladzijden import Papier
    from generator.document.nodes import Block, Document
    from generator.errors import Fout
    from generator.feiten.bevroren import Bevroren
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Feit
    from generator.feiten.recht import Recht


class Neemt(StrEnum):
    """What a rule takes, and so when it runs."""

    DOSSIER = "dossier"
    STUKKEN = "stukken"
    BEZWAAR = "bezwaar"
    BEVINDINGEN = "bevindingen"
    PAPIER = "papier"
    OMVANG = "omvang"


class Zaak(Struct, frozen=True):
    """All a rule may look at.

    Attributes:
        dossier: the facts.
        recht: the dated parameters of the law.
        toetsdatum: the day as of which the law is applied.
        termijnen: the computed periods of the dossier by name, each a set of facts.
        stukken: the papers by name; empty for a rule that takes the dossier alone.
        teksten: the words of the papers, read once (`regels.teksten`).
        eigen_teksten: their own words, with facts masked, read once (`regels.taal`).
        bevroren: the papers that were sent, as they were frozen.
        geschonden: what is wrong with the records of those that cannot be read.
        getekend: the SHA-256 of each file that was signed, by its name in the facts; empty for one that is not there.
            A file nobody looked for has no name here.
        bevindingen: what the other rules found; empty for every rule but those on the answers (oordelen.yaml).
        papieren: the files that were read back, or why one could not be, by their path in the werkmap; right after
            they were made, of the PDFs alone how long they are.
        bezwaren: the objections in the dossier that can be read.
    """

    dossier: Dossier
    recht: Recht
    toetsdatum: dt.date
    termijnen: Mapping[str, Mapping[str, Feit]]
    stukken: Mapping[str, Document]
    bevindingen: tuple[Bevinding, ...] = ()
    bevroren: tuple[Bevroren, ...] = ()
    geschonden: tuple[Fout, ...] = ()
    getekend: Mapping[str, str] = field(default_factory=dict)
    teksten: list[tuple[str, Block, str]] = field(default_factory=list)
    eigen_teksten: list[tuple[str, Block, str]] = field(default_factory=list)
    papieren: Mapping[str, Papier | Fout] = field(default_factory=dict)
    bezwaren: tuple[Bezwaarzaak, ...] = ()


class Regel(Struct, frozen=True):
    """A rule as it stands in the register."""

    code: str
    neemt: Neemt
    grondslag: tuple[str, ...]
    van: dt.date
    tot: dt.date
    toets: Callable[[Any], Iterable[Any]]  # a `Zaak` → `Bevinding`; for Neemt.BEZWAAR a `Bezwaartoets` → `Antwoord`
    ernst: tuple[Ernst | None, Ernst | None] | None = None  # for ontvanger and indiener of an objection
    voorheen: Mapping[dt.date, tuple[str, ...]] = field(default_factory=dict)  # its articles up to and including a day
    bij: str = ""  # the part of an objection case without which it is not asked
    peil: str = ""  # the event of that case whose day settles whether it holds

    @property
    def has_dates(self) -> bool:
        """Whether it holds, or rests on these articles, only on some days."""
        return bool(self.van > dt.date.min or self.tot < dt.date.max or self.voorheen)


REGELS: dict[str, Regel] = {}


def regel(
    code: str,
    *grondslag: str,
    neemt: Neemt = Neemt.DOSSIER,
    van: dt.date = dt.date.min,
    tot: dt.date = dt.date.max,
) -> Callable[[Callable[[Zaak], Iterable[Bevinding]]], Callable[[Zaak], Iterable[Bevinding]]]:
    """Put a function in the register under `code`; ValueError when the code is taken.

    Args:
        code: stable code, the key of its wording.
        grondslag: the articles or papers it rests on, as cited.
        neemt: whether it needs the facts alone, the papers too, what the other rules found, what was read back, or
            how long that is.
        van: first toetsdatum on which it speaks.
        tot: last toetsdatum on which it speaks.
    """

    def registreer(toets: Callable[[Zaak], Iterable[Bevinding]]) -> Callable[[Zaak], Iterable[Bevinding]]:
        if code in REGELS:
            raise ValueError(f"regelcode {code} bestaat al")
        REGELS[code] = Regel(code, neemt, grondslag, van, tot, toets)
        return toets

    return registreer


def pas_toe(zaak: Zaak, neemt: Neemt) -> Iterator[Bevinding]:
    """The findings of every rule that takes `neemt` and holds on the toetsdatum, in order of code."""
    for code in sorted(REGELS):
        bekeken = REGELS[code]
        if bekeken.neemt is neemt and bekeken.van <= zaak.toetsdatum <= bekeken.tot:
            yield from bekeken.toets(zaak)
