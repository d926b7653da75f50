"""YAML → nodes that know their place. Every scalar is text; what could surprise a person is refused.

Duplicate keys, anchors and aliases, tags and several documents are faults. A syntax fault ends that one file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Fout, Plaats

if TYPE_CHECKING:
    from collections.abc import Iterator

_LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_GEWONE_TAGS = {f"tag:yaml.org,2002:{soort}" for soort in ("str", "seq", "map")}
_DIEPSTE = 12  # deeper than any file of ours; a file that goes on is a mistake or an attack
# Control characters that XML cannot hold, lone surrogates, and the private-use area our fact tokens live in.
_VERBODEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")


class Scalar(str):
    """A scalar as it was written, with its place and its path."""

    __slots__ = ("pad", "plaats")
    pad: str
    plaats: Plaats


class Knoop(dict[str, Any]):
    """A mapping, with the place of itself and of each key."""

    pad: str
    plaats: Plaats
    sleutels: dict[str, Plaats]


class Reeks(list[Any]):
    """A sequence, with its place."""

    pad: str
    plaats: Plaats


class _Lezing:
    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.fouten: list[Fout] = []

    def plaats(self, merk: Any) -> Plaats:  # noqa: ANN401 - a yaml Mark
        return Plaats(self.bestand, merk.line + 1, merk.column + 1)

    def meld(self, merk: Any, gevonden: str, raad: str) -> None:  # noqa: ANN401 - a yaml Mark
        self.fouten.append(Fout(self.plaats(merk), gevonden, raad=raad))

    def bouw(self, node: yaml.Node, pad: str, diepte: int = 0) -> Any:  # noqa: ANN401 - one of our nodes
        if diepte > _DIEPSTE:
            self.meld(node.start_mark, "dit is te diep genest", "haal niveaus weg")
            return Scalar("")
        if node.tag and node.tag not in _GEWONE_TAGS:
            self.meld(
                node.start_mark,
                f"‘{node.tag}’ is een YAML-tag",
                "schrijf de waarde zonder uitroepteken, of tussen aanhalingstekens",
            )
        uit: Any
        match node:
            case yaml.ScalarNode():
                uit = self._scalar(node)
            case yaml.SequenceNode():
                uit = Reeks(self.bouw(kind, f"{pad}.{i}", diepte + 1) for i, kind in enumerate(node.value))
            case _:
                uit = self._knoop(node, pad, diepte)
        uit.pad, uit.plaats = pad, self.plaats(node.start_mark)
        return uit

    def _scalar(self, node: yaml.ScalarNode) -> Scalar:
        if teken := _VERBODEN.search(node.value):
            self.meld(
                node.start_mark,
                f"het teken U+{ord(teken[0]):04X} kan niet in een stuk",
                "haal het onzichtbare teken weg",
            )
        return Scalar(node.value)

    def _knoop(self, node: yaml.Node, pad: str, diepte: int) -> Knoop:
        uit = Knoop()
        uit.sleutels = {}
        for sleutel, waarde in node.value:
            if not isinstance(sleutel, yaml.ScalarNode):
                self.meld(sleutel.start_mark, "een sleutel is één woord", "schrijf ‘naam: waarde’")
                continue
            naam = sleutel.value
            if naam in uit:
                eerder = uit.sleutels[naam]
                self.meld(
                    sleutel.start_mark, f"‘{naam}’ staat er tweemaal (ook op regel {eerder.regel})", "haal er een weg"
                )
                continue
            uit.sleutels[naam] = self.plaats(sleutel.start_mark)
            uit[naam] = self.bouw(waarde, f"{pad}.{naam}" if pad else naam, diepte + 1)
        return uit


def read_yaml(inhoud: bytes, bestand: str, wortel: str) -> tuple[Knoop | None, list[Fout]]:
    """The mapping in `inhoud`, with paths that begin with `wortel`; None and the reasons when there is none."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud[: fout.start].count(b"\n") + 1
        return None, [Fout(Plaats(bestand, regel), "dit bestand is geen UTF-8", raad="bewaar het als UTF-8")]
    lezing = _Lezing(bestand)
    try:
        lezing.fouten += _geen_ankers(tekst, bestand)
        documenten = list(yaml.compose_all(tekst, Loader=_LADER)) if not lezing.fouten else []
    except yaml.YAMLError as fout:
        return None, [_syntaxfout(fout, tekst, bestand)]
    if lezing.fouten:
        return None, lezing.fouten
    if (
        not documenten
        or documenten[0] is None
        or (isinstance(documenten[0], yaml.ScalarNode) and not documenten[0].value)
    ):
        return None, [Fout(Plaats(bestand, 1, 1), "dit bestand is leeg", raad="vul het, of verwijder het")]
    if len(documenten) > 1:
        lezing.meld(documenten[1].start_mark, "een tweede document na ---", "laat één document per bestand")
    if not isinstance(documenten[0], yaml.MappingNode):
        lezing.meld(documenten[0].start_mark, "hier horen namen met waarden te staan", "schrijf ‘naam: waarde’")
        return None, lezing.fouten
    return lezing.bouw(documenten[0], wortel), lezing.fouten


