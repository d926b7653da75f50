"""The tables of facts in the old → new sheet (*was-wordttabel*): a row for each fact, or for all readings of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.nodes import Cell, Cijfer, Heading, LineBreak, Row, Table, Text
from generator.opmaak import join_woorden
from generator.opmaak.getallen import HARDE_SPATIE
from generator.verschil.woorden import OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Blok, Inline
    from generator.verschil import Feitverschil
    from generator.verschil.waswordt.plaatsen import Plaatsen

# The columns with their widths.
_MET_BRON = {"Gegeven": 18, "Was": 17, "Wordt": 17, "Bron": 19, "Waar": 29}
_ZONDER_BRON = {"Gegeven": 21, "Was": 19, "Wordt": 19, "Waar": 41}
_LEZING = " lezing"  # a day that nobody knows for sure is reckoned in more than one reading


def maak_tabel(
    titel: str, nummer: int, feiten: list[Feitverschil], plaatsen: Plaatsen, *, bron: bool
) -> tuple[Blok, Blok]:  # fmt: skip
    """A heading and its table, one row for each of `feiten`; with their source when they have one."""
    label = titel.lower().replace(" ", "-")
    kolommen = _MET_BRON if bron else _ZONDER_BRON
    rijen = [
        {
            "Gegeven": (Text(_naam(samen)),),
            "Was": _eerder(samen),
            "Wordt": _waarde(samen[0], samen[0].nieuw, "wordt"),
            "Bron": (Text("; ".join(dict.fromkeys(map(_bron, samen)))),),
            "Waar": _staat_in(_alle_plaatsen(samen, plaatsen)),
        }
        for samen in _samen(feiten)
    ]
    tabel = Table(
        Row(tuple(Cell((Text(kolom),)) for kolom in kolommen)),
        tuple(Row(tuple(Cell(rij[kolom], header=kolom == "Gegeven") for kolom in kolommen)) for rij in rijen),
        (Text(f"{titel}, oud en nieuw"),), nummer, f"tabel-{label}", tuple(kolommen.values()),
    )  # fmt: skip
    return Heading(2, (Text(titel),), label), tabel


def _samen(feiten: list[Feitverschil]) -> list[list[Feitverschil]]:
    """`feiten`, with those together that are readings of one day and now give the same one."""
    uit: dict[tuple[str, str], list[Feitverschil]] = {}
    for feit in feiten:
        stam, _, lezing = feit.naam.rpartition(", ")
        sleutel = (stam, feit.nieuw) if lezing.endswith(_LEZING) else (feit.pad, "")
        uit.setdefault(sleutel, []).append(feit)
    return list(uit.values())


def _naam(samen: list[Feitverschil]) -> str:
    """As in "Laatste dag om bezwaar te maken, vroegste en latere lezing"."""
    if len(samen) == 1:
        return samen[0].naam
    lezingen = [feit.naam.rpartition(", ")[2].removesuffix(_LEZING) for feit in samen]
    return f"{samen[0].naam.rpartition(', ')[0]}, {join_woorden(lezingen)}{_LEZING}"


def _eerder(samen: list[Feitverschil]) -> tuple[Inline, ...]:
    """The old value, or that of each reading on a line of its own."""
    if len({feit.oud for feit in samen}) == 1:
        return _waarde(samen[0], samen[0].oud, "was")
    regels: list[Inline] = []
    for feit in samen:
        regels += [LineBreak(), *_waarde(feit, feit.oud, "was"), Text(f" ({feit.naam.rpartition(', ')[2]})")]
    return tuple(regels[1:])


def _bron(feit: Feitverschil) -> str:
    """Where the new value was read; or in words why there is nothing to look up."""
    if not feit.nieuw:
        return f"eerder: {feit.vindplaats}" if feit.vindplaats else "vervallen"
    if feit.vindplaats:
        return feit.vindplaats
    # What a municipality sets about itself or chooses needs no source; who typed it, the facts do not know.
    return "nog niet bekend" if is_open(feit) else "eigen opgave van de gemeente, zonder bron"


def _alle_plaatsen(samen: list[Feitverschil], plaatsen: Plaatsen) -> dict[str, list[str]]:
    uit: dict[str, list[str]] = {}
    for feit in samen:
        for stuk, delen in plaatsen[feit.pad].items():
            uit[stuk] = list(dict.fromkeys((*uit.get(stuk, ()), *delen)))
    return uit


def _waarde(feit: Feitverschil, tekst: str, vorm: str) -> tuple[Text | Cijfer, ...]:
    if not tekst:
        # The same figure may have stood there as another fact: only that it was no fact is sure.
        return (Text("geen apart gegeven" if vorm == "was" else "vervallen"),)
    if vorm == "was" and tekst.startswith(OPEN):  # whether a paper asked for it or did not speak of it
        return (Text("nog niet bekend"),)
    # In a column a number may stand above its unit: kept together they would run into the next column.
    return (Cijfer(tekst.replace(HARDE_SPATIE, " "), feit.pad, vorm, open=tekst.startswith(OPEN), afgeleid=True),)


def is_open(feit: Feitverschil) -> bool:
    """Whether the new value of `feit` is not known yet."""
    return feit.nieuw.startswith(OPEN)


def _staat_in(plekken: Mapping[str, list[str]]) -> tuple[Inline, ...]:
    """Each paper on a line of its own, with the parts."""
    regels: list[Inline] = []
    for stuk, delen in plekken.items():
        regels += [LineBreak(), Text(f"{stuk}: {', '.join(delen)}")]
    return tuple(regels[1:])
