"""A paper as it was sent (*bevroren*): the record that stays, so that a rule can hold a later paper against it."""

from __future__ import annotations

import json
from dataclasses import field
from typing import TYPE_CHECKING, Any

from generator.feiten.onderdeel import AantalFeit, DatumFeit, Onderdeel, TekstFeit, onderdeel
from generator.feiten.oordelen import OPEN
from generator.feiten.record import Record, record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.errors import Plaats


ZEGEL = "zegel"


@record
class Bevroren(Record):
    """One frozen version of one paper.

    Attributes:
        stuk: name of the paper in the dossier.
        versie: its version, as on the paper.
        datum: the day on which it was frozen.
        concept: whether it was sent as a concept, with the watermark.
        raadwerk: the version of Raadwerk that made it.
        lezing: SHA-256 of what a reader sees of it (`document.bewaren.leeshash`).
        boom: SHA-256 of its tree as kept.
        bestanden: format → SHA-256 of the file.
        bewaard: what is kept with it, by its name in the folder of this version → SHA-256.
        feiten: what it showed or hung on, by path → the value as it is typed ("open" for what nobody knew).
        getoond: which of those it printed, by path; empty in a record from before this was kept.
        kern: SHA-256 of what it says (`document.kern.kernhash`); empty likewise.
        openstaand: the paths of what it had still to be filled in, also of what is computed from a fact.
        gemaakt_met: what decides the bytes, by name ("pakket typst", "lettertypen/…"), each with its version or hash.
        plaats: where the record stands.
    """

    stuk: str
    versie: str
    datum: dt.date
    concept: bool
    raadwerk: str
    lezing: str
    boom: str
    bestanden: Mapping[str, str]
    plaats: Plaats
    gemaakt_met: Mapping[str, str] = field(default_factory=dict)
    bewaard: Mapping[str, str] = field(default_factory=dict)
    feiten: Mapping[str, str] = field(default_factory=dict)
    getoond: tuple[str, ...] = ()
    kern: str = ""
    openstaand: tuple[str, ...] = ()

    @property
    def ontbrekend(self) -> tuple[str, ...]:
        """The facts that it printed and that nobody knew, by path."""
        return tuple(pad for pad in self.getoond if self.feiten.get(pad) == OPEN)


def zegel_van(delen: Mapping[str, Any]) -> str:
    """SHA-256 of a record in its written form, without its own seal: who edits it by hand breaks that."""
    import hashlib  # dear, and rarely wanted

    kaal = {naam: wat for naam, wat in delen.items() if naam != ZEGEL}
    return hashlib.sha256(json.dumps(kaal, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def map_van(dossier: str, stuk: str, versie: str) -> str:
    """The folder in which version `versie` of paper `stuk` of `dossier` is kept, from the werkmap."""
    return f"inhoud/{dossier}/bevroren/{stuk}/{versie}"


@onderdeel
class Tekenversie(Onderdeel):
    """What was signed, as compared with what the council or college saw (dossier.yaml, `tekenversie` of a paper)."""

    bestand: TekstFeit  # name of the file
    sha256: TekstFeit  # of that file
    raadsversie: TekstFeit  # SHA-256 of the frozen file it was compared with
    verschillen: AantalFeit  # how many ``raadwerk vergelijk`` counted
    ingevuld: AantalFeit | None = None  # how many of those only fill in what was open, or stand in the head
    vergeleken_op: DatumFeit | None = None
    vergeleken_door: TekstFeit | None = None
