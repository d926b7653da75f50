"""``raadwerk bezwaar`` as people and programs use it: one case, many, a stream, an export; what is refused and why."""

import csv
import datetime as dt
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from bezwaarzaken import BASIS, toets
from conftest import WORTEL
from recht import RECHT

from generator.cli import voer_uit
from generator.inhoud.yaml_lezen import Knoop, Reeks, read_yaml
from generator.inhoud.zaakstroom import cut_documents
from generator.inhoud.zaken import load_zaak, zaakpaden
from generator.verslagen.zaaktabel import als_tabel, maak_rij, sorteer

KAPOT = BASIS.replace("wijze: post", "wijze: pots")
NOG_EEN = BASIS.replace("Z-2026-0412", "Z-2026-0413")
KOLOMMEN = """\
kolommen:
  Zaaknr: zaaknummer
  Bekendgemaakt: besluit.bekendmaking.datum
  Ontvangen op: bezwaarschrift.ontvangen.datum
  Kanaal: bezwaarschrift.ontvangen.wijze
  Ondertekend: bezwaarschrift.indieners.0.ondertekend
vast: {rol: ontvanger, besluit.soort: beschikking, bezwaarschrift.indieners.naam: J. Voorbeeld}
"""
RIJEN = [
    ["Zaaknr", "BSN", "Bekendgemaakt", "Ontvangen op", "Kanaal", "Ondertekend"],
    ["Z-1", "111222333", "12-03-2026", "14-04-2026", "balie", "J"],
    ["Z-2", "", "12-03-2026", "31-04-2026", "balie", "N"],
    ["Z-3", "", "2-1-2026", "12-02-2026", "balie", "N"],
]


@pytest.fixture
def typ(capsys, monkeypatch):
    """Runs ``raadwerk bezwaar`` with these words; gives the exit code and what it printed."""

    def voer(*woorden: object, invoer: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer.encode()), encoding="utf-8"))
        code = voer_uit(["bezwaar", *map(str, woorden)])
        uit, fout = capsys.readouterr()
        return code, uit, fout

    return voer


@pytest.fixture
def zaak(tmp_path) -> Path:
    return _schrijf(tmp_path / "Z-2026-0412.yaml", BASIS)


