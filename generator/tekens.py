"""The characters that cannot stand in a paper, in whatever way they come: typed, escaped, or by their number.

Refused are control characters (XML 1.0 § 2.2 cannot hold most of them), lone surrogates, non-characters, and
the private-use area, in which Raadwerk's own fact tokens live; and what turns the direction of reading around, so
that a Word file or a PDF shows other words than stand there. Bidirectional marks, which do no such thing, are allowed.
"""

from __future__ import annotations

import re

_OMKERENDE = "\u202a-\u202e\u2066-\u2069"  # Unicode Standard Annex 9, 2.1-2.4: embeddings, overrides, isolates
VERBODEN = re.compile(
    f"[{_OMKERENDE}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]"
)


def tekenzin(teken: str) -> tuple[str, str, str]:
    """What was found, expected and to be done about a refused character."""
    omkerend = ": het keert de leesrichting om" if re.match(f"[{_OMKERENDE}]", teken) else ""
    return (
        f"het teken U+{ord(teken):04X} kan niet in een stuk{omkerend}",
        "leesbare tekens",
        "haal het (vaak onzichtbare) teken weg",
    )
