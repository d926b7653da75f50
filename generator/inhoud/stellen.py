"""Trying a value (``--stel PAD=WAARDE``): the same facts with some values replaced before they are checked."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, Plaats
from generator.inhoud.yaml_lezen import Knoop, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROEF = "proefwaarde (--stel)"


def stel_waarden(knopen: Mapping[str, Knoop], stel: Mapping[str, str]) -> list[Fout]:
    """Replace the value of each fact in `stel` within `knopen`; a Fout for each path that does not exist."""
    fouten = []
    for pad, waarde in stel.items():
        ouder, sleutel = _zoek(knopen, pad.split("."))
        if ouder is None:
            dichtbij = difflib.get_close_matches(pad, list(_paden(knopen)), n=1, cutoff=0.6)
            raad = f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else "‘raadwerk herkomst’ toont alle feiten"
            fouten.append(Fout(Plaats("--stel"), f"het feit ‘{pad}’ bestaat niet", raad=raad))
            continue
        ouder[sleutel] = _vervang(ouder[sleutel], waarde, pad)
    return fouten


def _zoek(knopen: Mapping[str, Knoop], delen: list[str]) -> tuple[Knoop | None, str]:
    """The mapping that holds the fact, and its key there."""
    bestand = "dossier.yaml" if f"{delen[0]}.yaml" not in knopen else f"{delen[0]}.yaml"
    node: Any = knopen.get(bestand)
    for deel in delen[:-1] if bestand == "dossier.yaml" else delen[1:-1]:
        node = node.get(deel) if isinstance(node, Knoop) else None
    return (node, delen[-1]) if isinstance(node, Knoop) and delen[-1] in node else (None, "")


def _vervang(oud: Any, waarde: str, pad: str) -> Knoop:  # noqa: ANN401 - one of our nodes
    nieuw = Knoop()
    plaats = Plaats("--stel")
    bron = Knoop(toelichting=_scalar(PROEF, pad, plaats))
    for knoop in (nieuw, bron):
        knoop.pad, knoop.plaats, knoop.sleutels = pad, plaats, {}
    nieuw.update(waarde=_scalar(waarde, pad, plaats), bron=bron)
    if isinstance(oud, Knoop):
        nieuw.update({sleutel: oud[sleutel] for sleutel in ("eenheid", "naam") if sleutel in oud})
    return nieuw


def _scalar(tekst: str, pad: str, plaats: Plaats) -> Scalar:
    scalar = Scalar(tekst)
    scalar.pad, scalar.plaats = pad, plaats
    return scalar


def _paden(knopen: Mapping[str, Knoop]) -> Iterator[str]:
    for bestand, knoop in knopen.items():
        yield from _paden_in(knoop, "" if bestand == "dossier.yaml" else bestand.removesuffix(".yaml"))


def _paden_in(node: Any, pad: str) -> Iterator[str]:  # noqa: ANN401 - one of our nodes
    if isinstance(node, Knoop):
        for naam, deel in node.items():
            yield from _paden_in(deel, f"{pad}.{naam}" if pad else naam)
    else:
        yield pad
