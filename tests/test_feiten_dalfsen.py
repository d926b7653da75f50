"""The facts of the Dalfsen dossier: complete against the inventory, summed, chosen, asked, and in our own words."""

from __future__ import annotations

import csv
import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.feiten.waarden import Datum, Grens, Tekst
from generator.inhoud import load_dossier
from generator.inhoud.schijf import read_bestanden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Bron, Feit

WORTEL = Path(__file__).resolve().parents[1]
INVENTARIS = WORTEL.parent / "shared" / "feiten"
BRONNEN = WORTEL.parent / "shared" / "bronnen"
met_inventaris = pytest.mark.skipif(not INVENTARIS.is_dir(), reason="de inventaris van feiten ligt hier niet")
met_bronnen = pytest.mark.skipif(not BRONNEN.is_dir(), reason="de map met bronstukken ligt hier niet")

_AANHALINGSTEKENS = str.maketrans("‘’“”", "''\"\"")


@pytest.fixture(scope="module")
def dalfsen() -> Dossier:
    return load_dossier(read_bestanden(WORTEL, "dalfsen"), "dalfsen")


def kaal(citaat: str) -> str:
    """`citaat` without white space, hyphens and typographic quotes: line ends do not count."""
    return re.sub(r"[\s-]+", "", citaat.translate(_AANHALINGSTEKENS))


def alle_bronnen(feit: Feit) -> Iterator[Bron]:
    yield from feit.bronnen
    yield from (vermelding.bron for vermelding in feit.vermeldingen)


def lees_tabel(naam: str) -> list[dict[str, str]]:
    with (INVENTARIS / naam).open(encoding="utf-8") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


# --- against the inventory ------------------------------------------------------------------------


@met_inventaris
def test_every_row_of_the_inventory_stands_in_the_dossier_with_its_source_page_and_quote(dalfsen):
    aanwezig = {
        (dalfsen.bronnen[bron.stuk].bestand.woorden, bron.pagina, kaal(bron.citaat))
        for feit in dalfsen.feiten.values()
        for bron in alle_bronnen(feit)
        if bron.stuk and dalfsen.bronnen[bron.stuk].bestand
    }
    rijen = lees_tabel("feiten.csv")
    assert 268 == len(rijen)
    assert [] == [rij["id"] for rij in rijen if (rij["bron"], int(rij["pagina"]), kaal(rij["citaat"])) not in aanwezig]


@met_inventaris
def test_table_one_is_the_reconstructed_table(dalfsen):
    verwacht = [
        (rij["gemeente"], int(rij["regulier"]), int(rij["amv"]), int(rij["totaal"])) for rij in lees_tabel("tabel1.csv")
    ]
    assert verwacht == [
        (rij.naam.woorden, rij.regulier.getal, rij.amv.getal, rij.totaal.getal) for rij in dalfsen.tabel1.values()
    ]


@met_inventaris
def test_table_one_says_of_each_municipality_which_part_of_the_rest_it_got(dalfsen):
    verwacht = {
        rij["gemeente"]: {
            "rest regulier + amv": (True, True),
            "rest alleen amv": (False, True),
            "rest alleen regulier (amv zelf aangeboden)": (True, False),
        }.get(rij["status_restopgave"], (False, False))
        for rij in lees_tabel("tabel1.csv")
    }
    assert verwacht == {rij.naam.woorden: (rij.rest_regulier.ja, rij.rest_amv.ja) for rij in dalfsen.tabel1.values()}


@met_bronnen
def test_the_motion_stands_word_for_word(dalfsen):
    motie = dalfsen.motie
    bron = kaal((BRONNEN / "motie-structurele-opvang.txt").read_text(encoding="utf-8"))
    delen = [
        motie.aanhef, motie.gehoord, *motie.overwegingen.values(), *motie.uitspraken.values(),
        *motie.verzoeken.values(), *motie.toelichting.values(),
    ]  # fmt: skip
    plekken = [bron.find(kaal(deel.woorden)) for deel in delen]
    assert -1 not in plekken
    assert sorted(plekken) == plekken
    # What is left of the source is its headings, the connecting words, the movers and their parties.
    over = bron
    for deel in delen:
        over = over.replace(kaal(deel.woorden), "", 1)
    assert (
        "MotieRaadsvergadering3en6juli2023;overwegendedat:spreektuitdat:verzoekthetcollege:1.2.deindieners,"
        "L.BroereG.J.VeldhuisH.LasscheVisscherPvdAVVDChristenUnieJ.B.SmalbraakE.RuitenbergD66CDAToelichting"
    ) == over


