"""YAML → nodes (``yaml_lezen``) by its own parser. Every scalar is text; what could surprise a person is refused.

The text is read event by event and never handed to YAML's own constructors: an alias is not expanded, a tag
makes nothing, and depth is bounded. A fault of syntax ends that one file; other faults are gathered: what bears an
anchor or a tag is read as if it did not, and an alias is a word that nobody wrote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Fout, Plaats
from generator.inhoud.tekens import lees_tekst
from generator.inhoud.yaml_fouten import kommafout, syntaxfout
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar, maak_scalar
from generator.tekens import VERBODEN, tekenzin

if TYPE_CHECKING:
    from collections.abc import Callable

_LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DIEPSTE = 12  # deeper than any file of ours; a file that goes on is a mistake or an attack
_VOEG_IN = "<<"  # YAML's own name for putting the fields of another record here
_WOORD = re.compile(r"[a-z_]+")
_LEEG = {"~", "null"}  # what YAML reads as nothing, and a person rarely means as a word


def parse_yaml(inhoud: bytes, bestand: str, wortel: str) -> tuple[Knoop | None, list[Fout]]:
    """As ``yaml_lezen.read_yaml``."""
    tekst, fouten = lees_tekst(inhoud, bestand)
    if tekst is None:
        return None, fouten
    lezing = _Lezing(bestand, tekst)
    try:
        knoop = lezing.lees(wortel)
    except _Onbruikbaar:
        knoop = None
    except yaml.YAMLError as fout:
        return None, [*lezing.fouten, syntaxfout(fout, tekst, bestand)]
    return knoop, lezing.fouten


class _Onbruikbaar(Exception):  # noqa: N818 - a way out of the recursion, never seen outside
    """The rest of the file makes no sense; why was noted."""


class _Lezing:
    """One reading of one file. Ten thousand cases go through here: no step that a word does not need."""

    def __init__(self, bestand: str, tekst: str) -> None:
        self.bestand = bestand
        self.fouten: list[Fout] = []
        self._tekst = tekst
        self._volgende: Callable[[], Any] = _LADER(tekst).get_event  # None after the last event

    def lees(self, wortel: str) -> Knoop | None:
        """The mapping of the one document of the file."""
        volgende = self._volgende()
        while isinstance(volgende, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            volgende = self._volgende()
        leeg = isinstance(volgende, yaml.StreamEndEvent) or (
            isinstance(volgende, yaml.ScalarEvent) and volgende.value in {"", *_LEEG}
        )
        if leeg:
            self.fouten.append(
                Fout(Plaats(self.bestand, 1, 1), "dit bestand is leeg", raad="vul het, of verwijder het")
            )
            return None
        if not isinstance(volgende, yaml.MappingStartEvent):
            self._meld(volgende, "hier horen namen met waarden te staan", "naam: waarde")
            return None
        knoop = self._bouw(volgende, wortel, 0)
        while rest := self._volgende():
            if isinstance(rest, yaml.DocumentStartEvent):
                self._meld(rest, "hier begint een tweede document", raad="haal de regel met --- weg")
                raise _Onbruikbaar
        return knoop  # type: ignore[no-any-return]  # the event said it is a mapping

    def _plaats(self, gebeurtenis: Any) -> Plaats:  # noqa: ANN401 - a yaml Event
        merk = gebeurtenis.start_mark
        return Plaats(self.bestand, merk.line + 1, merk.column + 1)

    def _meld(self, gebeurtenis: Any, gevonden: str, verwacht: str = "", raad: str = "", *, dekt: bool = False) -> None:  # noqa: ANN401
        self.fouten.append(Fout(self._plaats(gebeurtenis), gevonden, verwacht, raad, dekt))

    def _bouw(self, gebeurtenis: Any, pad: str, diepte: int) -> Any:  # noqa: ANN401 - event in, node out
        soort = type(gebeurtenis)
        if soort is yaml.AliasEvent or gebeurtenis.anchor or gebeurtenis.tag or diepte > _DIEPSTE:
            self._weiger(gebeurtenis, diepte)
        if soort is yaml.ScalarEvent:
            return self._scalar(gebeurtenis, pad)
        uit: Any
        if soort is yaml.SequenceStartEvent:
            uit = Reeks()
            while type(kind := self._volgende()) is not yaml.SequenceEndEvent:
                uit.append(self._bouw(kind, f"{pad}.{len(uit)}", diepte + 1))
        elif soort is yaml.MappingStartEvent:
            uit = self._knoop(pad, diepte)
        else:
            return maak_scalar("", pad, self._plaats(gebeurtenis))
        uit.pad, uit.plaats = pad, self._plaats(gebeurtenis)
        return uit

    def _weiger(self, gebeurtenis: Any, diepte: int) -> None:  # noqa: ANN401 - a yaml Event
        """Refuse what makes YAML more than names and values; after that one reads on, but not ever deeper."""
        if diepte > _DIEPSTE:
            self._meld(gebeurtenis, "dit is te diep genest", f"ten hoogste {_DIEPSTE} niveaus", "haal niveaus weg")
            raise _Onbruikbaar
        if anker := gebeurtenis.anchor:
            is_alias = isinstance(gebeurtenis, yaml.AliasEvent)
            teken = "*" if is_alias else "&"
            raad = "herhaal de waarde, gebruik ‘formule’, of zet de tekst tussen aanhalingstekens"
            self._meld(gebeurtenis, f"‘{teken}{anker}’ verwijst binnen YAML", raad=raad, dekt=is_alias)
        else:
            raad = "schrijf de waarde zonder uitroepteken, of tussen aanhalingstekens"
            self._meld(gebeurtenis, f"‘{gebeurtenis.tag}’ is een YAML-tag", raad=raad)

    def _scalar(self, gebeurtenis: Any, pad: str) -> Scalar:  # noqa: ANN401 - a yaml ScalarEvent
        tekst = gebeurtenis.value
        # Raw characters were looked at before; between double quotes one may be written as an escape.
        if gebeurtenis.style == '"' and (teken := VERBODEN.search(tekst)):
            self._meld(gebeurtenis, *tekenzin(teken[0]))
        if tekst in _LEEG and gebeurtenis.implicit[0]:
            raad = "schrijf {open: wat er nog moet komen}, of haal de regel weg"
            self._meld(gebeurtenis, f"‘{tekst}’ is in YAML een lege waarde", raad=raad)
        merk = gebeurtenis.start_mark
        scalar = Scalar(tekst)
        scalar.pad, scalar.plaats = pad, Plaats(self.bestand, merk.line + 1, merk.column + 1)
        return scalar

    def _knoop(self, pad: str, diepte: int) -> Knoop:
        uit = Knoop()
        sleutels = uit.sleutels = {}
        voor = f"{pad}." if pad else ""
        gelezen: tuple[str, Any] = ("", None)  # the name before this one, and the event of its value
        while type(sleutel := self._volgende()) is not yaml.MappingEndEvent:
            if type(sleutel) is not yaml.ScalarEvent:
                self._meld(sleutel, "een naam is één woord", "naam: waarde")
                raise _Onbruikbaar
            if sleutel.anchor or sleutel.tag:
                self._weiger(sleutel, diepte)
            naam, plaats = sleutel.value, self._plaats(sleutel)
            waarde = self._bouw(volgende := self._volgende(), voor + naam, diepte + 1)
            eerder, gelezen = gelezen, (naam, volgende)
            if _is_na_komma(sleutel, volgende) and _is_kaal(eerder[1]):
                # What stands before and behind the comma is one value; a word alone may be a name without its value.
                heel = self._van_tot(eerder[1], sleutel)
                if _WOORD.fullmatch(naam):
                    uit.komma = {**uit.komma, naam: heel}
                else:
                    gelezen = self._voeg_samen(uit, eerder, heel)
                    continue
            if naam == _VOEG_IN and type(volgende) is yaml.AliasEvent:
                continue  # fields of another record, which the fault on the alias is about
            if type(waarde) is not Scalar and waarde.plaats.regel != plaats.regel:
                waarde.plaats = plaats  # a block under its name: people look for the name
            if naam in uit:
                tweemaal = f"‘{naam}’ staat er tweemaal, ook op regel {uit.sleutels[naam].regel}"
                self._meld(sleutel, tweemaal, raad="haal er een weg, of geef hem een andere naam")
                continue
            sleutels[naam], uit[naam] = plaats, waarde
        return uit

    def _van_tot(self, begin: Any, einde: Any) -> str:  # noqa: ANN401 - yaml Events
        """What was typed from the one event through the other, on one line."""
        return " ".join(self._tekst[begin.start_mark.index : einde.end_mark.index].split())

    def _voeg_samen(self, knoop: Knoop, eerder: tuple[str, Any], heel: str) -> tuple[str, Any]:
        """Give the name before the comma the value as it was meant, and tell of it: once, however many commas."""
        naam, begin = eerder
        plaats = self._plaats(begin)
        if isinstance(knoop[naam], _MetKomma):
            self.fouten.pop()
        waarde = _MetKomma(heel)
        waarde.pad, waarde.plaats = knoop[naam].pad, plaats
        knoop[naam] = waarde
        self.fouten.append(kommafout(plaats, heel))
        return eerder


class _MetKomma(Scalar):
    """A value with a comma that YAML took for the next name."""

    __slots__ = ()


def _is_na_komma(sleutel: Any, waarde: Any) -> bool:  # noqa: ANN401 - yaml Events
    """Whether a name has no colon: in brackets what stands behind a comma is a name, and its value is empty."""
    is_leeg = type(waarde) is yaml.ScalarEvent and not waarde.value
    return bool(is_leeg and waarde.start_mark.index == sleutel.end_mark.index)


def _is_kaal(waarde: Any) -> bool:  # noqa: ANN401 - a yaml Event
    """Whether there is a value, and it is words without quotes."""
    return type(waarde) is yaml.ScalarEvent and bool(waarde.value) and waarde.implicit[0]
