"""What goes wrong while a template or text is filled in, as a fault with a Dutch sentence and a place."""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

from generator.errors import Fout, Plaats
from generator.feiten.eenheden import RekenError
from generator.feiten.feit import OpenFeitError, paden_van
from generator.sjablonen.plekken import plaats_van
from generator.sjablonen.register import ZichtError
from generator.tekens import VERBODEN, tekenzin

if TYPE_CHECKING:
    from collections.abc import Collection

# What a template or the facts in it can raise while it is filled in.
FOUTEN = (
    ZichtError, OpenFeitError, TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError,
    RecursionError,
)  # fmt: skip
_VERGELIJK = "vergelijk met docs/sjablonen.md"

# How Jinja calls what closes, and what everybody sees.
_TEKENS = {"end of print statement": "}}", "end of statement block": "%}", "begin of statement block": "{%"}
# What Jinja says of a template, and what we make of it.
_JINJA = (
    (
        r"No filter named '(.+)'\.?",
        r"het filter ‘\1’ bestaat niet; kies uit join, format, opsomming, first, last, list",
    ),
    (
        r"No test named '(.+)' found\.",
        r"de toets ‘\1’ bestaat niet; kies uit bekend, open, zo, gegeven, circa, berekend, in_overzicht, geheim, in",
    ),
    (r"Encountered unknown tag '(.+)'.*", r"de opdracht ‘\1’ bestaat niet of staat hier verkeerd"),
    (r"Unexpected end of template.*", "er is iets geopend en niet gesloten; zet er {% endif %} of {% endfor %} bij"),
    (r"unexpected end of template.*", "er is iets geopend met {{ of {% en niet gesloten"),
    (r"Missing end of .+", "er is iets geopend en niet gesloten"),
    (r"unexpected '(.+)'", r"het teken ‘\1’ staat hier verkeerd"),
    (r"unexpected char (['\"])(.+)\1 at \d+", r"het teken ‘\2’ staat hier verkeerd"),
    (r"Expected an expression, got '(.+)'", r"hier staat ‘\1’ waar een feit hoort"),
    (r"unsupported format string passed to .+", "een feit krijgt zijn vorm niet met ‘{:…}’; schrijf ‘{}’"),
    (r".*(number|real number|integer) is required.*|.*format: .*", "‘%d’ vraagt een kaal getal; schrijf ‘%s’"),
    (r"expected token '(.+)', got '(.+)'", r"hier staat ‘\2’ waar ‘\1’ hoort"),
)


class TekenError(TemplateSyntaxError):
    """A character in a template that no paper may hold; `fout` tells it with its place."""

    def __init__(self, fout: Fout) -> None:
        self.fout = fout
        super().__init__(fout.gevonden, fout.plaats.regel, fout.plaats.bestand)


def check_tekens(bron: str, naam: str) -> None:
    """That the template `naam` holds no character that no paper may hold: TekenError at the first."""
    if teken := VERBODEN.search(bron):
        gevonden, verwacht, raad = tekenzin(teken[0])
        raise TekenError(Fout(plaats_van(bron, naam, teken.start()), gevonden, verwacht, raad))


def maak_fout(fout: Exception, naam: str, bestanden: Collection[str]) -> Fout:
    """What went wrong in the template `naam`, at the innermost template line of its traceback."""
    if isinstance(fout, TekenError):
        return fout.fout
    if isinstance(fout, TemplateSyntaxError):
        return onleesbaar(fout, Plaats(fout.name or naam, fout.lineno), "het sjabloon")
    plaatsen = [
        Plaats(kader.filename, kader.lineno or 0)
        for kader in traceback.extract_tb(fout.__traceback__)
        if kader.filename in bestanden
    ]
    return fout_op(plaatsen[-1] if plaatsen else Plaats(naam), fout)


def fout_op(plaats: Plaats, fout: Exception) -> Fout:
    """What went wrong at `plaats`."""
    match fout:
        case OpenFeitError():
            verwacht, raad = "een vergelijking met een bekend feit", "vraag eerst ‘is bekend’"
            return Fout(plaats, str(fout), verwacht, raad, open=paden_van(fout.feit))
        case ZichtError() | RekenError():
            return Fout(plaats, str(fout), fout.verwacht, fout.raad)
        case TemplatesNotFound():
            return Fout(plaats, "‘include’ noemt geen bestand", raad="noem één bestand: ‘onderdelen/kop.md.j2’")
        case TemplateNotFound():
            return Fout(plaats, fout.message or str(fout))
        case RecursionError():
            return Fout(plaats, "dit roept zichzelf aan, zonder einde", raad=_VERGELIJK)
        case TypeError() | AttributeError() | LookupError():
            return Fout(plaats, "wat hier staat, kan niet met deze waarden", raad=_VERGELIJK)  # in no words of Python's
        case _:
            return Fout(plaats, f"dit sjabloon is niet uit te voeren: {_in_het_nederlands(str(fout))}")


def onleesbaar(fout: TemplateSyntaxError, plaats: Plaats, wat: str, verwacht: str = "") -> Fout:
    """What Jinja could not read at `plaats`, in what is called `wat`."""
    return Fout(plaats, f"{wat} is niet te lezen: {_in_het_nederlands(fout.message or '')}", verwacht)


def _in_het_nederlands(zin: str) -> str:
    for engels, teken in _TEKENS.items():
        zin = zin.replace(engels, teken)
    for engels, nederlands in _JINJA:
        if match := re.fullmatch(engels, zin, re.DOTALL):
            return match.expand(nederlands)
    return f"vergelijk met docs/sjablonen.md ({zin})"
