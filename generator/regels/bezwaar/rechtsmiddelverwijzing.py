"""What a decision says about objecting or appealing, against what the law and the facts say (Awb 3:45, 6:23).

What it leaves out is a fault. What it says otherwise is put to a person: the law counts, but who relied on the clause
may not be in default (Awb 6:11), and what the right remedy is can hang on what a decision is taken to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.bevindingen import Ernst
from generator.datumtekst import datum_kaal, duur_voluit
from generator.feiten.bezwaarkeuzes import Besluitsoort, Rechtsmiddel
from generator.feiten.waarden import Duur
from generator.regels.bezwaar.antwoord import beoordelen, ja, nee, nvt, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.rechtsmiddel import rechtsmiddel_tegen
from generator.regels.bezwaar.toets import Peil

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from generator.bevindingen import Uitkomst
    from generator.feiten.besluit import Rechtsmiddelverwijzing
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_ZONDER = frozenset(
    {
        Besluitsoort.BELEIDSREGEL,
        Besluitsoort.NIET_TIJDIG,
        Besluitsoort.PRIVAATRECHT,
        Besluitsoort.PROCEDURE,
        Besluitsoort.VOORSCHRIFT,
    }
)
_ZES_WEKEN = Duur(6, "week")
_OOK_ZES_WEKEN = (_ZES_WEKEN, Duur(42, "dag"))
_RECHTBANK = "rechtbank"
_RECHTSMIDDEL, _TERMIJN, _ORGAAN = "rechtsmiddel", "termijn", "orgaan"


class _Verwacht(Struct, frozen=True):
    """What the clause should say; None or empty where the facts do not tell. `einden` are the last days computed."""

    middel: Rechtsmiddel | None
    duur: Duur
    organen: list[str]
    einden: list[Uitkomst]


@bezwaarregel("BZ-3:45", "Awb 3:45", ontvanger=Ernst.FOUT, indiener=Ernst.NOTITIE, peil=Peil.BESLUIT)
def verwijzing_besluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The decision says which remedy is open, to whom, how long and where (Awb 3:45)."""
    besluit = toets.besluit
    pad = "besluit.rechtsmiddelverwijzing"
    if besluit.soort in _ZONDER:
        yield nvt("besluit.soort", soort=besluit.soort)
        return
    middel = rechtsmiddel_tegen(besluit)
    duur = besluit.termijn_bijzonder.duur if besluit.termijn_bijzonder else _ZES_WEKEN
    organen = [_RECHTBANK] if middel is Rechtsmiddel.BEROEP else []
    if middel is Rechtsmiddel.BEZWAAR:
        organen = list(filter(None, (besluit.bestuursorgaan, besluit.coordinerend_orgaan)))
    einden = [stand.laatste_dag for stand in toets.indieningen if stand.laatste_dag]
    yield _oordeel(toets, pad, besluit.rechtsmiddelverwijzing, _Verwacht(middel, duur, organen, einden))


@bezwaarregel("BZ-6:23", "Awb 6:23", ontvanger=Ernst.FOUT, indiener=None, peil=Peil.BESLISSING, bij="beslissing")
def verwijzing_beslissing(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The decision on an objection says by whom, within what period and where an appeal can be lodged (Awb 6:23)."""
    beslissing = toets.procedure.beslissing
    if beslissing is None:
        return
    beroep = toets.uitkomsten.get("beroep_tot")
    verwacht = _Verwacht(Rechtsmiddel.BEROEP, _ZES_WEKEN, [_RECHTBANK], [beroep] if beroep else [])
    yield _oordeel(toets, "procedure.beslissing.rechtsmiddelverwijzing", beslissing.rechtsmiddelverwijzing, verwacht)


def _oordeel(toets: Bezwaartoets, pad: str, verwijzing: Rechtsmiddelverwijzing | None, verwacht: _Verwacht) -> Antwoord:
    """How the clause stands to what has to be in it."""
    if toets.zaak.is_geen(pad) or (verwijzing and verwijzing.aanwezig is False):
        return nee(f"{pad}.aanwezig", mist="de hele verwijzing")
    if verwijzing is None:
        return onbekend(pad, wat="de hele verwijzing")
    mist = []
    if toets.zaak.geen:
        delen = _delen(verwijzing)
        mist = [deel for deel, veld, waarde in delen if waarde is None and toets.zaak.is_geen(f"{pad}.{veld}")]
    if verwijzing.rechtsmiddel is Rechtsmiddel.GEEN:
        mist.insert(0, _RECHTSMIDDEL)
    if mist:
        return nee(pad, mist=", ".join(mist))
    if afwijkingen := list(_afwijkingen(verwijzing, verwacht)):
        return beoordelen(pad, afwijking="; ".join(afwijkingen))
    niet_bekend = [deel for deel, _, waarde in _delen(verwijzing) if waarde is None]
    return onbekend(pad, wat=", ".join(niet_bekend)) if niet_bekend else ja(pad)


def _delen(verwijzing: Rechtsmiddelverwijzing) -> tuple[tuple[str, str, object], ...]:
    """What the clause has to say, its field, and what it says."""
    return (
        (_RECHTSMIDDEL, "rechtsmiddel", verwijzing.rechtsmiddel),
        ("door wie", "door_wie", verwijzing.door_wie),
        (_TERMIJN, "termijn", verwijzing.termijn or verwijzing.genoemde_datum),
        (_ORGAAN, "orgaan", verwijzing.orgaan),
    )


def _afwijkingen(verwijzing: Rechtsmiddelverwijzing, verwacht: _Verwacht) -> Iterator[str]:
    """What the clause says otherwise than the law and the facts, each with both."""
    if verwacht.middel and verwijzing.rechtsmiddel and verwijzing.rechtsmiddel is not verwacht.middel:
        yield f"{_RECHTSMIDDEL} ‘{verwijzing.rechtsmiddel}’ (volgens de feiten {verwacht.middel})"
    termijn, duur = verwijzing.termijn, verwacht.duur
    if termijn and termijn != duur and not (termijn in _OOK_ZES_WEKEN and duur in _OOK_ZES_WEKEN):
        yield f"{_TERMIJN} {_lengte(termijn)} (volgens de wet {_lengte(duur)})"
    genoemd = verwijzing.orgaan and verwijzing.orgaan.casefold()
    organen = verwacht.organen
    if genoemd and organen and not any(_kern(orgaan) in genoemd for orgaan in organen):
        yield f"{_ORGAAN} ‘{verwijzing.orgaan}’ (volgens de feiten {' of '.join(organen)})"
    if verwijzing.genoemde_datum:
        dagen = [dag for einde in verwacht.einden for dag in (einde.datum, einde.andere_lezing) if dag]
        if dagen and verwijzing.genoemde_datum not in dagen:
            yield f"laatste dag {datum_kaal(verwijzing.genoemde_datum)} (berekend {_opsomming(dagen)})"


def _kern(orgaan: str) -> str:
    return orgaan.removeprefix("anders: ").casefold()


def _lengte(duur: Duur) -> str:
    return duur_voluit(duur.getal, duur.eenheid)


def _opsomming(dagen: Iterable[dt.date]) -> str:
    return " of ".join(dict.fromkeys(map(datum_kaal, dagen)))
