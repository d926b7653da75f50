"""The outcomes of a case: whether it came in time, until when may be decided, penalty, what next, and the answer."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from bezwaarzaken import toets

from generator.toetsuitslag import UITKOMSTEN, Toetsuitslag

MAP = Path(__file__).parent / "gevallen" / "bezwaar_uitkomsten"
GEVALLEN = [
    geval
    for bestand in sorted(MAP.glob("*.yaml"))
    for geval in yaml.load(bestand.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - builds text only
]
VELDEN = {
    "indiening", "laatste_dag", "ontvangst_post", "lezingen", "antwoord", "stappen", "stappen_niet", "redenen",
    "bedrag", "voorbehoud", "rust_op", *UITKOMSTEN,
}  # fmt: skip


def dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def lezingen(uitkomst: Any) -> list[str]:
    """The day, and the other reading when there is one, as ISO text."""
    if uitkomst is None:
        return ["geen"]
    return [deze.isoformat() for deze in (uitkomst.datum, uitkomst.andere_lezing) if deze]


def als_lijst(verwacht: Any) -> list[str]:
    return verwacht if isinstance(verwacht, list) else [verwacht]


def gevonden(uitslag: Toetsuitslag, veld: str) -> list[str]:
    standen = uitslag.indieningen
    match veld:
        case "indiening":
            return [str(stand.indiening) for stand in standen]
        case "laatste_dag":
            return [tekst for stand in standen for tekst in lezingen(stand.laatste_dag)]
        case "ontvangst_post":
            return [tekst for stand in standen for tekst in lezingen(stand.ontvangst_post)]
        case "lezingen":
            return [tekst for stand in standen for lezing in stand.lezingen.values() for tekst in lezingen(lezing)]
        case "antwoord":
            return [uitslag.antwoord]
        case "bedrag":
            bedrag = uitslag.bedragen.get("dwangsom")
            return [str(bedrag.euro), str(bedrag.tot_bedrag)] if bedrag else ["geen"]
        case _:
            return lezingen(uitslag.uitkomsten.get(veld))


def woorden(uitslag: Toetsuitslag, veld: str) -> str:
    """All that is said in one of the fields of which a case gives some words."""
    match veld:
        case "redenen":
            return " ".join(reden for stand in uitslag.indieningen for reden in stand.redenen)
        case "rust_op":
            return " ".join(pad for stand in uitslag.indieningen for pad in stand.rust_op)
        case "voorbehoud":
            return " ".join(zin for uitkomst in uitslag.uitkomsten.values() for zin in uitkomst.voorbehoud)
        case _:
            return " | ".join(f"{stap.wat} {stap.uiterlijk or ''}" for stap in uitslag.volgende_stappen)


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_the_outcome_is_as_the_jurist_expects(geval: dict[str, Any]):
    op = geval.get("op")
    uitslag = toets(geval.get("feiten"), dag(op) if op else None)

    assert set(geval["verwacht"]) <= VELDEN
    for veld, verwacht in geval["verwacht"].items():
        if veld in {"redenen", "rust_op", "voorbehoud", "stappen"}:
            for deel in als_lijst(verwacht):
                assert deel in woorden(uitslag, veld)
        elif veld == "stappen_niet":
            for deel in als_lijst(verwacht):
                assert deel not in woorden(uitslag, veld)
        else:
            assert als_lijst(verwacht) == gevonden(uitslag, veld), veld


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_every_outcome_has_a_known_name_and_steps_that_end_in_its_day(geval: dict[str, Any]):
    op = geval.get("op")
    uitslag = toets(geval.get("feiten"), dag(op) if op else None)

    assert set(uitslag.uitkomsten) <= set(UITKOMSTEN)
    for naam, uitkomst in uitslag.uitkomsten.items():
        assert uitkomst.datum == [stap.datum for stap in uitkomst.stappen if stap.datum][-1], naam
        assert uitkomst.andere_lezing != uitkomst.datum
