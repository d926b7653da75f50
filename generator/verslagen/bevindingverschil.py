"""Findings of two states, laid side by side: what came (*erbij*), what went (*weg*) and what changed (*anders*)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.verslagen.bevindingen import actie, titel, uitleg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.bevindingen import Bevinding
    from generator.errors import Plaats
    from generator.feiten.recht import Melding


class Bevindingverschil(Struct, frozen=True):
    """A finding that came, that went, or that the new state words otherwise under the same title.

    `oud` and `nieuw` are how both states have it, None where one does not; one of them is there.
    """

    oud: Bevinding | None
    nieuw: Bevinding | None
    meldingen: Mapping[str, Melding]

    @property
    def kop(self) -> str:
        """Its severity, code and title."""
        return f"{self._geldt.ernst}  {self._geldt.code}  {titel(self._geldt, self.meldingen)}"

    def regels(self) -> Iterator[tuple[str, str]]:
        """What there is to say under its title, each with the word that stands before it."""
        if self.erbij:
            yield "erbij", ", ".join(self.erbij)
        if self.weg:
            yield "weg", ", ".join(self.weg)
        if self.oud and self.nieuw and not (self.erbij or self.weg):
            yield "was", uitleg(self.oud, self.meldingen)
            yield "nu", uitleg(self.nieuw, self.meldingen)
        # Of what was there before, nobody asks again where it stands.
        if self.nieuw and (self.erbij or not self.oud):
            if self._plaatsen:
                yield "plaats", "; ".join(map(str, self._plaatsen))
            if doen := actie(self.nieuw, self.meldingen):
                yield "doen", doen

    def als_data(self) -> dict[str, Any]:
        """The same for a program; `feiten_erbij` and `feiten_weg` of one that both states have."""
        over = {"feiten_erbij": list(self.erbij), "feiten_weg": list(self.weg)} if self.oud and self.nieuw else {}
        return {
            "code": self._geldt.code,
            "ernst": self._geldt.ernst,
            "titel": titel(self._geldt, self.meldingen),
            "actie": actie(self._geldt, self.meldingen),
            "plaatsen": list(map(str, self._geldt.plaatsen)),
            **over,
        }

    @property
    def erbij(self) -> tuple[str, ...]:
        """Of one that both have: the paths of the facts that it is about now, and was not."""
        return _zonder(self.nieuw, self.oud)

    @property
    def weg(self) -> tuple[str, ...]:
        """Those of the facts that it was about, and is no longer."""
        return _zonder(self.oud, self.nieuw)

    @property
    def _geldt(self) -> Bevinding:
        geldt = self.nieuw or self.oud
        assert geldt is not None  # noqa: S101 - one of the two is there
        return geldt

    @property
    def _plaatsen(self) -> tuple[Plaats, ...]:
        """Its places that the old state did not name."""
        eerder = self.oud.plaatsen if self.oud else ()
        return tuple(plaats for plaats in self._geldt.plaatsen if plaats not in eerder)


def pair_bevindingen(
    verdwenen: Iterable[Bevinding], verschenen: Iterable[Bevinding], meldingen: Mapping[str, Melding]
) -> dict[str, list[Bevindingverschil]]:
    """The findings that only one state has, by what became of them: "erbij", "weg" or "anders".

    One that went and one that came under the same title are one to a reader, who would see it in both lists.
    """
    uit: dict[str, list[Bevindingverschil]] = {"erbij": [], "weg": [], "anders": []}
    over = list(verdwenen)
    for nieuw in verschenen:
        gelijk = (nieuw.code, nieuw.ernst, titel(nieuw, meldingen))
        oud = next((een for een in over if (een.code, een.ernst, titel(een, meldingen)) == gelijk), None)
        if oud:
            over.remove(oud)
        uit["anders" if oud else "erbij"].append(Bevindingverschil(oud, nieuw, meldingen))
    uit["weg"] = [Bevindingverschil(oud, None, meldingen) for oud in over]
    return uit


def _zonder(deze: Bevinding | None, andere: Bevinding | None) -> tuple[str, ...]:
    """The facts of `deze` that `andere` is not about; none when one of the two is not there."""
    return tuple(pad for pad in deze.feiten if pad not in andere.feiten) if deze and andere else ()
