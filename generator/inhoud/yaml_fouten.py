"""What PyYAML says about a broken file, said in Dutch and with a way out."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from generator.errors import Fout, Plaats

if TYPE_CHECKING:
    import yaml

_VERWACHT = "geldige YAML"
_TAB = ("een tab; YAML kent alleen spaties", _VERWACHT, "vervang de tab door spaties")
_INSPRINGING = (
    "een naam die anders inspringt dan de regels erboven", "namen die bij elkaar horen, springen even ver in",
    "zet deze naam (en die erboven) recht onder de namen waar hij bij hoort",
)  # fmt: skip
_ANDERS = ("dit is geen geldige YAML", _VERWACHT, "vergelijk met de regels erboven")
_DUBBELE_PUNT = ("een dubbele punt in een tekst tussen haakjes", _VERWACHT, "zet de tekst tussen aanhalingstekens")
_GEKRULD = "“”„‘’‚"
_LANGSTE = 60
_NAAM = re.compile(r" *[\w-]+ *")
# A pattern in the words of the parser → what was found, and what to do.
_ZINNEN = (
    (r"found character '\\t'", _TAB[0], _TAB[2]),
    (r"mapping values are not allowed", "een dubbele punt waar geen naam staat",
     "zet de tekst tussen aanhalingstekens"),
    (r"could not find expected ':'", "een naam zonder dubbele punt", "schrijf ‘naam: waarde’"),
    (r"while scanning a quoted scalar", "een aanhalingsteken dat niet wordt gesloten", "sluit de aanhaling"),
    (r"unknown escape|escape sequence", "een schuine streep \\ die hier iets anders betekent",
     "gebruik enkele aanhalingstekens"),
    (r"while scanning a block scalar", "een > of | die in YAML iets anders betekent",
     'zet de waarde tussen aanhalingstekens: "> 100"'),
    (r"while parsing a flow", "een haakje { of [ dat niet wordt gesloten, of een komma te weinig", "sluit het haakje"),
    (r"exceeded maximum nesting", "dit is te diep genest", "haal niveaus weg"),
    (r"while scanning (an anchor|an alias|a tag)|tag handle", "een teken dat in YAML iets anders betekent",
     "zet de tekst tussen aanhalingstekens"),
    (r"did not find expected|expected <block end>|expected the node content",
     "deze regel past niet bij de regels erboven", "laat namen die bij elkaar horen even ver inspringen"),
    (r"cannot start any token", "een teken waarmee geen waarde begint", "zet de tekst tussen aanhalingstekens"),
)  # fmt: skip


def kommafout(plaats: Plaats, heel: str) -> Fout:
    """The fault that `heel`, which begins at `plaats`, stands in brackets without quotes and holds a comma."""
    kort = textwrap.shorten(heel, _LANGSTE, placeholder=" …")
    is_gekruld = heel[0] in _GEKRULD and heel[-1] in _GEKRULD
    kaal = kort.strip(_GEKRULD) if is_gekruld else kort
    aanhaling = "'" if '"' in kaal else '"'
    rechte = " rechte" if is_gekruld else ""
    return Fout(
        plaats, f"de komma in ‘{kort}’ maakt er hier twee van",
        raad=f"zet het tussen{rechte} aanhalingstekens: {aanhaling}{kaal}{aanhaling}",
    )  # fmt: skip


def syntaxfout(fout: yaml.YAMLError, tekst: str, bestand: str) -> Fout:
    """The fault that made PyYAML stop, at the place where it noticed, or where what is left open began."""
    merk = getattr(fout, "problem_mark", None)
    begin = getattr(fout, "context_mark", None)
    if begin is not None and merk is not None and merk.line > begin.line and merk.index >= len(tekst.rstrip()):
        merk = begin
    if merk is None:
        return Fout(Plaats(bestand), *_ANDERS)
    plaats = Plaats(bestand, merk.line + 1, merk.column + 1)
    regels = tekst.split("\n")
    if merk.line < len(regels) and re.match(r" *\t", regels[merk.line]):
        return Fout(plaats, *_TAB)
    zin = f"{getattr(fout, 'context', '')} {getattr(fout, 'problem', '')}"
    if "mapping values are not allowed" in zin and _NAAM.fullmatch(regels[merk.line][: merk.column]):
        # A name of its own, read as more of the value above: it stands too far to the right, or that one to the left.
        return Fout(plaats, *_INSPRINGING)
    is_zelfde_regel = begin is not None and begin.line == merk.line
    if "while parsing a flow" in zin and is_zelfde_regel and tekst[merk.index : merk.index + 1] == ":":
        return Fout(plaats, *_DUBBELE_PUNT)
    for patroon, gevonden, raad in _ZINNEN:
        if re.search(patroon, zin):
            return Fout(plaats, gevonden, _VERWACHT, raad)
    return Fout(plaats, *_ANDERS)
