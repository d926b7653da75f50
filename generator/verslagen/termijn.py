"""A computed period (*termijn*) as text for a person and as data for a program."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from typing import TYPE_CHECKING

from msgspec.json import encode, format as format_json

from generator.datumtekst import MAANDEN, WEEKDAGEN, datum_kaal, datum_voluit, hoofdletter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.bevindingen import Termijnverloop, Uitkomst
    from generator.feiten.termijnrecht import Termijnsoort

_BREEDTE = 96
_VAST = "\u00a0"
_AANHALING = re.compile(r"[A-Z]\w+ \d+[\w:.]*( lid \d+)?")  # Awb 6:9 lid 2
_CEL = 5  # width of a day in the month calendar
_TUSSEN = 4  # white between two months


def als_json(verloop: Termijnverloop, inspringen: int = 0) -> bytes:
    """The period as one JSON object in UTF-8, days in ISO form; on one line, or with `inspringen` spaces a level.

    ``laatste_dag`` and ``uiterste_ontvangst_post`` are the later day where the law can be read in two ways, so that
    nobody is told to be late; with ``_veilig`` the earlier one, for who still has to act. ``bekendmaking`` is null
    for a period that is counted from something else; ``dag`` is always the day it is counted from. ``zonder_grens``:
    it may end later than ``laatste_dag``, and when cannot be said.
    """
    uitkomst, post = verloop.uitkomst, verloop.ontvangst_post
    data = {
        "soort": verloop.soort,
        "naam": verloop.naam,
        "gebeurtenis": verloop.gebeurtenis,
        "dag": verloop.dag,
        "bekendmaking": verloop.dag if "bekendmaking" in verloop.gebeurtenis else None,
        "eerste_dag": verloop.eerste_dag,
        "laatste_dag": uitkomst.datum,
        "laatste_dag_veilig": _veilig(uitkomst),
        "zonder_grens": uitkomst.zonder_grens,
        "uiterste_ontvangst_post": post and post.datum,
        "uiterste_ontvangst_post_veilig": post and _veilig(post),
        "stappen": uitkomst.stappen,
        "stappen_post": post.stappen if post else (),
        "voorbehoud": tuple(voorbehouden(verloop)),
    }
    return format_json(encode(data), indent=inspringen)


def als_regel(verloop: Termijnverloop) -> str:
    """The period on one line, for a list."""
    post = f"; per post ontvangen uiterlijk {_dag(verloop.ontvangst_post)}" if verloop.ontvangst_post else ""
    soort = verloop.soort or verloop.naam
    return f"{datum_kaal(verloop.dag)}  {soort}: {verloop.aanduiding} {_dag(verloop.uitkomst)}{post}"


def als_tekst(verloop: Termijnverloop, rustdagen: Mapping[dt.date, str], nadruk: Callable[[str], str] = str) -> str:
    """The period for a person: the answer, the reservations, the steps and a small month calendar.

    Args:
        verloop: the period.
        rustdagen: names of the rest days in `maanden(verloop)`.
        nadruk: how a heading or the answer stands out.
    """
    uitkomst, post = verloop.uitkomst, verloop.ontvangst_post
    antwoord = [(hoofdletter(verloop.aanduiding), _dag(uitkomst))]
    if post:
        antwoord += [
            ("Per post", f"op de post gedaan uiterlijk {_dag(uitkomst)}"),
            ("", f"en ontvangen uiterlijk {_dag(post)}"),
        ]
    breedte = max(len(naam) for naam, _ in antwoord) + 3
    regels = [
        nadruk(hoofdletter(verloop.naam)),
        f"gerekend vanaf {verloop.gebeurtenis}: {datum_voluit(verloop.dag)}",
        "",
    ]
    for plek, (naam, dag) in enumerate(antwoord):
        regels += _hangend(f"  {naam:<{breedte}}", dag if plek else nadruk(dag))
    if zinnen := list(voorbehouden(verloop)):
        regels += ["", nadruk("Let op")]
        for zin in zinnen:
            regels += _hangend("  - ", zin)
    regels += ["", nadruk("Zo is gerekend"), *_stappen(uitkomst)]
    if post:
        regels += ["", nadruk("En voor ontvangst per post"), *_stappen(post)]
    return "\n".join([*regels, "", *_kalender(verloop, rustdagen)]) + "\n"


def als_soortenlijst(soorten: Iterable[tuple[Termijnsoort, str]], nadruk: Callable[[str], str] = str) -> str:
    """Every kind of period with its length, for a person."""
    regels = []
    for soort, lengte in soorten:
        regels.append(nadruk(soort.code))
        regels += _hangend("    ", f"{soort.naam}: {lengte}, vanaf {soort.begin} ({'; '.join(soort.grondslag)})")
    return "\n".join(regels) + "\n"


def voorbehouden(verloop: Termijnverloop) -> Iterator[str]:
    """What is uncertain, each sentence once: about the period itself and about receipt by post."""
    post = verloop.ontvangst_post.voorbehoud if verloop.ontvangst_post else ()
    yield from dict.fromkeys((*verloop.uitkomst.voorbehoud, *post))


def maanden(verloop: Termijnverloop) -> tuple[dt.date, dt.date]:
    """First and last day of the months that the small calendar shows."""
    dagen = _merken(verloop)
    laatste = max(dagen).replace(day=28) + dt.timedelta(days=4)
    return min(dagen).replace(day=1), laatste - dt.timedelta(days=laatste.day)


def _veilig(uitkomst: Uitkomst) -> dt.date:
    return uitkomst.andere_lezing or uitkomst.datum


def _dag(uitkomst: Uitkomst) -> str:
    """The answer; where there are two, the safe one first."""
    if uitkomst.zonder_grens:
        return f"{datum_voluit(_veilig(uitkomst))} (veilig) of later (zie Let op)"
    if uitkomst.andere_lezing is None:
        return datum_voluit(uitkomst.datum)
    return f"{datum_voluit(uitkomst.andere_lezing)} (veilig) of {datum_voluit(uitkomst.datum)} (zie Let op)"


def _stappen(uitkomst: Uitkomst) -> Iterator[str]:
    for nummer, stap in enumerate(uitkomst.stappen, 1):
        grond = f" ({stap.grondslag})" if stap.grondslag else ""
        yield from _hangend(f"  {nummer:>2}. ", f"{stap.tekst}{grond}")


def _hangend(begin: str, tekst: str) -> list[str]:
    """`tekst` in lines under `begin`; a citation of law stays on one line."""
    heel = _AANHALING.sub(lambda vondst: vondst[0].replace(" ", _VAST), tekst)
    gevouwen = textwrap.wrap(heel, _BREEDTE, initial_indent=begin, subsequent_indent=" " * len(begin))
    return [regel.replace(_VAST, " ") for regel in gevouwen]


# --- the small month calendar ---------------------------------------------------------------------------------


def _merken(verloop: Termijnverloop) -> dict[dt.date, str]:
    """The days that stand out, each with its pair of brackets."""
    post = verloop.ontvangst_post
    merken = dict.fromkeys((post.datum, _veilig(post)), "()") if post else {}
    return merken | dict.fromkeys((verloop.uitkomst.datum, _veilig(verloop.uitkomst)), "[]")


def _kalender(verloop: Termijnverloop, rustdagen: Mapping[dt.date, str]) -> Iterator[str]:
    merken = _merken(verloop)
    begin, einde = maanden(verloop)
    eersten = sorted({dag.replace(day=1) for dag in merken} | {begin, einde.replace(day=1)})
    blokken = [_maand(eerste, merken, rustdagen) for eerste in eersten]
    for links in range(0, len(blokken), 2):
        yield from _naast_elkaar(blokken[links : links + 2])
        yield ""
    post = "   ( ) laatste ontvangst per post" if verloop.ontvangst_post else ""
    yield f"  [ ] {verloop.aanduiding}{post}   * rustdag"
    feestdagen = [
        f"{dag.day} {MAANDEN[dag.month - 1]} {naam.partition(' (')[0]}"
        for dag, naam in rustdagen.items()
        if naam not in WEEKDAGEN
    ]
    if feestdagen:
        yield from _hangend("  * ", "; ".join(feestdagen))


def _maand(eerste: dt.date, merken: Mapping[dt.date, str], rustdagen: Mapping[dt.date, str]) -> list[str]:
    """The lines of one month, Monday first, all of the same width."""
    regels = [
        f"{MAANDEN[eerste.month - 1]} {eerste.year}".center(7 * _CEL),
        "".join(f"{naam[:2]:>{_CEL - 2}}  " for naam in WEEKDAGEN),
    ]
    cellen = [" " * _CEL] * eerste.weekday()
    dag = eerste
    while dag.month == eerste.month:
        haken = merken.get(dag, " *" if dag in rustdagen else "  ")
        cellen.append(f"{haken[0]}{dag.day:>2}{haken[1]} ")
        dag += dt.timedelta(days=1)
    cellen += [" " * _CEL] * (-len(cellen) % 7)
    return regels + ["".join(cellen[week : week + 7]) for week in range(0, len(cellen), 7)]


def _naast_elkaar(blokken: Sequence[list[str]]) -> Iterator[str]:
    hoogte = max(map(len, blokken))
    gevuld = [blok + [" " * (7 * _CEL)] * (hoogte - len(blok)) for blok in blokken]
    for delen in zip(*gevuld, strict=True):
        yield f"  {(' ' * _TUSSEN).join(delen)}".rstrip()
