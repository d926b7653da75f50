"""YAML → objection cases (*bezwaarzaken*), with every fault at once and its place: ten thousand in a go.

The form is that of ``feiten/bezwaarschrift.py``; a field's type says how it is written. ``onbekend`` says what leaving
out says; ``geen`` and ``nee`` say that there is none.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import typing
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from generator.errors import InvoerError, Plaats
from generator.feiten.bezwaarkeuzes import ORGANEN
from generator.feiten.bezwaarschrift import Bezwaarzaak
from generator.feiten.waarden import Duur
from generator.inhoud.tekens import lees_tekst
from generator.inhoud.yaml_lezen import Knoop, Reeks, maak_knoop, read_yaml
from generator.inhoud.zaaklezen import read_plain
from generator.inhoud.zaaktoets import tegenspraken
from generator.inhoud.zaakvelden import ORGAANVELDEN, Lezing, kern_van, lees_deel, velden_van

_VORMEN: dict[Any, tuple[str, ...]] = {
    bool: ("ja", "nee"), dt.date: ("jjjj-mm-dd",), dt.time: ("uu:mm",),
    int: ("een heel getal",), Duur: ("een duur als 6 weken",),
}  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Fout


def load_zaak(inhoud: bytes, bestand: str) -> Bezwaarzaak:
    """The case in `inhoud`, a YAML or JSON mapping.

    Args:
        inhoud: the bytes of one file, or of one document of a stream.
        bestand: what to call it in a fault.

    Raises:
        InvoerError: everything that cannot be read, each with its place.
    """
    tekst, fouten = lees_tekst(inhoud, bestand)
    if tekst is not None and (zaak := read_plain(tekst, bestand)) and not tegenspraken(zaak):
        return zaak
    knoop, fouten = read_yaml(inhoud, bestand, "")
    if knoop is None:
        raise InvoerError(*fouten)
    zaak = build_zaak(knoop, fouten)
    if zaak is None or fouten:
        raise InvoerError(*fouten)
    return zaak


def build_zaak(knoop: Knoop, fouten: list[Fout]) -> Bezwaarzaak | None:
    """The case in `knoop`; None, with every fault noted in `fouten`, when it does not fit."""
    lezing = Lezing(fouten)
    zaak: Bezwaarzaak | None = lees_deel(Bezwaarzaak, knoop, lezing)
    if zaak is None:
        return None
    zaak = dataclasses.replace(
        zaak,
        plaats_van=partial(_plaats_van, knoop),
        geen=frozenset(lezing.geen),
        lijkt_bsn=tuple(lezing.lijkt_bsn),
    )
    fouten += tegenspraken(zaak)
    return zaak


def put_waarde(knoop: Knoop, pad: str, waarde: Any) -> None:  # noqa: ANN401 - a node
    """Put `waarde` in the raw case `knoop` at a dotted path; a number in it is the place in a list of one."""
    naam, _, rest = pad.partition(".")
    if rest and naam not in knoop:
        knoop[naam] = maak_knoop(f"{knoop.pad}.{naam}".lstrip("."), waarde.plaats)
    knoop.sleutels.setdefault(naam, waarde.plaats)
    if rest:
        put_waarde(knoop[naam], rest.removeprefix("0."), waarde)
    else:
        knoop[naam] = waarde


def zaakpaden() -> tuple[str, ...]:
    """The path of every single value of a case, ``bezwaarschrift.ontvangen.datum``; of a list, without a number."""
    return tuple(_veldsoorten())


def is_zaakpad(pad: str) -> bool:
    """Whether a case has a single value at `pad`."""
    return pad.replace(".0.", ".") in _veldsoorten()


def is_lijst(pad: str) -> bool:
    """Whether a case has a list of values at `pad`."""
    return typing.get_origin(_veldsoorten()[pad.replace(".0.", ".")]) is tuple


def keuzes_van(pad: str) -> tuple[str, ...]:
    """What may be chosen in the field at `pad`, or its form; empty where any words will do. KeyError for no field."""
    if pad.rpartition(".")[2] in ORGAANVELDEN:
        return (*ORGANEN, "anders: naam")
    soort = _veldsoorten()[pad.replace(".0.", ".")]
    soort = typing.get_args(soort)[0] if typing.get_origin(soort) is tuple else soort
    if issubclass(soort, StrEnum):
        return tuple(soort)
    return _VORMEN.get(soort, ())


@cache
def _veldsoorten() -> dict[str, Any]:
    """The type of every single value of a case, by its path."""
    return dict(_soorten(Bezwaarzaak, ""))


def _soorten(soort: type[Any], voor: str) -> Iterator[tuple[str, Any]]:
    for naam, hint in velden_van(soort).items():
        kern = kern_van(hint)
        element = typing.get_args(kern)[0] if typing.get_origin(kern) is tuple else kern
        if dataclasses.is_dataclass(element):
            yield from _soorten(element, f"{voor}{naam}.")  # type: ignore[arg-type]  # a class, not an instance
        else:
            yield f"{voor}{naam}", kern


def _plaats_van(knoop: Knoop, pad: str) -> Plaats:
    """Where `pad` was written, or the nearest part of it."""
    plaats: Plaats = knoop.plaats
    hier: Any = knoop
    for naam in pad.split("."):
        if isinstance(hier, Reeks) and naam.isdigit() and int(naam) < len(hier):
            hier = hier[int(naam)]
            plaats = hier.plaats
        elif isinstance(hier, Knoop) and naam in hier:
            plaats, hier = hier.sleutels[naam], hier[naam]
        elif not (isinstance(hier, Knoop) and naam == "0"):  # a single mapping is a list of one
            break
    return plaats
