"""The papers that lie in the output folder, read back for ``raadwerk controleer --teruglezen``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import read_bestand
from generator.uitvoer import read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.bladzijden import Papier

_FORMATEN = ("docx", "pdf")


def lees_terug(werkmap: Path, map_: Path, stukken: Iterable[str], bouw: str) -> dict[str, Papier | Fout]:
    """Each Word file and PDF of `stukken` in the folder `map_`, by its path; why it cannot be read, otherwise.

    Expected are the files of the last run, or both kinds of each paper when nothing is known of a run. Where not one of
    them lies there, as in a fresh copy of the werkmap, that is told once, of the folder, with what `raadwerk bouw` is
    to be given to make them: `bouw`.
    """
    gemaakt = read_manifest(map_).get("uitvoer", {})
    uit: dict[str, Papier | Fout] = {}
    for stuk in stukken:
        for formaat in _FORMATEN:
            pad = map_ / f"{stuk}.{formaat}"
            if gemaakt and pad.name not in gemaakt and not pad.exists():
                continue  # the last run made no such file
            bestand = pad.relative_to(werkmap).as_posix()
            uit[bestand] = _lees(pad, bestand, formaat)
    if uit and not any((werkmap / bestand).exists() for bestand in uit):
        bestand = map_.relative_to(werkmap).as_posix()
        raad = f"maak ze eerst met ‘raadwerk bouw {bouw}’"
        return {bestand: Fout(Plaats(bestand), "de Word-bestanden en pdf’s zijn hier nog niet gemaakt", raad=raad)}
    return uit


def _lees(pad: Path, bestand: str, formaat: str) -> Papier | Fout:
    if not pad.exists():
        return Fout(Plaats(bestand), "dit bestand ligt er niet", raad="maak het met ‘raadwerk bouw’")
    try:
        inhoud = read_bestand(pad)
        if formaat == "pdf":
            from generator.lezers import pdf

            return pdf.read_papier(inhoud, bestand)
        from generator.lezers import docx

        return docx.read_papier(inhoud, bestand)
    except InvoerError as fout:
        return fout.fouten[0]
