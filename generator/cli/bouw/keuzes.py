"""What was asked of a build (*keuzes*), for all that makes a part of it."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


class Keuzes(Struct, frozen=True):
    """What was asked on the command line, as far as it decides what is made."""

    formaten: tuple[str, ...]
    alleen: tuple[str, ...]
    stel: Mapping[str, str]
    op: dt.date | None
    intern: bool
    geheim: bool
    variant: str

    @property
    def proef(self) -> str:
        """What was tried, as it is typed behind another command; begins with a space, or is empty."""
        proef = [("--variant", self.variant), ("--op", self.op.isoformat() if self.op else "")]
        proef += [("--stel", f"{pad}={waarde}") for pad, waarde in self.stel.items()]
        return "".join(f" {optie} {quote(wat)}" for optie, wat in proef if wat)

    def als_tekst(self) -> dict[str, str]:
        """The choices by name, to compare with those of the last run."""
        return {
            "formaten": " ".join(self.formaten),
            "alleen": " ".join(self.alleen),
            "op": self.op.isoformat() if self.op else "",
            "intern": str(self.intern),
            "geheim": str(self.geheim),
            "variant": self.variant,
            **{f"stel {pad}": waarde for pad, waarde in self.stel.items()},
        }