def test_the_motion_names_its_movers_with_their_parties(dalfsen):
    assert {
        "L. Broere": "PvdA",
        "G.J. Veldhuis": "VVD",
        "H. Lassche-Visscher": "ChristenUnie",
        "J.B. Smalbraak": "D66",
        "E. Ruitenberg": "CDA",
    } == {indiener.naam.woorden: indiener.fractie.woorden for indiener in dalfsen.motie.indieners.values()}


@met_bronnen
def test_no_sentence_of_the_sources_is_carried_over(dalfsen):
    bronnen = {reeks for pad in sorted(BRONNEN.glob("*.txt")) for reeks in _reeksen(pad.read_text(encoding="utf-8"))}
    eigen = dict(dalfsen.teksten) | {
        pad: feit.waarde.tekst
        for pad, feit in dalfsen.feiten.items()
        if isinstance(feit.waarde, Tekst) and not pad.startswith("motie.") and "://" not in feit.waarde.tekst
    }
    overgenomen = [naam for naam, woorden in eigen.items() if bronnen.intersection(_reeksen(woorden))]
    # The address for an objection is a name, no prose.
    assert ["partijen.minister.adres", "standpunten.bezwaar_adres"] == sorted(overgenomen)


def _reeksen(tekst: str) -> Iterator[tuple[str, ...]]:
    """Each run of nine words of `tekst`; shorter runs are names and terms."""
    woorden = re.findall(r"\w+", tekst.lower())
    return zip(*(woorden[i:] for i in range(9)), strict=False)


# --- sums -----------------------------------------------------------------------------------------


def test_table_one_adds_up_to_the_task_of_the_province(dalfsen):
    rijen = dalfsen.tabel1.values()
    cijfers = dalfsen.cijfers
    assert cijfers["provincie_opgave_regulier"].getal == sum(rij.regulier.getal for rij in rijen) == 5787
    assert cijfers["provincie_opgave_amv"].getal == sum(rij.amv.getal for rij in rijen) == 538
    assert cijfers["provincie_gemeenten"].getal == len(rijen) == 25


def test_what_was_offered_and_what_rests_is_the_task_of_the_province(dalfsen):
    cijfers = dalfsen.cijfers
    for soort in ("regulier", "amv"):
        delen = cijfers[f"provincie_aangeboden_{soort}"].getal + cijfers[f"provincie_rest_{soort}"].getal
        assert cijfers[f"provincie_opgave_{soort}"].getal == delen


def test_sixteen_municipalities_twice_are_seventeen_names(dalfsen):
    rijen = dalfsen.tabel1.values()
    assert 16 == sum(rij.rest_regulier.ja for rij in rijen) == dalfsen.cijfers["rest_gemeenten_regulier"].getal
    assert 16 == sum(rij.rest_amv.ja for rij in rijen) == dalfsen.cijfers["rest_gemeenten_amv"].getal
    assert 17 == sum(rij.rest_regulier.ja or rij.rest_amv.ja for rij in rijen)


