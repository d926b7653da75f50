"""Gathered facts → the dossier: formulas computed, references checked, records built."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, Plaats
from generator.feiten.dossier import Dossier
from generator.feiten.waarden import Verwijzing
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.formules import is_kapot, los_formules_op
from generator.inhoud.verzamelen import Deel, Verzameling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.feiten.feit import Feit
    from generator.inhoud.formuletermijnen import Termijnteller


def los_feiten_op(verzameld: Verzameling, teller: Termijnteller | None = None) -> tuple[dict[str, Feit], list[Fout]]:
    """Every fact that was gathered by its path, in order, and what is wrong with its formula or reference."""
    feiten, fouten = los_formules_op(
        verzameld.feiten, verzameld.soorten, verzameld.formuleplaatsen, verzameld.kapot, teller
    )
    return feiten, [*fouten, *_losse_verwijzingen(feiten, verzameld), *_losse_gelijken(feiten, verzameld)]


def bouw_dossier(
    naam: str, plaats: Plaats, delen: Mapping[str, Any], feiten: Mapping[str, Feit], teksten: Mapping[str, str]
) -> Dossier:
    """The dossier of gathered files (field name → what stands in it) in which nothing is wrong."""
    velden = {veld: bouw_deel(deel, feiten) for veld, deel in delen.items()}
    velden |= {"feiten": types.MappingProxyType(feiten), "teksten": types.MappingProxyType(teksten)}
    return Dossier(naam=naam, plaats=plaats, **velden)


def _losse_verwijzingen(feiten: Mapping[str, Feit], verzameld: Verzameling) -> Iterator[Fout]:
    for feit in feiten.values():
        match feit.waarde:
            case Verwijzing(pad) if pad not in verzameld.paden and not is_kapot(pad, verzameld.kapot):
                raad = bedoelde_u(pad, verzameld.paden, "noem een bestaand feit of onderdeel")
                yield Fout(feit.plaats, f"‘{pad}’ bestaat niet", raad=raad)


def _losse_gelijken(feiten: Mapping[str, Feit], verzameld: Verzameling) -> Iterator[Fout]:
    for feit in feiten.values():
        pad = feit.gelijk_aan
        if pad and (pad not in feiten or pad == feit.pad) and not is_kapot(pad, verzameld.kapot):
            raad = bedoelde_u(pad, feiten, "noem bij ‘gelijk_aan’ een ander feit")
            yield Fout(feit.plaats, f"‘{pad}’ is geen ander feit om ‘{feit.pad}’ mee te vergelijken", raad=raad)


def bouw_deel(deel: Any, feiten: Mapping[str, Feit]) -> Any:  # noqa: ANN401 - any part
    """The record, mapping or fact for what was gathered in `deel`."""
    if isinstance(deel, str):
        return feiten[deel]
    if isinstance(deel, Deel):
        delen = {naam: bouw_deel(binnen, feiten) for naam, binnen in deel.delen.items()}
        return deel.soort(pad=deel.pad, plaats=deel.plaats, **delen)
    return types.MappingProxyType({naam: bouw_deel(binnen, feiten) for naam, binnen in deel.items()})
