"""The table at the end of a run: each paper, its status, what is still open, and where it lies."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import click

from generator.document.walk import count_open
from generator.keten import FORMATEN
from generator.lezers.omvang import meet_omvang
from generator.metadata.mdto import UITGANG
from generator.regels.register import REGELS, Neemt
from generator.verslagen.bevindingen import titel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.bevindingen import Bevinding
    from generator.document.nodes import Document
    from generator.keten import Gecontroleerd
    from generator.uitvoer import Geschreven

_BREEDSTE = 40  # of a name in the table; with it a line stays within a hundred characters
_ZWAARTE = {"fout": "fouten", "oordeel": "oordelen", "waarschuwing": "waarschuwingen", "notitie": "notities"}


def uitslagregels(
    naam: str, gecontroleerd: Gecontroleerd, geschreven: Geschreven, bestanden: Mapping[str, bytes], map_: str,
    seconden: float, lijstmap: str = "",
) -> Iterator[str]:  # fmt: skip
    """What a run made, in Dutch: per paper its status, pages, open facts, findings and what was written.

    `lijstmap` is where the checklists of objections lie, if any were made.
    """
    open_bevindingen = [bevinding for bevinding in gecontroleerd.bevindingen if bevinding.is_open]
    yield from _tabel(naam, gecontroleerd.stukken, open_bevindingen, geschreven, bestanden)
    gelezen = gecontroleerd.gelezen
    elders = [stuk for stuk, wat in gelezen.dossier.stukken.items() if not wat.is_openbaar_op(gelezen.toetsdatum)]
    if not set(elders) <= set(gecontroleerd.stukken):
        yield f"  niet openbaar en daarom niet hierbij: {', '.join(elders)} (zie raadwerk bouw --geheim)"
    yield from bijzonderheden(geschreven)
    weg = [bestand for bestand in geschreven.vervallen if not bestand.endswith(UITGANG)]
    if weg:
        yield f"  niet gevraagd of verouderd, en daarom weggehaald: {', '.join(weg)} (zie raadwerk bouw)"
    telling = Counter(bevinding.ernst.value for bevinding in (*open_bevindingen, *gecontroleerd.verzwegen))
    delen = [f"{telling[een]} {een if telling[een] == 1 else meer}" for een, meer in _ZWAARTE.items() if telling[een]]
    if delen:
        yield f"  bevindingen: {', '.join(delen)} (zie raadwerk controleer {naam})"
    # What is only known of a paper that was made: ‘controleer’ tells it when it reads that back.
    for bevinding in open_bevindingen:
        if REGELS[bevinding.code].neemt is Neemt.OMVANG:
            yield f"  {titel(bevinding, gelezen.recht.meldingen)}"
    if lijstmap:
        yield f"  de toetslijsten van bezwaren zijn intern en staan in {lijstmap}"
    yield f"  de stukken staan in {map_} ({f'{seconden:.2f}'.replace('.', ',')} s)"


def bijzonderheden(geschreven: Geschreven) -> Iterator[str]:
    """What a run did that must not be missed: files of a user that were set aside."""
    for bestand in geschreven.opzij:
        yield click.style(f"  {bestand}: dit bestand was met de hand gewijzigd en is opzij gezet", fg="yellow")


def _tabel(
    naam: str, stukken: Mapping[str, Document], bevindingen: Iterable[Bevinding], geschreven: Geschreven,
    bestanden: Mapping[str, bytes],
) -> Iterator[str]:  # fmt: skip
    """One line a paper; papers in a folder of their own stand under its name."""
    # An open fact is counted as such, and not once more as a finding. What names no paper is in the sum alone.
    per_stuk = Counter(stuk for bevinding in bevindingen if bevinding.code != "FT-OPEN" for stuk in bevinding.stukken)
    namen = {stuk: _kort(stuk.rpartition("/")[2]) for stuk in stukken}
    breedte = max(20, *map(len, namen.values()), len(naam) - 2)
    kop = f"{naam:<{breedte + 2}}  {'status':<10}  blz.  open  bevindingen  gewijzigd"
    yield click.style(kop, bold=True)
    for map_, groep in groupby(stukken, lambda stuk: stuk.rpartition("/")[0]):
        if map_:
            yield f"  {map_}/"
        for stuk in groep:
            status = "concept" if stukken[stuk].meta.concept else "definitief"
            nieuw = sorted(formaat for formaat in FORMATEN if f"{stuk}.{formaat}" in geschreven.gewijzigd)
            yield (
                f"  {namen[stuk]:<{breedte}}  {status:<10}  {_paginas(bestanden.get(f'{stuk}.pdf', b'')):>4}  "
                f"{count_open(stukken[stuk])[0]:>4}  {per_stuk[stuk]:>11}  {' '.join(nieuw) or 'niets'}"
            )


def _kort(naam: str) -> str:
    """A name that fits the table; the middle of a longer one is left out, since names differ at their ends."""
    kant = _BREEDSTE // 2
    return naam if len(naam) <= _BREEDSTE else f"{naam[:kant]}…{naam[1 - kant :]}"


def _paginas(pdf: bytes) -> str:
    """How many pages the typesetter made, as it stands in the table."""
    omvang = meet_omvang(pdf)
    return str(omvang.bladen) if omvang else "–"
