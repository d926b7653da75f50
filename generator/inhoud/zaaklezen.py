"""A plain case from its lines straight to records: ten thousand in a go.

Plain is what people and case systems mostly write: a name and a value on a line, dashes, and braces on one line. The
type of each field says what its words may be, so no parser has to look at every character. What is not plain gives
None: a value that does not fit, a field that does not exist, a text over several lines, whatever else YAML knows.
``zaken.load_zaak`` then reads the case by its nodes, and finds the words for what is wrong. So no fault and no sentence
stands here; a plain case gives the same both ways, and a test holds them side by side.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.feiten.bezwaarkeuzes import ORGANEN
from generator.feiten.bezwaarschrift import Bezwaarzaak
from generator.inhoud.zaakregels import Lezing, Oogst, cut_haken, find_plaats, has_vreemd_teken, read_aanhaling
from generator.inhoud.zaakvelden import (
    GEEN,
    ONBEKEND,
    ORGAANVELDEN,
    POSTBUS,
    geenwoorden,
    kern_van,
    velden_van,
    verplichte_velden,
)
from generator.inhoud.zaakwaarden import WAARDEN, MisfitError, lees_postbus, lees_tekst, lijkt_bsn

if TYPE_CHECKING:
    from collections.abc import Callable, Container

# Words without quotes that YAML takes as they stand, behind a name and, without a comma, between braces.
_is_gewoon = re.compile(r"\w[^:#\[\]{}]*(?::\w[^:#\[\]{}]*)*(?<! )").fullmatch
_MEESTE = 4096  # words of a type that are remembered
_HAKEN, _AANHALING, _STREEPJE = "{[", "'\"", "- "


class _Veld(NamedTuple):
    """How one field, or one of a list, is read, at one place in a case."""

    pad: str
    woorden: dict[str, Any]  # words that were read before, with what they say
    is_tekst: bool  # any words will do
    van_tekst: Callable[[str], Any]  # MisfitError or KeyError where the words do not fit
    van_haken: Callable[[str, str, int, int, Oogst], Any]  # what stands in braces, its path, line and column
    van_regels: Callable[[str, int, Lezing], Any]  # the lines from the next one on, its path and how far in they are
    geen: Container[str]  # the words that say that there is none of it


def read_plain(tekst: str, bestand: str) -> Bezwaarzaak | None:
    """The case in `tekst`, one document of YAML; None when it is not plain."""
    tekst = tekst.replace("\r\n", "\n")
    lezing = Lezing(tekst)
    if len(lezing.regels) == 1 or has_vreemd_teken(tekst):
        return None
    nummer, kolom, _ = lezing.regels[0]
    try:
        waarden = _groep(Bezwaarzaak, "", kolom, lezing)
    except (MisfitError, KeyError):
        return None
    if lezing.nu < len(lezing.regels) - 1:
        return None
    waar = partial(find_plaats, bestand, (nummer, kolom + 1), lezing.plaatsen)
    return Bezwaarzaak.from_velden(
        waarden | {"plaats_van": waar, "geen": frozenset(lezing.geen), "lijkt_bsn": tuple(lezing.lijkt_bsn)}
    )


def _groep(soort: Any, pad: str, kolom: int, lezing: Lezing) -> dict[str, Any]:  # noqa: ANN401 - a record
    """Field → value of a record whose names stand at `kolom`, from the next line on, as far as known."""
    velden, verplicht = _vorm(soort, pad)
    regels, plaatsen, waarden = lezing.regels, lezing.plaatsen, {}
    while True:
        nummer, hier, regel = regels[lezing.nu]
        if hier < kolom or (hier == kolom and regel[:2] == _STREEPJE):
            break
        naam, punt, tekst = regel.partition(": ")
        if not punt and regel[-1] == ":":
            naam = regel[:-1]
        elif not tekst:
            raise MisfitError("")
        veld = velden[naam]
        waar = veld.pad
        if hier > kolom or waar in plaatsen:
            raise MisfitError("")
        lezing.nu += 1
        plaatsen[waar] = nummer, kolom + 1
        waarde = veld.woorden.get(tekst)
        if waarde is None:
            kolom_waarde = kolom + len(naam) + 2
            waarde = _waarde(veld, tekst, nummer, kolom_waarde, lezing) if punt else _onder(veld, kolom, lezing)
        if waarde is not None:
            waarden[naam] = waarde
    if not all(naam in waarden for naam in verplicht):
        raise MisfitError("")
    return waarden


def _onder(veld: _Veld, kolom: int, lezing: Lezing) -> Any:  # noqa: ANN401 - a value
    """The value on the lines below a name that stands at `kolom`."""
    nummer, hier, regel = lezing.regels[lezing.nu]
    if regel[:2] == _STREEPJE and hier >= kolom:
        return veld.van_regels(veld.pad, hier, lezing)
    if hier <= kolom:
        raise MisfitError("")
    if regel[0] not in _HAKEN:
        return veld.van_regels(veld.pad, hier, lezing)
    lezing.nu += 1
    return veld.van_haken(regel, veld.pad, nummer, hier, lezing)


def _waarde(veld: _Veld, tekst: str, nummer: int, kolom: int, lezing: Oogst) -> Any:  # noqa: ANN401 - a value
    """The value in `tekst`, on one line; None when it is unknown, or when there is none."""
    begin = tekst[0]
    if begin in _HAKEN:
        return veld.van_haken(tekst, veld.pad, nummer, kolom, lezing)
    if begin in _AANHALING:
        tekst = read_aanhaling(tekst)
    elif veld.is_tekst and not _is_gewoon(tekst):
        raise MisfitError("")
    if tekst in ONBEKEND:
        return None
    if tekst in veld.geen:
        lezing.geen.append(veld.pad)
        return None
    waarde = veld.van_tekst(tekst)
    if not veld.is_tekst:
        if len(veld.woorden) < _MEESTE:
            veld.woorden[tekst] = waarde
    elif len(tekst) > 8 and lijkt_bsn(tekst):  # nine digits
        lezing.lijkt_bsn.append(veld.pad)
    return waarde


def _deel_van_regels(soort: Any, pad: str, kolom: int, lezing: Lezing) -> Any:  # noqa: ANN401 - a record of `soort`
    """The record whose names stand at `kolom`; None when all of it is unknown."""
    waarden = _groep(soort, pad, kolom, lezing)
    return soort.from_velden(waarden) if waarden else None


def _deel_in_haken(soort: Any, tekst: str, pad: str, nummer: int, kolom: int, lezing: Oogst) -> Any:  # noqa: ANN401, PLR0913, PLR0917 - idem
    """The record in braces; None when all of it is unknown."""
    deel, binnen = _tussen_haken(soort, tekst)
    for onder, (_, hier) in binnen.plaatsen.items():
        lezing.plaatsen[f"{pad}.{onder}"] = nummer, kolom + hier
    if binnen.geen or binnen.lijkt_bsn:
        lezing.geen += [f"{pad}.{onder}" for onder in binnen.geen]
        lezing.lijkt_bsn += [f"{pad}.{onder}" for onder in binnen.lijkt_bsn]
    return deel


@lru_cache(maxsize=8192)
def _tussen_haken(soort: Any, tekst: str) -> tuple[Any, Oogst]:  # noqa: ANN401 - idem
    """The record in braces, read once however many cases say the same, and what was gathered of it."""
    velden, verplicht = _vorm(soort, "")
    lezing, waarden, kolom = Oogst(), {}, 1
    plaatsen = lezing.plaatsen
    for deel in cut_haken(tekst, "{}"):
        naam, _, woorden = deel.partition(": ")
        veld = velden[naam]
        waar = veld.pad
        if not woorden or waar in plaatsen:
            raise MisfitError("")
        plaatsen[waar] = 0, kolom + 1
        waarde = veld.woorden.get(woorden)
        if waarde is None:
            waarde = _waarde(veld, woorden, 0, kolom + len(naam) + 2, lezing)
        if waarde is not None:
            waarden[naam] = waarde
        kolom += len(deel) + 2
    if not all(naam in waarden for naam in verplicht):
        raise MisfitError("")
    return (soort.from_velden(waarden) if waarden else None), lezing


def _reeks_van_regels(element: Any, pad: str, kolom: int, lezing: Lezing) -> Any:  # noqa: ANN401 - a tuple or None
    """The list whose dashes stand at `kolom`, or a single record as a list of one; None when all is unknown."""
    regels = lezing.regels
    uit: list[Any] = []
    if regels[lezing.nu][2][:2] != _STREEPJE:
        return _lijst([_veld(pad, element).van_regels(pad, kolom, lezing)])
    while (begin := regels[lezing.nu])[1] == kolom and begin[2][:2] == _STREEPJE:
        nummer, _, regel = begin
        kaal = regel[2:].lstrip(" ")
        veld, hier = _veld(f"{pad}.{len(uit)}", element), kolom + len(regel) - len(kaal)
        lezing.plaatsen[veld.pad] = nummer, hier + 1
        if dataclasses.is_dataclass(element) and kaal[:1] not in _HAKEN:
            regels[lezing.nu] = nummer, hier, kaal  # what stands behind the dash is the first line of a record
            uit.append(veld.van_regels(veld.pad, hier, lezing))
        elif kaal:
            lezing.nu += 1
            uit.append(_waarde(veld, kaal, nummer, hier, lezing))
        else:
            raise MisfitError("")
    return _lijst(uit)


def _reeks_in_haken(element: Any, tekst: str, pad: str, nummer: int, kolom: int, lezing: Oogst) -> Any:  # noqa: ANN401, PLR0913, PLR0917 - idem
    """The list in braces, or a single record as a list of one; None when all is unknown."""
    if tekst[0] == "{":
        return _lijst([_veld(pad, element).van_haken(tekst, pad, nummer, kolom, lezing)])
    uit: list[Any] = []
    kolom += 1
    for deel in cut_haken(tekst, "[]"):
        veld = _veld(f"{pad}.{len(uit)}", element)
        lezing.plaatsen[veld.pad] = nummer, kolom + 1
        if not deel:
            raise MisfitError("")
        uit.append(_waarde(veld, deel, nummer, kolom, lezing))
        kolom += len(deel) + 2
    return _lijst(uit)


def _lijst(delen: list[Any]) -> Any:  # noqa: ANN401 - a tuple or None
    """What is known of a list; None when all is unknown, MisfitError when it says that there is none."""
    if "geen" in delen:
        raise MisfitError("")
    return tuple([deel for deel in delen if deel is not None]) or None


@lru_cache(maxsize=1024)
def _vorm(soort: Any, pad: str) -> tuple[dict[str, _Veld], tuple[str, ...]]:  # noqa: ANN401 - a record
    """How each field of the record at `pad` is read, and which may not be left out."""
    verplicht, velden = verplichte_velden(soort), {}
    for naam, hint in velden_van(soort).items():
        kern = kern_van(hint)
        veld = _veld(f"{pad}.{naam}".lstrip("."), kern)
        if naam in ORGAANVELDEN:
            veld = veld._replace(is_tekst=False, woorden={}, van_tekst=_lees_orgaan)
        elif naam == POSTBUS:
            veld = veld._replace(is_tekst=False, woorden={}, van_tekst=lees_postbus)
        velden[naam] = veld._replace(geen=() if naam in verplicht else frozenset(geenwoorden(kern)))
    return velden, verplicht


@lru_cache(maxsize=1024)
def _veld(pad: str, soort: Any) -> _Veld:  # noqa: ANN401 - a type
    """How a value of type `soort` is read as one of the list at `pad`."""
    if typing.get_origin(soort) is tuple:
        element = typing.get_args(soort)[0]
        haken, regels = partial(_reeks_in_haken, element), partial(_reeks_van_regels, element)
        return _Veld(pad, {}, element is str, partial(_lijst_van_tekst, element), haken, regels, ())
    if dataclasses.is_dataclass(soort) and soort not in WAARDEN:
        haken, regels = partial(_deel_in_haken, soort), partial(_deel_van_regels, soort)
        return _Veld(pad, {}, soort is str, _past_niet, haken, regels, ())
    return _Veld(pad, _woorden(soort), soort is str, _van_tekst(soort), _past_niet, _past_niet, ())


@lru_cache(maxsize=256)
def _woorden(soort: Any) -> dict[str, Any]:  # noqa: ANN401, ARG001 - a type; one dictionary for each
    """What words of a type say, for all its fields: many cases name the same few hundred days."""
    return {}


@lru_cache(maxsize=256)
def _van_tekst(soort: Any) -> Callable[[str], Any]:  # noqa: ANN401 - a type
    """How words become a value of type `soort`."""
    if issubclass(soort, StrEnum):
        return {str(keuze): keuze for keuze in soort}.__getitem__
    if soort is str:
        return lees_tekst
    return WAARDEN.get(soort, _past_niet)


def _lijst_van_tekst(element: Any, tekst: str) -> Any:  # noqa: ANN401 - a tuple of `element`
    """A single value is a list of one, ``geen`` an empty one."""
    return () if tekst in GEEN else (_van_tekst(element)(tekst),)


def _lees_orgaan(tekst: str) -> str:
    if tekst in ORGANEN:
        return tekst
    raise MisfitError("")


def _past_niet(*_: object) -> Any:  # noqa: ANN401 - never returns
    raise MisfitError("")
