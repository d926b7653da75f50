"""The redlines of ``raadwerk verschil`` and ``raadwerk wijzig``: which files, where, and by whom."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.cli.nederlands import Pad
from generator.cli.spoor.plaats import WAS_WORDT, eis_plaats, is_bestand, is_spoormap, schrijf
from generator.document.nodes import Hoofd
from generator.feiten.keuzes import OPENBAAR
from generator.feiten.schuilnaam import schuilnaam

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.document.nodes import Document
    from generator.keten import Gecontroleerd
    from generator.uitvoer.bouwstand import Begin
    from generator.verschil import Toestand, Verschil

_PAD = Pad()
_OPTIES = (
    click.option(
        "--docx", metavar="PAD", type=_PAD,
        help="Maak elk gewijzigd stuk in Word met bijgehouden wijzigingen, in deze map; of in dit .docx-bestand.",
    ),
    click.option("--html", metavar="PAD", type=_PAD, help="Hetzelfde om op het scherm te lezen."),
    click.option(
        "--was-wordt", "was_wordt", metavar="PAD", type=_PAD,
        help="Maak een lijst met elk gewijzigd gegeven, oud en nieuw, in deze map; of in dit bestand.",
    ),
    click.option(
        "--auteur", default="Raadwerk", show_default=True, metavar="NAAM", help="Wie bij de wijzigingen in Word staat."
    ),
)  # fmt: skip


class Spoorkeuzes(Struct, frozen=True):
    """What was asked: a folder or file per kind, and the author to name."""

    docx: Path | None = None
    html: Path | None = None
    was_wordt: Path | None = None
    auteur: str = "Raadwerk"

    @property
    def paden(self) -> dict[str, Path]:
        """Kind ("docx", "html", "was-wordt") → where it goes, for those asked."""
        alle = {"docx": self.docx, "html": self.html, WAS_WORDT: self.was_wordt}
        return {soort: pad for soort, pad in alle.items() if pad}


def spooropties(functie: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a redline; it gets them as `spoor`."""

    @functools.wraps(functie)
    def met_keuzes(
        *woorden: object, docx: Path | None, html: Path | None, was_wordt: Path | None, auteur: str, **namen: object
    ) -> object:
        return functie(*woorden, spoor=Spoorkeuzes(docx, html, was_wordt, auteur), **namen)

    uit: Callable[..., Any] = met_keuzes
    for optie in reversed(_OPTIES):
        uit = optie(uit)
    return uit


def schrijf_spoor(
    oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil, keuzes: Spoorkeuzes, begin: Begin | None = None
) -> list[str]:
    """Write what was asked; what comes back are the sentences that say so.

    `begin` is what is kept of `oud`, for a next change that has to come in the same list.

    Raises:
        InvoerError: one file for more papers, or a folder with other files in it.
        SchrijfError: a paper that cannot be written.
        UitvoerError: a folder or file that cannot be replaced.
    """
    if not keuzes.paden:
        return []
    regels, stukken = _kies_stukken(oud, nieuw, uitslag)
    te_schrijven = keuzes
    if not stukken:
        is_ander = _is_ander(oud, nieuw, uitslag)
        te_schrijven = Spoorkeuzes(was_wordt=keuzes.was_wordt if is_ander else None)
        regels += [f"Er is geen stuk gewijzigd: {_wat_dan(te_schrijven, is_ander=is_ander)}"]
        regels += _oud_spoor({soort: pad for soort, pad in keuzes.paden.items() if soort not in te_schrijven.paden})
    if not te_schrijven.paden:
        return regels
    for soort, pad in te_schrijven.paden.items():
        eis_plaats(pad, soort, stukken)
    uitslag = _zonder_geheim(uitslag, oud, nieuw)
    gemaakt = _maak_sporen(oud, nieuw, uitslag, stukken, te_schrijven) if stukken else {}
    gemaakt |= _maak_waswordt(oud, nieuw, uitslag, te_schrijven)
    return regels + schrijf(gemaakt, te_schrijven.paden, begin.als_json() if begin else b"")


def _is_ander(oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil) -> bool:
    """Whether a public paper came or went: no redline can show that, the old → new sheet can."""
    openbaar = {*oud.stukken, *nieuw.stukken} - _geheim(oud, nieuw)
    return any((stuk.nieuw or stuk.vervallen) and stuk.naam in openbaar for stuk in uitslag.stukken)


def _wat_dan(te_schrijven: Spoorkeuzes, *, is_ander: bool) -> str:
    """What is written when no paper changed, as the end of a sentence."""
    if te_schrijven.paden:
        return "alleen de was-wordtlijst is gemaakt, die noemt wat erbij kwam of verviel."
    raad = " Wat erbij kwam of verviel, noemt de was-wordtlijst (--was-wordt MAP)." if is_ander else ""
    return f"er is niets geschreven.{raad}"


def _oud_spoor(paden: Mapping[str, Path]) -> list[str]:
    """A sentence for each folder asked for in which earlier redlines lie, and for each file that was there."""
    regels = {}
    for soort, pad in paden.items():
        if is_spoormap(pad):
            regels[pad] = f"Let op: in {pad}/ liggen nog de wijzigingen van een vorige keer; die kloppen niet meer."
        elif is_bestand(pad, soort) and pad.exists():
            regels[pad] = f"Let op: {pad} lag er al, en is gebleven zoals het was."
    return list(regels.values())