def test_the_decision_says_of_dalfsen_what_its_row_says(dalfsen):
    besluit, rij = dalfsen.verdeelbesluit, dalfsen.tabel1["dalfsen"]
    assert (rij.regulier.getal, rij.amv.getal, rij.totaal.getal) == (
        besluit.taak_regulier.getal, besluit.taak_amv.getal, besluit.taak_totaal.getal,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pad", "verwacht", "circa"),
    [
        ("verdeelbesluit.taak_totaal", "168", False),
        ("cijfers.opvang_totaal", "150", True),
        ("cijfers.indicatief_regulier", "172", False),
        ("cijfers.verschil_regulier", "48", False),
        ("cijfers.verschil_amv", "-26", False),
        ("cijfers.daling_totaal", "20", False),
        ("cijfers.daling_regulier", "30", False),
        ("cijfers.stijging_amv", "10", False),
        ("cijfers.provincie_opgave_totaal", "6325", False),
        ("cijfers.verslagen_berekend", "90000", True),
        ("cijfers.permanent_bezet_taak", "151.2", False),
        ("cijfers.permanent_bezet_taak_regulier", "127.8", False),
        ("cijfers.permanent_bezet_capaciteit", "171", False),
        ("cijfers.wooneenheden_taak", "33.6", False),
        ("cijfers.wooneenheden_taak_regulier", "28.4", False),
        ("cijfers.wooneenheden_capaciteit", "38", False),
        ("cijfers.gat_in_dagen", "139", False),
    ],
)
def test_what_follows_from_other_facts_is_computed_not_typed(dalfsen, pad, verwacht, circa):
    feit = dalfsen.feiten[pad]
    assert (Decimal(verwacht), circa) == (feit.getal, feit.circa)
    assert feit.formule


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("datums.vroegste_opening", dt.date(2025, 8, 18)),
        ("datums.raadsbesluit_voor_streefdatum", dt.date(2025, 1, 6)),
        ("datums.opening_ambachtsweg", dt.date(2024, 4, 1)),
        ("datums.uiterste_oplevering_ambachtsweg", dt.date(2026, 4, 1)),
    ],
)
def test_days_that_follow_from_others_are_computed(dalfsen, pad, verwacht):
    assert verwacht == dalfsen.feiten[pad].dag
    assert dalfsen.feiten[pad].formule


def test_every_total_of_table_one_was_read_and_not_added_up(dalfsen):
    assert {False} == {bool(rij.totaal.formule) for rij in dalfsen.tabel1.values()}


# --- contradictions and open places ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("datums.wegingskader_besproken", [dt.date(2024, 9, 9), dt.date(2024, 9, 16)]),  # D1
        ("locaties.hof_van_dalfsen.start", Datum(dt.date(2022, 10, 1), "maand")),  # D2
        ("datums.verslag_ontvangen", Datum.van(dt.date(2024, 10, 31))),  # D3
        ("datums.rtb_einde", Datum.van(dt.date(2026, 3, 4))),  # D7
        ("datums.norm_minister", Datum.van(dt.date(2025, 6, 30))),  # D9
        ("datums.spreidingswet_in_werking", Datum.van(dt.date(2024, 2, 1))),  # D16
        ("cijfers.opvang_totaal_volgens_bron", 150),  # A5
        ("cijfers.opvang_hof_van_dalfsen", 45),  # A6
        ("cijfers.drempel_beveiliging", Grens(">", Decimal(100))),  # B1
        ("duren.looptijd", 7),  # B5
        ("standpunten.bopa_naam", "buitenplanse omgevingsplanactiviteit"),  # B9
        ("standpunten.taak_inhoud", "opvangplaatsen mogelijk maken"),  # B11
        ("standpunten.amv_taak_aard", "een deel van de wettelijke taak"),  # B12
        ("standpunten.aanduiding_minister", "minister van Asiel en Migratie"),  # B13
        ("standpunten.naam_minister", "M.H.M. Faber-van de Klashorst"),  # B15
        ("vraagstukken.twee.titel", "Aantal opvangplaatsen en aantal opvanglocaties"),  # B16
        ("standpunten.rechtsmiddel", "bezwaar"),  # J1
    ],
)
def test_where_sources_disagree_a_choice_is_made_with_its_reason(dalfsen, pad, verwacht):
    feit = dalfsen.feiten[pad]
    gekozen = feit.waarde
    match verwacht:
        case str():
            gekozen = feit.woorden
        case int():
            gekozen = int(feit.getal)
        case list():
            gekozen = [datum.dag for datum in feit.waarde.dagen]
    assert verwacht == gekozen
    assert len(feit.vermeldingen) > 1
    assert feit.reden


@pytest.mark.parametrize(
    "pad", ["datums.motie_avond", "standpunten.melding_aan_commissaris", "standpunten.kosten_ontbrekende_faciliteiten"]
)
def test_where_no_source_decides_the_question_goes_to_a_person(dalfsen, pad):  # D5, A4, B4
    feit = dalfsen.feiten[pad]
    assert feit.is_open
    assert len({str(vermelding.waarde) for vermelding in feit.vermeldingen}) > 1
    assert feit.vraag


def test_no_contradiction_is_left_without_choice_or_question(dalfsen):
    tegenspraak = [feit for feit in dalfsen.feiten.values() if feit.vermeldingen]
    assert [] == [feit.pad for feit in tegenspraak if not (feit.reden if not feit.is_open else feit.vraag)]


