"""The checklist of an objection: every rule has its place on it, or is named as not on it with the reason."""

import datetime as dt
import re

import pytest
import yaml
from bezwaarzaken import maak_zaak
from conftest import WORTEL
from recht import RECHT

from generator import keten
from generator.document.nodes import Aanvinkpunt, Cell, Document, Row, Text, Tijdlijn
from generator.document.walk import plain_text, walk
from generator.errors import InvoerError
from generator.inhoud.dossier import load_gemeente
from generator.inhoud.recht import load_recht
from generator.inhoud.zaken import is_zaakpad
from generator.keten.zaken import Zaakketen
from generator.meegeleverd import read_meegeleverd
from generator.regels import bezwaar as _  # noqa: F401 - registers the rules on objections
from generator.regels.register import REGELS, Neemt
from generator.schrijvers.zethoogte import is_lange_rij
from generator.toetsuitslag import Toetsuitslag
from generator.verslagen.bevindingen import uitleg
from generator.zaakstukken.toetsvoorwaarden import VOORWAARDEN

LIJST = RECHT.toetslijst
PUNTEN = [punt for groep in LIJST.groepen.values() for punt in groep.punten.values()]
OP_DE_LIJST = {code for punt in PUNTEN for code in punt.codes}
CODES = sorted(code for code, regel in REGELS.items() if regel.neemt is Neemt.BEZWAAR)

KETEN = Zaakketen(
    keten.verzamel_sjablonen({}, read_meegeleverd(""), ""),
    RECHT,
    load_gemeente({"gemeente.yaml": (WORTEL / "gemeente.yaml").read_bytes()}),
)
VERLOOP = {
    "procedure.adviescommissie": {"ingesteld": "ja", "gemeld_op": "2026-04-28"},
    "procedure.verzuimbrief": {
        "datum": "2026-04-28", "verzuimen": ["machtiging"], "verzendbewijs": "ja",
        "hersteltermijn_tot": "2026-05-12", "hersteld": "2026-05-08",
    },
    "bezwaarschrift.gemachtigde": {"naam": "A. Voorbeeld", "soort": "familie", "volmacht": "nee"},
    "procedure.verdaging": {"datum": "2026-06-30", "weken": "6", "aan_alle_belanghebbenden": "ja"},
    "procedure.ingebrekestelling": {"ontvangen": "2026-10-01", "door": "indiener"},
}  # fmt: skip