@pytest.fixture
def werkmap(tmp_path, monkeypatch) -> Path:
    """A werkmap with one dossier that has two cases; we stand in it."""
    _schrijf(tmp_path / "inhoud/proef/dossier.yaml", "titel: proef\n")
    _schrijf(tmp_path / "inhoud/proef/bezwaren/Z-2026-0412.yaml", BASIS)
    _schrijf(tmp_path / "inhoud/proef/bezwaren/Z-2026-0413.yaml", NOG_EEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _schrijf(pad: Path, inhoud: str) -> Path:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(inhoud, encoding="utf-8")
    return pad


# --- one case -------------------------------------------------------------------------------------------------


def test_the_answer_comes_first(typ, zaak):
    code, uit, _ = typ("toets", zaak)

    assert code == 0
    assert uit.startswith("Z-2026-0412: tijdig")
    assert "donderdag 23 april 2026" in uit


def test_the_computation_shows_every_step_with_its_article(typ, zaak):
    _, uit, _ = typ("toets", zaak, "--berekening")

    assert "(Awb 6:8 lid 1)" in uit
    assert "(Awb 6:7)" in uit


def test_who_objects_is_told_what_they_can_do_themselves(typ, tmp_path):
    eigen = tmp_path / "eigen.yaml"
    inhoud = BASIS.replace("rol: ontvanger", "rol: indiener").replace(
        "gronden: [de dakopbouw neemt het licht weg]", "gronden: geen"
    )
    eigen.write_text(inhoud, encoding="utf-8")
    _, uit, _ = typ("toets", eigen)

    assert "Schrijf waarom het besluit volgens u niet klopt" in uit
    assert "geef een termijn om ze alsnog" not in uit
    assert "Wijs daar in de ontvangstbevestiging op" not in uit


def test_json_is_one_object_with_iso_days(typ, zaak):
    code, uit, _ = typ("toets", zaak, "--json")
    data = json.loads(uit)

    assert code == 0
    assert {"zaak", "antwoord", "uitkomsten", "bevindingen", "voldaan", "volgende_stappen", "elders"} == set(data)
    assert data["uitkomsten"]["indieningen"][0]["laatste_dag"]["datum"] == "2026-04-23"


def test_a_finding_of_ernst_fout_ends_with_one(typ, tmp_path):
    eigen = BASIS.replace("rol: ontvanger", "rol: indiener").replace("ondertekend: ja", "ondertekend: nee")
    code, uit, _ = typ("toets", _schrijf(tmp_path / "eigen.yaml", eigen))

    assert code == 1
    assert "fout  BZ-6:5-1-h" in uit


def test_a_broken_case_is_sentences_with_places(typ, tmp_path):
    code, uit, fout = typ("toets", _schrijf(tmp_path / "kapot.yaml", KAPOT))

    assert (2, "") == (code, uit)
    assert re.search(r"kapot\.yaml:\d+:\d+: ‘wijze’ is ‘pots’", fout)
    assert "bedoelde u ‘post’?" in fout


def test_a_case_goes_by_its_number_in_a_werkmap(typ, werkmap):
    assert typ("toets", "Z-2026-0413")[1].startswith("Z-2026-0413")


def test_a_number_that_is_mistyped_gets_a_suggestion(typ, werkmap):
    code, _, fout = typ("toets", "Z-2026-0414")

    assert code == 2
    assert "bedoelde u ‘Z-2026-041" in fout


def test_an_empty_case_file_is_a_sentence(typ, tmp_path):
    code, _, fout = typ("toets", _schrijf(tmp_path / "leeg.yaml", ""))

    assert code == 2
    assert "leeg.yaml" in fout


# --- many -----------------------------------------------------------------------------------------------------


def test_without_a_wish_all_cases_of_the_dossier_are_shown_at_a_glance(typ, werkmap):
    code, uit, _ = typ("toets")

    assert code == 0
    assert ["zaak", "Z-2026-0412", "Z-2026-0413"] == [
        regel.split()[0] for regel in uit.splitlines() if regel[:1] in {"z", "Z"}
    ]


def test_days_left_are_shown_only_when_somebody_says_what_day_it_is(typ, werkmap):
    assert "dagen over" not in typ("toets")[1]
    assert "dagen over" in typ("toets", "--op", "2026-06-01")[1]


def test_a_folder_with_one_broken_case_shows_the_others_and_ends_with_two(typ, werkmap):
    _schrijf(werkmap / "inhoud/proef/bezwaren/Z-0.yaml", KAPOT)
    code, uit, fout = typ("toets", werkmap / "inhoud")

    assert code == 2
    assert "Z-2026-0413" in uit
    assert "bedoelde u ‘post’?" in fout
    assert "niet te lezen: 1" in fout


def test_an_empty_folder_is_a_sentence(typ, tmp_path):
    assert "ligt geen zaak" in typ("toets", tmp_path)[2]


def test_the_overview_as_csv_is_read_by_a_spreadsheet(typ, werkmap):
    rijen = list(csv.DictReader(io.StringIO(typ("toets", "--csv")[1]), delimiter=";"))

    assert ["2026-04-23", "2026-04-23"] == [rij["laatste dag"] for rij in rijen]


def test_a_cell_of_the_csv_is_never_a_formula(typ, tmp_path):
    vals = BASIS.replace("zaaknummer: Z-2026-0412", "zaaknummer: '=HYPERLINK(1)'")
    uit = typ("toets", _schrijf(tmp_path / "a.yaml", vals), "--csv")[1]

    assert "\n'=HYPERLINK(1);" in uit.replace("\r", "")


def test_all_last_days_make_a_calendar_file(typ, werkmap):
    code, _, fout = typ("toets", "--ics", "termijnen.ics")
    inhoud = (werkmap / "termijnen.ics").read_bytes()

    assert code == 0
    assert "termijnen.ics" in fout
    assert inhoud.startswith(b"BEGIN:VCALENDAR\r\n")
    assert inhoud.endswith(b"END:VCALENDAR\r\n")


def test_two_forms_at_once_are_refused(typ, zaak):
    assert typ("toets", zaak, "--json", "--ics")[0] == 2


# --- a stream -------------------------------------------------------------------------------------------------


def test_one_broken_case_in_a_stream_costs_one_case(typ):
    code, uit, _ = typ("toets", "-", "--json", invoer=f"{BASIS}---\nkapot: [\n---\n{KAPOT}---\n{NOG_EEN}")
    data = [json.loads(regel) for regel in uit.splitlines()]

    assert code == 2
    assert ["Z-2026-0412", None, None, "Z-2026-0413"] == [een.get("zaak") for een in data]
    regel = BASIS.count("\n") + 2
    assert regel == data[1]["regel"]
    assert data[1]["fouten"][0]["plaats"].startswith(f"standaardinvoer:{regel + 1}")  # where the bracket is missed


def test_a_fault_in_a_stream_names_its_line_in_the_whole_stream(typ):
    _, uit, _ = typ("toets", "-", "--json", invoer=f"{BASIS}---\n{KAPOT}")
    regel = f"{BASIS}---\n{KAPOT}".splitlines().index(next(r for r in KAPOT.splitlines() if "pots" in r)) + 1

    assert f"standaardinvoer:{regel}:" in json.loads(uit.splitlines()[1])["fouten"][0]["plaats"]


def test_a_long_stream_comes_out_in_its_order(typ):
    zaken = [BASIS.replace("Z-2026-0412", f"Z-{nummer:04d}") for nummer in range(450)]
    code, uit, _ = typ("toets", "-", "--json", invoer="---\n".join(zaken))

    assert code == 0
    assert [f"Z-{nummer:04d}" for nummer in range(450)] == [json.loads(regel)["zaak"] for regel in uit.splitlines()]


def test_json_documents_are_read_too(typ):
    een = '{"zaaknummer": "Z-1", "rol": "ontvanger", "besluit": {"bekendmaking": {"datum": "2026-03-12"}}}\n'
    _, uit, _ = typ("toets", "-", "--json", invoer=een + een.replace("Z-1", "Z-2"))

    assert ["Z-1", "Z-2"] == [json.loads(regel)["zaak"] for regel in uit.splitlines()]


@pytest.mark.parametrize(
    ("stroom", "verwacht"),
    [
        ("", []),
        ("---\n---\n", []),
        ("# alleen uitleg\n---\na: 1\n", [(3, "a: 1\n")]),
        ("---  # eerste\na: 1\n...\n--- # tweede\nb: 2", [(2, "a: 1\n"), (5, "b: 2")]),
        ("a: 1\r\n---\r\nb: 2\r\n", [(1, "a: 1\r\n"), (3, "b: 2\r\n")]),
    ],
)
def test_a_stream_is_cut_at_its_dashes(stroom, verwacht):
    documenten = cut_documents(stroom.encode().splitlines(keepends=True))

    assert verwacht == [(document.regel, document.inhoud.decode()) for document in documenten]


# --- an export of a case system -------------------------------------------------------------------------------


def _csv(rijen) -> str:
    return "\n".join(";".join(rij) for rij in rijen) + "\n"


def _xlsx(pad: Path, rijen) -> Path:
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.active.append(rij)
    boek.save(pad)
    return pad


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_an_export_gives_an_overview_with_faults_per_row(typ, tmp_path, soort):
    _schrijf(tmp_path / "zaaksysteem.yaml", KOLOMMEN)
    bestand = tmp_path / f"zaken.{soort}"
    if soort == "csv":
        _schrijf(bestand, _csv(RIJEN))
    else:
        _xlsx(bestand, RIJEN)
    code, uit, fout = typ("toets", bestand)

    assert code == 2
    assert re.search(r"Z-1 +23-04-2026 +tijdig", uit)
    assert re.search(r"Z-3 +13-02-2026 +tijdig", uit)
    assert f"zaken.{soort}:3:4: ‘datum’ is ‘2026-04-31’" in fout


def _zaken(uit: str) -> list:
    return [json.loads(regel) for regel in uit.splitlines()]


def test_an_export_of_one_case_gives_the_overview_too(typ, tmp_path):
    _, uit, _ = typ("toets", _export(tmp_path, [RIJEN[0], RIJEN[1]]))

    assert uit.splitlines()[0].startswith("zaak ")
    assert "Wat er moet gebeuren" not in uit


def _export(tmp_path, rijen, soort="csv", kolommen="") -> Path:
    """An export with these rows below the usual headings, with the settings that go with it."""
    _schrijf(tmp_path / "zaaksysteem.yaml", KOLOMMEN.replace("kolommen:\n", f"kolommen:\n{kolommen}"))
    if soort == "csv":
        return _schrijf(tmp_path / "zaken.csv", _csv(rijen))
    return _xlsx(tmp_path / "zaken.xlsx", rijen)


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_a_text_stays_what_it_is_and_only_a_question_is_answered_with_yes_or_no(typ, tmp_path, soort):
    rijen = [*RIJEN[:1], *([nummer, "", "2026-03-12", "14-04-2026", "balie", nummer] for nummer in ("1", "N", "0"))]
    rijen[1][4] = "Onbekend"
    _, uit, fout = typ("toets", _export(tmp_path, rijen, soort), "--json")

    assert ["1", "N", "0"] == [zaak["zaak"] for zaak in _zaken(uit)]
    onbekend = [any(bevinding["code"] == "BZ-6:5-1-h" for bevinding in zaak["bevindingen"]) for zaak in _zaken(uit)]
    assert [False, True, True] == onbekend
    assert "" == fout


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_words_and_times_are_read_as_a_case_system_writes_them(typ, tmp_path, soort):
    dagen = [dt.datetime(2026, 4, 23, 23, 59), dt.datetime(2026, 4, 24, 0, 1)]  # noqa: DTZ001 - as a sheet has them
    tijden = dagen if soort == "xlsx" else [f"{dag:%d-%m-%Y %H:%M:%S}" for dag in dagen]
    rest, velden = (
        ["E-mail", "Ja", "Beschikking", "Toezending", "Regulier"],
        "  Soort: besluit.soort\n  Hoe: besluit.bekendmaking.wijze\n  Voorbereid: besluit.voorbereiding\n",
    )
    rijen = [
        [*RIJEN[0], "Soort", "Hoe", "Voorbereid"],
        *(["Z", "", "2026-03-12T00:00:00", tijd, *rest] for tijd in tijden),
    ]
    for nummer, rij in enumerate(rijen[1:], 1):
        rij[0] += str(nummer)
    _, uit, fout = typ("toets", _export(tmp_path, rijen, soort, velden), "--json")

    assert "" == fout
    indieningen = [zaak["uitkomsten"]["indieningen"][0] for zaak in _zaken(uit)]
    assert ["tijdig", "ontvangen na de termijn"] == [een["indiening"] for een in indieningen]


@pytest.mark.parametrize("codering", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_csv_in_the_character_set_of_a_spreadsheet_is_read(typ, tmp_path, codering):
    bestand = _export(tmp_path, [RIJEN[0], ["Zaak één €5’", *RIJEN[1][1:]]])
    bestand.write_bytes(bestand.read_text(encoding="utf-8").encode(codering))

    assert "Zaak één €5’" == _zaken(typ("toets", bestand, "--json")[1])[0]["zaak"]


def test_a_heading_and_a_case_number_that_stand_twice_are_named(typ, tmp_path):
    dubbel = [[*RIJEN[0], "Kanaal"], [*RIJEN[1], "post"]]
    code, _, fout = typ("toets", _export(tmp_path, dubbel))
    assert code == 2
    assert "zaken.csv:1:5: de kolom ‘Kanaal’ staat er 2 keer in" in fout

    code, uit, fout = typ("toets", _export(tmp_path, [*RIJEN[:2], *RIJEN[3:], RIJEN[1]]))
    assert code == 2
    assert "zaken.csv:4:1: zaaknummer ‘Z-1’ staat er ook op regel 2" in fout
    assert "Z-3" in uit


def test_a_column_with_citizen_service_numbers_is_never_read(typ, tmp_path):
    _schrijf(tmp_path / "zaaksysteem.yaml", KOLOMMEN.replace("  Zaaknr:", "  BSN: besluit.kenmerk\n  Zaaknr:"))
    uit = "".join(map(str, typ("toets", _schrijf(tmp_path / "zaken.csv", _csv(RIJEN)), "--json")))

    assert "111222333" not in uit
    assert '"Z-1"' in uit


def test_an_export_without_settings_says_what_to_make(typ, tmp_path):
    code, _, fout = typ("toets", _schrijf(tmp_path / "zaken.csv", _csv(RIJEN)))

    assert code == 2
    assert "zaaksysteem.yaml" in fout


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("zaaknummer", "zaaknumer", "bedoelde u ‘zaaknummer’?"),
        ("vast:", "vst:", "bedoelde u ‘vast’?"),
        ("Zaaknr", "Zaaknummer", "de kolom ‘Zaaknummer’ staat er niet in"),
        (KOLOMMEN, "kolommen: ja\n", "geen lijst van namen"),
        (KOLOMMEN, "vast: {rol: ontvanger}\n", "er staat geen kolom in"),
    ],
)
def test_broken_settings_are_a_sentence(typ, tmp_path, oud, nieuw, melding):
    _schrijf(tmp_path / "zaaksysteem.yaml", KOLOMMEN.replace(oud, nieuw))
    code, _, fout = typ("toets", _schrijf(tmp_path / "zaken.csv", _csv(RIJEN)))

    assert code == 2
    assert melding in fout


