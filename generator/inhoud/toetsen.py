"""One file against its form: every fault in it, and what is left to check further without it.

pydantic stops at a wrong field; a person wants to hear everything at once. So what is wrong is taken out (a fact
becomes open, an unknown key goes) and the rest is looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_origin

from pydantic import ValidationError

from generator.inhoud.bestandsvormen import bestandstype, bestandsvormen, deelvorm, is_feitvorm, kern_van
from generator.inhoud.yaml_lezen import Knoop, maak_knoop, maak_scalar
from generator.inhoud.zinnen import fout_van

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.errors import Fout

_RONDES = 5  # a fault can hide behind another in the same fact; deeper hiding is no help to anybody


def toets(bestandsnaam: str, knoop: Knoop) -> tuple[Any, list[Fout], list[str]]:
    """The checked content of one file, every fault in it, and the paths that had to be left out.

    The content is None when nothing could be kept. `knoop` is changed: what is wrong goes out of it.
    """
    uit: dict[Fout, None] = {}
    herstel = _Herstel()
    vorm = bestandstype(bestandsnaam)
    for _ in range(_RONDES):
        try:
            return bestandsvormen()[bestandsnaam].validate_python(knoop), list(uit), herstel.weg
        except ValidationError as mis:
            fouten = mis.errors(include_url=False)
        uit |= dict.fromkeys(fout_van(knoop, fout, bekende_sleutels(vorm, fout["loc"])) for fout in fouten)
        if any(herstel.neem_uit(knoop, vorm, fout["loc"]) is _WEG for fout in fouten):
            break
    return None, list(uit), [*herstel.weg, knoop.pad]


def bekende_sleutels(vorm: Any, loc: Sequence[str | int]) -> list[str]:  # noqa: ANN401 - a type
    """The keys that may stand where the last step of `loc` leads from, in the order of the form."""
    for deel in loc[:-1]:
        vorm = deelvorm(vorm, deel)
    return [*getattr(kern_van(vorm), "model_fields", ())]


_WEG = object()


class _Herstel:
    """Takes out what is wrong; remembers the paths of what went as a whole."""

    def __init__(self) -> None:
        self.weg: list[str] = []

    def neem_uit(self, node: Any, vorm: Any, loc: Sequence[str | int]) -> Any:  # noqa: ANN401 - nodes and types
        """`node` without what is wrong at `loc`; `_WEG` when nothing is left that its form allows."""
        kern = kern_van(vorm)
        if is_feitvorm(kern):
            return _open(node.pad, node.plaats)
        if not loc or not isinstance(node, Knoop):
            return _WEG
        naam = str(loc[0])
        veld = getattr(kern, "model_fields", {}).get(naam)
        if naam not in node:  # missing, or taken out for another fault
            return self._vul_aan(node, kern, naam) if veld else node
        if naam == "bron":
            node[naam] = maak_knoop(node.pad, node.plaats, toelichting=maak_scalar("?", node.pad, node.plaats))
            return node
        soort = deelvorm(kern, naam)
        deel = self.neem_uit(node[naam], soort, loc[1:]) if soort and loc[1:] != ("[key]",) else _WEG
        if deel is not _WEG:
            node[naam] = deel
            return node
        self.weg.append(f"{node.pad}.{naam}".lstrip("."))
        del node[naam]
        return self._vul_aan(node, kern, naam) if veld and veld.is_required() else node

    def _vul_aan(self, node: Knoop, kern: Any, naam: str) -> Any:  # noqa: ANN401 - a type
        """`node` with something harmless for its required part `naam`; `_WEG` when there is nothing harmless."""
        vorm = kern_van(kern.model_fields[naam].annotation)
        if get_origin(vorm) is dict:
            node[naam] = maak_knoop(f"{node.pad}.{naam}", node.plaats)
        elif is_feitvorm(vorm):
            node[naam] = _open(f"{node.pad}.{naam}", node.plaats)
        else:
            return _WEG
        return node


def _open(pad: str, plaats: Any) -> Knoop:  # noqa: ANN401 - a Plaats
    return maak_knoop(pad, plaats, open=maak_scalar("deze waarde klopt niet", pad, plaats))