def _geen_ankers(tekst: str, bestand: str) -> Iterator[Fout]:
    """Anchors and aliases, before anything is built from them: a few lines of them can fill a memory."""
    if "&" not in tekst and "*" not in tekst:
        return
    for gebeurtenis in yaml.parse(tekst, Loader=_LADER):
        if isinstance(gebeurtenis, yaml.AliasEvent) or getattr(gebeurtenis, "anchor", None):
            merk = gebeurtenis.start_mark
            yield Fout(
                Plaats(bestand, merk.line + 1, merk.column + 1),
                f"‘{'*' if isinstance(gebeurtenis, yaml.AliasEvent) else '&'}{gebeurtenis.anchor}’ verwijst binnen YAML",
                raad="herhaal de waarde, gebruik ‘formule’, of zet de tekst tussen aanhalingstekens",
            )


_SYNTAX = (
    (r"found character '\\t'", "een tab; YAML kent alleen spaties", "vervang de tab door spaties"),
    (
        r"mapping values are not allowed",
        "een dubbele punt waar geen naam staat",
        "zet de tekst tussen aanhalingstekens",
    ),
    (r"could not find expected ':'", "een naam zonder dubbele punt", "schrijf ‘naam: waarde’"),
    (r"while scanning a quoted scalar", "een aanhalingsteken dat niet wordt gesloten", "sluit de aanhaling"),
    (
        r"did not find expected|expected <block end>",
        "deze regel past niet bij de regels erboven",
        "laat namen die bij elkaar horen even ver inspringen",
    ),
    (r"special characters are not allowed|control characters", "een onzichtbaar teken", "haal het teken weg"),
)


def _syntaxfout(fout: yaml.YAMLError, tekst: str, bestand: str) -> Fout:
    merk = getattr(fout, "problem_mark", None)
    zin = f"{getattr(fout, 'context', '') or ''} {getattr(fout, 'problem', '') or fout}"
    if merk is None:  # a reader fault knows only how far it came
        positie = int(getattr(fout, "position", 0) or 0)
        voor = tekst[:positie]
        plaats = Plaats(bestand, voor.count("\n") + 1, positie - voor.rfind("\n"))
    else:
        plaats = Plaats(bestand, merk.line + 1, merk.column + 1)
        regels = tekst.splitlines()
        if merk.line < len(regels) and regels[merk.line][
            : len(regels[merk.line]) - len(regels[merk.line].lstrip())
        ].count("\t"):
            return Fout(plaats, "een tab; YAML kent alleen spaties", raad="vervang de tab door spaties")
    for patroon, gevonden, raad in _SYNTAX:
        if re.search(patroon, zin):
            return Fout(plaats, gevonden, "geldige YAML", raad)
    return Fout(plaats, "dit is geen geldige YAML", "geldige YAML", "vergelijk met de regels erboven")
