"""Bytes → text: UTF-8, and without the characters that cannot stand in a paper.

Refused are control characters (XML 1.0 § 2.2 cannot hold most of them), lone surrogates, non-characters, and
the private-use area, in which Raadwerk's own fact tokens live; and what turns the direction of reading around, so
that a Word file or a PDF shows other words than stand there. Bidirectional marks, which do no such thing, are allowed.
"""

from __future__ import annotations

import re

from generator.errors import Fout, Plaats

_OMKERENDE = "\u202a-\u202e\u2066-\u2069"  # Unicode Standard Annex 9, 2.1-2.4: embeddings, overrides, isolates
VERBODEN = re.compile(
    f"[{_OMKERENDE}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]"
)


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


def tekenzin(teken: str) -> tuple[str, str, str]:
    """What was found, expected and to be done about a refused character."""
    omkerend = ": het keert de leesrichting om" if re.match(f"[{_OMKERENDE}]", teken) else ""
    return (
        f"het teken U+{ord(teken):04X} kan niet in een stuk{omkerend}",
        "leesbare tekens",
        "haal het (vaak onzichtbare) teken weg",
    )


def _plaats(bestand: str, voor: str) -> Plaats:
    """The place just after `voor`."""
    return Plaats(bestand, voor.count("\n") + 1, len(voor) - voor.rfind("\n"))
