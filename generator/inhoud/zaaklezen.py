"""A plain case from YAML straight to records, without nodes in between: ten thousand in a go.

What is not plain gives None: a value that does not fit, a field that does not exist, anything YAML knows besides names,
values and lists. ``zaken.load_zaak`` then reads the case by its nodes, and finds the words for it. So no fault and no
sentence stands here, and for a plain case both ways give the same.
"""

from __future__ import annotations

import dataclasses
import typing
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from generator.errors import Plaats
from generator.feiten.bezwaarkeuzes import ORGANEN
from generator.feiten.bezwaarschrift import Bezwaarzaak
from generator.inhoud.tekens import VERBODEN
from generator.inhoud.zaakvelden import (
    GEEN,
    ONBEKEND,
    ORGAANVELDEN,
    geenwoorden,
    kern_van,
    velden_van,
    verplichte_velden,
)
from generator.inhoud.zaakwaarden import WAARDEN, MisfitError, lees_tekst, lijkt_bsn

if TYPE_CHECKING:
    from collections.abc import Callable, Container

_LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MEER_DAN_WOORDEN = '&*!"'  # anchor, alias, tag, escape: where none of these stands, no event has to be asked for them
_KENNELIJK_ANDERS = (MisfitError, KeyError, yaml.YAMLError)


class _Veld(NamedTuple):
    """How one field is read, at one place in a case."""

    pad: str
    van_tekst: Callable[[str], Any]  # MisfitError or KeyError where the words do not fit
    van_groep: Callable[[str, Any, _Lezing], Any]  # what is no scalar, from its path and first event
    geen: Container[str]  # the words that say that there is none of it


class _Lezing:
    """What one reading takes from and gathers."""

    def __init__(self, tekst: str) -> None:
        self.streng = any(teken in tekst for teken in _MEER_DAN_WOORDEN)
        self.volgende: Callable[[], Any] = _LADER(tekst).get_event  # None after the last event
        self.plaatsen: dict[str, Any] = {}  # path → where it was written, as a mark of YAML
        self.geen: list[str] = []
        self.lijkt_bsn: list[str] = []


def read_plain(tekst: str, bestand: str) -> Bezwaarzaak | None:
    """The case in `tekst`, one document of YAML or JSON; None when it is not plain."""
    lezing = _Lezing(tekst)
    try:
        begin = lezing.volgende()
        while type(begin) in {StreamStartEvent, DocumentStartEvent}:
            begin = lezing.volgende()
        waarden = _velden(Bezwaarzaak, "", begin, lezing)
        while rest := lezing.volgende():
            if type(rest) is DocumentStartEvent:
                return None
    except _KENNELIJK_ANDERS:
        return None
    waar = partial(_plaats_van, bestand, begin.start_mark, lezing.plaatsen)
    return Bezwaarzaak.from_velden(
        waarden | {"plaats_van": waar, "geen": frozenset(lezing.geen), "lijkt_bsn": tuple(lezing.lijkt_bsn)}
    )


def _deel(soort: Any, pad: str, gebeurtenis: Any, lezing: _Lezing) -> Any:  # noqa: ANN401 - a record of `soort`
    """The record that begins with `gebeurtenis`; None when all of it is unknown."""
    waarden = _velden(soort, pad, gebeurtenis, lezing)
    return soort.from_velden(waarden) if waarden else None


def _velden(soort: Any, pad: str, gebeurtenis: Any, lezing: _Lezing) -> dict[str, Any]:  # noqa: ANN401 - a record
    """Field → value of a record, as far as known; MisfitError or KeyError when it is not plain."""
    if type(gebeurtenis) is not MappingStartEvent or gebeurtenis.anchor or gebeurtenis.tag:
        raise MisfitError("")
    velden, verplicht = _vorm(soort, pad)
    volgende, plaatsen, streng, waarden = lezing.volgende, lezing.plaatsen, lezing.streng, {}
    while type(sleutel := volgende()) is ScalarEvent:
        naam = sleutel.value
        waar, van_tekst, van_groep, geen = velden[naam]
        if waar in plaatsen or (streng and (sleutel.anchor or sleutel.tag)):
            raise MisfitError("")
        plaatsen[waar] = sleutel.start_mark
        deel = volgende()
        if type(deel) is not ScalarEvent:
            waarde = van_groep(waar, deel, lezing)
        else:
            tekst = _tekst(deel) if streng else deel.value
            if tekst in ONBEKEND:
                continue
            if tekst in geen:
                lezing.geen.append(waar)
                continue
            waarde = van_tekst(tekst)
            if len(tekst) > 8 and type(waarde) is str and lijkt_bsn(tekst):  # nine digits
                lezing.lijkt_bsn.append(waar)
        if waarde is not None:
            waarden[naam] = waarde
    if type(sleutel) is not MappingEndEvent or not all(naam in waarden for naam in verplicht):
        raise MisfitError("")
    return waarden


