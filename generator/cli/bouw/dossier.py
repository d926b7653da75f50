"""One dossier built: facts → papers on disk, and the lines that tell of it."""

from __future__ import annotations

import time
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator import uitvoer
from generator.cli.bouw.lijstmap import (
    has_lijsten,
    join,
    openbare_invoer,
    voorvoegsel,
)
from generator.cli.werkmap import kies_uit
from generator.errors import Fout, InvoerError, Plaats, UitvoerError
from generator.feiten.keuzes import OPENBAAR
from generator.inhoud.getekend import list_getekend
from generator.inhoud.schijf import (
    BEZWAREN,
    INHOUD,
    list_dossiers,
    read_bestanden,
    read_getekend,
    read_stellers,
    zaakmap,
)
from generator.meegeleverd import read_code, read_meegeleverd
from generator.uitvoer import Mapinhoud

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.cli.bouw.keuzes import Keuzes
    from generator.cli.bouw.maken import Maker
    from generator.cli.bouw.voortgang import Voortgang
    from generator.feiten.steller import Steller
    from generator.keten import Gecontroleerd, Gelezen

# What the papers and the checklists both need: loaded before this process is copied, it is loaded once.
_SAMEN = (
    "generator.sjablonen", "generator.keten.zaken", "generator.lezers.markdown",
    *(f"generator.schrijvers.{naam}" for naam in ("pdf", "html", "markdown", "docx")),
)  # fmt: skip
ONGEWIJZIGD = "niets gewijzigd sinds de vorige keer"


class Gebouwd(Struct, frozen=True):
    """What a run did with one dossier.

    Attributes:
        code: 2 when an objection cannot be read, 1 when a finding of ernst fout stands open or a rebuild differs, else
            0.
        regels: the lines that tell of it, in Dutch.
        bijzonder: those among them that must not be missed.
        gemaakt: whether anything was made.
        fout: what could not be made while the rest was, and why; empty when all was.
    """

    code: int
    regels: tuple[str, ...]
    bijzonder: tuple[str, ...] = ()
    gemaakt: bool = False
    fout: str = ""


class Mee(Struct, frozen=True):
    """What comes along with Raadwerk, read once for many dossiers: templates, house style and law, and its code."""

    bestanden: Mapping[str, bytes]
    code: Mapping[str, bytes]


def lees_mee() -> Mee:
    """What comes along with this Raadwerk."""
    return Mee(read_meegeleverd(""), read_code())


