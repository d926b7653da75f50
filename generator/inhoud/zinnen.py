"""pydantic's faults said in Dutch: what was found, what was expected, what to do."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from generator.errors import Fout
from generator.inhoud.aanraden import ANDERS_GEZEGD, bedoelde_u
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic_core import ErrorDetails

    from generator.errors import Plaats

_LANGE_BRON = "schrijf bron: {stuk: …, pagina: …, citaat: …}"
_LANG_FEIT = "een waarde, of {waarde: …, bron: {stuk: …, pagina: …, citaat: …}}"
_PATRONEN = {
    r"^[a-z][a-z0-9_]*$": ("een naam", "kleine letters, cijfers en _, bijvoorbeeld opvang_totaal"),
    r"^#[0-9a-fA-F]{6}$": ("een kleur", "een kleur als #1f4e5f"),
}


def fout_van(wortel: Knoop, fout: ErrorDetails, bekend: Sequence[str]) -> Fout:
    """One of pydantic's faults on `wortel` in Dutch; `bekend` are the keys that may stand where it was found."""
    pad = [deel for deel in fout["loc"] if deel != "[key]"]
    ouder, node, sleutelplaats = _zoek(wortel, pad)
    naam = next((deel for deel in reversed(pad) if isinstance(deel, str)), "")
    if fout["type"] == "missing":
        raad = "vul het in; weet u het nog niet, schrijf dan {open: wat er nog moet komen}"
        return Fout(ouder.plaats, f"verplicht veld ‘{naam}’ ontbreekt", raad="" if naam in _GEEN_FEIT else raad)
    if fout["type"] == "extra_forbidden":
        raad = bedoelde_u(naam, bekend, "haal hem weg")
        return Fout(sleutelplaats, f"de sleutel ‘{naam}’ bestaat hier niet", f"een van {', '.join(bekend)}", raad)
    plaats = sleutelplaats if fout["loc"] and fout["loc"][-1] == "[key]" else node.plaats
    zin = _ZINNEN.get(fout["type"], _onbekend)
    return Fout(plaats, *zin(naam, textwrap.shorten(str(fout["input"]), 60, placeholder=" …"), fout.get("ctx", {})))


_GEEN_FEIT = {"stuk", "bron", "waarde", "stukken", "vragen"}


def _zoek(wortel: Knoop, pad: Sequence[str | int]) -> tuple[Any, Any, Plaats]:
    """The node that `pad` leads to or ends near, the node around it, and the place of its key."""
    ouder: Any = wortel
    node: Any = wortel
    plaats = wortel.plaats
    for deel in pad:
        if isinstance(node, Knoop) and deel in node:
            ouder, plaats, node = node, node.sleutels[str(deel)], node[str(deel)]
        elif isinstance(node, Reeks) and isinstance(deel, int):
            ouder, node = node, node[deel]
            plaats = node.plaats
        elif isinstance(node, Scalar) or isinstance(deel, int):
            continue  # a plain fact has its value, and a single source its list, only in our models
        else:
            ouder = node
    return ouder, node, plaats


_Zin = tuple[str, str, str]


def _feit(_: str, __: str, context: dict[str, Any]) -> _Zin:
    return context["zin"], _LANG_FEIT, context["raad"]


def _waarde(_: str, __: str, context: dict[str, Any]) -> _Zin:
    return context["zin"], context["verwacht"], context["raad"]


def _keuze(naam: str, tekst: str, context: dict[str, Any]) -> _Zin:
    goed = [woord.strip("'") for woord in context["expected"].replace(" or ", ", ").split(", ")]
    bedoeld = ANDERS_GEZEGD.get(tekst.lower(), tekst)
    return f"‘{tekst}’ kan niet bij ‘{naam}’", " of ".join(goed), bedoelde_u(bedoeld, goed)


def _patroon(_: str, tekst: str, context: dict[str, Any]) -> _Zin:
    wat, verwacht = _PATRONEN[context["pattern"]]
    return f"‘{tekst}’ kan geen {wat.removeprefix('een ')} zijn", verwacht, ""


def _te_weinig(naam: str, _: str, context: dict[str, Any]) -> _Zin:
    raad = "schrijf één waarde als ‘waarde’ met haar ‘bron’" if naam == "vermeldingen" else ""
    return f"‘{naam}’ telt er {context['actual_length']}", f"ten minste {context['min_length']}", raad


def _getal(naam: str, tekst: str, context: dict[str, Any]) -> _Zin:
    if naam == "pagina":
        return f"‘{tekst}’ is geen paginanummer", "een heel getal vanaf 1", ""
    grenzen = [f"{woord} {context[sleutel]:g}" for sleutel, woord in _GRENZEN if sleutel in context]
    return f"‘{tekst}’ kan niet bij ‘{naam}’", " ".join(["een getal", *grenzen]), "schrijf een punt voor de decimalen"


_GRENZEN = (("ge", "vanaf"), ("le", "tot en met"))


def _namen(naam: str, _: str, __: dict[str, Any]) -> _Zin:
    return "hier horen namen met waarden te staan", "naam: waarde", _LANGE_BRON if naam == "bron" else ""


def _tekst(naam: str, _: str, __: dict[str, Any]) -> _Zin:
    return f"bij ‘{naam}’ hoort één tekst te staan", "een tekst", ""


def _leeg(naam: str, _: str, __: dict[str, Any]) -> _Zin:
    return f"‘{naam}’ is leeg", "een tekst", "vul hem in, of haal de sleutel weg"


def _lijst(naam: str, _: str, __: dict[str, Any]) -> _Zin:
    return f"bij ‘{naam}’ hoort een lijst te staan", "[…, …]", ""


def _onbekend(naam: str, tekst: str, __: dict[str, Any]) -> _Zin:
    return f"‘{tekst}’ kan niet bij ‘{naam}’", "", "‘raadwerk schema’ schrijft op wat hier mag staan"


_ZINNEN: dict[str, Callable[[str, str, dict[str, Any]], _Zin]] = {
    "feit": _feit,
    "waarde": _waarde,
    "literal_error": _keuze,
    "string_pattern_mismatch": _patroon,
    "too_short": _te_weinig,
    **dict.fromkeys(
        ("int_parsing", "int_type", "int_from_float", "int_parsing_size", "float_parsing", "float_type",
         "greater_than_equal", "less_than_equal", "finite_number"), _getal
    ),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), _namen),
    "string_type": _tekst,
    "string_too_short": _leeg,
    **dict.fromkeys(("tuple_type", "list_type"), _lijst),
}  # fmt: skip