def _kies_stukken(oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil) -> tuple[list[str], list[str]]:
    """A sentence for each changed paper that gets no redline, and the names of those that do."""
    regels, stukken = [], []
    for stuk in uitslag.stukken:
        if stuk.nieuw or stuk.vervallen:
            wat = "nieuw: er is geen eerdere versie" if stuk.nieuw else "vervallen: er is geen nieuwe versie"
            regels.append(f"{stuk.naam}: dit stuk is {wat} om mee te vergelijken")
        elif stuk.naam in _geheim(oud, nieuw):
            regels.append(f"{stuk.naam}: dit stuk is niet openbaar; daarvan is niets geschreven")
        elif _zonder_merk(oud.stukken[stuk.naam]) != _zonder_merk(nieuw.stukken[stuk.naam]):
            stukken.append(stuk.naam)
    return regels, stukken


def _zonder_merk(boom: Document) -> tuple[object, ...]:
    """What `boom` says, without its kind: with a variant that bears its name, also in a paper that stays the same."""
    blokken = (replace(blok, documentsoort="") if isinstance(blok, Hoofd) else blok for blok in boom.blocks)
    return *blokken, boom.footnotes


def _geheim(*standen: Gecontroleerd) -> set[str]:
    """The papers that are not public in one of `standen`."""
    return {naam for stand in standen for naam, boom in stand.stukken.items() if boom.meta.openbaarheid != OPENBAAR}


def _zonder_geheim(uitslag: Verschil, *standen: Gecontroleerd) -> Verschil:
    """What differs, without the facts of an attachment that is secret in one of `standen`: their names would tell."""
    namen: dict[str, str] = {}
    for stand in standen:
        namen |= stand.gelezen.dossier.schuilnamen_op(stand.gelezen.toetsdatum)
    feiten = tuple(feit for feit in uitslag.feiten if schuilnaam(feit.pad, namen) == feit.pad)
    woorden = tuple(een for een in uitslag.benamingen if schuilnaam(een.pad, namen) == een.pad)
    return replace(uitslag, feiten=feiten, benamingen=woorden)


def _maak_sporen(
    oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil, stukken: list[str], keuzes: Spoorkeuzes
) -> dict[tuple[str, str], bytes]:
    """Each of `stukken` in each kind of redline that was asked, by that kind and the name of its file."""
    from generator.keten import lees_huisstijl
    from generator.keten.zetterij import maak_spoor
    from generator.verschil.spoor import maak_oorzaken

    geheim = _geheim(oud, nieuw)
    alle = [(naam, boom) for stand in (oud, nieuw) for naam, boom in stand.stukken.items()]
    oorzaken = maak_oorzaken(
        uitslag, [boom for naam, boom in alle if naam not in geheim], [boom for naam, boom in alle if naam in geheim]
    )
    stijl = lees_huisstijl(nieuw.gelezen.sjablonen)
    datum = nieuw.gelezen.toetsdatum.isoformat()
    formaten = [soort for soort in keuzes.paden if soort != WAS_WORDT]
    return {
        # Not the name of the paper itself: nobody must publish the one for the other.
        (formaat, f"{naam}-wijzigingen.{formaat}"): inhoud
        for naam in stukken
        for formaat, inhoud in maak_spoor(
            oud.stukken[naam], nieuw.stukken[naam], stijl, oorzaken, formaten, auteur=keuzes.auteur, datum=datum
        ).items()
    }


def _maak_waswordt(
    oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil, keuzes: Spoorkeuzes
) -> dict[tuple[str, str], bytes]:
    """The old → new sheet in its formats, by its kind and the name of its file."""
    if keuzes.was_wordt is None:
        return {}
    from generator.keten import lees_huisstijl, schrijf as schrijf_stuk
    from generator.verschil.waswordt import maak_waswordt

    geheim = _geheim(oud, nieuw)
    gelezen = {*oud.stukken, *nieuw.stukken}  # a paper that went can be known by its name alone
    openbaar = [stuk.naam for stuk in uitslag.stukken if stuk.naam in gelezen - geheim]
    boom = maak_waswordt(uitslag, toestand(oud), toestand(nieuw), openbaar, nieuw.gelezen.toetsdatum.isoformat())
    formaten = [keuzes.was_wordt.suffix[1:]] if is_bestand(keuzes.was_wordt, WAS_WORDT) else ["docx", "pdf", "html"]
    gemaakt = schrijf_stuk(boom, lees_huisstijl(nieuw.gelezen.sjablonen), formaten)
    return {(WAS_WORDT, f"{WAS_WORDT}.{formaat}"): inhoud for formaat, inhoud in gemaakt.items()}


def toestand(stand: Gecontroleerd) -> Toestand:
    """`stand` as ``verschil`` compares it."""
    from generator.verschil import Toestand

    gelezen = stand.gelezen
    teksten = {naam: inhoud for naam, inhoud in gelezen.sjablonen.items() if naam.endswith(".j2")}
    teksten |= {f"teksten/{naam}.md": tekst.encode() for naam, tekst in gelezen.dossier.teksten.items()}
    return Toestand(gelezen.dossier, gelezen.termijnen, stand.bevindingen, stand.stukken, teksten, gelezen.paden)
