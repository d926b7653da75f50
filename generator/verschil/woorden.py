"""What may change in a paper without any value that does: its texts and templates, and the words around a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator import opmaak

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from generator.feiten.feit import Feit


OPEN = "[nog in te vullen"  # how a value begins that nobody knows yet


class Benaming(Struct, frozen=True):
    """Words of a fact that changed while its value did not.

    Attributes:
        pad: the path of the fact.
        veld: which words: its name, what has to be filled in, the day of counting, or what sources say.
        oud: how they were; empty when there were none.
        nieuw: how they are.
        bestand: the file in which they stand.
    """

    pad: str
    veld: str
    oud: str
    nieuw: str
    bestand: str


def benamingen(oud: Mapping[str, Feit], nieuw: Mapping[str, Feit], zonder: Container[str]) -> Iterator[Benaming]:
    """The words that changed of each fact that both states have, but for those whose path is in `zonder`."""
    for pad, wordt in nieuw.items():
        was = oud.get(pad)
        if was is None or pad in zonder:
            continue
        eerst, daarna = _woorden(was), _woorden(wordt)
        for veld, tekst in daarna.items():
            if tekst != eerst[veld]:
                yield Benaming(pad, veld, eerst[veld], tekst, wordt.plaats.bestand)


def _woorden(feit: Feit) -> dict[str, str]:
    return {
        "naam": feit.naam,
        "vraag": feit.vraag,
        "peildatum": opmaak.print_waarde(feit.peildatum) if feit.peildatum else "",
        "vermeldingen": "; ".join(opmaak.print_waarde(een.waarde) for een in feit.vermeldingen),
    }


def gewijzigde_bestanden(oud: Mapping[str, bytes], nieuw: Mapping[str, bytes]) -> frozenset[str]:
    """The texts and templates of which the words are not the same in both states."""
    return frozenset(bestand for bestand in (*oud, *nieuw) if oud.get(bestand) != nieuw.get(bestand))
