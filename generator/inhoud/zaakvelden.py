"""Records of an objection case from YAML mappings, by the type of each field: every fault with its place.

``onbekend`` (and what JSON calls ``null``) says what leaving out says. ``geen`` and ``nee`` say that there is none: a
list is empty then, of another field the path is noted. A fact is written as its plain value.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from typing import Any

from generator.errors import Fout
from generator.feiten.bezwaarkeuzes import ORGANEN
from generator.feiten.veldsoorten import veldsoorten
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar
from generator.inhoud.zaakwaarden import WAARDEN, MisfitError, lees_postbus, lees_tekst, lijkt_bsn

ORGAANVELDEN = {"bestuursorgaan", "gericht_aan", "coordinerend_orgaan"}
POSTBUS = "postbus"
_EIGEN = {"plaats_van", "geen", "lijkt_bsn"}  # fields of a case that no file names
ONBEKEND = {"onbekend", "null", "~"}
GEEN = {"geen", "nee"}
_PERSOONSNUMMER = ("bsn", "burgerservicenummer", "sofinummer")


class Lezing:
    """What one reading gathers besides the values: faults, paths of what there is none of, texts like a BSN."""

    def __init__(self, fouten: list[Fout]) -> None:
        self.fouten = fouten
        self.geen: list[str] = []
        self.lijkt_bsn: list[str] = []

    def vergeet(self, scalar: Scalar) -> None:
        """Take back that ``null`` is a fault: in a case it says unknown."""
        self.fouten[:] = [fout for fout in self.fouten if fout.plaats != scalar.plaats]


_Lezer = Callable[[Any, Lezing], Any]


def velden_van(soort: Any) -> dict[str, Any]:  # noqa: ANN401 - a type of record
    """Field → type, of the fields of a record that a file may name."""
    hints = veldsoorten(soort)
    return {veld.name: hints[veld.name] for veld in dataclasses.fields(soort) if veld.name not in _EIGEN}


def kern_van(soort: Any) -> Any:  # noqa: ANN401 - a type
    """What a field holds when it is known."""
    if isinstance(soort, types.UnionType):
        return next(deel for deel in typing.get_args(soort) if deel is not type(None))
    return soort


@cache
def verplichte_velden(soort: Any) -> tuple[str, ...]:  # noqa: ANN401 - a record
    """The fields of a record that may not be left out."""
    return tuple(
        veld.name
        for veld in dataclasses.fields(soort)
        if veld.default is dataclasses.MISSING and veld.default_factory is dataclasses.MISSING
    )


def lees_deel(soort: Any, knoop: Any, lezing: Lezing) -> Any:  # noqa: ANN401 - a record of `soort`
    """The record in `knoop`; None, with its faults noted, when it does not fit or all of it is unknown."""
    lezers = _lezers(soort)
    if not isinstance(knoop, Knoop):
        raise MisfitError(f"velden met een waarde, zoals {', '.join(list(lezers)[:3])}")
    waarden = {}
    for naam, deel in knoop.items():
        lezer = lezers.get(naam)
        if lezer is None:
            lezing.fouten.append(_geen_veld(knoop, naam, tuple(lezers)))
            continue
        lees, geen = lezer
        if isinstance(deel, Scalar):
            if deel in ONBEKEND:
                if deel != "onbekend":
                    lezing.vergeet(deel)
                continue
            if deel in geen:
                lezing.geen.append(deel.pad)
                continue
        try:
            waarde = lees(deel, lezing)
        except MisfitError as fout:
            lezing.fouten.append(
                Fout(deel.plaats, _gevonden(naam, deel), fout.verwacht, fout.raad or _raad(naam, deel))
            )
            continue
        if waarde is not None:
            waarden[naam] = waarde
    ontbreekt = [naam for naam in verplichte_velden(soort) if naam not in waarden]
    lezing.fouten += [
        Fout(knoop.plaats, f"verplicht veld ‘{naam}’ ontbreekt", raad="vul het in")
        for naam in ontbreekt
        if naam not in knoop or (isinstance(knoop[naam], str) and knoop[naam] in ONBEKEND)
    ]
    return None if ontbreekt or not waarden else soort(**waarden)


@cache
def _lezers(soort: Any) -> dict[str, tuple[_Lezer, set[str]]]:  # noqa: ANN401 - a record
    """Field → how it is read, and which words say that there is none of it."""
    return {
        naam: (
            _EIGEN_LEZERS.get(naam) or _lezer(kern_van(hint)),
            geenwoorden(kern_van(hint)) if naam not in verplichte_velden(soort) else set(),
        )
        for naam, hint in velden_van(soort).items()
    }


def geenwoorden(soort: Any) -> set[str]:  # noqa: ANN401 - a type
    """The words that say that there is none: a list is empty then, a choice has its own, ``nee`` may be a text."""
    if typing.get_origin(soort) is tuple or issubclass(soort, StrEnum) or soort is bool:
        return set()
    return {"geen"} if soort is str else GEEN


def _lezer(soort: Any) -> _Lezer:  # noqa: ANN401 - a type
    """How a value of type `soort` is read from a node."""
    if typing.get_origin(soort) is tuple:
        element = typing.get_args(soort)[0]
        return partial(_lees_reeks, _lezer(element), records=dataclasses.is_dataclass(element))
    if issubclass(soort, StrEnum):
        return partial(_lees_keuze, {str(keuze): keuze for keuze in soort})
    if soort is str:
        return _lees_tekst
    if soort in WAARDEN:
        lees = WAARDEN[soort]
        return lambda deel, _: lees(deel)
    return partial(lees_deel, soort)


def _lees_tekst(deel: Any, lezing: Lezing) -> str:  # noqa: ANN401 - a node
    tekst = lees_tekst(deel)
    if len(tekst) > 8 and lijkt_bsn(tekst):  # nine digits
        lezing.lijkt_bsn.append(deel.pad)
    return tekst


def _lees_reeks(lees: _Lezer, deel: Any, lezing: Lezing, *, records: bool) -> Any:  # noqa: ANN401 - a node
    """A list; a single value is a list of one, ``geen`` an empty one."""
    if isinstance(deel, Scalar) and deel in GEEN:
        return ()
    if records and isinstance(deel, Scalar):
        raise MisfitError("velden met een waarde, een lijst daarvan, of ‘geen’")
    if isinstance(deel, Reeks) and not deel:
        raise MisfitError("een lijst met waarden", "schrijf ‘geen’ als er geen zijn, ‘onbekend’ als dat niet vaststaat")
    if isinstance(deel, Reeks) and "geen" in deel:
        raise MisfitError("een lijst met waarden", "schrijf ‘geen’ in plaats van de lijst")
    uit = []
    for element in deel if isinstance(deel, Reeks) else [deel]:
        if isinstance(element, Scalar) and element in ONBEKEND:
            lezing.vergeet(element)
            continue
        try:
            gelezen = lees(element, lezing)
        except MisfitError as fout:
            lezing.fouten.append(Fout(element.plaats, _gevonden("element", element), fout.verwacht, fout.raad))
        else:
            if gelezen is not None:
                uit.append(gelezen)
    return tuple(uit) or None


def _lees_keuze(keuzes: dict[str, StrEnum], deel: Any, _: Lezing) -> StrEnum:  # noqa: ANN401 - a node
    if isinstance(deel, str) and (keuze := keuzes.get(deel)) is not None:
        return keuze
    raise MisfitError(f"een van {', '.join(keuzes)}", bedoelde_u(deel, keuzes) if isinstance(deel, str) else "")


def _lees_orgaan(deel: Any, lezing: Lezing) -> str:  # noqa: ANN401 - a node
    """One of the bodies we know, or ``anders: naam``."""
    if isinstance(deel, Knoop) and list(deel) == ["anders"]:
        return f"anders: {_lees_tekst(deel['anders'], lezing)}"
    if isinstance(deel, str) and (deel in ORGANEN or (deel.startswith("anders: ") and deel[8:].strip())):
        return str(deel)
    verwacht = f"een van {', '.join(ORGANEN)}, of {{anders: naam}}"
    raad = bedoelde_u(deel, ORGANEN, f"schrijf {{anders: {deel}}}") if isinstance(deel, str) and deel.strip() else ""
    raise MisfitError(verwacht, raad)


# Fields whose words are more than their type says.
_EIGEN_LEZERS: dict[str, _Lezer] = {
    **dict.fromkeys(ORGAANVELDEN, _lees_orgaan), POSTBUS: lambda deel, _: lees_postbus(deel)
}  # fmt: skip


def _gevonden(naam: str, deel: Any) -> str:  # noqa: ANN401 - a node
    match deel:
        case Scalar() if not deel.strip():
            return f"‘{naam}’ is leeg"
        case Scalar():
            return f"‘{naam}’ is ‘{deel}’"
        case Reeks():
            return f"‘{naam}’ is een lijst" if deel else f"‘{naam}’ is een lege lijst"
        case _:
            return f"‘{naam}’ is een groep velden"


def _raad(naam: str, deel: Any) -> str:  # noqa: ANN401 - a node
    if isinstance(deel, Scalar):
        return "" if deel.strip() else "vul het in, schrijf ‘onbekend’, of haal de regel weg"
    if isinstance(deel, Knoop) and isinstance(waarde := deel.get("waarde"), Scalar):
        return f"schrijf alleen de waarde: {naam}: {waarde}"
    return f"schrijf {naam}: onbekend" if isinstance(deel, Knoop) and "open" in deel else ""


def _geen_veld(knoop: Knoop, naam: str, velden: tuple[str, ...]) -> Fout:
    letters = "".join(teken for teken in naam.lower() if teken.isalpha())
    if any(woord in letters for woord in _PERSOONSNUMMER):
        return Fout(
            knoop.sleutels[naam],
            f"‘{naam}’: een burgerservicenummer hoort niet in een zaak",
            "alleen gegevens die voor het bezwaar nodig zijn (AVG 5 lid 1, UAVG 46)",
            "haal deze regel weg; Raadwerk bewaart het nummer niet",
        )
    gevonden, verwacht = f"een veld ‘{naam}’ bestaat hier niet", f"een van {', '.join(velden)}"
    return Fout(knoop.sleutels[naam], gevonden, verwacht, bedoelde_u(naam, velden))
