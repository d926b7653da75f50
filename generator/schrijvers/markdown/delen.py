"""The parts that only some papers have → Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from generator.document import nodes
from generator.schrijvers.markdown.regel import regel, woorden
from generator.schrijvers.markdown.vorm import kopje, leeg_tussen, tabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_ANTWOORDEN = ("ja", "nee", "n.v.t.")
_KOLOMMEN = ["Toets", "Wat de feiten zeggen", "Uitkomst", "Opmerking", "Paraaf"]


def schrijf_deel(
    deel: nodes.Beslispunten | nodes.Argument | nodes.Artikel | nodes.Toetslijst | nodes.Briefhoofd,
    blokken: Callable[[Iterable[nodes.Blok]], str],
    item: Callable[[str, tuple[nodes.Blok, ...]], str],
) -> str:
    """`deel` as Markdown; `blokken` writes what it holds, `item` a list item behind its number."""
    match deel:
        case nodes.Beslispunten(punten):
            return "\n".join(item(f"{punt.nummer}. ", punt.blocks) for punt in punten)
        case nodes.Argument():
            kop = kopje(deel.level, f"{woorden(deel.nummer)} {regel(deel.bewering)}")
            return leeg_tussen(kop, blokken(deel.blocks))
        case nodes.Artikel():
            leden = [item(f"{lid.nummer}. ", lid.blocks) if lid.nummer else blokken(lid.blocks) for lid in deel.leden]
            return leeg_tussen(kopje(deel.level, f"Artikel {deel.nummer}. {regel(deel.titel)}"), "\n".join(leden))
        case nodes.Toetslijst():
            rijen = [_KOLOMMEN, *(_punt(punt) for punt in deel.punten)]
            return leeg_tussen(kopje(deel.level, regel(deel.titel)), tabel(rijen, ["left"] * len(_KOLOMMEN)))
        case nodes.Briefhoofd():
            namen = [("Van", deel.afzender), ("Aan", deel.geadresseerde)]
            regels = [*namen, *((kenmerk.naam, kenmerk.waarde) for kenmerk in deel.kenmerken)]
            kenmerken = "\n".join(f"- **{woorden(naam)}**: {_adres(inhoud)}" for naam, inhoud in regels)
            return leeg_tussen(woorden(deel.documentsoort), kopje(1, regel(deel.onderwerp)), kenmerken)
        case _:
            assert_never(deel)


def _punt(punt: nodes.Aanvinkpunt) -> list[str]:
    grond = f" ({regel(punt.grond)})" if punt.grond else ""
    vakjes = " ".join(f"[{'x' if woord == punt.uitkomst else ' '}] {woord}" for woord in _ANTWOORDEN)
    door = regel(punt.door)
    if punt.uitkomst not in _ANTWOORDEN:
        door = f"{punt.uitkomst} door {door}"
    return [f"{regel(punt.vraag)}{grond}", regel(punt.feiten), f"{vakjes} – {door}" if door else vakjes, "", ""]


def _adres(inhoud: tuple[nodes.Inline, ...]) -> str:
    """The lines of an address on one line."""
    return ", ".join(regel(deel) for deel in _regels(inhoud))


def _regels(inhoud: tuple[nodes.Inline, ...]) -> Iterable[tuple[nodes.Inline, ...]]:
    begin = 0
    for plek, deel in enumerate((*inhoud, nodes.LineBreak())):
        if isinstance(deel, nodes.LineBreak):
            yield inhoud[begin:plek]
            begin = plek + 1
