"""``raadwerk wijzig``: what is typed is read as the kind of value that the fact has, and kept as such."""

import difflib

import pytest
from voorbeelden import MET_GELD

MAIL = "e-mail wethouder, 13-1-2025 18:40"


@pytest.mark.parametrize("bron", [[], ["--bron", "nota van de wethouder"]])
def test_a_value_that_is_so_already_is_not_written_again(geld, bron):
    _, _, was = geld("wijzig", "cijfers.prijs", "€ 825.000", "--bron", "nota van de wethouder")
    code, uit, inhoud = geld("wijzig", "cijfers.prijs", "825000", *bron)

    assert code == 0
    assert uit == f"cijfers.prijs is al € 825.000{', met deze bron' if bron else ''}. Er is niets gewijzigd.\n"
    assert was == inhoud


@pytest.mark.parametrize(
    ("feit", "getypt", "regel"),
    [
        ("prijs", "812.500", "  bron:\n    - {stuk: nota}\n    - {toelichting: 'MAIL'}\n"),
        ("noord", "circa 105", "  bron:\n    - {stuk: nota, pagina: 3, citaat: circa 105 bewoners}\n"),
    ],
)
def test_another_source_for_the_same_value_is_all_that_is_written(geld, feit, getypt, regel):
    _, uit, inhoud = geld("wijzig", f"cijfers.{feit}", getypt, "--bron", MAIL)

    assert "Alleen de bron is erbij gezet, in inhoud/proef/cijfers.yaml." in uit
    assert regel.replace("MAIL", MAIL) in inhoud
    assert "keuze" not in inhoud.partition(f"\n{feit}:")[2].partition("\nzuid:")[0]
    assert "Eerder" not in inhoud


def test_a_second_source_for_a_chosen_value_is_one_mention_more_and_the_reason_stays(geld):
    _, _, was = geld("wijzig", "cijfers.prijs", "€ 825.000", "--bron", "nota van de wethouder")
    _, _, inhoud = geld("wijzig", "cijfers.prijs", "825000", "--bron", MAIL)

    erbij = [regel[2:] for regel in difflib.ndiff(was.splitlines(), inhoud.splitlines()) if regel[0] in "+-"]
    assert [f"    - {{waarde: € 825.000, bron: {{toelichting: '{MAIL}'}}}}"] == erbij


def test_who_goes_back_on_a_change_gets_no_mention_twice(geld):
    for prijs, bron in (("€ 825.000", "brief"), ("€ 830.000", "mail"), ("€ 825.000", "brief")):
        _, _, inhoud = geld("wijzig", "cijfers.prijs", prijs, "--bron", bron)

    assert inhoud.count("{waarde: € 825.000, bron: {toelichting: brief}}") == 1
    assert "keuze: € 825.000" in inhoud


@pytest.mark.parametrize(
    ("feit", "getypt", "bewaard", "getoond"),
    [
        ("prijs", "825000", "€ 825000", "€ 812.500 → € 825.000"),
        ("prijs", "825.000,50", "€ 825.000,50", "€ 812.500 → € 825.000,50"),
        ("prijs", "€ 9", "€ 9", "€ 812.500 → € 9"),
        ("deel", "82,5", "82,5%", "90% → 82,5%"),
        ("noord", "106", "106", "circa 105 bewoners → 106 bewoners"),
        ("diepte", "-3", "−3", "−2 meter → −3 meter"),
        ("diepte", "−1.203,5", "−1.203,5", "−2 meter → −1.203,5 meter"),
        ("grens", "≥ 100", "≥ 100", "meer dan 100 → ten minste 100"),
    ],
)
def test_an_amount_stays_an_amount_and_a_percentage_a_percentage(geld, feit, getypt, bewaard, getoond):
    code, uit, inhoud = geld("wijzig", f"cijfers.{feit}", getypt, "--bron", MAIL)

    assert code == 0
    assert f"keuze: {bewaard}\n" in inhoud
    assert f"cijfers.{feit}: {getoond}" in uit


