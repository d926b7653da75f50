"""Papers → files, reusing what lies there when nothing it rests on has changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from generator import keten, uitvoer
from generator.cli.bouw.lijstmap import openbare_invoer
from generator.document.internmerk import met_internmerk
from generator.errors import SchrijfError
from generator.feiten.overeenkomst import EINDE
from generator.keten.letterplaatsen import met_letterplaatsen
from generator.keten.omvang import met_omvang
from generator.keten.zetterij import Zetterij
from generator.metadata.diwoo import diwoo
from generator.metadata.mdto import mdto
from generator.uitvoer.manifest import maak_lijstmanifest, maak_manifest, stukhash

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.document.nodes import Document
    from generator.feiten.feit import Feit
    from generator.feiten.steller import Steller
    from generator.huisstijl import Huisstijl
    from generator.keten import Gecontroleerd, Gelezen


class Maker:
    """Makes every file of a dossier, and the manifest; use it in a ``with``.

    A file whose tree, house style and code of Raadwerk are those of the last run is read back instead of made,
    unless `alles` asks for a full rebuild; so what holds of the formats not asked for stays. With `stellers` (who to
    ask about which paper) it makes internal copies.
    """

    def __init__(
        self, gelezen: Gelezen, invoer: Mapping[str, str], formaten: Sequence[str], doel: Path,
        *, stellers: Mapping[str, Steller] | None, alles: bool,
    ) -> None:  # fmt: skip
        self._gelezen, self._invoer, self._formaten, self._alles = gelezen, invoer, formaten, alles
        self._huisstijl = {pad: wat for pad, wat in invoer.items() if "huisstijl" in pad}
        self._doel, self._vorige = doel, uitvoer.read_manifest(doel)
        self._stellers = stellers
        self._stijl: Huisstijl | None = None
        self._zetterij = Zetterij()
        self._begonnen: dict[str, _Stuk] = {}
        self.dagen: dict[str, Feit] = {}  # the ends of periods that the papers count themselves, for their provenance

    def __enter__(self) -> Self:
        if {"docx", "pdf"} & set(self._formaten):
            self._stijl = keten.lees_huisstijl(self._gelezen.sjablonen)
            self._zetterij.prepare(self._stijl)
        return self

    def __exit__(self, *_: object) -> None:
        self._zetterij.__exit__()

    def has_andere(self, alleen: Collection[str]) -> bool:
        """Whether papers lie there that are not in `alleen`, the papers asked for (none for all)."""
        return bool(alleen) and not set(self._vorige.get("stukken", {})) <= set(alleen)

    def begin(self, naam: str, boom: Document, *, gevraagd: bool = True) -> None:
        """Start on paper `naam`, as far as it must be made; what was begun with this very tree goes on.

        One that was not `gevraagd` is made in the formats that lie there.
        """
        document = self._gemerkt(naam, boom)
        if naam in self._begonnen and self._begonnen[naam].document == document:
            return
        hash_, bijlage = self._hash_en_bijlage(naam, document)
        oud = self._bewaard(naam, hash_, keten.FORMATEN)
        nodig = tuple(formaat for formaat in self._formaten_van(naam, hash_, gevraagd=gevraagd) if formaat not in oud)
        self._begonnen[naam] = _Stuk(document, hash_, oud, nodig)
        if nodig:
            self._stijl = self._stijl or keten.lees_huisstijl(self._gelezen.sjablonen)
            self._zetterij.begin(naam, document, self._stijl, nodig, bijlage)

    def maak(
        self, gecontroleerd: Gecontroleerd, tel: Callable[[Iterable[str]], Iterable[str]] = iter,
        alleen: Collection[str] = (),
    ) -> tuple[Gecontroleerd, dict[str, bytes]]:  # fmt: skip
        """The papers that were made, with what their length adds to the findings; and their files, with the manifest.

        `tel` goes through the papers and may say so. With `alleen` the other papers stay as they lie, as far as they
        still are what follows from the facts; what does not is left out.

        Raises:
            InvoerError: a house style that cannot be read.
            SchrijfError: a paper that cannot be written.
        """
        gevraagd = {naam: boom for naam, boom in gecontroleerd.stukken.items() if not alleen or naam in alleen}
        andere = {naam: boom for naam, boom in gecontroleerd.stukken.items() if naam not in gevraagd}
        bewaard = self._bewaarde(andere)
        begonnen = self._begin_alle(gevraagd)
        if self._alles:  # what any other run would keep is made again too, to compare it
            for naam, boom in andere.items():
                self.begin(naam, boom, gevraagd=False)
            begonnen |= {naam: self._begonnen[naam] for naam in andere if self._begonnen[naam].nodig}
        bestanden = self._schrijf(tel(list(begonnen)))
        bestanden |= {f"{naam}.{formaat}": wat for naam, stuk in bewaard.items() for formaat, wat in stuk.oud.items()}
        begonnen = {naam: (begonnen | bewaard)[naam] for naam in gecontroleerd.stukken if naam in begonnen | bewaard}
        alle = gecontroleerd.stukken
        gecontroleerd = replace(gecontroleerd, stukken={naam: stuk.document for naam, stuk in begonnen.items()})
        pdfs = {naam: bestanden[pdf] for naam in begonnen if (pdf := f"{naam}.pdf") in bestanden}
        gecontroleerd = met_omvang(gecontroleerd, pdfs)
        hashes = {naam: stuk.hash for naam, stuk in begonnen.items()}
        dossier, lijsten = self._gelezen.dossier, self._gelezen.recht.metadata
        einde = self._gelezen.termijnen.get(EINDE, {}).get("laatste_dag")
        bestanden |= mdto(dossier, {**alle, **gecontroleerd.stukken}, bestanden, lijsten, einde)
        publicatie = diwoo(dossier, gecontroleerd.stukken, lijsten)
        invoer = openbare_invoer(self._invoer, dossier.naam)
        bestanden[uitvoer.MANIFEST] = maak_manifest(gecontroleerd, invoer, bestanden, hashes, publicatie)
        return gecontroleerd, bestanden

    def maak_lijsten(self, lijsten: Mapping[str, Document]) -> dict[str, bytes]:
        """Every file of the checklists of a dossier by name, their manifest included; as `maak`."""
        begonnen = self._begin_alle(lijsten)
        bestanden = self._schrijf(begonnen)
        bomen = {naam: stuk.document for naam, stuk in begonnen.items()}
        hashes = {naam: stuk.hash for naam, stuk in begonnen.items()}
        manifest = maak_lijstmanifest(self._gelezen, self._invoer, bestanden, bomen, hashes)
        return bestanden | {uitvoer.MANIFEST: manifest}

    def _bewaarde(self, bomen: Mapping[str, Document]) -> dict[str, _Stuk]:
        """The papers of which every file that was made still holds."""
        uit = {}
        for naam, boom in bomen.items():
            document = self._gemerkt(naam, boom)
            formaten = [formaat for formaat in keten.FORMATEN if f"{naam}.{formaat}" in self._vorige.get("uitvoer", {})]
            hash_, _ = self._hash_en_bijlage(naam, document)
            oud = self._bewaard(naam, hash_, formaten)
            if formaten and len(oud) == len(formaten):
                uit[naam] = _Stuk(document, hash_, oud)
        return uit

    def _gemerkt(self, naam: str, boom: Document) -> Document:
        """Paper `naam` as it is written: an internal copy bears a mark."""
        return boom if self._stellers is None else met_internmerk(boom, self._stellers.get(naam))

    def _hash_en_bijlage(self, naam: str, document: Document) -> tuple[str, bytes | None]:
        """What paper `naam` is written from, as a hash; and the provenance that goes with it in an internal copy."""
        if self._stellers is None:
            return stukhash(document, self._huisstijl), None
        bijlage = _herkomst(self._gelezen, naam, document, self.dagen)
        return stukhash(document, {**self._huisstijl, "herkomst": uitvoer.hash_van(bijlage)}), bijlage

    def _begin_alle(self, bomen: Mapping[str, Document]) -> dict[str, _Stuk]:
        for naam, boom in bomen.items():
            self.begin(naam, boom)
        return {naam: self._begonnen[naam] for naam in bomen}

    def _schrijf(self, namen: Iterable[str]) -> dict[str, bytes]:
        bestanden: dict[str, bytes] = {}
        for naam in namen:
            stuk = self._begonnen[naam]
            try:
                klaar = stuk.oud | (self._zetterij.maak(naam) if stuk.nodig else {})
            except SchrijfError as fout:
                raise met_letterplaatsen(fout, self._gelezen) from fout
            bestanden |= {f"{naam}.{formaat}": klaar[formaat] for formaat in keten.FORMATEN if formaat in klaar}
        return bestanden

    def _formaten_van(self, naam: str, boom: str, *, gevraagd: bool) -> list[str]:
        """The formats to make of paper `naam`: those asked for, and in a full rebuild what any other run would keep."""
        blijft = self._vorige.get("uitvoer", {}) if self._alles and self._klopt(naam, boom) else {}
        return [
            formaat
            for formaat in keten.FORMATEN
            if (gevraagd and formaat in self._formaten) or f"{naam}.{formaat}" in blijft
        ]

    def _klopt(self, naam: str, boom: str) -> bool:
        """Whether paper `naam` was last made from this tree and house style, by this code."""
        zelfde_code = self._vorige.get("invoer", {}).get(uitvoer.CODE) == self._invoer[uitvoer.CODE]
        return bool(zelfde_code and self._vorige.get("stukken", {}).get(naam, {}).get("boom") == boom)

    def _bewaard(self, naam: str, boom: str, formaten: Iterable[str]) -> dict[str, bytes]:
        """What lies there of paper `naam` and still holds: same tree, and untouched since it was made."""
        if self._alles or not self._klopt(naam, boom):
            return {}
        uit = {}
        for formaat in formaten:
            bestand = self._doel / f"{naam}.{formaat}"
            wat = bestand.read_bytes() if bestand.is_file() else b""
            if wat and uitvoer.hash_van(wat) == self._vorige.get("uitvoer", {}).get(f"{naam}.{formaat}"):
                uit[formaat] = wat
        return uit


class _Stuk(Struct, frozen=True):
    """A paper of this run: its tree, the hash of what it is written from, and what still holds of the last run.

    `nodig` are the formats to make.
    """

    document: Document
    hash: str
    oud: dict[str, bytes]
    nodig: tuple[str, ...] = ()


def _herkomst(gelezen: Gelezen, naam: str, document: Document, dagen: Mapping[str, Feit]) -> bytes:
    """The provenance of one paper as JSON: of each fact it shows or hangs on what ``raadwerk herkomst`` tells."""
    from generator.herkomst import herkomst
    from generator.verslagen.herkomst import als_data

    alles = herkomst(gelezen.dossier, {naam: document}, gelezen.termijnen, dagen)
    inhoud = als_data({pad: wat for pad, wat in alles.items() if wat.gebruik})
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()
