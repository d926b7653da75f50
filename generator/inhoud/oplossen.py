"""Checked input → the dossier: facts gathered, formulas computed, references checked, records built."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_origin

from generator.errors import Fout, Plaats
from generator.feiten.dossier import Dossier
from generator.feiten.waarden import Verwijzing
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.formules import is_kapot, los_formules_op
from generator.inhoud.verzamelen import Verzameling, dossiervelden, velden_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.feiten.feit import Feit


def los_feiten_op(vormen: Mapping[str, Any], kapot: Sequence[str]) -> tuple[dict[str, Feit], list[Fout]]:
    """Every fact of the checked files by its path, in order, and what is wrong between files.

    Args:
        vormen: the checked content of each file, by field of `Dossier`.
        kapot: paths that were left out because they are wrong themselves; what refers to them is not wrong for that.
    """
    verzameld = Verzameling(vormen, kapot)
    feiten, fouten = los_formules_op(verzameld.feiten, verzameld.soorten, kapot)
    return feiten, [*verzameld.fouten, *fouten, *_losse_verwijzingen(feiten, verzameld.paden, kapot)]


def bouw_dossier(
    naam: str, plaats: Plaats, vormen: Mapping[str, Any], feiten: Mapping[str, Feit], teksten: Mapping[str, str]
) -> Dossier:
    """The dossier of checked files (field name → form) in which nothing is wrong."""
    velden: dict[str, Any] = {
        veld: _maak(hint, vormen[veld], veld, feiten)
        for veld, hint in dossiervelden().items()
        if vormen.get(veld) is not None
    }
    velden |= {"feiten": types.MappingProxyType(feiten), "teksten": types.MappingProxyType(teksten)}
    return Dossier(naam=naam, plaats=plaats, **velden)


def _losse_verwijzingen(feiten: Mapping[str, Feit], paden: Mapping[str, Any], kapot: Sequence[str]) -> Iterator[Fout]:
    for feit in feiten.values():
        match feit.waarde:
            case Verwijzing(pad) if pad not in paden and not is_kapot(pad, kapot):
                raad = bedoelde_u(pad, paden, "noem een bestaand feit of onderdeel")
                yield Fout(feit.plaats, f"‘{pad}’ bestaat niet", raad=raad)


def _maak(hint: Any, vorm: Any, pad: str, feiten: Mapping[str, Feit]) -> Any:  # noqa: ANN401 - any record
    """The record, mapping or fact for `vorm`."""
    if get_origin(hint) is Annotated:
        return feiten[pad]
    delen = {naam: _maak(soort, deel, f"{pad}.{naam}", feiten) for naam, soort, deel in velden_van(hint, vorm)}
    if get_origin(hint) is Mapping:
        return types.MappingProxyType(delen)
    return hint(pad=pad, plaats=vorm.plaats, **delen)
