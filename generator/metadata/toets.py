"""Does an MDTO file keep the rules of the standard: every fault at once, with its line, in Dutch."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lxml import etree

from generator.errors import Fout, InvoerError, Plaats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.feiten.mdto import Begrippenlijst, Elementregel, Mdtoregels

    Boom = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

_SOMMEN = {
    "SHA-224": hashlib.sha224, "SHA-256": hashlib.sha256, "SHA-384": hashlib.sha384, "SHA-512": hashlib.sha512,
}  # fmt: skip
_MEER = "haal weg wat te veel is"


def lees_xml(xml: bytes, naam: str) -> etree._ElementTree:
    """The XML of the file `naam`. InvoerError when it is none; nothing outside it is read."""
    lezer = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    raad = "maak het opnieuw met ‘raadwerk bouw’"
    try:
        boom = etree.ElementTree(etree.fromstring(xml, lezer))
    except etree.XMLSyntaxError as fout:
        regel, kolom = fout.position
        raise InvoerError(Fout(Plaats(naam, regel, kolom), "dit is geen goede XML", raad=raad)) from None
    if boom.docinfo.internalDTD is not None:
        raise InvoerError(Fout(Plaats(naam), "dit bestand heeft een DOCTYPE; die hoort niet in MDTO", raad=raad))
    return boom


def toets(boom: etree._ElementTree, naam: str, regels: Mdtoregels) -> list[Fout]:
    """What in the MDTO file `naam` breaks `regels`, in order of line."""
    return sorted(_Toets(naam, regels).wortel(boom.getroot()), key=lambda fout: fout.plaats)


def toets_vastheid(
    boom: etree._ElementTree, naam: str, naamruimte: str, lees: Callable[[str], bytes]
) -> Iterator[Fout]:
    """Whether the file that `boom` describes still is what it was: its size and checksum (*fixity*).

    `lees` gives the bytes of a file beside `naam`; InvoerError when it is not there. `boom` keeps the rules.
    """
    ruimte = {"m": naamruimte}
    bestand = boom.getroot().find("m:bestand", ruimte)
    if bestand is None:
        return
    stuk, omvang = (bestand.findtext(f"m:{veld}", "", ruimte) for veld in ("naam", "omvang"))
    inhoud = lees(stuk)
    anders = [] if len(inhoud) == int(omvang) else [f"{len(inhoud)} bytes groot, niet {omvang}"]
    for som in bestand.findall("m:checksum", ruimte):
        algoritme = som.findtext("m:checksumAlgoritme/m:begripLabel", "", ruimte)
        if (
            algoritme in _SOMMEN
            and som.findtext("m:checksumWaarde", "", ruimte) != _SOMMEN[algoritme](inhoud).hexdigest()
        ):
            anders.append(f"anders volgens zijn controlegetal ({algoritme})")
    for wat in anders:
        raad = "maak het opnieuw met ‘raadwerk bouw’, of zet het oude bestand terug"
        yield Fout(Plaats(naam, _regel(bestand)), f"{stuk} is {wat}", raad=raad)


class _Toets:
    def __init__(self, naam: str, regels: Mdtoregels) -> None:
        self._naam, self._regels = naam, regels

    def wortel(self, boom: Boom) -> Iterator[Fout]:
        if self._lokaal(boom) != "MDTO":
            yield self._fout(boom, f"dit bestand begint met ‘{_kort(boom)}’", "MDTO, in de naamruimte van MDTO")
            return
        objecten = [(deel, self._lokaal(deel)) for deel in boom]
        namen = [naam for _, naam in objecten]
        if len(namen) != 1 or namen[0] not in self._regels.wortel:
            gevonden = ", ".join(naam or _kort(deel) for deel, naam in objecten) or "niets"
            yield self._fout(boom, f"hier staat {gevonden}", f"één {' of '.join(self._regels.wortel)}")
            return
        yield from self._groep(boom[0], self._regels.groepen[namen[0]])

    def _groep(self, boom: Boom, elementen: Mapping[str, Elementregel]) -> Iterator[Fout]:
        """The elements of a group: each known, in order, as often as may be, and each well in itself."""
        volgorde = list(elementen)
        verst = 0
        telling = dict.fromkeys(volgorde, 0)
        for deel in boom:
            naam = self._lokaal(deel)
            if naam not in elementen:
                yield self._fout(deel, f"het element ‘{_kort(deel)}’ hoort hier niet", f"een van {', '.join(volgorde)}")
                continue
            telling[naam] += 1
            if volgorde.index(naam) < verst:
                yield self._fout(deel, f"‘{naam}’ staat na ‘{volgorde[verst]}’", f"‘{naam}’ ervoor")
            verst = max(verst, volgorde.index(naam))
            yield from self._element(deel, naam, elementen[naam])
        for naam, aantal in telling.items():
            minst, meest = elementen[naam].keer
            if aantal < minst:
                yield self._fout(boom, f"in ‘{_kort(boom)}’ ontbreekt ‘{naam}’", "dit is verplicht")
            elif meest is not None and aantal > meest:
                yield self._fout(
                    boom, f"in ‘{_kort(boom)}’ staat ‘{naam}’ {aantal} keer", f"hooguit {meest} keer", _MEER
                )

    def _element(self, boom: Boom, naam: str, regel: Elementregel) -> Iterator[Fout]:
        if regel.soort in self._regels.groepen:
            if (boom.text or "").strip():
                yield self._fout(boom, f"in ‘{naam}’ staat losse tekst", "alleen elementen")
            yield from self._groep(boom, self._regels.groepen[regel.soort])
            if regel.lijst:
                yield from self._begrip(boom, naam, regel.lijst)
            return
        vorm, tekst = self._regels.vormen[regel.soort], boom.text or ""
        if len(boom):
            yield self._fout(boom, f"in ‘{naam}’ staan elementen", vorm.verwacht)
        elif not vorm.patroon.fullmatch(tekst):
            yield self._fout(boom, f"‘{naam}’ is {f'‘{tekst}’' if tekst.strip() else 'leeg'}", vorm.verwacht)

    def _begrip(self, boom: Boom, naam: str, titel: str) -> Iterator[Fout]:
        """A term stands in the list it names; where that list is closed there is no other."""
        lijst = self._regels.lijsten[titel]
        label, code, genoemd = (
            boom.findtext("/".join(f"{{{self._regels.naamruimte}}}{deel}" for deel in pad.split("/"))) or ""
            for pad in ("begripLabel", "begripCode", "begripBegrippenlijst/verwijzingNaam")
        )
        if genoemd != titel:
            if lijst.gesloten:
                yield self._fout(boom, f"‘{naam}’ komt uit de lijst ‘{genoemd}’", f"‘{titel}’: die lijst is gesloten")
            return
        yield from self._uit_lijst(boom, naam, (label, code), lijst)

    def _uit_lijst(self, boom: Boom, naam: str, begrip: tuple[str, str], lijst: Begrippenlijst) -> Iterator[Fout]:
        label, code = begrip
        if label not in lijst.begrippen:
            yield self._fout(boom, f"‘{naam}’ is ‘{label}’", f"een van {', '.join(lijst.begrippen)}")
        elif code and code != lijst.begrippen[label]:
            yield self._fout(boom, f"‘{naam}’ is ‘{label}’ met code ‘{code}’", f"code ‘{lijst.begrippen[label]}’")

    def _lokaal(self, boom: Boom) -> str:
        """The name of an element of MDTO; empty for one of another namespace."""
        naam = etree.QName(boom)
        return naam.localname if naam.namespace == self._regels.naamruimte else ""

    def _fout(self, boom: Boom, gevonden: str, verwacht: str, raad: str = "") -> Fout:
        return Fout(Plaats(self._naam, _regel(boom)), gevonden, verwacht, raad)


def _kort(boom: Boom) -> str:
    return etree.QName(boom).localname


def _regel(boom: Boom) -> int:
    return boom.sourceline or 0  # type: ignore[return-value, truthy-bool]  # the stub gives it no type