def test_what_only_looks_like_a_spreadsheet_is_refused(typ, tmp_path):
    _schrijf(tmp_path / "zaaksysteem.yaml", KOLOMMEN)
    code, _, fout = typ("toets", _schrijf(tmp_path / "zaken.xlsx", "geen Excel"))

    assert code == 2
    assert "geen leesbaar Excel-bestand" in fout


# --- the day --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dag", ["2026-05-18", "18-5-2026", "18 mei 2026"])
def test_the_day_may_be_written_as_people_do(typ, zaak, dag):
    assert typ("toets", zaak, "--op", dag) == typ("toets", zaak, "--op", "2026-05-18")
    assert 0 == typ("toets", zaak, "--op", dag)[0]


def test_the_last_day_itself_is_today(typ, tmp_path):
    eigen = "zaaknummer: Z-1\nrol: indiener\nbesluit: {soort: beschikking, datum: 2026-03-12}\n"
    eigen = eigen.replace("03-12}", "03-12, bekendmaking: {datum: 2026-03-12, wijze: toezending}}")
    uit = typ("toets", _schrijf(tmp_path / "a.yaml", eigen), "--op", "23-4-2026")[1]

    assert "dat is vandaag" in " ".join(uit.split())
    assert "nul dagen" not in uit


def test_a_day_before_the_objection_came_in_is_named(typ, zaak):
    code, _, fout = typ("toets", zaak, "--op", "1-4-2026")

    assert code == 2
    assert "het bezwaar kwam binnen op dinsdag 14 april 2026; de dag bij --op is woensdag 1 april 2026" in fout
    assert re.match(r".*Z-2026-0412\.yaml:\d+:\d+: ", fout)


