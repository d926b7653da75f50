"""A cell of an export as the value of a case: each field reads it by its own kind, so that a text stays what it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.inhoud.tabel import celwoorden
from generator.inhoud.zaken import is_zaakpad, keuzes_van

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAG = ("jjjj-mm-dd",)
_TIJD = ("uu:mm",)
_DATUM = re.compile(
    r"(?:(?P<dag>\d{1,2})[-/.](?P<maand>\d{1,2})[-/.](?P<jaar>\d{4})|(?P<iso>\d{4}-\d\d-\d\d))"
    r"(?:[T ](?P<tijd>\d{1,2}:\d\d)(?::\d\d(?:\.\d+)?)?)?"
)
_KLOK = re.compile(r"(?:.*[T ])?(\d{1,2}:\d\d)(?::\d\d(?:\.\d+)?)?")
_JA_NEE = {
    "j": "ja", "n": "nee", "ja": "ja", "nee": "nee", "true": "ja", "false": "nee", "waar": "ja", "onwaar": "nee",
    "1": "ja", "0": "nee",
}  # fmt: skip
_WOORDEN = {"geen", "onbekend"}
_MIDDERNACHT = "00:00"  # what a day has that was exported with a time


def celwaarden(cel: Any, pad: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - what a spreadsheet holds
    """What `cel` says of the field at `pad`, as it would be written in a case; nothing for an empty cell.

    A day with a time of day also fills the field ``tijd`` beside it, where a case has one.
    """
    tekst = celwoorden(cel)
    if not tekst:
        return
    vorm = _vorm(pad)
    if vorm and tekst.lower() in _WOORDEN:
        yield pad, tekst.lower()
    elif vorm == _DAG:
        dag, tijd = _dag_en_tijd(tekst)
        yield pad, dag
        naast = f"{pad.rpartition('.')[0]}.tijd"
        if tijd and is_zaakpad(naast):
            yield naast, tijd
    elif vorm == _TIJD:
        klok = _KLOK.fullmatch(tekst)
        yield pad, klok[1].zfill(5) if klok else tekst
    elif vorm == ("ja", "nee"):
        yield pad, _JA_NEE.get(tekst.lower(), tekst)
    else:
        yield pad, _keuzes(pad).get(tekst.lower(), tekst)


_vorm = cache(keuzes_van)


@cache
def _keuzes(pad: str) -> dict[str, str]:
    """The choices of a field, by their lower case: an export writes ‘Beschikking’."""
    return {keuze.lower(): str(keuze) for keuze in _vorm(pad)}


def _dag_en_tijd(tekst: str) -> tuple[str, str]:
    """A day in ISO form and the time of day with it; empty for midnight, and for what is no day."""
    gevonden = _DATUM.fullmatch(tekst)
    if gevonden is None:
        return tekst, ""
    tijd = (gevonden["tijd"] or "").zfill(5)
    dag = gevonden["iso"] or f"{gevonden['jaar']}-{gevonden['maand']:0>2}-{gevonden['dag']:0>2}"
    return dag, tijd if gevonden["tijd"] and tijd != _MIDDERNACHT else ""
