"""The blocks for oordelen.yaml that answer findings: everything but the answer itself is filled in."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain, count
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.oordelen import stand
from generator.verslagen.bevindingen import titel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.feiten.feit import Feit
    from generator.feiten.recht import Melding


def als_antwoorden(
    bevindingen: Sequence[Bevinding],
    feiten: Mapping[str, Feit],
    meldingen: Mapping[str, Melding],
    bezet: Collection[str] = (),
) -> str:
    """YAML with one open answer for each of `bevindingen`, to put in oordelen.yaml and fill in.

    Each block has a key of its own, and none of `bezet`: those of the answers that are there already.
    """
    waarover = [_eigen_feit(bevinding, bevindingen) for bevinding in bevindingen]
    namen = [_namen(bevinding, feit) for bevinding, feit in zip(bevindingen, waarover, strict=True)]
    keren = Counter(naam for reeks in namen for naam in set(reeks))
    gegeven = set(bezet)
    regels: list[str] = []
    for bevinding, feit, reeks in zip(bevindingen, waarover, namen, strict=True):
        eigen = (naam for naam in reeks if keren[naam] == 1)
        sleutel = next(naam for naam in chain(eigen, (f"{reeks[-1]}_{i}" for i in count(1))) if naam not in gegeven)
        gegeven.add(sleutel)
        regels += [*_blok(bevinding, sleutel, feit, feiten, meldingen), ""]
    return "\n".join(regels)


def _namen(bevinding: Bevinding, feit: str) -> list[str]:
    """Names for an answer, shortest first: the code with ever more of the path of its fact, or of its file."""
    delen = feit.split(".") if feit else [bevinding.plaatsen[0].bestand.rpartition("/")[2].partition(".")[0]]
    namen = ["_".join([bevinding.code, *delen[-lengte:]]) for lengte in range(1, len(delen) + 1)]
    return [naam.lower().replace("-", "_") for naam in namen]


def _blok(
    bevinding: Bevinding, sleutel: str, waarover: str, feiten: Mapping[str, Feit], meldingen: Mapping[str, Melding]
) -> list[str]:
    plek = f"feit: {waarover}" if waarover else f"bestand: {json.dumps(str(bevinding.plaatsen[0]))}"
    regels = [f"# {titel(bevinding, meldingen)}", f"{sleutel}:", f"  code: {bevinding.code}", f"  {plek}"]
    if bevinding.ernst in {Ernst.FOUT, Ernst.OORDEEL}:
        regels.append("  antwoord: {open: wat er is besloten}")
    regels += ["  reden: {open: waarom}", f"  rol: {bevinding.door or '{open: wie dit besluit}'}"]
    if bevinding.ernst is Ernst.FOUT:
        regels += ["  naam: {open: naam van wie de fout vrijgeeft}", "  tijd: {open: uu:mm}"]
    regels.append("  datum: {open: de dag van het antwoord}")
    if bevinding.feiten:
        regels.append("  rust_op:")
        regels += [
            f"    feit_{i}: {{feit: {pad}, waarde: {json.dumps(stand(feiten[pad]), ensure_ascii=False)}}}"
            for i, pad in enumerate(bevinding.feiten, 1)
            if pad in feiten
        ]
    return regels


def _eigen_feit(bevinding: Bevinding, alle: Sequence[Bevinding]) -> str:
    """A fact that tells this finding from the others of its code; empty when it is about no fact."""
    anders = {pad for ander in alle if ander is not bevinding and ander.code == bevinding.code for pad in ander.feiten}
    return next((pad for pad in bevinding.feiten if pad not in anders), next(iter(bevinding.feiten), ""))
