"""The objections that lie in a dossier (*dossierzaken*), ``bezwaren/*.yaml``, as far as its rules look at them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.errors import InvoerError
from generator.inhoud.schijf import BEZWAREN, INHOUD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.bezwaarschrift import Bezwaarzaak


def kies_zaakbestanden(bestanden: Mapping[str, bytes], naam: str) -> dict[str, bytes]:
    """The files of `bestanden` that are objections of the dossier `naam`, by their path."""
    return {pad: bestanden[pad] for pad in sorted(bestanden) if pad.startswith(f"{INHOUD}/{naam}/{BEZWAREN}/")}


def load_dossierzaken(zaakbestanden: Mapping[str, bytes]) -> tuple[Bezwaarzaak, ...]:
    """The cases in `zaakbestanden` that can be read; what is wrong with another is told by who makes its papers."""
    zaken: list[Bezwaarzaak] = []
    if zaakbestanden:
        from generator.inhoud.zaken import load_zaak  # dear, and most dossiers hold no objection

        for pad, inhoud in zaakbestanden.items():
            with suppress(InvoerError):
                zaken.append(load_zaak(inhoud, pad))
    return tuple(zaken)
