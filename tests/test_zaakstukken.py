"""The papers of an objection: each kind of letter from a suitable case, and each refusal with its reason."""

from __future__ import annotations

import datetime as dt
import re
from copy import deepcopy
from typing import Any

import pytest
from bezwaarzaken import maak_zaak
from conftest import WORTEL
from recht import RECHT

from generator import keten, opmaak
from generator.bevindingen import Ernst
from generator.document.nodes import Aanvinkpunt, Briefhoofd, Document, Toetslijst
from generator.document.walk import cijfers, plain_text, text_runs, walk, walk_blocks
from generator.errors import InvoerError
from generator.feiten.zaakstukken import Geadresseerde
from generator.inhoud.dossier import load_gemeente
from generator.inhoud.zaakstukken import load_soorten
from generator.keten.zaken import Zaakketen
from generator.meegeleverd import read_meegeleverd
from generator.verslagen.bevindingen import uitleg
from generator.zaakstukken.weigeringen import WEIGERINGEN

MEE = read_meegeleverd("")
SJABLONEN = keten.verzamel_sjablonen({}, MEE, "")
KETEN = Zaakketen(SJABLONEN, RECHT, load_gemeente({"gemeente.yaml": (WORTEL / "gemeente.yaml").read_bytes()}))
SOORTEN = load_soorten(SJABLONEN).brieven

BEHANDELAAR: dict[str, Any] = {
    "behandelaar": {"naam": "A. de Vries", "functie": "juridisch medewerker", "telefoon": "14 0529"}
}
VERZUIM = {"datum": "2026-04-28", "verzuimen": ["gronden"], "hersteltermijn_tot": "2026-05-12"}
ZITTING = {"datum": "2026-06-10", "tijd": "10:00", "plaats": "het gemeentehuis", "openbaar": "ja"}
GEMACHTIGDE = {"naam": "B. Jansen", "soort": "familie", "volmacht": "nee"}
BESLIST = {"datum": "2026-07-14", "bekendmaking": {"datum": "2026-07-15"}, "dictum": "ongegrond"}
ZWIJGT = {
    "grond": "geen reactie", "door": "K. Smit", "gevraagd_op": "2026-05-01", "reactietermijn_tot": "2026-05-08",
}  # fmt: skip
TE_LAAT = {"bezwaarschrift.ontvangen": {"datum": "2026-05-20", "wijze": "balie"}}
INDIENER = {"rol": "indiener", "bezwaarschrift.ontvangen": "weg", "bezwaarschrift.verzonden": "weg"}

# What a case needs besides the complete one, so that a letter of this kind may be made.
GESCHIKT: dict[str, dict[str, Any]] = {
    "ontvangstbevestiging": {"procedure.bevestiging.datum": "2026-04-16"},
    "doorzending": {"bezwaarschrift.gericht_aan": "raad"},
    "herstel-verzuim": {"procedure.verzuimbrief": VERZUIM},
    "verzoek-machtiging": {"bezwaarschrift.gemachtigde": GEMACHTIGDE},
    "reactie-te-laat": TE_LAAT,
    "opschorting": {"procedure.verzuimbrief": VERZUIM},
    "verdaging": {"procedure.verdaging": {"datum": "2026-05-20", "weken": "6"}},
    "uitnodiging-hoorzitting": {"procedure.hoorzitting": ZITTING},
    "afzien-van-horen": {"procedure.afzien_van_horen": {"grond": "afstand", "door": "K. Smit"}},
    "agenda-hoorzitting": {"procedure.hoorzitting": ZITTING},
    "verslag-hoorzitting": {"procedure.hoorzitting": ZITTING},
    "advies-commissie": {"procedure.adviescommissie": {"ingesteld": "ja", "gemeld_op": "2026-04-16"}},
    "bevestiging-intrekking": {"procedure.intrekking": {"datum": "2026-05-01", "wijze": "schriftelijk"}},
    "melding-termijn": {"procedure.overschrijding_gemeld_op": "2026-09-01"},
    "antwoord-ingebrekestelling": {"procedure.ingebrekestelling": {"ontvangen": "2026-07-01", "door": "indiener"}},
    "dwangsombesluit": {
        "procedure.ingebrekestelling": {"ontvangen": "2026-07-01", "door": "indiener"},
        "procedure.beslissing": {"datum": "2026-07-30"},
    },
    "beslissing-op-bezwaar": {},
    "mededeling-derden": {"procedure.beslissing": BESLIST},
    "bezwaarschrift": INDIENER,
}


