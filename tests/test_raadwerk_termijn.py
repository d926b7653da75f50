"""``raadwerk termijn`` as people and programs use it: what they type, what they get, what is refused."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import WORTEL

from generator.cli import voer_uit
from generator.datumtekst import hoofdletter

ANTWOORD = "2026-05-06"  # six weeks after 24 March 2026, past Liberation Day


@pytest.fixture
def typ(capsys, monkeypatch):
    """Runs ``raadwerk termijn`` with these words; gives the exit code and what it printed."""

    def voer(*woorden: str, invoer: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer)))
        code = voer_uit(["termijn", *woorden])
        uit, fout = capsys.readouterr()
        return code, uit, fout

    return voer


@pytest.fixture
def data(typ):
    """Runs it with ``--json``; gives the object."""
    return lambda *woorden: json.loads(typ(*woorden, "--json")[1])


@pytest.fixture
def regels(typ):
    """Runs it on lines of standard input with ``--json``; gives the exit code and the objects."""

    def voer(invoer: bytes, *woorden: str):
        code, uit, _ = typ("-", "--json", *woorden, invoer=invoer)
        return code, [json.loads(regel) for regel in uit.splitlines()]

    return voer


# --- one date -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "datum",
    ["24-03-2026", "24-3-2026", "24/3/2026", "24.3.2026", "24 3 2026", "2026-03-24", "2026-3-24", "2026/03/24",
     "24 maart 2026", "24 Maart 2026", "24 MRT 2026", "24 mrt. 2026", "24-mrt-2026", "24e maart 2026",
     "dinsdag 24 maart 2026", "di. 24-3-2026", "dinsdag, 24 maart 2026", "op 24 maart 2026", "20260324",
     "24–3–2026", "24\u20113\u20112026", "24\u00a0maart\u00a02026", "  24   maart  2026  "],
)  # fmt: skip
def test_a_date_is_read_in_every_form_people_type(data, datum):
    assert data(datum)["laatste_dag"] == ANTWOORD


def test_a_date_may_be_typed_without_quotes(data):
    assert data("24", "maart", "2026")["laatste_dag"] == ANTWOORD


@pytest.mark.parametrize(
    ("datum", "zin"),
    [
        ("gisteren", "hangt af van de dag waarop u dit leest, en die is geen feit"),
        ("vandaag", "geen feit"),
        ("morgen", "geen feit"),
        ("eergisteren", "geen feit"),
        ("vorige week", "geen feit"),
        ("maandag", "geen feit"),
        ("31-4-2026", "april 2026 heeft 30 dagen\n  raad: bedoelde u 30-4-2026?"),
        ("29 februari 2026", "februari 2026 heeft 28 dagen"),
        ("32-1-2026", "januari 2026 heeft 31 dagen"),
        ("0-3-2026", "maart 2026 heeft 31 dagen"),
        ("3/24/2026", "er is geen maand 24\n  raad: bedoelde u 24-3-2026?"),
        ("24-13-2026", "er is geen maand 13"),
        ("1-1-0000", "er is geen jaar 0"),
        ("24-3-26", "noemt de eeuw niet\n  raad: bedoelde u 24-3-2026?"),
        ("24 mrt '26", "bedoelde u 24-3-2026?"),
        ("24 maart", "noemt geen jaar"),
        ("24-3", "noemt geen jaar"),
        ("maandag 24 maart 2026", "24 maart 2026 is een dinsdag"),
        ("24 march 2026", "is geen datum"),
        ("2026-03-24T10:00", "is geen datum"),
        ("24-3-2026 om tien uur", "is geen datum"),
        ("24-3-20266", "is geen datum"),
        ("paaseieren", "is geen datum\n  verwacht: een datum als 24-3-2026"),
        ("x" * 5000, "…’ is geen datum"),
        ("", "er staat geen datum"),
        ("1-1-1965", "valt buiten de kalender"),
        ("1-12-2100", "valt buiten de kalender"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(typ, datum, zin):
    code, uit, fout = typ(datum)

    assert code == 2
    assert not uit
    assert zin in fout
    assert len(fout) < 500


def test_the_answer_comes_first_then_the_steps_then_the_calendar(typ):
    code, uit, fout = typ("24-03-2026")

    assert (code, fout) == (0, "")
    delen = ["Bezwaar maken", "Laatste dag   woensdag 6 mei 2026", "ontvangen uiterlijk woensdag 13 mei 2026",
             "Zo is gerekend", "Dinsdag 5 mei 2026 is Bevrijdingsdag. (Atw 3 lid 1)", "En voor ontvangst per post",
             "ma   di   wo", "[ 6]", "(13)", "5 mei Bevrijdingsdag; 14 mei Hemelvaartsdag"]  # fmt: skip
    plekken = [uit.index(deel) for deel in delen]
    assert sorted(plekken) == plekken


def test_the_text_has_no_line_that_runs_off_a_screen_of_100(typ):
    for datum in ("24-03-2026", "13-11-2024", "19-4-2030"):
        assert max(map(len, typ(datum)[1].splitlines())) <= 100


def test_two_readings_are_both_named_the_safe_one_first(typ):
    _, uit, _ = typ("19", "april", "2030")

    assert "vrijdag 31 mei 2030 (veilig) of maandag 3 juni 2030 (zie Let op)" in uit
    assert "Te beoordelen: is vrijdag 31 mei 2030" in uit
    assert "[31]" in uit
    assert "[ 3]" in uit


def test_of_one_day_one_is_called_safe(typ):
    _, uit, _ = typ("22", "maart", "2029")  # the week for the post ends on Ascension Day, before a day of doubt
    uit = " ".join(uit.split())

    assert "Te beoordelen: is vrijdag 11 mei 2029 bij besluit gelijkgesteld" in uit
    assert "houdt donderdag 10 mei 2029 aan" in uit
    assert 1 == uit.count("Wie zelf iets moet doen")


def test_a_last_day_in_doubt_is_not_mixed_up_with_that_of_receipt_by_post(typ):
    _, uit, _ = typ("29", "maart", "2029")
    uit = " ".join(uit.split())

    assert "Wie zelf iets moet doen, houdt vrijdag 11 mei 2029 aan" in uit
    assert "wie zelf iets verstuurt, zorgt dat het uiterlijk op vrijdag 18 mei 2029 is ontvangen" in uit


def test_what_may_end_later_than_the_calendar_year_says_so_in_the_answer(typ, data):
    _, uit, _ = typ("15-12-2026", "--soort", "beslissen_belasting")

    assert "Laatste dag   donderdag 31 december 2026 (veilig) of later (zie Let op)" in uit
    assert data("2026-12-15", "--soort", "beslissen_belasting")["zonder_grens"] is True
    assert data("2026-03-15", "--soort", "beslissen_belasting")["zonder_grens"] is False


def test_the_object_holds_what_another_program_needs(data):
    antwoord = data("2026-03-15")
    voorbehoud = (
        "Of de Algemene termijnenwet de week voor ontvangst per post verlengt, staat niet vast. Wie zelf iets moet "
        "doen, houdt dinsdag 5 mei 2026 aan; wie beoordeelt of een ander op tijd was, gaat uit van woensdag "
        "6 mei 2026."
    )

    assert {sleutel: antwoord[sleutel] for sleutel in antwoord if not sleutel.startswith("stappen")} == {
        "soort": "bezwaar",
        "naam": "bezwaar maken",
        "gebeurtenis": "de bekendmaking van het besluit",
        "dag": "2026-03-15",
        "bekendmaking": "2026-03-15",
        "eerste_dag": "2026-03-16",
        "laatste_dag": "2026-04-28",
        "laatste_dag_veilig": "2026-04-28",
        "zonder_grens": False,
        "uiterste_ontvangst_post": "2026-05-06",
        "uiterste_ontvangst_post_veilig": "2026-05-05",
        "voorbehoud": [voorbehoud],
    }
    assert antwoord["stappen"][1] == {
        "tekst": "De termijn begint op de dag daarna: maandag 16 maart 2026.",
        "grondslag": "Awb 6:8 lid 1",
        "datum": "2026-03-16",
    }
    assert antwoord["stappen"][-1]["datum"] == antwoord["laatste_dag"]
    assert antwoord["stappen_post"][-1]["datum"] == antwoord["uiterste_ontvangst_post"]


def test_a_kind_that_is_not_counted_from_a_bekendmaking_says_so(data):
    antwoord = data("2026-04-07", "--soort", "woo")

    assert antwoord["bekendmaking"] is None
    assert antwoord["gebeurtenis"] == "de ontvangst van het verzoek"
    assert antwoord["uiterste_ontvangst_post"] is None


# --- kinds, lengths, backward ---------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ["hoger_beroep", "hoger beroep", "Hoger-Beroep"])
def test_a_kind_may_be_written_with_spaces_and_capitals(data, soort):
    assert data("24-3-2026", "--soort", soort)["soort"] == "hoger_beroep"


@pytest.mark.parametrize("woorden", [(), ("--soorten",)])
def test_without_a_date_every_kind_is_listed(typ, woorden):
    code, uit, _ = typ(*woorden)

    assert code == 0
    assert "wensen_en_bedenkingen" in uit
    assert "verdaging_bezwaar\n    de beslissing op bezwaar verdagen: ten hoogste zes weken" in uit


def test_an_explanation_has_the_apostrophe_of_print(typ):
    _, uit, _ = typ("24-3-2026", "--soort", "vergunning_wachttijd")

    assert "zonder zo’n bepaling" in " ".join(uit.split())


def test_the_kinds_can_be_read_by_a_program(typ):
    lijst = json.loads(typ("--soorten", "--json")[1])

    assert {"soort": "bezwaar", "naam": "bezwaar maken", "lengte": "zes weken",
            "begin": "de bekendmaking van het besluit", "grondslag": ["Awb 6:7"]} in lijst  # fmt: skip


def test_a_length_of_ones_own_is_taken_to_stand_in_a_law_and_says_so(data):
    antwoord = data("10-3-2025", "--duur", "8 weken")

    assert (antwoord["laatste_dag"], antwoord["laatste_dag_veilig"]) == ("2025-05-06", "2025-05-05")
    assert "Aangenomen" in antwoord["voorbehoud"][0]


@pytest.mark.parametrize("duur", ["6 weken", "6weken", "zes weken", "Zes  WEKEN", "6  weken"])
def test_a_length_may_be_written_in_words(data, duur):
    assert "2026-05-06" == data("25-3-2026", "--duur", duur)["laatste_dag"]


def test_a_sentence_that_begins_with_a_stressed_one_has_its_capital_without_accent():
    assert "Eén maand" == hoofdletter("één maand")


def test_one_week_in_words(data):
    assert "2026-03-31" == data("24-3-2026", "--duur", "één week")["laatste_dag"]
    assert "2026-03-31" == data("24-3-2026", "--duur", "een week")["laatste_dag"]


def test_counting_back_never_moves_the_day(typ):
    _, uit, _ = typ("30-6-2025", "--duur", "25 weken", "--terug")

    assert "Uiterlijk op   maandag 6 januari 2025" in uit
    assert "(Atw 1 lid 2)" in uit


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("24-3-2026", "--soort", "bezwaarr"), "bedoelde u ‘bezwaar’?"),
        (("24-3-2026", "--duur", "acht"), "‘acht’ is geen duur"),
        (("24-3-2026", "--duur", "anderhalve week"), "‘anderhalve week’ is geen duur"),
        (("24-3-2026", "--duur", "zes manden"), "‘zes manden’ is geen duur"),
        (("24-3-2026", "--terug"), "Noem bij --terug ook een --soort of een --duur"),
        (("24-3-2026", "--duur", "48 uur"), "wordt nooit verlengd"),
        (("24-3-2026", "--duur", "0 weken"), "geen termijn in hele dagen"),
        (("24-3-2026", "--duur", "99999999999 weken"), "buiten elke kalender"),
        (("24-3-2026", "--soort", "bezwaar", "--duur", "8 weken"), "bezwaar duurt zes weken (Awb 6:7)"),
        (("24-3-2026", "--soort", "herstel_verzuim"), "de wet noemt geen lengte"),
        (("24-3-2026", "--ics", "--json"), "niet allebei"),
        (("24-3-2026", "--ics", "bestaat-niet/x.ics"), "dit bestand is niet te schrijven"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_with_a_sentence(typ, woorden, zin):
    code, uit, fout = typ(*woorden)

    assert code == 2
    assert not uit
    assert zin in fout


# --- a list on standard input ---------------------------------------------------------------------------------


def test_each_line_gives_one_object_in_its_order(regels):
    code, antwoorden = regels(b"24-3-2026\n24 maart 2026 beroep\n2026-03-24 hoger beroep\n")

    assert code == 0
    assert [antwoord["regel"] for antwoord in antwoorden] == [1, 2, 3]
    assert [antwoord["soort"] for antwoord in antwoorden] == ["bezwaar", "beroep", "hoger_beroep"]
    assert {antwoord["laatste_dag"] for antwoord in antwoorden} == {ANTWOORD}


def test_a_line_that_is_no_date_costs_one_line_and_the_exit_code_tells(regels):
    code, antwoorden = regels(b"24-3-2026\ngisteren\n\n31-4-2026\n\xff\xfe\n24-3-2026 bezwaarr\n1-12-2100\n24-3-2026\n")

    assert code == 2
    assert [antwoord["regel"] for antwoord in antwoorden] == list(range(1, 9))
    assert ["fout" in antwoord for antwoord in antwoorden] == [False, True, True, True, True, True, True, False]
    assert antwoorden[2] == {"regel": 3, "fout": "er staat geen datum"}
    assert "bedoelde u 30-4-2026?" in antwoorden[3]["fout"]


def test_the_kind_of_the_option_holds_for_lines_without_one(regels):
    _, antwoorden = regels(b"24-3-2026\n24-3-2026 bezwaar\n", "--soort", "zienswijze")

    assert [antwoord["soort"] for antwoord in antwoorden] == ["zienswijze", "bezwaar"]


def test_line_ends_of_windows_a_byte_order_mark_and_no_last_line_end_are_fine(regels):
    code, antwoorden = regels(b"\xef\xbb\xbf24-3-2026\r\n24-3-2026")

    assert code == 0
    assert len(antwoorden) == 2


def test_nothing_on_standard_input_gives_nothing(regels):
    assert regels(b"") == (0, [])


def test_without_json_a_list_is_one_line_each_and_faults_go_to_standard_error(typ):
    code, uit, fout = typ("-", invoer=b"24-3-2026\nmorgen\n")

    assert code == 2
    assert uit.startswith("24 maart 2026  bezwaar: laatste dag woensdag 6 mei 2026")
    assert uit.count("\n") == 1
    assert fout.startswith("regel 2: ‘morgen’")


# --- the calendar file ----------------------------------------------------------------------------------------


def gebeurtenissen(ics: bytes) -> list[dict[str, str]]:
    """The events of a calendar file, unfolded; alarms count as ``TRIGGER`` lines of their event."""
    assert ics.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert ics.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in ics.replace(b"\r\n", b"")
    assert max(map(len, ics.split(b"\r\n"))) <= 75
    gevonden: list[dict[str, str]] = []
    for regel in ics.replace(b"\r\n ", b"").decode().split("\r\n"):
        naam, _, waarde = regel.partition(":")
        if regel == "BEGIN:VEVENT":
            gevonden.append({"TRIGGER": ""})
        elif naam == "TRIGGER":
            gevonden[-1]["TRIGGER"] += f"{waarde} "
        elif gevonden:
            gevonden[-1].setdefault(naam, waarde)
    return gevonden


def test_the_calendar_file_has_an_event_and_two_reminders_for_each_last_day(typ):
    _, uit, _ = typ("15-3-2026", "--ics")
    laatste, post = gebeurtenissen(uit.encode().replace(b"\n", b"\r\n") if "\r" not in uit else uit.encode())

    assert laatste["SUMMARY"] == "Laatste dag: bezwaar maken"
    assert (laatste["DTSTART;VALUE=DATE"], laatste["DTEND;VALUE=DATE"]) == ("20260428", "20260429")
    assert post["DTSTART;VALUE=DATE"] == "20260505"  # the safe one; the text names the other
    assert "woensdag 6 mei 2026" in post["DESCRIPTION"]
    for gebeurtenis in (laatste, post):
        assert gebeurtenis["TRIGGER"] == "-P6DT15H -PT15H "
        assert gebeurtenis["DTSTAMP"] == "20260315T000000Z"
    assert laatste["UID"] != post["UID"]


def test_text_in_the_calendar_file_is_escaped(typ, tmp_path):
    typ("24-3-2026", "--ics", str(tmp_path / "x.ics"))
    beschrijving = gebeurtenissen((tmp_path / "x.ics").read_bytes())[0]["DESCRIPTION"]

    assert r"Niet de datum van het besluit telt\, maar" in beschrijving
    assert r"Awb 3:41\; Awb 3:42" in beschrijving


def test_a_calendar_file_of_ours_is_replaced_and_any_other_file_stays(typ, tmp_path):
    bestand = tmp_path / "x.ics"
    assert typ("24-3-2026", "--ics", str(bestand))[2].endswith("x.ics.\n")
    assert "het vorige is vervangen" in typ("25-3-2026", "--ics", str(bestand))[2]

    bestand.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Outlook//NL\r\n")
    voor = bestand.read_bytes()
    code, _, fout = typ("24-3-2026", "--ics", str(bestand))
    assert code == 2
    assert "dit bestand bestaat al, en Raadwerk heeft het niet gemaakt" in fout
    assert voor == bestand.read_bytes()


def test_the_calendar_file_is_written_where_asked(typ, tmp_path):
    bestand = tmp_path / "bezwaar.ics"
    code, uit, fout = typ("24-3-2026", "--ics", str(bestand))

    assert (code, uit) == (0, "")
    assert str(bestand) in fout
    assert len(gebeurtenissen(bestand.read_bytes())) == 2


def test_a_date_after_the_option_is_no_file_name(typ):
    code, uit, _ = typ("--ics", "24", "maart", "2026")

    assert code == 0
    assert "20260506" in uit


def test_a_list_of_dates_becomes_one_calendar(typ, tmp_path):
    bestand = tmp_path / "alles.ics"
    code, _, _ = typ("-", "--ics", str(bestand), invoer=b"24-3-2026\n1-6-2026 woo\ngisteren\n")

    assert code == 2
    assert len(gebeurtenissen(bestand.read_bytes())) == 3


# --- as a process ---------------------------------------------------------------------------------------------


def uitvoer(map_: Path, **omgeving: str) -> bytes:
    proces = subprocess.run(
        [sys.executable, "-m", "generator", "termijn", "13-11-2024", "--json"],
        cwd=map_, env=os.environ | {"PYTHONPATH": str(WORTEL)} | omgeving, capture_output=True, check=True,
    )  # fmt: skip
    return proces.stdout


def test_the_same_question_gives_the_same_bytes_anywhere(tmp_path):
    hier = uitvoer(WORTEL, TZ="Europe/Amsterdam", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    daar = uitvoer(tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="2")

    assert hier == daar


def test_the_command_starts_without_the_packages_it_does_not_need():
    zwaar = "{'babel', 'jinja2', 'lxml', 'rich', 'typst'} & set(sys.modules)"
    proces = subprocess.run(
        [sys.executable, "-c", f"import sys, generator.cli.termijn; print({zwaar})"],
        env=os.environ | {"PYTHONPATH": str(WORTEL)}, capture_output=True, check=True, text=True,
    )  # fmt: skip

    assert proces.stdout.strip() == "set()"
