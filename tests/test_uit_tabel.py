"""A table of municipalities becomes a dossier for each of them."""

import io

import openpyxl
import pytest
from conftest import write_bestanden

from generator.cli import voer_uit
from generator.inhoud.uittabel import map_van

KOP = "gemeente;ocr;regulier;amv;totaal;status_restopgave\n"
TABEL = KOP + "Dalfsen;142 26 168;142;26;168;rest regulier + amv\nHengelo (O.);;425;0;425;uitgesloten\n"


def begin(map_, monkeypatch, tabel, naam="tabel.csv"):
    """The exit code of `nieuw` on this table, in a folder that holds nothing else."""
    (map_ / naam).write_bytes(tabel if isinstance(tabel, bytes) else tabel.encode())
    monkeypatch.chdir(map_)
    return voer_uit(["nieuw", "--uit-tabel", naam, "werk"])


def bestanden(map_):
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory):
    """The two dossiers of the table, with the papers of one of them."""
    map_ = tmp_path_factory.mktemp("tabel")
    with pytest.MonkeyPatch.context() as plek:
        assert begin(map_, plek, TABEL) == 0
        plek.chdir(map_ / "werk")
        assert voer_uit(["bouw", "dalfsen", "--formaat", "md"]) == 0
    return map_ / "werk"


def test_each_row_becomes_a_dossier_in_a_folder_with_a_safe_name(gebouwd):
    assert ["dalfsen", "hengelo-o"] == sorted(pad.name for pad in (gebouwd / "inhoud").iterdir())


def test_the_paper_shows_the_figures_of_its_own_row_and_open_places(gebouwd):
    brief = (gebouwd / "uitvoer/dalfsen/raadsinformatiebrief.md").read_text(encoding="utf-8")
    woorden = brief.replace("\N{NO-BREAK SPACE}", " ")

    assert "Voor Dalfsen noemt de tabel 168 opvangplaatsen: 142 regulier en 26 voor" in woorden
    assert "Bij de restopgave staat daar: rest regulier + amv." in woorden
    assert "Het besluit is bekendgemaakt op \\[nog in te vullen: dag van bekendmaking\\]." in woorden
    assert "425" not in woorden


def test_a_figure_has_the_cell_it_came_from_as_its_source(gebouwd, monkeypatch, capsys):
    monkeypatch.chdir(gebouwd)
    assert voer_uit(["herkomst", "verdeelbesluit.taak_amv", "--dossier", "dalfsen"]) == 0

    assert "regel 2, kolom amv" in capsys.readouterr().out


def test_a_dossier_that_is_there_is_left_alone(gebouwd, monkeypatch, capsys):
    monkeypatch.chdir(gebouwd)
    (gebouwd / "tabel.csv").write_text(KOP + "Dalfsen;;1;1;2;\n", encoding="utf-8")
    voor = bestanden(gebouwd / "inhoud/dalfsen")

    assert voer_uit(["nieuw", "--uit-tabel", "tabel.csv"]) == 0
    assert "Dalfsen: was er al" in capsys.readouterr().out
    assert voor == bestanden(gebouwd / "inhoud/dalfsen")


def test_a_workbook_gives_the_same_dossiers_as_a_csv_file(gebouwd, tmp_path, monkeypatch):
    boek = openpyxl.Workbook()
    boek.active.append(["Gemeente", "Regulier", "AMV", "Totaal", "Status restopgave"])
    boek.active.append(["Dalfsen", 142, 26, 168.0, "rest regulier + amv"])
    stroom = io.BytesIO()
    boek.save(stroom)

    assert begin(tmp_path, monkeypatch, stroom.getvalue(), "tabel.xlsx") == 0
    verdeelbesluit = (tmp_path / "werk/inhoud/dalfsen/verdeelbesluit.yaml").read_bytes()
    assert verdeelbesluit == (gebouwd / "inhoud/dalfsen/verdeelbesluit.yaml").read_bytes()


