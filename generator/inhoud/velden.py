"""Records of the law from YAML mappings, by the fields of their dataclass: every fault at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from generator.errors import Fout
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar

Lezer = Callable[[Any], Any]
_T = TypeVar("_T")


def build_deel(
    soort: Callable[..., _T],
    deel: Any,  # noqa: ANN401 - a node
    fouten: list[Fout],
    lezers: Mapping[str, Lezer],
    **vast: Any,  # noqa: ANN401 - fields of `soort`
) -> _T | None:
    """The `soort` described by the mapping `deel`; None, with every fault noted, when it does not fit.

    `lezers` turns the text of a field into its value, for the fields that are no text; `vast` are fields that the
    file does not name. What is required follows from the fields of `soort` themselves.
    """
    velden = {veld.name: veld for veld in dataclasses.fields(soort) if veld.name not in vast}  # type: ignore[arg-type]
    if not isinstance(deel, Knoop):
        fouten.append(Fout(deel.plaats, "hier horen velden met een waarde te staan", "naam: waarde"))
        return None
    mis = [
        Fout(deel.sleutels[naam], f"een veld ‘{naam}’ bestaat hier niet", raad=bedoelde_u(naam, velden))
        for naam in deel
        if naam not in velden
    ]
    mis += [
        Fout(deel.plaats, f"verplicht veld ‘{naam}’ ontbreekt")
        for naam, veld in velden.items()
        if veld.default is dataclasses.MISSING and naam not in deel
    ]
    waarden = dict(vast)
    for naam in [naam for naam in velden if naam in deel]:
        try:
            lees: Lezer = lezers.get(naam, lees_woorden)
            waarden[naam] = lees(deel[naam])
        except ValueError as fout:
            mis.append(Fout(deel[naam].plaats, f"‘{naam}’ is {deel[naam]}", str(fout)))
    fouten += mis
    return None if mis else soort(**waarden)


def build_elk(
    soort: type[_T], knoop: Knoop, fouten: list[Fout], lezers: Mapping[str, Lezer] | None = None
) -> dict[str, _T]:
    """One `soort` for each entry of `knoop`, by its name."""
    gebouwd = {naam: build_deel(soort, deel, fouten, lezers or {}) for naam, deel in knoop.items()}
    return {naam: deel for naam, deel in gebouwd.items() if deel is not None}


def lees_woorden(waarde: Any) -> str:  # noqa: ANN401 - a node
    """The words of a scalar; ValueError for a list or mapping."""
    if not isinstance(waarde, Scalar):
        raise ValueError("een tekst")  # noqa: TRY004 - caught with the other faults of content
    return str(waarde)


def lees_dag(waarde: Any) -> dt.date:  # noqa: ANN401 - a node
    """The day written as jjjj-mm-dd; ValueError otherwise."""
    try:
        return dt.date.fromisoformat(lees_woorden(waarde))
    except ValueError:
        raise ValueError("een bestaande dag als jjjj-mm-dd") from None


def lees_getal(waarde: Any) -> int:  # noqa: ANN401 - a node
    """The whole number; ValueError otherwise."""
    try:
        return int(lees_woorden(waarde))
    except ValueError:
        raise ValueError("een heel getal") from None


def lees_ja(waarde: Any) -> bool:  # noqa: ANN401 - a node
    """True for ja, False for nee; ValueError otherwise."""
    if waarde not in {"ja", "nee"}:
        raise ValueError("ja of nee")
    return bool(waarde == "ja")


def lees_maand_dag(waarde: Any) -> tuple[int, int]:  # noqa: ANN401 - a node
    """The month and day written as mm-dd; ValueError otherwise."""
    try:
        dag = dt.date.fromisoformat(f"2000-{lees_woorden(waarde)}")
    except ValueError:
        raise ValueError("een maand en dag als mm-dd") from None
    return dag.month, dag.day


def lees_lijst(waarde: Any) -> tuple[str, ...]:  # noqa: ANN401 - a node
    """The words of a list; ValueError otherwise."""
    if not isinstance(waarde, Reeks):
        raise ValueError("een lijst tussen [ ]")  # noqa: TRY004 - idem
    return tuple(map(lees_woorden, waarde))
