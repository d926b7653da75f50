"""The files of a dossier on trial: each change that came back is tried, and only what then prints as asked is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator import keten
from generator.errors import RaadwerkError
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.document.nodes import Document
    from generator.keten import Gelezen


class Uitslag(Struct):
    """What came of it, each as lines for the screen.

    Attributes:
        bestanden: the files that would change, by path.
        cijfers: figures that are carried back.
        teksten: words that are carried back.
        vragen: figures that say two things; a person chooses.
        rest: what is not carried back, and why.
    """

    bestanden: dict[str, bytes] = field(default_factory=dict)
    cijfers: list[str] = field(default_factory=list)
    teksten: list[str] = field(default_factory=list)
    vragen: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


class Inleesproef:
    """One paper that came back, and the files of its dossier with what was taken from it so far.

    Attributes:
        bestanden: the files, by path.
        gelezen: the dossier in them.
        boom: the paper that they make.
        uitslag: what came of it.

    `merk` makes of the paper the copy that came back: an internal one has a line more.
    """

    def __init__(
        self, bestanden: Mapping[str, bytes], gelezen: Gelezen, stuk: str, merk: Callable[[Document], Document]
    ) -> None:
        self.bestanden, self._stuk, self._merk = dict(bestanden), stuk, merk
        self._mee = read_meegeleverd("")
        self.gelezen = gelezen
        self.boom = merk(keten.maak_bomen(gelezen, [stuk])[stuk])
        self.uitslag = Uitslag()

    def try_bestand(self, pad: str, inhoud: bytes) -> tuple[Gelezen, Document] | None:
        """The dossier and the paper with `inhoud` for one file; None when it cannot be read or filled in then."""
        try:
            gelezen = keten.lees({**self.bestanden, pad: inhoud}, self._mee, self.gelezen.dossier.naam)
            return gelezen, self._merk(keten.maak_bomen(gelezen, [self._stuk])[self._stuk])
        except RaadwerkError:
            return None

    def keep(self, pad: str, inhoud: bytes, geprobeerd: tuple[Gelezen, Document]) -> None:
        """Take what was tried; the next change is tried on top of it."""
        self.bestanden[pad] = self.uitslag.bestanden[pad] = inhoud
        self.gelezen, self.boom = geprobeerd
