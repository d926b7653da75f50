"""Fact tokens: how a value travels through Markdown without ever being Markdown.

A fact prints as U+E000, an index in private-use digits, U+E001; the index points into the side table of an
`Ingevuld`. Values themselves never stand in the Markdown, so nothing in a value can become markup. These
private-use characters are refused in every input (``generator.tekens``), so a token cannot be forged.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.document.nodes import Herkomst
    from generator.errors import Fout

BEGIN, EINDE = "\ue000", "\ue001"
_NUL = 0xE010
TOKEN = re.compile(f"{BEGIN}([{chr(_NUL)}-{chr(_NUL + 9)}]+){EINDE}")
_NAAR_EIGEN = {ord("0") + cijfer: _NUL + cijfer for cijfer in range(10)}
_NAAR_CIJFER = {eigen: cijfer for cijfer, eigen in _NAAR_EIGEN.items()}
# The path of what stands in for a fact that is wrong; nothing else is wrong because of it.
GEEN_FEIT = ""
# Everything from the private-use area, to find what is left of a broken token.
EIGEN_TEKEN = re.compile("[\ue000-\uf8ff]")


@cache  # the same few thousand numbers, over and over
def schrijf_getal(getal: int) -> str:
    """The digits of `getal` as private-use characters."""
    return str(getal).translate(_NAAR_EIGEN)


@cache
def lees_getal(tekens: str) -> int:
    """The number written by `schrijf_getal`."""
    return int(tekens.translate(_NAAR_CIJFER))


def schrijf_token(index: int) -> str:
    """The token for entry `index` of the side table."""
    return f"{BEGIN}{schrijf_getal(index)}{EINDE}"


class Afdruk(Struct, frozen=True):
    """One entry of the side table: a fact as it is printed in one place.

    Attributes:
        pad: path of the fact, or the formula of a computed value.
        vorm: the form it is printed in; empty for the default of its type.
        tekst: the printed text.
        machine: the value to draw or sort with: an ISO date or a plain decimal; empty for words.
        open: nobody knows the value yet; the text is its placeholder.
        afgeleid: computed from other facts.
        uit: the paths it rests on.
        schuilnaam: what it is called in a file, when `pad` would tell what is secret.
        citaat: its words stand in its own quotation.
        afgerond: digits of it are left out, and the text does not say so.
    """

    pad: str
    vorm: str
    tekst: str
    machine: str = ""
    open: bool = False
    afgeleid: bool = False
    uit: tuple[str, ...] = ()
    schuilnaam: str = ""
    citaat: bool = False
    afgerond: bool = False


class Ingevuld(Struct, frozen=True):
    """A filled template: Markdown with tokens, their side table, and where each line came from.

    Attributes:
        markdown: the text; as many lines as `regels` has entries.
        afdrukken: the side table.
        regels: for each line of the Markdown, where it was written and which facts its presence hangs on.
        afwezig: conditions that came out empty, so that nothing stands there.
        bestanden: the templates and texts as they were written, to tell the column of what is wrong.
        sjabloon: the name of the template that was filled.
        fouten: what is wrong with the texts; with any, `markdown` is there to be read for more, not to be printed.
    """

    markdown: str
    afdrukken: tuple[Afdruk, ...]
    regels: tuple[Herkomst, ...]
    afwezig: tuple[Herkomst, ...] = ()
    bestanden: Mapping[str, str] = field(default_factory=dict)
    sjabloon: str = ""
    fouten: tuple[Fout, ...] = ()