def maak(soort: str, anders: dict[str, Any] | None = None, op: dt.date | None = None) -> dict[str, Document]:
    """The letters of kind `soort` for the suitable case, changed as `anders` says."""
    zaak = maak_zaak(deepcopy({**BEHANDELAAR, **GESCHIKT[soort], **(anders or {})}))
    return KETEN.maak_brieven(soort, [KETEN.toets(zaak, op, op)])


def tekst(bomen: dict[str, Document]) -> str:
    return " ".join(plain_text(boom.blocks) for boom in bomen.values()).replace("\u00a0", " ")


def geweigerd(soort: str, anders: dict[str, Any], op: dt.date | None = None) -> str:
    with pytest.raises(InvoerError) as fout:
        maak(soort, anders, op)
    return str(fout.value)


# --- the table ------------------------------------------------------------------------------------------


def test_every_kind_has_a_template_and_a_case_that_suits_it():
    assert set(GESCHIKT) == set(SOORTEN)
    assert [f"bezwaar/{naam}.md.j2" for naam in SOORTEN if f"bezwaar/{naam}.md.j2" not in SJABLONEN] == []


def test_every_refusal_in_the_table_exists_and_every_refusal_is_used():
    assert {naam for soort in SOORTEN.values() for naam in soort.weigeringen} == set(WEIGERINGEN)


def test_a_broken_table_tells_every_fault_with_its_place():
    kapot = SJABLONEN["bezwaar/soorten.yaml"].decode().replace("aan: gemachtigde", "aan: iedereen", 1)

    with pytest.raises(InvoerError, match=r"soorten\.yaml:\d+.*\n.*een van indieners, belanghebbenden"):
        load_soorten({"bezwaar/soorten.yaml": kapot.encode()})


# --- each letter ----------------------------------------------------------------------------------------


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


def test_a_postponement_on_the_last_day_of_the_period_is_not_refused():
    laatste = {"procedure.verdaging": {"datum": "2026-06-04", "weken": "6"}}

    assert "uiterlijk op donderdag 16 juli 2026" in tekst(maak("verdaging", laatste))


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


def test_a_postponement_that_the_case_does_not_hold_yet_leaves_its_weeks_open():
    inhoud = tekst(maak("verdaging", {"procedure.verdaging": "weg"}, dt.date(2026, 5, 20)))

    assert "[nog in te vullen: aantal weken] weken, ten hoogste zes weken" in inhoud


def test_another_kind_takes_one_case():
    gegevens = KETEN.toets(maak_zaak({**BEHANDELAAR, **GESCHIKT["verdaging"]}), None)

    with pytest.raises(InvoerError, match="gaat over één zaak"):
        KETEN.maak_brieven("verdaging", [gegevens, gegevens])


# --- refusals -------------------------------------------------------------------------------------------

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


MACHTIGING = {
    "bezwaarschrift.gemachtigde": GEMACHTIGDE,
    "procedure.verzuimbrief": {**VERZUIM, "verzuimen": ["machtiging"], "hersteld": "2026-05-08"},
}


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


def test_a_letter_does_not_know_that_a_defect_was_repaired_after_its_day():
    hersteld = {"procedure.verzuimbrief": {**VERZUIM, "hersteld": "2026-05-08"}}

    assert "Dat duurt tot de aanvulling binnen is" in tekst(maak("opschorting", hersteld, dt.date(2026, 5, 1)))
    assert "Dat duurde tot vrijdag 8 mei 2026" in tekst(maak("opschorting", hersteld, dt.date(2026, 5, 8)))


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


def test_who_was_met_and_withdrew_does_not_read_that_the_decision_stays_as_it_is():
    intrekking = {"datum": "2026-05-01", "wijze": "schriftelijk"}
    tegemoet = {"procedure.intrekking": {**intrekking, "om_tegemoetkoming": "ja"}}

    assert "Het besluit blijft gelden zoals het is" in tekst(maak("bevestiging-intrekking"))
    assert "Het besluit blijft gelden zoals het is" not in tekst(maak("bevestiging-intrekking", tegemoet))


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


def test_a_receipt_does_not_miss_what_was_supplied():
    geleverd = {**MACHTIGING, "procedure.bevestiging": "weg"}

    assert "Wij missen nog" not in tekst(maak("ontvangstbevestiging", geleverd))
    assert "Wij missen nog: een machtiging" in tekst(
        maak("ontvangstbevestiging", {**geleverd, "procedure.bevestiging": {"datum": "2026-04-30"}})
    )


