"""The keys that may stand in a mapping: one table says how each is read and what an editor is told of it.

A reader takes the node, its key and the list to put faults in; what it gives back for a faulty node is of no
importance, for nothing is built when there are faults.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from generator.errors import Fout
from generator.feiten.waarden import op_een_regel
from generator.inhoud.aanraden import ANDERS_GEZEGD, bedoelde_u, dichtbij
from generator.inhoud.yaml_fouten import kommafout
from generator.inhoud.yaml_lezen import Knoop, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WOORDEN = {"type": ["string", "number"], "minLength": 1}  # to us every scalar is text, to an editor not
# What once stood here; it is no fact, since a public paper names no official.
_VERHUISD = {"steller": "zet hem in intern/stellers.yaml: dat komt alleen in wat ‘raadwerk bouw --intern’ maakt"}
JA_OF_NEE = {"enum": ["ja", "nee"], "type": "string"}


class Sleutel(Struct, frozen=True):
    """One key: how its value is read, its JSON Schema, and what it is for."""

    lees: Callable[[Any, str, list[Fout]], Any]
    schema: Mapping[str, Any] = field(default_factory=dict)
    uitleg: str = ""


def lees_sleutels(
    node: Any,  # noqa: ANN401 - a node
    sleutels: Mapping[str, Sleutel],
    fouten: list[Fout],
    verplicht: Iterable[str] = (),
) -> dict[str, Any]:
    """The values in the mapping `node` by key; what is unknown, missing or wrong goes to `fouten`."""
    uit = {}
    for naam, deel in node.items():
        sleutel = sleutels.get(naam)
        if sleutel is None:
            fouten.append(onbekende_sleutel(node, naam, sleutels))
        else:
            uit[naam] = sleutel.lees(deel, naam, fouten)
    fouten += [ontbrekend_veld(node, naam) for naam in verplicht if naam not in node]
    return uit


def is_knoop(node: Any, fouten: list[Fout], raad: str = "") -> bool:  # noqa: ANN401 - a node
    """Whether `node` is a mapping; a fault when it is not."""
    if not isinstance(node, Knoop):
        fouten.append(Fout(node.plaats, "hier horen namen met waarden te staan", "naam: waarde", raad))
        return False
    return True


def onbekende_sleutel(knoop: Knoop, naam: str, bekend: Iterable[str]) -> Fout:
    """The fault of a key that may not stand here."""
    bekend = list(bekend)
    if naam in knoop.komma and not dichtbij(naam, bekend):
        return kommafout(knoop.sleutels[naam], knoop.komma[naam])
    raad = _VERHUISD.get(naam) or bedoelde_u(naam, bekend, "haal hem weg")
    return Fout(knoop.sleutels[naam], f"de sleutel ‘{naam}’ bestaat hier niet", f"een van {', '.join(bekend)}", raad)


def ontbrekend_veld(knoop: Knoop, naam: str, raad: str = "") -> Fout:
    """The fault of a key that must stand here and does not."""
    return Fout(knoop.plaats, f"verplicht veld ‘{naam}’ ontbreekt", raad=raad)


def lees_woorden(node: Any, naam: str, fouten: list[Fout]) -> str:  # noqa: ANN401 - a node
    """The words of a scalar, on one line. Who writes a key must write something with it; what is left out is empty."""
    if not isinstance(node, Scalar):
        fouten.append(Fout(node.plaats, f"bij ‘{naam}’ hoort één tekst te staan", "een tekst"))
        return ""
    tekst = node.strip()
    if not tekst:
        fouten.append(Fout(node.plaats, f"‘{naam}’ is leeg", "een tekst", "vul hem in, of haal de sleutel weg"))
    return op_een_regel(tekst)


def lees_ja(node: Any, naam: str, fouten: list[Fout]) -> bool:  # noqa: ANN401 - a node
    """True for ja, False for nee."""
    if node not in JA_OF_NEE["enum"]:
        raad = bedoelde_u(ANDERS_GEZEGD.get(str(node).lower(), str(node)), JA_OF_NEE["enum"])
        fouten.append(Fout(node.plaats, past_niet(node, naam), "ja of nee", raad))
    return bool(node == "ja")


def past_niet(node: Any, naam: str) -> str:  # noqa: ANN401 - a node
    """The sentence that what stands there cannot stand with `naam`."""
    if not isinstance(node, Scalar):
        return f"bij ‘{naam}’ hoort één waarde te staan"
    return f"‘{textwrap.shorten(node, 60, placeholder=' …')}’ kan niet bij ‘{naam}’"
