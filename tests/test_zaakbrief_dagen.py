"""What a letter says of days: which it names, which it leaves open, and which a person must put right."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from zaakbrieven import ELK_EEN_TERMIJN, TE_LAAT, VERZUIM, ZITTING, brieven, geweigerd, maak, tekst


def test_a_postponement_that_the_case_does_not_hold_yet_leaves_its_weeks_open():
    inhoud = tekst(maak("verdaging", {"procedure.verdaging": "weg"}, dt.date(2026, 5, 20)))

    assert "[nog in te vullen: aantal weken] weken, ten hoogste zes weken" in inhoud


def test_a_letter_does_not_know_that_a_defect_was_repaired_after_its_day():
    hersteld = {"procedure.verzuimbrief": {**VERZUIM, "hersteld": "2026-05-08"}}

    assert "Dat duurt tot de aanvulling binnen is" in tekst(maak("opschorting", hersteld, dt.date(2026, 5, 1)))
    assert "Dat duurde tot vrijdag 8 mei 2026" in tekst(maak("opschorting", hersteld, dt.date(2026, 5, 8)))


def test_a_suspension_by_a_ground_that_a_person_weighs_tells_both_last_days():
    overmacht = {
        "procedure.verzuimbrief": "weg",
        "procedure.adviescommissie": {"ingesteld": "nee"},
        "procedure.opschorting": {"van": "2026-05-01", "tot": "2026-05-11", "grond": "overmacht"},
    }
    inhoud = tekst(maak("opschorting", overmacht, dt.date(2026, 5, 2)))

    assert "Met deze opschorting is maandag 15 juni 2026 de laatste dag om te beslissen" in inhoud
    assert "of in een andere lezing van de wet, is dat donderdag 4 juni 2026" in inhoud


def test_of_an_objection_that_may_be_late_the_receipt_says_that_its_time_is_looked_at():
    zin = "Wij kijken nog of het bezwaar op tijd is"

    assert zin in tekst(maak("ontvangstbevestiging", {**TE_LAAT, "procedure.bevestiging.datum": "2026-05-21"}))
    assert zin not in tekst(maak("ontvangstbevestiging"))


def test_an_invitation_tells_the_days_on_which_the_papers_may_be_read():
    dagen = {"procedure.hoorzitting": {**ZITTING, "inzage_van": "2026-06-01", "inzage_tot": "2026-06-10"}}

    assert "van maandag 1 juni 2026 tot en met woensdag 10 juni 2026" in tekst(maak("uitnodiging-hoorzitting", dagen))
    assert "dus uiterlijk vanaf" in tekst(maak("uitnodiging-hoorzitting"))


def test_after_one_postponement_another_is_not_advised_without_its_ground():
    verdaagd = {
        "procedure.verdaging": {"datum": "2026-05-20", "weken": "6", "aan_alle_belanghebbenden": "ja"},
        "procedure.overschrijding_gemeld_op": "2026-06-05",
    }

    reden = geweigerd("melding-termijn", verdaagd)
    assert "er is al verdaagd" in reden
    assert "maak een verdaging" not in reden


def test_who_objects_with_another_is_told_from_which_last_day_is_counted():
    dagen = ["donderdag 23 april 2026", "maandag 4 mei 2026"]
    for brief, dag in zip(brieven("ontvangstbevestiging", ELK_EEN_TERMIJN), dagen, strict=True):
        assert f"niet dezelfde laatste dag om dat te doen; voor u is dat {dag}" in brief


def test_a_request_to_repair_names_nobody_else_s_period():
    for brief in brieven("herstel-verzuim", ELK_EEN_TERMIJN):
        assert "begint op" not in brief


NOG_EENS_VERDAAGD = [
    {"datum": "2026-05-20", "weken": "6", "aan_alle_belanghebbenden": "ja"},
    {"datum": "2026-07-10", "weken": "4", "grond": "indiener akkoord en niemand geschaad", "reden": "wij wachten nog."},
]


def test_a_further_postponement_that_a_person_must_judge_names_no_new_day_and_says_its_ground_in_a_sentence():
    zaak = {"procedure.verdaging": NOG_EENS_VERDAAGD, "procedure.adviescommissie": "geen"}
    inhoud = tekst(maak("verdaging", {**zaak, "procedure.verzuimbrief": "geen"}))

    assert "Wij beslissen nu uiterlijk op [nog in te vullen: nieuwe datum, na de verdaging]" in inhoud
    assert "Dat kan, omdat de indiener ermee instemt" in inhoud
    assert "Wij wachten nog." in inhoud


def test_the_question_about_lateness_gives_the_days_and_decides_nothing():
    inhoud = tekst(maak("reactie-te-laat"))

    assert "Bezwaar maken kon tot en met donderdag 23 april 2026" in inhoud
    assert "Wij hebben hierover nog niets besloten." in inhoud


def test_the_ten_days_before_a_hearing_do_not_move():
    assert "uiterlijk op zaterdag 30 mei 2026" in tekst(maak("uitnodiging-hoorzitting"))


def test_a_day_to_repair_or_to_answer_on_a_rest_day_is_put_back_to_a_person():
    zondag = {"procedure.verzuimbrief": {**VERZUIM, "hersteltermijn_tot": "2026-05-17"}}
    for soort in ("herstel-verzuim", "verzoek-machtiging"):
        assert "een gewone werkdag; zondag 17 mei 2026 is dat niet]" in tekst(maak(soort, zondag))
    laat = {"bezwaarschrift.indieners.0.reden_te_laat": {"antwoord_tot": "2026-05-25"}}  # Whit Monday

    assert "een gewone werkdag; maandag 25 mei 2026 is dat niet]" in tekst(maak("reactie-te-laat", laat))


@pytest.mark.parametrize(
    ("datum", "tot", "zin"),
    [
        ("2026-04-23", "2026-05-12", "Vanaf de dag na deze brief staat de termijn om te beslissen stil."),
        ("2026-04-15", "2026-05-12", "De termijn om te beslissen begint op vrijdag 24 april 2026. Is uw aanvulling"),
        ("2026-04-15", "2026-04-22", "Die begint pas op vrijdag 24 april 2026"),
    ],
)
def test_a_request_to_repair_says_that_the_period_stands_still_only_where_it_runs(datum: str, tot: str, zin: str):
    brief = {"datum": datum, "verzuimen": ["gronden"], "hersteltermijn_tot": tot}

    assert zin in tekst(maak("herstel-verzuim", {"procedure.verzuimbrief": brief}))


def test_a_suspension_that_still_runs_names_no_new_day_and_one_that_ended_does():
    loopt = tekst(maak("opschorting"))
    klaar = tekst(maak("opschorting", {"procedure.verzuimbrief": {**VERZUIM, "hersteld": "2026-05-08"}}))

    assert "Zonder deze opschorting zouden wij beslissen uiterlijk op" in loopt
    assert "Wij beslissen nu uiterlijk op" not in loopt
    assert "Wij beslissen nu uiterlijk op zaterdag 13 juni 2026" in klaar
    assert ("staat stil", "stond stil") == tuple(
        re.search(r"De termijn om te beslissen (st\w+ stil)", deze)[1] for deze in (loopt, klaar)
    )


def test_a_suspension_counts_from_the_day_on_which_the_period_begins():
    vroeg = {"datum": "2026-04-15", "verzuimen": ["gronden"], "hersteltermijn_tot": "2026-05-12"}

    assert (
        "De termijn om te beslissen begint pas op vrijdag 24 april 2026. Vanaf die dag staat de termijn stil"
        in tekst(maak("opschorting", {"procedure.verzuimbrief": vroeg}))
    )


def test_the_decision_says_whether_the_objection_was_in_time_and_what_came_of_hearing():
    inhoud = tekst(maak("beslissing-op-bezwaar"))
    assert "Het bezwaar is op tijd" in inhoud
    assert "Het is ontvangen op dinsdag 14 april 2026; de termijn liep tot en met donderdag 23 april 2026" in inhoud
    assert "[nog in te vullen: wanneer er een hoorzitting was, of op welke grond van artikel 7:3 niet]" in inhoud
    laat = tekst(maak("beslissing-op-bezwaar", TE_LAAT))
    assert "op tijd (" not in laat
    assert "[nog in te vullen: wat het bestuursorgaan vindt van het moment van indienen, en waarom]" in laat


def test_an_invitation_that_leaves_too_little_time_promises_no_day_that_is_past():
    inhoud = tekst(maak("uitnodiging-hoorzitting", None, dt.date(2026, 6, 8)))

    assert "30 mei 2026" not in inhoud
    assert "3 juni 2026" not in inhoud
    assert 2 == inhoud.count("[nog in te vullen: wat hierover met de belanghebbenden is afgesproken")


def test_an_invitation_names_both_readings_of_the_ten_days():
    inhoud = tekst(maak("uitnodiging-hoorzitting", None, dt.date(2026, 5, 20)))

    assert (
        "uiterlijk op zaterdag 30 mei 2026. De wet is ook zo te lezen dat het nog op zondag 31 mei 2026 kan" in inhoud
    )


def test_a_postponement_without_its_weeks_keeps_room_for_the_new_day():
    inhoud = tekst(maak("verdaging", {"procedure.verdaging": "weg"}, dt.date(2026, 5, 20)))

    assert "uiterlijk op [nog in te vullen: nieuwe datum, na de verdaging]" in inhoud
