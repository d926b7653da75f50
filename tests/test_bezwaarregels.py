"""Every rule on objections has cases a jurist can read, of both kinds: one in which it speaks, one in which not."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from bezwaarzaken import maak_zaak, toets
from recht import RECHT

from generator.bevindingen import Stand
from generator.regels.bezwaar.indiening import indieningen
from generator.regels.bezwaar.toets import maak_toets
from generator.regels.bezwaar.uitkomsten import uitkomsten
from generator.regels.register import REGELS, Neemt
from generator.verslagen import bevindingen as verslag

GEVALLEN = [
    geval
    for bestand in sorted((Path(__file__).parent / "gevallen" / "bezwaar").glob("*.yaml"))
    for geval in yaml.load(bestand.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - builds text only
]
VERWACHTINGEN = [(geval, code) for geval in GEVALLEN for code in geval.get("verwacht", {})]
CODES = sorted(code for code, regel in REGELS.items() if regel.neemt is Neemt.BEZWAAR)
SPREEKT = {"nee", "beoordelen", "onbekend"}
# "Verdaagd op niet bekend": what is unknown stands after a colon, not where a day or a number should be.
ONBEKEND_IN_EEN_ZIN = re.compile(
    r"\b(?:op|van|door|met|vanaf|tot|aan|in) niet bekend\b|niet bekend (?:weken|dagen|personen)|\bNone\b"
)


def _uitslag(geval):
    op = geval.get("op")
    return toets(geval.get("feiten"), dt.date.fromisoformat(op) if op else None)


def _standen(verwacht):
    stand = verwacht["stand"] if isinstance(verwacht, dict) else verwacht
    return [] if stand == "zwijgt" else [stand] if isinstance(stand, str) else stand


@pytest.mark.parametrize(
    ("geval", "code"), VERWACHTINGEN, ids=[f"{code}: {geval['naam']}" for geval, code in VERWACHTINGEN]
)
def test_a_rule_answers_as_the_jurist_expects(geval, code):
    verwacht = geval["verwacht"][code]
    bevindingen = [bevinding for bevinding in _uitslag(geval).bevindingen if bevinding.code == code]

    assert _standen(verwacht) == [bevinding.stand for bevinding in bevindingen]
    if isinstance(verwacht, dict) and bevindingen:
        assert verwacht.get("ernst", bevindingen[0].ernst) == bevindingen[0].ernst
        zinnen = " ".join(verslag.uitleg(bevinding, RECHT.meldingen) for bevinding in bevindingen)
        for woorden in verwacht.get("zin", []):
            assert woorden in zinnen


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_a_case_in_which_it_speaks_and_one_in_which_it_is_silent(code):
    standen = [_standen(geval["verwacht"][code]) for geval in GEVALLEN if code in geval.get("verwacht", {})]

    assert any(SPREEKT & set(reeks) for reeks in standen), "geen geval waarin de regel spreekt"
    assert any(not SPREEKT & set(reeks) for reeks in standen), "geen geval waarin de regel zwijgt"


@pytest.mark.parametrize("code", CODES)
def test_a_rule_cites_articles_that_exist(code):
    for aanhaling in REGELS[code].grondslag:
        assert any(RECHT.artikel(aanhaling, dag) for dag in (dt.date(2025, 12, 1), dt.date(2026, 6, 1))), aanhaling


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_every_finding_reads_as_a_sentence(geval):
    for bevinding in _uitslag(geval).bevindingen:
        zin = verslag.uitleg(bevinding, RECHT.meldingen)

        assert zin or bevinding.stand in {Stand.JA, Stand.NVT}, f"{bevinding.code} heeft geen zin bij {bevinding.stand}"
        assert "{" not in zin
        assert not ONBEKEND_IN_EEN_ZIN.search(zin), zin


@pytest.mark.parametrize("rol", ["ontvanger", "indiener"])
@pytest.mark.parametrize("code", [code for code in CODES if REGELS[code].bij])
def test_a_rule_that_is_not_asked_would_have_had_nothing_to_say(code, rol):
    op = dt.date(2026, 12, 1)
    zaak = maak_zaak({"rol": rol})  # nothing is known of any procedure
    standen = indieningen(zaak, RECHT)
    bekeken = maak_toets(zaak, RECHT, op, standen, *uitkomsten(zaak, RECHT, standen, op))

    assert [] == list(REGELS[code].toets(bekeken))