# --- a new case -----------------------------------------------------------------------------------------------


def test_an_empty_case_can_be_read_back_and_checked(typ, werkmap):
    code, uit, _ = typ("nieuw", "Z-9", "--leeg")

    assert code == 0
    assert "inhoud/proef/bezwaren/Z-9.yaml" in uit
    assert typ("toets", "Z-9")[1].startswith("Z-9: niet vast te stellen")


def test_an_empty_case_and_the_page_about_it_hold_every_field(typ, tmp_path):
    doel = tmp_path / "z.yaml"
    assert 0 == typ("nieuw", "Z-2026-0412", "--leeg", "--uitvoer", doel)[0]
    inhoud = doel.read_text(encoding="utf-8")
    zaak = load_zaak(inhoud.encode(), "z.yaml")

    assert (None, None, None, None) == (zaak.bezwaarschrift, zaak.procedure, zaak.behandelaar, zaak.derden)
    knoop, _ = read_yaml(inhoud.encode(), "z.yaml", "")
    # The parts that say elsewhere what they say under besluit, and the period that must have a length.
    elders = re.compile(r"(indieners|beslissing)\.(bekendmaking|rechtsmiddelverwijzing)\.|termijn_bijzonder")
    assert [] == [pad for pad in set(zaakpaden()) - set(_paden(knoop)) if not elders.search(pad)]
    assert f"```yaml\n{inhoud}```" in (WORTEL / "docs/bezwaarzaak.md").read_text(encoding="utf-8")


