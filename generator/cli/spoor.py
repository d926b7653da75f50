"""The redlines of ``raadwerk verschil`` and ``raadwerk wijzig``: which files, where, and by whom."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import uitvoer
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import write_bestand

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.keten import Gecontroleerd
    from generator.verschil import Verschil

_GEHEIM = "geheim"
_SOORT = "bijgehouden wijzigingen"
_PAD = click.Path(path_type=Path)
_OPTIES = (
    click.option(
        "--docx", metavar="PAD", type=_PAD,
        help="Maak elk gewijzigd stuk in Word met bijgehouden wijzigingen, in deze map; of in dit .docx-bestand.",
    ),
    click.option(
        "--auteur", default="Raadwerk", show_default=True, metavar="NAAM", help="Wie bij de wijzigingen in Word staat."
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoorkeuzes:
    """What was asked: a folder or file per kind, and the author to name."""

    docx: Path | None = None
    auteur: str = "Raadwerk"

    @property
    def paden(self) -> dict[str, Path]:
        """Format → where it goes, for those asked."""
        return {soort: pad for soort, pad in (("docx", self.docx),) if pad}


def spooropties(functie: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a redline; it gets them as `spoor`."""

    @functools.wraps(functie)
    def met_keuzes(*woorden: object, docx: Path | None, auteur: str, **namen: object) -> object:
        return functie(*woorden, spoor=Spoorkeuzes(docx, auteur), **namen)

    uit: Callable[..., Any] = met_keuzes
    for optie in reversed(_OPTIES):
        uit = optie(uit)
    return uit


def schrijf_spoor(oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil, keuzes: Spoorkeuzes) -> list[str]:
    """Write what was asked; what comes back are the sentences that say so.

    Raises:
        InvoerError: one file for more papers, or a folder with other files in it.
        SchrijfError: a paper that cannot be written.
        UitvoerError: a folder or file that cannot be replaced.
    """
    if not keuzes.paden:
        return []
    regels, stukken = _kies_stukken(oud, nieuw, uitslag)
    for soort, pad in keuzes.paden.items():
        _eis_plaats(pad, soort, stukken)
    mappen: dict[Path, dict[str, bytes]] = {}
    for naam, gemaakt in _maak(oud, nieuw, uitslag, stukken, keuzes).items():
        for soort, inhoud in gemaakt.items():
            pad = keuzes.paden[soort]
            if pad.suffix == f".{soort}":
                write_bestand(pad, inhoud)
                regels.append(f"{naam}: de bijgehouden wijzigingen staan in {pad}")
            else:
                mappen.setdefault(pad, {})[f"{naam}.{soort}"] = inhoud
    for pad, bestanden in mappen.items():
        regels += _schrijf_map(pad, bestanden)
    return regels


def _kies_stukken(oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil) -> tuple[list[str], list[str]]:
    """A sentence for each changed paper that gets no redline, and the names of those that do."""
    regels, stukken = [], []
    for stuk in uitslag.stukken:
        if stuk.nieuw or stuk.vervallen:
            wat = "nieuw: er is geen eerdere versie" if stuk.nieuw else "vervallen: er is geen nieuwe versie"
            regels.append(f"{stuk.naam}: dit stuk is {wat} om mee te vergelijken")
        elif any(_GEHEIM == stand.stukken[stuk.naam].meta.openbaarheid for stand in (oud, nieuw)):
            regels.append(f"{stuk.naam}: dit stuk staat onder geheimhouding; daarvan is niets geschreven")
        elif oud.stukken[stuk.naam] != nieuw.stukken[stuk.naam]:
            stukken.append(stuk.naam)
    return regels, stukken


def _maak(
    oud: Gecontroleerd, nieuw: Gecontroleerd, uitslag: Verschil, stukken: list[str], keuzes: Spoorkeuzes
) -> dict[str, dict[str, bytes]]:
    """For each paper each format that was asked."""
    from generator.keten import lees_huisstijl
    from generator.spoor import maak_oorzaken
    from generator.zetterij import maak_spoor

    bomen = [boom for stand in (oud, nieuw) for boom in stand.stukken.values()]
    geheim = [boom for boom in bomen if boom.meta.openbaarheid == _GEHEIM]
    oorzaken = maak_oorzaken(uitslag, [boom for boom in bomen if boom not in geheim], geheim)
    stijl = lees_huisstijl(nieuw.gelezen.sjablonen)
    datum = nieuw.gelezen.toetsdatum.isoformat()
    return {
        naam: maak_spoor(
            oud.stukken[naam], nieuw.stukken[naam], stijl, oorzaken, keuzes.paden, auteur=keuzes.auteur, datum=datum
        )
        for naam in stukken
    }


def _eis_plaats(pad: Path, soort: str, stukken: list[str]) -> None:
    """InvoerError when the papers cannot go to `pad`."""
    if pad.suffix == f".{soort}":
        if len(stukken) > 1:
            raise _fout(pad, f"er zijn {len(stukken)} gewijzigde stukken ({', '.join(stukken)})", "noem een map")
        if pad.exists():
            raise _fout(pad, "dit bestand bestaat al", "noem een andere naam, of haal het oude bestand weg")
        if not pad.absolute().parent.is_dir():
            raise _fout(pad, "deze map bestaat niet", "maak haar eerst, of noem alleen een map")
        return
    if pad.exists() and not pad.is_dir():
        raise _fout(pad, "hier ligt een bestand waar een map hoort", "noem een andere map")
    if pad.is_dir() and any(pad.iterdir()) and uitvoer.read_manifest(pad).get("soort") != _SOORT:
        raise _fout(pad, "in deze map liggen andere bestanden", "noem een map die nog niet bestaat of leeg is")


def _fout(pad: Path, gevonden: str, raad: str) -> InvoerError:
    return InvoerError(Fout(Plaats(str(pad)), gevonden, raad=raad))


def _schrijf_map(map_: Path, bestanden: dict[str, bytes]) -> list[str]:
    """Put `bestanden` in the place of those of the last time; what somebody edited since is set aside."""
    manifest = {"soort": _SOORT, "uitvoer": {naam: uitvoer.hash_van(wat) for naam, wat in sorted(bestanden.items())}}
    bewijs = {uitvoer.MANIFEST: (json.dumps(manifest, indent=1) + "\n").encode()}
    geschreven = uitvoer.write_uitvoer(map_.resolve(), bestanden | bewijs)
    regels = [f"De bijgehouden wijzigingen staan in {map_}/: {', '.join(sorted(bestanden))}"]
    return regels + [f"{naam}: dit bestand was met de hand gewijzigd en is opzij gezet" for naam in geschreven.opzij]
