"""Rest days of the Algemene termijnenwet: fixed, movable, by decree, and the days nobody can know yet."""

import datetime as dt

import holidays
import pytest
from hypothesis import given, strategies as st
from recht import RECHT

from generator.errors import InvoerError
from generator.regels.kalender import gewone_dag_vanaf, is_mogelijk_gelijkgesteld, pasen, rustdag

KALENDER = RECHT.kalender
DAGEN = st.dates(KALENDER.van, dt.date(2099, 12, 31))


def dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def naam(tekst: str) -> str | None:
    gevonden = rustdag(KALENDER, dag(tekst))
    return gevonden.naam if gevonden else None


@pytest.mark.parametrize(
    ("jaar", "zondag"),
    [(1966, "04-10"), (1981, "04-19"), (2000, "04-23"), (2008, "03-23"), (2024, "03-31"), (2025, "04-20"),
     (2026, "04-05"), (2038, "04-25"), (2049, "04-18"), (2076, "04-19"), (2100, "03-28")],
)  # fmt: skip
def test_easter_falls_on_its_known_sundays(jaar, zondag):
    assert dag(f"{jaar}-{zondag}") == pasen(jaar)


@pytest.mark.parametrize(
    ("datum", "verwacht"),
    [
        ("2026-01-01", "Nieuwjaarsdag"),
        ("2026-04-03", "Goede Vrijdag"),
        ("2026-04-06", "tweede paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2026-05-05", "Bevrijdingsdag"),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-25", "tweede pinksterdag"),
        ("2026-12-25", "eerste kerstdag"),
        ("2026-12-26", "tweede kerstdag"),
        ("2026-05-16", "zaterdag"),
        ("2026-05-17", "zondag"),
        ("2026-05-18", None),
    ],
)
def test_every_rest_day_of_2026_has_its_name(datum, verwacht):
    assert naam(datum) == verwacht


@pytest.mark.parametrize("jaar", [2011, 2016, 2021, 2022, 2023, 2024, 2026, 2027])
def test_liberation_day_is_a_holiday_every_year_not_only_in_lustrum_years(jaar):
    assert naam(f"{jaar}-05-05") in {"Bevrijdingsdag", "Hemelvaartsdag"}


@pytest.mark.parametrize("jaar", [2014, 2025, 2031])
def test_kings_day_on_a_sunday_is_kept_on_saturday_and_monday_is_a_working_day(jaar):
    assert naam(f"{jaar}-04-26") == "Koningsdag"
    assert naam(f"{jaar}-04-27") == "zondag"
    assert naam(f"{jaar}-04-28") is None


@pytest.mark.parametrize(
    ("datum", "verwacht"),
    [("2010-04-30", "Koninginnedag"), ("2013-04-30", "Koninginnedag"), ("2014-04-30", None),
     ("2006-04-29", "Koninginnedag"), ("2006-04-30", "zondag"), ("2006-05-01", None),
     ("1972-04-30", "zondag"), ("1972-05-01", "Koninginnedag"), ("2013-04-27", "zaterdag")],
)  # fmt: skip
def test_queens_day_by_year(datum, verwacht):
    assert naam(datum) == verwacht


def test_the_equalised_days_are_those_of_the_decrees_and_no_other():
    per_jaar = dict.fromkeys(range(2014, 2029), 0)
    for gelijk in KALENDER.gelijkgesteld:
        if gelijk.year in per_jaar:
            per_jaar[gelijk.year] += 1

    assert list(per_jaar.values()) == [1, 3, 1, 2, 3, 2, 1, 1, 1, 2, 2, 1, 2, 1, 2]


def test_every_equalised_day_is_a_monday_or_a_friday():
    assert {gelijk.weekday() for gelijk in KALENDER.gelijkgesteld} == {0, 4}


@pytest.mark.parametrize("datum", ["2020-05-04", "2022-05-06", "2027-04-26", "2026-05-04", "2024-12-24", "2024-12-31"])
def test_a_bridge_day_without_a_decree_is_a_working_day(datum):
    assert naam(datum) is None
    assert not is_mogelijk_gelijkgesteld(KALENDER, dag(datum))


@pytest.mark.parametrize("datum", ["2018-12-24", "2018-12-31", "2015-05-04", "2010-05-14", "2028-05-26"])
def test_a_day_made_equal_names_its_decree(datum):
    assert "gelijkgesteld" in naam(datum)


@pytest.mark.parametrize("datum", ["2022-05-31", "2026-02-02", "2025-05-26"])
def test_days_from_false_lists_are_working_days(datum):
    assert naam(datum) is None


@pytest.mark.parametrize("datum", ["2030-05-31", "2013-05-10", "2032-01-02", "2029-12-24", "2029-12-31"])
def test_outside_the_known_decrees_a_bridge_day_is_possibly_equal(datum):
    assert naam(datum) is None
    assert is_mogelijk_gelijkgesteld(KALENDER, dag(datum))


def test_a_day_before_the_law_or_after_2100_is_refused_with_the_bounds():
    for buiten in ("1965-03-31", "2101-01-01"):
        with pytest.raises(InvoerError, match="1 april 1965 tot en met 31 december 2100"):
            rustdag(KALENDER, dag(buiten))


@given(DAGEN)
def test_the_next_ordinary_day_is_ordinary_and_never_earlier(begin):
    gewoon = gewone_dag_vanaf(KALENDER, begin)

    assert gewoon >= begin
    assert rustdag(KALENDER, gewoon) is None
    assert gewone_dag_vanaf(KALENDER, begin, mogelijk=True) >= gewoon


def test_the_holidays_package_agrees_but_for_the_differences_we_know():
    """`holidays` lists 5 May in lustrum years only and knows no equalised days; Sundays of Easter we do not list."""
    jaren = range(1966, 2101)
    hun = holidays.country_holidays("NL", years=jaren, categories=("public", "optional"))
    zondagen = {pasen(jaar) + dt.timedelta(days=dagen) for jaar in jaren for dagen in (0, 49)}
    bevrijdingsdagen = {dt.date(jaar, 5, 5) for jaar in jaren}
    ons = {
        datum
        for jaar in jaren
        for datum in (dt.date(jaar, 1, 1) + dt.timedelta(days=getal) for getal in range(366))
        if datum.year == jaar and (reden := rustdag(KALENDER, datum)) and reden.naam not in {"zaterdag", "zondag"}
    }

    assert set(hun) - ons - zondagen == set()
    assert ons - set(hun) - bevrijdingsdagen == set(KALENDER.gelijkgesteld)
