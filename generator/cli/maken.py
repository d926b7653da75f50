"""Papers → files, reusing what lies there when nothing it rests on has changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Self

from msgspec import Struct
from msgspec.structs import replace

from generator import keten, uitvoer
from generator.manifest import maak_manifest, stukhash
from generator.metadata.diwoo import diwoo
from generator.metadata.mdto import mdto
from generator.zetterij import Zetterij

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.document.nodes import Document
    from generator.huisstijl import Huisstijl
    from generator.keten import Gecontroleerd, Gelezen


class Maker:
    """Makes every file of a dossier, and the manifest; use it in a ``with``.

    A file whose tree, house style and code of Raadwerk are those of the last run is read back instead of made,
    unless `alles` asks for a full rebuild.
    """

    def __init__(
        self, gelezen: Gelezen, invoer: Mapping[str, str], formaten: Sequence[str], doel: Path,
        *, intern: bool, alles: bool,
    ) -> None:  # fmt: skip
        self._gelezen, self._invoer, self._formaten, self._doel = gelezen, invoer, formaten, doel
        self._huisstijl = {pad: wat for pad, wat in invoer.items() if "huisstijl" in pad}
        self._vorige = uitvoer.read_manifest(doel)
        self._alles = alles or self._vorige.get("invoer", {}).get(uitvoer.CODE) != invoer[uitvoer.CODE]
        self._intern = intern
        self._stijl: Huisstijl | None = None
        self._zetterij = Zetterij()
        self._begonnen: dict[str, _Stuk] = {}

    def __enter__(self) -> Self:
        if {"docx", "pdf"} & set(self._formaten):
            self._stijl = keten.lees_huisstijl(self._gelezen.sjablonen)
            self._zetterij.prepare(self._stijl)
        return self

    def __exit__(self, *_: object) -> None:
        self._zetterij.__exit__()

    def begin(self, naam: str, boom: Document) -> None:
        """Start on paper `naam`, as far as it must be made; what was begun with this very tree goes on."""
        document = replace(boom, meta=replace(boom.meta, openbaarheid="intern")) if self._intern else boom
        if naam in self._begonnen and self._begonnen[naam].document == document:
            return
        hash_ = stukhash(document, self._huisstijl)
        oud = {} if self._alles else _bewaard(self._vorige, naam, hash_, self._formaten, self._doel)
        self._begonnen[naam] = _Stuk(document, hash_, oud)
        nodig = [formaat for formaat in self._formaten if formaat not in oud]
        if nodig:
            self._stijl = self._stijl or keten.lees_huisstijl(self._gelezen.sjablonen)
            bijlage = _herkomst(self._gelezen, naam, document) if self._intern else None
            self._zetterij.begin(naam, document, self._stijl, nodig, bijlage)

    def maak(
        self, gecontroleerd: Gecontroleerd, tel: Callable[[Iterable[str]], Iterable[str]] = iter
    ) -> dict[str, bytes]:
        """Every file of the dossier by name, the manifest included; `tel` goes through the papers and may say so.

        Raises:
            InvoerError: a house style that cannot be read.
            SchrijfError: a paper that cannot be written.
        """
        for naam, boom in gecontroleerd.stukken.items():
            self.begin(naam, boom)
        begonnen = {naam: self._begonnen[naam] for naam in gecontroleerd.stukken}
        bestanden: dict[str, bytes] = {}
        for naam in tel(begonnen):
            stuk = begonnen[naam]
            klaar = stuk.oud if len(stuk.oud) == len(self._formaten) else stuk.oud | self._zetterij.maak(naam)
            bestanden |= {f"{naam}.{formaat}": klaar[formaat] for formaat in self._formaten}
        gecontroleerd = replace(gecontroleerd, stukken={naam: stuk.document for naam, stuk in begonnen.items()})
        hashes = {naam: stuk.hash for naam, stuk in begonnen.items()}
        dossier, lijsten = self._gelezen.dossier, self._gelezen.recht.metadata
        bestanden |= mdto(dossier, gecontroleerd.stukken, bestanden, lijsten)
        publicatie = diwoo(dossier, gecontroleerd.stukken, lijsten)
        bestanden[uitvoer.MANIFEST] = maak_manifest(gecontroleerd, self._invoer, bestanden, hashes, publicatie)
        return bestanden


class _Stuk(Struct, frozen=True):
    """A paper of this run: its tree, the hash of what it is written from, and what still holds of the last run."""

    document: Document
    hash: str
    oud: dict[str, bytes]


def _bewaard(vorige: Mapping[str, Any], naam: str, boom: str, formaten: Sequence[str], doel: Path) -> dict[str, bytes]:
    """What lies there of paper `naam` and still holds: same tree, and untouched since it was made."""
    if vorige.get("stukken", {}).get(naam, {}).get("boom") != boom:
        return {}
    uit = {}
    for formaat in formaten:
        bestand = doel / f"{naam}.{formaat}"
        wat = bestand.read_bytes() if bestand.is_file() else b""
        if wat and uitvoer.hash_van(wat) == vorige.get("uitvoer", {}).get(f"{naam}.{formaat}"):
            uit[formaat] = wat
    return uit


def _herkomst(gelezen: Gelezen, naam: str, document: Document) -> bytes:
    """The provenance of one paper as JSON: each fact it shows, its value, sources and sentences."""
    from generator.herkomst import herkomst

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