def bouw_dossier(
    werkmap: Path, naam: str, doel: Path, keuzes: Keuzes, mee: Mee, *, herbouw: bool = False, stil: bool = False
) -> Gebouwd:
    """Make the papers of dossier `naam` in the folder `doel`; with `herbouw` only compare them with what lies there.

    `stil` leaves out the line on a terminal that says which paper a run is at.

    Raises:
        RaadwerkError: facts, templates or papers that cannot be made, or a folder that cannot be written.
    """
    begin = time.perf_counter()
    _eis_eigen_map(werkmap, naam, doel)
    bestanden = read_bestanden(werkmap, naam)
    stellers = read_stellers(werkmap, naam) if keuzes.intern else None
    getekend = read_getekend(werkmap, naam, list_getekend(bestanden, naam))
    invoer = uitvoer.invoerhashes(
        {**bestanden, **dict([stellers] if stellers else [])}, mee.bestanden, mee.code, keuzes.als_tekst(), getekend
    )
    manifest = uitvoer.read_manifest(doel)
    bewaren = (
        not keuzes.stel and doel == werkmap / "uitvoer" / naam
    )  # what ‘verschil’ compares with; not a trial, a variant or a copy
    if manifest.get("soort") == uitvoer.LIJSTEN:
        wat = "in deze map liggen de bezwaren van een dossier, en die zijn intern"
        raise UitvoerError(Fout(Plaats(str(doel)), wat, raad="kies een andere map met --uitvoer"))
    ligt_er = manifest.get("invoer") == openbare_invoer(invoer, naam) and uitvoer.is_compleet(doel, manifest)
    ligt_er = ligt_er and has_lijsten(doel, keuzes, invoer, bestanden)
    if not herbouw and ligt_er and (not bewaren or uitvoer.read_stand(doel)):
        fouten = [b for b in manifest.get("bevindingen", []) if b.get("ernst") == "fout" and not b.get("antwoord")]
        fout = bool(fouten or manifest.get("verzwegen", {}).get("fout"))
        return Gebouwd(int(fout), (f"{naam}: {ONGEWIJZIGD}; de stukken staan in {toon_map(doel)}",))
    # What follows loads the chain, which is dear: a run without news does without it.
    from generator import keten
    from generator.cli.bouw.fork import Fork
    from generator.cli.bouw.maken import Maker
    from generator.cli.bouw.tabel import bijzonderheden, uitslagregels
    from generator.cli.bouw.toetslijsten import maak_toetslijsten
    from generator.cli.bouw.voortgang import Voortgang
    from generator.uitvoer.bouwstand import maak_bouwstand

    for module in _SAMEN:
        import_module(module)
    gelezen = keten.lees(
        bestanden, mee.bestanden, naam, stel=keuzes.stel, op=keuzes.op, variant=keuzes.variant, getekend=getekend
    )
    _eis_stukken(naam, keuzes.alleen, list(gelezen.dossier.stukken))
    wie = _lees_stellers(stellers, gelezen)
    maker = Maker(gelezen, invoer, keuzes.formaten, doel, stellers=wie, alles=herbouw)
    # Are only some asked for where others lie, then all are filled in: so as to know which of the others still hold.
    nodig = keuzes.alleen if keuzes.alleen and not maker.has_andere(keuzes.alleen) else tuple(gelezen.dossier.stukken)
    # The checklists are work of their own, a third of that of all papers: they go on beside it.
    lijstwerk = partial(maak_toetslijsten, bestanden, gelezen, invoer, keuzes, doel, stellers=wie, alles=herbouw)
    with Fork(lijstwerk) as fork, maker, Voortgang(naam, stil=stil) as voortgang:
        gecontroleerd, nieuw = _maak_stukken(maker, gelezen, keuzes, nodig, voortgang)
        mappen = {doel: Mapinhoud(nieuw, maak_bouwstand(bestanden) if bewaren and not herbouw else b"")}
        voortgang.toon("de toetslijsten van bezwaren")
        lijsten = fork.result()
    if lijsten.bestanden:
        # These first: as long as the receipt of the dossier is the old one, the next run does all of it again.
        vroeger, mappen[doel] = doel / BEZWAREN, replace(mappen[doel], verlaten=BEZWAREN)
        mappen = {zaakmap(doel): Mapinhoud(lijsten.bestanden, vroeger=vroeger), **mappen}
    if not (gecontroleerd.stukken or lijsten.bomen or lijsten.niet):
        opruimen = bool(manifest.get("uitvoer")) and not (keuzes.alleen or herbouw)
        return _zonder_stukken(naam, doel, mappen if opruimen else {}, geheim=keuzes.geheim)
    if herbouw:
        return _met_fouten(_vergelijk(naam, doel, mappen), lijsten.niet)
    uitslag = uitvoer.write_mappen(mappen)
    geschreven = join(uitslag[doel], uitslag.get(zaakmap(doel)), doel)
    nieuw = {
        voorvoegsel(map_, doel) + stuk: wat for map_, inhoud in mappen.items() for stuk, wat in inhoud.bestanden.items()
    }
    bomen = {voorvoegsel(zaakmap(doel), doel) + stuk: boom for stuk, boom in lijsten.bomen.items()}
    tabel = replace(gecontroleerd, stukken={**gecontroleerd.stukken, **bomen})
    seconden = time.perf_counter() - begin
    gebouwd = Gebouwd(
        1
        if any(b.ernst == "fout" and b.is_open for b in (*gecontroleerd.bevindingen, *gecontroleerd.verzwegen))
        else 0,
        tuple(
            uitslagregels(
                naam,
                tabel,
                geschreven,
                nieuw,
                toon_map(doel),
                seconden,
                toon_map(zaakmap(doel)) if bomen else "",
                keuzes.proef,
            )
        ),
        tuple(bijzonderheden(geschreven)),
        gemaakt=True,
    )
    return _met_fouten(gebouwd, lijsten.niet)


