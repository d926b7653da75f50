"""Records as a template sees them: their fields by name, and the text file that bears their name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.feiten.dossier import Onderdeel, onderdelen
from generator.feiten.feit import Feit
from generator.feiten.waarden import Tekst, Verwijzing
from generator.sjablonen.register import Register, ZichtError, bedoelde_u, een_van
from generator.sjablonen.zicht import Zicht
from generator.sjablonen.zichtbaar import ZichtFeit, ZichtReeks

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Undefined


class ZichtTekst(Zicht):
    """The text file of a record, for ``{% include %}``: ``teksten/vraagstukken-een.md``."""

    __slots__ = ("_naam", "_pad", "_plaats")

    def __init__(self, deel: Onderdeel) -> None:
        self._naam = f"teksten/{deel.pad.replace('.', '-')}.md"
        self._pad, self._plaats = deel.pad, deel.plaats

    def _noem(self) -> str:
        return f"de tekst bij ‘{self._pad}’"


class ZichtOnderdeel(Zicht):
    """A record: its fields by name, ``sleutel``, its own name, and ``tekst``, the text file that bears that name."""

    __slots__ = ("_deel", "_ontbreekt", "_register")

    def __init__(self, deel: Onderdeel, register: Register, ontbreekt: Callable[[str], Undefined]) -> None:
        self._deel, self._register, self._ontbreekt = deel, register, ontbreekt

    def _noem(self) -> str:
        return f"het onderdeel ‘{self._deel.pad}’" if self._deel.pad else "dit onderdeel"

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 - a fact, record or list
        if naam.startswith("_"):
            raise AttributeError(naam)
        velden = onderdelen(self._deel)
        if naam == "tekst" and naam not in velden:
            return ZichtTekst(self._deel)
        if naam == "sleutel" and naam not in velden:
            woord = Feit(pad=f"{self._deel.pad}@sleutel", waarde=Tekst(self._deel.pad.rpartition(".")[2]))
            return ZichtFeit(woord, self._register)
        if naam not in velden:
            gevonden = f"‘{self._deel.pad or 'dit onderdeel'}’ heeft geen ‘{naam}’"
            raise ZichtError(gevonden, bedoelde_u(naam, velden), verwacht=een_van(naam, velden))
        if velden[naam] is None:
            return self._ontbreekt(f"{self._deel.pad}.{naam}")
        return maak_zichtbaar(velden[naam], f"{self._deel.pad}.{naam}", self._register, self._ontbreekt)


def maak_zichtbaar(waarde: Any, pad: str, register: Register, ontbreekt: Callable[[str], Undefined]) -> Any:  # noqa: ANN401
    """What a template sees for `waarde`: a fact, a record, or a mapping of them."""
    if isinstance(waarde, Feit) and isinstance(waarde.waarde, Verwijzing):
        return maak_zichtbaar(register.zoek(waarde.waarde.pad), waarde.waarde.pad, register, ontbreekt)
    if isinstance(waarde, Feit):
        return ZichtFeit(waarde, register)
    if isinstance(waarde, Onderdeel):
        return ZichtOnderdeel(waarde, register, ontbreekt)
    return ZichtReeks(pad, waarde, register, lambda deel, pad: maak_zichtbaar(deel, pad, register, ontbreekt))
