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
from generator.metadata.elementen import BRON, begrip, identificatie, verwijzing, woorden_van
from generator.metadata.verbanden import betrokkenen, dekking, events, gemeente_van, gerelateerd, kenmerk_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.document.nodes import Document
    from generator.feiten.dossier import Archivering, Dossier, Stuk
    from generator.feiten.feit import Feit
    from generator.feiten.metadata import Begripcode, Metadatalijsten
    from generator.metadata.elementen import Element

FORMATEN = ("docx", "html", "pdf")
RUIMTE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{RUIMTE}/MDTO-XML1.0.1.xsd"
UITGANG = ".mdto.xml"
_WORTEL = (
    f'<MDTO xmlns="{RUIMTE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{RUIMTE} {SCHEMA}">'
)
_ONTSNAPT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # xml.sax would cost thirty milliseconds to load
_WAARDERING = {"blijvend te bewaren": "B", "tijdelijk te bewaren": "V"}
_NADER = "Nader te bepalen"
_DUUR = {"dag": "D", "week": "W", "maand": "M", "jaar": "Y"}


def mdto(
    dossier: Dossier, stukken: Mapping[str, Document], bestanden: Mapping[str, bytes], lijsten: Metadatalijsten,
    einde: Feit | None = None,
) -> dict[str, bytes]:  # fmt: skip
    """The MDTO files of `stukken` by name: one for each paper, one for each of its files in `bestanden`.

    `stukken` are all papers that are known here, for one names another that it relates to; `einde` is the last day of
    the agreement. What is no paper of the dossier (a checklist) has no file, nor has a paper of which no file was made,
    nor a variant: it is reckoning, and no record.
    """
    uit: dict[str, bytes] = {}
    if dossier.variant:
        return uit
    for naam in [naam for naam in stukken if naam in dossier.stukken]:
        eigen = [f"{naam}.{formaat}" for formaat in FORMATEN if f"{naam}.{formaat}" in bestanden]
        if not eigen:
            continue
        stuk = _Beschrijving(dossier, dossier.stukken[naam], stukken, lijsten, einde)
        uit[f"{naam}{UITGANG}"] = _xml(("informatieobject", list(stuk.informatieobject(eigen))))
        for bestand in eigen:
            uit[f"{bestand}.bestand{UITGANG}"] = _xml(("bestand", stuk.bestand(bestand, bestanden[bestand])))
    return uit


class _Beschrijving:
    """One paper, as MDTO describes it and its files."""

    def __init__(
        self, dossier: Dossier, stuk: Stuk, stukken: Mapping[str, Document], lijsten: Metadatalijsten,
        einde: Feit | None,
    ) -> None:  # fmt: skip
        self._einde = einde
        self._dossier, self._stuk, self._stukken, self._lijsten = dossier, stuk, stukken, lijsten
        self._meta = stukken[stuk.pad.rpartition(".")[2]].meta
        self._dag = dt.date.fromisoformat(self._meta.datum)
        self._openbaarheid = stuk.openbaarheid_op(self._dag)
        self._is_kopie = self._meta.openbaarheid == INTERN != self._openbaarheid  # made with ‘bouw --intern’
        self._kenmerk = kenmerk_van(dossier, stuk) + ("/intern" if self._is_kopie else "")

    def informatieobject(self, bestanden: Sequence[str]) -> Iterator[Element]:
        """The elements of the paper, in the order of the schema."""
        gemeente, archief = self._dossier.gemeente, self._dossier.gemeente.archief.get(self._stuk.soort.woorden)
        yield identificatie("identificatie", self._kenmerk, BRON)
        yield "naam", self._meta.titel
        yield "aggregatieniveau", begrip("Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
        yield from dekking(self._dossier, self._stuk, self._einde)
        yield "taal", self._meta.taal.partition("-")[0]
        yield from events(self._dossier, self._stuk, self._dag)
        yield from _archivering(archief)
        zaaknummer = woorden_van(self._stuk.zaaknummer)
        zaaksysteem = f"Zaaksysteem gemeente {gemeente.naam.woorden}"
        yield "isOnderdeelVan", verwijzing(self._dossier.titel.woorden, zaaknummer, zaaksysteem)
        for bestand in bestanden:
            yield "heeftRepresentatie", verwijzing(bestand, self._kenmerk_van(bestand), BRON)
        yield from gerelateerd(self._dossier, self._stuk, self._stukken, self._dag)
        yield "archiefvormer", gemeente_van(self._dossier)
        yield from betrokkenen(self._dossier, self._stuk)
        yield "beperkingGebruik", self._beperking()

    def bestand(self, naam: str, inhoud: bytes) -> list[Element]:
        """The elements of one file, in the order of the schema. Its checksum bears the day of the paper: no clock."""
        formaat = naam.rpartition(".")[2]
        if formaat == "pdf" and self._is_kopie:
            formaat = "pdf intern"
        return [
            identificatie("identificatie", self._kenmerk_van(naam), BRON),
            ("naam", naam),
            ("omvang", str(len(inhoud))),
            ("bestandsformaat", _begripcode(self._lijsten.formaten[formaat], "PRONOM-register")),
            (
                "checksum",
                [
                    ("checksumAlgoritme", begrip("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")),
                    ("checksumWaarde", hashlib.sha256(inhoud).hexdigest()),
                    ("checksumDatum", f"{self._meta.datum}T00:00:00"),
                ],
            ),
            ("isRepresentatieVan", verwijzing(self._meta.titel, self._kenmerk, BRON)),
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
        type_: Element = ("beperkingGebruikType", begrip(label, "Begrippenlijst BeperkingGebruikTypeLijst MDTO"))
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
    yield "waardering", begrip(label, "Begrippenlijst Waarderingen MDTO", code)
    if archief is None:
        return
    match archief.bewaartermijn and archief.bewaartermijn.waarde:
        case Duur(getal, eenheid) if eenheid in _DUUR:
            yield "bewaartermijn", [("termijnLooptijd", f"P{getal}{_DUUR[eenheid]}")]
        case _:
            pass
    naam, lijst = woorden_van(archief.categorienaam), woorden_van(archief.selectielijst)
    if naam and lijst:
        yield "informatiecategorie", begrip(naam, lijst, woorden_van(archief.categorie))


def _begripcode(code: Begripcode, lijst: str) -> list[Element]:
    return begrip(code.label, lijst, code.code)


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