def _maak_stukken(
    maker: Maker, gelezen: Gelezen, keuzes: Keuzes, nodig: tuple[str, ...], voortgang: Voortgang
) -> tuple[Gecontroleerd, dict[str, bytes]]:
    """The papers of the dossier with what the rules say of them, and every file of its folder.

    `nodig` are the papers to fill in.
    """
    from generator import keten

    bomen = {}
    voortgang.toon("de stukken invullen")
    for stuk, bomen[stuk] in keten.iter_bomen(gelezen, nodig, maker.dagen):
        voortgang.toon(f"invullen, {len(bomen)} van {len(nodig)}: {stuk}")
        is_hier = (bomen[stuk].meta.openbaarheid == OPENBAAR) is not keuzes.geheim
        if is_hier and (not keuzes.alleen or stuk in keuzes.alleen):
            # Most papers are what they seem before the rules have spoken: setting them takes longest, so begin.
            maker.begin(stuk, keten.verwacht(gelezen, stuk, bomen[stuk]))
    voortgang.toon("alle regels toepassen")
    gecontroleerd = keten.kies_openbaar(keten.controleer(gelezen, bomen), openbaar=not keuzes.geheim)
    return maker.maak(gecontroleerd, lambda stukken: voortgang.tel(stukken, "schrijven"), keuzes.alleen)


def _zonder_stukken(naam: str, doel: Path, mappen: Mapping[Path, Mapinhoud], *, geheim: bool) -> Gebouwd:
    """No paper of this kind: what an earlier run made of it goes, for it may no longer be what everybody may see."""
    soort = "die niet openbaar zijn" if geheim else "die openbaar zijn (zie raadwerk bouw --geheim)"
    gedaan = f"wat daarvan nog in {toon_map(doel)} lag, is weggehaald" if mappen else "er is niets geschreven"
    if mappen:
        uitvoer.write_mappen(mappen)
    return Gebouwd(0, (f"{naam}: er zijn geen stukken {soort}; {gedaan}",))


def _met_fouten(gebouwd: Gebouwd, niet: str) -> Gebouwd:
    """The run with why no checklists were made; as grave as facts that cannot be read."""
    if not niet:
        return gebouwd
    return replace(gebouwd, code=2, bijzonder=(*gebouwd.bijzonder, niet), fout=niet)


def _eis_eigen_map(werkmap: Path, naam: str, doel: Path) -> None:
    """InvoerError when the folder of a copy or variant of `naam` is that of another dossier, and so perhaps public."""
    for ander in list_dossiers(werkmap):
        if ander != naam and ander.casefold() == doel.name.casefold():
            wat = f"hiervan komen de stukken in {doel.name}/, en zo heet ook een ander dossier"
            raad = "geef een van beide dossiers een andere naam"
            raise InvoerError(Fout(Plaats(f"{INHOUD}/{naam}"), wat, raad=raad))


def _lees_stellers(stellers: tuple[str, bytes] | None, gelezen: Gelezen) -> Mapping[str, Steller] | None:
    """Who to ask about which paper; None when no internal copy is asked for."""
    if stellers is None:
        return None
    from generator.inhoud.stellers import load_stellers

    pad, inhoud = stellers
    return load_stellers(inhoud, pad, list(gelezen.dossier.stukken))


def _vergelijk(naam: str, doel: Path, mappen: Mapping[Path, Mapinhoud]) -> Gebouwd:
    nieuw = {(map_, stuk): wat for map_, inhoud in mappen.items() for stuk, wat in inhoud.bestanden.items()}
    anders = [
        voorvoegsel(map_, doel) + stuk for (map_, stuk), inhoud in nieuw.items()
        if not (map_ / stuk).is_file() or (map_ / stuk).read_bytes() != inhoud
    ]  # fmt: skip
    regels = [f"{naam}: {stuk} is anders dan wat er ligt" for stuk in anders]
    if not anders:
        return Gebouwd(0, (f"{naam}: alle {len(nieuw)} bestanden zijn byte voor byte gelijk",))
    return Gebouwd(1, tuple(regels), tuple(regels))


def _eis_stukken(naam: str, alleen: tuple[str, ...], bestaand: list[str]) -> None:
    onbekend = [stuk for stuk in alleen if stuk not in bestaand]
    if onbekend:
        plaats = Plaats(f"inhoud/{naam}/dossier.yaml")
        raise InvoerError(
            *(
                Fout(plaats, f"het stuk ‘{stuk}’ staat niet in dit dossier", raad=kies_uit(stuk, bestaand))
                for stuk in onbekend
            )
        )


def toon_map(doel: Path) -> str:
    """The folder as a person would type it from here."""
    return f"{doel.relative_to(Path.cwd()) if doel.is_relative_to(Path.cwd()) else doel}/"
