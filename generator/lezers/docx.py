"""The words of a Word file, paragraph by paragraph, with its figures (ISO/IEC 29500-1; read with python-docx).

Changes that Word kept track of are read as if they were accepted.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from lxml import etree
from msgspec.structs import replace

from generator.bladzijden import Invulveld, Papier, Regel
from generator.document.kenmerk import FEITEN, KENMERK
from generator.errors import Fout, InvoerError, Plaats
from generator.lezers.nummering import Nummering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.opc.part import Part

    from generator.bladzijden import Deel

_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SOORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OLE = b"\xd0\xcf\x11\xe0"  # an old .doc, or a .docx with a password: both are this container
_TE_KLEIN = 4  # half points: two points high
_TE_GROOT = 300_000_000  # bytes unpacked; a paper is a few megabytes
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WEG = {f"{_W}{naam}" for naam in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")}
_SPOREN = [f"{_W}{naam}" for naam in ("ins", "del", "moveFrom", "moveTo")]
_TEKENS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_KNOOP = re.compile(r":(?P<knoop>(?P<naam>[^\W_]+)(?:_\d+)?)\[1\]$")


# Parts beside the text: what they are called, and the element of one note in them.
_ANDERE_DELEN: dict[str, tuple[Deel, str]] = {
    "footnotes": ("voetnoot", "footnote"), "endnotes": ("voetnoot", "endnote"), "header": ("koptekst", ""),
    "footer": ("voettekst", ""),
}  # fmt: skip
_ONGELEZEN = {f"{_W}altChunk": "een ingevoegd bestand", f"{_W}object": "een ingesloten object"}


class _Hoe(NamedTuple):
    """What reading a line needs: the nodes with values, the lists, and whether it says what is struck through.

    What nobody sees is kept in `verborgen` as it is passed by.
    """

    knopen: Mapping[str, str]
    nummering: Nummering
    doorhaling: bool
    verborgen: list[str]


def read_papier(docx: bytes, bestand: str = "het Word-bestand", *, doorhaling: bool = False) -> Papier:
    """The paper in the file `docx`, called `bestand` in a message.

    Words that nobody sees are not read: hidden, white on white or too small. With `doorhaling` words that are struck
    through say so, in brackets.

    Raises:
        InvoerError: the file is empty, damaged, locked with a password, or no Word file.
    """
    try:
        with zipfile.ZipFile(BytesIO(docx)) as pak:
            te_groot = sum(deel.file_size for deel in pak.infolist()) > _TE_GROOT
        if te_groot:
            raise InvoerError(Fout(Plaats(bestand), "dit bestand is te groot", raad="is dit wel het goede bestand?"))
        return _lees(OpcPackage.open(BytesIO(docx)), doorhaling=doorhaling)
    # What python-docx and lxml raise on a damaged file differs with the damage.
    except (
        zipfile.BadZipFile, zlib.error, etree.LxmlError, OpcError, LookupError, ValueError, AttributeError,
        TypeError, NotImplementedError, RuntimeError, EOFError, OSError,
    ) as fout:  # fmt: skip
        if docx.startswith(_OLE):
            gevonden = "dit bestand is met een wachtwoord beveiligd, of het is een oud Word-bestand (.doc)"
            raad = "open het in Word en bewaar het als .docx zonder wachtwoord"
        else:
            gevonden = "dit is geen leesbaar Word-bestand" if docx else "het bestand is leeg"
            raad = "haal het bestand opnieuw op, of bewaar het in Word als .docx"
        raise InvoerError(Fout(Plaats(bestand), gevonden, "een .docx", raad)) from fout


def _lees(pak: Any, *, doorhaling: bool) -> Papier:  # noqa: ANN401 - python-docx gives no type for what it opened
    hoofd = pak.main_document_part
    boom = etree.fromstring(hoofd.blob, _lezer())
    if boom.tag != f"{_W}document":
        raise ValueError("the main part is no Word text")
    verwant: dict[str, list[Part]] = {}
    for relatie in hoofd.rels.values():
        if not relatie.is_external:
            verwant.setdefault(relatie.reltype.removeprefix(_SOORT), []).append(relatie.target_part)
    knopen, kenmerk = _waarden(verwant.get("customXml", []))
    stijlen, nummers = (
        [etree.fromstring(deel.blob, _lezer()) for deel in verwant.get(naam, [])] for naam in ("styles", "numbering")
    )
    koppen = _kopstijlen(stijlen)
    hoe = _Hoe(knopen, Nummering(nummers, stijlen), doorhaling, [])
    regels = list(_regels(boom, "tekst", koppen, hoe))
    wortels = [boom]
    for naam, (deel, soort) in _ANDERE_DELEN.items():
        for part in verwant.get(naam, []):
            wortels.append(wortel := etree.fromstring(part.blob, _lezer()))
            for noot in wortel.iterchildren(f"{_W}{soort}") if soort else [wortel]:
                if noot.get(f"{_W}type") is None:  # the others draw the line above the notes
                    regels += _regels(noot, deel, set(), hoe)
    genummerd = (replace(regel, nummer=nummer) for nummer, regel in enumerate(regels, 1))
    bijgehouden = any(next(wortel.iter(*_SPOREN), None) is not None for wortel in wortels)
    ongelezen = tuple(wat for tag, wat in _ONGELEZEN.items() for wortel in wortels for _ in wortel.iter(tag))
    return Papier(
        tuple(genummerd), bijgehouden, kenmerk, knopen, ongelezen, _opmerkingen(verwant.get("comments", []), hoe),
        tuple(hoe.verborgen), _beelden(hoofd, boom),
    )  # fmt: skip


def _beelden(deel: Part, boom: etree._Element) -> tuple[str, ...]:
    """The checksum of each picture in the text; a drawing that lies elsewhere has none."""
    inhoud = (deel.related_parts.get(blip.get(_EMBED, "")) for blip in boom.iter("{*}blip"))
    return tuple(hashlib.sha256(beeld.blob).hexdigest() for beeld in inhoud if beeld is not None)


def _lezer() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _waarden(delen: list[Part]) -> tuple[dict[str, str], str]:
    """The nodes of our part with values, and which paper it says it is of."""
    for deel in delen:
        wortel = etree.fromstring(deel.blob, _lezer())
        if wortel.tag == f"{{{FEITEN}}}feiten":
            knopen = {etree.QName(knoop).localname: knoop.text or "" for knoop in wortel}
            return knopen, knopen.pop(KENMERK, "").strip()
    return {}, ""


def _opmerkingen(delen: list[Part], hoe: _Hoe) -> tuple[str, ...]:
    """The words of each comment in the margin, on one line."""
    opmerkingen = [noot for deel in delen for noot in etree.fromstring(deel.blob, _lezer()).iter(f"{_W}comment")]
    return tuple(" ".join(_woorden(alinea, hoe)[0] for alinea in noot.iter(f"{_W}p")) for noot in opmerkingen)


def _kopstijlen(delen: list[etree._Element]) -> set[str]:
    """The ids of the styles of headings and the title."""
    return {
        stijl.get(f"{_W}styleId", "")
        for deel in delen
        for stijl in deel.iter(f"{_W}style")
        if re.match(r"heading|title", stijl.find(f"{_W}name").get(f"{_W}val", ""), re.IGNORECASE)  # type: ignore[union-attr]
    }


def _regels(wortel: etree._Element, deel: Deel, koppen: set[str], hoe: _Hoe) -> Iterator[Regel]:
    """The paragraphs of `wortel` in order, those in tables and frames included; empty ones are passed by."""
    tekst, velden = "", []
    for alinea in wortel.iter(f"{_W}p"):
        if _is_vervallen(alinea):
            continue
        stukje, hier = _woorden(alinea, hoe)
        velden += [replace(veld, begin=veld.begin + len(tekst), eind=veld.eind + len(tekst)) for veld in hier]
        tekst += stukje
        if alinea.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            continue  # its end is deleted: it reads on in the next
        nummering = hoe.nummering.voor(alinea)  # an empty paragraph counts too
        if tekst.strip():
            yield Regel(tekst, 0, 0, _deel(alinea, deel, koppen), tuple(velden), nummering)
        tekst, velden = "", []
    if tekst.strip():
        yield Regel(tekst, 0, 0, deel, tuple(velden))


def _is_vervallen(alinea: etree._Element) -> bool:
    """Whether it stands in a deleted row, or in the copy of a frame for old readers."""
    for ouder in alinea.iterancestors(f"{_W}tr", "{*}Fallback"):
        if ouder.tag != f"{_W}tr" or ouder.find(f"{_W}trPr/{_W}del") is not None:
            return True
    return False


def _deel(alinea: etree._Element, deel: Deel, koppen: set[str]) -> Deel:
    if deel != "tekst":
        return deel
    if next(alinea.iterancestors(f"{_W}tc"), None) is not None:
        return "tabel"
    stijl = alinea.find(f"{_W}pPr/{_W}pStyle")
    return "kop" if stijl is not None and stijl.get(f"{_W}val") in koppen else "tekst"


def _woorden(alinea: etree._Element, hoe: _Hoe) -> tuple[str, list[Invulveld]]:
    """The words of one paragraph, and the figures in it."""
    delen: list[str] = []
    velden: list[Invulveld] = []
    lengte = 0
    for knoop in alinea:
        tekst, hier = _inline(knoop, hoe)
        velden += [replace(veld, begin=veld.begin + lengte, eind=veld.eind + lengte) for veld in hier]
        delen.append(tekst)
        lengte += len(tekst)
    return "".join(delen), velden


def _inline(knoop: etree._Element, hoe: _Hoe) -> tuple[str, list[Invulveld]]:
    if knoop.tag in _WEG or knoop.tag == f"{_W}p" or etree.QName(knoop).localname in {"drawing", "pict", "Fallback"}:
        return "", []  # a frame with text in it has paragraphs of its own
    if knoop.tag in {f"{_W}t", f"{_M}t"}:
        return knoop.text or "", []
    if knoop.tag == f"{_W}sym":
        return chr(int(knoop.get(f"{_W}char", "20"), 16)), []
    if knoop.tag == f"{_W}r" and _is_onzichtbaar(knoop):
        hoe.verborgen.extend(woorden for deel in knoop.iter(f"{_W}t") if (woorden := (deel.text or "").strip()))
        return "", []
    if knoop.tag in _TEKENS:
        return _TEKENS[knoop.tag], []
    if knoop.tag == f"{_W}fldSimple" and "NOTEREF" in knoop.get(f"{_W}instr", ""):
        return "", []  # the number of a note is no word
    tekst, velden = _woorden(knoop, hoe)
    if hoe.doorhaling and knoop.tag == f"{_W}r" and tekst.strip() and _staat_aan(knoop, "strike", "dstrike"):
        return f"[doorgehaald: {tekst}]", []
    binding = knoop.find(f"{_W}sdtPr/{_W}dataBinding") if knoop.tag == f"{_W}sdt" else None
    if binding is not None and (gevonden := _KNOOP.search(binding.get(f"{_W}xpath", ""))):
        # LibreOffice drops the tag; the node is named after it.
        velden = [Invulveld(gevonden["naam"], 0, len(tekst), gevonden["knoop"], hoe.knopen.get(gevonden["knoop"]))]
    return tekst, velden


def _is_onzichtbaar(run: etree._Element) -> bool:
    """Whether nobody sees the words of a run: hidden, of a point or two high, or white on nothing but paper.

    White in a table is taken for seen: its colour may come from the style of the table.
    """
    if _staat_aan(run, "vanish"):
        return True
    looks = {etree.QName(look).localname: look.get(f"{_W}val", "") for look in run.iterfind(f"{_W}rPr/*")}
    if looks.get("sz", "").isdigit() and int(looks["sz"]) <= _TE_KLEIN:
        return True
    if looks.get("color", "").upper() != "FFFFFF" or looks.keys() & {"shd", "highlight"}:
        return False
    achter = (ouder.tag == f"{_W}tc" or ouder.find(f"{_W}pPr/{_W}shd") is not None for ouder in run.iterancestors())
    return not any(achter)


def _staat_aan(run: etree._Element, *namen: str) -> bool:
    """Whether a run has one of these looks of its own; "0" and "false" turn it off."""
    looks = [run.find(f"{_W}rPr/{_W}{naam}") for naam in namen]
    return any(look is not None and look.get(f"{_W}val") not in {"0", "false", "off"} for look in looks)
