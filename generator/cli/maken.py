"""Papers → files, reusing what lies there when nothing it rests on has changed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator import keten, uitvoer
from generator.manifest import maak_manifest, stukhash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.document.nodes import Document
    from generator.keten import Gecontroleerd


def maak_bestanden(
    gecontroleerd: Gecontroleerd, invoer: Mapping[str, str], formaten: Sequence[str], doel: Path,
    *, intern: bool, alles: bool,
) -> dict[str, bytes]:  # fmt: skip
    """Every file of the dossier by name, the manifest included.

    A file whose tree, house style and code of Raadwerk are those of the last run is read back instead of made,
    unless `alles` asks for a full rebuild.
    """
    huisstijl = {pad: wat for pad, wat in invoer.items() if "huisstijl" in pad}
    vorige = uitvoer.read_manifest(doel)
    alles = alles or vorige.get("invoer", {}).get(uitvoer.CODE) != invoer[uitvoer.CODE]
    stukken: dict[str, Document] = {}
    hashes: dict[str, str] = {}
    bestanden: dict[str, bytes] = {}
    stijl = None
    for naam, boom in gecontroleerd.stukken.items():
        document = replace(boom, meta=replace(boom.meta, openbaarheid="intern")) if intern else boom
        stukken[naam] = document
        hashes[naam] = stukhash(document, huisstijl)
        oud = {} if alles else _bewaard(vorige, naam, hashes[naam], formaten, doel)
        nodig = [formaat for formaat in formaten if formaat not in oud]
        if nodig:
            stijl = stijl or keten.lees_huisstijl(gecontroleerd.gelezen.sjablonen)
            bijlage = _herkomst(gecontroleerd, naam, document) if intern else None
            oud |= keten.schrijf(document, stijl, nodig, herkomst=bijlage)
        bestanden |= {f"{naam}.{formaat}": oud[formaat] for formaat in formaten}
    gecontroleerd = replace(gecontroleerd, stukken=stukken)
    bestanden[uitvoer.MANIFEST] = maak_manifest(gecontroleerd, invoer, bestanden, hashes)
    return bestanden


def _bewaard(vorige: Mapping[str, Any], naam: str, boom: str, formaten: Sequence[str], doel: Path) -> dict[str, bytes]:
    """What lies there of paper `naam` and still holds: same tree, and untouched since it was made."""
    if vorige.get("stukken", {}).get(naam, {}).get("boom") != boom:
        return {}
    uit = {}
    for formaat in formaten:
        bestand = doel / f"{naam}.{formaat}"
        wat = bestand.read_bytes() if bestand.is_file() else b""
        if wat and uitvoer.hash_van(wat) == vorige.get("uitvoer", {}).get(bestand.name):
            uit[formaat] = wat
    return uit


def _herkomst(gecontroleerd: Gecontroleerd, naam: str, document: Document) -> bytes:
    """The provenance of one paper as JSON: each fact it shows, its value, sources and sentences."""
    from generator.herkomst import herkomst

    gelezen = gecontroleerd.gelezen
    alles = herkomst(gelezen.dossier, {naam: document}, gelezen.termijnen)
    inhoud = {
        pad: {
            "waarde": wat.waarde,
            "formule": wat.feit.formule,
            "bronnen": list(wat.bronnen),
            "zinnen": [gebruik.zin for gebruik in wat.gebruik if not gebruik.deel_van and not gebruik.als_voorwaarde],
        }
        for pad, wat in alles.items()
        if wat.gebruik
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()
