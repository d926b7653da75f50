"""What a letter says of the law: nothing that only a person may conclude, and the articles of this kind of decision."""

from __future__ import annotations

import re

import pytest
from zaakbrieven import BESLIST, MACHTIGING, SOORTEN, maak, tekst


def test_who_was_met_and_withdrew_does_not_read_that_the_decision_stays_as_it_is():
    intrekking = {"datum": "2026-05-01", "wijze": "schriftelijk"}
    tegemoet = {"procedure.intrekking": {**intrekking, "om_tegemoetkoming": "ja"}}

    assert "Het besluit blijft gelden zoals het is" in tekst(maak("bevestiging-intrekking"))
    assert "Het besluit blijft gelden zoals het is" not in tekst(maak("bevestiging-intrekking", tegemoet))


def test_a_receipt_does_not_miss_what_was_supplied():
    geleverd = {**MACHTIGING, "procedure.bevestiging": "weg"}

    assert "Wij missen nog" not in tekst(maak("ontvangstbevestiging", geleverd))
    assert "Wij missen nog: een machtiging" in tekst(
        maak("ontvangstbevestiging", {**geleverd, "procedure.bevestiging": {"datum": "2026-04-30"}})
    )


def test_no_letter_concludes_what_only_a_person_may():
    """The consequence of 6:6 may be named in a request to repair; what a person chose may be repeated."""
    mag = {"herstel-verzuim", "verzoek-machtiging", "mededeling-derden"}
    for soort in set(SOORTEN) - mag:
        assert not re.search(
            r"niet-ontvankelijk|kennelijk|ongegrond|verschoonbaar|belanghebbende bent", tekst(maak(soort))
        )


@pytest.mark.parametrize("soort", ["beslissing-op-bezwaar", "mededeling-derden"])
def test_the_court_is_the_one_that_the_decision_names(soort):
    clausule = {"aanwezig": "ja", "rechtsmiddel": "beroep", "orgaan": "rechtbank Overijssel"}
    zaak = {"procedure.beslissing": {**BESLIST, "rechtsmiddelverwijzing": clausule}}

    assert "beroep instellen bij rechtbank Overijssel" in tekst(maak(soort, zaak))


BELASTING = {
    "besluit.soort": "belasting",
    "besluit.bestuursorgaan": "heffingsambtenaar",
    "bezwaarschrift.gericht_aan": "heffingsambtenaar",
}


def test_a_tax_objection_is_answered_with_the_articles_of_tax_law():
    inhoud = tekst(maak("ontvangstbevestiging", {**BELASTING, "procedure.adviescommissie": {"ingesteld": "nee"}}))

    assert "uiterlijk op donderdag 31 december 2026 (Gemeentewet, artikel 236, tweede lid)" in inhoud
    assert "(Algemene wet inzake rijksbelastingen (AWR), artikel 25)" in inhoud
    assert "artikel 7:10" not in inhoud
    assert "(Wet waardering onroerende zaken (WOZ), artikel 30, negende lid)" in tekst(
        maak("ontvangstbevestiging", {**BELASTING, "besluit.soort": "woz"})
    )


def test_a_tax_objection_of_the_last_weeks_of_the_year_follows_the_ordinary_period():
    laat = {**BELASTING, "besluit.datum": "2026-11-02", "besluit.bekendmaking.datum": "2026-11-02",
            "bezwaarschrift.ontvangen.datum": "2026-11-24", "bezwaarschrift.verzonden.datum": "2026-11-23",
            "procedure.bevestiging.datum": "2026-11-25"}  # fmt: skip

    assert "bestuursrecht (Awb), artikel 7:10)" in tekst(maak("ontvangstbevestiging", laat))


def test_a_tax_decision_is_called_an_uitspraak_and_its_appeal_counts_from_its_date():
    (boom,) = maak("beslissing-op-bezwaar", BELASTING).values()
    inhoud = tekst({"": boom})

    assert "Uitspraak op bezwaar" == boom.blocks[0].documentsoort
    assert "Niet eens met de uitspraak?" in inhoud
    assert "vanaf de dag na de datum van de uitspraak" in inhoud
    assert "AWR), artikel 26c)" in inhoud
