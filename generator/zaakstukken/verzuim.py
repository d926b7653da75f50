"""What is missing from an objection (*verzuim*), as it is put to who wrote it, and who may be late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Stand
from generator.feiten.bezwaarkeuzes import Verzuim
from generator.feiten.feit import Feit
from generator.feiten.waarden import Tekst
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    from generator.bevindingen import Bevinding
    from generator.zaakstukken.gegevens import Zaakgegevens

# Which defect may be repaired (Awb 6:6), by the rule that finds it.
VERZUIMEN = {
    "BZ-6:5-1-h": Verzuim.HANDTEKENING,
    "BZ-6:5-1-a": Verzuim.ADRES,
    "BZ-6:5-1-b": Verzuim.DAGTEKENING,
    "BZ-6:5-1-c": Verzuim.BESLUIT,
    "BZ-6:5-1-d": Verzuim.GRONDEN,
    "BZ-6:5-3": Verzuim.VERTALING,
    "BZ-2:1-3": Verzuim.MACHTIGING,
    "BZ-RP": Verzuim.BEVOEGDHEID,
}


MISSCHIEN_TE_LAAT = frozenset({Indiening.NA_DE_TERMIJN, Indiening.NIET_VAST})


def verzuimen(gegevens: Zaakgegevens, indiener: int | None = None) -> dict[str, Feit]:
    """What is missing, in words for who wrote the objection: what the last letter asked, or else what rules found.

    With `indiener` what is missing of that one alone: a defect of one is none of another (Awb 6:5).
    """
    woorden = gegevens.soorten.verzuimen
    brieven = (gegevens.zaak.procedure and gegevens.zaak.procedure.verzuimbrief) or ()
    if brieven and brieven[-1].verzuimen:
        pad = f"procedure.verzuimbrief.{len(brieven) - 1}.verzuimen"
        return {
            verzuim: gegevens.maker.feit(woorden[verzuim], f"{pad}.{nr}")
            for nr, verzuim in enumerate(brieven[-1].verzuimen)
        }
    gevonden = [
        bevinding
        for bevinding in gegevens.uitslag.bevindingen
        if bevinding.stand is Stand.NEE and bevinding.code in VERZUIMEN and _is_van(bevinding, indiener)
    ]
    return {
        VERZUIMEN[bevinding.code]: Feit(
            pad=f"verzuimen.{bevinding.code}", waarde=Tekst(woorden[VERZUIMEN[bevinding.code]]),
            formule=f"regel {bevinding.code}", uit=tuple(f"zaak.{pad}" for pad in bevinding.feiten),
        )
        for bevinding in gevonden
    }  # fmt: skip


def _is_van(bevinding: Bevinding, indiener: int | None) -> bool:
    """Whether a finding is about this objector, or about the objection as a whole."""
    begin = "bezwaarschrift.indieners."
    nummers = {feit.removeprefix(begin).partition(".")[0] for feit in bevinding.feiten if feit.startswith(begin)}
    return indiener is None or not nummers or str(indiener) in nummers
