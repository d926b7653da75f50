"""The house style: ``huisstijl.yaml`` and the files it names → one checked value."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.huisstijl import Huisstijl, Lettertype
from generator.inhoud.sleutels import Sleutel, is_knoop, lees_sleutels, lees_woorden, past_niet
from generator.inhoud.tekens import lees_tekst
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BESTAND = "huisstijl.yaml"
_KLEUR = re.compile(r"#[0-9a-fA-F]{6}")
_GETAL = re.compile(r"\d+(\.\d+)?")
_MINSTE_CONTRAST = 4.5  # WCAG 2.1, 1.4.3 (AA), text of normal size
_WIT = "#ffffff"
# Text in a colour, on white paper or on the tint.
_LEESBAAR = (("tekst", "wit"), ("accent", "wit"), ("zacht", "wit"), ("tekst", "vlak"), ("accent", "vlak"))
_SJABLONEN = ("document.typ", "document.html.j2")
# How files of each kind begin.
_TRUETYPE = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_SVG = (b"<svg", b"<?xml")
_ZIP = (b"PK",)


def load_huisstijl(bestanden: Mapping[str, bytes]) -> Huisstijl:
    """The house style in `bestanden`: huisstijl.yaml, document.typ, document.html.j2, fonts, logo, Word reference.

    Raises:
        InvoerError: what is missing, of the wrong form, or too faint to read (WCAG 2.1, 1.4.3), all at once.
    """
    if _BESTAND not in bestanden:
        raise InvoerError(Fout(Plaats(_BESTAND), f"‘{_BESTAND}’ ontbreekt", raad="zet het in de map van de huisstijl"))
    knoop, fouten = read_yaml(bestanden[_BESTAND], _BESTAND, "")
    vorm = _lees_groep(knoop, "", fouten, sleutels=_SLEUTELS) if knoop is not None else {}
    if knoop is None or fouten:
        raise InvoerError(*fouten)
    sjablonen, fouten = {}, [*_te_vaag(vorm["kleuren"], knoop["kleuren"]), *_bestandsfouten(vorm, knoop, bestanden)]
    for naam in _SJABLONEN:
        sjablonen[naam], onleesbaar = lees_tekst(bestanden.get(naam, b""), naam)
        fouten += onleesbaar
    if fouten:
        raise InvoerError(*fouten)
    letter = vorm["lettertype"]
    return Huisstijl(
        lettertype=Lettertype(
            letter["naam"], letter["word"], {snede: bestanden[naam] for snede, naam in letter["bestanden"].items()}
        ),
        kleuren=vorm["kleuren"], reeksen=vorm["reeksen"], corps=vorm["corps"],
        regelafstand=vorm["regelafstand"], marges=vorm["marges"],
        logo=bestanden[vorm["logo"]] if "logo" in vorm else None, logo_alt=vorm.get("logo_alt", ""),
        typst=sjablonen["document.typ"] or "", html=sjablonen["document.html.j2"] or "",
        word=bestanden[vorm["word"]] if "word" in vorm else None,
    )  # fmt: skip


def contrast(een: str, ander: str) -> float:
    """The contrast ratio of two colours (WCAG 2.1, relative luminance)."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rood, groen, blauw = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _te_vaag(kleuren: Mapping[str, str], knoop: Knoop) -> Iterator[Fout]:
    for voor, achter in _LEESBAAR:
        op = kleuren.get(achter, _WIT)
        if (verhouding := contrast(kleuren[voor], op)) < _MINSTE_CONTRAST:
            gevonden = f"de kleur ‘{voor}’ is te vaag op {achter}: contrast {verhouding:.1f}".replace(".", ",")
            verwacht = "een contrast van ten minste 4,5 (WCAG 2.1, 1.4.3)"
            yield Fout(knoop[voor].plaats, gevonden, verwacht, "kies een donkerder kleur")


