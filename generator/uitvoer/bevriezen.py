"""Freezing a paper that is sent (*bevriezen*): what stands in the way, what is kept, and what later makes it differ.

Kept are the tree, the facts and texts it was made from, its Markdown, and the checksums of every file. With the tree
the paper can be made again whatever becomes of facts and templates. Facts are kept as the files they stood in: git
stores a file that did not change once. The files themselves (Word, PDF) are no text and are made again when asked.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from msgspec import Struct

from generator import __version__
from generator.bevindingen import Ernst
from generator.document.bewaren import BoomError, dump_boom, leeshash, load_boom
from generator.document.kern import kernhash, openstaande_plekken
from generator.document.walk import cijfers, voorwaarden
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.bevroren import ZEGEL, Bevroren, zegel_van
from generator.feiten.oordelen import stand
from generator.uitvoer import hash_van

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from generator.bevindingen import Bevinding
    from generator.document.nodes import Cijfer, Document
    from generator.feiten.feit import Feit
    from generator.keten import Gecontroleerd

RECORD, BOOM, FEITEN = "bevroren.json", "boom.json", "feiten/"
_NIET_BEWAARD = ("sjablonen/", "bezwaren/", "varianten/", "bevroren/")  # in a dossier, for a paper of its own
_PAKKET = "pakket "


class Hindernissen(Struct, frozen=True):
    """What keeps a paper from being definitive.

    Attributes:
        status: its status in the facts, when that is concept.
        open: what still has to be filled in, each once.
        bevindingen: findings that nobody answered.
    """

    status: str
    open: tuple[Cijfer, ...]
    bevindingen: tuple[Bevinding, ...]

    def __bool__(self) -> bool:
        return bool(self.status or self.open or self.bevindingen)


def hindernissen(gecontroleerd: Gecontroleerd, naam: str, *, streng: bool) -> Hindernissen:
    """What stands in the way of a definitive version of paper `naam`; with `streng` warnings do too."""
    zwaar = {Ernst.FOUT, Ernst.OORDEEL, *((Ernst.WAARSCHUWING,) if streng else ())}
    open_cijfers = {cijfer.pad: cijfer for cijfer in cijfers(gecontroleerd.stukken[naam]) if cijfer.open}
    bevindingen = tuple(
        bevinding
        for bevinding in gecontroleerd.bevindingen
        if bevinding.ernst in zwaar and bevinding.is_open and bevinding.gegevens.get("stuk", naam) == naam
    )
    concept = gecontroleerd.gelezen.dossier.stukken[naam].is_concept
    return Hindernissen("concept" if concept else "", tuple(open_cijfers.values()), bevindingen)


def bevries(  # noqa: PLR0913 - all that is kept, by name
    gecontroleerd: Gecontroleerd, naam: str, *, datum: dt.date, invoer: Mapping[str, bytes],
    gemaakt: Mapping[str, bytes], gemaakt_met: Mapping[str, str],
) -> dict[str, bytes]:  # fmt: skip
    """What is kept of paper `naam`, by file name in the folder of this version.

    Args:
        gecontroleerd: the dossier with its papers as they are written.
        naam: the paper.
        datum: the day of freezing.
        invoer: the files of the werkmap, by path.
        gemaakt: the paper in each format.
        gemaakt_met: what decides its bytes, by name.
    """
    boom, dossier = gecontroleerd.stukken[naam], gecontroleerd.gelezen.dossier
    kaal = dump_boom(boom)
    eigen = f"inhoud/{dossier.naam}/"
    feiten = {
        f"{FEITEN}{pad}": inhoud
        for pad, inhoud in invoer.items()
        if not pad.startswith("sjablonen/") and not pad.removeprefix(eigen).startswith(_NIET_BEWAARD)
    }
    tekst = {f"{naam}.md": gemaakt["md"]} if "md" in gemaakt else {}
    bewaard = {BOOM: kaal, **tekst, **feiten}
    waarden = _waarden(boom, dossier.feiten)
    getoond = tuple(sorted(waarden.keys() & {*_getoond(boom)}))
    openstaand = openstaande_plekken(boom, naam)
    record = Bevroren(
        naam, dossier.stukken[naam].versie.woorden, datum, boom.meta.concept, __version__, leeshash(boom, naam),
        hash_van(kaal), {formaat: hash_van(wat) for formaat, wat in gemaakt.items()}, Plaats(""), gemaakt_met,
        {bestand: hash_van(wat) for bestand, wat in bewaard.items()}, waarden, getoond,
        kernhash(boom, naam, openstaand), openstaand,
    )  # fmt: skip
    return {RECORD: _dump(record), **bewaard}


def _waarden(boom: Document, feiten: Mapping[str, Feit]) -> dict[str, str]:
    """The value of each fact that `boom` shows or hangs on: a rule may hold those of today against them."""
    paden = {*_getoond(boom), *voorwaarden(boom)}
    paden |= {pad for plek in boom.afwezig for pad in plek.voorwaarden}
    return {pad: stand(feiten[pad]) for pad in sorted(paden) if pad in feiten}


def _getoond(boom: Document) -> Iterator[str]:
    return (cijfer.pad.partition("@")[0] for cijfer in cijfers(boom))


def _dump(record: Bevroren) -> bytes:
    delen = asdict(record) | {"datum": record.datum.isoformat()}
    del delen["plaats"]
    delen[ZEGEL] = zegel_van(delen)
    return (json.dumps(delen, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def maak_met(pakketten: Mapping[str, str], sjablonen: Mapping[str, bytes]) -> dict[str, str]:
    """What decides the bytes of a paper besides its tree: the version of each package, each file of the house style."""
    stijl = {naam: hash_van(inhoud) for naam, inhoud in sjablonen.items() if naam.startswith("huisstijl/")}
    return {f"{_PAKKET}{naam}": versie for naam, versie in sorted(pakketten.items())} | dict(sorted(stijl.items()))


def eis_ongeschonden(record: Bevroren, bestanden: Mapping[str, bytes]) -> None:
    """Hold what lies there of a frozen paper, by its name in the folder of its version, to what was frozen.

    Raises:
        InvoerError: every file that is gone, was changed since, or was added.
    """
    map_ = record.plaats.bestand.removesuffix(RECORD)
    terug = "zet deze map terug uit git of uit de reservekopie; wat is bevroren, wijzigt u nooit met de hand"
    verwacht = {BOOM: record.boom, **record.bewaard}
    # Of what was frozen before all checksums were kept, only that of the tree is known.
    erbij = [naam for naam in bestanden if naam not in verwacht and not _is_verborgen(naam)] if record.bewaard else []
    wat = "dit bestand hoort niet bij wat is bevroren: het is sindsdien toegevoegd"
    fouten = [(bestand, wat, f"haal {map_}{bestand} weg, of zet het buiten de map bevroren") for bestand in erbij]
    for bestand, hash_ in verwacht.items():
        if bestand not in bestanden:
            fouten.append((bestand, "dit bestand is bevroren, en is er niet meer", terug))
        elif hash_van(bestanden[bestand]) != hash_:
            fouten.append((bestand, "dit is niet wat is bevroren: het bestand is sindsdien gewijzigd", terug))
    if fouten:
        raise InvoerError(*(Fout(Plaats(map_ + bestand), wat, raad=raad) for bestand, wat, raad in sorted(fouten)))


def _is_verborgen(bestand: str) -> bool:
    """Whether it is what a system leaves in a folder that somebody looked into, such as ``.DS_Store``."""
    return bestand.rpartition("/")[2].startswith(".")


def lees_boom(record: Bevroren, inhoud: bytes) -> Document:
    """The tree of a frozen paper; InvoerError when this version of Raadwerk cannot read it."""
    try:
        return load_boom(inhoud)
    except BoomError:
        plaats = Plaats(record.plaats.bestand.replace(RECORD, BOOM))
        gevonden = f"deze versie van Raadwerk ({__version__}) leest niet wat versie {record.raadwerk} heeft bevroren"
        raise InvoerError(Fout(plaats, gevonden, raad=f"gebruik hiervoor Raadwerk {record.raadwerk}")) from None


def afwijkend(record: Bevroren, gemaakt: Mapping[str, bytes]) -> list[str]:
    """The formats in which what was made again is not, byte for byte, what was frozen."""
    return [formaat for formaat, wat in gemaakt.items() if record.bestanden.get(formaat) != hash_van(wat)]


def oorzaken(record: Bevroren, gemaakt_met: Mapping[str, str]) -> list[str]:
    """Why it differs, as far as can be known: Dutch sentences, one for each thing that is another one now."""
    return [*_oorzaken(record, gemaakt_met)] or [
        (
            "de pakketten en de huisstijl zijn dezelfde: de schrijvers van Raadwerk zelf zijn gewijzigd, of een "
            f"controlegetal in {RECORD} is met de hand gewijzigd; vergelijk dat bestand met git of met de reservekopie"
        )
    ]


def _oorzaken(record: Bevroren, nu: Mapping[str, str]) -> Iterable[str]:
    if record.raadwerk != __version__:
        yield f"Raadwerk was toen {record.raadwerk} en is nu {__version__}"
    for wat in dict.fromkeys((*record.gemaakt_met, *nu)):
        toen, hier = record.gemaakt_met.get(wat, ""), nu.get(wat, "")
        if toen == hier:
            continue
        if wat.startswith(_PAKKET):
            yield f"het {wat} was toen {toen or 'er niet'} en is nu {hier or 'er niet'}"
        elif not toen or not hier:
            yield f"{_stijl(wat)} {wat} {'is er nu bij' if hier else 'is er niet meer'}"
        else:
            yield f"{_stijl(wat)} {wat} is een ander bestand (toen {toen[:12]}…, nu {hier[:12]}…)"


def _stijl(wat: str) -> str:
    return "het lettertype" if "/lettertypen/" in wat else "de huisstijl"
