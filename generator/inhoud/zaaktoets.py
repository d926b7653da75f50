"""Facts of one objection case that cannot both be true, in any reading: a fault of the file, not of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.errors import Fout
from generator.feiten.bezwaarkeuzes import Handtekening

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.feiten.besluit import Rechtsmiddelverwijzing
    from generator.feiten.bezwaarprocedure import Procedure
    from generator.feiten.bezwaarschrift import Bezwaarschrift, Bezwaarzaak

    # path of the fact, what it says, what it contradicts
    _Tegenspraak = tuple[str, str, str]

_RAAD = "kijk welk van beide niet klopt"


def tegenspraken(zaak: Bezwaarzaak) -> list[Fout]:
    """Every pair of facts of `zaak` that leaves no reading, at the place of the later one."""
    gevonden: list[_Tegenspraak] = []
    if zaak.bezwaarschrift:
        gevonden += _bezwaarschrift(zaak.bezwaarschrift)
    if zaak.procedure:
        gevonden += _procedure(zaak.procedure)
        gevonden += _zonder_brief(zaak, zaak.procedure)
    if zaak.bezwaarschrift and zaak.procedure:
        gevonden += _beslissing(zaak.bezwaarschrift, zaak.procedure)
    gevonden += _clausule("besluit", zaak.besluit.rechtsmiddelverwijzing)
    return [Fout(zaak.plaats_van(pad), wat, waarom, _RAAD) for pad, wat, waarom in gevonden]


def _bezwaarschrift(schrift: Bezwaarschrift) -> Iterator[_Tegenspraak]:
    verzonden = schrift.verzonden.datum if schrift.verzonden else None
    ontvangen = schrift.ontvangen.datum if schrift.ontvangen else None
    yield from _op_volgorde("bezwaarschrift.ontvangen.datum", "verzonden", verzonden, "ontvangen", ontvangen)
    if schrift.ongedateerd and schrift.dagtekening:
        yield "bezwaarschrift.ongedateerd", "‘ongedateerd’ is ja, en er is een dagtekening", "een van beide"
    for nummer, indiener in enumerate(schrift.indieners or ()):
        pad = f"bezwaarschrift.indieners.{nummer}"
        geen = indiener.handtekening is Handtekening.GEEN
        if indiener.handtekening and indiener.ondertekend is not None and indiener.ondertekend is geen:
            wat = f"‘handtekening’ is {indiener.handtekening}, en ‘ondertekend’ is {'ja' if geen else 'nee'}"
            yield f"{pad}.handtekening", wat, "een van beide"
        if reden := indiener.reden_te_laat:
            yield from _op_volgorde(f"{pad}.reden_te_laat.weg_op", "begonnen", reden.van, "weg", reden.weg_op)


def _procedure(procedure: Procedure) -> Iterator[_Tegenspraak]:
    for nummer, brief in enumerate(procedure.verzuimbrief or ()):
        pad = f"procedure.verzuimbrief.{nummer}"
        yield from _op_volgorde(f"{pad}.hersteld", "verzuimbrief verzonden", brief.datum, "hersteld", brief.hersteld)
        tot = f"{pad}.hersteltermijn_tot"
        yield from _op_volgorde(
            tot, "verzuimbrief verzonden", brief.datum, "hersteltermijn tot", brief.hersteltermijn_tot
        )
        if brief.hersteld and brief.niet_hersteld:
            yield f"{pad}.niet_hersteld", "‘niet_hersteld’ is ja, en er is een dag van herstel", "een van beide"
    for nummer, verdaging in enumerate(procedure.verdaging or ()):
        if verdaging.weken is not None and verdaging.weken < 1:
            yield f"procedure.verdaging.{nummer}.weken", f"verdaagd met {verdaging.weken} weken", "ten minste één week"
    for nummer, storing in enumerate(procedure.storing or ()):
        yield from _op_volgorde(f"procedure.storing.{nummer}.tot", "begonnen", storing.van, "voorbij", storing.tot)
    for nummer, stil in enumerate(procedure.opschorting or ()):
        yield from _op_volgorde(f"procedure.opschorting.{nummer}.tot", "begonnen", stil.van, "voorbij", stil.tot)
    for nummer, zitting in enumerate(procedure.hoorzitting or ()):
        pad = f"procedure.hoorzitting.{nummer}.inzage_tot"
        yield from _op_volgorde(pad, "ter inzage vanaf", zitting.inzage_van, "ter inzage tot", zitting.inzage_tot)
    if procedure.beslissing:
        yield from _clausule("procedure.beslissing", procedure.beslissing.rechtsmiddelverwijzing)


def _zonder_brief(zaak: Bezwaarzaak, procedure: Procedure) -> Iterator[_Tegenspraak]:
    for nummer, brief in enumerate(procedure.verzuimbrief or ()):
        pad = f"procedure.verzuimbrief.{nummer}"
        if brief.hersteld and zaak.is_geen(f"{pad}.datum"):
            yield f"{pad}.hersteld", "er is geen verzuimbrief verzonden, maar wel hersteld", "een van beide"


def _beslissing(schrift: Bezwaarschrift, procedure: Procedure) -> Iterator[_Tegenspraak]:
    """Nobody decides on an objection that did not come in yet; nothing else that follows is as certain."""
    ontvangen = schrift.ontvangen.datum if schrift.ontvangen else None
    beslist = procedure.beslissing.datum if procedure.beslissing else None
    pad = "procedure.beslissing.datum"
    yield from _op_volgorde(pad, "het bezwaarschrift ontvangen", ontvangen, "op het bezwaar beslist", beslist)


def _clausule(pad: str, clausule: Rechtsmiddelverwijzing | None) -> Iterator[_Tegenspraak]:
    if clausule and clausule.aanwezig is False and (clausule.termijn or clausule.rechtsmiddel or clausule.orgaan):
        yield (
            f"{pad}.rechtsmiddelverwijzing.aanwezig", "er is geen rechtsmiddelverwijzing, maar wel wat zij zegt",
            "een van beide",
        )  # fmt: skip


def _op_volgorde(
    pad: str, eerst: str, eerste: dt.date | None, dan: str, tweede: dt.date | None
) -> Iterator[_Tegenspraak]:
    """A contradiction where the second happened before the first."""
    if eerste and tweede and tweede < eerste:
        yield pad, f"{dan} op {datum_voluit(tweede)}, {eerst} op {datum_voluit(eerste)}", "niet eerder dan dat"
