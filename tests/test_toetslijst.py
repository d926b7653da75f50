"""The checklist of an objection: every rule has its place on it, or is named as not on it with the reason."""

import datetime as dt
import re

import pytest
from recht import RECHT

from generator.errors import InvoerError
from generator.inhoud.recht import load_recht
from generator.inhoud.zaken import is_zaakpad
from generator.meegeleverd import read_meegeleverd
from generator.regels import bezwaar as _  # noqa: F401 - registers the rules on objections
from generator.regels.register import REGELS, Neemt
from generator.zaakstukken.toetsvoorwaarden import VOORWAARDEN

LIJST = RECHT.toetslijst
PUNTEN = [punt for groep in LIJST.groepen.values() for punt in groep.punten.values()]
OP_DE_LIJST = {code for punt in PUNTEN for code in punt.codes}
CODES = sorted(code for code, regel in REGELS.items() if regel.neemt is Neemt.BEZWAAR)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_is_on_the_list_or_named_as_not_on_it(code):
    assert code in OP_DE_LIJST | set(LIJST.niet_op_de_lijst)


def test_the_list_names_no_rule_that_does_not_exist():
    assert OP_DE_LIJST | set(LIJST.niet_op_de_lijst) <= set(CODES)


def test_no_rule_is_both_on_the_list_and_named_as_not_on_it():
    assert set() == OP_DE_LIJST & set(LIJST.niet_op_de_lijst)


def test_the_thirteen_groups_stand_in_the_order_of_handling_and_a_municipality_has_its_own():
    namen = [groep.naam for groep in LIJST.groepen.values()]

    assert 14 == len(namen)
    assert ["Ontvangst", "Persoonsgegevens", "Eigen bezwaar van de gemeente"] == [namen[0], *namen[-2:]]


@pytest.mark.parametrize("punt", PUNTEN, ids=[punt.punt for punt in PUNTEN])
def test_a_point_is_a_question_that_somebody_or_something_answers(punt):
    assert punt.punt.endswith("?")
    assert punt.codes or punt.wie
    for aanhaling in punt.artikelen:
        assert RECHT.artikel(aanhaling, dt.date(2026, 6, 1)), aanhaling


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        (b"naam: Vorm", b"nam: Vorm", "bedoelde u ‘naam’"),
        (b"voor: [gemeente]", b"voor: [iedereen]", "een of meer van gemeente, indiener, ontvanger"),
        (b"codes: [BZ-10:3]", b"codes: BZ-10:3", "een lijst tussen"),
        (b"\nniet_op_de_lijst:", b"\nniet_op_lijst:", "hier ontbreekt niet_op_de_lijst"),
    ],
)
def test_a_fault_in_the_list_is_a_sentence_with_a_place(oud, nieuw, melding):
    bestanden = dict(read_meegeleverd("inhoud/recht/"))
    pad = "inhoud/recht/toetslijst.yaml"
    assert oud in bestanden[pad]
    bestanden[pad] = bestanden[pad].replace(oud, nieuw, 1)

    with pytest.raises(InvoerError, match=melding) as fout:
        load_recht(bestanden)
    assert pad in str(fout.value)


def test_every_condition_in_the_list_exists_and_every_condition_is_used():
    assert {punt.als for punt in PUNTEN} - {""} == set(LIJST.voorwaarden) == set(VOORWAARDEN)


@pytest.mark.parametrize("punt", [punt for punt in PUNTEN if punt.voorheen], ids=lambda punt: punt.punt)
def test_the_articles_before_the_wmebv_were_in_force_then(punt):
    assert [] == [aanhaling for aanhaling in punt.voorheen if RECHT.artikel(aanhaling, dt.date(2025, 6, 1)) is None]


@pytest.mark.parametrize("punt", [punt for punt in PUNTEN if punt.feit], ids=lambda punt: punt.punt)
def test_a_fact_that_answers_a_point_is_a_field_of_a_case(punt):
    assert is_zaakpad(punt.feit)


@pytest.mark.parametrize("code", CODES)
def test_the_title_of_a_rule_reads_right_above_either_answer(code):
    """It names the subject: no outcome, and no sentence."""
    titel = RECHT.meldingen[code].titel

    assert not re.search(r"^(Geen|Niet) |\b(is|zijn|telt|besloot|werkt|gedaan|gegeven)\b", titel), titel
