"""``raadwerk herkomst``: any figure of a paper leads to its fact, its source and its sentences."""

import importlib
import json
from functools import cache

import pytest
from conftest import kopieer_dalfsen

from generator import keten
from generator.cli import voer_uit
from generator.cli.werkmap import lees_dossier

herkomst = importlib.import_module("generator.cli.herkomst")


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory):
    return kopieer_dalfsen(tmp_path_factory.mktemp("werkmap"))


@pytest.fixture(scope="module", autouse=True)
def eens():
    """No question changes the dossier: it is read, and its papers are filled in, once for all of them."""
    echt, gemaakt = keten.maak_bomen_en_dagen, {}

    def maak_bomen_en_dagen(gelezen):
        if id(gelezen) not in gemaakt:
            gemaakt[id(gelezen)] = echt(gelezen)
        return gemaakt[id(gelezen)]

    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(herkomst, "lees_dossier", cache(lees_dossier))
        anders.setattr(keten, "maak_bomen_en_dagen", maak_bomen_en_dagen)
        yield


@pytest.fixture
def vraag(werkmap, monkeypatch, capsys):
    """Ask for a fact, and give what is printed on a page of 100 columns as one line."""

    def stel(*getypt, code=0):
        monkeypatch.chdir(werkmap)
        assert voer_uit(["herkomst", *getypt]) == code
        uit, fout = capsys.readouterr()
        if "--json" in getypt:
            return uit
        assert [] == [
            regel for regel in uit.splitlines() if len(regel) > 100 and len(regel.split()) > 1 and regel[0] == " "
        ]
        return " ".join((fout if code else uit).split())

    return stel


@pytest.mark.parametrize("getypt", [["cijfers.opvang_ambachtsweg"], ["opvang", "ambachtsweg"], ["105"], ["circa 105"]])
def test_a_fact_is_found_by_its_path_a_part_of_its_name_and_its_value_as_printed(vraag, getypt):
    tekst = vraag(*getypt)

    assert "cijfers.opvang_ambachtsweg: circa 105 asielzoekers" in tekst
    assert "bron Oorspronkelijke nota, pagina 3: “Circa 105 asielzoekers" in tekst


@pytest.mark.parametrize("getypt", ["5.787", "5787", "5.787 opvangplaatsen"])
def test_a_number_is_found_with_and_without_its_point_and_unit(vraag, getypt):
    assert "cijfers.provincie_opgave_regulier: 5.787 opvangplaatsen" in vraag(getypt)


@pytest.mark.parametrize(
    ("getypt", "pad"),
    [
        ("zeven jaar", "duren.looptijd"),
        ("7 jaar", "duren.looptijd"),
        ("zes maanden", "duren.spreidingswet_locatie"),
        ("één locatie", "cijfers.locaties_college"),
        ("circa tien inwoners", "cijfers.slotbijeenkomst_aandragers"),
        ("1 januari 2023", "datums.oekraine_periode"),
        ("1 september 2024", "datums.oekraine_periode"),
        ("2024-09-01", "datums.oekraine_periode"),
        ("31-1-2025", "termijnen.bezwaar_vroegste_lezing.laatste_dag"),
        ("2025-01-31", "termijnen.bezwaar_vroegste_lezing.laatste_dag"),
        ("27 november 2023", "bevoegdheden.raad_advies.beslist"),
        ("27-11-2023", "bevoegdheden.raad_advies.beslist"),
        ("200%", "cijfers.oekraine_drempel"),
        ("meer dan 200%", "cijfers.oekraine_drempel"),
        ("> 200%", "cijfers.oekraine_drempel"),
        ("-26", "cijfers.verschil_amv"),
        ("−26", "cijfers.verschil_amv"),
    ],
)
def test_every_form_in_which_a_paper_has_a_figure_or_a_day_leads_to_its_fact(vraag, getypt, pad):
    assert pad in json.loads(vraag(*getypt.split(), "--json"))["dalfsen"]


def test_a_whole_path_gives_that_fact_alone(vraag):
    assert ["cijfers.opvang_totaal"] == list(json.loads(vraag("cijfers.opvang_totaal", "--json"))["dalfsen"])


def test_a_sum_names_its_formula_and_its_parts_name_where_they_count(vraag):
    assert "formule cijfers.opvang_ambachtsweg + cijfers.opvang_hof_van_dalfsen" in vraag("cijfers.opvang_totaal")
    assert "telt mee raadsnota: " in vraag("cijfers.opvang_hof_van_dalfsen")


def test_what_a_sum_is_made_of_shows_its_values_and_their_sources(vraag):
    tekst = vraag("cijfers.opvang_totaal")

    assert (
        "uit cijfers.opvang_ambachtsweg: circa 105 asielzoekers – Oorspronkelijke nota, pagina 3: “Circa 105" in tekst
    )
    assert "uit cijfers.opvang_hof_van_dalfsen: circa 45 asielzoekers – Oorspronkelijke nota, pagina 3: “" in tekst


def test_a_sum_of_sums_shows_all_of_it_down_to_what_was_read(vraag):
    tekst = vraag("termijnen.bezwaar_vroegste_lezing.laatste_dag")

    assert (
        "uit datums.bekendmaking_vroegste_lezing: 20 december 2024 = verdeelbesluit.bekendmaking of "
        "datums.bekendmaking_volgens_de_nota uit verdeelbesluit.bekendmaking: [nog in te vullen: "
    ) in tekst
    assert "uit datums.bekendmaking_volgens_de_nota: 20 december 2024 – Oorspronkelijke nota, pagina 3: “" in tekst