def _bestandsfouten(vorm: Mapping[str, Any], knoop: Knoop, bestanden: Mapping[str, bytes]) -> Iterator[Fout]:
    """Files that are named and not there, or are not what they are named for."""
    hier = Plaats(_BESTAND)
    for naam in _SJABLONEN:
        if naam not in bestanden:
            yield Fout(hier, f"het bestand ‘{naam}’ ontbreekt", raad=f"zet het naast {_BESTAND}")
    if "logo" in vorm and "logo_alt" not in vorm:
        yield Fout(knoop["logo"].plaats, "het logo heeft geen alternatieve tekst", raad="vul logo_alt in")
    letters = knoop["lettertype"]["bestanden"]
    genoemd: list[tuple[Plaats, str, tuple[bytes, ...], str]] = [
        (letters[snede].plaats, naam, _TRUETYPE, "een TrueType-bestand")
        for snede, naam in vorm["lettertype"]["bestanden"].items()
    ]
    if "logo" in vorm:
        genoemd.append((knoop["logo"].plaats, vorm["logo"], _SVG, "een SVG-bestand"))
    if "word" in vorm:
        genoemd.append((knoop["word"].plaats, vorm["word"], _ZIP, "een Word-bestand (.docx)"))
    for plaats, naam, begin, verwacht in genoemd:
        if naam not in bestanden:
            yield Fout(plaats, f"het bestand ‘{naam}’ ontbreekt", verwacht, f"zet het naast {_BESTAND}")
        elif not bestanden[naam].lstrip().startswith(begin):
            yield Fout(plaats, f"het bestand ‘{naam}’ is iets anders", verwacht)


# --- the keys -------------------------------------------------------------------------------------------


def _lees_groep(node: Any, _: str, fouten: list[Fout], *, sleutels: Mapping[str, Sleutel]) -> dict[str, Any]:  # noqa: ANN401
    if not is_knoop(node, fouten):
        return {}
    return lees_sleutels(node, sleutels, fouten, [naam for naam in sleutels if naam not in _MAG_WEG])


def _lees_kleur(node: Any, naam: str, fouten: list[Fout]) -> str:  # noqa: ANN401 - a node
    if not isinstance(node, Scalar) or not _KLEUR.fullmatch(node):
        gevonden = f"‘{node}’ kan geen kleur zijn" if isinstance(node, Scalar) else past_niet(node, naam)
        fouten.append(Fout(node.plaats, gevonden, "een kleur als #1f4e5f"))
    return str(node)


def _lees_kleuren(node: Any, naam: str, fouten: list[Fout]) -> tuple[str, ...]:  # noqa: ANN401 - a node
    if not isinstance(node, Reeks):
        fouten.append(Fout(node.plaats, f"bij ‘{naam}’ hoort een lijst te staan", "[…, …]"))
        return ()
    if len(node) < _MINSTE_REEKSEN:
        fouten.append(Fout(node.plaats, f"‘{naam}’ telt er {len(node)}", f"ten minste {_MINSTE_REEKSEN}"))
    return tuple(_lees_kleur(deel, naam, fouten) for deel in node)


def _lees_getal(node: Any, naam: str, fouten: list[Fout], *, van: int, tot: int) -> float:  # noqa: ANN401 - a node
    if not isinstance(node, Scalar) or not _GETAL.fullmatch(node) or not van <= float(node) <= tot:
        verwacht = f"een getal van {van} tot en met {tot}"
        fouten.append(Fout(node.plaats, past_niet(node, naam), verwacht, "schrijf een punt voor de decimalen"))
        return 0
    return float(node)


def _groep(**sleutels: Sleutel) -> Sleutel:
    return Sleutel(partial(_lees_groep, sleutels=sleutels))


def _getal(van: int, tot: int) -> Sleutel:
    return Sleutel(partial(_lees_getal, van=van, tot=tot))


_woorden, _kleur = Sleutel(lees_woorden), Sleutel(_lees_kleur)
_MINSTE_REEKSEN = 3
_MAG_WEG = ("logo", "logo_alt", "word")
_SLEUTELS = {
    "lettertype": _groep(
        naam=_woorden,
        word=_woorden,
        bestanden=_groep(regular=_woorden, bold=_woorden, italic=_woorden, bolditalic=_woorden),
    ),
    "kleuren": _groep(tekst=_kleur, accent=_kleur, vlak=_kleur, lijn=_kleur, zacht=_kleur),
    "reeksen": Sleutel(_lees_kleuren),
    "corps": _groep(
        tekst=_getal(9, 16),
        klein=_getal(7, 12),
        titel=_getal(12, 40),
        kop1=_getal(9, 30),
        kop2=_getal(9, 30),
        kop3=_getal(9, 30),
    ),
    "regelafstand": _getal(1, 2),
    "marges": _groep(boven=_getal(10, 60), onder=_getal(10, 60), links=_getal(10, 60), rechts=_getal(10, 60)),
    "logo": _woorden,
    "logo_alt": _woorden,
    "word": _woorden,
}
