"""The blocks for oordelen.yaml that answer findings: everything but the answer itself is filled in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.oordelen import stand
from generator.verslagen.bevindingen import titel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.feiten.feit import Feit
    from generator.feiten.recht import Melding


def als_antwoorden(
    bevindingen: Sequence[Bevinding], feiten: Mapping[str, Feit], meldingen: Mapping[str, Melding]
) -> str:
    """YAML with one open answer for each of `bevindingen`, to put in oordelen.yaml and fill in."""
    blokken = [_blok(bevinding, bevindingen, feiten, meldingen) for bevinding in bevindingen]
    return "\n".join(regel for blok in blokken for regel in [*blok, ""])


def _blok(
    bevinding: Bevinding, alle: Sequence[Bevinding], feiten: Mapping[str, Feit], meldingen: Mapping[str, Melding]
) -> list[str]:
    waarover = _eigen_feit(bevinding, alle)
    plek = f"feit: {waarover}" if waarover else f"bestand: {json.dumps(str(bevinding.plaatsen[0]))}"
    naam = (waarover.rpartition(".")[2] or bevinding.plaatsen[0].bestand.rpartition("/")[2].partition(".")[0]).lower()
    sleutel = f"{bevinding.code}_{naam}".lower().replace("-", "_")
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
