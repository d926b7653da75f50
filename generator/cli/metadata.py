"""``raadwerk metadata``: does what lies beside the papers for the archive still hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from generator import uitvoer
from generator.cli.nederlands import Pad
from generator.cli.werkmap import DOSSIERS, kies_dossiers, vind_werkmap
from generator.errors import Fout, InvoerError, Plaats

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ACHTER = ("", "-intern", "-geheim")  # the folders a run may write of one dossier


@click.command()
@DOSSIERS
@click.option("--xsd", metavar="BESTAND", type=Pad(), help="Toets ook aan dit XML-schema van MDTO.")
@click.option("--json", "als_json", is_flag=True, help="Voor een ander programma.")
def metadata(dossiers: tuple[str, ...], xsd: Path | None, *, als_json: bool) -> int:
    """Toets de archiefmetagegevens (MDTO) die bij de stukken liggen.

    Elk bestand wordt nagekeken op de regels van MDTO, en het stuk op zijn omvang en controlegetal.
    """
    werkmap = vind_werkmap()
    toetser = _Toetser(werkmap, xsd)
    uitslagen: dict[str, list[Fout]] = {}
    for naam in kies_dossiers(werkmap, dossiers):
        mappen = [werkmap / "uitvoer" / f"{naam}{achter}" for achter in _ACHTER]
        gemaakt = [map_ for map_ in mappen if uitvoer.read_manifest(map_)]
        if not gemaakt:
            raad = f"maak de stukken met ‘raadwerk bouw {naam}’"
            raise InvoerError(Fout(Plaats(f"uitvoer/{naam}"), "hier liggen nog geen stukken", raad=raad))
        uitslagen |= {map_.name: list(toetser.toets(map_)) for map_ in gemaakt}
    if als_json:
        data = {naam: [_als_data(fout) for fout in fouten] for naam, fouten in uitslagen.items()}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for naam, fouten in uitslagen.items():
            for fout in fouten:
                click.echo(str(fout))
            getal = toetser.aantal[naam]
            wat = f"{getal} {'beschrijving' if getal == 1 else 'beschrijvingen'}"
            click.echo(f"{naam}: {wat} getoetst, {len(fouten) or 'geen'} {'fout' if len(fouten) == 1 else 'fouten'}")
    return 1 if any(uitslagen.values()) else 0


class _Toetser:
    """Reads the rules and the schema once, and tests every file of an output folder by them."""

    def __init__(self, werkmap: Path, xsd: Path | None) -> None:
        from generator.inhoud.mdto import load_mdto
        from generator.meegeleverd import read_meegeleverd

        self._werkmap, self.aantal = werkmap, dict[str, int]()
        self._regels = load_mdto(read_meegeleverd("inhoud/recht/mdto.yaml"))
        self._schema = None
        if xsd is not None:
            from generator.metadata.xsd import RAAD, lees_schema

            self._schema = lees_schema(_lees(xsd, str(xsd), RAAD), str(xsd))

    def toets(self, map_: Path) -> Iterator[Fout]:
        """What is wrong with the descriptions in `map_`, file by file."""
        from generator.metadata.mdto import UITGANG

        beschrijvingen = [pad for pad in uitvoer.read_manifest(map_).get("uitvoer", {}) if pad.endswith(UITGANG)]
        self.aantal[map_.name] = len(beschrijvingen)
        for bestand in beschrijvingen:
            try:
                yield from self._toets_bestand(map_ / bestand)
            except InvoerError as fout:
                yield from fout.fouten

    def _toets_bestand(self, pad: Path) -> Iterator[Fout]:
        from generator.metadata.toets import lees_xml, toets, toets_vastheid

        naam = pad.relative_to(self._werkmap).as_posix()
        boom = lees_xml(_lees(pad, naam), naam)
        fouten = toets(boom, naam, self._regels)
        yield from fouten
        if self._schema is not None:
            from generator.metadata.xsd import toets_schema

            yield from toets_schema(boom, naam, self._schema)
        if not fouten:
            yield from toets_vastheid(boom, naam, self._regels.naamruimte, lambda stuk: _lees(pad.parent / stuk, stuk))


def _lees(pad: Path, naam: str, anders: str = "maak het met ‘raadwerk bouw’") -> bytes:
    """What stands in a file; `anders` is what to do when its name is right."""
    try:
        return pad.read_bytes()
    except OSError:
        wat = "dit bestand is er niet, of het is niet te lezen"
        raise InvoerError(Fout(Plaats(naam), wat, raad=f"kijk de naam na, of {anders}")) from None


def _als_data(fout: Fout) -> dict[str, object]:
    velden = {"gevonden": fout.gevonden, "verwacht": fout.verwacht, "raad": fout.raad}
    return {"bestand": fout.plaats.bestand, "regel": fout.plaats.regel, **velden}
