"""The rules of MDTO: ``inhoud/recht/mdto.yaml`` → `Mdtoregels`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.mdto import Begrippenlijst, Elementregel, Mdtoregels, Waardevorm
from generator.inhoud.velden import build_elk, lees_ja, lees_lijst, lees_woorden
from generator.inhoud.yaml_lezen import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.inhoud.velden import Lezer

_PAD = "inhoud/recht/mdto.yaml"


def load_mdto(bestanden: Mapping[str, bytes]) -> Mdtoregels:
    """The rules of MDTO in `bestanden`, by name.

    Raises:
        InvoerError: everything that cannot be read, with its place.
    """
    if _PAD not in bestanden:
        raise InvoerError(Fout(Plaats(_PAD), "dit bestand ontbreekt", raad="installeer Raadwerk opnieuw"))
    knoop, fouten = read_yaml(bestanden[_PAD], _PAD, "")
    if knoop is None or fouten:
        raise InvoerError(*fouten)
    try:
        regels = Mdtoregels(
            naamruimte=lees_woorden(knoop["naamruimte"]),
            wortel=lees_lijst(knoop["wortel"]),
            groepen={naam: build_elk(Elementregel, deel, fouten, _REGEL) for naam, deel in knoop["groepen"].items()},
            vormen=build_elk(Waardevorm, knoop["vormen"], fouten, {"patroon": _patroon}),
            lijsten=build_elk(Begrippenlijst, knoop["lijsten"], fouten, _LIJST),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raad = "vergelijk met de meegeleverde versie"
        raise InvoerError(Fout(Plaats(_PAD), "dit bestand heeft niet de vorm van MDTO-regels", raad=raad)) from None
    fouten += [
        Fout(knoop["groepen"][groep][naam].plaats, f"‘{wat}’ bestaat niet", f"een van {', '.join(sorted(keuze))}")
        for groep, elementen in regels.groepen.items()
        for naam, regel in elementen.items()
        for wat, keuze in ((regel.soort, {*regels.groepen, *regels.vormen}), (regel.lijst, {*regels.lijsten, ""}))
        if wat not in keuze
    ]
    if fouten:
        raise InvoerError(*fouten)
    return regels


def _keer(waarde: Any) -> tuple[int, int | None]:  # noqa: ANN401 - a node
    gevonden = re.fullmatch(r"(\d)(?:\.\.(\d|n))?", lees_woorden(waarde))
    if gevonden is None:
        raise ValueError("hoe vaak, zoals 1, 0..1 of 1..n")
    minst, meest = gevonden[1], gevonden[2] or gevonden[1]
    return int(minst), None if meest == "n" else int(meest)


def _patroon(waarde: Any) -> re.Pattern[str]:  # noqa: ANN401 - a node
    try:
        return re.compile(lees_woorden(waarde))
    except re.error:
        raise ValueError("een reguliere expressie") from None


def _begrippen(waarde: Any) -> dict[str, str]:  # noqa: ANN401 - a node
    return {str(label): str(code) for label, code in waarde.items()}


_REGEL: dict[str, Lezer] = {"keer": _keer}
_LIJST: dict[str, Lezer] = {"gesloten": lees_ja, "begrippen": _begrippen}
