"""Provenance (*herkomst*): for each fact its value, its source or formula, and every sentence that uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from generator import opmaak
from generator.document.nodes import Block, Cijfer, LineBreak, Link, Text
from generator.document.passages import herkomst_van, regels_van, zin_op
from generator.document.walk import plain_text, text_runs, walk, walk_blocks, walk_placed
from generator.feiten.feit import Feit
from generator.feiten.waarden import Tekst, Verwijzing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Document, Herkomst
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Bron, Vermelding

_KOPPEN = ("caption", "titel", "bewering")  # what a part is called
_AANDUIDING = 90  # characters of a part that is only named, not read


class Gebruik(Struct, frozen=True):
    """One place where a fact is printed, counts in a computed value, or decides whether a part is there.

    Attributes:
        stuk: the paper.
        zin: the sentence, or the row of a table; for a condition the beginning of the part, empty when that is absent.
        herkomst: where it was written.
        deel_van: the computed value it counts in; empty when the fact itself is printed.
        als_voorwaarde: whether the part hangs on the fact without printing it.
    """

    stuk: str
    zin: str
    herkomst: Herkomst
    deel_van: str = ""
    als_voorwaarde: bool = False


class Invoer(Struct, frozen=True):
    """A fact that another follows from, with its printed value, and its sources or its own formula and steps."""

    pad: str
    waarde: str
    formule: str
    stappen: tuple[str, ...]
    bronnen: tuple[str, ...]


class Feitherkomst(Struct, frozen=True):
    """A fact with its printed value, its sources and dissenting mentions in words, and its uses.

    What it follows from stands in `invoer`, each fact once and before what that follows from itself. In `afgedrukt`
    stands each form in which a paper prints it, or what one of its mentions says; in `precies` more digits, of a
    value that is printed rounded.
    """

    feit: Feit
    waarde: str
    bronnen: tuple[str, ...]
    vermeldingen: tuple[str, ...]
    invoer: tuple[Invoer, ...]
    gebruik: tuple[Gebruik, ...]
    afgedrukt: tuple[str, ...] = ()
    precies: str = ""


class _Oogst(Struct):
    """What the papers give: the uses and printed forms of each fact by path, and what a template computed."""

    gebruik: dict[str, list[Gebruik]] = field(default_factory=dict)
    berekend: dict[str, Cijfer] = field(default_factory=dict)
    afgedrukt: dict[str, dict[str, None]] = field(default_factory=dict)

    def noteer(self, pad: str, gebruik: Gebruik) -> None:
        self.gebruik.setdefault(pad, []).append(gebruik)

    def noteer_cijfer(self, cijfer: Cijfer, gebruik: Gebruik) -> None:
        """Note what is printed, and everything that it follows from."""
        eigen, _, deel_ervan = cijfer.pad.partition("@")
        if not deel_ervan or deel_ervan.startswith("vermelding"):
            self.afgedrukt.setdefault(eigen, {})[cijfer.text] = None
        self.noteer(eigen, gebruik)
        for pad in cijfer.uit:
            if pad != eigen:
                self.noteer(pad, replace(gebruik, deel_van=eigen))
        if cijfer.afgeleid:
            self.berekend.setdefault(eigen, cijfer)


def herkomst(
    dossier: Dossier,
    stukken: Mapping[str, Document],
    termijnen: Mapping[str, Mapping[str, Feit]] | None = None,
    dagen: Mapping[str, Feit] | None = None,
) -> dict[str, Feitherkomst]:
    """Every fact of `dossier` by path, then the days of its periods, then what templates computed, by formula.

    Args:
        dossier: the facts.
        stukken: its papers.
        termijnen: its periods, each a set of facts.
        dagen: the ends of the periods that templates counted, by path.
    """
    oogst = _Oogst()
    for naam, document in stukken.items():
        _oogst_stuk(oogst, naam, document)
    feiten = dict(dossier.feiten)
    for termijn in (termijnen or {}).values():
        feiten |= {feit.pad: feit for feit in termijn.values() if feit.formule and feit.pad not in feiten}
    alle = {**(dagen or {}), **feiten}
    uit = {
        pad: _van_feit(dossier, feit, oogst, alle)
        for pad, feit in feiten.items()
        if not isinstance(feit.waarde, Verwijzing)
    }
    for pad, cijfer in oogst.berekend.items():
        if pad not in uit:
            waarde = None if cijfer.open else Tekst(cijfer.text)
            feit = alle.get(pad) or Feit(pad=pad, waarde=waarde, formule=pad, uit=cijfer.uit)
            invoer = tuple(_invoer(dossier, feit, alle, {}).values())
            uit[pad] = Feitherkomst(feit, cijfer.text, (), (), invoer, _eenmaal(oogst.gebruik[pad]))
    return uit


def _oogst_stuk(oogst: _Oogst, naam: str, document: Document) -> None:
    """Note each fact that `document`, the paper `naam`, prints or hangs on."""
    for blok in walk_blocks(document):
        for deel, tekst in regels_van(blok):
            _oogst_regel(oogst, naam, deel, tekst, herkomst_van(deel, blok))
    for deel in walk_placed(document):
        for pad in deel.herkomst.voorwaarden:
            oogst.noteer(pad, Gebruik(naam, _aanduiding(deel), deel.herkomst, als_voorwaarde=True))
    for plek in document.afwezig:
        for pad in plek.voorwaarden:
            oogst.noteer(pad, Gebruik(naam, "", plek, als_voorwaarde=True))


def _van_feit(dossier: Dossier, feit: Feit, oogst: _Oogst, alle: Mapping[str, Feit]) -> Feitherkomst:
    return Feitherkomst(
        feit,
        _waarde(feit),
        tuple(beschrijf_bron(dossier, bron) for bron in feit.bronnen),
        tuple(_beschrijf_vermelding(dossier, vermelding) for vermelding in feit.vermeldingen),
        tuple(_invoer(dossier, feit, alle, {}).values()),
        _eenmaal(oogst.gebruik.get(feit.pad, [])),
        tuple(oogst.afgedrukt.get(feit.pad, ())),
        _precies(feit),
    )


def _waarde(feit: Feit) -> str:
    meetbaar = feit.eenheid and not feit.is_open
    return opmaak.print_feit(feit, "eenheid" if meetbaar else "")


def _precies(feit: Feit) -> str:
    """More digits of `feit` than its printed value has; empty when that has them all."""
    return opmaak.print_precies(feit.getal) if opmaak.verzwijgt_afronding(feit, "kaal") else ""


def _invoer(dossier: Dossier, feit: Feit, alle: Mapping[str, Feit], gezien: dict[str, Invoer]) -> dict[str, Invoer]:
    """What `feit` follows from, by path, down to what was read; those in `gezien` too."""
    for pad in feit.uit:
        deel = alle.get(pad)
        if deel is not None and pad not in gezien and pad != feit.pad:
            bronnen = tuple(beschrijf_bron(dossier, bron) for bron in deel.bronnen)
            gezien[pad] = Invoer(pad, _waarde(deel), deel.formule, deel.stappen, bronnen)
            _invoer(dossier, deel, alle, gezien)
    return gezien


def _eenmaal(gebruik: list[Gebruik]) -> tuple[Gebruik, ...]:
    """Each use once; where the fact itself is printed, that it also counts in another figure says nothing more."""
    afgedrukt = {replace(plek, deel_van="") for plek in gebruik if not plek.deel_van}
    return tuple(
        plek for plek in dict.fromkeys(gebruik) if not plek.deel_van or replace(plek, deel_van="") not in afgedrukt
    )


def _oogst_regel(oogst: _Oogst, stuk: str, deel: Any, tekst: str, plek: Herkomst) -> None:  # noqa: ANN401 - any node
    """Note each fact in `deel`, which reads as `tekst`; empty for running text, of which each sentence counts."""
    lopend = plain_text(deel)
    gelezen = 0
    for node in walk(deel):
        if isinstance(node, Link):
            for pad in node.feiten:
                oogst.noteer(pad, Gebruik(stuk, node.href, plek))
        if isinstance(node, Cijfer):
            zin = tekst or zin_op(lopend, gelezen)
            oogst.noteer_cijfer(node, Gebruik(stuk, zin, plek))
        if isinstance(node, Text | Cijfer):
            gelezen += len(node.text)
        elif isinstance(node, LineBreak):
            gelezen += 1


def _aanduiding(blok: Any) -> str:  # noqa: ANN401 - any block, or a row of one
    """The caption or heading of `blok`, or else its beginning: enough to find it on the page."""
    kop = next((kop for veld in _KOPPEN if (kop := getattr(blok, veld, ()))), None)
    delen = (rij for deel in walk(blok) if isinstance(deel, Block) or deel is blok for rij in text_runs(deel))
    tekst = plain_text(kop) if kop else " · ".join(filter(None, map(plain_text, delen)))
    return tekst if len(tekst) <= _AANDUIDING else f"{tekst[:_AANDUIDING].rsplit(' ', 1)[0]} …"


def _beschrijf_vermelding(dossier: Dossier, vermelding: Vermelding) -> str:
    """What one of the sources that disagree says, and where."""
    circa = "circa " if vermelding.circa else ""
    return f"{circa}{opmaak.print_waarde(vermelding.waarde)} – {beschrijf_bron(dossier, vermelding.bron)}"


def beschrijf_bron(dossier: Dossier, bron: Bron) -> str:
    """A source in words: title, page and quote, or the message it came from."""
    if not bron.stuk:
        return bron.toelichting
    stuk = dossier.bronnen.get(bron.stuk)
    delen = [stuk.titel.woorden if stuk else bron.stuk]
    if bron.pagina:
        delen.append(f"pagina {bron.pagina}")
    zin = ", ".join(delen)
    if bron.citaat:
        zin += f": “{bron.citaat}”"
    return f"{zin} ({bron.toelichting})" if bron.toelichting else zin