# Cases whose answer says ‘zie voorbehoud’.
UITKOMSTEN_MET_VOORBEHOUD = [
    geval
    for bestand in sorted((WORTEL / "tests/gevallen/bezwaar_uitkomsten").glob("*.yaml"))
    for geval in yaml.load(bestand.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - builds text only
    if "zie voorbehoud" in geval.get("verwacht", {}).get("antwoord", "")
]


def _toets(geval: dict) -> Toetsuitslag:
    return KETEN.toets(maak_zaak(geval["feiten"]), dt.date.fromisoformat(geval["op"]) if "op" in geval else None)


def lijst(op: dt.date | None = None) -> Document:
    """The checklist of a case with all that moves its period for deciding."""
    uitslag = KETEN.toets(maak_zaak(dict(VERLOOP)), op)
    return KETEN.maak_toetslijst(uitslag, lambda bevinding: uitleg(bevinding, RECHT.meldingen))


def eigen_bezwaar(anders: dict | None = None) -> Document:
    """The checklist of an objection of our own that was not filed yet."""
    weg = {"bezwaarschrift.ontvangen": "weg", "bezwaarschrift.verzonden": "weg"}
    uitslag = KETEN.toets(maak_zaak({"rol": "indiener", **weg, **(anders or {})}), None)
    return KETEN.maak_toetslijst(uitslag, lambda bevinding: uitleg(bevinding, RECHT.meldingen))


def punt_van(boom: Document, woord: str) -> str:
    return next(
        plain_text(deel) for deel in walk(boom.blocks) if isinstance(deel, Aanvinkpunt) and woord in plain_text(deel)
    )


def dwangsompunt(boom: Document) -> Aanvinkpunt:
    punten = (deel for deel in walk(boom.blocks) if isinstance(deel, Aanvinkpunt))
    return next(punt for punt in punten if "dwangsom loopt" in plain_text(punt.vraag))


def woorden_van(feiten: dict) -> str:
    """The words of the checklist of such a case, a hard space as a space."""
    boom = KETEN.maak_toetslijst(KETEN.toets(maak_zaak(feiten), None), lambda b: uitleg(b, RECHT.meldingen))
    return plain_text(boom.blocks).replace("\N{NO-BREAK SPACE}", " ")


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


@pytest.mark.parametrize("op", [None, dt.date(2026, 10, 2)])
def test_a_penalty_that_can_still_be_prevented_is_for_a_person_and_needs_no_command(op):
    boom = lijst(op)

    assert "nog te beoordelen" == dwangsompunt(boom).uitkomst
    assert "--op" not in plain_text(boom.blocks)


def test_a_penalty_that_ran_was_not_prevented():
    boom = lijst(dt.date(2026, 11, 2))

    assert "nee" == dwangsompunt(boom).uitkomst


def test_the_time_line_has_every_event_that_touches_the_period_for_deciding():
    (lijn,) = [deel for deel in walk(lijst().blocks) if isinstance(deel, Tijdlijn)]
    momenten = {plain_text(moment.tekst): moment.dag for moment in lijn.momenten}

    assert {
        "herstel gevraagd": "2026-04-28",
        "verzuim hersteld": "2026-05-08",
        "verdaagd": "2026-06-30",
        "beslissen uiterlijk": "2026-09-05",
        "in gebreke gesteld": "2026-10-01",
    }.items() <= momenten.items()
    for wat in ("28 april 2026: herstel gevraagd", "8 mei 2026: verzuim hersteld", "30 juni 2026: verdaagd"):
        assert wat in plain_text(lijn.alt).replace("\N{NO-BREAK SPACE}", " ")


def test_a_point_of_the_list_stays_whole_up_to_half_a_page():
    rij = Row((Cell((Text("de feiten zeggen iets " * 30),)),))

    assert is_lange_rij(rij, (44,))
    assert not is_lange_rij(rij, (44,), deel=2)


@pytest.mark.parametrize("woord", ["Is het besluit omschreven?", "Is het in het Nederlands", "Is het ondertekend?"])
def test_what_holds_of_a_draft_is_to_be_checked_and_not_ticked(woord):
    assert "Nog niet ingediend: ga dit na op het ontwerp." in punt_van(eigen_bezwaar(), woord)
    assert punt_van(eigen_bezwaar(), woord).endswith("de behandelaar")
    gestuurd = {"bezwaarschrift.verzonden": {"datum": "2026-04-13"}}
    assert punt_van(eigen_bezwaar(gestuurd), woord).endswith("de feiten")


def test_an_objection_that_was_not_filed_did_not_come_in_time():
    punt = punt_van(eigen_bezwaar(), "Als het te laat kwam: is naar de reden gevraagd?")

    assert punt.endswith("de behandelaar")
    assert "kwam niet na" not in punt


def test_a_language_is_called_by_its_name():
    assert "Geschreven in: Nederlands." in punt_van(eigen_bezwaar(), "Is het in het Nederlands")


EIGEN = {"rol": "indiener", "bezwaarschrift.ontvangen": "weg", "bezwaarschrift.verzonden": "weg"}
TWEE_DAGEN = {"besluit.bekendmaking": {"mogelijk": ["2024-12-20", "2024-12-23"], "wijze": "toezending"}}


def test_a_day_that_hangs_on_the_bekendmaking_says_so_with_the_last_day_of_receipt_by_post():
    woorden = woorden_van(EIGEN | TWEE_DAGEN | {"besluit.datum": "2024-12-20", "bezwaarschrift.dagtekening": "weg"})

    assert "vrijdag 31 januari 2025 (of maandag 3 februari, bij bekendmaking op maandag 23 december 2024)" in woorden
    assert "7 februari 2025 of 10 februari 2025" in woorden  # recht.md G 4 and 5
    assert "voorbehoud" not in woorden


def test_where_the_week_by_post_may_be_longer_both_days_stand_there_and_why():
    woorden = woorden_van(EIGEN | {"besluit.bekendmaking": {"datum": "2026-03-16", "wijze": "toezending"}})

    assert "5 mei 2026 (misschien 6 mei 2026)" in woorden  # recht.md G 13
    assert "Onder voorbehoud:" in woorden
    assert "de week voor ontvangst per post verlengt, staat niet vast" in woorden


@pytest.mark.parametrize("anders", UITKOMSTEN_MET_VOORBEHOUD, ids=lambda geval: geval["naam"])
def test_what_the_answer_refers_to_stands_on_the_list(anders):
    boom = KETEN.maak_toetslijst(_toets(anders), lambda b: uitleg(b, RECHT.meldingen))

    assert "Onder voorbehoud:" in plain_text(boom.blocks)


def test_a_missing_copy_of_the_decision_is_asked_about_and_called_no_defect():
    assert "bij bezwaar is het geen gebrek als het ontbreekt" in punt_van(eigen_bezwaar(), "Is het besluit zo mogelijk")


def test_the_lawyer_signs_by_name():
    assert woorden_van(EIGEN).endswith("[nog in te vullen: naam van de jurist]")
