"""The checklist of a case: which points it has, what the facts decide of them and what is left to a person."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from bezwaarzaken import maak_zaak
from zaakbrieven import BEHANDELAAR, ELK_EEN_TERMIJN, INDIENER, KETEN, TE_LAAT, VERZUIM, maak, tekst

from generator.document.nodes import Aanvinkpunt, Document, Toetslijst
from generator.document.walk import plain_text, walk
from generator.errors import InvoerError
from generator.verslagen.bevindingen import uitleg


def toetslijst(anders: dict[str, Any] | None = None) -> Document:
    zaak = maak_zaak({**BEHANDELAAR, **(anders or {})})
    return KETEN.maak_toetslijst(KETEN.toets(zaak, None), lambda b: uitleg(b, KETEN.recht.meldingen))


def punten(boom: Document) -> dict[str, Aanvinkpunt]:
    return {deel.label: deel for deel in walk(boom.blocks) if isinstance(deel, Aanvinkpunt)}


def test_the_checklist_has_every_group_of_the_role_and_every_point_of_it():
    groepen = KETEN.recht.toetslijst.groepen
    verwacht = [groep.naam for groep in groepen.values() if "ontvanger" in groep.voor]

    assert verwacht == [plain_text(deel.titel) for deel in toetslijst().blocks if isinstance(deel, Toetslijst)]


def test_a_point_that_the_facts_decide_is_ticked_and_one_that_they_do_not_names_who_judges():
    alle = punten(toetslijst())

    assert ("ja", "de feiten") == (alle["vorm-handtekening"].uitkomst, plain_text(alle["vorm-handtekening"].door))
    assert "J. Voorbeeld" in plain_text(alle["vorm-handtekening"].feiten)
    procesbelang = alle["belang-procesbelang"]
    assert ("nog te beoordelen", "de jurist") == (procesbelang.uitkomst, plain_text(procesbelang.door))


def test_the_day_of_receipt_and_whether_it_came_in_time_are_answered_as_they_are():
    per_post = {"bezwaarschrift.ontvangen.datum": "2026-04-24", "bezwaarschrift.verzonden.datum": "2026-04-22"}
    alle = punten(toetslijst(per_post))

    assert ("ja", "24\u00a0april\u00a02026") == (
        alle["ontvangst-moment"].uitkomst, plain_text(alle["ontvangst-moment"].feiten).strip()
    )  # fmt: skip
    assert ("Is het bezwaarschrift op tijd ingediend?", "ja") == (
        plain_text(alle["termijn-tijdig"].vraag), alle["termijn-tijdig"].uitkomst
    )  # fmt: skip
    assert "ja" == alle["termijn-per_post"].uitkomst


def test_a_question_that_does_not_arise_is_not_left_open():
    alle = punten(toetslijst({"bezwaarschrift.gemachtigde": "geen"}))

    for punt in ("termijn-reden", "termijn-verschoonbaar", "termijn-stempel", "vorm-per_indiener"):
        assert "n.v.t." == alle[punt].uitkomst, punt
    assert "Er is geen gemachtigde." in plain_text(alle["gemachtigde-omvang"].feiten)
    assert "nog te beoordelen" == punten(toetslijst())["gemachtigde-omvang"].uitkomst  # unknown is not none
    laat = punten(toetslijst(TE_LAAT))
    assert "nog te beoordelen" == laat["termijn-verschoonbaar"].uitkomst


def test_each_reading_of_the_period_for_deciding_is_explained():
    verdaagd = {"procedure.verdaging": {"datum": "2026-06-30", "weken": "6", "aan_alle_belanghebbenden": "ja"},
                "procedure.adviescommissie": {"ingesteld": "ja", "gemeld_op": "2026-04-20"},
                "procedure.verzuimbrief": {**VERZUIM, "hersteld": "2026-05-08", "verzendbewijs": "ja"}}  # fmt: skip
    (boom, gegevens) = (toetslijst(verdaagd), KETEN.toets(maak_zaak({**BEHANDELAAR, **verdaagd}), None))
    ander = gegevens.uitslag.uitkomsten["beslissen_uiterlijk"].andere_stappen
    inhoud = plain_text(boom.blocks)

    assert "In de andere lezing:" in inhoud
    assert ander[-1].tekst in inhoud.replace("\u00a0", " ")


def test_the_dates_of_one_table_are_written_in_one_way():
    assert not re.search(r"\d\d-\d\d-\d{4}", plain_text(toetslijst().blocks))


def test_a_case_of_before_2026_is_held_against_the_articles_of_then():
    oud = {
        "besluit.datum": "2025-03-12", "besluit.bekendmaking.datum": "2025-03-12", "bezwaarschrift.verzonden": "weg",
        "bezwaarschrift.dagtekening": "2025-04-10",
        "bezwaarschrift.ontvangen": {"datum": "2025-04-14", "wijze": "e-mail"},
    }  # fmt: skip
    zaak = KETEN.toets(maak_zaak({**BEHANDELAAR, **oud}), dt.date(2026, 5, 1))
    alle = punten(KETEN.maak_toetslijst(zaak, lambda b: uitleg(b, KETEN.recht.meldingen)))

    assert "Awb 2:13, Awb 2:15" == plain_text(alle["ontvangst-weg"].grond)
    assert "Awb 6:9 lid 1, Awb 2:17 lid 2" == plain_text(alle["ontvangst-moment"].grond)
    assert "/2025-04-14#Artikel6:9" in str(alle["ontvangst-moment"].grond)
    assert "Awb 2:21" not in plain_text(alle["termijn-storing"].grond)


def test_a_defect_of_one_of_several_objectors_is_the_answer_and_all_are_named():
    indieners = [{"naam": "J. Voorbeeld", "ondertekend": "ja"}, {"naam": "P. Voorbeeld", "ondertekend": "nee"}]
    boom = toetslijst({"bezwaarschrift.indieners": indieners})
    punt = punten(boom)["vorm-handtekening"]

    assert "nee" == punt.uitkomst
    assert "P. Voorbeeld" in plain_text(punt.feiten)
    assert ["J. Voorbeeld", "P. Voorbeeld"] == [
        plain_text(rij.cells[0]) for rij in next(b for b in boom.blocks if getattr(b, "label", "") == "indieners").rows
    ]


def test_each_article_of_a_point_is_a_link_to_its_text():
    assert all("https://" in str(punt.grond) for punt in punten(toetslijst()).values())


def test_a_case_of_which_nothing_is_known_still_has_its_checklist():
    leeg = dict.fromkeys(("besluit", "bezwaarschrift", "procedure", "behandelaar"), "weg")
    zaak = KETEN.toets(maak_zaak(leeg), dt.date(2026, 4, 1))

    assert KETEN.maak_toetslijst(zaak, lambda b: uitleg(b, KETEN.recht.meldingen)).meta.concept


def test_the_checklist_of_a_case_without_any_day_asks_for_one():
    leeg = dict.fromkeys(("besluit", "bezwaarschrift", "procedure"), "weg")

    with pytest.raises(InvoerError, match="noemt geen enkele dag"):
        KETEN.maak_toetslijst(KETEN.toets(maak_zaak(leeg), None), lambda b: uitleg(b, KETEN.recht.meldingen))


@pytest.mark.parametrize("soort", ["natuurlijk persoon", "rechtspersoon", "gemeente"])
def test_whoever_objects_gets_a_checklist_of_their_own(soort):
    zaak = maak_zaak(
        {**BEHANDELAAR, **INDIENER, "bezwaarschrift.indieners": [{"naam": "J. Voorbeeld", "soort": soort}]}
    )
    lijst = KETEN.maak_toetslijst(KETEN.toets(zaak, None), lambda bevinding: bevinding.code)

    assert "Toetslijst bezwaar" == lijst.meta.documentsoort


def test_the_time_line_of_the_checklist_holds_the_last_day_of_each_objector():
    zaak = KETEN.toets(maak_zaak({**BEHANDELAAR, **ELK_EEN_TERMIJN}), None)
    lijst = tekst({"lijst": KETEN.maak_toetslijst(zaak, lambda bevinding: bevinding.code)})

    assert "4 mei 2026: laatste dag bezwaar van P. Voorbeeld" in lijst


def test_that_there_is_no_committee_is_not_asked_again():
    assert "Wij kijken opnieuw naar het besluit." in tekst(
        maak("ontvangstbevestiging", {"procedure.adviescommissie": "geen"})
    )
