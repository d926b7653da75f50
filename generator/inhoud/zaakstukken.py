"""The kinds of letter of an objection: ``sjablonen/bezwaar/soorten.yaml`` → `Zaakstuksoorten`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.errors import InvoerError
from generator.feiten.zaakstukken import Briefsoort, Geadresseerde, Zaakstuksoorten
from generator.inhoud.velden import Lezer, build_elk, lees_ja, lees_lijst, lees_woorden
from generator.inhoud.yaml_lezen import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

SOORTEN = "bezwaar/soorten.yaml"  # among the templates


def load_soorten(sjablonen: Mapping[str, bytes]) -> Zaakstuksoorten:
    """The kinds among the templates; InvoerError with every fault at once."""
    knoop, fouten = read_yaml(sjablonen[SOORTEN], f"sjablonen/{SOORTEN}", "")
    if knoop is None or fouten:
        raise InvoerError(*fouten)
    lezers: dict[str, Lezer] = {"grond": lees_lijst, "aan": _aan, "weigeringen": lees_lijst, "meer": lees_ja}
    soorten = Zaakstuksoorten(
        build_elk(Briefsoort, knoop["brieven"], fouten, lezers),
        *(
            {naam: lees_woorden(woorden) for naam, woorden in knoop[deel].items()}
            for deel in ("vragen", "in_te_vullen", "verzuimen", "wetten")
        ),
    )
    if fouten:
        raise InvoerError(*fouten)
    return soorten


def _aan(waarde: Any) -> Geadresseerde:  # noqa: ANN401 - a node
    try:
        return Geadresseerde(lees_woorden(waarde))
    except ValueError:
        raise ValueError(f"een van {', '.join(Geadresseerde)}") from None
