"""Trying values: the same facts with some replaced before they are checked, by ``--stel`` or by a variant.

A variant (``varianten/<naam>.yaml``) is a named overlay on the same facts: what would follow if.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.errors import Fout, Plaats
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.bestandsvormen import bestandssoort, velden_van
from generator.inhoud.tekens import VERBODEN, tekenzin
from generator.inhoud.yaml_lezen import Knoop, Scalar, maak_knoop, maak_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

PROEF = "proefwaarde (--stel)"
_PLAATS = Plaats("--stel")
_BLIJFT = ("eenheid", "naam")
_VARIANT = ("titel", "toelichting", "feiten")


def stel_waarden(knopen: Mapping[str, Knoop], stel: Mapping[str, str]) -> list[Fout]:
    """Replace the value of each fact in `stel` within `knopen` (file name → mapping); a Fout for each that cannot be.

    The tried value has "proefwaarde" as its source and keeps only the unit and the name of the fact.
    """
    fouten = [Fout(_PLAATS, *tekenzin(teken[0])) for waarde in stel.values() if (teken := VERBODEN.search(waarde))]
    if fouten:
        return fouten
    return _leg_over(knopen, {pad: _proef(waarde, pad, _PLAATS, PROEF) for pad, waarde in stel.items()})


def pas_variant_toe(knopen: Mapping[str, Knoop], variant: Knoop) -> list[Fout]:
    """Replace the facts that `variant` names under ``feiten``; a Fout for each that cannot be.

    A plain value has the variant as its source; the long form brings its own.
    """
    fouten = [
        Fout(variant.sleutels[naam], f"een veld ‘{naam}’ bestaat hier niet", raad=bedoelde_u(naam, _VARIANT))
        for naam in variant
        if naam not in _VARIANT
    ]
    titel, feiten = variant.get("titel"), variant.get("feiten")
    if not isinstance(titel, Scalar) or not titel.strip():
        fouten.append(Fout(variant.plaats, "een variant heeft een titel", "titel: waar de variant over gaat"))
    if not isinstance(feiten, Knoop) or not feiten:
        return [*fouten, Fout(variant.plaats, "een variant noemt feiten", "feiten: {groep.naam: waarde}")]
    if fouten:
        return fouten
    nieuw = {
        pad: _met_pad(deel, pad) if isinstance(deel, Knoop) else _proef(deel, pad, deel.plaats, f"variant: {titel}")
        for pad, deel in feiten.items()
    }
    return _leg_over(knopen, nieuw, feiten.sleutels)


def _leg_over(
    knopen: Mapping[str, Knoop], nieuw: Mapping[str, Knoop], plaatsen: Mapping[str, Plaats] | None = None
) -> list[Fout]:
    """Put each of `nieuw` in the place of the fact it names; a Fout for each that names none."""
    feiten = {
        pad: (knoop, sleutel)
        for bestand, wortel in knopen.items()
        for pad, knoop, sleutel in _feiten(wortel, bestandssoort(bestand))
    } if nieuw else {}  # fmt: skip
    fouten = []
    for pad, waarde in nieuw.items():
        if pad not in feiten:
            raad = bedoelde_u(pad, feiten, "‘raadwerk herkomst’ toont alle feiten")
            fouten.append(Fout((plaatsen or {}).get(pad, _PLAATS), f"het feit ‘{pad}’ bestaat niet", raad=raad))
            continue
        knoop, sleutel = feiten[pad]
        oud = knoop[sleutel]
        for blijft in _BLIJFT:
            if isinstance(oud, Knoop) and blijft in oud and blijft not in waarde:
                waarde[blijft], waarde.sleutels[blijft] = oud[blijft], oud.sleutels[blijft]
        knoop[sleutel] = waarde
    return fouten


def _met_pad(knoop: Knoop, pad: str) -> Knoop:
    """`knoop` as if it had been written at `pad`."""
    knoop.pad = pad
    for naam, deel in knoop.items():
        if isinstance(deel, Knoop):
            _met_pad(deel, f"{pad}.{naam}")
        else:
            deel.pad = f"{pad}.{naam}"
    return knoop


def _feiten(node: Any, soort: Any) -> Iterator[tuple[str, Knoop, str]]:  # noqa: ANN401 - nodes and types
    """Path of each fact that is written in `node`, with the mapping and the key under which it stands."""
    if not isinstance(node, Knoop):
        return
    for naam, deel in node.items():
        deelsoort = _deelsoort(soort, naam)
        if get_origin(deelsoort) is Annotated:
            yield f"{node.pad}.{naam}".lstrip("."), node, naam
        elif deelsoort is not None:
            yield from _feiten(deel, deelsoort)


def _deelsoort(soort: Any, naam: str) -> Any:  # noqa: ANN401 - types
    """The type of the part `naam` of a record or mapping; None when it has no such part."""
    if get_origin(soort) is Mapping:
        return get_args(soort)[1]
    veld = velden_van(soort).get(naam)
    return veld.soort if veld else None


def _proef(waarde: str, pad: str, plaats: Plaats, toelichting: str) -> Knoop:
    """A value with its source in words, as if it had been written at `plaats`."""
    bron = maak_knoop(pad, plaats, toelichting=maak_scalar(toelichting, pad, plaats))
    return maak_knoop(pad, plaats, waarde=maak_scalar(waarde, pad, plaats), bron=bron)
