"""A letter that the facts forbid is refused, with the reason and the place in the case."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from zaakbrieven import BESLIST, MACHTIGING, VERZUIM, ZITTING, geweigerd, maak, tekst

from generator.errors import InvoerError

ZWIJGT = {
    "grond": "geen reactie", "door": "K. Smit", "gevraagd_op": "2026-05-01", "reactietermijn_tot": "2026-05-08",
}  # fmt: skip


def test_a_postponement_on_the_last_day_of_the_period_is_not_refused():
    laatste = {"procedure.verdaging": {"datum": "2026-06-04", "weken": "6"}}

    assert "uiterlijk op donderdag 16 juli 2026" in tekst(maak("verdaging", laatste))


KORT = {"datum": "2026-05-20", "weken": "6"}
WEIGERT: list[tuple[str, str, dict[str, Any], str]] = [
    ("verdaging", "verdaging", {"procedure.verdaging": [KORT, {"datum": "2026-06-20", "weken": "6"}]},
     "een grond voor verder uitstel staat er niet (Awb 7:10 lid 4)"),
    ("verdaging", "verdaging", {"procedure.verdaging": {"datum": "2026-05-20", "weken": "8"}},
     "ten hoogste zes weken (Awb 7:10 lid 3)"),
    ("verdaging", "verdaging", {"procedure.verdaging": {"weken": "6"}}, "zonder de dag van de brief"),
    ("geen_bezwaar", "ontvangstbevestiging", {"besluit.soort": "verkeersboete"},
     "staat geen bezwaar open maar administratief beroep (Wahv 6)"),
    ("geen_bezwaar", "verdaging", {"besluit.soort": "beslissing op bezwaar"},
     "staat geen bezwaar open maar beroep (Awb 7:1 lid 1)"),
    ("elders", "ontvangstbevestiging", {"bezwaarschrift.gericht_aan": "raad"}, "het hoort bij college"),
    ("opschorting", "opschorting", {"procedure.verzuimbrief": "weg"}, "niet gevraagd een verzuim te herstellen"),
    ("opschorting", "opschorting",
     {"procedure.verzuimbrief": "geen", "procedure.opschorting": {"grond": "verzuim", "van": "2026-05-01"}},
     "niet gevraagd een verzuim te herstellen"),
    ("verdaging", "verdaging", {"procedure.verdaging": {"datum": "2026-06-05", "weken": "6"},
                                "procedure.adviescommissie": {"ingesteld": "nee"}},
     "de beslistermijn eindigde al op donderdag 4 juni 2026 (Awb 7:10 lid 3)"),
    ("termijn_loopt", "melding-termijn", {"procedure.overschrijding_gemeld_op": "2026-06-04"},
     "de beslistermijn loopt nog tot en met donderdag 4 juni 2026"),
    ("dwangsom", "dwangsombesluit",
     {"procedure.afzien_van_horen": {"grond": "kennelijk ongegrond", "door": "K. Smit"}},
     "bij een kennelijk bezwaar is geen dwangsom verschuldigd"),
    ("verzuim", "herstel-verzuim",
     {"procedure.verzuimbrief": {**VERZUIM, "hersteltermijn_tot": "2026-07-20"}, "procedure.beslissing": BESLIST},
     "de hersteltermijn loopt tot en met maandag 20 juli 2026"),
    ("verzuim", "herstel-verzuim", {"procedure.verzuimbrief": {**VERZUIM, "hersteltermijn_tot": "2026-04-28"}},
     "de hersteltermijn eindigt op dinsdag 28 april 2026"),
    ("verzuim", "herstel-verzuim", {"procedure.verzuimbrief": "weg"}, "uit de feiten blijkt geen verzuim (Awb 6:6)"),
    ("afzien", "afzien-van-horen", {"procedure.afzien_van_horen": "geen"}, "niemand heeft een grond"),
    ("afzien", "afzien-van-horen", {"procedure.afzien_van_horen": {"grond": "afstand"}}, "staat er niet met naam"),
    ("afzien", "afzien-van-horen", {"procedure.adviescommissie": {"ingesteld": "ja"}},
     "beslist de commissie, en die koos de grond niet (Awb 7:13 lid 4)"),
    ("afzien", "afzien-van-horen", {"procedure.afzien_van_horen": {"grond": "geen reactie", "door": "K. Smit"}},
     "of is gevraagd wie wil worden gehoord"),
    ("afzien", "afzien-van-horen", {"procedure.afzien_van_horen": ZWIJGT, "bezwaarschrift.verzoeken": ["horen"]},
     "staat al dat de indiener wil worden gehoord"),
    ("intrekking", "bevestiging-intrekking",
     {"procedure.intrekking": {"datum": "2026-05-01", "wijze": "telefonisch"}},
     "telefonisch intrekken kan niet (Awb 6:21)"),
    ("intrekking", "bevestiging-intrekking", {"procedure.intrekking": "geen"}, "niet ingetrokken"),
    ("ingetrokken", "verdaging", {"procedure.intrekking": {"wijze": "schriftelijk"}}, "het bezwaar is ingetrokken"),
    ("beslist", "ontvangstbevestiging", {"procedure.beslissing": BESLIST, "procedure.bevestiging": "weg"},
     "al beslist op dinsdag 14 juli 2026"),
    ("op_tijd", "reactie-te-laat", {"bezwaarschrift.ontvangen.datum": "2026-04-14"}, "volgens de feiten tijdig"),
    ("gemachtigde", "verzoek-machtiging", {"bezwaarschrift.gemachtigde.volmacht": "ja"}, "de machtiging is er al"),
    ("gemachtigde", "verzoek-machtiging", {"bezwaarschrift.gemachtigde": "weg"}, "niemand op voor de indiener"),
    ("geen_beslissing", "mededeling-derden", {"procedure.beslissing": "weg"}, "wanneer op het bezwaar is beslist"),
    ("hoorzitting", "verslag-hoorzitting", {"procedure.hoorzitting": "geen"}, "een hoorzitting met haar datum"),
    ("commissie", "advies-commissie", {"procedure.adviescommissie.ingesteld": "nee"}, "geen adviescommissie"),
    ("zelfde_orgaan", "doorzending", {"bezwaarschrift.gericht_aan": "college"}, "gericht aan het orgaan dat besloot"),
    ("ingebrekestelling", "antwoord-ingebrekestelling", {"procedure.ingebrekestelling": "geen"}, "met haar ontvangst"),
    ("dwangsom", "dwangsombesluit", {"besluit.soort": "woo"}, "geen dwangsom verschuldigd (Woo 8.2)"),
    ("dwangsom", "dwangsombesluit", {"procedure.ingebrekestelling.ontvangen": "2026-05-01"}, "volgt geen bedrag"),
    ("zitting_voorbij", "uitnodiging-hoorzitting",
     {"procedure.hoorzitting": {**ZITTING, "uitgenodigd_op": "2026-06-11"}},
     "de hoorzitting is op woensdag 10 juni 2026, en de brief is van donderdag 11 juni 2026"),
    ("verdaging", "verdaging", {"procedure.verdaging.aan_alle_belanghebbenden": "nee"},
     "gaat zij niet aan alle belanghebbenden"),
    ("opschorting", "opschorting",
     {"procedure.verzuimbrief": {**VERZUIM, "datum": "2026-04-15", "hersteltermijn_tot": "2026-04-22"}},
     "de beslistermijn begint pas na donderdag 23 april 2026"),
    ("ontvangen", "ontvangstbevestiging", {"procedure.bevestiging.datum": "2026-04-13"},
     "het bezwaar is pas ontvangen op dinsdag 14 april 2026"),
    ("beslist", "herstel-verzuim",
     {"procedure.verzuimbrief": {"datum": "2026-07-20", "verzuimen": ["gronden"]}, "procedure.beslissing": BESLIST},
     "al beslist op dinsdag 14 juli 2026"),
    ("gebrekesteller", "antwoord-ingebrekestelling",
     {"procedure.ingebrekestelling": {"ontvangen": "2026-07-01", "door": "ander"}},
     "de ingebrekestelling kwam van een ander"),
    ("afzien", "afzien-van-horen", {"procedure.afzien_van_horen": {"grond": "afstand", "door": "nee"}},
     "staat er niet met naam"),
    ("zelfde_orgaan", "doorzending", {"bezwaarschrift.gericht_aan": "weg"}, "aan wie het bezwaar is gericht"),
    ("op_tijd", "reactie-te-laat", {"besluit.bekendmaking": "weg"}, "tot wanneer bezwaar maken kon"),
    ("rol", "bezwaarschrift", {"rol": "ontvanger"}, "wie zelf bezwaar maakt, en de rol in de zaak is ‘ontvanger’"),
]  # fmt: skip


@pytest.mark.parametrize(("_naam", "soort", "anders", "reden"), WEIGERT)
def test_a_letter_that_the_facts_forbid_is_refused_with_the_reason(
    _naam: str, soort: str, anders: dict[str, Any], reden: str
):
    assert reden in geweigerd(soort, anders)


@pytest.mark.parametrize(
    ("op", "reden"),
    [
        (dt.date(2026, 6, 1), "zij kwam op vrijdag 8 mei 2026"),
        (dt.date(2026, 5, 8), "zij kwam op vrijdag 8 mei 2026"),
    ],
)
def test_an_authority_that_came_is_not_asked_for_again(op: dt.date, reden: str):
    assert reden in geweigerd("verzoek-machtiging", MACHTIGING, op)


def test_an_authority_is_not_asked_for_by_a_day_that_is_past():
    niet_hersteld = {**MACHTIGING, "procedure.verzuimbrief": {**VERZUIM, "verzuimen": ["machtiging"]}}

    reden = geweigerd("verzoek-machtiging", niet_hersteld, dt.date(2026, 6, 1))
    assert "de hersteltermijn eindigt op dinsdag 12 mei 2026" in reden


def test_an_authority_that_came_later_could_still_be_asked_for():
    assert "uiterlijk op dinsdag 12 mei 2026" in tekst(maak("verzoek-machtiging", MACHTIGING, dt.date(2026, 4, 28)))


@pytest.mark.parametrize("soort", ["herstel-verzuim", "verdaging"])
def test_a_letter_of_which_the_case_holds_the_day_is_not_made_for_another_day(soort: str):
    assert "volgens de zaak is hij van" in geweigerd(soort, {}, dt.date(2026, 5, 29))


def test_that_nobody_answered_is_not_written_before_the_time_to_answer_is_over():
    zaak = {"procedure.afzien_van_horen": ZWIJGT, "bezwaarschrift.verzoeken": "geen"}
    with pytest.raises(InvoerError, match="antwoorden kan nog tot en met vrijdag 8 mei 2026"):
        maak("afzien-van-horen", zaak, dt.date(2026, 5, 8))

    assert "Wij kregen geen antwoord" in tekst(maak("afzien-van-horen", zaak, dt.date(2026, 5, 9)))


def test_a_refusal_reads_well_for_a_letter_that_says_no():
    reden = geweigerd("afzien-van-horen", {"procedure.afzien_van_horen": "geen"})

    assert "‘Geen hoorzitting’ wordt niet gemaakt: niemand heeft een grond" in reden


def test_a_refusal_names_the_place_in_the_case():
    assert geweigerd("verdaging", {"procedure.verdaging": {"datum": "2026-05-20", "weken": "8"}}).startswith(
        "zaak.yaml:"
    )


def test_a_further_postponement_on_a_ground_of_the_law_is_not_refused():
    verder = {"datum": "2026-06-20", "weken": "6", "grond": "alle belanghebbenden akkoord"}

    assert "omdat alle belanghebbenden ermee instemmen" in tekst(
        maak("verdaging", {"procedure.verdaging": [KORT, verder]})
    )
