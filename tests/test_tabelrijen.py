"""The rows of a table: a quotation mark that is not closed costs its own row, and is told."""

from __future__ import annotations

import pytest

from generator.errors import Fout
from generator.inhoud.tabel import read_rijen
from generator.inhoud.zaakwaarden import MisfitError, lees_dag


def rijen(csv: str) -> list[tuple[int, object]]:
    return [(regel, "open" if isinstance(rij, Fout) else rij) for regel, rij in read_rijen(csv.encode(), "uitvoer.csv")]


@pytest.mark.parametrize("kapot", ['"2;y', '2;"y'])
def test_an_open_quotation_mark_takes_no_row_below_it(kapot: str):
    assert rijen(f"a;b\n1;x\n{kapot}\n3;z\n4;u\n") == [
        (1, ["a", "b"]), (2, ["1", "x"]), (3, "open"), (4, ["3", "z"]), (5, ["4", "u"]),
    ]  # fmt: skip


def test_an_open_quotation_mark_on_the_last_line_is_told():
    assert rijen('a;b\n1;x\n2;"y\n')[-1] == (3, "open")


def test_an_open_quotation_mark_above_more_than_a_cell_can_hold_is_told():
    gelezen = rijen('a;b\n"1;x\n' + "2;y\n" * 50_000)

    assert gelezen[1] == (2, "open")
    assert len(gelezen) == 50_002


def test_a_cell_of_two_lines_is_one_cell():
    assert rijen('a;b\n1;"x\ny"\n2;z\n') == [(1, ["a", "b"]), (3, ["1", "x\ny"]), (4, ["2", "z"])]


def test_a_quotation_mark_inside_a_cell_opens_nothing():
    assert rijen('a;b\n1;buis 5" dik\n') == [(1, ["a", "b"]), (2, ["1", 'buis 5" dik'])]


def test_the_number_that_a_spreadsheet_keeps_for_a_day_is_no_day_and_the_advice_says_so():
    with pytest.raises(MisfitError) as fout:
        lees_dag("46093")

    assert "maak de kolom in Excel op als datum" in fout.value.raad
