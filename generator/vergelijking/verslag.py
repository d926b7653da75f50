"""The report on two papers that were compared, as a paper of its own: to file with the agreement."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.datumtekst import datum_kaal
from generator.document.nodes import (
    BulletList,
    Cell,
    Document,
    Heading,
    Kenmerk,
    Kop,
    LineBreak,
    ListItem,
    Meta,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from generator.verslagen.vergelijking import conclusie, opzijgezet

if TYPE_CHECKING:
    from generator.document.nodes import Blok, Inline
    from generator.vergelijking import Plek, Vergelijking
    from generator.verslagen.vergelijking import Vergeleken

SOORT = "Verslag van vergelijking"
_KOLOMMEN = {"Nr.": 7, "Soort": 15, "Raadsversie": 39, "Tekenversie": 39}


def maak_verslag(uitslag: Vergelijking, oud: Vergeleken, nieuw: Vergeleken, *, datum: str, gemeente: str) -> Document:
    """The report as a paper, dated `datum` (ISO)."""
    titel = f"{oud.naam} en {nieuw.naam}"
    kenmerken = (
        ("Raadsversie", oud.naam), ("SHA-256", oud.sha256), ("Tekenversie", nieuw.naam), ("SHA-256", nieuw.sha256),
        ("Woorden", f"{uitslag.woorden[0]} en {uitslag.woorden[1]}"),
        ("Vergeleken op", datum_kaal(dt.date.fromisoformat(datum))),
    )  # fmt: skip
    blokken: list[Blok] = [
        Kop(SOORT, (Text(titel),), tuple(Kenmerk(naam, (Text(wat),)) for naam, wat in kenmerken)),
        Paragraph((Strong((Text(conclusie(uitslag, oud, nieuw)),)),)),
    ]
    if opmerkingen := [*oud.opmerkingen(), *nieuw.opmerkingen()]:
        blokken.append(BulletList(tuple(ListItem((Paragraph((Text(zin),)),)) for zin in opmerkingen)))
    if uitslag.verschillen:
        blokken += [Heading(2, (Text("De verschillen"),), "verschillen"), _tabel(uitslag)]
    blokken += [
        Heading(2, (Text("Wat is vergeleken"),), "vergeleken"),
        Paragraph((Text(
            "Elk woord, getal en leesteken van de tekst, in volgorde; hoofdletters tellen mee. Getallen en "
            "ontkenningen staan vooraan. Afbeeldingen zijn niet vergeleken, tenzij de woorden erin tekst zijn."),)),
    ]  # fmt: skip
    if wat := opzijgezet(uitslag):
        blokken.append(Paragraph((Text(wat),)))
    meta = Meta(
        f"{SOORT}: {titel}", SOORT, datum, gemeente, f"{gemeente} · {SOORT}", concept=False, openbaarheid="intern",
    )  # fmt: skip
    return Document(meta, tuple(blokken))


def _tabel(uitslag: Vergelijking) -> Table:
    rijen = tuple(
        Row((
            Cell((Text(str(nummer)),), header=True), Cell((Text(str(verschil.soort)),)), Cell(_kant(verschil.oud)),
            Cell(_kant(verschil.nieuw)),
        ))
        for nummer, verschil in enumerate(uitslag.verschillen, 1)
    )  # fmt: skip
    kop = Row(tuple(Cell((Text(kolom),)) for kolom in _KOLOMMEN))
    bijschrift = (Text("Elk verschil, met de woorden eromheen"),)
    return Table(kop, rijen, bijschrift, 1, "tabel-verschillen", tuple(_KOLOMMEN.values()))


def _kant(plek: Plek) -> tuple[Inline, ...]:
    """The place on a line of its own; then the words, those that differ marked, and where nothing stands that too."""
    eigen = Text(f"[{plek.tekst}]" if plek.tekst else "[staat hier niet]")
    return Text(plek.waar), LineBreak(), Text(f"… {plek.ervoor} "), Strong((eigen,)), Text(f" {plek.erna} …")