def _paden(knoop: object, pad: str = "") -> Iterator[str]:
    if isinstance(knoop, Knoop):
        for naam, deel in knoop.items():
            yield from _paden(deel, f"{pad}.{naam}" if pad else naam)
    elif isinstance(knoop, Reeks):
        for deel in knoop:
            yield from _paden(deel, pad)
    else:
        yield pad


def test_answers_make_a_case_that_reads_the_same(typ, tmp_path):
    antwoorden = ["ontvanger", "vergunning: dakkapel # nr 5", "beschikking", "college", "", "1 mei 2026", "2-5-2026"]
    doel = tmp_path / "Z-8.yaml"
    code, _, _ = typ("nieuw", "Z-8", "--uitvoer", doel, invoer="\n".join([*antwoorden, *[""] * 40]))
    inhoud = doel.read_text(encoding="utf-8")

    assert code == 0
    assert "omschrijving: 'vergunning: dakkapel # nr 5'" in inhoud
    assert "datum: 2026-05-02" in inhoud
    assert typ("toets", doel, "--json")[0] == 0


def test_an_answer_that_does_not_fit_is_asked_again(typ, tmp_path):
    antwoorden = ["misschien", "ontvanger", "", "", "", "", "gisteren", "1-5-2026"]
    code, uit, _ = typ("nieuw", "Z-8", "--uitvoer", tmp_path / "z.yaml", invoer="\n".join([*antwoorden, *[""] * 40]))

    assert code == 0
    assert "‘rol’ is ‘misschien’" in uit
    assert "‘gisteren’ hangt af van de dag waarop u dit leest" in uit


