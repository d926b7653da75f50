"""The forms of Markdown that several blocks share: a heading, hanging lines, a table with aligned columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What stands between the dashes under the head of a column, before and behind them.
_STREEP = {"left": ("-", "-"), "center": (":", ":"), "right": ("-", ":")}


def kopje(niveau: int, tekst: str) -> str:
    """A heading of this level."""
    return f"{'#' * niveau} {tekst.strip()}"


def leeg_tussen(*delen: str) -> str:
    """What is not empty of `delen`, with an empty line between."""
    return "\n\n".join(deel for deel in delen if deel)


def hangend(eerste: str, volgende: str, tekst: str) -> str:
    """`tekst` with `eerste` before its first line and `volgende` before the others."""
    kop, *rest = tekst.split("\n")
    return "\n".join([f"{eerste}{kop}".rstrip(), *(f"{volgende}{deel}".rstrip() for deel in rest)])


def tabel(rijen: Sequence[Sequence[str]], uitlijning: Sequence[str]) -> str:
    """A table with its columns aligned; the first of `rijen` is its header."""
    breedtes = [max(3, *(len(cel) for cel in kolom)) for kolom in zip(*rijen, strict=True)]
    lijn = [
        f"{_STREEP[zo][0]}{'-' * (breed - 2)}{_STREEP[zo][1]}" for breed, zo in zip(breedtes, uitlijning, strict=True)
    ]
    kop, *romp = [
        [cel.rjust(breed) if zo == "right" else cel.ljust(breed)
         for cel, breed, zo in zip(rij, breedtes, uitlijning, strict=True)]
        for rij in rijen
    ]  # fmt: skip
    return "\n".join(f"| {' | '.join(rij)} |" for rij in (kop, lijn, *romp))
