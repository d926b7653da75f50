"""A text with faults, so that the rest of it can be read: what is wrong gives way to what can stand anywhere.

What comes out is read for what else is wrong, and never printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import Template

from generator.sjablonen.fouten import FOUTEN
from generator.sjablonen.plekken import begin_van, stuk_om
from generator.tokens import GEEN_FEIT, Afdruk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.runtime import Context

    from generator.errors import Fout
    from generator.sjablonen.omgeving import Omgeving

_OPDRACHT = re.compile(r"\{%(?:(?!%\}).)*%\}", re.DOTALL)
_VASTE_OPDRACHT = re.compile(r"\{%[-+]?\s*(?:if|elif|else|endif)\b")


def lees_rest(omgeving: Omgeving, context: Context, naam: str, tekst: str, fouten: Iterable[Fout]) -> list[str] | None:
    """The text `naam` filled in without its `fouten`; None when it cannot be read without them either."""
    plekken = {begin_van(tekst, fout.plaats) for fout in fouten if fout.plaats.kolom}
    stukken = {stuk for voor in plekken if (stuk := stuk_om(tekst, voor)) is not None}
    for begin, einde, leeg in sorted(stukken, reverse=True):
        # An open fact can be a word, a day and a figure; without a path, nothing is said of where it points to.
        feit = omgeving.register.print(Afdruk(GEEN_FEIT, "", "…", open=True))
        regels = "\n" * leeg.count("\n")
        tekst = tekst[:begin] + (leeg if leeg.strip() else feit + regels) + tekst[einde:]
    tekst = _OPDRACHT.sub(lambda opdracht: opdracht[0] if _VASTE_OPDRACHT.match(opdracht[0]) else "", tekst)
    try:
        sjabloon = Template.from_code(omgeving, omgeving.compile(tekst, naam, naam), omgeving.make_globals(None))
        return list(sjabloon.root_render_func(context))
    except FOUTEN:
        return None
