"""An objection of our own: it passes its own check, and says what is so after the last day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from bezwaarzaken import maak_zaak
from zaakbrieven import BEHANDELAAR, INDIENER, KETEN, geweigerd, maak, tekst

from generator.bevindingen import Ernst
from generator.document.walk import plain_text

_MUNICIPAAL = {
    "gemeente": {
        "namens": "gemeente", "procesbesluit": {"datum": "2026-04-07", "orgaan": "college"},
        "ondertekenaars": ["burgemeester"], "raad_ingelicht_op": "2026-04-08",
    },
    "bezwaarschrift.indieners": [{
        "naam": "de gemeente Proefstad", "soort": "gemeente", "ondertekend": "ja", "belang": "de gemeente is eigenaar",
        "ondertekenaar": {"naam": "B. Burgemeester", "functie": "burgemeester", "bevoegd": "ja"},
        "adres": {"straat": "Markt 1", "postcode": "7700 AA", "plaats": "Proefstad"},
    }],
}  # fmt: skip
_BEDRIJF = {
    "bezwaarschrift.indieners": [{
        "naam": "Bakkerij Voorbeeld B.V.", "soort": "rechtspersoon", "ondertekend": "ja", "statuten": "ja",
        "ondertekenaar": {"naam": "C. Bakker", "functie": "directeur", "bevoegd": "ja"},
        "adres": {"straat": "Ovenpad 2", "postcode": "7721 AA", "plaats": "Dalfsen"},
    }],
}  # fmt: skip
_COLLEGE = {
    **_MUNICIPAAL,
    "gemeente": {**_MUNICIPAAL["gemeente"], "namens": "college", "ondertekenaars": ["burgemeester", "secretaris"]},
}
EIGEN: list[tuple[str, dict[str, Any], str]] = [
    ("burger", {}, "indiener"),
    ("bedrijf", _BEDRIJF, "directeur"),
    ("gemeente", _MUNICIPAAL, "de burgemeester"),
    ("college", _COLLEGE, "de secretaris"),
]


@pytest.mark.parametrize("gronden", [["de dakopbouw neemt het licht weg"], "pro forma"])
@pytest.mark.parametrize(("wie", "anders", "functie"), EIGEN)
def test_an_objection_of_our_own_passes_its_own_check(wie, anders, functie, gronden):
    gegevens = KETEN.toets(maak_zaak({**INDIENER, **anders, "bezwaarschrift.gronden": gronden}), dt.date(2026, 4, 10))
    (boom,) = KETEN.maak_brieven("bezwaarschrift", [gegevens]).values()

    assert [] == [(b.code, b.gegevens) for b in gegevens.uitslag.bevindingen if b.ernst is Ernst.FOUT]
    assert ("pro forma" in boom.blocks[0].documentsoort) == (gronden == "pro forma")
    inhoud = plain_text(boom.blocks)
    assert all(deel in inhoud for deel in ("OV-2026-118", "12\u00a0maart\u00a02026", "10\u00a0april\u00a02026"))
    assert functie in [
        teken.functie for teken in next(b for b in boom.blocks if hasattr(b, "ondertekenaars")).ondertekenaars
    ]


def test_our_own_objection_after_the_last_day_bears_no_earlier_day_and_asks_for_the_reason():
    zaak = {**INDIENER, "bezwaarschrift.dagtekening": "2026-04-20"}
    assert "toen was de termijn voorbij (Awb 6:7, 6:11)" in geweigerd("bezwaarschrift", zaak, dt.date(2026, 5, 4))

    laat = tekst(maak("bezwaarschrift", {**INDIENER, "bezwaarschrift.dagtekening": "2026-05-04"}, dt.date(2026, 5, 4)))
    assert "Dit bezwaar komt later. De reden daarvan is (Awb, artikel 6:11): [nog in te vullen: waarom u niet" in laat
    assert "Dit bezwaar komt later" not in tekst(maak("bezwaarschrift", zaak, dt.date(2026, 4, 20)))


def test_the_answer_says_of_our_own_objection_after_the_last_day_that_it_should_have_been_sent():
    uitslag = KETEN.toets(maak_zaak({**BEHANDELAAR, **INDIENER}), dt.date(2026, 5, 4)).uitslag

    assert "dat moest uiterlijk donderdag 23 april 2026" in uitslag.antwoord


def test_our_own_objection_says_that_the_decision_to_object_follows():
    nog_niet = {**_MUNICIPAAL["gemeente"], "procesbesluit": "geen"}
    inhoud = tekst(maak("bezwaarschrift", {**_MUNICIPAAL, "gemeente": nog_niet, "bezwaarschrift.gronden": "pro forma"}))

    assert "Het besluit om bezwaar te maken volgt nog (Gemeentewet, artikel 160, derde lid)." in inhoud