@pytest.mark.parametrize(
    "pad",
    [
        "verdeelbesluit.bekendmaking",
        "motie.aangenomen_op",
        "motie.nummer",
        "stukken.raadsnota.zaaknummer",
        "stukken.raadsnota.portefeuillehouder",
        "stukken.raadsnota.datum_college",
        "stukken.raadsnota.datum_commissie",
        "stukken.raadsnota.agendapunt",
        "gemeente.burgemeester",
        "gemeente.secretaris",
        "standpunten.voorkeurslocatie",
        "standpunten.kosten_inzet",
        "cijfers.meetellende_plaatsen",
    ],
)
def test_what_the_sources_do_not_say_stays_open_and_says_what_to_fill_in(dalfsen, pad):
    feit = dalfsen.feiten[pad]
    assert feit.is_open
    assert len(feit.vraag.split()) > 2


@pytest.mark.parametrize("pad", ["datums.slotbijeenkomst", "datums.gesprek_coa", "datums.vng_ledenbrief"])
def test_a_year_the_source_leaves_out_is_to_be_confirmed(dalfsen, pad):
    assert "bevestig 2024" in dalfsen.feiten[pad].vraag


# --- records --------------------------------------------------------------------------------------


def test_the_questions_to_the_council_are_numbered_as_the_matters_fall_apart(dalfsen):
    assert ["1", "2a", "2b", "2c", "3", "4", "5a", "5b"] == [
        vraag.nummer.woorden for vraagstuk in dalfsen.vraagstukken.values() for vraag in vraagstuk.vragen.values()
    ]


def test_the_attachments_close_and_point_to_papers_that_exist(dalfsen):
    bijlagen = dalfsen.bijlagen.values()
    for stuk in dalfsen.stukken.values():
        nummers = [bijlage.nummer.woorden for bijlage in dalfsen.bijlagen_bij(stuk).values() if stuk.bijlagen]
        assert [str(i) for i in range(1, len(nummers) + 1)] == nummers
    assert set() == {bijlage.stuk.woorden for bijlage in bijlagen if bijlage.stuk} - set(dalfsen.bronnen)


def test_attachments_that_are_not_there_are_listed_as_missing(dalfsen):
    assert ["ledenbrief", "visienota", "kaart", "werkafspraken", "veiligheidsplan"] == [
        naam for naam, bijlage in dalfsen.bijlagen.items() if not bijlage.aanwezig.ja
    ]


def test_every_meeting_of_council_and_committee_falls_on_its_own_day(dalfsen):
    assert "maandag" == dalfsen.gemeente.vergaderdag.woorden
    assert {"raad_zes_juli"} == {
        naam for naam, vergadering in dalfsen.vergaderingen.items() if vergadering.datum.dag.weekday() != 0
    }


def test_dates_to_reckon_with_lie_after_the_toetsdatum_and_are_called_an_example(dalfsen):
    rekendata = [v for v in dalfsen.vergaderingen.values() if v.soort.woorden == "rekendatum"]
    assert len(rekendata) > 3
    assert all(vergadering.datum.dag > dalfsen.toetsdatum.dag for vergadering in rekendata)
    assert all("rekenvoorbeeld" in vergadering.toelichting.woorden for vergadering in rekendata)


def test_gemeentewet_is_cited_without_letters(dalfsen):
    artikelen = [een.artikel.woorden for een in dalfsen.bevoegdheden.values() if not een.artikel.is_open]
    assert [] == [artikel for artikel in artikelen if re.search(r"Gemeentewet[^;]*\bonder(deel)? [a-z]\b", artikel)]


def test_every_abbreviation_in_the_facts_is_written_out_among_the_terms(dalfsen):
    bekend = {begrip.afkorting.woorden for begrip in dalfsen.begrippen.values() if begrip.afkorting}
    assert set() == set(_afkortingen(dalfsen.standpunten.values())) - bekend - {"SAAM"}


def _afkortingen(feiten: Iterable[Feit]) -> Iterator[str]:
    for feit in feiten:
        if isinstance(feit.waarde, Tekst) and "://" not in feit.waarde.tekst:
            yield from re.findall(r"\b[A-Z]{2,}[a-z]?[A-Z]*(?:-[A-Z]+)?\b", feit.waarde.tekst.replace("2500 EH", ""))
