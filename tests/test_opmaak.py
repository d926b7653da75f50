"""Dutch on paper: forms of facts, number words, and the figures a text holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from text_to_num import text2num

from generator import opmaak
from generator.feiten.feit import Feit
from generator.feiten.waarden import (
    Aantal,
    Bedrag,
    Datum,
    Datums,
    Duur,
    Grens,
    JaNee,
    Percentage,
    Periode,
    Tekst,
    Verwijzing,
    Waarde,
)


def druk(waarde: Waarde, vorm: str = "", *, stijl: str = "taalunie", circa: bool = False, eenheid: str = "") -> str:
    """The printed text with plain spaces, so that a test is readable."""
    feit = Feit(pad="cijfers.proef", waarde=waarde, circa=circa, eenheid=eenheid)
    return opmaak.print_feit(feit, vorm, stijl).replace("\u00a0", " ")


def aantal(tekst: str) -> Aantal:
    return Aantal.lees(tekst)


@pytest.mark.parametrize(
    ("verwacht", "waarde"),
    [
        ("5.787", Aantal.lees("5787")),
        ("33,6", Aantal.lees("33,6")),
        ("12,34", Aantal.lees("12,34")),
        ("0", Aantal.lees("0")),
        ("−26", Aantal(Decimal(-26))),
        ("0,56", Aantal(Decimal(168) / Decimal(300) + Decimal("0.00001"))),
        ("0,96", Aantal(Decimal(812500) / Decimal(850000))),
        ("0,058", Aantal(Decimal(3) / Decimal(52))),
        ("−0,000059", Aantal(Decimal(-48) / Decimal(812500))),
        ("33,3", Aantal(Decimal(100) / Decimal(3))),
        ("8,0", Aantal(Decimal(8) - Decimal(1) / Decimal(3000))),
        ("0,03125", Aantal(Decimal(1) / Decimal(32))),
        ("0,00345", Aantal.lees("0,00345")),
        ("€ 1.442", Bedrag.lees("€ 1.442")),
        ("€ 12,50", Bedrag.lees("12,5")),
        ("82,6%", Percentage.lees("82,6%")),
        ("20 december 2024", Datum.lees("2024-12-20")),
        ("1 mei 2025", Datum.lees("2025-05-01")),
        ("december 2024", Datum.lees("2024-12")),
        ("het eerste kwartaal van 2025", Datum.lees("2025-K1")),
        ("het vierde kwartaal van 2025", Datum.lees("2025-K4")),
        ("2026", Datum.lees("2026")),
        ("9 en 16 september 2024", Datums.lees("2024-09-09, 2024-09-16")),
        ("30 juni en 3 juli 2023", Datums.lees("2023-06-30, 2023-07-03")),
        ("31 december 2023, 6 en 7 januari 2024", Datums.lees("2023-12-31, 2024-01-06, 2024-01-07")),
        ("juni 2024 en juli 2024", Datums.lees("2024-06, 2024-07")),
        ("1 september 2014 tot en met 1 september 2024", Periode.lees("2014-09-01 t/m 2024-09-01")),
        ("25 weken", Duur.lees("25 weken")),
        ("1 week", Duur.lees("1 week")),
        ("7 jaar", Duur.lees("7 jaar")),
        ("24 uur", Duur.lees("24 uren")),
        ("meer dan 100", Grens.lees("> 100")),
        ("ten minste 5", Grens.lees(">= 5")),
        ("minder dan 150", Grens.lees("< 150")),
        ("ten hoogste 190", Grens.lees("≤ 190")),
        ("meer dan 200%", Grens.lees("> 200%")),
        ("ja", JaNee.lees("ja")),
        ("nee", JaNee.lees("nee")),
        ("**3:46** | #set", Tekst.lees("**3:46** | #set")),
    ],
)
def test_each_type_of_value_has_its_dutch_text(verwacht, waarde):
    assert verwacht == druk(waarde)


@pytest.mark.parametrize(
    ("verwacht", "waarde", "vorm"),
    [
        ("168", "168", "getal"),
        ("honderdachtenzestig", "168", "woorden"),
        ("vijf", "5", "tekst"),
        ("twintig", "20", "tekst"),
        ("21", "21", "tekst"),
        ("negentig", "90", "tekst"),
        ("achtduizend", "8.000", "tekst"),
        ("13.000", "13.000", "tekst"),
        ("33,6", "33,6", "tekst"),
        ("tweede", "2", "rang"),
        ("+48", "48", "verschil"),
        ("−26", "-26", "verschil"),
        ("0", "0", "verschil"),
        ("26", "26", "of_geen"),
        ("geen", "0", "of_geen"),
        ("10 meer", "10", "meer_of_minder"),
        ("16 minder", "-16", "meer_of_minder"),
        ("evenveel", "0", "meer_of_minder"),
    ],
)
def test_a_count_in_its_forms(verwacht, waarde, vorm):
    assert verwacht == druk(aantal(waarde), vorm)


def test_small_numbers_are_digits_where_the_municipality_wants_digits():
    assert druk(aantal("5"), "tekst", stijl="cijfers") == "5"
    assert druk(Duur.lees("7 jaar"), "tekst", stijl="cijfers") == "7 jaar"


@pytest.mark.parametrize(
    ("verwacht", "waarde", "vorm"),
    [
        ("zeven jaar", Duur.lees("7 jaar"), "woorden"),
        ("één week", Duur.lees("1 week"), "tekst"),
        ("25 weken", Duur.lees("25 weken"), "tekst"),
        ("25", Duur.lees("25 weken"), "getal"),
        ("negentig procent", Percentage.lees("90%"), "woorden"),
        ("90%", Percentage.lees("90%"), "tekst"),
        ("+3,2 procentpunt", Percentage.lees("3,2%"), "verschil"),
        ("duizend vierhonderdtweeënveertig euro", Bedrag.lees("1.442"), "woorden"),
        ("€ 10", Bedrag.lees("10"), "tekst"),
        ("€ −12,50", Bedrag(Decimal("-12.50")), "verschil"),
        ("meer dan honderd", Grens.lees("> 100"), "tekst"),
        ("100", Grens.lees("> 100"), "kaal"),
        ("200%", Grens.lees("> 200%"), "kaal"),
        ("meer dan 90%", Grens.lees("> 90%"), "tekst"),
        ("meer dan negentig procent", Grens.lees("> 90%"), "woorden"),
        ("100", Grens.lees("> 100"), "getal"),
        ("20-12-2024", Datum.lees("2024-12-20"), "datum_kort"),
        ("vrijdag 20 december 2024", Datum.lees("2024-12-20"), "weekdag"),
        ("20 december", Datum.lees("2024-12-20"), "dag_maand"),
        ("december 2024", Datum.lees("2024-12-20"), "maand"),
        ("december 2024", Datum.lees("2024-12"), "maand"),
        ("2024", Datum.lees("2024-12-20"), "jaar"),
        ("2025", Datum.lees("2025-K1"), "jaar"),
        ("juni 2024", Datum.lees("2024-06"), "datum"),
        ("september 2024", Datums.lees("2024-09-09, 2024-09-16"), "maand"),
        ("9 september en 16 september", Datums.lees("2024-09-09, 2024-09-16"), "dag_maand"),
        ("2014 tot en met 2024", Periode.lees("2014-09-01 t/m 2024-09-01"), "jaar"),
        ("Ja", JaNee.lees("ja"), "hoofdletter"),
        ("Hof van Dalfsen", Tekst.lees("hof van Dalfsen"), "hoofdletter"),
    ],
)
def test_other_types_in_their_forms(verwacht, waarde, vorm):
    assert verwacht == druk(waarde, vorm)


def test_a_unit_stands_behind_the_figure_in_the_right_number():
    assert druk(aantal("168"), "eenheid", eenheid="opvangplaats/opvangplaatsen") == "168 opvangplaatsen"
    assert druk(aantal("1"), "eenheid", eenheid="opvangplaats/opvangplaatsen") == "1 opvangplaats"
    assert druk(aantal("-1"), "eenheid", eenheid="amv-plaats/amv-plaatsen") == "−1 amv-plaats"
    assert druk(aantal("2"), "eenheid", eenheid="asielzoekers") == "2 asielzoekers"
    assert druk(aantal("1"), "eenheid", eenheid="dagen") == "1 dag"
    assert druk(Grens.lees("> 100"), "eenheid", eenheid="bewoners") == "meer dan 100 bewoners"


def test_circa_follows_the_fact_into_every_form_but_kaal():
    assert druk(aantal("105"), circa=True) == "circa 105"
    assert druk(aantal("10"), "tekst", circa=True) == "circa tien"
    assert druk(aantal("105"), "eenheid", circa=True, eenheid="asielzoekers") == "circa 105 asielzoekers"
    assert druk(aantal("105"), "hoofdletter", circa=True) == "Circa 105"
    assert druk(aantal("48"), "verschil", circa=True) == "circa +48"
    assert druk(aantal("105"), "kaal", circa=True) == "105"


def test_no_line_can_break_inside_a_figure_with_its_unit_or_a_day_with_its_month():
    datum = Feit(pad="d", waarde=Datum.lees("2024-12-20"))
    plaatsen = Feit(pad="p", waarde=aantal("105"), circa=True, eenheid="plaatsen")
    assert opmaak.print_feit(datum, "weekdag") == "vrijdag\u00a020\u00a0december\u00a02024"
    assert opmaak.print_feit(plaatsen, "eenheid") == "circa\u00a0105\u00a0plaatsen"


@pytest.mark.parametrize("vorm", ["", *opmaak.VORMEN])
def test_an_open_fact_shows_what_has_to_be_filled_in_in_every_form(vorm):
    met_vraag = Feit(pad="verdeelbesluit.bekendmaking", waarde=None, vraag="de dag van bekendmaking")
    zonder_vraag = Feit(pad="motie.aangenomen_op", waarde=None)
    assert opmaak.print_feit(met_vraag, vorm) == "[nog in te vullen: de dag van bekendmaking]"
    assert opmaak.print_feit(zonder_vraag, vorm) == "[nog in te vullen: aangenomen op]"


def test_an_unknown_form_is_refused_and_the_forms_are_named():
    with pytest.raises(ValueError, match=r"de vorm ‘breeduit’ bestaat niet; kies uit kaal, .* of hoofdletter"):
        druk(aantal("5"), "breeduit")


@pytest.mark.parametrize(
    ("waarde", "vorm", "reden"),
    [
        (Tekst.lees("Dalfsen"), "woorden", "het is geen getal"),
        (Datum.lees("2024-12-20"), "getal", "het is geen getal"),
        (Aantal.lees("5"), "weekdag", "het is geen datum"),
        (Aantal.lees("5"), "datum", "het is geen datum"),
        (Aantal.lees("33,6"), "woorden", "het is geen heel getal"),
        (Aantal.lees("5"), "eenheid", "het heeft geen eenheid"),
        (Aantal.lees("0"), "rang", "0 heeft geen rangtelwoord"),
        (Duur.lees("7 jaar"), "rang", "alleen een vast aantal heeft een rangtelwoord"),
        (Datum.lees("2024-12"), "weekdag", "van deze datum is de dag niet bekend"),
        (Datum.lees("2024-12"), "datum_kort", "van deze datum is de dag niet bekend"),
        (Datum.lees("2025-K1"), "maand", "van deze datum is de maand niet bekend"),
        (JaNee.lees("ja"), "verschil", "het is geen getal"),
        (Verwijzing.lees("locaties.ambachtsweg"), "", "het is een verwijzing"),
    ],
)
def test_a_form_that_does_not_fit_is_refused_with_the_reason(waarde, vorm, reden):
    with pytest.raises(ValueError, match=f"‘cijfers.proef’ laat zich niet afdrukken als .*: {reden}"):
        druk(waarde, vorm)


def test_an_ordinal_of_a_circa_figure_is_refused():
    with pytest.raises(ValueError, match="rangtelwoord"):
        druk(aantal("5"), "rang", circa=True)


def test_words_in_a_row():
    assert opmaak.join_woorden([]) == ""
    assert opmaak.join_woorden(["a"]) == "a"
    assert opmaak.join_woorden(["a", "b"]) == "a en b"
    assert opmaak.join_woorden(["a", "b", "c"], "of") == "a, b of c"


@pytest.mark.parametrize(
    ("getal", "woord"),
    [
        (1, "één"), (2, "twee"), (22, "tweeëntwintig"), (101, "honderdeen"), (1001, "duizend één"),
        (1442, "duizend vierhonderdtweeënveertig"), (2024, "tweeduizend vierentwintig"), (6000, "zesduizend"),
        (0, "nul"), (2_000_001, "twee miljoen één"), (21_000_000_000, "eenentwintig miljard"), (-3, "min drie"),
    ],
)  # fmt: skip
def test_number_words_are_spelled_as_the_woordenlijst_does(getal, woord):
    assert woord == opmaak.telwoord(getal)


@pytest.mark.parametrize(
    ("getal", "woord"),
    [
        (1, "eerste"), (3, "derde"), (8, "achtste"), (12, "twaalfde"), (20, "twintigste"), (21, "eenentwintigste"),
        (101, "honderdeerste"), (103, "honderdderde"), (1000, "duizendste"), (2001, "tweeduizend eerste"),
        (101_000, "honderdeenduizendste"), (1_000_000, "een miljoenste"),
    ],
)  # fmt: skip
def test_ordinals_are_spelled_as_the_woordenlijst_does(getal, woord):
    assert woord == opmaak.rangtelwoord(getal)


@pytest.mark.parametrize("reeks", [range(2000), range(2000, 1_000_001, 613)])
def test_number_words_that_are_written_are_read_back(reeks):
    assert [] == [getal for getal in reeks if text2num(opmaak.telwoord(getal), "nl") != getal]
    assert [] == [
        getal
        for getal in reeks
        if getal >= 2 and [v.waarde for v in opmaak.getallen_in(opmaak.telwoord(getal))] != [Aantal(Decimal(getal))]
    ]


def gevonden(tekst: str) -> list[tuple[str, str]]:
    """Every figure with its value printed; codes in quotes."""
    return [
        (v.tekst, f"‘{v.waarde.tekst}’" if isinstance(v.waarde, Tekst) else druk(v.waarde))
        for v in opmaak.getallen_in(tekst)
    ]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("geen enkel getal, een of beide, de eerste en de Tweede Kamer", []),
        ("van 168 naar 5.787 of 33,6.", [("168", "168"), ("5.787", "5.787"), ("33,6", "33,6")]),
        (
            "€ 1.442, € 12,50 en 2,5 miljoen euro",
            [("€ 1.442", "€ 1.442"), ("€ 12,50", "€ 12,50"), ("2,5 miljoen euro", "€ 2.500.000")],
        ),
        ("82,6% of 90 procent", [("82,6%", "82,6%"), ("90 procent", "90%")]),
        ("op 20 december 2024", [("20 december 2024", "20 december 2024")]),
        ("op 20\u00a0december\u00a02024", [("20\u00a0december\u00a02024", "20 december 2024")]),
        ("op 9 en 16 september 2024", [("9", "9 september 2024"), ("16 september 2024", "16 september 2024")]),
        ("op 6 respectievelijk 16 september jl.", [("6", "‘6 september’"), ("16 september", "‘16 september’")]),
        ("20-12-2024 of 2024-12-20", [("20-12-2024", "20 december 2024"), ("2024-12-20", "20 december 2024")]),
        ("31 april 2024 en 31-02-2024", [("31 april 2024", "‘31 april 2024’"), ("31-02-2024", "‘31-02-2024’")]),
        ("in juni 2024, begin 2025", [("juni 2024", "juni 2024"), ("2025", "2025")]),
        ("het eerste kwartaal 2025", [("eerste kwartaal 2025", "het eerste kwartaal van 2025")]),
        (
            "24/7, 1.1a, 2024-2027 en 19:30",
            [("24/7", "‘24/7’"), ("1.1a", "‘1.1a’"), ("2024-2027", "‘2024-2027’"), ("19:30", "‘19:30’")],
        ),
        ("een 7-jarige termijn", [("7", "7")]),
        ("min \u221226 en 500 m2", [("\u221226", "−26"), ("500", "500")]),
        ("Vijf of één, niet een", [("Vijf", "5"), ("één", "1")]),
        (
            "twee miljoen; tweeduizend vierentwintig; twee drie",
            [("twee miljoen", "2.000.000"), ("tweeduizend vierentwintig", "2.024"), ("twee", "2"), ("drie", "3")],
        ),
        ("een twintigtal, tweemaal, anderhalf jaar", [("twintigtal", "20"), ("tweemaal", "2"), ("anderhalf", "1,5")]),
        ("½ jaar, 2½ uur, 1 ¾ en ⅓", [("½", "0,5"), ("2½", "2,5"), ("1 ¾", "1,75"), ("⅓", "‘⅓’")]),
        ("driekwart, een half jaar, Een dozijn", [("driekwart", "0,75"), ("een half", "0,5"), ("Een dozijn", "12")]),
        (
            "een derde van 9, twee derde deel, de helft",
            [
                ("een derde", "‘een derde’"),
                ("9", "9"),
                ("twee derde", "‘twee derde’"),
                ("de helft", "0,5"),
            ],
        ),
        ("een derde partij, het derde lid, een kwartier, elk halfjaar", []),
        ("honderden en tienduizenden", [("honderden", "‘honderden’"), ("tienduizenden", "‘tienduizenden’")]),
        ("het college acht het nodig; neem dit in acht te nemen; acht locaties", [("acht", "8")]),
    ],
)
def test_the_figures_in_a_text(tekst, verwacht):
    assert verwacht == gevonden(tekst)


def test_a_figure_knows_its_place_in_the_text():
    tekst = "De taak is 168 plaatsen vóór 1 juli 2025, in vijf jaar."
    assert ["168", "1 juli 2025", "vijf"] == [tekst[v.begin : v.eind] for v in opmaak.getallen_in(tekst)]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Awb, artikel 7:1, derde lid", [("7:1", "artikelnummer")]),
        ("artikelen 160 en 169", [("160", "artikelnummer"), ("169", "artikelnummer")]),
        ("Spreidingswet 7 lid 1", [("7", "artikelnummer"), ("1", "artikelnummer")]),
        ("Awb 6:7; 6:8 lid 1", [("6:7", "artikelnummer"), ("6:8", "artikelnummer"), ("1", "artikelnummer")]),
        ("artikel 3, 168 plaatsen", [("3", "artikelnummer"), ("168", "")]),
        ("Stb. 2024, 12", [("2024", "officiële publicatie"), ("12", "officiële publicatie")]),
        ("Richtlijn 2001/55/EG", [("2001/55/EG", "naam van regelgeving")]),
        ("PDF/A-2a", [("2a", "naam van een norm")]),
        ("vraagstukken 1 en 2, § 1.6", [("1", "verwijzing"), ("2", "verwijzing"), ("1.6", "verwijzing")]),
        ("stap twee", [("twee", "verwijzing")]),
        ("1. Samen met de raad", [("1", "lijstnummer")]),
        ("4.1 Gesprekken met het COA", [("4.1", "lijstnummer")]),
        (
            "afdeling 3.4 van de Algemene wet bestuursrecht, Titel 4.2 Awb",
            [("3.4", "verwijzing"), ("4.2", "verwijzing")],
        ),
        ("hoofdstuk 16 van de Omgevingswet, agendapunt 7", [("16", "verwijzing"), ("7", "verwijzing")]),
        ("De vragen 3 en 4 gaan over geld", [("3", "verwijzing"), ("4", "verwijzing")]),
        ("wij vragen 3 of 4 plaatsen", [("3", "verwijzing"), ("4", "")]),
        ("de afdeling 12 mensen", [("12", "")]),
        (
            "D66, 50PLUS, N348, A28 en COVID-19",
            [(naam, "naam of code") for naam in ("D66", "50PLUS", "N348", "A28", "19")],
        ),
        ("Q3, A28,5, 50MW en EUR50", [("Q3", ""), ("A28,5", ""), ("50MW", ""), ("EUR50", "")]),
        (
            "Bouwbesluit 2012, Financiële verordening 2023",
            [(jaar, "naam met een jaartal") for jaar in ("2012", "2023")],
        ),
        ("de programmabegroting 2026-2029", [("2026-2029", "naam met een jaartal")]),
        ("Vanaf 2023, Overijssel 2023, het besluit 2023", [("2023", "")] * 3),
        ("Woonvisie 2.000, Omgevingsvisie 1.950 huizen, het plan 2030", [("2.000", ""), ("1.950", ""), ("2030", "")]),
        ("bel 112, of bel met 112 mensen", [("112", "alarmnummer"), ("112", "")]),
        ("www.dalfsen24.nl/a2 en lokaal24.nl", [("dalfsen24.nl/a2", "webadres"), ("lokaal24.nl", "webadres")]),
        ("188 plaatsen", [("188", "")]),
        ("een voorstel van 25 plaatsen", [("25", "")]),
    ],
)
def test_numbers_that_say_where_something_stands_are_told_apart(tekst, verwacht):
    assert verwacht == [(v.tekst, opmaak.vindplaats(tekst, v)) for v in opmaak.getallen_in(tekst)]
    assert [bool(reden) for _, reden in verwacht] == [opmaak.is_vindplaats(tekst, v) for v in opmaak.getallen_in(tekst)]


def test_every_form_says_in_dutch_what_it_gives():
    assert [] == [naam for naam, vorm in opmaak.VORMEN.items() if ":" not in vorm.uitleg]