def test_an_invitation_tells_the_days_on_which_the_papers_may_be_read():
    dagen = {"procedure.hoorzitting": {**ZITTING, "inzage_van": "2026-06-01", "inzage_tot": "2026-06-10"}}

    assert "van maandag 1 juni 2026 tot en met woensdag 10 juni 2026" in tekst(maak("uitnodiging-hoorzitting", dagen))
    assert "dus uiterlijk vanaf" in tekst(maak("uitnodiging-hoorzitting"))


def test_a_refused_penalty_does_not_ask_for_the_day_that_was_given():
    vroeg = {"procedure.ingebrekestelling": {"ontvangen": "2026-05-01", "door": "indiener"}}

    assert "geef de dag met --op" not in geweigerd("dwangsombesluit", vroeg)
    assert "geef de dag met --op" in geweigerd("dwangsombesluit", {**vroeg, "procedure.beslissing": "weg"})


@pytest.mark.parametrize("soort", ["herstel-verzuim", "verdaging"])
def test_a_letter_of_which_the_case_holds_the_day_is_not_made_for_another_day(soort: str):
    assert "volgens de zaak is hij van" in geweigerd(soort, {}, dt.date(2026, 5, 29))


def test_after_one_postponement_another_is_not_advised_without_its_ground():
    verdaagd = {
        "procedure.verdaging": {"datum": "2026-05-20", "weken": "6", "aan_alle_belanghebbenden": "ja"},
        "procedure.overschrijding_gemeld_op": "2026-06-05",
    }

    reden = geweigerd("melding-termijn", verdaagd)
    assert "er is al verdaagd" in reden
    assert "maak een verdaging" not in reden


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


# --- the checklist --------------------------------------------------------------------------------------


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


# --- an objection of our own ------------------------------------------------------------------------------

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


# --- what a letter says of the law ------------------------------------------------------------------------


def test_no_letter_concludes_what_only_a_person_may():
    """The consequence of 6:6 may be named in a request to repair; what a person chose may be repeated."""
    mag = {"herstel-verzuim", "verzoek-machtiging", "mededeling-derden"}
    for soort in set(SOORTEN) - mag:
        assert not re.search(
            r"niet-ontvankelijk|kennelijk|ongegrond|verschoonbaar|belanghebbende bent", tekst(maak(soort))
        )


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


@pytest.mark.parametrize("soort", ["natuurlijk persoon", "rechtspersoon", "gemeente"])
def test_whoever_objects_gets_a_checklist_of_their_own(soort):
    zaak = maak_zaak(
        {**BEHANDELAAR, **INDIENER, "bezwaarschrift.indieners": [{"naam": "J. Voorbeeld", "soort": soort}]}
    )
    lijst = KETEN.maak_toetslijst(KETEN.toets(zaak, None), lambda bevinding: bevinding.code)

    assert "Toetslijst bezwaar" == lijst.meta.documentsoort


# Two who object, of whom the second got the decision ten days later.
ELK_EEN_TERMIJN = {
    "bezwaarschrift.indieners": [
        {"naam": "J. Voorbeeld", "ondertekend": "ja"},
        {
            "naam": "P. Voorbeeld", "ondertekend": "ja",
            "bekendmaking": {"datum": "2026-03-23", "wijze": "toezending", "betwist": "nee"},
        },
    ],
}  # fmt: skip


def brieven(soort: str, anders: dict[str, Any]) -> list[str]:
    return [tekst({naam: boom}) for naam, boom in maak(soort, anders).items()]


def test_the_time_line_of_the_checklist_holds_the_last_day_of_each_objector():
    zaak = KETEN.toets(maak_zaak({**BEHANDELAAR, **ELK_EEN_TERMIJN}), None)
    lijst = tekst({"lijst": KETEN.maak_toetslijst(zaak, lambda bevinding: bevinding.code)})

    assert "4 mei 2026: laatste dag bezwaar van P. Voorbeeld" in lijst


def test_who_objects_with_another_is_told_from_which_last_day_is_counted():
    dagen = ["donderdag 23 april 2026", "maandag 4 mei 2026"]
    for brief, dag in zip(brieven("ontvangstbevestiging", ELK_EEN_TERMIJN), dagen, strict=True):
        assert f"niet dezelfde laatste dag om dat te doen; voor u is dat {dag}" in brief


