"""The conditions of a template while it is filled in: what each asked, and the marks around what it wrote."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from generator.sjablonen import sporen
from generator.sjablonen.register import Register, Voorwaarde
from generator.sjablonen.zichtbaar import ZichtReeks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


class Voorwaarden:
    """The conditions of one rendering at a time, which write to its `register`.

    Args:
        bestanden: the templates and texts, by the number that stands in their marks.
    """

    def __init__(self, bestanden: Sequence[str]) -> None:
        self._bestanden = bestanden
        self._register = Register("taalunie", lambda pad: pad)
        self._open: list[int] = []  # those around what is being written, the innermost last
        self._keuzes: list[Voorwaarde] = []  # those of the words that come next
        self._beurten: dict[int, tuple[tuple[int, ...], deque[int]]] = {}  # of each loop, where, those that still come

    def begin(self, register: Register) -> None:
        """Start a rendering that writes to `register`."""
        self._register, self._open, self._keuzes, self._beurten = register, [], [], {}

    @property
    def globals(self) -> Mapping[str, Callable[..., Any]]:
        """What the code of a compiled template calls, by name."""
        return {
            "__open__": self._doe_open, "__dicht__": self._doe_dicht, "__toets__": self._toets,
            "__reeks__": self._reeks, "__keuze__": self._keuze,
            "__stand__": lambda: len(self._register.gelezen), "__zeef__": self._zeef, "__beurt__": self._doe_beurt,
            "__lus__": self._doe_lus,
        }  # fmt: skip

    @contextmanager
    def op_zichzelf(self) -> Iterator[None]:
        """Fill in a part that may break off: what it leaves open is closed."""
        diepte = len(self._open)
        yield
        if len(self._open) > diepte:
            del self._open[diepte:]
            self._keuzes = []

    def merk(self, tekst: str) -> str:
        """`tekst` between the marks of the choices that were made for it."""
        for keuze in self._keuzes:
            index = self._noteer(keuze)
            tekst = f"{sporen.open_merk(index)}{tekst}{sporen.dicht_merk(index)}"
        self._keuzes = []
        return tekst

    def _noteer(self, voorwaarde: Voorwaarde) -> int:
        self._register.voorwaarden.append(voorwaarde)
        return len(self._register.voorwaarden) - 1

    def _doe_open(self, bestand: int, regel: int, nummer: int) -> str:
        self._register.gelezen.clear()
        self._open.append(self._noteer(Voorwaarde(self._bestanden[bestand], regel, nummer)))
        return sporen.open_merk(self._open[-1])

    def _doe_dicht(self) -> str:
        return sporen.dicht_merk(self._open.pop())

    def _toets(self, uitslag: Any) -> bool:  # noqa: ANN401 - the value of a test
        waar = bool(uitslag)
        self._register.voorwaarden[self._open[-1]].gelezen += self._register.gelezen
        self._register.gelezen.clear()
        return waar

    def _keuze(self, uitslag: Any, bestand: int, regel: int, nummer: int) -> bool:  # noqa: ANN401 - idem
        waar = bool(uitslag)
        self._keuzes.append(Voorwaarde(self._bestanden[bestand], regel, nummer, [*self._register.gelezen]))
        self._register.gelezen.clear()
        return waar

    def _doe_lus(self, *plek: int) -> str:
        merk = self._doe_open(*plek)
        self._beurten[self._open[-1]] = (plek, deque())
        return merk

    def _zeef(self, stand: int, uitslag: Any, *plek: int) -> bool:  # noqa: ANN401 - idem
        """Note what the head of a loop asked for one item; a loop that looks ahead asks it within another condition."""
        waar = bool(uitslag)
        bestand, regel, nummer = plek
        index = self._noteer(Voorwaarde(self._bestanden[bestand], regel, nummer, self._register.gelezen[stand:]))
        del self._register.gelezen[stand:]
        if waar:
            self._komende(plek).append(index)
        return waar

    def _doe_beurt(self, *plek: int) -> str:
        self._register.gelezen.clear()
        self._open.append(self._komende(plek).popleft())
        return sporen.open_merk(self._open[-1])

    def _komende(self, plek: tuple[int, ...]) -> deque[int]:
        """The conditions of the turns that still come of the loop at `plek`: the innermost, which may run in itself."""
        lussen = (self._beurten[index] for index in reversed(self._open) if index in self._beurten)
        return next(beurten for waar, beurten in lussen if waar == plek)

    def _reeks(self, reeks: Iterable[Any]) -> Iterable[Any]:
        if isinstance(reeks, ZichtReeks):
            self._register.voorwaarden[self._open[-1]].gelezen.append((reeks._pad, reeks._namen))
        return reeks
