"""Which objection cases are meant: by number, file, folder, an export of a case system, or a stream."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.werkmap import kies_dossiers
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import BEZWAREN, find_werkmap, list_dossiers, list_zaken

if TYPE_CHECKING:
    from collections.abc import Iterator

ZAAKVORMEN = (".yaml", ".yml", ".json")
TABELVORMEN = (".csv", ".xlsx")


def vind_zaken(gevraagd: tuple[str, ...]) -> list[Path]:
    """The files of the cases asked for, in the order asked; without a wish those of where we stand.

    Raises:
        InvoerError: a name that is no case, and what it looks like; or nothing to check at all.
    """
    if not gevraagd:
        werkmap = find_werkmap(Path.cwd())
        zaken = list_zaken(werkmap, kies_dossiers(werkmap, ()))
        if not zaken:
            raad = "noem een bestand of map, of begin met ‘raadwerk bezwaar nieuw ZAAKNUMMER’"
            raise InvoerError(Fout(Plaats("inhoud"), "hier ligt geen enkele zaak", raad=raad))
        return [_kort(zaak) for zaak in zaken]
    paden: list[Path] = []
    fouten: list[Fout] = []
    for naam in gevraagd:
        try:
            paden += _vind(naam)
        except InvoerError as fout:
            fouten += fout.fouten
    if fouten:
        raise InvoerError(*fouten)
    return list(dict.fromkeys(paden))


def _vind(naam: str) -> Iterator[Path]:
    pad = Path(naam)
    if pad.is_dir():
        gevonden = sorted(kind for kind in pad.rglob("*") if kind.suffix.lower() in ZAAKVORMEN and kind.is_file())
        if not gevonden:
            raise InvoerError(Fout(Plaats(naam), "in deze map ligt geen zaak", raad="een zaak is een YAML-bestand"))
        # A whole dossier or werkmap holds other YAML too; its cases lie in folders of their own.
        yield from [kind for kind in gevonden if kind.parent.name == BEZWAREN] or gevonden
    elif os.path.lexists(pad):
        yield pad
    else:
        yield _op_nummer(naam)


def _op_nummer(nummer: str) -> Path:
    """The case with this number in the werkmap we stand in; one that stands in two dossiers is a fault."""
    try:
        werkmap = find_werkmap(Path.cwd())
        zaken = list_zaken(werkmap, list_dossiers(werkmap))
    except InvoerError:
        zaken = []
    gevonden = [zaak for zaak in zaken if zaak.stem == nummer]
    if len(gevonden) == 1:
        return _kort(gevonden[0])
    if gevonden:
        zin = f"de zaak ligt in meer dossiers: {', '.join(zaak.parent.parent.name for zaak in gevonden)}"
        raise InvoerError(Fout(Plaats(nummer), zin, raad="noem het bestand zelf"))
    import difflib

    gelijkend = difflib.get_close_matches(nummer, [zaak.stem for zaak in zaken], n=1)
    raad = f"bedoelde u ‘{gelijkend[0]}’?" if gelijkend else "noem een zaaknummer, een bestand of een map"
    raise InvoerError(Fout(Plaats(nummer), "er is geen zaak of bestand met deze naam", raad=raad))


def _kort(pad: Path) -> Path:
    """The path as a person would type it from here."""
    hier = Path.cwd()
    return pad.relative_to(hier) if pad.is_relative_to(hier) else pad
