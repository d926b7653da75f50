"""What an agreement cannot go without and its file leaves out: an open fact, with the question it has to answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.feiten.overeenkomst import VRAAG
from generator.inhoud.verzamelen import dossiervelden, hints_van
from generator.inhoud.yaml_lezen import Knoop, maak_knoop, maak_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator


def vul_aan(bestandsnaam: str, knoop: Knoop) -> None:
    """Add to `knoop`, what stands in the file, each fact marked `onmisbaar` that it leaves out, as open."""
    soort = dossiervelden().get(bestandsnaam.removesuffix(".yaml"))
    if isinstance(soort, type) and any(VRAAG in veld.metadata for veld in fields(soort)):
        _vul_aan(knoop, soort)


def _vul_aan(knoop: Knoop, soort: Any) -> None:  # noqa: ANN401 - a kind of record
    for veld in fields(soort):
        if VRAAG in veld.metadata and veld.name not in knoop:
            hint = hints_van(soort)[veld.name]
            pad, open_ = f"{knoop.pad}.{veld.name}", {}
            if get_origin(hint) is Annotated:
                open_ = {"open": maak_scalar(veld.metadata[VRAAG], pad, knoop.plaats)}
            knoop[veld.name] = maak_knoop(pad, knoop.plaats, **open_)
            knoop.sleutels[veld.name] = knoop.plaats
    for deel, deelsoort in _onderdelen(knoop, soort):
        _vul_aan(deel, deelsoort)


def _onderdelen(knoop: Knoop, soort: Any) -> Iterator[tuple[Knoop, Any]]:  # noqa: ANN401 - idem
    """The records in `knoop` and those in its mappings, each with its kind."""
    for naam, hint in hints_van(soort).items():
        deel: Any = knoop.get(naam)
        if not isinstance(deel, Knoop) or get_origin(hint) is Annotated:
            continue
        if get_origin(hint) is Mapping:
            deelsoort = get_args(hint)[1]
            if isinstance(deelsoort, type):
                yield from ((rij, deelsoort) for rij in deel.values() if isinstance(rij, Knoop))
        else:
            yield deel, hint
