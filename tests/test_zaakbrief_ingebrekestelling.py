"""What letters say of a notice of default and of the penalty for deciding late."""

from __future__ import annotations

import datetime as dt

from zaakbrieven import geweigerd, maak, tekst


def test_a_letter_does_not_know_a_notice_of_default_that_came_after_its_day():
    gesteld = {
        "procedure.ingebrekestelling": {"ontvangen": "2026-10-01", "door": "indiener"},
        "procedure.overschrijding_gemeld_op": "weg",
    }

    assert "waarin staat dat wij te laat zijn" not in tekst(maak("melding-termijn", gesteld, dt.date(2026, 9, 6)))
    assert "waarin staat dat wij te laat zijn" in tekst(maak("melding-termijn", gesteld, dt.date(2026, 10, 2)))


def test_an_answer_is_not_given_to_a_notice_of_default_that_is_yet_to_come():
    assert "staat er niet" in geweigerd("antwoord-ingebrekestelling", {}, dt.date(2026, 6, 12))


def test_who_gave_notice_by_word_of_mouth_reads_that_it_is_done_in_writing():
    mondeling = {"procedure.ingebrekestelling": {"ontvangen": "2026-07-01", "door": "indiener", "wijze": "mondeling"}}
    inhoud = tekst(maak("antwoord-ingebrekestelling", mondeling, dt.date(2026, 7, 2)))

    assert "Dat telt pas als u het ons schriftelijk laat weten" in inhoud
    assert "uw brief" not in inhoud.lower()


def test_who_gave_notice_too_early_reads_from_which_day_it_can_be_done():
    vroeg = {
        "procedure.ingebrekestelling": {"ontvangen": "2026-06-01", "door": "indiener"},
        "procedure.adviescommissie": {"ingesteld": "nee"},
    }
    inhoud = tekst(maak("antwoord-ingebrekestelling", vroeg, dt.date(2026, 6, 10)))

    assert "U kunt ons een nieuwe brief sturen vanaf vrijdag 5 juni 2026" in inhoud


def test_a_refused_penalty_does_not_ask_for_the_day_that_was_given():
    vroeg = {"procedure.ingebrekestelling": {"ontvangen": "2026-05-01", "door": "indiener"}}

    assert "geef de dag met --op" not in geweigerd("dwangsombesluit", vroeg)
    assert "geef de dag met --op" in geweigerd("dwangsombesluit", {**vroeg, "procedure.beslissing": "weg"})


def test_a_notice_that_came_too_early_is_told_so_and_names_no_sum():
    vroeg = {
        "procedure.ingebrekestelling": {"ontvangen": "2026-05-01"},
        "procedure.adviescommissie": {"ingesteld": "nee"},
    }
    inhoud = tekst(maak("antwoord-ingebrekestelling", vroeg))

    assert "de termijn was nog niet voorbij" in inhoud
    assert "€" not in inhoud


MISSCHIEN_TE_VROEG = {
    "procedure.ingebrekestelling": {"ontvangen": "2026-06-10", "door": "indiener"},
    "procedure.adviescommissie": {"ingesteld": "ja"}, "procedure.verdaging": "geen", "procedure.verzuimbrief": "geen",
}  # fmt: skip


def test_whether_a_notice_counts_is_left_to_a_person_where_the_period_can_be_read_both_ways():
    inhoud = tekst(maak("antwoord-ingebrekestelling", MISSCHIEN_TE_VROEG))

    assert "uiterlijk op donderdag 4 juni 2026, of later" in inhoud
    assert "[nog in te vullen: of de ingebrekestelling telt]" in inhoud


def test_no_letter_on_a_late_decision_contradicts_another():
    zaak = {**MISSCHIEN_TE_VROEG, "procedure.beslissing": "geen"}
    for soort in ("dwangsombesluit", "melding-termijn"):
        inhoud = tekst(maak(soort, zaak, dt.date(2026, 9, 20)))
        assert "donderdag 4 juni 2026, of in een andere lezing op donderdag 16 juli 2026" in inhoud


def test_a_penalty_that_may_not_run_is_not_fixed_by_a_letter():
    zaak = {**MISSCHIEN_TE_VROEG, "procedure.beslissing": "geen"}
    inhoud = tekst(maak("dwangsombesluit", zaak, dt.date(2026, 9, 20)))

    assert "€ 0 of € 1.442" in inhoud
    assert "[nog in te vullen: het bedrag dat wordt vastgesteld]" in inhoud


def test_no_letter_promises_a_penalty_for_a_decision_under_the_woo():
    woo = {"besluit.soort": "woo", "procedure.ingebrekestelling": {"ontvangen": "2026-09-01"}}

    assert "Wet open overheid (Woo), artikel 8.2" in tekst(maak("antwoord-ingebrekestelling", woo))
    assert "dwangsom" not in tekst(maak("melding-termijn", {"besluit.soort": "woo"}))


def test_where_the_law_can_be_read_two_ways_a_person_fills_in_the_sum():
    assert "[nog in te vullen: het bedrag dat wordt vastgesteld]" in tekst(maak("dwangsombesluit"))
    assert "Wij stellen haar vast op: € 322." in tekst(
        maak("dwangsombesluit", {"procedure.dwangsom_vastgesteld": "322"})
    )
