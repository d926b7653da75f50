"""The register of rules as Dutch text, for the terminal and for ``docs/regels.md``.

A rule's wording has places in braces for what it finds; here they stand in square brackets, as names.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from typing import TYPE_CHECKING, Any

from generator.datumtekst import datum_kaal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.feiten.recht import Melding
    from generator.regels.register import Regel

_BREEDTE = 100
_PLEK = re.compile(r"(?<!\{)\{(\w+)\}")
_KIJKT = {
    "dossier": "de feiten", "stukken": "de stukken", "bezwaar": "een bezwaar", "bevindingen": "de antwoorden",
}  # fmt: skip
_INLEIDING = """\
# De regels van Raadwerk

Dit overzicht maakt `raadwerk regels --markdown`. Tussen vierkante haken staat wat per geval verschilt. Een regel zonder
grondslag toetst aan het dossier zelf of aan goed taalgebruik, niet aan de wet.

| code | wat Raadwerk meldt | kijkt naar | grondslag | wat u doet |
|---|---|---|---|---|
"""


def als_tekst(regels: Iterable[Regel], meldingen: Mapping[str, Melding]) -> str:
    """For a person at a terminal: each rule with what it reports, looks at, rests on and asks."""
    blokken = []
    for regel in regels:
        melding = meldingen[regel.code]
        rijen = [f"{regel.code}  {print_melding(melding.titel)}"]
        for kop, inhoud in (
            ("", print_melding(melding.uitleg)),
            ("naar", _KIJKT[regel.neemt]),
            ("grond", "; ".join(regel.grondslag)),
            ("geldig", _geldig(regel)),
            ("doen", print_melding(melding.actie)),
        ):
            if inhoud:
                inspringing = f"  {kop:<8}" if kop else "  "
                vervolg = " " * len(inspringing)
                rijen += textwrap.wrap(inhoud, _BREEDTE, initial_indent=inspringing, subsequent_indent=vervolg)
        blokken.append("\n".join(rijen))
    return "\n\n".join([*blokken, f"{len(blokken)} regels.\n"])


def als_data(regels: Iterable[Regel], meldingen: Mapping[str, Melding]) -> list[dict[str, Any]]:
    """The same for another program; a rule without a first or last day has an empty one."""
    return [
        {
            "code": regel.code,
            "titel": print_melding(meldingen[regel.code].titel),
            "uitleg": print_melding(meldingen[regel.code].uitleg),
            "actie": print_melding(meldingen[regel.code].actie),
            "neemt": str(regel.neemt),
            "grondslag": list(regel.grondslag),
            "van": "" if regel.van == dt.date.min else regel.van.isoformat(),
            "tot": "" if regel.tot == dt.date.max else regel.tot.isoformat(),
        }
        for regel in regels
    ]


def als_markdown(regels: Iterable[Regel], meldingen: Mapping[str, Melding]) -> str:
    """The same as the page ``docs/regels.md``."""
    rijen = []
    for regel in regels:
        melding = meldingen[regel.code]
        grond = "; ".join([*regel.grondslag, *filter(None, [_geldig(regel)])])
        punt = "" if melding.titel.endswith("?") else "."
        wat = f"**{print_melding(melding.titel)}{punt}** {print_melding(melding.uitleg)}"
        cellen = [f"`{regel.code}`", wat, _KIJKT[regel.neemt], grond or "–", print_melding(melding.actie)]
        rijen.append(f"| {' | '.join(cel.replace('|', chr(92) + '|') for cel in cellen)} |\n")
    return _INLEIDING + "".join(rijen)


def print_melding(zin: str) -> str:
    """The wording of a rule, with the names of what it finds in square brackets: "[datum] is geen [vergaderdag]"."""
    leesbaar = _PLEK.sub(lambda plek: f"[{plek[1].replace('_', ' ')}]", zin)
    return leesbaar.replace("{{", "{").replace("}}", "}")


def _geldig(regel: Regel) -> str:
    """From when until when the rule speaks; empty when that is always."""
    delen = []
    if regel.van != dt.date.min:
        delen.append(f"vanaf {datum_kaal(regel.van)}")
    if regel.tot != dt.date.max:
        delen.append(f"tot en met {datum_kaal(regel.tot)}")
    return " ".join(delen)
