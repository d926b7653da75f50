"""Accepting and rejecting the tracked changes of a Word file or a page, and what a reader then finds in it.

Written from the standard (ISO/IEC 29500-1 § 17.13.5), apart from the writer that it tests.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def accepteer(bestand: bytes) -> Papier:
    """What the file says once every change is accepted."""
    return Papier(bestand, blijft="ins", weg="del")


def weiger(bestand: bytes) -> Papier:
    """What the file says once every change is rejected."""
    return Papier(bestand, blijft="del", weg="ins")


class Papier:
    """A Word file as a reader finds it: text, looks, links, notes, lists, tables and pictures."""

    def __init__(self, bestand: bytes, blijft: str = "ins", weg: str = "del") -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(bestand))
        self.delen = {naam: self._lees(naam) for naam in ("word/document.xml", "word/footnotes.xml")}
        self.delen |= {naam: self._lees(naam) for naam in self.zip.namelist() if naam.startswith("word/footer")}
        for deel in self.delen.values():
            verwerk(deel, blijft, weg)
        self.noten: list[str] = []
        self.lijsten: dict[str, int] = {}
        romp = self.delen["word/document.xml"].find(f"{W}body")
        self.inhoud = self._stroom("word/document.xml", romp)
        noten = {noot.get(f"{W}id"): noot for noot in self.delen["word/footnotes.xml"]}
        self.voetnoten = [self._stroom("word/footnotes.xml", noten[nummer]) for nummer in list(self.noten)]
        self.voeten = [self._stroom(naam, deel) for naam, deel in sorted(self.delen.items()) if "footer" in naam]

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Papier) and self.alles == ander.alles

    __hash__ = None  # type: ignore[assignment]

    @property
    def alles(self) -> tuple:
        return self.inhoud, self.voetnoten, self.voeten

    @property
    def tekst(self) -> str:
        return "\n".join("".join(alinea.itertext(f"{W}t")) for alinea in self.delen["word/document.xml"].iter(f"{W}p"))

    def _lees(self, naam: str) -> etree._Element:
        return etree.fromstring(self.zip.read(naam))

    def _doel(self, deel: str, nummer: str) -> str:
        map_, naam = posixpath.split(deel)
        banden = etree.fromstring(self.zip.read(f"{map_}/_rels/{naam}.rels"))
        band = next(band for band in banden if band.get("Id") == nummer)
        doel = band.get("Target", "")
        if band.get("TargetMode") == "External":
            return doel
        return hashlib.sha256(self.zip.read(posixpath.normpath(posixpath.join(map_, doel)))).hexdigest()

    def _stroom(self, deel: str, ouder: etree._Element) -> list:
        return [self._blok(deel, kind) for kind in ouder if kind.tag in {f"{W}p", f"{W}tbl"}]

    def _blok(self, deel: str, blok: etree._Element) -> tuple:
        if blok.tag == f"{W}tbl":
            return "tabel", [
                (
                    rij.find(f"{W}trPr/{W}tblHeader") is not None,
                    [self._stroom(deel, cel) for cel in rij.findall(f"{W}tc")],
                )
                for rij in blok.findall(f"{W}tr")
            ]
        eigenschappen = blok.find(f"{W}pPr")
        return "alinea", self._opmaak(eigenschappen), samen(self._regel(deel, blok, ""))

    def _opmaak(self, eigenschappen: etree._Element | None) -> list:
        uit = []
        for kind in eigenschappen if eigenschappen is not None else ():
            naam = etree.QName(kind).localname
            if naam in {"keepNext", "spacing", "rPr"}:
                continue
            waarden = {sleutel.split("}")[1]: waarde for sleutel, waarde in kind.items()}
            if naam == "ind":
                waarden.pop("right", None)
            if naam == "numPr":
                lijst = kind.find(f"{W}numId").get(f"{W}val")
                niveau = kind.find(f"{W}ilvl").get(f"{W}val")
                waarden = {"niveau": niveau, "lijst": str(self.lijsten.setdefault(lijst, len(self.lijsten)))}
            uit.append((naam, sorted(waarden.items()), [etree.QName(diep).localname for diep in kind]))
        return uit

    def _regel(self, deel: str, ouder: etree._Element, link: str) -> list:
        uit = []
        for kind in ouder:
            naam = etree.QName(kind).localname
            if naam == "hyperlink":
                anker = kind.get(f"{W}anchor")
                uit += self._regel(deel, kind, f"#{anker}" if anker else self._doel(deel, kind.get(f"{R}id")))
            elif naam == "fldSimple":
                uit += [("veld", kind.get(f"{W}instr").split()[0], "", link)]
            elif naam in {"sdt", "sdtContent"}:
                uit += self._regel(deel, kind, link)
            elif naam == "r":
                uit += self._loop(deel, kind, link)
        return zonder_velden(uit)

    def _loop(self, deel: str, loop: etree._Element, link: str) -> list:
        eigenschappen = loop.find(f"{W}rPr")
        stijl = b"" if eigenschappen is None else b"".join(
            etree.tostring(kind, method="c14n", exclusive=True) for kind in eigenschappen
        )  # fmt: skip
        uit = []
        for kind in loop:
            naam = etree.QName(kind).localname
            if naam == "t":
                uit.append(("tekst", kind.text or "", stijl, link))
            elif naam == "footnoteReference":
                nummer = kind.get(f"{W}id")
                assert nummer not in self.noten, "een noot met twee verwijzingen"
                self.noten.append(nummer)
                uit.append(("noot", len(self.noten), stijl, link))
            elif naam == "drawing":
                beeld = self._doel(deel, next(kind.iter(f"{A}blip")).get(f"{R}embed"))
                uit.append(("beeld", beeld, next(kind.iter(f"{WP}docPr")).get("descr"), link))
            elif naam != "rPr":
                uit.append((naam, dict(kind.attrib).get(f"{W}fldCharType", "") or (kind.text or ""), stijl, link))
        return uit


def samen(delen: list) -> list:
    """Neighbours that look alike as one: how text is cut into runs says nothing."""
    uit: list = []
    for deel in delen:
        if uit and deel[0] == "tekst" == uit[-1][0] and deel[2:] == uit[-1][2:]:
            uit[-1] = ("tekst", uit[-1][1] + deel[1], *deel[2:])
        else:
            uit.append(deel)
    return uit


def zonder_velden(delen: list) -> list:
    """A field of runs is a field like any other; the number that stands in it is renewed by Word."""
    uit, diep = [], False
    for deel in delen:
        if deel[0] == "fldChar":
            diep = deel[1] != "end"
        elif deel[0] == "instrText":
            uit.append(("veld", deel[1].split()[0], "", deel[3]))
        elif not diep:
            uit.append(deel)
    return uit


def verwerk(deel: etree._Element, blijft: str, weg: str) -> None:
    """Make every change in `deel`: what is marked `weg` goes, what is marked `blijft` is ordinary text from now on."""
    for rij in [rij for rij in deel.iter(f"{W}tr") if rij.find(f"{W}trPr/{W}{weg}") is not None]:
        _haal_weg(rij)
    for tabel in [tabel for tabel in deel.iter(f"{W}tbl") if tabel.find(f"{W}tr") is None]:
        _haal_weg(tabel)
    _verwerk_tekst(deel, blijft, weg)
    for wijziging in list(deel.iter(f"{W}pPrChange")):
        eigenschappen = wijziging.getparent()
        if weg == "ins":
            eigenschappen[:] = list(wijziging[0])
        else:
            eigenschappen.remove(wijziging)
    for alinea in list(deel.iter(f"{W}p")):
        if alinea.find(f"{W}pPr/{W}rPr/{W}{weg}") is not None:
            _voeg_bij_volgende(alinea)


def _verwerk_tekst(deel: etree._Element, blijft: str, weg: str) -> None:
    def gemerkt(soort: str) -> list[etree._Element]:
        return [merk for merk in deel.iter(f"{W}{soort}") if merk.getparent().tag not in {f"{W}rPr", f"{W}trPr"}]

    for merk in gemerkt(weg):
        _haal_weg(merk)
    for merk in gemerkt(blijft):
        ouder, plek = merk.getparent(), merk.getparent().index(merk)
        ouder[plek : plek + 1] = list(merk)
    for tekst in deel.iter(f"{W}delText", f"{W}delInstrText"):
        tekst.tag = f"{W}{'t' if tekst.tag.endswith('delText') else 'instrText'}"
    for rand in list(deel.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        _haal_weg(rand)
    for verwijzing in list(deel.iter(f"{W}commentReference")):
        _haal_weg(verwijzing.getparent())
    for link in [link for link in deel.iter(f"{W}hyperlink") if not len(link)]:
        _haal_weg(link)


def _haal_weg(node: etree._Element) -> None:
    node.getparent().remove(node)


def _voeg_bij_volgende(alinea: etree._Element) -> None:
    """The mark of `alinea` goes: what is left of it stands before the words of the next one."""
    rest = [kind for kind in alinea if kind.tag in {f"{W}r", f"{W}hyperlink", f"{W}fldSimple", f"{W}sdt"}]
    volgende = alinea.getnext()
    if rest:
        assert volgende is not None
        assert volgende.tag == f"{W}p"
        volgende[1:1] = rest
    if rest or len(alinea.getparent().findall(f"{W}p")) > 1 or alinea.getparent().tag != f"{W}tc":
        alinea.getparent().remove(alinea)


def lees_pagina(bestand: bytes, weg: str = "") -> str:
    """The words of a page, without what is marked `weg` and what only a redline has."""
    romp = html.document_fromstring(bestand.decode()).get_element_by_id("stuk:inhoud")
    for eigen in romp.xpath('//*[@class="spooruitleg" or @class="redenen" or @class="reden" or @class="terug"]'):
        eigen.drop_tree()
    for nav in romp.xpath("//nav"):
        nav.drop_tree()
    for deel in list(romp.iter(weg)) if weg else ():
        deel.drop_tree()
    return "".join("".join(map(str, romp.itertext())).split())
