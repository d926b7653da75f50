"""YAML → objection cases (*bezwaarzaken*), with every fault at once and its place: ten thousand in a go.

The form is that of ``feiten/bezwaarschrift.py``; a field's type says how it is written. ``onbekend`` says what leaving
out says; ``geen`` and ``nee`` say that there is none.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.bezwaarkeuzes import ORGANEN
from generator.feiten.bezwaarschrift import Bezwaarzaak
from generator.feiten.waarden import Duur
from generator.inhoud.aanraden import bedoelde_u, raad_voor_waarde
from generator.inhoud.velden import lees_dag, lees_getal, lees_ja, lees_woorden
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar, maak_knoop, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ONBEKEND = "onbekend"
_GEEN = {"geen", "nee"}
_ORGAANVELDEN = {"bestuursorgaan", "gericht_aan", "coordinerend_orgaan"}


def load_zaak(inhoud: bytes, bestand: str) -> Bezwaarzaak:
    """The case in `inhoud`, a YAML or JSON mapping.

    Args:
        inhoud: the bytes of one file, or of one document of a stream.
        bestand: what to call it in a fault.

    Raises:
        InvoerError: everything that cannot be read, each with its place.
    """
    knoop, fouten = read_yaml(inhoud, bestand, "")
    if knoop is None:
        raise InvoerError(*fouten)
    zaak = build_zaak(knoop, fouten)
    if zaak is None or fouten:
        raise InvoerError(*fouten)
    return zaak


def build_zaak(knoop: Knoop, fouten: list[Fout]) -> Bezwaarzaak | None:
    """The case in `knoop`; None, with every fault noted in `fouten`, when it does not fit."""
    zaak: Bezwaarzaak | None = _lees_deel(Bezwaarzaak, knoop, fouten)
    return zaak and dataclasses.replace(zaak, plaats_van=partial(_plaats_van, knoop))


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
    """What may be chosen in the field at `pad`; empty where anything may be written. KeyError for no field."""
    if pad.rpartition(".")[2] in _ORGAANVELDEN:
        return (*ORGANEN, "anders: naam")
    soort = _veldsoorten()[pad.replace(".0.", ".")]
    soort = typing.get_args(soort)[0] if typing.get_origin(soort) is tuple else soort
    if issubclass(soort, StrEnum):
        return tuple(soort)
    return {bool: ("ja", "nee"), dt.date: ("jjjj-mm-dd",)}.get(soort, ())


@cache
def _veldsoorten() -> dict[str, Any]:
    """The type of every single value of a case, by its path."""
    return dict(_soorten(Bezwaarzaak, ""))


def _soorten(soort: type[Any], voor: str) -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(soort)
    for veld in dataclasses.fields(soort):
        kern = _kern(hints[veld.name])
        element = typing.get_args(kern)[0] if typing.get_origin(kern) is tuple else kern
        if veld.name == "plaats_van":
            continue
        if element is not Duur and dataclasses.is_dataclass(element):
            yield from _soorten(element, f"{voor}{veld.name}.")  # type: ignore[arg-type]  # a class, not an instance
        else:
            yield f"{voor}{veld.name}", kern


def _kern(soort: Any) -> Any:  # noqa: ANN401 - a type
    """What a field holds when it is known."""
    if isinstance(soort, types.UnionType):
        return next(deel for deel in typing.get_args(soort) if deel is not type(None))
    return soort


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


class _Mis(ValueError):  # noqa: N818 - caught here, never seen outside
    """A value that does not fit, with what was expected and what to do."""

    def __init__(self, verwacht: str, raad: str = "") -> None:
        self.verwacht, self.raad = verwacht, raad


@cache
def _velden(soort: Callable[..., Any]) -> dict[str, tuple[Callable[[Any, list[Fout]], Any], bool]]:
    """Field → how it is read, and whether it is required."""
    hints = typing.get_type_hints(soort)
    return {
        veld.name: (
            _lees_orgaan if veld.name in _ORGAANVELDEN else _lezer(hints[veld.name]),
            veld.default is dataclasses.MISSING and veld.default_factory is dataclasses.MISSING,
        )
        for veld in dataclasses.fields(soort)  # type: ignore[arg-type]  # a dataclass; mypy has no name for that
        if veld.name != "plaats_van"
    }


def _lezer(soort: Any) -> Callable[[Any, list[Fout]], Any]:  # noqa: ANN401 - a type
    """How a value of type `soort` is read from a node."""
    soort = _kern(soort)
    if typing.get_origin(soort) is tuple:
        element = typing.get_args(soort)[0]
        return partial(_lees_reeks, _lezer(element), records=dataclasses.is_dataclass(element))
    if soort is Duur:
        return _lees_duur
    if isinstance(soort, type) and issubclass(soort, StrEnum):
        return partial(_lees_keuze, soort)
    if isinstance(soort, type) and dataclasses.is_dataclass(soort):
        return partial(_lees_deel, soort)
    eenvoudig: dict[Any, Callable[[Any], Any]] = {
        str: lees_woorden,
        dt.date: lees_dag,
        dt.time: _lees_tijd,
        bool: lees_ja,
        int: lees_getal,
    }
    lees = eenvoudig[soort]
    return lambda knoop, _: lees(knoop)


def _lees_deel(soort: Callable[..., Any], knoop: Any, fouten: list[Fout]) -> Any:  # noqa: ANN401 - a record of `soort`
    """The record in `knoop`; None, with its faults noted, when it does not fit."""
    velden = _velden(soort)
    if not isinstance(knoop, Knoop):
        raise _Mis(f"velden met een waarde, zoals {', '.join(list(velden)[:3])}")
    waarden = {}
    eerder = len(fouten)
    for naam, deel in knoop.items():
        if naam not in velden:
            verwacht = f"een van {', '.join(velden)}"
            fouten.append(
                Fout(knoop.sleutels[naam], f"een veld ‘{naam}’ bestaat hier niet", verwacht, bedoelde_u(naam, velden))
            )
            continue
        if deel == _ONBEKEND:
            continue
        try:
            waarde = velden[naam][0](deel, fouten)
            if waarde is not None:
                waarden[naam] = waarde
        except _Mis as fout:
            fouten.append(Fout(deel.plaats, _gevonden(naam, deel), fout.verwacht, fout.raad))
        except ValueError as fout:
            raad = raad_voor_waarde(str(deel), ()) if isinstance(deel, Scalar) else ""
            fouten.append(Fout(deel.plaats, _gevonden(naam, deel), str(fout), raad))
    fouten += [
        Fout(knoop.plaats, f"verplicht veld ‘{naam}’ ontbreekt")
        for naam, (_, verplicht) in velden.items()
        if verplicht and naam not in waarden and naam not in knoop
    ]
    if len(fouten) > eerder or not waarden:  # a part of which all is unknown is unknown itself
        return None
    return soort(**waarden)


def _gevonden(naam: str, deel: Any) -> str:  # noqa: ANN401 - a node
    match deel:
        case Scalar():
            return f"‘{naam}’ is ‘{deel}’"
        case Reeks():
            return f"‘{naam}’ is een lijst"
        case _:
            return f"‘{naam}’ is een groep velden"


def _lees_reeks(lees: Callable[[Any, list[Fout]], Any], deel: Any, fouten: list[Fout], *, records: bool) -> Any:  # noqa: ANN401
    """A list; a single value is a list of one, ``geen`` an empty one."""
    if isinstance(deel, Scalar) and deel in _GEEN:
        return ()
    if isinstance(deel, Scalar) and records:
        raise _Mis("velden met een waarde, een lijst daarvan, of ‘geen’")
    uit = []
    for element in deel if isinstance(deel, Reeks) else [deel]:
        try:
            if (gelezen := lees(element, fouten)) is not None:
                uit.append(gelezen)
        except _Mis as fout:
            fouten.append(Fout(element.plaats, _gevonden("element", element), fout.verwacht, fout.raad))
        except ValueError as fout:
            fouten.append(Fout(element.plaats, _gevonden("element", element), str(fout)))
    return tuple(uit) or None


def _lees_keuze(soort: type[StrEnum], deel: Any, _: list[Fout]) -> StrEnum:  # noqa: ANN401 - a node
    try:
        return soort(lees_woorden(deel))
    except ValueError:
        keuzes = ", ".join(soort)
        raise _Mis(f"een van {keuzes}", bedoelde_u(str(deel), list(soort))) from None


def _lees_orgaan(deel: Any, _: list[Fout]) -> str:  # noqa: ANN401 - a node
    """One of the bodies we know, or ``anders: naam``."""
    if isinstance(deel, Knoop) and list(deel) == ["anders"]:
        return f"anders: {lees_woorden(deel['anders'])}"
    woord = lees_woorden(deel)
    if woord in ORGANEN or woord.startswith("anders: "):
        return woord
    raise _Mis(f"een van {', '.join(ORGANEN)}, of {{anders: naam}}", bedoelde_u(woord, ORGANEN))


def _lees_duur(deel: Any, _: list[Fout]) -> Duur:  # noqa: ANN401 - a node
    try:
        return Duur.lees(lees_woorden(deel))
    except ValueError:
        raise _Mis(Duur.VERWACHT, raad_voor_waarde(str(deel), [Duur])) from None


def _lees_tijd(deel: Any) -> dt.time:  # noqa: ANN401 - a node
    try:
        return dt.time.fromisoformat(lees_woorden(deel))
    except ValueError:
        raise ValueError("een tijd als uu:mm, tussen aanhalingstekens") from None