def test_a_question_comes_before_its_choices_and_every_line_fits_a_terminal(typ, tmp_path):
    antwoorden = ["ontvanger", "vergunning", "beschiking", "beschikking"]
    _, uit, _ = typ("nieuw", "Z-8", "--uitvoer", tmp_path / "z.yaml", invoer="\n".join([*antwoorden, *[""] * 40]))

    assert uit.index("Wat voor besluit is het?") < uit.index("beschikking | belasting")
    assert "bedoelde u ‘beschikking’?" in uit
    assert "een datum, zoals 24-3-2026" in uit
    assert 80 >= max(len(regel) for regel in uit.splitlines() if str(tmp_path) not in regel)


def test_that_nobody_acts_for_the_objector_differs_from_an_empty_answer(typ, tmp_path):
    for antwoord, staat_er in (("", "  gemachtigde:\n    naam: onbekend"), ("geen", "  gemachtigde: geen")):
        doel = tmp_path / f"z{antwoord}.yaml"
        invoer = ["indiener", *[""] * 17, antwoord, *[""] * 20]
        assert 0 == typ("nieuw", "Z-8", "--uitvoer", doel, invoer="\n".join(invoer))[0]

        assert staat_er in doel.read_text(encoding="utf-8")
        assert 0 == typ("toets", doel, "--json")[0]