def test_a_request_to_repair_names_nobody_else_s_period():
    for brief in brieven("herstel-verzuim", ELK_EEN_TERMIJN):
        assert "begint op" not in brief


def test_of_who_was_late_with_another_the_decision_gives_the_name():
    for brief in brieven("beslissing-op-bezwaar", ELK_EEN_TERMIJN | TE_LAAT):
        assert re.search(r"J\. Voorbeeld\. Het is ontvangen op woensdag 20 mei 2026", brief)


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


def test_who_said_that_no_hearing_is_needed_is_left_open_where_the_facts_do_not_say_it():
    inhoud = tekst(maak("afzien-van-horen", {"procedure.afzien_van_horen": {"grond": "afstand", "door": "K. Smit"}}))

    assert "[nog in te vullen: wie verklaarde dat een hoorzitting niet nodig is, en op welke dag]" in inhoud


def test_our_own_objection_after_the_last_day_bears_no_earlier_day_and_asks_for_the_reason():
    zaak = {**INDIENER, "bezwaarschrift.dagtekening": "2026-04-20"}
    assert "toen was de termijn voorbij (Awb 6:7, 6:11)" in geweigerd("bezwaarschrift", zaak, dt.date(2026, 5, 4))

    laat = tekst(maak("bezwaarschrift", {**INDIENER, "bezwaarschrift.dagtekening": "2026-05-04"}, dt.date(2026, 5, 4)))
    assert "Dit bezwaar komt later. De reden daarvan is (Awb, artikel 6:11): [nog in te vullen: waarom u niet" in laat
    assert "Dit bezwaar komt later" not in tekst(maak("bezwaarschrift", zaak, dt.date(2026, 4, 20)))


def test_the_answer_says_of_our_own_objection_after_the_last_day_that_it_should_have_been_sent():
    uitslag = KETEN.toets(maak_zaak({**BEHANDELAAR, **INDIENER}), dt.date(2026, 5, 4)).uitslag

    assert "dat moest uiterlijk donderdag 23 april 2026" in uitslag.antwoord


@pytest.mark.parametrize("soort", ["beslissing-op-bezwaar", "mededeling-derden"])
def test_the_court_is_the_one_that_the_decision_names(soort):
    clausule = {"aanwezig": "ja", "rechtsmiddel": "beroep", "orgaan": "rechtbank Overijssel"}
    zaak = {"procedure.beslissing": {**BESLIST, "rechtsmiddelverwijzing": clausule}}

    assert "beroep instellen bij rechtbank Overijssel" in tekst(maak(soort, zaak))


def test_no_letter_promises_a_penalty_for_a_decision_under_the_woo():
    woo = {"besluit.soort": "woo", "procedure.ingebrekestelling": {"ontvangen": "2026-09-01"}}

    assert "Wet open overheid (Woo), artikel 8.2" in tekst(maak("antwoord-ingebrekestelling", woo))
    assert "dwangsom" not in tekst(maak("melding-termijn", {"besluit.soort": "woo"}))


def test_the_question_about_lateness_gives_the_days_and_decides_nothing():
    inhoud = tekst(maak("reactie-te-laat"))

    assert "Bezwaar maken kon tot en met donderdag 23 april 2026" in inhoud
    assert "Wij hebben hierover nog niets besloten." in inhoud


def test_the_ten_days_before_a_hearing_do_not_move():
    assert "uiterlijk op zaterdag 30 mei 2026" in tekst(maak("uitnodiging-hoorzitting"))


def test_where_the_law_can_be_read_two_ways_a_person_fills_in_the_sum():
    assert "[nog in te vullen: het bedrag dat wordt vastgesteld]" in tekst(maak("dwangsombesluit"))
    assert "Wij stellen haar vast op: € 322." in tekst(
        maak("dwangsombesluit", {"procedure.dwangsom_vastgesteld": "322"})
    )


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


def test_that_there_is_no_committee_is_not_asked_again():
    assert "Wij kijken opnieuw naar het besluit." in tekst(
        maak("ontvangstbevestiging", {"procedure.adviescommissie": "geen"})
    )


def test_our_own_objection_says_that_the_decision_to_object_follows():
    nog_niet = {**_MUNICIPAAL["gemeente"], "procesbesluit": "geen"}
    inhoud = tekst(maak("bezwaarschrift", {**_MUNICIPAAL, "gemeente": nog_niet, "bezwaarschrift.gronden": "pro forma"}))

    assert "Het besluit om bezwaar te maken volgt nog (Gemeentewet, artikel 160, derde lid)." in inhoud
