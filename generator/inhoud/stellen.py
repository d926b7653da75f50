"""Trying a value (``--stel PAD=WAARDE``): the same facts with some values replaced before they are checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.errors import Fout, Plaats
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.bestandsvormen import bestandssoort, velden_van
from generator.inhoud.tekens import VERBODEN, tekenzin
from generator.inhoud.yaml_lezen import Knoop, maak_knoop, maak_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

PROEF = "proefwaarde (--stel)"
_PLAATS = Plaats("--stel")
_BLIJFT = ("eenheid", "naam")


def stel_waarden(knopen: Mapping[str, Knoop], stel: Mapping[str, str]) -> list[Fout]:
    """Replace the value of each fact in `stel` within `knopen` (file name → mapping); a Fout for each that cannot be.

    The tried value has "proefwaarde" as its source and keeps only the unit and the name of the fact.
    """
    feiten = {
        pad: (knoop, sleutel)
        for bestand, wortel in knopen.items()
        for pad, knoop, sleutel in _feiten(wortel, bestandssoort(bestand))
    } if stel else {}  # fmt: skip
    fouten = []
    for pad, waarde in stel.items():
        if pad not in feiten:
            raad = bedoelde_u(pad, feiten, "‘raadwerk herkomst’ toont alle feiten")
            fouten.append(Fout(_PLAATS, f"het feit ‘{pad}’ bestaat niet", raad=raad))
        elif teken := VERBODEN.search(waarde):
            fouten.append(Fout(_PLAATS, *tekenzin(teken[0])))
        else:
            knoop, sleutel = feiten[pad]
            knoop[sleutel] = _proef(knoop[sleutel], waarde, pad)
    return fouten


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


def _proef(oud: Any, waarde: str, pad: str) -> Knoop:  # noqa: ANN401 - one of our nodes
    bron = maak_knoop(pad, _PLAATS, toelichting=maak_scalar(PROEF, pad, _PLAATS))
    blijft = {sleutel: oud[sleutel] for sleutel in _BLIJFT if isinstance(oud, Knoop) and sleutel in oud}
    return maak_knoop(pad, _PLAATS, waarde=maak_scalar(waarde, pad, _PLAATS), bron=bron, **blijft)
