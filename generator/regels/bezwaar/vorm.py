"""What an objection must hold and who signs it (Awb 6:4, 6:5; recht.md A1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.feiten.bezwaarkeuzes import Handtekening
from generator.regels.bezwaar.toets import bezwaarregel, ja, nee, onbekend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.regels.bezwaar.toets import Antwoord, Bezwaartoets


@bezwaarregel("BZ-6:5-1-h", "Awb 6:5 lid 1", indiener=Ernst.FOUT)
def ondertekening(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """An objection is signed: by hand on paper, electronically under 2:18 (until 2026: 2:16)."""
    for nummer, indiener in enumerate(toets.bezwaarschrift.indieners or ()):
        pad = f"bezwaarschrift.indieners.{nummer}"
        naam = indiener.naam or "de indiener"
        if indiener.ondertekend or (indiener.handtekening and indiener.handtekening is not Handtekening.GEEN):
            yield ja(f"{pad}.ondertekend", naam=naam)
        elif indiener.ondertekend is False or indiener.handtekening is Handtekening.GEEN:
            yield nee(f"{pad}.ondertekend", naam=naam)
        else:
            yield onbekend(pad, naam=naam)
