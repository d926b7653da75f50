"""A paper and its files as MDTO-XML 1.0.1 (Nationaal Archief): what an archive must know to take it in.

The schema lets one file describe one object: ``raadsnota.mdto.xml`` the paper (*informatieobject*),
``raadsnota.pdf.bestand.mdto.xml`` one of its files. Markdown is for review in git and no form to archive. Values nobody
knows are left out; where MDTO demands one, its own lists have ‘Nader te bepalen’.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from generator.feiten.keuzes import INTERN, OPENBAAR
from generator.feiten.waarden import Duur

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.document.nodes import Document
    from generator.feiten.dossier import Archivering, Dossier, Stuk
    from generator.feiten.feit import Feit
    from generator.feiten.metadata import Begripcode, Metadatalijsten

    Element = tuple[str, "str | Sequence[Element]"]

FORMATEN = ("docx", "html", "pdf")
RUIMTE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{RUIMTE}/MDTO-XML1.0.1.xsd"
UITGANG = ".mdto.xml"
_WORTEL = (
    f'<MDTO xmlns="{RUIMTE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{RUIMTE} {SCHEMA}">'
)
_ONTSNAPT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # xml.sax would cost thirty milliseconds to load
_BRON = "Raadwerk"
_WAARDERING = {"blijvend te bewaren": "B", "tijdelijk te bewaren": "V"}
_NADER = "Nader te bepalen"
_DUUR = {"dag": "D", "week": "W", "maand": "M", "jaar": "Y"}


def mdto(
    dossier: Dossier, stukken: Mapping[str, Document], bestanden: Mapping[str, bytes], lijsten: Metadatalijsten
) -> dict[str, bytes]:
    """The MDTO files of `stukken` by name: one for each paper, one for each of its files in `bestanden`.

    What is no paper of the dossier (a checklist) has none, nor has a paper of which no file was made, nor a variant:
    it is reckoning, and no record.
    """
    uit: dict[str, bytes] = {}
    if dossier.variant:
        return uit
    for naam in [naam for naam in stukken if naam in dossier.stukken]:
        eigen = [f"{naam}.{formaat}" for formaat in FORMATEN if f"{naam}.{formaat}" in bestanden]
        if not eigen:
            continue
        stuk = _Beschrijving(dossier, dossier.stukken[naam], stukken[naam], lijsten)
        uit[f"{naam}{UITGANG}"] = _xml(("informatieobject", list(stuk.informatieobject(eigen))))
        for bestand in eigen:
            uit[f"{bestand}.bestand{UITGANG}"] = _xml(("bestand", stuk.bestand(bestand, bestanden[bestand])))
    return uit


class _Beschrijving:
    """One paper, as MDTO describes it and its files."""

    def __init__(self, dossier: Dossier, stuk: Stuk, document: Document, lijsten: Metadatalijsten) -> None:
        self._dossier, self._stuk, self._meta, self._lijsten = dossier, stuk, document.meta, lijsten
        self._openbaarheid = stuk.openbaarheid_op(dt.date.fromisoformat(document.meta.datum))
        self._is_kopie = document.meta.openbaarheid == INTERN != self._openbaarheid  # made with ‘bouw --intern’
        delen = [dossier.naam, stuk.pad.rpartition(".")[2], stuk.versie.woorden]
        if self._is_kopie:
            delen.append("intern")
        self._kenmerk = "/".join(delen)

    def informatieobject(self, bestanden: Sequence[str]) -> Iterator[Element]:
        """The elements of the paper, in the order of the schema."""
        gemeente, archief = self._dossier.gemeente, self._dossier.gemeente.archief.get(self._stuk.soort.woorden)
        yield _identificatie("identificatie", self._kenmerk, _BRON)
        yield "naam", self._meta.titel
        yield "aggregatieniveau", _begrip("Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
        yield "taal", self._meta.taal.partition("-")[0]
        yield from _archivering(archief)
        zaaknummer, tooi = _woorden(self._stuk.zaaknummer), _woorden(gemeente.tooi)
        zaaksysteem = f"Zaaksysteem gemeente {gemeente.naam.woorden}"
        yield "isOnderdeelVan", _verwijzing(self._dossier.titel.woorden, zaaknummer, zaaksysteem)
        for bestand in bestanden:
            yield "heeftRepresentatie", _verwijzing(bestand, self._kenmerk_van(bestand), _BRON)
        gemeentenaam = f"gemeente {gemeente.naam.woorden}"
        yield "archiefvormer", _verwijzing(gemeentenaam, tooi, "TOOI register gemeenten compleet")
        yield "beperkingGebruik", self._beperking()

    def bestand(self, naam: str, inhoud: bytes) -> list[Element]:
        """The elements of one file, in the order of the schema. Its checksum bears the day of the paper: no clock."""
        formaat = naam.rpartition(".")[2]
        if formaat == "pdf" and self._is_kopie:
            formaat = "pdf intern"
        return [
            _identificatie("identificatie", self._kenmerk_van(naam), _BRON),
            ("naam", naam),
            ("omvang", str(len(inhoud))),
            ("bestandsformaat", _begripcode(self._lijsten.formaten[formaat], "PRONOM-register")),
            (
                "checksum",
                [
                    ("checksumAlgoritme", _begrip("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")),
                    ("checksumWaarde", hashlib.sha256(inhoud).hexdigest()),
                    ("checksumDatum", f"{self._meta.datum}T00:00:00"),
                ],
            ),
            ("isRepresentatieVan", _verwijzing(self._meta.titel, self._kenmerk, _BRON)),
        ]

    def _kenmerk_van(self, bestand: str) -> str:
        return f"{self._kenmerk}/{bestand.rpartition('.')[2]}"

    def _beperking(self) -> list[Element]:
        """The restriction on use: none on a public paper; a secret one names the ground it rests on."""
        label, zin = _NADER, ""
        match INTERN if self._is_kopie and self._openbaarheid == OPENBAAR else self._openbaarheid:
            case "openbaar":
                label = "Geen beperking"
            case "intern":
                label, zin = "Overig", "Interne versie, niet voor publicatie."
            case "geheim":
                label, zin = "Overig", " ".join(self._geheimhouding())
            case _:
                pass
        type_: Element = ("beperkingGebruikType", _begrip(label, "Begrippenlijst BeperkingGebruikTypeLijst MDTO"))
        return [type_, ("beperkingGebruikNadereBeschrijving", zin)] if zin else [type_]

    def _geheimhouding(self) -> Iterator[str]:
        geheim = self._stuk.geheimhouding
        yield "Geheimhouding (Gemeentewet, artikel 87)."
        if geheim is not None and not geheim.opgelegd_door.is_open and not geheim.datum.is_open:
            yield f"Opgelegd door {geheim.opgelegd_door.woorden} op {geheim.datum.dag.isoformat()}."
        if geheim is not None and not geheim.belang.is_open:
            yield f"Belang: {geheim.belang.woorden}."


def _archivering(archief: Archivering | None) -> Iterator[Element]:
    """How it is valued, how long it is kept, and by which category of the selection list."""
    label, code = _NADER, "N"
    if archief is not None and not archief.waardering.is_open:
        label, code = archief.waardering.woorden.capitalize(), _WAARDERING[archief.waardering.woorden]
    yield "waardering", _begrip(label, "Begrippenlijst Waarderingen MDTO", code)
    if archief is None:
        return
    match archief.bewaartermijn and archief.bewaartermijn.waarde:
        case Duur(getal, eenheid) if eenheid in _DUUR:
            yield "bewaartermijn", [("termijnLooptijd", f"P{getal}{_DUUR[eenheid]}")]
        case _:
            pass
    naam, lijst = _woorden(archief.categorienaam), _woorden(archief.selectielijst)
    if naam and lijst:
        yield "informatiecategorie", _begrip(naam, lijst, _woorden(archief.categorie))


def _woorden(feit: Feit | None) -> str:
    """The words of a fact; empty when nobody knows them."""
    return "" if feit is None or feit.is_open else feit.woorden


def _identificatie(element: str, kenmerk: str, bron: str) -> Element:
    return element, [("identificatieKenmerk", kenmerk), ("identificatieBron", bron)]


def _verwijzing(naam: str, kenmerk: str = "", bron: str = "") -> list[Element]:
    uit: list[Element] = [("verwijzingNaam", naam)]
    return [*uit, _identificatie("verwijzingIdentificatie", kenmerk, bron)] if kenmerk else uit


def _begrip(label: str, lijst: str, code: str = "") -> list[Element]:
    codes: list[Element] = [("begripCode", code)] if code else []
    return [("begripLabel", label), *codes, ("begripBegrippenlijst", _verwijzing(lijst))]


def _begripcode(begrip: Begripcode, lijst: str) -> list[Element]:
    return _begrip(begrip.label, lijst, begrip.code)


def _xml(element: Element) -> bytes:
    """One object as a file: the same object gives the same bytes."""
    regels = ['<?xml version="1.0" encoding="UTF-8"?>', _WORTEL, *_regels(element, "\t"), "</MDTO>", ""]
    return "\n".join(regels).encode()


def _regels(element: Element, inspring: str) -> Iterator[str]:
    naam, inhoud = element
    if isinstance(inhoud, str):
        yield f"{inspring}<{naam}>{inhoud.translate(_ONTSNAPT)}</{naam}>"
        return
    yield f"{inspring}<{naam}>"
    for deel in inhoud:
        yield from _regels(deel, f"{inspring}\t")
    yield f"{inspring}</{naam}>"