@pytest.mark.parametrize("circa", [False, True])
def test_a_value_that_was_circa_says_that_it_no_longer_is(geld, circa):
    code, uit, _ = geld("wijzig", "cijfers.noord", "106", "--bron", MAIL, *(["--circa"] if circa else []))

    assert code == 0
    assert circa is not ("dat vervalt. Met --circa blijft het staan." in uit)


@pytest.mark.parametrize("bron", [[], ["--bron", MAIL]])
def test_the_same_number_without_circa_says_that_it_stays_circa(geld, bron):
    code, uit, _ = geld("wijzig", "cijfers.noord", "105", *bron)

    assert code == 0
    assert "Let op: het blijft circa, want een bron ervan zegt circa; is het nu precies bekend, haal dan ‘circa’" in uit


@pytest.mark.parametrize("keer", [1, 2])
def test_a_question_stays_with_the_fact_and_is_named(geld, tmp_path, keer):
    pad = tmp_path / "inhoud/proef/cijfers.yaml"
    vraag = "zuid:\n  vraag: is dit met de opvang in het hotel?\n"
    pad.write_text(pad.read_text("utf-8").replace("zuid:\n", vraag), "utf-8")
    for nummer in range(keer):
        code, uit, inhoud = geld("wijzig", "cijfers.zuid", f"4{nummer}", "--bron", MAIL)

    assert code == 0
    assert "bij dit feit staat nog een vraag: ‘is dit met de opvang in het hotel?’." in uit
    assert vraag in inhoud


@pytest.mark.parametrize(
    ("feit", "getypt", "melding"),
    [
        ("noord", "€ 106", "‘cijfers.noord’ telt euro en ‘cijfers.zuid’ telt bewoners"),
        ("prijs", "5%", "de nieuwe waarde is een percentage"),
        ("grens", "100", 'typ het teken mee: "> 100" (meer dan) of "≥ 100" (ten minste)'),
        ("deel", "> 90", "de nieuwe waarde is een grens"),
        ("noord", "-3", "‘cijfers.noord’ is een aantal, en er kunnen er niet minder dan geen zijn"),
        ("noord", "16,5", "‘cijfers.noord’ is een aantal, en de nieuwe waarde is geen heel getal"),
    ],
)
def test_a_value_of_another_kind_is_refused(geld, feit, getypt, melding):
    code, uit, inhoud = geld("wijzig", f"cijfers.{feit}", getypt, "--bron", MAIL)

    assert code == 2
    assert melding in uit
    assert inhoud == MET_GELD["cijfers.yaml"]


def test_a_tried_amount_stays_an_amount(geld):
    assert "cijfers.prijs: € 812.500 → € 825.000" in geld("verschil", "--stel", "cijfers.prijs=825000")[1]


def test_a_tried_threshold_without_its_sign_is_refused(geld):
    code, uit, _ = geld("verschil", "--stel", "cijfers.grens=90")

    assert code == 2
    assert "‘cijfers.grens’ is een grens, en ‘90’ is een getal" in uit
    assert 'typ het teken mee: "> 90" (meer dan) of "≥ 90" (ten minste)' in uit
    assert "cijfers.grens: meer dan 100 → meer dan 90" in geld("verschil", "--stel", "cijfers.grens=> 90")[1]


@pytest.mark.parametrize(
    ("getypt", "waarde"),
    [
        ("180 bewoners", "waarde: 180, bron"),
        ("circa 180", "waarde: 180, circa: ja, bron"),
        ("ca. 180 bewoners", "waarde: 180, circa: ja, bron"),
    ],
)
def test_a_value_may_be_typed_as_it_is_printed(geld, getypt, waarde):
    code, _, inhoud = geld("wijzig", "cijfers.zuid", getypt, "--bron", "brief")

    assert code == 0
    assert waarde in inhoud


def test_what_is_no_value_is_said_once_and_about_what_was_typed(geld, tmp_path):
    was = (tmp_path / "inhoud/proef/cijfers.yaml").read_text("utf-8")
    code, gezegd, inhoud = geld("wijzig", "cijfers.zuid", "veel", "--bron", "brief")

    assert (code, inhoud) == (2, was)
    assert gezegd.startswith("WAARDE: ‘veel’ is geen getal")
    assert "1 fout; er is niets geschreven." in gezegd