def _reeks(element: Any, pad: str, gebeurtenis: Any, lezing: _Lezing) -> Any:  # noqa: ANN401 - a tuple or None
    """The list that begins with `gebeurtenis`, or a single mapping as a list of one; None when all is unknown."""
    if type(gebeurtenis) is MappingStartEvent:
        alleen = _van_groep(element)(pad, gebeurtenis, lezing)
        return None if alleen is None else (alleen,)
    if type(gebeurtenis) is not SequenceStartEvent or gebeurtenis.anchor or gebeurtenis.tag:
        raise MisfitError("")
    van_tekst, van_groep, volgende, uit = _van_tekst(element), _van_groep(element), lezing.volgende, []
    nummer = 0
    while type(deel := volgende()) is not SequenceEndEvent:
        waar = f"{pad}.{nummer}"
        nummer += 1
        lezing.plaatsen[waar] = deel.start_mark
        if type(deel) is not ScalarEvent:
            waarde = van_groep(waar, deel, lezing)
        else:
            tekst = _tekst(deel)
            if tekst in ONBEKEND:
                continue
            if tekst == "geen":
                raise MisfitError("")
            waarde = van_tekst(tekst)
            if len(tekst) > 8 and type(waarde) is str and lijkt_bsn(tekst):
                lezing.lijkt_bsn.append(waar)
        if waarde is not None:
            uit.append(waarde)
    if not nummer:
        raise MisfitError("")
    return tuple(uit) or None


def _tekst(gebeurtenis: Any) -> str:  # noqa: ANN401 - a ScalarEvent
    """The words of a scalar; MisfitError for a tag, an anchor, or a refused character written as an escape."""
    tekst: str = gebeurtenis.value
    if gebeurtenis.tag or gebeurtenis.anchor or (gebeurtenis.style == '"' and VERBODEN.search(tekst)):
        raise MisfitError("")
    return tekst


@lru_cache(maxsize=1024)
def _vorm(soort: Any, pad: str) -> tuple[dict[str, _Veld], tuple[str, ...]]:  # noqa: ANN401 - a record
    """How each field of the record at `pad` is read, and which may not be left out."""
    verplicht = verplichte_velden(soort)
    velden = {}
    for naam, hint in velden_van(soort).items():
        kern = kern_van(hint)
        lees = _lees_orgaan if naam in ORGAANVELDEN else _van_tekst(kern)
        geen = frozenset() if naam in verplicht else frozenset(geenwoorden(kern))
        velden[naam] = _Veld(f"{pad}.{naam}".lstrip("."), lees, _van_groep(kern), geen)
    return velden, verplicht


@lru_cache(maxsize=256)
def _van_tekst(soort: Any) -> Callable[[str], Any]:  # noqa: ANN401 - a type
    """How words become a value of type `soort`."""
    if typing.get_origin(soort) is tuple:
        return partial(_lijst_van_tekst, typing.get_args(soort)[0])
    if issubclass(soort, StrEnum):
        return {str(keuze): keuze for keuze in soort}.__getitem__
    if soort is str:
        return lees_tekst
    # Many cases name the same few hundred days.
    return lru_cache(maxsize=4096)(WAARDEN[soort]) if soort in WAARDEN else _past_niet


@lru_cache(maxsize=256)
def _van_groep(soort: Any) -> Callable[[str, Any, _Lezing], Any]:  # noqa: ANN401 - a type
    """How a mapping or list becomes a value of type `soort`."""
    if typing.get_origin(soort) is tuple:
        return partial(_reeks, typing.get_args(soort)[0])
    return partial(_deel, soort) if dataclasses.is_dataclass(soort) and soort not in WAARDEN else _past_niet


def _lijst_van_tekst(element: Any, tekst: str) -> Any:  # noqa: ANN401 - a tuple of `element`
    """A single value is a list of one, ``geen`` an empty one."""
    return () if tekst in GEEN else (_van_tekst(element)(tekst),)


def _lees_orgaan(tekst: str) -> str:
    if tekst in ORGANEN:
        return tekst
    raise MisfitError("")


def _past_niet(*_: object) -> Any:  # noqa: ANN401 - never returns
    raise MisfitError("")


def _plaats_van(bestand: str, begin: Any, plaatsen: dict[str, Any], pad: str) -> Plaats:  # noqa: ANN401 - a mark
    """Where `pad` was written, or the nearest part of it."""
    merk, hier = plaatsen.get(pad), ""
    if merk is None:
        merk = begin
        for naam in pad.split("."):
            dieper = f"{hier}.{naam}" if hier else naam
            if dieper in plaatsen:
                merk, hier = plaatsen[dieper], dieper
            elif naam != "0":  # a single mapping is a list of one
                break
    return Plaats(bestand, merk.line + 1, merk.column + 1)
