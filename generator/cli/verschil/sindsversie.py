"""``raadwerk verschil --sinds-versie``: a frozen version as one of the two states that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator import keten
from generator.cli.bevroren import kies_bevroren, lees_bevroren_map
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.dossierzaken import kies_zaakbestanden
from generator.meegeleverd import read_meegeleverd
from generator.uitvoer import bevriezen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.keten import Gecontroleerd


def lees_bevroren_stand(
    werkmap: Path, bestanden: Mapping[str, bytes], naam: str, versie: str, alleen: tuple[str, ...]
) -> Gecontroleerd:
    """The dossier `naam` as its papers were frozen under `versie`: their trees, and the facts of that day.

    Findings are those of today's rules on the facts of then.

    Raises:
        InvoerError: not frozen under that version; frozen from different facts; or facts that can no longer be read.
    """
    records = kies_bevroren(bestanden, naam, versie, alleen)
    mappen = [lees_bevroren_map(werkmap, record) for record in records]
    feiten = [_feiten(map_) for map_ in mappen]
    if any(ander != feiten[0] for ander in feiten):
        stukken = ", ".join(record.stuk for record in records)
        raad = f"kies één stuk met --alleen: {stukken}"
        gevonden = f"deze stukken zijn als versie {versie} bevroren uit verschillende feiten"
        raise InvoerError(Fout(Plaats(f"inhoud/{naam}/bevroren"), gevonden, raad=raad))
    bomen = {record.stuk: bevriezen.lees_boom(record, map_[bevriezen.BOOM])
             for record, map_ in zip(records, mappen, strict=True)}  # fmt: skip
    try:
        # No objection is frozen with a paper; the rules that look at one see it as it is now.
        gelezen = keten.lees({**feiten[0], **kies_zaakbestanden(bestanden, naam)}, read_meegeleverd(""), naam)
    except InvoerError as fout:
        waar = records[0].plaats.bestand.removesuffix(bevriezen.RECORD) + bevriezen.FEITEN
        fouten = (replace(deel, plaats=deel.plaats._replace(bestand=f"{waar}{deel.plaats.bestand}"),
                          raad=f"deze feiten zijn van Raadwerk {records[0].raadwerk}; vergelijk met die versie")
                  for deel in fout.fouten)  # fmt: skip
        raise InvoerError(*fouten) from fout
    return replace(keten.controleer(gelezen, bomen), stukken=bomen)


def lees_stand_nu(
    toen: Gecontroleerd, bestanden: Mapping[str, bytes], alleen: tuple[str, ...] = (), **keuzes: object
) -> Gecontroleerd:
    """The dossier as it is now, with the papers of `toen` that it still has and those that came since.

    `alleen` are the papers that were asked of `toen`; then none comes with them.
    """
    eerst = toen.gelezen.dossier
    gelezen = keten.lees(bestanden, read_meegeleverd(""), eerst.naam, **keuzes)  # type: ignore[arg-type]
    namen = [naam for naam in gelezen.dossier.stukken if naam in toen.stukken or not (alleen or naam in eerst.stukken)]
    return keten.controleer(gelezen, keten.maak_bomen(gelezen, namen) if namen else {})


def _feiten(bewaard: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that were frozen with a paper, by their path from the werkmap of then."""
    begin = bevriezen.FEITEN
    return {pad.removeprefix(begin): inhoud for pad, inhoud in bewaard.items() if pad.startswith(begin)}