def test_the_end_of_a_period_shows_each_step_with_its_article(vraag):
    tekst = vraag("termijnen.bezwaar_vroegste_lezing.laatste_dag")

    assert "stap 2 De termijn begint op de dag daarna: zaterdag 21 december 2024. (Awb 6:8 lid 1)" in tekst
    assert "stap 3 De termijn duurt zes weken en eindigt dan op vrijdag 31 januari 2025. (Awb 6:7)" in tekst
    assert "stap 4 Dat is geen zaterdag, zondag of feestdag: de termijn wordt niet verlengd. (Atw 1 lid 1)" in tekst


def test_a_day_of_the_planning_table_shows_what_it_counts_from_and_why_it_moved(vraag):
    tekst = vraag("22", "april", "2025")

    assert "formule bopa_regulier na vergaderingen.rekendatum_raadsbesluit.datum" in tekst
    assert "uit vergaderingen.rekendatum_raadsbesluit.datum: 24 februari 2025" in tekst
    assert "tweede paasdag" in tekst.lower()
    assert "(Omgevingswet 16.64" in tekst


def test_a_day_that_counts_on_from_another_shows_the_steps_of_both(vraag):
    tekst = vraag("3", "juni", "2025")

    assert (
        "uit termijn(bopa_regulier, vergaderingen.rekendatum_raadsbesluit.datum).laatste_dag: 22 april 2025 = " in tekst
    )
    assert tekst.count("stap 1 Er wordt gerekend vanaf") == 2


def test_a_length_that_a_fact_sets_is_one_of_the_things_a_day_follows_from(vraag):
    tekst = vraag("termijnen.bouwtijd_voorbeeld.laatste_dag")

    assert "formule 25 weken na datums.rekendatum_raadsbesluit" in tekst
    assert "uit duren.realisatietijd: 25 weken – " in tekst


def test_a_part_that_hangs_on_a_fact_is_called_by_its_heading(vraag):
    tekst = vraag("termijnen.vergunning_uitgebreid_voorbeeld.laatste_dag")

    assert "hangt af raadsvoorstel: De vergunning kan langer duren dan de bouwtijd (teksten/" in tekst


def test_a_figure_in_a_table_shows_its_row(vraag):
    assert "staat in raadsnota: Dalfsen · 142 · 26 · 168 · " in vraag("tabel1.dalfsen.totaal")


def test_a_long_part_that_hangs_on_a_fact_is_named_and_not_printed_in_full(vraag):
    zinnen = [
        gebruik["zin"] for wat in json.loads(vraag("--json"))["dalfsen"].values()
        for gebruik in wat["gebruik"] if gebruik["voorwaarde"]
    ]  # fmt: skip

    assert zinnen
    assert [zin for zin in zinnen if len(zin) > 92] == []


def test_a_computed_day_and_a_computation_in_a_template_are_found_too(vraag):
    assert "termijnen.bezwaar_vroegste_lezing.laatste_dag: 31 januari 2025" in vraag("31 januari 2025")
    assert "cijfers.provincie_opgave_regulier + cijfers.provincie_opgave_amv: 6.325 uit cijfers.prov" in vraag("6.325")


def test_sources_that_disagree_are_shown_with_the_choice_and_its_reason(vraag):
    tekst = vraag("locaties.hof_van_dalfsen.start")

    assert "vermeld oktober 2023 – Oorspronkelijke nota, pagina 7: “" in tekst
    assert "vermeld oktober 2022 – " in tekst
    assert "keuze " in tekst


def test_an_open_fact_shows_its_question(vraag):
    tekst = vraag("stukken.raadsnota.zaaknummer")

    assert "[nog in te vullen: zaaknummer uit het zaaksysteem] vraag zaaknummer uit het zaaksysteem" in tekst


def test_a_fact_no_paper_uses_says_so(vraag):
    assert "staat in geen enkel stuk" in vraag("bronnen.aanbiedingsbrief_verdeelbesluit.datum")


def test_without_a_name_every_fact_comes(vraag):
    alle = json.loads(vraag("--json"))["dalfsen"]

    assert len(alle) > 268
    assert {
        "waarde",
        "precies",
        "open",
        "formule",
        "uit",
        "invoer",
        "stappen",
        "bronnen",
        "vermeldingen",
        "reden",
        "vraag",
        "gebruik",
    } == set(alle["cijfers.opvang_totaal"])
    assert "verdeelbesluit.taak_totaal: 168 opvangplaatsen" in vraag()


@pytest.mark.parametrize(
    ("getypt", "raad"),
    [
        ("cijfers.opvang_totaale", "bedoelde u ‘cijfers.opvang_totaal’"),
        ("opvang totaall", "bedoelde u ‘cijfers.opvang_totaal’"),
        ("xyzzy", "‘raadwerk herkomst’ toont ze alle"),
        ("168000", "‘raadwerk herkomst’ toont ze alle"),
        ("168 dalfsen", "bedoelde u: raadwerk herkomst 168 --dossier dalfsen?"),
    ],
)
def test_a_name_nobody_has_gets_a_suggestion(vraag, getypt, raad):
    fout = vraag(*getypt.split(), code=2)

    assert f"geen feit heet of luidt ‘{getypt}’" in fout
    assert raad in fout
