"""Each kind of letter from a suitable case: to whom it goes, who signs it, and what stays open."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bezwaarzaken import maak_zaak
from zaakbrieven import (
    BEHANDELAAR,
    ELK_EEN_TERMIJN,
    GEMACHTIGDE,
    GESCHIKT,
    KETEN,
    SJABLONEN,
    SOORTEN,
    TE_LAAT,
    ZITTING,
    brieven,
    geweigerd,
    maak,
    tekst,
)

from generator import keten, opmaak
from generator.document.nodes import Briefhoofd, Document
from generator.document.walk import cijfers, plain_text, text_runs, walk_blocks
from generator.errors import InvoerError
from generator.feiten.zaakstukken import Geadresseerde
from generator.inhoud.zaakstukken import load_soorten
from generator.zaakstukken.weigeringen import WEIGERINGEN


def test_every_kind_has_a_template_and_a_case_that_suits_it():
    assert set(GESCHIKT) == set(SOORTEN)
    assert [f"bezwaar/{naam}.md.j2" for naam in SOORTEN if f"bezwaar/{naam}.md.j2" not in SJABLONEN] == []


def test_every_refusal_in_the_table_exists_and_every_refusal_is_used():
    assert {naam for soort in SOORTEN.values() for naam in soort.weigeringen} == set(WEIGERINGEN)


def test_a_broken_table_tells_every_fault_with_its_place():
    kapot = SJABLONEN["bezwaar/soorten.yaml"].decode().replace("aan: gemachtigde", "aan: iedereen", 1)

    with pytest.raises(InvoerError, match=r"soorten\.yaml:\d+.*\n.*een van indieners, belanghebbenden"):
        load_soorten({"bezwaar/soorten.yaml": kapot.encode()})


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_letter_of_each_kind_is_made_in_every_format(soort: str):
    stijl = keten.lees_huisstijl(SJABLONEN)
    for boom in maak(soort).values():
        gemaakt = keten.schrijf(boom, stijl, ("md", "html", "docx", "pdf"))
        assert all(gemaakt.values())
        assert SOORTEN[soort].naam in gemaakt["md"].decode()


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_figure_in_a_letter_is_a_fact(soort: str):
    los = [
        (deel, vondst.tekst)
        for boom in maak(soort).values()
        for blok in walk_blocks(boom)
        for deel in ["".join("\ufffc" if d in set(cijfers(boom)) else d.text for d in run if hasattr(d, "text"))
                     for run in [list(text_runs(blok))]]
        for vondst in opmaak.getallen_in(deel)
        if not opmaak.is_vindplaats(deel, vondst)
    ]  # fmt: skip

    assert [] == los


@pytest.mark.parametrize("soort", [naam for naam, deze in SOORTEN.items() if deze.rol == "ontvanger"])
def test_no_letter_leaves_without_the_name_of_a_person(soort: str):
    assert "niemand staat er met naam onder" in geweigerd(soort, {"behandelaar": "weg"})


@pytest.mark.parametrize("naam", ["nee", "geen", "Onbekend"])
def test_a_word_that_names_nobody_is_no_name_under_a_letter(naam):
    gezegd = geweigerd("ontvangstbevestiging", {"behandelaar": {"naam": naam}})

    assert "niemand staat er met naam onder" in gezegd


@pytest.mark.parametrize("soort", [n for n, s in SOORTEN.items() if s.aan is not Geadresseerde.DOSSIER])
def test_a_letter_says_who_writes_to_whom_about_which_case(soort: str):
    for boom in maak(soort).values():
        hoofd = boom.blocks[0]
        assert isinstance(hoofd, Briefhoofd)
        assert plain_text(hoofd.afzender)
        assert "Z-2026-0412" in boom.meta.kenmerk


def test_a_letter_goes_to_each_objector_and_to_each_other_party():
    indieners = [{"naam": "J. Voorbeeld"}, {"naam": "P. Voorbeeld"}]
    bomen = maak("verdaging", {"bezwaarschrift.indieners": indieners, "derden": {"naam": "C. Derde"}})

    assert ["J. Voorbeeld", "P. Voorbeeld", "C. Derde"] == [
        plain_text(boom.blocks[0].geadresseerde).partition(" [")[0] for boom in bomen.values()
    ]
    assert ["verdaging-1", "verdaging-2", "verdaging-3"] == list(bomen)


def test_a_request_to_repair_goes_only_to_whom_something_is_missing_of():
    indieners = [
        {"naam": "J. Voorbeeld", "ondertekend": "ja", "adres": {"straat": "A 1", "postcode": "7721 AA", "plaats": "B"}},
        {
            "naam": "P. Voorbeeld",
            "ondertekend": "nee",
            "adres": {"straat": "A 2", "postcode": "7721 AA", "plaats": "B"},
        },
    ]
    bomen = maak("herstel-verzuim", {"bezwaarschrift.indieners": indieners, "procedure.verzuimbrief": "weg"})

    assert ["herstel-verzuim"] == list(bomen)
    assert "P. Voorbeeld" in tekst(bomen)
    assert "de handtekening" in tekst(bomen)
    assert "J. Voorbeeld" not in tekst(bomen)


def test_the_question_about_lateness_goes_only_to_who_may_be_late():
    laat = {"naam": "P. Voorbeeld", "bekendmaking": {"datum": "2026-03-12", "wijze": "toezending"}}
    op_tijd = {"naam": "J. Voorbeeld", "bekendmaking": {"datum": "2026-05-01", "wijze": "toezending"}}
    bomen = maak("reactie-te-laat", {"bezwaarschrift.indieners": [op_tijd, laat]})

    assert ["P. Voorbeeld"] == [plain_text(boom.blocks[0].geadresseerde).partition(" [")[0] for boom in bomen.values()]


def test_a_representative_gets_the_letter_for_all():
    bomen = maak("ontvangstbevestiging", {"bezwaarschrift.gemachtigde": GEMACHTIGDE})

    assert ["ontvangstbevestiging"] == list(bomen)
    assert "Geachte heer of mevrouw Jansen," in tekst(bomen)
    assert "het bezwaar van J. Voorbeeld" in tekst(bomen)


def test_what_the_case_does_not_say_is_open_and_keeps_the_letter_a_concept():
    (boom,) = maak("uitnodiging-hoorzitting", {"procedure.hoorzitting": "weg"}).values()

    assert "[nog in te vullen: dag van de hoorzitting]" in plain_text(boom.blocks)
    assert boom.meta.concept


def test_a_value_that_looks_like_markup_stays_text():
    (boom,) = maak("ontvangstbevestiging", {"besluit.omschrijving": "# ::: **vet** | {{ x }}"}).values()

    assert "# ::: **vet** | {{ x }}" in plain_text(boom.blocks)


def test_the_agenda_holds_every_case_of_the_hearing():
    een = maak_zaak({**BEHANDELAAR, "procedure.hoorzitting": ZITTING})
    twee = maak_zaak(
        {**BEHANDELAAR, "zaaknummer": "Z-2026-0500", "procedure.hoorzitting": {**ZITTING, "tijd": "11:00"}}
    )
    inhoud = tekst(KETEN.maak_brieven("agenda-hoorzitting", [KETEN.toets(zaak, None) for zaak in (een, twee)]))

    assert "10.00 uur" in inhoud
    assert "11.00 uur" in inhoud
    assert "Z-2026-0500" in inhoud


def test_the_agenda_is_of_one_day():
    dagen = [ZITTING, {**ZITTING, "datum": "2026-06-17"}]
    zaken = [KETEN.toets(maak_zaak({**BEHANDELAAR, "procedure.hoorzitting": dag}), None) for dag in dagen]

    with pytest.raises(InvoerError, match="niet op dezelfde dag: woensdag 10 juni 2026 en woensdag 17 juni 2026"):
        KETEN.maak_brieven("agenda-hoorzitting", zaken)


@pytest.mark.parametrize(
    ("anders", "aan"),
    [
        (
            {"besluit.soort": "verkeersboete"},
            "wel administratief beroep instellen. Daarover beslist een ander: de officier",
        ),
        (
            {"besluit.soort": "niet tijdig beslissen"},
            "wel beroep instellen. Daarover beslist een ander: de bestuursrechter",
        ),
        ({"bezwaarschrift.gericht_aan": "raad"}, "Daarover beslist een ander: het college"),
    ],
)
def test_what_is_sent_on_says_who_decides(anders: dict[str, Any], aan: str):
    assert aan in tekst(maak("doorzending", {"bezwaarschrift.gericht_aan": "college", **anders}))


def test_what_another_body_only_receives_is_not_said_to_be_decided_there():
    samen = {"bezwaarschrift.gericht_aan": "college", "besluit.coordinerend_orgaan": "gedeputeerde staten"}
    brief = tekst(maak("doorzending", samen))

    assert "Dat is gedeputeerde staten" in brief
    assert "beslist een ander" not in brief
    assert "Daarover beslist een ander" in tekst(maak("doorzending", {"bezwaarschrift.gericht_aan": "raad"}))


def test_another_kind_takes_one_case():
    gegevens = KETEN.toets(maak_zaak({**BEHANDELAAR, **GESCHIKT["verdaging"]}), None)

    with pytest.raises(InvoerError, match="gaat over één zaak"):
        KETEN.maak_brieven("verdaging", [gegevens, gegevens])


def test_of_who_was_late_with_another_the_decision_gives_the_name():
    for brief in brieven("beslissing-op-bezwaar", ELK_EEN_TERMIJN | TE_LAAT):
        assert re.search(r"J\. Voorbeeld\. Het is ontvangen op woensdag 20 mei 2026", brief)


def test_who_said_that_no_hearing_is_needed_is_left_open_where_the_facts_do_not_say_it():
    inhoud = tekst(maak("afzien-van-horen", {"procedure.afzien_van_horen": {"grond": "afstand", "door": "K. Smit"}}))

    assert "[nog in te vullen: wie verklaarde dat een hoorzitting niet nodig is, en op welke dag]" in inhoud


def ondertekening(bomen: dict[str, Document]) -> list[tuple[str, str]]:
    (boom,) = bomen.values()
    blok = next(b for b in boom.blocks if hasattr(b, "ondertekenaars"))
    return [(teken.functie, plain_text(teken.naam)) for teken in blok.ondertekenaars]


def test_who_decides_signs_the_decision_and_not_who_handles_the_case():
    for soort in ("beslissing-op-bezwaar", "dwangsombesluit"):
        ((functie, naam),) = ondertekening(maak(soort))
        assert ("de ondertekenaar", True) == (functie, "[nog in te vullen: naam en functie van wie beslist" in naam)
    ((functie, naam),) = ondertekening(
        maak("beslissing-op-bezwaar", {"procedure.beslissing": {"mandaat": "teamleider"}})
    )
    assert ("teamleider", True) == (functie, "naam van wie beslist" in naam)
    zelf = ondertekening(
        maak("beslissing-op-bezwaar", {"procedure.beslissing": {"mandaat": "geen", "datum": "2026-05-28"}})
    )
    assert ["de burgemeester", "de secretaris"] == [functie for functie, _ in zelf]


def test_who_handles_the_case_is_not_taken_for_the_secretary_of_the_committee():
    met = {"procedure.adviescommissie": {"ingesteld": "ja", "gemeld_op": "2026-04-16"}}
    for soort in ("agenda-hoorzitting", "verslag-hoorzitting"):
        assert "[nog in te vullen: naam van de secretaris van de commissie]" in tekst(maak(soort, met))
        assert "ecretaris" not in tekst(maak(soort))


def test_a_letter_names_each_law_in_full_the_first_time():
    inhoud = tekst(maak("ontvangstbevestiging", {"procedure.adviescommissie": {"ingesteld": "nee"}}))

    assert inhoud.index("Algemene wet bestuursrecht (Awb)") < inhoud.index("(Awb, ")
    assert 1 == inhoud.count("Algemene wet bestuursrecht")
    assert "Algemene termijnenwet 1 lid 1" in inhoud


@pytest.mark.parametrize(
    ("indiener", "aanhef"),
    [
        ({"naam": "A.B. van der Berg"}, "Geachte heer of mevrouw Van der Berg,"),
        ({"naam": "Bakkerij Voorbeeld B.V.", "soort": "rechtspersoon"}, "Geachte heer of mevrouw,"),
        ({"naam": "Jan Voorbeeld"}, "Geachte heer of mevrouw,"),
    ],
)
def test_a_salutation_uses_a_surname_only_where_the_name_shows_which_that_is(indiener: dict[str, str], aanhef: str):
    assert aanhef in tekst(maak("ontvangstbevestiging", {"bezwaarschrift.indieners": [indiener]}))