def test_stopping_halfway_writes_nothing(typ, tmp_path):
    code, _, fout = typ("nieuw", "Z-8", "--uitvoer", tmp_path / "z.yaml", invoer="ontvanger\n")

    assert code != 0
    assert "Afgebroken" in fout
    assert not (tmp_path / "z.yaml").exists()


def test_a_case_that_exists_is_left_alone(typ, werkmap):
    code, _, fout = typ("nieuw", "Z-2026-0412", "--leeg")

    assert code == 2
    assert "dit bestand is er al" in fout
    assert BASIS == (werkmap / "inhoud/proef/bezwaren/Z-2026-0412.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("nummer", ["../weg", "a/b", "", " ", "-z"])
def test_a_number_that_cannot_be_a_file_name_is_refused(typ, werkmap, nummer):
    assert typ("nieuw", "--leeg", "--", nummer)[0] == 2


def test_papers_that_lie_open_need_not_be_laid_open():
    def stappen(zitting: dict[str, str]) -> str:
        return " ".join(stap.wat for stap in toets({"procedure.hoorzitting": zitting}, None).volgende_stappen)

    assert "ter inzage" in stappen({"datum": "2026-05-28"})
    assert "ter inzage" not in stappen({"datum": "2026-05-28", "inzage_van": "2026-05-18"})


def test_a_repair_on_the_first_ordinary_day_is_not_simply_too_late():
    def antwoord(hersteld: str) -> str:
        brief = {"datum": "2026-04-28", "verzuimen": ["gronden"], "hersteltermijn_tot": "2026-05-10"}
        return toets({"procedure.verzuimbrief": brief | {"hersteld": hersteld}}, None).antwoord

    assert "die op een rustdag eindigde (te beoordelen)" in antwoord("2026-05-11")
    assert "rustdag" not in antwoord("2026-05-12")


def test_what_has_to_be_sent_on_stands_first():
    def rij(naam: str, anders: dict[str, object]):
        uitslag = toets({"zaaknummer": naam, **anders}, dt.date(2026, 7, 1))
        return maak_rij(uitslag, RECHT.meldingen, dt.date(2026, 7, 1))

    elders = rij("Z", {"besluit.voorbereiding": "uniform"})
    gestuurd = rij("Y", {"besluit.voorbereiding": "uniform", "procedure.doorzending": {"datum": "2026-04-22"}})
    loopt = rij("A", {})

    assert ["Z", "A", "Y"] == [deze.zaak for deze in sorteer([gestuurd, loopt, elders])]
    assert 1 == als_tabel([gestuurd, loopt, elders], met_dagen=True).count("doorzenden")


def test_what_is_closed_stands_last_and_counts_no_days():
    def rij(naam: str, anders: dict[str, object]):
        uitslag = toets({"zaaknummer": naam, "procedure.adviescommissie": "geen", **anders}, dt.date(2026, 7, 1))
        return maak_rij(uitslag, RECHT.meldingen, dt.date(2026, 7, 1))

    beslist = rij("A", {"procedure.beslissing": {"datum": "2026-06-01"}})
    weg = rij("B", {"procedure.intrekking": {"datum": "2026-05-01", "wijze": "schriftelijk"}})
    loopt = rij("C", {})

    assert ["C", "A", "B"] == [deze.zaak for deze in sorteer([beslist, weg, loopt])]
    assert ("", "", "-27") == (beslist.dagen_over, weg.dagen_over, loopt.dagen_over)
    assert 2 == als_tabel([beslist, weg, loopt], met_dagen=True).count("afgedaan")
