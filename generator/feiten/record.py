"""Frozen records that YAML describes: their fields, with types and defaults, say what a file may hold.

They are dataclasses, since a field of those can carry more than a type (what an open one asks). Their methods are
written once, and not anew for each class in every run: ``dataclass(frozen=True)`` compiles six for each, a millisecond
a class. Every other record is a ``msgspec.Struct``, which compiles nothing.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping


class Record:
    """What every record can: be made by position or by name, compared, shown; never changed."""

    _namen: ClassVar[tuple[str, ...]] = ()
    _vergeleken: ClassVar[Any] = dict.copy  # of the fields, the values that tell two records apart
    _standaard: ClassVar[dict[str, Any]] = {}
    _makers: ClassVar[tuple[tuple[str, Any], ...]] = ()

    @classmethod
    def note_velden(cls) -> None:
        """Keep the fields of the class at hand, as making a record needs them."""
        velden: tuple[Field[Any], ...] = fields(cls)  # type: ignore[arg-type]  # a dataclass, says `record`
        cls._namen = tuple(veld.name for veld in velden)
        if vergeleken := [veld.name for veld in velden if veld.compare]:
            cls._vergeleken = itemgetter(*vergeleken)
        cls._standaard = {veld.name: veld.default for veld in velden if veld.default is not MISSING}
        cls._makers = tuple(
            (veld.name, veld.default_factory) for veld in velden if veld.default_factory is not MISSING
        )  # fmt: skip

    def __init__(self, *waarden: Any, **velden: Any) -> None:  # noqa: ANN401 - a value for each field
        eigen = vars(self)
        eigen.update(self._standaard)
        eigen.update(zip(self._namen, waarden, strict=False))
        eigen.update(velden)
        for naam, maak in self._makers:
            if naam not in eigen:
                eigen[naam] = maak()
        if len(eigen) != len(self._namen) or len(waarden) > len(self._namen):
            raise TypeError(f"{type(self).__name__} {self._misfit(len(waarden))}")

    @classmethod
    def from_velden(cls, velden: Mapping[str, Any]) -> Self:
        """A record of `velden`, which are known to be fields, with every other one as it is when left out."""
        nieuw = cls.__new__(cls)
        eigen = vars(nieuw)
        eigen |= cls._standaard
        eigen |= velden
        for naam, maak in cls._makers:
            if naam not in eigen:
                eigen[naam] = maak()
        return nieuw

    def _misfit(self, aantal: int) -> str:
        """What is wrong with how this record was made, from `aantal` values by position."""
        vreemd = [naam for naam in vars(self) if naam not in self._namen]
        mist = [naam for naam in self._namen if naam not in vars(self)]
        if vreemd or mist:
            return f"has no {', '.join(vreemd)}" if vreemd else f"without {', '.join(mist)}"
        return f"has {len(self._namen)} fields, not {aantal}"

    def __setattr__(self, naam: str, waarde: object) -> NoReturn:
        raise FrozenInstanceError(naam)

    def __delattr__(self, naam: str) -> NoReturn:
        raise FrozenInstanceError(naam)

    def __eq__(self, ander: object) -> bool:
        if self is ander:
            return True
        if type(self) is not type(ander):
            return False
        return bool(self._vergeleken(vars(self)) == self._vergeleken(vars(ander)))

    def __hash__(self) -> int:
        return hash(self._vergeleken(vars(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{naam}={getattr(self, naam)!r}' for naam in self._namen)})"


_T = TypeVar("_T", bound=Record)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(soort: type[_T]) -> type[_T]:
    """The class decorator of a record: a frozen dataclass with the methods of `Record`, from which it has to derive."""
    soort = dataclass(init=False, repr=False, eq=False)(soort)
    soort.note_velden()
    return soort