def test_a_werkmap_may_have_a_skeleton_of_its_own(gebouwd, tmp_path, monkeypatch):
    eigen = tmp_path / "werk/sjablonen/uit-tabel"
    write_bestanden(eigen, bestanden(gebouwd / "inhoud/dalfsen"))
    vaste = 'waarde: 142\n  bron: {stuk: tabel, toelichting: "regel 2, kolom regulier"}'
    besluit = (eigen / "verdeelbesluit.yaml").read_text(encoding="utf-8")
    (eigen / "verdeelbesluit.yaml").write_text(besluit.replace(vaste, "kolom: bedden\n  open: aantal bedden"), "utf-8")

    assert begin(tmp_path, monkeypatch, "gemeente,bedden\nZwolle,648\n") == 0
    assert "waarde: 648" in (tmp_path / "werk/inhoud/zwolle/verdeelbesluit.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("tabel", "verwacht"),
    [
        (KOP + "Dalfsen;;veel;26;168;\n", "tabel.csv:2:3: "),
        (KOP + "Dalfsen;;-142;26;-116;\n", "tabel.csv:2:3: ‘-142’ is geen aantal opvangplaatsen"),
        (KOP + "Dalfsen;;142,5;26;168,5;\n", "tabel.csv:2:3: ‘142,5’ is geen aantal opvangplaatsen"),
        (KOP + "Dalfsen;;142;26;169;\n", "tabel.csv:2:5: hier staat 169, maar"),
        (KOP + "Dalfsen;;;26;169;\n", "tabel.csv:2:5: dit volgt uit"),
        (KOP + ";;142;26;168;\n", "tabel.csv:2: in deze regel staat geen gemeente"),
        (KOP + "../..;;142;26;168;\n", "tabel.csv:2:1: ‘../..’ is geen naam van een gemeente: ‘.’ hoort er niet in"),
        (KOP + "../hack;;142;26;168;\n", "tabel.csv:2:1: ‘../hack’ is geen naam van een gemeente"),
        (KOP + "hof/hack;;142;26;168;\n", "tabel.csv:2:1: ‘hof/hack’ is geen naam van een gemeente: ‘/’"),
        (KOP + "Δ;;142;26;168;\n", "tabel.csv:2:1: van ‘Δ’ is geen naam van een map te maken"),
        (KOP + "Recht;;142;26;168;\n", "tabel.csv:2:1: een dossier kan niet ‘recht’ heten"),
        (KOP + "bezwaren;;142;26;168;\n", "tabel.csv:2:1: een dossier kan niet ‘bezwaren’ heten"),
        ("gemeente;regulier;amv\nOmmen;1;2;3;4\n", "tabel.csv:2:4: deze cel staat voorbij de laatste kop: ‘3’"),
        ("gemeente;regulier;amv\nOmmen;1;2;3;4\n", "tabel.csv:2:5: deze cel staat voorbij de laatste kop: ‘4’"),
        ("gemeente;;amv\nOmmen;1;2\n", "tabel.csv:2:2: boven deze cel staat geen kop: ‘1’"),
        ("gemeente;vergaderdag\nOmmen;mandag\n", "tabel.csv:2:2: ‘mandag’ is geen keuze die hier kan"),
        ("gemeente;vergaderdag\nOmmen;mandag\n", "bedoelde u ‘maandag’?"),
        ("gemeente;raadsleden\nOmmen;-3\n", "tabel.csv:2:2: ‘-3’ is geen aantal leden"),
        ("gemeente;raadsleden\nOmmen;-3\n", "bedoelde u 3?"),
        (TABEL + "DALFSEN;;142;26;168;\n", "tabel.csv:4:1: ‘DALFSEN’ staat ook in regel 2"),
        ("gemeente;reguliere\nDalfsen;142\n", "tabel.csv:1:2: een kolom ‘reguliere’ is hier niet bekend"),
        ("gemeente;amv;amv\nDalfsen;1;2\n", "tabel.csv:1:3: de kolom ‘amv’ staat er twee keer in"),
        ("plaats;amv\nDalfsen;1\n", "tabel.csv:1: de kolom ‘gemeente’ staat er niet in"),
        (KOP, "tabel.csv: er staat geen gemeente in"),
        ("", "tabel.csv:1: de kolom ‘gemeente’ staat er niet in"),
        (b"gemeente\nS\x81dwest-Frysl\xe2n\n", "tabel.csv:2:2: dit bestand is geen UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_is_named_at_its_cell_and_nothing_is_written(tmp_path, monkeypatch, capsys, tabel, verwacht):
    assert begin(tmp_path, monkeypatch, tabel) == 2
    assert verwacht in capsys.readouterr().err
    assert not (tmp_path / "werk").exists()


def test_every_fault_of_every_row_is_named_at_once(tmp_path, monkeypatch, capsys):
    assert begin(tmp_path, monkeypatch, KOP + "Dalfsen;;veel;26;168;\nZwolle;;648;x;545;\n") == 2

    assert "2 fouten; er is niets geschreven." in capsys.readouterr().err


def test_all_faults_of_a_row_and_a_double_one_are_named_though_the_first_of_both_is_wrong(
    tmp_path, monkeypatch, capsys
):
    kop = "gemeente;regulier;amv;totaal\n"
    assert begin(tmp_path, monkeypatch, kop + "Dalfsen;-142;26;-116\nDalfsen;1;2;3\nX;1,5;a;3\n") == 2

    gezegd = capsys.readouterr().err
    for verwacht in (
        "tabel.csv:2:2: ‘-142’ is geen aantal", "tabel.csv:3:1: ‘Dalfsen’ staat ook in regel 2",
        "tabel.csv:4:2: ‘1,5’ is geen aantal", "tabel.csv:4:3: ‘a’ is geen getal", "4 fouten; er is niets geschreven.",
    ):  # fmt: skip
        assert verwacht in gezegd


def test_a_figure_that_is_another_now_is_named_with_what_the_dossier_has(tmp_path, monkeypatch, capsys):
    assert begin(tmp_path, monkeypatch, "gemeente;regulier;amv\nDalfsen;142;\n") == 0
    (tmp_path / "tabel.csv").write_text("gemeente;regulier;amv\nDalfsen;150;26\n", encoding="utf-8")
    capsys.readouterr()

    assert voer_uit(["nieuw", "--uit-tabel", "tabel.csv", "werk"]) == 0
    gezegd = capsys.readouterr().out
    assert "tabel.csv:2:2: hier staat nu ‘150’, en het dossier heeft ‘142’; neem over met:" in gezegd
    assert "tabel.csv:2:3: hier staat nu ‘26’, en het dossier heeft daar nog een open plek; neem over met:" in gezegd
    opdracht = "wijzig verdeelbesluit.taak_regulier 150 --dossier dalfsen --bron"
    assert f"raadwerk {opdracht} 'tabel.csv, regel 2, kolom regulier'" in gezegd

    monkeypatch.chdir(tmp_path / "werk")
    assert voer_uit([*opdracht.split(), "tabel.csv, regel 2, kolom regulier"]) == 0
    assert voer_uit(["wijzig", "verdeelbesluit.taak_regulier", "151", "--dossier", "dalfsen", "--bron", "mail"]) == 0
    capsys.readouterr()
    assert voer_uit(["nieuw", "--uit-tabel", "../tabel.csv"]) == 0
    assert "tabel.csv:2:2" not in capsys.readouterr().out  # a figure that gave way to another was seen


@pytest.mark.parametrize(
    ("naam", "gemeente"),
    [("s-hertogenbosch", "’s-Hertogenbosch"), ("sudwest-fryslan", "Súdwest-Fryslân"), ("", "../..")],
)
def test_a_folder_is_called_after_the_municipality_in_plain_letters(naam, gemeente):
    assert naam == map_van(gemeente)


def test_without_a_folder_and_without_a_table_the_command_says_what_it_can(capsys):
    assert voer_uit(["nieuw"]) == 2
    assert "raadwerk nieuw MAP" in capsys.readouterr().err
