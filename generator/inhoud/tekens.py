"""Bytes → text: UTF-8, and without the characters that cannot stand in a paper (``generator.tekens``)."""

from __future__ import annotations

from generator.errors import Fout, Plaats
from generator.tekens import VERBODEN, tekenzin


def lees_tekst(inhoud: bytes, bestand: str) -> tuple[str | None, list[Fout]]:
    """The text of a file; None and every fault when it is not UTF-8 or holds a refused character.

    A byte order mark is taken off; line ends stay as they are.
    """
    try:
        tekst = inhoud.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as fout:
        voor = inhoud[: fout.start].decode("utf-8-sig")
        gevonden = f"dit bestand is geen UTF-8 (byte {inhoud[fout.start]:02X})"
        return None, [Fout(_plaats(bestand, voor), gevonden, raad="bewaar het bestand als UTF-8")]
    fouten = [Fout(_plaats(bestand, tekst[: teken.start()]), *tekenzin(teken[0])) for teken in VERBODEN.finditer(tekst)]
    return (None if fouten else tekst), fouten


def _plaats(bestand: str, voor: str) -> Plaats:
    """The place just after `voor`."""
    return Plaats(bestand, voor.count("\n") + 1, len(voor) - voor.rfind("\n"))
